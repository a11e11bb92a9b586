//! Web pages: saved pages of legal portals and exports of office programs.
//!
//! The page is tamed as text, parsed as browsers do, and read in one walk. What a reader of the page sees as the document
//! becomes lines; menus and the like stay out.

mod charset;
mod furniture;
mod grid;
mod lists;
mod measure;
mod notes;
mod tame;
mod walk;

use scraper::Html;

use super::{Format, Notice, Options, RawDocument, encoding};
use crate::error::Error;

pub(super) fn read(bytes: &[u8], options: &Options) -> Result<RawDocument<'static>, Error> {
    let decoded = charset::decode(bytes, options.encoding)?;
    let mut notices = decoded.notices;
    let (page, cut) = tame::tame(&decoded.text);
    if cut > 0 {
        notices.push(Notice {
            code: "nesting-cut",
            message: format!("{cut} elements nested too deeply were read as if they were not there"),
        });
    }
    let walk::Walked { mut lines, left_out } = walk::walk(&Html::parse_document(&page));
    if lines.is_empty() {
        return Err(Error::Empty);
    }
    if left_out.1 > 0 {
        notices.push(Notice {
            code: "web-furniture",
            message: format!("{} parts of the page around the document left out, {} letters", left_out.0, left_out.1),
        });
    }
    let mut read_as = decoded.encoding;
    if let Some(old) = old_letters(&mut lines) {
        read_as = old;
        notices.push(Notice {
            code: "encoding-repaired",
            message: format!("letters of {} that had been taken for Latin letters were read back", old.name()),
        });
    }
    Ok(RawDocument { format: Format::Html, encoding: read_as.name(), pages: None, lines, notices })
}

/// Lines in an old encoding that only a style sheet's font tells are decoded.
fn old_letters(lines: &mut [super::RawLine]) -> Option<encoding::Encoding> {
    /// Stands in no line.
    const PARTED: &str = "\u{1e}";
    let all = lines.iter().map(|l| l.text.as_ref()).collect::<Vec<_>>().join(PARTED);
    let (found, decoded) = encoding::old_letters(&all)?;
    for (line, words) in lines.iter_mut().zip(decoded.split(PARTED)) {
        line.text = words.to_owned().into();
    }
    Some(found)
}

/// Elements that begin a line of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
