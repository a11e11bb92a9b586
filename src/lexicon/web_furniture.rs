//! Words that web pages put around a document (`data/web_furniture.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Phrases, list};
use crate::text::{floor, fold, letters::word_at, words::Sieve};

/// A phrase of a web page.
#[derive(Debug, Deserialize)]
pub struct Phrase {
    /// The words, matched anywhere in a line.
    pub words: &'static str,
    /// A line that holds them.
    pub example: &'static str,
    /// Where the phrase counts.
    #[serde(rename = "where", default)]
    pub place: Place,
}

/// Where a phrase counts as furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Anywhere in the file.
    #[default]
    Anywhere,
    /// Only behind the signature, since a plan may use the words itself.
    After,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct File {
    phrase: Vec<Phrase>,
}

/// All phrases.
pub static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let file: File = list!("web_furniture");
    file.phrase
});

/// Phrases, and how they begin when they are written small, with a capital or in capitals.
struct Matcher {
    phrases: Phrases<()>,
    openings: Sieve,
    /// The bytes of the longest.
    longest: usize,
}

impl Matcher {
    fn of(counts: impl Fn(Place) -> bool) -> Self {
        let words = || ALL.iter().filter(|p| counts(p.place)).map(|p| p.words);
        let capital = |words: &str| -> String {
            words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1)).collect()
        };
        let forms =
            words().flat_map(|words| [words.to_lowercase(), capital(&words.to_lowercase()), words.to_uppercase()]);
        Self {
            openings: forms.fold(Sieve::EMPTY, |sieve, form| sieve.with_front(&form)),
            phrases: Phrases::new(words().map(|words| (words, ()))),
            longest: words().map(str::len).max().unwrap_or(0),
        }
    }

    /// Most lines hold no word that begins as a phrase does, so they need not be folded.
    fn is_in(&self, words: &str) -> bool {
        let look = |at: usize| {
            let first = word_at(words, at)?;
            // a letter more tells where the last word of the phrase ends
            let end = floor(words, at + self.longest + 4);
            let stands = self.phrases.begin_with(&fold(&words[first]))
                && self.phrases.at_start(&fold(&words[at..end])).is_some();
            stands.then_some(())
        };
        self.openings.find_map(words.as_bytes(), look).is_some()
    }
}

/// Does a line hold words of a web page?
pub fn is_in(words: &str, after_signature: bool) -> bool {
    static BODY: LazyLock<Matcher> = LazyLock::new(|| Matcher::of(|place| place == Place::Anywhere));
    static AFTER: LazyLock<Matcher> = LazyLock::new(|| Matcher::of(|_| true));
    if after_signature { AFTER.is_in(words) } else { BODY.is_in(words) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_phrase_is_found_in_its_example() {
        for phrase in super::ALL.iter() {
            assert!(super::is_in(phrase.example, true), "{}", phrase.words);
        }
    }
}
