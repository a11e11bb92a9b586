//! The page of a batch: its documents as a table, what failed, totals and pictures.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::json;

use super::{document_page, notes, page, pictures, plain_language, words::Words};
use crate::model::{Plan, Severity};

/// What the batch page keeps of a document: small, so that thousands fit into memory.
#[derive(Debug)]
struct Row {
    page: String,
    issuer: String,
    number: String,
    date: String,
    title: String,
    counts: [usize; 4],
    warnings: usize,
    path: String,
}

/// A file that gave no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file.
    pub path: String,
    /// The stable name of the kind of error.
    pub code: String,
    /// Why, for a person.
    pub message: String,
}

/// All that the batch page shows.
#[derive(Debug, Default)]
pub(super) struct Batch {
    rows: Vec<Row>,
    times: pictures::Times,
    duties: pictures::Duties,
    /// How many documents have each metadata field.
    fields: [usize; 9],
}

impl Batch {
    /// Takes note of a document whose page is `page`.
    pub(super) fn add(&mut self, plan: &Plan, page: String, w: &Words) {
        let d = &plan.document;
        let present = [
            d.kind.is_some(),
            d.number.is_some(),
            d.issued_on.is_some(),
            d.place.is_some(),
            d.issuer.is_some(),
            d.title.is_some(),
            d.period.is_some(),
            d.signer.as_ref().is_some_and(|s| s.name.is_some()),
            !d.recipients.is_empty(),
        ];
        for (count, present) in self.fields.iter_mut().zip(present) {
            *count += usize::from(present);
        }
        for deadline in &plan.deadlines {
            self.times.add(&deadline.value);
        }
        for a in &plan.assignments {
            self.duties.entry(a.value.agency.clone()).or_default()[pictures::column(a.value.role)] += 1;
        }
        self.rows.push(Row {
            page,
            issuer: d.issuer.clone().unwrap_or_default(),
            number: d.number.clone().or_else(|| d.symbol.clone()).unwrap_or_default(),
            date: d.issued_on.clone().unwrap_or_default(),
            title: d.title.clone().unwrap_or_else(|| document_page::name(plan, w)),
            counts: [plan.targets.len(), plan.deadlines.len(), plan.assignments.len(), plan.citations.len()],
            warnings: plan.diagnostics.iter().filter(|d| d.severity == Severity::Warning).count(),
            path: plan.source.path.clone(),
        });
    }

    /// The page.
    pub(super) fn render(&self, failures: &[Failure], w: &'static Words) -> String {
        let body = html! {
            header.top { h1 { "kehoach · " (w.batch) } }
            main {
                (self.totals(failures.len(), w))
                @if !failures.is_empty() { (failed(failures, w)) }
                div.tools {
                    input type="search" id="search" placeholder=(w.search_documents) aria-label=(w.search_documents) aria-keyshortcuts="/";
                    select id="year" aria-label=(w.issued_on) { option value="" { (w.every_year) } }
                    label { input type="checkbox" id="warned"; " " (w.only_problems) }
                    output id="shown" {}
                }
                (self.table(w))
                section.pictures id="pictures" {
                    h2 { (w.pictures) }
                    (self.completeness(w))
                    (pictures::timeline_over_batch(&self.times, w))
                    (pictures::matrix_over_batch(&self.duties, w))
                }
            }
        };
        page::page(w.batch, &body, &json!({ "words": w }), &page::BATCH, w)
    }

    fn totals(&self, failures: usize, w: &Words) -> Markup {
        let sum = |i: usize| self.rows.iter().map(|r| r.counts[i]).sum::<usize>();
        let warned = self.rows.iter().filter(|r| r.warnings > 0).count();
        let all = [
            (w.documents, self.rows.len()),
            (w.targets, sum(0)),
            (w.deadlines, sum(1)),
            (w.assignments, sum(2)),
            (w.citations, sum(3)),
        ];
        html! {
            dl.totals aria-label=(w.totals) {
                @for (name, n) in all { div { dt { (name) } dd { (plain_language::count(n, w)) } } }
                @if warned > 0 { div.warning { dt { (w.with_warnings) } dd { (plain_language::count(warned, w)) } } }
                @if failures > 0 { div.warning { dt { (w.failures) } dd { (plain_language::count(failures, w)) } } }
            }
        }
    }

    fn table(&self, w: &Words) -> Markup {
        let heads = [
            (w.issuer, "text"),
            (w.number, "text"),
            (w.issued_on, "text"),
            (w.title, "text"),
            (w.targets, "number"),
            (w.deadlines, "number"),
            (w.assignments, "number"),
            (w.citations, "number"),
            (w.warnings, "number"),
        ];
        html! {
            div.scroll tabindex="0" role="region" aria-label=(w.batch) {
                table id="documents" {
                    thead aria-label=(w.sort) { tr { @for (name, kind) in heads { th scope="col" aria-sort="none" data-kind=(kind) { button type="button" { (name) } } } } }
                    tbody { @for row in &self.rows { (row.render(w)) } }
                }
                p.none id="unfound" hidden { (w.unfound) }
            }
        }
    }

    fn completeness(&self, w: &Words) -> Markup {
        let names = [w.kind, w.number, w.issued_on, w.date_place, w.issuer, w.title, w.period, w.signer, w.recipients];
        let fields: Vec<(&str, usize)> = names.into_iter().zip(self.fields).collect();
        pictures::completeness(&fields, self.rows.len(), w)
    }
}

impl Row {
    fn render(&self, w: &Words) -> Markup {
        let date = if self.date.is_empty() { String::new() } else { plain_language::date(&self.date, w) };
        html! {
            tr data-warned=[(self.warnings > 0).then_some("")] {
                td { (self.issuer) }
                td.id { (self.number) }
                td.id data-v=(self.date) { (date) }
                td { a href=(self.page) title=(self.path) { (self.title) } }
                @for count in self.counts { td.n { (count) } }
                td.n.w { (self.warnings) }
            }
        }
    }
}

/// Failures by their kind, the most frequent first.
fn failed(failures: &[Failure], w: &Words) -> Markup {
    let mut kinds: BTreeMap<&str, Vec<&Failure>> = BTreeMap::new();
    for failure in failures {
        kinds.entry(failure.code.as_str()).or_default().push(failure);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, files)| std::cmp::Reverse(files.len()));
    let said = |code: &str| (w.language == "vi").then(|| notes::failure_in_vietnamese(code)).flatten();
    html! {
        section.failures {
            h2 { (w.failures) }
            @for (code, files) in kinds {
                details {
                    summary { b { (plain_language::count(files.len(), w)) } " · " (said(code).unwrap_or(&files[0].message)) " (" (code) ")" }
                    ul { @for f in files { li { code { (f.path) } ": " (f.message) } } }
                }
            }
        }
    }
}
