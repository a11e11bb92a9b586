//! What is told of bodies and is no duty: what they reach, how many of them take part.

use std::ops::Range;

use crate::{
    agency::{Listed, Reader},
    text::words::words,
};

/// `12 xã hoàn thành tiêu chí số 5`: what so many have reached or are to reach.
pub(super) fn achieves(reader: &Reader, list: &Listed) -> bool {
    let reached = words!["hoàn thành", "duy trì", "giữ vững", "phấn đấu", "tham gia", "thực hiện đạt"];
    reader.number_of_bodies(list.range.start).is_some() && reader.any(list.range.end, reached).is_some()
}

/// `Lực lượng lao động tham gia bảo hiểm xã hội đạt 14%`: how many take part, no duty.
pub(super) fn measured(reader: &Reader, from: usize, sentence: &Range<usize>) -> bool {
    let words = reader.folded.get(from..sentence.end).unwrap_or_default();
    let figures = || words.contains(|c: char| c.is_ascii_digit());
    reader.word(from, "tham gia").is_some() && (words.contains('%') || words.contains(" đạt ")) && figures()
}
