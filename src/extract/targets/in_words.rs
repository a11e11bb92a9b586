//! Numbers in words: `ít nhất một cơ sở`, `thành lập năm đội`, `ba mươi phần trăm`, `gấp đôi`.
//!
//! Words for numbers are common words too (`một`, `năm`, `ba`): they count something only after a word that says so.

use super::{
    acts::ACTS,
    back,
    counted::{Unit, unit},
    cues::COMPARATORS,
    figure::{Counted, Figure, Scope, build},
    fraction, not_figures,
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        letters::is_alphanumeric,
        words::{Words, words},
    },
    value::{read_fraction, read_number, read_number_words, read_rate},
};

/// Is `at` the start of a word that may begin a number in words?
pub(super) fn here(folded: &str, at: usize) -> bool {
    const FIRST: &Words =
        &Words::of(&["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nửa", "đôi", "rưỡi"]);
    folded.is_char_boundary(at)
        && opens(folded.as_bytes()[at])
        && !folded[..at].ends_with(is_alphanumeric)
        && back::begins(back::head(&folded[at..], 24), FIRST)
}

/// May the byte begin such a word?
pub(super) fn opens(byte: u8) -> bool {
    matches!(byte, b'm' | b'h' | b'b' | b'n' | b's' | b't' | b'c' | b'r' | 0xc4)
}

/// `một cơ sở`, `ba mươi phần trăm`, `một nửa số xã`: only where a word before it says that something is counted.
pub(super) fn read(folded: &str, at: usize, scope: Scope, last: Option<&Figure>) -> Option<Vec<Figure>> {
    let before = back::tail(&folded[..at], 60);
    if scope == Scope::Goals
        && let Some(figure) = part(folded, at, before).or_else(|| times(folded, at, before))
    {
        return Some(vec![figure]);
    }
    let (value, end) = read_number_words(folded, at)?;
    let unit = unit(folded, end, Scope::Body)?;
    let rate = matches!(unit.counted, Counted::Rate(_));
    let counted = rate || (scope == Scope::Goals && counts(folded, at, value, &unit, last));
    if !counted {
        return None;
    }
    let figure = build(folded, at..end, f64::from(value), Some(unit), None);
    let rule = if rate { figure.rule } else { super::WORDS };
    let end = in_digits(folded, &figure).unwrap_or(figure.range.end);
    let figure = Figure { rule, range: at..end, ..figure };
    not_figures::is_figure(folded, at, &figure, scope).then(|| vec![figure])
}

/// Where the share ends that is printed once more in digits: `tám mươi phần trăm (80%)`.
fn in_digits(folded: &str, figure: &Figure) -> Option<usize> {
    let inside = folded[figure.range.end..].trim_start_matches(' ').strip_prefix('(')?;
    let (value, end) = read_number(folded, folded.len() - inside.len())?;
    let rest = read_rate(folded, end).map(|(_, end)| end)?;
    let same = figure.is_rate() && (value - figure.value).abs() < f64::EPSILON;
    (same && folded[rest..].starts_with(')')).then_some(rest + 1)
}

/// `một nửa số xã`, `quá nửa số xã`, `một phần ba số thôn`.
fn part(folded: &str, at: usize, before: &str) -> Option<Figure> {
    read_fraction(folded, at)?;
    let bare = back::begins(back::head(&folded[at..], 8), &["nửa"]);
    let bounded = back::ends(before, words!["quá", "hơn", "trên", "gần", "ít nhất", "tối thiểu", "được", "có", "đạt"]);
    fraction::read(folded, at, Scope::Goals).filter(|_| !bare || bounded)
}

/// `gấp đôi`, `gấp rưỡi`, `gấp ba`.
fn times(folded: &str, at: usize, before: &str) -> Option<Figure> {
    if !back::ends(before, words!["gấp", "gấp hơn", "gấp trên", "gấp gần", "gấp khoảng"]) {
        return None;
    }
    let rest = back::head(&folded[at..], 40);
    let words = [("đôi", 2.0), ("rưỡi", 1.5)];
    let (value, end) = match words.iter().find(|(word, _)| back::begins(rest, &[word])) {
        Some((word, value)) => (*value, at + word.len()),
        None => read_number_words(folded, at).map(|(value, end)| (f64::from(value), end))?,
    };
    let counted = unit(folded, end, Scope::Body).filter(|unit| unit_is_times(folded, unit));
    let figure = build(folded, at..end, value, counted, None);
    Some(Figure { rule: super::WORDS, ..figure })
}

fn unit_is_times(folded: &str, unit: &Unit) -> bool {
    matches!(&unit.counted, Counted::Noun(noun, _) if folded.get(noun.clone()).is_some_and(|n| n.trim() == "lần"))
}

/// Verbs whose object `one` counts.
const MADE: &Words = &Words::of(&[
    "thành lập",
    "xây dựng",
    "tổ chức",
    "thực hiện",
    "mở",
    "thành lập mới",
    "xây dựng mới",
    "mở mới",
    "đảm nhận",
]);

/// Does the number count what follows?
fn counts(folded: &str, at: usize, value: u32, unit: &Unit, last: Option<&Figure>) -> bool {
    const CUES: &Words = &Words::of(&["có", "thêm", "đạt", "đủ"]);
    /// Words that begin like a counted noun and are none: `một xã hội`, `một đội ngũ`, `một người con`.
    const COMPOUNDS: &Words = &Words::of(&[
        "hội",
        "ngũ",
        "chức",
        "sắc",
        "nước",
        "thể",
        "ta",
        "trường",
        "phương",
        "tác",
        "dung",
        "cách",
        "dân",
        "số",
    ]);
    let Counted::Noun(noun, kind) = &unit.counted else { return false };
    // `thực hiện hai nhiệm vụ chiến lược` sets no figure
    let task = folded.get(noun.clone()).is_some_and(|n| n.trim() == "nhiệm vụ");
    if task || matches!(kind, UnitKind::Time | UnitKind::Age) {
        return false;
    }
    // `mỗi năm hai lần`
    let times = folded.get(noun.clone()).is_some_and(|n| n.trim() == "lần");
    let often = words!["mỗi năm", "một năm", "mỗi quý", "mỗi tháng", "mỗi tuần", "mỗi học kỳ"];
    if times && back::ends(back::tail(&folded[..at], 24), often) {
        return true;
    }
    let after = back::head(&folded[unit.end..], 16);
    let money = *kind == UnitKind::Measure && folded.get(noun.clone()).is_some_and(|n| n.ends_with("đồng"));
    if !money && folded[unit.end..].starts_with(' ') && back::begins(after, COMPOUNDS) {
        return false;
    }
    let before = back::tail(&folded[..at], 60);
    if COMPARATORS.iter().any(|(word, _)| back::strip(before, word).is_some()) || back::ends(before, CUES) {
        return true;
    }
    if money && back::ends(before, words!["là", "còn", "lên", "mức", "bằng", "với"]) {
        return true;
    }
    // `một` after a verb is an article more often than a number: only what is made is counted by it
    if value == 1 {
        let thing = !matches!(kind, UnitKind::Measure | UnitKind::Place);
        let after_words = last.is_some_and(|last| last.rule == super::WORDS && at - last.range.end < 60);
        let listed = after_words && before.trim_end().ends_with(',');
        return thing && (listed || back::ends(before, MADE));
    }
    // the next of a list: `một công trình cấp xã, mười hai phần việc cấp chi đoàn`
    let joined = before.trim_end().ends_with(',') || back::ends(before, &["và"]);
    let near = |last: &Figure| {
        !last.is_rate() && at - last.range.end < 80 && !folded[last.range.end..at].contains(['.', ';', '(', ':'])
    };
    back::ends(before, &["được"]) || back::ends(before, ACTS) || (joined && last.is_some_and(near))
}
