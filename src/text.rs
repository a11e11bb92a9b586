//! Text beside its folded twin.
//!
//! Matching ignores letter case and the place of the tone mark (`Uỷ`, `ủy`, `ỦY`), but what a record shows must be the
//! words as written. Folding that keeps the **byte length** gives both: a match in the folded twin is the same range
//! of the text. All Vietnamese letters allow it; a letter whose lower case has another length stays as it is.

use std::ops::Range;

/// A text and its folded twin, of equal byte length.
#[derive(Debug, Clone, Default)]
pub struct Text {
    plain: String,
    folded: String,
}

impl Text {
    /// Folds `plain` once; every later match reads the twin.
    pub fn new(plain: String) -> Self {
        let folded = fold(&plain);
        Self { plain, folded }
    }

    /// The words as written.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The twin: lower case, tone marks on the modern place.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The words of a range as written.
    pub fn at(&self, range: &Range<usize>) -> &str {
        &self.plain[range.clone()]
    }

    /// The folded words of a range.
    pub fn folded_at(&self, range: &Range<usize>) -> &str {
        &self.folded[range.clone()]
    }

    /// `range` without white space at its ends.
    pub fn trim(&self, range: Range<usize>) -> Range<usize> {
        let words = &self.plain[range.clone()];
        let start = range.start + (words.len() - words.trim_start().len());
        let end = range.end - (words.len() - words.trim_end().len());
        start..end.max(start)
    }
}

/// Lower case with tone marks on the modern place (`HOÀ` → `hòa`, `uỷ` → `ủy`; `quý` stays), byte for byte as long.
///
/// Three pairs differ in length and stay as written: `oẽ`, `uỳ`, `uỹ`.
///
/// ```
/// use kehoach::text::fold;
/// assert_eq!(fold("Uỷ ban Nhân dân TỈNH HOÀ BÌNH"), "ủy ban nhân dân tỉnh hòa bình");
/// assert_eq!(fold("Quý II"), "quý ii");
/// ```
pub fn fold(plain: &str) -> String {
    let mut folded = String::with_capacity(plain.len());
    let mut letters = plain.chars().map(lower).peekable();
    // the letter before the one at hand, to leave `quý` alone
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        if let Some(&next) = letters.peek()
            && before != 'q'
            && let Some((first, second)) = modern_place(letter, next)
        {
            letters.next();
            let as_long = first.len_utf8() + second.len_utf8() == letter.len_utf8() + next.len_utf8();
            if !as_long || letters.peek().is_some_and(|c| c.is_alphabetic()) {
                folded.push(letter);
                folded.push(next);
            } else {
                folded.push(first);
                folded.push(second);
            }
            before = next;
            continue;
        }
        folded.push(letter);
        before = letter;
    }
    debug_assert_eq!(folded.len(), plain.len());
    folded
}

/// The largest character boundary of `words` at or below byte `at`.
pub fn floor(words: &str, at: usize) -> usize {
    let mut at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Lower case where that keeps the length. The Vietnamese letters and the punctuation of print are told by their
/// blocks; only other scripts ask the Unicode tables, which cost ten times as much.
fn lower(letter: char) -> char {
    let code = match letter {
        '\0'..='\x7F' => return letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => letter as u32 + 0x20,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => letter as u32 + 1,
        'Ạ'..='ỹ' => letter as u32 | 1,
        '\u{80}'..='\u{BF}' | 'ß'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '\u{300}'..='\u{36F}'
        | '\u{2000}'..='\u{206F}' => return letter,
        _ => return lower_of_any_script(letter),
    };
    char::from_u32(code).unwrap_or(letter)
}

fn lower_of_any_script(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == letter.len_utf8() => one,
        _ => letter,
    }
}

/// The pair with its tone on the first vowel, when the second carries it at the end of a syllable.
fn modern_place(first: char, second: char) -> Option<(char, char)> {
    const TONED_A: [char; 5] = ['á', 'à', 'ả', 'ã', 'ạ'];
    const TONED_E: [char; 5] = ['é', 'è', 'ẻ', 'ẽ', 'ẹ'];
    const TONED_Y: [char; 5] = ['ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'];
    const TONED_O: [char; 5] = ['ó', 'ò', 'ỏ', 'õ', 'ọ'];
    const TONED_U: [char; 5] = ['ú', 'ù', 'ủ', 'ũ', 'ụ'];
    if !matches!(first, 'o' | 'u') || second.is_ascii() {
        return None;
    }
    let tone = |set: [char; 5]| set.iter().position(|&c| c == second);
    match first {
        'o' => tone(TONED_A).map(|t| (TONED_O[t], 'a')).or_else(|| tone(TONED_E).map(|t| (TONED_O[t], 'e'))),
        'u' => tone(TONED_Y).map(|t| (TONED_U[t], 'y')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_moves_tones_only_at_the_end_of_a_syllable() {
        for (plain, folded) in [
            ("hoà", "hòa"),
            ("HOÁ", "hóa"),
            ("hoàn thành", "hoàn thành"),
            ("thuỷ", "thủy"),
            ("khuyến", "khuyến"),
            ("Thuý", "thúy"),
            ("quỹ, quý, quỷ", "quỹ, quý, quỷ"),
            ("toạ đàm", "tọa đàm"),
            ("khoẻ", "khỏe"),
            ("Đặc khu ĐẮK LẮK", "đặc khu đắk lắk"),
        ] {
            assert_eq!(fold(plain), folded);
        }
    }

    #[test]
    fn the_blocks_agree_with_the_unicode_tables() {
        for letter in '\0'..='\u{FFFF}' {
            assert_eq!(lower(letter), lower_of_any_script(letter), "{letter:?}");
        }
    }

    #[test]
    fn folding_keeps_the_length_of_any_text() {
        for odd in ["İstanbul ẞ ǅ", "ﬁ Ω K Å", "e\u{301}o\u{300}a\u{301}", "oáoáoá", "uỷ-uỷ", "toẽ", "huỳ", "LUỸ"]
        {
            assert_eq!(fold(odd).len(), odd.len());
        }
    }
}
