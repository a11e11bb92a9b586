//! Parts of a whole: `2/3 số xã`, `một nửa số thôn`, `1/3 diện tích`.

use super::{
    back::{self, skip_blanks},
    counted::{Unit, unit},
    figure::{Counted, Figure, Scope, sign},
    shape,
};
use crate::{
    lexicon::units::UnitKind,
    text::words::Words,
    value::{Cursor, read_fraction},
};

/// Wholes that are measured, not counted.
const MEASURED: &Words = &Words::of(&[
    "tổng diện tích",
    "diện tích",
    "tổng dân số",
    "dân số",
    "quân số",
    "thời gian",
    "thời lượng",
    "sản lượng",
    "tổng kinh phí",
    "kinh phí",
    "chi phí",
]);

/// Reads a part and its whole. Without `số` or a measure after it, `12/15 xã` is a count over a base.
pub(super) fn read(folded: &str, at: usize, scope: Scope) -> Option<Figure> {
    if scope == Scope::Rates {
        return None;
    }
    let (value, end) = read_fraction(folded, at)?;
    let whole = skip_blanks(folded, end);
    let mut c = Cursor::new(folded, whole);
    let (unit, end) = if c.any(MEASURED).is_some() {
        (Counted::Noun(whole..c.at(), UnitKind::Measure), c.at())
    } else {
        c.any(&["tổng số lượng", "tổng số", "số lượng", "số"])?;
        let unit = unit(folded, c.at(), Scope::Body)
            .or_else(|| {
                let noun = skip_blanks(folded, c.at());
                let end = shape::unknown_noun(folded, noun).filter(|_| scope == Scope::Goals)?;
                Some(Unit { counted: Counted::Noun(noun..end, UnitKind::Thing), end })
            })
            .filter(|unit| matches!(&unit.counted, Counted::Noun(_, kind) if *kind != UnitKind::Age))?;
        (unit.counted, unit.end)
    };
    let rule = if folded.as_bytes()[at].is_ascii_digit() { super::RATIO } else { super::WORDS };
    Some(Figure {
        range: at..end,
        value,
        value_max: None,
        unit,
        per: None,
        whole: Some(whole),
        sign: sign(back::tail(&folded[..at], 24)),
        rule,
    })
}
