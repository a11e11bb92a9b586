//! Horizons that hang above a figure: in its heading, in the lead-in of its list, in the headings above.

use super::horizon;
use crate::extract::Passage;

/// The horizon of the nearest heading above the words that has one. A lead-in that ends with a colon (`Đến năm 2030
/// phấn đấu:`) heads the items below it as a heading does.
pub(super) fn horizon(passage: &Passage) -> Option<String> {
    let node = passage.node?;
    let text = passage.view.text;
    for (depth, node) in passage.view.tree.path(node).enumerate() {
        // the nearer words first: a lead-in stands below its node's heading
        let lead_in = node.text.last().filter(|words| depth > 0 && text.at(words).trim_end().ends_with(':'));
        for words in lead_in.into_iter().chain(&node.heading) {
            if let Some(by) = horizon::of_heading(text.folded_at(words)) {
                return Some(by);
            }
        }
    }
    None
}
