//! The page of one document: its text, its facts, its pictures.

use maud::{Markup, html};
use serde_json::json;

use super::{cards, marked_text, page, pictures, plain_language, words::Words};
use crate::model::Plan;

/// The page, and a link back to the list of documents.
pub(super) fn render(plan: &Plan, w: &'static Words) -> String {
    let name = name(plan, w);
    let body = html! {
        header.top {
            a.back href="../index.html" { "← " span { (w.back) } }
            div.name {
                p.lead { (lead(plan, w)) }
                h1 title=(name) { (plan.document.title.as_deref().unwrap_or(w.untitled)) }
            }
            p.progress {
                output id="reviewed" {}
                button type="button" id="download" title=(w.download_form) { (w.download) }
            }
        }
        div id="views" role="group" aria-label=(w.view) {
            @for (view, name) in [("facts", w.facts), ("text", w.text), ("outline", w.outline)] {
                button type="button" data-view=(view) aria-pressed="false" { (name) }
            }
        }
        main {
            nav.outline aria-label=(w.outline) { details open { summary { (w.outline) } (outline(plan)) } }
            section.text id="text" aria-label=(w.text) {
                @match &plan.text {
                    Some(text) => (marked_text::markup(plan, text)),
                    None => p.none { (w.no_text) },
                }
            }
            aside.facts aria-label=(w.facts) { (facts(plan, w)) }
        }
        (cards::Cards::template(w))
        div id="add" role="group" aria-label=(w.add) hidden {
            span { (w.add) }
            @for (kind, name) in [("t", w.target), ("d", w.deadline), ("a", w.assignment), ("c", w.citation)] {
                button type="button" data-kind=(kind) { (name) }
            }
        }
        footer { p { (w.keys) } }
    };
    let mut record = serde_json::to_value(plan).unwrap_or_default();
    if let Some(fields) = record.as_object_mut() {
        for heavy in ["text", "tables", "footnotes", "diagnostics"] {
            fields.remove(heavy);
        }
    }
    page::page(&name, &body, &json!({ "record": record, "words": w }), &page::DOCUMENT, w)
}

/// What an archivist looks for first: `Kế hoạch 12/KH-UBND · Ủy ban nhân dân xã … · 05/01/2024`.
fn lead(plan: &Plan, w: &Words) -> String {
    let d = &plan.document;
    let kind = d.kind.as_ref().map_or("", |k| k.name.as_str());
    let number = d.number.as_deref().or(d.symbol.as_deref()).unwrap_or_default();
    let date = d.issued_on.as_ref().map(|day| plain_language::date(day, w)).unwrap_or_default();
    let parts = [format!("{kind} {number}").trim().to_owned(), d.issuer.clone().unwrap_or_default(), date];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What to call a document: `Kế hoạch 12/KH-UBND: Trồng cây`.
pub(super) fn name(plan: &Plan, w: &Words) -> String {
    let d = &plan.document;
    let kind = d.kind.as_ref().map_or("", |k| k.name.as_str());
    let number = d.number.as_deref().or(d.symbol.as_deref()).unwrap_or_default();
    let title = d.title.as_deref().unwrap_or(w.untitled);
    let head = format!("{kind} {number}");
    if head.trim().is_empty() { title.to_owned() } else { format!("{}: {title}", head.trim()) }
}

fn outline(plan: &Plan) -> Markup {
    html! {
        ol {
            @for s in plan.sections.iter().filter(|s| s.heading.is_some() && s.level <= 4) {
                li class=(format!("l{}", s.level)) {
                    a href=(format!("#s-{}", s.id)) {
                        @if let Some(marker) = &s.marker { b { (marker) } " " }
                        (s.heading.as_deref().unwrap_or_default())
                    }
                }
            }
        }
    }
}

fn facts(plan: &Plan, w: &'static Words) -> Markup {
    let cards = cards::Cards::new(plan, w);
    let targets = cards.facts(&plan.targets, |t| &t.value.indicator, plain_language::target);
    let deadlines = cards.facts(&plan.deadlines, |d| cards.words_around(&d.place), plain_language::deadline);
    let assignments = cards.facts(&plan.assignments, |a| &a.value.task, plain_language::assignment);
    let citations =
        cards.facts(&plan.citations, |c| c.value.title.as_deref().unwrap_or_default(), plain_language::citation);
    let tabs: [(&str, &str, Option<usize>, Markup); 7] = [
        ("t", w.targets, Some(plan.targets.len()), targets),
        ("d", w.deadlines, Some(plan.deadlines.len()), deadlines),
        ("a", w.assignments, Some(plan.assignments.len()), assignments),
        ("c", w.citations, Some(plan.citations.len()), citations),
        ("m", w.metadata, None, cards::metadata(&cards)),
        ("x", w.diagnostics, Some(plan.diagnostics.len()), cards::diagnostics(plan, w)),
        ("p", w.pictures, None, pictures::of_document(plan, w)),
    ];
    html! {
        div.tabs role="tablist" aria-label=(w.facts) {
            @for (i, (key, name, count, _)) in tabs.iter().enumerate() {
                button type="button" role="tab" id=(format!("tab-{key}")) aria-controls=(format!("panel-{key}"))
                    aria-selected=(i == 0) {
                    // the sign that the text has below the words of this kind
                    @if "tdacm".contains(key) { span.sign.(key) aria-hidden="true" {} }
                    (name) @if let Some(count) = count { " " small { (count) } }
                }
            }
        }
        div.tools id="filters" {
            input type="search" id="search" placeholder=(w.search) aria-label=(w.search) aria-keyshortcuts="/";
            select id="state" aria-label=(w.filter) {
                option value="" { (w.all) }
                option value="none" { (w.unreviewed) }
                option value="right" { (w.right) }
                option value="wrong" { (w.wrong) }
                option value="edited" { (w.edited) }
            }
        }
        @for (key, name, _, cards) in &tabs {
            section.panel role="tabpanel" id=(format!("panel-{key}")) aria-labelledby=(format!("tab-{key}")) {
                h2 { (name) }
                (cards)
                @if *key != "p" { p.none.unfound hidden { (w.unfound) } }
            }
        }
    }
}
