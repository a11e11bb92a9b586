//! A text that knows where each of its characters came from.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

/// From byte `at` of the text on, characters come from byte `byte` of raw line `line` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Byte of the text.
    pub at: usize,
    /// Raw line, counted from 0.
    pub line: usize,
    /// Byte of the raw line.
    pub byte: usize,
}

/// A text with its way back to the source.
#[derive(Debug, Clone, Default)]
pub struct Mapped {
    text: String,
    /// One, but where words were changed or joined.
    origins: SmallVec<[Origin; 1]>,
}

impl Mapped {
    /// A raw line as it stands in the file.
    pub fn new(text: impl Into<String>, line: usize) -> Self {
        Self { text: text.into(), origins: smallvec![Origin { at: 0, line, byte: 0 }] }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The turning points of the way back, in order.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// The raw line and byte that byte `at` came from.
    pub fn origin(&self, at: usize) -> Option<(usize, usize)> {
        let i = self.origins.partition_point(|o| o.at <= at);
        let o = self.origins[..i].last()?;
        Some((o.line, o.byte + (at - o.at)))
    }

    /// Replaces ranges (in order, not overlapping) by other words; nothing happens when there are none.
    pub fn replace(&mut self, edits: &[(Range<usize>, &str)]) {
        if edits.is_empty() {
            return;
        }
        let mut new = Mapped { text: String::with_capacity(self.text.len()), origins: SmallVec::new() };
        let mut from = 0;
        for (range, words) in edits {
            new.append_slice(self, from..range.start);
            if !words.is_empty() {
                new.mark(self.origin(range.start));
                new.text.push_str(words);
            }
            from = range.end;
        }
        new.append_slice(self, from..self.text.len());
        *self = new;
    }

    /// The words of a range with their way back.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Mapped {
        let mut new = Mapped::default();
        new.append_slice(self, range);
        new
    }

    /// Without white space at either end.
    #[must_use]
    pub fn trimmed(&self) -> Mapped {
        self.slice(self.inner())
    }

    /// Takes white space off either end.
    #[must_use]
    pub fn trim(self) -> Mapped {
        if self.inner() == (0..self.text.len()) { self } else { self.trimmed() }
    }

    /// Adds the words without white space at either end to a text and its turning points; gives where they stand.
    pub fn trimmed_onto(&self, text: &mut String, origins: &mut Vec<Origin>) -> Range<usize> {
        let base = text.len();
        self.write(self.inner(), text, |origin| origins.push(origin));
        base..text.len()
    }

    /// What [`Self::trimmed`] leaves.
    fn inner(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        start..end.max(start)
    }

    /// Adds `other` behind `between`.
    pub fn join(&mut self, between: &str, other: &Mapped) {
        self.text.reserve(between.len() + other.text.len());
        self.text.push_str(between);
        self.append_slice(other, 0..other.text.len());
    }

    fn append_slice(&mut self, other: &Mapped, range: Range<usize>) {
        other.write(range, &mut self.text, |origin| self.origins.push(origin));
    }

    fn write(&self, range: Range<usize>, text: &mut String, mut turn: impl FnMut(Origin)) {
        if range.is_empty() {
            return;
        }
        let base = text.len();
        let first = self.origins.partition_point(|o| o.at <= range.start);
        if let Some(o) = self.origins[..first].last() {
            turn(Origin { at: base, line: o.line, byte: o.byte + (range.start - o.at) });
        }
        for o in self.origins[first..].iter().take_while(|o| o.at < range.end) {
            turn(Origin { at: base + o.at - range.start, ..*o });
        }
        text.push_str(&self.text[range]);
    }

    fn mark(&mut self, origin: Option<(usize, usize)>) {
        if let Some((line, byte)) = origin {
            self.origins.push(Origin { at: self.text.len(), line, byte });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_survives_edits_slices_and_joins() {
        let mut m = Mapped::new("**Sở Y tế** chủ trì", 7);
        m.replace(&[(0..2, ""), ("**Sở Y tế".len().."**Sở Y tế**".len(), "")]);
        assert_eq!(m.as_str(), "Sở Y tế chủ trì");
        let at = m.as_str().find("chủ").unwrap();
        assert_eq!(m.origin(at), Some((7, "**Sở Y tế** ".len())));
        let mut tail = m.slice(at..m.as_str().len());
        tail.join(" ", &Mapped::new("thực hiện", 8));
        assert_eq!(tail.as_str(), "chủ trì thực hiện");
        assert_eq!(tail.origin("chủ trì ".len()), Some((8, 0)));
    }
}
