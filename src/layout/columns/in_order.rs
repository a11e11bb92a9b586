//! Rows whose cells are parted by blanks but no longer stand below their names, as words copied from a page do: a line a row,
//! with as many cells as the header.

use super::{
    Item, Line, is_apart, names_columns,
    segments::{bytes, reach, segments},
};
use crate::{layout::tables::is_row_label, normalize::Mapped};

/// A table of fewer columns is a list.
const FEWEST: usize = 3;

/// Reads the table whose header is the first line; none where cells stand below their names, or lines do not fit.
pub(super) fn read(lines: &[Line]) -> Option<(Vec<Item>, usize)> {
    let first = lines.first().filter(|line| names_columns(line))?;
    let names: Vec<usize> = segments(first, 0).iter().map(|s| reach(s).start).collect();
    if names.len() < FEWEST {
        return None;
    }
    let mut rows = vec![row(first, names.len())?];
    let (mut whole, mut astray) = (0, false);
    for line in &lines[1..] {
        let cells = segments(line, 0);
        let labelled = cells.first().is_some_and(|label| label.len() == 1 && is_row_label(&label[0].text));
        // the title of a group stands left of the third column
        let title = cells.len() == 2 && reach(&cells[1]).start < names[2];
        if !labelled || cells.len() != names.len() && !title {
            break;
        }
        if cells.len() == names.len() {
            whole += 1;
            astray |= cells.iter().enumerate().any(|(n, cell)| {
                let at = reach(cell);
                names.get(n + 1).is_some_and(|next| at.start >= *next) || at.end <= names[n]
            });
        }
        rows.push(row(line, names.len())?);
    }
    let taken = rows.len();
    // words that go on below stand in cells, and their places tell in which
    let ends = lines.get(taken).is_none_or(|next| next.blank_before && !is_apart(next));
    (whole > 1 && astray && ends).then(|| (rows.into_iter().map(Item::Row).collect(), taken))
}

/// The cells of a line in order, those that are not there empty.
fn row(line: &Line, columns: usize) -> Option<Vec<Mapped>> {
    let mut cells: Vec<_> = segments(line, 0).iter().map(|words| line.text.slice(bytes(words))).collect();
    cells.resize_with(columns, Default::default);
    (cells.len() == columns).then_some(cells)
}
