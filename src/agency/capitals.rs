//! Headers print agencies in capitals; records show them in ordinary spelling.

use super::canonical::{canonical, capital_first};
use crate::{
    lexicon::{Phrases, list},
    text::fold,
};

/// A known phrase: its spelling, and whether the name of a place follows it.
static SPELLINGS: Phrases<(&str, bool)> = list!("spelled_names");

/// The ordinary spelling of a name printed in capitals.
///
/// Known words get their spelling; after `về` words stay small; the name of a place gets capitals; a name that has
/// small letters already is only made canonical.
///
/// ```
/// use kehoach::agency::from_capitals;
/// assert_eq!(from_capitals("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"), "Ủy ban nhân dân tỉnh Lạng Sơn");
/// assert_eq!(from_capitals("HUYỆN ỦY BÌNH LỤC HẠ"), "Huyện ủy Bình Lục Hạ");
/// assert_eq!(from_capitals("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"), "Sở Lao động - Thương binh và Xã hội");
/// ```
pub fn from_capitals(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return canonical(name);
    }
    // abbreviations first: their written-out forms are known phrases
    let name = canonical(name);
    let folded = fold(&name);
    let mut out = String::with_capacity(name.len());
    let mut done = 0;
    let mut next = After::Head;
    for (range, &(words, place)) in SPELLINGS.find_iter(&folded) {
        spell(&mut out, &folded[done..range.start], next);
        // `HỒ CHÍ MINH` and `TỈNH` inside the words after `về` stay small
        if matches!(next, After::Topic) && !place && words.chars().next().is_some_and(char::is_uppercase) {
            out.push_str(&words.to_lowercase());
        } else {
            out.push_str(words);
        }
        done = range.end;
        next = match (words, next) {
            ("về", _) => After::Topic,
            (_, After::Topic) if !place => After::Topic,
            _ if place => After::Territory,
            _ => After::Head,
        };
    }
    spell(&mut out, &folded[done..], next);
    capital_first(out.trim())
}

/// What the words between two known phrases are.
#[derive(Clone, Copy)]
enum After {
    /// The rest of a body's name: its first letter is a capital.
    Head,
    /// The name of a place: every word.
    Territory,
    /// The words after `về`: none.
    Topic,
}

fn spell(out: &mut String, folded: &str, after: After) {
    let mut first = true;
    for (index, word) in folded.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let capital = match after {
            After::Head => first,
            After::Territory => true,
            After::Topic => false,
        };
        if capital && !word.is_empty() && word != "và" && word != "-" {
            out.push_str(&capital_first(word));
            first = false;
        } else {
            out.push_str(word);
        }
    }
}
