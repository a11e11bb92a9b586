//! The words that a law's name is looked up by. The build script sorts the names of the list by them.

use std::ops::Range;

use crate::text::letters::is_alphanumeric;

/// Words from byte `at` on, without commas and `và`, which officials add and leave out; ends at any other mark.
pub(crate) fn words(text: &str, at: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = at;
    let words = std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.len() - rest.trim_start_matches([' ', '(', ')', '"', '“', '”']).len();
        let rest = text.get(start..)?;
        let first = rest.chars().next()?;
        let n = if first.is_alphanumeric() {
            rest.find(|c: char| !(is_alphanumeric(c) || matches!(c, '/' | '&'))).unwrap_or(rest.len())
        } else if is_joint(rest.get(..first.len_utf8())?) {
            first.len_utf8()
        } else {
            return None;
        };
        at = start + n;
        Some((start..at, rest.get(..n)?))
    });
    words.filter(|(_, word)| !is_joint(word))
}

fn is_joint(word: &str) -> bool {
    matches!(word, "và" | "," | "&" | "-" | "–")
}
