//! A folder of records: `a/plan.txt` becomes `a/plan.txt.json`, the input tree mirrored.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{Record, whole_file::at};

/// How long a name in a folder may be on the file systems at hand.
const LONGEST_NAME: usize = 255;

/// How a record's file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JSON on one line.
    Compact,
    /// Indented JSON.
    Pretty,
    /// JSON on one line, compressed by zstd: for records that only a resumed run reads.
    Zstd,
}

impl Form {
    fn suffix(self) -> &'static str {
        if self == Self::Zstd { ".json.zst" } else { ".json" }
    }
}

/// Each record in a file of its own. Writing is in two steps, so that many threads can write and flush while names are
/// given in order: [`stage`](Folder::stage), then [`place`](Folder::place).
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    form: Form,
}

impl Folder {
    /// A folder of records.
    pub fn new(root: impl Into<PathBuf>, form: Form) -> Self {
        Self { root: root.into(), form }
    }

    /// Makes the folder when it is not there.
    pub fn make(&self) -> io::Result<()> {
        fs::create_dir_all(&self.root).map_err(|e| at(&self.root, &e))
    }

    /// How records are written.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The file that a source's record goes to: always below the root, whatever the source is called. A name that
    /// would be too long is cut and made unique by a hash of the source's path.
    pub fn target(&self, source: &str) -> PathBuf {
        let inside = Path::new(source).components().filter(|c| matches!(c, Component::Normal(_)));
        let mut target = self.root.clone();
        target.extend(inside);
        let mut name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let suffix = self.form.suffix();
        // the longest suffix, so that a name is the same in every form
        if name.len() + Form::Zstd.suffix().len() > LONGEST_NAME {
            let hash = Sha256::digest(source);
            let hash = format!("{:016x}", u64::from_be_bytes(std::array::from_fn(|n| hash[n])));
            let room = LONGEST_NAME - Form::Zstd.suffix().len() - hash.len() - 1;
            name.truncate((0..=room).rev().find(|&at| name.is_char_boundary(at)).unwrap_or(0));
            name = format!("{name}~{hash}");
        }
        target.set_file_name(name + suffix);
        target
    }

    /// Writes a record to a file that bears no final name yet, and flushes it to the disk.
    pub fn stage(&self, part: &Path, record: &Record) -> io::Result<()> {
        let written = File::create(part).and_then(|file| self.write(file, record));
        if written.is_err() {
            // what is half-written helps nobody; the first error is the one to tell
            let _ = fs::remove_file(part);
        }
        written.map_err(|e| at(part, &e))
    }

    fn write(&self, file: File, record: &Record) -> io::Result<()> {
        let mut out = BufWriter::with_capacity(1 << 16, file);
        match self.form {
            Form::Compact => out.write_all(&record.json).and_then(|()| out.write_all(b"\n"))?,
            Form::Pretty => {
                serde_json::to_writer_pretty(&mut out, &record.plan)?;
                out.write_all(b"\n")?;
            }
            Form::Zstd => zstd::stream::copy_encode(&record.json[..], &mut out, 1)?,
        }
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }

    /// Gives a staged record its name.
    pub fn place(&self, part: &Path, source: &str) -> io::Result<()> {
        let target = self.target(source);
        let folder = target.parent().unwrap_or(&self.root);
        let placed = fs::create_dir_all(folder).and_then(|()| fs::rename(part, &target));
        if placed.is_err() {
            let _ = fs::remove_file(part);
        }
        placed.map_err(|e| at(&target, &e))
    }

    /// Takes away the record of a source that gives none any more.
    pub fn remove(&self, source: &str) -> io::Result<()> {
        match fs::remove_file(self.target(source)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_stays_below_the_root_and_its_name_fits() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folder = Folder::new(root.path(), Form::Compact);
        assert_eq!(folder.target("../../a/plan.txt"), root.path().join("a/plan.txt.json"));
        let long = format!("a/{}.txt", "kế hoạch ".repeat(30));
        let name = folder.target(&long).file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.len() <= LONGEST_NAME && name.contains('~'), "{name}");
        assert_ne!(folder.target(&long), folder.target(&long.replace(".txt", ".md")));
    }
}
