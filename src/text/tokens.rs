//! The words of a text, found once for all that look for phrases in it.

use std::ops::Range;

use super::{STRETCH, count, letters::next_word, stretches};

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    start: u32,
    end: u32,
    mesh: u16,
}

impl Token {
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How many meshes there are.
pub const MESHES: usize = 4096;

/// A cheap feature of a word, by which nearly all that begin no phrase fall through a sieve: its length and three of its
/// bytes.
#[inline]
pub const fn mesh(word: &[u8]) -> usize {
    let (first, third, last) = match *word {
        [] => return 0,
        [first, _, third, .., last] => (first, third, last),
        [first, _, third] => (first, third, third),
        [first, .., last] => (first, 0, last),
        [one] => (one, 0, one),
    };
    (first as usize ^ (third as usize) << 3 ^ (last as usize) << 5 ^ word.len() << 7) % MESHES
}

/// Where runs of ASCII digits begin in a text.
#[derive(Debug, Clone)]
pub(super) struct Figures(Vec<usize>);

impl Figures {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let opens = |at: &usize| bytes[*at].is_ascii_digit() && !bytes[..*at].last().is_some_and(u8::is_ascii_digit);
        let held = stretches(text).zip((0..).step_by(STRETCH)).filter(|(held, _)| count(held, u8::is_ascii_digit) > 0);
        Self(held.flat_map(|(held, start)| (start..start + held.len()).filter(opens)).collect())
    }

    /// Those in a range of the text, counted from its start.
    pub(super) fn within<'i>(&'i self, text: &str, range: &Range<usize>) -> impl Iterator<Item = usize> + use<'i> {
        let start = range.start;
        // a range may begin inside a run
        let opens = text[range.clone()].starts_with(|c: char| c.is_ascii_digit());
        let inside = self.0.partition_point(|&at| at <= start)..self.0.partition_point(|&at| at < range.end);
        opens.then_some(0).into_iter().chain(self.0[inside].iter().map(move |at| at - start))
    }
}

/// All words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        at = word.end;
        // a text of more than 4 GB is nowhere let in
        let (Ok(start), Ok(end)) = (u32::try_from(word.start), u32::try_from(word.end)) else { break };
        let mesh = u16::try_from(mesh(&text.as_bytes()[word])).unwrap_or_default();
        tokens.push(Token { start, end, mesh });
    }
    tokens
}

/// Gives the words of a stretch of text one by one, those whose mesh is looked for.
#[derive(Debug, Clone)]
pub struct Walk<'t> {
    tokens: &'t [Token],
    /// Where the stretch begins.
    base: usize,
}

impl<'t> Walk<'t> {
    /// The words of a range of the text that has these; `None` where it begins or ends inside a word.
    pub(super) fn of(tokens: &'t [Token], range: &Range<usize>) -> Option<Self> {
        let first = tokens.partition_point(|token| token.end as usize <= range.start);
        let tokens = &tokens[first..];
        // each word but the last has a gap behind it
        let most = tokens.len().min(range.len() / 2 + 1);
        let tokens = &tokens[..tokens[..most].partition_point(|token| (token.start as usize) < range.end)];
        let cut = tokens.first().is_some_and(|token| (token.start as usize) < range.start)
            || tokens.last().is_some_and(|token| token.end as usize > range.end);
        (!cut).then_some(Self { tokens, base: range.start })
    }

    /// The next word from byte `at` of the stretch on whose mesh is held, with its mesh.
    #[inline]
    pub fn next(&mut self, at: usize, held: impl Fn(usize) -> bool) -> Option<(Range<usize>, usize)> {
        let from = self.base + at;
        let next = self.tokens.iter().position(|t| held(usize::from(t.mesh)) && t.start as usize >= from)?;
        let Token { start, end, mesh } = self.tokens[next];
        self.tokens = &self.tokens[next + 1..];
        Some((start as usize - self.base..end as usize - self.base, usize::from(mesh)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_are_those_that_would_be_read() {
        let text = "số: 12/kh-ubnd; «ăn»×ở·đ\u{301}…ỹ thực hiện";
        let all = tokens(text);
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (n, &start) in bounds.iter().enumerate() {
            for &end in &bounds[n..] {
                let stretch = &text[start..end];
                let Some(mut walk) = Walk::of(&all, &(start..end)) else { continue };
                let mut at = 0;
                while let Some(word) = next_word(stretch, at) {
                    at = word.end;
                    assert_eq!(walk.next(word.start, |_| true).map(|(word, _)| word), Some(word), "{stretch:?}");
                }
                assert_eq!(walk.next(at, |_| true), None, "{stretch:?}");
            }
        }
    }
}
