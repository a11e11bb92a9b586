//! Tables drawn with blanks, as programs that keep the layout of pages print them: a header, and lines below that leave
//! the same places blank. Columns may stand elsewhere on each page.

mod bands;
mod gutters;
mod segments;

use std::collections::HashSet;

use gutters::{Gutters, Placed};
use segments::{bytes, reach, segments};

use super::{
    line::{Item, Line},
    shapes::{bare, is_annex, is_authority, is_recipients_label},
    tables::{is_number_column, is_row_label},
};
use crate::{ingest::RawKind, normalize::Mapped};

/// A page with more lines is read in parts.
const LONGEST_PAGE: usize = 120;
/// How many lines of a header may stand above the one that names the column of numbers.
const ABOVE: usize = 3;

/// A line of a table.
struct Printed {
    cells: Vec<Mapped>,
    /// The first cell numbers a row, or names the column of numbers.
    number: bool,
    blank_before: bool,
    opens_page: bool,
}

/// Reads the table that begins at the first line; gives its rows and how many lines it took.
pub(super) fn read(lines: &[Line]) -> Option<(Vec<Item>, usize)> {
    let named = header(lines)?;
    let head = lines.len().min(named + 1 + ABOVE);
    let known: HashSet<String> = lines[..head].iter().map(|l| bare(l.words())).collect();
    let mut gutters: Option<Gutters> = None;
    let mut printed: Vec<Printed> = Vec::new();
    let mut at = 0;
    'pages: while at < lines.len() {
        let page = &lines[at..at + page_of(&lines[at..])];
        if page.is_empty() {
            break;
        }
        let again = page.iter().take(ABOVE + 1).position(|l| names_columns(l) && known.contains(&bare(l.words())));
        let on_page = match &gutters {
            None => Gutters::named(page, head.min(page.len()))?,
            Some(before) => again
                .and_then(|n| Gutters::named(page, page.len().min(n + 1 + ABOVE)))
                .filter(|g| g.columns() == before.columns())
                .unwrap_or_else(|| before.again(page)),
        };
        let repeated = again.filter(|_| !printed.is_empty()).map_or(0, |n| {
            let more = page[n + 1..].iter().take(ABOVE).take_while(|l| known.contains(&bare(l.words()))).count();
            n + 1 + more
        });
        for (n, line) in page.iter().enumerate().skip(repeated) {
            let cells = match on_page.place(line) {
                Placed::Cells(cells) => cells,
                Placed::Across if at + n > 0 && goes_on_below(&page[n + 1..], &on_page) => on_page.group(line),
                Placed::Across => {
                    at += n;
                    break 'pages;
                }
            };
            let first = cells[0].as_str();
            printed.push(Printed {
                number: !first.is_empty() && (is_row_label(first) || is_number_column(first)),
                blank_before: line.blank_before,
                opens_page: n == repeated && at > 0 && (line.opens_page || n > 0 || page[0].opens_page),
                cells,
            });
        }
        at += page.len();
        gutters = Some(on_page);
    }
    let rows = bands::rows(&printed);
    let numbers = printed.iter().filter(|l| l.number).count();
    (rows.len() > 1 && numbers > 1).then(|| (rows.into_iter().map(|band| Item::Row(row(&printed[band]))).collect(), at))
}

/// Does the line name the column of numbers beside others?
pub(super) fn names_columns(line: &Line) -> bool {
    let words = line.words();
    let first = words.split("  ").next().unwrap_or_default();
    first.len() < words.len()
        && first.len() < 20
        && is_number_column(first)
        && !matches!(bare(first).as_str(), "so" | "no")
}

/// Numbers of rows that stand alone on their line below the column of numbers; others are those of pages.
pub(super) fn row_numbers(lines: &[Line]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut column: Option<std::ops::Range<usize>> = None;
    let mut last = 0;
    for (i, line) in lines.iter().enumerate() {
        if names_columns(line) {
            column = segments(line).first().map(|s| reach(s));
            last = if column.is_none() { 0 } else { last };
            continue;
        }
        let Some(place) = &column else { continue };
        let words = line.words();
        let first = words.split("  ").next().unwrap_or_default();
        let inside = line.indent + 3 >= place.start && line.indent <= place.end + 1;
        let Some(number) = first.trim_end_matches('.').parse::<usize>().ok().filter(|_| inside) else { continue };
        if number == last + 1 || number == 1 {
            last = number;
            if first.len() == words.len() {
                found.insert(i);
            }
        }
    }
    found
}

/// Which line of a header that begins at the first one names the column of numbers.
fn header(lines: &[Line]) -> Option<usize> {
    let near = lines.iter().take(ABOVE + 1).enumerate();
    let named = near.take_while(|(n, l)| *n == 0 || !l.blank_before).find(|(_, l)| names_columns(l))?.0;
    let numbers = segments(&lines[named]).first().map(|s| reach(s))?;
    // what stands above it names other columns
    let above = lines[..named].iter().all(|l| {
        l.indent > numbers.end && l.words().chars().count() < 200 && segments(l).iter().all(|s| reach(s).len() < 40)
    });
    above.then_some(named)
}

/// How many lines the page takes, as far as it can be a table's.
fn page_of(lines: &[Line]) -> usize {
    let ends = |(n, l): &(usize, &Line)| {
        let words = l.words();
        *n > 0 && l.opens_page
            || l.kind != RawKind::Line
            || words.contains(['\t', '|'])
            || is_recipients_label(words)
            || segments(l).iter().any(|s| is_authority(&words[bytes(s)]))
            || is_annex(words)
    };
    let most = lines.len().min(LONGEST_PAGE);
    lines[..most].iter().enumerate().find(ends).map_or(most, |(n, _)| n)
}

/// Does the table go on below words that run over its columns? Then they are the title of a group.
fn goes_on_below(below: &[Line], gutters: &Gutters) -> bool {
    let cells = |l: &Line| match gutters.place(l) {
        Placed::Cells(cells) => cells.iter().filter(|c| !c.as_str().is_empty()).count(),
        Placed::Across => 0,
    };
    let near: Vec<usize> = below.iter().take(4).map(cells).collect();
    near.iter().any(|n| *n >= 3) || near.iter().filter(|n| **n >= 2).count() >= 2
}

/// The lines of a row, cell by cell.
fn row(lines: &[Printed]) -> Vec<Mapped> {
    let mut whole = lines.first().map(|l| l.cells.clone()).unwrap_or_default();
    for line in lines.iter().skip(1) {
        for (cell, more) in whole.iter_mut().zip(&line.cells) {
            if !more.as_str().is_empty() {
                cell.join(between(cell.as_str()), more);
            }
        }
    }
    whole
}

/// What stands between two lines of a cell: nothing where a symbol was cut at its hyphen (`KH-` / `UBND`).
fn between(above: &str) -> &'static str {
    let cut = above.strip_suffix(['-', '/']).is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
    if above.is_empty() || cut { "" } else { " " }
}
