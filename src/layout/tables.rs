//! Tables found in text: tab-separated rows, Markdown rows, and tables flattened to one cell a line between lone `|`.

use std::ops::Range;

use super::{
    columns, figure_rows,
    furniture::ends_page,
    letter::is_addressees,
    line::{Item, Line},
    rows::joined,
    shapes::{bare_letters, is_annex, is_capitals, is_ruler},
    stacked,
    web_page::WebPage,
    wrapped_cells,
};
use crate::{
    ingest::{Flow, RawKind},
    normalize::Mapped,
    text::letters::is_alphabetic,
    value::marker,
};

/// Each line may be looked at so often, in the mean, for the sake of tables that turn out to be none.
const MOST_LOOKS: usize = 8;

/// How many lines may still be looked at in vain.
struct Looks(usize);

impl Looks {
    /// What is found there, when anything may still be sought.
    fn take<T>(&mut self, seek: impl FnOnce() -> Result<T, usize>) -> Option<T> {
        if self.0 == 0 {
            return None;
        }
        let found = seek();
        if let Err(seen) = &found {
            self.0 = self.0.saturating_sub(*seen);
        }
        found.ok()
    }
}

/// Lines become rows where they are rows.
pub(super) fn find(mut lines: Vec<Line>, page: WebPage) -> Vec<Item> {
    let signs = Signs {
        columns: lines.iter().any(columns::names_columns),
        amounts: lines.iter().any(|line| figure_rows::is_amount(line.words())),
    };
    let mut items = Vec::with_capacity(lines.len());
    let mut looks = Looks(lines.len() * MOST_LOOKS);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let words = line.words();
        if line.kind == RawKind::Row {
            let mut row = tabbed(line);
            // a page's end cut it
            while lines[at].flow == Flow::GoesOn && lines.get(at + 1).is_some_and(|next| next.kind == RawKind::Row) {
                at += 1;
                row = joined(row, &tabbed(&lines[at]));
            }
            items.push(Item::Row(row));
            at += 1;
        } else if words == "|" {
            at += flattened(&lines[at..], page, &mut items);
        } else if words.len() > 2 && words.starts_with('|') && words.trim_end().ends_with('|') {
            match markdown(line) {
                // `| CHỦ TỊCH |`: one cell in capitals is what is left of a signature
                Item::Row(mut cells)
                    if cells.len() == 1
                        && is_capitals(cells[0].as_str())
                        && !cells[0].as_str().contains('\n')
                        && !was_row(&items) =>
                {
                    items.extend([Item::Line(Line { text: cells.swap_remove(0), ..line.clone() }), Item::Break]);
                }
                row => items.push(row),
            }
            at += 1;
        } else if let Some(row) = barred(line) {
            items.extend(row);
            at += 1;
        } else if is_parted(line) && (at > 0 && was_row(&items) || lines.get(at + 1).is_some_and(is_parted)) {
            items.push(parted(line));
            at += 1;
        } else if let Some((rows, taken)) = looks.take(|| printed(&lines[at..], signs)) {
            items.extend(rows);
            at += taken;
        } else if let Some(tab) = tab_behind_marker(words).filter(|_| !is_in_table(&items, line, lines.get(at + 1))) {
            let mut item = lines[at].take();
            item.text.replace(&[(tab, " ")]);
            item.text = item.text.trim();
            items.push(Item::Line(item));
            at += 1;
        } else if words.contains('\t') && !is_set_off_item(words) {
            items.push(Item::Row(tabbed(line)));
            at += 1;
        } else {
            let mut item = lines[at].take();
            if item.words().starts_with([' ', '\t']) {
                item.text = item.text.trim();
            }
            items.push(Item::Line(item));
            at += 1;
        }
    }
    items.retain(|i| !matches!(i, Item::Row(cells) if cells.iter().all(|c| is_ruler_cell(c.as_str()))));
    items
}

/// What a document must hold anywhere for some tables to be sought in it.
#[derive(Clone, Copy)]
struct Signs {
    /// A line that names columns.
    columns: bool,
    /// An amount alone on its line.
    amounts: bool,
}

/// The rows of a table that is drawn with blanks or printed one cell below the other, and how many lines it takes; of none,
/// how many were looked at.
fn printed(lines: &[Line], signs: Signs) -> Result<(Vec<Item>, usize), usize> {
    let drawn = signs.columns.then(|| columns::read(lines)).flatten();
    if let Some(table) = drawn.or_else(|| signs.amounts.then(|| figure_rows::read(lines)).flatten()) {
        return Ok(table);
    }
    stacked::read(lines).or_else(|seen| wrapped_cells::read(lines).map_err(|more| seen + more))
}

/// `-` | `Đạt 98% hồ sơ`, `1.` | `Công an xã: …`: the tab that a word processor sets between a marker and its words.
fn tab_behind_marker(words: &str) -> Option<Range<usize>> {
    // the line itself may be indented
    let marker = marker::read(words, words.len() - words.trim_start().len())?;
    let tab = marker.range.end + words[marker.range.end..].find('\t')?;
    let end = tab + words[tab..].len() - words[tab..].trim_start_matches('\t').len();
    let rest = words[end..].trim_end();
    (words[marker.range.end..tab].trim().is_empty() && !rest.is_empty() && is_set_off(rest)).then_some(tab..end)
}

/// `- Địa điểm:` | `phòng họp`, `Kính gửi:` | `Sở Y tế`: an item whose tabs only set off what its colon names.
fn is_set_off_item(words: &str) -> bool {
    let words = words.trim_start();
    (marker::read(words, 0).is_some() || is_addressees(words))
        && is_set_off(words)
        && !words.trim_end_matches('\t').ends_with(':')
}

/// Do tabs stand only behind colons?
fn is_set_off(words: &str) -> bool {
    words.match_indices('\t').all(|(i, _)| words[..i].trim_end().ends_with(':'))
}

/// Does a line with one tab stand among rows? Below an empty line one of fewer cells ends their table, unless that goes on.
fn is_in_table(items: &[Item], line: &Line, next: Option<&Line>) -> bool {
    let Some(Item::Row(cells)) = items.last() else { return false };
    let goes_on = || next.is_some_and(|l| l.words().matches('\t').count() + 1 >= cells.len());
    cells.len() == 2 || cells.len() > 2 && (!line.blank_before || goes_on())
}

fn is_ruler_cell(words: &str) -> bool {
    words.chars().all(|c| matches!(c, '-' | ':' | ' '))
}

fn tabbed(line: &Line) -> Vec<Mapped> {
    cells_between(line, 0..line.words().len(), "\t")
}

/// The cells of a range of the line, which marks part.
fn cells_between(line: &Line, range: Range<usize>, mark: &str) -> Vec<Mapped> {
    let mut cells = Vec::new();
    let mut from = range.start;
    for (at, _) in line.words()[range.clone()].match_indices(mark) {
        cells.push(line.text.slice(from..range.start + at).trim());
        from = range.start + at + mark.len();
    }
    cells.push(line.text.slice(from..range.end).trim());
    cells
}

/// `a | b |`: cells whose bars stand behind them; of one cell alone, its last line.
fn barred(line: &Line) -> Option<Vec<Item>> {
    let words = line.words().trim_end();
    let inside = words.strip_suffix(" |")?;
    let cells = cells_between(line, 0..inside.len(), "|");
    Some(match cells.len() {
        1 => vec![Item::Line(line.part(0..inside.len())), Item::Break],
        _ => vec![Item::Row(cells)],
    })
}

/// `a | b`: cells with bars between them only.
fn is_parted(line: &Line) -> bool {
    line.words().contains(" | ")
}

/// Is the last item a row of several cells?
fn was_row(items: &[Item]) -> bool {
    items.last().is_some_and(|item| matches!(item, Item::Row(cells) if cells.len() > 1))
}

fn parted(line: &Line) -> Item {
    Item::Row(cells_between(line, 0..line.words().len(), "|"))
}

/// `| a | b |`
fn markdown(line: &Line) -> Item {
    Item::Row(cells_between(line, 1..line.words().trim_end().len() - 1, "|"))
}

/// A run of cells between lone `|`. `| |` parts two rows or stands for an empty cell; the row labels and the number of
/// columns tell which. A run that is no table of rows (a masthead, a signature block) gives lines and breaks.
fn flattened(lines: &[Line], page: WebPage, items: &mut Vec<Item>) -> usize {
    let region = region(lines, page);
    // a signature block right above the table belongs to the same run of bars
    let bar = |i: usize| lines[i].words() == "|";
    let head = (1..region).find(|&i| is_number_column(lines[i].words()) && bar(i - 1) && i + 1 < region && bar(i + 1));
    let table = head.map_or(region, |h| h - 1);
    for line in &lines[..table] {
        if line.words() == "|" {
            items.push(Item::Break);
        } else {
            items.extend(barred(line).unwrap_or_else(|| vec![Item::Line(line.clone())]));
        }
    }
    if table < region {
        let cells = cells(&lines[table..region]);
        items.extend(rows(&cells, columns_of(&cells)));
    }
    region
}

/// How many lines belong to the run: up to the last `|` before a stretch of words that is no cell.
fn region(lines: &[Line], web: WebPage) -> usize {
    const LONGEST_CELL: usize = 60;
    let mut end = 1;
    let mut blanks = 0;
    for (i, line) in lines.iter().enumerate().skip(1) {
        if line.words() == "|" {
            end = i + 1;
            blanks = 0;
            continue;
        }
        blanks += usize::from(line.blank_before);
        let words = line.words();
        let page = ends_page(words) || words.len() < 400 && web.holds(words);
        // `| 97,5 |` `PHỤ LỤC II`: the bar before closed the last row
        let next = i == end && is_capitals(line.words()) && is_annex(line.words());
        if i - end >= LONGEST_CELL || blanks > 2 || page || next {
            break;
        }
    }
    end
}

/// A cell's words and how many bars stand before it.
struct Cell<'a> {
    bars: usize,
    lines: Vec<&'a Line>,
}

impl Cell<'_> {
    fn text(&self) -> Mapped {
        let mut text = Mapped::default();
        for (i, line) in self.lines.iter().enumerate() {
            text.join(if i == 0 { "" } else { " " }, &line.text);
        }
        text
    }

    fn is_label(&self) -> bool {
        let text = self.text();
        is_row_label(text.as_str())
    }
}

fn cells(lines: &[Line]) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    let mut bars = 0;
    let mut words: Vec<&Line> = Vec::new();
    for line in lines {
        if line.words() == "|" {
            if !words.is_empty() {
                cells.push(Cell { bars, lines: std::mem::take(&mut words) });
                bars = 0;
            }
            bars += 1;
        } else {
            words.push(line);
        }
    }
    cells
}

/// How many columns the header row has: cells that one bar parts.
fn columns_of(cells: &[Cell]) -> usize {
    1 + cells.iter().skip(1).take_while(|c| c.bars == 1).count()
}

/// The title of the column that numbers the rows.
pub(crate) fn is_number_column(words: &str) -> bool {
    const LONGEST: usize = 60;
    const TITLES: [&str; 7] = ["tt", "stt", "sott", "so", "sothutu", "thutu", "no"];
    words.len() <= LONGEST
        && opens_number_column(words)
        && TITLES.iter().any(|title| bare_letters(words).eq(title.chars()))
}

/// The first letter tells most words from such a title.
pub(super) fn opens_number_column(words: &str) -> bool {
    matches!(bare_letters(words).next(), Some('t' | 's' | 'n'))
}

fn rows(cells: &[Cell], columns: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut row: Vec<Mapped> = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 && cell.bars >= 2 {
            let label = cell.is_label();
            let same_row =
                cells[i..].iter().enumerate().take_while(|(n, c)| *n == 0 || !(c.bars >= 2 && c.is_label())).count();
            let fits = row.len() + (cell.bars - 1) + same_row <= columns;
            if label || !fits {
                items.push(Item::Row(std::mem::take(&mut row)));
                if !label {
                    // the number cell is merged with the one above
                    row.push(Mapped::default());
                }
            } else {
                row.resize(row.len() + cell.bars - 1, Mapped::default());
            }
        }
        row.push(cell.text());
    }
    if !row.is_empty() {
        items.push(Item::Row(row));
    }
    for item in &mut items {
        if let Item::Row(cells) = item {
            cells.resize(cells.len().max(columns), Mapped::default());
        }
    }
    items
}

/// What numbers a row: `1`, `1.2.`, `IV`, `A`, `-`, `a)`.
pub(crate) fn is_row_label(words: &str) -> bool {
    let label = words.trim().trim_end_matches(['.', ')', ':']).trim_start_matches('(');
    if matches!(label, "-" | "+" | "*" | "•" | "–") {
        return true;
    }
    let decimal = !label.is_empty()
        && label.len() <= 9
        && label.split('.').all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()));
    let roman = !label.is_empty() && label.len() <= 6 && label.bytes().all(|b| b"IVXLC".contains(&b));
    let letter = label.chars().count() == 1 && label.chars().all(is_alphabetic);
    decimal || roman || letter || (!label.is_empty() && is_ruler(label) && label.len() <= 3)
}
