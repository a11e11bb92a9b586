//! Words of the names of those who issue documents.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Openers, Phrases, list};

/// An abbreviation that a record writes out.
#[derive(Debug, Deserialize)]
pub struct Abbreviation {
    /// `UBND`
    pub short: String,
    /// `Ủy ban nhân dân`
    pub full: String,
    /// Words that hold it, for the test of the list.
    pub example: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct File {
    abbreviation: Vec<Abbreviation>,
    name: Vec<Name>,
    ends: Vec<String>,
    ends_of_places: Vec<String>,
    places: Vec<String>,
    no_places: Vec<String>,
    tails: Vec<String>,
    heads: Vec<String>,
    fields: Vec<String>,
    takers: Vec<String>,
    no_issuers: Vec<String>,
    small_issuers: Vec<String>,
}

/// The lists; what each holds is said in `data/issuer_words.toml`.
#[derive(Debug)]
pub struct IssuerWords {
    /// Abbreviations with what they stand for.
    pub abbreviations: Phrases<String>,
    /// Names that are complete in themselves: `Chính phủ`.
    pub complete: Phrases<()>,
    /// Words before which a name ends.
    pub ends: Openers,
    /// Words before which a place's name ends.
    pub ends_of_places: Openers,
    /// Words for a place of administration.
    pub places: Openers,
    /// Words that begin like a place and are none.
    pub no_places: Openers,
    /// Small words that still belong to a name after `và` or a comma.
    pub tails: Openers,
    /// Words that begin the name of an agency.
    pub heads: Openers,
    /// Verbs and types that are fields of work after a head.
    pub fields: Openers,
    /// What such a field follows.
    pub takers: Openers,
    /// What is no issuer.
    pub no_issuers: Openers,
    /// Issuers that small letters may begin.
    pub small_issuers: Openers,
    /// The abbreviations, for the test of the list.
    pub list: Vec<Abbreviation>,
}

static WORDS: LazyLock<IssuerWords> = LazyLock::new(|| {
    let file: File = list!("issuer_words");
    IssuerWords {
        abbreviations: Phrases::new(file.abbreviation.iter().map(|a| (&a.short, a.full.clone()))),
        complete: Phrases::new(file.name.iter().map(|n| (&n.name, ()))),
        ends: Openers::new(&file.ends),
        ends_of_places: Openers::new(&file.ends_of_places),
        places: Openers::new(&file.places),
        no_places: Openers::new(&file.no_places),
        tails: Openers::new(&file.tails),
        heads: Openers::new(&file.heads),
        fields: Openers::new(&file.fields),
        takers: Openers::new(&file.takers),
        no_issuers: Openers::new(&file.no_issuers),
        small_issuers: Openers::new(&file.small_issuers),
        list: file.abbreviation,
    }
});

/// The words, read once.
pub fn issuer_words() -> &'static IssuerWords {
    &WORDS
}
