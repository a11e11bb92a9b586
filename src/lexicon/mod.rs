//! Words as data: typed views of `data/*.toml`, read lazily, and longest-match over them.

pub mod agencies;
pub mod agency_words;
pub mod businesses;
pub mod dashed_names;
pub mod document_types;
pub mod duty_verbs;
pub mod head_words;
mod identify;
pub mod issuer_words;
pub mod laws;
pub mod misread;
pub mod names;
pub mod openers;
pub mod phrases;
pub mod places;
pub mod provinces;
pub mod syllables;
pub mod time_phrases;
pub mod units;
pub mod web_furniture;

pub use openers::Openers;
pub use phrases::Phrases;

/// Reads one list of the lexicon that `build.rs` made from `data/NAME.toml`.
///
/// The lists are part of the program, so a list that does not fit its type is a defect that any test shows at once.
macro_rules! list {
    ($name:literal) => {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")))
            .unwrap_or_else(|e| panic!("lexicon list {}: {e}", $name))
    };
}
pub(crate) use list;
