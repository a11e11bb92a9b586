//! Persons: `đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã` acts by the post, without one by name.

use super::reader::Reader;
use crate::lexicon::agency_words::Kinds;

impl Reader<'_> {
    /// `Nguyễn Văn A, Phó Chủ tịch UBND xã`: steps over a person's name that a post follows.
    pub(crate) fn past_person(&self, at: usize) -> usize {
        let mut end = at;
        for _ in 0..6 {
            let word = self.blanks(end);
            if self.kind(word, Kinds::POST).is_some() || !self.capital(word) {
                break;
            }
            end = self.word_end(word);
        }
        let mark = self.blanks(end);
        let next = match self.rest(mark).chars().next() {
            Some(',' | '-' | '–' | '—') => {
                self.blanks(mark + self.rest(mark).chars().next().map_or(0, char::len_utf8))
            }
            _ => mark,
        };
        if end > at && self.kind(next, Kinds::POST).is_some() { next } else { at }
    }

    /// A person's name of capital words that open no body; its end.
    pub(crate) fn person(&self, at: usize) -> Option<usize> {
        let mut end = at;
        for _ in 0..5 {
            let word = self.blanks(end);
            if !self.proper(word) || self.kind(word, Kinds::POST | Kinds::PLURAL).is_some() || self.name_begins(word) {
                break;
            }
            end = self.word_end(word);
        }
        let next = self.blanks(end);
        let body = self.kind(at, Kinds::BODY | Kinds::HEAD | Kinds::POST | Kinds::FIELD).is_some();
        (end > at && !body && !self.capital(next)).then_some(end)
    }
}
