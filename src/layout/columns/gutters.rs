//! Where columns are parted: what stays blank down a page.

use std::ops::Range;

use super::segments::{Segment, Word, bytes, reach, segments};
use crate::{
    layout::{line::Line, tables::is_row_label},
    normalize::Mapped,
};

/// Lines wider than this are not drawn with blanks.
const WIDEST: usize = 600;

/// The blanks between the columns of one page, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Gutters(Vec<Range<usize>>);

/// How a line stands to the columns.
pub(super) enum Placed {
    /// Its words, column by column.
    Cells(Vec<Mapped>),
    /// Its words run over the columns.
    Across,
}

impl Gutters {
    /// Of a page that names its columns: every column has words in one of the first `head` lines.
    pub(super) fn named(page: &[Line], head: usize) -> Option<Self> {
        let mut gutters = blank(page)?;
        let names: Vec<Range<usize>> = page[..head].iter().flat_map(segments).map(|s| reach(&s)).collect();
        let mut at = 0;
        while at <= gutters.len() {
            let from = at.checked_sub(1).map_or(0, |i| gutters[i].start);
            let to = gutters.get(at).map_or(usize::MAX, |g| g.end);
            if names.iter().any(|n| n.start < to && n.end > from) {
                at += 1;
            } else if gutters.is_empty() {
                return None;
            } else {
                gutters.remove(at.min(gutters.len() - 1));
            }
        }
        (gutters.len() >= 2).then_some(Self(gutters))
    }

    /// Of a page further down the same table: each of the known ones where the page has it.
    pub(super) fn again(&self, page: &[Line]) -> Self {
        let Some(found) = blank(page) else { return self.clone() };
        if found.len() == self.0.len() {
            return Self(found);
        }
        let mut next = 0;
        let mut gutters: Vec<Range<usize>> = Vec::with_capacity(self.0.len());
        for (i, known) in self.0.iter().enumerate() {
            // enough must be left for those that follow
            let left = (found.len() + i + 1).saturating_sub(self.0.len()).max(next);
            let choice = found
                .iter()
                .enumerate()
                .take(if found.len() > self.0.len() { left } else { found.len() })
                .skip(next)
                .min_by_key(|(_, g)| middle(g).abs_diff(middle(known)));
            match choice {
                Some((n, gutter)) if found.len() > self.0.len() || middle(gutter).abs_diff(middle(known)) <= 8 => {
                    next = n + 1;
                    gutters.push(gutter.clone());
                }
                _ => gutters.push(known.clone()),
            }
        }
        if gutters.windows(2).all(|w| w[0].end <= w[1].start) { Self(gutters) } else { self.clone() }
    }

    /// How many columns they part.
    pub(super) fn columns(&self) -> usize {
        self.0.len() + 1
    }

    /// Gives each column its words of a line.
    pub(super) fn place(&self, line: &Line) -> Placed {
        let segments = segments(line);
        let labelled = segments.first().is_some_and(|s| self.column(reach(s)) == Some(0) && is_label(line, s));
        let wide = segments.len() > 1 + usize::from(labelled);
        if !wide && segments.last().is_some_and(|s| self.column(reach(s)).is_none()) {
            return Placed::Across;
        }
        let mut cells = vec![Mapped::default(); self.columns()];
        for segment in &segments {
            let mut rest = segment.as_slice();
            while !rest.is_empty() {
                let at = self.cut(rest);
                let (part, more) = rest.split_at(at);
                let column = self.column(reach(part)).unwrap_or_else(|| self.of(part[0].middle()));
                let between = if cells[column].as_str().is_empty() { "" } else { " " };
                cells[column].join(between, &line.text.slice(bytes(part)));
                rest = more;
            }
        }
        Placed::Cells(cells)
    }

    /// A line that runs over the columns as a row of its own: its number, and its words in the column after it.
    pub(super) fn group(&self, line: &Line) -> Vec<Mapped> {
        let segments = segments(line);
        let mut cells = vec![Mapped::default(); self.columns()];
        let label = segments.first().filter(|s| is_label(line, s)).map_or(0, |s| bytes(s).end);
        cells[0] = line.text.slice(0..label);
        cells[1] = line.text.slice(label..line.words().len()).trimmed();
        cells
    }

    /// The column that holds all of it.
    fn column(&self, reach: Range<usize>) -> Option<usize> {
        let column = self.of(usize::midpoint(reach.start, reach.end));
        let left = column.checked_sub(1).is_none_or(|i| reach.start >= self.0[i].start);
        let right = self.0.get(column).is_none_or(|g| reach.end <= g.end.max(g.start + 1));
        (left && right).then_some(column)
    }

    fn of(&self, at: usize) -> usize {
        self.0.partition_point(|g| middle(g) <= at)
    }

    /// How many of the words stand in the column of the first, where they run over a gutter.
    fn cut(&self, words: &[Word]) -> usize {
        if self.column(reach(words)).is_some() {
            return words.len();
        }
        let first = self.of(words[0].middle());
        words.iter().position(|w| self.of(w.middle()) > first).unwrap_or(words.len())
    }
}

fn middle(gutter: &Range<usize>) -> usize {
    usize::midpoint(gutter.start, gutter.end)
}

fn is_label(line: &Line, segment: &Segment) -> bool {
    is_row_label(&line.words()[bytes(segment)])
}

/// Runs of places that are blank on all lines that show columns, with words on both sides.
fn blank(page: &[Line]) -> Option<Vec<Range<usize>>> {
    let lines: Vec<Vec<Segment>> = page.iter().map(segments).collect();
    // a number with words behind it does not tell a column from a group's title
    let showing: Vec<&Vec<Segment>> = lines
        .iter()
        .zip(page)
        .filter(|(s, l)| s.len() > 2 || s.len() == 2 && !is_label(l, &s[0]))
        .map(|(s, _)| s)
        .collect();
    let width = showing.iter().filter_map(|s| s.last()).map(|s| reach(s).end).max()?;
    if width > WIDEST {
        return None;
    }
    let (mut words, mut tight, mut apart) = (vec![0_usize; width], vec![0_usize; width], vec![0_usize; width]);
    for line in &showing {
        for segment in line.iter() {
            for word in segment {
                words[word.from..word.to].iter_mut().for_each(|n| *n += 1);
            }
            for pair in segment.windows(2) {
                tight[pair[0].to..pair[1].from].iter_mut().for_each(|n| *n += 1);
            }
        }
        for pair in line.windows(2) {
            apart[reach(&pair[0]).end..reach(&pair[1]).start].iter_mut().for_each(|n| *n += 1);
        }
    }
    // a line or two in fifty may be damaged
    let damage = showing.len() / 25;
    let free = |x: usize| words[x] <= damage && apart[x] > 0 && tight[x] * 3 <= showing.len();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut x = 0;
    while x < width {
        if !free(x) {
            x += 1;
            continue;
        }
        let end = (x..width).find(|&e| !free(e)).unwrap_or(width);
        let least = words[x..end].iter().copied().min().unwrap_or(0);
        let clear = |p: &usize| words[*p] == least;
        let from = (x..end).find(clear).unwrap_or(x);
        let to = (from..end).take_while(clear).last().map_or(end, |p| p + 1);
        found.push(from..to);
        x = end;
    }
    // blanks before the first column and behind the last part nothing
    found.retain(|g| words[..g.start].iter().any(|&n| n > damage) && words[g.end..].iter().any(|&n| n > damage));
    Some(found)
}
