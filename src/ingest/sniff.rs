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
    if let Some(format) = signature(bytes) {
        return Ok(format);
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
    let named = Format::of(path);
    if is_page(bytes, named == Some(Format::Html)) {
        return Ok(Format::Html);
    }
    Ok(named.filter(|format| format.is_plain_text()).unwrap_or(Format::Text))
}

/// A web page begins as one; what is named so needs only a tag, since some are saved without their head.
fn is_page(bytes: &[u8], named_so: bool) -> bool {
    const LOOK: usize = 2048;
    // in UTF-16 every other byte is zero
    let ascii = || bytes.iter().take(LOOK).filter(|&&b| b != 0 && b < 0x80);
    if !named_so && ascii().find(|b| !b.is_ascii_whitespace()) != Some(&b'<') {
        return false;
    }
    let head: Vec<u8> = ascii().map(u8::to_ascii_lowercase).collect();
    let starts = head.trim_ascii_start();
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| starts.starts_with(tag.as_bytes())) {
        return true;
    }
    let holds = |tag: &str| memchr::memmem::find(&head, tag.as_bytes()).is_some();
    if starts.starts_with(b"<!--") || starts.starts_with(b"<?xml") || starts.starts_with(b"<meta") {
        return holds("<html") || holds("<body") || holds("<!doctype html") || named_so;
    }
    named_so && starts.contains(&b'<')
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

/// The format that the first bytes name.
fn signature(bytes: &[u8]) -> Option<Format> {
    // some programs write a few bytes before it
    let head = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(head, b"%PDF-").is_some_and(|at| at == 0 || !head[..at].is_ascii() || at < 16) {
        return Some(Format::Pdf);
    }
    [
        (&b"\x89PNG\r\n\x1a\n"[..], Format::Png),
        (b"\xff\xd8\xff", Format::Jpeg),
        (b"II*\0", Format::Tiff),
        (b"MM\0*", Format::Tiff),
    ]
    .into_iter()
    .find_map(|(sign, format)| bytes.starts_with(sign).then_some(format))
}
