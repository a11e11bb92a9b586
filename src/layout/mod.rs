//! Normalized lines become the record's text: one logical paragraph, heading, item or table row a line, each of a known
//! kind, without what the page or the web page added.

mod annex;
mod body;
mod cell_lines;
mod columns;
mod figure_rows;
mod furniture;
mod head;
mod letter;
mod line;
mod line_ends;
mod masthead;
mod notes;
mod open_ends;
mod persons;
mod places;
mod posts;
mod recognition;
mod reflow;
mod rows;
mod shapes;
mod sheet;
mod signature;
mod stacked;
mod stamps;
mod tables;
mod titles;
mod unfold;
mod web_page;
mod wrapped_cells;

use std::ops::Range;

use crate::{
    model::Severity,
    normalize::{NormalLine, Origin},
    text::Text,
};

pub(crate) use persons::{sign, without_rank};
pub(crate) use posts::damaged as damaged_post;
pub(crate) use tables::{is_number_column, is_row_label};

/// What a line of the record's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// An agency in the masthead, one printed line.
    Agency,
    /// The state's or the Party's running head.
    Motto,
    /// The line of number and symbol.
    Number,
    /// Place and date.
    Date,
    /// The document's type in capitals.
    Type,
    /// The title (trích yếu), joined.
    Title,
    /// `(Kèm theo Quyết định số …)`
    Enclosure,
    /// The agency in capitals that decides, between title and `Căn cứ`.
    Decider,
    /// A paragraph, heading or item of the body.
    Paragraph,
    /// A row of a table.
    Row,
    /// The body of a footnote.
    Footnote,
    /// `Nơi nhận:`
    Recipients,
    /// One who gets the document.
    Recipient,
    /// `TM. ỦY BAN NHÂN DÂN`
    Authority,
    /// The signer's post.
    Post,
    /// The signer's name.
    Name,
    /// Words of the page that belong to no part, kept but not read.
    Aside,
    /// `PHỤ LỤC I`
    Annex,
    /// The title of an annex, joined.
    AnnexTitle,
}

impl LineKind {
    /// Is it one of the last lines of a document?
    fn ends_document(self) -> bool {
        matches!(self, Self::Recipients | Self::Recipient | Self::Authority | Self::Post | Self::Name | Self::Aside)
    }
}

/// One line of the record's text.
#[derive(Debug, Clone)]
pub struct LogicalLine {
    /// What it is.
    pub kind: LineKind,
    /// Its words, in bytes of the text.
    pub range: Range<usize>,
    /// Of a row: its cells, in bytes of the text.
    pub cells: Vec<Range<usize>>,
    /// Of a footnote: the mark. Otherwise empty.
    pub mark: Range<usize>,
}

/// Something that layout left out or inferred.
#[derive(Debug, Clone)]
pub struct Notice {
    /// How much it matters.
    pub severity: Severity,
    /// The stable name of the kind of finding.
    pub code: &'static str,
    /// For a person.
    pub message: String,
    /// The words concerned, in bytes of the text, when they are in it.
    pub range: Option<Range<usize>>,
}

/// The record's text with the kind of each line and the way back to the source.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The text.
    pub text: Text,
    /// Its lines in order.
    pub lines: Vec<LogicalLine>,
    /// Turning points of the way back, in bytes of the text.
    pub origins: Vec<Origin>,
    /// What a reader should know.
    pub notices: Vec<Notice>,
    /// Words were read from images, here or before the text was saved.
    pub recognized: bool,
}

/// Lays out a document.
pub fn layout(normal: Vec<NormalLine>) -> Layout {
    let mut sheet = sheet::Sheet::default();
    let recognized = normal.iter().any(|l| l.recognized);
    let (lines, stripped) = furniture::strip(cell_lines::join(line::lines(normal)));
    if stripped > 0 {
        sheet.notice(
            Severity::Info,
            "page-furniture",
            format!("{stripped} lines of rulers, page numbers, running heads or stamps left out"),
        );
    }
    // what is looked for in each line and stands in hardly any document is looked for once in all lines
    let all = Text::new(lines.iter().map(line::Line::words).collect::<Vec<_>>().join(" "));
    let recognized = recognized || recognition::shows(&lines, &all);
    let page = web_page::WebPage::of(&all);
    let (lines, notes) = notes::lift(lines);
    let items = rows::tidy(unfold::cells_of_one_line(tables::find(lines, page)));
    let items = masthead::whole_labels(items);
    body::Reader::new(items, notes, page, &mut sheet).read();
    Layout { recognized, ..sheet.finish() }
}
