//! `kehoach report`

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
};

use anyhow::Context;
use serde_json::Value;
use walkdir::WalkDir;

use super::Exit;
use crate::{
    model::Plan,
    output::report::{Failure, Language, Site},
};

/// Write a site to look at what was found: each fact beside its words
///
/// Reads .json files (one record), .jsonl files (one record a line, or a run record, whose failures are shown) and folders
/// of them. The site opens from disk, needs no network, and lets a reviewer mark, mend and add facts and download the
/// result as gold. Exits with 1 when something was no record.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Records, or folders of records
    #[arg(required = true, value_name = "RECORDS")]
    records: Vec<PathBuf>,
    /// The folder of the site
    #[arg(short, long, value_name = "SITE")]
    output: PathBuf,
    /// The language of the interface
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut site = Site::new(&args.output, args.lang).with_context(|| args.output.display().to_string())?;
    let mut exit = Exit::Success;
    for path in args.records.iter().flat_map(|path| files(path)) {
        if let Err(error) = read(&path, &mut site, &mut exit) {
            anstream::eprintln!("kehoach: {}: {error:#}", path.display());
            exit = Exit::Problems;
        }
    }
    let pages = site.finish().with_context(|| args.output.display().to_string())?;
    anstream::eprintln!("{pages} documents: {}", args.output.join("index.html").display());
    Ok(exit)
}

/// A file, or the records below a folder in the order of their names.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = entries.map(walkdir::DirEntry::into_path);
    // a run's summary repeats what its record says
    let summary = |p: &Path| p.file_name().is_some_and(|n| n == "summary.json");
    paths.filter(|p| p.extension().is_some_and(|e| e == "json" || e == "jsonl") && !summary(p)).collect()
}

fn read(path: &Path, site: &mut Site, exit: &mut Exit) -> anyhow::Result<()> {
    if path.extension().is_none_or(|e| e != "jsonl") {
        return take(serde_json::from_slice(&fs::read(path)?)?, site);
    }
    for (n, line) in BufReader::new(File::open(path)?).lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let taken = serde_json::from_str(&line).map_err(anyhow::Error::from).and_then(|value| take(value, site));
        if let Err(error) = taken {
            anstream::eprintln!("kehoach: {}:{}: {error:#}", path.display(), n + 1);
            *exit = Exit::Problems;
        }
    }
    Ok(())
}

/// A record becomes a page, a failure of the run record a line; the other lines of a run record are passed over.
fn take(value: Value, site: &mut Site) -> anyhow::Result<()> {
    if value.get("schema_version").is_some() && value.get("sections").is_some() {
        let plan: Plan = serde_json::from_value(value).context("not a record of this version")?;
        return Ok(site.add(&plan)?);
    }
    if let Some(outcome) = value.get("outcome").and_then(Value::as_str) {
        if outcome == "failed" {
            let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            site.failed(Failure { path: text("path"), code: text("code"), message: text("message") });
        }
        return Ok(());
    }
    anyhow::bail!("neither a record nor a line of a run record")
}
