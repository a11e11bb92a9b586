//! What stands beside a subject: what links its sentence to the one before, what it is in a board, the place that acts
//! for its bodies.

use std::ops::Range;

use super::{cues, told};
use crate::{
    agency::{Agency, Listed, Reader, canonical},
    lexicon::agency_words::Kinds,
    text::words::{Words, words},
};

/// Words that link a sentence to the one before it.
const LINKS: &Words = &Words::of(&[
    "theo đó",
    "cùng với đó",
    "cùng đó",
    "bên cạnh đó",
    "song song đó",
    "song song với đó",
    "đi đôi với đó",
    "tiếp đó",
    "sau đó",
    "từ đó",
    "trên cơ sở đó",
    "ngoài ra",
    "đồng thời",
    "mặt khác",
    "do đó",
    "do vậy",
    "vì vậy",
    "trước mắt",
]);

/// `Theo đó các đơn vị rà soát`, `Song song đó, Sở Y tế …`: who acts or who gives an order stands behind such words.
pub(super) fn after_link(reader: &Reader, at: usize) -> Option<usize> {
    let next = reader.blanks(reader.longest(at, LINKS)?);
    let next = reader.rest(next).strip_prefix(',').map_or(next, |_| reader.blanks(next + 1));
    let who = reader.begins(next) || reader.kind(next, Kinds::ORDER).is_some();
    (who || told::short_giver(reader, next).is_some()).then_some(next)
}

/// `Bộ Nội vụ, cơ quan thường trực Ban Chỉ đạo, chủ trì …`: where the duty begins behind the mark that closes what the last
/// of them is.
pub(super) fn behind_what_it_is(reader: &Reader, list: &Listed) -> Option<usize> {
    let last = list.agencies.last()?;
    let told = reader.folded.get(last.range.end..list.range.end)?;
    let mark = reader.blanks(list.range.end);
    let comma = reader.rest(mark).strip_prefix(',').map(|_| reader.blanks(mark + 1));
    let duty = reader.dash(mark).or(comma)?;
    // a remark that tells of something else is none: `Sở Y tế (phòng Tài chính), …`
    let remark = told.trim_start().starts_with('(');
    let office = !told.is_empty() && (!remark || words!["cơ quan ", "đơn vị ", "thường trực", "đầu mối"].within(told));
    let acts = reader.kind(duty, Kinds::LEAD | Kinds::COORDINATE | Kinds::VERB | Kinds::ORDER).is_some();
    (office && acts && !reader.capital(duty)).then_some(duty)
}

/// `Các sở, ngành, nhất là Sở Y tế, chủ động …`: where the duty begins behind those of them who are meant most.
pub(super) fn behind_most(reader: &Reader, mark: usize, sentence: &Range<usize>) -> Option<usize> {
    reader.rest(mark).strip_prefix(',')?;
    let most = reader.any(reader.blanks(mark + 1), words!["nhất là", "đặc biệt là", "trước hết là"])?;
    let those = cues::agencies(reader, most).or_else(|| places(reader, most));
    let those = those.filter(|l| l.range.end <= sentence.end)?;
    let end = reader.blanks(those.range.end);
    Some(reader.rest(end).strip_prefix(',').map_or(end, |_| reader.blanks(end + 1)))
}

/// `Thành phố Hồ Chí Minh, các tỉnh Bình Dương, Đồng Nai`: places that act, after `Riêng`.
pub(super) fn places(reader: &Reader, at: usize) -> Option<Listed> {
    let first = reader.named_place(at)?;
    let mut range = at..first;
    let mut agencies = vec![Agency { name: canonical(&reader.plain[range.clone()]), range: range.clone() }];
    while let Some(next) = reader.separator(range.end) {
        if let Some(end) = reader.named_place(next) {
            let place = next..end;
            agencies.push(Agency { name: canonical(&reader.plain[place.clone()]), range: place });
            range.end = end;
        } else if let Some(more) = cues::agencies(reader, next) {
            range.end = more.range.end;
            agencies.extend(more.agencies);
        } else {
            break;
        }
    }
    Some(Listed { agencies, range })
}
