//! Tables drawn with blanks: a header line whose words stand in columns, and lines below that keep to them.

use std::ops::Range;

use super::{
    line::{Item, Line},
    tables::{is_number_column, is_row_label},
};
use crate::normalize::Mapped;

/// How far words may stand from where their column begins, in characters.
const SLACK: usize = 2;

/// Reads the table that begins at the first line; gives its rows and how many lines it took.
pub(super) fn read(lines: &[Line]) -> Option<(Vec<Item>, usize)> {
    let header = lines.first()?;
    let starts = columns(header)?;
    let mut rows: Vec<Vec<Mapped>> = Vec::new();
    // lines that the header takes, known once the first row has begun
    let mut header_lines = None;
    let mut in_header = 0;
    let mut taken = 0;
    for line in lines {
        let segments = segments(line);
        if !fits(&segments, &starts, line) {
            break;
        }
        let cells = cells(line, &segments, &starts);
        let first = cells[0].as_str();
        let heads = is_number_column(first);
        let labelled = is_row_label(first) && !first.is_empty();
        let new = if heads || labelled {
            if labelled && header_lines.is_none() {
                header_lines = Some(in_header);
            }
            in_header = i32::from(heads);
            true
        } else if in_header > 0 {
            let over = header_lines.is_some_and(|n| in_header >= n);
            in_header = if over { 0 } else { in_header + 1 };
            over
        } else {
            false
        };
        if new || rows.is_empty() {
            rows.push(cells);
        } else if let Some(row) = rows.last_mut() {
            for (cell, more) in row.iter_mut().zip(cells) {
                if !more.as_str().is_empty() {
                    cell.join(if cell.as_str().is_empty() { "" } else { " " }, &more);
                }
            }
        }
        taken += 1;
    }
    (rows.len() > 1).then(|| (rows.into_iter().map(Item::Row).collect(), taken))
}

/// Where the columns begin, when the line names at least three, the first of them the rows' numbers.
fn columns(header: &Line) -> Option<Vec<usize>> {
    if !header.words().contains("  ") {
        return None;
    }
    let segments = segments(header);
    let first = segments.first()?;
    (segments.len() >= 3 && is_number_column(&header.words()[first.bytes.clone()]))
        .then(|| segments.iter().map(|s| s.column).collect())
}

/// Words that two blanks or more part from others.
struct Segment {
    bytes: Range<usize>,
    /// Where it begins and ends on the page, in characters.
    column: usize,
    end: usize,
}

fn segments(line: &Line) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut blanks = 2;
    for (column, (byte, c)) in line.words().char_indices().enumerate() {
        if c == ' ' {
            blanks += 1;
            continue;
        }
        let column = line.indent + column;
        let end = byte + c.len_utf8();
        match found.last_mut() {
            Some(last) if blanks < 2 => {
                last.bytes.end = end;
                last.end = column + 1;
            }
            _ => found.push(Segment { bytes: byte..end, column, end: column + 1 }),
        }
        blanks = 0;
    }
    found
}

/// Every segment begins where a column does, and none but a group's title runs over the next column.
fn fits(segments: &[Segment], starts: &[usize], line: &Line) -> bool {
    let title = segments.len() <= 2 && segments.first().is_some_and(|s| is_row_label(&line.words()[s.bytes.clone()]));
    segments.iter().all(|s| {
        let at = starts.iter().position(|&c| s.column.abs_diff(c) <= SLACK);
        let over = at.and_then(|i| starts.get(i + 1)).is_some_and(|&next| s.end > next);
        at.is_some() && (!over || title)
    })
}

fn cells(line: &Line, segments: &[Segment], starts: &[usize]) -> Vec<Mapped> {
    let mut cells = vec![Mapped::default(); starts.len()];
    for s in segments {
        if let Some(i) = starts.iter().position(|&c| s.column.abs_diff(c) <= SLACK) {
            let words = line.text.slice(s.bytes.clone());
            let between = if cells[i].as_str().is_empty() { "" } else { " " };
            cells[i].join(between, &words);
        }
    }
    cells
}
