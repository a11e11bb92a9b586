//! The plans that a document issues: each begins behind the signature with its type, or with its title alone.

use super::{AttachedPlan, document_type};
use crate::{
    layout::{Layout, LineKind, LogicalLine},
    lexicon::document_types,
    model::DocumentType,
    text::Text,
    value::marker,
};

/// Where the first of them begins, as a place in the lines; their end when there is none.
pub(super) fn begins(lines: &[LogicalLine]) -> usize {
    let (mut typed, mut signed) = (false, false);
    for (at, line) in lines.iter().enumerate() {
        match line.kind {
            LineKind::Type if typed || signed => return at,
            LineKind::Type => typed = true,
            LineKind::Title if signed => return at,
            LineKind::Authority | LineKind::Post => signed = true,
            _ => {}
        }
    }
    lines.len()
}

/// The plans in the lines from `from` on.
pub(super) fn read(text: &Text, layout: &Layout, from: usize) -> Vec<AttachedPlan> {
    let heads = |kind| matches!(kind, LineKind::Type | LineKind::Title);
    let mut plans = Vec::new();
    let mut above = None;
    for (at, line) in layout.lines.iter().enumerate().skip(from) {
        // a title below its type has been read with it
        if heads(line.kind) && !(line.kind == LineKind::Title && above == Some(LineKind::Type)) {
            let typed = line.kind == LineKind::Type;
            let title = layout.lines[at..].iter().find(|l| l.kind == LineKind::Title).map(|l| l.range.clone());
            let kind = if typed { Some(document_type(text.folded_at(&line.range))) } else { issued(text, layout) };
            let from = line.range.end;
            plans.extend(kind.map(|kind| AttachedPlan { kind, title, from }));
        }
        above = Some(line.kind);
    }
    plans
}

/// The type that the document's own words give to what it issues: `Ban hành kèm theo Quyết định này Kế hoạch …`, else
/// `Phê duyệt Kế hoạch …` in its title or where an article begins.
fn issued(text: &Text, layout: &Layout) -> Option<DocumentType> {
    const ENCLOSED: [&str; 2] = ["kèm theo quyết định này ", "kèm theo nghị quyết này "];
    const ISSUES: [&str; 3] = ["ban hành ", "phê duyệt ", "thông qua "];
    let lines = || layout.lines.iter().filter(|l| matches!(l.kind, LineKind::Title | LineKind::Paragraph));
    let folded = |line: &LogicalLine| text.folded_at(&line.range);
    let enclosed =
        lines().find_map(|l| ENCLOSED.iter().find_map(|lead| folded(l).split_once(lead)).map(|(_, what)| what));
    let issues = |l: &LogicalLine| {
        let words = text.at(&l.range);
        let from = marker::read(words, 0).map_or(0, |m| m.end);
        let words = folded(l).get(from..)?.trim_start().trim_start_matches("về việc ");
        ISSUES.iter().find_map(|lead| words.strip_prefix(lead))
    };
    let what = enclosed.or_else(|| lines().find_map(issues))?;
    let (_, kind) = document_types::names().at_start(what.trim_start_matches("bản "))?;
    Some(super::of_list(kind))
}
