//! The date of a cited document: `ngày 15/02/2022`, `ngày 3 tháng 9 năm 2010`, `năm 2019`, `tháng 6/2021`, `(2013)`.

use crate::value::{Cursor, clock::hours, read_day};

/// Reads a date at byte `at` of a folded text; gives EDTF and where it ends.
pub(super) fn read(folded: &str, at: usize) -> Option<(String, usize)> {
    let mut c = Cursor::new(folded, at);
    c.blanks();
    let parenthesis = c.literal("(");
    for cue in ["cùng ký", "cùng ban hành", "cùng", "ký", "ban hành", "công bố", "thông qua", "đề"] {
        if c.word(cue) {
            c.blanks();
            break;
        }
    }
    // a telegram bears its hour: `hồi 9 giờ ngày 02/4/2015`
    if c.word("hồi") || c.word("lúc") {
        hours(c.blanks());
        let _ = c.literal(",");
        c.blanks();
    }
    let (date, end) = day(folded, c).or_else(|| month(c)).or_else(|| year(c, parenthesis))?;
    c.seek(end);
    if parenthesis && !c.literal(")") {
        return None;
    }
    Some((date, c.at()))
}

/// A day after `ngày` or on its own; with a blank day, the month.
fn day(folded: &str, mut c: Cursor) -> Option<(String, usize)> {
    // `ngày22/5/2013`, `ngày ngày 18 tháng 01`: lost and doubled by who typed it
    let glued = c.rest().strip_prefix("ngày").is_some_and(|rest| rest.starts_with(|d: char| d.is_ascii_digit()));
    let named = if glued { c.literal("ngày") } else { c.word("ngày") };
    if named && c.rest().starts_with(" ngày ") {
        c.blanks().word("ngày");
    }
    c.literal(":");
    c.blanks();
    if let Some((day, end)) = read_day(folded, c.at())
        && let Some(date) = day.edtf()
    {
        return Some((date, end));
    }
    if !named {
        return None;
    }
    let rest = c.rest();
    let blank = rest.len() - rest.trim_start_matches([' ', '.', '…', '_', '/']).len();
    let slash = rest[..blank].ends_with('/');
    c.seek(c.at() + blank);
    if !slash {
        return month(c);
    }
    let month = c.number(2).filter(|m| (1..=12).contains(m))?;
    let year = c.literal("/").then(|| c.number(4)).flatten().filter(|y| plausible(*y))?;
    Some((format!("{year}-{month:02}"), c.at()))
}

fn month(mut c: Cursor) -> Option<(String, usize)> {
    if !c.word("tháng") {
        return None;
    }
    let month = c.blanks().number(2).filter(|m| (1..=12).contains(m))?;
    if !c.blanks().literal("/") && !c.word("năm") {
        return None;
    }
    let year = c.blanks().number(4).filter(|y| plausible(*y))?;
    Some((format!("{year}-{month:02}"), c.at()))
}

fn year(mut c: Cursor, bare: bool) -> Option<(String, usize)> {
    if !c.word("năm") && !bare {
        return None;
    }
    let year = c.blanks().number(4).filter(|y| plausible(*y))?;
    // `năm 2021 - 2025` is a period
    let end = c.at();
    (!(c.blanks().dash() && c.blanks().number(4).is_some())).then(|| (year.to_string(), end))
}

pub(super) fn plausible(year: u32) -> bool {
    (1945..=2050).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_documents() {
        for (text, date) in [
            ("ngày 15/02/2022", "2022-02-15"),
            (" ngày 3 tháng 9 năm 2010", "2010-09-03"),
            ("(ngày 3/9/2010)", "2010-09-03"),
            ("ngày22/5/2013", "2013-05-22"),
            ("ngày ngày 18 tháng 01 năm 2022", "2022-01-18"),
            ("hồi 9 giờ ngày 02/4/2015", "2015-04-02"),
            ("hồi 15h30 ngày 02/4/2015", "2015-04-02"),
            ("lúc 8 giờ 30 ngày 02/4/2015", "2015-04-02"),
            ("ký ngày 01.7.2014", "2014-07-01"),
            ("ngày 24-11-2017", "2017-11-24"),
            ("năm 2019", "2019"),
            ("(2013)", "2013"),
            ("(năm 2013)", "2013"),
            ("tháng 6/2021", "2021-06"),
            ("tháng 6 năm 2021", "2021-06"),
            ("ngày … tháng 11 năm 2025", "2025-11"),
            ("ngày      /11/2025", "2025-11"),
            ("ngày    tháng 4 năm 2026", "2026-04"),
        ] {
            assert_eq!(read(text, 0), Some((date.to_owned(), text.len())), "{text}");
        }
        for text in [
            "",
            "ngày",
            "2019",
            "năm 2021 - 2025",
            "tháng 13/2021",
            "ngày 31/02/2022",
            "ngày ký",
            "(2013",
            "năm học 2020",
        ] {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}
