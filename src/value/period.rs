//! A period, or one date, as printed: `2023 - 2025`, `từ ngày 15/11 đến ngày 15/12/2025`, `tháng 11, 12/2013`,
//! `2026 trở đi`, `từ nay đến năm 2030`; EDTF.

use super::{
    Cursor, Date, Day, Figures,
    clock::{hour_range, hours, weekday_gloss},
    date_list::list,
    day::read_short_day,
    duration::read_count,
    quarter::read_quarter,
    read_date, read_day,
    year::read_year,
};
use crate::text::{
    letters::is_alphanumeric,
    words::{Words, words},
};

/// What a time expression names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Period {
    /// One date.
    One(Date),
    /// From one date to another, both included.
    Span(Date, Date),
    /// `2026 trở đi`, `từ tháng 11/2013`
    From(Date),
    /// `từ nay đến năm 2030`
    Until(Date),
    /// Dates that do not follow each other: `tháng 6, tháng 12/2025`
    Several(Vec<Date>),
    /// A period whose end is an event: `từ nay đến khi hoàn thành`
    Event,
}

impl Period {
    /// EDTF of the period, None where its end comes before its start; for [`Period::Several`] use each date's own.
    pub fn edtf(&self) -> Option<String> {
        match self {
            Self::One(date) => date.edtf(),
            Self::Span(first, last) => interval(&first.edtf_first()?, &last.edtf_last()?),
            Self::From(date) => Some(format!("{}/..", date.edtf_first()?)),
            Self::Until(date) => Some(format!("../{}", date.edtf_last()?)),
            Self::Several(_) | Self::Event => None,
        }
    }

    /// All its dates.
    pub fn dates(&self) -> Vec<Date> {
        match self {
            Self::One(date) | Self::From(date) | Self::Until(date) => vec![*date],
            Self::Span(first, last) => vec![*first, *last],
            Self::Several(dates) => dates.clone(),
            Self::Event => Vec::new(),
        }
    }

    /// The period with `year` where none is printed.
    #[must_use]
    pub fn or_year(self, year: i32) -> Self {
        match self {
            Self::One(date) => Self::One(date.or_year(year)),
            Self::Span(first, last) => Self::Span(first.or_year(year), last.or_year(year)).in_order(),
            Self::From(date) => Self::From(date.or_year(year)),
            Self::Until(date) => Self::Until(date.or_year(year)),
            Self::Several(dates) => Self::Several(dates.into_iter().map(|d| d.or_year(year)).collect()),
            Self::Event => self,
        }
    }

    /// A span whose ends share what only one prints: `15 đến 20/11/2025`, `tháng 11 đến tháng 3/2026`.
    fn in_order(self) -> Self {
        let Self::Span(first, last) = self else {
            return self;
        };
        let first = match (first, last) {
            (Date::DayOfMonth(day), Date::Day(end)) => Day::new(end.year, end.month, day).map_or(first, Date::Day),
            _ => first,
        };
        let year = match (first.year(), last.year()) {
            (None, Some(year)) => year,
            (Some(year), None) => {
                let wraps = matches!((first.months(), last.months()), (Some(a), Some(b)) if a.0 > b.0);
                return Self::Span(first, last.or_year(year + i32::from(wraps)));
            }
            _ => return Self::Span(first, last),
        };
        let wraps = matches!((first.months(), last.months()), (Some(a), Some(b)) if a.0 > b.0);
        Self::Span(first.or_year(year - i32::from(wraps)), last)
    }
}

/// A slip of the writer or of the reading may turn an interval around.
fn interval(first: &str, last: &str) -> Option<String> {
    let shared = first.len().min(last.len());
    (first[..shared] <= last[..shared]).then(|| format!("{first}/{last}"))
}

/// What was read, and where it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The period.
    pub period: Period,
    /// One past its last byte.
    pub end: usize,
    /// Whether `giai đoạn`, `thời kỳ` or `nhiệm kỳ` names it: a part of a document's name as often as a time limit.
    pub named: bool,
}

/// Reads a period or a date at byte `at` of a folded text.
///
/// ```
/// use kehoach::value::{Figures, read_period};
/// let edtf = |text| read_period(text, 0, Figures::Bare).and_then(|r| r.period.edtf());
/// assert_eq!(edtf("tháng 11, 12/2013").as_deref(), Some("2013-11/2013-12"));
/// assert_eq!(edtf("từ năm 2013 đến năm 2020").as_deref(), Some("2013/2020"));
/// assert_eq!(edtf("từ nay đến hết năm 2030").as_deref(), Some("../2030"));
/// assert_eq!(edtf("2026 trở đi").as_deref(), Some("2026/.."));
/// assert_eq!(edtf("9 tháng đầu năm 2026").as_deref(), Some("2026-01/2026-09"));
/// ```
pub fn read_period(folded: &str, at: usize, figures: Figures) -> Option<Read> {
    let mut c = Cursor::new(folded, at);
    let named = c.any(words!["giai đoạn", "thời kỳ", "thời kì", "nhiệm kỳ"]).is_some();
    if named {
        c.blanks().any(&["các năm", "những năm"]);
    }
    c.blanks();
    let figures = if named { Figures::Bare } else { figures };
    let (period, end) =
        from(c, folded).or_else(|| school_year(c)).or_else(|| part_of_year(c)).or_else(|| list(c, folded, figures))?;
    Some(Read { period: period.in_order(), end, named })
}

/// `3 tháng cuối năm 2026`, `9 tháng đầu năm`: months that are no half of the year.
fn part_of_year(mut c: Cursor) -> Option<(Period, usize)> {
    let count = read_count(&mut c).filter(|n| (2..=11).contains(n) && *n != 6)?;
    let side = c.blanks().word("tháng").then(|| c.blanks().any(&["đầu năm", "cuối năm"])).flatten()?;
    let year = read_year(c.blanks());
    let (first, last) = if side == 0 { (1, count) } else { (13 - count, 12) };
    Some((Period::Span(Date::Month(year, first), Date::Month(year, last)), c.at()))
}

/// `từ X đến Y`, `từ X trở đi`, `từ X`, `từ nay đến Y`
fn from(mut c: Cursor, folded: &str) -> Option<(Period, usize)> {
    let cue = c.any(words!["bắt đầu từ", "bắt đầu kể từ", "kể từ", "tính từ", "từ sau", "sau ngày", "từ"])?;
    if cue == 5 {
        // the word `ngày` belongs to the date
        c.seek(c.at() - "ngày".len());
    }
    c.blanks();
    if open_start(&mut c) {
        return match c.blanks().any(words!["đến", "tới", "cho đến"]) {
            Some(_) => match end_date(&mut c, folded) {
                Some(date) => Some((Period::Until(date), c.at())),
                None => event(&c).map(|end| (Period::Event, end)),
            },
            None => None,
        };
    }
    let mut day = c;
    if hour_range(&mut day)
        && let Some((date, end)) = read_date(folded, day.at(), Figures::Bare)
    {
        return Some((Period::One(date), end));
    }
    if let Some((Period::Span(first, _), end)) = school_year(c) {
        c.seek(end);
        let until = c.blanks().any(words!["cho đến hết", "đến hết", "cho đến", "đến", "tới"]).is_some() || c.dash();
        if until && let Some((Period::Span(_, last), end)) = school_year(*c.blanks()) {
            return Some((Period::Span(first, last), end));
        }
        return Some((Period::From(first), end));
    }
    let Some((first, end)) = read_date(folded, c.at(), Figures::Bare) else {
        return days_of_one_month(c, folded);
    };
    c.seek(end);
    // `từ 01/12 năm trước đến 30/4 năm sau`
    let _ = first.year().is_none() && c.blanks().any(&["năm trước", "năm nay"]).is_some();
    // `từ ngày 18/3/2024 (thứ Hai) đến ngày 22/3/2024 (thứ Sáu)`
    let mut glossed = c;
    weekday_gloss(&mut glossed);
    if ["đến ", "cho đến ", "tới "].iter().any(|to| glossed.blanks().rest().starts_with(to)) {
        c = glossed;
    }
    let until =
        c.blanks().any(words!["cho đến", "đến", "tới"]).is_some() || ends_then(&mut c) || (cue != 5 && c.dash());
    if until {
        let day = is_day_of_month(first);
        // `từ ngày 3 đến 7-12`
        let short = day.then(|| read_short_day(folded, c.blanks().at(), true)).flatten();
        if let Some((last, end)) = short {
            return Some((Period::Span(first, Date::Day(last)), end));
        }
        if let Some(last) = end_date(&mut c, folded).or_else(|| day.then(|| bare_day(&mut c)).flatten()) {
            next_year(&mut c, last);
            return Some((Period::Span(first, last), c.at()));
        }
        return event(&c).map(|end| (Period::Event, end));
    }
    // `từ ngày 15 hằng tháng`
    if is_day_of_month(first)
        && ["hằng tháng", "hàng tháng", "mỗi tháng"].iter().any(|each| folded[end..].trim_start().starts_with(each))
    {
        return Some((Period::From(first), end));
    }
    if !is_day_of_month(first) {
        let tail = onward(c).unwrap_or(end);
        return Some((Period::From(first), tail));
    }
    None
}

/// `và kết thúc vào` in `từ ngày 17/10 và kết thúc vào ngày 30/11/2026`
fn ends_then(c: &mut Cursor) -> bool {
    let mut end = *c;
    end.joint();
    let ends = end.blanks().any(words!["kết thúc vào", "kết thúc trước", "kết thúc"]).is_some();
    if ends {
        *c = end;
    }
    ends
}

/// `từ 23 - 27/3/2026`, `từ 01 đến 05/3: …`: the first day is a bare figure. Without a year a colon or the end of a
/// remark must follow, for
/// `từ 3 - 5/8` is a fraction.
pub(super) fn days_of_one_month(mut c: Cursor, folded: &str) -> Option<(Period, usize)> {
    let first = bare_day(&mut c)?;
    let until = c.blanks().dash() || c.any(&["đến", "tới"]).is_some();
    let (last, end) = until.then(|| read_day(folded, c.blanks().at())).flatten()?;
    let sure = last.year.is_some() || folded[end..].starts_with([':', ')']);
    sure.then_some((Period::Span(first, Date::Day(last)), end))
}

/// `năm học 2024 - 2025`, `học kỳ I năm học 2024 - 2025`: the terms have no days of their own in the words.
fn school_year(mut c: Cursor) -> Option<(Period, usize)> {
    if c.word("học kỳ") || c.word("học kì") {
        read_quarter(c.blanks())?;
        c.literal(",");
        c.blanks().word("của");
    }
    c.blanks().any(&["năm học mới", "năm học"])?;
    let first = read_year(c.blanks())?;
    let _ = c.blanks().dash() || c.literal("/");
    let last = read_year(c.blanks()).filter(|last| *last == first + 1)?;
    Some((Period::Span(Date::Year(Some(first)), Date::Year(Some(last))), c.at()))
}

/// `nay`, `ngày ký`, `ngày ban hành Kế hoạch`, `ngày phát động`: a start that is now or an event.
fn open_start(c: &mut Cursor) -> bool {
    const STARTS: &Words = &Words::of(&["ngày", "khi", "thời điểm", "lúc"]);
    if c.word("nay") {
        c.literal(",");
        return true;
    }
    let mut tail = *c;
    if tail.any(STARTS).is_none() {
        return false;
    }
    // a few words may follow: `ban hành Kế hoạch này đến …`
    for _ in 0..8 {
        let rest = tail.blanks().rest();
        if rest.starts_with("đến ") || rest.starts_with("cho đến ") {
            *c = tail;
            return true;
        }
        let step = rest.find(' ').unwrap_or(rest.len());
        let word = rest.get(..step).unwrap_or_default();
        if word.is_empty() || word.ends_with([',', ';', '.', ':']) || word.contains(|d: char| d.is_ascii_digit()) {
            return false;
        }
        tail.seek(tail.at() + step);
    }
    false
}

/// The date after `đến`: `hết năm 2030`, `cuối tháng 6`, `trước ngày 15/12`, `hết ngày 31/12`.
fn end_date(c: &mut Cursor, folded: &str) -> Option<Date> {
    let start = c.at();
    c.blanks().any(words!["hết", "trước", "khoảng"]);
    hours(c.blanks());
    if let Some((date, end)) = read_date(folded, c.blanks().at(), Figures::Bare) {
        c.seek(end);
        return Some(date);
    }
    // `cuối năm`, `hết năm`: the year of the plan
    c.blanks().word("cuối");
    let whole = c.at() > start && c.blanks().word("năm") && !c.rest().trim_start().starts_with(is_alphanumeric);
    if !whole {
        c.seek(start);
    }
    whole.then_some(Date::Year(None))
}

/// `30/4 năm sau`, `hết tháng 3 năm sau`: the words of the year after, in a season that comes every year.
fn next_year(c: &mut Cursor, last: Date) {
    let mut tail = *c;
    if last.year().is_none() && tail.blanks().any(NEXT_YEAR).is_some() {
        *c = tail;
    }
}

/// How the end of a season names its year.
pub const NEXT_YEAR: &Words = &Words::of(&["của năm sau", "năm sau", "năm kế tiếp", "năm tiếp theo"]);

/// The end of a period that names an event: up to the end of the clause. `đến nay` is no end.
pub(super) fn event(c: &Cursor) -> Option<usize> {
    let mut c = *c;
    c.blanks();
    let trigger = ["khi", "lúc", "ngày", "thời điểm", "hết", "kỳ họp", "đại hội", "xong", "sau"];
    if !trigger.iter().any(|w| c.rest().starts_with(w)) {
        return None;
    }
    Some(c.at() + clause(c.rest()))
}

/// How far a clause reaches: to `,`, `;`, `.`, a parenthesis, a tab or the end, at most some twenty words.
pub fn clause(rest: &str) -> usize {
    let mut words = 0;
    for (at, letter) in rest.char_indices() {
        match letter {
            ',' | ';' | ':' | '.' | '(' | ')' | '\n' | '\t' | '”' | '"' => {
                return rest[..at].trim_end().len();
            }
            ' ' => words += 1,
            _ => {}
        }
        if words > 20 {
            return at;
        }
    }
    rest.trim_end().len()
}

fn is_day_of_month(date: Date) -> bool {
    matches!(date, Date::DayOfMonth(_))
}

fn bare_day(c: &mut Cursor) -> Option<Date> {
    let day = c.blanks().number(2).filter(|d| (1..=31).contains(d))?;
    Some(Date::DayOfMonth(day))
}

/// `trở đi`, `trở về sau`: where it ends.
pub(super) fn onward(mut c: Cursor) -> Option<usize> {
    c.blanks().any(words!["trở đi", "trở về sau", "về sau"]).map(|_| c.at())
}
