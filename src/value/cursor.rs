//! Reads folded text from left to right: a word, a number, white space. Nothing here allocates.

use crate::text::{
    begins,
    letters::is_alphanumeric,
    words::{Keyed, List},
};

/// A place in a folded text.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at byte `at` of `text` (a character boundary).
    #[inline]
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The byte offset of the place.
    #[inline]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The text from here on.
    #[inline]
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Moves to byte `at`.
    #[inline]
    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    /// Steps over blanks (not over a tab or a line feed).
    #[inline]
    pub fn blanks(&mut self) -> &mut Self {
        let rest = self.rest();
        self.at += rest.bytes().take_while(|&b| b == b' ').count();
        self
    }

    /// Takes `literal`, whatever follows it.
    #[inline]
    pub fn literal(&mut self, literal: &str) -> bool {
        let there = begins(self.rest(), literal);
        if there {
            self.at += literal.len();
        }
        there
    }

    /// Takes `word` (one or more words) when no letter or digit follows it.
    #[inline]
    pub fn word(&mut self, word: &str) -> bool {
        let rest = self.rest();
        let there = begins(rest, word) && !rest[word.len()..].starts_with(is_alphanumeric);
        if there {
            self.at += word.len();
        }
        there
    }

    /// Takes the first of `words` that is there.
    pub fn any(&mut self, words: &(impl List + ?Sized)) -> Option<usize> {
        let rest = self.rest();
        let (n, word) = words.fronts(rest).find(|(_, word)| !rest[word.len()..].starts_with(is_alphanumeric))?;
        self.at += word.len();
        Some(n)
    }

    /// Takes the first of `words` that is there, and gives what it stands for.
    pub fn keyed<T>(&mut self, words: &Keyed<T>) -> Option<&'static T> {
        let rest = self.rest();
        let (word, key) = words.fronts(rest).find(|(word, _)| !rest[word.len()..].starts_with(is_alphanumeric))?;
        self.at += word.len();
        Some(key)
    }

    /// Takes a run of ASCII digits; its value and how many digits there were.
    #[inline]
    pub fn digits(&mut self) -> Option<(u32, usize)> {
        let rest = self.rest();
        let n = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest.get(..n)?.parse().ok()?;
        self.at += n;
        Some((value, n))
    }

    /// Takes a run of at most `most` digits that no further digit follows.
    #[inline]
    pub fn number(&mut self, most: usize) -> Option<u32> {
        let start = self.at;
        match self.digits() {
            Some((value, n)) if n <= most => Some(value),
            _ => {
                self.at = start;
                None
            }
        }
    }

    /// Takes a number of at most `most` figures of which a scan misread some (`3l`, `l5`, `1O`), at least one being
    /// right.
    pub fn misread_number(&mut self, most: usize) -> Option<u32> {
        let rest = self.rest();
        let figure = |b: &u8| b.is_ascii_digit() || matches!(b, b'l' | b'i' | b'o');
        let n = rest.bytes().take_while(figure).count();
        let token = rest.get(..n).filter(|t| (1..=most).contains(&t.len()) && t.bytes().any(|b| b.is_ascii_digit()))?;
        let more = rest.get(n..)?.starts_with(is_alphanumeric);
        let value = token.bytes().try_fold(0_u32, |value, b| {
            let figure = match b {
                b'l' | b'i' => 1,
                b'o' => 0,
                _ => u32::from(b - b'0'),
            };
            Some(value * 10 + figure)
        });
        if more {
            return None;
        }
        self.at += n;
        value
    }

    /// Takes what joins the items of a list: a comma, `và`, or both.
    pub fn joint(&mut self) -> bool {
        self.blanks().literal(",") | self.blanks().word("và")
    }

    /// Takes a hyphen or a dash.
    pub fn dash(&mut self) -> bool {
        ["-", "–", "—", "‑", "−"].iter().any(|d| self.literal(d))
    }

    /// Is the text before the place no letter or digit?
    pub fn at_word_start(&self) -> bool {
        !self.text[..self.at].ends_with(is_alphanumeric)
    }
}
