//! What follows the name of a law: number, date, issuer.

use super::{date, issuer_form, look::window};
use crate::{
    text::letters::is_alphanumeric,
    value::{Cursor, read_document_number},
};

/// Number, date and issuer after a name, in any order; where they end.
pub(super) fn attributes(
    plain: &str,
    folded: &str,
    at: usize,
) -> (Option<String>, Option<String>, Option<String>, usize) {
    let (mut number, mut when, mut issuer, mut end) = (None, None, None, at);
    for _ in 0..5 {
        let mut c = Cursor::new(folded, end);
        c.blanks().literal(",");
        c.blanks();
        if number.is_none()
            && let Some((read, date, after)) = dated_number(plain, folded, c.at())
        {
            number = Some(read);
            when = when.or(date);
            end = after;
            continue;
        }
        if when.is_none()
            && let Some((date, after)) = date::read(folded, c.at()).or_else(|| bare_year(folded, c.at(), end))
        {
            when = Some(date);
            end = after;
            continue;
        }
        if issuer.is_none()
            && let Some(name) = ["của quốc hội", "của ủy ban thường vụ quốc hội"].iter().find(|w| {
                let mut probe = c;
                probe.word(w)
            })
        {
            let from = c.at() + "của ".len();
            end = c.at() + name.len();
            issuer = Some(issuer_form::canonical(&plain[from..end]));
            continue;
        }
        if when.is_none() || issuer.is_none() {
            let (by, on) = passed(plain, folded, c);
            issuer = issuer.or(by);
            when = when.or(on);
        }
        break;
    }
    (number, when, issuer, end)
}

/// `được Quốc hội khóa XV thông qua ngày 26/6/2025`: who passed it, and when.
fn passed(plain: &str, folded: &str, mut c: Cursor) -> (Option<String>, Option<String>) {
    let from = c.at() + "được ".len();
    if !c.word("được quốc hội") {
        return (None, None);
    }
    let Some(n) = folded[c.at()..window(folded, c.at(), 140).end].find("thông qua") else { return (None, None) };
    let name = &plain[from..c.at() + n];
    let name =
        ["kỳ họp", "Kỳ họp", "ban hành", "nước"].iter().fold(name, |name, w| name.split(w).next().unwrap_or(name));
    let name = name.split([',', '(']).next().unwrap_or(name);
    let clause = &folded[c.at()..window(folded, c.at() + n, 90).end];
    let day = clause.find("ngày ").filter(|d| !clause[..*d].contains([';', '.']));
    let date = day.and_then(|d| date::read(folded, c.at() + d)).map(|(date, _)| date);
    (Some(issuer_form::canonical(name.trim())), date)
}

/// `số 12/2009/QH12`, `(Luật số 12/2009/QH12)`, `12/2009/QH12`.
pub(super) fn law_number(plain: &str, folded: &str, at: usize) -> Option<(String, usize)> {
    dated_number(plain, folded, at).map(|(number, _, end)| (number, end))
}

/// The same with the date that stands in one bracket with it: `(số 12/2009/QH12 ngày 20/3/2009)`.
fn dated_number(plain: &str, folded: &str, at: usize) -> Option<(String, Option<String>, usize)> {
    let mut c = Cursor::new(folded, at);
    let parenthesis = c.literal("(");
    c.any(&["bộ luật", "luật", "pháp lệnh"]);
    c.blanks();
    for cue in ["số hiệu", "số", "sô"] {
        if c.word(cue) {
            break;
        }
    }
    c.literal(":");
    c.blanks();
    let (number, end) = read_document_number(plain, c.at())?;
    let parliament =
        number.groups().any(|g| g.starts_with("QH") || g.starts_with("UBTVQH") || g == "CTN" || g == "LCT");
    if !parliament {
        return None;
    }
    c.seek(end);
    let mut date = None;
    if parenthesis && !c.literal(")") {
        c.literal(",");
        let (day, after) = date::read(folded, c.at())?;
        c.seek(after);
        c.literal(")").then_some(())?;
        date = Some(day);
    }
    Some((number.number(), date, c.at()))
}

/// `Luật Đất đai 2024`: a year right after the name, ended by a mark or a small word.
pub(super) fn bare_year(folded: &str, at: usize, name_end: usize) -> Option<(String, usize)> {
    if folded.get(name_end..at)? != " " {
        return None;
    }
    let mut c = Cursor::new(folded, at);
    let year = c.number(4).filter(|y| date::plausible(*y))?;
    let rest = c.rest().trim_start();
    let period = rest.starts_with(['-', '–', '/']);
    (!period && !c.rest().starts_with(is_alphanumeric)).then(|| (year.to_string(), c.at()))
}
