//! The folder beside the output in which a run keeps what is not finished: parts of records, the journal, and the
//! records that only a resumed run would need. It is gone when the run is complete.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Journal, whole_file::at};

/// A run's working folder.
#[derive(Debug, Clone)]
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// The working folder of the run whose record is this file. Its name is hidden, so no walk takes it up.
    pub fn beside(log: &Path) -> Self {
        let name = log.file_name().unwrap_or_default().to_string_lossy();
        Self { folder: log.with_file_name(format!(".{name}.unfinished")) }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The journal's file.
    pub fn journal(&self) -> PathBuf {
        self.folder.join("journal.jsonl")
    }

    /// Records for a resumed run, when the output has no folder of records.
    pub fn records(&self) -> PathBuf {
        self.folder.join("records")
    }

    /// The file of a record that has no name yet.
    pub fn part(&self, input: usize, document: usize) -> PathBuf {
        self.parts().join(format!("{input}-{document}"))
    }

    /// Takes away a record that is not wanted after all. One that stays goes with the folder.
    pub fn discard(&self, part: &Path) {
        debug_assert!(part.starts_with(&self.folder));
        let _ = fs::remove_file(part);
    }

    fn parts(&self) -> PathBuf {
        self.folder.join("parts")
    }

    /// Makes the folder, without the parts of an earlier run, and opens the journal, of which `whole` bytes are kept.
    pub fn open(&self, whole: u64) -> io::Result<Journal> {
        let parts = self.parts();
        gone(fs::remove_dir_all(&parts)).and_then(|()| fs::create_dir_all(&parts)).map_err(|e| at(&parts, &e))?;
        Journal::open(&self.journal(), whole)
    }

    /// Takes away all of an earlier run.
    pub fn clear(&self) -> io::Result<()> {
        gone(fs::remove_dir_all(&self.folder)).map_err(|e| at(&self.folder, &e))
    }

    /// Takes away what a complete run needs no more; `records` are kept for a run that tries failed files again.
    pub fn finish(&self, keep_records: bool) -> io::Result<()> {
        if !keep_records || !self.records().exists() {
            return self.clear();
        }
        let done = gone(fs::remove_dir_all(self.parts())).and_then(|()| gone(fs::remove_file(self.journal())));
        done.map_err(|e| at(&self.folder, &e))
    }
}

/// What was not there is gone as well.
fn gone(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|e| if e.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(e) })
}
