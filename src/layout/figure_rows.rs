//! Tables of figures printed one cell a line, without a column of numbers: the names of the columns one below the other,
//! then each row's name and its figures.

use super::{
    line::{Item, Line},
    shapes::is_page_number,
};
use crate::text::letters::is_alphabetic;

/// With fewer figures a row, an item and what it counts look the same.
const FEWEST: usize = 3;
/// No table that people read has more columns.
const MOST: usize = 14;
/// The longest name of a column or a row, in bytes.
const LONGEST: usize = 160;

/// Reads the table that begins at the first line; gives its rows and how many lines it took.
pub(super) fn read(lines: &[Line]) -> Option<(Vec<Item>, usize)> {
    let names = lines.iter().take(MOST + 2).take_while(|line| is_name(line)).count();
    // the last of them is the name of the first row
    let columns = names.checked_sub(1).filter(|&n| n > FEWEST)?;
    let mut rows = vec![row(&lines[..columns])];
    let mut at = columns;
    while let Some(whole) = lines.get(at..at + columns).filter(|whole| is_row(whole)) {
        rows.push(row(whole));
        at += columns;
    }
    let goes_on = lines.get(at).is_some_and(is_figure);
    (rows.len() > 2 && !goes_on).then_some((rows, at))
}

fn row(lines: &[Line]) -> Item {
    Item::Row(lines.iter().map(|line| line.text.clone()).collect())
}

/// A name and nothing but figures behind it.
fn is_row(lines: &[Line]) -> bool {
    lines.split_first().is_some_and(|(name, figures)| is_name(name) && figures.iter().all(is_figure))
}

fn is_name(line: &Line) -> bool {
    let words = line.words();
    words.len() < LONGEST
        && words.contains(is_alphabetic)
        && !words.contains(['\t', '|'])
        && !words.ends_with([';', ':'])
}

/// `590.126`, `81,60%`, `602`, `-`
fn is_figure(line: &Line) -> bool {
    is_amount(line.words()) || is_page_number(line.words()) || line.words() == "-"
}

/// `590.126`, `81,60%`: a figure alone that no page has for its number.
pub(super) fn is_amount(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    if !words.starts_with(digit) {
        return false;
    }
    let figure = words.strip_suffix('%').unwrap_or(words).trim_end();
    let marked = figure.len() < words.len() || figure.contains(['.', ',']) || figure.len() > "2026".len();
    marked && figure.ends_with(digit) && figure.chars().all(|c| digit(c) || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::Mapped;

    fn rows(text: &str) -> Option<(Vec<String>, usize)> {
        let lines: Vec<Line> = text.lines().enumerate().map(|(n, words)| Line::plain(Mapped::new(words, n))).collect();
        let (items, taken) = read(&lines)?;
        let cells = |item: &Item| match item {
            Item::Row(cells) => cells.iter().map(Mapped::as_str).collect::<Vec<_>>().join(" | "),
            _ => String::new(),
        };
        Some((items.iter().map(cells).collect(), taken))
    }

    #[test]
    fn a_name_and_its_figures() {
        let table =
            "Cây trồng\nDiện tích\nSản lượng\nTỷ lệ\nI. Cây ăn quả\n1.250\n602\n81,6%\n- Cam\n30\n15\n2%\nII. NHIỆM VỤ";
        let expected = [
            "Cây trồng | Diện tích | Sản lượng | Tỷ lệ",
            "I. Cây ăn quả | 1.250 | 602 | 81,6%",
            "- Cam | 30 | 15 | 2%",
        ];
        assert_eq!(rows(table), Some((expected.map(str::to_owned).to_vec(), 12)));
    }

    #[test]
    fn no_tables() {
        for text in [
            "Cây trồng\nDiện tích\nSản lượng\nTỷ lệ\nI. Cây ăn quả\n1.250\n602\n81,6%\nII. NHIỆM VỤ",
            "Cây trồng\nDiện tích\nSản lượng\nTỷ lệ\nCam\n1.250\n602\nBưởi\n30\n15",
            "Một\nHai\nBa\nBốn\nNăm\nSáu",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }
}
