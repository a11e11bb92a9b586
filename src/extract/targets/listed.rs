//! Several shares in one list: `lần lượt là 60, 70 và 80%`, `20% - 45% - 35%`.

use std::ops::Range;

use super::{
    back,
    figure::{Counted, Figure},
};
use crate::value::{Cursor, Rate, read_number, read_rate};

/// More shares than a list has.
const MOST: usize = 20;

/// The shares of a list that begins with the number `value` up to `end`.
pub(super) fn rates(folded: &str, at: usize, value: f64, end: usize) -> Option<Vec<Figure>> {
    dashed(folded, at, value, end).or_else(|| one_sign(folded, at, value, end))
}

/// `20% - 45% - 35%`: three shares or more joined by dashes make no range.
fn dashed(folded: &str, at: usize, value: f64, end: usize) -> Option<Vec<Figure>> {
    let (sign, end) = read_rate(folded, end)?;
    let mut list = vec![share(at..end, value, sign)];
    let mut from = end;
    loop {
        let mut c = Cursor::new(folded, from);
        if !c.blanks().dash() || list.len() > MOST {
            break;
        }
        c.blanks();
        let Some((value, end)) = read_number(folded, c.at()) else { break };
        let Some((sign, end)) = read_rate(folded, end) else { break };
        list.push(share(c.at()..end, value, sign));
        from = end;
    }
    (list.len() > 2).then_some(list)
}

/// `60, 70 và 80%` after `lần lượt`: three figures, one sign.
fn one_sign(folded: &str, at: usize, value: f64, end: usize) -> Option<Vec<Figure>> {
    let before = back::tail(&folded[..at], 60);
    if !before.contains("lần lượt") && !before.contains("tương ứng") {
        return None;
    }
    let mut list = vec![(value, at..end)];
    let mut at = end;
    loop {
        if let Some((sign, end)) = read_rate(folded, at) {
            if list.len() < 2 {
                return None;
            }
            let last = list.len() - 1;
            let figures = list.into_iter().enumerate();
            return Some(
                figures
                    .map(|(n, (value, range))| share(if n == last { range.start..end } else { range }, value, sign))
                    .collect(),
            );
        }
        let mut c = Cursor::new(folded, at);
        let more = c.literal(",") || c.literal(";") || c.blanks().word("và");
        if !more || list.len() > MOST {
            return None;
        }
        c.blanks().word("và");
        c.blanks();
        let (value, end) = read_number(folded, c.at())?;
        list.push((value, c.at()..end));
        at = end;
    }
}

fn share(range: Range<usize>, value: f64, sign: Rate) -> Figure {
    Figure {
        range,
        value,
        value_max: None,
        unit: Counted::Rate(sign.sign()),
        per: None,
        whole: None,
        sign: None,
        rule: super::RATE,
    }
}
