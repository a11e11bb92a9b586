//! Where a passage stands: in a time column, under a time label, among goals, in the account of what was.

use std::{cell::OnceCell, ops::Range};

use super::context::tail;
use crate::{
    extract::{Passage, View},
    lexicon::time_phrases::{LabelKind, TIME_PHRASES},
    sections::{NodeId, SectionKind},
    text::{
        behind, fold,
        letters::is_alphanumeric,
        words::{Words, words},
    },
};

/// The cells of columns that name a time, and what headings tell.
#[derive(Debug, Default)]
pub(super) struct TimeColumns {
    /// Cells by their start.
    cells: Vec<(Range<usize>, LabelKind)>,
    /// By node: what its heading tells, once that was asked.
    headings: Vec<OnceCell<Told>>,
}

/// What a heading tells of the times below it.
#[derive(Debug, Clone, Copy)]
struct Told {
    goals: bool,
    tasks: bool,
    past: bool,
    label: Option<LabelKind>,
    /// The label that it ends with.
    ending: Option<LabelKind>,
}

impl Told {
    fn new(words: &str) -> Self {
        let named = || words.replace("chương trình mục tiêu quốc gia", "");
        Self {
            goals: words!["mục tiêu", "chỉ tiêu"].within(words) && words!["mục tiêu", "chỉ tiêu"].within(&named()),
            tasks: words!["nhiệm vụ", "giải pháp", "tổ chức thực hiện"].within(words),
            past: TIME_PHRASES.past_heading(words),
            label: TIME_PHRASES.label(words),
            ending: ending_label(words),
        }
    }
}

impl TimeColumns {
    pub(super) fn new(view: View) -> Self {
        let mut cells = Vec::new();
        for table in &view.tree.tables {
            let kinds: Vec<Option<LabelKind>> =
                table.columns.iter().map(|c| TIME_PHRASES.label(fold(c).trim())).collect();
            if kinds.iter().all(Option::is_none) {
                continue;
            }
            let full = |row: &&crate::sections::TableRow| row.cells.len() == table.columns.len();
            for row in table.rows.iter().filter(full) {
                let timed = row.cells.iter().zip(&kinds).filter(|(cell, _)| !cell.is_empty());
                cells.extend(timed.filter_map(|(cell, kind)| kind.map(|k| (cell.clone(), k))));
            }
        }
        cells.sort_by_key(|(cell, _)| cell.start);
        Self { cells, headings: vec![OnceCell::new(); view.tree.nodes.len()] }
    }

    /// What the heading of a node tells.
    fn told(&self, view: View, node: NodeId, heading: &Range<usize>) -> Told {
        let read = || Told::new(view.text.folded_at(heading));
        self.headings.get(node).map_or_else(read, |told| *told.get_or_init(read))
    }

    /// The kind of the time column that holds the passage.
    fn of(&self, range: &Range<usize>) -> Option<LabelKind> {
        let next = self.cells.partition_point(|(cell, _)| cell.start <= range.start);
        let (cell, kind) = self.cells.get(next.checked_sub(1)?)?;
        (range.start < cell.end).then_some(*kind)
    }
}

/// What the place of a passage says of the times in it.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Scope {
    /// It is a cell of a time column, or its node's heading is a time label.
    pub(super) label: Option<LabelKind>,
    /// A heading above is a time label: a schedule.
    pub(super) schedule: Option<LabelKind>,
    /// A heading above names goals: times are horizons.
    pub(super) goals: bool,
    /// A heading above tells what was.
    pub(super) past: bool,
    /// The words before the first numbered node.
    pub(super) preamble: bool,
    /// The words are a heading with nodes below it.
    pub(super) title: bool,
}

impl Scope {
    pub(super) fn new(passage: &Passage, columns: &TimeColumns) -> Self {
        let Some(node) = passage.section() else {
            return Self { title: true, ..Self::default() };
        };
        let mut scope = Self {
            label: columns.of(&passage.range),
            preamble: node.kind == SectionKind::Preamble,
            title: node.has_children && node.heading.as_ref().is_some_and(|h| h.start == passage.range.start),
            ..Self::default()
        };
        let tree = passage.view.tree;
        let ids = std::iter::successors(passage.node, |&n| tree.nodes[n].parent);
        let headed = ids.filter_map(|n| tree.nodes[n].heading.as_ref().map(|heading| (n, heading)));
        // `MỤC TIÊU, NHIỆM VỤ` over `II. NHIỆM VỤ`: the nearer heading has tasks below it
        let mut tasks = false;
        for (depth, (id, heading)) in headed.enumerate() {
            let own = depth == 0 && node.heading.as_ref() == Some(heading);
            let told = columns.told(passage.view, id, heading);
            // `II. CHỈ TIÊU VÀ THỜI GIAN`, `2. Thời gian`: the nearer heading tells what the times are
            let scheduled = scope.schedule.or(scope.label).is_some();
            scope.goals |= !scheduled && !tasks && told.goals;
            tasks |= told.tasks && !told.goals;
            scope.past |= told.past;
            if let Some(kind) = told.label.or(told.ending.filter(|_| own)) {
                let inside = heading.start <= passage.range.start && passage.range.end <= heading.end;
                if own && !inside && passage.range.start > heading.start {
                    scope.label = scope.label.or(Some(kind));
                } else if !own && depth <= 2 {
                    scope.schedule = scope.schedule.or(Some(kind));
                }
            }
        }
        // duties are told under goals too: `MỤC TIÊU, NHIỆM VỤ`
        scope.goals &= !passage.headings().next().is_some_and(|h| passage.view.text.folded_at(h).contains("nhiệm vụ"));
        scope
    }
}

/// A stretch of a passage that is the value of a label printed in it: `Thời gian thực hiện: …`.
pub(super) fn labelled(before: &str, value: &str) -> Option<LabelKind> {
    value_of(before).or_else(|| second_value(before)).or_else(|| limit_told(before, value)).or_else(|| {
        // `Thời gian: 02 ngày (từ ngày 21 đến ngày 22/3/2026)`: a short value goes on in parentheses
        let (value, inside) = before.split_at(last_within(before, 24, b'(')?);
        (last_within(value, 59, b':').is_some() && !inside.contains(':')).then(|| value_of(value)).flatten()
    })
}

/// `Thời gian hoàn thành: trước ngày 30/6 đối với cấp tỉnh; Quý III đối với địa phương`: the next value of one label.
fn second_value(before: &str) -> Option<LabelKind> {
    const LONGEST_ROUND: usize = 24;
    let (value, gap) = before.split_at(last_within(before, LONGEST_ROUND, b';')?);
    // `đợt 2`, `giai đoạn 2`: the value of the next round
    let round = gap[1..].trim().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    matches!(round, "" | "đợt" | "giai đoạn" | "bước" | "lần").then(|| value_of(value)).flatten()
}

/// `Hạn nộp báo cáo là ngày 31/5/2026`, `hạn cuối nhận bài là 20/8`: a clause that says what the limit is, and the next
/// round's (`đợt 2 là ngày 30/11`).
fn limit_told(before: &str, value: &str) -> Option<LabelKind> {
    const LIMITS: &Words = &Words::of(&[
        "thời hạn",
        "hạn nộp",
        "hạn cuối",
        "hạn chót",
        "hạn gửi",
        "hạn đăng ký",
        "hạn nhận",
        "hạn báo cáo",
    ]);
    const ROUNDS: [&str; 4] = ["đợt ", "lần ", "kỳ ", "vòng "];
    const LONGEST: usize = 160;
    let day = value.strip_prefix("ngày ").unwrap_or(value);
    let told = before.trim_end().strip_suffix(" là").filter(|_| day.starts_with(|d: char| d.is_ascii_digit()))?;
    // a day, not how long something is good for
    day.split([' ', ',', ';']).next().filter(|day| day.contains(['/', '.', '-']) || value.starts_with("ngày"))?;
    let clause = behind(told, b",;.:(\n\t");
    let round = ROUNDS.iter().any(|round| clause.trim_start().starts_with(round));
    let near = tail(told, LONGEST);
    (clause.len() < LONGEST && (LIMITS.within(clause) || round && LIMITS.within(near))).then_some(LabelKind::Limit)
}

/// Where the last of such marks stands, if it is one of the last bytes.
fn last_within(words: &str, bytes: usize, mark: u8) -> Option<usize> {
    let from = words.len().saturating_sub(bytes);
    memchr::memrchr(mark, &words.as_bytes()[from..]).map(|at| from + at)
}

/// The label of the clause that the words end with.
fn value_of(before: &str) -> Option<LabelKind> {
    const HOW: &Words =
        &Words::of(&["", "là", "dự kiến", "được thực hiện", "bắt đầu", "thực hiện", "khoảng", "dự kiến là", "vào"]);
    let mark = before.bytes().rposition(|byte| b".;(\n\t".contains(&byte));
    let start = mark.filter(|s| !inside_number(before, *s)).map_or(0, |s| s + 1);
    let mut clause = before.get(start..)?.trim_start();
    // `Thời gian, địa điểm: …`, `Dự kiến thời gian hoàn thành …`
    clause = clause.trim_start_matches(|c: char| !is_alphanumeric(c));
    if let Some(colon) = memchr::memrchr(b':', clause.as_bytes()) {
        // another duty may have begun after the value
        let near = clause.len() - colon < 160;
        return near.then(|| TIME_PHRASES.label(clause).or_else(|| ending_label(&clause[..colon]))).flatten();
    }
    // `Thời gian thực hiện từ tháng 6`: nothing but a word of how between label and time
    let (kind, end) = clause.starts_with("th").then(|| TIME_PHRASES.leading_label(clause)).flatten()?;
    (HOW.contains(&clause.get(end..)?.trim())).then_some(kind)
}

/// `… xây dựng đề án, thời gian hoàn thành`: a label that is all of the last clause of a duty.
fn ending_label(words: &str) -> Option<LabelKind> {
    const LONGEST: usize = 64;
    let (_, last) = words.rsplit_once(',').filter(|(_, last)| last.len() < LONGEST)?;
    let last = last.trim();
    let (kind, end) = TIME_PHRASES.leading_label(last)?;
    matches!(last[end..].trim(), "" | "dự kiến" | "(dự kiến)").then_some(kind)
}

fn inside_number(before: &str, at: usize) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    digit(before.get(at + 1..).and_then(|r| r.chars().next())) && digit(before.get(..at).and_then(|l| l.chars().last()))
}
