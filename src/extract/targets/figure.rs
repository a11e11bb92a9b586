//! Figures: a number with what it counts and per what, as printed. What it means is read elsewhere.

use std::ops::Range;

use super::{
    back,
    counted::{Unit, base, base_with_number, skip_blanks, unit},
    not_figures,
};
use crate::{
    lexicon::units::UnitKind,
    model::Comparator,
    value::{Cursor, read_number, read_number_words, read_rate},
};

/// A number with its unit. Ranges count from the start of the passage.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// All of it as printed: `35 - 40%`, `113,52 triệu đồng/lao động/năm`.
    pub(super) range: Range<usize>,
    pub(super) value: f64,
    pub(super) value_max: Option<f64>,
    /// What is counted; of a share, its sign.
    pub(super) unit: Counted,
    /// The base after `/` or `trên`.
    pub(super) per: Option<Range<usize>>,
    /// A sign before the number: `≥ 55%`.
    pub(super) sign: Option<Comparator>,
    /// Which rule reads it.
    pub(super) rule: &'static str,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Counted {
    /// A share.
    Rate(&'static str),
    /// A noun or a measure; money has the kind `Measure`.
    Noun(Range<usize>, UnitKind),
    /// Nothing but a base, or nothing.
    Nothing,
}

impl Figure {
    pub(super) fn is_rate(&self) -> bool {
        matches!(self.unit, Counted::Rate(_))
    }

    /// Where the words about what is measured may begin: at the noun, or after the figure.
    pub(super) fn words_start(&self) -> usize {
        match &self.unit {
            Counted::Noun(
                noun,
                UnitKind::Place
                | UnitKind::People
                | UnitKind::Body
                | UnitKind::Thing
                | UnitKind::Event
                | UnitKind::Paper,
            ) => noun.start,
            _ => self.range.end,
        }
    }
}

/// What figures are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// In a section about goals: every measured quantity.
    Goals,
    /// In other parts of the body: shares, and nouns that the lexicon knows.
    Body,
    /// Where only shares are read (preamble, closing).
    Rates,
}

/// All figures of a folded passage, left to right.
pub(super) fn all(folded: &str, scope: Scope) -> Vec<Figure> {
    let bytes = folded.as_bytes();
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    let words = scope == Scope::Goals || folded.contains("phần trăm");
    while at < bytes.len() {
        let next = if bytes[at].is_ascii_digit() {
            let end = digits_end(folded, at);
            read(folded, at, scope).ok_or(end)
        } else if words && word_number_here(folded, at) {
            read_in_words(folded, at, scope).ok_or(at + 1)
        } else {
            Err(at + 1)
        };
        at = match next {
            Ok(list) => {
                let end = list.last().map_or(at + 1, |f| f.range.end);
                figures.extend(list);
                end
            }
            Err(end) => end,
        };
    }
    figures
}

/// The end of digits, dots, commas and slashes in one run: what is no figure at its start is none inside.
fn digits_end(folded: &str, at: usize) -> usize {
    let bytes = folded.as_bytes();
    let mut end = at;
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end.max(at + 1)
}

/// Reads the figure, or the figures of a list with one unit, whose first digit is at `at`.
fn read(folded: &str, at: usize, scope: Scope) -> Option<Vec<Figure>> {
    let before = &folded[..at];
    if !not_figures::may_start(before) {
        return None;
    }
    let (value, mut end) = read_number(folded, at)?;
    // `02 (hai) lớp`: the number again in words
    end = gloss(folded, end).unwrap_or(end);
    let sign = sign(before);
    if let Some(list) = shared_rate(folded, at, value, end) {
        return Some(list);
    }
    let first = unit(folded, end, Scope::Body);
    let range = upper(folded, end, first.as_ref()).filter(|(max, _)| *max > value);
    let figure = if let Some((max, range_end)) = range {
        let unit = unit(folded, range_end, scope);
        Figure { value_max: Some(max), ..build(folded, at..range_end, value, unit, sign) }
    } else if let Some(ratio) = ratio(folded, at, value, end, sign) {
        ratio
    } else {
        let unit = first.or_else(|| unit(folded, end, scope));
        build(folded, at..end, value, unit, sign)
    };
    not_figures::is_figure(folded, at, &figure, scope).then(|| vec![figure])
}

/// A sign of comparison before the number.
fn sign(before: &str) -> Option<Comparator> {
    let trimmed = before.trim_end_matches(' ');
    for (sign, comparator) in [
        (">=", Comparator::Ge),
        ("=>", Comparator::Ge),
        ("≥", Comparator::Ge),
        ("<=", Comparator::Le),
        ("=<", Comparator::Le),
        ("≤", Comparator::Le),
        (">", Comparator::Gt),
        ("<", Comparator::Lt),
        ("~", Comparator::Approx),
        ("≈", Comparator::Approx),
    ] {
        if trimmed.ends_with(sign) {
            return Some(comparator);
        }
    }
    None
}

/// `(hai)` after `02`.
fn gloss(folded: &str, end: usize) -> Option<usize> {
    let rest = folded[end..].trim_start_matches(' ');
    let inside = rest.strip_prefix('(')?;
    let at = folded.len() - inside.len();
    let (_, words_end) = read_number_words(folded, at)?;
    folded[words_end..].starts_with(')').then_some(words_end + 1)
}

/// The upper end of a range: `- 35`, `% - 35`, `% đến 35`, `xã đến 7`. Gives its value and where its number ends.
fn upper(folded: &str, end: usize, first: Option<&Unit>) -> Option<(f64, usize)> {
    let Some(first) = first else {
        return second_number(folded, end);
    };
    let (value, end) = second_number(folded, first.end)?;
    // both ends count the same
    let second = unit(folded, end, Scope::Body)?;
    let same = match (&first.counted, &second.counted) {
        (Counted::Rate(a), Counted::Rate(b)) => a == b,
        (Counted::Noun(a, _), Counted::Noun(b, _)) => folded.get(a.clone()) == folded.get(b.clone()),
        _ => false,
    };
    same.then_some((value, end))
}

/// The number after a dash or `đến`.
fn second_number(folded: &str, end: usize) -> Option<(f64, usize)> {
    let mut c = Cursor::new(folded, end);
    c.blanks();
    if !(c.dash() || c.literal("÷") || c.literal("~") || c.any(&["đến", "tới"]).is_some()) {
        return None;
    }
    c.blanks();
    let (value, end) = read_number(folded, c.at())?;
    Some((value, gloss(folded, end).unwrap_or(end)))
}

/// `60, 70 và 80%` after `lần lượt`: three figures, one sign.
fn shared_rate(folded: &str, at: usize, value: f64, end: usize) -> Option<Vec<Figure>> {
    if !back::tail(&folded[..at], 60).contains("lần lượt") {
        return None;
    }
    let mut list = vec![(value, at..end)];
    let mut at = end;
    loop {
        if let Some((rate, end)) = read_rate(folded, at) {
            if list.len() < 2 {
                return None;
            }
            let final_one = list.len() - 1;
            let figure = |(n, (value, range)): (usize, (f64, Range<usize>))| Figure {
                range: if n == final_one { range.start..end } else { range },
                value,
                value_max: None,
                unit: Counted::Rate(rate.sign()),
                per: None,
                sign: None,
                rule: super::RATE,
            };
            return Some(list.into_iter().enumerate().map(figure).collect());
        }
        let mut c = Cursor::new(folded, at);
        let more = c.literal(",") || c.literal(";") || c.blanks().word("và");
        if !more || list.len() > 20 {
            return None;
        }
        c.blanks().word("và");
        c.blanks();
        let (value, end) = read_number(folded, c.at())?;
        list.push((value, c.at()..end));
        at = end;
    }
}

/// `4/100.000 trẻ đẻ sống`, `12/15 xã`: a count over a base that is a number.
fn ratio(folded: &str, start: usize, value: f64, end: usize, sign: Option<Comparator>) -> Option<Figure> {
    let mut c = Cursor::new(folded, end);
    if !c.blanks().literal("/") {
        return None;
    }
    let base = base_with_number(folded, skip_blanks(folded, c.at()))?;
    Some(Figure {
        range: start..base.end,
        value,
        value_max: None,
        unit: Counted::Nothing,
        per: Some(base),
        sign,
        rule: super::RATIO,
    })
}

/// The figure of a number and what stands after it.
fn build(folded: &str, number: Range<usize>, value: f64, unit: Option<Unit>, sign: Option<Comparator>) -> Figure {
    let (counted, end) = unit.map_or((Counted::Nothing, number.end), |u| (u.counted, u.end));
    let per = if counted == Counted::Nothing { None } else { base(folded, end) };
    let rule = if matches!(counted, Counted::Rate(_)) { super::RATE } else { super::QUANTITY };
    let end = per.as_ref().map_or(end, |p| p.end);
    Figure { range: number.start..end, value, value_max: None, unit: counted, per, sign, rule }
}

/// Is `at` the start of a word that may begin a number in words?
fn word_number_here(folded: &str, at: usize) -> bool {
    const FIRST: &[&str] = &["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    folded.is_char_boundary(at)
        && matches!(folded.as_bytes()[at], b'm' | b'h' | b'b' | b'n' | b's' | b't' | b'c')
        && !folded[..at].ends_with(char::is_alphanumeric)
        && back::begins(back::head(&folded[at..], 24), FIRST)
}

/// `một cơ sở`, `ba mươi phần trăm`: only where a word before it says that something is counted.
fn read_in_words(folded: &str, at: usize, scope: Scope) -> Option<Vec<Figure>> {
    let (value, end) = read_number_words(folded, at)?;
    let unit = unit(folded, end, Scope::Body)?;
    let rate = matches!(unit.counted, Counted::Rate(_));
    if !rate {
        let counted =
            matches!(&unit.counted, Counted::Noun(_, kind) if !matches!(kind, UnitKind::Time | UnitKind::Age));
        let cues = [
            "ít nhất",
            "tối thiểu",
            "trên",
            "có",
            "thêm",
            "đạt",
            "đủ",
            "tối đa",
            "không quá",
            "thành lập",
            "xây dựng",
            "tổ chức",
        ];
        if scope != Scope::Goals || !counted || !back::ends(&folded[..at], &cues) {
            return None;
        }
    }
    let figure = build(folded, at..end, f64::from(value), Some(unit), None);
    let rule = if rate { figure.rule } else { super::WORDS };
    Some(vec![Figure { rule, ..figure }])
}
