//! Words of a line by where they stand on the page, in characters.

use std::ops::Range;

use crate::layout::{line::Line, tables::is_row_label};

/// A word and its place.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) bytes: Range<usize>,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Word {
    pub(super) fn middle(&self) -> usize {
        usize::midpoint(self.from, self.to)
    }
}

/// Words that single blanks part; two blanks or more part segments.
pub(super) type Segment = Vec<Word>;

/// The segments of a line; a row's number that begins before `numbers` is one of its own.
pub(super) fn segments(line: &Line, numbers: usize) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut blanks = 2;
    for (column, (byte, c)) in line.words().char_indices().enumerate() {
        if c == ' ' {
            blanks += 1;
            continue;
        }
        let from = line.indent + column;
        let end = byte + c.len_utf8();
        let word = || Word { text: c.to_string(), bytes: byte..end, from, to: from + 1 };
        match found.last_mut() {
            Some(segment) if blanks < 2 => match segment.last_mut() {
                Some(last) if blanks == 0 => {
                    last.text.push(c);
                    last.bytes.end = end;
                    last.to = from + 1;
                }
                _ => segment.push(word()),
            },
            _ => found.push(vec![word()]),
        }
        blanks = 0;
    }
    if let Some([label, _, ..]) = found.first().map(Vec::as_slice)
        && label.from < numbers
        && is_row_label(&label.text)
    {
        let rest = found[0].split_off(1);
        found.insert(1, rest);
    }
    found
}

/// The bytes of words that follow one another.
pub(super) fn bytes(words: &[Word]) -> Range<usize> {
    match words {
        [first, .., last] => first.bytes.start..last.bytes.end,
        [only] => only.bytes.clone(),
        [] => 0..0,
    }
}

/// From where to where words reach.
pub(super) fn reach(words: &[Word]) -> Range<usize> {
    words.first().map_or(0, |w| w.from)..words.last().map_or(0, |w| w.to)
}
