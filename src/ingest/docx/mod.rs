//! Word files (DOCX), as a reader sees them: automatic numbers printed, changes accepted, hidden words, headers and
//! footers left out.

mod fonts;
mod labels;
mod numbering;
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

pub(super) fn read(bytes: &[u8]) -> Result<RawDocument<'static>, Error> {
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
    let story = Story::read(&body, &shared)?;
    if story.lines.is_empty() {
        return Err(Error::Empty);
    }
    let notices = notices(story.left_out);
    Ok(RawDocument { format: Format::Docx, encoding: "utf-8", pages: None, lines: story.lines, notices })
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
