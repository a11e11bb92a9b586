//! One calendar day in every printed form: `08/7/2022`, `ngày 8 tháng 7 năm 2022`, `8.7.2022`, `08-07-2022`.

use super::Cursor;
use crate::text::words::Words;

/// A day; the year is missing where none is printed. Always a real calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year, when printed.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    /// A day that the calendar has; without a year, one that some year has.
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        let leap = year.is_none_or(|y| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(leap),
            _ => return None,
        };
        let plausible = year.is_none_or(|y| (1900..=2100).contains(&y));
        (plausible && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// `2022-07-08`, when the year is known.
    pub fn edtf(&self) -> Option<String> {
        self.year.map(|y| format!("{y:04}-{:02}-{:02}", self.month, self.day))
    }
}

/// The four figures of a year; a recognizer may have taken letters for some (`2O20`).
fn year_figures(c: &mut Cursor) -> Option<u32> {
    c.misread_number(4).or_else(|| c.number(4))
}

/// `năm`, and what OCR makes of it.
const YEAR_WORDS: &Words = &Words::of(&["năm", "nám", "nãm", "nàm"]);

/// Reads a day at byte `at` of a folded text, without a leading `ngày`; gives the day and where it ends.
///
/// ```
/// use kehoach::value::{Day, read_day};
/// let day = Day::new(Some(2022), 7, 8);
/// assert_eq!(read_day("08/7/2022;", 0).map(|(d, _)| d), day);
/// assert_eq!(read_day("08 tháng 7 năm 2022", 0).map(|(d, _)| d), day);
/// assert_eq!(read_day("30/10 hằng năm", 0), Day::new(None, 10, 30).map(|d| (d, 5)));
/// ```
pub fn read_day(folded: &str, at: usize) -> Option<(Day, usize)> {
    let mut c = Cursor::new(folded, at);
    let day = c.misread_number(2).or_else(|| c.number(2))?;
    let after_day = c;
    // words: `8 tháng 7 năm 2022`, `8 tháng 7/2022`
    if c.blanks().word("tháng") {
        let month = c.blanks().number(2)?;
        let end = c.at();
        let mut y = c;
        let year = if y.blanks().literal("/") {
            year_figures(y.blanks())
        } else {
            y.literal(",");
            y.blanks().any(YEAR_WORDS).and_then(|_| year_figures(y.blanks()))
        };
        return match year.filter(|y| *y >= 1000) {
            Some(year) => Some((Day::new(Some(year.cast_signed()), month, day)?, y.at())),
            None => Some((Day::new(None, month, day)?, end)),
        };
    }
    // figures: one separator throughout
    c = after_day;
    let separator = ["/", ".", "-"].into_iter().find(|s| c.blanks().literal(s))?;
    let month = c.blanks().misread_number(2).or_else(|| c.number(2))?;
    let end = c.at();
    let mut y = c;
    if y.blanks().literal(separator)
        && let Some(year) = year_figures(y.blanks()).filter(|y| *y >= 1000)
    {
        return Some((Day::new(Some(year.cast_signed()), month, day)?, y.at()));
    }
    // `30/11 năm 2025`
    let mut named = Cursor::new(folded, end);
    if separator == "/"
        && named.blanks().any(YEAR_WORDS).is_some()
        && let Some(year) = year_figures(named.blanks()).filter(|y| *y >= 1000)
    {
        return Some((Day::new(Some(year.cast_signed()), month, day)?, named.at()));
    }
    // `8.7` and `8-7` without a year are decimals and ranges
    let mut tail = Cursor::new(folded, end);
    let followed = tail.literal(separator) || tail.rest().starts_with(|c: char| c.is_ascii_digit());
    // `1/2 ngày` is half a day
    let part = ["ngày", "buổi", "số", "tổng số", "thời gian"].iter().any(|w| tail.blanks().word(w));
    let fraction = day < month && part || day <= month && is_count_of_whole(folded, at, tail);
    (separator == "/" && !followed && !fraction).then(|| Day::new(None, month, day).map(|d| (d, end))).flatten()
}

/// `3/5 xã`, `9/9 trạm y tế`: how many of all of them; `ngày 9/9 trường …` is a day.
fn is_count_of_whole(folded: &str, at: usize, mut behind: Cursor) -> bool {
    const COUNTED: &Words = &Words::of(&[
        "chi bộ",
        "đảng bộ",
        "đơn vị",
        "cơ quan",
        "cơ sở",
        "địa phương",
        "xã",
        "phường",
        "huyện",
        "quận",
        "thị xã",
        "thôn",
        "ấp",
        "khu phố",
        "tổ dân phố",
        "trường",
        "trạm",
        "hộ",
        "chỉ tiêu",
        "tiêu chí",
        "công trình",
    ]);
    let dated = ["ngày", "trước", "từ", "đến"].iter().any(|w| folded[..at].trim_end().ends_with(w));
    !dated && behind.blanks().any(COUNTED).is_some()
}

/// A day after `ngày` as the Party's offices and newspapers write it, `15-12`, `15.12`; `10-12` may be from the tenth to
/// the twelfth of a month that other words name, unless it is a limit (`trước ngày 10-12`) or comes every year.
pub(super) fn read_short_day(folded: &str, at: usize, limit: bool) -> Option<(Day, usize)> {
    let mut c = Cursor::new(folded, at);
    let day = c.number(2)?;
    let dotted = c.literal(".");
    if !dotted && !c.literal("-") {
        return None;
    }
    let two_figures = c.rest().bytes().take_while(u8::is_ascii_digit).count() == 2;
    let leading = c.rest().starts_with('0');
    let month = c.number(2)?;
    let end = c.at();
    let rest = folded[end..].trim_start();
    let figures = folded[end..].starts_with(|c: char| c.is_ascii_digit())
        || rest.strip_prefix(['/', '-', '.']).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    // `chậm nhất ngày 5-7 của tháng sau`
    let of_month = [
        "tháng",
        "hằng tháng",
        "hàng tháng",
        "mỗi tháng",
        "của tháng",
        "của mỗi tháng",
        "của hằng tháng",
        "đầu tháng",
        "cuối tháng",
    ];
    let goes_on = figures || of_month.iter().any(|w| rest.starts_with(w));
    let yearly = ["hằng năm", "hàng năm", "mỗi năm"].iter().any(|w| rest.starts_with(w));
    // no stretch of days runs backwards, and a limit is no stretch
    let sure = dotted || yearly || limit || day > month || two_figures && (leading || day == month);
    (sure && !goes_on).then(|| Day::new(None, month, day).map(|d| (d, end))).flatten()
}

/// The day at `at` where both ends of a span have a point, the one before or the one behind it: `10.9 - 10.10`.
pub(super) fn read_dotted_end(folded: &str, at: usize) -> Option<(Day, usize)> {
    let dotted = |words: &str| {
        let (day, month) = words.split_once('.')?;
        let figures = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
        (figures(day) && figures(month)).then_some(())
    };
    let (day, end) = read_short_day(folded, at, false).filter(|(_, end)| dotted(&folded[at..*end]).is_some())?;
    let before = folded[..at].trim_end_matches([' ', '-', '–']);
    let before =
        ["đến ngày", "đến hết ngày", "đến", "tới"].iter().find_map(|to| before.strip_suffix(to)).unwrap_or(before);
    let joined = before.len() + 1 < at && dotted(before.trim_end().rsplit(' ').next().unwrap_or_default()).is_some();
    let mut c = Cursor::new(folded, end);
    let until = c.blanks().dash() || c.any(&["đến ngày", "đến hết ngày", "đến", "tới"]).is_some();
    let next = c.blanks().rest();
    let next = &next[..next.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(next.len())];
    (joined || until && dotted(next.trim_end_matches('.')).is_some()).then_some((day, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_every_form() {
        let full = Day::new(Some(2024), 2, 5);
        for text in [
            "05/02/2024",
            "5/2/2024",
            "05 tháng 02 năm 2024",
            "5 tháng 2 năm 2024",
            "05 tháng 02/2024",
            "05.02.2024",
            "05-02-2024",
            "05 / 02 / 2024",
            "05 tháng 02, năm 2024",
            "o5/02/2024",
            "05/o2/2o24",
        ] {
            assert_eq!(read_day(text, 0), full.map(|d| (d, text.len())), "{text}");
        }
        let open = Day::new(None, 2, 5);
        for (text, end) in [("05/02 hằng năm", 5), ("05 tháng 02 hằng năm", "05 tháng 02".len()), ("5/2,", 3)] {
            assert_eq!(read_day(text, 0), open.map(|d| (d, end)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day() {
        for text in [
            "31/02/2024",
            "32/01/2024",
            "5.2",
            "5-2",
            "2024",
            "15/2024",
            "100/2019",
            "05/13/2024",
            "5/2/20",
            "1/2 ngày",
        ] {
            assert_eq!(read_day(text, 0), None, "{text}");
        }
    }
}
