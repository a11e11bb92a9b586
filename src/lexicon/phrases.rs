//! Longest match of many phrases on word boundaries, in one pass over folded text.

use std::ops::Range;

use crate::text::{
    Text, fold,
    letters::{is_alphanumeric, next_word},
    tokens::{MESHES, Walk, mesh},
};

/// A set of phrases, each standing for a value. A text is read word by word: most words begin no phrase, and one look
/// tells. Sets of the lexicon are sorted by the build script and lie in the program as they are searched.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    /// By the [`mesh`] of their first words, the longest first.
    phrases: &'static [Phrase<T>],
    /// How many phrases stand before those of each mesh.
    before: [u16; MESHES + 1],
}

/// A phrase of a set.
#[derive(Debug)]
pub(crate) struct Phrase<T> {
    words: &'static str,
    /// The length of the first word.
    first: usize,
    /// The [`head`] of what stands behind it, and which of its bits count.
    head: (u64, u64),
    value: T,
}

/// The first eight bytes in one number: most phrases are told apart by them.
#[inline]
const fn head(words: &[u8]) -> u64 {
    if let Some(eight) = words.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    let (mut head, mut n) = (0, words.len());
    while n > 0 {
        n -= 1;
        head = head << 8 | words[n] as u64;
    }
    head
}

impl<T> Phrase<T> {
    pub(crate) const fn new(words: &'static str, first: usize, value: T) -> Self {
        let (_, behind) = words.as_bytes().split_at(first);
        let mask = if behind.len() < 8 { (1 << (8 * behind.len())) - 1 } else { u64::MAX };
        Self { words, first, head: (head(behind), mask), value }
    }

    const fn mesh(&self) -> usize {
        mesh(self.words.as_bytes().split_at(self.first).0)
    }

    #[inline]
    fn stands(&self, text: &str, ahead: u64) -> bool {
        let (own, mask) = self.head;
        ahead & mask == own
            && text.as_bytes().starts_with(self.words.as_bytes())
            && !text[self.words.len()..].starts_with(is_alphanumeric)
    }
}

impl<T> Phrases<T> {
    /// Builds a set that stays as long as the program runs; phrases are folded here, so they may be written as officials
    /// write them. Each begins with a letter or a figure.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let phrase = |(phrase, value): (P, T)| {
            let words: &'static str = fold(phrase.as_ref()).leak();
            let first = next_word(words, 0).filter(|word| word.start == 0);
            Phrase::new(words, first.unwrap_or_else(|| panic!("{words:?} begins with no word")).end, value)
        };
        let mut phrases: Vec<Phrase<T>> = phrases.into_iter().map(phrase).collect();
        phrases.sort_by_key(|phrase| (phrase.mesh(), std::cmp::Reverse(phrase.words.len())));
        Self::of(phrases.leak())
    }

    /// The set of phrases that are sorted already.
    pub(crate) const fn of(phrases: &'static [Phrase<T>]) -> Self {
        let mut before = [0; MESHES + 1];
        let mut n = 0;
        while n < phrases.len() {
            let mesh = phrases[n].mesh();
            assert!(n == 0 || phrases[n - 1].mesh() <= mesh, "the phrases are not sorted");
            before[mesh + 1] += 1;
            n += 1;
        }
        let mut mesh = 0;
        while mesh < MESHES {
            before[mesh + 1] += before[mesh];
            mesh += 1;
        }
        Self { phrases, before }
    }

    /// The phrases as they are sorted, each with the length of its first word and its value.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, usize, &'static T)> {
        self.phrases.iter().map(|phrase| (phrase.words, phrase.first, &phrase.value))
    }

    /// The longest phrase whose first word begins the text, is so long and has that mesh.
    #[inline]
    fn longest(&self, text: &str, first: usize, mesh: usize) -> Option<&'static Phrase<T>> {
        let same = usize::from(self.before[mesh])..usize::from(self.before[mesh + 1]);
        if same.is_empty() {
            return None;
        }
        let ahead = head(&text.as_bytes()[first..]);
        self.phrases[same].iter().find(|phrase| phrase.stands(text, ahead))
    }

    /// The longest phrase that begins a folded text and ends on a word boundary: its length and what it stands for.
    pub fn opening(&self, folded: &str) -> Option<(usize, &'static T)> {
        let first = next_word(folded, 0).filter(|word| word.start == 0)?;
        let phrase = self.longest(folded, first.end, mesh(folded[first.clone()].as_bytes()))?;
        Some((phrase.words.len(), &phrase.value))
    }

    /// Phrases in `folded`, left to right, longest first, on word boundaries, not overlapping.
    pub fn find_iter<'s, 't>(
        &'s self,
        folded: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'static T)> + use<'s, 't, T> {
        self.find_along(folded, Walk::Read)
    }

    /// The same in a range of a text whose words are known; places count from the start of the range.
    pub fn find_in<'s, 't>(
        &'s self,
        text: &'t Text,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, &'static T)> + use<'s, 't, T> {
        self.find_along(text.folded_at(range), text.walk(range))
    }

    fn find_along<'s, 't>(
        &'s self,
        folded: &'t str,
        mut words: Walk<'t>,
    ) -> impl Iterator<Item = (Range<usize>, &'static T)> + use<'s, 't, T> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let (word, mesh) = words.next(folded, at)?;
                at = word.end;
                if let Some(phrase) = self.longest(&folded[word.start..], word.len(), mesh) {
                    at = word.start + phrase.words.len();
                    return Some((word.start..at, &phrase.value));
                }
            }
        })
    }
}
