//! Counts over a base that is a number: `4/100.000 trẻ đẻ sống`, `12/15 xã`, `8 trong số 10 hộ`; and what is said of the
//! same base once more.

use super::{
    back::{self, skip_blanks},
    counted::base_with_number,
    cues::COMPARATORS,
    figure::{Counted, Figure, sign},
    over,
};
use crate::{
    lexicon::units::{self, UnitKind},
    model::Comparator,
    text::{
        letters::is_alphanumeric,
        words::{Words, words},
    },
    value::{Cursor, read_number, read_rate},
};

/// `4/100.000 trẻ đẻ sống`, `12/15 xã`: a count over a base that is a number.
pub(super) fn read(folded: &str, start: usize, value: f64, end: usize, sign: Option<Comparator>) -> Option<Figure> {
    let mut c = Cursor::new(folded, end);
    if !c.blanks().literal("/") {
        return over::read(folded, start, value, end, sign).or_else(|| among(folded, start, value, end, sign));
    }
    let base_at = skip_blanks(folded, c.at());
    // `tỷ số giới tính khi sinh là 109/100`: the name says of what
    let bare = || {
        let (hundred, end) = read_number(folded, base_at)?;
        let named = words!["tỷ số", "tỉ số", "tỷ suất", "tỉ suất", "tỷ lệ", "tỉ lệ", "hệ số"]
            .within(back::tail(&folded[..start], 100));
        let alone = !folded[end..].starts_with(|c: char| is_alphanumeric(c) || c == '/');
        (named && alone && [1.0, 100.0, 1000.0].contains(&hundred)).then_some(base_at..end)
    };
    let base = base_with_number(folded, base_at).or_else(bare)?;
    // `26/26 xã`: all of them, so that the base is what is counted
    let (whole, number_end) = read_number(folded, base_at)?;
    let all = (whole - value).abs() < f64::EPSILON && !folded[number_end..].starts_with('/');
    let noun = skip_blanks(folded, number_end);
    // `100/100 hộ ký cam kết`: the words of a base of people go on with what they do
    let counted = |kind, end| (kind, if kind == UnitKind::People { end } else { base.end });
    let all = units::at(folded, noun).filter(|_| all && noun > number_end).map(|(unit, end)| counted(unit.kind, end));
    Some(Figure {
        range: start..all.map_or(base.end, |(_, end)| end),
        value,
        value_max: None,
        unit: all.map_or(Counted::Nothing, |(kind, end)| Counted::Noun(noun..end, kind)),
        per: Some(base).filter(|_| all.is_none()),
        whole: None,
        sign,
        rule: super::RATIO,
    })
}

/// `8 trong 10 người`, `9 trong tổng số 11 khu phố`: so many of those that are there.
fn among(folded: &str, start: usize, value: f64, end: usize, sign: Option<Comparator>) -> Option<Figure> {
    let mut c = Cursor::new(folded, end);
    if !c.blanks().word("trong") {
        return None;
    }
    c.blanks().any(&["tổng số", "số"]);
    let base_at = skip_blanks(folded, c.at());
    let (whole, number_end) = read_number(folded, base_at)?;
    let (unit, _) = units::at(folded, skip_blanks(folded, number_end))?;
    let counts = !matches!(unit.kind, UnitKind::Time | UnitKind::Age | UnitKind::Measure);
    let per = base_with_number(folded, base_at).filter(|_| counts && value <= whole && value.fract() == 0.0)?;
    Some(Figure {
        range: start..per.end,
        value,
        value_max: None,
        unit: Counted::Nothing,
        per: Some(per),
        whole: None,
        sign,
        rule: super::RATIO,
    })
}

/// `83%/80% kế hoạch`: the share that is due behind the one that is reached.
pub(super) fn over_share(folded: &str, at: usize, last: Option<&Figure>) -> bool {
    last.is_some_and(|last| last.is_rate() && folded.get(last.range.end..at) == Some("/"))
        && read_number(folded, at).is_some_and(|(_, end)| read_rate(folded, end).is_some())
}

/// More bytes than these between two ratios tell of something else.
const NEAR: usize = 160;

/// `550/100.000 trẻ em vào năm 2026, 500/100.000 vào năm 2030`: the base once more, without its words; or not even that:
/// `dưới 12,5 vào năm 2025 và dưới 10 vào năm 2030`.
pub(super) fn again(folded: &str, start: usize, value: f64, end: usize, last: Option<&Figure>) -> Option<Figure> {
    let last = last.filter(|last| start < last.range.end + NEAR && !last.is_rate())?;
    let between = folded.get(last.range.end..start)?;
    let mut c = Cursor::new(folded, end);
    if !c.blanks().literal("/") {
        let own = last.unit == Counted::Nothing && goes_on(between) && due(&folded[end..]);
        return own.then(|| Figure {
            range: start..end,
            sign: sign(&folded[..start]),
            value,
            value_max: None,
            ..last.clone()
        });
    }
    let per = last.per.clone()?;
    let (base, base_end) = read_number(folded, skip_blanks(folded, c.at()))?;
    let same = read_number(folded, per.start).is_some_and(|(other, _)| (other - base).abs() < f64::EPSILON);
    let alone = !folded[base_end..].starts_with(|c: char| is_alphanumeric(c) || c == '/')
        && base_with_number(folded, skip_blanks(folded, c.at())).is_none();
    let parted = between.contains([';', '.', ':']);
    (same && alone && base >= 100.0 && !parted).then(|| Figure {
        range: start..base_end,
        value,
        value_max: None,
        unit: Counted::Nothing,
        per: Some(per),
        whole: None,
        sign: sign(&folded[..start]),
        rule: super::RATIO,
    })
}

/// Do the words lead from a figure with its year to the next: `vào năm 2025 và dưới`, `năm 2025, còn`?
fn goes_on(between: &str) -> bool {
    const MOVES: &Words =
        &Words::of(&["còn", "xuống", "xuống còn", "giảm còn", "giảm xuống", "lên", "tăng lên", "đạt", "là", "mức"]);
    let mut words = between.trim_end_matches([' ', '<', '>', '≤', '≥', '=']);
    for _ in 0..3 {
        let bound = COMPARATORS.backs(words).find_map(|(bound, _)| back::without_end(words, bound));
        match bound.or_else(|| back::strip_longest(words, MOVES)) {
            Some(rest) => words = rest.trim_end(),
            None => break,
        }
    }
    let joined = back::ends(words, &["và"]) || words.ends_with(',');
    joined && words.contains("năm") && !words.contains([';', '.', ':', '(', '%'])
}

/// Does a year follow by which it is due?
fn due(after: &str) -> bool {
    let year = back::strip_front_any(after, words!["vào năm", "vào cuối năm", "năm", "đến năm", "đến hết năm"]);
    year.is_some_and(|year| year.trim_start().starts_with("20"))
}

/// `10 bác sĩ và 30 giường bệnh/1 vạn dân`: staff and beds that are counted side by side have one base.
pub(super) fn share_base(folded: &str, figures: &mut [Figure]) {
    const SERVE: &Words = &Words::of(&[
        "bác sĩ",
        "bác sỹ",
        "dược sĩ",
        "dược sỹ",
        "điều dưỡng",
        "nhân viên y tế",
        "cán bộ y tế",
        "giường",
        "hộ sinh",
        "y sĩ",
        "y sỹ",
    ]);
    for next in (1..figures.len()).rev() {
        let Some(per) = figures[next].per.clone() else { continue };
        let before = &figures[next - 1];
        let Counted::Noun(noun, _) = &before.unit else { continue };
        let serves = folded.get(noun.clone()).is_some_and(|noun| back::begins(noun, SERVE));
        let people = folded.get(per.clone()).is_some_and(|base| back::ends(base, words!["dân", "người", "người dân"]));
        let between = folded.get(before.range.end..figures[next].range.start).unwrap_or_default().trim();
        if serves && people && before.per.is_none() && before.value < 100.0 && matches!(between, "," | "và" | ", và")
        {
            figures[next - 1].per = Some(per);
        }
    }
}
