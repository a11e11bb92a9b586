//! Markers that begin with a figure, or whose number repeats the letter above it.

use super::{LETTERS, Style, close, values::is_roman};
use crate::text::letters::is_alphabetic;

/// `1.`, `1)`, `1/`, `1/-`, `1 - `, `1.1.`, `1.1 `, `1.2.3)`; `100.` when the next word begins a sentence
pub(super) fn figure(text: &str) -> Option<(Style, &str, usize)> {
    let bytes = text.as_bytes();
    if let Some(special) = hundreds(text).or_else(|| letter_behind(text)) {
        return Some(special);
    }
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
    let after = &text[end..];
    let mark = after.chars().next()?;
    let closed = match mark {
        '.' | ')' => 1 + close::second(&after[1..]),
        // what recognizers make of a bracket
        '}' if after[1..].starts_with(' ') => 1,
        // `1/ Mục tiêu`, `1/- Mục tiêu`, `1/Mục tiêu`; `1/5 số hộ` and `12/KH-UBND` are none
        '/' if close::second(&after[1..]) > 0 => 1 + close::second(&after[1..]),
        '/' if parts == 1 && after[1..].starts_with([' ', '\t']) || close::glued_title(&after[1..]) => 1,
        '/' if parts > 1 && close::opens_title(&after[1..]) => 1,
        ':' if parts == 1 && after[1..].starts_with([' ', '\t']) => 1,
        // `3.1: Nội dung`; a ratio has figures on either side
        ':' if close::opens_title(&after[1..]) && after[1..].starts_with(' ') => 1,
        ',' | ';'
            if (parts == 1 || mark == ',')
                && after[1..].starts_with(' ')
                && after[2..].starts_with(char::is_uppercase) =>
        {
            1
        }
        ' ' if close::spaced_mark(after) > 0 => close::spaced_mark(after),
        ' ' if parts > 1 => 0,
        // `1- Mục tiêu`, `1.1-Mục tiêu`; `3 - 5 ngày` and `3-5` are ranges, `37-NQ/TU` is a number
        '-' | '–' if after[mark.len_utf8()..].starts_with(' ') || opens_heading(&after[mark.len_utf8()..]) => {
            mark.len_utf8()
        }
        _ => return None,
    };
    let rest = &after[closed..];
    let starts = rest.trim_start();
    let spaced = rest.starts_with([' ', '\t']) || rest.is_empty();
    if parts > 1 {
        // `1.5 triệu`, `12.500 hộ`, `5.3%`: a figure
        let dotted = closed > 0;
        let capital = starts.starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
        return (spaced && (dotted || capital) || (dotted && capital)).then_some((style, label, end + closed));
    }
    (spaced || starts.starts_with(char::is_uppercase)).then_some((style, label, end + closed))
}

/// `100. Xây dựng …`: the hundredth of a list, or a number that only ends a sentence here; its neighbours tell.
fn hundreds(text: &str) -> Option<(Style, &str, usize)> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let marked = digits == 3 && bytes[0] != b'0' && matches!(bytes.get(3), Some(b'.' | b')'));
    let opens = marked && text[4..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    opens.then(|| (Style::Arabic, &text[..3], 4))
}

/// `2a)`, `2.b)`: a letter that repeats the number above it.
fn letter_behind(text: &str) -> Option<(Style, &str, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = digits + usize::from(text[digits..].starts_with('.'));
    let letter = text[at..].chars().next().filter(|c| digits <= 2 && LETTERS.contains(*c))?;
    let end = at + letter.len_utf8();
    let closed = text[end..].strip_prefix(')').is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    closed.then(|| (Style::LowerLetter, &text[at..end], end + 1))
}

/// Does a word of a heading stand right here, and not the symbol of a document?
fn opens_heading(rest: &str) -> bool {
    let word = rest.split(' ').next().unwrap_or_default();
    let symbol = word.contains('/') || word.chars().count() <= 4 && !word.contains(char::is_lowercase);
    word.starts_with(char::is_uppercase) && !symbol
}

/// `I.1.`, `II.2.1`, `A.1)`, `a.1)`, `a1)`: a number that repeats its parent's letter or roman numeral.
pub(super) fn compound(text: &str) -> Option<(Style, &str, usize)> {
    let letters: usize = text.chars().take_while(|&c| is_alphabetic(c)).take(6).map(char::len_utf8).sum();
    if !matches!(text.as_bytes().get(letters), Some(b'.' | b'0'..=b'9')) {
        return None;
    }
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
    let closed = if rest.starts_with(['.', ')', ':', '-', '/']) {
        1 + close::second(&rest[1..])
    } else {
        close::spaced_mark(rest)
    };
    let words = &rest[closed..];
    let capital = words.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"(".contains(c));
    let spaced = words.is_empty() || words.starts_with([' ', '\t']);
    // `a1)` needs its bracket, `V.1 Mục tiêu` a capital
    let sure = if dotted {
        closed > 0 && spaced || capital && (spaced || closed > 0)
    } else {
        rest.starts_with(')') && spaced
    };
    sure.then_some((Style::Decimal, &text[..end], end + closed))
}
