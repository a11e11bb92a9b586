//! Reads the marker that a line begins with: `I.`, `2.1.`, `a)`, `-`, `Điều 3.`, `Phần thứ nhất`.

mod close;
mod figures;
mod letters;
mod values;

use std::ops::Range;

use crate::text::{
    fold,
    letters::{is_alphabetic, is_alphanumeric},
};
use figures::{compound, figure};
use letters::lettered;
use values::{is_ordinal, is_roman};
pub(crate) use values::{ordinal_value, part_letter, roman_value, to_roman};

/// What a marker looks like. Lines with the same style are siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `Phần thứ nhất`, `PHẦN I`
    Part,
    /// `Chương I`
    Chapter,
    /// `Mục 1`
    Item,
    /// `Điều 1.`
    Article,
    /// `A.`, `B.`
    UpperLetter,
    /// `I.`, `II)`, `I - `
    Roman,
    /// `1.`, `1)`, `1/`, `1/-`, `1 - `
    Arabic,
    /// `(1)`
    ArabicInParens,
    /// `1.1.`, `1.1.1`
    Decimal,
    /// `a)`, `a.`, `đ)`
    LowerLetter,
    /// `(a)`
    LetterInParens,
    /// `i)`, `(ii)`
    LowerRoman,
    /// `*`, `•`
    Bullet,
    /// `-`, `–`
    Dash,
    /// `+`
    Plus,
}

/// A marker at a line's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// What it looks like.
    pub style: Style,
    /// Its label as printed (`II`, `2.1`, `đ`), empty for bullets.
    pub label: String,
    /// Where the words after it begin, in bytes of the line.
    pub end: usize,
    /// The marker itself, without white space.
    pub range: Range<usize>,
}

/// The letters in the order in which officials count.
pub const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Signs that programs print before items.
const BULLETS: &str = "•●▪■◦·❖➢✓➤►▶‣∙○♦◆✔➔\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}";

/// Reads the marker at byte `at` of a line.
pub fn read(line: &str, at: usize) -> Option<Marker> {
    let text = &line[at..];
    let first = text.chars().next()?;
    let (style, label, len) = match first {
        // what recognizers make of a dash, with a speck behind it
        '~' | '-' if capital_behind_speck(&text[1..]) => (Style::Dash, "", 2),
        '~' if text.starts_with("~ ") => (Style::Dash, "", 1),
        '-' | '–' | '—' | '¬' | '−' | '‐' | '‑' | '―' => (Style::Dash, "", first.len_utf8()),
        // a speck of the paper before it
        ':' | '_' | '`' | 'ˆ' if text[first.len_utf8()..].starts_with(" - ") => {
            (Style::Dash, "", first.len_utf8() + 2)
        }
        '+' => (Style::Plus, "", 1),
        '*' => (Style::Bullet, "", 1),
        '(' => in_parens(text)?,
        '0'..='9' => figure(text)?,
        'o' if text.starts_with("o ") || text.starts_with("o\t") => (Style::Bullet, "", 1),
        c if is_alphabetic(c) && opens_words(text) => worded(text)?,
        c if is_alphabetic(c) => worded(text).or_else(|| compound(text)).or_else(|| lettered(text))?,
        c if BULLETS.contains(c) => (Style::Bullet, "", first.len_utf8()),
        _ => return None,
    };
    let rest = &text[len..];
    let gap = rest.len() - rest.trim_start().len();
    // `-5%`, `+84`: a sign, not a bullet
    if matches!(style, Style::Dash | Style::Plus)
        && gap == 0
        && rest.starts_with(|c: char| c.is_ascii_digit() || "-–+".contains(c))
    {
        return None;
    }
    if matches!(style, Style::Bullet) && rest.is_empty() {
        return None;
    }
    Some(Marker { style, label: label.to_owned(), end: at + len + gap, range: at..at + len })
}

/// `--Phân bổ`, `~'Phấn đấu`, `~- Xác định`
fn capital_behind_speck(behind_dash: &str) -> bool {
    let words = behind_dash.strip_prefix(['-', '\'']);
    words.is_some_and(|words| words.trim_start().starts_with(char::is_uppercase))
}

/// Most lines begin with a word and a blank, and no dash (`I - `) or stop (`I . `) behind them.
fn opens_words(text: &str) -> bool {
    const OPENS_DASH: u8 = "–".as_bytes()[0];
    let blank = text.bytes().position(|b| b.is_ascii() && !b.is_ascii_alphabetic());
    blank.is_some_and(
        |at| matches!(text.as_bytes()[at..], [b' ', next, ..] if next != b'-' && next != b'.' && next != OPENS_DASH),
    )
}

/// `(1)`, `(a)`, `(ii)`
fn in_parens(text: &str) -> Option<(Style, &str, usize)> {
    let close = text.char_indices().take(7).find(|(_, c)| *c == ')')?.0;
    let label = &text[1..close];
    let style = if !label.is_empty() && label.len() <= 2 && label.bytes().all(|b| b.is_ascii_digit()) {
        Style::ArabicInParens
    } else if label.len() > 1 && label.bytes().all(|b| b"ivx".contains(&b)) {
        Style::LowerRoman
    } else if label.chars().count() == 1 && LETTERS.contains(label) {
        Style::LetterInParens
    } else {
        return None;
    };
    text[close + 1..].starts_with([' ', '\u{a0}']).then_some((style, label, close + 1))
}

/// `Phần thứ nhất`, `Chương I`, `Mục 1`, `Điều 5.`
fn worded(text: &str) -> Option<(Style, &str, usize)> {
    // `Điếu 1.`: a mark that whoever typed it missed
    const WORDS: [(&str, Style); 6] = [
        ("phần", Style::Part),
        ("chương", Style::Chapter),
        ("mục", Style::Item),
        ("điều", Style::Article),
        ("điếu", Style::Article),
        ("điểu", Style::Article),
    ];
    let word = match text.as_bytes() {
        [b'P', ..] => "phần",
        [b'C', ..] => "chương",
        [b'M', ..] => "mục",
        [0xc4, 0x90, ..] => "điều",
        _ => return None,
    };
    // capital letters are as long as small ones
    if text.as_bytes().get(word.len()) != Some(&b' ') {
        return None;
    }
    let head = crate::text::floor(text, 40);
    let folded = fold(&text[..head]);
    for (word, style) in WORDS {
        let Some(rest) = folded.strip_prefix(word) else { continue };
        if !rest.starts_with(' ') || !text.starts_with(char::is_uppercase) {
            continue;
        }
        let mut start = word.len() + (rest.len() - rest.trim_start().len());
        if style == Style::Part
            && let Some(after) = folded[start..].strip_prefix("thứ ")
        {
            start = folded.len() - after.len();
        }
        let label: String = text[start..].chars().take_while(|c| is_alphanumeric(*c)).collect();
        let numbered = is_ordinal(&label) || label.bytes().all(|b| b.is_ascii_digit()) || is_roman(&label);
        let lettered = style == Style::Part && part_letter(&label).is_some();
        if label.is_empty() || !(numbered || lettered) {
            continue;
        }
        let end = start + label.len();
        let rest = &text[end..];
        let close = usize::from(rest.starts_with(['.', ':', ')']));
        let tail = &rest[close..];
        // `Điều 3 của Luật …` goes on with small letters: a reference
        let refers = close == 0 && tail.trim_start().starts_with(|c: char| c.is_lowercase() || c == ',');
        if refers
            || !(tail.is_empty() || tail.starts_with([' ', '\t', '-', '–']) || tail.starts_with(char::is_uppercase))
        {
            continue;
        }
        return Some((style, &text[start..end], end + close));
    }
    None
}

#[cfg(test)]
mod tests;
