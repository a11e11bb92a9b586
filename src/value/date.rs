//! One date of any precision: a day, a month, a quarter, a half-year, a year; with its EDTF form.

use super::{Cursor, Day, read_day};

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
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Year(year) => year,
        }
    }

    /// The same date in `year`; a date with a year keeps its own.
    #[must_use]
    pub fn or_year(self, year: i32) -> Self {
        if self.year().is_some() {
            return self;
        }
        match self {
            Self::Day(day) => Self::Day(Day {
                year: Some(year),
                ..day
            }),
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
            Self::Quarter(year, _) | Self::Half(year, _) => {
                Self::Month(year, side(self.months()?)).edtf()
            }
            _ => self.edtf(),
        }
    }

    /// Is `next` the date that follows this one, of the same precision?
    pub fn precedes(self, next: Self) -> bool {
        let step = |year: Option<i32>, part: u32, other: Option<i32>, next: u32, parts: u32| match (
            year, other,
        ) {
            (Some(y), Some(o)) => {
                (y * parts.cast_signed() + part.cast_signed()) + 1
                    == o * parts.cast_signed() + next.cast_signed()
            }
            _ => part + 1 == next,
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
    let part_of = c
        .any(&[
            "thượng tuần",
            "trung tuần",
            "hạ tuần",
            "đầu",
            "giữa",
            "cuối",
            "cả",
        ])
        .is_some();
    c.blanks();
    if part_of
        && !["tháng", "quý", "năm"]
            .iter()
            .any(|unit| c.rest().starts_with(unit))
    {
        return None;
    }
    week_or_hour(&mut c);
    let from = c.at();
    if c.any(&["ngày", "mùng", "mồng"]).is_some() {
        c.blanks().any(&["mùng", "mồng"]);
        c.blanks();
        if let Some((day, end)) = read_day(folded, c.at()) {
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

/// Steps over what is finer than our dates: `16h00`, `17 giờ 30 phút,`, `sáng`, `thứ hai,`, `tuần 2`, `tuần đầu`.
fn week_or_hour(c: &mut Cursor) {
    let start = c.at();
    if c.word("tuần") {
        c.blanks();
        if c.any(&[
            "đầu tiên",
            "thứ nhất",
            "thứ hai",
            "thứ ba",
            "thứ tư",
            "đầu",
            "cuối",
        ])
        .is_none()
            && c.number(1).is_none()
            && roman(c).is_none()
        {
            c.seek(start);
            return;
        }
        c.blanks().word("của");
        if !c.blanks().rest().starts_with("tháng") {
            c.seek(start);
        }
        return;
    }
    hours(c);
    if c.any(&["buổi sáng", "buổi chiều", "sáng", "chiều", "tối"])
        .is_some()
    {
        c.blanks();
    }
    if c.word("thứ") {
        let _ = c
            .blanks()
            .any(&["hai", "ba", "tư", "năm", "sáu", "bảy"])
            .is_some()
            || c.number(1).is_some();
        c.literal(",");
        c.blanks();
    } else if c.word("chủ nhật") {
        c.literal(",");
        c.blanks();
    }
    if !c.rest().starts_with("ngày")
        && c.at() != start
        && !c.rest().starts_with(|d: char| d.is_ascii_digit())
    {
        c.seek(start);
    }
}

/// Takes an hour with the words around it: `16h00’`, `9 giờ`, `17 giờ 30 phút, `.
pub fn hours(c: &mut Cursor) -> bool {
    let start = c.at();
    let hour = c.number(2).is_some_and(|h| h <= 24);
    let sign = hour && (c.blanks().literal("giờ") || c.literal("h") || c.literal("g"));
    if !sign || c.rest().starts_with(char::is_alphabetic) {
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

/// A day whose month other words name; `ngày 31/02` is none.
fn lone_day(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let day = c.number(2).filter(|d| (1..=31).contains(d));
    let mut tail = *c;
    let named = tail.rest().starts_with(char::is_alphanumeric)
        || tail.blanks().literal("/")
        || (tail.word("tháng") && tail.blanks().number(2).is_some());
    if named {
        c.seek(start);
        return None;
    }
    day
}

/// A plausible year of four digits that no word or further figure continues.
pub fn read_year(c: &mut Cursor) -> Option<i32> {
    let start = c.at();
    match c.digits() {
        Some((year, 4))
            if (1900..=2100).contains(&year) && !c.rest().starts_with(char::is_alphanumeric) =>
        {
            Some(year.cast_signed())
        }
        _ => {
            c.seek(start);
            None
        }
    }
}

/// The year printed after a month, a quarter or a half: `/2025`, ` năm 2025`, `-2025`, `, năm 2025`, ` 2025`.
pub fn year_after(c: &mut Cursor) -> Option<i32> {
    let start = c.at();
    let joined = c.literal(".") || c.blanks().dash();
    c.blanks();
    if !joined {
        c.seek(start);
        let slash = c.blanks().literal("/");
        if !slash {
            c.literal(",");
        }
        c.blanks();
        let named = c.word("của năm") || c.word("năm");
        if c.rest().starts_with("học") {
            c.seek(start);
            return None;
        }
        c.blanks();
        if !slash && !named && c.at() != start + 1 {
            c.seek(start);
            return None;
        }
    }
    let year = read_year(c).filter(|_| !c.rest().starts_with('/'));
    if year.is_none() {
        c.seek(start);
    }
    year
}

/// The number of a quarter, Roman or Arabic; `l` and `1` stand for a misread `I`.
pub fn read_quarter(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let token: String = c
        .rest()
        .chars()
        .take_while(|d| d.is_alphanumeric())
        .take(4)
        .collect();
    let quarter = match token.as_str() {
        "01" => Some(1),
        "2" | "02" => Some(2),
        "3" | "03" => Some(3),
        "4" | "04" => Some(4),
        _ if token.len() > 3 => None,
        _ => match token.replace(['l', '1', '|'], "i").as_str() {
            "i" => Some(1),
            "ii" => Some(2),
            "iii" => Some(3),
            "iv" => Some(4),
            _ => None,
        },
    };
    match quarter {
        Some(_) => c.seek(start + token.len()),
        None => c.seek(start),
    }
    quarter
}

/// A Roman number up to IV.
pub fn roman(c: &mut Cursor) -> Option<u32> {
    c.any(&["iv", "iii", "ii", "i"])
        .and_then(|n| u32::try_from(4 - n).ok())
}

/// `6 tháng đầu năm`, `06 tháng cuối năm`, `nửa đầu năm`; the year's figure is left to the caller.
fn read_half(c: &mut Cursor) -> Option<u32> {
    let start = c.at();
    let months = c
        .any(&["6 tháng", "06 tháng", "sáu tháng", "nửa"])
        .is_some();
    let side = months.then(|| c.blanks().any(&["đầu", "cuối"])).flatten();
    let Some(side) = side else {
        c.seek(start);
        return None;
    };
    // the word `năm` belongs to the half even where no figure follows
    let end = c.at();
    let mut tail = *c;
    if tail.blanks().word("của năm") || tail.word("năm") {
        let after = tail.at();
        if read_year(tail.blanks()).is_some() {
            c.seek(end);
        } else {
            c.seek(after);
        }
    }
    u32::try_from(side + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn no_date_is_read_where_none_is_printed() {
        for text in [
            "tháng 13/2025",
            "quý V/2025",
            "ngày 32/01/2025",
            "năm 25",
            "trong lớp",
            "cuối kỳ",
            "quý vị",
            "2025m",
        ] {
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
            assert_eq!(
                read_date(&text, 0, Figures::Named),
                Some((day, text.len())),
                "{text}"
            );
        }
    }
}
