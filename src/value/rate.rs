//! The sign after a share: `%`, `‰`, and how typists and scanners write it.

use super::Cursor;
use crate::text::{letters::is_alphanumeric, words::words};

/// What a share counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// `%`, `phần trăm`
    Percent,
    /// `‰`, `phần nghìn`, typed also `%o` and `%0`
    PerMille,
}

impl Rate {
    /// The sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::PerMille => "‰",
        }
    }
}

/// Reads the sign of a share at byte `at` of a folded text, blanks before it allowed; gives where it ends.
///
/// ```
/// use kehoach::value::{Rate, read_rate};
/// assert_eq!(read_rate("%, ", 0), Some((Rate::Percent, 1)));
/// assert_eq!(read_rate("%o vào năm", 0), Some((Rate::PerMille, 2)));
/// assert_eq!(read_rate("%0;", 0), Some((Rate::PerMille, 2)));
/// assert_eq!(read_rate("% 0", 0), Some((Rate::Percent, 1)));
/// ```
pub fn read_rate(folded: &str, at: usize) -> Option<(Rate, usize)> {
    let mut c = Cursor::new(folded, at);
    c.blanks();
    let rate = if c.literal("%") || c.literal("％") {
        let rest = c.rest();
        let mut letters = rest.chars();
        let ring = matches!(letters.next(), Some('o' | '0' | '₀' | '⁰' | 'º' | '°' | 'ο'));
        // a scan reads the second ring of the sign as a letter, too: `10%oø`
        let rings = 1 + usize::from(matches!(letters.clone().next(), Some('o' | '0' | 'ø' | 'º' | '°')));
        if ring && !letters.nth(rings - 1).is_some_and(is_alphanumeric) {
            let width = rest.chars().take(rings).map(char::len_utf8).sum::<usize>();
            c.seek(c.at() + width);
            Rate::PerMille
        } else {
            Rate::Percent
        }
    } else if c.literal("‰") || c.any(words!["phần nghìn", "phần ngàn", "o/oo", "0/00"]).is_some() {
        Rate::PerMille
    } else if c.word("phần trăm") {
        Rate::Percent
    } else {
        return None;
    };
    Some((rate, c.at()))
}
