//! A fact's card: what it says in plain language, its words, its section and its rule.

use std::collections::HashMap;

use maud::{Markup, html};

use super::{notes, plain_language, words::Words};
use crate::model::{Fact, Locator, Place, Plan, Section, SectionKind, Severity, Span};

/// What cards need to know of their document.
pub(super) struct Cards<'a> {
    plan: &'a Plan,
    sections: HashMap<&'a str, &'a Section>,
    w: &'static Words,
}

impl<'a> Cards<'a> {
    pub(super) fn new(plan: &'a Plan, w: &'static Words) -> Self {
        Self { plan, sections: plan.sections.iter().map(|s| (s.id.as_str(), s)).collect(), w }
    }

    /// The cards of one kind of fact. `about` is what the fact is about, in the plan's words.
    pub(super) fn facts<T>(
        &self,
        facts: &'a [Fact<T>],
        about: impl Fn(&'a Fact<T>) -> &'a str,
        say: fn(&T, &Words) -> String,
    ) -> Markup {
        html! {
            @if facts.is_empty() { p.none { (self.w.nothing) } }
            @for fact in facts { (self.card(&fact.place, about(fact), &say(&fact.value, self.w))) }
        }
    }

    fn card(&self, place: &Place, about: &str, saying: &str) -> Markup {
        let w = self.w;
        let about = if bare(about) == bare(&place.text) { "" } else { about };
        html! {
            article.card id=(format!("f-{}", place.id)) data-f=(place.id) tabindex="0" {
                h3 { (saying) }
                @if !about.is_empty() { p.what { (about) } }
                q { (place.text) }
                p.about {
                    @match &place.section {
                        Some(section) => a href=(format!("#s-{section}")) { (self.section(section)) },
                        None => span { (w.in_title) },
                    }
                    @let spot = spot(&place.locator, w);
                    @if !spot.is_empty() { " · " span title=(w.place) { (spot) } }
                    " · " span title=(w.rule) { (place.rule) }
                    @if let Some(sure) = place.confidence { " · OCR " (sure) " %" }
                }
                (review(w))
            }
        }
    }

    /// `mục III.1.d · Nâng cao chất lượng › Thời gian thực hiện`
    fn section(&self, id: &str) -> String {
        let w = self.w;
        let own = self.sections.get(id);
        let name = match own.map(|s| s.kind) {
            Some(SectionKind::Preamble) => w.preamble.to_owned(),
            Some(SectionKind::Closing) => w.closing.to_owned(),
            _ => format!("{} {id}", w.section),
        };
        let above = |s: &&'a Section| self.sections.get(s.parent.as_deref()?).copied();
        let line = std::iter::successors(own.copied(), above);
        let mut headings: Vec<&str> = line.filter_map(|s| s.heading.as_deref()).take(2).collect();
        headings.reverse();
        if headings.is_empty() { name } else { format!("{name} · {}", headings.join(" › ")) }
    }

    /// The words of the section that holds a fact.
    pub(super) fn words_around(&self, place: &Place) -> &'a str {
        place.section.as_deref().and_then(|id| self.sections.get(id)).map_or("", |s| s.text.as_str())
    }

    /// What a new fact's card is made of.
    pub(super) fn template(w: &Words) -> Markup {
        html! {
            template id="new-card" { article.card tabindex="0" { h3 { (w.added) } q {} (review(w)) } }
        }
    }
}

/// What a reviewer says of a fact.
fn review(w: &Words) -> Markup {
    let buttons = [("right", "right", w.right), ("wrong", "wrong", w.wrong), ("edit", "edited", w.edit)];
    html! {
        p.review {
            @for (action, state, name) in buttons {
                button type="button" data-do=(action) data-state=(state) aria-pressed="false" { (name) }
            }
        }
    }
}

/// A text by its words alone.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Where the words stand in the original: `dòng 12`, `trang 3`.
fn spot(locator: &Locator, w: &Words) -> String {
    let parts = [
        (w.page, locator.page),
        (w.paragraph, locator.paragraph),
        (w.table, locator.table),
        (w.row, locator.row),
        (w.line, locator.line),
    ];
    parts.iter().filter_map(|(name, n)| Some(format!("{name} {}", (*n)?))).collect::<Vec<_>>().join(", ")
}

/// What the document says of itself.
pub(super) fn metadata(cards: &Cards) -> Markup {
    let (plan, w) = (cards.plan, cards.w);
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
                // the period follows from the title
                @if field != "period" { (review(w)) }
            }
        }
        p.about { (w.file) ": " (plan.source.path) " · " (plan.source.format) " · " (plan.source.encoding) " · " (plan.id) }
    }
}

/// What a reader should look at, warnings first.
pub(super) fn diagnostics(plan: &Plan, w: &Words) -> Markup {
    let mut all: Vec<_> = plan.diagnostics.iter().collect();
    all.sort_by_key(|d| std::cmp::Reverse(d.severity));
    let at = |span: &Option<Span>| span.map(|s| s.start.to_string());
    let said = |code: &str| (w.language == "vi").then(|| notes::in_vietnamese(code)).flatten();
    html! {
        @if all.is_empty() { p.none { (w.nothing) } }
        @for d in all {
            @let (severity, name) = match d.severity {
                Severity::Info => ("info", w.info),
                Severity::Warning => ("warning", w.warning),
            };
            article.card.(severity) data-at=[at(&d.span)] tabindex="0" {
                h3 { b { (name) ": " } (said(&d.code).unwrap_or(&d.message)) }
                p.about { (d.code) @if said(&d.code).is_some() { ": " (d.message) } }
            }
        }
    }
}
