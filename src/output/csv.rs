//! CSV, one file a kind of fact, as RFC 4180 has it: commas, quotes where needed, CRLF.
//!
//! A list is one cell, its items parted by ` | `; what is null is an empty cell.

use std::{borrow::Cow, io, io::Write, path::Path};

use super::{Record, Sink, WholeFile, rows::Cell, tables::TABLES};

/// Between the items of a list. The record's texts hold no lone bar: `normalize` takes it out.
const BETWEEN: &str = " | ";

/// Writes `documents.csv`, `sections.csv` … into a folder.
pub struct Csv {
    files: Vec<csv::Writer<WholeFile>>,
}

impl Csv {
    /// Begins the files; with `bom` each begins with the mark by which Excel knows UTF-8.
    pub fn new(folder: &Path, bom: bool) -> io::Result<Self> {
        let begin = |table: &super::tables::Table| {
            let mut file = WholeFile::create(folder.join(format!("{}.csv", table.name)))?;
            if bom {
                file.write_all("\u{feff}".as_bytes())?;
            }
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
            writer.write_record(table.columns().map(|(name, _)| name))?;
            Ok(writer)
        };
        Ok(Self { files: TABLES.iter().map(begin).collect::<io::Result<_>>()? })
    }
}

impl Sink for Csv {
    fn take(&mut self, record: &Record) -> io::Result<()> {
        for (table, writer) in TABLES.iter().zip(&mut self.files) {
            for row in (table.rows)(&record.plan) {
                for cell in row {
                    writer.write_field(shown(cell).as_bytes())?;
                }
                writer.write_record(None::<&[u8]>)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        for writer in self.files.drain(..) {
            let mut file = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
            file.finish()?;
        }
        Ok(())
    }
}

fn shown(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => text.unwrap_or_default(),
        Cell::Integer(n) => n.map(|n| n.to_string()).unwrap_or_default().into(),
        Cell::Number(n) => n.map(|n| n.to_string()).unwrap_or_default().into(),
        Cell::Texts(texts) => texts.join(BETWEEN).into(),
    }
}
