//! Names of laws, codes and ordinances: where a name ends when no comma, number or date says so.

use std::{ops::Range, sync::LazyLock};

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Openers, list};
use crate::text::{fold, letters::is_alphanumeric};

/// A law of the list.
#[derive(Debug, Clone, Deserialize)]
pub struct Law {
    /// Stable id.
    pub id: String,
    /// The full name with its type: `Luật Đất đai`.
    pub name: String,
    /// The numbers of its editions, where certain.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// Shorter or other ways to write the name.
    #[serde(default)]
    pub short: Vec<String>,
    /// Words that cite it, for the test of the list.
    pub example: String,
}

#[derive(Deserialize)]
struct File {
    law: Vec<Law>,
    ends: Vec<String>,
    not_after: Vec<String>,
    not_first: Vec<String>,
}

/// Words around the names of laws.
#[derive(Debug)]
pub struct LawWords {
    /// Words that no name goes on with.
    pub ends: Openers,
    /// Words before `luật` that make it no law.
    pub not_after: Vec<String>,
    /// Words that begin no name.
    pub not_first: Openers,
}

/// A trie over the words of the names without commas and `và`, which officials add and leave out.
#[derive(Default)]
struct Trie {
    nodes: Vec<(FxHashMap<String, usize>, Option<usize>)>,
}

static LISTS: LazyLock<(Vec<Law>, LawWords)> = LazyLock::new(|| {
    let file: File = list!("laws");
    let (ends, not_first) = (Openers::new(&file.ends), Openers::new(&file.not_first));
    (file.law, LawWords { ends, not_after: file.not_after, not_first })
});

static TRIE: LazyLock<Trie> = LazyLock::new(|| {
    let mut trie = Trie { nodes: vec![Default::default()] };
    for (n, law) in all().iter().enumerate() {
        for name in law.short.iter().chain([&law.name]) {
            trie.insert(&fold(name), n);
        }
    }
    trie
});

impl Trie {
    fn insert(&mut self, name: &str, law: usize) {
        let mut node = 0;
        for (_, word) in words(name, 0).filter(|(_, w)| !is_joint(w)) {
            let free = self.nodes.len();
            let next = *self.nodes[node].0.entry(word.to_owned()).or_insert(free);
            if next == free {
                self.nodes.push(Default::default());
            }
            node = next;
        }
        self.nodes[node].1.get_or_insert(law);
    }
}

/// All laws of the list.
pub fn all() -> &'static [Law] {
    &LISTS.0
}

/// Words around the names of laws.
pub fn law_words() -> &'static LawWords {
    &LISTS.1
}

/// The longest name of the list that begins at byte `at` of a folded text: the law and where the name ends.
///
/// `type_words` stand before the text in mind (`luật`, for a name after a shared head: `các Luật: Đất đai, Nhà ở`).
pub fn longest(folded: &str, at: usize, type_words: &str) -> Option<(&'static Law, usize)> {
    let trie = &*TRIE;
    let mut node = 0;
    for (_, word) in words(type_words, 0) {
        node = *trie.nodes.get(node)?.0.get(word)?;
    }
    let mut best = None;
    for (range, word) in words(folded, at) {
        if is_joint(word) && !trie.nodes[node].0.contains_key(word) {
            continue;
        }
        match trie.nodes[node].0.get(word) {
            Some(&next) => node = next,
            None => break,
        }
        if let Some(law) = trie.nodes[node].1 {
            let rest = &folded[range.end..];
            let open = |mark| folded[at..range.end].matches(mark).count() % 2 == 1;
            // a name that ends inside brackets or quotes takes the mark that closes them
            let close = match rest.chars().next() {
                Some(')') if open('(') => 1,
                Some('"') if open('"') => 1,
                Some('”') if open('“') => '”'.len_utf8(),
                _ => 0,
            };
            best = Some((&all()[law], range.end + close));
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
    let folded = known.map_or(folded, |(law, _)| fold(&law.name));
    words(&folded, 0).map(|(_, w)| w).filter(|w| !is_joint(w)).collect::<Vec<_>>().join(" ")
}

fn is_joint(word: &str) -> bool {
    matches!(word, "và" | "," | "&" | "-" | "–")
}

/// Words and joints from byte `at` on; ends at any other mark.
fn words(text: &str, at: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = at;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.len() - rest.trim_start_matches([' ', '(', ')', '"', '“', '”']).len();
        let rest = text.get(start..)?;
        let first = rest.chars().next()?;
        let n = if is_alphanumeric(first) {
            rest.find(|c: char| !(is_alphanumeric(c) || matches!(c, '/' | '&'))).unwrap_or(rest.len())
        } else if is_joint(rest.get(..first.len_utf8())?) {
            first.len_utf8()
        } else {
            return None;
        };
        at = start + n;
        Some((start..at, rest.get(..n)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_shows_its_law_to_its_end() {
        for law in all() {
            let folded = fold(&law.example);
            let at = folded.find(&fold(&law.name)).expect(&law.id);
            let (found, end) = longest(&folded, at, "").expect(&law.id);
            assert_eq!((&found.id, end - at), (&law.id, law.name.len()), "{}", law.example);
            for short in &law.short {
                let (found, _) = longest(&fold(short), 0, "").expect(short);
                assert_eq!(found.id, law.id);
            }
        }
    }

    #[test]
    fn numbers_are_numbers_and_belong_to_one_law() {
        let mut seen = std::collections::HashSet::new();
        for number in all().iter().flat_map(|l| &l.numbers) {
            let (read, end) = crate::value::read_document_number(number, 0).expect(number);
            assert_eq!((read.number().as_str(), end), (number.as_str(), number.len()));
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
