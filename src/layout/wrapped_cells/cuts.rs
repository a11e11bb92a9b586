//! Where the cells of a row end: of all ways to cut it, the one that asks the least.

use std::ops::Range;

use super::{Column, Holds, look::Look, rows::Row};

/// A row that asks for more, beside what its length asks, is left whole.
const DOUBTFUL: u32 = 60;
/// No way to cut a row asks so much.
const NEVER: u32 = u32::MAX / 2;

/// The bits of each cell of a row, page by page.
pub(super) struct Cut {
    pub(super) asks: u32,
    pub(super) cells: Vec<Vec<Range<usize>>>,
    /// Behind the last bit.
    pub(super) end: usize,
}

impl Cut {
    /// Is it no better than a guess? Long rows ask for a little more.
    pub(super) fn is_doubtful(&self) -> bool {
        self.asks as usize > DOUBTFUL as usize + self.end / 2
    }

    /// The cuts that ask the least.
    pub(super) fn of(row: &Row, columns: &[Column]) -> Self {
        let mut cut = Self { asks: 0, cells: vec![Vec::new(); columns.len()], end: row.bits.len() };
        if row.looks.len() < row.bits.len() {
            cut.asks = NEVER;
            return cut;
        }
        if row.span.group && !row.looks.iter().any(Look::names_body) {
            cut.cells[0].clone_from(&row.pieces);
            return cut;
        }
        for (n, piece) in row.pieces.iter().enumerate() {
            let above: Option<Vec<Range<usize>>> =
                (n > 0).then(|| cut.cells.iter().map(|cell| cell.last().cloned().unwrap_or_default()).collect());
            // what no number ends may hold words below the table: it ends at an empty line, or where the piece does
            let mut ends = vec![piece.end];
            if row.span.last && n + 1 == row.pieces.len() {
                ends.extend((piece.start + 1..piece.end).filter(|&i| row.bits[i].blank_before));
            }
            let page = Page { row, piece: piece.clone(), above: above.as_deref() };
            let Some((asks, cells, end)) = page.cut(columns, &ends) else {
                cut.asks = NEVER;
                return cut;
            };
            cut.asks += asks;
            cut.end = end;
            for (column, cell) in cut.cells.iter_mut().zip(cells) {
                column.extend(Some(cell).filter(|cell| !cell.is_empty()));
            }
        }
        cut
    }
}

/// What a page holds of a row.
struct Page<'r> {
    row: &'r Row,
    piece: Range<usize>,
    /// The cells of the page before.
    above: Option<&'r [Range<usize>]>,
}

impl Page<'_> {
    /// The cells up to that of `ends` which asks the least.
    fn cut(&self, columns: &[Column], ends: &[usize]) -> Option<(u32, Vec<Range<usize>>, usize)> {
        let Range { start, end } = self.piece;
        let count = end - start;
        let looks = &self.row.looks[start..end];
        // what it asks to fill so many columns with so many bits, and where the last of them began
        let mut best = vec![vec![(NEVER, 0); count + 1]; columns.len() + 1];
        best[0][0] = (0, 0);
        for (c, column) in columns.iter().enumerate() {
            let held = self.held(column, c);
            let missing = held.missing(column);
            for i in 0..=count {
                let (so_far, _) = best[c][i];
                if so_far >= NEVER {
                    continue;
                }
                if so_far + missing < best[c + 1][i].0 {
                    best[c + 1][i] = (so_far + missing, i);
                }
                let mut asks = so_far + held.resumed();
                for (j, look) in looks.iter().enumerate().skip(i) {
                    let opens = j == i;
                    asks += if opens {
                        look.begins(column.holds, self.above.is_some())
                    } else {
                        look.goes_on(column.holds)
                    };
                    asks += column.width.map_or(0, |width| too_wide(look, width, looks.get(j + 1)));
                    if asks < best[c + 1][j + 1].0 {
                        best[c + 1][j + 1] = (asks, i);
                    }
                    asks += column.width.map_or(0, |width| too_narrow(look.width, width, looks.get(j + 1)));
                }
            }
        }
        let last = &best[columns.len()];
        let counts = ends.iter().map(|end| end - start).filter(|&n| last[n].0 < NEVER);
        let filled = counts.min_by_key(|&n| (last[n].0, count - n))?;
        let mut cells = vec![0..0; columns.len()];
        let mut at = filled;
        for c in (0..columns.len()).rev() {
            let from = best[c + 1][at].1;
            cells[c] = start + from..start + at;
            at = from;
        }
        Some((last[filled].0, cells, start + filled))
    }

    fn held(&self, column: &Column, c: usize) -> Held {
        let Some(above) = self.above else { return Held::Nothing };
        let Some(last) = above[c].clone().next_back() else { return Held::Empty };
        let tallest = above.iter().map(Range::len).max().unwrap_or(0);
        let last = self.row.bits[last].text.as_str();
        if last.ends_with('.') || column.width.is_some_and(|width| last.chars().count() * 2 < width) {
            Held::Whole
        } else if above[c].len() * 2 < tallest {
            Held::Short
        } else {
            Held::Cut
        }
    }
}

/// What the page before holds of a cell.
enum Held {
    /// The row begins on this page.
    Nothing,
    Empty,
    /// Its last line ends a sentence or leaves its column half empty.
    Whole,
    /// It ends far above the page's end.
    Short,
    Cut,
}

impl Held {
    /// What it asks to leave the cell as it is.
    fn missing(&self, column: &Column) -> u32 {
        match self {
            Self::Cut => 6,
            Self::Empty | Self::Whole | Self::Short => 1,
            Self::Nothing => match column.holds {
                Holds::Task => 60,
                Holds::Bodies if column.first => 25,
                Holds::Bodies => 10,
                Holds::Time => 8,
                Holds::Other => 6,
                Holds::Little => 0,
            },
        }
    }

    /// What it asks to go on with it.
    fn resumed(&self) -> u32 {
        match self {
            Self::Nothing | Self::Cut => 0,
            Self::Empty => 25,
            Self::Whole => 10,
            Self::Short => 8,
        }
    }
}

/// A whole line that its column cannot hold; cells side by side need not have been wrapped.
fn too_wide(line: &Look, column: usize, next: Option<&Look>) -> u32 {
    let whole = !line.inner && next.is_none_or(|next| !next.inner);
    if whole && line.width > column + (column / 3).max(4) { 15 } else { 0 }
}

/// A line that others follow fills its column; those of narrow columns tell nothing.
fn too_narrow(line: usize, column: usize, next: Option<&Look>) -> u32 {
    let goes_on = next.is_some_and(|next| !next.after_sentence && !next.listed && !next.inner);
    if column >= 20 && line * 2 < column && goes_on { 8 } else { 0 }
}
