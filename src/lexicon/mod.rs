//! Words as data: typed views of `data/*.toml`, which the build script turned into Rust, and longest-match over them.

pub mod agencies;
pub mod agency_words;
pub mod businesses;
pub mod dashed_names;
pub mod document_types;
pub mod duty_verbs;
pub mod head_words;
mod identify;
pub mod issuer_words;
mod law_names;
pub mod laws;
pub mod misread;
mod name_words;
pub mod names;
pub mod openers;
pub mod phrases;
pub mod places;
pub mod provinces;
mod sorted;
pub mod syllables;
pub mod time_phrases;
pub mod units;
pub mod web_furniture;

pub use openers::Openers;
pub use phrases::Phrases;

/// One of the values that `build/main.rs` made from `data/*.toml`.
macro_rules! list {
    ($name:literal) => {
        include!(concat!(env!("OUT_DIR"), "/", $name, ".rs"))
    };
}
pub(crate) use list;

/// The list of `data/NAME.toml` as it is written, for tests of its examples.
#[cfg(test)]
fn written(name: &str) -> toml::Table {
    let path = format!("{}/src/lexicon/data/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a list").parse().expect("a list in TOML")
}
