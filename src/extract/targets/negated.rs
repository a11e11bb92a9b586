//! Bounds that a denial turns round: `không để tỷ lệ nợ xấu vượt quá 3%` is at most 3%.

use super::{back, reading::Reading};
use crate::{
    model::Comparator,
    text::{behind, words::words},
};

impl Reading<'_> {
    /// The bound of figure `n` when its clause denies what lies beyond it.
    pub(super) fn negated(&self, n: usize) -> Option<Comparator> {
        let bound = self.leads[n].comparator?;
        let floor = self.floor(n);
        let words = back::cut(self.folded, floor..self.leads[n].start.max(floor));
        let own = behind(words, b",;:").trim_start();
        let own = back::strip_front_any(own, words!["phấn đấu", "kiên quyết", "tuyệt đối", "bảo đảm", "đảm bảo", "và"])
            .unwrap_or(own);
        // a size tells which event is meant: `không để xảy ra vụ cháy trên 10 ha`
        let event = own.contains("xảy ra") && !back::ends(own, &["xảy ra"]);
        if event || !back::begins(own, &["không"]) {
            return None;
        }
        let allowed = back::begins(own, &["không để"]);
        let beyond = back::ends(
            back::tail(back::cut(self.folded, ..self.figures[n].range.start), 40),
            &["quá", "vượt", "vượt mức"],
        );
        match bound {
            Comparator::Gt if allowed || beyond => Some(Comparator::Le),
            Comparator::Lt if allowed => Some(Comparator::Ge),
            _ => None,
        }
    }
}
