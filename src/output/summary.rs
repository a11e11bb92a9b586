//! The closing summary of a run: how many files, and what failed and why, grouped.

use std::{collections::BTreeMap, io, io::Write as _, path::Path, time::Duration};

use serde::Serialize;

use super::{Counts, Entry, Outcome, WholeFile};

/// How many files a reason names.
const EXAMPLES: usize = 5;

/// Files that ended for one reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// How many.
    pub files: usize,
    /// The first of them: path and message.
    pub examples: Vec<String>,
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Summary {
    /// The program's version and the options that shape a record.
    pub made_by: String,
    /// Whether the run came to its end.
    pub complete: bool,
    /// Source files seen, however they ended.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// All documents gave records.
    pub ok: usize,
    /// The same, with a warning that a reader should look at.
    pub ok_with_diagnostics: usize,
    /// Not read.
    pub skipped: usize,
    /// Gave no record, or not all of their documents did.
    pub failed: usize,
    /// Taken over from the run that this one resumes; they are counted above, too.
    pub resumed: usize,
    /// What the records hold.
    pub counts: Counts,
    /// How long the run took.
    pub seconds: f64,
    /// What failed and why, by code.
    pub failures: BTreeMap<String, Reason>,
    /// What was not read and why, by code.
    pub skips: BTreeMap<String, Reason>,
}

impl Summary {
    /// Counts one more file.
    pub fn add(&mut self, entry: &Entry) {
        self.files += 1;
        self.bytes += entry.bytes;
        self.counts.sum(&entry.counts);
        let reasons = match entry.outcome {
            Outcome::Ok => return self.ok += 1,
            Outcome::OkWithDiagnostics => return self.ok_with_diagnostics += 1,
            Outcome::Skipped => {
                self.skipped += 1;
                &mut self.skips
            }
            Outcome::Failed => {
                self.failed += 1;
                &mut self.failures
            }
        };
        let reason = reasons.entry(entry.code.clone().unwrap_or_default()).or_default();
        reason.files += 1;
        if reason.examples.len() < EXAMPLES {
            reason.examples.push(match &entry.message {
                Some(message) => format!("{}: {message}", entry.path),
                None => entry.path.clone(),
            });
        }
    }

    /// Says how long the run took.
    pub fn took(&mut self, time: Duration) {
        self.seconds = (time.as_secs_f64() * 1000.0).round() / 1000.0;
    }

    /// Writes the summary as indented JSON.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut file = WholeFile::create(path)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.finish()
    }
}
