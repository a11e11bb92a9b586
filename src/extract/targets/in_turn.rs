//! Figures and times that stand in two lists of one length: `các năm 2026, 2027 và 2028 lần lượt là 75%, 80% và 85%`.

use std::ops::Range;

use super::{
    back,
    horizon::{self, Time, TimeKind, joins},
    measures,
    reading::Reading,
};
use crate::text::{fold, words::Words};

/// Words that give each of several things its own figure.
const IN_TURN: &Words = &Words::of(&[
    "chiếm lần lượt",
    "đạt lần lượt",
    "lần lượt",
    "chiếm tương ứng",
    "đạt tương ứng",
    "tương ứng là",
    "tương ứng đạt",
    "tương ứng chiếm",
]);

/// Heads that several things share.
const HEADS: &Words = &Words::of(&[
    "tỷ trọng",
    "tỷ trọng ngành",
    "tỷ trọng khu vực",
    "tỷ trọng lĩnh vực",
    "tỷ trọng lao động",
    "tỷ lệ",
    "cơ cấu",
    "cơ cấu kinh tế",
    "cơ cấu lao động",
    "sản lượng",
    "diện tích",
    "số lượng",
    "số",
    "tốc độ tăng trưởng",
]);

/// Years and remarks are no names of things.
fn is_no_name(item: &str) -> bool {
    item.is_empty() || item.contains([':', ';', '(']) || item.contains(|c: char| c.is_ascii_digit())
}

/// A list longer than this is none.
const LONGEST_LIST: usize = 12;

impl Reading<'_> {
    /// Gives each figure of a list the time that stands at its place in a list of times.
    pub(super) fn limits_in_turn(&self, limits: &mut [Option<usize>]) {
        let mut n = 0;
        while n < self.figures.len() {
            let group = self.group(n);
            if group.len() > 1
                && let Some(first) = self.times_of(&group)
            {
                for (offset, figure) in group.clone().enumerate() {
                    limits[figure] = Some(first + offset);
                }
            } else if let Some(before) = self.clause_before(&group, limits) {
                for (figure, twin) in group.clone().zip(before) {
                    limits[figure] = limits[twin];
                }
            }
            n = group.end;
        }
    }

    /// `tỷ lệ A đạt 15% năm 2025, 50% năm 2030; tỷ lệ B tương ứng là 30% và 80%`: as many figures of the clause before,
    /// each with its time.
    fn clause_before(&self, group: &Range<usize>, limits: &[Option<usize>]) -> Option<Range<usize>> {
        let before = group.start.checked_sub(group.len()).filter(|_| group.len() > 1)?..group.start;
        let clause = self.clause_of[group.start];
        let words = back::cut(self.folded, self.clauses[clause].range.start..self.figures[group.start].range.start);
        let told = ["tương ứng", "lần lượt"].iter().any(|word| back::tail(words, 60).contains(word));
        let whole = before.clone().all(|m| self.clause_of[m] + 1 == clause && limits[m].is_some())
            && before.start.checked_sub(1).is_none_or(|m| self.clause_of[m] + 1 != clause);
        let open = group.clone().all(|m| self.clause_of[m] == clause && limits[m].is_none());
        (told && whole && open && self.sentence(before.start) == self.sentence(group.start)).then_some(before)
    }

    /// The figures from `n` on between which only marks stand.
    fn group(&self, n: usize) -> Range<usize> {
        let mut end = n + 1;
        while end < self.figures.len() && self.only_marks_between(end - 1) {
            end += 1;
        }
        n..end
    }

    /// Do only marks stand between figure `m` and the next of its sentence?
    fn only_marks_between(&self, m: usize) -> bool {
        let between = back::cut(self.folded, self.figures[m].range.end..self.figures[m + 1].range.start);
        let bare = matches!(between.trim(), "," | ";" | "và" | ", và" | "; và" | "-" | "–");
        bare && self.sentence(m + 1) == self.sentence(m)
    }

    /// `95% xã, 90% thôn có … (năm 2025 lần lượt là 80% và 70%)`: the figure that tells of the same as figure `n`.
    pub(super) fn twin(&self, n: usize) -> Option<usize> {
        if let Some(twin) = self.twin_of_sentence(n) {
            return Some(twin);
        }
        let clause = &self.clauses[self.clause_of[n]];
        if !clause.inner || !back::head(back::cut(self.folded, clause.range.clone()), 80).contains("lần lượt") {
            return None;
        }
        let first = self.clause_of.partition_point(|&c| c < self.clause_of[n]);
        let count = self.clause_of.partition_point(|&c| c <= self.clause_of[n]) - first;
        let twins = first.checked_sub(count)?;
        (count > 1 && self.clause_of[twins] == self.clause_of[first - 1] && self.sentence(twins) == self.sentence(n))
            .then_some(twins + n - first)
    }

    /// `Năm 2026, tỷ lệ A còn 5%; tỷ lệ B còn 7%. Năm 2027 lần lượt là 4% và 6%`: a sentence of nothing but a time and as
    /// many figures as the one before it has.
    fn twin_of_sentence(&self, n: usize) -> Option<usize> {
        let opening = self.openings[self.clause_of[n]];
        let first = self.clause_of.partition_point(|&c| c < opening);
        let start = self.clauses[opening].range.start;
        let lead = back::cut(self.folded, start..self.figures[first].range.start);
        if n - first > LONGEST_LIST || !back::head(lead, 80).contains("lần lượt") {
            return None;
        }
        let group = self.group(first);
        let lead = lead.trim_start_matches([' ', ',', '.', ';', ':', '-']);
        let at = self.figures[first].range.start - lead.len();
        let rest = horizon::starting_at(&self.times, at).map_or(lead, |t| back::cut(lead, t.range.end - at..));
        let alone = back::strip_front_any(rest.trim_start_matches([',', ' ']), &["lần lượt"])
            .is_some_and(|rest| matches!(rest.trim(), "" | "là" | "đạt" | "còn" | "đạt trên" | "còn dưới"));
        let before = first.checked_sub(1)?;
        let earlier = first - self.clause_of.partition_point(|&c| c < self.openings[self.clause_of[before]]);
        (alone && group.len() > 1 && earlier == group.len() && group.contains(&n)).then(|| n - group.len())
    }

    /// `Tỷ trọng nông nghiệp, công nghiệp, dịch vụ lần lượt là 20%, 45%, 35%`: what figure `n` measures, of as many things
    /// that share one head.
    pub(super) fn named_in_turn(&self, n: usize) -> Option<String> {
        const LONGEST_NAMES: usize = 400;
        let first = (0..=n).rev().take(LONGEST_LIST).find(|&m| !self.joined_before(m))?;
        let more = (n + 1..self.figures.len()).take(LONGEST_LIST).take_while(|&m| self.joined_before(m)).count();
        let group = first..n + more + 1;
        let clause = self.clauses[self.clause_of[group.start]].range.start;
        let start = self.behind_time_at(clause);
        let ahead = back::cut(self.folded, start..self.figures[group.start].range.start);
        if group.len() < 2 || ahead.len() > LONGEST_NAMES {
            return None;
        }
        let at = IN_TURN.find_in(ahead)?;
        let names = back::cut(self.plain, start..start + at).trim_matches([' ', ',', ':', '-']);
        let items: Vec<&str> = names.split(", ").flat_map(|part| part.split(" và ")).map(str::trim).collect();
        if items.len() != group.len() || items.iter().any(|item| is_no_name(item)) {
            return None;
        }
        let (first, place) = (items[0], n - group.start);
        let folded = fold(first);
        let rest = back::strip_longest_front(&folded, HEADS)?.trim_start();
        if place == 0 || measures::opens(&fold(items[place])) {
            return Some(items[place].to_owned());
        }
        let head = first.get(..first.len().checked_sub(rest.len())?)?.trim();
        Some(format!("{head} {}", items[place]))
    }

    /// Does nothing but a mark stand between figure `m` and the one before?
    fn joined_before(&self, m: usize) -> bool {
        m.checked_sub(1).is_some_and(|before| self.only_marks_between(before))
    }

    /// Where the words begin behind the time that opens a clause at `start`.
    pub(super) fn behind_time_at(&self, start: usize) -> usize {
        let at = back::skip_blanks(self.folded, start);
        horizon::starting_at(&self.times, at).map_or(start, |time| time.range.end)
    }

    pub(super) fn sentence(&self, n: usize) -> usize {
        self.clauses[self.clause_of[n]].sentence
    }

    /// The first of as many times, one after the other, as the group has figures: before it in its sentence, or right
    /// after it.
    fn times_of(&self, group: &Range<usize>) -> Option<usize> {
        let start = self.clauses[self.openings[self.clause_of[group.start]]].range.start;
        let before = self.figures.get(group.start)?.range.start;
        let after = self.figures.get(group.end - 1)?.range.end;
        let end = self.clauses[self.clause_of[group.end - 1]].range.end;
        let last = self.times.partition_point(|t| t.range.end <= before);
        let next = self.times.partition_point(|t| t.range.start < after);
        let run_before = last.checked_sub(group.len()).filter(|&first| self.times[first].range.start >= start);
        let run_after = Some(next).filter(|&n| self.times.get(n + group.len() - 1).is_some_and(|t| t.range.end <= end));
        [run_before, run_after]
            .into_iter()
            .flatten()
            .find(|&first| self.is_list(&self.times[first..first + group.len()]))
    }

    fn is_list(&self, times: &[Time]) -> bool {
        times.iter().all(|t| matches!(t.kind, TimeKind::Limit | TimeKind::Bare))
            && times.windows(2).all(|pair| joins(back::cut(self.folded, pair[0].range.end..pair[1].range.start)))
    }
}
