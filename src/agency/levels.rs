//! Levels and provinces in a row after what belongs to them: `các cơ quan báo, đài Trung ương và Hà Nội`.

use super::reader::Reader;
use crate::lexicon::{agency_words::Kinds, provinces};

impl Reader<'_> {
    /// `Trung ương, địa phương, quân đội`, `Trung ương và Hà Nội`: levels and provinces in a row; their end.
    pub(crate) fn central(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let Some(next) = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"))
            else {
                return end;
            };
            let at = self.blanks(next);
            let level = self.kind(at, Kinds::QUALIFIER).filter(|q| !q.is(Kinds::STOP)).map(|q| q.range.end);
            match level.or_else(|| self.province(at)) {
                Some(further) => end = further,
                None => return end,
            }
        }
    }

    /// The name of a province without its kind at `at`: its end.
    pub(crate) fn province(&self, at: usize) -> Option<usize> {
        if !self.proper(at) || self.begins(at) {
            return None;
        }
        let end = self.place(self.folded[..at].trim_end().len());
        provinces::lookup(self.plain.get(at..end)?).map(|_| end)
    }
}
