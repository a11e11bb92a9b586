//! Tables drawn with rulings: cells are what rulings part, also where cells were merged.

use super::{
    geometry::{Rect, Ruling, Word},
    line::{self, Line},
};

/// Rulings nearer than this are one.
const SLACK: f32 = 3.5;
/// Rulings that reach farther than this below the last level one enclose a row that the page's end cuts.
const OVERHANG: f32 = 9.0;
/// More rulings than this on one page draw a picture.
const MOST_RULINGS: usize = 4000;
/// More cells than this are no table that people read.
const MOST_CELLS: usize = 40_000;

/// A table on one page.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) place: Rect,
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) place: Rect,
    pub(super) cells: Vec<Cell>,
    /// No ruling closes it above: the page begins within it.
    pub(super) open_above: bool,
    /// No ruling closes it below: the page ends within it.
    pub(super) open_below: bool,
}

/// A cell: the lines in it, and from where to where its words may run.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) lines: Vec<Line>,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Cell {
    /// Its words.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }
}

/// The tables of a page, and the words outside them.
pub(super) fn tables(rulings: &[Ruling], words: Vec<Word>) -> (Vec<Table>, Vec<Word>) {
    if rulings.len() > MOST_RULINGS {
        return (Vec::new(), words);
    }
    let mut grids: Vec<Grid> = groups(rulings).iter().filter_map(|group| Grid::of(group)).collect();
    // of two frames one inside the other, the inner one holds the words
    grids.sort_by(|a, b| a.area().total_cmp(&b.area()));
    let mut held: Vec<Vec<Word>> = vec![Vec::new(); grids.len()];
    let mut free = Vec::new();
    for word in words {
        match grids.iter().position(|g| g.holds(&word)) {
            Some(i) => held[i].push(word),
            None => free.push(word),
        }
    }
    let mut tables = Vec::new();
    for (grid, words) in grids.iter().zip(held) {
        match grid.tables(words) {
            Ok(found) => tables.extend(found),
            Err(words) => free.extend(words),
        }
    }
    tables.sort_by(|a, b| a.place.y0.total_cmp(&b.place.y0));
    (tables, free)
}

/// Rulings that touch each other.
fn groups(rulings: &[Ruling]) -> Vec<Vec<Ruling>> {
    let mut sets = Sets::new(rulings.len());
    // by x, so that a level ruling looks only at the upright ones that it can touch
    let mut upright: Vec<(f32, f32, f32, usize)> = rulings
        .iter()
        .enumerate()
        .filter_map(|(i, r)| if let Ruling::Upright { x, from, to } = *r { Some((x, from, to, i)) } else { None })
        .collect();
    upright.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (i, ruling) in rulings.iter().enumerate() {
        let Ruling::Level { y, from, to } = *ruling else { continue };
        let first = upright.partition_point(|u| u.0 < from - SLACK);
        for &(x, top, bottom, j) in &upright[first..] {
            if x > to + SLACK {
                break;
            }
            if (top - SLACK..=bottom + SLACK).contains(&y) {
                sets.join(i, j);
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<Ruling>> = std::collections::BTreeMap::new();
    for (i, ruling) in rulings.iter().enumerate() {
        groups.entry(sets.root(i)).or_default().push(*ruling);
    }
    groups.into_values().filter(|g| g.len() >= 4).collect()
}

/// Lines that touch, as a grid.
struct Grid {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// The cell that each elementary cell is part of, row by row: the index of the first of its parts.
    owner: Vec<usize>,
    /// Its first row is not closed above, its last one not below.
    open: (bool, bool),
}

impl Grid {
    fn of(rulings: &[Ruling]) -> Option<Self> {
        let xs =
            positions(rulings.iter().filter_map(|r| if let Ruling::Upright { x, .. } = r { Some(*x) } else { None }));
        let mut ys =
            positions(rulings.iter().filter_map(|r| if let Ruling::Level { y, .. } = r { Some(*y) } else { None }));
        let ends = open_ends(rulings, &xs, &ys);
        let open = (ends.0.is_some(), ends.1.is_some());
        ys.splice(0..0, ends.0);
        ys.extend(ends.1);
        if xs.len() < 2 || ys.len() < 2 || xs.len() + ys.len() < 5 || xs.len() * ys.len() > MOST_CELLS {
            return None;
        }
        let (columns, rows) = (xs.len() - 1, ys.len() - 1);
        let mut sets = Sets::new(columns * rows);
        let right = Borders::new(rulings, &xs, false);
        let below = Borders::new(rulings, &ys, true);
        for row in 0..rows {
            for column in 0..columns {
                let at = row * columns + column;
                if column + 1 < columns && !right.covers(column + 1, ys[row], ys[row + 1]) {
                    sets.join(at, at + 1);
                }
                if row + 1 < rows && !below.covers(row + 1, xs[column], xs[column + 1]) {
                    sets.join(at, at + columns);
                }
            }
        }
        let owner = (0..columns * rows).map(|i| sets.root(i)).collect();
        Some(Self { xs, ys, owner, open })
    }

    fn place(&self) -> Rect {
        let ends = |v: &[f32]| (v[0], v[v.len() - 1]);
        let ((x0, x1), (y0, y1)) = (ends(&self.xs), ends(&self.ys));
        Rect { x0, y0, x1, y1 }
    }

    fn area(&self) -> f32 {
        self.place().width() * self.place().height()
    }

    fn holds(&self, word: &Word) -> bool {
        let (x, y) = word.place.center();
        let place = self.place();
        (place.x0..place.x1).contains(&x) && (place.y0..place.y1).contains(&y)
    }

    /// The cell that a point lies in.
    fn cell_at(&self, (x, y): (f32, f32)) -> usize {
        let slot = |v: &[f32], at: f32| v.partition_point(|&p| p <= at).clamp(1, v.len() - 1) - 1;
        self.owner[slot(&self.ys, y) * (self.xs.len() - 1) + slot(&self.xs, x)]
    }

    /// The tables, or the words back when there is none: a frame, a form's box, a ruler.
    fn tables(&self, words: Vec<Word>) -> Result<Vec<Table>, Vec<Word>> {
        let columns = self.xs.len() - 1;
        let mut cells: Vec<Vec<Word>> = vec![Vec::new(); self.owner.len()];
        for word in words {
            let cell = self.cell_at(word.place.center());
            cells[cell].push(word);
        }
        let beside = |row: &[Vec<Word>]| row.iter().filter(|c| !c.is_empty()).count() >= 2;
        if columns < 2 || !cells.chunks(columns).any(beside) {
            return Err(cells.into_iter().flatten().collect());
        }
        Ok(self.runs().into_iter().filter_map(|(rows, starts)| self.table(&mut cells, rows, &starts)).collect())
    }

    /// Rows whose cells keep to the same columns, and where those begin. Two tables that touch are two runs.
    fn runs(&self) -> Vec<(std::ops::Range<usize>, Vec<usize>)> {
        let columns = self.xs.len() - 1;
        let mut runs: Vec<(std::ops::Range<usize>, Vec<usize>)> = Vec::new();
        for (n, row) in self.owner.chunks(columns).enumerate() {
            let starts: Vec<usize> = (0..columns).filter(|&c| c == 0 || row[c] != row[c - 1]).collect();
            let within = |a: &[usize], b: &[usize]| a.iter().all(|c| b.binary_search(c).is_ok());
            match runs.last_mut() {
                Some((rows, known)) if within(&starts, known) => rows.end = n + 1,
                Some((rows, known)) if within(known, &starts) => {
                    rows.end = n + 1;
                    *known = starts;
                }
                _ => runs.push((n..n + 1, starts)),
            }
        }
        runs
    }

    fn table(&self, words: &mut [Vec<Word>], rows: std::ops::Range<usize>, starts: &[usize]) -> Option<Table> {
        let columns = self.xs.len() - 1;
        let mut found = Vec::new();
        for n in rows {
            let row = &mut words[n * columns..(n + 1) * columns];
            if row.iter().all(Vec::is_empty) {
                continue;
            }
            let cell = |(i, &start): (usize, &usize)| {
                let end = starts.get(i + 1).copied().unwrap_or(columns);
                let words = row[start..end].iter_mut().flat_map(std::mem::take).collect();
                Cell { lines: line::lines(words), left: self.xs[start], right: self.right_of(n * columns + start) }
            };
            let cells = starts.iter().enumerate().map(cell).collect();
            let place = Rect { x0: self.xs[0], y0: self.ys[n], x1: self.xs[columns], y1: self.ys[n + 1] };
            let (open_above, open_below) = (self.open.0 && n == 0, self.open.1 && n + 2 == self.ys.len());
            found.push(Row { place, cells, open_above, open_below });
        }
        let place = Rect::around(found.iter().map(|r| r.place))?;
        Some(Table { place, rows: found })
    }

    /// Where the cell ends that begins with this elementary cell.
    fn right_of(&self, first: usize) -> f32 {
        let columns = self.xs.len() - 1;
        let column = first % columns;
        let wide = self.owner[first..].iter().take(columns - column).take_while(|o| **o == self.owner[first]).count();
        self.xs[column + wide.max(1)]
    }
}

/// Where the upright rulings begin and end, when that is well beyond the first and the last level one: browsers draw no
/// border where a page's end cuts a row.
fn open_ends(rulings: &[Ruling], xs: &[f32], ys: &[f32]) -> (Option<f32>, Option<f32>) {
    let [top, .., bottom] = ys else { return (None, None) };
    let upright = || {
        rulings.iter().filter_map(|r| if let Ruling::Upright { x, from, to } = *r { Some((x, from, to)) } else { None })
    };
    let most = |reaching: Vec<f32>| positions(reaching.into_iter()).len() * 2 > xs.len().max(3);
    let first = upright().map(|u| u.1).fold(f32::MAX, f32::min);
    let last = upright().map(|u| u.2).fold(f32::MIN, f32::max);
    let above = most(upright().filter(|u| u.1 < first + SLACK).map(|u| u.0).collect());
    let below = most(upright().filter(|u| u.2 > last - SLACK).map(|u| u.0).collect());
    ((above && first < top - OVERHANG).then_some(first), (below && last > bottom + OVERHANG).then_some(last))
}

/// Where rulings stand, those that are one counted once.
fn positions(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let mut found: Vec<f32> = Vec::new();
    for value in values {
        if found.last().is_none_or(|last| value - last > SLACK) {
            found.push(value);
        }
    }
    found
}

/// The rulings along each line of a grid.
struct Borders(Vec<Vec<(f32, f32)>>);

impl Borders {
    fn new(rulings: &[Ruling], lines: &[f32], level: bool) -> Self {
        let mut found = vec![Vec::new(); lines.len()];
        for ruling in rulings {
            let (at, from, to) = match *ruling {
                Ruling::Level { y, from, to } if level => (y, from, to),
                Ruling::Upright { x, from, to } if !level => (x, from, to),
                _ => continue,
            };
            let line = lines.partition_point(|&p| p <= at + SLACK);
            if line > 0 {
                found[line - 1].push((from, to));
            }
        }
        for line in &mut found {
            line.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        Self(found)
    }

    /// Most of the way between two points is drawn.
    fn covers(&self, line: usize, from: f32, to: f32) -> bool {
        let (mut covered, mut at) = (0.0, from);
        for &(start, end) in &self.0[line] {
            let (start, end) = (start.max(at), end.min(to));
            if end > start {
                covered += end - start;
                at = end;
            }
        }
        covered > (to - from) * 0.6
    }
}

/// Sets that grow together; the root is the smallest member.
struct Sets(Vec<usize>);

impl Sets {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
