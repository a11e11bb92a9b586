//! Numbers that leave out the noun of the figure before: `12.000 ngôi nhà vào năm 2025 và 15.000 vào năm 2030`.

use super::{
    back,
    counted::Unit,
    figure::{Counted, Figure, Scope},
    reading::Reading,
};
use crate::{
    lexicon::units::UnitKind,
    text::words::{Words, words},
};

/// Words that may stand before such a number.
const LEADS: &Words = &Words::of(&[
    "trên",
    "hơn",
    "dưới",
    "khoảng",
    "ít nhất",
    "tối thiểu",
    "không quá",
    "đạt",
    "có",
    "lên",
    "tăng lên",
    "nâng lên",
    "còn",
    "giảm còn",
    "xuống",
    "là",
    "phấn đấu",
]);

/// More words than these between the two numbers tell of something else.
const NEAR: usize = 200;

/// The unit of the number from `at` to `end`, when it is that of the figure before: both have their own year.
pub(super) fn unit(folded: &str, at: usize, end: usize, last: Option<&Figure>, scope: Scope) -> Option<Unit> {
    let last = last.filter(|_| scope == Scope::Goals)?;
    let Counted::Noun(noun, kind) = &last.unit else { return None };
    let between = folded.get(last.range.end..at).filter(|words| words.len() <= NEAR)?;
    if matches!(kind, UnitKind::Age | UnitKind::Time) || between.contains([';', '.', ':', '(', '%']) {
        return None;
    }
    let mut before = between.trim_end();
    while let Some(rest) = back::strip_longest(before, LEADS) {
        before = rest.trim_end();
    }
    let joined = |words: &str| words.ends_with(',') || back::ends(words, &["và"]);
    let after = folded[end..].trim_start();
    let closed = after.is_empty() || after.starts_with(['.', ';']);
    // `vào năm 2025 và 15.000 vào năm 2030`, `đến năm 2025 …, đến năm 2030 đạt 15.000`
    let behind = || joined(before) && has_year(before) && back::begins(after, DUE) && has_year(back::head(after, 40));
    let ahead = || {
        let year = before.len().checked_sub(4).and_then(|at| before.get(at..)).is_some_and(is_year);
        let start = words!["đến", "vào", "năm", "giai đoạn"].last_in(before);
        let start = start.map(|at| before[..at].trim_end());
        let start = start.map(|words| back::strip_any(words, &["đến", "vào", "đến hết", "vào cuối"]).unwrap_or(words));
        closed && year && start.is_some_and(|words| joined(words.trim_end()))
    };
    (behind() || ahead()).then(|| Unit { counted: Counted::Noun(noun.clone(), UnitKind::Measure), end })
}

/// Words that open a time after a figure.
const DUE: &Words = &Words::of(&["vào", "đến", "năm", "trong năm", "giai đoạn"]);

fn has_year(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("20") || digits.starts_with("19"))
}

impl Reading<'_> {
    /// Is the unit of figure `n` printed with the figure before it alone?
    pub(super) fn has_unit_of_before(&self, n: usize) -> bool {
        let unit = |m: usize| match &self.figures[m].unit {
            Counted::Noun(noun, _) => Some(noun),
            _ => None,
        };
        n > 0 && unit(n).is_some_and(|noun| Some(noun) == unit(n - 1)) && !self.has_label(n)
    }

    /// `trong đó: vùng cao 4.500, vùng thấp 7.500`: does the part of a whole have a name, and not only a time?
    fn has_label(&self, n: usize) -> bool {
        let between = back::cut(self.folded, self.figures[n - 1].range.end..self.figures[n].range.start);
        let words = between.trim_end_matches([' ', ':']).rsplit([',', ';', '(', ':']).next().unwrap_or_default();
        let own = back::strip_front_any(words, words!["trong đó", "gồm", "bao gồm", "chia ra", "cụ thể", "và"]);
        let mut own = own.unwrap_or(words).trim();
        while let Some(rest) = back::strip_longest(own, LEADS) {
            own = rest.trim_end();
        }
        !own.is_empty() && !own.contains(|c: char| c.is_ascii_digit())
    }
}
