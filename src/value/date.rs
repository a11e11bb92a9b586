//! One date of any precision: a day, a month, a quarter, a half-year, a year; with its EDTF form.

use super::{
    Cursor, Day,
    clock::week_or_hour,
    day::{read_dotted_end, read_short_day},
    quarter::{read_half, read_quarter},
    read_day,
    year::{read_year, year_after},
};
use crate::text::{letters::is_alphanumeric, words::words};

/// A date as printed. The year is missing where none is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Date {
    /// `05/12/2024`, `ngày 30/10`
    Day(Day),
    /// `ngày 15` of a month that other words name.
    DayOfMonth(u32),
    /// `tháng 6/2024`
    Month(Option<i32>, u32),
    /// `quý III năm 2024`
    Quarter(Option<i32>, u32),
    /// `6 tháng đầu năm 2024`
    Half(Option<i32>, u32),
    /// `năm 2024`; without a figure: `trong năm`
    Year(Option<i32>),
}

impl Date {
    /// The year, when printed.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) => day.year,
            Self::DayOfMonth(_) => None,
            Self::Month(year, _) | Self::Quarter(year, _) | Self::Half(year, _) | Self::Year(year) => year,
        }
    }

    /// The same date in `year`; a date with a year keeps its own.
    #[must_use]
    pub fn or_year(self, year: i32) -> Self {
        if self.year().is_some() {
            return self;
        }
        match self {
            Self::Day(day) => Self::Day(Day { year: Some(year), ..day }),
            Self::DayOfMonth(_) => self,
            Self::Month(_, month) => Self::Month(Some(year), month),
            Self::Quarter(_, quarter) => Self::Quarter(Some(year), quarter),
            Self::Half(_, half) => Self::Half(Some(year), half),
            Self::Year(_) => Self::Year(Some(year)),
        }
    }

    /// The months from first to last, when a month is known.
    pub fn months(self) -> Option<(u32, u32)> {
        match self {
            Self::Day(day) => Some((day.month, day.month)),
            Self::Month(_, month) => Some((month, month)),
            Self::Quarter(_, quarter) => Some((quarter * 3 - 2, quarter * 3)),
            Self::Half(_, half) => Some((half * 6 - 5, half * 6)),
            Self::DayOfMonth(_) | Self::Year(_) => None,
        }
    }

    /// EDTF: `2024-12-05`, `2024-06`, quarter III `2024-35`, half-year 1 `2024-40`, `2024`.
    ///
    /// ```
    /// use kehoach::value::Date;
    /// assert_eq!(Date::Quarter(Some(2024), 3).edtf().as_deref(), Some("2024-35"));
    /// assert_eq!(Date::Half(Some(2024), 1).edtf().as_deref(), Some("2024-40"));
    /// assert_eq!(Date::Month(None, 6).edtf(), None);
    /// ```
    pub fn edtf(self) -> Option<String> {
        let year = self.year()?;
        match self {
            Self::Day(day) => day.edtf(),
            Self::DayOfMonth(_) => None,
            Self::Month(_, month) => Some(format!("{year:04}-{month:02}")),
            Self::Quarter(_, quarter) => Some(format!("{year:04}-{}", 32 + quarter)),
            Self::Half(_, half) => Some(format!("{year:04}-{}", 39 + half)),
            Self::Year(_) => Some(format!("{year:04}")),
        }
    }

    /// The date as the first end of an interval: quarters and halves become their first month.
    pub fn edtf_first(self) -> Option<String> {
        self.edge(|(first, _)| first)
    }

    /// The date as the last end of an interval: quarters and halves become their last month.
    pub fn edtf_last(self) -> Option<String> {
        self.edge(|(_, last)| last)
    }

    fn edge(self, side: fn((u32, u32)) -> u32) -> Option<String> {
        match self {
            Self::Quarter(year, _) | Self::Half(year, _) => Self::Month(year, side(self.months()?)).edtf(),
            _ => self.edtf(),
        }
    }

    /// Does the part of a year that `next` names begin in the month after this one's last, both years being known?
    pub fn adjoins(self, next: Self) -> bool {
        let month = |date: Self, of: fn((u32, u32)) -> u32| {
            let parts = matches!(date, Self::Month(..) | Self::Quarter(..) | Self::Half(..));
            Some(date.year().filter(|_| parts)? * 12 + i32::try_from(of(date.months()?)).ok()?)
        };
        month(self, |m| m.1).zip(month(next, |m| m.0)).is_some_and(|(last, first)| last + 1 == first)
    }

    /// Is `next` the date that follows this one, of the same precision?
    pub fn precedes(self, next: Self) -> bool {
        let step = |year: Option<i32>, part: u32, other: Option<i32>, next: u32, parts: u32| {
            let same_year = part + 1 == next;
            match (year, other) {
                (Some(a), Some(b)) if a != b => a + 1 == b && part == parts && next == 1,
                _ => same_year,
            }
        };
        match (self, next) {
            (Self::Month(y, a), Self::Month(o, b)) => step(y, a, o, b, 12),
            (Self::Quarter(y, a), Self::Quarter(o, b)) => step(y, a, o, b, 4),
            (Self::Half(y, a), Self::Half(o, b)) => step(y, a, o, b, 2),
            (Self::Year(Some(a)), Self::Year(Some(b))) => a + 1 == b,
            (Self::Day(a), Self::Day(b)) => a.month == b.month && a.day + 1 == b.day,
            (Self::DayOfMonth(a), Self::DayOfMonth(b)) => a + 1 == b,
            _ => false,
        }
    }
}

/// Which bare figures count as dates: in a label's value `2025`, `6/2025` and `30/11` do, in running text only days
/// with a year do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// A date needs a word (`năm 2025`) or a full day.
    Named,
    /// Bare figures are dates (`2025`, `6/2025`, `30/11`).
    Bare,
}

/// Reads one date at byte `at` of a folded text; gives the date and where it ends.
///
/// ```
/// use kehoach::value::{Date, Figures, read_date};
/// assert_eq!(read_date("quý iv/2025", 0, Figures::Named).map(|d| d.0), Some(Date::Quarter(Some(2025), 4)));
/// assert_eq!(read_date("6 tháng đầu năm 2024", 0, Figures::Named).map(|d| d.0), Some(Date::Half(Some(2024), 1)));
/// assert_eq!(read_date("2025", 0, Figures::Named), None);
/// assert_eq!(read_date("2025", 0, Figures::Bare).map(|d| d.0), Some(Date::Year(Some(2025))));
/// ```
pub fn read_date(folded: &str, at: usize, figures: Figures) -> Option<(Date, usize)> {
    let mut c = Cursor::new(folded, at);
    let part_of = c.any(words!["thượng tuần", "trung tuần", "hạ tuần", "đầu", "giữa", "cuối", "cả"]).is_some();
    c.blanks();
    if part_of && !["tháng", "quý", "năm"].iter().any(|unit| c.rest().starts_with(unit)) {
        return None;
    }
    // `nửa đầu tháng 4`; of a year the half has a date of its own
    let mut half = c;
    if half.any(&["nửa đầu", "nửa cuối"]).is_some()
        && ["tháng", "quý"].iter().any(|unit| half.blanks().rest().starts_with(unit))
    {
        c = half;
    }
    week_or_hour(&mut c);
    let from = c.at();
    if c.any(words!["ngày", "mùng", "mồng"]).is_some() {
        c.blanks().any(&["mùng", "mồng"]);
        c.blanks();
        let before = folded[..from].trim_end();
        let limit =
            ["trước", "chậm nhất", "muộn nhất", "chậm nhất là", "đến", "hết"].iter().any(|w| before.ends_with(w));
        if let Some((day, end)) = read_day(folded, c.at()).or_else(|| read_short_day(folded, c.at(), limit)) {
            return Some((Date::Day(day), end));
        }
        return lone_day(&mut c).map(|day| (Date::DayOfMonth(day), c.at()));
    }
    if c.word("tháng") || (c.literal("t") && c.rest().starts_with(|d: char| d.is_ascii_digit())) {
        let month = c.blanks().number(2).filter(|m| (1..=12).contains(m))?;
        return Some((Date::Month(year_after(&mut c), month), c.at()));
    }
    c.seek(from);
    if c.word("quý") || (c.literal("q") && c.rest().starts_with(|d: char| d.is_ascii_digit())) {
        let quarter = read_quarter(c.blanks())?;
        return Some((Date::Quarter(year_after(&mut c), quarter), c.at()));
    }
    c.seek(from);
    if let Some(half) = read_half(&mut c) {
        return Some((Date::Half(year_after(&mut c), half), c.at()));
    }
    c.seek(from);
    if c.word("năm") {
        if let Some(year) = read_year(c.blanks()) {
            return Some((Date::Year(Some(year)), c.at()));
        }
        c.seek(from);
        return None;
    }
    if !c.at_word_start() {
        return None;
    }
    if let Some((day, end)) = read_day(folded, from)
        && (figures == Figures::Bare || day.year.is_some())
    {
        return Some((Date::Day(day), end));
    }
    if figures == Figures::Bare {
        // `từ 10.9 - 10.10`
        if let Some((day, end)) = read_dotted_end(folded, from) {
            return Some((Date::Day(day), end));
        }
        // `6/2025`, `06-2025`
        if let Some(month) = c.number(2).filter(|m| (1..=12).contains(m))
            && (c.literal("/") || c.literal("-") || c.literal("."))
            && let Some(year) = read_year(&mut c)
            && !c.rest().starts_with('/')
        {
            return Some((Date::Month(Some(year), month), c.at()));
        }
        c.seek(from);
        if let Some(year) = read_year(&mut c) {
            return Some((Date::Year(Some(year)), c.at()));
        }
    }
    None
}

/// A day whose month other words name; `ngày 31/02` is none.
fn lone_day(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let day = c.number(2).filter(|d| (1..=31).contains(d));
    let mut tail = *c;
    let named = tail.rest().starts_with(is_alphanumeric)
        || tail.blanks().literal("/")
        || (tail.word("tháng") && tail.blanks().number(2).is_some());
    if named {
        c.seek(start);
        return None;
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn no_date_is_read_where_none_is_printed() {
        for text in
            ["tháng 13/2025", "quý V/2025", "ngày 32/01/2025", "năm 25", "trong lớp", "cuối kỳ", "quý vị", "2025m"]
        {
            assert_eq!(read_date(&fold(text), 0, Figures::Bare), None, "{text}");
        }
    }

    #[test]
    fn hours_and_parts_of_weeks_are_dropped() {
        let day = Date::Day(Day::new(Some(2025), 12, 20).expect("a day"));
        for text in [
            "16h00 ngày 20/12/2025",
            "17 giờ 30 phút, ngày 20/12/2025",
            "sáng ngày 20/12/2025",
            "08 giờ 00’ ngày 20/12/2025",
            "thứ bảy, ngày 20/12/2025",
        ] {
            let text = fold(text);
            assert_eq!(read_date(&text, 0, Figures::Named), Some((day, text.len())), "{text}");
        }
    }
}
