//! Words that web pages put around a document (`data/web_furniture.toml`).

use super::{Phrases, list};
use crate::text::{Text, fold};

/// A phrase of a web page.
#[derive(Debug)]
pub struct Phrase {
    /// The words, matched anywhere in a line.
    pub words: &'static str,
    /// A line that holds them.
    pub example: &'static str,
    /// Where the phrase counts.
    pub place: Place,
}

/// Where a phrase counts as furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Anywhere in the file.
    #[default]
    Anywhere,
    /// Only behind the signature, since a plan may use the words itself.
    After,
}

/// All phrases.
pub static ALL: &[Phrase] = list!("web_furniture");

static MATCHER: Phrases<Place> = list!("web_phrases");

/// Does a line hold words of a web page?
pub fn is_in(words: &str, after_signature: bool) -> bool {
    MATCHER.find_iter(&fold(words)).any(|(_, place)| after_signature || *place == Place::Anywhere)
}

/// Does a text hold a phrase of a web page at all?
pub fn stand_in(text: &Text) -> bool {
    MATCHER.find_in(text, &(0..text.folded().len())).next().is_some()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_phrase_is_found_in_its_example() {
        for phrase in super::ALL {
            assert!(super::is_in(phrase.example, true), "{}", phrase.words);
        }
    }
}
