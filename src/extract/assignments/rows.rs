//! Rows of tables with columns for who leads and who takes part.

use std::{collections::HashMap, ops::Range};

use super::{
    Duty,
    labels::{self, Label},
    lost::{self, Whole},
    partners, reader,
};
use crate::{
    extract::View,
    model::Role,
    sections::{NodeId, TableNode, TableRow},
    text::{
        fold,
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// The id of the rule.
pub(super) const ID: &str = "assignments.row";

/// The duties of every row that lines up with its header.
pub(super) fn read(view: View) -> HashMap<NodeId, Vec<Duty>> {
    let mut duties = HashMap::new();
    for table in &view.tree.tables {
        let columns: Vec<Option<Label>> = table.columns.iter().map(|name| column(name)).collect();
        if columns.iter().all(Option::is_none) {
            continue;
        }
        let rests = tells_rests(table, &columns);
        let tasks = table.columns.iter().position(|name| is_task(name));
        let who =
            table.rows.iter().filter(|r| r.cells.len() == columns.len()).flat_map(|r| r.cells.iter().zip(&columns));
        let whole = Whole::of(view, who.filter(|(_, column)| column.is_some()).map(|(cell, _)| cell.clone()));
        for row in &table.rows {
            let Some(node) = row.node else { continue };
            if row.cells.len() != table.columns.len() {
                continue;
            }
            let is_rest = rests && row.cells.first().is_some_and(Range::is_empty) && beside(&columns, &row.cells) == 0;
            if is_rest || !lines_up(view, &columns, &row.cells) {
                continue;
            }
            let mut found = read_row(view, &columns, &row.cells, &whole);
            if let Some(task) = tasks.and_then(|column| row.cells.get(column)).filter(|cell| !cell.is_empty()) {
                for duty in &mut found {
                    duty.task.clone_from(task);
                }
            }
            if !found.is_empty() {
                duties.entry(node).or_insert_with(Vec::new).extend(found);
            }
        }
    }
    duties
}

/// Does a column say what is to be done: `Nhiệm vụ`, `Nội dung công việc`?
fn is_task(name: &str) -> bool {
    let name = fold(name.trim());
    let rest =
        ["nhiệm vụ", "nội dung", "công việc", "hoạt động", "tên nhiệm vụ"].iter().find_map(|t| name.strip_prefix(t));
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with([',', '/', '('])
            || matches!(rest, " công việc" | " nhiệm vụ" | " thực hiện")
    })
}

/// How many cells beside the task and the agencies have words.
fn beside(columns: &[Option<Label>], cells: &[Range<usize>]) -> usize {
    let others = cells.iter().zip(columns).skip(2);
    others.filter(|(cell, column)| column.is_none() && !cell.is_empty()).count()
}

/// Do most rows of a numbered table have words beside the task and the agencies? Then a row that has neither them nor a
/// number is what a page break cut from the row before.
fn tells_rests(table: &TableNode, columns: &[Option<Label>]) -> bool {
    let numbers = ["stt", "tt", "số tt", "số"];
    let numbered = table.columns.first().is_some_and(|c| numbers.contains(&fold(c.trim()).as_str()));
    let filled = |row: &&TableRow| row.cells.len() == columns.len() && beside(columns, &row.cells) > 0;
    numbered && table.rows.iter().filter(filled).count() * 2 > table.rows.len()
}

/// A figure where an agency should stand shows that the row's cells have moved.
fn lines_up(view: View, columns: &[Option<Label>], cells: &[Range<usize>]) -> bool {
    cells.iter().zip(columns).filter(|(_, column)| column.is_some()).all(|(cell, _)| {
        let words = view.text.at(cell);
        words.chars().any(is_alphabetic) || !words.contains(|c: char| c.is_ascii_digit())
    })
}

fn read_row(view: View, columns: &[Option<Label>], cells: &[Range<usize>], whole: &Whole) -> Vec<Duty> {
    let mut duties = Vec::new();
    let mut allies: Vec<String> = Vec::new();
    let mut task = 0..0;
    for (cell, column) in cells.iter().zip(columns) {
        if cell.is_empty() {
            continue;
        }
        if let Some(label) = column {
            read_cell(view, *label, cell, whole, &mut duties);
            continue;
        }
        let reader = reader(view, cell);
        for item in lost::readable(view, cell) {
            for partner in partners::read(&reader, item.start - cell.start..item.end - cell.start, &[]) {
                if !allies.contains(&partner) {
                    allies.push(partner);
                }
            }
        }
        // the longest other cell says what is to be done
        if cell.len() > task.len() {
            task = cell.clone();
        }
    }
    for duty in &mut duties {
        duty.partners.clone_from(&allies);
        duty.task.clone_from(&task);
    }
    duties
}

/// The agencies of a cell. An item that has lost words is read where it stands whole, and points at what is left of it.
fn read_cell(view: View, label: Label, cell: &Range<usize>, whole: &Whole, duties: &mut Vec<Duty>) {
    if !lost::has_gaps(view, cell) {
        let reader = reader(view, cell);
        labels::segment(&reader, 0..reader.folded.len(), label, cell, duties);
        return;
    }
    for item in lost::items(view, cell) {
        let read = if lost::has_gaps(view, &item) { whole.fitting(&item) } else { Some(item.clone()) };
        let Some(read) = read else { continue };
        let reader = reader(view, &read);
        let known = duties.len();
        labels::segment(&reader, 0..reader.folded.len(), label, &read, duties);
        if read != item {
            let words = lost::trimmed(view, &item);
            for duty in &mut duties[known..] {
                duty.words.clone_from(&words);
            }
        }
    }
}

/// Titles of columns that say something else: `Thời gian thực hiện`.
const OTHER: &Words = &Words::of(&[
    "thời gian",
    "thời hạn",
    "kinh phí",
    "kết quả",
    "nội dung",
    "sản phẩm",
    "tiến độ",
    "ghi chú",
    "nhiệm vụ",
    "căn cứ",
    "địa điểm",
    "năm",
    "hình thức",
    "cấp trình",
    "ban hành",
    "số lượng",
]);

/// Whom titles of columns ask for.
const WHO: &Words = &Words::of(&[
    "đv ",
    "cq ",
    "đơn vị",
    "cơ quan",
    "bộ phận",
    "tổ chức",
    "sở, ngành",
    "người",
    "phòng",
    "cá nhân",
    "ngành",
    "lãnh đạo",
    "đồng chí",
    "cán bộ",
    "giáo viên",
    "lực lượng",
]);

/// What a column's title says about the agencies in its cells.
fn column(name: &str) -> Option<Label> {
    let name = fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    let lead = name.contains("chủ trì") || name.contains("đầu mối") || name.contains("thường trực");
    let along = name.contains("phối hợp") || name.contains("tham gia");
    let who = WHO.within(&name);
    let does = words![
        "thực hiện",
        "phụ trách",
        "trách nhiệm",
        "triển khai",
        "phân công",
        "được giao",
        "tham mưu",
        "theo dõi",
        "soạn thảo",
    ]
    .within(&name);
    // `Đơn vị thực hiện nhiệm vụ` asks for a body, `Nhiệm vụ của đơn vị` for a task
    let asks = does && WHO.iter().any(|w| name.starts_with(w));
    if OTHER.within(&name) && !(lead || along || asks) {
        return None;
    }
    let role = match (lead, along) {
        (true, _) => Role::Lead,
        (false, true) => Role::Coordinate,
        _ if who && does
            || matches!(
                name.as_str(),
                "phân công"
                    | "phụ trách"
                    | "trách nhiệm"
                    | "phân công thực hiện"
                    | "phân công trách nhiệm"
                    | "trách nhiệm thực hiện"
                    | "đơn vị tổ chức"
                    | "chủ đầu tư"
            ) =>
        {
            Role::Responsible
        }
        _ => return None,
    };
    Some(Label { role, bare: false })
}
