//! The start of a way, whose unit is printed at its end: `từ 12.500 lên 15.000 hội viên`.

use super::{
    back,
    counted::{Unit, unit},
    figure::{Counted, Scope},
};
use crate::{
    lexicon::units::UnitKind,
    text::words::words,
    value::{Cursor, read_number},
};

/// The unit of the number up to `end`, when the way that it starts ends with a figure of that unit. Its words stand
/// elsewhere, so it is a measure: none of them are the start's own.
pub(super) fn unit_at_end(before: &str, folded: &str, end: usize) -> Option<Unit> {
    if !back::ends(before, words!["từ", "từ mức", "từ khoảng", "từ trên"]) {
        return None;
    }
    let mut c = Cursor::new(folded, end);
    c.blanks().any(&[
        "tăng lên",
        "nâng lên",
        "giảm xuống còn",
        "giảm xuống",
        "giảm còn",
        "xuống còn",
        "xuống",
        "lên",
        "còn",
    ])?;
    c.blanks().any(&["mức", "khoảng", "trên", "dưới", "hơn", "ít nhất", "tối thiểu"]);
    c.blanks();
    let (_, first_end) = read_number(folded, c.at())?;
    // `lên 15 - 18 tạ/ha`
    let mut last = Cursor::new(folded, first_end);
    let range = last.blanks().dash().then(|| read_number(folded, last.blanks().at())).flatten();
    let number_end = range.map_or(first_end, |(_, end)| end);
    let at_end = unit(folded, number_end, Scope::Body)?;
    let (noun, kind) = match at_end.counted {
        Counted::Noun(noun, kind) => (noun, kind),
        // `giảm từ 30 xuống 25%`
        rate @ Counted::Rate(_) => return Some(Unit { counted: rate, end }),
        Counted::Nothing => return None,
    };
    let length = kind == UnitKind::Time && before.contains("thời gian");
    (length || !matches!(kind, UnitKind::Age | UnitKind::Time))
        .then_some(Unit { counted: Counted::Noun(noun, UnitKind::Measure), end })
}
