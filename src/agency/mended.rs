//! A text as it must have been printed, and the way back to the text as it was read.

use std::ops::Range;

use super::misread::{Among, corrections};
use crate::text::Text;

/// A recognized text with its misread words mended.
#[derive(Debug)]
pub struct Mended {
    /// The words as they must have been printed.
    pub text: Text,
    edits: Vec<Edit>,
}

/// Where a mended word stands in either text.
#[derive(Debug)]
struct Edit {
    read: Range<usize>,
    printed: Range<usize>,
}

impl Mended {
    /// The words of names and cues that were misread, in order, each with how it must have been printed; all words of
    /// `names`, ranges in order, may be names.
    ///
    /// ```
    /// use kehoach::{agency::Mended, text::Text};
    /// let read = Text::new("Sở Nói vụ chủ tri, phôi hợp".into());
    /// let mended = Mended::by(&read, Mended::names(&read, &[0..14])).unwrap();
    /// assert_eq!(mended.text.plain(), "Sở Nội vụ chủ trì, phối hợp");
    /// let cue = mended.text.plain().find("phối").unwrap();
    /// assert_eq!(read.at(&mended.as_read(&(cue..mended.text.plain().len()))), "phôi hợp");
    /// ```
    pub fn names(read: &Text, names: &[Range<usize>]) -> Vec<(Range<usize>, String)> {
        let plain = read.plain();
        let mut parts = Vec::with_capacity(names.len() * 2 + 1);
        let mut done = 0;
        for name in names.iter().filter(|name| !name.is_empty()) {
            parts.push((done..name.start, Among::Text));
            parts.push((name.clone(), Among::Names));
            done = name.end;
        }
        parts.push((done..plain.len(), Among::Text));
        let words = parts.into_iter().flat_map(|(part, among)| {
            let start = part.start;
            let words = corrections(read.at(&part), among).into_iter();
            words.map(move |word| (start + word.range.start..start + word.range.end, word.printed))
        });
        words.collect()
    }

    /// Mends these words, in order, so that each is printed as it says. `None` where there are none.
    pub fn by(read: &Text, words: impl IntoIterator<Item = (Range<usize>, impl AsRef<str>)>) -> Option<Self> {
        let plain = read.plain();
        let (mut text, mut edits, mut done) = (String::with_capacity(plain.len() + 64), Vec::new(), 0);
        for (range, printed) in words {
            text.push_str(&plain[done..range.start]);
            let start = text.len();
            text.push_str(printed.as_ref());
            done = range.end;
            edits.push(Edit { read: range, printed: start..text.len() });
        }
        text.push_str(&plain[done..]);
        (!edits.is_empty()).then(|| Self { text: Text::new(text), edits })
    }

    /// A range of the text as it was read in the mended one.
    pub fn as_printed(&self, range: &Range<usize>) -> Range<usize> {
        let across = |at| self.across(at, |e| &e.read, |e| &e.printed);
        across(range.start)..across(range.end)
    }

    /// A range of the mended text in the one as it was read.
    pub fn as_read(&self, range: &Range<usize>) -> Range<usize> {
        let across = |at| self.across(at, |e| &e.printed, |e| &e.read);
        across(range.start)..across(range.end)
    }

    /// A place of one text in the other; one inside a mended word is at its end.
    fn across(&self, at: usize, from: fn(&Edit) -> &Range<usize>, to: fn(&Edit) -> &Range<usize>) -> usize {
        let before = self.edits.partition_point(|e| from(e).start < at);
        let Some(last) = before.checked_sub(1).and_then(|last| self.edits.get(last)) else { return at };
        to(last).end + at.saturating_sub(from(last).end)
    }
}
