//! Tables drawn with blanks, as programs that keep the layout of pages print them: a header, and lines below that leave
//! the same places blank. Columns may stand elsewhere on each page.

mod bands;
mod gutters;
mod in_order;
mod segments;
#[cfg(test)]
mod tests;

use std::{collections::HashSet, ops::Range};

use gutters::{Gutters, Placed};
use segments::{bytes, reach, segments};

use super::{
    line::{Item, Line},
    persons::is_authority,
    shapes::{bare, is_annex, is_capitals, is_recipients_label},
    tables::{is_number_column, is_row_label, opens_number_column},
};
use crate::{ingest::RawKind, normalize::Mapped, text::letters::is_alphanumeric, value::marker};

/// A page with more lines is read in parts.
const LONGEST_PAGE: usize = 120;
/// How many lines of a header may stand above the one that names the column of numbers.
const ABOVE: usize = 3;
/// How much further than others words may be pushed aside that are known to be cells, in characters.
const FURTHER: usize = 4;
/// A row with more lines is cut.
const TALLEST: usize = 70;

/// A line of a table.
struct Printed {
    line: usize,
    cells: Vec<Mapped>,
    /// The first cell numbers a row, or names the column of numbers.
    number: bool,
    blank_before: bool,
    opens_page: bool,
}

/// Reads the table that begins at the first line; gives its rows and how many lines it took.
pub(super) fn read(lines: &[Line]) -> Option<(Vec<Item>, usize)> {
    if let Some(table) = in_order::read(lines) {
        return Some(table);
    }
    let (named, numbers) = header(lines)?;
    let head = head_of(lines, named);
    let known: HashSet<String> = lines[..head].iter().map(|l| bare(l.words())).collect();
    let mut gutters: Option<Gutters> = None;
    let mut printed: Vec<Printed> = Vec::new();
    let mut at = 0;
    'pages: while at < lines.len() {
        let page = &lines[at..at + page_of(&lines[at..], &known)];
        if page.is_empty() {
            break;
        }
        let again = page.iter().take(ABOVE + 1).position(|l| names_columns(l) && known.contains(&bare(l.words())));
        let on_page = match &gutters {
            None => Gutters::named(page, named, head.min(page.len()), &numbers)?,
            Some(before) => again
                .and_then(|n| {
                    let numbers = reach(segments(&page[n], 0).first()?);
                    Gutters::named(page, n, head_of(page, n), &numbers)
                })
                .filter(|g| g.columns() == before.columns())
                .unwrap_or_else(|| before.again(page)),
        };
        // the header again, around which a row may go on
        let mut names = again.filter(|_| at > 0).map_or(0, |n| n + 1 + ABOVE);
        let mut opens_page = at > 0 && (page[0].opens_page || names > 0);
        for (n, line) in page.iter().enumerate() {
            if names_columns(line) && at + n > named {
                (names, opens_page) = (n + 1 + ABOVE, true);
            }
            if n < names && known.contains(&bare(line.words())) {
                continue;
            }
            let below = &lines[at + n + 1..];
            let runs_on = is_words(line, &numbers) && !below.iter().take(4).any(is_apart);
            if at + n > 0 && (runs_on || is_heading(line) && !goes_on_below(below, &on_page)) {
                at += n;
                break 'pages;
            }
            let further = if goes_on_to(below, &printed) { FURTHER } else { 0 };
            let cells = match on_page.place(line, further) {
                Placed::Cells(cells) => cells,
                Placed::Across if further > 0 || at + n > 0 && goes_on_below(below, &on_page) => on_page.group(line),
                Placed::Across => {
                    at += n;
                    break 'pages;
                }
            };
            let first = cells[0].as_str();
            printed.push(Printed {
                line: at + n,
                number: !first.is_empty() && (is_row_label(first) || is_number_column(first)),
                blank_before: line.blank_before,
                opens_page: std::mem::take(&mut opens_page),
                cells,
            });
        }
        at += page.len();
        // rows without any number are not read to their end
        if gutters.is_some() && printed.iter().filter(|l| l.number).nth(1).is_none() {
            return None;
        }
        gutters = Some(on_page);
    }
    let mut rows = bands::rows(&printed);
    // a heading with a number of its own is no group's title where nothing follows
    for _ in 0..ABOVE {
        rows.pop_if(|band| is_title(&row(&printed[band.clone()])));
    }
    if let Some(last) = rows.last().filter(|l| l.end < printed.len()) {
        at = printed[last.end].line;
    }
    let numbers = printed.iter().filter(|l| l.number).count();
    (rows.len() > 1 && numbers > 1).then(|| (rows.into_iter().map(|band| Item::Row(row(&printed[band]))).collect(), at))
}

/// Does the line name the column of numbers beside others?
pub(super) fn names_columns(line: &Line) -> bool {
    // two blanks end the first words, which are short
    let words = line.words();
    if !opens_number_column(words) {
        return false;
    }
    let gap = words.as_bytes().windows(2).take(20).position(|two| two == b"  ");
    gap.map(|gap| &words[..gap])
        .is_some_and(|first| is_number_column(first) && !matches!(bare(first).as_str(), "so" | "no"))
}

/// Numbers of rows that stand alone on their line below the column of numbers; others are those of pages.
pub(super) fn row_numbers(lines: &[Line]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut column: Option<Range<usize>> = None;
    let mut last = 0;
    for (i, line) in lines.iter().enumerate() {
        if names_columns(line) {
            column = segments(line, 0).first().map(|s| reach(s));
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

/// Which line of a header that begins at the first one names the column of numbers, and where.
fn header(lines: &[Line]) -> Option<(usize, Range<usize>)> {
    let near = lines.iter().take(ABOVE + 1).enumerate();
    let named = near.take_while(|(n, l)| *n == 0 || !l.blank_before).find(|(_, l)| names_columns(l))?.0;
    let numbers = segments(&lines[named], 0).first().map(|s| reach(s))?;
    // what stands above it names other columns
    let above = lines[..named].iter().all(|l| {
        l.indent > numbers.end && l.words().chars().count() < 200 && segments(l, 0).iter().all(|s| reach(s).len() < 40)
    });
    let begins = lines[0].words().starts_with(|c: char| !c.is_lowercase());
    (above && begins).then_some((named, numbers))
}

/// Where the header ends: above an empty line or the first number of a row.
fn head_of(lines: &[Line], named: usize) -> usize {
    let below = lines[named + 1..].iter().take(ABOVE);
    let numbered = |l: &Line| is_row_label(l.words().split(' ').next().unwrap_or_default());
    named + 1 + below.take_while(|l| !l.blank_before && !l.opens_page && !numbered(l)).count()
}

/// How many lines the page takes, as far as it can be a table's whose header has the lines of `known`.
fn page_of(lines: &[Line], known: &HashSet<String>) -> usize {
    let ends = |(n, l): &(usize, &Line)| {
        let words = l.words();
        *n > 0 && l.opens_page
            || l.kind != RawKind::Line
            || words.contains(['\t', '|'])
            || is_recipients_label(words)
            || segments(l, 0).iter().any(|s| is_authority(&words[bytes(s)]))
            || is_annex(words)
            || names_columns(l) && !known.contains(&bare(words))
    };
    let most = lines.len().min(LONGEST_PAGE);
    let end = lines[..most].iter().enumerate().find(ends).map_or(most, |(n, _)| n);
    if end == most || !names_columns(&lines[end]) {
        return end;
    }
    // another table: its header may begin above
    (end.saturating_sub(ABOVE)..=end).rev().find(|&n| lines[n].blank_before).unwrap_or(end)
}

/// `III. NHIỆM VỤ VÀ GIẢI PHÁP` below an empty line: a heading of the document, or the title of a group.
fn is_heading(line: &Line) -> bool {
    let words = line.words();
    let roman = marker::read(words, 0).filter(|m| m.style == marker::Style::Roman);
    line.blank_before
        && !words.contains("  ")
        && roman.is_some_and(|m| words[m.end..].trim().contains(' ') && is_capitals(&words[m.end..]))
}

/// Words at the margin of the table that no blanks part.
fn is_words(line: &Line, numbers: &Range<usize>) -> bool {
    const FEWEST: usize = 3;
    let words = line.words();
    line.indent <= numbers.start + 1 && !words.contains("  ") && words.split(' ').count() >= FEWEST
}

/// Do blanks part the words of the line?
fn is_apart(line: &Line) -> bool {
    line.words().contains("  ")
}

/// Does the table go on below words that run over its columns? Then they are the title of a group.
fn goes_on_below(below: &[Line], gutters: &Gutters) -> bool {
    let cells = |l: &Line| match gutters.place(l, 0) {
        Placed::Cells(cells) => cells.iter().filter(|c| !c.as_str().is_empty()).count(),
        Placed::Across => 0,
    };
    let near: Vec<usize> = below.iter().take(4).take_while(|l| !names_columns(l)).map(cells).collect();
    near.iter().any(|n| *n >= 3) || near.iter().filter(|n| **n >= 2).count() >= 2
}

/// Does the number of the next row stand alone or apart from other words soon below?
fn goes_on_to(below: &[Line], printed: &[Printed]) -> bool {
    let number = |words: &str| words.trim_end_matches('.').parse::<usize>().ok();
    let last = printed.iter().rev().take(TALLEST).find_map(|l| number(l.cells[0].as_str()));
    let apart = |l: &Line| number(l.words().split("  ").next().unwrap_or_default());
    last.is_some_and(|last| below.iter().take(ABOVE).any(|l| apart(l) == Some(last + 1)))
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

/// `II` beside words, and nothing else.
fn is_title(row: &[Mapped]) -> bool {
    let filled = row.iter().filter(|c| !c.as_str().is_empty()).count();
    filled <= 2 && row[0].as_str().starts_with(|c: char| c.is_uppercase()) && is_row_label(row[0].as_str())
}

/// What stands between two lines of a cell: nothing where a symbol was cut at its hyphen (`KH-` / `UBND`).
fn between(above: &str) -> &'static str {
    let cut = above.strip_suffix(['-', '/']).is_some_and(|rest| rest.ends_with(is_alphanumeric));
    if above.is_empty() || cut { "" } else { " " }
}
