//! What a letter is. The Vietnamese letters and the punctuation of print are told by their blocks; only other scripts
//! ask the Unicode tables, which cost ten times as much.

use std::ops::Range;

/// A letter of any script: [`char::is_alphabetic`].
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='ỹ' => true,
        // marks that stand on letters, and punctuation
        '×' | '÷' | '\u{300}'..='\u{344}' | '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphabetic(),
    }
}

/// A letter or a figure of any script: [`char::is_alphanumeric`].
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || is_alphabetic(c) || !is_common(c) && c.is_numeric()
}

/// A capital: [`char::is_uppercase`].
#[inline]
pub fn is_uppercase(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_uppercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => true,
        'ß'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '×' | '\u{2000}'..='\u{206F}' => false,
        'Ạ'..='ỹ' => (c as u32).is_multiple_of(2),
        _ => c.is_uppercase(),
    }
}

/// A small letter: [`char::is_lowercase`].
#[inline]
pub fn is_lowercase(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_lowercase(),
        'À'..='Þ' | '÷' | 'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' | '\u{2000}'..='\u{206F}' => false,
        'ß'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => true,
        'Ạ'..='ỹ' => !(c as u32).is_multiple_of(2),
        _ => c.is_lowercase(),
    }
}

/// The next run of letters and figures from byte `from` on.
#[inline]
pub fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        match BYTES[usize::from(*bytes.get(start)?)] {
            Byte::Word => break,
            Byte::Gap => start += 1,
            Byte::Look => match look(text, start) {
                (_, true) => break,
                (next, false) => start = next,
            },
        }
    }
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        match BYTES[usize::from(byte)] {
            Byte::Word => end += 1,
            Byte::Gap => break,
            Byte::Look => match look(text, end) {
                (next, true) => end = next,
                (_, false) => break,
            },
        }
    }
    Some(start..end)
}

/// All runs of letters and figures.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = next_word(text, at)?;
        at = word.end;
        Some(&text[word])
    })
}

/// The run of letters and figures that begins at byte `at`; `None` inside one and where none stands.
pub fn word_at(text: &str, at: usize) -> Option<Range<usize>> {
    let opens =
        text.is_char_boundary(at) && !text[..at].ends_with(is_alphanumeric) && text[at..].starts_with(is_alphanumeric);
    if opens { next_word(text, at) } else { None }
}

/// What a byte says of the character it belongs to.
#[derive(Clone, Copy)]
enum Byte {
    /// A letter or a figure, or the rest of one.
    Word,
    /// Another ASCII character.
    Gap,
    /// The character must be looked at.
    Look,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Look; 256];
    let mut byte = 0_u8;
    while byte < 0xc0 {
        let word = byte >= 0x80 || byte.is_ascii_alphanumeric();
        bytes[byte as usize] = if word { Byte::Word } else { Byte::Gap };
        byte += 1;
    }
    // U+0100 to U+023F
    while byte < 0xc9 {
        if byte >= 0xc4 {
            bytes[byte as usize] = Byte::Word;
        }
        byte += 1;
    }
    bytes
};

/// Where the character at `at` ends, and whether it is a letter or a figure.
#[inline]
fn look(text: &str, at: usize) -> (usize, bool) {
    match (text.as_bytes().get(at), text.as_bytes().get(at + 1)) {
        (Some(0xe1), Some(0xb8..=0xbb)) => (at + 3, true),
        (Some(0xc3), Some(second)) => (at + 2, !matches!(second, 0x97 | 0xb7)),
        _ => look_up(text, at),
    }
}

#[cold]
fn look_up(text: &str, at: usize) -> (usize, bool) {
    text[at..].chars().next().map_or((text.len(), false), |c| (at + c.len_utf8(), is_alphanumeric(c)))
}

/// A letter of a block that holds no figures, or punctuation.
#[inline]
fn is_common(c: char) -> bool {
    matches!(c, '\0'..='\x7F' | 'À'..='\u{24F}' | '\u{1E00}'..='ỹ' | '\u{2000}'..='\u{206F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blocks_agree_with_the_unicode_tables() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_uppercase(c), c.is_uppercase(), "{c:?}");
            assert_eq!(is_lowercase(c), c.is_lowercase(), "{c:?}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_figures() {
        let text = "Số: 12/KH-UBND; «Ăn»×ở·đ\u{301}…ỹ";
        let runs = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        assert!(words(text).eq(runs));
    }
}
