//! Bodies by their number: `12 thôn`, `Trưởng 10 khu dân cư`, `7 Trạm Y tế xã`.

use super::reader::{Extent, Reader};
use crate::text::words::Words;

/// Bodies that are counted; people and things are, too, but they are not told to act.
const COUNTED: &Words = &Words::of(&[
    "thôn",
    "bản",
    "ấp",
    "buôn",
    "xóm",
    "khóm",
    "làng",
    "khu phố",
    "khu dân cư",
    "tổ dân phố",
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "quận",
    "tỉnh",
    "trường",
    "trạm y tế",
    "trung tâm y tế",
    "chi bộ",
    "đảng bộ",
    "chi đoàn",
    "chi hội",
    "phòng",
    "sở",
    "bộ",
    "cơ quan",
]);

impl Reader<'_> {
    /// `12 thôn`: where the number before a kind of body ends.
    pub(crate) fn number_of_bodies(&self, at: usize) -> Option<usize> {
        let end = self.word_end(at);
        let digits = end > at && end - at <= 3 && self.folded[at..end].bytes().all(|b| b.is_ascii_digit());
        let before = self.folded[..at].trim_end_matches([' ', ',']);
        let before = before.strip_suffix(" và").unwrap_or(before);
        // `số 12 xã …`, `Tổ dân phố 1, 2, 3 phường …`
        let other = ["số", "điều", "khoản", "tháng", "ngày", "quý", "năm", "lớp", "khu"];
        let counts = !other.iter().any(|o| before.ends_with(o)) && !before.ends_with(|c: char| c.is_ascii_digit());
        let body = self.blanks(end);
        (digits && counts && body > end && self.any(body, COUNTED).is_some() && self.lexeme(body).is_some())
            .then_some(body)
    }

    /// The bodies with their number; their end.
    pub(crate) fn counted(&self, at: usize, extent: Extent) -> Option<usize> {
        let body = self.number_of_bodies(at)?;
        self.inside(|| self.group(body, extent)).map(|group| group.end)
    }

    /// `Trưởng 10 khu dân cư`: whom as many bodies have; their end.
    pub(crate) fn heads_of_counted(&self, at: usize, extent: Extent) -> Option<usize> {
        let number = self.word(at, "trưởng").map(|end| self.blanks(end)).filter(|_| self.capital(at))?;
        self.counted(number, extent)
    }
}
