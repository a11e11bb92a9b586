//! Times by their place in a month, a quarter or a week: `thứ Sáu tuần 1 hằng tháng`, `ngày cuối cùng của quý`, `cuối
//! tháng`, `định kỳ chiều thứ Sáu`, `báo cáo: tuần (thứ Năm), tháng (ngày 20)`.

use super::{bounds::LENGTH_CUES, context::tail, expression::Expression, weekday::weekdays};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::words::{Words, words},
    value::{
        Cursor, Date, Duration, Rhythm, Unit,
        duration::{read_count, read_unit},
        placed_month::ONE_OF_THEM,
        quarter::{read_quarter, roman},
    },
};

/// Days that name their own place.
const EDGE_DAYS: &Words = &Words::of(&[
    "ngày làm việc cuối cùng",
    "ngày làm việc đầu tiên",
    "ngày cuối cùng",
    "ngày đầu tiên",
    "ngày cuối",
    "ngày đầu",
]);

/// `thứ Sáu tuần 1 hằng tháng`, `thứ Hai đầu tuần`, `tuần cuối của quý`, `ngày cuối cùng của tháng`, `cuối tháng`.
pub(super) fn placed(c: &mut Cursor, folded: &str, into: &mut Expression) -> bool {
    // figures begin most expressions, and none of these
    if into.period.is_some() || into.within.is_some() || c.rest().starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let mut w = *c;
    let periodic = w.word("định kỳ");
    let on = periodic && w.blanks().word("vào");
    let edge = w.blanks().any(EDGE_DAYS).is_some();
    let days = if edge { None } else { weekdays(&mut w) };
    let day = edge || days.is_some();
    if days.is_some() {
        // `thứ Sáu của tuần cuối tháng`
        w.word("của");
    }
    let week = !edge && weeks_of(w.blanks());
    let side = !edge && !week && w.blanks().any(words!["đầu tiên", "cuối cùng", "đầu", "giữa", "cuối"]).is_some();
    if !(edge || week || side) {
        return false;
    }
    let Some(rhythm) = of_each(&mut w, side).or_else(|| each_so_far(into).filter(|_| week || day && side)) else {
        return false;
    };
    let slot = day || week;
    let free = || stands_alone(w) && begins_here(&folded[..c.at()]);
    if !(slot || free()) {
        return false;
    }
    let weekdays = days.filter(|_| rhythm.unit == Unit::Week).unwrap_or_default();
    into.rhythm = Some(Rhythm { weekdays, ..rhythm });
    into.periodic |= periodic;
    into.placed = true;
    into.slot |= slot;
    into.side |= !slot;
    into.bound = into.bound.or((on || slot).then_some(DeadlineRelation::On));
    *c = w;
    true
}

/// `trong 05 ngày đầu tháng`, `chậm nhất 10 ngày đầu của quý`, `10 ngày cuối hằng tháng`: a window of each month, quarter
/// or year; one at its beginning starts on its first day.
pub(super) fn edge_of_each(c: &mut Cursor, folded: &str, into: &mut Expression) -> bool {
    let mut w = *c;
    if into.rhythm.is_some() || into.period.is_some() || into.within.is_some() {
        return false;
    }
    let bound = w.keyed(LENGTH_CUES).map(|cue| cue.0);
    let Some(count) = read_count(w.blanks()).filter(|n| *n > 0) else { return false };
    let Some(unit) = read_unit(w.blanks()).filter(|unit| matches!(unit, Unit::Day | Unit::Week)) else { return false };
    w.blanks().word("làm việc");
    let Some(side) = w.blanks().any(words!["đầu tiên", "đầu", "cuối cùng", "cuối"]) else { return false };
    let mut each = w;
    each.blanks().word("của");
    let each = each.blanks().any(words!["hằng", "hàng", "mỗi"]).is_some();
    // `kết quả sản xuất 10 ngày đầu tháng` is what is told of
    let before = folded[..c.at()].trim_end();
    let opens = before.is_empty() || before.ends_with([',', ';', ':', '.', '-', '+', '\n', '\t', '(']);
    if bound.is_none() && !each && !opens {
        return false;
    }
    // `trong 02 ngày cuối tuần` is the weekend
    let Some(rhythm) = of_each(&mut w, false) else { return false };
    into.rhythm = Some(if side < 2 { rhythm.on(Date::DayOfMonth(1)) } else { rhythm });
    into.within = Some(Duration { count, unit });
    into.bound = bound;
    into.firm = true;
    *c = w;
    true
}

/// `tuần 1`, `tuần thứ nhất và tuần thứ ba`
fn weeks_of(c: &mut Cursor) -> bool {
    if !week_of(c) {
        return false;
    }
    let mut w = *c;
    for _ in 0..3 {
        if !w.joint() || !week_of(w.blanks()) {
            break;
        }
        *c = w;
    }
    true
}

/// `tuần 1`, `tuần thứ 2`, `tuần thứ ba`, `tuần cuối cùng`
fn week_of(c: &mut Cursor) -> bool {
    let mut w = *c;
    if w.any(&["tuần lễ", "tuần"]).is_none() {
        return false;
    }
    let ordinal = w.blanks().word("thứ");
    let which = ordinal && w.blanks().any(words!["nhất", "hai", "ba", "tư"]).is_some()
        || !ordinal && w.blanks().any(words!["đầu tiên", "cuối cùng", "đầu", "cuối"]).is_some()
        || w.blanks().number(1).is_some_and(|n| (1..=5).contains(&n))
        || roman(&mut w).is_some();
    if which {
        *c = w;
    }
    which
}

/// `hằng tháng`, `của mỗi quý`, `tháng`: each month, each quarter, each week of which it is a side; `tháng 6`, `quý II`, `tháng này` are one.
fn of_each(c: &mut Cursor, side: bool) -> Option<Rhythm> {
    let mut w = *c;
    w.blanks().word("của");
    let each = w.blanks().any(words!["hằng", "hàng", "mỗi", "từng", "các"]).is_some();
    if month_of_quarter(w.blanks()) {
        *c = w;
        return Some(Rhythm::every(1, Unit::Quarter));
    }
    let unit = read_unit(&mut w)?;
    if !(matches!(unit, Unit::Month | Unit::Quarter) || unit == Unit::Week && side) {
        return None;
    }
    let mut next = w;
    let figure = next.blanks().rest().starts_with(|d: char| d.is_ascii_digit() || d == '/');
    let named = next.word("thứ") || next.any(ONE_OF_THEM).is_some();
    let one = figure || named || unit == Unit::Quarter && read_quarter(&mut next).is_some();
    if one && !each {
        return None;
    }
    *c = w;
    Some(Rhythm::every(1, unit))
}

/// `tháng thứ ba của quý`, `tháng cuối quý`; `tháng cuối quý II` is one month.
fn month_of_quarter(c: &mut Cursor) -> bool {
    let mut w = *c;
    let which =
        words!["thứ nhất", "thứ hai", "thứ ba", "thứ 1", "thứ 2", "thứ 3", "đầu tiên", "cuối cùng", "đầu", "cuối"];
    if !w.word("tháng") || w.blanks().any(which).is_none() {
        return false;
    }
    w.blanks().word("của");
    w.blanks().any(words!["mỗi", "hằng", "hàng", "từng", "các"]);
    let mut next = w;
    if !w.blanks().word("quý") || next.blanks().word("quý") && read_quarter(next.blanks()).is_some() {
        return false;
    }
    *c = w;
    true
}

/// The rhythm that the words before gave: `hằng tháng, vào thứ Sáu tuần cuối`.
fn each_so_far(into: &Expression) -> Option<Rhythm> {
    into.rhythm.filter(|r| matches!(r.unit, Unit::Month | Unit::Quarter) && r.days_of_month == 0)
}

/// `cuối tháng` alone is a time only where its clause ends or the deed follows.
fn stands_alone(mut c: Cursor) -> bool {
    let rest = c.blanks().rest();
    rest.is_empty() || rest.starts_with([',', '.', ';', ':', ')', '\n', '\t']) || TIME_PHRASES.begins_with_verb(rest)
}

/// `từ đầu tháng`, `đến cuối quý`, `tháng cuối quý`, `số dư cuối tháng`: a part of something else.
fn begins_here(before: &str) -> bool {
    const PARTS: &Words =
        &Words::of(&["từ", "đến", "tới", "hết", "tháng", "ngày", "ngay", "kỳ", "dư", "tồn", "số", "sang", "khi"]);
    let before = before.trim_end();
    !PARTS.iter().any(|part| before.ends_with(part))
}

/// `định kỳ chiều thứ Sáu`, `định kỳ vào thứ Hai hằng tuần`
pub(super) fn regular_weekday(c: &mut Cursor, into: &mut Expression) -> bool {
    let mut w = *c;
    if into.rhythm.is_some() || into.period.is_some() || !w.word("định kỳ") {
        return false;
    }
    let on = w.blanks().word("vào");
    let Some(days) = weekdays(w.blanks()) else { return false };
    *c = w;
    if w.blanks().any(words!["hằng tuần", "hàng tuần", "mỗi tuần", "trong tuần"]).is_some() {
        *c = w;
    }
    into.rhythm = Some(Rhythm { weekdays: days, ..Rhythm::every(1, Unit::Week) });
    into.periodic = true;
    into.placed = true;
    into.bound = on.then_some(DeadlineRelation::On);
    true
}

/// `báo cáo: tuần (chiều thứ Năm), tháng (ngày 20)`: a report's rhythm, its day in parentheses.
pub(super) fn unit_with_day(c: &mut Cursor, folded: &str, into: &mut Expression) -> bool {
    const REPORT_NEAR: usize = 160;
    let mut w = *c;
    if into.rhythm.is_some() || into.period.is_some() || into.within.is_some() {
        return false;
    }
    let Some(unit) = read_unit(&mut w).filter(|unit| matches!(unit, Unit::Week | Unit::Month)) else { return false };
    if !w.blanks().literal("(") || !words!["báo cáo", "giao ban"].within(tail(&folded[..c.at()], REPORT_NEAR)) {
        return false;
    }
    let on = w.blanks().word("vào");
    let every = Rhythm::every(1, unit);
    let rhythm = if unit == Unit::Week {
        weekdays(w.blanks()).map(|weekdays| Rhythm { weekdays, ..every })
    } else {
        let day = w.blanks().word("ngày").then(|| w.blanks().number(2)).flatten();
        day.filter(|day| (1..=31).contains(day)).map(|day| every.on(Date::DayOfMonth(day)))
    };
    if rhythm.is_none() || !w.blanks().literal(")") {
        return false;
    }
    into.rhythm = rhythm;
    into.placed = true;
    into.slot = true;
    into.bound = (on || unit == Unit::Month).then_some(DeadlineRelation::On);
    *c = w;
    true
}

/// `của các tháng 3, 6, 9`: months of each year, one bit each; those of a year that is named are dates.
pub(super) fn months_of_year(c: &mut Cursor) -> Option<u16> {
    let mut list = *c;
    list.blanks().any(words!["của các tháng", "các tháng"])?;
    let (mut months, mut count) = (0_u16, 0);
    let mut end = list;
    // what follows the last month (`3, 6, 9, gửi kèm số liệu`) is no part of the list
    while let Some(month) = list.blanks().number(2).filter(|month| (1..=12).contains(month)) {
        months |= 1 << (month - 1);
        count += 1;
        end = list;
        if !list.joint() {
            break;
        }
    }
    let dated = end.rest().trim_start();
    let year = dated.starts_with('/')
        || dated.strip_prefix("năm ").is_some_and(|y| y.starts_with(|d: char| d.is_ascii_digit()));
    let several = count > 1 && !year;
    if several {
        *c = end;
    }
    several.then_some(months)
}
