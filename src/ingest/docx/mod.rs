//! Word files (DOCX), as a reader sees them: automatic numbers printed, changes accepted, hidden words, headers and
//! footers left out.

mod fonts;
mod labels;
mod numbering;
mod old_letters;
mod package;
mod paragraph;
mod story;
mod styles;
mod symbols;
mod table;
mod xml;

use self::{
    numbering::Lists,
    package::Package,
    story::{LeftOut, Shared, Story},
    styles::Styles,
};
use super::{Format, Notice, RawDocument};
use crate::error::Error;

/// Reads a Word file; `format` is what it was before it became one.
pub(super) fn read(bytes: &[u8], format: Format) -> Result<RawDocument<'static>, Error> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let Some(body) = package.text(&main)? else {
        return Err(Error::Damaged("it holds no document".into()));
    };
    let mut shared = Shared::default();
    if let Some(part) = package.beside(&main, "styles")? {
        shared.styles = Styles::read(&part)?;
    }
    if let Some(part) = package.beside(&main, "numbering")? {
        shared.lists = Lists::read(&part)?;
    }
    for kind in ["footnote", "endnote"] {
        if let Some(part) = package.beside(&main, &format!("{kind}s"))? {
            let notes = Story::read(&part, &shared)?.notes;
            shared.notes.extend(notes.into_iter().map(|(id, words)| ((kind, id), words)));
        }
    }
    let Story { mut lines, left_out, read_in: mut letters, .. } = Story::read(&body, &shared)?;
    if lines.is_empty() {
        return Err(Error::Empty);
    }
    let by_font = letters.old();
    old_letters::read_back(&mut lines, &mut letters);
    let mut notices = notices(left_out);
    if by_font > 0 {
        notices.push(Notice {
            code: "old-fonts",
            message: format!("{by_font} letters of fonts for TCVN3 or VNI read as what they print"),
        });
    }
    if letters.old() > by_font {
        notices.push(Notice {
            code: "encoding-repaired",
            message: format!("{} letters of TCVN3 or VNI without its fonts were read back", letters.old() - by_font),
        });
    }
    Ok(RawDocument { format, encoding: letters.encoding().name(), pages: None, lines, notices })
}

fn notices(left_out: LeftOut) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut tell = |happened: bool, code: &'static str, message: String| {
        if happened {
            notices.push(Notice { code, message });
        }
    };
    let LeftOut { hidden, deleted, contents, pictures } = left_out;
    tell(hidden > 0, "hidden-text", format!("hidden words of {hidden} paragraphs left out"));
    tell(
        deleted > 0,
        "tracked-changes",
        format!("changes that were tracked: insertions kept, {deleted} deletions left out"),
    );
    tell(contents, "table-of-contents", "the table of contents left out".into());
    tell(pictures > 0, "pictures", format!("{pictures} pictures not read"));
    notices
}
