//! What is told of those whom a share counts, behind a semicolon that only parts them: `100% cán bộ xã; trưởng thôn được tập
//! huấn`.

use std::ops::Range;

use super::{back, breaks::ends, lead::Link, reading::Reading, state::verb};
use crate::lexicon::units::{self, UnitKind};

/// The words behind the semicolon after figure `n` with their verb: all of them, or the verb and what follows where they
/// end with a share of their own.
pub(super) fn past_semicolon(reading: &Reading, n: usize, predicate: &Range<usize>) -> Option<String> {
    let clause = reading.clause_of[n];
    let (own, next) = (&reading.clauses[clause], reading.clauses.get(clause + 1)?);
    let bare =
        back::cut(reading.folded, own.range.start..reading.leads[n].start).trim_matches([' ', '-', '+', ':', '*']);
    let parted = back::cut(reading.folded, own.range.end..next.range.start) == ";"
        && back::cut(reading.folded, predicate.end..own.range.end).trim().is_empty();
    if !reading.figures[n].is_rate()
        || reading.leads[n].link != Link::None
        || !(bare.is_empty() && parted)
        || own.inner
        || next.inner
        || own.sentence != next.sentence
        || !names_who(reading, predicate.start)
        || verb(back::cut(reading.folded, predicate.clone())).is_some()
    {
        return None;
    }
    let words = back::cut(reading.folded, next.range.clone());
    let first = back::skip_blanks(reading.folded, next.range.start);
    if !names_who(reading, first) {
        return None;
    }
    let figure = reading.clause_of.partition_point(|&c| c <= clause);
    if reading.clause_of.get(figure) != Some(&(clause + 1)) {
        let end = next.range.start + ends(words);
        let told = verb(words).is_some_and(|at| told_by(words, at));
        return told.then(|| back::cut(reading.plain, own.range.end..end).to_owned());
    }
    // `; trưởng thôn và 50% hộ dân được phổ biến`: the verb stands behind the share
    let names = back::strip(back::cut(reading.folded, next.range.start..reading.leads[figure].start), "và")?;
    let other = super::predicate::predicate(reading, figure);
    let said = back::cut(reading.folded, other.clone());
    // `100% xã; phường có trạm y tế và 80% thôn …`: each has its own
    if let Some(at) = verb(names) {
        let own = back::cut(reading.plain, own.range.end..next.range.start + names.trim_end().len());
        return told_by(names, at).then(|| own.to_owned());
    }
    let at = verb(said).filter(|&at| told_by(said, at))?;
    let joined =
        reading.figures[figure].is_rate() && reading.leads[figure].link == Link::None && names.split(' ').count() <= 16;
    let names = back::cut(reading.plain, own.range.end..next.range.start + names.trim_end().len());
    joined.then(|| format!("{names} {}", back::cut(reading.plain, other.start + at..other.end)))
}

/// Does the verb tell what is done with them or what they have?
fn told_by(words: &str, at: usize) -> bool {
    back::begins(&words[at..], &["được", "có", "đạt", "tham gia", "sử dụng", "biết", "hoàn thành"])
}

/// Do the words from `at` on begin with people, bodies or places?
fn names_who(reading: &Reading, at: usize) -> bool {
    units::at(reading.folded, at)
        .is_some_and(|(unit, _)| matches!(unit.kind, UnitKind::People | UnitKind::Body | UnitKind::Place))
}
