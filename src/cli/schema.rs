//! `kehoach schema`

use std::io::Write;

use super::Exit;

/// Print the JSON Schema of a record
///
/// The schema is made from the program's own types, so it says exactly what this version writes.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> anyhow::Result<Exit> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &crate::model::schema())?;
    writeln!(out)?;
    Ok(Exit::Success)
}
