//! Parts of a count that leave its noun out: `18.000 hộ, trong đó: vùng cao 6.500, vùng thấp 11.500`. That they add up to
//! the whole tells that they are parts of it.

use std::ops::Range;

use super::{
    back::{self, skip_blanks},
    figure::{Counted, Figure},
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::Words,
    },
    value::{read_number, read_scale},
};

/// Words that open the parts.
const OPENS: &Words = &Words::of(&[
    "trong đó",
    "gồm",
    "bao gồm",
    "chia ra",
    "cụ thể",
    "cụ thể là",
    "phân theo",
    "gồm có",
    "chia theo năm",
]);

/// So many bytes behind the whole its parts may stand.
const NEAR: usize = 400;

/// A list of more parts is none.
const MOST: usize = 24;

/// Adds the parts of each figure that has some.
pub(super) fn fill(folded: &str, figures: &mut Vec<Figure>) {
    let mut all = Vec::with_capacity(figures.len());
    let mut rest = std::mem::take(figures).into_iter().peekable();
    while let Some(figure) = rest.next() {
        let next = rest.peek().map_or(folded.len(), |next| next.range.start);
        let parts = parts(folded, &figure, next);
        all.push(figure);
        all.extend(parts);
    }
    *figures = all;
}

/// The parts of a whole, none of which stands at `limit` or behind it.
fn parts(folded: &str, whole: &Figure, limit: usize) -> Vec<Figure> {
    let Counted::Noun(noun, kind) = &whole.unit else { return Vec::new() };
    let counts = !matches!(kind, UnitKind::Time | UnitKind::Age);
    if !counts || whole.per.is_some() || whole.value_max.is_some() || whole.value < 5.0 || whole.rule == super::RATIO {
        return Vec::new();
    }
    let window = back::head(&folded[whole.range.end..], NEAR.min(limit.saturating_sub(whole.range.end)));
    let Some(opening) = opening(window) else { return Vec::new() };
    let found = list(folded, whole.range.end + opening, whole.range.end + window.len(), whole.value);
    let part = |(range, value)| Figure {
        range,
        value,
        value_max: None,
        unit: Counted::Noun(noun.clone(), UnitKind::Measure),
        per: None,
        whole: None,
        sign: None,
        rule: super::QUANTITY,
    };
    found.unwrap_or_default().into_iter().map(part).collect()
}

/// Where the parts begin behind the whole and up to eight words that tell it apart: behind `(` or `, trong đó:`.
fn opening(window: &str) -> Option<usize> {
    let mark = window.find(['(', ',', ';', ':', '.'])?;
    let plain = window[..mark].chars().all(|c| c == ' ' || is_alphanumeric(c) && !c.is_ascii_digit());
    let told = window[..mark].trim();
    let words = told.split(' ').count();
    let rest = &window[mark + 1..];
    let named = back::strip_longest_front(rest, OPENS);
    let listed = back::ends(told, OPENS);
    let opened = match window.as_bytes()[mark] {
        b'(' => Some(named.unwrap_or(rest)),
        b',' | b';' => named,
        b':' if listed => Some(rest),
        _ => None,
    }?;
    let opened = opened.trim_start_matches([' ', ':']);
    (plain && words <= 8).then_some(window.len() - opened.len())
}

/// The numbers of a list from `at` on, each with its label before it, when they add up to `whole`.
fn list(folded: &str, at: usize, limit: usize, whole: f64) -> Option<Vec<(Range<usize>, f64)>> {
    let mut found = Vec::new();
    let (mut from, mut sum) = (at, 0.0);
    while found.len() < MOST {
        let start = number_behind_label(folded, from, limit)?;
        let (value, end) = read_number(folded, start).filter(|(_, end)| *end <= limit)?;
        let next = skip_blanks(folded, end);
        let rest = &folded[next..];
        let closed = rest.is_empty() || rest.starts_with([',', ';', '.', ')']) || back::begins(rest, &["và"]);
        if !closed || read_scale(folded, end).is_some() {
            return None;
        }
        found.push((start..end, value));
        sum += value;
        if (sum - whole).abs() < 1e-6 * whole {
            return (found.len() > 1).then_some(found);
        }
        if sum > whole || rest.starts_with(['.', ')']) {
            return None;
        }
        from = next + rest.len() - rest.trim_start_matches([',', ';', ' ']).len();
    }
    None
}

/// Where the next number stands behind its label: `vùng cao 6.500`, `năm 2024: 2.800`.
fn number_behind_label(folded: &str, from: usize, limit: usize) -> Option<usize> {
    let digit = |from: usize| folded.get(from..limit)?.find(|c: char| c.is_ascii_digit()).map(|n| from + n);
    let start = digit(from)?;
    let label = &folded[from..start];
    if back::ends(label, &["năm"]) || label.trim().is_empty() {
        folded.get(start..start + 4).filter(|year| year.starts_with("20") || year.starts_with("19"))?;
        let next = digit(start + 4)?;
        let told = folded.get(start + 4..next)?.trim();
        return matches!(told, ":" | "là" | "đạt" | "có" | "").then_some(next).filter(|next| *next > start + 4);
    }
    let plain = |c: char| is_alphabetic(c) || matches!(c, ' ' | ':' | '-' | '–');
    let named = label.chars().any(is_alphabetic) && label.chars().all(plain) && label.split(' ').count() <= 12;
    (named && label.ends_with([' ', ':'])).then_some(start)
}
