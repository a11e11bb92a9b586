//! A fact's card: what it says in plain language, its words, its section and its rule.

use maud::{Markup, html};

use super::{plain_language, words::Words};
use crate::model::{Fact, Locator, Place, Plan, Span};

/// The cards of one kind of fact. `about` is what the fact is about, in the plan's words.
pub(super) fn facts<T>(facts: &[Fact<T>], about: fn(&T) -> &str, say: fn(&T, &Words) -> String, w: &Words) -> Markup {
    html! {
        @if facts.is_empty() { p.none { (w.nothing) } }
        @for fact in facts { (card(&fact.place, about(&fact.value), &say(&fact.value, w), w)) }
    }
}

fn card(place: &Place, about: &str, saying: &str, w: &Words) -> Markup {
    html! {
        article.card id=(format!("f-{}", place.id)) data-f=(place.id) tabindex="0" {
            h3 { (saying) }
            @if !about.is_empty() { p.what { (about) } }
            q { (place.text) }
            p.about {
                @match &place.section {
                    Some(section) => a href=(format!("#s-{section}")) { (w.section) " " (section) },
                    None => span { (w.in_title) },
                }
                " · " span title=(w.rule) { (place.rule) }
                @let spot = spot(&place.locator);
                @if !spot.is_empty() { " · " span title=(w.place) { (spot) } }
            }
            p.review hidden {
                button type="button" data-do="right" { (w.right) }
                button type="button" data-do="wrong" { (w.wrong) }
                button type="button" data-do="edit" { (w.edit) }
            }
        }
    }
}

/// Where the words stand in the original: `12:5`, `p. 3`.
fn spot(locator: &Locator) -> String {
    let mut parts = Vec::new();
    if let Some(page) = locator.page {
        parts.push(format!("p. {page}"));
    }
    if let Some(paragraph) = locator.paragraph {
        parts.push(format!("¶ {paragraph}"));
    }
    if let (Some(table), Some(row)) = (locator.table, locator.row) {
        parts.push(format!("⊞ {table}, {row}"));
    }
    if let (Some(line), Some(column)) = (locator.line, locator.column) {
        parts.push(format!("{line}:{column}"));
    }
    parts.join(" ")
}

/// What the document says of itself.
pub(super) fn metadata(plan: &Plan, w: &Words) -> Markup {
    let d = &plan.document;
    let own = |value: Option<&String>| value.cloned().unwrap_or_default();
    let signer = d.signer.as_ref().map(|s| {
        let lines = s.authority.iter().cloned().chain(s.title.clone()).chain(s.name.clone());
        lines.collect::<Vec<_>>().join(" · ")
    });
    let date = d.issued_on.as_ref().map(|day| plain_language::date(day, w));
    let period = d.period.as_ref().map(|p| plain_language::date(p, w));
    let kind = d.kind.as_ref().map(|k| match &k.code {
        Some(code) => format!("{} ({code})", k.name),
        None => k.name.clone(),
    });
    let fields = [
        ("type", w.kind, own(kind.as_ref())),
        ("number", w.number, own(d.number.as_ref().or(d.symbol.as_ref()))),
        ("issued_on", w.issued_on, own(date.as_ref())),
        ("place", w.date_place, own(d.place.as_ref())),
        ("issuer", w.issuer, own(d.issuer.as_ref())),
        ("parent_issuer", w.parent_issuer, own(d.parent_issuer.as_ref())),
        ("title", w.title, own(d.title.as_ref())),
        ("period", w.period, own(period.as_ref())),
        ("signer", w.signer, own(signer.as_ref())),
        ("recipients", w.recipients, d.recipients.join("; ")),
    ];
    html! {
        @for (field, name, value) in fields {
            @let evidence = d.evidence.get(field);
            article.card.field id=(format!("f-m-{field}")) data-f=(format!("m-{field}")) tabindex="0" {
                h3 { (name) }
                @if value.is_empty() { p.none { (w.missing) } } @else { p { (value) } }
                @if let Some(evidence) = evidence { p.about { span title=(w.rule) { (evidence.rule) } } }
            }
        }
        p.about { (w.file) ": " (plan.source.path) " · " (plan.source.format) " · " (plan.source.encoding) " · " (plan.id) }
    }
}

/// What a reader should look at.
pub(super) fn diagnostics(plan: &Plan, w: &Words) -> Markup {
    let at = |span: &Option<Span>| span.map(|s| s.start.to_string());
    html! {
        @if plan.diagnostics.is_empty() { p.none { (w.nothing) } }
        @for d in &plan.diagnostics {
            article.card.(severity(d.severity)) data-at=[at(&d.span)] tabindex="0" {
                h3 { (d.message) }
                p.about { (d.code) }
            }
        }
    }
}

fn severity(severity: crate::model::Severity) -> &'static str {
    match severity {
        crate::model::Severity::Info => "info",
        crate::model::Severity::Warning => "warning",
    }
}
