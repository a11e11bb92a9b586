//! Parquet, one file a kind of fact: typed columns, lists where the record has lists, zstd, and the version of the
//! record's shape in the file's metadata.
//!
//! Rows are gathered column by column and written as a row group when they are many, so that memory stays bounded.

use std::{fmt::Write as _, io, path::Path, sync::Arc};

use ::parquet::{
    basic::{Compression, ZstdLevel},
    data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::parser::parse_message_type,
};

use super::{
    Record, Sink, WholeFile,
    rows::Cell,
    tables::{Kind, TABLES, Table},
};
use crate::model::SCHEMA_VERSION;

/// A row group is written when its values hold this many bytes.
const GROUP_BYTES: usize = 8 << 20;

/// Writes `documents.parquet`, `sections.parquet` … into a folder.
pub struct Parquet {
    files: Vec<TableFile>,
}

impl Parquet {
    /// Begins the files.
    pub fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self { files: TABLES.iter().map(|table| TableFile::new(folder, table)).collect::<io::Result<_>>()? })
    }
}

impl Sink for Parquet {
    fn take(&mut self, record: &Record) -> io::Result<()> {
        for (table, file) in TABLES.iter().zip(&mut self.files) {
            for row in (table.rows)(&record.plan) {
                file.add(row);
            }
            if file.bytes >= GROUP_BYTES {
                file.write_group()?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        for mut file in self.files.drain(..) {
            file.write_group()?;
            file.writer.into_inner().map_err(problem)?.finish()?;
        }
        Ok(())
    }
}

struct TableFile {
    writer: SerializedFileWriter<WholeFile>,
    columns: Vec<Column>,
    bytes: usize,
}

impl TableFile {
    fn new(folder: &Path, table: &Table) -> io::Result<Self> {
        let schema = parse_message_type(&message(table)).map_err(problem)?;
        let metadata = [("kehoach.schema_version", SCHEMA_VERSION), ("kehoach.table", table.name)]
            .map(|(key, value)| KeyValue::new(key.to_owned(), value.to_owned()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("kehoach version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(metadata.to_vec()))
            .build();
        let file = WholeFile::create(folder.join(format!("{}.parquet", table.name)))?;
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)).map_err(problem)?;
        let columns = table.columns().map(|(_, kind)| Column::new(kind)).collect();
        Ok(Self { writer, columns, bytes: 0 })
    }

    fn add(&mut self, row: Vec<Cell<'_>>) {
        for (column, cell) in self.columns.iter_mut().zip(row) {
            self.bytes += column.add(cell);
        }
    }

    fn write_group(&mut self) -> io::Result<()> {
        if self.bytes == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group().map_err(problem)?;
        for column in &mut self.columns {
            let mut writer = group.next_column().map_err(problem)?.expect("a writer for each column of the schema");
            column.write(&mut writer).map_err(problem)?;
            writer.close().map_err(problem)?;
        }
        group.close().map_err(problem)?;
        self.bytes = 0;
        Ok(())
    }
}

/// The table's shape in Parquet's own language.
fn message(table: &Table) -> String {
    let mut message = format!("message {} {{\n", table.name);
    for (name, kind) in table.columns() {
        let _ = match kind {
            Kind::Key => writeln!(message, "required binary {name} (STRING);"),
            Kind::Text => writeln!(message, "optional binary {name} (STRING);"),
            Kind::Integer => writeln!(message, "optional int64 {name};"),
            Kind::Number => writeln!(message, "optional double {name};"),
            Kind::Texts => writeln!(
                message,
                "required group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }}"
            ),
        };
    }
    message + "}"
}

/// The values of one column that no row group has yet. `defined` and `repeated` are Parquet's levels: 1 for a value
/// that is there, and for an item that continues its list.
struct Column {
    kind: Kind,
    texts: Vec<ByteArray>,
    integers: Vec<i64>,
    numbers: Vec<f64>,
    defined: Vec<i16>,
    repeated: Vec<i16>,
}

impl Column {
    fn new(kind: Kind) -> Self {
        let (texts, integers, numbers) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, texts, integers, numbers, defined: Vec::new(), repeated: Vec::new() }
    }

    /// Adds a value; gives about how many bytes it takes.
    fn add(&mut self, cell: Cell<'_>) -> usize {
        const LEVELS: usize = 4;
        let mut keep = |text: &str| {
            self.texts.push(ByteArray::from(text));
            text.len() + size_of::<ByteArray>()
        };
        match cell {
            Cell::Text(text) => {
                self.defined.push(i16::from(text.is_some()));
                LEVELS + text.map_or(0, |text| keep(&text))
            }
            Cell::Integer(n) => {
                self.defined.push(i16::from(n.is_some()));
                self.integers.extend(n);
                LEVELS + size_of::<i64>()
            }
            Cell::Number(n) => {
                self.defined.push(i16::from(n.is_some()));
                self.numbers.extend(n);
                LEVELS + size_of::<f64>()
            }
            Cell::Texts(items) => {
                // an empty list is one entry that is not there
                let entries = items.len().max(1);
                self.defined.extend(std::iter::repeat_n(i16::from(!items.is_empty()), entries));
                self.repeated.extend((0..entries).map(|n| i16::from(n > 0)));
                entries * LEVELS + items.iter().map(|item| keep(item)).sum::<usize>()
            }
        }
    }

    /// Writes the values and forgets them.
    fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let defined = (self.kind != Kind::Key).then_some(&self.defined[..]);
        let repeated = (self.kind == Kind::Texts).then_some(&self.repeated[..]);
        match self.kind {
            Kind::Integer => writer.typed::<Int64Type>().write_batch(&self.integers, defined, None)?,
            Kind::Number => writer.typed::<DoubleType>().write_batch(&self.numbers, defined, None)?,
            _ => writer.typed::<ByteArrayType>().write_batch(&self.texts, defined, repeated)?,
        };
        *self = Self::new(self.kind);
        Ok(())
    }
}

fn problem(error: ParquetError) -> io::Error {
    match error {
        // a full disk should be called a full disk
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(cause) => io::Error::other(cause),
        },
        error => io::Error::other(error),
    }
}
