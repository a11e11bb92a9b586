//! A name as the words it is looked up by: punctuation and `và` gone, abbreviations written out.
//!
//! `Sở LĐ-TB&XH`, `SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI` and `Sở Lao động, TBXH` have the same words, so a list of names
//! needs each name once.

use std::{collections::BTreeMap, ops::Bound, sync::LazyLock};

use serde::Deserialize;

use crate::text::{fold, letters::is_alphanumeric, words::Sieve};

/// Names of agencies and places have far fewer words; what has more is a sentence.
pub(super) const MOST_WORDS: usize = 32;

/// No abbreviation is printed in more pieces than this (`VH , TT & DL` has three, `Văn hóa, Thể thao và DL` five).
const MOST_PIECES: usize = 6;

/// A short form and the one thing it stands for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// The short forms, as officials print them.
    pub short: Vec<String>,
    /// What they stand for, spelled as in a canonical name.
    pub long: String,
    /// Words in which one of the short forms stands.
    pub example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abbreviations {
    abbreviation: Vec<Abbreviation>,
}

static ABBREVIATIONS: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    let list: Abbreviations = super::list!("abbreviations");
    list.abbreviation
});

/// What an abbreviation is written out to.
struct Long {
    name: &'static str,
    words: Vec<Word<'static>>,
}

/// Short form without its stops and dashes → what it stands for; ordered, so that the start of a form can be looked up.
static BY_SHORT: LazyLock<(Sieve, BTreeMap<String, Long>)> = LazyLock::new(|| {
    let mut by_short = BTreeMap::new();
    for entry in ABBREVIATIONS.iter() {
        let folded: &'static str = fold(&entry.long).leak();
        for short in &entry.short {
            let long = Long { name: &entry.long, words: split(&entry.long, folded) };
            by_short.insert(key(&split(short, &fold(short))), long);
        }
    }
    let sieve = by_short.keys().fold(Sieve::EMPTY, |sieve, short| sieve.with_front(short));
    (sieve, by_short)
});

/// One word of a name, as written and folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As written, for its capital.
    pub(super) plain: &'a str,
    /// As matched.
    pub(super) folded: &'a str,
}

impl Word<'_> {
    /// Is it written like a part of a proper name: a capital or a figure first?
    pub(super) fn is_proper(&self) -> bool {
        self.plain.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// All abbreviations, for documentation and tests.
pub fn abbreviations() -> &'static [Abbreviation] {
    &ABBREVIATIONS
}

/// What an abbreviation stands for; stops, dashes, `&`, `và`, spaces and letter case do not matter.
///
/// ```
/// use kehoach::lexicon::names::expand;
/// assert_eq!(expand("LĐ-TB&XH"), Some("Lao động - Thương binh và Xã hội"));
/// assert_eq!(expand("UBND"), Some("Ủy ban nhân dân"));
/// assert_eq!(expand("BCH"), None, "Ban Chỉ huy or Ban Chấp hành");
/// ```
pub fn expand(short: &str) -> Option<&'static str> {
    let folded = fold(short);
    let pieces = split(short, &folded);
    abbreviation_at(&pieces).filter(|(_, n)| *n == pieces.len()).map(|(long, _)| long.name)
}

/// The words of a name with its abbreviations written out; none when there are too many for a name.
pub(super) fn words<'a>(plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
    let printed = split(plain, folded);
    if printed.len() > MOST_WORDS {
        return Vec::new();
    }
    let mut words = Vec::with_capacity(printed.len() + 4);
    let mut rest = printed.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if let Some((long, n)) = abbreviation_at(rest) {
            words.extend(&long.words);
            rest = rest.get(n..).unwrap_or_default();
        } else {
            words.push(*first);
            rest = others;
        }
    }
    words
}

/// The longest abbreviation that the first pieces make, and how many they are.
fn abbreviation_at(pieces: &[Word]) -> Option<(&'static Long, usize)> {
    let (sieve, by_short) = &*BY_SHORT;
    let mut found = None;
    if !pieces.first().is_some_and(|first| sieve.passes_front(first.folded.as_bytes())) {
        return None;
    }
    let mut joined = String::new();
    for (n, piece) in (1..=MOST_PIECES).zip(pieces) {
        joined.push_str(piece.folded);
        let from = (Bound::Included(joined.as_str()), Bound::Unbounded);
        match by_short.range::<str, _>(from).next() {
            Some((short, long)) if *short == joined => found = Some((long, n)),
            Some((short, _)) if short.starts_with(&joined) => {}
            _ => break,
        }
    }
    found
}

/// The words run together: what names are compared by. OCR that splits or joins words does no harm here.
pub(super) fn key(words: &[Word]) -> String {
    words.iter().map(|w| w.folded).collect()
}

/// The key of all words, and where in it the key of the first, the first two … ends.
pub(super) fn keys(words: &[Word]) -> (String, Vec<usize>) {
    let mut key = String::with_capacity(words.iter().map(|w| w.folded.len()).sum());
    let mut ends = Vec::with_capacity(words.len());
    for word in words {
        key.push_str(word.folded);
        ends.push(key.len());
    }
    (key, ends)
}

/// Runs of letters and digits, without `và`.
fn split<'a>(plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = folded.char_indices().map(|(at, c)| (at, is_alphanumeric(c))).chain([(folded.len(), false)]);
    for (at, inside) in ends {
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                if let (Some(plain), Some(folded)) = (plain.get(from..at), folded.get(from..at))
                    && folded != "và"
                {
                    words.push(Word { plain, folded });
                }
            }
            _ => {}
        }
    }
    words
}
