//! Text beside its folded twin.
//!
//! Matching ignores letter case and the place of the tone mark (`Uỷ`, `ủy`, `ỦY`), but what a record shows must be the
//! words as written. Folding that keeps the **byte length** gives both: a match in the folded twin is the same range
//! of the text. All Vietnamese letters allow it; a letter whose lower case has another length stays as it is.

pub mod letters;
pub mod tokens;
pub mod words;

use std::{ops::Range, sync::OnceLock};

use letters::is_alphabetic;
use tokens::{Figures, Token, Walk};

/// Stands where a page lost words, as editors mark a gap: nothing is read across it.
pub const LOST_WORDS: &str = "[…]";

/// A text and its folded twin, of equal byte length.
#[derive(Debug, Clone, Default)]
pub struct Text {
    plain: String,
    folded: String,
    /// The words of the twin, once they were asked for.
    tokens: OnceLock<Vec<Token>>,
    /// The same of its figures.
    figures: OnceLock<Figures>,
}

impl Text {
    /// Folds `plain` once; every later match reads the twin.
    pub fn new(plain: String) -> Self {
        let folded = fold(&plain);
        Self { plain, folded, ..Self::default() }
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

    /// The words of a range of the twin one by one; `None` where it begins or ends inside a word.
    pub fn walk(&self, range: &Range<usize>) -> Option<Walk<'_>> {
        Walk::of(self.tokens.get_or_init(|| tokens::tokens(&self.folded)), range)
    }

    /// The words of at least so many bytes.
    pub fn words(&self, least: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let tokens = self.tokens.get_or_init(|| tokens::tokens(&self.folded));
        tokens.iter().map(Token::range).filter(move |word| word.len() >= least)
    }

    /// Where runs of ASCII digits begin in a range, counted from its start.
    pub fn figures(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + use<'_> {
        self.figures.get_or_init(|| Figures::of(&self.folded)).within(&self.folded, range)
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
    fold_onto(&mut folded, plain);
    folded
}

/// Adds the folded twin of `plain` behind `folded`.
///
/// ASCII is made small as it is copied. Most other letters are small already: only those that change are written anew.
pub fn fold_onto(folded: &mut String, plain: &str) {
    let bytes = plain.as_bytes();
    let start = folded.len();
    folded.push_str(plain);
    folded[start..].make_ascii_lowercase();
    // what was copied, once a letter of it had to change
    let mut copy: Option<String> = None;
    let (mut copied, mut at) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        // letters that change begin behind U+00C0
        if byte <= 0xc2 {
            at += 1;
            continue;
        }
        // behind `o` and `u` a tone may move
        let rounded = || at > 0 && matches!(bytes[at - 1], b'o' | b'O' | b'u' | b'U');
        match small(&bytes[at..]) {
            Some((length, moves)) if !moves || !rounded() => {
                at += length;
                continue;
            }
            _ => {}
        }
        let Some(letter) = plain[at..].chars().next() else { break };
        let end = at + letter.len_utf8();
        let own = lower(letter);
        let moved = if rounded() { moved(plain, at, own, end) } else { None };
        if moved.is_some() || own != letter {
            let copy = copy.get_or_insert_with(|| folded.split_off(start));
            if let Some((first, second)) = moved {
                folded.push_str(&copy[copied..at - 1]);
                folded.push(first);
                folded.push(second);
            } else {
                folded.push_str(&copy[copied..at]);
                folded.push(own);
            }
            copied = end;
        }
        at = end;
    }
    if let Some(copy) = copy {
        folded.push_str(&copy[copied..]);
    }
}

/// The length of the small Vietnamese letter that the bytes begin with, and whether it may bear the tone of a pair.
#[inline]
fn small(letter: &[u8]) -> Option<(usize, bool)> {
    Some(match *letter {
        [0xc3, second @ 0xa0..=0xff, ..] => (2, matches!(second, 0xa0 | 0xa1 | 0xa3 | 0xa8 | 0xa9 | 0xbd)),
        [0xc4, 0x83 | 0x91 | 0xa9, ..] | [0xc5, 0xa9, ..] | [0xc6, 0xa1 | 0xb0, ..] => (2, false),
        [0xe1, 0xba, third, ..] if third & 1 == 1 => (3, matches!(third, 0xa1 | 0xa3 | 0xb9 | 0xbb)),
        [0xe1, 0xbb, third, ..] if third & 1 == 1 => (3, matches!(third, 0xb5 | 0xb7)),
        _ => return None,
    })
}

/// The letter before `at` and `small`, which stands there, with their tone on the first, at the end of a syllable.
fn moved(plain: &str, at: usize, small: char, end: usize) -> Option<(char, char)> {
    let first = match plain.as_bytes()[..at] {
        [.., b'q' | b'Q', _] => return None,
        [.., first @ (b'o' | b'O' | b'u' | b'U')] => first.to_ascii_lowercase(),
        _ => return None,
    };
    modern_place(first, small).filter(|_| !plain[end..].starts_with(is_alphabetic))
}

/// Does folding move a tone mark anywhere in `plain`?
pub fn has_old_tone(plain: &str) -> bool {
    let mut letters = plain.char_indices().filter(|(_, c)| !c.is_ascii());
    letters.any(|(at, c)| moved(plain, at, lower(c), at + c.len_utf8()).is_some())
}

/// Does `text` begin with `words`? Most texts do not, and their first bytes tell.
#[inline]
pub fn begins(text: &str, words: &str) -> bool {
    opens(text.as_bytes(), words)
}

/// [`begins`] for bytes, which may begin inside a character.
#[inline]
fn opens(text: &[u8], words: &str) -> bool {
    match (text.first_chunk::<3>(), words.as_bytes().first_chunk()) {
        (Some(own), Some(first)) if own != first => false,
        _ => text.starts_with(words.as_bytes()),
    }
}

/// Does `text` end with `words`? Most texts do not, and their last bytes tell.
#[inline]
pub fn ends(text: &str, words: &str) -> bool {
    match (text.as_bytes().last_chunk::<3>(), words.as_bytes().last_chunk()) {
        (Some(own), Some(last)) if own != last => false,
        _ => text.ends_with(words),
    }
}

/// Where in `text` the first of `words` begins. Most texts do not hold them, and that is told sixteen bytes at a time.
#[inline]
pub fn find(text: &str, words: &str) -> Option<usize> {
    if text.contains(words) { text.find(words) } else { None }
}

/// The characters of `text` that begin with such a byte, and their places. Where only a few marks count, all other
/// characters need not be looked at.
pub fn marks(text: &str, opens: impl Fn(u8) -> bool) -> impl Iterator<Item = (usize, char)> {
    let places = text.bytes().enumerate().filter(move |&(_, byte)| opens(byte));
    places.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)))
}

/// Stretches in which bytes are counted side by side.
pub fn stretches(text: &str) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().chunks(STRETCH)
}

/// The length of a stretch: few enough bytes for a byte to count them.
pub const STRETCH: usize = 32;

/// How many bytes of a stretch are such ones.
#[inline]
pub fn count(stretch: &[u8], such: impl Fn(&u8) -> bool) -> usize {
    usize::from(stretch.iter().map(|byte| u8::from(such(byte))).sum::<u8>())
}

/// The words behind the last of these marks, which are ASCII; all words where none stands.
///
/// ```
/// assert_eq!(kehoach::text::behind("Sở Y tế, Công an tỉnh", b",;"), " Công an tỉnh");
/// ```
pub fn behind<'t>(words: &'t str, marks: &[u8]) -> &'t str {
    last_of(words, marks).map_or(words, |at| &words[at + 1..])
}

/// Where the last of these marks stands, which are ASCII.
pub fn last_of(words: &str, marks: &[u8]) -> Option<usize> {
    marks.iter().filter_map(|&mark| memchr::memrchr(mark, words.as_bytes())).max()
}

/// The largest character boundary of `words` at or below byte `at`.
#[inline]
pub fn floor(words: &str, at: usize) -> usize {
    let mut at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Lower case where that keeps the length. The Vietnamese letters and the punctuation of print are told by their
/// blocks; only other scripts ask the Unicode tables, which cost ten times as much.
#[inline]
fn lower(letter: char) -> char {
    let code = match letter {
        '\0'..='\x7F' => return letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => letter as u32 + 0x20,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => letter as u32 + 1,
        'Ạ'..='ỹ' => letter as u32 | 1,
        '\u{80}'..='\u{BF}'
        | 'ß'..='ÿ'
        | 'ă'
        | 'đ'
        | 'ĩ'
        | 'ũ'
        | 'ơ'
        | 'ư'
        | '\u{300}'..='\u{36F}'
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

/// The pair with its tone on the first vowel, when the second carries it and the pair is as long that way.
fn modern_place(first: u8, second: char) -> Option<(char, char)> {
    Some(match (first, second) {
        (b'o', 'á') => ('ó', 'a'),
        (b'o', 'à') => ('ò', 'a'),
        (b'o', 'ả') => ('ỏ', 'a'),
        (b'o', 'ã') => ('õ', 'a'),
        (b'o', 'ạ') => ('ọ', 'a'),
        (b'o', 'é') => ('ó', 'e'),
        (b'o', 'è') => ('ò', 'e'),
        (b'o', 'ẻ') => ('ỏ', 'e'),
        (b'o', 'ẹ') => ('ọ', 'e'),
        (b'u', 'ý') => ('ú', 'y'),
        (b'u', 'ỷ') => ('ủ', 'y'),
        (b'u', 'ỵ') => ('ụ', 'y'),
        _ => return None,
    })
}

/// Do the words end inside quotation marks? Typists mix curly and straight ones: `"An toàn giao thông”`.
///
/// ```
/// use kehoach::text::is_quote_open;
/// assert!(is_quote_open("phong trào \"Năm"));
/// assert!(!is_quote_open("phong trào \"Năm xung kích” từ"));
/// ```
pub fn is_quote_open(words: &str) -> bool {
    marks(words, |byte| matches!(byte, b'"' | 0xe2)).fold(false, |open, (_, c)| match c {
        '“' => true,
        '”' => false,
        '"' => !open,
        _ => open,
    })
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
