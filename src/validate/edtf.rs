//! The part of EDTF (ISO 8601-2) that records use.

use crate::value::Day;

/// Is `date` a day, a month, a quarter (`2024-33` … `2024-36`), a half-year (`2024-40`, `2024-41`), a year, or an
/// interval of days, months and years that may be open at one end?
///
/// ```
/// use kehoach::validate::edtf::is_date;
/// assert!(["2024-12-05", "2024-06", "2024-35", "2024", "2021/2025", "2022-04/..", "../2025"].into_iter().all(is_date));
/// assert!(["2024-02-30", "2024-13", "2024-6", "2025/2021", "../..", "5/2024", ""].into_iter().all(|d| !is_date(d)));
/// ```
pub fn is_date(date: &str) -> bool {
    match date.split_once('/') {
        None => instant(date).is_some() || part_of_year(date),
        Some((start, "..")) => instant(start).is_some(),
        Some(("..", end)) => instant(end).is_some(),
        Some((start, end)) => match (instant(start), instant(end)) {
            // an interval ends no earlier than it starts, compared as far as both are known
            (Some(s), Some(e)) => s.iter().zip(&e).find(|(s, e)| s != e).is_none_or(|(s, e)| s < e),
            _ => false,
        },
    }
}

/// Is `date` a year or an interval of years?
pub fn is_period(date: &str) -> bool {
    let year = |part: &str| part == ".." || (part.len() == 4 && instant(part).is_some());
    is_date(date) && date.split('/').all(year)
}

/// Year, month, day, as many as are printed.
fn instant(date: &str) -> Option<Vec<u32>> {
    let widths = [4, 2, 2];
    let parts: Vec<&str> = date.split('-').collect();
    if parts.len() > widths.len() || !parts.iter().zip(widths).all(|(part, width)| is_number(part, width)) {
        return None;
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|p| p.parse().ok()).collect();
    match numbers[..] {
        [_] => {}
        [_, month] if (1..=12).contains(&month) => {}
        [year, month, day] => drop(Day::new(i32::try_from(year).ok(), month, day)?),
        _ => return None,
    }
    Some(numbers)
}

fn part_of_year(date: &str) -> bool {
    date.split_once('-')
        .is_some_and(|(year, part)| is_number(year, 4) && matches!(part, "33" | "34" | "35" | "36" | "40" | "41"))
}

fn is_number(text: &str, width: usize) -> bool {
    text.len() == width && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for date in [
            "2024",
            "2024-01",
            "2024-12-31",
            "2024-02-29",
            "2024-33",
            "2024-36",
            "2024-40",
            "2024-41",
            "2021/2025",
            "2021/2021",
            "2023-07/2024-01",
            "2024/2024-06",
            "2024-06/2024",
            "2024-01-01/..",
            "../2030",
            "2022-04/..",
        ] {
            assert!(is_date(date), "{date}");
        }
        for date in [
            "",
            "24",
            "20245",
            "2024-1",
            "2024-00",
            "2024-13",
            "2024-32",
            "2024-37",
            "2024-42",
            "2023-02-29",
            "2024-04-31",
            "2024-33/2024-34",
            "2025/2024",
            "2024-07/2024-06",
            "/2025",
            "2025/",
            "../..",
            "..",
            "2021/2025/2030",
            "2024-12-05-01",
            "năm 2024",
            "2021-2025",
            "05/12/2024",
            "2024-06-",
            "２０２４",
        ] {
            assert!(!is_date(date), "{date}");
        }
    }

    #[test]
    fn periods() {
        assert!(["2025", "2021/2025", "2021/..", "../2030"].into_iter().all(is_period));
        assert!(["2025-01", "2021/2025-06", "2024-35", "../.."].into_iter().all(|p| !is_period(p)));
    }
}
