//! Scales and currencies after a number: `nghìn tỷ đồng`, `triệu USD`, `triệu lượt`.

use super::Cursor;
use crate::text::words::{List, Words, words};

const SCALES: &Words = &Words::of(&["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "tr", "chục"]);
/// Scales that typists run together with the currency: `8tỷđ`, `70 tr.đồng`.
const RUN: &Words = &Words::of(&["triệu", "tr", "tỷ", "tỉ", "nghìn", "ngàn"]);
/// What begins like a scale: `giai đoạn 2 tỷ lệ hộ nghèo`.
const MEASURES: &Words = &Words::of(&["lệ", "trọng", "suất", "số", "giá"]);
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
    let measure = two.blanks().any(MEASURES).is_some();
    if measure && matches!(folded[at..one].trim_start(), "tỷ" | "tỉ") {
        return None;
    }
    two = c;
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

/// Reads an amount's words at byte `at` of a folded text: scale and currency, parted, run together or with the full stop of
/// an abbreviation between; gives where they end.
///
/// ```
/// use kehoach::value::read_money;
/// assert_eq!(read_money(" nghìn tỷ đồng", 0), Some(" nghìn tỷ đồng".len()));
/// assert_eq!(read_money("trđ/người", 0), Some("trđ".len()));
/// assert_eq!(read_money(" tỷ.đ, tăng", 0), Some(" tỷ.đ".len()));
/// assert_eq!(read_money(" tr. đồng", 0), Some(" tr. đồng".len()));
/// assert_eq!(read_money(" trường", 0), None);
/// ```
pub fn read_money(folded: &str, at: usize) -> Option<usize> {
    let scaled = read_scale(folded, at).unwrap_or(at);
    if let Some(end) = read_currency(folded, scaled) {
        return Some(end);
    }
    let run = |at| {
        let mut c = Cursor::new(folded, at);
        c.blanks();
        let (_, scale) = RUN.fronts(c.rest()).next()?;
        c.literal(scale);
        let stop = c.literal(".");
        if !stop && c.rest().starts_with(' ') {
            return None;
        }
        read_currency(folded, c.at())
    };
    // `1,2 nghìn tỷđ`
    run(at).or_else(|| run(scaled))
}

/// Where a scale ends that is all an amount says: `235 tỷ`, `21 triệu/năm`.
///
/// ```
/// use kehoach::value::read_bare_scale;
/// assert_eq!(read_bare_scale(" tỷ, vốn khác", 0), Some(" tỷ".len()));
/// assert_eq!(read_bare_scale(" tr/ha", 0), Some(" tr".len()));
/// assert_eq!(read_bare_scale(" tr. 15", 0), None);
/// assert_eq!(read_bare_scale(" trăm", 0), None);
/// ```
pub fn read_bare_scale(folded: &str, at: usize) -> Option<usize> {
    let end = read_scale(folded, at)?;
    let word = folded.get(at..end)?.rsplit(' ').next()?;
    let amount = matches!(word, "triệu" | "tỷ" | "tỉ" | "nghìn" | "ngàn" | "vạn");
    (amount || word == "tr" && folded[end..].starts_with('/')).then_some(end)
}
