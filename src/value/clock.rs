//! What is finer than a date and dropped: hours, parts of the day, days of the week, weeks of a month.

use super::{Cursor, quarter::roman};
use crate::text::{letters::is_alphabetic, words::words};

/// Steps over what is finer than our dates: `16h00`, `17 giờ 30 phút,`, `sáng`, `thứ hai,`, `tuần 2`, `tuần đầu`.
pub(super) fn week_or_hour(c: &mut Cursor) {
    let start = c.at();
    if c.word("tuần") {
        c.blanks();
        if c.rest().starts_with("thứ ") && c.rest()["thứ ".len()..].starts_with(|d: char| d.is_ascii_digit()) {
            c.word("thứ");
            c.blanks();
        }
        if !week(c) {
            c.seek(start);
            return;
        }
        // `tuần 1, 2 tháng 5`, `tuần 3 và tuần 4 của tháng 9`
        let mut next = *c;
        for _ in 0..4 {
            let joined = next.blanks().dash() || next.joint();
            next.blanks().word("tuần");
            if !joined || !week(next.blanks()) {
                break;
            }
            *c = next;
        }
        c.blanks().word("của");
        if !c.blanks().rest().starts_with("tháng") {
            c.seek(start);
        }
        return;
    }
    if !hour_range(c) {
        hours(c);
    }
    if c.any(words!["buổi sáng", "buổi chiều", "sáng", "chiều", "tối"]).is_some() {
        c.blanks();
    }
    // `ngày Chủ nhật, 18/1/2015`
    let mut named = *c;
    if named.word("ngày") && ["thứ ", "chủ nhật"].iter().any(|day| named.blanks().rest().starts_with(day)) {
        *c = *named.blanks();
    }
    if c.word("thứ") {
        let _ = c.blanks().any(words!["hai", "ba", "tư", "năm", "sáu", "bảy"]).is_some() || c.number(1).is_some();
        c.literal(",");
        c.blanks();
    } else if c.word("chủ nhật") {
        c.literal(",");
        c.blanks();
    }
    if !c.rest().starts_with("ngày") && c.at() != start && !c.rest().starts_with(|d: char| d.is_ascii_digit()) {
        c.seek(start);
    }
}

/// Which week of a month.
fn week(c: &mut Cursor) -> bool {
    c.any(words!["đầu tiên", "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "đầu", "cuối"]).is_some()
        || c.number(1).is_some()
        || roman(c).is_some()
}

/// Takes `7h30 đến 11h00`, `08 giờ 00 - 11 giờ 30,`: the hours from which to which something runs on one day.
pub(super) fn hour_range(c: &mut Cursor) -> bool {
    let start = c.at();
    let range = hours(c) && {
        let _ = c.blanks().dash() || c.any(&["đến", "tới"]).is_some();
        hours(c.blanks())
    };
    if !range {
        c.seek(start);
    }
    range
}

/// Takes an hour with the words around it: `16h00’`, `9 giờ`, `17 giờ 30 phút, `.
pub fn hours(c: &mut Cursor) -> bool {
    let start = c.at();
    let hour = c.number(2).is_some_and(|h| h <= 24);
    let sign = hour && (c.blanks().literal("giờ") || c.literal("h") || c.literal("g"));
    if !sign || c.rest().starts_with(is_alphabetic) {
        c.seek(start);
        return false;
    }
    if c.blanks().number(2).is_some() {
        let _ = c.blanks().word("phút") || c.literal("'") || c.literal("’") || c.literal("p");
    }
    c.literal(",");
    c.blanks();
    true
}

/// `(thứ bảy)` after a day.
pub fn weekday_gloss(c: &mut Cursor) {
    let mut tail = *c;
    if tail.blanks().literal("(thứ") || tail.literal("(chủ nhật") {
        let close = tail.rest().bytes().take(12).position(|b| b == b')');
        if let Some(close) = close {
            c.seek(tail.at() + close + 1);
        }
    }
}
