//! Bases that stand before the figure: `số bác sĩ trên 10.000 dân đạt 12`, `cứ 1.000 dân có 10 bác sĩ`.

use std::ops::Range;

use super::{back, counted::base_with_number, figure::Counted, horizon, reading::Reading};
use crate::{
    lexicon::units::{self, UnitKind},
    text::words::{Words, words},
    value::read_number,
};

impl Reading<'_> {
    /// The base in the name of what figure `n` measures: `số bác sĩ trên 10.000 dân đạt 12`.
    pub(super) fn named_base(&self, n: usize) -> Option<&str> {
        self.own_base(n).or_else(|| self.base_of_series(n))
    }

    fn own_base(&self, n: usize) -> Option<&str> {
        // `Số bác sĩ/vạn dân: 9,5 bác sĩ`: in the run-in heading of the first figure
        let start = if self.heading.is_some() && self.is_of_label(n) { 0 } else { self.floor(n) };
        let words = back::cut(self.folded, start..self.leads[n].start);
        // `Cứ 1.000 dân có 10 bác sĩ`
        // `Đến năm 2025, cứ 1 vạn dân có 12 bác sĩ`
        let opens = self.behind_time_at(self.clauses[self.clause_of[n]].range.start);
        let opening = back::cut(self.folded, opens..self.leads[n].start);
        let opening_words = opening.trim_start_matches([' ', ',']);
        if let Some(rest) = base_ahead(opening_words) {
            let base = base_with_number(self.folded, self.leads[n].start - rest.len())?;
            let end = words![" có", " thì", ","].find_in(back::cut(self.folded, base.clone()));
            return Some(back::cut(self.plain, base.start..end.map_or(base.end, |e| base.start + e)));
        }
        if let Some(at) = words.find("/vạn dân") {
            let base = start + at + 1..start + at + "/vạn dân".len();
            return Some(back::cut(self.plain, base));
        }
        if let Some(base) = among_those(self.folded, self.leads[n].start - opening_words.len()) {
            return Some(back::cut(self.plain, base));
        }
        let (at, mark) = words.match_indices(" trên ").next().or_else(|| words.match_indices('/').next())?;
        // `xếp thứ 5/16 trường, tăng 02 bậc`: a rank among so many
        if mark == "/" && words[..at].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let at = start + at + mark.len();
        let base = base_with_number(self.folded, at).or_else(|| in_words(self.folded, at))?;
        // `trên 1.000 trẻ đẻ sống dưới 12`: the bound is none of it
        let end = base.end.min(self.leads[n].start);
        (base.start < end).then(|| back::cut(self.plain, base.start..end).trim_end())
    }

    /// `trên 1.000 trẻ đẻ sống dưới 9,5 vào năm 2025 và dưới 9 vào năm 2030`: the base before the first of them.
    fn base_of_series(&self, n: usize) -> Option<&str> {
        let bare = |m: usize| self.figures[m].unit == Counted::Nothing && self.figures[m].per.is_none();
        let first =
            (0..=n).rev().take(MOST).take_while(|&m| bare(m) && self.clause_of[m] == self.clause_of[n]).last()?;
        if first == n { None } else { self.own_base(first) }
    }

    /// Is figure `n` the first behind a label, or one more of its years: `…: năm 2025 đạt 120 triệu đồng, năm 2026 đạt 130
    /// triệu đồng`?
    fn is_of_label(&self, n: usize) -> bool {
        let dated = |m: usize| {
            let between = self.figures[m - 1].range.end..self.figures[m].range.start;
            !horizon::within(&self.times, between).is_empty()
                && self.clause_of[m] == self.clause_of[m - 1]
                && self.noun(m).is_some_and(|noun| self.noun(m - 1) == Some(noun))
        };
        n < MOST && (1..=n).all(dated)
    }
}

/// A series of more figures is none.
const MOST: usize = 8;

/// What follows `cứ`, `bình quân` and the like where that is a number.
pub(super) fn base_ahead(opening: &str) -> Option<&str> {
    let rest = back::strip_front_any(opening, EACH).or_else(|| back::strip_longest_front(opening, AVERAGES))?;
    Some(rest.trim_start()).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `10 hộ` in `Trong 10 hộ có 8 hộ`; a length of time is none.
fn among_those(folded: &str, at: usize) -> Option<Range<usize>> {
    let rest = back::strip_front_any(back::cut(folded, at..), &["trong"])?;
    let start = back::skip_blanks(folded, folded.len() - rest.len());
    let (_, end) = read_number(folded, start)?;
    let noun = back::skip_blanks(folded, end);
    let (unit, end) = units::at(folded, noun)?;
    let has = back::begins(back::cut(folded, end..), &["có", "thì có", "phải có"]);
    (has && matches!(unit.kind, UnitKind::People | UnitKind::Body | UnitKind::Place)).then_some(start..end)
}

/// `một vạn dân`
fn in_words(folded: &str, at: usize) -> Option<Range<usize>> {
    let rest = &folded[at..];
    let after = back::strip_front_any(rest, &["một vạn dân", "một nghìn dân", "vạn dân"])?;
    Some(at..at + rest.len() - after.len())
}

/// Words before a base that opens a clause and that things fall to: `bình quân 10.000 dân có`.
pub(super) const AVERAGES: &Words =
    &Words::of(&["bình quân", "trung bình", "tính bình quân", "phấn đấu bình quân", "phấn đấu trung bình"]);

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
