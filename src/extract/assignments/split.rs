//! The sentences of a passage.

use std::ops::Range;

use super::{cues, subjects::start};
use crate::{
    agency::{Extent, Reader},
    lexicon::agency_words::Kinds,
};

/// The sentences of a passage, bytes; `;` parts them too.
pub(super) fn sentences(reader: &Reader) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    let bytes = reader.folded.as_bytes();
    for (index, byte) in reader.folded.bytes().enumerate() {
        let ends = match byte {
            b'(' => {
                depth += 1;
                false
            }
            b')' => {
                depth = (depth - 1).max(0);
                false
            }
            b'\n' => {
                depth = 0;
                true
            }
            b';' => depth == 0,
            b'.' => depth == 0 && full_stop(reader, index, bytes.get(index + 1)),
            _ => false,
        };
        if ends {
            sentences.push(start..index + 1);
            start = index + 1;
        }
    }
    if start < reader.folded.len() {
        sentences.push(start..reader.folded.len());
    }
    join_lists(reader, sentences)
}

/// `Giám đốc Sở A; Thủ trưởng các sở; Chủ tịch UBND các xã chịu trách nhiệm`: marks inside one list part no sentences.
fn join_lists(reader: &Reader, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    // how far the list reaches that opens the last sentence
    let mut reach = 0;
    for sentence in sentences {
        if let Some(last) = joined.last_mut().filter(|_| sentence.start < reach) {
            last.end = sentence.end;
            continue;
        }
        reach = if reader.folded[..sentence.end].ends_with(';') { list_over(reader, &sentence) } else { 0 };
        joined.push(sentence);
    }
    joined
}

/// Clauses of a sentence in which a list may begin that its mark does not end.
const CLAUSES: usize = 6;

/// Where a list ends that goes on after the `;` of the sentence and whose duty follows it; 0 without one.
fn list_over(reader: &Reader, sentence: &Range<usize>) -> usize {
    let opening = start(reader, sentence);
    let order = reader.kind(opening, Kinds::ORDER).map(|o| o.range.end);
    let words = reader.folded.get(opening..sentence.end).unwrap_or_default();
    let clauses = words.match_indices(", ").map(|(i, m)| opening + i + m.len()).take(CLAUSES);
    for at in [opening].into_iter().chain(order).chain(clauses) {
        let at = reader.kind(at, Kinds::ORDER).map_or(at, |o| o.range.end);
        let Some(list) = reader.list_at(at, Extent::Clause) else { continue };
        let one = !reader.folded[list.range.clone()].contains('\n');
        let colon = reader.rest(reader.blanks(list.range.end)).starts_with(':');
        if list.range.end > sentence.end && one && (colon || cues::duty_follows(reader, list.range.end)) {
            return list.range.end;
        }
    }
    0
}

/// For each of `sentences`: where the sentence that it is a part of ends, up to its full stop.
pub(super) fn full_ends(reader: &Reader, sentences: &[Range<usize>]) -> Vec<usize> {
    let mut ends = vec![0; sentences.len()];
    let mut full = reader.folded.len();
    for (end, sentence) in ends.iter_mut().zip(sentences).rev() {
        if !reader.folded[..sentence.end].ends_with(';') {
            full = sentence.end;
        }
        *end = full;
    }
    ends
}

/// A full stop before a blank and a capital; `TP. Huế` and `1. Sở` have none.
fn full_stop(reader: &Reader, index: usize, next: Option<&u8>) -> bool {
    if !matches!(next, None | Some(b' ')) {
        return false;
    }
    let before = &reader.folded[..index];
    let short = ["tp", "tt", "q", "p", "ths", "ts", "pgs", "gs", "st", "v.v"];
    let last = before.rsplit([' ', ',', '(']).next().unwrap_or_default();
    !short.contains(&last)
}
