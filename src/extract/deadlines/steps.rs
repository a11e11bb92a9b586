//! Steps over the words inside a time expression that say no time: `dự kiến`, `trong 2 năm`, `trước ngày khai giảng`.

use super::{bounds::OPEN_TAILS, figures::span_of_years};
use crate::{
    text::{
        begins, floor,
        words::{Words, words},
    },
    value::{Cursor, period::clause, read_day},
};

/// `dự kiến`, `cụ thể`
pub(super) fn fillers(c: &mut Cursor) {
    while c.any(words!["dự kiến", "khoảng", "cụ thể", "ngay", "ít nhất là"]).is_some() {
        c.literal(":");
        c.blanks();
    }
}

/// `và kiện toàn thường xuyên`, `và bổ sung, sửa đổi hằng năm`: steps over the few words before the rhythm.
pub(super) fn some_words_before_rhythm(c: &mut Cursor) {
    let mut tail = *c;
    for _ in 0..6 {
        let rest = tail.blanks().rest();
        if ["thường xuyên", "hằng ", "hàng ", "định kỳ"].iter().any(|w| rest.starts_with(w)) {
            *c = tail;
            return;
        }
        let step = rest.find(' ').unwrap_or(rest.len());
        let word = rest.get(..step).unwrap_or_default();
        if word.is_empty() || word.contains([';', '.', ':', '(']) || word.starts_with(|d: char| d.is_ascii_digit()) {
            return;
        }
        tail.seek(tail.at() + step);
    }
}

/// How far the name of a day reaches, in bytes.
const LONGEST_NAME: usize = 80;

/// `trước ngày khai giảng năm học mới 05/9/2025`, `trước ngày bầu cử (15/3/2026)`: steps over what happens on the day.
pub(super) fn named_day(c: &mut Cursor, folded: &str) {
    const EVENTS: &Words = &Words::of(&[
        "khai giảng",
        "khai mạc",
        "bầu cử",
        "diễn ra",
        "lễ",
        "tổ chức",
        "thành lập",
        "tổng kết",
        "đại hội",
    ]);
    let mut tail = *c;
    let day = tail.blanks().word("ngày");
    let near = &tail.rest()[..floor(tail.rest(), LONGEST_NAME)];
    let name = &near[..near.find([',', ';', '.', '\n']).unwrap_or(near.len())];
    // `trước ngày Luật Đất đai có hiệu lực (01/7/2026)`
    let event = EVENTS.iter().any(|e| begins(name.trim_start(), e)) || name.contains("có hiệu lực");
    // `ngày khai giảng năm học 2025 - 2026 (05/9/2025)`: the day stands behind other figures
    let starts = |&at: &usize| name[at..].starts_with(|d: char| d.is_ascii_digit()) && name[..at].ends_with([' ', '(']);
    let figures = name.char_indices().map(|(at, _)| at).filter(starts);
    let at = figures.map(|at| tail.at() + at).find(|&at| read_day(folded, at).is_some());
    let named = event && (day || folded[..c.at()].trim_end().ends_with("ngày"));
    if let Some(at) = at.filter(|_| named) {
        c.seek(at);
    }
}

/// `trước mùa mưa bão năm 2026`, `vào dịp kỷ niệm ngày 20/10/2025`, `vào tuần cuối hằng tháng`: steps over the occasion whose
/// time follows.
pub(super) fn occasion(c: &mut Cursor) -> bool {
    const OCCASIONS: &Words = &Words::of(&["mùa", "vụ", "dịp", "tuần đầu", "tuần cuối"]);
    let mut tail = *c;
    if tail.blanks().any(OCCASIONS).is_none() {
        return false;
    }
    let name = &tail.rest()[..clause(tail.rest())];
    let time = name.char_indices().map(|(at, _)| at).filter(|&at| name[..at].ends_with(' ')).find(|&at| {
        let word = &name[at..];
        let dated = ["ngày ", "tháng ", "năm "].iter().find_map(|unit| word.strip_prefix(unit)).unwrap_or(word);
        dated.starts_with(|d: char| d.is_ascii_digit()) || ["hằng ", "hàng "].iter().any(|each| word.starts_with(each))
    });
    let Some(time) = time.filter(|&at| at < LONGEST_NAME) else { return false };
    c.seek(tail.at() + time);
    true
}

/// `trong 2 năm 2024 - 2025`: steps over how many years there are.
pub(super) fn counted_years(c: &mut Cursor) {
    let mut tail = *c;
    let count = tail.number(2).is_some() || tail.any(words!["hai", "ba", "bốn", "năm"]).is_some();
    let counted = count && tail.blanks().word("năm");
    if counted && tail.blanks().rest().starts_with("20") && span_of_years(tail.rest(), 0).is_some() {
        *c = tail;
    }
}

/// `trong 10 ngày đầu tháng 7/2026`: steps over which days of a month are meant, as a date tells whole months.
pub(super) fn edge_of_month(c: &mut Cursor) {
    let mut tail = *c;
    if tail.number(2).is_none() || !tail.blanks().word("ngày") {
        return;
    }
    tail.blanks().word("làm việc");
    let edge =
        tail.blanks().any(words!["đầu tiên của", "đầu tiên", "đầu của", "đầu", "cuối cùng của", "cuối của", "cuối"]);
    let month = tail.blanks().rest().strip_prefix("tháng ");
    if edge.is_some() && month.is_some_and(|month| month.starts_with(|d: char| d.is_ascii_digit())) {
        *c = tail;
    }
}

/// `trong dịp hè hằng năm`: only its rhythm follows the occasion.
pub(super) fn comes_each_year(mut c: Cursor) -> bool {
    occasion(&mut c) && ["hằng ", "hàng "].iter().any(|each| c.rest().starts_with(each))
}

/// `và những năm tiếp theo`, `và tiếp theo`, `trở đi`: part of the words, not of the date.
pub(super) fn open_tail(mut c: Cursor) -> Option<usize> {
    let _ = c.literal(",") | c.literal(";");
    let _ = c.blanks().any(&["và", "đến", "của"]);
    let _ = c.blanks().any(&["những", "các"]);
    c.blanks();
    c.any(OPEN_TAILS).map(|_| c.at())
}
