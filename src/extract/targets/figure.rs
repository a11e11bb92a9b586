//! Figures: a number with what it counts and per what, as printed. What it means is read elsewhere.

use std::ops::Range;

use super::{
    again,
    back::{self, skip_blanks},
    breakdown,
    counted::{Unit, base, unit},
    fraction, from_to, in_words, listed, not_figures, ratio,
};
use crate::{
    lexicon::units::UnitKind,
    model::Comparator,
    text::{letters::is_alphanumeric, words::Words},
    value::{Cursor, read_misread_number, read_money, read_number, read_number_words, read_rate, read_scale},
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
    /// Of a part of a whole, where the words for the whole begin: `số xã` in `2/3 số xã`.
    pub(super) whole: Option<usize>,
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
        if let Some(whole) = self.whole {
            return whole;
        }
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
    // a digit, a letter that a scan may have taken for one, or the first letter of a number in words
    let opens =
        |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'l' | b'i' | b'o') || words && in_words::opens(*byte);
    while let Some(ahead) = bytes[at..].iter().position(opens) {
        at += ahead;
        let next = if bytes[at].is_ascii_digit() {
            let end = digits_end(folded, at);
            read(folded, at, scope, figures.last()).ok_or(end)
        } else if at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
            Err(at + 1)
        } else if matches!(bytes[at], b'l' | b'i' | b'o') {
            misread(folded, at, scope).ok_or(at + 1)
        } else if words && in_words::here(folded, at) {
            in_words::read(folded, at, scope, figures.last()).ok_or(at + 1)
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
    ratio::share_base(folded, &mut figures);
    if scope != Scope::Rates {
        breakdown::fill(folded, &mut figures);
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
fn read(folded: &str, at: usize, scope: Scope, last: Option<&Figure>) -> Option<Vec<Figure>> {
    let before = &folded[..at];
    // `18 lớp/521 học sinh`
    let after_count = || {
        let count = |last: &&Figure| matches!(last.unit, Counted::Noun(..)) && last.per.is_none();
        last.filter(count).is_some_and(|last| folded.get(last.range.end..at) == Some("/"))
    };
    if !not_figures::may_start(before) && !after_count() && !ratio::over_share(folded, at, last) {
        return None;
    }
    if let Some(figure) = fraction::read(folded, at, scope) {
        return not_figures::is_figure(folded, at, &figure, scope).then(|| vec![figure]);
    }
    let (mut value, mut end) = read_misread_number(folded, at)
        .filter(|(_, end)| {
            // `1o%`, `1.5oo ha`; `5l` is five litres
            let grouped = folded[at..*end].contains('.');
            unit(folded, *end, if grouped { scope } else { Scope::Rates }).is_some()
        })
        .or_else(|| read_number(folded, at))?;
    // `02 (hai) lớp`: the number again in words
    end = gloss(folded, end).unwrap_or(end);
    let sign = sign(before);
    if let Some(list) = listed::rates(folded, at, value, end) {
        return Some(list);
    }
    if let Some(figure) = enclosed(folded, at, value, end) {
        return Some(vec![figure]);
    }
    let first = unit(folded, end, Scope::Body);
    let range = upper(folded, end, first.as_ref()).filter(|(max, _)| *max > value);
    let figure = if let Some((max, range_end)) = range {
        let unit = unit(folded, range_end, scope);
        Figure { value_max: Some(max), ..build(folded, at..range_end, value, unit, sign) }
    } else if let Some(again) = ratio::again(folded, at, value, end, last) {
        return (!not_figures::is_date_or_mark(folded, at)).then(|| vec![again]);
    } else if let Some(ratio) = ratio::read(folded, at, value, end, sign) {
        ratio
    } else {
        let at_end = || from_to::unit_at_end(back::tail(before, 160), folded, end).filter(|_| scope != Scope::Rates);
        let unit = first
            .map(|unit| and_millions(folded, &mut value, unit))
            .or_else(at_end)
            .or_else(|| again::unit(folded, at, end, last, scope))
            .or_else(|| unit(folded, end, scope));
        build(folded, at..end, value, unit, sign)
    };
    not_figures::is_figure(folded, at, &figure, scope).then(|| vec![figure])
}

/// Reads a figure whose number begins with a letter that a scan took for a figure: `l0%`, `l5.000 cây`.
fn misread(folded: &str, at: usize, scope: Scope) -> Option<Vec<Figure>> {
    let (value, end) = read_misread_number(folded, at)?;
    let before = &folded[..at];
    if before.ends_with(is_alphanumeric) || !not_figures::may_start(before) {
        return None;
    }
    let known = if scope == Scope::Goals { Scope::Body } else { scope };
    let first = unit(folded, end, known);
    let figure = match upper(folded, end, first.as_ref()).filter(|(max, _)| *max > value) {
        Some((max, range_end)) => {
            let unit = unit(folded, range_end, known)?;
            Figure { value_max: Some(max), ..build(folded, at..range_end, value, Some(unit), sign(before)) }
        }
        None => build(folded, at..end, value, Some(first?), sign(before)),
    };
    not_figures::is_figure(folded, at, &figure, scope).then(|| vec![figure])
}

/// A sign of comparison before the number.
pub(super) fn sign(before: &str) -> Option<Comparator> {
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

/// `(35 - 50)%`: the number in parentheses, and the sign behind them.
fn enclosed(folded: &str, at: usize, value: f64, end: usize) -> Option<Figure> {
    let start = folded[..at].strip_suffix('(')?.len();
    let upper = second_number(folded, end).filter(|(max, _)| *max > value);
    let close = skip_blanks(folded, upper.map_or(end, |(_, end)| end));
    let (rate, end) = folded[close..].starts_with(')').then(|| read_rate(folded, close + 1)).flatten()?;
    let unit = Unit { counted: Counted::Rate(rate.sign()), end };
    let value_max = upper.map(|(max, _)| max);
    Some(Figure { value_max, ..build(folded, start..close + 1, value, Some(unit), None) })
}

/// The number after a dash or `đến`.
fn second_number(folded: &str, end: usize) -> Option<(f64, usize)> {
    let mut c = Cursor::new(folded, end);
    c.blanks();
    if !(c.dash() || c.literal("÷") || c.literal("~") || c.any(&["đến", "tới"]).is_some()) {
        return None;
    }
    c.blanks().any(&["dưới", "trên", "hơn", "gần", "khoảng"]);
    c.blanks();
    let (value, end) = read_misread_number(folded, c.at())
        .filter(|(_, end)| unit(folded, *end, Scope::Rates).is_some())
        .or_else(|| read_number(folded, c.at()))?;
    Some((value, gloss(folded, end).unwrap_or(end)))
}

/// `12 tỷ 500 triệu đồng` is one amount, of 12,5 of the larger unit.
fn and_millions(folded: &str, value: &mut f64, unit: Unit) -> Unit {
    let Counted::Noun(noun, UnitKind::Measure) = &unit.counted else { return unit };
    let next = skip_blanks(folded, unit.end);
    let larger = matches!(&folded[noun.clone()], "tỷ" | "tỉ") && next > unit.end;
    let millions =
        read_number(folded, next).filter(|(n, end)| larger && *n < 1000.0 && folded[*end..].starts_with(" triệu"));
    match millions.and_then(|(n, end)| Some((n, read_money(folded, end).or_else(|| read_scale(folded, end))?))) {
        Some((n, end)) => {
            *value += n / 1000.0;
            Unit { end, ..unit }
        }
        None => unit,
    }
}

/// `18 lớp/521 học sinh`: two counts, and no base, which would be a round number or a number of the same things.
fn counts(folded: &str, counted: f64, unit: Range<usize>, per: &Range<usize>) -> bool {
    let Some((value, end)) = read_number(folded, per.start) else { return false };
    // `1 cán bộ công tác xã hội/2.000 dân`: so many for one
    if counted <= 1.0 && value % 100.0 < f64::EPSILON {
        return false;
    }
    let noun = folded.get(end..per.end).unwrap_or_default().trim();
    let own = folded.get(unit).unwrap_or_default().trim();
    let round = value <= 1.0 || [10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0].contains(&value);
    !round
        && !noun.is_empty()
        && noun != own
        && !noun.starts_with("số")
        && !noun.starts_with("tổng")
        && read_scale(folded, end).is_none()
}

/// `3% hộ nghèo/năm`: the rhythm of a share stands behind what it is of, whose words name it.
fn told_yearly(folded: &str, counted: &Counted, end: usize, per: &Range<usize>) -> bool {
    let apart = folded.get(end..per.start).is_some_and(|words| words.trim_start_matches([' ', '/']).contains('/'));
    matches!(counted, Counted::Rate(_)) && apart && matches!(&folded[per.clone()], "năm" | "quý" | "tháng")
}

/// `40% xã/phường đạt chuẩn`: behind the noun that a share is of, a slash joins another noun, and no base. A whole, a
/// number or a time is one (`15% trở lên/tổng số chi bộ`), and so is what money is given for (`50% chi phí/mô hình`).
fn or_another(folded: &str, counted: &Counted, end: usize, per: &Range<usize>) -> bool {
    const WHOLES: &Words =
        &Words::of(&["tổng", "tổng số", "số", "năm", "quý", "tháng", "tuần", "ngày", "vụ", "kỳ", "lần"]);
    const MONEY: &Words = &Words::of(&["chi phí", "kinh phí", "vốn", "giá trị", "mức", "tiền", "giá", "lãi suất"]);
    let noun = folded.get(end..per.start).unwrap_or_default().trim_matches([' ', '/']);
    let noun = back::strip_front_any(noun, &["trở lên", "trở xuống"]).unwrap_or(noun).trim();
    let base = &folded[per.clone()];
    matches!(counted, Counted::Rate(_))
        && !matches!(noun, "" | "trên")
        && !noun.ends_with(" trên")
        && !base.starts_with(|c: char| c.is_ascii_digit())
        && !back::begins(base, WHOLES)
        && !MONEY.within(noun)
}

/// The figure of a number and what stands after it.
pub(super) fn build(
    folded: &str,
    number: Range<usize>,
    value: f64,
    unit: Option<Unit>,
    sign: Option<Comparator>,
) -> Figure {
    let (counted, end) = unit.map_or((Counted::Nothing, number.end), |u| (u.counted, u.end));
    let per = if counted == Counted::Nothing {
        None
    } else {
        base(folded, end)
            .filter(|per| !told_yearly(folded, &counted, end, per) && !or_another(folded, &counted, end, per))
            .filter(|per| !counts(folded, value, number.end..end, per))
    };
    let rule = if matches!(counted, Counted::Rate(_)) { super::RATE } else { super::QUANTITY };
    let end = per.as_ref().map_or(end, |p| p.end);
    Figure { range: number.start..end, value, value_max: None, unit: counted, per, whole: None, sign, rule }
}
