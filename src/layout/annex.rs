//! What belongs to an annex: its label, its title, the masthead and the place for a signature of a blank form.

use super::{
    LineKind,
    line::{Item, Line},
    shapes::{self, is_annex, is_capitals},
    sheet::Sheet,
    tables,
};
use crate::{text::fold, value::marker};

/// A line of a form's masthead or of its place for a signature: kept where it stands, and never a heading.
pub(super) fn blank_form(items: &[Item], at: usize) -> bool {
    let Item::Line(line) = &items[at] else { return false };
    let words = line.words();
    let signed_here = |l: &Line| {
        let folded = fold(&l.words()[..shapes::floor(l.words(), 60)]);
        folded.starts_with("(ký")
            || folded.starts_with("(ghi rõ chức vụ")
            || folded.starts_with("(ghi rõ họ")
            || folded.starts_with("(đóng dấu")
    };
    let near =
        |n: usize| items[at + 1..].iter().filter_map(|i| if let Item::Line(l) = i { Some(l) } else { None }).take(n);
    shapes::is_motto(words)
        || signed_here(line)
        || is_capitals(words) && marker::read(words, 0).is_none() && !is_annex(words) && {
            near(3).take_while(|l| is_capitals(l.words()) || signed_here(l)).any(signed_here)
        }
}

/// Is the line part of an annex's title?
pub(super) fn titles(so_far: Option<&Line>, line: &Line, rest: &[Item]) -> bool {
    let words = line.words();
    if marker::read(words, 0).is_some() || words.len() > 400 || words.ends_with(['.', ':', ';']) {
        return false;
    }
    match so_far {
        None => is_capitals(words) || table_follows(rest, 0) || words.chars().count() < 120,
        Some(a) => {
            a.glued
                || is_capitals(a.words()) && is_capitals(words)
                || (!is_capitals(a.words()) && !line.blank_before && table_follows(rest, 0))
        }
    }
}

/// Writes the title that stands below `(Kèm theo …)` instead of above it; gives where the words after it begin.
pub(super) fn title_below(items: &[Item], from: usize, sheet: &mut Sheet) -> usize {
    const LINES: usize = 6;
    let title = |i: &Item| matches!(i, Item::Line(l) if is_capitals(l.words()) && marker::read(l.words(), 0).is_none());
    let lines = items[from..].iter().take(LINES).take_while(|i| title(i));
    let mut whole: Option<Line> = None;
    let mut count = 0;
    for item in lines {
        if let Item::Line(line) = item {
            match &mut whole {
                Some(so_far) => so_far.text.join(" ", &line.text),
                None => whole = Some(line.clone()),
            }
            count += 1;
        }
    }
    if let Some(title) = whole {
        sheet.line(LineKind::AnnexTitle, &title.text);
    }
    from + count
}

/// Does a table or an enclosure line stand soon below?
pub(super) fn table_follows(items: &[Item], at: usize) -> bool {
    items[at..].iter().take(7).any(|i| match i {
        Item::Row(cells) => cells.len() > 1,
        Item::Line(l) => shapes::is_enclosure(l.words()),
        Item::Break => false,
    })
}
/// How many items the masthead of a form takes: agencies, motto, number and date below `Mẫu số 01`.
pub(super) fn form_head(items: &[Item]) -> usize {
    let belongs = |i: &Item| match i {
        Item::Line(l) => {
            let words = l.words();
            shapes::is_motto(words)
                || shapes::is_number(words)
                || shapes::date_line(words).is_some()
                || is_capitals(words)
                || words.chars().count() <= 30 && words.contains(['…', '.'])
        }
        Item::Break => true,
        Item::Row(_) => false,
    };
    let is_last = |i: &Item| matches!(i, Item::Line(l) if shapes::is_motto(l.words()) || shapes::is_number(l.words()) || shapes::date_line(l.words()).is_some());
    let run = items.iter().take(9).take_while(|i| belongs(i)).count();
    let motto = items[..run].iter().any(|i| matches!(i, Item::Line(l) if shapes::is_motto(l.words())));
    if motto { items[..run].iter().rposition(is_last).map_or(0, |i| i + 1) } else { 0 }
}

/// Where the label of an annex ends: `PHỤ LỤC II` | `DANH MỤC …`
pub(super) fn label_end(words: &str) -> usize {
    let folded = fold(words);
    for (i, c) in folded.char_indices() {
        if matches!(c, ':' | '.' | '-' | '–') && i > 6 {
            return i + c.len_utf8();
        }
    }
    let mut ends = folded.match_indices(' ').map(|(i, _)| i).chain([folded.len()]);
    let head = ends
        .by_ref()
        .find(|&e| matches!(&folded[..e], "phụ lục" | "phụ biểu" | "biểu số" | "biểu mẫu" | "mẫu số" | "biểu"));
    let Some(head) = head else { return words.len() };
    let rest = folded[head..].trim_start();
    let skip = if rest.starts_with("số ") { "số ".len() } else { 0 };
    let label = rest[skip..].split(' ').next().unwrap_or_default();
    let is_label = tables::is_row_label(&label.to_uppercase())
        || label.len() <= 2
        || label.contains('/') && label.starts_with(|c: char| c.is_ascii_digit());
    if is_label { folded.len() - rest.len() + skip + label.len() } else { head }
}
