//! A table while it is being read, and what becomes of it: rows, or lines when it only lays out the page.

/// What stands in a cell, or in place of a table: words, or a row of a table inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Line(String),
    Row(Vec<String>),
}

/// A cell and how many columns it takes.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) span: usize,
    pub(super) blocks: Vec<Block>,
    /// It goes on with the cell above.
    pub(super) continues: bool,
    /// It was deleted.
    pub(super) deleted: bool,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Columns left free before the first cell.
    pub(super) before: usize,
    pub(super) deleted: bool,
    /// Footnotes that its words refer to.
    pub(super) notes: Vec<(usize, String)>,
}

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// The widest table that is read; more columns are an attack.
const WIDEST: usize = 64;

impl Table {
    /// It holds other tables, or one column: its lines are the page's.
    fn is_layout(&self) -> bool {
        let cells = || self.rows.iter().flat_map(|r| &r.cells);
        let inner = |cell: &Cell| cell.blocks.iter().filter(|b| matches!(b, Block::Row(r) if r.len() > 1)).count();
        cells().any(|cell| inner(cell) > 1) || self.rows.iter().all(|row| row.cells.len() <= 1 && row.before == 0)
    }

    /// What stands in the page, row by row, each with its number from 1 and its footnotes.
    #[expect(clippy::type_complexity, reason = "taken apart at once by its one caller")]
    pub(super) fn finish(self) -> Vec<(usize, Vec<Block>, Vec<(usize, String)>)> {
        let layout = self.is_layout();
        let rows = self.rows.into_iter().enumerate().filter(|(_, row)| !row.deleted);
        let finished = rows.map(|(i, row)| {
            let (blocks, notes) = if layout {
                (row.cells.into_iter().flat_map(|cell| cell.blocks).collect(), row.notes)
            } else {
                (vec![Block::Row(columns(row.cells, row.before))], row.notes)
            };
            (i + 1, blocks, notes)
        });
        finished.collect()
    }
}

/// The words of the cells, with empty columns where a cell takes several or goes on with the one above.
fn columns(cells: Vec<Cell>, before: usize) -> Vec<String> {
    let mut columns = vec![String::new(); before.min(WIDEST)];
    for cell in cells.into_iter().filter(|c| !c.deleted) {
        let words = if cell.continues { String::new() } else { words(&cell.blocks) };
        columns.push(words);
        let more = cell.span.clamp(1, WIDEST) - 1;
        columns.resize(columns.len() + more, String::new());
    }
    columns
}

/// The paragraphs of a cell, a line each; rows of a table inside it are lines, too.
fn words(blocks: &[Block]) -> String {
    let line = |block: &Block| match block {
        Block::Line(words) => words.clone(),
        Block::Row(cells) => {
            let cells = cells.iter().filter(|c| !c.is_empty());
            cells.map(|c| c.replace('\n', " ")).collect::<Vec<_>>().join(" ")
        }
    };
    let lines = blocks.iter().map(line).filter(|l| !l.is_empty());
    // a tab parts cells and nothing else
    lines.collect::<Vec<_>>().join("\n").replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str) -> Cell {
        Cell { span: 1, blocks: vec![Block::Line(words.into())], ..Cell::default() }
    }

    fn blocks(rows: Vec<Vec<Cell>>) -> Vec<Block> {
        let rows = rows.into_iter().map(|cells| Row { cells, ..Row::default() }).collect();
        Table { rows }.finish().into_iter().flat_map(|(_, blocks, _)| blocks).collect()
    }

    #[test]
    fn rows_keep_to_the_columns() {
        let wide = Cell { span: 3, ..cell("c") };
        let below = Cell { continues: true, ..cell("x") };
        let rows = vec![vec![cell("a"), wide], vec![below, cell("d"), cell("e\tf"), cell("")]];
        let row = |cells: &[&str]| Block::Row(cells.iter().map(|c| (*c).to_owned()).collect());
        assert_eq!(blocks(rows), [row(&["a", "c", "", ""]), row(&["", "d", "e f", ""])]);
    }

    #[test]
    fn a_table_around_tables_is_the_page() {
        let inner = ["1", "2"].map(|n| Block::Row(vec![n.into(), "x".into()])).to_vec();
        let holder = Cell { span: 1, blocks: inner.clone(), ..Cell::default() };
        assert_eq!(blocks(vec![vec![cell("a"), holder]]), [vec![Block::Line("a".into())], inner].concat());
        assert_eq!(blocks(vec![vec![cell("a")], vec![cell("b")]]), [Block::Line("a".into()), Block::Line("b".into())]);
        let one = Cell { span: 1, blocks: vec![Block::Row(vec!["x".into()])], ..Cell::default() };
        assert_eq!(blocks(vec![vec![cell("a"), one]]), [Block::Row(vec!["a".into(), "x".into()])]);
    }
}
