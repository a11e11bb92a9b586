//! The date line: place and date, also with the day or the month left blank.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Metadata;
use crate::{
    layout::{LineKind, LogicalLine},
    text::{
        Text,
        letters::{is_alphabetic, is_alphanumeric},
    },
    value::Day,
};

pub(super) fn read(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    let Some(line) = lines.iter().find(|l| l.kind == LineKind::Date) else { return };
    let words = text.at(&line.range);
    let folded = text.folded_at(&line.range);
    let day = folded.find("ngày").or_else(|| folded.find("ngay")).unwrap_or(folded.len());
    let outer = |c: char| !is_alphanumeric(c) && c != ')';
    let place = words[..day].trim_start_matches(outer);
    let start = line.range.start + (day - place.len());
    let place = place.trim_end_matches(outer);
    if !place.is_empty() && place.chars().any(is_alphabetic) {
        meta.place = Some(place_name(place));
        meta.show("place", &(start..start + place.len()), "metadata.date-line");
    }
    if let Some(date) = date(&folded[day..]) {
        meta.issued_on = Some(date);
        meta.show("issued_on", &(line.range.start + day..line.range.end), "metadata.date-line");
    }
}

/// A place as a name: `HÀ NỘI` → `Hà Nội`; `TP. Hồ Chí Minh` stays.
fn place_name(place: &str) -> String {
    if place.chars().any(char::is_lowercase) {
        return place.to_owned();
    }
    let title = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().collect::<String>() + &letters.as_str().to_lowercase()
        })
    };
    place.split(' ').map(title).collect::<Vec<_>>().join(" ")
}

/// `ngày 08 tháng 7 năm 2022` → `2022-07-08`; a day that is blank or cannot be read gives the month, such a month the year.
fn date(folded: &str) -> Option<String> {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^ng[àa]y([^,;]{0,14}?)(?:th[áa]ng([^,;]{0,12}?)n[ăa]m *([0-9lo]{4})?|/([^,;/]{0,6})/ *([0-9]{4}))")
            .expect("a pattern of the program")
    });
    let found = SHAPE.captures(folded)?;
    // what OCR makes of 1 and 0
    let figure = |n: usize| {
        let printed: String = found.get(n)?.as_str().chars().filter(|c| !c.is_whitespace()).collect();
        printed.replace('l', "1").replace('o', "0").parse::<u32>().ok()
    };
    let year = figure(3).or_else(|| figure(5))?;
    match (figure(2).or_else(|| figure(4)), figure(1)) {
        (Some(month), Some(day)) => Day::new(i32::try_from(year).ok(), month, day)?.edtf(),
        (Some(month @ 1..=12), None) => Some(format!("{year:04}-{month:02}")),
        (None, _) => Some(format!("{year:04}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn date_lines() {
        for (line, expected) in [
            ("ngày 08 tháng 7 năm 2022", Some("2022-07-08")),
            ("ngày l8 tháng 02 năm 2016", Some("2016-02-18")),
            ("ngày tháng 10 năm 2023", Some("2023-10")),
            ("ngày ... tháng 10 năm 2023", Some("2023-10")),
            ("ngày … tháng … năm 2023", Some("2023")),
            ("ngày 26 tháng 0 6 năm 2018", Some("2018-06-26")),
            ("ngày 31/7/2020", Some("2020-07-31")),
            ("ngày    /    /2020", Some("2020")),
            ("ngày g1 tháng 3 năm 2018", Some("2018-03")),
            ("ngày (o- tháng 10 năm 2017", Some("2017-10")),
            ("ngày š† tháng f năm 2020", Some("2020")),
            ("ngày 31 tháng 02 năm 2018", None),
            ("ngày tháng năm", None),
        ] {
            assert_eq!(date(line).as_deref(), expected, "{line}");
        }
    }
}
