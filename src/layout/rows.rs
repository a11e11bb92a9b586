//! Rows of one table as the page left them become rows as they were meant: padded to the header's width, repeated
//! headers gone, rows that a page break cut in two whole again.

use super::{
    line::Item,
    shapes::bare,
    tables::{is_number_column, is_row_label},
};
use crate::{normalize::Mapped, text::letters::is_alphabetic};

type Row = Vec<Mapped>;

/// Tidies every run of rows.
pub(super) fn tidy(items: Vec<Item>) -> Vec<Item> {
    let mut tidied = Vec::with_capacity(items.len());
    let mut run: Vec<Row> = Vec::new();
    for item in items {
        match item {
            Item::Row(cells) => run.push(cells),
            other => {
                tidied.extend(table(std::mem::take(&mut run)).into_iter().map(Item::Row));
                tidied.push(other);
            }
        }
    }
    tidied.extend(table(run).into_iter().map(Item::Row));
    tidied
}

fn table(rows: Vec<Row>) -> Vec<Row> {
    let Some(header) = rows.iter().position(|r| r.first().is_some_and(|c| is_number_column(c.as_str()))) else {
        return rows;
    };
    let width = rows[header].len();
    let mut whole: Vec<Row> = Vec::with_capacity(rows.len());
    // the first half of a row whose number stands in the second half, below a repeated header
    let mut half: Option<Row> = None;
    let mut after_header = false;
    for (i, mut row) in rows.iter().cloned().enumerate() {
        row.resize(row.len().max(width), Mapped::default());
        if i > header {
            part_number(&mut row);
        }
        if i > header && row.first().is_some_and(|c| is_number_column(c.as_str())) {
            after_header = true;
            // only now is it known that the row above was cut
            if half.is_none()
                && whole.len() > header + 1
                && whole.last().is_some_and(|r| label(r).is_empty() && filled(r) == 1 && starts_large(r))
            {
                half = whole.pop();
            }
            continue;
        }
        // what is left of the repeated header: names of columns without a task
        if after_header
            && label(&row).is_empty()
            && (rows.iter().skip(header + 1).take(2).any(|h| same(h, &row)) || task(&row).is_empty())
        {
            continue;
        }
        if let Some(first) = half.take() {
            if label(&row).is_empty() {
                whole.push(first);
            } else {
                row = joined(first, &row);
            }
        } else if i > header + 2
            && label(&row).is_empty()
            && filled(&row) > 0
            && (goes_on(&row)
                || task(&row).is_empty()
                || whole.last().is_some_and(|last| continues(last, &row) || is_left_open(last, &row)))
            && let Some(last) = whole.pop()
        {
            row = joined(last, &row);
        }
        after_header = false;
        if i > header + 2
            && let Some(last) = whole.last_mut()
        {
            give_back(last, &mut row);
        }
        whole.push(row);
    }
    whole.extend(half);
    whole
}

fn label(row: &Row) -> &str {
    let first = row.first().map_or("", Mapped::as_str);
    if is_row_label(first) || !first.is_empty() { first } else { "" }
}

fn task(row: &Row) -> &str {
    row.get(1).map_or("", Mapped::as_str)
}

fn filled(row: &Row) -> usize {
    row.iter().filter(|c| !c.as_str().is_empty()).count()
}

fn starts_large(row: &Row) -> bool {
    row.iter().any(|c| c.as_str().starts_with(char::is_uppercase))
}

/// Every cell of the row goes on with small letters: the page broke inside the row.
fn goes_on(row: &Row) -> bool {
    row.iter()
        .filter(|c| !c.as_str().is_empty())
        .all(|c| c.as_str().starts_with(|c: char| c.is_lowercase() || c == ',' || c == ')'))
}

/// The task goes on where the one above stopped short (`;`, `,`, an item `(5)`), beside at most the tail of one other
/// cell.
fn continues(last: &Row, row: &Row) -> bool {
    let (above, below) = (task(last).trim_end(), task(row));
    let numbered = below
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(n, _)| n.parse::<u32>().is_ok_and(|n| n > 1 && above.contains(&format!("({})", n - 1))));
    let small = below.starts_with(|c: char| c.is_lowercase());
    let open = above.ends_with([';', ',']) && below.starts_with(is_alphabetic);
    let rest = || row.iter().skip(2).filter(|c| !c.as_str().is_empty());
    !label(last).is_empty()
        && !above.is_empty()
        && (numbered || small || open)
        && rest().count() <= 1
        && rest().all(|c| c.as_str().starts_with(char::is_lowercase))
}

/// A name stops at a word that ends none (`Sở Giáo dục và`), and the row below has no number nor begins an item.
fn is_left_open(last: &Row, row: &Row) -> bool {
    let open =
        |cell: &Mapped| ["và", "&", "của", "với"].contains(&cell.as_str().rsplit(' ').next().unwrap_or_default());
    !task(row).starts_with(['-', '–', '+', '*', '•'])
        && last.iter().zip(row).skip(2).any(|(above, below)| open(above) && !below.as_str().is_empty())
}

/// A task that was typed into the cell of its number, beside an empty one: `3.2 Mở lớp`.
fn part_number(row: &mut Row) {
    if row.len() < 3 || !task(row).is_empty() || filled(row) < 2 {
        return;
    }
    let Some((number, words)) = row[0].as_str().split_once(' ') else { return };
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    if figures && is_row_label(number) && words.trim_start().starts_with(char::is_uppercase) {
        let (at, end) = (number.len(), row[0].as_str().len());
        row[1] = row[0].slice(at..end).trim();
        row[0] = row[0].slice(0..at);
    }
}

/// A group's title (`IV`, `B`) beside the tail of a cell of the row above: the tail goes back to it.
fn give_back(last: &mut Row, row: &mut Row) {
    let first = row.first().map_or("", Mapped::as_str);
    let group = first.trim_end_matches('.').bytes().all(|b| b"IVXABCDE".contains(&b)) && !first.is_empty();
    if !group || filled(row) != 3 || task(row).is_empty() {
        return;
    }
    for (above, tail) in last.iter_mut().zip(row.iter_mut()).skip(2) {
        if tail.as_str().starts_with(char::is_lowercase) && !above.as_str().trim_end().ends_with(['.', ';']) {
            // some pages print it twice
            if !above.as_str().trim_end().ends_with(tail.as_str()) {
                above.join(if above.as_str().is_empty() { "" } else { " " }, tail);
            }
            *tail = Mapped::default();
        }
    }
}

fn same(a: &Row, b: &Row) -> bool {
    let key = |r: &Row| r.iter().map(|c| bare(c.as_str())).collect::<String>();
    filled(b) > 1 && key(a) == key(b)
}

/// The two halves of a row that was cut, cell by cell.
pub(super) fn joined(mut first: Row, second: &Row) -> Row {
    first.resize(first.len().max(second.len()), Mapped::default());
    for (a, b) in first.iter_mut().zip(second) {
        if !b.as_str().is_empty() {
            a.join(if a.as_str().is_empty() { "" } else { " " }, b);
        }
    }
    first
}
