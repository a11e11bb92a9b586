use schemars::{JsonSchema, generate::SchemaSettings};
use serde::{Deserialize, Serialize};

use super::{Assignment, Citation, Deadline, Diagnostic, Document, Footnote, Section, Table, Target, pattern};

/// The version of the record's shape.
pub const SCHEMA_VERSION: &str = "1.0";

/// The file that the record was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The path relative to the folder that was given.
    pub path: String,
    /// The format that was read (`text`, `markdown`).
    pub format: String,
    /// The encoding that was found (`utf-8`).
    pub encoding: String,
    /// The SHA-256 of the bytes, lower-case hexadecimal.
    #[schemars(regex(pattern = pattern::SHA256))]
    pub sha256: String,
    /// How many bytes the file has.
    pub bytes: u64,
    /// How many pages, where the format tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub pages: Option<usize>,
}

/// One plan document as a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// The version of this shape.
    #[schemars(regex(pattern = pattern::VERSION))]
    pub schema_version: String,
    /// The first 16 hexadecimal digits of `source.sha256`: joins all tables made from records.
    #[schemars(regex(pattern = pattern::RECORD_ID))]
    pub id: String,
    /// The file.
    pub source: Source,
    /// The normalized text that every span points into; left out on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub text: Option<String>,
    /// What the document says of itself.
    pub document: Document,
    /// Structural nodes in reading order.
    pub sections: Vec<Section>,
    /// Figures.
    pub targets: Vec<Target>,
    /// Time limits.
    pub deadlines: Vec<Deadline>,
    /// Who must do what.
    pub assignments: Vec<Assignment>,
    /// Cited documents.
    pub citations: Vec<Citation>,
    /// Tables of the body and of annexes.
    pub tables: Vec<Table>,
    /// Footnotes.
    pub footnotes: Vec<Footnote>,
    /// What a reader of the record should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// The JSON Schema (2020-12) of [`Plan`].
pub fn schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Plan>();
    let id = format!("https://kehoach.dev/schemas/plan/{SCHEMA_VERSION}");
    schema.insert("$id".into(), id.into());
    schema.insert("title".into(), "Kế hoạch: one plan document as a record".into());
    // what a reader wants first comes first
    let fields = schema.ensure_object();
    for name in ["description", "title", "$id", "$schema"] {
        if let Some(value) = fields.remove(name) {
            fields.shift_insert(0, name.to_owned(), value);
        }
    }
    schema.to_value()
}
