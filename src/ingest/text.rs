//! Plain text and Markdown in UTF-8, with or without a byte-order mark, with any line ends.

use super::{Format, Place, RawDocument, RawKind, RawLine};
use crate::error::Error;

pub(super) fn read(bytes: &[u8], format: Format) -> Result<RawDocument<'_>, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| Error::Encoding { offset: e.valid_up_to() })?;
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let lines = lines(text).map(|line| RawLine::new(RawKind::Line, line, Place::Line)).collect();
    Ok(RawDocument { format, encoding: "utf-8", pages: None, lines, notices: Vec::new() })
}

/// Lines ended by LF, CRLF, a lone CR, a form feed or a line separator.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split(['\r', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}', '\u{85}']))
}
