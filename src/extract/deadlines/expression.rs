//! The grammar of a time expression: bound (`trước`), period (`ngày 30/10`), rhythm (`hằng năm`), length (`trong thời
//! hạn 10 ngày kể từ …`), in the orders and joints that officials use. One expression is one record.

use std::ops::Range;

use super::{
    bounds::BOUNDS,
    figures::{bare_date, day_each_year, day_of_completion, in_the_year, span_of_years},
    lengths::{length, length_after_trigger, told_as_day},
    places::{edge_of_each, months_of_year, placed, regular_weekday, unit_with_day},
    steps::{
        comes_each_year, counted_years, edge_of_month, fillers, named_day, occasion, open_tail,
        some_words_before_rhythm,
    },
    weekday::{parts_of_day, weekday_of, weekdays},
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::words::{Words, words},
    value::{
        Cursor, Date, Duration, Figures, Period, Rhythm, Unit,
        clock::{hours, weekday_gloss},
        period::NEXT_YEAR,
        read_period, read_rhythm,
    },
};

/// A time expression as printed, before anything is decided about it.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Expression {
    /// Its words, in bytes of the text it was read from.
    pub(super) range: Range<usize>,
    /// What the bound's word says (`trước` → before).
    pub(super) bound: Option<DeadlineRelation>,
    /// The dates.
    pub(super) period: Option<Period>,
    /// The rhythm.
    pub(super) rhythm: Option<Rhythm>,
    /// The length from a trigger.
    pub(super) within: Option<Duration>,
    /// `thường xuyên`
    pub(super) constant: bool,
    /// `định kỳ` stands in it.
    pub(super) periodic: bool,
    /// `giai đoạn`, `thời kỳ` names the period.
    pub(super) named: bool,
    /// It names a part of the rhythm's time: `vào thứ Sáu hằng tuần`, `vào tuần cuối hằng tháng`.
    pub(super) placed: bool,
    /// A day or a week of each month or quarter: `thứ Sáu tuần 1 hằng tháng`.
    pub(super) slot: bool,
    /// One side of each month or quarter: `cuối tháng`.
    pub(super) side: bool,
    /// A day of the lunar calendar, which has no date here.
    pub(super) lunar: bool,
    /// The bound is one that hardly means anything but a limit (`trước ngày`, `chậm nhất`).
    pub(super) firm: bool,
}

/// Reads a time expression at byte `at`. `label` says that the words are the value of a time label, where bare figures
/// and lengths are times too.
pub(super) fn read(folded: &str, at: usize, label: bool) -> Option<Expression> {
    let mut c = Cursor::new(folded, at);
    let mut whole = Expression::default();
    fillers(&mut c);
    // `Thời gian dự kiến: 8h00 ngày 28/12/2026`: the label's own words are none of its value
    let of_label = folded[at..c.at()].contains(':');
    let start = if label && !of_label { at } else { c.at() };
    if !part(&mut c, folded, label, &mut whole) {
        return None;
    }
    whole.range = start..c.at();
    for _ in 0..6 {
        let next = beginning(c, folded, &whole).or_else(|| joint(c, folded, label, &whole));
        let Some((next, more)) = next else { break };
        c = next;
        whole = more;
        whole.range = start..c.at();
    }
    told_as_day(&mut c, folded, &mut whole);
    if let Some(end) = open_tail(c) {
        whole.range.end = end;
    }
    // the parenthesis that holds the day: `trước ngày khai giảng (05/9/2025)`
    let words = &folded[whole.range.clone()];
    if words.contains('(') && !words.contains(')') && folded[whole.range.end..].starts_with(')') {
        whole.range.end += 1;
        c.seek(whole.range.end);
    }
    // `Ngày Nước thế giới (ngày 22/3) hằng năm`
    let glossed = whole.period.is_some() && whole.rhythm.is_none() && folded[..start].ends_with('(');
    let mut yearly = whole.clone();
    if glossed
        && c.blanks().literal(")")
        && rhythm(c.blanks(), folded, &mut yearly)
        && yearly.rhythm.is_some_and(|r| r.unit == Unit::Year)
    {
        // with both its parentheses
        whole = Expression { range: start - 1..c.at(), ..yearly };
    }
    Some(whole)
}

/// When a rhythm with its day begins: `chậm nhất ngày 10 hằng tháng, bắt đầu từ tháng 9/2018`.
fn beginning<'a>(mut c: Cursor<'a>, folded: &'a str, so_far: &Expression) -> Option<(Cursor<'a>, Expression)> {
    let rhythm = so_far.rhythm?;
    let day = match so_far.period {
        Some(Period::One(date)) if date.year().is_none() => date,
        _ => return None,
    };
    let opened = !c.literal(",") && c.blanks().literal("(");
    c.blanks().any(&["được bắt đầu", "bắt đầu", "thực hiện", "áp dụng", "kể"])?;
    let read = read_period(folded, c.blanks().at(), Figures::Named)?;
    let Period::From(_) = read.period else { return None };
    c.seek(read.end);
    if opened && !c.blanks().literal(")") {
        return None;
    }
    let bound = Some(DeadlineRelation::From);
    Some((c, Expression { bound, period: Some(read.period), rhythm: Some(rhythm.on(day)), ..so_far.clone() }))
}

/// What opens the time in which a rhythm holds.
const FROM: [&str; 4] = ["từ ", "kể từ ", "bắt đầu từ ", "trong giai đoạn "];

/// `trước 9h00 và 16h00)` behind `02 lần/ngày (`: by which hours of the day, which have no place in the date.
fn hours_of_day<'a>(mut c: Cursor<'a>, rhythm: &Expression) -> Option<(Cursor<'a>, Expression)> {
    rhythm.rhythm.filter(|rhythm| rhythm.days() <= 7)?;
    let (bound, firm) = c.keyed(BOUNDS)?;
    for _ in 0..4 {
        if !hours(c.blanks()) {
            return None;
        }
        if c.blanks().literal(")") {
            return Some((c, Expression { bound: Some(*bound), firm: *firm, ..rhythm.clone() }));
        }
        c.word("và");
        c.blanks().keyed(BOUNDS);
    }
    None
}

/// The next part with what joins it, when it can belong to the same expression.
fn joint<'a>(mut c: Cursor<'a>, folded: &'a str, label: bool, so_far: &Expression) -> Option<(Cursor<'a>, Expression)> {
    let only_rhythm = so_far.period.is_none() && so_far.within.is_none();
    let semicolon = only_rhythm && c.literal(";");
    let comma = semicolon || c.literal(",");
    let colon = !comma && only_rhythm && c.literal(":");
    let and = c.blanks().word("và");
    let opened = !comma && !colon && !and && c.literal("(");
    if colon && so_far.rhythm.is_none() {
        return None;
    }
    fillers(c.blanks());
    if opened
        && only_rhythm
        && let Some(hours) = hours_of_day(c, so_far)
    {
        return Some(hours);
    }
    // `Thường xuyên, cao điểm từ ngày 01/7 …`
    if label && comma {
        c.any(words!["cao điểm là", "cao điểm", "trọng tâm là", "trọng tâm", "tập trung vào", "tập trung"]);
        c.blanks();
    }
    // `định kỳ 2 tuần một lần, bắt đầu từ tháng 3/2025`
    if only_rhythm {
        let mut begins = c;
        if begins.any(&["được bắt đầu", "bắt đầu"]).is_some() && begins.blanks().rest().starts_with("từ ")
        {
            c = begins;
        }
    }
    if and && (label || folded[..so_far.range.start].ends_with('(')) {
        some_words_before_rhythm(&mut c);
    }
    let mut more = so_far.clone();
    let fresh = c.at();
    if !part(&mut c, folded, label, &mut more) {
        return None;
    }
    // `báo cáo hằng tuần; trong 30 ngày kể từ …`: a length behind a semicolon is another's
    if semicolon && more.within.is_some() {
        return None;
    }
    let dated = more.period.is_some() && so_far.period.is_none();
    // `quý I, 6 tháng, 9 tháng và năm`: a quarter beside the spans of other reports
    let quarter = matches!(so_far.period, Some(Period::One(Date::Quarter(None, _))));
    let each = ["hằng ", "hàng ", "mỗi ", "định kỳ "].iter().any(|w| folded[fresh..].starts_with(w));
    if quarter && comma && so_far.rhythm.is_none() && more.rhythm.is_some() && !each {
        return None;
    }
    if opened {
        // the parentheses may hold a rhythm of their own: `(trước ngày 15 tháng cuối quý)`
        let mut inner = c;
        let mut with = more.clone();
        inner.blanks();
        if rhythm(&mut inner, folded, &mut with) {
            c = inner;
            more = with;
        }
        // only what completes a rhythm: `định kỳ hằng năm (trước ngày 15/12)`, `tháng 12 (hằng năm)`
        if !c.blanks().literal(")") || (!only_rhythm && more.rhythm.is_none()) {
            return None;
        }
    }
    if colon && !dated {
        return None;
    }
    // `6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)`: the next rhythm has a day of its own
    let own_day = || c.rest().trim_start().strip_prefix('(').is_some_and(|day| BOUNDS.fronts(day).next().is_some());
    if (comma || and) && !dated && so_far.period.is_some() && so_far.rhythm.is_some() && own_day() {
        return None;
    }
    // `2013 - 2015, hằng năm phân bổ …`: the rhythm is that of the deed behind it
    let deed = || TIME_PHRASES.begins_with_verb(c.rest().trim_start());
    if comma && !dated && so_far.period.is_some() && so_far.bound.is_none() && more.within.is_none() && label && deed()
    {
        return None;
    }
    // `trước ngày 30/11/2025, hằng quý báo cáo …`: the rhythm begins something new
    let year = so_far.period.as_ref().is_some_and(|p| p.dates().iter().any(|d| d.year().is_some()));
    let ends = c.rest().trim_start_matches([' ', ')']).is_empty() || c.rest().starts_with(['.', ';']);
    // `phát sóng hằng tuần; hằng tháng cung cấp bản tin`: so does one after a semicolon
    // `từ tháng 6/2024, định kỳ hằng tháng báo cáo`: but not when it comes again from or over that time
    let ranges = year && FROM.iter().any(|w| folded[so_far.range.start..].starts_with(w));
    if (year && comma && !ranges || semicolon && !dated) && !label && !and && !ends {
        return None;
    }
    // `hằng năm, năm 2025 …`: a plain date after a comma is not the rhythm's
    if dated && (comma || and) && !label && more.bound.is_none() && !folded[fresh..].starts_with("từ ") {
        return None;
    }
    Some((c, more))
}

/// Reads one part into the expression; `false` leaves both as they were.
fn part(c: &mut Cursor, folded: &str, label: bool, into: &mut Expression) -> bool {
    let start = c.at();
    if constant(c, into)
        || unit_with_day(c, folded, into)
        || edge_of_each(c, folded, into)
        || length(c, folded, label, into)
    {
        return true;
    }
    c.seek(start);
    if length_after_trigger(c, folded, into) {
        return true;
    }
    c.seek(start);
    if rhythm(c, folded, into) || dated(c, folded, label, into) {
        return true;
    }
    c.seek(start);
    false
}

/// `thường xuyên`, `liên tục`
fn constant(c: &mut Cursor, into: &mut Expression) -> bool {
    const WORDS: &Words = &Words::of(&[
        "thực hiện thường xuyên",
        "nhiệm vụ thường xuyên",
        "duy trì thường xuyên",
        "thường xuyên liên tục",
        "thường xuyên",
        "liên tục",
        "thường kỳ",
        "hằng ngày và thường xuyên",
    ]);
    let there = c.any(WORDS).is_some();
    into.constant |= there;
    there
}

/// `định kỳ hằng quý`, `02 lần/năm`, `thứ sáu hằng tuần`
fn rhythm(c: &mut Cursor, folded: &str, into: &mut Expression) -> bool {
    if placed(c, folded, into) || regular_weekday(c, into) {
        return true;
    }
    let mut w = *c;
    let weekdays = weekdays(&mut w);
    let parts = weekdays.is_none() && parts_of_day(&mut w);
    let at = if weekdays.is_some() || parts { w.at() } else { c.at() };
    let Some((mut read, end)) = read_rhythm(folded, at) else {
        return false;
    };
    if parts && read.unit != Unit::Day {
        return false;
    }
    if let Some(weekdays) = weekdays {
        if read.unit != Unit::Week {
            return false;
        }
        read.weekdays = weekdays;
    }
    into.periodic |= folded[at..].starts_with("định kỳ") || folded[at..].starts_with("theo định kỳ");
    into.rhythm = Some(match into.rhythm {
        Some(old) if old.days() <= read.days() && read.months == 0 => old,
        _ => read,
    });
    c.seek(end);
    true
}

/// A period or date with its bound.
fn dated(c: &mut Cursor, folded: &str, label: bool, into: &mut Expression) -> bool {
    if into.period.is_some() || into.within.is_some() {
        return false;
    }
    let periodic = c.word("định kỳ");
    c.blanks();
    let bound = c.keyed(BOUNDS);
    if bound.is_some() {
        fillers(c.blanks());
    }
    let firm = bound.is_some_and(|b| b.1);
    let figures = if label || firm { Figures::Bare } else { Figures::Named };
    counted_years(c);
    edge_of_month(c);
    if firm {
        named_day(c, folded);
    }
    let dates = |relation| matches!(relation, DeadlineRelation::Before | DeadlineRelation::On);
    let occasion =
        bound.is_some_and(|b| dates(b.0) || b.0 == DeadlineRelation::During && comes_each_year(*c)) && occasion(c);
    let figures = if occasion { Figures::Bare } else { figures };
    let at = c.blanks().at();
    let mut read = read_period(folded, at, figures);
    if read.is_none() && folded[..at].ends_with('(') {
        // `(15/11 - 15/12 hằng năm)`
        read = read_period(folded, at, Figures::Bare)
            .filter(|r| matches!(r.period, Period::Span(Date::Day(_), Date::Day(_))));
    }
    if read.is_none() && !label {
        let bare = || day_each_year(folded, at).or_else(|| day_of_completion(folded, at));
        read = span_of_years(folded, at).or_else(bare).or_else(|| bare_date(folded, at, bound.is_some()));
    }
    if let Some(read) = read {
        if periodic && read.period.dates().iter().any(|d| d.year().is_some()) {
            return false;
        }
        // the day of a month belongs to no week: `hằng tuần (thứ Sáu), hằng tháng (ngày 25)`
        let weekly = into.rhythm.is_some_and(|r| matches!(r.unit, Unit::Hour | Unit::Day | Unit::Week));
        if weekly && read.period.dates().iter().any(|d| matches!(d, Date::DayOfMonth(_))) {
            return false;
        }
        c.seek(read.end);
        // `ngày 10 của các tháng 3, 6, 9`
        if matches!(read.period, Period::One(Date::DayOfMonth(_)))
            && let Some(months) = months_of_year(c)
        {
            into.rhythm = Some(Rhythm { months, ..Rhythm::every(1, Unit::Year) });
        }
        // the lunar calendar is not ours: its days have no date here
        let mut lunar = *c;
        let moon = lunar.blanks().any(&["(âm lịch)", "âm lịch"]).is_some();
        if moon {
            *c = lunar;
        }
        // a season that ends in the year after comes every year
        let words = &folded[at..c.at()];
        if into.rhythm.is_none() && NEXT_YEAR.iter().any(|w| words.ends_with(w)) {
            into.rhythm = Some(Rhythm::every(1, Unit::Year));
        }
        let before = bound.is_some_and(|b| b.0 == DeadlineRelation::Before);
        let period = match read.period {
            // `trước năm học 2014 - 2015`, `trước mùa mưa bão năm 2026`: before it begins, on a day that is not said
            Period::Span(..) if before && words.starts_with("năm học") => Period::Event,
            Period::One(Date::Year(_)) if before && occasion => Period::Event,
            // `trước dịp nghỉ lễ 30/4 và 01/5`: one occasion
            Period::Several(dates) if occasion => dates.first().map_or(Period::Event, |first| Period::One(*first)),
            period => period,
        };
        into.lunar |= moon && matches!(period, Period::One(Date::Day(_) | Date::DayOfMonth(_)));
        into.period = Some(if moon { Period::Event } else { period });
        into.named |= read.named;
    } else if bound.is_some() && {
        hours(c);
        let at = c.blanks().at();
        (rhythm(c, folded, into) && c.at() > at) || weekday_of(c, into)
    } {
        // `trước 16 giờ hằng ngày`, `hằng tuần, trước 15 giờ thứ sáu`
        into.placed |= occasion || into.rhythm.is_some_and(|r| r.weekdays != 0);
    } else if label && in_the_year(c, folded) {
        into.period = Some(Period::One(Date::Year(None)));
    } else {
        return false;
    }
    weekday_gloss(c);
    into.periodic |= periodic;
    into.bound = bound.map(|b| b.0).or(into.bound);
    into.firm |= firm;
    true
}
