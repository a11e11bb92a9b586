//! Lists of words that a text is compared with. Most texts fit none of a list, and one look at three of their bytes tells.

use std::ops::Deref;

use super::{begins, ends, opens};

/// Words to compare a text with: a [`Words`], or a few written where they are needed.
pub trait List {
    /// The words that `text` begins with, and their places in the list, in its order.
    fn fronts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)>;

    /// The words that `text` ends with, and their places in the list, in its order.
    fn backs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)>;
}

/// A longer list, with sieves made when the program is compiled.
#[derive(Debug)]
pub struct Words {
    list: &'static [&'static str],
    fronts: Sieve,
    backs: Sieve,
}

impl Words {
    /// The list of these words.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut fronts, mut backs) = (Sieve::EMPTY, Sieve::EMPTY);
        let mut n = 0;
        while n < words.len() {
            fronts = fronts.with_front(words[n].as_bytes());
            backs = backs.with_back(words[n]);
            n += 1;
        }
        Self { list: words, fronts, backs }
    }

    /// Where in `text` the first of the words begins, whatever stands around it.
    ///
    /// ```
    /// use kehoach::text::words::Words;
    /// static MONEY: Words = Words::of(&["kinh phí", "ngân sách"]);
    /// assert_eq!(MONEY.find_in("từ ngân sách"), Some("từ ".len()));
    /// ```
    pub fn find_in(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let find = || self.fronts.find_map(bytes, |at| self.stands(&bytes[at..]).then_some(at));
        self.may_be_in(text).then(find).flatten()
    }

    /// Where in `text` the last of the words begins, whatever stands around it.
    pub fn last_in(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let stands = |at: &usize| self.fronts.passes_front(&bytes[*at..]) && self.stands(&bytes[*at..]);
        self.may_be_in(text).then(|| (0..bytes.len()).rev().find(stands)).flatten()
    }

    /// False where `text` holds none of the words. Of a few words that is told fastest by looking for one after the
    /// other, sixteen bytes at a time; of many, only by the sieve.
    fn may_be_in(&self, text: &str) -> bool {
        const FEW: usize = 16;
        self.list.len() > FEW || self.list.iter().any(|word| text.contains(word))
    }

    /// Do the bytes begin with one of the words?
    fn stands(&self, rest: &[u8]) -> bool {
        self.list.iter().any(|word| opens(rest, word))
    }

    /// Does `text` hold one of the words, whatever stands around it?
    pub fn within(&self, text: &str) -> bool {
        self.find_in(text).is_some()
    }
}

impl Deref for Words {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.list
    }
}

impl<'w> IntoIterator for &'w Words {
    type Item = &'w &'static str;
    type IntoIter = std::slice::Iter<'w, &'static str>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl List for Words {
    #[inline]
    fn fronts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        let words = if self.fronts.passes_front(text.as_bytes()) { self.list } else { &[] };
        words.fronts(text)
    }

    #[inline]
    fn backs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        let words = if self.backs.passes_back(text.as_bytes()) { self.list } else { &[] };
        words.backs(text)
    }
}

impl<L: List + ?Sized> List for &L {
    #[inline]
    fn fronts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        (**self).fronts(text)
    }

    #[inline]
    fn backs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        (**self).backs(text)
    }
}

impl<S: AsRef<str>> List for [S] {
    #[inline]
    fn fronts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.iter().map(S::as_ref).enumerate().filter(move |(_, word)| begins(text, word))
    }

    #[inline]
    fn backs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.iter().map(S::as_ref).enumerate().filter(move |(_, word)| ends(text, word))
    }
}

impl<S: AsRef<str>, const N: usize> List for [S; N] {
    #[inline]
    fn fronts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.as_slice().fronts(text)
    }

    #[inline]
    fn backs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.as_slice().backs(text)
    }
}

/// Words that each stand for something.
#[derive(Debug)]
pub struct Keyed<T: 'static> {
    entries: &'static [(&'static str, T)],
    fronts: Sieve,
    backs: Sieve,
}

impl<T> Keyed<T> {
    /// The list of these words.
    pub const fn of(entries: &'static [(&'static str, T)]) -> Self {
        let (mut fronts, mut backs) = (Sieve::EMPTY, Sieve::EMPTY);
        let mut n = 0;
        while n < entries.len() {
            fronts = fronts.with_front(entries[n].0.as_bytes());
            backs = backs.with_back(entries[n].0);
            n += 1;
        }
        Self { entries, fronts, backs }
    }

    /// The entries whose words `text` begins with, in their order.
    #[inline]
    pub fn fronts<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static (&'static str, T)> + use<'t, T> {
        let entries = if self.fronts.passes_front(text.as_bytes()) { self.entries } else { &[] };
        entries.iter().filter(move |(word, _)| begins(text, word))
    }

    /// The entries whose words `text` ends with, in their order.
    #[inline]
    pub fn backs<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static (&'static str, T)> + use<'t, T> {
        let entries = if self.backs.passes_back(text.as_bytes()) { self.entries } else { &[] };
        entries.iter().filter(move |(word, _)| ends(text, word))
    }

    /// Does `text` hold one of the words, whatever stands around it?
    pub fn within(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let stands = |at: usize| self.entries.iter().find(|(word, _)| opens(&bytes[at..], word));
        self.fronts.find_map(bytes, stands).is_some()
    }
}

impl<T> Deref for Keyed<T> {
    type Target = [(&'static str, T)];

    fn deref(&self) -> &Self::Target {
        self.entries
    }
}

/// Which three bytes words begin, or end, with: by a feature of the outer two, the features of the third.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sieve([u64; 64]);

impl Sieve {
    pub(crate) const EMPTY: Self = Self([0; 64]);

    pub(crate) const fn with_front(self, word: &[u8]) -> Self {
        match *word {
            [a, b, c, ..] => self.with(a, b, bit(c)),
            // what follows a short word may be anything
            [a, b] => self.with(a, b, u64::MAX),
            _ => Self([u64::MAX; 64]),
        }
    }

    const fn with_back(self, word: &str) -> Self {
        match *word.as_bytes() {
            [.., c, b, a] => self.with(a, b, bit(c)),
            [b, a] => self.with(a, b, u64::MAX),
            _ => Self([u64::MAX; 64]),
        }
    }

    const fn with(mut self, outer: u8, second: u8, third: u64) -> Self {
        self.0[mesh(outer, second)] |= third;
        self
    }

    /// What a closer look finds at the first place of a text that passes and holds something.
    #[inline]
    pub(crate) fn find_map<T>(&self, text: &[u8], look: impl Fn(usize) -> Option<T>) -> Option<T> {
        for (at, three) in text.windows(3).enumerate() {
            let &[a, b, c] = three else { continue };
            if self.passes(a, b, c)
                && let Some(found) = look(at)
            {
                return Some(found);
            }
        }
        (text.len().saturating_sub(2)..text.len()).find_map(look)
    }

    #[inline]
    pub(crate) fn passes_front(&self, text: &[u8]) -> bool {
        match *text {
            [a, b, c, ..] => self.passes(a, b, c),
            _ => true,
        }
    }

    #[inline]
    fn passes_back(&self, text: &[u8]) -> bool {
        match *text {
            [.., c, b, a] => self.passes(a, b, c),
            _ => true,
        }
    }

    #[inline]
    fn passes(&self, outer: u8, second: u8, third: u8) -> bool {
        self.0[mesh(outer, second)] & bit(third) != 0
    }
}

#[inline]
const fn mesh(outer: u8, second: u8) -> usize {
    (outer ^ second.rotate_left(3)) as usize % 64
}

#[inline]
const fn bit(third: u8) -> u64 {
    1 << (third % 64)
}

/// A list of words with its sieves, made when the program is compiled.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { &$crate::text::words::Words::of(&[$($word),*]) }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[&str] = &["in", "ở", "q", "kinh phí", "kinh phí sự nghiệp", "và", "thực hiện", "hiện"];
    static WORDS: Words = Words::of(LIST);

    #[test]
    fn sieves_change_nothing() {
        let text = "và in ở q, kinh phí sự nghiệp; thực hiện kinh phí in";
        for (at, c) in text.char_indices() {
            for end in [at, at + c.len_utf8(), text.len()] {
                for part in [&text[at..end], &text[..at]] {
                    assert!(WORDS.fronts(part).eq(LIST.fronts(part)), "{part}");
                    assert!(WORDS.backs(part).eq(LIST.backs(part)), "{part}");
                    assert_eq!(WORDS.find_in(part), LIST.iter().filter_map(|w| part.find(w)).min(), "{part}");
                    assert_eq!(WORDS.last_in(part), LIST.iter().filter_map(|w| part.rfind(w)).max(), "{part}");
                }
            }
        }
    }

    #[test]
    fn keyed_words_are_found_by_both_ends() {
        static WAYS: Keyed<u8> = Keyed::of(&[("lên đến", 1), ("lên", 2), ("xuống", 3)]);
        let values = |found: Vec<&(&str, u8)>| found.iter().map(|(_, way)| *way).collect::<Vec<_>>();
        assert_eq!(values(WAYS.fronts("lên đến").collect()), [1, 2]);
        assert_eq!(values(WAYS.backs("đi xuống").collect()), [3]);
        assert_eq!(WAYS.fronts("ngang").count(), 0);
    }
}
