//! Rows of a table become nodes: they nest by their numbers.

use std::ops::Range;

use super::{Node, NodeId, SectionKind, TableNode, TableRow, tree::Ids};
use crate::{
    layout::{LogicalLine, is_number_column, is_row_label},
    text::Text,
    value::marker,
};

/// Where the number of a row puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Label {
    Letter(String),
    Roman(String),
    Figures(Vec<String>),
    Small(String),
    None,
}

/// The rows of one table as nodes under `holder`; gives the table.
pub(super) fn read(
    text: &Text,
    lines: &[&LogicalLine],
    holder: Option<NodeId>,
    caption: Option<Range<usize>>,
    nodes: &mut Vec<Node>,
    ids: &mut Ids,
) -> TableNode {
    let header = header_rows(text, lines);
    let columns = columns(text, &lines[..header]);
    let numbered = columns.first().is_some_and(|c| is_number_column(c)) || mostly_labels(text, &lines[header..]);
    let mut table = TableNode { caption, columns, rows: Vec::new(), node: holder };
    let mut open: Vec<(Label, NodeId)> = Vec::new();
    let mut unnumbered = 0;
    let rows = &lines[header..];
    for (i, line) in rows.iter().enumerate() {
        let mut cells = line.cells.clone();
        once(text, &mut cells);
        let given = cells.clone();
        let mut label = Label::None;
        let mut marker = line.range.start..line.range.start;
        if numbered && let Some(first) = cells.first().cloned() {
            let words = text.at(&first);
            if is_row_label(words) {
                label = parse(words);
                marker = first;
            } else if let Some(m) = marker::read(words, 0).filter(|_| cells[1..].iter().all(Range::is_empty)) {
                // `A. Nhóm chỉ tiêu …` in one merged cell
                label = parse(&m.label);
                marker = first.start..first.start + m.range.end;
                cells[0] = first.start + m.end..first.end;
            } else if let Some(split) = merged_label(words).filter(|_| cells[1..].iter().all(Range::is_empty)) {
                label = parse(&words[..split]);
                marker = first.start..first.start + split;
                cells[0] = text.trim(first.start + split..first.end);
            }
        }
        let own: Vec<Range<usize>> =
            cells.iter().filter(|c| !c.is_empty() && (c.start >= marker.end || marker.is_empty())).cloned().collect();
        if own.is_empty() {
            table.rows.push(TableRow { cells: given, node: None });
            continue;
        }
        let (parent, part) = place(&label, &mut open, &mut unnumbered, holder);
        let id = ids.give(nodes, parent, &part);
        let node = nodes.len();
        let below = rows.get(i + 1).is_some_and(|next| names(text, &label, next, numbered));
        let heads = own.len() == 1 && !matches!(label, Label::None) && below;
        let (heading, words) = if heads { (own.into_iter().next(), Vec::new()) } else { (None, own) };
        let level = parent.map_or(1, |p| nodes[p].level + 1);
        if let Some(p) = parent {
            nodes[p].has_children = true;
        }
        nodes.push(Node {
            id,
            parent,
            kind: SectionKind::Row,
            level,
            marker,
            heading,
            text: words,
            has_children: false,
        });
        if !matches!(label, Label::None) {
            open.push((label, node));
        }
        table.rows.push(TableRow { cells: given, node: Some(node) });
    }
    table
}

/// Words of a cell over several columns, which some programs print in each of them, stay in the first.
fn once(text: &Text, cells: &mut [Range<usize>]) {
    const SHORTEST: usize = 8;
    let first = usize::from(cells.len() > 3 && text.at(&cells[0]) != text.at(&cells[1]));
    let [kept, others @ ..] = &mut cells[first..] else { return };
    let words = text.at(kept);
    if words.len() >= SHORTEST && others.len() > 1 && others.iter().all(|cell| text.at(cell) == words) {
        for cell in others {
            cell.end = cell.start;
        }
    }
}

/// How many rows at the top name the columns.
fn header_rows(text: &Text, lines: &[&LogicalLine]) -> usize {
    let named = lines.iter().take(3).position(|l| l.cells.first().is_some_and(|c| is_number_column(text.at(c))));
    let Some(first) = named else {
        // a first row of short names without figures but those of years; the column of numbers may have none
        let numbers = lines.get(1).is_some_and(|l| l.cells.first().is_some_and(|c| is_row_label(text.at(c))));
        let names = lines.first().is_some_and(|l| {
            let unnamed = usize::from(numbers && l.cells.len() > 2 && l.cells[0].is_empty());
            let years = || l.cells.len() > 2 && lines[1..].iter().take(2).all(|row| states_figures(text, row));
            l.cells.len() > 1
                && l.cells[unnamed..].iter().enumerate().all(|(n, c)| {
                    let words = text.at(c);
                    words.chars().count() <= 40
                        && (!words.contains(|c: char| c.is_ascii_digit()) || n > 0 && names_years(words) && years())
                        && !c.is_empty()
                })
                && !l.cells.first().is_some_and(|c| is_row_label(text.at(c)))
                && !l.cells.iter().any(|c| is_item(text.at(c)))
        });
        return usize::from(names && lines.len() > 1);
    };
    let more = lines[first + 1..]
        .iter()
        .take_while(|l| {
            let head = l.cells.first().map_or("", |c| text.at(c));
            let index = l.cells.iter().all(|c| {
                text.at(c).trim_matches(['(', ')']).chars().all(|c| c.is_ascii_digit() || "=+-x:/ ".contains(c))
            });
            let sub = head.is_empty()
                && l.cells.iter().all(|c| text.at(c).chars().count() <= 40)
                && l.cells.get(1).is_none_or(|c| text.at(c).chars().count() <= 25);
            index || sub
        })
        .count();
    first + 1 + more
}

/// `2025`, `Năm 2025`, `Giai đoạn 2021-2025`: a column of what is to be reached by then.
fn names_years(words: &str) -> bool {
    let year = |n: &str| n.len() == 4 && matches!(&n[..2], "19" | "20");
    let mut numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
    numbers.all(year)
}

/// Do all cells behind the first have figures?
fn states_figures(text: &Text, row: &LogicalLine) -> bool {
    row.cells.len() > 1 && row.cells[1..].iter().all(|c| text.at(c).contains(|c: char| c.is_ascii_digit()))
}

/// `- Bí thư Đoàn xã`, `Chủ đầu tư:`: an item of a list or a label before its value names no column.
fn is_item(words: &str) -> bool {
    words.starts_with(['-', '–', '+', '•', '*']) || words.ends_with(':')
}

fn columns(text: &Text, header: &[&LogicalLine]) -> Vec<String> {
    let width = header.iter().map(|l| l.cells.len()).max().unwrap_or(0);
    (0..width)
        .map(|i| {
            let parts: Vec<&str> = header
                .iter()
                .filter_map(|l| l.cells.get(i))
                .map(|c| text.at(c))
                .filter(|w| !w.is_empty() && !is_index(w))
                .collect();
            parts.join(" ")
        })
        .collect()
}

/// `(3)`: the number of a column; a year names it.
fn is_index(words: &str) -> bool {
    let number = words.trim_matches(['(', ')']);
    number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit())
}

fn mostly_labels(text: &Text, rows: &[&LogicalLine]) -> bool {
    let labelled = rows.iter().filter(|l| l.cells.first().is_some_and(|c| is_row_label(text.at(c)))).count();
    labelled * 2 > rows.len()
}

fn parse(words: &str) -> Label {
    let label = words.trim().trim_end_matches(['.', ')', ':']).trim_start_matches('(');
    let mut chars = label.chars();
    let one = label.chars().count() == 1;
    match chars.next() {
        Some(c) if c.is_ascii_digit() => Label::Figures(label.split('.').map(str::to_owned).collect()),
        Some(c) if c.is_uppercase() && label.bytes().all(|b| b"IVXL".contains(&b)) => Label::Roman(label.to_owned()),
        Some(c) if c.is_uppercase() && one => Label::Letter(label.to_owned()),
        Some(c) if c.is_lowercase() && one => Label::Small(label.to_owned()),
        _ => Label::None,
    }
}

/// `A Nhóm chỉ tiêu …`: the label and the words in one cell.
fn merged_label(words: &str) -> Option<usize> {
    let (label, rest) = words.split_once(' ')?;
    (is_row_label(label)
        && !matches!(parse(label), Label::None | Label::Small(_))
        && rest.starts_with(char::is_uppercase))
    .then_some(label.len())
}

/// Does the next row stand below this one, so that this one only names it?
fn names(text: &Text, label: &Label, next: &LogicalLine, numbered: bool) -> bool {
    let first = next.cells.first().map_or("", |c| text.at(c));
    let next_label = if numbered && is_row_label(first) { parse(first) } else { Label::None };
    match (label, &next_label) {
        (Label::Letter(_), Label::Letter(_)) | (Label::Roman(_), Label::Roman(_) | Label::Letter(_)) => false,
        (Label::Figures(a), Label::Figures(b)) => b.len() > a.len() && b.starts_with(a),
        (Label::Letter(_) | Label::Roman(_), _) | (_, Label::None | Label::Small(_)) => true,
        _ => false,
    }
}

/// The parent of a row and its own part of the id.
fn place(
    label: &Label,
    open: &mut Vec<(Label, NodeId)>,
    unnumbered: &mut usize,
    holder: Option<NodeId>,
) -> (Option<NodeId>, String) {
    let rank = |l: &Label| match l {
        Label::Letter(_) => 0,
        Label::Roman(_) => 1,
        Label::Figures(parts) => 1 + parts.len(),
        Label::Small(_) => 12,
        Label::None => 13,
    };
    if matches!(label, Label::None) {
        *unnumbered += 1;
        return (holder, format!("r{unnumbered}"));
    }
    // a letter below romans, where romans came first
    let letters_inside =
        matches!(label, Label::Letter(_)) && open.first().is_some_and(|(l, _)| matches!(l, Label::Roman(_)));
    while let Some((last, _)) = open.last() {
        let inside = match (last, label) {
            (Label::Figures(a), Label::Figures(b)) => b.len() > a.len() && b.starts_with(a),
            (Label::Roman(_), Label::Letter(_)) => letters_inside,
            (Label::Letter(_), Label::Roman(_)) => !open.first().is_some_and(|(l, _)| matches!(l, Label::Roman(_))),
            (last, label) => rank(last) < rank(label),
        };
        if inside {
            break;
        }
        open.pop();
    }
    let parent = open.last();
    let part = match label {
        Label::Figures(parts) => {
            let under = matches!(parent, Some((Label::Figures(a), _)) if parts.starts_with(a));
            if under { parts.last().cloned().unwrap_or_default() } else { parts.join(".") }
        }
        Label::Letter(l) | Label::Roman(l) | Label::Small(l) => l.clone(),
        Label::None => String::new(),
    };
    (parent.map(|(_, n)| *n).or(holder), part)
}
