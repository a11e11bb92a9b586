//! Which of a set of phrases a text begins with.

use super::Phrases;

/// A set of phrases to look for at the beginning of a text.
#[derive(Debug)]
pub struct Openers(Phrases<()>);

impl Openers {
    /// Builds the set; phrases are folded here.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = P>) -> Self {
        Self(Phrases::new(phrases.into_iter().map(|phrase| (phrase, ()))))
    }

    pub(crate) const fn of(phrases: Phrases<()>) -> Self {
        Self(phrases)
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
        self.0.at_start(folded).map(|(length, ())| length)
    }

    /// Does one of the phrases begin the text?
    pub fn begin(&self, folded: &str) -> bool {
        self.longest(folded).is_some()
    }

    /// Is the text, trimmed, one of the phrases, or does it end with one?
    pub fn end(&self, folded: &str) -> bool {
        self.0.end(folded.trim_end())
    }
}
