//! Where a duty begins: the words that follow an agency's name (`data/duty_verbs.toml`).

use super::list;

/// What a word tells about the duty that it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbKind {
    /// The agency leads: `chủ trì`.
    Lead,
    /// The agency takes part: `phối hợp`.
    Coordinate,
    /// The agency tells another to act: `chỉ đạo`, `giao`.
    Order,
    /// Any other verb of duty.
    Verb,
    /// Stands before a verb of duty: `kịp thời`.
    Adverb,
    /// Ends a name without being a duty: `theo`, `để`.
    Link,
}

/// Words of one kind with an example of their use.
#[derive(Debug)]
pub struct Verbs {
    /// What the words tell.
    pub kind: VerbKind,
    /// The words.
    pub forms: &'static [&'static str],
    /// A phrase that holds one of them.
    pub example: &'static str,
}

/// The list as it stands in the file.
pub static DUTY_VERBS: &[Verbs] = list!("duty_verbs");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_example_holds_one_of_its_forms() {
        for verbs in DUTY_VERBS {
            let example = fold(verbs.example);
            assert!(verbs.forms.iter().any(|f| example.contains(&fold(f))), "{example}");
        }
    }
}
