//! Verbs that hold or move what stands before them, and names that end like one.

use std::ops::Range;

use super::{
    back,
    horizon::{Time, TimeKind},
    lead::{Lead, Link},
};
use crate::{
    model::{Comparator, Direction},
    text::words::{Keyed, Words, words},
};

/// What is kept down.
const HOLDS: &Words = &Words::of(&[
    "được khống chế",
    "khống chế",
    "được kiềm chế",
    "kiềm chế",
    "được kiểm soát",
    "kiểm soát",
    "được kéo giảm",
]);

/// How fast something goes on moving.
const PACES: &Keyed<Direction> = &Keyed::of(&[
    ("duy trì mức giảm", Direction::Decrease),
    ("giữ mức giảm", Direction::Decrease),
    ("đạt mức giảm", Direction::Decrease),
    ("có mức giảm", Direction::Decrease),
    ("duy trì mức tăng", Direction::Increase),
    ("giữ mức tăng", Direction::Increase),
    ("đạt mức tăng", Direction::Increase),
    ("có mức tăng", Direction::Increase),
]);

/// `tỷ lệ thất nghiệp được khống chế dưới 3%`, `… khống chế ở mức không quá 5%`, `tỷ lệ tái nghèo duy trì mức giảm 1%`: the
/// words before such a verb, and the way that it tells. `said` is the word between it and the bound.
pub(super) fn before<'a>(words: &'a str, lead: &Lead, said: &str) -> Option<(&'a str, Option<Direction>)> {
    let words = words.trim_end_matches(' ');
    let near = lead.link == Link::None || matches!(said, "ở mức" | "mức" | "ở");
    let upper = matches!(lead.comparator, Some(Comparator::Le | Comparator::Lt));
    if near
        && upper
        && let Some(rest) = back::strip_longest(words, HOLDS)
    {
        return Some((rest, None));
    }
    let pace =
        || PACES.backs(words).find_map(|(word, way)| back::without_end(words, word).map(|rest| (rest, Some(*way))));
    (lead.link == Link::None).then(pace).flatten()
}

/// `cao hơn năm 2023 là 12%`: the way that a comparison right before the verb tells.
pub(super) fn above_or_below(folded: &str, time: &Time) -> Option<Direction> {
    let said = back::cut(folded, time.range.clone());
    let denied = back::ends(back::cut(folded, ..time.range.start), &["không", "chưa"]);
    if time.kind != TimeKind::Baseline || denied {
        return None;
    }
    let above = back::begins(said, words!["cao hơn", "nhiều hơn", "lớn hơn"]).then_some(Direction::Increase);
    above.or_else(|| back::begins(said, words!["thấp hơn", "ít hơn", "nhỏ hơn"]).then_some(Direction::Decrease))
}

/// `tỉnh Cao Bằng 15%`, `huyện Yên Thành 12%`: does the word end a name? The word before it is written as one, too.
pub(super) fn ends_name(plain: &str, before: Range<usize>, word: &str) -> bool {
    let capital = |words: &str| words.starts_with(char::is_uppercase);
    let rest = back::cut(plain, before.clone());
    let own = back::cut(plain, before.end..).trim_start();
    let single = !word.trim().contains(' ');
    // in a line of capitals no word is told apart
    let mixed = own.chars().nth(1).is_some_and(char::is_lowercase);
    single
        && capital(own)
        && mixed
        && rest.trim_end().rsplit(' ').next().is_some_and(capital)
        && !rest.trim_end().ends_with(|c: char| !c.is_alphanumeric())
}
