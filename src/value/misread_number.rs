//! A number in figures of which a scan misread some: `l5.000`, `1O`, `loo`.

use super::read_number;
use crate::text::letters::is_alphanumeric;

/// Reads a number with misread figures (`l`, `i` for 1, `o` for 0) at byte `at` of a folded text; gives its value and
/// where it ends. At least one figure must be misread, and at least one right, or a `%` must follow.
///
/// ```
/// use kehoach::value::read_misread_number;
/// assert_eq!(read_misread_number("l5.000 cây", 0), Some((15000.0, 6)));
/// assert_eq!(read_misread_number("1o%", 0), Some((10.0, 2)));
/// assert_eq!(read_misread_number("loo%", 0), Some((100.0, 3)));
/// assert_eq!(read_misread_number("io trình", 0), None);
/// assert_eq!(read_misread_number("15.000 cây", 0), None);
/// assert_eq!(read_misread_number("o3a", 0), None);
/// ```
pub fn read_misread_number(folded: &str, at: usize) -> Option<(f64, usize)> {
    let rest = folded.get(at..)?;
    let figure = |b: u8| b.is_ascii_digit() || misread(b).is_some();
    let bytes = rest.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(|b| figure(*b))
        || (end > 0 && matches!(bytes.get(end), Some(b'.' | b',')) && bytes.get(end + 1).is_some_and(|b| figure(*b)))
    {
        end += 1;
    }
    let (token, after) = rest.split_at(end);
    let right = token.bytes().any(|b| b.is_ascii_digit());
    let wrong = token.bytes().any(|b| misread(b).is_some());
    if token.len() > 12 || !wrong || !(right || after.starts_with('%')) || after.starts_with(is_alphanumeric) {
        return None;
    }
    let mended: String = token.bytes().map(|b| misread(b).unwrap_or(char::from(b))).collect();
    let (value, read) = read_number(&mended, 0)?;
    (read == end).then_some((value, at + end))
}

fn misread(b: u8) -> Option<char> {
    match b {
        b'l' | b'i' => Some('1'),
        b'o' => Some('0'),
        _ => None,
    }
}
