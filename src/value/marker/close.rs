//! What closes a label: a full stop, a bracket, a stroke, a dash, or two of them by a slip of the pen.

use super::values::is_roman;
use crate::text::letters::is_alphabetic;

/// How long the second mark of a doubled one is: `1.)`, `I/-`, `1/.`, `a)-`; `rest` stands behind the first.
pub(super) fn second(rest: &str) -> usize {
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '.' | '/' | ')'));
    mark.map(char::len_utf8).filter(|&len| opens_words(&rest[len..])).unwrap_or(0)
}

/// Nothing, a blank or a capital.
fn opens_words(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t']) || rest.starts_with(char::is_uppercase)
}

/// How long a dash or a stop between blanks is that stands before the words of a title: `I - MỤC TIÊU`, `A . MỤC TIÊU`; 0 in
/// `3 - 5 ngày`, `I - IV`, `05 - NQ/TU`. The blank behind it is not counted.
pub(super) fn spaced_mark(rest: &str) -> usize {
    let Some(mark) = rest.strip_prefix(' ').and_then(|r| r.chars().next()).filter(|c| "-–—.".contains(*c)) else {
        return 0;
    };
    let end = 1 + mark.len_utf8();
    if rest[end..].starts_with(' ') && opens_title(&rest[end..]) { end } else { 0 }
}

/// Does the first word begin a title, and is it no number, numeral or symbol of a document?
pub(super) fn opens_title(rest: &str) -> bool {
    let word = rest.trim_start().split(' ').next().unwrap_or_default();
    let plain = word.trim_end_matches([',', ':', '.', ';', ')']);
    word.trim_start_matches(['“', '"', '(']).starts_with(char::is_uppercase)
        && !word.contains('/')
        && !word.bytes().any(|b| b.is_ascii_digit())
        && !is_roman(plain)
        && plain.len() != 1
}

/// A title right behind its mark: `I/MỤC TIÊU CHUNG`, `1/Mục tiêu`; no symbol as in `12/QĐ-TTg`, `1/TW Đoàn`.
pub(super) fn glued_title(rest: &str) -> bool {
    let mut words = rest.split(' ');
    let word = words.next().unwrap_or_default().trim_end_matches([',', ':']);
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    if !capital || letters.as_str().is_empty() || !word.chars().all(is_alphabetic) {
        return false;
    }
    let small = letters.all(char::is_lowercase);
    small || words.next().is_some_and(|next| !next.contains(char::is_lowercase) && next.contains(is_alphabetic))
}
