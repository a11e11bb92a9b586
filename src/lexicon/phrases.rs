//! Longest match of many phrases on word boundaries, in one pass over folded text.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{
    Text, fold,
    letters::{is_alphanumeric, next_word, word_at},
    tokens::{MESHES, Sieve, Walk, mesh},
    words::Sieve as Openings,
};

/// A set of phrases, each standing for a value. A text is read word by word: most words begin no phrase, and one look
/// tells.
#[derive(Debug)]
pub struct Phrases<T> {
    /// By their first words, the longest first.
    by_first_word: FxHashMap<String, Vec<Phrase>>,
    /// The [`mesh`] of each first word: what falls through begins no phrase.
    sieve: Box<Sieve>,
    /// The first bytes of the phrases: by them words are passed over that are not known.
    openings: Openings,
    values: Vec<T>,
}

#[derive(Debug)]
struct Phrase {
    /// What stands behind the first word.
    rest: String,
    /// The [`head`] of that, and which of its bits count.
    head: (u64, u64),
    value: usize,
}

/// The first eight bytes in one number: most phrases are told apart by them.
#[inline]
fn head(words: &[u8]) -> u64 {
    match words.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => words.iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte)),
    }
}

impl Phrase {
    fn new(rest: String, value: usize) -> Self {
        let mask = head(&[u8::MAX; 8][..rest.len().min(8)]);
        Self { head: (head(rest.as_bytes()), mask), rest, value }
    }

    #[inline]
    fn stands(&self, behind: &str, ahead: u64) -> bool {
        let (own, mask) = self.head;
        ahead & mask == own
            && behind.as_bytes().starts_with(self.rest.as_bytes())
            && !behind[self.rest.len()..].starts_with(is_alphanumeric)
    }
}

impl<T> Phrases<T> {
    /// Builds the set; phrases are folded here, so they may be written as officials write them. Each begins with a letter
    /// or a figure.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let mut by_first_word: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        let mut values = Vec::new();
        let mut sieve = Box::new([false; MESHES]);
        let mut openings = Openings::EMPTY;
        for (phrase, value) in phrases {
            let mut phrase = fold(phrase.as_ref());
            openings = openings.with_front(&phrase);
            let first = next_word(&phrase, 0).filter(|word| word.start == 0).expect("a phrase begins with a word");
            let rest = phrase.split_off(first.end);
            sieve[mesh(phrase.as_bytes())] = true;
            by_first_word.entry(phrase).or_default().push(Phrase::new(rest, values.len()));
            values.push(value);
        }
        for same in by_first_word.values_mut() {
            same.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        Self { by_first_word, sieve, openings, values }
    }

    /// Phrases in `folded`, left to right, longest first, on word boundaries, not overlapping.
    pub fn find_iter<'s, 't>(
        &'s self,
        folded: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, 't, T> {
        self.find_along(folded, None)
    }

    /// The same in a range of a text whose words are known; places count from the start of the range.
    pub fn find_in<'s, 't>(
        &'s self,
        text: &'t Text,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, 't, T> {
        self.find_along(text.folded_at(range), text.walk(range))
    }

    fn find_along<'s, 't>(
        &'s self,
        folded: &'t str,
        mut words: Option<Walk<'t>>,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, 't, T> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let word = match &mut words {
                    Some(words) => words.next(at, &self.sieve)?,
                    None => self.next_word(folded, at)?,
                };
                at = word.end;
                if let Some((end, value)) = self.longest(folded, &word) {
                    at = end;
                    return Some((word.start..end, value));
                }
            }
        })
    }

    /// The next word from byte `at` on that may begin a phrase, where words are not known.
    fn next_word(&self, folded: &str, from: usize) -> Option<Range<usize>> {
        self.openings.find_map(&folded.as_bytes()[from..], |at| {
            word_at(folded, from + at).filter(|word| self.begins(folded, word))
        })
    }

    /// May the word begin a phrase?
    fn begins(&self, folded: &str, word: &Range<usize>) -> bool {
        self.sieve[mesh(&folded.as_bytes()[word.clone()])]
    }

    /// Does a phrase begin with this word?
    pub fn begin_with(&self, word: &str) -> bool {
        self.by_first_word.contains_key(word)
    }

    /// The longest phrase that `folded` begins with: where it ends and what it stands for.
    pub fn at_start(&self, folded: &str) -> Option<(usize, &T)> {
        let first = word_at(folded, 0).filter(|word| self.begins(folded, word))?;
        self.longest(folded, &first)
    }

    /// The longest phrase that begins with a word.
    #[inline]
    fn longest(&self, folded: &str, word: &Range<usize>) -> Option<(usize, &T)> {
        let same = self.by_first_word.get(&folded[word.clone()])?;
        let behind = &folded[word.end..];
        let ahead = head(behind.as_bytes());
        let phrase = same.iter().find(|p| p.stands(behind, ahead))?;
        Some((word.end + phrase.rest.len(), &self.values[phrase.value]))
    }
}
