//! Which of a set of phrases a text begins with: a look at its first word, then at the few phrases that share it.

use rustc_hash::FxHashMap;

use crate::text::{fold, letters::is_alphanumeric};

/// A set of phrases to look for at the beginning of a text.
#[derive(Debug, Default)]
pub struct Openers {
    by_first_word: FxHashMap<String, Vec<String>>,
}

impl Openers {
    /// Builds the set; phrases are folded here.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = P>) -> Self {
        let mut by_first_word: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for phrase in phrases {
            let phrase = fold(phrase.as_ref());
            by_first_word.entry(first_word(&phrase).to_owned()).or_default().push(phrase);
        }
        for same in by_first_word.values_mut() {
            same.sort_by_key(|p| std::cmp::Reverse(p.len()));
        }
        Self { by_first_word }
    }

    /// The length of the longest phrase that begins a folded text and ends on a word boundary.
    ///
    /// ```
    /// use kehoach::lexicon::Openers;
    /// let places = Openers::new(["xã", "thị xã"]);
    /// assert_eq!(places.longest("thị xã Sa Pa"), Some("thị xã".len()));
    /// assert_eq!(places.longest("xãm"), None);
    /// ```
    pub fn longest(&self, folded: &str) -> Option<usize> {
        let same = self.by_first_word.get(first_word(folded))?;
        let fits = |p: &&String| folded.strip_prefix(p.as_str()).is_some_and(|rest| !rest.starts_with(is_alphanumeric));
        same.iter().find(fits).map(String::len)
    }

    /// Does one of the phrases begin the text?
    pub fn begin(&self, folded: &str) -> bool {
        self.longest(folded).is_some()
    }

    /// Is the text, trimmed, one of the phrases, or does it end with one?
    pub fn end(&self, folded: &str) -> bool {
        let folded = folded.trim_end();
        let ends = |p: &String| folded.strip_suffix(p.as_str()).is_some_and(|rest| !rest.ends_with(is_alphanumeric));
        self.by_first_word.values().flatten().any(ends)
    }
}

/// Letters and digits up to the first other mark.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !is_alphanumeric(c)).unwrap_or(text.len())]
}
