//! Where records go. One file a sink; only this stage and the command line write.
//!
//! A sink is fed in the order of the input, so its bytes depend on the records alone. Files get their final names when
//! they are whole and flushed to the disk.

mod calendar;
mod calendar_days;
mod compressed;
mod csv;
mod folder;
mod lines;
mod parquet;
pub mod report;
mod rows;
mod run_record;
mod summary;
mod tables;
mod whole_file;
mod workspace;

pub use calendar::Calendar;
pub use compressed::Compressed;
pub use csv::Csv;
pub use folder::{Folder, Form};
pub use lines::{End, Lines};
pub use parquet::Parquet;
pub use run_record::{Counts, DocumentEntry, Entry, Journal, Outcome, RunLog};
pub use summary::{Reason, Summary};
pub use whole_file::{WholeFile, is_stream};
pub use workspace::Workspace;

use std::io;

use crate::model::Plan;

/// A record and its JSON on one line, made once for all sinks.
#[derive(Debug)]
pub struct Record {
    /// The record.
    pub plan: Plan,
    /// Its JSON, without a line feed.
    pub json: Vec<u8>,
}

impl Record {
    /// Makes the JSON of a record.
    pub fn new(plan: Plan) -> io::Result<Self> {
        // facts, sections and their words take about as much as the text itself, and more
        let mut json = Vec::with_capacity(4 * plan.text.as_ref().map_or(0, String::len));
        serde_json::to_writer(&mut json, &plan)?;
        Ok(Self { plan, json })
    }
}

/// Takes records in order.
pub trait Sink {
    /// Takes one record.
    fn take(&mut self, record: &Record) -> io::Result<()>;

    /// All records have been taken: what is still held back goes out, and files get their final names.
    fn finish(&mut self) -> io::Result<()>;
}
