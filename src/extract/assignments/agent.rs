//! Who does it stands behind the thing that is done: `Việc kiểm tra do Sở Y tế thực hiện`.

use std::ops::Range;

use super::{
    cues::{self, Cue},
    subjects::{Subject, start},
};
use crate::{
    agency::{Listed, Reader},
    lexicon::agency_words::Kinds,
    text::words::{List, Words, words},
};

/// `Kinh phí hoạt động của Ban do Sở Tài chính chịu trách nhiệm quyết toán`: who does it stands after the thing.
pub(super) fn by_whom(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let words = reader.folded.get(sentence.clone())?;
    // `Xây dựng bản đồ số: do Sở …`: behind a heading it opens the sentence
    let opens = words.len() - words.trim_start_matches([' ', ':']).len();
    let (from, words) = (sentence.start + opens, &words[opens..]);
    let first = words.starts_with("do ").then_some((0, "do "));
    first.into_iter().chain(words.match_indices(" do ")).find_map(|(at, by)| {
        let list = cues::agencies(reader, from + at + by.len())?;
        let after = reader.blanks(list.range.end);
        let bears = reader.any(after, &["chịu trách nhiệm", "có trách nhiệm"]).is_some();
        let leads = reader.kind(after, Kinds::LEAD).is_some();
        // `30% cuộc họp do Lãnh đạo Bộ chủ trì được tổ chức …` is told of the meetings
        let told = reader.lexeme(after).is_some_and(|cue| reader.word(cue.range.end, "được").is_some());
        // `Ban Chỉ đạo gồm các sở, do Sở Y tế làm thường trực`
        let consists = || words[..at].contains(" gồm ");
        let named = reader.begins(list.range.start) || named_in_small(reader, &list);
        let done = || carried_out(reader, &words[..at], after, sentence);
        if list.range.end > sentence.end || !named || told || !(bears || leads || done()) || consists() {
            return None;
        }
        let cue = cues::first_cue(reader, list.range.end);
        Some(Subject { list, cue, told: false })
    })
}

/// `Ban công tác Mặt trận`: one body whose capital alone tells that small words name it; `Sở, ngành` are any.
fn named_in_small(reader: &Reader, list: &Listed) -> bool {
    let [body] = list.agencies.as_slice() else { return false };
    let name = &reader.folded[body.range.clone()];
    let head = reader.capital(body.range.start) && reader.kind(body.range.start, Kinds::NOUN | Kinds::OPEN).is_some();
    head && name.contains(' ') && !name.contains(',')
}

/// `Nhiệm vụ này được giao cho Văn phòng Bộ thực hiện`: the sentence itself gives the thing that opens it.
pub(super) fn given_to(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let from = start(reader, sentence);
    let words = reader.folded.get(from..sentence.end)?;
    // most sentences give nothing
    let given = words.find(" được giao ").or_else(|| words.find(" được phân công "))?;
    let thing = words.get(..given)?;
    let plain =
        !thing.contains([',', ';', ':', '.', '(']) && !["đã", "chưa", "không"].iter().any(|w| thing.ends_with(w));
    // `Theo dõi các nhiệm vụ được giao …`, `Đối với việc được giao …`, `UBND xã được giao …`
    let deed = DEEDS.fronts(thing).any(|(_, deed)| thing[deed.len()..].starts_with(' ') || thing == deed);
    if !plain || !deed || cues::lead_in(reader, from) || cues::agencies(reader, from).is_some() {
        return None;
    }
    let to = reader.any(from + given, words!["được giao cho", "được giao", "được phân công cho", "được phân công"])?;
    let list = cues::agencies(reader, to).filter(|l| l.range.end <= sentence.end && reader.begins(l.range.start))?;
    let duty = list.range.end;
    let rest = reader.folded.get(duty..sentence.end)?;
    // `Công việc được giao Sở Y tế thực hiện đạt kết quả cao`: of a thing that was given something else is said
    let for_whom = reader.folded[..to].ends_with(" cho");
    let now = for_whom || closes(reader, duty, sentence);
    if !now || RESULTS.within(rest) || !cues::duty_follows(reader, duty) {
        return None;
    }
    let cue = cues::first_cue(reader, duty);
    Some(Subject { list, cue: Cue { explicit: true, ..cue }, told: false })
}

/// What is said of a duty that was done already: `…, kết quả chưa cao`, `… thực hiện đạt 90%`.
const RESULTS: &Words = &Words::of(&[
    " đạt ",
    " chưa ",
    " đã ",
    " còn ",
    " bị ",
    " rất ",
    " khá ",
    " tốt",
    " chậm ",
    " chậm.",
    " chậm,",
    ", kết quả",
    " hoàn thành tốt",
]);

/// Does one verb end the sentence or go before another, or before a cue: `Sở Y tế quản lý.`, `Sở Y tế thẩm định, trình …`?
fn closes(reader: &Reader, at: usize, sentence: &Range<usize>) -> bool {
    let Some(verb) = reader.kind(reader.blanks(at), Kinds::DUTY) else { return false };
    let next = reader.blanks(verb.range.end).min(sentence.end);
    let joined = reader.rest(next).strip_prefix(',').map(|_| next + 1).or_else(|| reader.word(next, "và"));
    let goes_on = joined.is_some_and(|next| reader.kind(reader.blanks(next), Kinds::DUTY).is_some());
    let rest = reader.folded.get(next..sentence.end).unwrap_or_default();
    verb.is(Kinds::LEAD) || goes_on || rest.trim_matches([' ', '.', ';', ',', '/']).is_empty()
}

/// What is done by someone, as the subject of a sentence; `các dự án do UBND xã thực hiện` only tells which projects.
const DEEDS: &Words = &Words::of(&[
    "việc",
    "công việc",
    "nhiệm vụ",
    "các nhiệm vụ",
    "nhiệm vụ này",
    "công tác",
    "nội dung",
    "các nội dung",
    "phần việc",
    "hạng mục",
    "kinh phí",
]);

/// `Việc thẩm định do Phòng Tài chính - Kế hoạch thực hiện.`: the deed opens the sentence and its verb closes it.
fn carried_out(reader: &Reader, thing: &str, verb: usize, sentence: &Range<usize>) -> bool {
    let verbs = words![
        "thực hiện",
        "tổ chức thực hiện",
        "đảm nhận",
        "đảm nhiệm",
        "phụ trách",
        "tiến hành",
        "bảo đảm",
        "chi trả"
    ];
    let closes = reader.longest(verb, verbs).is_some_and(|end| {
        let rest = reader.folded.get(end..sentence.end).unwrap_or_default();
        rest.trim_matches([' ', '.', ';', ',', '/']).is_empty()
    });
    closes && DEEDS.fronts(thing).any(|(_, deed)| thing[deed.len()..].starts_with(' ')) && !thing.contains([',', ':'])
}
