//! What follows the number of a document: its date and its issuer.

use super::{date, issuer, issuer_form, look::starts};
use crate::value::Cursor;

/// `của`, also as it is often mistyped.
const OF: &[&str] = &["của", "cuả", "cảu"];
/// What begins an issuer after a date where `của` was left out.
const BARE: [&str; 6] =
    ["hội nghị lần thứ", "hội nghị trung ương", "ubnd", "ủy ban nhân dân", "ban chấp hành", "bộ chính trị"];

/// What follows a number: a date, an issuer, in either order.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) date: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) end: usize,
}

impl Tail {
    /// Reads from byte `at`, the end of the number.
    pub(super) fn read(plain: &str, folded: &str, at: usize) -> Self {
        let mut tail = Self { end: at, ..Self::default() };
        for _ in 0..4 {
            let mut c = Cursor::new(folded, tail.end);
            c.blanks().literal(",");
            c.blanks();
            // a term of office after a Party number: `38-NQ/TW khóa XIV`
            if c.word("khóa") && tail.issuer.is_none() {
                let number = c.blanks().rest();
                let n = number.bytes().take_while(|b| b"ivxlc".contains(b)).count();
                if n > 0 {
                    tail.end = c.at() + n;
                    continue;
                }
            }
            if tail.date.is_none()
                && tail.end == at
                && let Some((year, end)) = year_of_act(folded, at)
            {
                tail.date = Some(year);
                tail.end = end;
                continue;
            }
            // `Nghị quyết 886-NQ/TU năm 2024`: the year of the work, not of the document
            let year = c.rest().starts_with("năm");
            if tail.date.is_none()
                && !year
                && let Some((date, end)) = date::read(folded, c.at())
            {
                tail.date = Some(date);
                tail.end = end;
                continue;
            }
            if tail.issuer.is_none() && c.any(OF).is_some() {
                c.blanks();
                if let Some(end) = issuer::end(plain, folded, c.at()) {
                    tail.issuer = Some(issuer_form::canonical(&plain[c.at()..end]));
                    tail.end = end;
                    continue;
                }
            }
            // `ngày 25/10/2017 Hội nghị lần thứ sáu …`, `ngày 12/5/2020 UBND tỉnh về …`: `của` was left out
            if tail.issuer.is_none()
                && tail.date.is_some()
                && folded[..c.at()].ends_with(' ')
                && !folded[..c.at()].ends_with(", ")
                && starts(c.rest(), &BARE)
                && let Some(end) = issuer::end(plain, folded, c.at())
            {
                tail.issuer = Some(issuer_form::canonical(&plain[c.at()..end]));
                tail.end = end;
                continue;
            }
            if tail.issuer.is_none() && c.word("do") {
                c.blanks();
                if let Some(end) = issuer::end(plain, folded, c.at())
                    && let issued = folded[end..].trim_start()
                    && let Some(verb) = ["ký ban hành", "ban hành"].iter().find(|v| issued.starts_with(**v))
                {
                    tail.issuer = Some(issuer_form::canonical(&plain[c.at()..end]));
                    tail.end = folded.len() - issued.len() + verb.len();
                    continue;
                }
            }
            break;
        }
        tail
    }
}

/// `Quyết định 41/QĐ-TTg năm 2022 của Thủ tướng Chính phủ`: collections of the law cite acts of the Government so.
fn year_of_act(folded: &str, at: usize) -> Option<(String, usize)> {
    let act = ["-ttg", "/nq-cp", "/nđ-cp"].iter().any(|code| folded[..at].ends_with(code));
    let mut c = Cursor::new(folded, at);
    let year = c.blanks().word("năm").then(|| c.blanks().number(4)).flatten().filter(|y| date::plausible(*y))?;
    let end = c.at();
    let after = c.blanks().rest();
    let goes_on = after.starts_with(['-', '–']) || after.starts_with(|d: char| d.is_ascii_digit());
    (act && !goes_on).then(|| (year.to_string(), end))
}
