//! The rows of a table: from number to number, page by page.

use std::{iter, ops::Range};

use super::{
    cuts::Cut,
    look::{self, Bit, Look},
};
use crate::{
    layout::{
        line::Line,
        shapes::is_capitals,
        stacked::{ends_table, numbers},
        tables::is_number_column,
    },
    normalize::Mapped,
};

/// A row with more lines is none.
const TALLEST: usize = 120;
/// Nor is one with more bits: all ways to cut it are too many to try.
const MOST_BITS: usize = 600;

/// How long the number of a row is that the line begins with: the whole line, or before words in large letters.
pub(super) fn label(line: &Line, last: Option<&str>) -> Option<usize> {
    let words = line.words();
    if numbers(words, last) {
        return Some(words.len());
    }
    let (first, rest) = words.split_once(' ')?;
    (numbers(first, last) && rest.starts_with(char::is_uppercase)).then_some(first.len())
}

/// How a number of a row is printed.
#[derive(Clone, Copy)]
struct Form {
    group: bool,
    dotted: bool,
    /// Words in capitals stand behind it.
    capitals: bool,
}

impl Form {
    fn of(line: &Line, length: usize) -> Self {
        let words = line.words();
        Self {
            group: !words.starts_with(|c: char| c.is_ascii_digit()),
            dotted: words[..length].ends_with(['.', ')']),
            capitals: is_capitals(&words[length..]),
        }
    }

    /// Is it printed like others of its kind?
    fn is_one_of(self, forms: &[Self]) -> bool {
        let mut same = forms.iter().filter(|form| form.group == self.group).peekable();
        let fits = |form: &Self| form.dotted == self.dotted && (form.capitals || !self.capitals);
        same.peek().is_none_or(|first| fits(first)) && (same.peek().is_some() || !self.capitals)
    }
}

/// The lines of a row.
pub(super) struct Span {
    /// The line that begins with its number, and how long that is.
    pub(super) at: usize,
    length: usize,
    /// Behind its last line.
    end: usize,
    /// It names a group of rows.
    pub(super) group: bool,
    /// The last row of the table, which no number ends.
    pub(super) last: bool,
}

/// The rows from the first number on, which stands at `first`.
pub(super) fn spans(lines: &[Line], first: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut at = first;
    let mut last: Option<&str> = None;
    while let Some(length) = lines.get(at).and_then(|l| label(l, last)) {
        let words = &lines[at].words()[..length];
        let form = Form::of(&lines[at], length);
        forms.push(form);
        let below = at + 1..lines.len().min(at + TALLEST);
        let numbered = below.clone().find_map(|i| Some(i).zip(label(&lines[i], Some(words))));
        // a heading behind the table may go on with its numbers
        let next = numbered.filter(|&(i, length)| Form::of(&lines[i], length).is_one_of(&forms)).map(|(i, _)| i);
        let ends = || below.clone().find(|&i| ends_table(&lines[i], i == at + 1) || is_number_column(lines[i].words()));
        let end = next.or_else(ends).or(numbered.map(|(i, _)| i)).unwrap_or(below.end);
        spans.push(Span { at, length, end, group: form.group, last: next.is_none() });
        last = Some(words);
        at = next.unwrap_or(lines.len());
    }
    spans
}

/// A row, its lines cut into bits.
pub(super) struct Row {
    pub(super) span: Span,
    number: Mapped,
    pub(super) bits: Vec<Bit>,
    /// What they look like, when there are no more than a row has.
    pub(super) looks: Vec<Look>,
    /// Bits of one page each.
    pub(super) pieces: Vec<Range<usize>>,
}

impl Row {
    pub(super) fn of(span: Span, lines: &[Line], names: &[Line]) -> Self {
        let line = &lines[span.at];
        let mut row = Self {
            number: line.text.slice(0..span.length),
            bits: look::bits(&line.part(span.length..line.words().len()), span.at),
            looks: Vec::new(),
            pieces: Vec::new(),
            span,
        };
        row.take(lines, names);
        if row.bits.len() <= MOST_BITS {
            let looks = |piece: &Range<usize>| {
                let page = &row.bits[piece.clone()];
                (0..page.len()).map(|at| Look::of(page, at)).collect::<Vec<_>>()
            };
            row.looks = row.pieces.iter().flat_map(looks).collect();
        }
        row
    }

    /// Takes in the lines below the number, without names of columns that stand there again.
    fn take(&mut self, lines: &[Line], names: &[Line]) {
        let mut start = 0;
        let mut at = self.span.at + 1;
        let end = self.span.end;
        while at < end {
            let again = lines[at..end].iter().zip(names).take_while(|(a, b)| a.words() == b.words()).count();
            let turned = again == names.len();
            if turned {
                at += again;
            }
            if (turned || lines[at].opens_page) && self.bits.len() > start {
                self.pieces.push(start..self.bits.len());
                start = self.bits.len();
            }
            if at < end {
                self.bits.extend(look::bits(&lines[at], at));
                at += 1;
            }
        }
        if self.bits.len() > start {
            self.pieces.push(start..self.bits.len());
        }
    }

    /// How many lines of the table end with so many bits.
    pub(super) fn lines_to(&self, bits: usize) -> usize {
        bits.checked_sub(1).map_or(self.span.at + 1, |last| self.bits[last].line + 1)
    }

    fn joined(&self, ranges: &[Range<usize>]) -> Mapped {
        let mut cell = Mapped::default();
        for bit in ranges.iter().flat_map(|range| &self.bits[range.clone()]) {
            cell.join(if cell.as_str().is_empty() { "" } else { " " }, &bit.text);
        }
        cell
    }

    /// The cells of the row; of a doubtful one, its number and all its words.
    pub(super) fn write(&self, cut: &Cut) -> Vec<Mapped> {
        let number = iter::once(self.number.clone());
        if cut.is_doubtful() {
            return number.chain([self.joined(&self.pieces)]).collect();
        }
        number.chain(cut.cells.iter().map(|cell| self.joined(cell))).collect()
    }
}
