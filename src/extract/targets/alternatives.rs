//! Heads in which one word stands for another: `Tỷ lệ trường mầm non đạt chuẩn 70%, tiểu học 65%`.

use super::{
    back, measures,
    shared::{RATIOS, find_word, verb_free},
};
use crate::text::words::Words;

/// The head with `words` in the place of what they stand for.
pub(super) fn of(words: &str, folded: &str, before: &str, head: &str) -> Option<String> {
    other_level(words, folded, before, head)
        .or_else(|| who_are(words, folded, before, head))
        .or_else(|| other_of_kind(words, folded, before, head))
}

/// `tiểu học` after `Tỷ lệ trường mầm non đạt chuẩn quốc gia`: one level of schools for another.
fn other_level(words: &str, folded: &str, before: &str, head: &str) -> Option<String> {
    const SCHOOLS: &Words = &Words::of(&[
        "trung học phổ thông",
        "trung học cơ sở",
        "mầm non",
        "mẫu giáo",
        "tiểu học",
        "thcs",
        "thpt",
        "đại học",
        "cao đẳng",
        "trung cấp",
        "sơ cấp",
    ]);
    let bare = back::strip_front_any(folded, &["cấp", "bậc"]).unwrap_or(folded).trim_start();
    if !SCHOOLS.contains(&bare) || !measures::opens(head) {
        return None;
    }
    let (at, level) = SCHOOLS.iter().find_map(|level| Some((find_word(head, level)?, level)))?;
    let own = &words[words.len() - bare.len()..];
    Some(format!("{}{own}{}", &before[..at], &before[at + level.len()..]))
}

/// `đường xã` after `Tỷ lệ đường huyện được nhựa hóa`: things of one kind, of which the same is told.
fn other_of_kind(words: &str, folded: &str, before: &str, head: &str) -> Option<String> {
    // `học sinh bỏ học` after `Tỷ lệ học sinh tiểu học hoàn thành cấp học`: something else is told of them
    const ELSE: &Words =
        &Words::of(&["bỏ học", "lưu ban", "nghỉ học", "thôi học", "chuyển lớp", "trên chuẩn", "vượt chuẩn"]);
    const TOLD: &Words = &Words::of(&[" được ", " có ", " đạt ", " bị ", " tham gia ", " hoàn thành "]);
    let thing = back::strip_front_any(head, &["tỷ lệ", "tỉ lệ"])?.trim_start();
    let start = head.len() - thing.len();
    let end = start + TOLD.find_in(thing)?;
    if back::ends(folded, ELSE) {
        return None;
    }
    let (kind, _) = folded.split_once(' ')?;
    let count = |words: &str| words.trim().split(' ').count();
    let akin = back::begins(thing, &[kind]) && count(&head[start..end]).abs_diff(count(folded)) <= 1;
    (akin && count(folded) <= 5 && verb_free(folded) && !folded.contains(','))
        .then(|| format!("{}{words}{}", &before[..start], &before[end..]))
}

/// `lao động nữ` after `tỷ lệ người học là đồng bào dân tộc`: who else they are.
fn who_are(words: &str, folded: &str, before: &str, head: &str) -> Option<String> {
    let at = head.rfind(" là ").filter(|_| back::begins(head, RATIOS))?;
    let own = back::strip_front_any(folded, &["là"]).unwrap_or(folded).trim_start();
    let short = own.split(' ').count() <= 7 && head[at..].split(' ').count() <= 8;
    (short && verb_free(own) && verb_free(&head[at..]) && !measures::opens(own))
        .then(|| format!("{} {}", &before[..at + " là".len()], &words[words.len() - own.len()..]))
}

/// Where the Roman number ends that tells a slot apart for all that follows: `khu vực II`.
pub(super) fn roman(head: &str, end: usize) -> Option<usize> {
    let number = head[end..].strip_prefix(' ')?.split(' ').next()?;
    matches!(number, "i" | "ii" | "iii" | "iv").then_some(end + 1 + number.len())
}
