//! The words of a text, found once for all that look for phrases in it.

use std::ops::Range;

use super::letters::next_word;

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    start: u32,
    end: u32,
    mesh: u16,
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

/// All words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        at = word.end;
        // a text of more than 4 GB is nowhere let in
        let (Ok(start), Ok(end)) = (u32::try_from(word.start), u32::try_from(word.end)) else { break };
        let mesh = u16::try_from(mesh(text[word].as_bytes())).unwrap_or_default();
        tokens.push(Token { start, end, mesh });
    }
    tokens
}

/// Gives the words of a stretch of text one by one, each with its mesh.
#[derive(Debug, Clone)]
pub enum Walk<'t> {
    /// They are read as they are asked for.
    Read,
    /// They are known: those from the stretch's first on, and where the stretch begins.
    Known(&'t [Token], usize),
}

impl<'t> Walk<'t> {
    pub(super) fn known(tokens: &'t [Token], start: usize) -> Self {
        let first = tokens.partition_point(|token| token.end as usize <= start);
        Self::Known(&tokens[first..], start)
    }

    /// The next word from byte `at` of the stretch on.
    #[inline]
    pub fn next(&mut self, stretch: &str, at: usize) -> Option<(Range<usize>, usize)> {
        let Self::Known(tokens, base) = self else {
            return next_word(stretch, at).map(|word| (word.clone(), mesh(stretch[word].as_bytes())));
        };
        loop {
            let (token, rest) = tokens.split_first()?;
            let (start, end) = ((token.start as usize).saturating_sub(*base), token.end as usize - *base);
            if start >= stretch.len() {
                return None;
            }
            *tokens = rest;
            if end <= at {
                continue;
            }
            // a stretch may begin or end inside a word
            if end > stretch.len() || (token.start as usize) < *base {
                let cut = start..end.min(stretch.len());
                return Some((cut.clone(), mesh(stretch[cut].as_bytes())));
            }
            return Some((start..end, usize::from(token.mesh)));
        }
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
                let words = |mut walk: Walk| {
                    let mut at = 0;
                    let mut words = Vec::new();
                    while let Some((word, mesh)) = walk.next(stretch, at) {
                        at = word.end;
                        words.push((word, mesh));
                    }
                    words
                };
                assert_eq!(words(Walk::known(&all, start)), words(Walk::Read), "{stretch:?}");
            }
        }
    }
}
