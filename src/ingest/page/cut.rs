//! Tables that are wider than the paper: browsers cut off what does not fit, also the words in the last column. Where
//! lines of that column end before words that would have fitted, and those of the other columns do not, words are missing.

use super::{
    Sheet,
    grid::{Cell, Table},
};

/// Fewer line ends in a column tell nothing.
const FEWEST: usize = 4;

/// How many cells have lost words.
pub(super) fn cells(sheets: &[Sheet]) -> usize {
    sheets.iter().flat_map(|s| &s.tables).map(of_table).sum()
}

fn of_table(table: &Table) -> usize {
    let Some(width) = table.rows.first().map(|r| r.cells.len()).filter(|n| *n > 1) else { return 0 };
    let count = |cells: &mut dyn Iterator<Item = &Cell>| {
        cells.fold((0, 0, 0), |(short, all, cells), cell| {
            let (s, a) = short_lines(cell);
            (short + s, all + a, cells + usize::from(s > 0))
        })
    };
    let (short, all, cut) = count(&mut table.rows.iter().filter_map(|r| r.cells.get(width - 1)));
    let (others_short, others, _) = count(&mut table.rows.iter().flat_map(|r| r.cells.iter().take(width - 1)));
    if all >= FEWEST && short * 2 > all && others >= FEWEST && others_short * 10 < others { cut } else { 0 }
}

/// Lines of a cell that end before a word that would have fitted though their sentence goes on; and all that another
/// follows.
fn short_lines(cell: &Cell) -> (usize, usize) {
    let inset = cell.lines.iter().map(|l| l.place.x0 - cell.left).fold(f32::MAX, f32::min).clamp(0.0, 12.0);
    let short = cell.lines.windows(2).filter(|pair| {
        let (Some(end), Some(next)) = (pair[0].words.last(), pair[1].words.first()) else { return false };
        let goes_on = !end.text.ends_with(['.', ';', ':', '!', '?']) && next.text.starts_with(char::is_lowercase);
        goes_on && end.place.x1 + pair[0].size * 0.3 + next.place.width() < cell.right - inset
    });
    (short.count(), cell.lines.len().saturating_sub(1))
}
