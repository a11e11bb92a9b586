//! A measure that hangs above: `Tỷ lệ hộ nghèo từng năm:`, and below it `- Năm 2024 còn 5%`, `- Huyện A còn 12%`.

use std::ops::Range;

use super::{back, ellipsis, inherit, reading::Reading, run_in::says_when};
use crate::{
    extract::Passage,
    text::{
        fold,
        words::{Words, words},
    },
};

/// Ratios: an item that gives a share and no measure leans on one of them.
const RATIOS: &Words =
    &Words::of(&["tỷ lệ", "tỉ lệ", "tỷ suất", "tỉ suất", "tỷ trọng", "tỉ trọng", "độ che phủ", "tốc độ"]);

/// Words that end the name of the ratio: whose it is, when, which way.
const ENDS: &Words = &Words::of(&[
    "của các",
    "tại các",
    "ở các",
    "các",
    "từng",
    "theo từng",
    "theo các",
    "theo địa bàn",
    "qua các",
    "hằng năm",
    "hàng năm",
    "mỗi năm",
    "như sau",
    "cụ thể",
    "giai đoạn",
    "năm",
    "đến năm",
    "đến hết",
    "đến cuối",
    "trong năm",
    "trong các",
    "giảm",
    "tăng",
    "còn",
    "phấn đấu",
    "so với",
    "trên địa bàn",
]);

/// Places, which own a share and are no measure of it.
pub(super) const PLACES: &Words = &Words::of(&[
    "địa phương",
    "tỉnh",
    "huyện",
    "thị xã",
    "thành phố",
    "quận",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
    "ấp",
    "các tỉnh",
    "các huyện",
    "các thị xã",
    "các thành phố",
    "các quận",
    "các xã",
    "các phường",
    "các thôn",
    "các bản",
    "các ấp",
    "các địa phương",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn huyện",
    "toàn xã",
    "khu vực",
    "vùng",
]);

/// A longer name of places is a sentence.
const MOST_WORDS: usize = 14;

/// Gives the shares that nothing measures in their own item, or a place alone, the ratio above.
pub(super) fn complete(passage: &Passage, reading: &Reading, indicators: &mut [String]) {
    let mut above = None;
    // `- Năm 2025: 12 tỷ đồng`: a label that only says when, so that the name stands above
    let opening = reading.figures.first().and_then(|first| reading.plain.get(..first.range.start));
    let label = opening.and_then(|words| words.trim_end().strip_suffix(':'));
    let dated = label.is_some_and(|label| says_when(label.trim_start_matches([' ', '-', '+'])));
    for n in 0..indicators.len() {
        // `- Năm 2024 còn 5%, tương ứng 700 hộ`
        if above.is_some() && ellipsis::restated(reading, n) {
            let (before, own) = indicators.split_at_mut(n);
            if let (Some(before), Some(own)) = (before.last(), own.first_mut()) {
                own.clone_from(before);
            }
            continue;
        }
        let words = &mut indicators[n];
        let place = is_place(&fold(words)) && bare(reading, n);
        // `Năm 2020: 31%; năm 2030: 40% dân số`: the whole after one of several shares
        let whole = above.is_some() && fold(words) == "dân số";
        if !(reading.figures[n].is_rate() || dated && words.is_empty()) || (!words.is_empty() && !place && !whole) {
            continue;
        }
        let Some(measure) = above.get_or_insert_with(|| ratio(passage, dated)) else { return };
        *words = if words.is_empty() || whole { measure.clone() } else { format!("{measure} {words}") };
    }
}

/// Does no word after the figure tell of what it is a share?
fn bare(reading: &Reading, n: usize) -> bool {
    let after = back::cut(reading.folded, reading.figures[n].range.end..reading.ceiling(n));
    let after = after.trim_start();
    after.is_empty() || after.starts_with([',', ';', '.', ')', '(', '/']) || back::begins(after, &["so với", "trở lên"])
}

fn is_place(folded: &str) -> bool {
    back::begins(folded, PLACES)
        && folded.split(' ').count() <= MOST_WORDS
        && !words!["có", "được", "đạt", "tỷ lệ", "số", "tham gia"].within(folded)
}

/// The ratio in the lead-in or the heading right above the item; where the item only says when, all of that.
fn ratio(passage: &Passage, dated: bool) -> Option<String> {
    let text = passage.view.text;
    let node = passage.node?;
    let mut path = passage.view.tree.path(node);
    let own = path.next()?;
    let before = inherit::lead_in_before(text, own, passage.range.start);
    let heading = |words: &&Range<usize>| words.end <= passage.range.start;
    let above = path.next();
    let places = [
        before,
        own.heading.as_ref().filter(heading),
        above.and_then(|node| node.text.last().filter(|words| inherit::leads(text, words))),
        above.and_then(|node| node.heading.as_ref()),
    ];
    let mut places = places.into_iter().flatten();
    let nearest = places.clone().next();
    let of_ratio = places.find_map(|words| name(text.at(words), text.folded_at(words)));
    of_ratio.or_else(|| nearest.and_then(|words| number(text.at(words), text.folded_at(words), dated)))
}

/// `Số người tập luyện thường xuyên:`, nothing but the name of a number, right above the share of them.
fn number(plain: &str, folded: &str, dated: bool) -> Option<String> {
    let words = folded.trim_start_matches([' ', '-', '+']);
    let rest = back::strip_front_any(words, &["số", "tổng số", "số lượng"]).or_else(|| dated.then_some(words))?;
    let name = plain.trim_matches([' ', '-', '+', ':', '.']);
    let own = rest.trim().split(' ').count() > 1 && name.split(' ').count() <= MOST_WORDS;
    (own && !folded.contains(|c: char| c.is_ascii_digit() || matches!(c, ';' | '('))).then(|| name.to_owned())
}

/// `tỷ lệ hộ nghèo` in `Kế hoạch giảm tỷ lệ hộ nghèo từng năm`; of two ratios neither is meant.
fn name(plain: &str, folded: &str) -> Option<String> {
    let at = RATIOS.find_in(folded)?;
    let words = &folded[at..];
    if RATIOS.last_in(words) != Some(0) {
        return None;
    }
    let mark = words.find(|c: char| matches!(c, ',' | ';' | ':' | '.' | '(') || c.is_ascii_digit());
    let end = mark.unwrap_or(words.len());
    let end = words[..end]
        .match_indices(' ')
        .map(|(blank, _)| blank)
        .find(|&blank| back::begins(&words[blank + 1..], ENDS))
        .unwrap_or(end);
    let name = plain.get(at..at + end)?.trim();
    // `tỷ lệ` alone names nothing
    (name.split(' ').count() > 2).then(|| name.to_owned())
}
