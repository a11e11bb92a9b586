//! Times in a clause of figures: when it is to be reached, and what it is compared with.
//!
//! A year is the anchor; the words before it (`đến hết năm`, `giai đoạn`, `so với năm`) say what it is.

use std::ops::Range;

use super::{
    back,
    figure::Figure,
    preposition::{PRICES, half_year, labels, open_end, preposition},
};
use crate::{
    text::{letters::is_alphanumeric, words::words},
    value::{Cursor, Day, read_day},
};

/// A time in words. The range covers its prepositions: `vào cuối năm 2025`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) range: Range<usize>,
    pub(super) edtf: String,
    pub(super) kind: TimeKind,
}

/// What a time is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeKind {
    /// A preposition says that it limits: `đến năm 2025`, `từ năm 2025 trở đi`.
    Limit,
    /// No preposition: `năm 2025`, `giai đoạn 2021 - 2025`. A limit by its place only.
    Bare,
    /// What a figure is compared with: `so với năm 2020`.
    Baseline,
    /// Further than the plan: `tầm nhìn đến năm 2050`; or the date of a document.
    Other,
}

/// All times of a folded text, left to right.
pub(super) fn times(folded: &str) -> Vec<Time> {
    let bytes = folded.as_bytes();
    let mut times: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let floor = times.last().map_or(0, |t| t.range.end);
        match time(folded, at, floor).or_else(|| next_year(folded, at, times.last())) {
            Some(time) => {
                at = time.range.end.max(at + digits);
                match times.last_mut().filter(|first| goes_on(folded, first, &time)) {
                    Some(first) => {
                        first.edtf = format!("{}/{}", first.edtf.trim_end_matches("/.."), time.edtf);
                        (first.range.end, first.kind) = (time.range.end, TimeKind::Limit);
                    }
                    None => times.push(time),
                }
            }
            None => at += digits,
        }
    }
    times
}

/// `kể từ ngày 01/02/2022 đến hết ngày 31/12/2022`: from one day to another.
fn goes_on(folded: &str, first: &Time, last: &Time) -> bool {
    let day = |edtf: &str| edtf.len() == "2022-02-01".len() && edtf.matches('-').count() == 2;
    let begins = first.edtf.trim_end_matches("/..");
    // a slip of the writer may turn an interval around
    day(begins)
        && day(&last.edtf)
        && begins <= last.edtf.as_str()
        && back::begins(&folded[first.range.clone()], &["từ", "kể từ", "bắt đầu từ"])
        && back::begins(&folded[last.range.clone()], &["đến", "đến hết", "tới"])
        && folded.get(first.range.end..last.range.start).is_some_and(|between| between.trim().is_empty())
}

/// The time that ends exactly at byte `at`.
pub(super) fn ending_at(times: &[Time], at: usize) -> Option<&Time> {
    times.binary_search_by_key(&at, |t| t.range.end).ok().map(|n| &times[n])
}

/// The time that starts exactly at byte `at`.
pub(super) fn starting_at(times: &[Time], at: usize) -> Option<&Time> {
    times.binary_search_by_key(&at, |t| t.range.start).ok().map(|n| &times[n])
}

/// `gấp 1,5 lần năm 2020`: the year right after the times that something grows by is what it is compared with.
pub(super) fn compared_with(folded: &str, times: &mut [Time], figures: &[Figure], issued: Option<i32>) {
    for figure in figures {
        let printed = back::cut(folded, figure.range.clone());
        let start = back::skip_blanks(folded, figure.range.end);
        let before = back::tail(&folded[..figure.range.start], 40);
        // `gấp gần 2 lần năm 2020`
        let before =
            back::strip_any(before, words!["gần", "hơn", "trên", "khoảng", "ít nhất", "tối thiểu"]).unwrap_or(before);
        let grows =
            printed.ends_with(" lần") && back::ends(before, words!["gấp", "bằng", "tăng", "thấp hơn", "cao hơn"]);
        let doubles = figure.rule == super::WORDS && back::ends(before, &["gấp"]);
        // `bằng 80% năm 2019`, a year gone by
        let held = figure.is_rate() && back::ends(before, &["bằng"]);
        let years = |time: &Time| time.edtf.get(..4).and_then(|y| y.parse::<i32>().ok()).zip(issued);
        let gone = |time: &Time| years(time).is_some_and(|(y, i)| y < i);
        // `tăng ít nhất 2 lần năm 2027`: a year ahead is when
        let ahead = |time: &Time| years(time).is_some_and(|(y, i)| y > i);
        if let Ok(n) = times.binary_search_by_key(&start, |t| t.range.start)
            && times[n].kind == TimeKind::Bare
            && ((grows || doubles) && !ahead(&times[n]) || held && gone(&times[n]))
        {
            times[n].kind = TimeKind::Baseline;
        }
    }
}

/// Where the list of times begins that ends with `time`.
pub(super) fn list_start(folded: &str, times: &[Time], time: &Time) -> usize {
    let mut first = times.partition_point(|t| t.range.start < time.range.start);
    while first > 0 && listed(folded, &times[first - 1], &times[first]) {
        first -= 1;
    }
    times.get(first).map_or(time.range.start, |t| t.range.start)
}

/// Does a list go on from one time to the next? `vào năm 2027 và đến năm 2030 đạt …` are times of two figures.
fn listed(folded: &str, one: &Time, next: &Time) -> bool {
    let word = |t: &Time| folded[t.range.clone()].split(' ').next().unwrap_or_default().to_owned();
    let apart = one.kind == TimeKind::Limit && word(one) == "vào" && word(next) == "đến";
    joins(&folded[one.range.end..next.range.start]) && !apart
}

/// Where the list of times ends that begins with `time`.
pub(super) fn list_end(folded: &str, times: &[Time], time: &Time) -> usize {
    let mut last = times.partition_point(|t| t.range.start < time.range.start);
    while last + 1 < times.len() && listed(folded, &times[last], &times[last + 1]) {
        last += 1;
    }
    times.get(last).map_or(time.range.end, |t| t.range.end)
}

/// The times that stand wholly in a range.
pub(super) fn within(times: &[Time], range: std::ops::Range<usize>) -> &[Time] {
    let first = times.partition_point(|t| t.range.start < range.start);
    let last = times.partition_point(|t| t.range.end <= range.end);
    times.get(first..last.max(first)).unwrap_or_default()
}

/// Reads the time whose first digits stand at `at`; its words reach back no further than `floor`.
fn time(folded: &str, at: usize, floor: usize) -> Option<Time> {
    let before = &folded[floor..at];
    // `quý iii/2024` has its year after a slash
    let of_quarter = before.ends_with('/') && roman_quarter(back::tail(before, 24)).is_some();
    let joined = before.ends_with(|c: char| is_alphanumeric(c) || matches!(c, '.' | ',' | '/'));
    if joined && !of_quarter {
        return None;
    }
    let window = back::tail(before, 120);
    let base = at - window.len();
    let (edtf, end, core) = day(folded, at, window)
        .or_else(|| month(folded, at, window))
        .or_else(|| quarter(folded, at, window))
        .or_else(|| years(folded, at, window))?;
    // `theo giá so sánh năm 2010`: the year of the prices is part of what is measured
    if back::ends(&window[..core], PRICES) {
        return None;
    }
    if let Some(start) = fiscal_year(&window[..core]).filter(|_| folded[end..].starts_with(')')) {
        return Some(Time { range: base + start..end + 1, edtf, kind: TimeKind::Limit });
    }
    // `vào khoảng năm 2030 đạt 80%`: the year is about right, not the figure
    let core = back::strip(&window[..core], "khoảng").map_or(core, str::len);
    let (kind, start) = preposition(&window[..core], core);
    let (edtf, end, kind) = open_end(folded, edtf, end, kind, &window[start..]);
    Some(Time { range: base + start..end, edtf, kind })
}

/// `đến hết niên độ (31/01/2026)`: where the words begin for the end of a budget's year, whose day stands in parentheses.
fn fiscal_year(before: &str) -> Option<usize> {
    let words = before.trim_end().strip_suffix('(')?;
    let rest = back::strip_any(words, &["niên độ", "niên độ ngân sách", "niên độ kế hoạch", "năm ngân sách"])?;
    back::strip_any(rest, words!["đến hết", "hết", "đến cuối", "cuối", "đến"]).map(str::len)
}

/// The next of a list of years, which says `năm` once: `các năm 2026, 2027 và 2028`.
fn next_year(folded: &str, at: usize, last: Option<&Time>) -> Option<Time> {
    let last = last.filter(|t| t.edtf.len() == 4 && joins(&folded[t.range.end..at]))?;
    let mut c = Cursor::new(folded, at);
    let edtf = year(&mut c)?.to_string();
    Some(Time { range: at..c.at(), edtf, kind: last.kind })
}

/// Do the words between two times join them to a list?
pub(super) fn joins(between: &str) -> bool {
    matches!(between.trim(), "," | "và" | ", và" | ";" | "hoặc")
}

type Core = (String, usize, usize);

/// `ngày 31/12/2025`: with its `ngày`, else only after a preposition.
fn day(folded: &str, at: usize, before: &str) -> Option<Core> {
    let (day, end): (Day, usize) = read_day(folded, at)?;
    let edtf = day.edtf()?;
    let core = back::strip(before, "ngày").map_or(before.len(), |rest| without_clock(rest).len());
    Some((edtf, end, core))
}

/// The words before `10 giờ`, `17 giờ 30 phút`, `7h00`, which stand before a day.
fn without_clock(before: &str) -> &str {
    let number = |words: &str| {
        let words = words.trim_end();
        let rest = words.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&(words.len() - rest.len())).then_some(rest.len())
    };
    let own = before.trim_end().trim_end_matches([',', ' ']);
    let minutes = back::strip(own, "phút").or(Some(own)).and_then(|rest| number(rest).map(|at| &own[..at]));
    let hour = |words: &str| {
        let words = words.trim_end();
        let words = back::strip(words, "giờ").or_else(|| {
            let rest = words.strip_suffix(['h', 'g'])?;
            rest.ends_with(|c: char| c.is_ascii_digit()).then_some(rest)
        })?;
        number(words)
    };
    // `vào 8 giờ ngày 12/5/2025` says when people meet
    let due = |at: &usize| back::ends(&before[..*at], words!["trước", "đến", "hết", "chậm nhất", "muộn nhất"]);
    minutes.and_then(hour).or_else(|| hour(own)).filter(due).map_or(before, |at| &before[..at])
}

/// `tháng 12/2025`, `tháng 12 năm 2025`.
fn month(folded: &str, at: usize, before: &str) -> Option<Core> {
    let core = back::strip(before, "tháng")?.len();
    let mut c = Cursor::new(folded, at);
    let month = c.number(2).filter(|m| (1..=12).contains(m))?;
    let year = after_part(&mut c)?;
    Some((format!("{year:04}-{month:02}"), c.at(), core))
}

/// `quý 2/2025`; quarters in Roman figures are met through their year, see [`years`].
fn quarter(folded: &str, at: usize, before: &str) -> Option<Core> {
    let core = back::strip(before, "quý")?.len();
    let mut c = Cursor::new(folded, at);
    let quarter = c.number(1).filter(|q| (1..=4).contains(q))?;
    let year = after_part(&mut c)?;
    Some((format!("{year:04}-{}", 32 + quarter), c.at(), core))
}

/// The year after a month or a quarter.
fn after_part(c: &mut Cursor) -> Option<u32> {
    c.blanks();
    if !(c.literal("/") || c.literal("-") || c.literal(".")) {
        c.literal(",");
        c.blanks().word("năm");
    }
    c.blanks();
    year(c)
}

fn year(c: &mut Cursor) -> Option<u32> {
    let mut ahead = *c;
    let year = ahead.number(4).filter(|y| (1945..=2100).contains(y))?;
    // `2020/NĐ-CP`, `2020/12`, `2.020,5`, `2020%` are no years
    let rest = ahead.rest();
    let goes_on = rest.starts_with(['/', '%', '‰'])
        || rest.starts_with(is_alphanumeric)
        || (rest.starts_with(['.', ',', '-'])
            && rest[1..].starts_with(|l: char| l.is_ascii_digit())
            && !rest.starts_with('-'));
    if goes_on {
        return None;
    }
    *c = ahead;
    Some(year)
}

/// `2025`, `2021 - 2025`, `2021 đến năm 2025` with `năm`, `giai đoạn` before.
fn years(folded: &str, at: usize, before: &str) -> Option<Core> {
    let mut c = Cursor::new(folded, at);
    let first = year(&mut c)?;
    let mut end = c.at();
    let mut edtf = format!("{first:04}");
    let mut ahead = c;
    ahead.blanks();
    let from = back::ends(before, words!["từ", "từ năm", "giai đoạn", "giai đoạn từ năm"]);
    let linked = ahead.dash() || (from && ahead.any(&["đến hết", "đến cuối", "đến", "tới"]).is_some());
    if linked {
        ahead.blanks().word("năm");
        ahead.blanks();
        match year(&mut ahead) {
            Some(last) if last > first => {
                edtf = format!("{first:04}/{last:04}");
                end = ahead.at();
            }
            _ => {}
        }
    }
    // a number of four digits is a year only by the words before it
    let mut core = before.len();
    let roman = roman_quarter(before);
    if let Some((quarter, start)) = roman {
        return Some((format!("{first:04}-{}", 32 + quarter), end, start));
    }
    let mut named = edtf.contains('/');
    for word in ["năm học", "các năm", "năm", "hè", "giai đoạn", "nhiệm kỳ", "thời kỳ"] {
        if let Some(rest) = back::strip(&before[..core], word) {
            core = rest.len();
            named = true;
        }
    }
    if let Some((half, start)) = half_year(back::cut(before, ..core), first).filter(|_| named && edtf.len() == 4) {
        return Some((half, end, start));
    }
    // `trong 03 năm 2024 - 2026`
    if let Some(rest) = before.get(..core).filter(|_| edtf.contains('/') && core < before.len()) {
        let digits = rest.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        let count = rest.trim_end().len() - digits.len();
        if (1..=2).contains(&count) && digits.ends_with(' ') {
            core = digits.len();
        }
    }
    let limited = back::ends(before, words!["đến", "đến hết", "hết", "cuối", "vào", "từ", "trước", "sau", "giữa"]);
    // `tăng 1,4 lần so với 2020`
    let compared = || {
        let after = folded[end..].trim_start();
        back::ends(before, &["so với", "so"]) && !after.starts_with(|c: char| is_alphanumeric(c) || c == '%')
    };
    (named || limited || compared() || labels(before, &folded[end..])).then_some((edtf, end, core))
}

/// `quý iii năm`, `quý iv/` before a year.
fn roman_quarter(before: &str) -> Option<(u32, usize)> {
    let words = before.trim_end_matches([' ', '/']);
    let words = back::strip(words, "năm").unwrap_or(words);
    for (roman, quarter) in [("iv", 4), ("iii", 3), ("ii", 2), ("i", 1)] {
        if let Some(rest) = back::strip(words, roman)
            && let Some(rest) = back::strip(rest, "quý")
        {
            return Some((quarter, rest.len()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(String, TimeKind, String)> {
        let folded = crate::text::fold(text);
        let time = times(&folded).into_iter().next()?;
        let words = text[time.range.clone()].to_owned();
        Some((time.edtf, time.kind, words))
    }

    #[test]
    fn times_and_their_words() {
        use TimeKind::{Bare, Baseline, Limit, Other};
        for (text, edtf, kind, words) in [
            ("phấn đấu đến năm 2025 đạt", "2025", Limit, "đến năm 2025"),
            ("vào cuối năm 2025", "2025", Limit, "vào cuối năm 2025"),
            ("Đến hết tháng 6/2026,", "2026-06", Limit, "Đến hết tháng 6/2026"),
            ("đến 31/12/2025", "2025-12-31", Limit, "đến 31/12/2025"),
            ("giai đoạn 2021 - 2025", "2021/2025", Bare, "giai đoạn 2021 - 2025"),
            ("trong giai đoạn 2021-2025", "2021/2025", Limit, "trong giai đoạn 2021-2025"),
            ("từ năm 2021 đến năm 2025", "2021/2025", Limit, "từ năm 2021 đến năm 2025"),
            ("Từ năm 2025 trở đi, ", "2025/..", Limit, "Từ năm 2025 trở đi"),
            ("Từ quý III/2024, ", "2024-07/..", Limit, "Từ quý III/2024"),
            ("Từ quý IV năm 2024 trở đi", "2024-10/..", Limit, "Từ quý IV năm 2024 trở đi"),
            ("so với năm 2020", "2020", Baseline, "so với năm 2020"),
            ("so với cùng kỳ năm 2023", "2023", Baseline, "so với cùng kỳ năm 2023"),
            ("so với giai đoạn 2016-2020", "2016/2020", Baseline, "so với giai đoạn 2016-2020"),
            ("tầm nhìn đến năm 2050", "2050", Other, "tầm nhìn đến năm 2050"),
            ("đạt 5% năm 2024", "2024", Bare, "năm 2024"),
            ("hết quý III/2024", "2024-35", Limit, "hết quý III/2024"),
            ("Từ nay đến năm 2030", "2030", Limit, "Từ nay đến năm 2030"),
            ("Đến 2030 có", "2030", Limit, "Đến 2030"),
            ("Năm học 2024 - 2025", "2024/2025", Bare, "Năm học 2024 - 2025"),
        ] {
            assert_eq!(first(text), Some((edtf.to_owned(), kind, words.to_owned())), "{text}");
        }
    }

    #[test]
    fn days_that_go_on() {
        let edtf = |text: &str| times(text).into_iter().map(|t| t.edtf).collect::<Vec<_>>();
        assert_eq!(edtf("kể từ ngày 01/6/2026 đến hết ngày 15/10/2026"), ["2026-06-01/2026-10-15"]);
        assert_eq!(edtf("kể từ ngày 01/6/2026 đến hết ngày 15/10/2016").len(), 2, "a slip");
    }

    #[test]
    fn no_times() {
        for text in ["Nghị định số 15/2020/NĐ-CP", "2.025 hộ", "2025 lao động", "2020%", "", "số 2025"] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
