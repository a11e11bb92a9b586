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
            a href="../index.html" { "← " (w.back) }
            h1 { (name) }
            p.progress { output id="reviewed" {} " " button type="button" id="download" { (w.download) } }
        }
        main.document {
            nav.outline aria-label=(w.outline) { details open { summary { (w.outline) } (outline(plan)) } }
            section.text id="text" aria-label=(w.text) {
                @match &plan.text {
                    Some(text) => (marked_text::markup(plan, text)),
                    None => p.none { (w.no_text) },
                }
            }
            aside.facts aria-label=(w.facts) { (facts(plan, w)) }
        }
        div id="add" hidden {
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

fn facts(plan: &Plan, w: &Words) -> Markup {
    let tabs: [(&str, &str, usize, Markup); 7] = [
        ("t", w.targets, plan.targets.len(), cards::facts(&plan.targets, |t| &t.indicator, plain_language::target, w)),
        ("d", w.deadlines, plan.deadlines.len(), cards::facts(&plan.deadlines, |_| "", plain_language::deadline, w)),
        (
            "a",
            w.assignments,
            plan.assignments.len(),
            cards::facts(&plan.assignments, |a| &a.task, plain_language::assignment, w),
        ),
        (
            "c",
            w.citations,
            plan.citations.len(),
            cards::facts(&plan.citations, |c| c.title.as_deref().unwrap_or_default(), plain_language::citation, w),
        ),
        ("m", w.metadata, 0, cards::metadata(plan, w)),
        ("x", w.diagnostics, plan.diagnostics.len(), cards::diagnostics(plan, w)),
        ("p", w.pictures, 0, pictures::of_document(plan, w)),
    ];
    html! {
        div.tabs role="tablist" {
            @for (i, (key, name, count, _)) in tabs.iter().enumerate() {
                button type="button" role="tab" id=(format!("tab-{key}")) aria-controls=(format!("panel-{key}"))
                    aria-selected=(if i == 0 { "true" } else { "false" }) {
                    (name) @if *count > 0 { " " small { (count) } }
                }
            }
        }
        div.tools {
            input type="search" id="search" placeholder=(w.search) aria-label=(w.search);
            select id="state" aria-label=(w.reviewed) {
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
            }
        }
    }
}
