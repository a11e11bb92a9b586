//! What earlier runs into the same output have done.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use crate::{
    model::Plan,
    output::{Entry, Folder, Form, Workspace},
};

/// Entries by path, and how many bytes of the journal are whole lines.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) entries: HashMap<String, Entry>,
    pub(super) whole: u64,
}

impl Known {
    /// Reads the record of a complete run and the journal of a broken one, whose lines are newer.
    pub(super) fn read(log: &Path, workspace: &Workspace) -> io::Result<Self> {
        let mut known = Self::default();
        known.add(log)?;
        known.whole = known.add(&workspace.journal())?;
        Ok(known)
    }

    /// Adds the whole lines of a file; gives how many bytes they have. A kill can leave a torn line at the end.
    fn add(&mut self, file: &Path) -> io::Result<u64> {
        let mut lines = match File::open(file) {
            Ok(file) => BufReader::new(file),
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(e) => return Err(io::Error::new(e.kind(), format!("{}: {e}", file.display()))),
        };
        let (mut whole, mut line) = (0, Vec::new());
        loop {
            line.clear();
            let bytes = lines.read_until(b'\n', &mut line)?;
            let Some(entry) = line.strip_suffix(b"\n").and_then(|l| serde_json::from_slice::<Entry>(l).ok()) else {
                return Ok(whole);
            };
            whole += bytes as u64;
            self.entries.insert(entry.path.clone(), entry);
        }
    }
}

/// The record that a folder of records has for a source; none when it is not there or not whole.
pub(super) fn load(folder: &Folder, source: &str) -> Option<Plan> {
    let file = File::open(folder.target(source)).ok()?;
    let mut json = Vec::new();
    match folder.form() {
        Form::Zstd => zstd::Decoder::new(file).ok()?.read_to_end(&mut json).ok()?,
        Form::Compact | Form::Pretty => BufReader::new(file).read_to_end(&mut json).ok()?,
    };
    serde_json::from_slice(&json).ok()
}
