//! The canonical spelling of an agency's name: abbreviations written out, one kind of dash, tone marks on the modern
//! place, a capital first letter.

use std::{borrow::Cow, cell::RefCell, ops::Range};

use rustc_hash::FxHashMap;

use crate::{
    lexicon::{
        Phrases,
        agency_words::{Kinds, MEANINGS, fields},
        businesses::BUSINESSES,
        list,
    },
    text::{
        ends, fold, has_old_tone,
        letters::{is_alphanumeric, is_lowercase, is_uppercase},
    },
};

/// Short forms of words, longest first: those of bodies, which may differ inside a name, and all others.
static SHORT: Phrases<&str> = list!("written_out");

/// Heads that are followed by a field, so that `CT` after them is `Công Thương`.
const FIELD_HEADS: [&str; 7] = ["sở", "bộ", "phòng", "ban", "vụ", "ngành", "công chức"];

/// The canonical name: abbreviations written out, `và` for `&`, a dash with spaces, a capital first letter.
///
/// ```
/// use kehoach::agency::canonical;
/// assert_eq!(canonical("UBND các huyện"), "Ủy ban nhân dân các huyện");
/// assert_eq!(canonical("sở LĐ-TB&XH"), "Sở Lao động - Thương binh và Xã hội");
/// assert_eq!(canonical("Uỷ ban MTTQ Việt Nam tỉnh"), "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh");
/// ```
pub fn canonical(name: &str) -> String {
    // a plan names the same few bodies over and over
    thread_local!(static KNOWN: RefCell<FxHashMap<String, String>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        if let Some(spelled) = known.get(name) {
            return spelled.clone();
        }
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.entry(name.to_owned()).or_insert_with(|| spelled(name)).clone()
    })
}

/// How many names are remembered.
const MOST_KNOWN: usize = 2_000;

fn spelled(name: &str) -> String {
    // most names are spelled so already: a step copies only what it changes
    let name = unglued(name);
    let name = one_space(&name);
    let name = without_glosses(&name);
    if let Some(group) = BUSINESSES.group(name.trim_matches(is_outer)) {
        return group.to_owned();
    }
    let name = office(&name);
    let name = write_out_fields(&name);
    let name = write_out(&name);
    let name = modern(trimmed(&name));
    let name = spaced(&name);
    capital_first(&departments(&name))
}

/// Without the marks around it; the quotation mark that closes a title in the name stays: `Quỹ “Vì người nghèo”`.
fn trimmed(name: &str) -> &str {
    let name = name.trim_start_matches(is_outer);
    let inner = name.trim_end_matches(is_outer);
    let open = match inner.rfind(['“', '”', '"']) {
        Some(at) if inner[at..].starts_with('"') => inner.matches('"').count() % 2 == 1,
        Some(at) => inner[at..].starts_with('“'),
        None => false,
    };
    let close = name[inner.len()..].chars().next().filter(|&c| open && matches!(c, '”' | '"'));
    &name[..inner.len() + close.map_or(0, char::len_utf8)]
}

/// `P. Kinh tế` → `Phòng Kinh tế`.
fn office(name: &str) -> Cow<'_, str> {
    let field = name.strip_prefix("P.").map(str::trim_start);
    // `P.CT UBND xã` is a post, `P.CTXH` an office
    let post =
        |field: &str| field.strip_prefix("CT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',']));
    let known =
        field.filter(|field| !post(field) && MEANINGS.at_start(&fold(field)).is_some_and(|(_, m)| m.field.is_some()));
    known.map_or_else(|| name.into(), |field| format!("Phòng {field}").into())
}

/// `Giám đốc sở Nội vụ` → `Giám đốc Sở Nội vụ`: a department that bears a name has a capital.
fn departments(name: &str) -> Cow<'_, str> {
    if !name.contains(" sở ") {
        return name.into();
    }
    let mut out = String::with_capacity(name.len());
    let mut done = 0;
    for (at, words) in name.match_indices(" sở ") {
        if name[at + words.len()..].starts_with(char::is_uppercase)
            && !["trụ", "cơ", "Cơ", "Trụ"].iter().any(|w| name[..at].ends_with(w))
        {
            out.push_str(&name[done..at]);
            out.push_str(" Sở ");
            done = at + words.len();
        }
    }
    out.push_str(&name[done..]);
    out.into()
}

/// `Bộ trưởngBộ Y tế` → `Bộ trưởng Bộ Y tế`: the space before a body's first word that a file has lost.
fn unglued(name: &str) -> Cow<'_, str> {
    const HEADS: [&str; 8] = ["Bộ ", "Sở ", "Ủy ban", "Uỷ ban", "Ban ", "Hội ", "Phòng ", "UBND "];
    let glued = |(a, b): (char, char)| is_lowercase(a) && is_uppercase(b);
    if !name.chars().zip(name.chars().skip(1)).any(glued) {
        return name.into();
    }
    let mut out = String::with_capacity(name.len() + 1);
    let mut small = false;
    for (at, c) in name.char_indices() {
        if small && c.is_uppercase() && HEADS.iter().any(|h| name[at..].starts_with(h)) {
            out.push(' ');
        }
        out.push(c);
        small = c.is_lowercase();
    }
    out.into()
}

/// `Mặt trận Tổ quốc (MTTQ) Việt Nam`: the abbreviation repeats the words before it.
fn without_glosses(name: &str) -> Cow<'_, str> {
    if !name.contains(" (") {
        return name.into();
    }
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once(" (") {
        out.push_str(before);
        match after.split_once(')') {
            Some((gloss, more)) if gloss.chars().all(|c| c.is_uppercase() || "& -".contains(c)) => rest = more,
            _ => {
                out.push_str(" (");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// Punctuation that may surround a name in a cell or a heading.
fn is_outer(c: char) -> bool {
    matches!(c, ' ' | '.' | ',' | ';' | ':' | '-' | '–' | '*' | '"' | '“' | '”' | '/' | '+' | '\n' | '\t' | '…' | '•')
}

fn one_space(name: &str) -> Cow<'_, str> {
    // what begins another white space than a blank
    let other = |b: u8| b < b' ' || matches!(b, 0xc2 | 0xe1..=0xe3);
    let name = name.trim();
    let spaced =
        name.contains("  ") || name.bytes().any(other) && name.contains(|c: char| c != ' ' && c.is_whitespace());
    if spaced { name.split_whitespace().collect::<Vec<_>>().join(" ").into() } else { name.into() }
}

/// `Sở GD&ĐT` → `Sở Giáo dục và Đào tạo`.
fn write_out_fields(name: &str) -> Cow<'_, str> {
    let folded = fold(name);
    let mut out = String::new();
    let mut done = 0;
    for (range, meaning) in MEANINGS.find_iter(&folded) {
        let Some(field) = meaning.field else { continue };
        let before = folded[..range.start].trim_end_matches([' ', ':']);
        let headed = FIELD_HEADS.iter().any(|h| ends(before, h) && ends_word(&before[..before.len() - h.len()]));
        // `ubnd tp` is no `Sở TP`: without a head a short form must be a name that nothing else bears
        let telling = name[range.clone()].chars().filter(|c| c.is_uppercase()).count() >= 3;
        if headed || (telling && !meaning.kinds.any(Kinds::HEAD)) {
            out.push_str(&name[done..range.start]);
            let field = &fields()[field];
            let office = field.office.filter(|_| telling && ends(before, "phòng"));
            out.push_str(office.unwrap_or(field.name));
            done = range.end;
        }
    }
    if done == 0 {
        return name.into();
    }
    out.push_str(&name[done..]);
    out.into()
}

fn ends_word(before: &str) -> bool {
    !before.ends_with(is_alphanumeric)
}

fn write_out(name: &str) -> Cow<'_, str> {
    let folded = fold(name);
    let mut out = String::new();
    let mut done = 0;
    for (range, words) in SHORT.find_iter(&folded) {
        // `TƯ` is an abbreviation, `Tư` in `Bộ Tư lệnh` a word
        let capitals = name[range.clone()].chars().filter(|c| c.is_uppercase()).count();
        let word = folded[range.clone()] == *"tư" && part_of_word(&folded, &range);
        if !word && (capitals > 1 || !folded[range.clone()].contains(['ư', 'ê', 'ô', 'ơ', 'ă', 'â'])) {
            out.push_str(&name[done..range.start]);
            out.push_str(words);
            done = range.end;
            if name[done..].starts_with(|c: char| is_alphanumeric(c)) {
                out.push(' ');
            }
        }
    }
    if done == 0 {
        return name.into();
    }
    out.push_str(&name[done..]);
    out.into()
}

/// `TƯ` in `BỘ TƯ LỆNH`, `SỞ TƯ PHÁP`, `ĐẦU TƯ`: in a name of capitals a syllable, not the centre.
fn part_of_word(folded: &str, syllable: &Range<usize>) -> bool {
    const BEHIND: [&str; 9] = ["lệnh", "pháp", "vấn", "nhân", "tưởng", "thục", "liệu", "duy", "cách"];
    const BEFORE: [&str; 3] = ["đầu", "vật", "thứ"];
    let behind = folded[syllable.end..].trim_start().split([' ', ',']).next().unwrap_or_default();
    let before = folded[..syllable.start].trim_end().rsplit(' ').next().unwrap_or_default();
    BEHIND.contains(&behind) || BEFORE.contains(&before)
}

/// Tone marks on the modern place, letter case kept.
pub(super) fn modern(name: &str) -> Cow<'_, str> {
    if !has_old_tone(name) {
        return name.into();
    }
    let folded = fold(name);
    if folded.chars().count() != name.chars().count() {
        return name.into();
    }
    let same_case = |(plain, modern): (char, char)| {
        if plain.is_uppercase() { modern.to_uppercase().next().unwrap_or(modern) } else { modern }
    };
    name.chars().zip(folded.chars()).map(same_case).collect::<String>().into()
}

/// One kind of dash with spaces around it, `và` for `&`, no space before a comma.
fn spaced(name: &str) -> Cow<'_, str> {
    let name = name.trim_end();
    if !name.contains(['-', '–', '—', '‑', '−', '&', ',']) && !name.contains("  ") {
        return name.into();
    }
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        match c {
            '-' | '–' | '—' | '‑' | '−' => {
                out.truncate(out.trim_end().len());
                out.push_str(" - ");
            }
            '&' => {
                out.truncate(out.trim_end().len());
                out.push_str(" và ");
            }
            ',' => {
                out.truncate(out.trim_end().len());
                out.push_str(", ");
            }
            ' ' if out.ends_with(' ') => {}
            _ => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out.into()
}

pub(super) fn capital_first(name: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return name.to_owned();
    }
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
