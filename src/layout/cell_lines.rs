//! Tables of which each cell is one line of the file, an empty cell an empty line, as LibreOffice writes them into text.
//! Counting lines tells the rows apart, so this comes before lines are taken for page numbers and running heads; what does
//! not fit the count is left to the other readers.

use super::{line::Line, stacked::numbers, tables::is_number_column};
use crate::{ingest::RawKind, normalize::Mapped, value::marker};

/// More columns, or longer names of them, are none.
const WIDEST: usize = 14;
const LONGEST_NAME: usize = 60;
/// So many names may stand above the first row, in several rows of them.
const MOST_NAMES: usize = 48;
/// So many more lines than a row has columns may be paragraphs of its cells.
const MOST_PARAGRAPHS: usize = 12;

/// Lines of cells become rows.
pub(super) fn join(lines: Vec<Line>) -> Vec<Line> {
    let heads = |l: &Line| l.words().len() < 20 && is_number_column(l.words());
    if !lines.iter().any(heads) {
        return lines;
    }
    let mut joined = Vec::with_capacity(lines.len());
    let (mut at, mut read) = (0, 0);
    while at < lines.len() {
        if at >= read && heads(&lines[at]) {
            let table = Table::read(&lines[at..]);
            // what was no table is none from a header further down either, and would be read again and again
            read = at + table.as_ref().map_or_else(|seen| *seen, |t| t.taken);
            if let Ok(table) = table {
                joined.extend(table.rows);
                at = read;
                continue;
            }
        }
        joined.push(lines[at].clone());
        at += 1;
    }
    joined
}

struct Table {
    rows: Vec<Line>,
    /// How many lines with words they took.
    taken: usize,
}

/// Where the reader stands: at a line with words, or before it in the file.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    file: usize,
}

struct Reader<'l> {
    lines: &'l [Line],
    /// The names of the columns, where a line each.
    names: &'l [Line],
    width: usize,
    here: Place,
}

/// What stands above the first row.
struct Head<'l> {
    names: &'l [Line],
    width: usize,
    rows: Vec<Line>,
    body: Place,
}

impl<'l> Head<'l> {
    fn of(lines: &'l [Line]) -> Option<Self> {
        let top = file_line(lines.first()?)?;
        let number = |l: &Line, last: Option<&str>| l.kind == RawKind::Line && numbers(l.words(), last);
        let first = lines.iter().take(MOST_NAMES).skip(1).position(|l| number(l, None) || is_low_number(l))? + 1;
        let names = &lines[..first];
        let body = Place { at: first, file: file_line(&lines[first])? };
        if names.iter().any(|l| l.kind != RawKind::Line || l.words().contains(['\t', '|']) || !is_name(l)) {
            return None;
        }
        if body.file - top == first {
            let rows = vec![row(names.iter().map(Some))];
            return (3..=WIDEST).contains(&first).then_some(Self { names, width: first, rows, body });
        }
        // names over several columns leave empty lines: how far the numbers of rows are apart tells how many there are
        let label = lines[first].words();
        let second = lines[first..].iter().take(WIDEST + 2).find(|l| number(l, Some(label)) || l.words() == "-")?;
        let width = file_line(second)? - body.file;
        if !(4..=WIDEST).contains(&width) || body.file - top < width {
            return None;
        }
        // the first cell may hold an empty paragraph, and a group's name may stand above its first row
        let grouped = usize::from(group_of(names.last()?, &lines[first]));
        let skipped = match (body.file - top) % width {
            over if over == grouped => 0,
            over if over == grouped + 1 && file_line(names.get(1)?)? > top + 1 => 1,
            _ => return None,
        };
        let body = Place { at: first - grouped, file: body.file - grouped };
        let mut reader = Reader { lines, names: &[], width, here: Place { at: 0, file: top } };
        let mut rows = Vec::new();
        while reader.here.at < body.at {
            let skipped = if rows.is_empty() { skipped } else { 0 };
            let mut cells = reader.take(width + skipped);
            cells.drain(1..=skipped);
            rows.push(row(cells.into_iter()));
        }
        (reader.here.at == body.at).then_some(Self { names: &[], width, rows, body })
    }
}

impl Table {
    /// The table that begins here, or how many lines are none.
    fn read(lines: &[Line]) -> Result<Self, usize> {
        let Head { names, width, mut rows, body } = Head::of(lines).ok_or(1_usize)?;
        let mut reader = Reader { lines, names, width, here: body };
        // how many rows, and lines, are certain: those up to the last number
        let mut certain = (rows.len(), body.at);
        let (mut whole, mut odd, mut empty) = (0, 0, usize::from(names.is_empty()));
        let mut label: Option<&str> = None;
        let mut start = reader.here;
        let mut resumed = 0;
        loop {
            if reader.repeats_header() {
                continue;
            }
            if let Some(line) = reader.group() {
                rows.push(row([Some(line), None, None].into_iter()));
                label = None;
                continue;
            }
            if let Some(Row { cells, numbered }) = reader.next(label, &mut start) {
                empty += cells.iter().filter(|c| c.is_none()).count();
                rows.push(row(cells.into_iter()));
                if numbered {
                    whole += 1;
                    label = Some(first_word(lines[start.at].words()));
                    certain = (rows.len(), reader.here.at);
                }
                continue;
            }
            // a cell of the last row has several paragraphs; which one, nothing tells
            let next = label.and_then(|label| reader.next_number(start, label)).filter(|next| next.at > resumed);
            let Some(next) = next else { break };
            resumed = next.at;
            let is_numbered = file_line(&lines[start.at]) == Some(start.file);
            let (number, words) = lines[start.at..next.at].split_at(usize::from(is_numbered));
            let mut text = words.first().map_or_else(Mapped::default, |l| l.text.clone());
            words.iter().skip(1).for_each(|l| text.join(" ", &l.text));
            rows.pop();
            rows.push(row([number.first(), Some(&Line { text, ..lines[start.at].clone() })].into_iter()));
            odd += 1;
            reader.here = next;
            certain = (rows.len(), next.at);
        }
        rows.truncate(certain.0);
        let is_table = whole >= 3 && empty > 0 && odd * 4 <= whole;
        if is_table { Ok(Self { rows, taken: certain.1 }) } else { Err(reader.here.at.max(1)) }
    }
}

/// A row that was read.
struct Row<'l> {
    cells: Vec<Option<&'l Line>>,
    numbered: bool,
}

impl<'l> Reader<'l> {
    /// The cell that stands so many lines of the file below.
    fn cell(&self, below: usize) -> Option<&'l Line> {
        let line = self.lines[self.here.at.min(self.lines.len())..].iter().take(below + 1);
        line.rev().find(|l| file_line(l) == Some(self.here.file + below))
    }

    fn take(&mut self, count: usize) -> Vec<Option<&'l Line>> {
        let cells: Vec<Option<&'l Line>> = (0..count).map(|n| self.cell(n)).collect();
        self.here.file += count;
        self.here.at += cells.iter().flatten().count();
        cells
    }

    /// A group's name in one cell over all columns, above its first row.
    fn group(&mut self) -> Option<&'l Line> {
        let (line, next) = (self.cell(0)?, self.cell(1)?);
        group_of(line, next).then(|| {
            self.here = Place { at: self.here.at + 1, file: self.here.file + 1 };
            line
        })
    }

    /// Passes over the names of the columns where a page repeated them; their cells may have empty lines.
    fn repeats_header(&mut self) -> bool {
        let [first, .., end] = self.names else { return false };
        let rest = &self.lines[self.here.at.min(self.lines.len())..];
        let is = |line: &Line, name: &Line| line.words() == name.words();
        if !self.cell(0).is_some_and(|line| is(line, first)) {
            return false;
        }
        let Some(count) = rest.iter().take(self.names.len() + 2).position(|l| is(l, end)) else { return false };
        self.here = Place { at: self.here.at + count + 1, file: file_line(&rest[count]).unwrap_or_default() + 1 };
        true
    }

    /// The row that stands here, if one does, and where.
    fn next(&mut self, last: Option<&str>, start: &mut Place) -> Option<Row<'l>> {
        let (width, here) = (self.width, self.here);
        let (label, task) = (self.cell(0), self.cell(1));
        if self.lines.len() <= self.here.at {
            return None;
        }
        let row = match label {
            Some(line) if follows(line.words(), last) || matches!(line.words(), "-" | "+") => {
                // a number alone needs the next row where it should be
                (task.is_some() || self.ends_after(width, line.words())).then_some(())?;
                Some(Row { numbered: follows(line.words(), last), cells: self.take(width) })
            }
            // the task stands in the cell of its number, alone there or in one merged with the next, or with all
            Some(line) if is_merged(line.words(), last) => {
                let label = first_word(line.words());
                let mut cells = self.take([width, width - 1, 1].into_iter().find(|&n| self.ends_after(n, label))?);
                while cells.len() < width {
                    cells.insert(1, None);
                }
                Some(Row { numbered: true, cells })
            }
            None if task.is_some_and(|t| !numbers(t.words(), last)) => {
                Some(Row { numbered: false, cells: self.take(width) })
            }
            _ => None,
        };
        if row.is_some() {
            *start = here;
        }
        row
    }

    /// Does another row begin so many lines below, and none before?
    fn ends_after(&self, count: usize, label: &str) -> bool {
        let label = Some(label);
        let begins = |n| self.cell(n).is_some_and(|l| numbers(l.words(), label) || is_merged(l.words(), label));
        let header = |n| self.cell(n).is_some_and(|l| l.words() == self.lines[0].words());
        let unnumbered = self.cell(count).is_none() && self.cell(count + 1).is_some_and(|_| !begins(count + 1));
        !(1..count).any(|n| begins(n) || header(n)) && (begins(count) || header(count) || unnumbered)
    }

    /// Where the number after `label` stands, near the row that it begins.
    fn next_number(&self, start: Place, label: &str) -> Option<Place> {
        let most = self.width + MOST_PARAGRAPHS;
        let rest = self.lines[start.at + 1..].iter().enumerate().take(most);
        let (n, line) = rest.skip(1).find(|(_, l)| numbers(l.words(), Some(label)))?;
        Some(Place { at: start.at + 1 + n, file: file_line(line)? })
    }
}

/// `3.8 Đẩy mạnh …`
fn is_merged(words: &str, last: Option<&str>) -> bool {
    words.split_once(' ').is_some_and(|(label, rest)| label.contains('.') && rest.len() > 8 && numbers(label, last))
}

/// `A Nhóm …` above a row numbered 1.
fn group_of(line: &Line, next: &Line) -> bool {
    let lettered = |label: &str| label.len() == 1 && label.starts_with(|c: char| c.is_ascii_uppercase());
    matches!(next.words().trim_end_matches('.'), "1" | "01")
        && line.words().split_once(' ').is_some_and(|(label, name)| {
            let label = label.trim_end_matches('.');
            name.len() > 3 && (lettered(label) || marker::roman_value(label).is_some())
        })
}

/// A table that goes on with that of the page before need not begin with 1.
fn is_low_number(line: &Line) -> bool {
    line.words().parse().is_ok_and(|n: u32| (1..100).contains(&n))
}

fn is_name(line: &Line) -> bool {
    line.words().chars().count() <= LONGEST_NAME
}

/// Is it the number of a row after `last`? Where lines are counted, numbers may be missing.
fn follows(words: &str, last: Option<&str>) -> bool {
    let number = |s: &str| s.trim_end_matches('.').parse::<u32>().ok();
    numbers(words, last)
        || last.is_none() && number(words).is_some_and(|n| (1..100).contains(&n))
        || number(words).zip(last.and_then(number)).is_some_and(|(this, last)| this > last && this <= last + 3)
}

fn first_word(words: &str) -> &str {
    words.split(' ').next().unwrap_or_default()
}

/// The line of the file that a line with words is.
fn file_line(line: &Line) -> Option<usize> {
    line.text.origin(0).map(|(line, _)| line)
}

/// Cells, parted by tabs.
fn row<'l>(mut cells: impl Iterator<Item = Option<&'l Line>>) -> Line {
    let empty = Mapped::default();
    let first = cells.next().flatten();
    let mut text = first.map_or_else(Mapped::default, |l| l.text.clone());
    let mut opens_page = first.is_some_and(|l| l.opens_page);
    for cell in cells {
        text.join("\t", cell.map_or(&empty, |l| &l.text));
        opens_page |= cell.is_some_and(|l| l.opens_page);
    }
    Line {
        kind: RawKind::Row,
        text,
        indent: 0,
        blank_before: first.is_some_and(|l| l.blank_before),
        glued: false,
        flow: crate::ingest::Flow::Unknown,
        opens_page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, words)| !words.is_empty())
            .map(|(n, words)| Line::plain(Mapped::new(words, n)));
        join(lines.collect()).into_iter().map(|l| l.words().replace('\t', " | ")).collect()
    }

    #[test]
    fn lines_are_counted() {
        let text = "PHỤ LỤC\nTT\nNhiệm vụ\nChủ trì\nPhối hợp\n1\nRừng\n\n\n1.1\nTrồng\nSở A\nSở B\n\n- Keo\nSở C\n\n\
                    TT\n\nNhiệm vụ\nChủ trì\nPhối hợp\n\n- Tre\nSở A\nSở D\n1.2.\nGiữ\n\nSở B\n1.3 Tuần tra rừng\nSở E\nSở G\n1.4. Chữa cháy\n\nSở E\n\n\
                    1.5. Phòng cháy\n\nTập huấn\nSở A\n\n\
                    2\nNước\n\n\n2.1\nĐập\nKênh\nSở A\nSở B\n2.2\nSơ kết\nSở A\n\nNơi nhận:\n- Như trên;";
        let expected = [
            "PHỤ LỤC",
            "TT | Nhiệm vụ | Chủ trì | Phối hợp",
            "1 | Rừng |  | ",
            "1.1 | Trồng | Sở A | Sở B",
            " | - Keo | Sở C | ",
            " | - Tre | Sở A | Sở D",
            "1.2. | Giữ |  | Sở B",
            "1.3 Tuần tra rừng |  | Sở E | Sở G",
            "1.4. Chữa cháy |  | Sở E | ",
            "1.5. Phòng cháy |  |  | ",
            " | Tập huấn | Sở A | ",
            "2 | Nước |  | ",
            // whose paragraph is the second?
            "2.1 | Đập Kênh Sở A Sở B",
            "2.2 | Sơ kết | Sở A | ",
            "Nơi nhận:",
            "- Như trên;",
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn names_over_several_columns_leave_empty_lines() {
        let text = "TT\n\nChỉ tiêu\nMục tiêu\n\nĐơn vị\n\n\nNăm nay\nNăm sau\n\nA Nhóm rừng\n1\nTrồng\n5\n6\nSở A\n\
                    2\nGiữ\n7\n8\n\nB. Nhóm nước\n1\nĐập\n9\n10\nSở B\n3\nKênh\n11\n\nSở B\nPHỤ LỤC 2";
        let expected = [
            "TT | Chỉ tiêu | Mục tiêu |  | Đơn vị",
            " |  | Năm nay | Năm sau | ",
            "A Nhóm rừng |  | ",
            "1 | Trồng | 5 | 6 | Sở A",
            "2 | Giữ | 7 | 8 | ",
            "B. Nhóm nước |  | ",
            "1 | Đập | 9 | 10 | Sở B",
            "3 | Kênh | 11 |  | Sở B",
            "PHỤ LỤC 2",
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn rows_without_a_task() {
        let table = |second| format!("TT\nViệc\nAi\nLúc\n1\nTrồng\nXã\nx\n2\n{second}3\nTưới\nTổ\n\n4\nChăm\nTổ\n");
        let expected = ["1 | Trồng | Xã | x", "2 |  | Huyện | y", "3 | Tưới | Tổ | ", "4 | Chăm | Tổ | "];
        assert_eq!(read(&table("\nHuyện\ny\n"))[1..], expected);
        // what fits no count comes to an end, too
        assert!(!read(&table("\nHuyện\n")).is_empty());
    }

    #[test]
    fn no_tables_of_lines() {
        for text in [
            // no cell is empty: the other readers do as well
            "TT\nViệc\nChủ trì\n1\nx\ny\n2\nx\ny\n3\nx\ny",
            "TT\nViệc\n1\nx\n\n2\nx\n\n3\nx",
            "Số\n1. Mục đích\n\n2. Yêu cầu\n\n3. Nội dung",
        ] {
            assert_eq!(read(text), text.lines().filter(|l| !l.is_empty()).collect::<Vec<_>>());
        }
    }
}
