//! How much of a text reads as Vietnamese.

use crate::lexicon::syllables::is_syllable;

/// Words with letters beyond ASCII, and how many of them are Vietnamese syllables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Score {
    pub(super) marked: usize,
    pub(super) read: usize,
}

/// So many marked words tell enough.
const ENOUGH: usize = 4000;

impl Score {
    /// Reads the first marked words of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut score = Self::default();
        for word in text.split(parts_words).filter(|w| !w.is_ascii()) {
            let word = word.trim_matches(|c: char| is_sign(c));
            if word.is_ascii() {
                continue;
            }
            score.marked += 1;
            score.read += usize::from(is_syllable(word));
            if score.marked == ENOUGH {
                break;
            }
        }
        score
    }

    /// The share of marked words that are syllables.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn share(self) -> f64 {
        if self.marked == 0 { 0.0 } else { self.read as f64 / self.marked as f64 }
    }

    /// Reads as Vietnamese beyond doubt.
    pub(super) fn is_sure(self) -> bool {
        self.marked >= 8 && self.share() >= 0.85
    }
}

/// Not so the signs that wrong decodings put inside words: `ho¹ch`.
fn parts_words(c: char) -> bool {
    (c.is_ascii() && !c.is_ascii_alphabetic()) || c.is_whitespace() || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}')
}

/// Signs that stand beside words in good text, too.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '\u{ab}' | '\u{bb}' | '\u{b0}' | '\u{b7}' | '\u{a7}' | '\u{f0a7}' | '\u{f0b7}' | '\u{25aa}'
            ..='\u{25ff}' | '\u{2713}'
    )
}
