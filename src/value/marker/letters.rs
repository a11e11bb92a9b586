//! Markers that begin with a letter or a roman numeral.

use super::{LETTERS, Style, close, values::is_roman};
use crate::text::letters::is_alphabetic;

/// `I.`, `I/-`, `I - `, `A.`, `A/`, `a)`, `đ.`, `i)`
pub(super) fn lettered(text: &str) -> Option<(Style, &str, usize)> {
    let label_len: usize = text.chars().take_while(|&c| is_alphabetic(c)).take(8).map(char::len_utf8).sum();
    let label = &text[..label_len];
    // a word, which is neither one letter nor a number in letters, nor what recognizers make of one
    if label.chars().nth(1).is_some() && !label.bytes().all(|b| b"IVXLCHl1ivx".contains(&b)) {
        return None;
    }
    let after = &text[label_len..];
    if !after.starts_with([' ', '.', '/', ')', '}', '-', ',', ':']) {
        return None;
    }
    let dash = close::spaced_mark(after);
    if dash > 0 {
        return Some((before_dash(label)?, label, label_len + dash));
    }
    if after.starts_with(' ') {
        return None;
    }
    let mark = after.chars().next()?;
    let rest = &after[mark.len_utf8()..];
    let doubled = if matches!(mark, '.' | '/' | ')') { close::second(rest) } else { 0 };
    let rest = &rest[doubled..];
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t']);
    let capital = rest.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
    let chars = label.chars().count();
    let roman = is_roman(label);
    let one = chars == 1 && label.chars().all(char::is_uppercase);
    let style = match mark {
        '.' if roman && (spaced || capital) => Style::Roman,
        // `HI.` and `H.` are what OCR makes of `III.` and `II.`; `V,` of `V.`
        '.' if chars <= 4 && spaced && label.chars().all(|c| "IVXHl1".contains(c)) && capital => Style::Roman,
        ',' if roman && chars <= 4 && rest.starts_with(' ') && capital && label != "C" && label != "D" => Style::Roman,
        '/' if roman && (spaced || close::glued_title(rest)) => Style::Roman,
        ')' | '-' if roman && (spaced || capital) && (mark != '-' || rest.starts_with(' ')) => Style::Roman,
        '.' | '-' | '/' if one && spaced && capital => Style::UpperLetter,
        // `A.MỤC TIÊU CHUNG`; `P.TÂN AN` is a ward
        '.' | '/' if one && "ABDĐE".contains(label) && in_capitals(rest) => Style::UpperLetter,
        ')' if chars > 1 && label.bytes().all(|b| b"ivx".contains(&b)) => Style::LowerRoman,
        ')' if chars == 1 && label.chars().all(char::is_lowercase) => Style::LowerLetter,
        ')' if chars == 1 => Style::UpperLetter,
        '.' | '/' | '-' if chars == 1 && LETTERS.contains(label) && spaced && capital => Style::LowerLetter,
        '.' | '/' if chars == 1 && LETTERS.contains(label) && glued_item(label, rest) => Style::LowerLetter,
        // `a, Nội dung`: its neighbours tell; `a}` is what recognizers make of a bracket
        ',' | '}' if chars == 1 && LETTERS.contains(label) && rest.starts_with(' ') && capital => Style::LowerLetter,
        ':' if roman && spaced && capital && (chars > 1 || in_capitals(rest.trim_start())) => Style::Roman,
        _ => return None,
    };
    Some((style, label, label_len + mark.len_utf8() + doubled))
}

/// `I - `, `A - `, `a - ` before a title.
fn before_dash(label: &str) -> Option<Style> {
    if is_roman(label) {
        return Some(Style::Roman);
    }
    let one = label.chars().count() == 1;
    match label.chars().next()? {
        _ if !one => None,
        c if c.is_uppercase() && LETTERS.contains(&label.to_lowercase()) => Some(Style::UpperLetter),
        _ => LETTERS.contains(label).then_some(Style::LowerLetter),
    }
}

fn in_capitals(rest: &str) -> bool {
    close::glued_title(rest) && !rest.split(' ').take(3).any(|w| w.contains(char::is_lowercase))
}

/// `a.Nội dung`; of a letter that is also short for a place (`x.Tân An`, `h.Phú An`) only before small words.
fn glued_item(label: &str, rest: &str) -> bool {
    let mut words = rest.split(' ');
    let title = words.next().is_some_and(close::glued_title);
    let place = matches!(label, "h" | "p" | "q" | "t" | "x");
    title && (!place || words.next().is_some_and(|next| next.starts_with(char::is_lowercase)))
}
