//! Which printed lines make one row. Cells hang from the top of their row or stand in its middle, so the number of a row may
//! stand on any of its lines; blank lines, sentences that go on and the numbers tell where a row ends, each for a price.

use std::ops::Range;

use super::{Printed, TALLEST};
use crate::text::fold;

/// What speaks against a row; found by hand, in halves of what one unlikely thing costs.
mod price {
    /// Words that go on below in another row, in small letters.
    pub(super) const SMALL_START: usize = 16;
    /// Words that cannot end, at a row's end.
    pub(super) const OPEN_END: usize = 6;
    /// A row without a number in a table with numbers.
    pub(super) const NO_NUMBER: usize = 10;
    /// A second number in a row.
    pub(super) const SECOND_NUMBER: usize = 60;
    /// A blank line inside a row, or none between two, where blank lines part rows.
    pub(super) const BLANK: usize = 8;
    /// A line by which a cell stands neither at the top nor in the middle.
    pub(super) const ASKEW: usize = 2;
    /// The same of the row's number.
    pub(super) const NUMBER_ASKEW: usize = 4;
    /// A cell with a hole.
    pub(super) const HOLE: usize = 3;
    /// A line that begins cells anew below a hole.
    pub(super) const ANEW: usize = 12;
    /// Any row: none is made without need.
    pub(super) const ROW: usize = 1;
}

/// The lines of each row, in order.
pub(super) fn rows(lines: &[Printed]) -> Vec<Range<usize>> {
    let numbers = lines.iter().filter(|l| l.number).count();
    let blanks = lines.iter().filter(|l| l.blank_before).count();
    let mut weigh = Weigh {
        lines,
        starts_small: lines.iter().map(|l| l.cells.iter().map(|c| starts_small(c.as_str())).collect()).collect(),
        open: lines.iter().map(|l| l.cells.iter().map(|c| ends_open(c.as_str())).collect()).collect(),
        // every other line blank tells nothing
        blanks: blanks * 3 <= lines.len() * 2 && blanks > 0,
        parted: blanks * 3 >= numbers * 2 && blanks > 0,
        numbered: numbers > 1,
        on_top: true,
    };
    let (on_top, top) = cheapest(&weigh);
    weigh.on_top = false;
    let (amid, middle) = cheapest(&weigh);
    if top <= middle { on_top } else { amid }
}

/// The rows that cost least, and what they cost.
fn cheapest(weigh: &Weigh) -> (Vec<Range<usize>>, usize) {
    let lines = weigh.lines;
    let mut best: Vec<(usize, usize)> = vec![(usize::MAX, 0); lines.len() + 1];
    best[0] = (0, 0);
    for start in 0..lines.len() {
        let so_far = best[start].0;
        let mut row = Row::new(lines[start].cells.len());
        for end in start + 1..=lines.len().min(start + TALLEST) {
            row.take(weigh, start, end - 1);
            let price = so_far.saturating_add(row.price(weigh, start, end));
            if price < best[end].0 {
                best[end] = (price, start);
            }
        }
    }
    let mut found = Vec::new();
    let mut end = lines.len();
    while end > 0 {
        found.push(best[end].1..end);
        end = best[end].1;
    }
    found.reverse();
    (found, best[lines.len()].0)
}

struct Weigh<'a> {
    lines: &'a [Printed],
    starts_small: Vec<Vec<bool>>,
    open: Vec<Vec<bool>>,
    /// Blank lines tell something.
    blanks: bool,
    /// Blank lines part the rows.
    parted: bool,
    numbered: bool,
    /// Numbers stand on the first line of their rows, not in the middle.
    on_top: bool,
}

/// A row as far as it has been read.
struct Row {
    cells: Vec<Option<(usize, usize)>>,
    fixed: usize,
    numbers: usize,
    pages: usize,
    /// The first line of the last page.
    page: usize,
}

impl Row {
    fn new(columns: usize) -> Self {
        Self { cells: vec![None; columns], fixed: price::ROW, numbers: 0, pages: 0, page: 0 }
    }

    fn take(&mut self, weigh: &Weigh, start: usize, at: usize) {
        let line = &weigh.lines[at];
        if at > start {
            if line.opens_page {
                self.pages += 1;
                self.page = at;
            }
            if line.blank_before && weigh.blanks && !line.opens_page {
                self.fixed += price::BLANK;
            }
        } else if at > 0 && !line.blank_before && weigh.parted && !line.opens_page {
            self.fixed += price::BLANK;
        }
        self.numbers += usize::from(line.number);
        let large = |column: usize| !line.cells[column].as_str().is_empty() && !weigh.starts_small[at][column];
        let anew = |column: usize| large(column) && self.cells[column].is_some_and(|(_, last)| at > last + 2);
        if large(1) && (2..line.cells.len()).any(anew) {
            self.fixed += price::ANEW;
        }
        for (column, cell) in line.cells.iter().enumerate().filter(|(_, c)| !c.as_str().is_empty()) {
            match &mut self.cells[column] {
                Some((_, last)) => {
                    // half a line between two cells makes a hole of one line
                    if at > *last + 2 && self.page <= *last {
                        self.fixed += price::HOLE * (at - *last - 2).min(3);
                    }
                    *last = at;
                }
                empty => {
                    if at > 0 && weigh.starts_small[at][column] && cell.as_str().len() > 1 {
                        self.fixed += price::SMALL_START;
                    }
                    *empty = Some((at, at));
                }
            }
        }
    }

    fn price(&self, weigh: &Weigh, start: usize, end: usize) -> usize {
        let number = match self.numbers {
            0 if weigh.numbered => price::NO_NUMBER,
            0 | 1 => 0,
            more => (more - 1) * price::SECOND_NUMBER,
        };
        let open = |(column, cell): (usize, &Option<(usize, usize)>)| {
            cell.map_or(
                0,
                |(_, last)| if end < weigh.lines.len() && weigh.open[last][column] { price::OPEN_END } else { 0 },
            )
        };
        let open: usize = self.cells.iter().enumerate().map(open).sum();
        let askew = |(column, &(first, last)): (usize, &(usize, usize))| {
            let top = first - start;
            if column == 0 && weigh.on_top {
                return top * price::NUMBER_ASKEW;
            }
            // a page's end has cut the row
            if self.pages > 0 {
                return 0;
            }
            let middle = (first + last).abs_diff(start + end - 1) / 2;
            if column == 0 { middle * price::NUMBER_ASKEW } else { top.min(middle) * price::ASKEW }
        };
        let cells = self.cells.iter().enumerate().filter_map(|(n, c)| c.as_ref().map(|c| (n, c)));
        let askew: usize = cells.map(askew).sum();
        self.fixed + number + open + askew
    }
}

fn starts_small(words: &str) -> bool {
    words
        .trim_start_matches(['“', '"', '('])
        .starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ')' | ';' | '/'))
        && !words.starts_with(|c: char| c.is_lowercase() && words[c.len_utf8()..].starts_with([')', '.']))
}

/// Ends with a word or a mark that other words must follow.
fn ends_open(words: &str) -> bool {
    const OPEN: [&str; 14] =
        ["và", "của", "các", "với", "về", "tại", "theo", "cho", "từ", "đến", "trong", "sở", "bộ", "số"];
    let words = words.trim_end();
    words.ends_with([',', '(', '/', '-']) || {
        let folded = fold(words);
        let last = folded.rsplit(' ').next().unwrap_or_default();
        OPEN.contains(&last) && folded.len() > last.len()
    }
}
