//! Rhythms that stand in a label, or that close the words of a figure: `giảm 5% số vụ mỗi năm`.

use super::{
    back,
    horizon::{self, TimeKind},
    lead,
    reading::Reading,
    state::verb,
};
use crate::text::{
    letters::is_alphanumeric,
    words::{Keyed, Words, words},
};

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
    ("hàng tuần", "tuần"),
    ("mỗi học kỳ", "học kỳ"),
    ("/học kỳ", "học kỳ"),
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
    let base = rhythm.starts_with('/') && label.trim_end().ends_with(rhythm);
    base || back::ends(label, &[rhythm]) || past_opening(label, &[rhythm]).is_some()
}

/// The words of a label behind the rhythm that opens it.
pub(super) fn past_opening<'l>(label: &'l str, rhythms: &[&str]) -> Option<&'l str> {
    let words = back::strip_front_any(label, &["phấn đấu"]).unwrap_or(label);
    let words = back::strip_front_any(words, &["bình quân", "trung bình"]).unwrap_or(words);
    let rest = back::strip_front_any(words, rhythms)?.trim_start();
    rest.starts_with(char::is_alphabetic).then_some(rest)
}

impl Reading<'_> {
    /// The rhythm that makes a base: `mỗi năm tăng 3%`, `3% mỗi năm`, `2.000 lượt … /năm`.
    pub(super) fn rhythm(&self, n: usize) -> Option<&'static str> {
        if !self.is_rhythmic() {
            return None;
        }
        let figure = &self.figures[n];
        // `Tổng diện tích gieo trồng hằng năm: 120 ha`
        if n == 0
            && let Some(label) = self.heading.and_then(|end| self.folded.get(..end))
            && let Some((_, base)) = RHYTHMS.iter().find(|(w, _)| heads(label.trim_matches([' ', ':', '-', '+']), w))
        {
            return Some(base);
        }
        let closed = lead::after(self.folded, figure.range.end).map_or(figure.range.end, |(_, end)| end);
        let after = back::head(back::cut(self.folded, closed..), 40).trim_start();
        for (words, base) in RHYTHMS.iter() {
            if after.strip_prefix(words).is_some_and(|r| !r.starts_with(is_alphanumeric)) && !words.starts_with('/') {
                return Some(base);
            }
        }
        // `800 người được chăm sóc/năm`
        let post = back::head(back::cut(self.folded, figure.range.end..self.ceiling(n)), 240);
        for (words, base) in RHYTHMS.iter().filter(|(w, _)| w.starts_with('/')) {
            let found = post.find(words).filter(|i| !post[i + words.len()..].starts_with(is_alphanumeric));
            // `kiểm tra 10 - 15% đảng viên/năm`: nothing is told of those whom the share counts
            let bare = |at: usize| {
                let things = back::strip_front_any(&post[..at], &["tổ chức đảng", "tổ chức"]).unwrap_or(&post[..at]);
                verb(things).is_none() && !things.contains([',', ':', '('])
            };
            if found.is_some_and(|at| !figure.is_rate() || self.leads[n].direction.is_some() || bare(at)) {
                return Some(base);
            }
        }
        if let Some((base, _)) = self.closing_rhythm(n, closed) {
            return Some(base);
        }
        if self.stands_apart(n) {
            return None;
        }
        let lead = back::cut(self.folded, self.leads[n].start.min(figure.range.start)..figure.range.start);
        let clause = &self.clauses[self.clause_of[n]];
        let sentence = self.opening(n).range.start;
        let own_limit = self.limits[n].is_some();
        // `mỗi tháng 01 lần, mỗi tuần 02 buổi`: each has its own
        if let Some((_, base)) = RHYTHMS.iter().find(|(words, _)| !words.starts_with('/') && lead.contains(words)) {
            return Some(base);
        }
        for (words, base) in RHYTHMS.iter().filter(|(w, _)| !w.starts_with('/')) {
            let opens = |at: usize| {
                let words_here = self.behind_time(at).trim_start_matches([' ', ',', ':', '-']);
                let words_here = words_here.strip_prefix("phấn đấu ").unwrap_or(words_here);
                let words_here =
                    ["bình quân ", "trung bình "].iter().find_map(|w| words_here.strip_prefix(w)).unwrap_or(words_here);
                words_here.starts_with(words)
            };
            // `Hằng năm, …; …` holds for all clauses, `Hằng năm kết nạp …; …` for its own
            let for_all = || {
                let words_here = back::cut(self.folded, sentence..).trim_start_matches([' ', ',', ':', '-']);
                words_here
                    .find(words)
                    .is_some_and(|at| words_here[at + words.len()..].trim_start().starts_with([',', ':']))
            };
            let of_sentence = opens(sentence) && !own_limit && !clause.inner && for_all();
            // `mỗi tháng 03 buổi "…", mỗi quý thăm 20 gia đình`: the nearest mark before the figure
            let near = back::cut(self.folded, self.floor(n)..self.leads[n].start);
            let last = near.rfind(", ").map_or(self.floor(n), |at| self.floor(n) + at + 2);
            // `giảm 3% mỗi năm, từ 18% xuống 8%`: the rhythm of the figure before it
            let floor = self.floor(n);
            let of_before = n > 0 && floor == self.figures[n - 1].range.end && {
                let rest = back::strip_front_any(back::cut(self.folded, floor..), &[words]);
                rest.is_some_and(|rest| rest.starts_with([',', ';']))
            };
            let opens = |at: usize| opens(at) && !self.ends_rhythm(at, figure.range.start);
            if opens(clause.range.start) || !of_before && (opens(last) || opens(floor)) || of_sentence {
                return Some(base);
            }
        }
        None
    }

    /// `Mỗi năm có thêm 02 xã, nâng tổng số lên 12 xã`, `mỗi tuần 03 buổi, mỗi buổi 30 phút`: does figure `n` say how much
    /// there is in the end, or how much each time?
    fn stands_apart(&self, n: usize) -> bool {
        let floor = self.floor(n);
        let words = back::cut(self.folded, floor..self.leads[n].start.max(floor));
        let lead = back::cut(self.folded, self.leads[n].start..self.figures[n].range.start);
        let last = words.rfind(", ").map_or(words, |at| &words[at + 2..]);
        let lead = back::strip_front_any(lead, &["tổng số"]).unwrap_or(lead);
        let each = back::begins(last, words!["mỗi lần", "mỗi buổi", "mỗi lượt", "mỗi tiết", "mỗi phiên"]);
        let whole = back::begins(last, words!["nâng", "đưa", "để nâng", "để đưa", "phấn đấu nâng", "phấn đấu đưa"])
            && back::begins(lead, words!["lên", "lên thành", "lên đến", "lên tới", "đạt"]);
        n > 0 && self.sentence(n - 1) == self.sentence(n) && (each || whole)
    }

    /// `Hằng năm kết nạp 50 đảng viên, đến năm 2030 có 5.000 đảng viên`: does a limit behind a figure end what goes on each
    /// year from `start` on, before `end`?
    pub(super) fn ends_rhythm(&self, start: usize, end: usize) -> bool {
        let first = self.figures.partition_point(|figure| figure.range.start < start);
        let Some(figure) = self.figures.get(first) else { return false };
        horizon::within(&self.times, figure.range.end..end).iter().any(|time| {
            let limits = time.kind == TimeKind::Limit && !time.edtf.contains('/');
            limits
                && back::begins(
                    back::cut(self.folded, time.range.clone()),
                    words!["đến", "tới", "vào", "hết", "phấn đấu đến"],
                )
        })
    }

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
