//! Reads the marker that a line begins with: `I.`, `2.1.`, `a)`, `-`, `Điều 3.`, `Phần thứ nhất`.

use std::ops::Range;

use crate::text::fold;

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
    /// `I.`, `II)`
    Roman,
    /// `1.`, `1)`, `1/`
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

/// Reads the marker at byte `at` of a line.
pub fn read(line: &str, at: usize) -> Option<Marker> {
    let text = &line[at..];
    let first = text.chars().next()?;
    let (style, label, len) = match first {
        '-' | '–' | '—' | '¬' | '−' => (Style::Dash, "", first.len_utf8()),
        '+' => (Style::Plus, "", 1),
        '*' | '•' | '●' | '▪' | '■' | '◦' | '·' | '\u{f0b7}' | '\u{f0a7}' | '❖' | '➢' | '✓' => {
            (Style::Bullet, "", first.len_utf8())
        }
        '(' => in_parens(text)?,
        '0'..='9' => figure(text)?,
        'o' if text.starts_with("o ") || text.starts_with("o\t") => (Style::Bullet, "", 1),
        c if c.is_alphabetic() => worded(text).or_else(|| compound(text)).or_else(|| lettered(text))?,
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

/// `1.`, `1)`, `1/`, `1.1.`, `1.1 `, `1.2.3)`
fn figure(text: &str) -> Option<(Style, &str, usize)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    let mut parts = 0;
    loop {
        let digits = bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 2 {
            break;
        }
        parts += 1;
        end += digits;
        if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end += 1;
        } else {
            break;
        }
    }
    if parts == 0 || parts > 5 || bytes.get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let label = &text[..end];
    let style = if parts > 1 { Style::Decimal } else { Style::Arabic };
    let close = match bytes.get(end) {
        Some(b'.' | b')') => 1,
        Some(b'/' | b':') if parts == 1 && matches!(bytes.get(end + 1), Some(b' ' | b'\t')) => 1,
        Some(b',' | b';')
            if parts == 1 && bytes.get(end + 1) == Some(&b' ') && text[end + 2..].starts_with(char::is_uppercase) =>
        {
            1
        }
        Some(b' ') if parts > 1 => 0,
        // `1- Mục tiêu`, `1.1-Mục tiêu`; `3 - 5 ngày` and `3-5` are ranges, `69-NQ/TU` is a number
        Some(b'-') if bytes.get(end + 1) == Some(&b' ') || opens_heading(&text[end + 1..]) => 1,
        _ => return None,
    };
    // `-1)` of a doubled mark `1.)`
    let close = if close == 1 && bytes.get(end + 1) == Some(&b')') { 2 } else { close };
    let rest = &text[end + close..];
    let starts = rest.trim_start();
    let spaced = rest.starts_with([' ', '\t']) || rest.is_empty();
    if parts > 1 {
        // `1.5 triệu`, `12.500 hộ`, `5.3%`: a figure
        let dotted = close > 0;
        let capital = starts.starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
        return (spaced && (dotted || capital) || (dotted && capital)).then_some((style, label, end + close));
    }
    (spaced || starts.starts_with(char::is_uppercase)).then_some((style, label, end + close))
}

/// Does a word of a heading stand right here, and not the symbol of a document?
fn opens_heading(rest: &str) -> bool {
    let word = rest.split(' ').next().unwrap_or_default();
    let symbol = word.contains('/') || word.chars().count() <= 4 && !word.contains(char::is_lowercase);
    word.starts_with(char::is_uppercase) && !symbol
}

/// `Phần thứ nhất`, `Chương I`, `Mục 1`, `Điều 5.`
fn worded(text: &str) -> Option<(Style, &str, usize)> {
    if !text.starts_with(['P', 'C', 'M', 'Đ']) {
        return None;
    }
    let head = crate::text::floor(text, 40);
    let folded = fold(&text[..head]);
    for (word, style) in
        [("phần", Style::Part), ("chương", Style::Chapter), ("mục", Style::Item), ("điều", Style::Article)]
    {
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
        let label: String = text[start..].chars().take_while(|c| c.is_alphanumeric()).collect();
        if label.is_empty() || !(is_ordinal(&label) || label.bytes().all(|b| b.is_ascii_digit()) || is_roman(&label)) {
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

/// `I.1.`, `II.2.1`, `A.1)`, `a.1)`, `a1)`: a number that repeats its parent's letter or roman numeral.
fn compound(text: &str) -> Option<(Style, &str, usize)> {
    let letters: usize = text.chars().take_while(|c| c.is_alphabetic()).take(6).map(char::len_utf8).sum();
    let head = &text[..letters];
    let single = head.chars().count() == 1 && LETTERS.contains(&head.to_lowercase());
    if !single && !is_roman(head) {
        return None;
    }
    let tail = &text[letters..];
    let dotted = tail.starts_with('.');
    let mut end = letters + usize::from(dotted);
    let mut parts = 0;
    loop {
        let digits = text.as_bytes()[end..].iter().take_while(|b| b.is_ascii_digit()).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        end += digits;
        parts += 1;
        let next = text.as_bytes().get(end + 1).is_some_and(u8::is_ascii_digit);
        if parts > 3 || !text[end..].starts_with('.') || !next {
            break;
        }
        end += 1;
    }
    let rest = &text[end..];
    let close = usize::from(rest.starts_with(['.', ')', ':', '-', '/']));
    let words = &rest[close..];
    let capital = words.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
    let spaced = words.is_empty() || words.starts_with([' ', '\t']);
    // `a1)` needs its bracket, `V.1 Mục tiêu` a capital
    let sure = if dotted {
        close == 1 && spaced || capital && (spaced || close == 1)
    } else {
        rest.starts_with(')') && spaced
    };
    sure.then_some((Style::Decimal, &text[..end], end + close))
}

/// `I.`, `A.`, `a)`, `đ.`, `i)`
fn lettered(text: &str) -> Option<(Style, &str, usize)> {
    let label_len: usize = text.chars().take_while(|c| c.is_alphabetic()).take(8).map(char::len_utf8).sum();
    let label = &text[..label_len];
    let mark = text[label_len..].chars().next()?;
    let rest = &text[label_len + mark.len_utf8()..];
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t']);
    let capital = rest.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
    let chars = label.chars().count();
    let roman = is_roman(label);
    let style = match mark {
        '.' if roman && (spaced || capital) => Style::Roman,
        // `HI.` and `H.` are what OCR makes of `III.` and `II.`; `V,` of `V.`
        '.' if chars <= 4 && spaced && label.chars().all(|c| "IVXHl1".contains(c)) && capital => Style::Roman,
        ',' if roman && chars <= 4 && rest.starts_with(' ') && capital && label != "C" && label != "D" => Style::Roman,
        ')' | '/' | '-'
            if roman && (spaced || capital) && (mark != '-' || rest.starts_with(' ')) && (mark != '/' || spaced) =>
        {
            Style::Roman
        }
        '.' | '-' if chars == 1 && label.chars().all(char::is_uppercase) && spaced && capital => Style::UpperLetter,
        ')' if chars > 1 && label.bytes().all(|b| b"ivx".contains(&b)) => Style::LowerRoman,
        ')' if chars == 1 && label.chars().all(char::is_lowercase) => Style::LowerLetter,
        ')' if chars == 1 => Style::UpperLetter,
        '.' | '/' | '-' if chars == 1 && LETTERS.contains(label) && spaced && capital => Style::LowerLetter,
        ':' if roman && chars > 1 && spaced && capital => Style::Roman,
        _ => return None,
    };
    Some((style, label, label_len + mark.len_utf8()))
}

fn is_roman(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b"IVXLC".contains(&b)) && roman_value(label).is_some()
}

/// `thứ nhất`, `thứ hai` …
fn is_ordinal(label: &str) -> bool {
    ordinal_value(label).is_some()
}

/// The value of `nhất`, `hai`, `ba` …
pub(crate) fn ordinal_value(label: &str) -> Option<u32> {
    const WORDS: [&str; 11] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "một"];
    let folded = fold(label);
    let at = WORDS.iter().position(|w| *w == folded)?;
    Some(if at == 10 { 1 } else { u32::try_from(at).ok()? + 1 })
}

/// The value of a roman number, when it is well formed or nearly so.
pub(crate) fn roman_value(label: &str) -> Option<u32> {
    let mut total = 0;
    let mut before = 0;
    for c in label.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        if value < before {
            total -= value.min(total);
        } else {
            total += value;
            before = value;
        }
    }
    (total > 0 && total <= 100).then_some(total)
}

/// A number as a roman label.
pub(crate) fn to_roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut label = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            label.push_str(sign);
            value -= worth;
        }
    }
    label
}

#[cfg(test)]
mod tests;
