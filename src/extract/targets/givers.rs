//! Who gives a share of the costs: `ngân sách tỉnh hỗ trợ 60%`, `Nhà nước hỗ trợ 50% học phí`.

use std::ops::Range;

use super::{back, reading::Reading};
use crate::text::words::{Words, words};

/// Who gives, and the verb that tells of it.
const GIVERS: &[(&Words, &str)] = &[
    (&Words::of(&["ngân sách", "quỹ", "nhà nước"]), "hỗ trợ"),
    (&Words::of(&["dân cư", "nhân dân", "người dân", "cộng đồng", "doanh nghiệp", "các doanh nghiệp"]), "đóng góp"),
];

/// Levels of government, which give when they are all that stands before the verb.
const LEVELS: &Words = &Words::of(&["trung ương", "tỉnh", "thành phố", "huyện", "xã", "nhà nước"]);

/// Where the words in `range` end together with the verb of giving behind them.
pub(super) fn verb_end(reading: &Reading, n: usize, range: &Range<usize>) -> usize {
    let words = back::cut(reading.folded, range.clone());
    let after = back::cut(reading.folded, range.end..reading.figures[n].range.start);
    let verb = GIVERS.iter().find(|(givers, gives)| back::begins(words, *givers) && back::begins(after, &[*gives]));
    let level = reading.figures[n].is_rate() && LEVELS.contains(&words.trim()) && back::begins(after, &["hỗ trợ"]);
    let gives = verb.map(|(_, gives)| *gives).or(level.then_some("hỗ trợ"));
    gives.map_or(range.end, |gives| range.end + 1 + gives.len())
}

/// Do the words say who supports, so that they belong before what is supported?
pub(super) fn supports(words: &str) -> bool {
    back::strip(words, "hỗ trợ").is_some_and(|who| back::begins(who, GIVERS[0].0) || LEVELS.contains(&who.trim()))
}

/// `hỗ trợ` in `hỗ trợ 50% đối với hộ chăn nuôi nhỏ`: without the verb the words after the figure name nothing.
pub(super) fn verb_before<'a>(reading: &Reading<'a>, n: usize, after: &str) -> Option<&'a str> {
    let verb = "hỗ trợ";
    let start = back::skip_blanks(reading.folded, reading.leads[n].start);
    let leads = back::begins(back::cut(reading.folded, start..reading.figures[n].range.start), &[verb]);
    (leads && reading.figures[n].is_rate() && back::begins(after, words!["đối với", "cho"]))
        .then(|| back::cut(reading.plain, start..start + verb.len()))
}
