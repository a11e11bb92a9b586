//! Horizons that hang above a figure: in its heading, in the lead-in of its list, in the headings above.

use std::ops::Range;

use super::{
    back,
    horizon::{self, Time, TimeKind},
};
use crate::{
    extract::Passage,
    model::SectionKind,
    sections::Node,
    text::{Text, behind, is_quote_open, words::Words},
};

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
            of_heading(words)
        };
        let by = lead_in.and_then(|words| of_lead_in(text.folded_at(words))).or_else(heading);
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

/// The horizon that a lead-in (`Đến năm 2030, phấn đấu:`) gives to the items below it. A period of a name is none.
fn of_lead_in(folded: &str) -> Option<String> {
    let opens = |t: &Time| ["", "phấn đấu", "mục tiêu"].contains(&folded[..t.range.start].trim());
    // a day inside a sentence says when something is done
    let day = |t: &Time| t.edtf.matches('-').count() > 1;
    let limits = |t: &&Time| (t.kind == TimeKind::Limit && !day(t)) || (t.kind != TimeKind::Baseline && opens(t));
    times(folded).iter().find(limits).map(|t| t.edtf.clone())
}

/// The horizon that a heading gives to what hangs on it: its first limit, else its first bare time, else
/// what it looks forward to (`Định hướng đến năm 2030`).
fn of_heading(folded: &str) -> Option<String> {
    let times = times(folded);
    let first = |kind| times.iter().find(|t| t.kind == kind && t.edtf.matches('-').count() < 2);
    let full = || times.iter().find(|t| t.kind == TimeKind::Limit);
    let time = first(TimeKind::Limit).or_else(|| first(TimeKind::Bare)).or_else(full);
    time.or_else(|| first(TimeKind::Other)).map(|t| t.edtf.clone())
}

/// The times of a heading or a lead-in: none that stands in a quoted title, and no period that is looked back on beside
/// another.
fn times(folded: &str) -> Vec<Time> {
    const REVIEWS: &Words =
        &Words::of(&["đánh giá kết quả", "kết quả thực hiện", "tình hình thực hiện", "đánh giá tình hình", "tổng kết"]);
    let mut times = horizon::times(folded);
    times.retain(|t| !is_quote_open(back::tail(&folded[..t.range.start], 400)));
    let reviewed = |t: &Time| {
        let before = back::tail(&folded[..t.range.start], 240);
        let own = before.rfind(" và ").map_or(before, |at| &before[at..]);
        REVIEWS.within(behind(own, b",;:"))
    };
    if times.iter().any(|t| !reviewed(t)) {
        times.retain(|t| !reviewed(t));
    }
    times
}
