//! The head of a document: a masthead with type and title, one of them alone, or neither; that of a letter.

use super::{
    LineKind, letter,
    line::{Item, Line},
    masthead, shapes,
    sheet::Sheet,
    tables::is_number_column,
    titles,
};
use crate::{lexicon::document_types, model::Severity, text::fold, value::marker};

/// How far down a text without a masthead its body may begin, in items.
const REACH: usize = 40;

/// More lines above a body than these are those of a page around it.
const MOST_ABOVE: usize = 12;

/// Writes the head; gives where the body begins.
pub(super) fn write(items: &[Item], sheet: &mut Sheet) -> usize {
    if let Some(letter) = letter::find(items) {
        left_above(&items[..letter.start], sheet);
        return letter.write(items, sheet);
    }
    let typed = masthead::find(items);
    if typed.is_none() {
        sheet.notice(Severity::Warning, "no-type-line", "no line names the document's type".into());
    }
    let Some(head) = typed.or_else(|| masthead::find_untyped(items)) else {
        return without_type(items, sheet);
    };
    left_above(&items[..head.start], sheet);
    masthead::write(&items[head.start..head.kind], sheet);
    titles::write(items, head.kind, sheet)
}

/// The head of a text in which no line in capitals names the type.
fn without_type(items: &[Item], sheet: &mut Sheet) -> usize {
    let shown = masthead::end(items).map(|end| (masthead::masthead_start(items, end), end));
    if let Some((start, end)) = shown.filter(|(start, end)| masthead::shows_state(&items[*start..*end])) {
        left_above(&items[..start], sheet);
        masthead::write(&items[start..end], sheet);
        return end;
    }
    let begins = |l: &Line| marker::read(l.words(), 0).is_some() || shapes::opens_preamble(l.words());
    let opens = items.iter().take(REACH).position(|i| match i {
        Item::Line(line) => begins(line),
        Item::Row(cells) => cells.first().is_some_and(|cell| is_number_column(cell.as_str())),
        Item::Break => false,
    });
    let end = opens.unwrap_or(0);
    let titled = (0..end).rev().find_map(|at| match &items[at] {
        Item::Line(line) => type_named(line.words()).map(|cut| (at, line, cut)),
        _ => None,
    });
    if let Some((at, line, cut)) = titled {
        left_above(&items[..at], sheet);
        sheet.line(LineKind::Type, &line.part(0..cut).text);
        return titles::write_below(items, at + 1, Some(line.part(cut..line.words().len())), sheet);
    }
    let start = masthead::masthead_start(items, end);
    if printed(&items[..start]) <= MOST_ABOVE {
        for item in &items[..start] {
            match item {
                Item::Line(line) => sheet.line(LineKind::Aside, &line.text),
                Item::Row(cells) => sheet.row(cells),
                Item::Break => {}
            }
        }
    } else {
        left_above(&items[..start], sheet);
    }
    masthead::write(&items[start..end], sheet);
    end
}

/// Where the title begins on a line of its own that names a plan: `Kế hoạch` | `Cải cách hành chính năm 2022`. What names a
/// document by its number is none.
fn type_named(words: &str) -> Option<usize> {
    const PLANS: [&str; 7] = [
        "Kế hoạch",
        "Chương trình",
        "Chương trình hành động",
        "Phương án",
        "Đề án",
        "Chương trình công tác",
        "Chương trình làm việc",
    ];
    const LONGEST: usize = 400;
    if words.len() > LONGEST || words.ends_with(['.', ';', ':', ',']) || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let folded = fold(words);
    let (cut, kind) = document_types::names().at_start(&folded)?;
    let title = folded.get(cut..)?.trim_start();
    let numbered =
        title.starts_with("số ") || title.starts_with(|c: char| c.is_ascii_digit()) || title.starts_with("này");
    (PLANS.contains(&kind.name) && !title.is_empty() && !numbered).then_some(cut)
}

/// How many lines and rows.
fn printed(items: &[Item]) -> usize {
    items.iter().filter(|item| !matches!(item, Item::Break)).count()
}

/// Says how many lines stand above the masthead.
fn left_above(items: &[Item], sheet: &mut Sheet) {
    let before = printed(items);
    if before > 0 {
        sheet.notice(Severity::Info, "web-furniture", format!("{before} lines before the masthead left out"));
    }
}
