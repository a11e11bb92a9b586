//! One date, a span of two, or a list: `tháng 11, 12/2013`, `quý I, II năm 2025`, `2023 - 2025`.

use super::{
    Cursor, Date, Day, Figures, Period,
    day::read_short_day,
    period::{days_of_one_month, event, onward},
    quarter::read_quarter,
    read_date, read_day,
    year::{read_year, year_after},
};
use crate::text::{letters::is_alphabetic, words::words};

/// One date, a span of two, or a list.
pub(super) fn list(mut c: Cursor, folded: &str, figures: Figures) -> Option<(Period, usize)> {
    if figures == Figures::Bare
        && let Some(span) = days_of_one_month(c, folded)
    {
        return Some(span);
    }
    if figures == Figures::Bare
        && let Some(span) = months_of_one_year(c)
    {
        return Some(span);
    }
    let plural = c.any(words!["các", "những", "hai"]).is_some();
    c.blanks();
    let (first, end) = match read_date(folded, c.at(), figures) {
        Some(read) => read,
        // `ngày 15, 16/11`: the first day is alone
        None if plural => return None,
        None => return None,
    };
    c.seek(end);
    if let Some(tail) = onward(c) {
        return Some((Period::From(first), tail));
    }
    if let Some(days) = days_up_to_full(c, folded, first) {
        return Some(days);
    }
    let mut dates = vec![first];
    let mut end = end;
    let mut span = false;
    while dates.len() < 12 && !span {
        let dash = c.blanks().dash();
        let until = dash || c.any(words!["đến hết", "đến", "tới"]).is_some();
        if !until {
            let joined = c.literal(",") || c.literal("&") || c.literal("+");
            let and = c.blanks().word("và") || c.word("hoặc");
            if !joined && !and {
                break;
            }
        }
        c.blanks();
        let Some(next) = follower(&mut c, folded, first, until) else {
            // `Tháng 4/2025 đến khi hoàn thành`
            if until
                && !dash
                && dates.len() == 1
                && let Some(end) = event(&c)
            {
                return Some((Period::Event, end));
            }
            break;
        };
        span = until && dates.len() == 1;
        if until && !span {
            // `tháng 1, 3 - 5`: the list ends before the span
            break;
        }
        dates.push(next);
        end = c.at();
    }
    let period = settle(dates, span);
    c.seek(end);
    Some(right_after(c, folded, &period).unwrap_or((period, end)))
}

/// `ngày 06, 07 và 08 tháng 6 năm 2025`, `ngày 25 hoặc 26/7/2025`, `ngày 03-05 hằng tháng`: days by their figures alone,
/// up to the one that names the month, or the rhythm that gives it.
fn days_up_to_full(mut c: Cursor, folded: &str, first: Date) -> Option<(Period, usize)> {
    const MONTHLY: [&str; 4] = ["hằng tháng", "hàng tháng", "mỗi tháng", "của tháng"];
    if !matches!(first, Date::DayOfMonth(_)) {
        return None;
    }
    let mut days = vec![first];
    let mut span = false;
    let mut end = c.at();
    while days.len() < 12 && !span {
        span = days.len() == 1 && (c.blanks().dash() || c.any(&["đến", "tới"]).is_some());
        let joined = span || c.literal(",") | c.blanks().any(&["và", "hoặc"]).is_some();
        if !joined {
            // `các ngày 01, 11, 21 hằng tháng`
            break;
        }
        c.blanks().word("ngày");
        if let Some((full, end)) = read_day(folded, c.blanks().at()) {
            days.push(Date::Day(full));
            return Some((settle(days, span), end));
        }
        days.push(Date::DayOfMonth(c.number(2).filter(|d| (1..=31).contains(d))?));
        end = c.at();
    }
    let monthly = days.len() > 1 && MONTHLY.iter().any(|m| folded[end..].trim_start().starts_with(m));
    monthly.then(|| (settle(days, span), end))
}

/// `09 - 10/2026`: months by their figures alone, the year at the second.
fn months_of_one_year(mut c: Cursor) -> Option<(Period, usize)> {
    let month = |c: &mut Cursor| c.number(2).filter(|m| (1..=12).contains(m));
    let first = month(&mut c)?;
    let last = (c.blanks().dash()).then(|| month(c.blanks())).flatten().filter(|last| first < *last)?;
    let year = c.literal("/").then(|| read_year(&mut c)).flatten()?;
    let whole = !c.rest().starts_with(['/', '-']);
    whole.then(|| (Period::Span(Date::Month(Some(year), first), Date::Month(Some(year), last)), c.at()))
}

/// The part of the year that comes right after, whatever it is counted by: `tháng 11, 12/2021 và 6 tháng đầu năm 2022`.
fn right_after(mut c: Cursor, folded: &str, so_far: &Period) -> Option<(Period, usize)> {
    let (first, last) = match *so_far {
        Period::One(date) => (date, date),
        Period::Span(first, last) => (first, last),
        _ => return None,
    };
    c.joint();
    let (next, end) = read_date(folded, c.blanks().at(), Figures::Named)?;
    last.adjoins(next).then_some((Period::Span(first, next), end))
}

/// The next date of a list, of the precision of the first: `12/2013` after `tháng 11,`, `quý IV/2025`, `2026`.
fn follower(c: &mut Cursor, folded: &str, first: Date, until: bool) -> Option<Date> {
    let start = c.at();
    let next = match first {
        Date::Month(..) => {
            // `cuối tháng 3, đầu tháng 4`
            if c.any(words!["đầu", "giữa", "cuối", "hết"]).is_some() && !c.blanks().rest().starts_with("tháng")
            {
                c.seek(start);
                return None;
            }
            // `T3 và T8/2024`
            let short = c.rest().strip_prefix('t').is_some_and(|rest| rest.starts_with(|d: char| d.is_ascii_digit()));
            let _ = if short { c.literal("t") } else { c.word("tháng") };
            let month = c.blanks().number(2).filter(|m| (1..=12).contains(m));
            month.map(|m| Date::Month(year_after(c), m))
        }
        Date::Quarter(..) => {
            c.word("quý");
            read_quarter(c.blanks()).map(|q| Date::Quarter(year_after(c), q))
        }
        Date::Year(_) => {
            c.word("năm");
            read_year(c.blanks()).map(|y| Date::Year(Some(y)))
        }
        Date::Half(..) => None,
        Date::Day(_) | Date::DayOfMonth(_) => {
            let read = read_date(folded, start, if until { Figures::Bare } else { Figures::Named });
            read.or_else(|| read_date(folded, start, Figures::Bare).filter(|(d, _)| matches!(d, Date::Day(_))))
                .or_else(|| short_day_each_year(folded, start))
                .and_then(|(date, end)| {
                    let day = matches!(date, Date::Day(_) | Date::DayOfMonth(_));
                    c.seek(end);
                    day.then_some(date)
                })
        }
    };
    // `tháng 12, 15 lớp`: a number that counts something is no month
    let counted = c.rest().strip_prefix(' ').is_some_and(|rest| {
        let bare = folded.get(start..c.at()).is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()) && w.len() < 4);
        bare && rest.starts_with(is_alphabetic)
            && !["và", "năm", "hằng", "hàng", "của"].iter().any(|w| rest.starts_with(w))
    });
    if next.is_some() && !counted {
        return next;
    }
    c.seek(start);
    if until {
        // another precision ends a span: `quý IV/2025 đến hết năm 2026`
        let (date, end) = read_date(folded, start, Figures::Bare)?;
        let decimal = matches!(first, Date::Month(None, _) | Date::Quarter(None, _)) && matches!(date, Date::Year(_));
        if decimal || matches!(date, Date::DayOfMonth(_)) {
            return None;
        }
        c.seek(end);
        return Some(date);
    }
    None
}

/// `05-12` in `trước ngày 05-6, 05-12 hằng năm`
fn short_day_each_year(folded: &str, at: usize) -> Option<(Date, usize)> {
    let (day, end) = read_short_day(folded, at, true)?;
    let rest = folded[end..].trim_start();
    ["hằng năm", "hàng năm", "mỗi năm"].iter().any(|w| rest.starts_with(w)).then_some((Date::Day(day), end))
}

/// Years go from the printed one to those without; dates that follow each other are one span.
fn settle(mut dates: Vec<Date>, span: bool) -> Period {
    if !span {
        let mut year = None;
        for date in dates.iter_mut().rev() {
            year = date.year().or(year);
            if let Some(year) = year {
                *date = date.or_year(year);
            }
        }
        for date in &mut dates {
            year = date.year().or(year);
            if let Some(year) = year {
                *date = date.or_year(year);
            }
        }
        if let Some(Date::Day(last)) = dates.last().copied() {
            for date in &mut dates {
                if let Date::DayOfMonth(day) = *date {
                    *date = Day::new(last.year, last.month, day).map_or(*date, Date::Day);
                }
            }
        }
    }
    match dates.as_slice() {
        [one] => Period::One(*one),
        [first, last] if span => Period::Span(*first, *last),
        [first, .., last] if dates.windows(2).all(|w| w[0].precedes(w[1])) => Period::Span(*first, *last),
        _ => Period::Several(dates),
    }
}
