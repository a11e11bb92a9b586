//! Markdown marks: `**bold**`, `*emphasis*`, `# heading`, `\-`. Emphasis may span lines, which tells that a paragraph does.

use std::ops::Range;

use super::Mapped;
use crate::text::letters::is_alphanumeric;

/// The emphasis that is open while reading from line to line.
#[derive(Debug, Default)]
pub(super) struct Emphasis {
    bold: bool,
    slant: bool,
    /// How many lines the open emphasis has run: a mark that is never closed must not glue a whole document.
    lines: usize,
}

/// A longer emphasis than this is a mark that was never closed.
const LONGEST: usize = 40;

impl Emphasis {
    /// Takes the marks out of a line; true when an emphasis goes on to the next line.
    ///
    /// `closes_below`: the lines that follow end with a star that closes one; told `true`, one closes anywhere in them.
    pub(super) fn strip(&mut self, line: &mut Mapped, closes_below: impl Fn(bool) -> bool) -> bool {
        let text = line.as_str();
        let marked = memchr::memchr3(b'*', b'#', b'\\', text.as_bytes()).is_some()
            || memchr::memchr(b'^', text.as_bytes()).is_some();
        // `*`, `***` alone on a line is a ruler; `**` may open what a line below closes
        let ruler = marked && matches!(text.trim(), "*" | "***" | "* * *" | "*****" | "******");
        if ruler && !(self.bold || self.slant) && !closes_below(false) {
            return false;
        }
        if text.trim().is_empty() || self.lines > LONGEST {
            *self = Self::default();
        }
        if !marked {
            return self.go_on();
        }
        let mut gone: Vec<Range<usize>> = Vec::new();
        let body = text.len() - text.trim_start().len();
        let hashes = text[body..].bytes().take_while(|&b| b == b'#').count();
        if hashes > 0 && text[body + hashes..].starts_with(' ') {
            gone.push(body..body + hashes + 1);
        }
        for (i, _) in text.match_indices('\\') {
            if text[i + 1..].starts_with(|c: char| c.is_ascii_punctuation()) {
                gone.push(i..i + 1);
            }
        }
        gone.extend(footnotes(text));
        self.stars(text, body, &closes_below, &mut gone);
        gone.sort_by_key(|r| r.start);
        let edits: Vec<_> = gone.into_iter().map(|r| (r, "")).collect();
        line.replace(&edits);
        self.go_on()
    }

    fn stars(&mut self, text: &str, body: usize, closes_below: &dyn Fn(bool) -> bool, gone: &mut Vec<Range<usize>>) {
        let mut at = 0;
        while let Some(start) = text[at..].find('*').map(|i| at + i) {
            let len = text[start..].bytes().take_while(|&b| b == b'*').count();
            at = start + len;
            let before = text[..start].chars().next_back();
            let after = text[at..].chars().next();
            let bullet = len == 1
                && start == body
                && after == Some(' ')
                && !self.slant
                && closing(&text[at..]).is_none()
                && (text[at..].contains('*') || !closes_below(false));
            // `*Chỉ tiêu:` without any star that would close it
            let glued = len == 1
                && start == body
                && after.is_some_and(char::is_uppercase)
                && !self.slant
                && !text[at..].contains('*')
                && !closes_below(true);
            let alone = len == 1 && before == Some('(') && after == Some(')');
            // the ruler of a column: `***      Hà Nội, ngày …`
            let apart = |side: &str| side.is_empty() || side.ends_with("  ") || side.starts_with("  ");
            let ruler = len > 2 && !(self.bold || self.slant) && apart(&text[..start]) && apart(&text[at..]);
            let times = len == 1 && before == Some(' ') && after == Some(' ') && !self.slant && start != body;
            if bullet || glued || alone || times || ruler {
                continue;
            }
            if len >= 2 && (len / 2) % 2 == 1 {
                self.bold = !self.bold;
            }
            if len % 2 == 1 {
                self.slant = !self.slant;
            }
            gone.push(start..at);
        }
    }

    fn go_on(&mut self) -> bool {
        let open = self.bold || self.slant;
        self.lines = if open { self.lines + 1 } else { 0 };
        open
    }
}

/// What `[^1]` has more than `[1]`, and the colon of the body `[^1]: …`.
fn footnotes(text: &str) -> Vec<Range<usize>> {
    let mut gone = Vec::new();
    for (at, mark) in text.match_indices("[^") {
        let digits = text[at + mark.len()..].bytes().take_while(u8::is_ascii_digit).count();
        let close = at + mark.len() + digits;
        if (1..=3).contains(&digits) && text[close..].starts_with(']') {
            gone.push(at + 1..at + 2);
            if text[..at].trim().is_empty() && text[close + 1..].starts_with(':') {
                gone.push(close + 1..close + 2);
            }
        }
    }
    gone
}

/// Where a lone star closes what a star before it opened: after a letter, before none (`* *`, `* chữ nghiêng*`).
fn closing(text: &str) -> Option<usize> {
    if text.trim() == "*" {
        return Some(0);
    }
    text.match_indices('*').map(|(i, _)| i).find(|&i| {
        let before = text[..i].chars().next_back().is_some_and(|c| !c.is_whitespace() && c != '(');
        let after = text[i + 1..].chars().next().is_none_or(|c| !is_alphanumeric(c));
        before && after && !text[i + 1..].starts_with('*') && !text[..i].ends_with('*')
    })
}
