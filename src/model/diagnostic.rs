use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Span;

/// How much a finding about the document matters to who checks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something was left out or inferred as it should be.
    Info,
    /// A reader would want to look.
    Warning,
}

/// Something that a reader of the record should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The stable name of the kind of finding.
    pub code: String,
    /// What was found, for a person.
    pub message: String,
    /// The words concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Span")]
    pub span: Option<Span>,
}
