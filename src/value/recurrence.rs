//! A rhythm: `hằng năm`, `định kỳ 6 tháng`, `mỗi quý một lần`, `02 lần/năm`; RFC 5545.

use std::{fmt::Write as _, ops::RangeInclusive};

use super::{
    Cursor, Date,
    duration::{Unit, read_count, read_unit},
    placed_month::placed_month,
};
use crate::text::words::{Words, words};

/// How often, and on which day of the rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// The step.
    pub unit: Unit,
    /// How many steps lie between two occasions.
    pub interval: u32,
    /// The months, one bit each, January the lowest; zero when not said.
    pub months: u16,
    /// The days of the month, one bit each, the first the lowest but one; zero when not said.
    pub days_of_month: u32,
    /// The days of the week, one bit each, Monday the lowest; zero when not said.
    pub weekdays: u8,
}

impl Rhythm {
    /// Every `interval` units.
    pub fn every(interval: u32, unit: Unit) -> Self {
        Self { unit, interval, months: 0, days_of_month: 0, weekdays: 0 }
    }

    /// The rhythm with its day taken from a date without a year: `trước ngày 30/10` + `hằng năm`.
    #[must_use]
    pub fn on(mut self, date: Date) -> Self {
        match date {
            Date::DayOfMonth(day) => self.days_of_month |= 1 << day,
            Date::Day(day) => {
                let years = self.years();
                self = Self { months: 1 << (day.month - 1), days_of_month: 1 << day.day, ..years };
            }
            Date::Month(..) | Date::Quarter(..) | Date::Half(..) => {
                let (first, last) = date.months().unwrap_or((1, 12));
                let months = (first..=last).fold(0, |set, m| set | 1 << (m - 1));
                self = Self { months: self.months | months, ..self.years() };
            }
            Date::Year(_) => {}
        }
        self
    }

    /// So many years as the rhythm counts, one where it counts something shorter: `2 năm một lần, vào tháng 8`.
    fn years(self) -> Self {
        Self::every(if self.unit == Unit::Year { self.interval } else { 1 }, Unit::Year)
    }

    /// The length of one step in days, roughly: of several rhythms the shortest counts.
    pub fn days(self) -> u32 {
        let unit = match self.unit {
            Unit::Minute | Unit::Hour | Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Quarter => 91,
            Unit::Year => 365,
        };
        let occasions = if self.unit == Unit::Year { self.months.count_ones().max(1) } else { 1 };
        unit * self.interval / occasions
    }

    /// RFC 5545: `FREQ=MONTHLY;INTERVAL=3`, `FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30`.
    ///
    /// ```
    /// use kehoach::value::{Rhythm, Unit};
    /// assert_eq!(Rhythm::every(1, Unit::Quarter).rrule(), "FREQ=MONTHLY;INTERVAL=3");
    /// ```
    pub fn rrule(self) -> String {
        let (freq, interval) = match self.unit {
            Unit::Minute => ("MINUTELY", self.interval),
            Unit::Hour => ("HOURLY", self.interval),
            Unit::Day => ("DAILY", self.interval),
            Unit::Week => ("WEEKLY", self.interval),
            Unit::Month if self.interval.is_multiple_of(12) => ("YEARLY", self.interval / 12),
            Unit::Month => ("MONTHLY", self.interval),
            Unit::Quarter => ("MONTHLY", self.interval * 3),
            Unit::Year => ("YEARLY", self.interval),
        };
        let mut rule = format!("FREQ={freq}");
        if interval > 1 {
            let _ = write!(rule, ";INTERVAL={interval}");
        }
        if self.months != 0 {
            let _ = write!(rule, ";BYMONTH={}", listed_bits(1..=12, |month| self.months & (1 << (month - 1)) != 0));
        }
        if self.days_of_month != 0 {
            let _ = write!(rule, ";BYMONTHDAY={}", listed_bits(1..=31, |day| self.days_of_month & (1 << day) != 0));
        }
        if self.weekdays != 0 {
            let days = WEEKDAYS.iter().enumerate().filter(|(i, _)| self.weekdays & (1 << i) != 0).map(|(_, day)| *day);
            let _ = write!(rule, ";BYDAY={}", days.collect::<Vec<_>>().join(","));
        }
        rule
    }
}

/// As RFC 5545 writes them, in the order of the week.
const WEEKDAYS: &Words = &Words::of(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);

/// `10`, `3,6,9,12`
fn listed_bits(numbers: RangeInclusive<u32>, set: impl Fn(u32) -> bool) -> String {
    numbers.filter(|n| set(*n)).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
}

/// Reads a rhythm at byte `at` of a folded text; gives it and where it ends. Of several the shortest counts.
///
/// ```
/// use kehoach::value::read_rhythm;
/// let rule = |text| read_rhythm(text, 0).map(|(r, _)| r.rrule());
/// assert_eq!(rule("định kỳ 6 tháng, hằng năm").as_deref(), Some("FREQ=MONTHLY;INTERVAL=6"));
/// assert_eq!(rule("mỗi quý một lần").as_deref(), Some("FREQ=MONTHLY;INTERVAL=3"));
/// assert_eq!(rule("định kỳ kiểm tra"), None);
/// ```
pub fn read_rhythm(folded: &str, at: usize) -> Option<(Rhythm, usize)> {
    let mut c = Cursor::new(folded, at);
    let periodic = c.word("theo định kỳ") || c.word("định kỳ");
    // `định kỳ (6 tháng, năm)`
    let enclosed = periodic && c.blanks().literal("(");
    let mut rhythm = one(c.blanks(), periodic).or_else(|| before_another(&mut c))?;
    let mut end = c.at();
    // `hằng tháng, quý, 6 tháng và năm`
    for _ in 0..6 {
        let joined = c.blanks().literal(",") | c.blanks().literal("/") | c.blanks().word("và") | c.word("hoặc");
        if !joined {
            break;
        }
        c.blanks().word("định kỳ");
        let Some(next) = one(c.blanks(), true).filter(|_| listed(&c)) else {
            break;
        };
        if next.days() < rhythm.days() {
            rhythm = next;
        }
        end = c.at();
    }
    if enclosed {
        c.seek(end);
        end = c.blanks().literal(")").then(|| c.at())?;
    }
    Some((rhythm, end))
}

/// `6 tháng` of `6 tháng, hằng năm`, `quý` of `quý, 6 tháng, năm`: a length that stands in a list before a rhythm, or
/// before the year that ends it.
fn before_another(c: &mut Cursor) -> Option<Rhythm> {
    let rhythm = bare(c)?;
    let mut tail = *c;
    for _ in 0..3 {
        if !tail.joint() {
            return None;
        }
        if every(tail.blanks()).is_some() {
            return Some(rhythm);
        }
        let counted = ["một năm", "1 năm", "01 năm"].iter().any(|year| tail.rest().starts_with(year));
        // `sơ kết 6 tháng, tổng kết hằng năm`
        if tail.word("tổng kết") && every(tail.blanks()).is_some() {
            return Some(rhythm);
        }
        let year = counted || tail.rest().starts_with("năm") || tail.word("cả");
        let next = bare(tail.blanks())?;
        let ends = listed(&tail) && !(counted && has_run(tail));
        if year && next.unit == Unit::Year && rhythm.unit != Unit::Year && ends {
            return Some(rhythm);
        }
    }
    None
}

/// `6 tháng, 1 năm triển khai`: how long something has run, not how often it comes.
fn has_run(mut c: Cursor) -> bool {
    c.blanks().any(words!["triển khai", "thực hiện", "hoạt động", "thi hành", "trở lên", "tuổi"]).is_some()
}

/// Does the item of a list of rhythms end here? (`hằng năm và 5 năm đầu` goes on.)
fn listed(c: &Cursor) -> bool {
    let mut tail = *c;
    !["đầu", "cuối", "qua", "tới", "2", "1", "học"].iter().any(|w| tail.blanks().rest().starts_with(w))
}

/// One rhythm. `free` allows the forms that need `định kỳ` or another rhythm before them (`6 tháng`, `quý`).
fn one(c: &mut Cursor, free: bool) -> Option<Rhythm> {
    let start = c.at();
    let forms: [fn(&mut Cursor) -> Option<Rhythm>; 5] = [every, times, unit_first, placed_month, bare];
    for read in forms.iter().take(if free { 5 } else { 4 }) {
        if let Some(rhythm) = read(c) {
            return Some(rhythm);
        }
        c.seek(start);
    }
    None
}

/// `hằng năm`, `hàng quý`, `mỗi 6 tháng`, `mỗi năm một lần`, `từng quý`
fn every(c: &mut Cursor) -> Option<Rhythm> {
    let start = c.at();
    let each = c.any(words!["hằng", "hàng", "hăng", "mỗi", "từng", "mọi"])?;
    let misread = c.blanks().word("nằm") || c.word("nãm");
    // the unit first: `năm` is a number too
    let mut count = 1;
    let unit = if misread { Some(Unit::Year) } else { read_unit(c) };
    let unit = unit.or_else(|| {
        count = read_count(c)?.max(1);
        read_unit(c.blanks())
    });
    let Some(unit) = unit.filter(|u| *u != Unit::Hour) else {
        c.seek(start);
        return None;
    };
    if unit == Unit::Year {
        school_year(c);
    }
    let end = c.at();
    // `từng năm`, `mỗi năm` colour a noun unless a count of occasions follows
    let occasions = occasions(c.blanks());
    match occasions {
        Some(_) => Some(Rhythm::every(count, unit)),
        None if each < 4 => {
            c.seek(end);
            Some(Rhythm::every(count, unit))
        }
        None => {
            c.seek(start);
            None
        }
    }
}

/// `mỗi năm học`: a school year is a year, too; `mỗi năm học sinh …` begins something else.
fn school_year(c: &mut Cursor) {
    const OTHERS: &Words = &Words::of(&["sinh", "viên", "phí", "tập", "nghề", "bổng", "kỳ", "hỏi"]);
    let mut school = *c;
    if school.blanks().word("học") {
        let mut next = school;
        if next.blanks().any(OTHERS).is_none() {
            *c = school;
        }
    }
}

/// What comes once in each step.
const OCCASIONS: &Words = &Words::of(&["lần", "kỳ", "số", "buổi", "đợt", "phiên"]);

/// `một lần`, `01 lần`, `02 kỳ`
fn occasions(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    c.any(words![
        "tổ chức",
        "ít nhất",
        "tối thiểu",
        "không quá",
        "báo cáo",
        "sơ kết",
        "tổng kết",
        "họp",
        "giao ban",
        "đánh giá",
        "kiểm tra",
        "rà soát",
        "cập nhật",
        "tổng hợp"
    ]);
    let n = read_count(c.blanks());
    match n {
        // `mỗi tuần một số`, `mỗi tháng 02 buổi`
        Some(n) if n > 0 && c.blanks().any(OCCASIONS).is_some() => Some(n),
        _ => {
            c.seek(start);
            None
        }
    }
}

/// `6 tháng một lần`, `06 tháng/lần`, `02 lần/năm`, `một lần mỗi quý`, `tối thiểu một lần/năm`. How often within the unit
/// says nothing of how far apart: twice a year is yearly.
fn times(c: &mut Cursor) -> Option<Rhythm> {
    let start = c.at();
    let least = c.any(words!["tối thiểu", "ít nhất", "không quá", "tối đa", "cứ"]).is_some();
    let count = read_count(c.blanks()).filter(|n| *n > 0)?;
    if least && let Some(rhythm) = days_of(c) {
        return Some(rhythm);
    }
    // `phát hành 02 số/tháng`, `định kỳ 01 tin, bài/tuần`
    let sessions = c.blanks().any(words!["lần", "buổi", "đợt", "phiên", "kỳ", "số", "tin, bài", "tin bài"]);
    if let Some(kind) = sessions {
        let joined = c.blanks().literal("/")
            || c.any(words!["trong một", "trong 1", "trong mỗi", "trong", "mỗi", "một", "hằng", "hàng"]).is_some();
        let mut per = 1;
        let unit = read_unit(c.blanks()).or_else(|| {
            per = read_count(c)?.max(1);
            read_unit(c.blanks())
        });
        // `02 lần trong quý II/2025`, `01 đợt trong tháng 6`: a quarter or a month that is named
        let mut named = *c;
        let of_date = match unit {
            Some(Unit::Quarter) => read_quarter_like(&mut named),
            Some(Unit::Month | Unit::Year) => named.blanks().rest().starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        let unit = unit.filter(|_| !of_date);
        // `dạy học 2 buổi/ngày` is a way of teaching
        if joined && let Some(unit) = unit.filter(|u| kind == 0 || *u != Unit::Day) {
            return Some(Rhythm::every(per, unit));
        }
        c.seek(start);
        return None;
    }
    let unit = read_unit(c)?;
    let once = c.blanks().literal("/") && {
        c.blanks().any(words!["một", "1", "01"]);
        c.blanks().word("lần")
    };
    if once {
        return Some(Rhythm::every(count, unit));
    }
    // `6 tháng một lần`, `1 năm 2 lần`
    if occasions(c.blanks()).is_some() {
        return Some(Rhythm::every(count, unit));
    }
    c.seek(start);
    None
}

/// `ngày/tháng` in `tiếp công dân ít nhất 02 ngày/tháng`: days of each month.
fn days_of(c: &mut Cursor) -> Option<Rhythm> {
    let mut days = *c;
    let joined = days.blanks().word("ngày") && (days.blanks().literal("/") || days.any(&["mỗi", "trong"]).is_some());
    let unit = joined.then(|| read_unit(days.blanks())).flatten();
    let unit = unit.filter(|unit| !matches!(unit, Unit::Hour | Unit::Day))?;
    *c = days;
    Some(Rhythm::every(1, unit))
}

/// `tuần 02 buổi`, `năm ít nhất một lần`
fn unit_first(c: &mut Cursor) -> Option<Rhythm> {
    let unit = read_unit(c).filter(|u| !matches!(u, Unit::Hour | Unit::Day))?;
    let mut tail = *c;
    tail.blanks().any(words!["ít nhất", "tối thiểu", "tổ chức"]);
    // `năm 2025`, `tháng 3 lần thứ hai` are dates
    read_count(tail.blanks()).filter(|n| (1..=12).contains(n))?;
    let once = tail.blanks().any(&["lần", "buổi"]).is_some() && !tail.blanks().rest().starts_with("thứ");
    let rhythm = once.then(|| Rhythm::every(1, unit));
    if rhythm.is_some() {
        *c = tail;
    }
    rhythm
}

/// After `định kỳ` or in a list: `6 tháng`, `01 năm`, `quý`, `năm`
fn bare(c: &mut Cursor) -> Option<Rhythm> {
    let start = c.at();
    // the unit first: `năm` is a number too
    let unit = read_unit(c);
    let count = if unit.is_some() { None } else { read_count(c) };
    // `định kỳ 02 ngày/tháng`
    if count.is_some()
        && let Some(rhythm) = days_of(c)
    {
        return Some(rhythm);
    }
    let unit = unit.or_else(|| read_unit(c.blanks()));
    let mut tail = *c;
    let dated = count.is_none() && tail.blanks().rest().starts_with(|d: char| d.is_ascii_digit())
        || (unit == Some(Unit::Quarter) && read_quarter_like(&mut tail));
    match unit {
        Some(Unit::Hour) | None => {}
        Some(Unit::Day) if count.is_none() => {}
        Some(unit) if !dated => return Some(Rhythm::every(count.unwrap_or(1).max(1), unit)),
        Some(_) => {}
    }
    c.seek(start);
    None
}

fn read_quarter_like(c: &mut Cursor) -> bool {
    super::quarter::read_quarter(c.blanks()).is_some()
}
