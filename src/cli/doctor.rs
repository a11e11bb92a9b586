//! `kehoach doctor`: which formats can be read here, and what is missing for the others.

use std::io::{self, Write};

use super::Exit;
use crate::ingest::{self, Format};

/// List the formats that can be read here, the programs they need, and the Debian packages to install.
///
/// Exit code 0: all formats can be read; 1: a program is missing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> anyhow::Result<Exit> {
    let mut out = io::stdout().lock();
    let mut packages: Vec<&str> = Vec::new();
    writeln!(out, "kehoach {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "\nFormats")?;
    for format in Format::ALL {
        let missing: Vec<_> = ingest::tools(*format).iter().filter(|tool| tool.path().is_none()).collect();
        packages.extend(missing.iter().map(|tool| tool.package));
        let names = Format::EXTENSIONS.iter().filter(|(_, f)| f == format).map(|(e, _)| format!(".{e}"));
        let names = names.collect::<Vec<_>>().join(" ");
        let state = if missing.is_empty() {
            "yes".to_owned()
        } else {
            let needs: Vec<String> = missing.iter().map(|tool| tool.program.to_owned()).collect();
            format!("no: needs {}", needs.join(", "))
        };
        writeln!(out, "  {:<10} {names:<24} {state}", format.name())?;
    }
    writeln!(out, "\nPrograms")?;
    let mut seen: Vec<&str> = Vec::new();
    for tool in Format::ALL.iter().flat_map(|format| ingest::tools(*format)) {
        if seen.contains(&tool.program) {
            continue;
        }
        seen.push(tool.program);
        let state = match tool.path() {
            None => format!("missing (Debian package: {})", tool.package),
            Some(_) => tool.version().unwrap_or_else(|error| format!("found, but does not run: {error}")),
        };
        writeln!(out, "  {:<10} {state}", tool.program)?;
    }
    let network =
        if ingest::network_is_cut() { "cut off" } else { "not cut off: this system does not let a user do it" };
    writeln!(out, "  {:<10} {network}", "(network)")?;
    packages.sort_unstable();
    packages.dedup();
    if packages.is_empty() {
        return Ok(Exit::Success);
    }
    writeln!(out, "\nTo read all formats: apt-get install {}", packages.join(" "))?;
    Ok(Exit::Problems)
}
