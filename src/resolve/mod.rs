//! From findings to the record: mentions merged, references to sections resolved, ids given, bytes become code points.

pub mod citations;
pub mod task_refs;

mod agencies;
mod diagnostics;
mod document;
mod label_blocks;
mod period;
mod positions;
mod short_forms;

pub use diagnostics::{CODES, Code};
pub use period::period_of_title;

use crate::{
    extract::{Finding, Findings, View, metadata::Metadata},
    ingest::RawDocument,
    layout::Layout,
    model::{Fact, Footnote, Place, Plan, Section, Source, Table},
    sections::NodeId,
};
use positions::Positions;

/// The record, but for its source.
pub fn plan(raw: &RawDocument, layout: &Layout, view: View, meta: Metadata, mut found: Findings) -> Plan {
    found.targets.sort_by_key(|f| f.range.start);
    found.deadlines.sort_by_key(|f| f.range.start);
    found.citations.sort_by_key(|f| f.range.start);
    let mut positions = Positions::new(raw, layout);
    let mut citations = citations::merge(view, found.citations);
    if let Some(own) = &meta.number {
        citations = citations::without_own(citations, own);
    }
    let mut duties = task_refs::link(view, found.assignments);
    let duty_carriers = label_blocks::carriers(view, &duties);
    let time_carriers = label_blocks::carriers(view, &found.deadlines);
    label_blocks::name_tasks(view, &mut duties, &duty_carriers);
    let mut deadlines = facts("d", found.deadlines, view, &mut positions);
    let mut assignments = facts("a", duties, view, &mut positions);
    let mut document = document::finish(view, meta, &mut positions);
    if layout.recognized {
        agencies::mend(&mut document, &mut assignments, &mut deadlines);
    }
    short_forms::write_out(view.text.plain(), &mut assignments, &mut deadlines);
    let home = agencies::issuer(&mut document);
    agencies::assignments(&mut assignments, home, document.issued_on.as_deref());
    agencies::link(&mut assignments, &mut deadlines);
    label_blocks::tie(&mut assignments, &duty_carriers, &mut deadlines, &time_carriers);
    let mut plan = Plan {
        schema_version: String::new(),
        id: String::new(),
        source: Source::default(),
        text: Some(view.text.plain().to_owned()),
        document,
        sections: sections(view, &mut positions),
        targets: facts("t", found.targets, view, &mut positions),
        deadlines,
        assignments,
        citations: facts("c", citations, view, &mut positions),
        tables: tables(view, &mut positions),
        footnotes: footnotes(view, &mut positions),
        diagnostics: Vec::new(),
    };
    diagnostics::add(&mut plan, raw, layout, view, &mut positions);
    plan
}

fn facts<T>(prefix: &str, findings: Vec<Finding<T>>, view: View, positions: &mut Positions) -> Vec<Fact<T>> {
    let fact = |(n, f): (usize, Finding<T>)| Fact {
        place: Place {
            id: format!("{prefix}{}", n + 1),
            section: section_id(view, f.node),
            text: view.text.at(&f.range).to_owned(),
            span: positions.span(&f.range),
            rule: f.rule.to_owned(),
            locator: positions.locator(f.range.start),
            confidence: positions.confidence(&f.range),
        },
        value: f.value,
    };
    findings.into_iter().enumerate().map(fact).collect()
}

fn section_id(view: View, node: Option<NodeId>) -> Option<String> {
    node.map(|n| view.tree.nodes[n].id.clone())
}

fn sections(view: View, positions: &mut Positions) -> Vec<Section> {
    let words = |r: &std::ops::Range<usize>| view.text.at(r);
    let section = |n: &crate::sections::Node| {
        let span = n.span();
        let between = if n.kind == crate::model::SectionKind::Row { " " } else { "\n" };
        Section {
            id: n.id.clone(),
            parent: section_id(view, n.parent),
            kind: n.kind,
            marker: (!n.marker.is_empty()).then(|| words(&n.marker).to_owned()),
            heading: n.heading.as_ref().map(|r| words(r).to_owned()),
            text: n.text.iter().map(words).collect::<Vec<_>>().join(between),
            level: n.level,
            span: positions.span(&span),
            locator: positions.locator(span.start),
        }
    };
    view.tree.nodes.iter().map(section).collect()
}

fn tables(view: View, positions: &mut Positions) -> Vec<Table> {
    let table = |t: &crate::sections::TableNode| {
        let cells = || t.rows.iter().flat_map(|r| &r.cells).filter(|c| !c.is_empty());
        let start = cells().map(|c| c.start).min().unwrap_or(0);
        let end = cells().map(|c| c.end).max().unwrap_or(start);
        Table {
            caption: t.caption.as_ref().map(|r| view.text.at(r).to_owned()),
            columns: t.columns.clone(),
            rows: t.rows.iter().map(|r| r.cells.iter().map(|c| view.text.at(c).to_owned()).collect()).collect(),
            section: section_id(view, t.node),
            span: positions.span(&(start..end)),
        }
    };
    view.tree.tables.iter().map(table).collect()
}

fn footnotes(view: View, positions: &mut Positions) -> Vec<Footnote> {
    let footnote = |f: &crate::sections::FootnoteNode| Footnote {
        mark: view.text.at(&f.mark).to_owned(),
        text: view.text.at(&f.text).to_owned(),
        section: section_id(view, f.node),
        span: positions.span(&f.text),
    };
    view.tree.footnotes.iter().map(footnote).collect()
}
