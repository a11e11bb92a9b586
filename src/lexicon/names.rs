//! A name as the words it is looked up by: punctuation and `và` gone, abbreviations written out.
//!
//! `Sở LĐ-TB&XH`, `SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI` and `Sở Lao động, TBXH` have the same words, so a list of names
//! needs each name once.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use crate::text::fold;

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

/// Short form without its stops and dashes → what it stands for, with its words.
static BY_SHORT: LazyLock<HashMap<String, (&'static Abbreviation, Vec<Word<'static>>)>> =
    LazyLock::new(|| {
        let mut by_short = HashMap::new();
        for entry in ABBREVIATIONS.iter() {
            let folded: &'static str = fold(&entry.long).leak();
            for short in &entry.short {
                by_short.insert(
                    key(&split(short, &fold(short))),
                    (entry, split(&entry.long, folded)),
                );
            }
        }
        by_short
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
        self.plain
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
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
    let words = split(short, &folded);
    (words.len() <= MOST_PIECES)
        .then(|| BY_SHORT.get(&key(&words)))
        .flatten()
        .map(|(entry, _)| entry.long.as_str())
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
        let most = rest.len().min(MOST_PIECES);
        let long = (1..=most).rev().find_map(|n| {
            let (pieces, after) = rest.split_at(n);
            BY_SHORT.get(&key(pieces)).map(|(_, long)| (long, after))
        });
        if let Some((long, after)) = long {
            words.extend(long);
            rest = after;
        } else {
            words.push(*first);
            rest = others;
        }
    }
    words
}

/// The words run together: what names are compared by. OCR that splits or joins words does no harm here.
pub(super) fn key(words: &[Word]) -> String {
    words.iter().map(|w| w.folded).collect()
}

/// Runs of letters and digits, without `và`.
fn split<'a>(plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = folded
        .char_indices()
        .map(|(at, c)| (at, c.is_alphanumeric()))
        .chain([(folded.len(), false)]);
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
