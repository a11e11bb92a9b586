//! The head of a document: where it begins and what its lines are.

use super::{
    LineKind,
    line::{Item, Line},
    persons::is_sign_alone,
    shapes::{self, is_capitals, is_motto, is_number, is_type},
    sheet::Sheet,
};
use crate::{
    text::{fold, letters::is_alphanumeric},
    value::marker,
};

/// Where the head of a document stands among the items.
pub(super) struct Head {
    /// The first item of the masthead.
    pub(super) start: usize,
    /// The line that names the document's type.
    pub(super) kind: usize,
}

/// How far down a first page the type may stand, in items.
const REACH: usize = 260;

/// Finds the first line that names a document's type, and the masthead above it.
pub(super) fn find(items: &[Item]) -> Option<Head> {
    let near = &items[..items.len().min(REACH)];
    // a body that begins before the type line has no title of its own there
    let opens = near.iter().position(|i| matches!(i, Item::Line(l) if opens_body(l.words()))).unwrap_or(near.len());
    let near = &near[..opens];
    let alone = near.iter().position(|i| matches!(i, Item::Line(l) if is_type(l.words())));
    let kind = alone.or_else(|| titled_type(near))?;
    Some(Head { start: masthead_start(near, kind), kind })
}

/// Where the title stands in a head that names no type: the first words in capitals below the last line of a masthead
/// with a number.
pub(super) fn find_untyped(items: &[Item]) -> Option<Head> {
    let title = end(items)?;
    let titled = matches!(items.get(title), Some(Item::Line(l)) if is_capitals(l.words()) && l.words().len() > 20 && marker::read(l.words(), 0).is_none());
    titled.then(|| Head { start: masthead_start(items, title), kind: title })
}

/// Where a masthead with a number ends, told by the lines that only a masthead has.
pub(super) fn end(items: &[Item]) -> Option<usize> {
    let near = &items[..items.len().min(60)];
    let line = |i: &Item, is: &dyn Fn(&str) -> bool| matches!(i, Item::Line(l) if is(l.words()));
    let number = near.iter().position(|i| line(i, &is_number))?;
    let dated = |w: &str| shapes::date_line(w).is_some_and(|at| at == 0 || is_number(&w[..at]));
    let last = near[number..].iter().take(8).rposition(|i| line(i, &|w| is_number(w) || is_motto(w) || dated(w)))?;
    let mut end = number + last + 1;
    while matches!(near.get(end), Some(Item::Break)) {
        end += 1;
    }
    Some(end)
}

/// Does a masthead bear the name of the state?
pub(super) fn shows_state(items: &[Item]) -> bool {
    items.iter().any(|i| matches!(i, Item::Line(l) if is_motto(l.words())))
}

/// A type whose first word stands alone on its line, `CHƯƠNG` / `TRÌNH HÀNH ĐỘNG`, and a sign of authority, `TM.` / `ỦY BAN …`.
pub(super) fn whole_labels(items: Vec<Item>) -> Vec<Item> {
    let mut whole: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        if let (Some(Item::Line(last)), Item::Line(line)) = (whole.last_mut(), &item)
            && last.words().len() < 16
            && line.words().len() < 60
            && is_capitals(last.words())
            && !is_type(last.words())
            && !last.words().contains(' ')
            && (is_type(&format!("{} {}", last.words(), line.words()))
                || is_sign_alone(last.words()) && is_capitals(line.words()))
        {
            last.text.join(" ", &line.text);
            last.glued = line.glued;
            continue;
        }
        whole.push(item);
    }
    whole
}

/// A line that names type and title at once, below a number, a date or a motto.
fn titled_type(items: &[Item]) -> Option<usize> {
    let at = items.iter().position(|i| matches!(i, Item::Line(l) if shapes::type_before_title(l.words()).is_some()))?;
    let shows = |i: &Item| matches!(i, Item::Line(l) if is_motto(l.words()) || is_number(l.words()) || shapes::date_line(l.words()).is_some());
    items[at.saturating_sub(6)..at].iter().any(shows).then_some(at)
}

fn opens_body(words: &str) -> bool {
    words.len() > 40 && words.starts_with(['c', 'C']) && fold(&words[..shapes::floor(words, 16)]).starts_with("căn cứ")
}

/// Walks up from the type over what a masthead holds; a stray line or two of damage may stand between.
pub(super) fn masthead_start(items: &[Item], kind: usize) -> usize {
    let mut start = kind;
    let mut damage = 0;
    for at in (0..kind).rev() {
        let belongs = match &items[at] {
            Item::Break => continue,
            Item::Row(_) => false,
            Item::Line(l) => belongs(l.words()) || belongs_with_next(items, at),
        };
        if belongs {
            start = at;
            damage = 0;
        } else {
            damage += 1;
            let short = matches!(&items[at], Item::Line(l) if l.words().chars().count() <= 25 && !l.words().ends_with([':', '.', ';']));
            if damage > 2 || !short {
                break;
            }
        }
    }
    // the bars around the first cell
    while start > 0 && matches!(items[start - 1], Item::Break) {
        start -= 1;
    }
    start
}

fn belongs(words: &str) -> bool {
    words.chars().filter(|c| *c != ' ').count() <= 120
        && (is_motto(words)
            || is_number(words)
            || shapes::date_line(words).is_some()
            || is_capitals(words)
            || shapes::motto_inside(words).is_some()
            || matches!(fold(words).as_str(), "số:" | "số" | "dự thảo" | "(dự thảo)"))
}

/// The first half of a date or a number that the next line completes.
pub(super) fn belongs_with_next(items: &[Item], at: usize) -> bool {
    let (Item::Line(line), Some(Item::Line(next))) = (&items[at], items.get(at + 1)) else { return false };
    let both = format!("{} {}", line.words(), next.words());
    // with its place the next is a whole date
    let placed = |words: &str| !["ngày ", "Ngày ", "ngay "].iter().any(|day| words.starts_with(day));
    let whole = || placed(next.words()) && shapes::date_line(next.words()).is_some();
    both.len() < 160 && (shapes::date_line(&both).is_some() && !whole() || is_number(&both) && line.words().len() < 12)
}

/// Writes the masthead: agencies, motto, number, date.
pub(super) fn write(items: &[Item], sheet: &mut Sheet) {
    let mut parts: Vec<(LineKind, Line)> = Vec::new();
    for line in joined(items) {
        for part in columns(&line) {
            let kind = classify(part.words());
            parts.push((kind, part));
        }
    }
    for wanted in [LineKind::Agency, LineKind::Motto, LineKind::Number, LineKind::Date, LineKind::Aside] {
        for (kind, line) in &parts {
            if *kind == wanted {
                sheet.line(wanted, &line.text);
            }
        }
    }
}

fn classify(words: &str) -> LineKind {
    if is_motto(words) {
        LineKind::Motto
    } else if shapes::date_line(words).is_some() {
        LineKind::Date
    } else if is_number(words) {
        LineKind::Number
    } else if fold(words).trim_start_matches('(').starts_with("dự thảo") {
        LineKind::Aside
    } else if is_capitals(words) {
        LineKind::Agency
    } else {
        LineKind::Aside
    }
}

/// Lines of one cell whose number or date broke over two lines are one.
fn joined(items: &[Item]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut fresh = true;
    for (at, item) in items.iter().enumerate() {
        let Item::Line(line) = item else {
            fresh = true;
            continue;
        };
        let goes_on = !fresh
            && lines.last().is_some_and(|last| {
                let a = last.words();
                let both = format!("{a} {}", line.words());
                let half_date = shapes::date_line(a).is_none()
                    && !is_capitals(a)
                    && !is_motto(a)
                    && (a.contains("ngày") || shapes::date_line(line.words()).is_some_and(|at| at == 0 || last.glued))
                    && shapes::date_line(&both).is_some();
                // `Lào` / `Cai, ngày 24 tháng 9` / `năm 2019`
                let third = || matches!(items.get(at + 1), Some(Item::Line(next)) if shapes::date_line(&format!("{both} {}", next.words())) == Some(0));
                let first_of_date = a.chars().count() <= 20 && !is_capitals(a) && line.words().contains("ngày") && third();
                let half_number = matches!(fold(a).trim_end_matches([':', ' ']), "số") && !is_motto(line.words());
                // `ỦY BAN NHÂN` / `DÂN`: one bold run over two lines
                let half_agency = is_capitals(line.words())
                    && !is_motto(a)
                    && (last.glued && is_capitals(a) || is_half_council(a, line.words(), &both));
                // `TỔNG LIÊN ĐOÀN LAO ĐỘNG` / `VIỆT NAM`, where no running head is without its last words
                let country = shapes::bare(line.words()) == "vietnam"
                    && is_capitals(a)
                    && !is_motto(a)
                    && !lines.iter().any(|l| shapes::bare(l.words()).ends_with("xahoichunghia"));
                half_date || first_of_date || half_number || half_agency || country || shapes::is_half_motto(a, &both)
            });
        if goes_on && let Some(last) = lines.last_mut() {
            last.text.join(" ", &line.text);
            last.glued = line.glued;
        } else {
            lines.push(line.clone());
        }
        fresh = false;
    }
    lines
}

/// `ỦY` / `BAN NHÂN DÂN`, `HỘI ĐỒNG NHÂN` / `DÂN`
fn is_half_council(first: &str, second: &str, both: &str) -> bool {
    let folded = |words: &str| fold(&words[..shapes::floor(words, 60)]);
    let whole = |words: &str| {
        let words = folded(words);
        words.starts_with("ủy ban nhân dân") || words.starts_with("hội đồng nhân dân")
    };
    first.chars().count() <= 14 && whole(both) && !whole(first) && !whole(second)
}

/// A line that holds several parts of a two-column masthead, taken apart.
pub(super) fn columns(line: &Line) -> Vec<Line> {
    let words = line.words();
    let mut cuts: Vec<usize> = Vec::new();
    // the blanks of a number or a date left open part nothing
    let date = shapes::date_line(words);
    if date != Some(0) && !is_number(words) {
        cuts.extend(words.match_indices("   ").map(|(i, _)| i));
        cuts.extend(words.match_indices('\t').map(|(i, _)| i));
    }
    if !is_motto(words)
        && let Some(at) = shapes::motto_inside(words)
    {
        cuts.push(at);
    }
    if let Some(at) = date
        && at > 0
        && is_number(&words[..at])
    {
        cuts.push(at);
    }
    cuts.push(words.len());
    cuts.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for cut in cuts {
        let part = line.part(from..cut.max(from));
        from = cut.max(from);
        if part.words().chars().any(is_alphanumeric) {
            parts.push(part);
        }
    }
    parts
}
