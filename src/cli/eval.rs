//! `kehoach eval`

use std::{io::Write, path::PathBuf};

use anyhow::bail;
use clap::ValueEnum;

use super::Exit;
use crate::eval::{self, AttributeScore, LISTS, ListScore, Scores};

/// Compare records with gold records, field by field
///
/// Lists are aligned in reading order, so one missed or added fact costs one. An attribute with an ordinary value
/// (null, `eq`, `target`, no partners) is scored by F1 over the values that are not ordinary, others by accuracy, over
/// the matched facts only.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A folder of gold records (searched below), one record, or a .jsonl file
    gold: PathBuf,
    /// The records to compare: a folder, one record, or a .jsonl file whose records carry source.path
    output: PathBuf,
    /// List what was missed for a field (`targets`, `targets.by`), or for `all`
    #[arg(long, value_name = "FIELD")]
    misses: Option<String>,
    /// Show each plan's figures too
    #[arg(long)]
    by_plan: bool,
    /// How to print the figures
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let scores = eval::compare_folders(&args.gold, &args.output)?;
    for warning in &scores.warnings {
        anstream::eprintln!("{warning}");
    }
    if scores.documents.is_empty() {
        bail!("{}: no records", args.gold.display());
    }
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Text => text(&scores, args.by_plan, &mut out)?,
        Format::Markdown => markdown(&scores, args.by_plan, &mut out)?,
        Format::Json => json(&scores, args, &mut out)?,
    }
    if let (Some(field), false) = (&args.misses, matches!(args.format, Format::Json)) {
        misses(&scores, field, &mut out)?;
    }
    Ok(Exit::Success)
}

/// The lists in their order, where they were scored.
fn lists(scores: &Scores) -> impl Iterator<Item = (&str, &ListScore)> {
    LISTS.iter().filter_map(|name| Some((*name, scores.lists.get(*name)?)))
}

fn text(scores: &Scores, by_plan: bool, out: &mut impl Write) -> std::io::Result<()> {
    for name in &scores.absent {
        writeln!(out, "no output for {name}")?;
    }
    writeln!(
        out,
        "{:34}{:>10}{:>10}{:>10}{:>10}{:>8}{:>8}",
        "facts", "precision", "recall", "F1", "by plan", "gold", "output"
    )?;
    for (name, s) in lists(scores) {
        writeln!(
            out,
            "{name:34}{:10.3}{:10.3}{:10.3}{:10.3}{:8}{:8}",
            s.precision, s.recall, s.f1, s.macro_f1, s.gold, s.output
        )?;
    }
    let note = "   (F1 over values that are not ordinary, else accuracy)";
    writeln!(out, "\n{:34}{:>10}{:>8}{note}", "attributes of matched facts", "score", "n")?;
    for (name, AttributeScore { score, n }) in &scores.attributes {
        writeln!(out, "{name:34}{score:10.3}{n:8}")?;
    }
    if by_plan {
        write!(out, "\n{:34}", "F1 by plan")?;
        for list in LISTS {
            write!(out, "{:>12}", short(list))?;
        }
        writeln!(out)?;
        for document in &scores.documents {
            write!(out, "{:34}", document.name)?;
            for list in LISTS {
                write!(out, "{:>12}", cell(document.lists.get(list)))?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

fn markdown(scores: &Scores, by_plan: bool, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "| facts | precision | recall | F1 | by plan | gold | output |")?;
    writeln!(out, "|---|--:|--:|--:|--:|--:|--:|")?;
    for (name, s) in lists(scores) {
        writeln!(
            out,
            "| {name} | {:.3} | {:.3} | {:.3} | {:.3} | {} | {} |",
            s.precision, s.recall, s.f1, s.macro_f1, s.gold, s.output
        )?;
    }
    writeln!(out, "\n| attributes of matched facts | score | n |\n|---|--:|--:|")?;
    for (name, AttributeScore { score, n }) in &scores.attributes {
        writeln!(out, "| {name} | {score:.3} | {n} |")?;
    }
    if by_plan {
        writeln!(out, "\n| F1 by plan | {} |\n|---|--:|--:|--:|--:|--:|--:|", LISTS.map(short).join(" | "))?;
        for document in &scores.documents {
            let cells = LISTS.map(|list| cell(document.lists.get(list)));
            writeln!(out, "| {} | {} |", document.name, cells.join(" | "))?;
        }
    }
    Ok(())
}

fn json(scores: &Scores, args: &Args, out: &mut impl Write) -> anyhow::Result<()> {
    let mut value = serde_json::to_value(scores)?;
    if args.by_plan {
        value["documents"] = serde_json::to_value(&scores.documents)?;
    }
    if let Some(field) = &args.misses {
        let wanted: Vec<_> = scores.misses.iter().filter(|m| field == "all" || m.field == *field).collect();
        value["misses"] = serde_json::to_value(wanted)?;
    }
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)?;
    Ok(())
}

fn misses(scores: &Scores, field: &str, out: &mut impl Write) -> std::io::Result<()> {
    let mut fields: Vec<&str> = Vec::new();
    for miss in scores.misses.iter().filter(|m| field == "all" || m.field == field) {
        if !fields.contains(&miss.field.as_str()) {
            fields.push(&miss.field);
        }
    }
    for field in fields {
        writeln!(out, "\n== {field}")?;
        for miss in scores.misses.iter().filter(|m| m.field == field) {
            writeln!(out, "{}  {}", miss.document, miss.message)?;
        }
    }
    Ok(())
}

fn short(list: &str) -> &str {
    list.rsplit('.').next().unwrap_or(list)
}

/// F1, or a dash where there was nothing to find and nothing was found.
fn cell(score: Option<&ListScore>) -> String {
    score.filter(|s| s.gold + s.output > 0).map_or_else(|| "-".to_owned(), |s| format!("{:.3}", s.f1))
}
