use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A half-open range of `text`, counted in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// Where the words stand in the original file. Which of the fields there are depends on the format: line and column of
/// a text, paragraph or table, row and cell of a Word file, page and box of a PDF, element and cell of a web page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Locator {
    /// The line of a text file, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub line: Option<usize>,
    /// The column of a text file in code points, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub column: Option<usize>,
    /// The page, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub page: Option<usize>,
    /// The box of the printed line on its page: left, top, right, bottom in points from the top left corner.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "[f32; 4]")]
    pub bbox: Option<[f32; 4]>,
    /// The paragraph, counted from 1 through the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub paragraph: Option<usize>,
    /// The table, counted from 1 through the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub table: Option<usize>,
    /// The row of the table, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub row: Option<usize>,
    /// The cell of the row, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize", range(min = 1))]
    pub cell: Option<usize>,
    /// The element of a web page, as a CSS selector from `body` on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub element: Option<String>,
}

/// What kind of node a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// From the first `Căn cứ` to the first numbered node.
    Preamble,
    /// `Phần thứ nhất`.
    Part,
    /// `Chương I`.
    Chapter,
    /// `I.`
    Roman,
    /// `Điều 1.`
    Article,
    /// `1.` or `(1)`
    Arabic,
    /// `1.1.`
    Decimal,
    /// `a)` or `A.`
    Letter,
    /// `*`, `•`, `●`, `o`
    Bullet,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `Phụ lục`, `Phụ biểu`, `Biểu số`
    Annex,
    /// A row of a table.
    Row,
    /// The unnumbered paragraphs at the end that speak for the whole plan.
    Closing,
}

/// One structural node. Flat, in reading order; a tree by `parent`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// The path of labels from the top (`II.2.1.-3`), unique in the document.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The id of the node above; `null` at the top.
    pub parent: Option<String>,
    /// What kind of node it is.
    pub kind: SectionKind,
    /// The marker as printed (`2.1.`); `null` where none is printed.
    pub marker: Option<String>,
    /// The title, when the node has one.
    pub heading: Option<String>,
    /// The node's own words after its heading, without its children; paragraphs parted by a line feed.
    pub text: String,
    /// Depth, 1 at the top.
    #[schemars(range(min = 1))]
    pub level: usize,
    /// From the marker to the end of the node's own words.
    pub span: Span,
    /// Where the node begins in the original.
    pub locator: Locator,
}

/// A table of the body or of an annex.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// The line that names the table, when there is one.
    pub caption: Option<String>,
    /// Column names, header rows joined.
    pub columns: Vec<String>,
    /// Cells as strings, row by row.
    pub rows: Vec<Vec<String>>,
    /// The section that holds the table.
    pub section: Option<String>,
    /// From the first to the last row.
    pub span: Span,
}

/// A footnote's body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Footnote {
    /// The mark as printed (`[1]`, `¹`).
    pub mark: String,
    /// The words of the footnote without the mark.
    pub text: String,
    /// The section whose words carry the mark.
    pub section: Option<String>,
    /// The words of the footnote.
    pub span: Span,
}
