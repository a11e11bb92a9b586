//! Bytes of the text become code points and places in the file.

use std::ops::Range;

use crate::{
    ingest::{Place, RawDocument, RawKind},
    layout::Layout,
    model::{Locator, Span},
    text::{STRETCH, count},
};

/// How far apart the known points are, in bytes.
const STEP: usize = 64;

/// Counts code points from known points on, so that no lookup reads more than a few bytes.
pub(super) struct Positions<'a> {
    raw: &'a RawDocument<'a>,
    layout: &'a Layout,
    /// Code points before each multiple of [`STEP`].
    counts: Vec<usize>,
    /// The line and byte asked for last, with the code points before it: the next is mostly further on.
    last: (usize, usize, usize),
}

impl<'a> Positions<'a> {
    pub(super) fn new(raw: &'a RawDocument<'a>, layout: &'a Layout) -> Self {
        let mut counts = Vec::with_capacity(layout.text.plain().len() / STEP + 2);
        let mut count = 0;
        for chunk in layout.text.plain().as_bytes().chunks(STEP) {
            counts.push(count);
            count += starts(chunk);
        }
        counts.push(count);
        Self { raw, layout, counts, last: (0, 0, 0) }
    }

    fn point(&self, byte: usize) -> usize {
        let bytes = self.layout.text.plain().as_bytes();
        let known = byte / STEP;
        self.counts[known.min(self.counts.len() - 1)] + starts(&bytes[(known * STEP).min(byte)..byte])
    }

    pub(super) fn span(&mut self, range: &Range<usize>) -> Span {
        Span { start: self.point(range.start), end: self.point(range.end) }
    }

    /// Where the byte stands in the file.
    pub(super) fn locator(&mut self, byte: usize) -> Locator {
        let at = self.layout.origins.partition_point(|o| o.at <= byte);
        let Some(origin) = self.layout.origins[..at].last() else { return Locator::default() };
        let Some(line) = self.raw.lines.get(origin.line) else { return Locator::default() };
        let byte = (origin.byte + (byte - origin.at)).min(line.text.len());
        let mut found = match &line.place {
            Place::Line => self.line_and_column(origin.line, byte),
            Place::Paragraph(n) => Locator { paragraph: Some(*n), ..Locator::default() },
            Place::Row { table, row } => Locator { table: Some(*table), row: Some(*row), ..Locator::default() },
            Place::Page { page, bbox } => Locator { page: Some(*page), bbox: *bbox, ..Locator::default() },
            Place::Element(element) => Locator { element: Some(element.to_string()), ..Locator::default() },
        };
        if line.kind == RawKind::Row {
            found.cell = Some(1 + line.text[..byte].matches('\t').count());
        }
        found
    }

    /// How certain the recognizer is of the least certain word in the range; `None` when none was recognized.
    pub(super) fn confidence(&self, range: &Range<usize>) -> Option<u8> {
        let origins = &self.layout.origins;
        let first = origins.partition_point(|o| o.at <= range.start).saturating_sub(1);
        let mut lowest = None;
        for (i, origin) in origins.iter().enumerate().skip(first).take_while(|(_, o)| o.at < range.end) {
            let end = origins.get(i + 1).map_or(range.end, |next| next.at.min(range.end));
            let Some(line) = self.raw.lines.get(origin.line) else { continue };
            let from = origin.byte + range.start.saturating_sub(origin.at);
            let to = origin.byte + end.saturating_sub(origin.at);
            let words = line.confidence.iter().filter(|c| c.bytes.start < to && c.bytes.end > from);
            lowest = words.map(|c| c.percent).chain(lowest).min();
        }
        lowest
    }

    fn line_and_column(&mut self, index: usize, column: usize) -> Locator {
        let (from, before) = match self.last {
            (line, byte, before) if line == index && byte <= column => (byte, before),
            _ => (0, 0),
        };
        let before = before + starts(&self.raw.lines[index].text.as_bytes()[from..column]);
        self.last = (index, column, before);
        Locator { line: Some(index + 1), column: Some(before + 1), ..Locator::default() }
    }
}

/// How many code points begin in these bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.chunks(STRETCH).map(|stretch| count(stretch, |byte| byte & 0xC0 != 0x80)).sum()
}
