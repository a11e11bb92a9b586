//! What the typed fields of facts say, and what duties refer to.

use std::collections::HashSet;

use serde_json::Value;

use super::{edtf, invariants::Check, iso};

impl Check<'_> {
    /// What the typed fields say.
    pub(super) fn meanings(&mut self) {
        for (path, target) in self.list("targets") {
            self.dates(&path, target, &["by", "baseline"]);
            if let (Some(low), Some(high)) = (target["value"].as_f64(), target["value_max"].as_f64())
                && high < low
            {
                self.report(format!("{path}/value_max"), &target["value_max"], "range", format!("is below {low}"));
            }
        }
        for (path, deadline) in self.list("deadlines") {
            self.dates(&path, deadline, &["date"]);
            let (rule, within) = (&deadline["recurrence"], &deadline["within"]);
            if rule.as_str().is_some_and(|r| !iso::is_recurrence(r)) {
                self.report(format!("{path}/recurrence"), rule, "recurrence", "is no rule with its parts in order");
            }
            if within.as_str().is_some_and(|d| !iso::is_duration(d)) {
                self.report(format!("{path}/within"), within, "duration", "is no ISO 8601 duration");
            }
        }
        for (path, citation) in self.list("citations") {
            self.dates(&path, citation, &["date"]);
        }
        self.references();
    }

    fn dates(&mut self, path: &str, fact: &Value, fields: &[&str]) {
        for field in fields {
            if fact[field].as_str().is_some_and(|d| !edtf::is_date(d)) {
                self.report(format!("{path}/{field}"), &fact[field], "edtf", "is no EDTF date that records use");
            }
        }
    }

    fn references(&mut self) {
        let deadlines: HashSet<&str> =
            self.list("deadlines").into_iter().filter_map(|(_, d)| d["id"].as_str()).collect();
        for (path, duty) in self.list("assignments") {
            for (n, id) in duty["deadlines"].as_array().into_iter().flatten().enumerate() {
                if id.as_str().is_some_and(|id| !deadlines.contains(id)) {
                    self.report(format!("{path}/deadlines/{n}"), id, "reference", "no deadline has this id");
                }
            }
            for (n, id) in duty["task_refs"].as_array().into_iter().flatten().enumerate() {
                if id.as_str().is_some_and(|id| !self.sections.contains_key(id)) {
                    self.report(format!("{path}/task_refs/{n}"), id, "reference", "no section has this id");
                }
            }
        }
    }
}
