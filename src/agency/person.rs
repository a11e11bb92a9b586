//! Persons: `đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã` acts by the post, without one by name.

use super::reader::Reader;
use crate::lexicon::agency_words::Kinds;

/// What a person is employed as, behind the name.
const STAFF: [&str; 2] = ["công chức", "cán bộ"];

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
        let named = end;
        let mark = self.blanks(end);
        let next = match self.rest(mark).chars().next() {
            Some(',' | '-' | '–' | '—') => {
                self.blanks(mark + self.rest(mark).chars().next().map_or(0, char::len_utf8))
            }
            // `đ/c Hà (Phó Hiệu trưởng)`
            Some('(') => mark + 1,
            _ => mark,
        };
        // `Bà Lê Thị Hoa - Công chức Văn hóa - Xã hội`
        let employed = || {
            let parted = self.rest(mark).starts_with([',', '-', '–', '—']);
            parted
                && self.person(at) == Some(named)
                && self.any(next, &STAFF).is_some()
                && self.kind(next, Kinds::HEAD | Kinds::OPEN).is_some()
        };
        if end > at && (self.kind(next, Kinds::POST).is_some() || employed()) { next } else { at }
    }

    /// Where the brackets end in which a post stands behind a person's name, perhaps before a second: `(Phó Chủ tịch UBND
    /// xã, Trưởng ban)`.
    pub(crate) fn in_brackets(&self, post: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 80;
        let more = self.folded[..post].ends_with('(').then(|| self.ahead(end, LONGEST))?;
        let close = more.find(')')?;
        let second = more.trim_start().starts_with([',', ';', '-', '–']) && !more[..close].contains('(');
        (close == 0 || second).then_some(end + close + 1)
    }

    /// `Thường trực theo dõi, đôn đốc`, `Thường trực tiếp nhận hồ sơ`: a verb before another one, no office.
    pub(crate) fn on_duty(&self, at: usize) -> bool {
        self.word(at, "thường trực").is_some_and(|end| {
            let next = self.blanks(end);
            let other = Kinds::NOUN | Kinds::QUALIFIER | Kinds::LINK | Kinds::ORDER;
            self.kind(next, Kinds::VERB | Kinds::ADVERB).is_some_and(|v| !v.is(other)) && !self.capital(next)
        })
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
