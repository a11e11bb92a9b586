//! The years that a plan covers, from its title: `… giai đoạn 2021 - 2025`, `… năm 2024`.

use crate::value::Cursor;

/// EDTF interval or year; `None` when the title names none of its own or several.
///
/// ```
/// # use kehoach::resolve::period_of_title as of;
/// assert_eq!(of("cải cách hành chính giai đoạn 2021 - 2025").as_deref(), Some("2021/2025"));
/// assert_eq!(of("thực hiện nghị quyết số 5-nq/tu ngày 7 tháng 2 năm 2022 của tỉnh ủy, năm 2024").as_deref(), Some("2024"));
/// assert_eq!(of("trồng cây giai đoạn 2021 đến năm 2025").as_deref(), Some("2021/2025"));
/// assert_eq!(of("nhiệm vụ năm học: 2023 - 2024").as_deref(), Some("2023/2024"));
/// assert_eq!(of("thực hiện chiến lược đến năm 2030"), None);
/// assert_eq!(of("phòng, chống dịch giai đoạn 2016 - 2020 và năm 2016").as_deref(), Some("2016/2020"));
/// assert_eq!(of("bầu cử đại biểu nhiệm kỳ 2026 - 2031"), None);
/// assert_eq!(of("thực hiện đề án “phát triển ví dụ giai đoạn 2025 - 2035”").as_deref(), Some("2025/2035"));
/// ```
pub fn period_of_title(folded: &str) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    // what a quotation names, for a title that has no other
    let mut inside: Vec<String> = Vec::new();
    let mut quoted = 0_i32;
    let mut before = "";
    for (at, word) in words(folded) {
        quoted += i32::try_from(word.matches('“').count()).unwrap_or(0);
        let opens = matches!(word.trim_matches(['“', '(', '-', ':']), "năm" | "đoạn" | "kỳ" | "học");
        let term = before.ends_with("nhiệm") || before == "niên";
        if opens && !term && !names_something_else(folded, at, before) {
            let mut c = Cursor::new(folded, at + word.len());
            match years(&mut c) {
                Some(period) if quoted <= 0 => found.push(period),
                Some(period) if period.contains('/') => inside.push(period),
                _ => {}
            }
        }
        quoted -= i32::try_from(word.matches('”').count()).unwrap_or(0);
        before = word;
    }
    if found.is_empty() {
        found = inside;
    }
    found.dedup();
    match found.as_slice() {
        [one] => Some(one.clone()),
        // `năm 2022 và năm 2023`
        [first, second] if follows(first, second) => Some(format!("{first}/{second}")),
        // `giai đoạn 2016 - 2020 và năm 2016`
        [whole, year] if holds(whole, year) && folded.contains(&format!(" và năm {year}")) => Some(whole.clone()),
        _ => None,
    }
}

/// Is the second a year of the first, a span?
fn holds(whole: &str, year: &str) -> bool {
    whole.split_once('/').is_some_and(|(first, last)| first <= year && year <= last && year.len() == first.len())
}

/// Is the second the year after the first?
fn follows(first: &str, second: &str) -> bool {
    let year = |text: &str| text.parse::<i32>().ok();
    year(first).zip(year(second)).is_some_and(|(first, second)| second == first + 1)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    })
}

/// A date, a horizon or the year of a law: `tháng 2 năm 2022`, `đến năm 2030`, `tầm nhìn đến năm 2045`.
fn names_something_else(folded: &str, at: usize, before: &str) -> bool {
    let head = folded[..at].trim_end();
    let dated = head.rsplit(' ').nth(1) == Some("tháng")
        || head.ends_with(|c: char| c.is_ascii_digit()) && head.contains("tháng");
    dated || matches!(before, "đến" | "nhìn" | "hướng" | "hết" | "từ" | "trước" | "sau")
}

/// `2024`, `2021 - 2025`, `2024-2025`
fn years(c: &mut Cursor) -> Option<String> {
    // `giai đoạn 05 năm (2021 - 2025)`
    let mut counted = *c;
    if counted.blanks().number(2).is_some() && counted.blanks().word("năm") && counted.blanks().literal("(") {
        *c = counted;
    }
    let _ = c.blanks().literal("(");
    let first = c.blanks().number(4).filter(|y| (1990..=2100).contains(y))?;
    let mut range = *c;
    // `giai đoạn 2021 đến năm 2025`
    let to = range.blanks().dash() || range.any(&["đến năm", "đến"]).is_some();
    if to && let Some(last) = range.blanks().number(4).filter(|y| *y > first && *y <= 2100) {
        return Some(format!("{first}/{last}"));
    }
    Some(first.to_string())
}
