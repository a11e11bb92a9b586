//! Longest match of many phrases on word boundaries, in one pass over folded text.

use std::{cmp::Reverse, ops::Range};

use crate::text::{
    Text, fold,
    letters::{is_alphanumeric, next_word, word_at},
    tokens::{MESHES, Walk, mesh},
};

/// A set of phrases, each standing for a value. A text is read word by word: most words begin no phrase, and one look
/// tells. Sets of the lexicon are sorted by the build script and lie in the program as they are searched.
#[derive(Debug)]
pub struct Phrases<T: 'static> {
    /// The words of all phrases, one behind the other: a program with an address for each would be slow to start.
    words: &'static str,
    /// By the [`mesh`] of their first words, the longest first.
    sorted: &'static [Phrase<T>],
    /// How many phrases stand before those of each mesh.
    before: [u16; MESHES + 1],
}

/// A phrase of a set.
#[derive(Debug)]
pub(crate) struct Phrase<T> {
    /// Where its words begin, and where the first of them and the last end.
    start: u32,
    first: u32,
    end: u32,
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
    /// The phrase at those places of `words`.
    pub(crate) const fn of(words: &str, [start, first, end]: [u32; 3], value: T) -> Self {
        let behind = slice(words, first, end);
        let mask = if behind.len() < 8 { (1 << (8 * behind.len())) - 1 } else { u64::MAX };
        Self { start, first, end, head: (head(behind), mask), value }
    }

    const fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    #[inline]
    fn stands(&self, words: &str, text: &str, ahead: u64) -> bool {
        let (own, mask) = self.head;
        ahead & mask == own
            && text.as_bytes().starts_with(slice(words, self.start, self.end))
            && !text[self.len()..].starts_with(is_alphanumeric)
    }
}

#[inline]
const fn slice(words: &str, start: u32, end: u32) -> &[u8] {
    words.as_bytes().split_at(end as usize).0.split_at(start as usize).1
}

impl<T> Phrases<T> {
    /// Builds a set that stays as long as the program runs; phrases are folded here, so they may be written as officials
    /// write them. Each begins with a letter or a figure.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let phrase = |(phrase, value): (P, T)| {
            let phrase = fold(phrase.as_ref());
            let first = next_word(&phrase, 0).filter(|word| word.start == 0);
            let first = first.unwrap_or_else(|| panic!("{phrase:?} begins with no word")).end;
            (phrase, first, value)
        };
        let mut sorted: Vec<(String, usize, T)> = phrases.into_iter().map(phrase).collect();
        sorted.sort_by_key(|(phrase, first, _)| (mesh(&phrase.as_bytes()[..*first]), Reverse(phrase.len())));
        let words: &str = sorted.iter().map(|(phrase, ..)| phrase.as_str()).collect::<String>().leak();
        let mut start = 0;
        let phrase = |(phrase, first, value): (String, usize, T)| {
            let places = [start, start + first, start + phrase.len()];
            start += phrase.len();
            let places = places.map(|at| u32::try_from(at).expect("a list of less than 4 GB"));
            Phrase::of(words, places, value)
        };
        let phrases: Vec<Phrase<T>> = sorted.into_iter().map(phrase).collect();
        Self::of(words, phrases.leak())
    }

    /// The set of phrases that are sorted already.
    pub(crate) const fn of(words: &'static str, phrases: &'static [Phrase<T>]) -> Self {
        let mut before = [0; MESHES + 1];
        let (mut n, mut last) = (0, 0);
        while n < phrases.len() {
            let mesh = mesh(slice(words, phrases[n].start, phrases[n].first));
            assert!(last <= mesh, "the phrases are not sorted");
            last = mesh;
            before[mesh + 1] += 1;
            n += 1;
        }
        let mut mesh = 0;
        while mesh < MESHES {
            before[mesh + 1] += before[mesh];
            mesh += 1;
        }
        Self { words, sorted: phrases, before }
    }

    /// The words of all phrases, and the phrases as they are sorted: their places in the words and their values.
    pub(crate) fn all(&self) -> (&'static str, impl Iterator<Item = ([u32; 3], &'static T)>) {
        (self.words, self.sorted.iter().map(|phrase| ([phrase.start, phrase.first, phrase.end], &phrase.value)))
    }

    /// Does one of the phrases stand at the end of a folded text, on a word boundary?
    pub(crate) fn end(&self, folded: &str) -> bool {
        let (words, mut all) = self.all();
        all.any(|([start, _, end], _)| {
            let phrase = &words[start as usize..end as usize];
            folded.strip_suffix(phrase).is_some_and(|rest| !rest.ends_with(is_alphanumeric))
        })
    }

    /// The longest phrase whose first word begins the text, is so long and has that mesh.
    #[inline]
    fn longest(&self, text: &str, first: usize, mesh: usize) -> Option<&'static Phrase<T>> {
        let same = usize::from(self.before[mesh])..usize::from(self.before[mesh + 1]);
        if same.is_empty() {
            return None;
        }
        let ahead = head(&text.as_bytes()[first..]);
        self.sorted[same].iter().find(|phrase| phrase.stands(self.words, text, ahead))
    }

    /// The longest phrase that begins a folded text and ends on a word boundary: its length and what it stands for.
    pub fn at_start(&self, folded: &str) -> Option<(usize, &'static T)> {
        let first = word_at(folded, 0)?.end;
        let phrase = self.longest(folded, first, mesh(&folded.as_bytes()[..first]))?;
        Some((phrase.len(), &phrase.value))
    }

    /// Phrases in `folded`, left to right, longest first, on word boundaries, not overlapping.
    pub fn find_iter<'s, 't>(
        &'s self,
        folded: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'static T)> + use<'s, 't, T> {
        self.find_along(folded, None)
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
        mut words: Option<Walk<'t>>,
    ) -> impl Iterator<Item = (Range<usize>, &'static T)> + use<'s, 't, T> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let (word, mesh) = match &mut words {
                    Some(words) => words.next(at, |mesh| self.holds(mesh))?,
                    None => self.next_word(folded, at)?,
                };
                at = word.end;
                if let Some(phrase) = self.longest(&folded[word.start..], word.len(), mesh) {
                    at = word.start + phrase.len();
                    return Some((word.start..at, &phrase.value));
                }
            }
        })
    }

    /// The next word from byte `from` on that may begin a phrase, with its mesh, where words are not known.
    fn next_word(&self, folded: &str, from: usize) -> Option<(Range<usize>, usize)> {
        let mut at = from;
        while let Some(word) = next_word(folded, at) {
            at = word.end;
            let mesh = mesh(&folded.as_bytes()[word.clone()]);
            if self.holds(mesh) {
                return Some((word, mesh));
            }
        }
        None
    }

    /// Does a phrase begin with a word of that mesh?
    #[inline]
    fn holds(&self, mesh: usize) -> bool {
        self.before[mesh] < self.before[mesh + 1]
    }
}
