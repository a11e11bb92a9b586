//! Tables whose cells stand one below the other, each on as many lines as the page gave it, short ones side by side: so
//! programs print them that take words out of PDF files cell by cell. Nothing marks where a cell ends. What the columns
//! hold tells: the cuts of a row are those that ask the least of it, where each cell must begin like one of its column,
//! no cut may stand inside a name or behind a comma, and lines are about as wide as others of their column.

mod cuts;
mod look;
mod rows;

use std::{collections::HashSet, iter};

use cuts::Cut;
use look::Bit;
use rows::Row;

use super::{
    line::{Item, Line},
    shapes::is_capitals,
    stacked::merged,
    tables::{is_number_column, opens_number_column},
};
use crate::{
    normalize::Mapped,
    text::{fold, words::Words},
};

/// So many lines may name the columns.
const MOST_NAMES: usize = 40;
/// A line of names is no wider, in characters.
const WIDEST_NAMES: usize = 110;
/// A table whose rows ask for more in the mean is none.
const DOUBTFUL_MEAN: u32 = 22;

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Task,
    Bodies,
    Time,
    /// What comes of it, mostly.
    Other,
    /// Figures and remarks, which may be left out.
    Little,
}

impl Holds {
    fn of(name: &str) -> Self {
        const TIME: &Words = &Words::of(&["thời gian", "thời hạn", "tiến độ", "thời điểm", "lộ trình"]);
        const TASK: &Words = &Words::of(&["nhiệm vụ", "nội dung", "công việc", "hoạt động", "giải pháp"]);
        const BODIES: &Words =
            &Words::of(&["chủ trì", "phối hợp", "cơ quan", "đơn vị", "phân công", "tham gia", "phụ trách"]);
        const LITTLE: &Words = &Words::of(&["ghi chú", "đơn vị tính", "kinh phí", "số lượng"]);
        let name = fold(name);
        if LITTLE.within(&name) {
            Self::Little
        } else if TIME.within(&name) {
            Self::Time
        } else if BODIES.within(&name) {
            Self::Bodies
        } else if TASK.within(&name) {
            Self::Task
        } else {
            Self::Other
        }
    }
}

struct Column {
    holds: Holds,
    /// The first of its kind.
    first: bool,
    /// How wide its lines are, in characters, once that is known.
    width: Option<usize>,
}

/// What stands above the rows of a table.
struct Head<'l> {
    names: &'l [Line],
    header: Vec<Mapped>,
    columns: Vec<Column>,
}

impl<'l> Head<'l> {
    /// Of the table that begins at the first line.
    fn of(lines: &'l [Line]) -> Option<Self> {
        let opening = lines.first()?.words();
        if !opens_number_column(opening) {
            return None;
        }
        let title = opening.split(' ').next().unwrap_or_default();
        if !is_number_column(opening) && !matches!(fold(title).as_str(), "tt" | "stt") {
            return None;
        }
        let first = lines.iter().take(MOST_NAMES).position(|l| rows::label(l, None).is_some())?;
        let names = &lines[..first];
        if names.iter().any(|l| l.words().chars().count() > WIDEST_NAMES || l.words().contains(['\t', '|'])) {
            return None;
        }
        let header = header(names);
        let columns = columns(&header)?;
        Some(Self { names, header, columns })
    }
}

/// Lines that number rows of such tables; others are numbers of pages.
pub(super) fn row_numbers(lines: &[Line]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(head) = Head::of(&lines[at..]) else {
            at += 1;
            continue;
        };
        let rows = rows::spans(&lines[at..], head.names.len());
        found.extend(rows.iter().map(|row| at + row.at));
        at += rows.last().map_or(1, |row| row.at + 1);
    }
    found
}

/// Reads the table that begins at the first line; gives its rows and how many lines it took, or how many are none.
pub(super) fn read(lines: &[Line]) -> Result<(Vec<Item>, usize), usize> {
    let Some(Head { names, header, mut columns }) = Head::of(lines) else { return Err(0) };
    let rows: Vec<Row> = rows::spans(lines, names.len()).into_iter().map(|span| Row::of(span, lines, names)).collect();
    let cut: Vec<Cut> = rows.iter().map(|row| Cut::of(row, &columns)).collect();
    for (n, column) in columns.iter_mut().enumerate() {
        column.width = usual_width(&rows, &cut, n);
    }
    let cut: Vec<Cut> = rows.iter().map(|row| Cut::of(row, &columns)).collect();
    let taken = rows.last().zip(cut.last()).map_or(names.len(), |(row, cut)| row.lines_to(cut.end));
    if !is_table(&rows, &cut, &columns) {
        return Err(taken);
    }
    let written = rows.iter().zip(&cut).map(|(row, cut)| Item::Row(row.write(cut)));
    Ok((iter::once(Item::Row(header)).chain(written).collect(), taken))
}

/// Do most rows have who does them, and do they ask for little?
fn is_table(rows: &[Row], cut: &[Cut], columns: &[Column]) -> bool {
    let Some(bodies) = columns.iter().position(|c| c.holds == Holds::Bodies) else { return false };
    let numbered: Vec<&Cut> = rows.iter().zip(cut).filter(|(row, _)| !row.span.group).map(|(_, cut)| cut).collect();
    let led = numbered.iter().filter(|cut| !cut.is_doubtful() && !cut.cells[bodies].is_empty()).count();
    let asked: usize = numbered.iter().map(|cut| cut.asks as usize).sum();
    numbered.len() > 1 && led * 2 >= numbered.len() && asked <= DOUBTFUL_MEAN as usize * numbered.len()
}

/// The names of the columns: each begins with a large letter.
fn header(names: &[Line]) -> Vec<Mapped> {
    if names.iter().any(|l| is_capitals(l.words()) && l.words().contains(' ')) {
        return merged(names);
    }
    let mut header: Vec<Mapped> = Vec::new();
    for line in names {
        let words = line.words();
        let starts = words.char_indices().filter(|&(i, c)| i == 0 || c.is_uppercase() && words[..i].ends_with(' '));
        let starts: Vec<usize> = starts.map(|(i, _)| i).collect();
        for (n, &start) in starts.iter().enumerate() {
            let name = line.text.slice(start..starts.get(n + 1).copied().unwrap_or(words.len())).trim();
            match header.last_mut() {
                Some(last) if !name.as_str().starts_with(char::is_uppercase) => last.join(" ", &name),
                _ => header.push(name),
            }
        }
    }
    header
}

/// The columns behind that of numbers, where one of them holds tasks and another who does them.
fn columns(header: &[Mapped]) -> Option<Vec<Column>> {
    let holds: Vec<Holds> = header.iter().skip(1).map(|name| Holds::of(name.as_str())).collect();
    let known = holds.contains(&Holds::Task) && holds.contains(&Holds::Bodies) && (3..=10).contains(&holds.len());
    known.then(|| {
        let first = |n: usize| !holds[..n].contains(&holds[n]);
        holds.iter().enumerate().map(|(n, &holds)| Column { holds, first: first(n), width: None }).collect()
    })
}

/// How wide the widest line of a cell of the column is, in the middle of all rows.
fn usual_width(rows: &[Row], cut: &[Cut], column: usize) -> Option<usize> {
    let widest = |(row, cut): (&Row, &Cut)| {
        let bits: Vec<&Bit> = cut.cells[column].iter().flat_map(|range| &row.bits[range.clone()]).collect();
        let lines = bits.chunk_by(|a, b| a.line == b.line);
        let width = |line: &[&Bit]| line.iter().map(|bit| bit.text.as_str().chars().count() + 1).sum::<usize>() - 1;
        lines.map(width).max()
    };
    let mut wide: Vec<usize> = rows.iter().zip(cut).filter(|(_, cut)| !cut.is_doubtful()).filter_map(widest).collect();
    wide.sort_unstable();
    wide.get(wide.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Flow, RawKind};

    fn lines(text: &str) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (n, words) in text.lines().enumerate() {
            let page = words.starts_with('\u{c}');
            lines.push(Line {
                kind: RawKind::Line,
                flow: Flow::Unknown,
                opens_page: page,
                text: Mapped::new(words.trim_start_matches('\u{c}'), n),
                indent: 0,
                blank_before: false,
                glued: false,
            });
        }
        lines
    }

    fn rows_of(text: &str) -> Option<Vec<String>> {
        let (items, _) = read(&lines(text)).ok()?;
        let rows = items.iter().map(|item| match item {
            Item::Row(cells) => cells.iter().map(Mapped::as_str).collect::<Vec<_>>().join(" | "),
            _ => String::new(),
        });
        Some(rows.collect())
    }

    const ROWS: [&str; 4] = [
        "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn hoàn thành",
        "I | Nâng cao nhận thức và năng lực thực thi |  |  |  | ",
        "1 | Ban hành quy chế quản lý bến thủy nội địa trên địa bàn tỉnh, trình HĐND tỉnh | Sở Xây dựng | Thanh tra tỉnh; Sở Tài chính và UBND các xã | Quyết định của UBND tỉnh | Quý II/2026",
        "2 | Tập huấn thuyền viên. Cấp phát tài liệu | UBND các xã, phường | Các sở, ban, ngành liên quan |  | Thường xuyên",
    ];

    #[test]
    fn cells_on_as_many_lines_as_they_took() {
        let text = "TT\nNội dung nhiệm\nvụ\nCơ quan\nchủ trì\nCơ\nquan\nphối hợp\nSản phẩm\nThời hạn\nhoàn thành\nI\nNâng cao nhận thức và\nnăng lực thực thi\n1\nBan hành quy chế quản\nlý bến thủy nội địa trên\nđịa bàn tỉnh, trình HĐND\ntỉnh\nSở Xây\ndựng\nThanh\ntra tỉnh;\nSở Tài chính\nvà UBND các\nxã\nQuyết định\ncủa UBND\ntỉnh\nQuý\nII/2026\n2\nTập huấn thuyền viên.\nCấp phát tài liệu\nUBND các\nxã, phường\nCác sở, ban,\nngành liên\nquan\nThường\nxuyên\nNơi nhận:";
        assert_eq!(rows_of(text).as_deref(), Some(&ROWS.map(str::to_owned)[..]));
    }

    #[test]
    fn short_cells_side_by_side() {
        let text = "TT Nội dung nhiệm vụ Cơ quan chủ trì\nCơ quan phối hợp Sản phẩm\nThời hạn hoàn thành\nI Nâng cao nhận thức và năng lực thực thi\n1\nBan hành quy chế quản\nlý bến thủy nội địa trên\nđịa bàn tỉnh, trình HĐND\ntỉnh\nSở Xây dựng\nThanh tra tỉnh; Sở\nTài chính và\nUBND các xã\nQuyết định\ncủa UBND\ntỉnh\nQuý II/2026\n2 Tập huấn thuyền viên. Cấp phát tài liệu UBND các xã, phường\nCác sở, ban,\nngành liên\nquan\nThường xuyên\nNơi nhận:";
        assert_eq!(rows_of(text).as_deref(), Some(&ROWS.map(str::to_owned)[..]));
    }

    #[test]
    fn a_page_ends_within_a_row() {
        let text = "TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nKhảo sát hiện trạng các\nbến, bãi và phương tiện\nđang hoạt động, lập hồ\nSở Xây\ndựng\nNăm 2026\n\u{c}sơ theo dõi.\n2\nSơ kết\nSở Nội vụ\nHằng năm\nNơi nhận:";
        let rows = rows_of(text).unwrap_or_default();
        let first = "1 | Khảo sát hiện trạng các bến, bãi và phương tiện đang hoạt động, lập hồ sơ theo dõi. | Sở Xây dựng | Năm 2026";
        assert_eq!(rows.get(1).map(String::as_str), Some(first), "{rows:#?}");
    }

    #[test]
    fn a_heading_behind_the_table_is_no_row() {
        let row = "Khảo sát hiện trạng bến\nSở Xây dựng\nNăm 2026\n";
        for heading in ["III. TỔ CHỨC THỰC HIỆN", "II. Tổ chức thực hiện"] {
            let text = format!(
                "TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\nI\nHạ tầng\n1\n{row}2\n{row}{heading}\n1. Sở Y tế chủ trì.\n"
            );
            let (items, taken) = read(&lines(&text)).unwrap_or_default();
            assert_eq!((items.len(), taken), (4, 14), "{heading}");
        }
    }

    #[test]
    fn a_row_of_too_many_words_is_not_cut() {
        // all ways to cut it would take hours
        let text = format!("TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\n{}\n2\nXong\n", "Ban Sở A ".repeat(50_000));
        assert_eq!(rows_of(&text), None);
    }

    #[test]
    fn no_tables() {
        for text in [
            "TT\nTên xã\nSố hộ\nGhi chú\n1\nMường Lai\n120\n2\nMường Tè\n90\nNơi nhận:",
            "TT Nội dung\n1. Mục đích\n2. Yêu cầu\nSở Y tế chủ trì.",
            "TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nrà soát\nkhông có ai\n2\nxong\n",
        ] {
            assert_eq!(rows_of(text), None, "{text}");
        }
    }
}
