//! Bare figures that are times by what stands around them: `2025 - 2030`, `18/11 hằng năm`, `hoàn thành 20/3.`

use super::context::tail;
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    text::{letters::is_alphanumeric, words::words},
    value::{Cursor, Date, Figures, Period, period::Read, read_period},
};

/// How far the first year of a span may stand behind its first words (`bắt đầu kể từ cuối năm …`), in bytes.
const LONGEST_TO_YEAR: usize = 100;

/// The bytes in which the figures of a date stand that begins at `at`.
fn near(folded: &str, at: usize) -> &[u8] {
    folded.as_bytes().get(at..folded.len().min(at + LONGEST_TO_YEAR)).unwrap_or_default()
}

/// In running text two bare years are a period (`2025 - 2030`), and so is `2026 trở đi`.
pub(super) fn span_of_years(folded: &str, at: usize) -> Option<Read> {
    // a year of four figures stands near
    if !near(folded, at).windows(4).any(|four| four.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let read = read_period(folded, at, Figures::Bare)?;
    let years = read.period.dates().iter().all(|d| matches!(d, Date::Year(Some(_))));
    (years && matches!(read.period, Period::Span(..) | Period::From(_))).then_some(read)
}

/// `ngày hội đại đoàn kết 18/11 hằng năm`: a bare day that a rhythm follows.
pub(super) fn day_each_year(folded: &str, at: usize) -> Option<Read> {
    // nearly all have no rhythm behind them
    memchr::memmem::find(near(folded, at), "ng năm".as_bytes())?;
    let read = read_period(folded, at, Figures::Bare)?;
    let day = matches!(read.period, Period::One(Date::Day(day)) if day.year.is_none());
    let after = folded[read.end..].trim_start_matches([' ', ')']);
    (day && ["hằng năm", "hàng năm"].iter().any(|w| after.starts_with(w))).then_some(read)
}

/// `hoàn thành 20/3.`: a bare day at the end of its clause; `hoàn thành 3/20` may tell how many of how many.
pub(super) fn day_of_completion(folded: &str, at: usize) -> Option<Read> {
    let figures = near(folded, at);
    if !(figures.first().is_some_and(u8::is_ascii_digit) && figures.iter().take(3).any(|&byte| byte == b'/')) {
        return None;
    }
    let read = read_period(folded, at, Figures::Bare)?;
    let no_share = matches!(read.period, Period::One(Date::Day(day)) if day.year.is_none() && day.day > day.month);
    let rest = folded[read.end..].trim_start();
    let ends = rest.is_empty() || rest.starts_with(['.', ';', ',', ')', '\n', '\t']);
    let done = || {
        let before = tail(&folded[..at], 24).trim_end();
        TIME_PHRASES.completion.find_iter(before).last().is_some_and(|(range, ())| range.end == before.len())
    };
    (no_share && ends && done()).then_some(read)
}

/// `trong năm`, `cả năm`: the year of the plan.
pub(super) fn in_the_year(c: &mut Cursor, folded: &str) -> bool {
    // `03 năm` is a length
    if folded[..c.at()].trim_end().ends_with(|d: char| d.is_ascii_digit()) {
        return false;
    }
    let whole =
        c.any(words!["cả năm", "cuối năm", "đầu năm", "các tháng trong năm", "các quý trong năm", "năm"]).is_some();
    whole && !c.rest().trim_start().starts_with(is_alphanumeric)
}

/// `trong 9/2026`, `vào 10/6 và 10/12/2026`, `(7/2026 - 12/2026)`: figures with a year of four behind a bound, alone in
/// parentheses, or from month to month.
pub(super) fn bare_date(folded: &str, at: usize, bound: bool) -> Option<Read> {
    let figures = near(folded, at);
    let slash =
        figures.first()?.is_ascii_digit() && figures.iter().take(3).any(|byte| matches!(byte, b'/' | b'-' | b'.'));
    let read = slash.then(|| read_period(folded, at, Figures::Bare)).flatten()?;
    let month = |date: &Date| matches!(date, Date::Month(Some(_), _));
    let full = |date: &Date| matches!(date, Date::Day(day) if day.year.is_some());
    let alone = || folded[..at].ends_with('(') && folded[read.end..].starts_with(')');
    let told = match &read.period {
        Period::One(date) => month(date) && (bound || alone()),
        Period::Span(first, last) => month(first) && month(last),
        Period::Several(dates) => bound && dates.iter().all(full),
        _ => false,
    };
    told.then_some(read)
}
