//! Pages as words with their boxes become lines: for every reader that knows where words stand, not what they are.

mod blocks;
mod cut;
mod flow;
mod furniture;
mod geometry;
mod grid;
mod line;
mod nested;
mod notes;
mod write;

#[cfg(test)]
mod tests;

pub(super) use geometry::{Lean, Page, Rect, Ruling, Word};

use super::{Notice, RawLine};
use crate::text::LOST_WORDS;

/// The lines of all pages in reading order. `from_browser`: a web browser printed them.
pub(super) fn lines(pages: Vec<Page>, from_browser: bool) -> (Vec<RawLine<'static>>, Vec<Notice>) {
    let mut sheets: Vec<Sheet> = pages.into_iter().map(Sheet::of).collect();
    let dropped = furniture::strip(&mut sheets);
    if from_browser {
        nested::write(&mut sheets);
    }
    let mut notices = Vec::new();
    if dropped > 0 {
        notices.push(Notice {
            code: "page-furniture",
            message: format!("{dropped} lines of page headers, footers and page numbers left out"),
        });
    }
    let cut = if from_browser { cut::mark(&mut sheets) } else { 0 };
    if cut > 0 {
        let message = format!(
            "{cut} cells of tables wider than the paper may have lost the ends of lines, marked by {LOST_WORDS}"
        );
        notices.push(Notice { code: "words-cut", message });
    }
    (write::all(sheets), notices)
}

/// A page as tables and lines.
struct Sheet {
    number: usize,
    width: f32,
    height: f32,
    tables: Vec<grid::Table>,
    lines: Vec<line::Line>,
    notes: Vec<line::Line>,
}

impl Sheet {
    fn of(page: Page) -> Self {
        let Page { number, width, height, words, rulings } = page;
        let (tables, words) = grid::tables(&rulings, words);
        let lines = line::lines(words);
        let (lines, notes) = notes::split(lines, height);
        Self { number, width, height, tables, lines, notes }
    }
}
