//! Finds citations.

use super::{Finding, View};
use crate::model::CitationFact;

/// All citations in reading order.
pub fn find(_view: View) -> Vec<Finding<CitationFact>> {
    Vec::new()
}
