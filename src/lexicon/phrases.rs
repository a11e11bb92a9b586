//! Longest match of many phrases on word boundaries, in one pass over folded text.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::fold;

/// A set of phrases, each standing for a value.
#[derive(Debug)]
pub struct Phrases<T> {
    automaton: AhoCorasick,
    values: Vec<T>,
}

impl<T> Phrases<T> {
    /// Builds the set; phrases are folded here, so they may be written as officials write them.
    pub fn new<P: AsRef<str>>(phrases: impl IntoIterator<Item = (P, T)>) -> Self {
        let (forms, values): (Vec<String>, Vec<T>) = phrases.into_iter().map(|(p, v)| (fold(p.as_ref()), v)).unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(forms)
            .expect("a list of phrases is far below the automaton's limits");
        Self { automaton, values }
    }

    /// Phrases in `folded`, left to right, longest first, on word boundaries, not overlapping.
    pub fn find_iter<'s, 't>(
        &'s self,
        folded: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'s T)> + use<'s, 't, T> {
        self.automaton.find_iter(folded).filter_map(move |m| {
            let whole = !folded[..m.start()].ends_with(char::is_alphanumeric)
                && !folded[m.end()..].starts_with(char::is_alphanumeric);
            whole.then(|| (m.range(), &self.values[m.pattern().as_usize()]))
        })
    }
}
