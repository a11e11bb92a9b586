//! Tables that are wider than the paper: browsers cut off what does not fit, also the words in the last column. Where
//! lines of that column end before words that would have fitted, and those of the other columns do not, words are missing.
//! Their place is marked, so that no name is read across it.

use super::{
    Sheet,
    geometry::{Rect, Word},
    grid::{Cell, Table},
};
use crate::text::LOST_WORDS;

/// Fewer line ends in a column tell nothing.
const FEWEST: usize = 4;
/// Borders nearer than this are one.
const SLACK: f32 = 2.0;

/// The last columns that end at one border, on all pages: a table goes on on the next one.
struct Column {
    right: f32,
    short: usize,
    all: usize,
    others_short: usize,
    others: usize,
    /// How far its words reach: letters that would begin beyond this are missing.
    edge: f32,
}

impl Column {
    fn is_cut(&self) -> bool {
        let fits_elsewhere = self.others >= FEWEST && self.others_short * 10 < self.others;
        self.all >= FEWEST && self.short * 2 > self.all && fits_elsewhere
    }
}

/// Marks where words are missing, and tells how many cells have lost some.
pub(super) fn mark(sheets: &mut [Sheet]) -> usize {
    let columns = last_columns(sheets);
    let mut cells = 0;
    for cell in sheets.iter_mut().flat_map(|s| &mut s.tables).flat_map(last_cells_mut) {
        let Some(column) = columns.iter().find(|c| c.is_cut() && (c.right - cell.right).abs() < SLACK) else {
            continue;
        };
        cells += usize::from(mark_cell(cell, column.edge));
    }
    cells
}

fn last_columns(sheets: &[Sheet]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for row in sheets.iter().flat_map(|s| &s.tables).flat_map(|t| &t.rows) {
        let Some((last, others)) = row.cells.split_last().filter(|(_, others)| !others.is_empty()) else { continue };
        let at = columns.iter().position(|c| (c.right - last.right).abs() < SLACK).unwrap_or_else(|| {
            columns.push(Column { right: last.right, short: 0, all: 0, others_short: 0, others: 0, edge: 0.0 });
            columns.len() - 1
        });
        let column = &mut columns[at];
        column.short += short_lines(last).filter(|short| *short).count();
        column.all += last.lines.len().saturating_sub(1);
        column.edge = last.lines.iter().map(|l| l.place.x1).fold(column.edge, f32::max);
        for cell in others {
            column.others_short += short_lines(cell).filter(|short| *short).count();
            column.others += cell.lines.len().saturating_sub(1);
        }
    }
    columns
}

fn last_cells_mut(table: &mut Table) -> impl Iterator<Item = &mut Cell> {
    table.rows.iter_mut().filter(|r| r.cells.len() > 1).filter_map(|r| r.cells.last_mut())
}

/// Whether each line of a cell but the last ends before a word that would have fitted though their sentence goes on.
fn short_lines(cell: &Cell) -> impl Iterator<Item = bool> {
    let inset = cell.lines.iter().map(|l| l.place.x0 - cell.left).fold(f32::MAX, f32::min).clamp(0.0, 12.0);
    cell.lines.windows(2).map(move |pair| {
        let (Some(end), Some(next)) = (pair[0].words.last(), pair[1].words.first()) else { return false };
        let goes_on = !end.text.ends_with(['.', ';', ':', '!', '?']) && next.text.starts_with(char::is_lowercase);
        goes_on && end.place.x1 + pair[0].size * 0.3 + next.place.width() < cell.right - inset
    })
}

/// Lines that reach the edge may have gone on beyond it, even when what follows does not tell.
fn mark_cell(cell: &mut Cell, edge: f32) -> bool {
    let short: Vec<bool> = short_lines(cell).chain([false]).collect();
    let mut cut = false;
    for (line, short) in cell.lines.iter_mut().zip(short) {
        let Some(end) = line.words.last() else { continue };
        if short || end.place.x1 > edge - line.size {
            let place = Rect { x0: end.place.x1, ..end.place };
            line.words.push(Word { text: LOST_WORDS.into(), place, confidence: None, line: end.line });
            cut = true;
        }
    }
    cut
}
