//! Ratios whose base stands behind `trên`, with no noun before it.

use super::{
    back::{self, skip_blanks},
    counted::base_with_number,
    figure::{Counted, Figure},
};
use crate::{
    model::Comparator,
    text::{behind, words::Words},
    value::{Cursor, read_number},
};

/// `tỷ suất tử vong còn 7,5 trên 1.000 trẻ đẻ sống`, `xuống 4,2 (trên 1.000 trẻ đẻ sống)`.
pub(super) fn read(folded: &str, start: usize, value: f64, end: usize, sign: Option<Comparator>) -> Option<Figure> {
    const RATIOS: &Words = &Words::of(&["tỷ suất", "tỉ suất", "tỷ số", "tỉ số", "tỷ lệ", "tỉ lệ"]);
    let named = RATIOS.within(behind(back::tail(&folded[..start], 160), b";"));
    let mut c = Cursor::new(folded, end);
    let opened = c.blanks().literal("(");
    let base_at =
        skip_blanks(folded, Some(c.blanks().at()).filter(|&at| at > end && c.word("trên")).and(Some(c.at()))?);
    let (whole, _) = read_number(folded, base_at).filter(|_| named)?;
    let per = base_with_number(folded, base_at).filter(|_| [100.0, 1000.0, 10_000.0, 100_000.0].contains(&whole))?;
    let closed = skip_blanks(folded, per.end);
    let end = if opened { folded[closed..].starts_with(')').then_some(closed + 1)? } else { per.end };
    let unit = Counted::Nothing;
    Some(Figure {
        range: start..end,
        value,
        value_max: None,
        unit,
        per: Some(per),
        whole: None,
        sign,
        rule: super::RATIO,
    })
}
