//! The section tree as an outline, and what the document says of itself.

use std::io::{self, Write};

use anstyle::Style;

use super::{
    Options, context,
    render::{DIM, STRONG},
};
use crate::{
    model::{Document, Plan, Section, SectionKind},
    validate::Words,
};

/// How many letters of a section's text are shown.
const LONGEST: usize = 90;

/// One line a section, moved in by its level: id, heading or first words.
pub(super) fn sections(plan: &Plan, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let shown: Vec<&Section> = plan.sections.iter().filter(|s| options.holds(Some(&s.id))).collect();
    let top = shown.iter().map(|s| s.level).min().unwrap_or(1);
    for section in shown {
        let indent = 2 * (1 + section.level.saturating_sub(top));
        write!(out, "{:indent$}{STRONG}{}{STRONG:#}", "", section.id)?;
        if let Some(name) = named(section.kind) {
            write!(out, " {DIM}{name}{DIM:#}")?;
        }
        if let Some(heading) = &section.heading {
            write!(out, "  {}", context::one_line(heading, LONGEST))?;
        }
        if !section.text.is_empty() {
            write!(out, "  {DIM}{}{DIM:#}", context::one_line(&section.text, LONGEST))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The kinds that a section's id does not show.
fn named(kind: SectionKind) -> Option<&'static str> {
    match kind {
        SectionKind::Preamble => Some("preamble"),
        SectionKind::Part => Some("part"),
        SectionKind::Chapter => Some("chapter"),
        SectionKind::Article => Some("article"),
        SectionKind::Annex => Some("annex"),
        SectionKind::Row => Some("row"),
        SectionKind::Closing => Some("closing"),
        _ => None,
    }
}

/// One line a field, with the words that show it.
pub(super) fn metadata(document: &Document, words: Option<&Words>, out: &mut impl Write) -> io::Result<()> {
    for (name, value) in fields(document) {
        let style = if value.is_some() { Style::new() } else { DIM };
        let value = value.unwrap_or_else(|| "not in the words".to_owned());
        writeln!(out, "  {STRONG}{name:14}{STRONG:#}{style}{}{style:#}", context::one_line(&value, 300))?;
        if let Some(evidence) = document.evidence.get(name) {
            let shown = context::in_context(words, evidence.span, &evidence.text);
            writeln!(out, "{:16}{shown}  {DIM}{}{DIM:#}", "", evidence.rule)?;
        }
    }
    for attached in &document.attached {
        let title = attached.title.as_deref().unwrap_or_default();
        writeln!(out, "  {STRONG}{:14}{STRONG:#}{} {title}", "attached", attached.kind.name)?;
    }
    Ok(())
}

fn fields(document: &Document) -> Vec<(&'static str, Option<String>)> {
    let kind = document.kind.as_ref().map(|k| match &k.code {
        Some(code) => format!("{} ({code})", k.name),
        None => k.name.clone(),
    });
    let signer = document.signer.as_ref().map(|s| {
        let parts = s.authority.iter().chain(&s.title).chain(&s.name);
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    });
    let recipients = (!document.recipients.is_empty()).then(|| document.recipients.join("; "));
    vec![
        ("type", kind),
        ("number", document.number.clone().or_else(|| document.symbol.as_ref().map(|s| format!("blank, …/{s}")))),
        ("issued_on", document.issued_on.as_deref().map(super::plain::date)),
        ("place", document.place.clone()),
        ("issuer", document.issuer.clone()),
        ("parent_issuer", document.parent_issuer.clone()),
        ("title", document.title.clone()),
        ("signer", signer),
        ("recipients", recipients),
        ("period", document.period.as_deref().map(super::plain::date)),
    ]
}
