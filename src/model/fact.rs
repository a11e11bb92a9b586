use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Locator, Span, pattern};

/// What every fact carries: its words, where they stand, and the rule that found it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// `t1`, `d1`, `a1`, `c1` … in reading order.
    #[schemars(regex(pattern = pattern::FACT_ID))]
    pub id: String,
    /// The section that holds the words; `null` for words in the title.
    pub section: Option<String>,
    /// The words of the fact as printed: exactly `text[span.start:span.end]` of the record.
    pub text: String,
    /// Where the words stand in the record's `text`.
    pub span: Span,
    /// The id of the rule that found it (`family.name`).
    #[schemars(regex(pattern = pattern::RULE_ID))]
    pub rule: String,
    /// Where the words stand in the original.
    pub locator: Locator,
    /// Of words that were recognized from an image: how certain the recognizer is of the least certain of them, of 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u8", range(max = 100))]
    pub confidence: Option<u8>,
}

/// A fact of one kind with its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// Where it stands and how it was found.
    #[serde(flatten)]
    pub place: Place,
    /// What it says.
    #[serde(flatten)]
    pub value: T,
}

/// A figure that the plan commits to or states.
pub type Target = Fact<TargetFact>;
/// A time limit set on an action.
pub type Deadline = Fact<DeadlineFact>;
/// Who must do what.
pub type Assignment = Fact<AssignmentFact>;
/// A document that the plan cites.
pub type Citation = Fact<CitationFact>;

impl<T: JsonSchema> JsonSchema for Fact<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        format!("Fact<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Place::json_schema(generator);
        let value = T::json_schema(generator);
        for key in ["properties", "required"] {
            match (schema.get_mut(key), value.get(key)) {
                (Some(serde_json::Value::Object(all)), Some(serde_json::Value::Object(own))) => {
                    all.extend(own.clone());
                }
                (Some(serde_json::Value::Array(all)), Some(serde_json::Value::Array(own))) => {
                    all.extend(own.iter().cloned());
                }
                _ => {}
            }
        }
        if let Some(description) = value.get("description") {
            schema.insert("description".into(), description.clone());
        }
        schema
    }
}

/// How the stated value bounds the measured one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Comparator {
    /// Equal: `đạt`, `chiếm`, plain.
    #[default]
    Eq,
    /// Greater: `trên`, `hơn`.
    Gt,
    /// At least: `ít nhất`, `tối thiểu`, `từ … trở lên`.
    Ge,
    /// Less: `dưới`.
    Lt,
    /// At most: `không quá`, `tối đa`, `… trở xuống`.
    Le,
    /// About: `khoảng`.
    Approx,
}

/// Which way the figure is to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// `tăng`, `nâng`
    Increase,
    /// `giảm`
    Decrease,
    /// `duy trì`, `giữ`
    Maintain,
}

/// Whether the figure is a goal of this plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TargetRole {
    /// Set as a goal.
    #[default]
    Target,
    /// A budget share, a past result, a legal threshold.
    Reference,
}

/// A figure that the plan commits to or states.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Target")]
pub struct TargetFact {
    /// The figure, read the Vietnamese way (`113,52` is 113.52, `15.000` is 15000).
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// What is counted, as printed, without its base (`%`, `lao động`, `triệu đồng`).
    pub unit: Option<String>,
    /// The base after `/` or `trên`, or the rhythm that opens the clause (`năm`, `100.000 trẻ em`).
    pub per: Option<String>,
    /// How the value bounds the measured one.
    pub comparator: Comparator,
    /// Which way the figure is to move.
    pub direction: Option<Direction>,
    /// The horizon, EDTF (`2025`, `2021/2025`, `2025/..`).
    #[schemars(regex(pattern = pattern::DATE))]
    pub by: Option<String>,
    /// The period compared with, EDTF.
    #[schemars(regex(pattern = pattern::DATE))]
    pub baseline: Option<String>,
    /// What the figure measures, in the plan's words.
    pub indicator: String,
    /// Whether the figure is a goal of this plan.
    pub role: TargetRole,
}

/// How the date bounds the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineRelation {
    /// `trước`
    Before,
    /// `chậm nhất`, `đến hết`, `xong trong`
    By,
    /// `vào`, `ngày …`
    On,
    /// `trong`, a period
    During,
    /// `từ`, `bắt đầu từ`
    From,
    /// only a rhythm
    Recurring,
}

/// A time limit set on an action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Deadline")]
pub struct DeadlineFact {
    /// How the date bounds the action.
    pub relation: DeadlineRelation,
    /// EDTF: a day, month or year, a quarter (`2024-33` to `2024-36`), a half-year (`2024-40`,
    /// `2024-41`), or an interval, open at an end with `..` (`2023/2025`, `2022-04/..`).
    #[schemars(regex(pattern = pattern::DATE))]
    pub date: Option<String>,
    /// RFC 5545 RRULE, its parts in the order FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY.
    #[schemars(regex(pattern = pattern::RRULE))]
    pub recurrence: Option<String>,
    /// ISO 8601 duration: from a trigger (`P30D`), or the length of a yearly window.
    #[schemars(regex(pattern = pattern::DURATION))]
    pub within: Option<String>,
    /// Who must act, canonical, when the text says it.
    pub agencies: Vec<String>,
}

/// The part an agency plays in a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// `chủ trì`, `đầu mối`, `thường trực`
    Lead,
    /// `phối hợp`, `tham gia`
    Coordinate,
    /// any other duty
    Responsible,
}

/// Who must do what: one agency and one duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Assignment")]
pub struct AssignmentFact {
    /// The agency's canonical name.
    pub agency: String,
    /// The lexicon's id of the agency, when certain.
    pub agency_id: Option<String>,
    /// The agency's level (`central`, `province`, `district`, `commune`), when certain.
    pub level: Option<String>,
    /// The agency's province, when certain.
    pub province: Option<String>,
    /// The part it plays.
    pub role: Role,
    /// Agencies named as `phối hợp với …`, canonical, in reading order.
    pub partners: Vec<String>,
    /// The words of the duty.
    pub task: String,
    /// The ids of the deadlines inside the duty.
    pub deadlines: Vec<String>,
    /// The ids of the sections of this plan that the duty refers to.
    pub task_refs: Vec<String>,
}

/// How the plan stands to the cited document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CitationRelation {
    /// Named in the plan's own title.
    Implements,
    /// Named in the preamble as a ground.
    Basis,
    /// Named elsewhere.
    Mentions,
}

/// A document that the plan cites, at its first mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Citation")]
pub struct CitationFact {
    /// The document's type (`Nghị quyết`).
    #[serde(rename = "type")]
    pub kind: String,
    /// Its number, spaces removed (`12-NQ/TU`).
    #[schemars(regex(pattern = pattern::UNSPACED))]
    pub number: Option<String>,
    /// Its date, EDTF.
    #[schemars(regex(pattern = pattern::DATE))]
    pub date: Option<String>,
    /// Who issued it, as printed, abbreviations written out.
    pub issuer: Option<String>,
    /// The words after `về`, `ban hành`; the name of a law.
    pub title: Option<String>,
    /// How the plan stands to it.
    pub relation: CitationRelation,
}
