//! Resolves `các nhiệm vụ: 1 (1.1, 1.2), 4, 5 (trừ 5.4)` to sections of the plan.

use crate::extract::View;

/// The ids of the sections that the words of a duty refer to; empty when it refers to none.
pub fn resolve(_view: View, _folded_duty: &str) -> Vec<String> {
    Vec::new()
}
