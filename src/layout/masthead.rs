//! The head of a document: where it begins, what its lines are, and its title.

use super::{
    LineKind,
    line::{Item, Line},
    shapes::{self, is_capitals, is_motto, is_number, is_type},
    sheet::Sheet,
};
use crate::{text::fold, value::marker};

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
    let near = &items[..items.len().min(60)];
    let line = |i: &Item, is: &dyn Fn(&str) -> bool| matches!(i, Item::Line(l) if is(l.words()));
    let number = near.iter().position(|i| line(i, &is_number))?;
    let below = near[number..].iter().take(8);
    let dated = |w: &str| shapes::date_line(w).is_some_and(|at| at == 0 || is_number(&w[..at]));
    let last = below.clone().rposition(|i| line(i, &|w| is_number(w) || is_motto(w) || dated(w)));
    let mut title = number + last? + 1;
    while matches!(near.get(title), Some(Item::Break)) {
        title += 1;
    }
    let titled = matches!(near.get(title), Some(Item::Line(l)) if is_capitals(l.words()) && l.words().len() > 20 && marker::read(l.words(), 0).is_none());
    titled.then(|| Head { start: masthead_start(near, title), kind: title })
}

/// A line that names type and title at once, below a number, a date or a motto.
fn titled_type(items: &[Item]) -> Option<usize> {
    let at = items.iter().position(|i| matches!(i, Item::Line(l) if shapes::type_before_title(l.words()).is_some()))?;
    let shows = |i: &Item| matches!(i, Item::Line(l) if is_motto(l.words()) || is_number(l.words()) || shapes::date_line(l.words()).is_some());
    items[at.saturating_sub(6)..at].iter().any(shows).then_some(at)
}

fn opens_body(words: &str) -> bool {
    fold(&words[..shapes::floor(words, 16)]).starts_with("căn cứ") && words.len() > 40
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
            || fold(words).contains("cộng hòa xã hội chủ nghĩa")
            || fold(words).contains("độc lập - tự do")
            || matches!(fold(words).as_str(), "số:" | "số" | "dự thảo" | "(dự thảo)"))
}

/// The first half of a date or a number that the next line completes.
fn belongs_with_next(items: &[Item], at: usize) -> bool {
    let (Item::Line(line), Some(Item::Line(next))) = (&items[at], items.get(at + 1)) else { return false };
    let both = format!("{} {}", line.words(), next.words());
    both.len() < 160 && (shapes::date_line(&both).is_some() || is_number(&both) && line.words().len() < 12)
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
    for item in items {
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
                let half_number = matches!(fold(a).trim_end_matches([':', ' ']), "số") && !is_motto(line.words());
                // `ỦY BAN NHÂN` / `DÂN`: one bold run over two lines
                let half_agency = last.glued && is_capitals(a) && is_capitals(line.words()) && !is_motto(a);
                half_date || half_number || half_agency || shapes::is_half_motto(a, &both)
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

/// A line that holds several parts of a two-column masthead, taken apart.
fn columns(line: &Line) -> Vec<Line> {
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
        if part.words().chars().any(char::is_alphanumeric) {
            parts.push(part);
        }
    }
    parts
}

/// Writes type, title, enclosure and deciding agency from the type line on; gives where the body begins.
pub(super) fn write_title(items: &[Item], kind: usize, sheet: &mut Sheet) -> usize {
    let Some(Item::Line(type_line)) = items.get(kind) else { return kind };
    let mut title: Option<Line> = None;
    if shapes::type_before_title(type_line.words()).is_none() && !is_type(type_line.words()) {
        return write_below(items, kind, None, sheet);
    }
    match shapes::type_before_title(type_line.words()).filter(|_| !is_type(type_line.words())) {
        Some(cut) => {
            sheet.line(LineKind::Type, &type_line.part(0..cut).text);
            title = Some(type_line.part(cut..type_line.words().len()));
        }
        None => sheet.line(LineKind::Type, &type_line.text),
    }
    write_below(items, kind + 1, title, sheet)
}

/// Writes title, enclosure and deciding agency; gives where the body begins.
fn write_below(items: &[Item], from: usize, mut title: Option<Line>, sheet: &mut Sheet) -> usize {
    let mut enclosures: Vec<&Line> = Vec::new();
    let mut at = from;
    let mut aside: Vec<&Line> = Vec::new();
    while let Some(item) = items.get(at) {
        let line = match item {
            Item::Break if title.is_none() => {
                at += 1;
                continue;
            }
            Item::Break | Item::Row(_) => break,
            Item::Line(line) => line,
        };
        let words = line.words();
        if shapes::is_enclosure(words) || enclosures.last().is_some_and(|l| !l.words().contains(')')) {
            enclosures.push(line);
            at += 1;
            continue;
        }
        if !enclosures.is_empty() || is_type(words) && title.is_some() {
            break;
        }
        match &mut title {
            None => {
                if marker::read(words, 0).is_some_and(|m| m.style != marker::Style::LowerLetter)
                    || fold(words).starts_with("căn cứ ")
                {
                    break;
                }
                if is_motto(words) || is_number(words) {
                    aside.push(line);
                } else if let Some(open) = enclosure_inside(words) {
                    sheet.line(LineKind::Title, &line.part(0..open).text);
                    sheet.line(LineKind::Enclosure, &line.part(open..words.len()).text);
                    return at + 1;
                } else {
                    title = Some(line.clone());
                }
            }
            Some(so_far) => {
                if !title_goes_on(so_far, line, &items[at + 1..]) {
                    break;
                }
                so_far.text.join(" ", &line.text);
                so_far.glued = line.glued;
            }
        }
        at += 1;
    }
    if let Some(title) = &title {
        sheet.line(LineKind::Title, &title.text);
    }
    for line in aside {
        sheet.line(LineKind::Aside, &line.text);
    }
    if let Some((first, more)) = enclosures.split_first() {
        let mut text = first.text.clone();
        for line in more {
            text.join(" ", &line.text);
        }
        sheet.line(LineKind::Enclosure, &text);
    }
    deciders(items, at, sheet)
}

/// Where `(Kèm theo …)` begins behind the title on the same line.
fn enclosure_inside(words: &str) -> Option<usize> {
    words.match_indices(" (").map(|(i, _)| i + 1).find(|&i| shapes::is_enclosure(&words[i..]))
}

fn title_goes_on(so_far: &Line, next: &Line, after: &[Item]) -> bool {
    let (a, b) = (so_far.words(), next.words());
    if so_far.glued {
        return true;
    }
    let capitals = is_capitals(a);
    let open = a.ends_with([',', '-', '–', '“', '(']) || unbalanced(a);
    if unbalanced(a) && a.len() < 900 && b.chars().count() <= 160 && marker::read(b, 0).is_none() {
        return true;
    }
    if next.blank_before && !open
        || b.ends_with([':', ';'])
        || marker::read(b, 0).is_some_and(|m| m.style != marker::Style::Dash)
    {
        return false;
    }
    // `BAN CHẤP HÀNH ĐẢNG BỘ TỈNH` / `về xây dựng …`
    let subject = capitals && starts_small(b) && !next.blank_before;
    if capitals != is_capitals(b) && !b.chars().all(|c| !c.is_lowercase()) && !subject {
        return false;
    }
    if is_decider(b, after) || shapes::is_session(b) {
        return false;
    }
    if capitals && !subject {
        return true;
    }
    if !starts_small(b) && !open && begins_paragraph(next, so_far, after) {
        return false;
    }
    b.chars().count() <= 130
        && (!shapes::opens_preamble(b) || starts_small(b))
        && !b.ends_with('.')
        && !a.ends_with(['.', ';'])
}

/// A filled line below a short one whose sentence goes on, line after line, to a full stop: no part of a title.
fn begins_paragraph(line: &Line, title: &Line, after: &[Item]) -> bool {
    let width = line.words().chars().count();
    if width < 50 || title.last_width() * 10 > width * 8 || unbalanced(line.words()) {
        return false;
    }
    for (i, item) in after.iter().take(30).enumerate() {
        let Item::Line(next) = item else { return false };
        let words = next.words();
        if next.blank_before
            || shapes::opens_preamble(words) && !starts_small(words)
            || marker::read(words, 0).is_some()
        {
            return false;
        }
        if words.contains(". ") {
            return true;
        }
        if words.ends_with([';', ':']) {
            return true;
        }
        // where empty lines part paragraphs, one would part the title from the text too
        if words.ends_with('.') {
            return matches!(after.get(i + 1), Some(Item::Line(l)) if !l.blank_before);
        }
    }
    false
}

fn starts_small(b: &str) -> bool {
    b.chars().next().is_some_and(char::is_lowercase)
}

/// An opened quotation or bracket is not closed yet.
fn unbalanced(a: &str) -> bool {
    a.matches('“').count() > a.matches('”').count() || a.matches('(').count() > a.matches(')').count()
}

/// `ỦY BAN NHÂN DÂN TỈNH …`, `THỦ TƯỚNG CHÍNH PHỦ` above `Căn cứ …`.
fn is_decider(words: &str, after: &[Item]) -> bool {
    const HEADS: [&str; 16] = [
        "ủy ban",
        "chủ tịch",
        "hội đồng",
        "bộ trưởng",
        "chính phủ",
        "thủ tướng",
        "giám đốc",
        "sở ",
        "ban ",
        "tỉnh ủy",
        "thành ủy",
        "hiệu trưởng",
        "cục trưởng",
        "tổng ",
        "thống đốc",
        "trưởng ban",
    ];
    let folded = fold(words);
    let session = matches!(after.first(), Some(Item::Line(l)) if shapes::is_session(l.words()));
    is_capitals(words)
        && (grounds(after) || session && grounds(&after[1..]))
        && HEADS.iter().any(|h| folded.starts_with(h))
}

/// Do the grounds of a decision begin here, perhaps on a line that breaks after its first word?
fn grounds(items: &[Item]) -> bool {
    match items {
        [Item::Line(a), Item::Line(b), ..] if a.glued || a.words().split(' ').count() < 3 => {
            shapes::opens_preamble(&format!("{} {}", a.words(), b.words()))
        }
        [Item::Line(a), ..] => shapes::opens_preamble(a.words()),
        _ => false,
    }
}

fn deciders(items: &[Item], mut at: usize, sheet: &mut Sheet) -> usize {
    let first = at;
    while let Some(item) = items.get(at) {
        match item {
            Item::Line(l)
                if is_capitals(l.words())
                    && l.words().len() < 200
                    && marker::read(l.words(), 0).is_none()
                    && at - first < 3 =>
            {
                at += 1;
            }
            Item::Break if at == first => at += 1,
            _ => break,
        }
    }
    if !grounds(&items[at..]) {
        return first;
    }
    for item in &items[first..at] {
        if let Item::Line(l) = item {
            sheet.line(LineKind::Decider, &l.text);
        }
    }
    at
}
