//! Words that recognized pages are mended by (`data/misread.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

/// Phrases that no other words share their letters with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mendable {
    /// Words that say who acts: `đề nghị`.
    pub cues: Vec<String>,
    /// Collectives and fields: `các quận, huyện`.
    pub phrases: Vec<String>,
}

static MENDABLE: LazyLock<Mendable> = LazyLock::new(|| super::list!("misread"));

/// The lists.
pub fn mendable() -> &'static Mendable {
    &MENDABLE
}
