//! Plain text and Markdown in any encoding, with any line ends.

use std::borrow::Cow;

use super::{Format, Notice, Options, Place, RawDocument, RawKind, RawLine, encoding};
use crate::error::Error;

pub(super) fn read<'a>(bytes: &'a [u8], format: Format, options: &Options) -> Result<RawDocument<'a>, Error> {
    let mut decoded = encoding::decode(bytes, options.encoding)?;
    let escaped = unescaped(&decoded.text);
    if let Some(text) = escaped {
        decoded.text = Cow::Owned(text);
        let message = "line ends that stood in the text as the letters `\\r\\n` were read as line ends".into();
        decoded.notices.push(Notice { code: "line-ends-escaped", message });
    }
    let mut raw_lines = Vec::with_capacity(1 + memchr::memchr_iter(b'\n', decoded.text.as_bytes()).count());
    match &decoded.text {
        Cow::Borrowed(text) => raw_lines.extend(lines(text).map(|(line, opens_page)| raw(line, opens_page))),
        Cow::Owned(text) => raw_lines.extend(lines(text).map(|(line, opens_page)| raw(line.to_owned(), opens_page))),
    }
    if decoded.text.trim().is_empty() {
        return Err(Error::Empty);
    }
    if memchr::memmem::find(decoded.text.as_bytes(), b"    \xe2\x80\xa2 ").is_some() {
        plain_bullets(&mut raw_lines);
    }
    Ok(RawDocument {
        format,
        encoding: decoded.encoding.name(),
        pages: None,
        lines: raw_lines,
        notices: decoded.notices,
    })
}

/// The text with line ends where a program that saved it wrote them as letters, `\r\n`; none where few stand, which may be
/// meant.
fn unescaped(text: &str) -> Option<String> {
    const ESCAPED: &str = r"\r\n";
    const FEWEST: usize = 4;
    let found = memchr::memmem::find_iter(text.as_bytes(), ESCAPED).take(FEWEST).count();
    (found == FEWEST).then(|| text.replace(ESCAPED, "\n"))
}

/// Before items of lists LibreOffice writes `•`, below them `◦`, then `▪`, set in by four blanks a level, whichever marks
/// the document has. They become `-` and `+`, as those of web pages do. Bullets that stand otherwise were typed.
fn plain_bullets(lines: &mut [RawLine]) {
    const SIGNS: [char; 3] = ['•', '◦', '▪'];
    let level = |line: &RawLine| {
        let indent = line.text.len() - line.text.trim_start_matches(' ').len();
        let sign = line.text[indent..].chars().next().filter(|c| SIGNS.contains(c))?;
        let ours = indent.is_multiple_of(4) && indent >= 4 && SIGNS[(indent / 4 - 1) % 3] == sign;
        Some((indent, sign, ours && line.text[indent + sign.len_utf8()..].starts_with(' ')))
    };
    if !lines.iter().filter_map(level).all(|(.., ours)| ours) {
        return;
    }
    for line in lines {
        if let Some((indent, sign, _)) = level(line) {
            let mark = if indent == 4 { "-" } else { "+" };
            line.text.to_mut().replace_range(indent..indent + sign.len_utf8(), mark);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_written_as_letters() {
        fn read(text: &str) -> RawDocument<'_> {
            super::read(text.as_bytes(), Format::Text, &Options::default()).expect("text")
        }
        let page = read(r"KẾ HOẠCH\r\n I. Mục tiêu \r\n1. Trồng rừng\r\n \r\n2. Giữ rừng");
        let words: Vec<&str> = page.lines.iter().map(|l| l.text.trim()).filter(|l| !l.is_empty()).collect();
        assert_eq!(words, ["KẾ HOẠCH", "I. Mục tiêu", "1. Trồng rừng", "2. Giữ rừng"]);
        assert_eq!(page.notices[0].code, "line-ends-escaped");
        assert!(read(r"Lưu vào C:\rung\rnui").notices.is_empty());
    }

    #[test]
    fn bullets_that_an_export_made_are_plain() {
        let read = |text: &str| {
            let read = super::read(text.as_bytes(), Format::Text, &Options::default()).expect("text");
            read.lines.into_iter().map(|l| l.text.into_owned()).collect::<Vec<_>>().join("\n")
        };
        let made = "Kế hoạch\n    1. Rừng\n    • Trồng cây\n        ◦ Keo\n    • Giữ rừng";
        assert_eq!(read(made), "Kế hoạch\n    1. Rừng\n    - Trồng cây\n        + Keo\n    - Giữ rừng");
        for typed in ["Kế hoạch\n    • Trồng cây\n• Giữ rừng", "Kế hoạch\n    • Trồng cây\n    ◦ Giữ rừng"]
        {
            assert_eq!(read(typed), typed);
        }
    }
}
