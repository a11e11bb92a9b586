//! Longest match of many phrases on word boundaries, in one pass over folded text.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{
    begins, fold,
    letters::{is_alphanumeric, next_word},
};

/// A set of phrases, each standing for a value. A text is read word by word: most words begin no phrase, and one look
/// tells.
#[derive(Debug)]
pub struct Phrases<T> {
    /// By their first words, the longest first.
    by_first_word: FxHashMap<String, Vec<Phrase>>,
    /// The [`mesh`] of each first word: what falls through begins no phrase.
    sieve: Box<[bool; MESHES]>,
    values: Vec<T>,
}

const MESHES: usize = 4096;

/// A cheap feature of a word: its length and three of its bytes.
fn mesh(word: &str) -> usize {
    let bytes = word.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |&b| usize::from(b));
    let last = byte(bytes.len() - 1);
    (byte(0) ^ byte(2) << 3 ^ last << 5 ^ bytes.len() << 7) % MESHES
}

#[derive(Debug)]
struct Phrase {
    /// What stands behind the first word.
    rest: String,
    value: usize,
}

impl<T> Phrases<T> {
    /// Builds the set; phrases are folded here, so they may be written as officials write them. Each begins with a letter
    /// or a figure.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let mut by_first_word: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        let mut values = Vec::new();
        let mut sieve = Box::new([false; MESHES]);
        for (phrase, value) in phrases {
            let mut phrase = fold(phrase.as_ref());
            let first = next_word(&phrase, 0).filter(|word| word.start == 0).expect("a phrase begins with a word");
            let rest = phrase.split_off(first.end);
            sieve[mesh(&phrase)] = true;
            by_first_word.entry(phrase).or_default().push(Phrase { rest, value: values.len() });
            values.push(value);
        }
        for same in by_first_word.values_mut() {
            same.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        Self { by_first_word, sieve, values }
    }

    /// Phrases in `folded`, left to right, longest first, on word boundaries, not overlapping.
    pub fn find_iter<'s, 't>(
        &'s self,
        folded: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, 't, T> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let word = next_word(folded, at)?;
                at = word.end;
                let first = &folded[word.clone()];
                if !self.sieve[mesh(first)] {
                    continue;
                }
                let Some(same) = self.by_first_word.get(first) else { continue };
                let behind = &folded[word.end..];
                let stands =
                    |p: &&Phrase| begins(behind, &p.rest) && !behind[p.rest.len()..].starts_with(is_alphanumeric);
                if let Some(phrase) = same.iter().find(stands) {
                    at = word.end + phrase.rest.len();
                    return Some((word.start..at, &self.values[phrase.value]));
                }
            }
        })
    }
}
