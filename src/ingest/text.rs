//! Plain text and Markdown in any encoding, with any line ends.

use std::borrow::Cow;

use super::{Format, Options, Place, RawDocument, RawKind, RawLine, encoding};
use crate::error::Error;

pub(super) fn read<'a>(bytes: &'a [u8], format: Format, options: &Options) -> Result<RawDocument<'a>, Error> {
    let decoded = encoding::decode(bytes, options.encoding)?;
    let lines: Vec<RawLine> = match &decoded.text {
        Cow::Borrowed(text) => lines(text).map(|line| RawLine::new(RawKind::Line, line, Place::Line)).collect(),
        Cow::Owned(text) => lines(text).map(|l| RawLine::new(RawKind::Line, l.to_owned(), Place::Line)).collect(),
    };
    if decoded.text.trim().is_empty() {
        return Err(Error::Empty);
    }
    Ok(RawDocument { format, encoding: decoded.encoding.name(), pages: None, lines, notices: decoded.notices })
}

/// Lines ended by LF, CRLF, a lone CR, a form feed or a line separator.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    const OTHER: [char; 6] = ['\r', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}', '\u{85}'];
    // most files have none of them
    let others = OTHER.iter().any(|&end| text.contains(end));
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).flat_map(move |line| {
        let ends: &[char] = if others { &OTHER } else { &[] };
        line.split(ends)
    })
}
