//! Finds deadlines.

use super::{Finding, View};
use crate::model::DeadlineFact;

/// All deadlines in reading order.
pub fn find(_view: View) -> Vec<Finding<DeadlineFact>> {
    Vec::new()
}
