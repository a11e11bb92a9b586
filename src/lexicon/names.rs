//! A name as the words it is looked up by: punctuation and `và` gone, abbreviations written out.
//!
//! `Sở LĐ-TB&XH`, `SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI` and `Sở Lao động, TBXH` have the same words, so a list of names
//! needs each name once.

use super::{
    list,
    name_words::{Long, ShortForms, Word, split},
};
use crate::text::fold;

/// A short form and the one thing it stands for.
#[derive(Debug)]
pub struct Abbreviation {
    /// The short forms, as officials print them.
    pub short: &'static [&'static str],
    /// What they stand for, spelled as in a canonical name.
    pub long: &'static str,
    /// Words in which one of the short forms stands.
    pub example: &'static str,
}

static ABBREVIATIONS: &[Abbreviation] = list!("abbreviations");

static SHORT_FORMS: ShortForms = ShortForms::of(list!("short_forms"));

/// All abbreviations, for documentation and tests.
pub fn abbreviations() -> &'static [Abbreviation] {
    ABBREVIATIONS
}

/// What an abbreviation stands for; stops, dashes, `&`, `và`, spaces and letter case do not matter.
///
/// ```
/// use kehoach::lexicon::names::expand;
/// assert_eq!(expand("LĐ-TB&XH"), Some("Lao động - Thương binh và Xã hội"));
/// assert_eq!(expand("UBND"), Some("Ủy ban nhân dân"));
/// assert_eq!(expand("BCH"), None, "Ban Chỉ huy or Ban Chấp hành");
/// ```
pub fn expand(short: &str) -> Option<&'static str> {
    let folded = fold(short);
    let pieces = split(short, &folded);
    SHORT_FORMS.longest(&pieces).filter(|(_, n)| *n == pieces.len()).map(|(long, _)| long.name)
}

/// The words of a name with its abbreviations written out; none when there are too many for a name.
pub(super) fn words<'a>(plain: &'a str, folded: &'a str) -> Vec<Word<'a>> {
    SHORT_FORMS.words(plain, folded)
}

/// The key of all words, and where in it the key of the first, the first two … ends.
pub(super) fn keys(words: &[Word]) -> (String, Vec<usize>) {
    let mut key = String::with_capacity(words.iter().map(|w| w.folded.len()).sum());
    let mut ends = Vec::with_capacity(words.len());
    for word in words {
        key.push_str(word.folded);
        ends.push(key.len());
    }
    (key, ends)
}
