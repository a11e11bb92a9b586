//! Does a text come from a recognizer (OCR) although its file says nothing of it? Told by damage that no typist makes.

use super::line::Line;
use crate::lexicon::misread::is_damaged;

/// So many signs of damage are no accident.
const ENOUGH: usize = 2;

/// Looks for roman numbers of wrong strokes (`HI.`, `Il.`), dashes read as `¬` or `~`, letters inside figures
/// (`9O%`, `4l/KH`), common words that lost their marks (`tố chức`).
pub(super) fn shows(lines: &[Line]) -> bool {
    lines.iter().filter(|l| signs(l.words())).take(ENOUGH).count() == ENOUGH
}

fn signs(words: &str) -> bool {
    words.starts_with('¬')
        || words.starts_with("~ ")
        || words.starts_with("©) ")
        || wrong_strokes(words)
        || figures_with_letters(words)
        || is_damaged(words)
}

/// `HI. TIẾN ĐỘ`, `Il. NỘI DUNG`
fn wrong_strokes(words: &str) -> bool {
    let Some((marker, rest)) = words.split_once([' ', '\t']) else { return false };
    let Some(label) = marker.strip_suffix(['.', ',', '/']) else { return false };
    let strokes = (1..=4).contains(&label.len()) && label.bytes().all(|b| b"IVXHl1".contains(&b));
    let wrong = label.contains('H')
        || label.contains('l') && label.len() > 1
        || label.contains('1') && label.contains(['I', 'V', 'X']);
    strokes && wrong && rest.starts_with(char::is_uppercase)
}

/// `9O%`, `3l/12`, `4l/KH-UBND`, `1V/2025`
fn figures_with_letters(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut figures = bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
    figures.any(|(at, _)| match bytes[at..] {
        [_, b'O' | b'l', next, ..] => next.is_ascii_digit() || matches!(next, b'%' | b'/'),
        [b'1', b'I' | b'V', b'/', b'2', ..] => bytes[..at].ends_with(b" "),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_damage() {
        for (words, shown) in [
            ("HI. Tiến độ", true),
            ("Il. NỘI DUNG", true),
            ("¬ Phối hợp với Sở Y tế", true),
            ("~ Phối hợp với Sở Y tế", true),
            ("đạt trên 9O% dân số", true),
            ("Số: 4l/KH-UBND", true),
            ("- Tiếp tục tố chức các lớp học", true),
            ("III. Tiến độ", false),
            ("- Tiếp tục tổ chức các lớp học", false),
            ("H. Hình thức", true),
            ("1V. KINH PHÍ", true),
            ("trong quý 1V/2025", true),
            ("trong quý IV/2025", false),
            ("1I/ MỤC TIÊU", true),
            ("©) Tưới cây", true),
            ("11. Mục tiêu", false),
            ("1/ Mục tiêu", false),
            ("1. Mục tiêu", false),
            ("tổng diện tích 12,5 ha", false),
        ] {
            assert_eq!(signs(words), shown, "{words}");
        }
    }
}
