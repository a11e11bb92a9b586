//! UTF-16, with its marks or without.

use super::Encoding;

/// The encoding that a byte-order mark names, and the bytes behind it.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    let marks: [(&[u8], Encoding); 3] =
        [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];
    marks.iter().find_map(|(mark, encoding)| Some((*encoding, bytes.strip_prefix(*mark)?)))
}

/// UTF-16 without a mark: in each text most high bytes are zero (blanks, plain letters), and hardly a low one is.
pub(super) fn without_mark(bytes: &[u8]) -> Option<Encoding> {
    const LOOK: usize = 8192;
    let look = &bytes[..bytes.len().min(LOOK) & !1];
    if look.len() < 8 || !look.contains(&0) {
        return None;
    }
    let zeros = |parity: usize| look.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let units = look.len() / 2;
    let tells = |high: usize, low: usize| high * 10 >= units * 4 && low * 50 <= units;
    if tells(odd, even) {
        Some(Encoding::Utf16Le)
    } else if tells(even, odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Units become characters; a half of a pair, or half a unit at the end, becomes U+FFFD.
pub(super) fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2);
    let torn = !units.remainder().is_empty();
    let units = units.map(|pair| unit([pair[0], pair[1]]));
    let mut text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
    if torn {
        text.push('\u{fffd}');
    }
    text
}
