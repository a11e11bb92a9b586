//! The strength of what is sprayed or rubbed in: `khử khuẩn bằng cồn 70%`, `pha Cloramin B 1,25%`.

use super::{back, lead::Link, reading::Reading};
use crate::text::{behind, words::Words};

/// Substances that come in a strength.
const SUBSTANCES: &Words = &Words::of(&[
    "cloramin",
    "cloramin b",
    "chloramin",
    "chloramin b",
    "chloramine",
    "chloramine b",
    "cồn",
    "cồn y tế",
    "rượu",
    "formol",
    "phoóc môn",
    "nước muối",
    "nước muối sinh lý",
    "nước vôi",
    "nước vôi trong",
    "natri clorid",
    "nacl",
    "clorua vôi",
    "nước javel",
    "javel",
    "iodine",
    "povidine",
    "benkocid",
    "virkon",
]);

/// Does share `n` say how strong the substance before it is?
pub(super) fn of_solution(reading: &Reading, n: usize, before: &str) -> bool {
    let own = behind(back::tail(before, 80), b",;:");
    let solution =
        || own.rfind("dung dịch ").is_some_and(|at| (2..=5).contains(&own[at..].trim_end().split(' ').count()));
    reading.figures[n].is_rate()
        && reading.leads[n].link == Link::None
        && reading.leads[n].direction.is_none()
        && (back::ends(before, SUBSTANCES) || solution())
}
