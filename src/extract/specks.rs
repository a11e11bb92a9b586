//! Specks of the paper that a recognizer took for points, colons and quotation marks: `ngày. 15/12`, `Thể thao. và Du
//! lịch`, `điều.chỉnh`, `phối hợp:với`, `“Thời gian thực hiện: …` that nothing closes.

use std::ops::Range;

use crate::text::{
    floor, fold,
    letters::is_alphabetic,
    words::{List, Words},
};

/// The specks of a text, in order, and what stands there without them.
pub(super) fn specks(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let points = memchr::memchr2_iter(b'.', b':', text.as_bytes())
        .filter_map(|at| without(&text[..at], &text[at..]).map(|printed| (at..at + 1, printed)));
    let commas = memchr::memchr_iter(b';', text.as_bytes())
        .filter(|&at| parts_collective(&text[..at], &text[at + 1..]))
        .map(|at| (at..at + 1, ","));
    let quotes = text.match_indices('“').filter(|(at, _)| opens_nothing(&text[..*at], &text[*at..]));
    let mut all: Vec<_> = points.chain(commas).chain(quotes.map(|(at, mark)| (at..at + mark.len(), ""))).collect();
    all.sort_by_key(|(range, _)| range.start);
    all
}

/// `các sở; ban, ngành`: the point of a semicolon inside what is one.
fn parts_collective(before: &str, after: &str) -> bool {
    const HEADS: &Words =
        &Words::of(&["các sở", "các ban", "sở, ban", "các phòng", "các huyện", "các quận", "các xã", "các phường"]);
    let near = &before[floor(before, before.len().saturating_sub(24))..];
    let small = after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
    small && !after.starts_with(" các ") && HEADS.backs(&fold(near)).next().is_some()
}

/// A quotation mark at the beginning of a line, or before a small letter behind a comma, that none closes before the
/// line ends or another opens: `thông tấn, “báo chí viết về Hội thi “Nụ cười””`.
fn opens_nothing(before: &str, from_mark: &str) -> bool {
    let line = from_mark.split('\n').next().unwrap_or_default().strip_prefix('“').unwrap_or_default();
    if before.is_empty() || before.ends_with('\n') {
        return !line.contains(['”', '"']);
    }
    let next = line.find(['“', '”', '"']);
    let opens = |at: usize| !line[at..].starts_with('”') && line[..at].ends_with(' ');
    before.ends_with(", ") && line.starts_with(char::is_lowercase) && next.is_none_or(opens)
}

/// What is printed instead of the sign between two parts of a text, when it is a speck.
fn without(before: &str, from_sign: &str) -> Option<&'static str> {
    let (point, after) = (from_sign.starts_with('.'), &from_sign[1..]);
    let figure = |c: char| c.is_ascii_digit();
    if before.ends_with(figure) && point {
        // `2025.- 2035`
        let dash = after.trim_start().strip_prefix(['-', '–']);
        return dash.is_some_and(|far| far.trim_start().starts_with(figure)).then_some("");
    }
    let word = before.rsplit(|c: char| !is_alphabetic(c)).next().unwrap_or_default();
    if word.chars().count() < 2 {
        return None;
    }
    let Some(next) = after.strip_prefix(' ') else {
        // `HĐND.thành phố`, but `abc.vn`
        let next = after.split(|c: char| !is_alphabetic(c)).next().unwrap_or_default();
        let language = !word.is_ascii() || !next.is_ascii();
        // `thời hạn.02 ngày`
        let count = point && word.chars().all(char::is_lowercase) && after.starts_with(figure);
        return (language && next.starts_with(char::is_lowercase) || count).then_some(" ");
    };
    if !point {
        return None;
    }
    let dated = matches!(word, "ngày" | "tháng" | "năm" | "quý") && next.starts_with(figure);
    let goes_on = word.ends_with(char::is_lowercase) && next.starts_with(char::is_lowercase);
    (dated || goes_on).then_some("")
}

#[cfg(test)]
mod tests {
    use super::specks;

    #[test]
    fn what_parts_no_sentence_and_opens_nothing_is_a_speck() {
        for (read, printed) in [
            ("đến ngày. 15/12/2025", "đến ngày 15/12/2025"),
            ("Thể thao. và Du lịch", "Thể thao và Du lịch"),
            ("điều.chỉnh mục tiêu", "điều chỉnh mục tiêu"),
            ("HĐND.thành phố", "HĐND thành phố"),
            ("trong thời hạn.02 ngày", "trong thời hạn 02 ngày"),
            ("Thủ trưởng các sở; ban, ngành", "Thủ trưởng các sở, ban, ngành"),
            ("các sở, ngành; các xã", "các sở, ngành; các xã"),
            ("phối hợp:với Sở Y tế", "phối hợp với Sở Y tế"),
            ("Thời gian: từ tháng 3, lúc 9:30", "Thời gian: từ tháng 3, lúc 9:30"),
            ("giai đoạn 2025.- 2035", "giai đoạn 2025- 2035"),
            ("“Thời gian thực hiện: quý I", "Thời gian thực hiện: quý I"),
            ("“4 tại chỗ” là phương châm", "“4 tại chỗ” là phương châm"),
            ("v.v. và các việc khác. Sở Y tế", "v.v. và các việc khác. Sở Y tế"),
            ("tại www.abc.vn, 1.000 ha, TP. Huế", "tại www.abc.vn, 1.000 ha, TP. Huế"),
        ] {
            let mut text = read.to_owned();
            for (range, without) in specks(read).into_iter().rev() {
                text.replace_range(range, without);
            }
            assert_eq!(text, printed);
        }
    }
}
