//! The year of a date that prints none: only what the section, the sentence or the plan's own title fixes.

use crate::{
    extract::{Passage, View},
    text::words::{List, Words},
    value::{Cursor, Date, Period, read_day, year::read_year},
};

/// What fixes the year of a date that prints none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fixed {
    /// A year.
    Year(i32),
    /// A school year, by the year in which it begins.
    School(i32),
    /// The year of the plan, from the month and the day on which it is issued.
    Plan { year: i32, from: (u32, u32) },
}

impl Fixed {
    /// The year of a date; of the months in which no school is kept a school year says nothing.
    pub(super) fn of(self, date: Date) -> Option<i32> {
        match self {
            Self::Year(year) => Some(year),
            Self::Plan { year, from } => {
                let last = match date {
                    Date::Day(day) => (day.month, day.day),
                    _ => (date.months().map_or(12, |(_, last)| last), 31),
                };
                (last >= from).then_some(year)
            }
            Self::School(first) => match date.months()?.0 {
                1..=6 => Some(first + 1),
                9..=12 => Some(first),
                _ => None,
            },
        }
    }

    /// Is it over when the plan is issued?
    pub(super) fn is_past(self, issued: Option<i32>) -> bool {
        let last = match self {
            Self::Year(year) | Self::Plan { year, .. } => year,
            Self::School(first) => first + 1,
        };
        issued.is_some_and(|issued| last < issued)
    }

    /// The year that a time with its own words leaves to the dates after it: that of a day, a month, a year, not of a
    /// span of years or of all that follows.
    pub(super) fn by(period: &Period, words: &str) -> Option<Self> {
        let dates = period.dates();
        let first = dates.iter().find_map(|date| date.year())?;
        if words.contains("năm học") {
            return Some(Self::School(first));
        }
        let open = matches!(period, Period::From(Date::Year(_)));
        let same = dates.iter().all(|date| date.year().is_none_or(|year| year == first));
        (same && !open).then_some(Self::Year(first))
    }
}

/// The one year that the plan's title names (`… NĂM 2025`); several, or a period, fix none. It does so from the day of
/// issue on, which is printed above the title.
pub(super) fn of_plan(view: View) -> Option<Fixed> {
    let title = view.title?;
    let year = only_year(view.text.folded_at(title))?;
    let head = view.text.folded().get(..title.start).unwrap_or_default();
    let days = head.match_indices("ngày ").filter_map(|(at, word)| read_day(head, at + word.len()));
    let issued = days.map(|(day, _)| day).find(|day| day.year == Some(year));
    Some(Fixed::Plan { year, from: issued.map_or((1, 1), |day| (day.month, day.day)) })
}

/// The one year that the headings above fix, the nearest first.
pub(super) fn of_headings(passage: &Passage) -> Option<i32> {
    passage.headings().find_map(|heading| {
        let words = passage.view.text.folded_at(heading);
        // `* Từ tháng 9 đến tháng 12/2026`, `Quý I/2027`
        only_year(words).or_else(|| of_section(words))
    })
}

/// The year of the first full date that follows in the sentence (`trước 05/6 và trước 05/12/2025`), unless it dates a
/// cited document.
pub(super) fn of_sentence(after: &str) -> Option<i32> {
    if after.contains("số ") {
        return None;
    }
    after.match_indices('/').find_map(|(at, _)| {
        let mut c = Cursor::new(after, at + 1);
        read_year(&mut c).or_else(|| {
            // `trước 05/6 và trước 05/12 năm 2025`
            c.seek(at + 1);
            c.number(2)?;
            c.blanks().word("năm").then(|| read_year(c.blanks())).flatten()
        })
    })
}

/// `riêng năm 2020`: the year that the sentence before a date sets apart.
pub(super) fn set_apart(before: &str) -> Option<i32> {
    const APART: &Words = &Words::of(&["riêng năm ", "riêng trong năm ", "đối với năm "]);
    let at = APART.last_in(before)?;
    let (_, words) = APART.fronts(&before[at..]).next()?;
    read_year(&mut Cursor::new(before, at + words.len()))
}

/// The one year of the full dates in the words, when they cite no document.
pub(super) fn of_section(words: &str) -> Option<i32> {
    if words.contains("số ") {
        return None;
    }
    let mut years = words.match_indices('/').filter_map(|(at, _)| {
        let mut c = Cursor::new(words, at + 1);
        // `15/2021/QĐ-UBND` is a number
        read_year(&mut c).filter(|_| !c.rest().starts_with('/'))
    });
    let year = years.next()?;
    years.all(|y| y == year).then_some(year)
}

/// The year of `năm N` when the words name just one and it is no part of a date, a period or a horizon.
fn only_year(words: &str) -> Option<i32> {
    let mut found = None;
    for (at, _) in words.match_indices("năm ") {
        let mut c = Cursor::new(words, at + "năm ".len());
        let Some(year) = read_year(&mut c) else {
            continue;
        };
        let before = words.get(..at).unwrap_or_default().trim_end();
        let part = ["đến", "định hướng", "tầm nhìn", "giai đoạn", "từ"].iter().any(|w| before.ends_with(w));
        // `ngày 02 tháng 01 năm 2025` dates a document
        let dated = before.rsplit_once("tháng").is_some_and(|(day, month)| {
            let day = day.trim_end().trim_end_matches(|d: char| d.is_ascii_digit()).trim_end();
            month.trim().parse::<u32>().is_ok() && day.ends_with("ngày")
        });
        let cited = before.ends_with("luật") || before.rsplit(' ').take(6).any(|w| w == "luật");
        if c.blanks().dash() && c.blanks().rest().starts_with(|d: char| d.is_ascii_digit()) {
            return None;
        }
        if part || dated || cited {
            continue;
        }
        if found.is_some_and(|f| f != year) {
            return None;
        }
        found = Some(year);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_fixes_one_year_or_none() {
        for (title, year) in [
            ("triển khai công tác cải cách hành chính năm 2025", Some(2025)),
            ("thực hiện nghị quyết số 10 ngày 02 tháng 01 năm 2024 của chính phủ", None),
            ("phát triển nguồn nhân lực đến năm 2030 - năm 2024", Some(2024)),
            ("kế hoạch năm 2025 - 2030", None),
            ("công tác tháng 10 năm 2024", Some(2024)),
            ("tổng kết năm 2024 và nhiệm vụ năm 2025", None),
        ] {
            assert_eq!(only_year(title), year, "{title}");
        }
    }

    #[test]
    fn a_plan_fixes_no_day_before_its_own() {
        let plan = Fixed::Plan { year: 2026, from: (9, 20) };
        let day = |month, day| Date::Day(crate::value::Day::new(None, month, day).expect("a day"));
        assert_eq!(plan.of(day(8, 15)), None);
        assert_eq!(plan.of(day(9, 19)), None);
        assert_eq!(plan.of(day(9, 20)), Some(2026));
        assert_eq!(plan.of(Date::Month(None, 9)), Some(2026));
        assert_eq!(plan.of(Date::Quarter(None, 2)), None);
    }

    #[test]
    fn a_school_year_has_two_years_and_a_summer() {
        let school = Fixed::School(2025);
        assert_eq!(school.of(Date::Month(None, 10)), Some(2025));
        assert_eq!(school.of(Date::Month(None, 5)), Some(2026));
        assert_eq!(school.of(Date::Month(None, 8)), None);
    }
}
