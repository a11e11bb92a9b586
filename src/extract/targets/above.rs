//! A measure that hangs above: `Tỷ lệ hộ nghèo từng năm:`, and below it `- Năm 2024 còn 5%`, `- Huyện A còn 12%`.

use std::ops::Range;

use super::{back, ellipsis, reading::Reading};
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
        if !reading.figures[n].is_rate() || (!words.is_empty() && !place) {
            continue;
        }
        let Some(measure) = above.get_or_insert_with(|| ratio(passage)) else { return };
        *words = if words.is_empty() { measure.clone() } else { format!("{measure} {words}") };
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

/// The ratio in the lead-in or the heading right above the item.
fn ratio(passage: &Passage) -> Option<String> {
    let text = passage.view.text;
    let node = passage.node?;
    let mut path = passage.view.tree.path(node);
    let own = path.next()?;
    let leads = |words: &&Range<usize>| text.at(words).trim_end().ends_with(':');
    let before = own.text.iter().rev().filter(|words| words.end <= passage.range.start).find(leads);
    let heading = |words: &&Range<usize>| words.end <= passage.range.start;
    let above = path.next();
    [
        before,
        own.heading.as_ref().filter(heading),
        above.and_then(|node| node.text.last().filter(leads)),
        above.and_then(|node| node.heading.as_ref()),
    ]
    .into_iter()
    .flatten()
    .find_map(|words| name(text.at(words), text.folded_at(words)))
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
