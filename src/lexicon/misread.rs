//! Words that recognized pages are mended by and told by (`data/misread.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::Phrases;

/// Phrases that no other words share their letters with, and the signs that a recognizer was at work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mendable {
    /// Words that say who acts: `đề nghị`.
    pub cues: Vec<String>,
    /// Collectives and fields: `các quận, huyện`.
    pub phrases: Vec<String>,
    /// What recognizers make of common words: `tố chức`.
    damaged: Vec<String>,
}

static MENDABLE: LazyLock<Mendable> = LazyLock::new(|| super::list!("misread"));

/// The lists.
pub fn mendable() -> &'static Mendable {
    &MENDABLE
}

static DAMAGED: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(MENDABLE.damaged.iter().map(|word| (word, ()))));

/// Does a common word stand there as only a recognizer leaves it?
///
/// ```
/// use kehoach::lexicon::misread::is_damaged;
/// assert!(is_damaged("Tiếp tục tố chức các lớp học"));
/// assert!(!is_damaged("Tiếp tục tổ chức các lớp học"));
/// ```
pub fn is_damaged(words: &str) -> bool {
    DAMAGED.find_iter(words).next().is_some()
}
