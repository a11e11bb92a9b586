//! `kehoach explain`: what was found, in what words, by which rule.

mod context;
mod outline;
mod plain;
mod render;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::{Exit, extract::Reading};
use crate::{
    model::Plan,
    pipeline::{self, Pipeline},
};

pub use render::render;

/// Show what was found in a plan, with its words and the rule that found it
///
/// Prints the section tree as an outline, then each fact in its context, its fields in plain words, and the id of the
/// rule. Reads a plan, a record (.json) or records (.jsonl).
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A plan, a record (.json) or records (.jsonl)
    file: PathBuf,
    /// Show only these parts
    #[arg(long, value_enum, value_name = "PART", value_delimiter = ',')]
    only: Vec<Part>,
    /// Show only this section and what is below it (`IV.1`)
    #[arg(long, value_name = "ID")]
    section: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

/// A part of what `explain` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// What the document says of itself.
    Metadata,
    /// The section tree.
    Sections,
    /// Figures.
    Targets,
    /// Time limits.
    Deadlines,
    /// Who must do what.
    Assignments,
    /// Cited documents.
    Citations,
    /// What a reader of the record should know.
    Diagnostics,
}

/// What to show of a record.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only these parts; all when empty.
    pub only: Vec<Part>,
    /// Only this section and what is below it; then no metadata and no diagnostics.
    pub section: Option<String>,
}

impl Options {
    fn shows(&self, part: Part) -> bool {
        let whole = !matches!(part, Part::Metadata | Part::Diagnostics);
        (whole || self.section.is_none()) && (self.only.is_empty() || self.only.contains(&part))
    }

    /// Is the section the chosen one, or below it?
    fn holds(&self, section: Option<&str>) -> bool {
        let Some(chosen) = &self.section else {
            return true;
        };
        let below = section.and_then(|id| id.strip_prefix(chosen.as_str()));
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let options = Options { only: args.only.clone(), section: args.section.clone() };
    let mut out = anstream::AutoStream::auto(std::io::stdout()).lock();
    for plan in plans(&args.file, &args.reading)? {
        if let Some(id) = options.section.as_ref().filter(|id| !plan.sections.iter().any(|s| s.id == **id)) {
            bail!("{}: no section {id}", plan.source.path);
        }
        render(&plan, &options, &mut out)?;
    }
    Ok(Exit::Success)
}

/// The records that a file holds, or that it becomes.
fn plans(file: &Path, reading: &Reading) -> anyhow::Result<Vec<Plan>> {
    let name = || file.display().to_string();
    let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match extension {
        "json" => {
            let text = fs::read_to_string(file).with_context(name)?;
            Ok(vec![serde_json::from_str(&text).with_context(name)?])
        }
        "jsonl" | "ndjson" => {
            let text = fs::read_to_string(file).with_context(name)?;
            let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
            let plan = |(n, line)| serde_json::from_str(line).with_context(|| format!("{}:{}", name(), n + 1));
            lines.map(plan).collect()
        }
        _ => {
            let bytes = fs::read(file).with_context(name)?;
            let options = pipeline::Options { ingest: reading.options(), ..pipeline::Options::default() };
            let plan = Pipeline::new(options).extract(&bytes, file).with_context(name)?;
            Ok(vec![plan])
        }
    }
}
