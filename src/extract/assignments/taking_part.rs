//! `Các đơn vị tham gia cứu trợ phải tuân thủ …`: taking part that only tells who is meant is no duty.

use std::ops::Range;

use super::shapes;
use crate::{
    agency::{Listed, Reader},
    lexicon::agency_words::Kinds,
    text::words::{Words, words},
};

/// How far the cue of the duty stands behind the body, in bytes.
const REACH: usize = 120;

/// What those who take part have to keep to: the duty, when no verb before it is done to those who keep to it.
const KEPT: &Words =
    &Words::of(&[" cam kết ", " chấp hành ", " tuân thủ ", " nghiêm túc thực hiện", " nghiêm túc chấp hành"]);

/// Verbs whose object may be the one that has to: `tuyên truyền nhân dân chấp hành`, `kiểm tra hộ kinh doanh phải …`.
const ON_OTHERS: &Words = &Words::of(&[
    "chỉ đạo",
    "động viên",
    "đôn đốc",
    "giám sát",
    "giáo dục",
    "hướng dẫn",
    "kiểm tra",
    "nhắc nhở",
    "phát hiện",
    "phổ biến",
    "quản lý",
    "quán triệt",
    "theo dõi",
    "thuyết phục",
    "tuyên truyền",
    "vận động",
    "xử lý",
    "yêu cầu",
]);

/// The list with what tells which of its last kind is meant: who takes part, or whom something is done to.
pub(super) fn meant(reader: &Reader, list: Listed, sentence: &Range<usize>) -> Listed {
    match which(reader, &list, sentence) {
        Some(end) => shapes::stretched(reader, list, end),
        None => list,
    }
}

/// `các xã`, `Thủ trưởng các đơn vị`: places and those whom several have.
fn several(reader: &Reader, list: &Listed) -> bool {
    let Some(last) = list.agencies.last().map(|a| a.range.clone()) else { return false };
    let place = |plural: usize| reader.kind(reader.blanks(plural), Kinds::TERRITORY).is_some();
    reader.kind(last.start, Kinds::PLURAL).is_some_and(|p| place(p.range.end))
        || reader.kind(last.start, Kinds::POST).is_some() && reader.folded[last].contains(" các ")
}

/// Where the words that tell which are meant end, before the cue of the duty.
fn which(reader: &Reader, list: &Listed, sentence: &Range<usize>) -> Option<usize> {
    let at = reader.blanks(list.range.end);
    let opens = reader.any(at, words!["tham gia", "phối hợp", "được"])?;
    // `phối hợp với Sở Y tế` is a duty with its partner
    if reader.any(opens, words!["với", "cùng", "và", "chặt chẽ", "giao", "phân công"]).is_some()
        || !(shapes::of_kind(reader, list) || several(reader, list))
    {
        return None;
    }
    let words = reader.ahead(opens, sentence.end.saturating_sub(opens).min(REACH));
    let words = &words[..words.find([',', ';', ':', '(', '.', '\n']).unwrap_or(words.len())];
    let bears = shapes::BEARING.find_in(words).or_else(|| words.find(" phải "));
    let cue = bears.or_else(|| KEPT.find_in(words).filter(|&cue| words[..cue].trim().contains(' ')))?;
    let inner = &words[..cue];
    let apart = [" và", " ký", " để", " nhằm", " không", " mà", " thì", " việc"].iter().any(|w| inner.ends_with(w));
    let on_others = ON_OTHERS.within(inner) || words![" để ", " nhằm ", " người ", " nhân dân"].within(inner);
    let mut between = reader.lexemes_from(opens).iter().take_while(|l| l.range.start < opens + cue);
    let other = between.any(|l| reader.begins(l.range.start) || l.is(Kinds::ORDER | Kinds::LEAD));
    (!apart && !on_others && !other).then_some(opens + cue)
}
