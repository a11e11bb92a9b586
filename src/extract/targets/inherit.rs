//! Horizons that hang above a figure: in its heading, in the lead-in of its list, in the headings above.

use std::ops::Range;

use super::{back, horizon};
use crate::{extract::Passage, model::SectionKind, sections::Node, text::Text};

/// So many paragraphs may stand below the one that leads them in.
const LONGEST_LIST: usize = 60;

/// The horizon of the nearest heading above the words that has one. A lead-in that ends with a colon (`Đến năm 2030
/// phấn đấu:`) heads the items below it as a heading does.
pub(super) fn horizon(passage: &Passage) -> Option<String> {
    let node = passage.node?;
    let text = passage.view.text;
    for (depth, node) in passage.view.tree.path(node).enumerate() {
        // the nearer words first: a lead-in stands below its node's heading
        let lead_in = if depth > 0 {
            node.text.last().filter(|words| leads(text, words))
        } else {
            // a paragraph of the same node that leads in those after it
            lead_in_before(text, node, passage.range.start)
        };
        // `Điều 1. Phê duyệt Kế hoạch … giai đoạn 2021 - 2025` says the title again
        let names_plan = |words: &str| {
            node.kind == SectionKind::Article && back::begins(words, &["phê duyệt", "ban hành", "nay ban hành"])
        };
        let heading = || {
            let words = node.heading.as_ref().map(|words| text.folded_at(words)).filter(|words| !names_plan(words))?;
            horizon::of_heading(words)
        };
        let by = lead_in.and_then(|words| horizon::of_lead_in(text.folded_at(words))).or_else(heading);
        if by.is_some() {
            return by;
        }
    }
    None
}

/// The nearest paragraph of a node, before a place in it, that leads in what follows.
pub(super) fn lead_in_before<'n>(text: &Text, node: &'n Node, at: usize) -> Option<&'n Range<usize>> {
    let above = node.text.partition_point(|words| words.end <= at);
    node.text[..above].iter().rev().take(LONGEST_LIST).find(|words| leads(text, words))
}

/// Does the paragraph lead in what follows?
pub(super) fn leads(text: &Text, words: &Range<usize>) -> bool {
    text.at(words).trim_end().ends_with(':')
}
