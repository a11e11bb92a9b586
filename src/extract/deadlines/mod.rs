//! Deadlines: time limits set on an action of the plan.
//!
//! One pass a paragraph. `expression` reads whatever names a time; `context` gathers what stands around it (a
//! label, a time column, the clause, the headings above); the first of [`RULES`] that holds makes it a deadline, and
//! an expression that no rule takes is none: dates of cited documents, periods in names, horizons of targets.

mod again;
mod bounds;
mod context;
mod exclusions;
mod expression;
mod fact;
mod figures;
mod followers;
mod lengths;
mod periods;
mod phases;
mod places;
mod rhythms;
mod rules;
mod scan;
mod scope;
mod starters;
mod steps;
mod surroundings;
mod weekday;
mod year;

pub use rules::{RULES, TimeRule};

use super::{Finding, View};
use crate::model::DeadlineFact;

/// All deadlines in reading order.
pub fn find(view: View) -> Vec<Finding<DeadlineFact>> {
    let columns = scope::TimeColumns::new(view);
    let plan = year::of_plan(view);
    view.passages().flat_map(|passage| scan::read(&passage, &columns, plan)).collect()
}
