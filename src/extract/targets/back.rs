//! Reads folded text from right to left: the words before a figure, nearest first.

use crate::text::{letters::is_alphanumeric, words::List};

/// `before` without `word` at its end, when that is a whole word (or several); blanks after it do not count.
#[inline]
pub(super) fn strip<'a>(before: &'a str, word: &str) -> Option<&'a str> {
    strip_any(before, &[word])
}

/// Does `before` end with one of `words`?
pub(super) fn ends(before: &str, words: &(impl List + ?Sized)) -> bool {
    strip_any(before, words).is_some()
}

/// `before` without the first of `words` that it ends with.
pub(super) fn strip_any<'a>(before: &'a str, words: &(impl List + ?Sized)) -> Option<&'a str> {
    let before = before.trim_end_matches(' ');
    words.backs(before).find_map(|(_, word)| without_end(before, word))
}

/// `before` without the longest of `words` that it ends with.
pub(super) fn strip_longest<'a>(before: &'a str, words: &(impl List + ?Sized)) -> Option<&'a str> {
    let before = before.trim_end_matches(' ');
    words.backs(before).filter_map(|(_, word)| without_end(before, word)).min_by_key(|rest| rest.len())
}

/// `before` without `word`, which ends it, when no letter stands before the word.
pub(super) fn without_end<'a>(before: &'a str, word: &str) -> Option<&'a str> {
    let rest = &before[..before.len() - word.len()];
    (!rest.ends_with(is_alphanumeric)).then_some(rest)
}

/// Does `after` begin with one of `words`, blanks before it aside?
pub(super) fn begins(after: &str, words: &(impl List + ?Sized)) -> bool {
    strip_front_any(after, words).is_some()
}

/// `after` without the first of `words` that it begins with.
pub(super) fn strip_front_any<'a>(after: &'a str, words: &(impl List + ?Sized)) -> Option<&'a str> {
    let after = after.trim_start_matches(' ');
    words.fronts(after).find_map(|(_, word)| without_start(after, word))
}

/// `after` without the longest of `words` that it begins with.
pub(super) fn strip_longest_front<'a>(after: &'a str, words: &(impl List + ?Sized)) -> Option<&'a str> {
    let after = after.trim_start_matches(' ');
    words.fronts(after).filter_map(|(_, word)| without_start(after, word)).min_by_key(|rest| rest.len())
}

/// `after` without `word`, which begins it, when no letter follows the word.
pub(super) fn without_start<'a>(after: &'a str, word: &str) -> Option<&'a str> {
    let rest = &after[word.len()..];
    (!rest.starts_with(is_alphanumeric)).then_some(rest)
}

/// The first byte from `at` on that is no blank.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches(' ').len()
}

/// A range of `text`; empty where the range is none of it. Ends that are worked out one from another may cross.
pub(super) fn cut(text: &str, range: impl std::slice::SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}

/// The last `most` bytes of `text`, on a character boundary: enough to judge by, whatever the length of the passage.
pub(super) fn tail(text: &str, most: usize) -> &str {
    let start = text.ceil_char_boundary_at(text.len().saturating_sub(most));
    &text[start..]
}

/// The first `most` bytes of `text`, on a character boundary.
pub(super) fn head(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

trait Boundary {
    fn ceil_char_boundary_at(&self, at: usize) -> usize;
}

impl Boundary for str {
    fn ceil_char_boundary_at(&self, mut at: usize) -> usize {
        while !self.is_char_boundary(at) {
            at += 1;
        }
        at
    }
}
