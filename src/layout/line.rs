//! What layout works on: physical lines, rows of cells, and the breaks between cells of a flattened table.

use crate::{
    ingest::{Flow, RawKind},
    normalize::{Mapped, NormalLine},
};

/// One thing that stands in the file below another.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A line of words.
    Line(Line),
    /// A row of a table.
    Row(Vec<Mapped>),
    /// Words before and after stand in different cells of a layout table.
    Break,
}

impl Item {
    /// The line of the file that the item begins on.
    pub(super) fn raw_line(&self) -> Option<usize> {
        match self {
            Self::Line(line) => line.text.origin(0).map(|(line, _)| line),
            Self::Row(cells) => cells.iter().find_map(|c| c.origin(0).map(|(line, _)| line)),
            Self::Break => None,
        }
    }
}

/// A physical line with words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// What the file says it is.
    pub(super) kind: RawKind,
    /// The words without outer white space; inner runs of blanks still tell columns.
    pub(super) text: Mapped,
    /// How far the line is indented, in characters.
    pub(super) indent: usize,
    /// An empty line stands before it.
    pub(super) blank_before: bool,
    /// The next line goes on with the same paragraph, whatever it looks like.
    pub(super) glued: bool,
    /// What the reader of the file knows of where the paragraph ends.
    pub(super) flow: Flow,
    /// A page ends before it.
    pub(super) opens_page: bool,
}

impl Line {
    /// A line of which nothing but its words is known.
    pub(super) fn plain(text: Mapped) -> Self {
        Self {
            kind: RawKind::Line,
            text,
            indent: 0,
            blank_before: false,
            glued: false,
            flow: Flow::Unknown,
            opens_page: false,
        }
    }

    /// Takes the line out of its place; nobody looks there again.
    pub(super) fn take(&mut self) -> Line {
        Line { text: std::mem::take(&mut self.text), ..*self }
    }

    pub(super) fn words(&self) -> &str {
        self.text.as_str()
    }

    /// How wide the last printed line of the words is, in characters: of joined lines, what stands behind the last join.
    pub(super) fn last_width(&self) -> usize {
        let words = self.words();
        let last = self.text.origin(words.len()).map(|(line, _)| line);
        let same = |i: usize| self.text.origin(i).map(|(line, _)| line) == last;
        let from = words.char_indices().map(|(i, _)| i).find(|&i| same(i)).unwrap_or(0);
        words[from..].chars().count()
    }

    /// A line split off from another at columns.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Line {
        Line {
            kind: self.kind,
            text: self.text.slice(range).trim(),
            indent: self.indent,
            blank_before: self.blank_before,
            glued: false,
            flow: Flow::Unknown,
            opens_page: self.opens_page,
        }
    }
}

/// Lines with words; empty lines live on as `blank_before`.
pub(super) fn lines(normal: Vec<NormalLine>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(normal.len());
    let (mut blank_before, mut page) = (false, false);
    let mut normal = normal.into_iter().peekable();
    // the cells of the row right above
    let mut above = 0;
    while let Some(NormalLine { text, kind, open_emphasis, flow, opens_page, .. }) = normal.next() {
        page |= opens_page;
        let words = text.as_str();
        if words.trim().is_empty() {
            (blank_before, above) = (true, 0);
            continue;
        }
        let indent = words.chars().take_while(|&c| c == ' ').count();
        let cells = cells(words);
        let mut below = || normal.peek().map_or(0, |next| cells_of_a_row(next.text.as_str()));
        // a row whose first cells are empty begins with tabs; a line that stands alone is indented by them
        let is_row =
            kind == RawKind::Row || cells_of_a_row(words) > 1 || cells > 2 && (above >= cells || below() >= cells);
        let text = if is_row { text } else { text.trim() };
        above = if is_row { cells } else { 0 };
        lines.push(Line { kind, text, indent, blank_before, glued: open_emphasis, flow, opens_page: page });
        blank_before = false;
        page = false;
    }
    lines
}

/// How many cells tabs make of a line; most have none.
fn cells(words: &str) -> usize {
    let first = memchr::memchr(b'\t', words.as_bytes());
    first.map_or(1, |at| memchr::memchr_iter(b'\t', &words.as_bytes()[at..]).count() + 1)
}

/// The same of a line that has tabs behind words; 1 of others.
fn cells_of_a_row(words: &str) -> usize {
    match cells(words) {
        cells if cells > 1 && words.trim_start().contains('\t') => cells,
        _ => 1,
    }
}
