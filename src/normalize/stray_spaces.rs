//! Words that stray blanks split are joined again: `t ỉ nh` → `tỉnh`, `Đ ả ng` → `Đảng`, `xã hộ i` → `xã hội`.
//!
//! A run of consonants is no word of Vietnamese, so it belongs to what stands beside it; nothing else is touched.

use std::ops::Range;

use super::Mapped;

pub(super) fn apply(line: &mut Mapped) {
    let text = line.as_str();
    if !has_fragment(text) {
        return;
    }
    let mut gone: Vec<(Range<usize>, &str)> = Vec::new();
    let tokens: Vec<(usize, &str)> = tokens(text).collect();
    // the word as joined so far, and whether it is still a fragment
    let mut open = false;
    for pair in tokens.windows(2) {
        let [(start, word), (next_start, next)] = *pair else { continue };
        let one_blank = next_start == start + word.len() + 1 && text[start + word.len()..].starts_with(' ');
        let head = is_onset(word.as_bytes()) && !follows_figure(text, start);
        let joins = one_blank
            && (((head || open) && starts_vowel(next))
                || (open && is_coda(next))
                || (ends_vowel(word) && matches!(next, "i" | "o")));
        if joins {
            gone.push((next_start - 1..next_start, ""));
        }
        open = joins && !(is_coda(next) || next.chars().count() > 2);
    }
    line.replace(&gone);
}

fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word.trim_end_matches([',', ';', '.', ')', ':']))
    })
}

fn has_fragment(text: &str) -> bool {
    let lone_vowel = |w: &[u8]| matches!(w, [b'i' | b'o', marks @ ..] if marks.iter().all(|m| b",;.)".contains(m)));
    text.as_bytes().split(|&b| b == b' ').any(|w| w.len() <= 3 && is_onset(w) || lone_vowel(w))
}

/// Only consonants that may begin a syllable: `t`, `ph`, `Ng`, `Đ`. A lone capital is a label or an abbreviation, but for
/// `Đ ả ng`.
fn is_onset(word: &[u8]) -> bool {
    match *word {
        [only] => b"bcdghklmnpqrstvx".contains(&only),
        [0xc4, 0x90 | 0x91] | [b'n' | b'N', b'g', b'h'] => true,
        [first, second] => {
            matches!(
                [first.to_ascii_lowercase(), second],
                [b'c' | b'g' | b'k' | b'n' | b'p' | b't', b'h'] | [b'n', b'g'] | [b't', b'r'] | [b'g', b'i']
            )
        }
        _ => false,
    }
}

fn is_coda(word: &str) -> bool {
    matches!(word, "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t")
}

fn base(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    std::iter::once(c).nfd().next().unwrap_or(c)
}

fn starts_vowel(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_lowercase() && "aeiouy".contains(base(c)))
}

fn ends_vowel(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().next_back().is_some_and(|c| !c.is_ascii() && "aeouy".contains(base(c)))
}

/// `10 m ở độ sâu …`: a unit behind its figure.
fn follows_figure(text: &str, start: usize) -> bool {
    text[..start].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_join_and_words_stay() {
        for (split, joined) in [
            ("UBND các t ỉ nh", "UBND các tỉnh"),
            ("Ban của Đ ả ng;", "Ban của Đảng;"),
            ("xã hộ i , Tài chính", "xã hội , Tài chính"),
            ("ph ù hợp với", "phù hợp với"),
            ("Trợ l ý giám đốc", "Trợ lý giám đốc"),
            ("Ng o ại giao", "Ngoại giao"),
            ("ý kiến ở xã", "ý kiến ở xã"),
            ("sâu 10 m ở bờ sông", "sâu 10 m ở bờ sông"),
            ("điểm a khoản 2", "điểm a khoản 2"),
            ("y tế và ô tô", "y tế và ô tô"),
            ("nhóm A, B và C ở", "nhóm A, B và C ở"),
        ] {
            let mut line = Mapped::new(split, 0);
            apply(&mut line);
            assert_eq!(line.as_str(), joined);
        }
    }
}
