//! Words of the head and the end of a document: names of bodies on their lines, posts, ranks, degrees.

use super::{Openers, list};

/// The lists; what each holds is said in `data/head_words.toml`.
#[derive(Debug)]
pub struct HeadWords {
    begins: Openers,
    begins_not: Openers,
    goes_on: Openers,
    goes_on_alone: &'static [&'static str],
    organs: &'static [&'static str],
    posts: Openers,
    deputies: Openers,
    /// Posts as they are printed most, those of deputies among them.
    pub common_posts: &'static [&'static str],
    /// Ranks before a name.
    pub ranks: Openers,
    /// Family names.
    pub surnames: Openers,
    /// Degrees and honours before a name.
    pub degrees: Openers,
    /// Words that begin the line of a title that says when.
    pub periods: Openers,
    no_persons: Openers,
    no_persons_inside: Openers,
}

static WORDS: HeadWords = list!("head_words");

/// The words.
pub fn head_words() -> &'static HeadWords {
    &WORDS
}

impl HeadWords {
    /// Does a folded line begin the name of a body?
    pub fn begins_name(&self, folded: &str) -> bool {
        self.begins.begin(folded) && !self.begins_not.begin(&folded.replace(',', ""))
    }

    /// Can the folded name not end here?
    pub fn name_goes_on(&self, folded: &str) -> bool {
        self.goes_on_alone.contains(&folded) || self.goes_on.end(folded)
    }

    /// An organ that the body above it names.
    pub fn is_organ(&self, folded: &str) -> bool {
        self.organs.contains(&folded)
    }

    /// Does the folded text begin with a post, perhaps a deputy's?
    ///
    /// ```
    /// use kehoach::lexicon::head_words::head_words;
    /// assert!(head_words().begins_post("phó trưởng công an huyện"));
    /// assert!(head_words().begins_post("p. hiệu trưởng"));
    /// assert!(!head_words().begins_post("phó thác"));
    /// ```
    pub fn begins_post(&self, folded: &str) -> bool {
        let deputy = self.deputies.longest(folded).map(|len| folded[len..].trim_start_matches(['.', '/', ' ']));
        self.posts.begin(folded) || deputy.is_some_and(|post| self.posts.begin(post))
    }

    /// Do the folded words of a line in capitals say who approves or signs rather than a name?
    pub fn holds_no_name(&self, folded: &str) -> bool {
        let mut tails = std::iter::once(0).chain(folded.match_indices(' ').map(|(i, _)| i + 1)).map(|at| &folded[at..]);
        self.no_persons.begin(folded) || tails.any(|tail| self.no_persons_inside.begin(tail) || self.begins_post(tail))
    }
}
