//! When two values are the same: letter case, the place of tone marks, kinds of dashes, runs of space and outer
//! punctuation do not count.

use std::{borrow::Cow, collections::HashMap};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Vowel pairs with the tone on the second letter and the same pairs with it on the first.
const PLACEMENTS: [(char, &str, &str, char); 3] =
    [('o', "áàảãạ", "óòỏõọ", 'a'), ('o', "éèẻẽẹ", "óòỏõọ", 'e'), ('u', "ýỳỷỹỵ", "úùủũụ", 'y')];

/// Outer punctuation that text equality leaves out.
const OUTER: &[char] = &[' ', '.', ',', ';', ':', '-', '*', '"', '\'', '“', '”', '(', ')', '…'];

/// A text as equality sees it.
pub(super) fn fold(words: &str) -> String {
    let lower = words.nfc().collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    let mut letters = lower.chars().peekable();
    let mut spaced = false;
    while let Some(mut letter) = letters.next() {
        if is_space(letter) {
            spaced = true;
            continue;
        }
        if matches!(letter, '‐' | '‑' | '‒' | '–' | '—' | '−') {
            letter = '-';
        }
        if spaced && !folded.ends_with('-') && !matches!(letter, '-' | ',' | '.' | ';' | ':' | ')' | ']') {
            folded.push(' ');
        }
        spaced = false;
        let mut ahead = letters.clone();
        match ahead.next().and_then(|next| modern_place(letter, next)) {
            Some((first, second)) if !ahead.peek().is_some_and(|&c| is_word(c)) => {
                folded.extend([first, second]);
                letters = ahead;
            }
            _ => folded.push(letter),
        }
    }
    folded.trim_matches(OUTER).to_owned()
}

fn modern_place(first: char, second: char) -> Option<(char, char)> {
    PLACEMENTS.iter().filter(|p| p.0 == first).find_map(|(_, seconds, firsts, plain)| {
        let tone = seconds.chars().position(|c| c == second)?;
        Some((firsts.chars().nth(tone)?, *plain))
    })
}

/// White space as Python's `\s` sees it.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A single value as text; `None` for null.
pub(super) fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Null => None,
        Value::String(words) => Some(Cow::Borrowed(words)),
        Value::Bool(true) => Some(Cow::Borrowed("True")),
        Value::Bool(false) => Some(Cow::Borrowed("False")),
        other => Some(Cow::Owned(other.to_string())),
    }
}

/// A single value folded; `None` for null.
pub(super) fn folded(value: &Value) -> Option<String> {
    text(value).map(|words| fold(&words))
}

/// The words of a folded text, without punctuation.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c| !is_word(c)).filter(|w| !w.is_empty())
}

/// The words of a text joined by single blanks.
pub(super) fn plain_words(text: &str) -> String {
    words(&fold(text)).collect::<Vec<_>>().join(" ")
}

/// An agency's name without punctuation and `và`.
pub(super) fn agency(name: &Value) -> String {
    let name = folded(name).unwrap_or_default();
    words(&name).filter(|w| *w != "và").collect::<Vec<_>>().join(" ")
}

/// A recurrence rule with its parts in one order.
pub(super) fn recurrence(rule: &Value) -> Option<String> {
    let rule = text(rule).filter(|r| !r.is_empty())?.to_uppercase();
    let mut parts: Vec<&str> = rule.split(';').collect();
    parts.sort_unstable();
    Some(parts.join(";"))
}

/// A figure rounded to six decimals, so that two ways of computing it agree.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Figure {
    None,
    Number(f64),
    NotANumber(String),
}

impl Figure {
    pub(super) fn new(value: &Value) -> Self {
        let number = match value {
            Value::Null => return Self::None,
            Value::Bool(b) => Some(f64::from(u8::from(*b))),
            Value::Number(n) => n.as_f64(),
            Value::String(s) => s.trim().parse().ok(),
            _ => None,
        };
        let rounded = number.and_then(|n| format!("{n:.6}").parse().ok());
        rounded.map_or_else(|| Self::NotANumber(value.to_string()), Self::Number)
    }
}

/// Are two values of a record the same?
pub(super) fn same(a: &Value, b: &Value) -> bool {
    if a.is_array() || b.is_array() {
        return items(a) == items(b);
    }
    match (number(a), number(b)) {
        (Some(x), Some(y)) => (x - y).abs() < 1e-9,
        _ => folded(a) == folded(b),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(b) => Some(f64::from(u8::from(*b))),
        other => other.as_f64(),
    }
}

/// The folded items of a list; a text beside a list counts letter by letter, as it can equal none.
pub(super) fn items(value: &Value) -> Vec<Option<String>> {
    match value {
        Value::Array(items) => items.iter().map(folded).collect(),
        Value::String(words) => words.chars().map(|c| Some(fold(c.encode_utf8(&mut [0; 4])))).collect(),
        _ => Vec::new(),
    }
}

/// The words of a text, counted, for [`overlap`].
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    counts: HashMap<String, usize>,
    size: usize,
}

impl Bag {
    pub(super) fn new(value: &Value) -> Self {
        let mut bag = Self::default();
        for word in words(&folded(value).unwrap_or_default()) {
            *bag.counts.entry(word.to_owned()).or_default() += 1;
            bag.size += 1;
        }
        bag
    }
}

/// Token F1 of two texts.
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
pub(super) fn overlap(a: &Bag, b: &Bag) -> f64 {
    if a.size + b.size == 0 {
        return 1.0;
    }
    let common: usize = a.counts.iter().map(|(word, n)| b.counts.get(word).map_or(0, |m| *n.min(m))).sum();
    (2 * common) as f64 / (a.size + b.size) as f64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_text_equality_leaves_out() {
        for (a, b) in [
            ("Uỷ ban nhân dân", "ủy ban  nhân dân"),
            ("HOÀ BÌNH", "Hòa Bình"),
            ("Lao động – Thương binh", "Lao động-Thương binh"),
            ("quý I", "qúy I"),
            ("“An toàn”.", "an toàn"),
            ("một , hai", "một, hai"),
            ("e\u{301}o", "éo"),
            ("(khoẻ);", "khỏe"),
            ("\u{1c}a\u{a0}b", "a b"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} = {b}");
        }
        for (a, b) in [("hoàn", "hòan"), ("ủy", "ùy"), ("a b", "ab"), ("a_b", "a b")] {
            assert_ne!(fold(a), fold(b), "{a} ≠ {b}");
        }
    }

    #[test]
    fn values_that_are_the_same() {
        for (a, b) in [
            (json!(null), json!(null)),
            (json!([]), json!(null)),
            (json!(["TM. A"]), json!(["tm. a."])),
            (json!(1), json!(1.0)),
            (json!("2025"), json!(2025)),
        ] {
            assert!(same(&a, &b), "{a} = {b}");
        }
        for (a, b) in [(json!("2025"), json!(null)), (json!(["a"]), json!(["a", "b"])), (json!(["ab"]), json!("ab"))] {
            assert!(!same(&a, &b), "{a} ≠ {b}");
        }
        assert_eq!(Figure::new(&json!(0.3)), Figure::new(&json!(0.300_000_1)));
        assert_eq!(Figure::new(&json!("65")), Figure::new(&json!(65)));
        assert_ne!(Figure::new(&json!("x")), Figure::new(&json!("y")));
        assert_eq!(agency(&json!("Sở Giáo dục và Đào tạo")), agency(&json!("Sở Giáo dục - Đào tạo")));
        assert_eq!(recurrence(&json!("BYMONTH=6;FREQ=YEARLY")), recurrence(&json!("freq=yearly;bymonth=6")));
        assert_eq!(recurrence(&json!("")), None);
    }
}
