//! What labels are worth.

use crate::text::fold;

pub(super) fn is_roman(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b"IVXLC".contains(&b)) && roman_value(label).is_some()
}

/// `thứ nhất`, `thứ hai` …
pub(super) fn is_ordinal(label: &str) -> bool {
    ordinal_value(label).is_some()
}

/// The value of `nhất`, `hai`, `ba` …
pub(crate) fn ordinal_value(label: &str) -> Option<u32> {
    const WORDS: [&str; 11] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "một"];
    let folded = fold(label);
    let at = WORDS.iter().position(|w| *w == folded)?;
    Some(if at == 10 { 1 } else { u32::try_from(at).ok()? + 1 })
}

/// The value of a roman number, when it is well formed or nearly so.
pub(crate) fn roman_value(label: &str) -> Option<u32> {
    let mut total = 0;
    let mut before = 0;
    for c in label.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        };
        if value < before {
            total -= value.min(total);
        } else {
            total += value;
            before = value;
        }
    }
    (total > 0 && total <= 100).then_some(total)
}

/// A number as a roman label.
pub(crate) fn to_roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut label = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            label.push_str(sign);
            value -= worth;
        }
    }
    label
}

/// `PHẦN A`, `PHẦN C`: the place of a part's letter; `I`, `V` and `X` are numbers.
pub(crate) fn part_letter(label: &str) -> Option<u32> {
    const PARTS: [&str; 8] = ["A", "B", "C", "D", "Đ", "E", "G", "H"];
    PARTS.iter().position(|l| *l == label).and_then(|at| u32::try_from(at + 1).ok())
}
