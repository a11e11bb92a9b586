//! The record of a run: one line a source file, and the journal from which a broken run is resumed.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::{WholeFile, whole_file::at};
use crate::model::{Plan, Severity};

/// How a source file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All its documents gave records.
    Ok,
    /// The same, and a reader should look at a warning in one of them.
    OkWithDiagnostics,
    /// It was not read, for the reason in `code`.
    Skipped,
    /// It gave no record, or not all of its documents did.
    Failed,
}

/// How many of each kind the records of a source hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are called what they count")]
pub struct Counts {
    pub documents: usize,
    pub sections: usize,
    pub targets: usize,
    pub deadlines: usize,
    pub assignments: usize,
    pub citations: usize,
    pub tables: usize,
    pub warnings: usize,
}

impl Counts {
    /// Counts one more record.
    pub fn add(&mut self, plan: &Plan) {
        let warnings = plan.diagnostics.iter().filter(|d| d.severity == Severity::Warning).count();
        self.sum(&Self {
            documents: 1,
            sections: plan.sections.len(),
            targets: plan.targets.len(),
            deadlines: plan.deadlines.len(),
            assignments: plan.assignments.len(),
            citations: plan.citations.len(),
            tables: plan.tables.len(),
            warnings,
        });
    }

    /// Adds what another source holds.
    pub fn sum(&mut self, other: &Self) {
        self.documents += other.documents;
        self.sections += other.sections;
        self.targets += other.targets;
        self.deadlines += other.deadlines;
        self.assignments += other.assignments;
        self.citations += other.citations;
        self.tables += other.tables;
        self.warnings += other.warnings;
    }
}

/// One of several documents of a source, such as a file in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Its path, as in the record.
    pub path: String,
    /// Why it gave no record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The same for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What became of one source file: a line of `run.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The path, relative to the folder that was given.
    pub path: String,
    /// The SHA-256 of its bytes, when they were read.
    pub sha256: Option<String>,
    /// How many bytes it has.
    pub bytes: u64,
    /// The format by its name.
    pub format: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it gave no record.
    pub code: Option<String>,
    /// The same for a person.
    pub message: Option<String>,
    /// The earlier file with the same bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
    /// Its documents, unless the file itself is the only one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentEntry>,
    /// What its records hold.
    pub counts: Counts,
    /// How long it took.
    pub ms: u64,
    /// The program's version and the options that shape a record: whoever made it otherwise made another record.
    pub made_by: String,
}

impl Entry {
    /// Whether all of the source's documents gave records.
    pub fn is_ok(&self) -> bool {
        matches!(self.outcome, Outcome::Ok | Outcome::OkWithDiagnostics)
    }

    /// The paths of the documents that gave records.
    pub fn records(&self) -> Vec<&str> {
        if self.documents.is_empty() {
            return if self.is_ok() { vec![&self.path] } else { Vec::new() };
        }
        self.documents.iter().filter(|d| d.code.is_none()).map(|d| d.path.as_str()).collect()
    }
}

/// What is done, line by line as it is done. It outlives a kill, and is gone when the run is complete.
pub struct Journal {
    file: File,
}

impl Journal {
    /// Opens a journal to add to, of which the first `whole` bytes are whole lines.
    pub fn open(path: &Path, whole: u64) -> io::Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(path).map_err(|e| at(path, &e))?;
        file.set_len(whole)?;
        Ok(Self { file })
    }

    /// Adds a line. One write, so that a kill leaves at most one torn line.
    pub fn add(&mut self, entry: &Entry) -> io::Result<()> {
        self.file.write_all(&line(entry)?)
    }

    /// Flushes the lines to the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }
}

/// `run.jsonl`: the same lines in the order of the input, complete when it has its name.
pub struct RunLog {
    file: WholeFile,
}

impl RunLog {
    /// Begins a record of a run.
    pub fn create(path: &Path) -> io::Result<Self> {
        Ok(Self { file: WholeFile::create(path)? })
    }

    /// Adds a line.
    pub fn add(&mut self, entry: &Entry) -> io::Result<()> {
        self.file.write_all(&line(entry)?)
    }

    /// All sources have their lines.
    pub fn finish(&mut self) -> io::Result<()> {
        self.file.finish()
    }
}

fn line(entry: &Entry) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(entry)?;
    line.push(b'\n');
    Ok(line)
}
