//! What every reader yields.

use std::{borrow::Cow, ops::Range};

use super::Format;

/// The lines of a file as they stand in it, from top to bottom.
#[derive(Debug)]
pub struct RawDocument<'a> {
    /// What kind of file it was.
    pub format: Format,
    /// The encoding that was found, as named by WHATWG, or the name of an old Vietnamese one.
    pub encoding: &'static str,
    /// How many pages the file has, where it tells.
    pub pages: Option<usize>,
    /// The lines in order. Of plain text all of them, the empty ones too.
    pub lines: Vec<RawLine<'a>>,
    /// What a reader of the record should know.
    pub notices: Vec<Notice>,
}

/// A physical line of a text or a page, a paragraph, or a row of a table.
#[derive(Debug, Clone)]
pub struct RawLine<'a> {
    /// Its words. Of a row: the cells, parted by one tab, the paragraphs of a cell by a line feed.
    pub text: Cow<'a, str>,
    /// What the file says it is.
    pub kind: RawKind,
    /// Where it stands in the file.
    pub place: Place,
    /// How it stands to the next line.
    pub flow: Flow,
    /// A form feed stands before it: the line is the first of a page.
    pub opens_page: bool,
    /// How certain each word is, where the words were recognized from an image.
    pub confidence: Vec<Confidence>,
}

/// Whether the paragraph, or the row, of a line goes on in the next line, as far as its reader can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flow {
    /// The words must tell.
    #[default]
    Unknown,
    /// The line was broken where the next word would have fitted.
    Ends,
    /// The next word would not have fitted: the paragraph may go on.
    Filled,
    /// The next line goes on with the paragraph, a row of the next page with the row.
    GoesOn,
}

/// How certain a recognizer is of some words of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Confidence {
    /// The words, in bytes of the line.
    pub bytes: Range<usize>,
    /// Of 100.
    pub percent: u8,
}

/// What the file itself says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawKind {
    /// Words; whether they are a paragraph, a heading or part of a table, layout finds out.
    #[default]
    Line,
    /// A row of a table.
    Row,
    /// The body of a footnote, its mark in brackets in front: `[1] …`. The words it belongs to carry the same mark.
    Note,
}

/// Where a line stands in the original.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Place {
    /// A line of a text file: counted from its place among the lines.
    #[default]
    Line,
    /// A paragraph, counted from 1 through the document's body (Word).
    Paragraph(usize),
    /// A row of a table, both counted from 1 (Word).
    Row {
        /// Which table of the body.
        table: usize,
        /// Which of its rows.
        row: usize,
    },
    /// A page, counted from 1, and the box of the line on it in points from the page's top left corner
    /// (left, top, right, bottom), where known.
    Page {
        /// Which page.
        page: usize,
        /// The line's box.
        bbox: Option<[f32; 4]>,
    },
    /// An element of a web page, as a CSS selector from `body` on.
    Element(Box<str>),
}

/// Something that a reader left out, repaired or is not certain of.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The stable name of the kind of finding.
    pub code: &'static str,
    /// For a person.
    pub message: String,
}

impl<'a> RawLine<'a> {
    /// Words that stand at `place`.
    pub fn new(kind: RawKind, text: impl Into<Cow<'a, str>>, place: Place) -> Self {
        Self { text: text.into(), kind, place, flow: Flow::default(), opens_page: false, confidence: Vec::new() }
    }
}
