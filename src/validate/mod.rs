//! Checks anyone's records: the schema, and what a schema cannot say.
//!
//! ```
//! use serde_json::json;
//! let problems = kehoach::validate::problems(&json!({ "schema_version": "1.0" }));
//! assert!(problems.iter().any(|p| p.rule == "schema" && p.message.contains("sections")));
//! ```

pub mod edtf;
mod invariants;
pub mod iso;
mod lines;
mod meanings;
mod words;

use std::{fmt, sync::LazyLock};

use jsonschema::Validator;
use serde_json::Value;

use crate::model;

pub use lines::line_of;
pub(crate) use words::Words;

/// One rule that a record breaks.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Where in the record: a JSON Pointer (`/targets/3/by`), empty for the record itself.
    pub path: String,
    /// The value there, as JSON, cut when it is long.
    pub value: String,
    /// The stable name of the rule ([`RULES`]).
    pub rule: &'static str,
    /// What is wrong, for a person.
    pub message: String,
}

impl Problem {
    fn new(path: String, value: &Value, rule: &'static str, message: String) -> Self {
        Self { path, value: excerpt(value), rule, message }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        write!(f, "{path}: {}: {} [{}]", self.value, self.message, self.rule)
    }
}

/// Every rule with what it asks of a record.
pub const RULES: [(&str, &str); 17] = [
    ("schema", "the record has the shape of schemas/plan.schema.json"),
    ("record-id", "`id` is the first 16 digits of `source.sha256`"),
    ("text-form", "`text` is in Unicode normalization form C"),
    ("span-range", "a span does not end before it starts, nor after `text`"),
    ("span-text", "`text[start:end]`, counted in code points, is the fact's own text"),
    ("section-id", "the ids of sections are unique"),
    ("section-parent", "a section's parent exists, stands before it, begins its id and is one level above"),
    ("section-order", "sections stand in reading order"),
    ("fact-id", "the ids of facts are unique and count upwards: t1, d1, a1, c1"),
    ("fact-section", "the section of a fact, table or footnote exists"),
    ("fact-inside", "the words of a fact stand within those of its section, or of a footnote"),
    ("fact-order", "facts stand in reading order"),
    ("reference", "the deadlines and sections that a duty refers to exist"),
    ("edtf", "dates are days, months, quarters, halves, years or intervals in EDTF"),
    ("recurrence", "a recurrence is an RRULE with its parts in the order FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY"),
    ("duration", "`within` is an ISO 8601 duration"),
    ("range", "`value_max` is not below `value`"),
];

/// All that is wrong with a record, in the order of its fields; empty for a good one.
pub fn problems(record: &Value) -> Vec<Problem> {
    let mut problems = against_schema(record);
    invariants::check(record, &mut problems);
    problems
}

fn against_schema(record: &Value) -> Vec<Problem> {
    static VALIDATOR: LazyLock<Validator> =
        LazyLock::new(|| jsonschema::validator_for(&model::schema()).expect("the schema of our own types is one"));
    let problem = |e: jsonschema::ValidationError| {
        let message = e.masked_with("the value").to_string();
        Problem::new(e.instance_path().as_str().to_owned(), e.instance(), "schema", message)
    };
    VALIDATOR.iter_errors(record).map(problem).collect()
}

/// A value in one short line.
fn excerpt(value: &Value) -> String {
    const LONGEST: usize = 80;
    let json = match value {
        Value::Array(items) => return format!("a list of {}", items.len()),
        Value::Object(fields) => return format!("an object of {}", fields.len()),
        other => other.to_string(),
    };
    match json.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &json[..cut]),
        None => json,
    }
}
