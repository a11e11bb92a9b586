//! Names of laws, codes and ordinances: where a name ends when no comma, number or date says so.

use super::{
    Openers,
    law_names::words,
    list,
    sorted::{self, Entry},
};
use crate::text::fold;

/// A law of the list.
#[derive(Debug, Clone)]
pub struct Law {
    /// Stable id.
    pub id: &'static str,
    /// The full name with its type: `Luật Đất đai`.
    pub name: &'static str,
    /// The numbers of its editions, where certain.
    pub numbers: &'static [&'static str],
    /// Shorter or other ways to write the name.
    pub short: &'static [&'static str],
    /// Words that cite it, for the test of the list.
    pub example: &'static str,
}

/// Words around the names of laws.
#[derive(Debug)]
pub struct LawWords {
    /// Words that no name goes on with.
    pub ends: Openers,
    /// Words before `luật` that make it no law.
    pub not_after: &'static [&'static str],
    /// Words that begin no name.
    pub not_first: Openers,
}

static LAWS: &[Law] = list!("laws");

static WORDS: LawWords = list!("law_words");

/// The laws by the [`words`] of their names.
static NAMES: &[Entry<usize>] = list!("law_names");

/// All laws of the list.
pub fn all() -> &'static [Law] {
    LAWS
}

/// Words around the names of laws.
pub fn law_words() -> &'static LawWords {
    &WORDS
}

/// The longest name of the list that begins at byte `at` of a folded text: the law and where the name ends.
///
/// `type_words` stand before the text in mind (`luật`, for a name after a shared head: `các Luật: Đất đai, Nhà ở`).
pub fn longest(folded: &str, at: usize, type_words: &str) -> Option<(&'static Law, usize)> {
    let mut key = type_words.to_owned();
    let mut best = None;
    for (range, word) in words(folded, at) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
        let Some((name, law)) = sorted::from(NAMES, &key).first() else { break };
        let Some(more) = name.strip_prefix(&key).filter(|more| more.is_empty() || more.starts_with(' ')) else { break };
        if more.is_empty() {
            let rest = &folded[range.end..];
            let open = |mark| folded[at..range.end].matches(mark).count() % 2 == 1;
            // a name that ends inside brackets or quotes takes the mark that closes them
            let close = match rest.chars().next() {
                Some(')') if open('(') => 1,
                Some('"') if open('"') => 1,
                Some('”') if open('“') => '”'.len_utf8(),
                _ => 0,
            };
            best = Some((&LAWS[*law], range.end + close));
        }
    }
    best
}

/// What two ways to write one name share: folded words without commas and `và`.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    // a draft that revises a law is spoken of by the law's name
    let folded = ["(sửa đổi)", "(sửa đổi, bổ sung)", "sửa đổi", "(thay thế)"]
        .iter()
        .find_map(|s| folded.trim_end().strip_suffix(s))
        .map_or(folded.as_str(), str::trim_end)
        .to_owned();
    let known = longest(&folded, 0, "").filter(|(_, end)| folded[*end..].trim().is_empty());
    let folded = known.map_or(folded, |(law, _)| fold(law.name));
    words(&folded, 0).map(|(_, w)| w).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_shows_its_law_to_its_end() {
        for law in all() {
            let folded = fold(law.example);
            let at = folded.find(&fold(law.name)).expect(law.id);
            let (found, end) = longest(&folded, at, "").expect(law.id);
            assert_eq!((found.id, end - at), (law.id, law.name.len()), "{}", law.example);
            for short in law.short {
                let (found, _) = longest(&fold(short), 0, "").expect(short);
                assert_eq!(found.id, law.id);
            }
        }
    }

    #[test]
    fn numbers_are_numbers_and_belong_to_one_law() {
        let mut seen = std::collections::HashSet::new();
        for number in all().iter().flat_map(|l| l.numbers) {
            let (read, end) = crate::value::read_document_number(number, 0).expect(number);
            assert_eq!((read.number().as_str(), end), (*number, number.len()));
            assert!(seen.insert(number), "{number}");
        }
    }

    #[test]
    fn commas_and_joints_do_not_matter() {
        for (a, b) in [
            ("Luật Phòng chống ma tuý", "Luật Phòng, chống ma túy"),
            ("Luật Quản lý và sử dụng tài sản công", "Luật Quản lý, sử dụng tài sản công"),
            ("LUẬT ĐO ĐẠC, BẢN ĐỒ", "Luật Đo đạc và bản đồ"),
        ] {
            assert_eq!(key(a), key(b));
        }
    }
}
