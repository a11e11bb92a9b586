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
        back::ends(before, words!["so với", "so với mức", "so với con số", "thay vì", "thay vì mức"])
    }
}
