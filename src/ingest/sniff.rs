//! What kind of file it is, told by its first bytes; names lie too often (web pages saved as `.doc`).

use std::path::Path;

use super::{
    Format, archive,
    office::compound::{Compound, SIGNATURE},
};
use crate::error::Error;

/// The format of a file. Text carries no signature: there the name tells Markdown from plain text.
pub fn sniff(bytes: &[u8], path: &Path) -> Result<Format, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if [b"PK\x03\x04", b"PK\x05\x06"].iter().any(|head| bytes.starts_with(*head)) {
        return archive::kind(bytes);
    }
    if bytes.starts_with(&SIGNATURE) {
        return compound(bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    match Format::of(path) {
        Some(format) if format.is_plain_text() => Ok(format),
        _ => Ok(Format::Text),
    }
}

/// Word, Excel and others of their time share a container, and so do newer files with a password.
fn compound(bytes: &[u8]) -> Result<Format, Error> {
    let file = Compound::open(bytes)?;
    if file.is_locked() {
        return Err(Error::Password);
    }
    if file.has("WordDocument") {
        return Ok(Format::Doc);
    }
    let others = [("Workbook", "a spreadsheet"), ("Book", "a spreadsheet"), ("PowerPoint Document", "slides")];
    let other = others.iter().find(|(stream, _)| file.has(stream));
    Err(Error::UnknownFormat(other.map_or("no Word file", |(_, what)| what).into()))
}
