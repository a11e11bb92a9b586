//! JSON Lines: one record a line, to a stream or a file.

use std::{
    io::{self, BufWriter, Stdout, Write},
    path::Path,
};

use super::{Compressed, Record, Sink};

/// How a stream of lines ends: standard output is flushed, a file gets its name.
pub trait End: Write {
    /// Nothing more will be written.
    fn end(&mut self) -> io::Result<()>;
}

impl End for BufWriter<Stdout> {
    fn end(&mut self) -> io::Result<()> {
        self.flush()
    }
}

/// Writes records as JSON, one a line or indented.
pub struct Lines<W> {
    out: W,
    pretty: bool,
}

impl Lines<BufWriter<Stdout>> {
    /// A sink over standard output.
    pub fn to_stdout(pretty: bool) -> Self {
        Self { out: BufWriter::with_capacity(1 << 16, io::stdout()), pretty }
    }
}

impl Lines<Compressed> {
    /// A sink over a file, compressed when its name says so.
    pub fn to_file(target: &Path) -> io::Result<Self> {
        Ok(Self { out: Compressed::create(target)?, pretty: false })
    }
}

impl<W: End> Sink for Lines<W> {
    fn take(&mut self, record: &Record) -> io::Result<()> {
        if self.pretty {
            serde_json::to_writer_pretty(&mut self.out, &record.plan)?;
        } else {
            self.out.write_all(&record.json)?;
        }
        self.out.write_all(b"\n")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.end()
    }
}
