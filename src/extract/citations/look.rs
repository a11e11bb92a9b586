//! Looking at what stands at one place of a text, without reading far.

use std::ops::Range;

use crate::lexicon::document_types::{self, DocumentType};

/// About `most` bytes from `at`, on character boundaries.
pub(super) fn window(text: &str, mut at: usize, most: usize) -> Range<usize> {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut limit = (at + most).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    at..limit.max(at)
}

/// Does `text` start with one of `words`, whole?
pub(super) fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.strip_prefix(w).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// The type of document whose name begins a folded text.
pub(super) fn begins_type(folded: &str) -> Option<&'static DocumentType> {
    let beginning = &folded[window(folded, 0, 64)];
    document_types::names().find_iter(beginning).next().filter(|(range, _)| range.start == 0).map(|(_, t)| *t)
}
