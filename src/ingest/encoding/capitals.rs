//! Capitals with tone marks, which TCVN3 does not have: plain text holds small letters in their place (`HOạCH`).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::lexicon::syllables::is_syllable;

/// What the letters of a word say about its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Capitals,
    Small,
    /// `Kế` or `KẾ`: its neighbours tell.
    Open,
    /// An abbreviation tells nothing about its neighbours: `Sở GD&ĐT`.
    Silent,
}

/// Writes words in capitals where their line shows that they were. A lone first letter (`ủy ban`) stays small: nothing
/// tells it from a small one.
pub(super) fn restore(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        line_in_capitals(line, &mut whole);
    }
    whole
}

fn line_in_capitals(line: &str, whole: &mut String) {
    let words = words(line);
    let cases: Vec<Case> = words.iter().map(|w| case(&line[w.clone()])).collect();
    let told = |case: &&Case| matches!(case, Case::Capitals | Case::Small);
    // the nearest word before each that tells its case
    let mut before = None;
    let befores: Vec<Option<Case>> = cases
        .iter()
        .map(|case| {
            let found = before;
            before = Some(*case).filter(|c| told(&c)).or(before);
            found
        })
        .collect();
    let mut after = None;
    let mut capitals = vec![false; words.len()];
    for (i, case) in cases.iter().enumerate().rev() {
        capitals[i] = match case {
            Case::Capitals => true,
            Case::Open => match (befores[i], after) {
                (None, None) => false,
                (a, b) => a != Some(Case::Small) && b != Some(Case::Small),
            },
            _ => false,
        };
        after = Some(*case).filter(|c| told(&c)).or(after);
    }
    let mut at = 0;
    for (word, _) in words.iter().zip(capitals).filter(|(_, capitals)| *capitals) {
        whole.push_str(&line[at..word.start]);
        whole.extend(line[word.clone()].chars().flat_map(char::to_uppercase));
        at = word.end;
    }
    whole.push_str(&line[at..]);
}

fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in line.char_indices().chain([(line.len(), ' ')]) {
        match (start, c.is_alphabetic()) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                words.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn case(word: &str) -> Case {
    let (mut capitals, mut small, mut toned) = (0, 0, 0);
    for c in word.chars() {
        if c.is_uppercase() {
            capitals += 1;
        } else if has_tone(c) {
            toned += 1;
        } else {
            small += 1;
        }
    }
    match (capitals, small, toned) {
        (_, 1.., _) => Case::Small,
        (2.., _, 1..) => Case::Capitals,
        (2.., _, 0) if is_syllable(word) => Case::Capitals,
        (_, _, 1..) => Case::Open,
        _ => Case::Silent,
    }
}

fn has_tone(c: char) -> bool {
    !c.is_ascii()
        && std::iter::once(c).nfd().any(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_in_capitals_are_whole_again() {
        for (small, capitals) in [
            ("Kế HOạCH", "KẾ HOẠCH"),
            ("II. NHIệM Vụ Và GIảI PHáP", "II. NHIỆM VỤ VÀ GIẢI PHÁP"),
            ("Sở Y tế chủ trì", "Sở Y tế chủ trì"),
            ("Sở GD&ĐT, Bộ LĐTBXH", "Sở GD&ĐT, Bộ LĐTBXH"),
            ("ủy BAN NHÂN DÂN TỉNH", "ỦY BAN NHÂN DÂN TỈNH"),
            ("TM. ủY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
            ("Độc lập - Tự do", "Độc lập - Tự do"),
            ("Số: 12/KH-UBND", "Số: 12/KH-UBND"),
        ] {
            assert_eq!(super::restore(small), capitals);
        }
    }
}
