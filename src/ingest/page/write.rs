//! Tables, columns and lines of all pages as raw lines, each with its page and box, and what goes on with what.

use super::{
    Sheet,
    blocks::{Block, blocks, column_starts},
    flow::{Margins, Paragraph},
    geometry::{Rect, Word},
    grid::{Cell, Row, Table},
    line::Line,
    notes,
};
use crate::{
    ingest::raw::{Confidence, Flow, Place, RawKind, RawLine},
    text::fold,
};

/// Writes all pages.
pub(super) fn all(sheets: Vec<Sheet>) -> Vec<RawLine<'static>> {
    let mut writer = Writer::default();
    let every = Margins::of(sheets.iter().flat_map(|s| &s.lines), 0.0);
    for sheet in sheets {
        let own = Margins::of(sheet.lines.iter(), sheet.width);
        let alike = (own.right - every.right).abs() < 40.0;
        let margins = if alike { own.or(every, sheet.lines.len()) } else { own };
        writer.page(sheet, margins);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: Vec<RawLine<'static>>,
    paragraph: Option<Open>,
    table: Option<OpenTable>,
}

/// The last line that was written, when it was one of words.
struct Open {
    shape: Paragraph,
    line: Line,
    margins: Margins,
    page: usize,
    at: usize,
}

/// The table whose row was written last.
struct OpenTable {
    header: Vec<Vec<String>>,
    last: Row,
    page: usize,
    at: usize,
}

impl Writer {
    fn page(&mut self, sheet: Sheet, margins: Margins) {
        let number = sheet.number;
        let mut lines = sheet.lines.into_iter().peekable();
        let mut tables = sheet.tables.into_iter().peekable();
        loop {
            let end = tables.peek().map_or(f32::MAX, |t| t.place.y0);
            let mut above = Vec::new();
            while let Some(line) = lines.next_if(|l| l.place.center().1 < end) {
                above.push(line);
            }
            for block in blocks(above, [sheet.width / 2.0, margins.middle()]) {
                match block {
                    Block::Line(line) => self.line(line, margins, number),
                    Block::Columns(left, right) => self.columns(left, right, number),
                }
            }
            match tables.next() {
                Some(table) => self.table(table, number),
                None => break,
            }
        }
        self.notes(sheet.notes, number);
    }

    fn line(&mut self, line: Line, margins: Margins, page: usize) {
        self.table = None;
        let mut shape = Paragraph::opens(&line);
        if let Some(last) = self.paragraph.take() {
            let same_page = last.page == page;
            let flow = last.shape.flow((&last.line, last.margins), (&line, margins), same_page);
            self.out[last.at].flow = flow;
            if matches!(flow, Flow::GoesOn | Flow::Filled) {
                shape = last.shape.with(&line);
            }
            let gap = line.place.y0 - last.line.place.y0;
            if same_page && margins.pitch > 0.0 && gap > margins.pitch.max(last.line.size) * 1.9 {
                self.out.push(RawLine::new(RawKind::Line, "", place(page, line.place)));
            }
        }
        let starts = column_starts(&line);
        let at = self.out.len();
        let mut text = Text::default();
        for (n, word) in line.words.iter().enumerate() {
            text.gap(if starts.contains(&n) { "   " } else { " " });
            text.word(word);
        }
        self.out.push(text.line(RawKind::Line, place(page, line.place)));
        self.paragraph = Some(Open { shape, line, margins, page, at });
    }

    /// Two columns are a row of two cells, their lines parted by line feeds.
    fn columns(&mut self, left: Vec<Line>, right: Vec<Line>, page: usize) {
        self.paragraph = None;
        self.table = None;
        let Some(place_of) = Rect::around(left.iter().chain(&right).map(|l| l.place)) else { return };
        let mut text = Text::default();
        for (n, column) in [left, right].into_iter().enumerate() {
            if n > 0 {
                text.gap("\t");
                text.cell();
            }
            for line in &column {
                text.gap("\n");
                line.words.iter().for_each(|word| {
                    text.gap(" ");
                    text.word(word);
                });
            }
        }
        self.out.push(text.line(RawKind::Row, place(page, place_of)));
    }

    fn table(&mut self, table: Table, page: usize) {
        self.paragraph = None;
        let texts = |row: &Row| row.cells.iter().map(Cell::text).collect::<Vec<_>>();
        let mut rows = table.rows.into_iter().peekable();
        let open = self
            .table
            .take()
            .filter(|t| t.page + 1 == page && rows.peek().is_some_and(|r| r.cells.len() == t.last.cells.len()));
        let mut header = Vec::new();
        if let Some(open) = open {
            // the header comes again on each page
            for above in &open.header {
                if rows.next_if(|row| texts(row) == *above).is_none() {
                    break;
                }
            }
            if rows.peek().is_some_and(|row| is_cut(&open.last, row)) {
                self.out[open.at].flow = Flow::GoesOn;
            }
            header = open.header;
        } else {
            let first: Vec<Row> = rows.by_ref().take(2).collect();
            header.extend(first.iter().map(texts));
            rows = first.into_iter().chain(rows).collect::<Vec<_>>().into_iter().peekable();
        }
        let mut last = None;
        for row in rows {
            let at = self.out.len();
            self.row(&row, page);
            last = Some((at, row));
        }
        self.table = last.map(|(at, last)| OpenTable { header, last, page, at });
    }

    fn row(&mut self, row: &Row, page: usize) {
        let mut text = Text::default();
        for (n, cell) in row.cells.iter().enumerate() {
            if n > 0 {
                text.gap("\t");
                text.cell();
            }
            for line in &cell.lines {
                text.wrap();
                for word in &line.words {
                    text.gap(" ");
                    text.word(word);
                }
            }
        }
        self.out.push(text.line(RawKind::Row, place(page, row.place)));
    }

    fn notes(&mut self, lines: Vec<Line>, page: usize) {
        let mut text = Text::default();
        let mut first: Option<Rect> = None;
        for line in lines {
            if notes::opens(&line)
                && let Some(box_of) = first.take()
            {
                self.out.push(std::mem::take(&mut text).line(RawKind::Note, place(page, box_of)));
            }
            first.get_or_insert(line.place);
            for word in &line.words {
                text.gap(" ");
                text.word(word);
            }
        }
        if let Some(box_of) = first {
            self.out.push(text.line(RawKind::Note, place(page, box_of)));
        }
    }
}

fn place(page: usize, place: Rect) -> Place {
    Place::Page { page, bbox: Some(place.corners()) }
}

/// Did the page's end cut the row in two? The second half has no number, and goes on where a line of the first was full
/// or a sentence stopped short.
fn is_cut(first: &Row, second: &Row) -> bool {
    if first.open_below && second.open_above {
        return true;
    }
    let empty = |row: &Row| row.cells.first().is_none_or(|c| c.lines.is_empty());
    // what a second line of headings goes on with is no row
    let heads = |c: &Cell| matches!(fold(&c.text()).as_str(), "tt" | "stt" | "số tt" | "số thứ tự");
    if !empty(second) && !empty(first) || first.cells.first().is_some_and(heads) {
        return false;
    }
    let pairs = first.cells.iter().zip(&second.cells);
    pairs.filter_map(|(above, below)| Some((above, above.lines.last()?, below.lines.first()?))).any(|(cell, a, b)| {
        let (Some(end), Some(next)) = (a.words.last(), b.words.first()) else { return false };
        let ends = end.text.ends_with(['.', ';', ':', '!', '?']);
        let small = next.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        // as far from the right border as the words begin from the left one
        let inset = cell.lines.iter().map(|l| l.place.x0 - cell.left).fold(f32::MAX, f32::min).clamp(0.0, 12.0);
        let room = cell.right - inset - a.place.x1;
        let full = next.place.width() + a.size * 0.2 > room;
        !ends && (small || full)
    })
}

/// A raw line as it grows, with the words that were not read with certainty.
#[derive(Default)]
struct Text {
    words: String,
    gap: &'static str,
    /// Nothing stands in this cell yet.
    fresh: bool,
    confidence: Vec<Confidence>,
}

impl Text {
    /// What stands between the words so far and the next.
    fn gap(&mut self, gap: &'static str) {
        if gap == "\t" {
            self.words.push('\t');
            self.gap = "";
        } else if !self.fresh && !self.words.is_empty() && self.gap.is_empty() {
            self.gap = gap;
        }
    }

    fn cell(&mut self) {
        self.fresh = true;
        self.gap = "";
    }

    /// A line of a cell ends: a word cut at its hyphen goes on.
    fn wrap(&mut self) {
        let cut = self.words.strip_suffix('-').is_some_and(|w| w.ends_with(char::is_alphanumeric));
        if cut {
            self.fresh = true;
        } else {
            self.gap("\n");
        }
    }

    fn word(&mut self, word: &Word) {
        self.words.push_str(self.gap);
        self.gap = "";
        self.fresh = false;
        let start = self.words.len();
        self.words.extend(word.text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
        if let Some(percent) = word.confidence {
            self.confidence.push(Confidence { bytes: start..self.words.len(), percent });
        }
    }

    fn line(self, kind: RawKind, place: Place) -> RawLine<'static> {
        RawLine { confidence: self.confidence, ..RawLine::new(kind, self.words, place) }
    }
}
