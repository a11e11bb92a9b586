//! A marker's kind of node, its part of the id and its place in its sequence.

use crate::{
    sections::SectionKind,
    value::marker::{self, Marker, Style},
};

pub(super) fn kind(m: &Marker) -> SectionKind {
    match m.style {
        Style::Part => SectionKind::Part,
        Style::Chapter => SectionKind::Chapter,
        Style::Item if m.label.starts_with(|c: char| c.is_ascii_digit()) => SectionKind::Arabic,
        Style::Item | Style::Roman | Style::LowerRoman => SectionKind::Roman,
        Style::Article => SectionKind::Article,
        Style::UpperLetter | Style::LowerLetter | Style::LetterInParens => SectionKind::Letter,
        Style::Arabic | Style::ArabicInParens => SectionKind::Arabic,
        Style::Decimal => SectionKind::Decimal,
        Style::Bullet => SectionKind::Bullet,
        Style::Dash => SectionKind::Dash,
        Style::Plus => SectionKind::Plus,
    }
}

pub(super) fn own_label(m: &Marker) -> String {
    let number = || value(m).map_or_else(|| m.label.clone(), |v| v.to_string());
    match m.style {
        Style::Part => format!("P{}", number()),
        Style::Chapter => format!("C{}", number()),
        Style::Article => format!("Đ{}", m.label),
        _ => match m.label.trim_start_matches('0') {
            "" => m.label.clone(),
            label => label.to_owned(),
        },
    }
}

/// The place of a label in its sequence.
pub(super) fn value(m: &Marker) -> Option<u32> {
    let label = m.label.as_str();
    match m.style {
        Style::Arabic | Style::ArabicInParens => label.parse().ok(),
        Style::Part if marker::part_letter(label).is_some() => marker::part_letter(label),
        Style::Part | Style::Chapter | Style::Item | Style::Article => {
            label.parse().ok().or_else(|| marker::roman_value(label)).or_else(|| marker::ordinal_value(label))
        }
        Style::Roman => marker::roman_value(label),
        Style::LowerRoman => marker::roman_value(&label.to_uppercase()),
        Style::UpperLetter | Style::LowerLetter | Style::LetterInParens => letter_value(label),
        Style::Decimal => label.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok(),
        Style::Bullet | Style::Dash | Style::Plus => None,
    }
}

pub(super) fn letter_value(label: &str) -> Option<u32> {
    let small = label.to_lowercase();
    let at = marker::LETTERS.chars().position(|c| small.starts_with(c))?;
    u32::try_from(at).ok().map(|v| v + 1)
}
