//! The year of a date that prints none: only what the section, the sentence or the plan's own title fixes.

use crate::{
    extract::{Passage, View},
    text::words::{List, Words},
    value::{Cursor, year::read_year},
};

/// The one year that the plan's title names (`… NĂM 2025`); several, or a period, fix none.
pub(super) fn of_plan(view: View) -> Option<i32> {
    view.title.and_then(|title| only_year(view.text.folded_at(title)))
}

/// The one year that the headings above fix, the nearest first.
pub(super) fn of_headings(passage: &Passage) -> Option<i32> {
    passage.headings().find_map(|heading| only_year(passage.view.text.folded_at(heading)))
}

/// The year of the first full date that follows in the sentence (`trước 05/6 và trước 05/12/2025`), unless it dates a
/// cited document.
pub(super) fn of_sentence(after: &str) -> Option<i32> {
    if after.contains("số ") {
        return None;
    }
    let slash = after.match_indices('/').filter_map(|(at, _)| read_year(&mut Cursor::new(after, at + 1)));
    slash.take(1).next()
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
    let mut years = words.match_indices('/').filter_map(|(at, _)| read_year(&mut Cursor::new(words, at + 1)));
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
        let dated = before.rsplit_once("tháng").is_some_and(|(_, month)| month.trim().parse::<u32>().is_ok());
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
            ("tổng kết năm 2024 và nhiệm vụ năm 2025", None),
        ] {
            assert_eq!(only_year(title), year, "{title}");
        }
    }
}
