//! `kehoach validate`

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::ValueEnum;
use serde::Serialize;
use serde_json::Value;

use super::Exit;
use crate::validate::{self, Problem, line_of};

/// Check records against the schema and against what a schema cannot say
///
/// Reads .json files (one record) and .jsonl files (one record a line), whoever made them. Each problem names file and
/// line, the path in the record, the value, and the rule that it breaks. Exits with 1 when a record has a problem, with
/// 2 when a file could not be read.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Records to check; `-` reads JSON lines from standard input
    #[arg(required_unless_present = "rules")]
    files: Vec<PathBuf>,
    /// How to print the problems
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List the rules instead
    #[arg(long)]
    rules: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    /// One JSON object a line
    Json,
}

/// A problem with the place of its record.
#[derive(Serialize)]
struct Placed<'a> {
    file: &'a Path,
    line: usize,
    #[serde(flatten)]
    problem: &'a Problem,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut out = std::io::stdout().lock();
    if args.rules {
        for (rule, asks) in validate::RULES {
            writeln!(out, "{rule:16}{asks}")?;
        }
        return Ok(Exit::Success);
    }
    let mut exit = Exit::Success;
    for file in &args.files {
        let found = match read(file) {
            Ok(text) => check(file, &text, args.format, &mut out)?,
            Err(error) => {
                anstream::eprintln!("kehoach: {error:#}");
                Exit::Failure
            }
        };
        exit = exit.max(found);
    }
    Ok(exit)
}

fn read(file: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    let result = if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(drop)
    } else {
        fs::read_to_string(file).map(|read| text = read)
    };
    result.with_context(|| file.display().to_string())?;
    Ok(text)
}

fn check(file: &Path, text: &str, format: Format, out: &mut impl Write) -> anyhow::Result<Exit> {
    let by_lines = file == Path::new("-") || file.extension().is_some_and(|e| e == "jsonl" || e == "ndjson");
    let records: Vec<(usize, &str)> = if by_lines {
        text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty()).collect()
    } else {
        vec![(0, text)]
    };
    let mut exit = Exit::Success;
    for (lines_above, json) in records {
        let record: Value = match serde_json::from_str(json) {
            Ok(record) => record,
            Err(error) => {
                let line = lines_above + error.line();
                anstream::eprintln!("kehoach: {}:{line}: not JSON: {error}", file.display());
                exit = Exit::Failure;
                continue;
            }
        };
        if let Some(what) = of_a_run(&record) {
            anstream::eprintln!("kehoach: {}: {what}, not a record: passed over", file.display());
            return Ok(exit);
        }
        for problem in &validate::problems(&record) {
            let line = lines_above + line_of(json, &problem.path);
            match format {
                Format::Text => writeln!(out, "{}:{line}: {problem}", file.display())?,
                Format::Json => writeln!(out, "{}", serde_json::to_string(&Placed { file, line, problem })?)?,
            }
            exit = exit.max(Exit::Problems);
        }
    }
    Ok(exit)
}

/// What else a run leaves in its folder, so that `DIR/*.json` may be given.
fn of_a_run(json: &Value) -> Option<&'static str> {
    if json.get("sections").is_some() {
        return None;
    }
    let has = |names: &[&str]| names.iter().all(|name| json.get(name).is_some());
    if has(&["made_by", "failures"]) {
        return Some("the summary of a run");
    }
    has(&["outcome", "path"]).then_some("the record of a run")
}
