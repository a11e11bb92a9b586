//! Finds assignments.

use super::{Finding, View};
use crate::model::AssignmentFact;

/// All assignments in reading order.
pub fn find(_view: View) -> Vec<Finding<AssignmentFact>> {
    Vec::new()
}
