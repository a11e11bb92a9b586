//! Scales and currencies after a number: `nghìn tỷ đồng`, `triệu USD`, `triệu lượt`.

use super::Cursor;
use crate::text::words::{Words, words};

const SCALES: &Words = &Words::of(&["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "tr", "chục"]);
const CURRENCIES: &Words = &Words::of(&[
    "đồng việt nam",
    "việt nam đồng",
    "đồng",
    "vnđ",
    "vnd",
    "đ",
    "usd",
    "đô la mỹ",
    "đô la",
    "đô-la",
    "euro",
    "eur",
    "yên",
]);

/// Reads one or two scale words at byte `at` of a folded text, blanks before them allowed; gives where they end.
///
/// ```
/// use kehoach::value::read_scale;
/// assert_eq!(read_scale(" nghìn tỷ đồng", 0), Some(" nghìn tỷ".len()));
/// assert_eq!(read_scale(" lượt khách", 0), None);
/// ```
pub fn read_scale(folded: &str, at: usize) -> Option<usize> {
    let mut c = Cursor::new(folded, at);
    c.blanks().any(SCALES)?;
    let one = c.at();
    let mut two = c;
    Some(if two.blanks().any(SCALES).is_some() { two.at() } else { one })
}

/// Reads a currency at byte `at` of a folded text, blanks before it allowed; gives where it ends.
///
/// ```
/// use kehoach::value::read_currency;
/// assert_eq!(read_currency(" đồng/người", 0), Some(" đồng".len()));
/// assert_eq!(read_currency(" đồng bào", 0), None);
/// ```
pub fn read_currency(folded: &str, at: usize) -> Option<usize> {
    let mut c = Cursor::new(folded, at);
    c.blanks().any(CURRENCIES)?;
    // `đồng bào`, `đồng chí` are people
    let mut next = c;
    let people = next.blanks().any(words!["bào", "chí", "hồ", "bộ", "ruộng", "cỏ", "đội"]).is_some();
    (!people).then(|| c.at())
}
