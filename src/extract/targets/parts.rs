//! Figures that share out the one before them: `trong đó`, `riêng`, `chia ra`.

use super::{back, figure::Counted, predicate::predicate, reading::Reading, subject::subject};
use crate::{
    lexicon::units::UnitKind,
    text::{behind, words::words},
};

/// Is figure `n` a count that shares out a number without a noun?
pub(super) fn part_of_bare(reading: &Reading, n: usize) -> bool {
    let whole = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]);
    let counts = !matches!(reading.figures[n].unit, Counted::Noun(_, UnitKind::Measure));
    counts && part_of(reading, n) && whole.is_some_and(|m| reading.figures[m].unit == Counted::Nothing)
}

/// `chia ra: nghề nông nghiệp 300 người`: parts that are named in full.
pub(super) fn divided(reading: &Reading, n: usize) -> bool {
    let words = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    words!["chia ra"].within(words)
}

/// Does `trong đó` make figure `n` a part of the one before?
pub(super) fn part_of(reading: &Reading, n: usize) -> bool {
    let words =
        back::cut(reading.folded, reading.floor(n)..reading.figures[n].range.start).trim_start_matches([' ', ',', '(']);
    // `30 chợ hạng hai, trong đó thị xã 08 chợ`
    let own = behind(words, b",(");
    let opens = words!["trong đó", "riêng", "bao gồm", "gồm"];
    // `64% lao động qua đào tạo, trong đó có chứng chỉ đạt 25%`: behind the words for the share before
    let told =
        n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n] && reading.figures[n].is_rate());
    let told = told
        .filter(|&m| subject(reading, m).is_empty())
        .map(|m| predicate(reading, m))
        .filter(|told| !told.is_empty())
        .map_or(usize::MAX, |told| told.end);
    let behind = back::cut(reading.folded, told..reading.leads[n].start.max(told)).trim_start_matches([' ', ',']);
    back::begins(words, opens)
        || back::begins(behind, &["trong đó", "riêng có"])
        || (!reading.figures[n].is_rate() && back::begins(own, words!["trong đó", "riêng"]))
}
