//! Who does business, and what they do (`data/businesses.toml`).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::list;

/// The lists.
#[derive(Deserialize)]
pub struct Businesses {
    bodies: Vec<String>,
    /// What they do, in small letters; each may be a duty elsewhere.
    pub activities: Vec<String>,
    /// Short name of a group of enterprises → its full name.
    groups: BTreeMap<String, String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    example: String,
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
        let opens = |body: &String| words.strip_prefix(body.as_str());
        self.bodies.iter().filter_map(opens).any(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// The full name of a group of enterprises, of `EVN` and `Tập đoàn EVN`.
    pub fn group(&self, name: &str) -> Option<&str> {
        let short = ["Tập đoàn ", "tập đoàn "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
        let called = |(known, _): &(&String, &String)| known.eq_ignore_ascii_case(short);
        self.groups.iter().find(called).map(|(_, full)| full.as_str())
    }
}

/// The lists of `data/businesses.toml`.
pub static BUSINESSES: LazyLock<Businesses> = LazyLock::new(|| list!("businesses"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_holds_both() {
        let words = BUSINESSES.example.strip_prefix("các ").expect("several");
        assert!(BUSINESSES.names(words));
        assert!(BUSINESSES.activities.iter().any(|activity| words.contains(activity)));
    }
}
