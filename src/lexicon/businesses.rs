//! Who does business, and what they do (`data/businesses.toml`).

use super::{list, sorted::Entry};
use crate::text::words::Words;

/// The lists.
#[derive(Debug)]
pub struct Businesses {
    bodies: &'static [&'static str],
    /// What they do, in small letters; each may be a duty elsewhere.
    pub activities: &'static [&'static str],
    /// What they deal in: `dệt may`, `da giày`.
    pub trades: Words,
    /// Short name of a group of enterprises, and its full name.
    groups: &'static [Entry<&'static str>],
}

impl Businesses {
    /// Do the folded words name such a body, or begin with it (`cơ sở lưu trú`)?
    ///
    /// ```
    /// use kehoach::lexicon::businesses::BUSINESSES;
    /// assert!(BUSINESSES.names("cơ sở sản xuất"));
    /// assert!(!BUSINESSES.names("sở"));
    /// ```
    pub fn names(&self, words: &str) -> bool {
        let opens = |body: &&str| words.strip_prefix(*body);
        self.bodies.iter().filter_map(opens).any(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// The full name of a group of enterprises, of `EVN` and `Tập đoàn EVN`.
    pub fn group(&self, name: &str) -> Option<&'static str> {
        let short = ["Tập đoàn ", "tập đoàn "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
        self.groups.iter().find(|(known, _)| known.eq_ignore_ascii_case(short)).map(|(_, full)| *full)
    }
}

/// The lists of `data/businesses.toml`.
pub static BUSINESSES: Businesses = list!("businesses");

#[cfg(test)]
mod tests {
    use super::{super::written, *};

    #[test]
    fn the_example_holds_both() {
        let written = written("businesses");
        let words = written["example"].as_str().and_then(|example| example.strip_prefix("các ")).expect("several");
        assert!(BUSINESSES.names(words));
        assert!(BUSINESSES.activities.iter().any(|activity| words.contains(activity)));
    }
}
