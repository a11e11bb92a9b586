//! A whole number in words: `ba mươi`, `một trăm hai mươi lăm`, `một nghìn`.

use super::Cursor;
use crate::text::words::Keyed;

const ONES: &Keyed<u32> = &Keyed::of(&[
    ("một", 1),
    ("mốt", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("tư", 4),
    ("năm", 5),
    ("lăm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
]);

/// Reads a number in words below a million at byte `at` of a folded text; gives its value and where it ends.
///
/// ```
/// use kehoach::value::read_number_words;
/// assert_eq!(read_number_words("ba mươi phần trăm", 0), Some((30, "ba mươi".len())));
/// assert_eq!(read_number_words("một cơ sở", 0), Some((1, "một".len())));
/// assert_eq!(read_number_words("năm 2025", 0), Some((5, "năm".len())));
/// ```
pub fn read_number_words(folded: &str, at: usize) -> Option<(u32, usize)> {
    if !folded.is_char_boundary(at) {
        return None;
    }
    let mut c = Cursor::new(folded, at);
    let below = hundreds(&mut c)?;
    let end = c.at();
    if c.blanks().any(&["nghìn", "ngàn"]).is_none() {
        return Some((below, end));
    }
    let thousands = below * 1000;
    let end = c.at();
    let mut tail = c;
    tail.blanks();
    match hundreds(&mut tail) {
        Some(rest) if rest >= 100 => Some((thousands + rest, tail.at())),
        _ => Some((thousands, end)),
    }
}

fn hundreds(c: &mut Cursor) -> Option<u32> {
    let start = *c;
    let Some(first) = tens(c) else {
        *c = start;
        return None;
    };
    let mut after = *c;
    if first > 9 || !after.blanks().word("trăm") {
        return Some(first);
    }
    *c = after;
    let mut tail = after;
    let linked = tail.blanks().any(&["linh", "lẻ"]).is_some();
    tail.blanks();
    match tens(&mut tail) {
        Some(rest) if linked == (rest < 10) => {
            *c = tail;
            Some(first * 100 + rest)
        }
        _ => Some(first * 100),
    }
}

fn tens(c: &mut Cursor) -> Option<u32> {
    if c.word("mười") {
        return Some(10 + one(c));
    }
    let value = *c.keyed(ONES)?;
    let mut after = *c;
    if after.blanks().word("mươi") {
        *c = after;
        return Some(value * 10 + one(c));
    }
    Some(value)
}

/// The ones after the tens; none is 0.
fn one(c: &mut Cursor) -> u32 {
    let mut after = *c;
    after.blanks();
    // `mười năm` counts years more often than it says 15, which is `mười lăm`
    let years = after.rest().starts_with("năm");
    match after.keyed(ONES).filter(|_| !years) {
        Some(value) => {
            *c = after;
            *value
        }
        None => 0,
    }
}
