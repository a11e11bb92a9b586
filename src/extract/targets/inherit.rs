//! Horizons that hang above a figure: in its heading, in the lead-in of its list, in the headings above.

use std::ops::Range;

use super::horizon;
use crate::extract::Passage;

/// The horizon of the nearest heading above the words that has one. A lead-in that ends with a colon (`Đến năm 2030
/// phấn đấu:`) heads the items below it as a heading does.
pub(super) fn horizon(passage: &Passage) -> Option<String> {
    let node = passage.node?;
    let text = passage.view.text;
    for (depth, node) in passage.view.tree.path(node).enumerate() {
        // the nearer words first: a lead-in stands below its node's heading
        let leads = |words: &&Range<usize>| text.at(words).trim_end().ends_with(':');
        let lead_in = if depth > 0 {
            node.text.last().filter(leads)
        } else {
            // a paragraph of the same node that leads in those after it
            node.text.iter().rev().filter(|words| words.end <= passage.range.start).find(leads)
        };
        let heading = || node.heading.as_ref().and_then(|words| horizon::of_heading(text.folded_at(words)));
        let by = lead_in.and_then(|words| horizon::of_lead_in(text.folded_at(words))).or_else(heading);
        if by.is_some() {
            return by;
        }
    }
    None
}
