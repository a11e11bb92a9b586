//! The text as it grows, line by line.

use std::ops::Range;

use super::{Layout, LineKind, LogicalLine, Notice};
use crate::{
    model::Severity,
    normalize::{Mapped, Origin},
    text::Text,
};

#[derive(Debug, Default)]
pub(super) struct Sheet {
    text: String,
    lines: Vec<LogicalLine>,
    origins: Vec<Origin>,
    notices: Vec<Notice>,
}

impl Sheet {
    /// Adds a line; runs of blanks become one.
    pub(super) fn line(&mut self, kind: LineKind, words: &Mapped) {
        let range = self.put(words);
        if range.is_empty() {
            return;
        }
        self.text.push('\n');
        self.lines.push(LogicalLine { kind, range, cells: Vec::new(), mark: 0..0 });
    }

    /// Adds a row, its cells parted by one tab.
    pub(super) fn row(&mut self, cells: &[Mapped]) {
        let start = self.text.len();
        let mut ranges = Vec::with_capacity(cells.len());
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.text.push('\t');
            }
            ranges.push(self.put(cell));
        }
        let range = start..self.text.len();
        self.text.push('\n');
        self.lines.push(LogicalLine { kind: LineKind::Row, range, cells: ranges, mark: 0..0 });
    }

    /// Adds the body of a footnote, its mark at the start.
    pub(super) fn footnote(&mut self, mark: &str, words: &Mapped) {
        self.line(LineKind::Footnote, words);
        if let Some(line) = self.lines.last_mut() {
            line.mark = line.range.start..(line.range.start + mark.len()).min(line.range.end);
        }
    }

    pub(super) fn notice(&mut self, severity: Severity, code: &'static str, message: String) {
        self.notices.push(Notice { severity, code, message, range: None });
    }

    /// The kind of the last line.
    pub(super) fn last(&self) -> Option<LineKind> {
        self.lines.last().map(|l| l.kind)
    }

    /// The words of the last line.
    pub(super) fn last_words(&self) -> &str {
        self.lines.last().map_or("", |l| &self.text[l.range.clone()])
    }

    fn put(&mut self, words: &Mapped) -> Range<usize> {
        let text = words.as_str();
        if !text.contains('\t') && !text.contains("  ") {
            return words.trimmed_onto(&mut self.text, &mut self.origins);
        }
        let mut words = words.trimmed();
        let bytes = words.as_str().as_bytes();
        let extra: Vec<_> = (1..bytes.len())
            .filter(|&i| matches!(bytes[i], b' ' | b'\t') && matches!(bytes[i - 1], b' ' | b'\t'))
            .map(|i| (i..i + 1, ""))
            .chain(
                (0..bytes.len())
                    .filter(|&i| bytes[i] == b'\t' && !(i > 0 && matches!(bytes[i - 1], b' ' | b'\t')))
                    .map(|i| (i..i + 1, " ")),
            )
            .collect();
        if !extra.is_empty() {
            let mut extra = extra;
            extra.sort_by_key(|(r, _)| r.start);
            words.replace(&extra);
        }
        words.trimmed_onto(&mut self.text, &mut self.origins)
    }

    pub(super) fn finish(mut self) -> Layout {
        if self.text.ends_with('\n') {
            self.text.pop();
        }
        let Self { text, lines, origins, notices } = self;
        Layout { text: Text::new(text), lines, origins, notices, recognized: false }
    }
}
