//! The title of a document below the line that names its type, and who decides.

use super::{
    LineKind,
    line::{Item, Line},
    line_ends::ends_open,
    persons::is_authority,
    posts::is_post,
    shapes::{self, is_capitals, is_motto, is_number, is_type, starts_small},
    sheet::Sheet,
};
use crate::{
    lexicon::head_words::head_words,
    text::fold,
    value::{marker, read_document_number},
};

/// Writes type, title, enclosure and deciding agency from the type line on; gives where the body begins.
pub(super) fn write(items: &[Item], kind: usize, sheet: &mut Sheet) -> usize {
    let Some(Item::Line(type_line)) = items.get(kind) else { return kind };
    let mut title: Option<Line> = None;
    if shapes::type_before_title(type_line.words()).is_none() && !is_type(type_line.words()) {
        return write_below(items, kind, None, sheet);
    }
    if let Some(cut) = shapes::type_before_title(type_line.words()).filter(|_| !is_type(type_line.words())) {
        sheet.line(LineKind::Type, &type_line.part(0..cut).text);
        let rest = type_line.part(cut..type_line.words().len());
        // `QUYẾT ĐỊNH 77/QĐ-TTg`: the number again
        if is_number_alone(rest.words()) {
            sheet.line(LineKind::Aside, &rest.text);
        } else {
            title = Some(rest);
        }
    } else if let Some(owner) = owner(&items[kind + 1..]) {
        let mut whole = type_line.text.clone();
        whole.join(" ", &owner.text);
        sheet.line(LineKind::Type, &whole);
        return write_below(items, kind + 2, None, sheet);
    } else {
        sheet.line(LineKind::Type, &type_line.text);
    }
    write_below(items, kind + 1, title, sheet)
}

/// `CỦA BAN THƯỜNG VỤ TỈNH ỦY` between the type and the title `Về …`.
fn owner(below: &[Item]) -> Option<&Line> {
    let [Item::Line(owner), Item::Line(title), ..] = below else { return None };
    let named = owner.words().starts_with("CỦA ") && !fold(owner.words()).contains(" về ");
    (named && title.words().starts_with("Về ")).then_some(owner)
}

/// A document's number and nothing else.
fn is_number_alone(words: &str) -> bool {
    let words = words.strip_prefix("SỐ").unwrap_or(words).trim_start_matches([':', ' ']);
    words.starts_with(|c: char| c.is_ascii_digit())
        && read_document_number(words, 0).is_some_and(|(_, end)| words[end..].trim().is_empty())
}

/// Writes title, enclosure and deciding agency; gives where the body begins.
pub(super) fn write_below(items: &[Item], from: usize, mut title: Option<Line>, sheet: &mut Sheet) -> usize {
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
                } else if is_decider(words, &items[at + 1..]) {
                    // the page has lost the type and the title above it
                    break;
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

/// Does the plan that a decision issues begin here without a line that names its type: a title in capitals, `(Kèm theo
/// Quyết định …)`, words? A table in their place makes it an annex.
pub(super) fn opens_attached(items: &[Item], at: usize) -> bool {
    const LINES: usize = 8;
    let words = |n: usize| match items.get(n) {
        Some(Item::Line(line)) => Some(line.words()),
        _ => None,
    };
    let titles = |words: &str| is_capitals(words) && !is_authority(words) && !is_post(words);
    let enclosure = at + (at..items.len()).take(LINES).take_while(|&n| words(n).is_some_and(titles)).count();
    let decided = |words: &str| {
        shapes::is_enclosure(words) && {
            let folded = fold(words);
            folded.contains("quyết định") || folded.contains("nghị quyết")
        }
    };
    let below = (enclosure..items.len()).take(LINES).find(|&n| words(n).is_none_or(|w| w.contains(')')));
    enclosure > at
        && words(enclosure).is_some_and(decided)
        && below.and_then(|n| items.get(n + 1)).is_some_and(|next| matches!(next, Item::Line(_)))
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
    let second = capitals && is_second_line(a, next, after);
    let open = a.ends_with([',', '-', '–', '“', '(']) || unbalanced(a) || ends_open(a);
    // `… (GIAI ĐOẠN` / `II)`
    if unbalanced(a) && b.ends_with(')') && b.chars().count() <= 8 {
        return true;
    }
    if unbalanced(a) && a.len() < 900 && b.chars().count() <= 160 && marker::read(b, 0).is_none() {
        return true;
    }
    if second || next.blank_before && set_off(so_far, next, after) {
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

/// What a title is about, below an empty line: `VỀ …` in capitals, or small letters between empty lines.
fn set_off(title: &Line, line: &Line, after: &[Item]) -> bool {
    let words = line.words();
    if title.words().ends_with(['.', ';', ':']) {
        return false;
    }
    let closed = after.first().is_none_or(|i| !matches!(i, Item::Line(next) if !next.blank_before));
    let folded = fold(&words[..shapes::floor(words, 24)]);
    let begins = folded.starts_with("về ") || head_words().periods.begin(&folded);
    let subject = is_capitals(title.words()) && is_capitals(words) && begins;
    subject || starts_small(words) && closed && !words.ends_with(['.', ';', ':']) && words.chars().count() <= 200
}

/// `KẾ HOẠCH GIÁO DỤC` / `Năm học 2022 - 2023`, `KẾ HOẠCH TUYÊN TRUYỀN` / `Phòng, chống …`: a line in small letters below
/// capitals that is no sentence of the body.
fn is_second_line(title: &str, next: &Line, after: &[Item]) -> bool {
    let words = next.words();
    let folded = fold(words);
    let count = words.chars().count();
    if is_capitals(words)
        || !words.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '“'))
        || count > 110
        || words.ends_with(['.', ';', ':', ','])
        || words.contains(':')
        || marker::read(words, 0).is_some()
        || folded.starts_with("kính gửi")
        || shapes::is_enclosure(words)
        || shapes::date_line(words).is_some()
    {
        return false;
    }
    let follows = |next: &Line| {
        next.blank_before
            || marker::read(next.words(), 0).is_some()
            || shapes::opens_preamble(next.words()) && !starts_small(next.words())
            || shapes::is_enclosure(next.words())
            || is_capitals(next.words())
    };
    let whole = match after.first() {
        Some(Item::Line(next)) => follows(next),
        _ => true,
    };
    let period = count <= 60 && head_words().periods.begin(folded.trim_start_matches('('));
    if next.blank_before {
        // set off by empty lines: only what says when, or completes a word or two
        return whole && (period || title.split(' ').count() <= 3 && !shapes::opens_preamble(words));
    }
    // a sentence that a line break cut goes on below
    let cut = matches!(after.first(), Some(Item::Line(next)) if starts_small(next.words()));
    if whole { true } else { !cut && !shapes::opens_preamble(words) && count < 50 && period }
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
    let days =
        usize::from(matches!(after.get(1), Some(Item::Line(l)) if session && shapes::is_session_days(l.words())));
    // `CHỦ TỊCH ỦY BAN NHÂN DÂN` / `TỈNH …`
    let second = matches!(after.first(), Some(Item::Line(l)) if goes_on_with(&folded, l.words()));
    is_capitals(words)
        && (grounds(after) || (session || second) && grounds(&after[1 + days..]))
        && HEADS.iter().any(|h| folded.starts_with(h))
}

/// Does the name of who decides go on: `CHỦ TỊCH ỦY BAN NHÂN DÂN` / `TỈNH HÒA SƠN`, `ỦY BAN NHÂN DÂN TỈNH` / `HÒA SƠN`?
fn goes_on_with(folded: &str, next: &str) -> bool {
    const LONGEST: usize = 40;
    let units = [" tỉnh", " thành phố", " huyện", " quận", " thị xã", " xã", " phường", " ủy ban", " hội đồng"];
    let open = !folded.starts_with("ban hành ") && units.iter().any(|unit| folded.ends_with(unit));
    is_place_line(next) || open && is_capitals(next) && next.chars().count() <= LONGEST
}

/// `TỈNH HÒA SƠN`, the last line of who decides.
fn is_place_line(words: &str) -> bool {
    let folded = fold(words);
    let place = ["tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường "];
    is_capitals(words) && words.chars().count() <= 40 && place.iter().any(|p| folded.starts_with(p))
}

/// Do the grounds of a decision begin here, perhaps on a line that breaks after its first word?
fn grounds(items: &[Item]) -> bool {
    match items {
        [Item::Line(a), Item::Line(b), ..] if a.glued || a.words().split(' ').count() < 3 => {
            shapes::opens_preamble(&format!("{} {}", a.words(), b.words()))
        }
        [Item::Line(a), ..] => shapes::opens_preamble(a.words()) && !is_capitals(a.words()),
        _ => false,
    }
}

fn deciders(items: &[Item], mut at: usize, sheet: &mut Sheet) -> usize {
    let first = at;
    while let Some(item) = items.get(at) {
        match item {
            Item::Line(l)
                if (is_capitals(l.words()) || at > first && shapes::is_session_days(l.words()))
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
    let mut whole: Option<Line> = None;
    for item in &items[first..at] {
        let Item::Line(line) = item else { continue };
        match &mut whole {
            Some(name) if goes_on_with(&fold(name.words()), line.words()) => name.text.join(" ", &line.text),
            _ => {
                if let Some(name) = whole.replace(line.clone()) {
                    sheet.line(LineKind::Decider, &name.text);
                }
            }
        }
    }
    if let Some(name) = whole {
        sheet.line(LineKind::Decider, &name.text);
    }
    at
}
