//! Who does business, and what they do (`data/businesses.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::list;

/// The lists.
#[derive(Deserialize)]
pub struct Businesses {
    bodies: Vec<String>,
    /// What they do, in small letters; each may be a duty elsewhere.
    pub activities: Vec<String>,
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
