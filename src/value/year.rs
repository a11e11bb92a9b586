//! A year: by itself, and after a month or a quarter.

use super::Cursor;
use crate::text::letters::is_alphanumeric;

/// A plausible year of four digits that no word or further figure continues. A recognizer may have taken letters for some
/// (`202O`).
pub fn read_year(c: &mut Cursor) -> Option<i32> {
    let start = c.at();
    if c.rest().starts_with(['1', '2'])
        && let Some(year) = c.misread_number(4).filter(|year| (1900..=2100).contains(year))
    {
        return i32::try_from(year).ok();
    }
    c.seek(start);
    match c.digits() {
        Some((year, 4)) if (1900..=2100).contains(&year) && !c.rest().starts_with(is_alphanumeric) => {
            i32::try_from(year).ok()
        }
        _ => {
            c.seek(start);
            None
        }
    }
}

/// The year printed after a month, a quarter or a half: `/2025`, ` năm 2025`, `-2025`, `, năm 2025`, ` 2025`.
pub fn year_after(c: &mut Cursor) -> Option<i32> {
    let start = c.at();
    let joined = c.literal(".") || c.blanks().dash();
    c.blanks();
    if !joined {
        c.seek(start);
        let slash = c.blanks().literal("/");
        if !slash {
            c.literal(",");
        }
        c.blanks();
        let named = c.word("của năm") || c.word("năm");
        if c.rest().starts_with("học") {
            c.seek(start);
            return None;
        }
        c.blanks();
        if !slash && !named && c.at() != start + 1 {
            c.seek(start);
            return None;
        }
    }
    let year = read_year(c).filter(|_| !c.rest().starts_with('/'));
    if year.is_none() {
        c.seek(start);
    }
    year
}
