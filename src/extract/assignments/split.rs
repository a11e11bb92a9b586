//! The sentences of a passage.

use std::ops::Range;

use super::{cues, subjects::start, told};
use crate::{
    agency::{Extent, Lexeme, Listed, Reader},
    lexicon::agency_words::Kinds,
    text::letters::is_alphabetic,
};

/// The sentences of a passage, bytes; `;` parts them too.
pub(super) fn sentences(reader: &Reader) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    let bytes = reader.folded.as_bytes();
    for (index, byte) in reader.folded.bytes().enumerate() {
        let ends = match byte {
            b'(' => {
                depth += 1;
                false
            }
            b')' => {
                depth = (depth - 1).max(0);
                false
            }
            b'\n' => {
                depth = 0;
                true
            }
            b';' => depth == 0,
            b'.' => depth == 0 && full_stop(reader, index, bytes.get(index + 1)),
            _ => false,
        };
        if ends {
            sentences.push(start..index + 1);
            start = index + 1;
        }
    }
    if start < reader.folded.len() {
        sentences.push(start..reader.folded.len());
    }
    part_clauses(reader, join_lists(reader, sentences))
}

/// `Mỗi đơn vị mở 01 lớp, riêng Sở Y tế mở 02 lớp`, `Phòng A bố trí kinh phí, Văn phòng B chuẩn bị hội trường`: clauses
/// with subjects of their own after a comma.
fn part_clauses(reader: &Reader, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut parted = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let mut from = sentence.start;
        for at in clauses(reader, &sentence) {
            parted.push(from..at);
            from = at;
        }
        parted.push(from..sentence.end);
    }
    parted
}

/// Where such clauses begin.
fn clauses(reader: &Reader, sentence: &Range<usize>) -> Vec<usize> {
    let words = &reader.folded[sentence.clone()];
    let mut starts = Vec::new();
    for (found, apart) in words.match_indices(", riêng ") {
        let at = sentence.start + found + apart.len();
        let acts = |list: Listed| list.range.end <= sentence.end && cues::duty_follows(reader, list.range.end);
        if cues::agencies(reader, at).is_some_and(acts) {
            starts.push(at - "riêng ".len());
        }
    }
    if starts.is_empty() { each_its_own(reader, sentence) } else { starts }
}

/// Clauses in which another subject does its own, where the first one stands right before its verb.
fn each_its_own(reader: &Reader, sentence: &Range<usize>) -> Vec<usize> {
    // what only the body above may do with what the others make
    const DECIDES: [&str; 4] = ["phê duyệt", "xem xét", "quyết định", "cho ý kiến"];
    let opens = |at: usize| cues::agencies(reader, at).filter(|l| reader.begins(l.range.start));
    let opening = start(reader, sentence);
    // `Giao Sở A xây dựng đề án, Sở B thẩm định`
    let order = reader.kind(opening, Kinds::ORDER).map(|order| order.range.end);
    let Some(list) = opens(order.unwrap_or(opening)) else { return Vec::new() };
    let acts = Kinds::LEAD | Kinds::VERB | Kinds::ORDER;
    let next = reader.blanks(list.range.end);
    let first = reader.kind(next, acts).filter(|_| !reader.capital(next)).map(|l| l.range.clone());
    let Some(first) = first.or_else(|| with_partner(reader, next)) else {
        return Vec::new();
    };
    let with = |l: &Lexeme| reader.any(l.range.end, cues::WITH).is_some();
    let verb = |l: &&Lexeme| {
        let joins = l.is(Kinds::COORDINATE) && !with(l) && &reader.folded[l.range.clone()] != "tham gia";
        (l.is(Kinds::LEAD | Kinds::VERB) || joins) && !reader.capital(l.range.start)
    };
    let within = reader.lexemes_from(first.end).iter().take_while(|l| l.range.start < sentence.end);
    let again = within.filter(verb).map(|l| l.range.clone()).filter(|v| !DECIDES.contains(&&reader.folded[v.clone()]));
    let mut starts = Vec::new();
    let mut done = first.end;
    for verb in again.take(CLAUSES) {
        let clause = &reader.folded[done..verb.start];
        let next = clause.match_indices(", ").map(|(i, m)| done + i + m.len()).find(|&at| {
            let list = opens(at).filter(|l| reader.blanks(l.range.end) == verb.start);
            let same = reader.folded[verb.clone()] == reader.folded[first.clone()];
            list.is_some() && (same || !names_end(reader, at)) && !in_list(reader, done, at)
        });
        starts.extend(next);
        done = verb.end;
    }
    starts
}

/// `phối hợp với Hội Luật gia tuyên truyền, Công an xã xử lý`: what is done with the partner, where a clause may end.
fn with_partner(reader: &Reader, at: usize) -> Option<Range<usize>> {
    let cue = reader.kind(at, Kinds::COORDINATE)?;
    let partners = cues::agencies(reader, reader.any(cue.range.end, cues::WITH).unwrap_or(cue.range.end))?;
    let deed = reader.blanks(partners.range.end);
    // `phối hợp với cơ quan thuế, Công an xã tuyên truyền`: a small word that goes on with the name is no deed
    // `trợ giúp pháp lý` names a body elsewhere
    let acts = reader.acts(deed) || reader.word(deed, "trợ giúp").is_some();
    let known = |v: &Lexeme| v.is(Kinds::VERB) && !v.is(Kinds::NAME | Kinds::NOUN);
    let verb = reader.lexeme(deed).filter(|v| acts || known(v))?;
    // `Nhóm trẻ độc lập, Trường Mầm non Hoa Sen`
    let whole = &reader.folded[verb.range.clone()];
    let cut = !whole.contains(' ') && reader.rest(reader.blanks(verb.range.end)).starts_with(',');
    (!cut && !reader.capital(deed)).then(|| verb.range.clone())
}

/// Do words of a name end at the comma before `at`: `đôn đốc các tổ chức chính trị - xã hội, UBND các xã thực hiện`?
fn names_end(reader: &Reader, at: usize) -> bool {
    let comma = reader.folded[..at].trim_end().len() - 1;
    let names = Kinds::BODY | Kinds::HEAD | Kinds::QUALIFIER | Kinds::POST;
    reader.lexeme_before(comma).is_some_and(|last| last.is(names) && &reader.folded[last.range.clone()] != "này")
        || reader.capital(comma - reader.folded[..comma].rsplit(' ').next().map_or(0, str::len))
}

/// Does a list of agencies that begins after `from` reach over `at`?
fn in_list(reader: &Reader, from: usize, at: usize) -> bool {
    let mut done = from;
    for lexeme in reader.lexemes_from(from).iter().take_while(|l| l.range.start < at) {
        if lexeme.range.start < done || !reader.begins(lexeme.range.start) {
            continue;
        }
        let Some(list) = reader.list_at(lexeme.range.start, Extent::Clause) else { continue };
        if list.range.end > at {
            return true;
        }
        done = list.range.end;
    }
    false
}

/// `Giám đốc Sở A; Thủ trưởng các sở; Chủ tịch UBND các xã chịu trách nhiệm`: marks inside one list part no sentences.
fn join_lists(reader: &Reader, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    // how far the list reaches that opens the last sentence
    let mut reach = 0;
    for sentence in sentences {
        if let Some(last) = joined.last_mut().filter(|_| sentence.start < reach) {
            last.end = sentence.end;
            continue;
        }
        reach = if reader.folded[..sentence.end].ends_with(';') { list_over(reader, &sentence) } else { 0 };
        joined.push(sentence);
    }
    joined
}

/// Clauses of a sentence in which a list may begin that its mark does not end.
const CLAUSES: usize = 6;

/// Where a list ends that goes on after the `;` of the sentence and whose duty follows it; 0 without one.
fn list_over(reader: &Reader, sentence: &Range<usize>) -> usize {
    let opening = start(reader, sentence);
    let order = reader.kind(opening, Kinds::ORDER).map(|o| o.range.end);
    let words = reader.folded.get(opening..sentence.end).unwrap_or_default();
    let clauses = words.match_indices(", ").map(|(i, m)| opening + i + m.len()).take(CLAUSES);
    for at in [opening].into_iter().chain(order).chain(clauses) {
        let at = reader.kind(at, Kinds::ORDER).map_or(at, |o| o.range.end);
        let Some(mut list) = reader.list_at(at, Extent::Clause) else { continue };
        // `Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở; Chủ tịch UBND các xã …`: those who are told
        let order = reader.kind(told::behind_giver(reader, list.range.end), Kinds::ORDER);
        if let Some(told) = order.and_then(|o| reader.list_at(reader.blanks(o.range.end), Extent::Clause)) {
            list = told;
        }
        let one = !reader.folded[list.range.clone()].contains('\n');
        let colon = reader.rest(reader.blanks(list.range.end)).starts_with(':');
        if list.range.end > sentence.end && one && (colon || cues::duty_follows(reader, list.range.end)) {
            return list.range.end;
        }
    }
    0
}

/// For each of `sentences`: where the sentence that it is a part of ends, up to its full stop.
pub(super) fn full_ends(reader: &Reader, sentences: &[Range<usize>]) -> Vec<usize> {
    let mut ends = vec![0; sentences.len()];
    let mut full = reader.folded.len();
    for (end, sentence) in ends.iter_mut().zip(sentences).rev() {
        let clause = reader.folded[sentence.end..].starts_with(is_alphabetic);
        if !(clause || reader.folded[..sentence.end].ends_with(';')) {
            full = sentence.end;
        }
        *end = full;
    }
    ends
}

/// A full stop before a blank and a capital; `TP. Huế` and `1. Sở` have none.
fn full_stop(reader: &Reader, index: usize, next: Option<&u8>) -> bool {
    if !matches!(next, None | Some(b' ')) {
        return false;
    }
    let before = &reader.folded[..index];
    let short = ["tp", "tt", "vp", "ub", "q", "p", "ths", "ts", "pgs", "gs", "st", "v.v"];
    let last = before.rsplit([' ', ',', '(']).next().unwrap_or_default();
    !short.contains(&last)
}
