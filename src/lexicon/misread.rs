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
    /// A small word as it is misread and, behind a blank, as it is printed: `đế để`.
    pub words: &'static [&'static str],
}

static MENDABLE: Mendable = list!("misread");

/// The lists.
pub fn mendable() -> &'static Mendable {
    &MENDABLE
}

/// What recognizers make of common words: `tố chức`.
static DAMAGED: Phrases<()> = list!("damaged");

/// How many common words stand in a text as only a recognizer leaves them.
///
/// ```
/// use kehoach::{lexicon::misread::damage, text::Text};
/// assert_eq!(damage(&Text::new("Tiếp tục tố chức các lớp học".into())), 1);
/// assert_eq!(damage(&Text::new("Tiếp tục tổ chức các lớp học".into())), 0);
/// ```
pub fn damage(text: &Text) -> usize {
    DAMAGED.find_in(text, &(0..text.folded().len())).count()
}

#[cfg(test)]
mod tests {
    use super::{super::written, *};

    #[test]
    fn damaged_words_are_found_as_they_are_read() {
        for words in written("misread")["damaged"].as_array().expect("a list") {
            let words = words.as_str().expect("words");
            assert_eq!(damage(&Text::new(format!("{words} các"))), 1, "{words}");
        }
    }
}
