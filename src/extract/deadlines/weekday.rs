//! Days of the week in time expressions.

use super::expression::Expression;
use crate::{
    text::words::{Words, words},
    value::{Cursor, Unit},
};

/// `thứ sáu`, `sáng thứ 2 và chiều thứ 5`, `các ngày thứ 3, thứ 5`: the days of a week, one bit each, Monday the lowest.
pub(super) fn weekdays(c: &mut Cursor) -> Option<u8> {
    let mut w = *c;
    w.any(words!["các ngày", "các buổi", "ngày"]);
    let mut days = weekday(w.blanks())?;
    *c = w;
    while let Some(day) = w.joint().then(|| weekday(w.blanks())).flatten() {
        days |= day;
        *c = w;
    }
    Some(days)
}

/// `buổi sáng, buổi chiều` before `hằng ngày`: steps over the parts of the day.
pub(super) fn parts_of_day(c: &mut Cursor) -> bool {
    const PARTS: &Words = &Words::of(&[
        "buổi sáng",
        "buổi chiều",
        "buổi tối",
        "buổi trưa",
        "sáng",
        "chiều",
        "tối",
        "đầu giờ",
        "cuối giờ",
    ]);
    let mut w = *c;
    w.any(&["các"]);
    if w.blanks().any(PARTS).is_none() {
        return false;
    }
    *c = *w.blanks();
    loop {
        if !w.joint() || w.blanks().any(PARTS).is_none() {
            return true;
        }
        *c = *w.blanks();
    }
}

/// `thứ sáu`, `chiều thứ 6`
fn weekday(c: &mut Cursor) -> Option<u8> {
    const DAYS: [&[&str]; 6] =
        [&["hai", "2"], &["ba", "3"], &["tư", "4"], &["năm", "5"], &["sáu", "6"], &["bảy", "bẩy", "7"]];
    let mut w = *c;
    w.any(words!["buổi sáng", "buổi chiều", "buổi tối", "sáng", "chiều", "tối"]);
    w.blanks().any(&["ngày"]);
    let day = if w.blanks().word("chủ nhật") {
        6
    } else {
        w.word("thứ").then(|| DAYS.iter().position(|words| w.blanks().any(words).is_some())).flatten()?
    };
    *c = *w.blanks();
    Some(1 << day)
}

/// The day of a weekly rhythm: `hằng tuần, trước 15 giờ thứ sáu`.
pub(super) fn weekday_of(c: &mut Cursor, into: &mut Expression) -> bool {
    let Some(rhythm) = into.rhythm.as_mut().filter(|r| r.unit == Unit::Week && r.weekdays == 0) else {
        return false;
    };
    rhythm.weekdays = weekdays(c).unwrap_or_default();
    rhythm.weekdays != 0
}
