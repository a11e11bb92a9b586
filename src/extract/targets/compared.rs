//! Figures that another is compared with: `so với năm 2021 (7,5%)`, `so với 320 vụ của năm 2024`.

use std::ops::Range;

use super::{
    back,
    horizon::{self, Time, TimeKind},
    reading::Reading,
};
use crate::text::words::{Words, words};

/// `(cùng kỳ 6,6%)`, `(năm học trước 9%)`: do the words only say when that was?
fn of_then(words: &str) -> bool {
    const THEN: &Words = &Words::of(&[
        "cùng kỳ",
        "cùng kỳ năm trước",
        "cùng kỳ năm ngoái",
        "năm trước",
        "năm ngoái",
        "năm học trước",
        "kỳ trước",
        "nhiệm kỳ trước",
        "giai đoạn trước",
        "đầu nhiệm kỳ",
    ]);
    THEN.contains(&words.trim_end_matches([':', ' ']))
}

impl Reading<'_> {
    /// Is figure `n` only what another is compared with?
    pub(super) fn is_compared(&self, n: usize) -> bool {
        self.beside_year(n).is_some() || self.after_comparison(n)
    }

    /// `tăng 12 xã (15%) so với năm 2021`: the comparison behind the parentheses, for the figures in them and before them.
    pub(super) fn compared_behind(&self, n: usize) -> Option<&Time> {
        let at = self.clause_of[n];
        let inner = if self.clauses[at].inner { at } else { at + 1 };
        let (inner, rest) = (self.clauses.get(inner).filter(|c| c.inner)?, self.clauses.get(inner + 1)?);
        // the figure closes the words before the parentheses
        let last = self.clauses[at].inner
            || back::cut(self.folded, self.figures[n].range.end..inner.range.start - 1).trim().is_empty();
        let start = back::skip_blanks(self.folded, rest.range.start);
        let moves = self.directions.get(n).is_some_and(Option::is_some);
        horizon::starting_at(&self.times, start)
            .filter(|t| last && moves && t.kind == TimeKind::Baseline && rest.sentence == inner.sentence)
    }

    /// The year in which such a figure was.
    pub(super) fn year_of_compared(&self, n: usize) -> Option<&Time> {
        let clause = &self.clauses[self.clause_of[n]];
        let then = || horizon::within(&self.times, clause.range.start..self.figures[n].range.start).first();
        if clause.inner && n > 0 && self.is_result(n, clause.range.start) {
            return then();
        }
        self.beside_year(n).or_else(|| {
            let end = self.figures[n].range.end;
            let next = self.times.get(self.times.partition_point(|t| t.range.end <= end))?;
            // `so với 320 vụ của năm 2024` is one time with the figure in it
            if next.range.start < end {
                return Some(next);
            }
            let between = back::cut(self.folded, end..next.range.start);
            matches!(between.trim(), "" | "của" | "(" | "vào" | "ở" | "trong").then_some(next)
        })
    }

    /// `so với năm 2021 (7,5%)`: the year before the parentheses, which hold nothing but the figure.
    fn beside_year(&self, n: usize) -> Option<&Time> {
        let figure = &self.figures[n];
        let before = back::cut(self.folded, ..figure.range.start).trim_end().strip_suffix('(')?.trim_end();
        let closed = back::cut(self.folded, figure.range.end..).trim_start().starts_with(')');
        horizon::ending_at(&self.times, before.len()).filter(|t| closed && t.kind == TimeKind::Baseline)
    }

    /// `so với mức 52%`.
    fn after_comparison(&self, n: usize) -> bool {
        let before = back::cut(self.folded, ..self.figures[n].range.start);
        // `tăng 7,1% (cùng kỳ tăng 6,6%)`
        let clause = &self.clauses[self.clause_of[n]];
        let opening = back::cut(self.folded, clause.range.start..self.figures[n].range.start);
        let then = back::strip_any(opening, words!["là", "tăng", "giảm", "đạt", "chỉ đạt", "chỉ tăng", "còn"]);
        let then = then.unwrap_or(opening).trim();
        if clause.inner && n > 0 && (of_then(then) || self.is_result(n, clause.range.start)) {
            return true;
        }
        back::ends(before, words!["so với", "so với mức", "so với con số", "thay vì", "thay vì mức"])
    }

    /// `(kết quả năm 2024: 96%)`, `(cùng kỳ năm 2024, bốn xã cũ đạt 88%)`: what was, with its year.
    fn is_result(&self, n: usize, start: usize) -> bool {
        let words = back::cut(self.folded, start..self.figures[n].range.start);
        let first = self.clause_of[n - 1] != self.clause_of[n];
        let time = horizon::within(&self.times, start..self.figures[n].range.start).first();
        first
            && time.is_some_and(|time| {
                let said = back::cut(self.folded, start..time.range.end);
                let behind = back::cut(self.folded, time.range.end..self.leads[n].start).trim_start();
                let own = back::begins(said, words!["kết quả", "kết quả thực hiện", "thực hiện"]);
                back::begins(said, &["cùng kỳ"]) && behind.starts_with(',')
                    || own && behind.trim_matches([' ', ':']).is_empty() && said.trim().split(' ').count() <= 6
            })
            && !words.contains("phấn đấu")
    }

    /// `93% (kế hoạch tỉnh giao 92%)`: what was set by those above.
    pub(super) fn is_assigned(&self, n: usize) -> bool {
        let clause = &self.clauses[self.clause_of[n]];
        let words = back::cut(self.folded, clause.range.start..self.leads[n].start).trim_matches([' ', ':', ',']);
        let planned = back::begins(words, words!["kế hoạch", "chỉ tiêu", "dự toán"]);
        let given = back::ends(words, words!["giao", "đề ra", "giao năm", "giao đầu năm"]);
        let same = |m: usize| {
            self.clause_of[m] + 1 == self.clause_of[n] && self.figures[m].is_rate() == self.figures[n].is_rate()
        };
        clause.inner && planned && given && n.checked_sub(1).is_some_and(same) && words.split(' ').count() <= 8
    }

    /// `28,6 m2/người (cả nước dự kiến đạt 28 m2/người)`: what all of the country has, beside the goal of a part of it.
    pub(super) fn is_countrys(&self, n: usize) -> bool {
        self.country(n).is_some()
    }

    /// The words for it.
    pub(super) fn country(&self, n: usize) -> Option<Range<usize>> {
        const COUNTRY: &Words = &Words::of(&[
            "cả nước",
            "toàn quốc",
            "bình quân cả nước",
            "bình quân toàn quốc",
            "bình quân chung cả nước",
            "bình quân chung của cả nước",
            "bình quân chung toàn quốc",
            "mức bình quân cả nước",
            "mức bình quân chung cả nước",
            "trung bình cả nước",
            "mức trung bình cả nước",
        ]);
        let clause = &self.clauses[self.clause_of[n]];
        let m = n.checked_sub(1).filter(|&m| clause.inner && self.clause_of[m] + 1 == self.clause_of[n])?;
        let words = back::cut(self.folded, clause.range.start..self.figures[n].range.start);
        let name = words.len() - back::strip_longest_front(words, COUNTRY)?.len();
        let end = clause.range.start + name;
        // nothing else is named: `(cả nước có 5 xã)` counts other things
        let alone = back::cut(self.folded, end..self.leads[n].start.max(end)).trim().is_empty();
        let same = match (self.noun(m), self.noun(n)) {
            (Some(a), Some(b)) => a.trim() == b.trim(),
            (None, None) => self.figures[m].is_rate() == self.figures[n].is_rate(),
            _ => false,
        };
        (alone && same).then_some(clause.range.start..end)
    }

    /// `Tỷ lệ hộ nghèo đầu năm 8,5%, cuối năm còn 7%`: where the year begins.
    pub(super) fn starts_year(&self, n: usize) -> bool {
        let ahead = |m: usize| back::cut(self.folded, self.floor(m)..self.figures[m].range.start);
        let opens = words![" đầu năm "].last_in(ahead(n)).is_some_and(|at| !ahead(n)[..at].ends_with("tháng"));
        let ends = |m: usize| {
            self.sentence(m) == self.sentence(n) && words!["cuối năm ", "hết năm "].within(back::head(ahead(m), 40))
        };
        opens && n + 1 < self.figures.len() && self.moves_on(n) && ends(n + 1)
    }
}
