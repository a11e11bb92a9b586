//! The words that a name is looked up by. The build script sorts the names of the lists by them.

use super::sorted::{self, Entry};
use crate::text::{letters::is_alphanumeric, words::Sieve};

/// Names of agencies and places have far fewer words; what has more is a sentence.
pub(crate) const MOST_WORDS: usize = 32;

/// No abbreviation is printed in more pieces than this (`VH , TT & DL` has three, `Văn hóa, Thể thao và DL` five).
const MOST_PIECES: usize = 6;

/// One word of a name, as written and folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// As written, for its capital.
    pub(crate) plain: &'a str,
    /// As matched.
    pub(crate) folded: &'a str,
}

impl Word<'_> {
    /// Is it written like a part of a proper name: a capital or a figure first?
    pub(crate) fn is_proper(&self) -> bool {
        self.plain.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// What an abbreviation is written out to.
#[derive(Debug)]
pub(crate) struct Long {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [Word<'static>],
}

/// Short forms without their stops and dashes, and what they stand for.
#[derive(Debug)]
pub(crate) struct ShortForms {
    sorted: &'static [Entry<Long>],
    sieve: Sieve,
}

impl ShortForms {
    /// The list, sorted by its short forms.
    pub(crate) const fn of(sorted: &'static [Entry<Long>]) -> Self {
        let mut sieve = Sieve::EMPTY;
        let mut n = 0;
        while n < sorted.len() {
            sieve = sieve.with_front(sorted[n].0.as_bytes());
            n += 1;
        }
        Self { sorted, sieve }
    }

    /// The words of a name with its abbreviations written out; none when there are too many for a name.
    pub(crate) fn words<'a>(&self, plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
        let printed = split(plain, folded);
        if printed.len() > MOST_WORDS {
            return Vec::new();
        }
        let mut words = Vec::with_capacity(printed.len() + 4);
        let mut rest = printed.as_slice();
        while let Some((first, others)) = rest.split_first() {
            if let Some((long, n)) = self.longest(rest) {
                words.extend(long.words);
                rest = rest.get(n..).unwrap_or_default();
            } else {
                words.push(*first);
                rest = others;
            }
        }
        words
    }

    /// The longest abbreviation that the first pieces make, and how many they are.
    pub(crate) fn longest(&self, pieces: &[Word]) -> Option<(&'static Long, usize)> {
        let mut found = None;
        if !pieces.first().is_some_and(|first| self.sieve.passes_front(first.folded.as_bytes())) {
            return None;
        }
        let mut joined = String::new();
        for (n, piece) in (1..=MOST_PIECES).zip(pieces) {
            joined.push_str(piece.folded);
            match sorted::from(self.sorted, &joined).first() {
                Some((short, long)) if *short == joined => found = Some((long, n)),
                Some((short, _)) if short.starts_with(&joined) => {}
                _ => break,
            }
        }
        found
    }
}

/// The words run together: what names are compared by. OCR that splits or joins words does no harm here.
pub(crate) fn key(words: &[Word]) -> String {
    words.iter().map(|w| w.folded).collect()
}

/// Runs of letters and digits, without `và`.
pub(crate) fn split<'a>(plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
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
