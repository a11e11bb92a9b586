//! What a calendar needs of EDTF dates and recurrence rules: first and last days.

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CalendarDay {
    year: u32,
    month: u32,
    day: u32,
}

/// How far ahead the first day of a rule is looked for: the 29th of February comes within eight years.
const FAR: usize = 8 * 366;

impl CalendarDay {
    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=9998).contains(&year) && (1..=12).contains(&month);
        (real && (1..=days_in(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// The first and the last day of a date in EDTF; of an interval that is open at an end only the other.
    pub(super) fn span(edtf: &str) -> (Option<Self>, Option<Self>) {
        match edtf.split_once('/') {
            Some((from, to)) => (Self::whole(from).map(|w| w.0), Self::whole(to).map(|w| w.1)),
            None => Self::whole(edtf).unzip(),
        }
    }

    /// The first and the last day of a year, half-year, quarter, month or day.
    fn whole(date: &str) -> Option<(Self, Self)> {
        let mut parts = date.split('-').map(str::parse::<u32>);
        let year = parts.next()?.ok()?;
        let Some(second) = parts.next() else {
            return Some((Self::new(year, 1, 1)?, Self::new(year, 12, 31)?));
        };
        let (first, last) = match second.ok()? {
            quarter @ 33..=36 => (3 * (quarter - 33) + 1, 3 * (quarter - 33) + 3),
            half @ 40..=41 => (6 * (half - 40) + 1, 6 * (half - 40) + 6),
            month => (month, month),
        };
        match parts.next() {
            Some(day) => Self::new(year, first, day.ok()?).map(|day| (day, day)),
            None => Some((Self::new(year, first, 1)?, Self::new(year, last, days_in(year, last.clamp(1, 12)))?)),
        }
    }

    /// The day after.
    pub(super) fn next(self) -> Self {
        let Self { year, month, day } = self;
        if day < days_in(year, month) {
            Self { day: day + 1, ..self }
        } else if month < 12 {
            Self { month: month + 1, day: 1, year }
        } else {
            Self { year: year + 1, month: 1, day: 1 }
        }
    }

    /// The first day from this one on that a rule's `BYMONTH`, `BYMONTHDAY` and `BYDAY` allow.
    pub(super) fn first_of(self, rrule: &str) -> Option<Self> {
        let part = |name: &str| rrule.split(';').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
        let numbers = |name| part(name).map(|p| p.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<i64>>());
        let (months, days) = (numbers("BYMONTH"), numbers("BYMONTHDAY"));
        let weekdays = part("BYDAY");
        let fits = |day: &Self| {
            let from_end = i64::from(day.day) - i64::from(days_in(day.year, day.month)) - 1;
            months.as_ref().is_none_or(|m| m.contains(&i64::from(day.month)))
                && days.as_ref().is_none_or(|d| d.contains(&i64::from(day.day)) || d.contains(&from_end))
                && weekdays.is_none_or(|w| w.split(',').any(|w| w == day.weekday()))
        };
        std::iter::successors(Some(self), |day| Some(day.next())).take(FAR).find(fits)
    }

    /// Zeller's congruence.
    fn weekday(self) -> &'static str {
        let (year, month) = if self.month < 3 { (self.year - 1, self.month + 12) } else { (self.year, self.month) };
        let day = self.day + 13 * (month + 1) / 5 + year + year / 4 + 6 * (year / 100) + year / 400;
        ["SA", "SU", "MO", "TU", "WE", "TH", "FR"][day as usize % 7]
    }
}

impl std::fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from((year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)),
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_a_first_and_a_last_day() {
        for (edtf, first, last) in [
            ("2024-12-05", "20241205", "20241205"),
            ("2024-02", "20240201", "20240229"),
            ("2023", "20230101", "20231231"),
            ("2024-35", "20240701", "20240930"),
            ("2024-41", "20240701", "20241231"),
            ("2023/2025-06", "20230101", "20250630"),
            ("2022-04/..", "20220401", ""),
            ("../2025", "", "20251231"),
            ("2023-02-29", "", ""),
            ("2023-13", "", ""),
            ("x", "", ""),
        ] {
            let (a, b) = CalendarDay::span(edtf);
            let shown = [a, b].map(|d| d.map(|d| d.to_string()).unwrap_or_default());
            assert_eq!(shown, [first, last], "{edtf}");
        }
    }

    #[test]
    fn a_rule_begins_on_a_day_that_it_has() {
        let from = CalendarDay::new(2024, 7, 8).expect("a day");
        for (rule, first) in [
            ("FREQ=YEARLY", "20240708"),
            ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30", "20241030"),
            ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "20250301"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "20240731"),
            ("FREQ=YEARLY;BYMONTH=3,6,9,12", "20240901"),
            ("FREQ=WEEKLY;BYDAY=FR", "20240712"),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "20280229"),
        ] {
            assert_eq!(from.first_of(rule).map(|d| d.to_string()).as_deref(), Some(first), "{rule}");
        }
        assert_eq!(from.first_of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), None);
    }
}
