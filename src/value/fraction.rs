//! A part of a whole: `2/3`, `một nửa`, `một phần ba`.

use super::{Cursor, read_number_words};
use crate::text::letters::is_alphanumeric;

/// Reads a proper fraction at byte `at` of a folded text; gives its value, to six places, and where it ends.
///
/// ```
/// use kehoach::value::read_fraction;
/// assert_eq!(read_fraction("2/3 số xã", 0), Some((0.666667, 3)));
/// assert_eq!(read_fraction("một nửa số xã", 0), Some((0.5, "một nửa".len())));
/// assert_eq!(read_fraction("ba phần tư diện tích", 0), Some((0.75, "ba phần tư".len())));
/// assert_eq!(read_fraction("12/15 xã", 0), Some((0.8, 5)));
/// assert_eq!(read_fraction("5/4 số xã", 0), None);
/// assert_eq!(read_fraction("2/3/2024", 0), None);
/// assert_eq!(read_fraction("một phần ngàn", 0), None);
/// ```
pub fn read_fraction(folded: &str, at: usize) -> Option<(f64, usize)> {
    if !folded.is_char_boundary(at) {
        return None;
    }
    let mut c = Cursor::new(folded, at);
    if c.any(&["một nửa", "nửa"]).is_some() {
        return Some((0.5, c.at()));
    }
    let (part, whole) = in_figures(&mut c).or_else(|| in_words(&mut c))?;
    let proper = 0 < part && part < whole;
    proper.then(|| ((f64::from(part) / f64::from(whole) * 1e6).round() / 1e6, c.at()))
}

fn in_figures(c: &mut Cursor) -> Option<(u32, u32)> {
    let mut ahead = *c;
    let part = ahead.number(3)?;
    ahead.blanks();
    if !ahead.literal("/") {
        return None;
    }
    let whole = ahead.blanks().number(3)?;
    let goes_on = ahead.rest().starts_with(|l: char| l == '/' || is_alphanumeric(l))
        || (ahead.rest().starts_with(['.', ',']) && ahead.rest()[1..].starts_with(|l: char| l.is_ascii_digit()));
    if goes_on {
        return None;
    }
    *c = ahead;
    Some((part, whole))
}

fn in_words(c: &mut Cursor) -> Option<(u32, u32)> {
    let (part, end) = read_number_words(c.rest(), 0)?;
    let mut ahead = *c;
    ahead.seek(c.at() + end);
    if !ahead.blanks().word("phần") {
        return None;
    }
    ahead.blanks();
    let (whole, end) = read_number_words(ahead.rest(), 0)?;
    ahead.seek(ahead.at() + end);
    *c = ahead;
    Some((part, whole))
}
