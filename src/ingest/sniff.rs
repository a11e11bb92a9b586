//! What kind of file it is, told by its first bytes; names lie too often (web pages saved as `.doc`).

use std::path::Path;

use super::Format;
use crate::error::Error;

/// The format of a file. Text carries no signature: there the name tells Markdown from plain text.
pub fn sniff(bytes: &[u8], path: &Path) -> Result<Format, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if let Some(format) = signature(bytes) {
        return Ok(format);
    }
    if bytes.starts_with(b"PK") {
        return Ok(Format::Docx);
    }
    match Format::of(path) {
        Some(format) if format.is_plain_text() => Ok(format),
        _ => Ok(Format::Text),
    }
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
