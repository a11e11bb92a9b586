//! Rhythms that stand in a label, or that close the words of a figure: `giảm 5% số vụ mỗi năm`.

use super::{back, horizon, lead, reading::Reading, state::verb};
use crate::text::words::{Keyed, Words, words};

/// Words of a rhythm, and the base that they make.
pub(super) const RHYTHMS: &Keyed<&str> = &Keyed::of(&[
    ("mỗi năm", "năm"),
    ("hằng năm", "năm"),
    ("hàng năm", "năm"),
    ("một năm", "năm"),
    ("từng năm", "năm"),
    ("/năm", "năm"),
    ("/ năm", "năm"),
    ("mỗi quý", "quý"),
    ("hằng quý", "quý"),
    ("hàng quý", "quý"),
    ("/quý", "quý"),
    ("mỗi tháng", "tháng"),
    ("hằng tháng", "tháng"),
    ("hàng tháng", "tháng"),
    ("/tháng", "tháng"),
    ("mỗi ngày", "ngày"),
    ("mỗi tuần", "tuần"),
    ("hằng tuần", "tuần"),
    ("/tuần", "tuần"),
]);

/// Nouns that `hằng năm` tells apart from others.
const YEARLY_THINGS: &Words = &Words::of(&[
    "cây hàng năm",
    "cây hằng năm",
    "cây trồng hàng năm",
    "cây trồng hằng năm",
    "kế hoạch hằng năm",
    "kế hoạch hàng năm",
    "báo cáo hằng năm",
    "báo cáo hàng năm",
    "dự toán hằng năm",
    "dự toán hàng năm",
]);

/// Does the rhythm close the label (`Diện tích gieo trồng hằng năm`), or open it (`Bình quân mỗi năm kết nạp`)?
pub(super) fn heads(label: &str, rhythm: &str) -> bool {
    back::ends(label, &[rhythm]) || past_opening(label, &[rhythm]).is_some()
}

/// The words of a label behind the rhythm that opens it.
pub(super) fn past_opening<'l>(label: &'l str, rhythms: &[&str]) -> Option<&'l str> {
    let words = back::strip_front_any(label, &["phấn đấu"]).unwrap_or(label);
    let words = back::strip_front_any(words, &["bình quân", "trung bình"]).unwrap_or(words);
    let rest = back::strip_front_any(words, rhythms)?.trim_start();
    rest.starts_with(char::is_alphabetic).then_some(rest)
}

impl Reading<'_> {
    /// The rhythm that closes the words of figure `n`, which stand behind `closed`, and where it begins: `06 giải cấp
    /// huyện mỗi năm`, `giảm 5% số vụ hằng năm so với năm 2024`. Behind what is told of the things a share counts
    /// (`50% người dân được khám sức khỏe mỗi năm`) it says how often that is done.
    pub(super) fn closing_rhythm(&self, n: usize, closed: usize) -> Option<(&'static str, usize)> {
        let mut words = back::cut(self.folded, closed..self.ceiling(n)).trim_end_matches([' ', ',', '.']);
        let last = horizon::ending_at(&self.times, closed + words.len()).filter(|time| time.range.start >= closed);
        if let Some(time) = last {
            words = back::cut(self.folded, closed..time.range.start).trim_end();
        }
        let ends = |(word, _): &&(&str, &str)| !word.starts_with('/') && back::ends(words, &[word]);
        let (word, base) = RHYTHMS.iter().find(ends).filter(|_| !back::ends(words, YEARLY_THINGS))?;
        let told = || {
            let thing = words[..words.len() - word.len()].trim();
            thing.is_empty() || verb(thing).is_some() || !back::begins(thing, words!["số", "tổng số", "diện tích"])
        };
        let own = !self.figures[n].is_rate() || self.leads[n].direction.is_some() || !told();
        own.then_some((*base, closed + words.len() - word.len()))
    }

    /// Where the words behind share `n` end before such a rhythm.
    pub(super) fn before_rhythm(&self, n: usize) -> Option<usize> {
        if !self.figures[n].is_rate() || !self.is_rhythmic() {
            return None;
        }
        let end = self.figures[n].range.end;
        let closed = lead::after(self.folded, end).map_or(end, |(_, end)| end);
        self.closing_rhythm(n, closed).map(|(_, start)| start)
    }

    /// Does any word of a rhythm stand in the passage?
    pub(super) fn is_rhythmic(&self) -> bool {
        *self.rhythmic.get_or_init(|| RHYTHMS.within(self.folded))
    }
}
