//! Old Vietnamese encodings by their letters: what bytes are in windows-1252, which is also how they stand in Word and
//! PDF files, turned into Vietnamese.

use std::borrow::Cow;

use encoding_rs::{WINDOWS_1252, mem};

use super::tables::{TABLES, with_mark};

/// TCVN3 (ABC) that was read as windows-1252 or Latin-1: `KÕ ho¹ch` is `Kế hoạch`.
///
/// ```
/// use kehoach::ingest::encoding::decode_tcvn3;
/// assert_eq!(decode_tcvn3("KÕ ho¹ch – n¨m 2024"), "Kế hoạch – năm 2024");
/// ```
pub fn decode_tcvn3(letters: &str) -> String {
    letters.chars().map(|c| byte(c).and_then(|b| TABLES.tcvn3[usize::from(b)]).unwrap_or_else(|| printed(c))).collect()
}

/// VNI that was read as windows-1252 or Latin-1: `Keá hoaïch` is `Kế hoạch`.
///
/// ```
/// use kehoach::ingest::encoding::decode_vni;
/// assert_eq!(decode_vni("Keá hoaïch naêm 2024, TÆNH ÑOÀNG"), "Kế hoạch năm 2024, TỈNH ĐỒNG");
/// ```
pub fn decode_vni(letters: &str) -> String {
    let mut text = String::with_capacity(letters.len() + letters.len() / 8);
    for c in letters.chars() {
        let Some(byte) = byte(c) else {
            text.push(c);
            continue;
        };
        if let Some(whole) = text.chars().next_back().and_then(|before| with_mark(before, byte)) {
            text.pop();
            text.push(whole);
        } else {
            text.push(TABLES.vni[usize::from(byte)].unwrap_or_else(|| printed(c)));
        }
    }
    text
}

/// Words in one of the fonts that print an old encoding, decoded; other fonts print what stands there.
///
/// Fonts named `.Vn…` are TCVN3; those that end in `H` print all as capitals. `VNI-…` are VNI.
///
/// ```
/// use kehoach::ingest::encoding::decode_font;
/// assert_eq!(decode_font(".VnTimeH", "kÕ ho¹ch"), "KẾ HOẠCH");
/// assert_eq!(decode_font("VNI-Times", "Keá hoaïch"), "Kế hoạch");
/// assert_eq!(decode_font("Times New Roman", "Kế hoạch"), "Kế hoạch");
/// ```
pub fn decode_font<'a>(font: &str, letters: &'a str) -> Cow<'a, str> {
    let font = font.trim_matches(['"', '\'', ' ']);
    let starts = |head: &str| font.get(..head.len()).is_some_and(|f| f.eq_ignore_ascii_case(head));
    if letters.chars().any(|c| c > '\u{ff}' && c.is_alphabetic()) {
        // the words were converted, the font was left
        Cow::Borrowed(letters)
    } else if starts(".Vn") {
        let text = decode_tcvn3(letters);
        Cow::Owned(if font.ends_with('H') { text.to_uppercase() } else { text })
    } else if starts("VNI-") {
        Cow::Owned(decode_vni(letters))
    } else {
        Cow::Borrowed(letters)
    }
}

/// VISCII bytes.
pub(super) fn decode_viscii(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| TABLES.viscii[usize::from(b)].unwrap_or(char::from(b))).collect()
}

/// The byte above ASCII that a letter was in windows-1252 or Latin-1.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0xa0..=0xff => u8::try_from(code).ok(),
        _ => None,
    }
}

/// What a byte read as Latin-1 prints: windows-1252 has punctuation where Latin-1 has controls.
fn printed(c: char) -> char {
    match u32::from(c) {
        code @ 0x80..=0x9f => {
            let byte = [u8::try_from(code).unwrap_or(b' ')];
            WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().unwrap_or(c)
        }
        _ => c,
    }
}

/// Bytes as windows-1252.
pub(super) fn windows_1252(bytes: &[u8]) -> Cow<'_, str> {
    if bytes.is_ascii() { mem::decode_latin1(bytes) } else { WINDOWS_1252.decode_without_bom_handling(bytes).0 }
}
