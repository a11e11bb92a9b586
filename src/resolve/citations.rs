//! Merges the mentions of one document into one citation.

use crate::{
    extract::{Finding, View},
    model::CitationFact,
};

/// One finding for each cited document, at its first mention.
pub fn merge(_view: View, mentions: Vec<Finding<CitationFact>>) -> Vec<Finding<CitationFact>> {
    mentions
}
