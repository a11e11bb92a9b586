//! The rows that a record has in each table, cell by cell in the order of the table's columns.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Fact, Locator, Place, Plan, Section};

/// The value of one column in one row.
#[derive(Debug)]
pub(super) enum Cell<'a> {
    Text(Option<Cow<'a, str>>),
    Integer(Option<i64>),
    Number(Option<f64>),
    Texts(Vec<Cow<'a, str>>),
}

pub(super) type Row<'a> = Vec<Cell<'a>>;

pub(super) fn documents(plan: &Plan) -> Vec<Row<'_>> {
    let (source, document) = (&plan.source, &plan.document);
    let kind = document.kind.as_ref();
    let signer = document.signer.as_ref();
    vec![vec![
        text(&plan.id),
        text(&plan.schema_version),
        text(&source.path),
        text(&source.format),
        text(&source.encoding),
        text(&source.sha256),
        Cell::Integer(i64::try_from(source.bytes).ok()),
        Cell::Integer(source.pages.and_then(|n| i64::try_from(n).ok())),
        maybe(kind.map(|k| &k.name)),
        maybe(kind.and_then(|k| k.code.as_ref())),
        maybe(document.number.as_ref()),
        maybe(document.symbol.as_ref()),
        maybe(document.issued_on.as_ref()),
        maybe(document.place.as_ref()),
        maybe(document.issuer.as_ref()),
        maybe(document.issuer_id.as_ref()),
        maybe(document.level.as_ref()),
        maybe(document.province.as_ref()),
        maybe(document.parent_issuer.as_ref()),
        maybe(document.title.as_ref()),
        maybe(signer.and_then(|s| s.name.as_ref())),
        maybe(signer.and_then(|s| s.title.as_ref())),
        signer.map_or(Cell::Texts(Vec::new()), |s| texts(&s.authority)),
        texts(&document.recipients),
        maybe(document.period.as_ref()),
        Cell::Texts(document.attached.iter().filter_map(|a| a.title.as_deref()).map(Cow::from).collect()),
        Cell::Texts(plan.diagnostics.iter().map(|d| Cow::from(d.code.as_str())).collect()),
        maybe(plan.text.as_ref()),
    ]]
}

pub(super) fn sections(plan: &Plan) -> Vec<Row<'_>> {
    fn row<'a>(plan: &'a Plan, section: &'a Section) -> Row<'a> {
        let Section { id, parent, kind, marker, heading, text: own, level, span, locator, .. } = section;
        vec![
            text(&plan.id),
            text(id),
            maybe(parent.as_ref()),
            word(kind),
            maybe(marker.as_ref()),
            maybe(heading.as_ref()),
            text(own),
            count(*level),
            count(span.start),
            count(span.end),
        ]
        .into_iter()
        .chain(located(locator))
        .collect()
    }
    plan.sections.iter().map(|section| row(plan, section)).collect()
}

pub(super) fn targets(plan: &Plan) -> Vec<Row<'_>> {
    facts(plan, &plan.targets, |t| {
        vec![
            Cell::Number(Some(t.value)),
            Cell::Number(t.value_max),
            maybe(t.unit.as_ref()),
            maybe(t.per.as_ref()),
            word(&t.comparator),
            word(&t.direction),
            maybe(t.by.as_ref()),
            maybe(t.baseline.as_ref()),
            text(&t.indicator),
            word(&t.role),
        ]
    })
}

pub(super) fn deadlines(plan: &Plan) -> Vec<Row<'_>> {
    facts(plan, &plan.deadlines, |d| {
        vec![
            word(&d.relation),
            maybe(d.date.as_ref()),
            maybe(d.recurrence.as_ref()),
            maybe(d.within.as_ref()),
            texts(&d.agencies),
        ]
    })
}

pub(super) fn assignments(plan: &Plan) -> Vec<Row<'_>> {
    facts(plan, &plan.assignments, |a| {
        vec![
            text(&a.agency),
            maybe(a.agency_id.as_ref()),
            maybe(a.level.as_ref()),
            maybe(a.province.as_ref()),
            word(&a.role),
            texts(&a.partners),
            text(&a.task),
            texts(&a.deadlines),
            texts(&a.task_refs),
        ]
    })
}

pub(super) fn citations(plan: &Plan) -> Vec<Row<'_>> {
    facts(plan, &plan.citations, |c| {
        vec![
            text(&c.kind),
            maybe(c.number.as_ref()),
            maybe(c.date.as_ref()),
            maybe(c.issuer.as_ref()),
            maybe(c.title.as_ref()),
            word(&c.relation),
        ]
    })
}

pub(super) fn table_rows(plan: &Plan) -> Vec<Row<'_>> {
    let tables = plan.tables.iter().enumerate();
    let rows = tables.flat_map(|(n, table)| table.rows.iter().enumerate().map(move |(r, cells)| (n, table, r, cells)));
    rows.map(|(n, table, r, cells)| {
        vec![
            text(&plan.id),
            count(n + 1),
            maybe(table.section.as_ref()),
            maybe(table.caption.as_ref()),
            count(r + 1),
            texts(&table.columns),
            texts(cells),
        ]
    })
    .collect()
}

/// Rows of facts: what every fact carries, then what its kind says.
fn facts<'a, T>(plan: &'a Plan, facts: &'a [Fact<T>], says: fn(&'a T) -> Row<'a>) -> Vec<Row<'a>> {
    let row = |fact: &'a Fact<T>| {
        let Place { id, section, text: words, span, rule, locator, .. } = &fact.place;
        let mut row = vec![
            text(&plan.id),
            text(id),
            maybe(section.as_ref()),
            text(words),
            count(span.start),
            count(span.end),
            text(rule),
        ];
        row.extend(says(&fact.value));
        row.extend(located(locator));
        row
    };
    facts.iter().map(row).collect()
}

fn located(at: &Locator) -> [Cell<'_>; 8] {
    let [line, column, page] = [at.line, at.column, at.page].map(maybe_count);
    let [paragraph, table, row, cell] = [at.paragraph, at.table, at.row, at.cell].map(maybe_count);
    [line, column, page, paragraph, table, row, cell, maybe(at.element.as_ref())]
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(Some(Cow::Borrowed(text)))
}

fn maybe(text: Option<&String>) -> Cell<'_> {
    Cell::Text(text.map(|t| Cow::Borrowed(t.as_str())))
}

fn texts(texts: &[String]) -> Cell<'_> {
    Cell::Texts(texts.iter().map(|t| Cow::Borrowed(t.as_str())).collect())
}

fn count(n: usize) -> Cell<'static> {
    maybe_count(Some(n))
}

fn maybe_count(n: Option<usize>) -> Cell<'static> {
    Cell::Integer(n.and_then(|n| i64::try_from(n).ok()))
}

/// The word that the record's JSON has for a value of a closed set.
fn word(value: &impl Serialize) -> Cell<'static> {
    let word = serde_json::to_value(value).ok();
    Cell::Text(word.as_ref().and_then(|w| w.as_str()).map(|w| Cow::Owned(w.to_owned())))
}
