//! What is told of bodies and is no duty: what they reach, how many of them take part.

use std::ops::Range;

use super::{cues, passed, subjects::Subject};
use crate::{
    agency::{Listed, Reader},
    lexicon::agency_words::Kinds,
    text::words::words,
};

/// `12 xã hoàn thành tiêu chí số 5`: what so many have reached or are to reach.
pub(super) fn achieves(reader: &Reader, list: &Listed) -> bool {
    let reached = words!["hoàn thành", "duy trì", "giữ vững", "phấn đấu", "tham gia", "thực hiện đạt"];
    reader.number_of_bodies(list.range.start).is_some() && reader.any(list.range.end, reached).is_some()
}

/// `UBND xã phân công nhiệm vụ cụ thể như sau:`, `Ban Chấp hành giao nhiệm vụ cho các tổ như sau:`: what opens the list of
/// duties is none itself, as long as nobody is told what to do.
pub(super) fn hands_out(reader: &Reader, subject: &Subject, sentence: &Range<usize>) -> bool {
    let hands = words![
        "phân công nhiệm vụ",
        "phân công trách nhiệm",
        "phân công công việc",
        "phân công thực hiện",
        "phân công tổ chức thực hiện",
        "phân công cụ thể",
        "phân công như sau",
        "giao nhiệm vụ",
    ];
    let words = reader.folded.get(sentence.clone()).unwrap_or_default();
    let opens = words.trim_end().strip_suffix(':').is_some_and(|words| {
        [" như sau", " sau đây", " cụ thể", " sau"].iter().any(|last| words.trim_end().ends_with(last))
    });
    let end = subject.list.range.end;
    opens
        && hands.within(words)
        && (reader.kind(reader.blanks(end), Kinds::ORDER).is_some() || !cues::duty_follows(reader, end))
        && passed::passed_on(reader, sentence, end).is_empty()
}

/// `Lực lượng lao động tham gia bảo hiểm xã hội đạt 14%`: how many take part, no duty.
pub(super) fn measured(reader: &Reader, from: usize, sentence: &Range<usize>) -> bool {
    let words = reader.folded.get(from..sentence.end).unwrap_or_default();
    let figures = || words.contains(|c: char| c.is_ascii_digit());
    reader.word(from, "tham gia").is_some() && (words.contains('%') || words.contains(" đạt ")) && figures()
}

/// How far what a case leads to stands behind those who fail, in bytes.
const CASE: usize = 240;

/// `Sở không gửi báo cáo đúng hạn sẽ bị phê bình`, `Quá hạn, các xã coi như không có nhu cầu`: a case that is provided for
/// and what it leads to, no duty. `Các thôn không để người dân bị đói` is one.
pub(super) fn case(reader: &Reader, from: usize, end: usize) -> bool {
    let deemed = words!["coi như", "được coi như", "được coi là", "xem như", "được xem như", "bị", "sẽ bị"];
    if reader.any(from, deemed).is_some() || reader.any(from, words!["không nhận được", "chưa nhận được"]).is_some()
    {
        return true;
    }
    let fails = reader.any(from, &["không", "chưa"]).filter(|&not| reader.any(not, &["để", "được"]).is_none());
    fails.is_some_and(|not| {
        let rest = reader.ahead(not, CASE.min(end.saturating_sub(not)));
        words![" bị ", " thì ", " coi như ", " xem như ", " coi là "].within(rest)
    })
}

/// `Đảng bộ xã hằng năm đạt: hoàn thành tốt nhiệm vụ`: what a body is to be found to be, no heading of its duties.
pub(super) fn found_to_be(heading: &str) -> bool {
    let heading = heading.trim_end_matches([' ', ':', '.', ';']);
    [" đạt", " đạt loại", " đạt mức", " hằng năm", " hàng năm", " được xếp loại", " xếp loại"]
        .iter()
        .any(|last| heading.ends_with(last))
}
