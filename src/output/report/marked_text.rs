//! The plan's text as it reads, each fact marked in its place.

use std::collections::{BTreeSet, HashMap};

use maud::{Markup, html};

use crate::model::{Plan, Section, Span};

/// A stretch of text that a fact points at.
struct Mark {
    span: Span,
    /// The fact's id; `m-FIELD` for metadata.
    fact: String,
}

/// The text, a paragraph a line.
pub(super) fn markup(plan: &Plan, text: &str) -> Markup {
    let marks = marks(plan);
    let letters = Letters::new(text);
    let mut cuts: Vec<(usize, bool, usize)> = Vec::with_capacity(marks.len() * 2);
    for (i, mark) in marks.iter().enumerate() {
        // ends before starts, so that neighbours do not overlap
        cuts.push((mark.span.start, true, i));
        cuts.push((mark.span.end, false, i));
    }
    cuts.sort_unstable_by_key(|&(at, starts, i)| (at, starts, i));
    let mut cuts = cuts.into_iter().peekable();
    let mut open: BTreeSet<usize> = BTreeSet::new();
    let heads: HashMap<usize, &Section> = plan.sections.iter().rev().map(|s| (s.span.start, s)).collect();
    let mut lines: Vec<Markup> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.chars().count();
        let mut pieces: Vec<Markup> = Vec::new();
        let mut at = start;
        while at < end {
            while let Some(&(cut, starts, i)) = cuts.peek()
                && cut <= at
            {
                if starts {
                    open.insert(i);
                } else {
                    open.remove(&i);
                }
                cuts.next();
            }
            let next = cuts.peek().map_or(end, |&(cut, ..)| cut.min(end)).max(at + 1);
            pieces.push(piece(letters.at(at..next), &open, &marks));
            at = next;
        }
        let section = heads.get(&start);
        let class = class(line, section.copied());
        lines.push(html! {
            p class=(class) id=[section.map(|s| format!("s-{}", s.id))] data-s=(start) { @for piece in &pieces { (piece) } }
        });
        start = end + 1;
    }
    html! { @for line in &lines { (line) } }
}

fn piece(words: &str, open: &BTreeSet<usize>, marks: &[Mark]) -> Markup {
    if open.is_empty() {
        return html! { (words) };
    }
    let ids: Vec<&str> = open.iter().map(|&i| marks[i].fact.as_str()).collect();
    // the kind that fewest words have shows on top
    let kind = ids.iter().filter_map(|id| id.chars().next()).min_by_key(|k| "tdcam".find(*k));
    html! { mark class=[kind] data-f=(ids.join(" ")) { (words) } }
}

fn class(line: &str, section: Option<&Section>) -> &'static str {
    match section {
        _ if line.contains('\t') => "row",
        // after a run-in heading the line goes on with words of its own
        Some(s) if s.heading.as_deref().is_some_and(|h| line.trim_end_matches([':', '.', ';']).ends_with(h)) => {
            match s.level {
                1 => "h1",
                2 => "h2",
                _ => "h3",
            }
        }
        _ => "plain",
    }
}

fn marks(plan: &Plan) -> Vec<Mark> {
    let mark = |span: Span, fact: &str| Mark { span, fact: fact.to_owned() };
    let mut marks: Vec<Mark> = Vec::new();
    marks.extend(plan.targets.iter().map(|f| mark(f.place.span, &f.place.id)));
    marks.extend(plan.deadlines.iter().map(|f| mark(f.place.span, &f.place.id)));
    marks.extend(plan.assignments.iter().map(|f| mark(f.place.span, &f.place.id)));
    marks.extend(plan.citations.iter().map(|f| mark(f.place.span, &f.place.id)));
    marks.extend(plan.document.evidence.iter().map(|(field, e)| mark(e.span, &format!("m-{field}"))));
    marks.retain(|m| m.span.start < m.span.end);
    marks
}

/// A text by code points.
struct Letters<'a> {
    text: &'a str,
    /// The byte of each code point, and the end.
    bytes: Vec<usize>,
}

impl<'a> Letters<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        Self { text, bytes }
    }

    fn at(&self, range: std::ops::Range<usize>) -> &'a str {
        let last = self.bytes.len() - 1;
        &self.text[self.bytes[range.start.min(last)]..self.bytes[range.end.min(last)]]
    }
}
