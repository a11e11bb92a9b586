//! Bases that stand before the figure: `số bác sĩ trên 10.000 dân đạt 12`, `cứ 1.000 dân có 10 bác sĩ`.

use super::{back, counted::base_with_number, reading::Reading};
use crate::text::words::{Words, words};

impl Reading<'_> {
    /// The base in the name of what figure `n` measures: `số bác sĩ trên 10.000 dân đạt 12`.
    pub(super) fn named_base(&self, n: usize) -> Option<&str> {
        // `Số bác sĩ/vạn dân: 9,5 bác sĩ`: in the run-in heading of the first figure
        let start = if n == 0 && self.heading.is_some() { 0 } else { self.floor(n) };
        let words = back::cut(self.folded, start..self.leads[n].start);
        // `Cứ 1.000 dân có 10 bác sĩ`
        let each = self.clauses[self.clause_of[n]].range.start;
        let opening = back::cut(self.folded, each..self.leads[n].start);
        let opening_words = opening.trim_start_matches([' ', ',']);
        if let Some(rest) = back::strip_front_any(opening_words, EACH) {
            let at = back::skip_blanks(self.folded, self.leads[n].start - rest.len());
            let base = base_with_number(self.folded, at)?;
            let end = words![" có", " thì", ","].find_in(back::cut(self.folded, base.clone()));
            return Some(back::cut(self.plain, base.start..end.map_or(base.end, |e| base.start + e)));
        }
        if let Some(at) = words.find("/vạn dân") {
            let base = start + at + 1..start + at + "/vạn dân".len();
            return Some(back::cut(self.plain, base));
        }
        let (at, mark) = words.match_indices(" trên ").next().or_else(|| words.match_indices('/').next())?;
        let at = start + at + mark.len();
        let base = base_with_number(self.folded, at).or_else(|| in_words(self.folded, at))?;
        // `trên 1.000 trẻ đẻ sống dưới 12`: the bound is none of it
        let end = base.end.min(self.leads[n].start);
        (base.start < end).then(|| back::cut(self.plain, base.start..end).trim_end())
    }
}

/// `một vạn dân`
fn in_words(folded: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let rest = &folded[at..];
    let after = back::strip_front_any(rest, &["một vạn dân", "một nghìn dân", "vạn dân"])?;
    Some(at..at + rest.len() - after.len())
}

/// Words before a base that opens a clause.
const EACH: &Words = &Words::of(&[
    "cứ",
    "trung bình cứ",
    "bình quân cứ",
    "phấn đấu cứ",
    "bảo đảm cứ",
    "đảm bảo cứ",
    "phấn đấu bình quân cứ",
]);
