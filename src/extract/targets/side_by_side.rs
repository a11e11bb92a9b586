//! Shares that stand beside something else behind one verb and one preposition: `chia sẻ với toàn bộ các huyện và 85% số
//! xã`, `tập huấn cho 100% cán bộ và 50% hội viên`.

use super::{back, lead::Link, predicate::predicate, reading::Reading, state::verb, subject::subject};
use crate::{
    lexicon::units::{self, UnitKind},
    text::words::Words,
};

const PREPOSITIONS: &Words = &Words::of(&["với", "cho", "đến", "tới", "tại", "ở", "trên"]);

/// The words before the other that hold for figure `n`, too, up to the preposition.
pub(super) fn shared<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let floor = reading.floor(n);
    let words = back::strip(back::cut(reading.folded, floor..reading.leads[n].start), "và")?;
    let own = predicate(reading, n);
    let bare = reading.figures[n].is_rate() && reading.leads[n].link == Link::None && !own.is_empty();
    if !bare || verb(back::cut(reading.folded, own.clone())).is_some() {
        return None;
    }
    let other = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]);
    let Some(other) = other else {
        let at = [" toàn bộ ", " tất cả "].iter().filter_map(|all| words.rfind(all)).max()?;
        let front = words.len() - words.trim_start_matches([' ', ',', ':', '-', '(']).len();
        let joined = back::ends(&words[..at], PREPOSITIONS) && !words[at..].contains([',', ':']);
        return joined.then(|| back::cut(reading.plain, floor + front..floor + at));
    };
    let ahead = subject(reading, other);
    let (start, said) = (ahead.start, back::cut(reading.folded, ahead));
    let told = back::cut(reading.folded, predicate(reading, other));
    if !reading.figures[other].is_rate() || !back::ends(said, PREPOSITIONS) || told.is_empty() || verb(told).is_some() {
        return None;
    }
    // `cho học sinh tại 100% trường và 80% đoàn viên`: people stand beside people
    let people = units::at(reading.folded, own.start).is_some_and(|(unit, _)| unit.kind == UnitKind::People);
    let receives = said.rfind(" cho ").map(|at| at + " cho".len()).filter(|_| people && !back::ends(said, &["cho"]));
    Some(back::cut(reading.plain, start..start + receives.unwrap_or(said.len())))
}
