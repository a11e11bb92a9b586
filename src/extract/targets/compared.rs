//! Figures that another is compared with: `so với năm 2021 (7,5%)`, `so với 320 vụ của năm 2024`.

use super::{
    back,
    horizon::{self, Time, TimeKind},
    reading::Reading,
};
use crate::text::words::words;

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
        if clause.inner
            && n > 0
            && words!["cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm ngoái", "năm trước"].contains(&then)
        {
            return true;
        }
        back::ends(before, words!["so với", "so với mức", "so với con số", "thay vì", "thay vì mức"])
    }
}
