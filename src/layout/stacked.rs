//! Tables printed one cell a line without any bars, as programs that turn office files into text print them: the names
//! of the columns one below the other from `STT` on, then each row from its number on. An empty cell is an empty line.

use super::{
    line::{Item, Line},
    persons::is_authority,
    shapes::{is_annex, is_capitals, is_recipients_label},
    tables::is_number_column,
};
use crate::{normalize::Mapped, text::fold, value::marker};

/// A header or a row with more lines is none.
const LONGEST: usize = 40;

/// Reads the table that begins at the first line; gives its rows and how many lines it took, or how many are none.
pub(super) fn read(lines: &[Line]) -> Result<(Vec<Item>, usize), usize> {
    let Some((header, first)) = head(lines) else { return Err(0) };
    let (names, width) = (&lines[..first], header.len());
    // lines that only go on with a cell: a page broke them, and nothing tells where a cell ends
    let (mut broken, mut all) = (0, 0);
    let mut rows = vec![header];
    let mut at = first;
    let mut last: Option<&str> = None;
    while let Some(label) = lines.get(at).filter(|l| numbers(l.words(), last)) {
        last = Some(label.words());
        let body = &lines[at + 1..];
        let next = next_label(body, last, width);
        let (cells, taken) = match next {
            Some(next) => (row(&body[..next], body[next].blank_before, width), next),
            None => last_row(body, width, names[1..].iter().all(|l| l.blank_before)),
        };
        all += taken;
        broken += body[..taken]
            .iter()
            .filter(|l| l.words().starts_with(char::is_lowercase) && l.words().chars().count() > 12)
            .count();
        let mut row = vec![label.text.clone()];
        row.extend(cells);
        rows.push(row);
        at += 1 + taken;
        if next.is_none() {
            break;
        }
    }
    // two rows at least, most of them with all their cells
    let whole = rows.iter().skip(1).filter(|r| r.len() == width).count();
    let groups = rows.iter().skip(1).filter(|r| r.len() == 2).count();
    let is_table = whole > 1 && broken * 4 <= all && (whole + groups) * 3 >= (rows.len() - 1) * 2;
    if is_table { Ok((rows.into_iter().map(Item::Row).collect(), at)) } else { Err(at) }
}

/// The names of the columns and how many lines they take, when the table begins at the first line.
fn head(lines: &[Line]) -> Option<(Vec<Mapped>, usize)> {
    if !is_number_column(lines.first()?.words()) {
        return None;
    }
    let first = lines.iter().take(16).position(|l| numbers(l.words(), None))?;
    let names = &lines[..first];
    if names.iter().any(|l| l.words().chars().count() > 60 || l.words().contains('\t') || l.words() == "|") {
        return None;
    }
    let header = merged(names);
    (header.len() >= 3).then_some((header, first))
}

/// Is the line the number of the row after `last`: `1`, `2.`, `I`, `A`, `1.1`?
pub(super) fn numbers(words: &str, last: Option<&str>) -> bool {
    let label = words.trim_end_matches(['.', ')']);
    let Some(last) = last.map(|l| l.trim_end_matches(['.', ')'])) else {
        return matches!(label, "1" | "01" | "I" | "A" | "1.1");
    };
    let number = |s: &str| s.rsplit('.').next().and_then(|n| n.parse::<u32>().ok());
    if let (Some(this), Some(before)) = (number(label), number(last)) {
        let (above, above_last) = (label.rsplit_once('.').map(|p| p.0), last.rsplit_once('.').map(|p| p.0));
        return above == above_last && this == before + 1
            || above == Some(last) && this == 1
            || above.is_none() && above_last.and_then(|a| a.parse::<u32>().ok()).is_some_and(|a| this == a + 1)
            || above.is_some()
                && above.and_then(|a| a.parse::<u32>().ok())
                    == above_last.and_then(|a| a.parse::<u32>().ok()).map(|a| a + 1)
                && this == 1;
    }
    if let Some(this) = number(label) {
        return this == 1;
    }
    // groups between the rows
    label.len() <= 4 && marker::roman_value(label).is_some() || matches!(label, "B" | "C" | "D")
}

/// Where the next row begins: at its number, once this row has as many cells as its columns, or names a group.
fn next_label(body: &[Line], last: Option<&str>, width: usize) -> Option<usize> {
    let group = last.is_some_and(|l| !l.starts_with(|c: char| c.is_ascii_digit()));
    // a row of a blank form
    if body.first().is_some_and(|l| l.blank_before && numbers(l.words(), last)) {
        return Some(0);
    }
    (1..body.len().min(LONGEST)).find(|&i| {
        numbers(body[i].words(), last) && {
            let filled = i + body[1..=i].iter().filter(|l| l.blank_before).count();
            group || filled + 1 >= width || body[i].words().parse::<u32>().is_err()
        }
    })
}

/// The cells of a row: a line each, an empty one where an empty line stands.
fn row(body: &[Line], blank_after: bool, width: usize) -> Vec<Mapped> {
    let whole = merged(body);
    if body.is_empty() {
        return vec![Mapped::default(); width - 1];
    }
    if body.len() == 1 && width > 2 || whole.len() + 1 == width {
        return if body.len() == 1 { vec![body[0].text.clone()] } else { whole };
    }
    let mut cells: Vec<Mapped> = Vec::new();
    for (i, line) in body.iter().enumerate() {
        if i > 0 && line.blank_before && cells.len() + (body.len() - i) + 1 < width {
            cells.push(Mapped::default());
        }
        cells.push(line.text.clone());
    }
    if blank_after && cells.len() + 2 == width {
        cells.push(Mapped::default());
    }
    if cells.len() + 1 == width { cells } else { whole }
}

/// Words below a table that are no cell of it.
pub(super) fn ends_table(line: &Line, first: bool) -> bool {
    let words = line.words();
    words.ends_with(':')
        || first && line.blank_before
        || is_recipients_label(words)
        || is_authority(words)
        || is_annex(words)
        || marker::read(words, 0).is_some_and(|m| !matches!(m.style, marker::Style::Dash | marker::Style::Plus))
        || fold(words).starts_with("trên đây là")
}

/// The cells of the table's last row, which no number ends; how many lines it takes. `spaced` says that an empty line
/// stands between all cells.
fn last_row(body: &[Line], width: usize, spaced: bool) -> (Vec<Mapped>, usize) {
    let blank = |line: &Line| line.blank_before && !spaced;
    let ends = |line: &Line, first: bool| ends_table(line, first && !spaced);
    let below = body.iter().enumerate().take(LONGEST).position(|(i, line)| ends(line, i == 0));
    if below == Some(width - 1) && !body[..width - 1].iter().any(blank) {
        return (body[..width - 1].iter().map(|l| l.text.clone()).collect(), width - 1);
    }
    let mut cells: Vec<Mapped> = Vec::new();
    let mut taken = 0;
    for line in body.iter().take(LONGEST) {
        let words = line.words();
        let title = is_capitals(words) && blank(line) && cells.len() + 1 >= width;
        if title || ends(line, taken == 0) {
            break;
        }
        if goes_on(words)
            && !blank(line)
            && let Some(last) = cells.last_mut()
        {
            last.join(" ", &line.text);
        } else {
            if cells.len() + 1 >= width {
                break;
            }
            if blank(line) && taken > 0 && cells.len() + 2 < width {
                cells.push(Mapped::default());
            }
            cells.push(line.text.clone());
        }
        taken += 1;
    }
    if cells.len() + 1 < width {
        cells.resize(width - 1, Mapped::default());
    }
    (cells, taken)
}

/// Lines that only go on with the one above belong to its cell.
pub(super) fn merged(lines: &[Line]) -> Vec<Mapped> {
    let mut cells: Vec<Mapped> = Vec::new();
    for line in lines {
        match cells.last_mut() {
            Some(last) if goes_on(line.words()) && !line.blank_before => last.join(" ", &line.text),
            _ => cells.push(line.text.clone()),
        }
    }
    cells
}

/// `thực hiện`, `/2012`, `- Sở Y tế`, `(nếu có)`: no cell of its own.
fn goes_on(words: &str) -> bool {
    words.starts_with(|c: char| c.is_lowercase() || matches!(c, '/' | '-' | '+' | '(' | ',' | ';' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<(Vec<String>, usize)> {
        let mut blank = false;
        let mut lines = Vec::new();
        for (n, words) in text.lines().enumerate() {
            if words.trim().is_empty() {
                blank = true;
                continue;
            }
            lines.push(Line { blank_before: blank, ..Line::plain(Mapped::new(words, n)) });
            blank = false;
        }
        let (items, taken) = read(&lines).ok()?;
        let rows = items.iter().map(|i| match i {
            Item::Row(cells) => cells.iter().map(Mapped::as_str).collect::<Vec<_>>().join(" | "),
            _ => String::new(),
        });
        Some((rows.collect(), taken))
    }

    #[test]
    fn one_cell_a_line() {
        let text = "Stt\nNội dung\nĐơn vị\nchủ trì\nĐơn vị phối hợp\nThời gian\n1\nLập danh sách\nSở Y tế\n\nQuý I\n2\nTập huấn\nSở Nội vụ\nUBND các xã\nQuý II\n3\nSơ kết\n\nSở Y tế\nQuý IV\n\nV. KINH PHÍ";
        assert_eq!(
            rows(text),
            Some((
                [
                    "Stt | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian",
                    "1 | Lập danh sách | Sở Y tế |  | Quý I",
                    "2 | Tập huấn | Sở Nội vụ | UBND các xã | Quý II",
                    "3 | Sơ kết |  | Sở Y tế | Quý IV",
                ]
                .map(str::to_owned)
                .to_vec(),
                19
            ))
        );
    }

    #[test]
    fn groups_and_quantities() {
        let text = "TT\nChỉ tiêu\nĐơn vị tính\nSố lượng\nI\nTRỒNG TRỌT\n1\nLúa\nha\n2\n2\nNgô\nha\n3\nII\nCHĂN NUÔI\n1\nBò\ncon\n40\nNơi nhận:";
        assert_eq!(
            rows(text).map(|r| r.0),
            Some(
                [
                    "TT | Chỉ tiêu | Đơn vị tính | Số lượng",
                    "I | TRỒNG TRỌT",
                    "1 | Lúa | ha | 2",
                    "2 | Ngô | ha | 3",
                    "II | CHĂN NUÔI",
                    "1 | Bò | con | 40",
                ]
                .map(str::to_owned)
                .to_vec()
            )
        );
    }

    #[test]
    fn no_tables() {
        for text in [
            "TT\nUBND tỉnh\n1",
            "Số\n1. Mục đích\n2. Yêu cầu",
            "STT\nMột đoạn văn dài không thể là tên của một cột trong bảng vì nó kể lể quá nhiều điều\nA\nB\n1\nx\ny\nz\n2\nx\ny\nz",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }
}
