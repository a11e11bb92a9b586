//! Words that recognized pages are mended by and told by (`data/misread.toml`).

use super::{Phrases, list};
use crate::text::Text;

/// Phrases that no other words share their letters with, and the signs that a recognizer was at work.
#[derive(Debug)]
pub struct Mendable {
    /// Words that say who acts: `đề nghị`.
    pub cues: &'static [&'static str],
    /// Collectives and fields: `các quận, huyện`.
    pub phrases: &'static [&'static str],
}

static MENDABLE: Mendable = list!("misread");

/// The lists.
pub fn mendable() -> &'static Mendable {
    &MENDABLE
}

/// What recognizers make of common words: `tố chức`.
static DAMAGED: Phrases<()> = list!("damaged");

/// Does a common word stand there as only a recognizer leaves it?
///
/// ```
/// use kehoach::lexicon::misread::is_damaged;
/// assert!(is_damaged("Tiếp tục tố chức các lớp học"));
/// assert!(!is_damaged("Tiếp tục tổ chức các lớp học"));
/// ```
pub fn is_damaged(words: &str) -> bool {
    DAMAGED.find_iter(words).next().is_some()
}

/// May [`is_damaged`] be true of a part of the text?
pub fn may_be_damaged(text: &Text) -> bool {
    DAMAGED.find_in(text, &(0..text.folded().len())).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::{super::written, *};

    #[test]
    fn damaged_words_are_found_as_they_are_read() {
        for words in written("misread")["damaged"].as_array().expect("a list") {
            let words = words.as_str().expect("words");
            assert!(is_damaged(&format!("{words} các")), "{words}");
        }
    }
}
