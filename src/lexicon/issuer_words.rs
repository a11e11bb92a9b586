//! Words of the names of those who issue documents.

use super::{Openers, Phrases, list};

/// An abbreviation that a record writes out.
#[derive(Debug)]
pub struct Abbreviation {
    /// `UBND`
    pub short: &'static str,
    /// `Ủy ban nhân dân`
    pub full: &'static str,
    /// Words that hold it, for the test of the list.
    pub example: &'static str,
}

/// The lists; what each holds is said in `data/issuer_words.toml`.
#[derive(Debug)]
pub struct IssuerWords {
    /// Abbreviations with what they stand for.
    pub abbreviations: Phrases<&'static str>,
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
    /// Words of `ends` that may be a field of work further inside a name.
    pub inner_fields: Openers,
    /// What is no issuer.
    pub no_issuers: Openers,
    /// Issuers that small letters may begin.
    pub small_issuers: Openers,
    /// The abbreviations, for the test of the list.
    pub list: &'static [Abbreviation],
}

static WORDS: IssuerWords = list!("issuer_words");

/// The words.
pub fn issuer_words() -> &'static IssuerWords {
    &WORDS
}
