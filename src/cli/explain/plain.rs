//! Typed values in plain words.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An EDTF date: `2024-35` is `quarter III of 2024`. What is no such date is shown as it is.
pub(super) fn date(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some(("..", end)) => format!("up to {}", date(end)),
        Some((start, "..")) => format!("{} onwards", date(start)),
        Some((start, end)) => format!("{} to {}", date(start), date(end)),
        None => instant(edtf).unwrap_or_else(|| edtf.to_owned()),
    }
}

fn instant(edtf: &str) -> Option<String> {
    let mut parts = edtf.split('-');
    let year = parts.next()?;
    let Some(part) = parts.next() else {
        return Some(year.to_owned());
    };
    if let Some(day) = parts.next() {
        return Some(format!("{} {} {year}", day.parse::<u8>().ok()?, month(part)?));
    }
    Some(match part {
        "33" => format!("quarter I of {year}"),
        "34" => format!("quarter II of {year}"),
        "35" => format!("quarter III of {year}"),
        "36" => format!("quarter IV of {year}"),
        "40" => format!("the first half of {year}"),
        "41" => format!("the second half of {year}"),
        _ => format!("{} {year}", month(part)?),
    })
}

fn month(number: &str) -> Option<&'static str> {
    MONTHS.get(number.parse::<usize>().ok()?.checked_sub(1)?).copied()
}

/// A recurrence rule: `FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30` is `30 October of every year`.
pub(super) fn recurrence(rule: &str) -> String {
    let part = |name: &str| {
        rule.split(';').filter_map(|p| p.split_once('=')).find(|(n, _)| *n == name).map(|(_, value)| value)
    };
    let unit = match part("FREQ") {
        Some("YEARLY") => "year",
        Some("MONTHLY") => "month",
        Some("WEEKLY") => "week",
        Some("DAILY") => "day",
        _ => return rule.to_owned(),
    };
    let rhythm = match part("INTERVAL") {
        Some(n) if n != "1" => format!("every {n} {unit}s"),
        _ => format!("every {unit}"),
    };
    let days = part("BYMONTHDAY").map(|days| days.replace(',', ", ").replace("-1", "the last day"));
    let months = part("BYMONTH").map(|m| m.split(',').filter_map(month).collect::<Vec<_>>().join(", "));
    match (days.or_else(|| part("BYDAY").map(str::to_owned)), months) {
        (Some(days), Some(months)) => format!("{days} {months} of {rhythm}"),
        (Some(days), None) => format!("day {days} of {rhythm}").replace("day the", "the"),
        (None, Some(months)) => format!("{months} of {rhythm}"),
        (None, None) => rhythm,
    }
}

/// An ISO 8601 duration: `P30D` is `30 days`.
pub(super) fn duration(iso: &str) -> String {
    let mut words = Vec::new();
    let (mut number, mut time) = (String::new(), false);
    for c in iso.chars().skip(1) {
        let unit = match c {
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'T' => {
                time = true;
                continue;
            }
            'Y' => "year",
            'M' if time => "minute",
            'M' => "month",
            'W' => "week",
            'D' => "day",
            'H' => "hour",
            _ => return iso.to_owned(),
        };
        let plural = if number == "1" { "" } else { "s" };
        words.push(format!("{} {unit}{plural}", std::mem::take(&mut number)));
    }
    if words.is_empty() { iso.to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        for (edtf, words) in [
            ("2024-12-05", "5 December 2024"),
            ("2024-06", "June 2024"),
            ("2024-35", "quarter III of 2024"),
            ("2024-40", "the first half of 2024"),
            ("2024", "2024"),
            ("2023/2025", "2023 to 2025"),
            ("2022-04/..", "April 2022 onwards"),
            ("../2025", "up to 2025"),
            ("2024-99", "2024-99"),
            ("sớm", "sớm"),
        ] {
            assert_eq!(date(edtf), words);
        }
    }

    #[test]
    fn rhythms_and_lengths_in_words() {
        for (rule, words) in [
            ("FREQ=YEARLY", "every year"),
            ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
            ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30", "30 October of every year"),
            ("FREQ=YEARLY;BYMONTH=6,12", "June, December of every year"),
            ("FREQ=MONTHLY;BYMONTHDAY=25", "day 25 of every month"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of every month"),
            ("?", "?"),
        ] {
            assert_eq!(recurrence(rule), words);
        }
        for (iso, words) in
            [("P30D", "30 days"), ("P1M", "1 month"), ("P1Y6M", "1 year 6 months"), ("PT24H", "24 hours"), ("?", "?")]
        {
            assert_eq!(duration(iso), words);
        }
    }
}
