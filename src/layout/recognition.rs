//! Does a text come from a recognizer (OCR) although its file says nothing of it? Told by damage that no typist makes.

use super::{line::Line, shapes::is_capitals};
use crate::{lexicon::misread::damage, text::Text};

/// So many signs of damage are no accident.
const ENOUGH: usize = 2;

/// Looks for roman numbers of wrong strokes (`HI.`, `Il.`), dashes read as `¬` or `~`, specks alone between words, letters
/// inside figures (`9O%`, `4l/KH`), common words that lost their marks (`tố chức`).
pub(super) fn shows(lines: &[Line], all: &Text) -> bool {
    let of_lines = lines.iter().filter(|l| signs(l.words()));
    damage(all) + of_lines.take(ENOUGH).count() >= ENOUGH || lines.iter().any(|l| figure_among_strokes(l.words()))
}

fn signs(words: &str) -> bool {
    words.starts_with('¬')
        || words.starts_with("~ ")
        || ["©) ", "§. ", "$. "].iter().any(|sign| words.starts_with(sign))
        || specked(words)
        || wrong_strokes(words)
        || figures_with_letters(words)
}

/// Signs that stand nowhere in a plan, least of all alone between words.
const SPECKS: [char; 5] = ['\\', '‹', '›', '¬', '®'];

/// `nâng cao ‹ năng suất`, `phải \ theo quy hoạch`
fn specked(words: &str) -> bool {
    let small = |c: Option<char>| c.is_some_and(|c| c.is_lowercase() || c == ',');
    // their first bytes
    memchr::memchr3_iter(b'\\', 0xe2, 0xc2, words.as_bytes()).any(|at| {
        let Some(rest) = words[at..].strip_prefix(SPECKS) else { return false };
        let before = words[..at].strip_suffix(' ').and_then(|w| w.chars().next_back());
        small(before) && small(rest.strip_prefix(' ').and_then(|w| w.chars().next()))
    })
}

/// `HI. TIẾN ĐỘ`, `Il. NỘI DUNG`
fn wrong_strokes(words: &str) -> bool {
    const STROKES: &[u8] = b"IVXHl1TL";
    if !words.as_bytes().first().is_some_and(|first| STROKES.contains(first)) {
        return false;
    }
    let Some((marker, rest)) = words.split_once([' ', '\t']) else { return false };
    let Some(label) = marker.strip_suffix(['.', ',', '/', '-']) else { return false };
    let strokes = (1..=4).contains(&label.len()) && label.bytes().all(|b| STROKES.contains(&b));
    // `TII.`, `ITI.`, `IIL.`
    let grown = label.contains('I') && (label.contains('T') || label.ends_with('L') && !label.contains('X'));
    let wrong = label.contains('H')
        || grown
        || label.contains('l') && label.len() > 1
        || label.contains('1') && label.contains(['I', 'V', 'X']);
    strokes && wrong && rest.starts_with(char::is_uppercase)
}

/// `1I1- NHIỆM VỤ`: over a title in capitals a figure among the strokes is sure by itself.
fn figure_among_strokes(words: &str) -> bool {
    wrong_strokes(words)
        && words.split_once(' ').is_some_and(|(marker, title)| {
            marker.contains('1') && marker.contains(['I', 'V', 'X']) && is_capitals(title)
        })
}

/// `9O%`, `3l/12`, `4l/KH-UBND`, `1V/2025`
fn figures_with_letters(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr::memchr3_iter(b'O', b'l', b'/', bytes).any(|at| match (&bytes[..at], &bytes[at..]) {
        ([.., b'0'..=b'9'], [b'O' | b'l', b'0'..=b'9' | b'%' | b'/', ..]) => true,
        ([before @ .., b'1', b'I' | b'V'], [b'/', b'2', ..]) => before.ends_with(b" "),
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
            ("1I1- NHIỆM VỤ", true),
            ("nâng cao ‹ năng suất", true),
            ("phải \\ theo quy hoạch", true),
            ("tệp C:\\kehoach", false),
            ("Phần mềm Misa® Office", false),
            ("III- Tiến độ", false),
            ("III. Tiến độ", false),
            ("- Tiếp tục tổ chức các lớp học", false),
            ("H. Hình thức", true),
            ("TII. Tiến độ", true),
            ("IL. Nội dung", true),
            ("§. Sở Y tế", true),
            ("TL. Chủ tịch", false),
            ("XL. Tiến độ", false),
            ("TV. Tiến độ", false),
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
            assert_eq!(signs(words) || damage(&Text::new(words.into())) > 0, shown, "{words}");
        }
    }
}
