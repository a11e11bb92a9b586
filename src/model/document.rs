use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Span, pattern};

/// A document type with its code in Nghị định 30/2020/NĐ-CP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentType {
    /// `Kế hoạch`
    pub name: String,
    /// `KH`; `null` when the decree gives none.
    pub code: Option<String>,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Signer {
    /// The name.
    pub name: Option<String>,
    /// The post as printed.
    pub title: Option<String>,
    /// The `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` lines as printed.
    pub authority: Vec<String>,
}

/// The words that show a metadata field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The words as printed.
    pub text: String,
    /// Where they stand in the record's `text`.
    pub span: Span,
    /// The id of the rule that read them (`family.name`).
    #[schemars(regex(pattern = pattern::RULE_ID))]
    pub rule: String,
}

/// A document that this one issues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attached {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: DocumentType,
    /// Its title.
    pub title: Option<String>,
    /// Its first section.
    pub section: Option<String>,
}

/// What the document says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Document type and code.
    #[serde(rename = "type")]
    pub kind: Option<DocumentType>,
    /// Number and symbol as printed after `Số:`, spaces removed; `null` when the number is blank.
    #[schemars(regex(pattern = pattern::UNSPACED))]
    pub number: Option<String>,
    /// The number without its ordinal and year (`KH-UBND`).
    #[schemars(regex(pattern = pattern::UNSPACED))]
    pub symbol: Option<String>,
    /// EDTF date; a blank day gives the month.
    #[schemars(regex(pattern = pattern::INSTANT))]
    pub issued_on: Option<String>,
    /// The place in the date line.
    pub place: Option<String>,
    /// The issuing agency, full name.
    pub issuer: Option<String>,
    /// The lexicon's id of the issuer, when certain.
    pub issuer_id: Option<String>,
    /// The issuer's level (`central`, `province`, `district`, `commune`), when certain.
    pub level: Option<String>,
    /// The issuer's province, when certain.
    pub province: Option<String>,
    /// The agency printed above the issuer, when it is another agency.
    pub parent_issuer: Option<String>,
    /// The trích yếu on one line, as printed.
    pub title: Option<String>,
    /// Who signed.
    pub signer: Option<Signer>,
    /// The `Nơi nhận` items without dash and closing `;`.
    pub recipients: Vec<String>,
    /// The EDTF interval or year that the plan covers, from its title.
    #[schemars(regex(pattern = pattern::YEARS))]
    pub period: Option<String>,
    /// What this document issues.
    pub attached: Vec<Attached>,
    /// For each field above that words show: those words.
    pub evidence: BTreeMap<String, Evidence>,
}
