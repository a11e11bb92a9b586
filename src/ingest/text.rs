//! Plain text and Markdown in any encoding, with any line ends.

use std::borrow::Cow;

use super::{Format, Options, Place, RawDocument, RawKind, RawLine, encoding};
use crate::error::Error;

pub(super) fn read<'a>(bytes: &'a [u8], format: Format, options: &Options) -> Result<RawDocument<'a>, Error> {
    let decoded = encoding::decode(bytes, options.encoding)?;
    let lines: Vec<RawLine> = match &decoded.text {
        Cow::Borrowed(text) => lines(text).map(|(line, opens_page)| raw(line, opens_page)).collect(),
        Cow::Owned(text) => lines(text).map(|(line, opens_page)| raw(line.to_owned(), opens_page)).collect(),
    };
    if decoded.text.trim().is_empty() {
        return Err(Error::Empty);
    }
    Ok(RawDocument { format, encoding: decoded.encoding.name(), pages: None, lines, notices: decoded.notices })
}

fn raw<'a>(line: impl Into<Cow<'a, str>>, opens_page: bool) -> RawLine<'a> {
    RawLine { opens_page, ..RawLine::new(RawKind::Line, line, Place::Line) }
}

/// Lines ended by LF, CRLF, a lone CR, a form feed or a line separator, and whether a form feed stands before each.
fn lines(text: &str) -> Box<dyn Iterator<Item = (&str, bool)> + '_> {
    const OTHER: [char; 5] = ['\r', '\u{b}', '\u{2028}', '\u{2029}', '\u{85}'];
    const PAGE: char = '\u{c}';
    // most files have none of them
    if !text.contains(PAGE) && !OTHER.iter().any(|&end| text.contains(end)) {
        return Box::new(text.split('\n').map(|line| (line, false)));
    }
    let whole = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    Box::new(whole.flat_map(|line| {
        line.split(PAGE)
            .enumerate()
            .flat_map(|(page, part)| part.split(OTHER).enumerate().map(move |(n, line)| (line, page > 0 && n == 0)))
    }))
}
