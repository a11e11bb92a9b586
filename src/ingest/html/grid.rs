//! Tables: which hold rows, and which only place things on the page.

use ego_tree::{NodeRef, iter::Edge};
use scraper::Node;

use super::measure::Measures;

/// More columns or rows than that a cell cannot span.
const WIDEST: usize = 60;
const TALLEST: usize = 2000;

/// A table whose rows are being read.
#[derive(Debug, Default)]
pub(super) struct Grid {
    cells: Vec<String>,
    /// Rows that the cells above still span, by column.
    spanned: Vec<usize>,
    /// Of the open cell: columns and rows that it spans, and its paragraphs.
    open: Option<(usize, usize, String)>,
}

impl Grid {
    pub(super) fn open_cell(&mut self, cell: NodeRef<Node>) {
        self.close_cell();
        self.skip_spanned();
        let span = |name: &str, most: usize| {
            let value = cell.value().as_element().and_then(|e| e.attr(name)).and_then(|v| v.trim().parse().ok());
            value.unwrap_or(1_usize).clamp(1, most)
        };
        self.open = Some((span("colspan", WIDEST), span("rowspan", TALLEST), String::new()));
    }

    /// Adds a paragraph to the open cell.
    pub(super) fn paragraph(&mut self, words: &str) {
        if self.open.is_none() {
            self.open = Some((1, 1, String::new()));
        }
        if let Some((.., text)) = &mut self.open {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(words);
        }
    }

    pub(super) fn close_cell(&mut self) {
        let Some((columns, rows, text)) = self.open.take() else { return };
        let at = self.cells.len();
        self.cells.push(text);
        self.cells.resize(at + columns, String::new());
        if self.spanned.len() < at + columns {
            self.spanned.resize(at + columns, 0);
        }
        self.spanned[at..at + columns].fill(rows - 1);
    }

    /// Columns that a cell of a row above takes are empty in this one.
    fn skip_spanned(&mut self) {
        while let Some(left) = self.spanned.get_mut(self.cells.len()).filter(|left| **left > 0) {
            *left -= 1;
            self.cells.push(String::new());
        }
    }

    /// The row, when it has words.
    pub(super) fn close_row(&mut self) -> Option<String> {
        self.close_cell();
        // cells behind the last one that still span
        self.skip_spanned();
        for left in self.spanned.iter_mut().skip(self.cells.len()) {
            *left = left.saturating_sub(1);
        }
        let cells = std::mem::take(&mut self.cells);
        cells.iter().any(|c| !c.trim().is_empty()).then(|| {
            let cells: Vec<String> = cells.iter().map(|c| c.replace('\t', " ")).collect();
            cells.join("\t")
        })
    }
}

/// Does a table only place things on the page?
///
/// One that holds other tables with words, that has one column, or a cell as long as a whole document.
pub(super) fn is_layout(table: NodeRef<Node>, measures: &Measures) -> bool {
    const DOCUMENT: usize = 3000;
    const BLOCKS: usize = 12;
    let all = measures.get(table);
    let mut widest = 0;
    let mut columns = 0;
    let mut inner = 0_usize;
    let mut longest = super::measure::Measure::default();
    // the element at which a table inside begins: its cells are its own
    let mut within = None;
    for edge in table.traverse() {
        match edge {
            Edge::Open(node) if node.id() != table.id() && within.is_none() => {
                let Some(element) = node.value().as_element() else { continue };
                let holds = measures.get(node);
                match element.name() {
                    "table" => {
                        within = Some(node.id());
                        inner += holds.chars;
                    }
                    "tr" => columns = 0,
                    "td" | "th" => {
                        if holds.chars > 0 && !holds.furniture {
                            columns += 1;
                        }
                        widest = widest.max(columns);
                        if holds.chars > longest.chars {
                            longest = holds;
                        }
                    }
                    _ => {}
                }
            }
            Edge::Close(node) if within == Some(node.id()) => within = None,
            _ => {}
        }
    }
    let presents =
        table.value().as_element().and_then(|e| e.attr("role")).is_some_and(|r| r == "presentation" || r == "none");
    presents
        || widest <= 1
        || inner * 2 > all.chars
        || longest.marks >= 3
        || longest.chars > DOCUMENT && longest.blocks >= BLOCKS && longest.chars * 2 > all.chars
}
