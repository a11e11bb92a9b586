//! A folder of records: `a/plan.txt` becomes `a/plan.txt.json`, the input tree mirrored.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

use super::Sink;
use crate::model::Plan;

/// Writes each record to a file of its own. A file bears its final name only when it is whole.
pub struct Folder {
    root: PathBuf,
    pretty: bool,
    written: HashSet<PathBuf>,
}

impl Folder {
    /// A sink that writes below `root`, which is made when it is not there.
    pub fn new(root: impl Into<PathBuf>, pretty: bool) -> io::Result<Self> {
        let root = root.into();
        fs::create_dir_all(&root)?;
        Ok(Self { root, pretty, written: HashSet::new() })
    }

    /// The file that a source's record goes to: always below the root, whatever the source is called.
    fn target(&self, source: &str) -> PathBuf {
        let inside = Path::new(source).components().filter(|c| matches!(c, Component::Normal(_)));
        let mut target = self.root.clone();
        target.extend(inside);
        let mut name = target.file_name().map(std::ffi::OsStr::to_os_string).unwrap_or_default();
        name.push(".json");
        target.set_file_name(name);
        target
    }
}

impl Sink for Folder {
    fn take(&mut self, plan: &Plan) -> io::Result<()> {
        let target = self.target(&plan.source.path);
        if !self.written.insert(target.clone()) {
            let message = format!("another input has already been written to {}", target.display());
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
        }
        let folder = target.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        let mut name = target.file_name().map(std::ffi::OsStr::to_os_string).unwrap_or_default();
        name.push(".part");
        let part = target.with_file_name(name);
        let result = write(&part, plan, self.pretty).and_then(|()| fs::rename(&part, &target));
        if result.is_err() {
            // what is half-written helps nobody; the first error is the one to tell
            let _ = fs::remove_file(&part);
        }
        result
    }

    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write(part: &Path, plan: &Plan, pretty: bool) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(part)?);
    if pretty {
        serde_json::to_writer_pretty(&mut out, plan)?;
    } else {
        serde_json::to_writer(&mut out, plan)?;
    }
    out.write_all(b"\n")?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
