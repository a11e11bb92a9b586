//! JSON Lines: one record a line.

use std::io::{self, Write};

use super::Sink;
use crate::model::Plan;

/// Writes records as JSON, one a line or indented.
pub struct Lines<W> {
    out: W,
    pretty: bool,
}

impl<W: Write> Lines<W> {
    /// A sink over a writer.
    pub fn new(out: W, pretty: bool) -> Self {
        Self { out, pretty }
    }
}

impl<W: Write> Sink for Lines<W> {
    fn take(&mut self, plan: &Plan) -> io::Result<()> {
        if self.pretty {
            serde_json::to_writer_pretty(&mut self.out, plan)?;
        } else {
            serde_json::to_writer(&mut self.out, plan)?;
        }
        self.out.write_all(b"\n")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
