//! Days of the week in time expressions.

use super::expression::Expression;
use crate::value::{Cursor, Unit};

/// `thứ sáu`
pub(super) fn weekday(c: &mut Cursor) -> Option<&'static str> {
    const DAYS: [(&str, &str); 13] = [
        ("hai", "MO"),
        ("ba", "TU"),
        ("tư", "WE"),
        ("năm", "TH"),
        ("sáu", "FR"),
        ("bảy", "SA"),
        ("bẩy", "SA"),
        ("2", "MO"),
        ("3", "TU"),
        ("4", "WE"),
        ("5", "TH"),
        ("6", "FR"),
        ("7", "SA"),
    ];
    if c.word("chủ nhật") {
        c.blanks();
        return Some("SU");
    }
    let mut w = *c;
    let day = w.word("thứ").then(|| DAYS.iter().find(|(word, _)| w.blanks().word(word))).flatten()?;
    *c = w;
    c.blanks();
    Some(day.1)
}

/// The day of a weekly rhythm: `hằng tuần, trước 15 giờ thứ sáu`.
pub(super) fn weekday_of(c: &mut Cursor, into: &mut Expression) -> bool {
    let Some(rhythm) = into.rhythm.as_mut().filter(|r| r.unit == Unit::Week && r.weekday.is_none()) else {
        return false;
    };
    rhythm.weekday = weekday(c);
    rhythm.weekday.is_some()
}

/// `(thứ bảy)` after a day.
pub(super) fn weekday_gloss(c: &mut Cursor) {
    let mut tail = *c;
    if tail.blanks().literal("(thứ") || tail.literal("(chủ nhật") {
        let close = tail.rest().bytes().take(12).position(|b| b == b')');
        if let Some(close) = close {
            c.seek(tail.at() + close + 1);
        }
    }
}
