//! Where columns are parted: what stays blank down a page, but for lines that a page's letters have pushed aside.

use std::{collections::HashSet, ops::Range};

use super::segments::{Segment, Word, bytes, reach, segments};
use crate::{
    layout::{line::Line, tables::is_row_label},
    normalize::Mapped,
    text::letters::is_alphanumeric,
};

/// Lines wider than this are not drawn with blanks.
const WIDEST: usize = 600;
/// How far wide letters push words aside, in characters.
const PUSHED: usize = 3;
/// Words farther apart than this are not of one name, however its line was stretched.
const WIDE: usize = 8;
/// More columns than this are no table that people read.
const MOST: usize = 30;
/// How wide an empty column is taken to be.
const EMPTY: usize = 12;

/// The blanks between the columns of one page, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Gutters {
    between: Vec<Range<usize>>,
    /// How far to the right a row's number may begin.
    numbers: usize,
    /// Of each column: the words that cells begin with.
    opening: Vec<HashSet<String>>,
}

/// How a line stands to the columns.
pub(super) enum Placed {
    /// Its words, column by column.
    Cells(Vec<Mapped>),
    /// Its words run over the columns.
    Across,
}

impl Gutters {
    /// Of a page that names its columns in its first `head` lines, that of numbers in line `named`.
    pub(super) fn named(page: &[Line], named: usize, head: usize, numbers: &Range<usize>) -> Option<Self> {
        let lines: Vec<Vec<Segment>> = page.iter().map(|l| segments(l, numbers.end)).collect();
        let profile = Profile::of(&lines)?;
        let mut between = profile.gutters();
        // names that stand apart are those of two columns, however full the lines below are
        let mut names: Vec<Range<usize>> = lines[..=named].iter().flatten().map(|s| reach(s)).collect();
        names.sort_by_key(|n| n.start);
        for pair in names.windows(2) {
            let gap = pair[0].end..pair[1].start;
            if gap.len() > PUSHED && !between.iter().any(|g| g.start < gap.end && gap.start < g.end) {
                between.extend(profile.clearest(gap.clone()).filter(|g| gap.len() > WIDE || profile.parts(g.start)));
                between.sort_by_key(|g| g.start);
            }
        }
        if between.len() > 2 * MOST {
            return None;
        }
        let starts = |lines: &[Vec<Segment>], column: &Range<usize>| {
            lines.iter().flatten().filter(|s| column.contains(&(reach(s).start + 1))).count()
        };
        let mut at = 0;
        while at <= between.len() && !between.is_empty() {
            let from = at.checked_sub(1).map_or(0, |i| between[i].start);
            let column = from..between.get(at).map_or(usize::MAX, |g| g.start);
            let named = lines[..head].iter().flatten().flatten().any(|w| column.contains(&w.middle()));
            if named && (starts(&lines[..head], &column) > 0 || starts(&lines, &column) > 1) {
                at += 1;
                continue;
            }
            // no column: one of its sides is no gutter
            let left = at.checked_sub(1);
            let right = (at < between.len()).then_some(at);
            let weaker = left.into_iter().chain(right).min_by_key(|&i| profile.score(middle(&between[i])));
            let Some(weaker) = weaker else { break };
            between.remove(weaker);
            at = at.min(weaker);
        }
        (2..MOST).contains(&between.len()).then(|| Self::over(between, numbers.end, &lines, named + 1))
    }

    /// Of a page further down the same table: columns stand about as far from each other as before.
    pub(super) fn again(&self, page: &[Line]) -> Self {
        let lines: Vec<Vec<Segment>> = page.iter().map(|l| segments(l, self.numbers)).collect();
        let between = Profile::of(&lines)
            .and_then(|p| p.like(&self.between, usual_start(&lines)))
            .unwrap_or_else(|| self.between.clone());
        let mut gutters = Self::over(between, self.numbers, &lines, 0);
        for (words, before) in gutters.opening.iter_mut().zip(&self.opening) {
            words.extend(before.iter().cloned());
        }
        gutters
    }

    fn over(between: Vec<Range<usize>>, numbers: usize, lines: &[Vec<Segment>], head: usize) -> Self {
        let mut gutters = Self { opening: vec![HashSet::new(); between.len() + 1], between, numbers };
        let many = lines.iter().enumerate().filter(|(_, l)| l.len() > 1);
        for (n, segment) in many.flat_map(|(n, l)| l.iter().map(move |s| (n, s))) {
            let whole = reach(segment);
            let column = gutters.of(usize::midpoint(whole.start, whole.end));
            if (n < head || gutters.over_gutter(&whole).is_none()) && segment[0].text.starts_with(is_alphanumeric) {
                gutters.opening[column].insert(segment[0].text.clone());
            }
        }
        gutters
    }

    /// The first gutter that words run over by more than they may have been pushed.
    fn over_gutter(&self, whole: &Range<usize>) -> Option<usize> {
        self.between.iter().map(middle).position(|at| whole.start + PUSHED < at && at + PUSHED < whole.end)
    }

    /// How many columns they part.
    pub(super) fn columns(&self) -> usize {
        self.between.len() + 1
    }

    /// Gives each column its words of a line; words known to be cells may have been pushed `further` than others.
    pub(super) fn place(&self, line: &Line, further: usize) -> Placed {
        let segments = segments(line, self.numbers);
        let labelled = segments.first().is_some_and(|s| self.of(reach(s).start) == 0 && is_label(line, s));
        let left = segments.last().is_some_and(|s| self.of(reach(s).start) < 2);
        let alone = left && segments.len() <= 1 + usize::from(labelled);
        let mut cells = vec![Mapped::default(); self.columns()];
        for segment in &segments {
            let mut rest = segment.as_slice();
            while !rest.is_empty() {
                let (at, sure) = self.cut(rest, further);
                if alone && !sure {
                    return Placed::Across;
                }
                let (part, more) = rest.split_at(at);
                let column = self.of(usize::midpoint(reach(part).start, reach(part).end));
                let between = if cells[column].as_str().is_empty() { "" } else { " " };
                cells[column].join(between, &line.text.slice(bytes(part)));
                rest = more;
            }
        }
        Placed::Cells(cells)
    }

    /// A line that runs over the columns as a row of its own: its number, and its words in the column after it.
    pub(super) fn group(&self, line: &Line) -> Vec<Mapped> {
        let segments = segments(line, self.numbers);
        let mut cells = vec![Mapped::default(); self.columns()];
        let label = segments.first().filter(|s| is_label(line, s)).map_or(0, |s| bytes(s).end);
        cells[0] = line.text.slice(0..label);
        cells[1] = line.text.slice(label..line.words().len()).trim();
        cells
    }

    /// The column at a place.
    fn of(&self, at: usize) -> usize {
        self.between.partition_point(|g| middle(g) <= at)
    }

    /// How many of the words stand in the column of the first, and whether that is sure: at the first gutter that the words
    /// run over, the blank that is nearest to it, best before a word that begins other cells.
    fn cut(&self, words: &[Word], further: usize) -> (usize, bool) {
        let whole = reach(words);
        let Some(i) = self.over_gutter(&whole) else { return (words.len(), true) };
        let at = middle(&self.between[i]);
        let opens = |w: &Word| {
            let large = w.text.starts_with(char::is_uppercase);
            self.opening[i + 1].contains(&w.text) || large && self.opening.iter().any(|o| o.contains(&w.text))
        };
        let off = |n: &usize| {
            let blank = words[*n].from - 1;
            blank.abs_diff(at) + if opens(&words[*n]) { 0 } else { 3 * PUSHED }
        };
        let Some(best) = (1..words.len()).min_by_key(off) else { return (words.len(), false) };
        let begins = opens(&words[best]) && off(&best) <= 3 * PUSHED + further;
        let exact = off(&best) <= 3 * PUSHED + 1;
        // words of one cell that wide letters have pushed over its edge
        if !begins && !exact && i > 0 && (whole.end - at).min(at - whole.start) <= 2 * PUSHED {
            return (words.len(), true);
        }
        (best, begins)
    }
}

fn middle(gutter: &Range<usize>) -> usize {
    usize::midpoint(gutter.start, gutter.end)
}

fn is_label(line: &Line, segment: &Segment) -> bool {
    is_row_label(&line.words()[bytes(segment)])
}

/// Where most lines begin.
fn usual_start(lines: &[Vec<Segment>]) -> Option<usize> {
    let mut starts: Vec<usize> = lines.iter().filter_map(|l| l.first()).map(|s| reach(s).start).collect();
    starts.sort_unstable();
    starts.chunk_by(|a, b| a == b).max_by_key(|c| c.len()).map(|c| c[0])
}

/// What stands at each place of a page, in lines.
struct Profile {
    /// Lines that show columns.
    lines: usize,
    words: Vec<usize>,
    /// Single blanks between words.
    tight: Vec<usize>,
    /// Wider blanks between words, near to them.
    apart: Vec<usize>,
}

impl Profile {
    fn of(lines: &[Vec<Segment>]) -> Option<Self> {
        // a number with words behind it does not tell a column from a group's title
        let showing = |s: &&Vec<Segment>| s.len() > 2 || s.len() == 2 && !is_row_label(&s[0][0].text);
        let lines: Vec<&Vec<Segment>> = lines.iter().filter(showing).collect();
        let width = lines.iter().filter_map(|s| s.last()).map(|s| reach(s).end).max()?;
        if width > WIDEST {
            return None;
        }
        let mut profile =
            Self { lines: lines.len(), words: vec![0; width], tight: vec![0; width], apart: vec![0; width] };
        let count = |at: &mut [usize]| at.iter_mut().for_each(|n| *n += 1);
        for line in &lines {
            for segment in *line {
                for word in segment {
                    count(&mut profile.words[word.from..word.to]);
                }
                for pair in segment.windows(2) {
                    count(&mut profile.tight[pair[0].to..pair[1].from]);
                }
            }
            for pair in line.windows(2) {
                let (from, to) = (reach(&pair[0]).end, reach(&pair[1]).start);
                // the middle of a wide blank may be an empty cell
                if to - from > 4 * PUSHED {
                    count(&mut profile.apart[from..from + 2 * PUSHED]);
                    count(&mut profile.apart[to - 2 * PUSHED..to]);
                } else {
                    count(&mut profile.apart[from..to]);
                }
            }
        }
        Some(profile)
    }

    /// How clearly a place parts columns.
    fn score(&self, at: usize) -> isize {
        let n = |of: &[usize]| of.get(at).map_or(0, |&n| isize::try_from(n).unwrap_or(isize::MAX));
        n(&self.apart) - n(&self.tight) - 2 * n(&self.words)
    }

    /// The gutters that stand to each other most like known ones, clear ones rather than others.
    fn like(&self, known: &[Range<usize>], start: Option<usize>) -> Option<Vec<Range<usize>>> {
        let mut found = self.gutters();
        // no number may stand before the words
        if let Some(start) = start.and_then(|s| s.checked_sub(1)).filter(|s| found.iter().all(|g| g.start > *s)) {
            found.insert(0, start..start + 1);
        }
        // behind the last words more columns may be empty
        let end = self.words.len();
        found.extend((1..known.len()).map(|n| end + n * EMPTY..end + n * EMPTY + 1));
        let clear = |g: &Range<usize>| self.score(g.start).clamp(0, 40).unsigned_abs() * 8 / (self.lines + 1);
        let price = |g: &Range<usize>| 8_usize.saturating_sub(clear(g)) + if g.start > end { EMPTY } else { 0 };
        // the least price of a choice that ends with each, and the one before it
        let mut best: Vec<(usize, usize)> =
            found.iter().map(|g| (price(g) + middle(g).abs_diff(middle(&known[0])) / 2, 0)).collect();
        let mut before: Vec<Vec<usize>> = Vec::new();
        for pair in known.windows(2) {
            let wide = middle(&pair[1]) - middle(&pair[0]);
            let step = |at: usize| {
                let from = (0..at).filter(|&f| best[f].0 < usize::MAX);
                let far = |f: usize| (middle(&found[at]) - middle(&found[f])).abs_diff(wide);
                from.map(|f| (best[f].0 + far(f) + price(&found[at]), f)).min().unwrap_or((usize::MAX, 0))
            };
            let next: Vec<(usize, usize)> = (0..found.len()).map(step).collect();
            before.push(next.iter().map(|n| n.1).collect());
            best = next;
        }
        let mut at = (0..found.len()).min_by_key(|&n| best[n].0).filter(|&n| best[n].0 < usize::MAX)?;
        let mut chosen = vec![found[at].clone()];
        for from in before.iter().rev() {
            at = from[at];
            chosen.push(found[at].clone());
        }
        chosen.reverse();
        Some(chosen)
    }

    fn gutters(&self) -> Vec<Range<usize>> {
        let mut found = self.valleys(0);
        let clear = found.len();
        for valley in self.valleys((self.lines / 6).max(1)) {
            if !found[..clear].iter().any(|g| g.start <= valley.end && valley.start <= g.end) {
                found.push(valley);
            }
        }
        found.sort_by_key(|g| g.start);
        // what is too narrow for a column parts no two
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for gutter in found {
            match apart.last_mut() {
                Some(last) if gutter.start - last.end < PUSHED => {
                    if self.score(gutter.start) > self.score(last.start) {
                        *last = gutter;
                    }
                }
                _ => apart.push(gutter),
            }
        }
        apart
    }

    /// The clearest place within some.
    fn clearest(&self, within: Range<usize>) -> Option<Range<usize>> {
        let at = within.rev().max_by_key(|&x| self.score(x))?;
        Some(at..at + 1)
    }

    /// Not too many lines have words there.
    fn parts(&self, at: usize) -> bool {
        self.score(at) + isize::try_from(self.lines / 6).unwrap_or(0) >= 0
    }

    /// The clearest places of each run over which no more than some lines have words.
    fn valleys(&self, damage: usize) -> Vec<Range<usize>> {
        let free = |x: usize| self.words[x] <= damage && self.score(x) > 0;
        let mut found = Vec::new();
        let mut x = 0;
        while x < self.words.len() {
            if !free(x) {
                x += 1;
                continue;
            }
            let end = (x..self.words.len()).find(|&e| !free(e)).unwrap_or(self.words.len());
            let best = (x..end).map(|p| self.score(p)).max().unwrap_or(0);
            let clear = |p: &usize| self.score(*p) == best;
            let from = (x..end).find(clear).unwrap_or(x);
            found.push(from..from + (from..end).take_while(clear).count());
            x = end;
        }
        found
    }
}
