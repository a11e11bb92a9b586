//! HTML that copying left in a text: character references become characters, tags go.

use super::Mapped;

/// Elements whose tags are left behind in copied text. Anything else in angle brackets stays: `x < 5`.
const TAGS: [&str; 26] = [
    "a", "b", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "tr", "u", "ul",
];

const NAMED: [(&str, &str); 7] = [
    ("&nbsp;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&amp;", "&"),
];

pub(super) fn apply(line: &mut Mapped) {
    if line.as_str().contains('<') {
        let text = line.as_str();
        // a line break parts words, and the lines of a Markdown cell
        let parting = if text.trim_start().starts_with('|') && text.trim_end().ends_with('|') { "\n" } else { " " };
        let edits: Vec<_> = text
            .match_indices('<')
            .filter_map(|(start, _)| {
                let tag = tag(&text[start..])?;
                let breaks = text.as_bytes()[start + 1..].get(..2).is_some_and(|name| name.eq_ignore_ascii_case(b"br"));
                let words = if breaks { parting } else { "" };
                Some((start..start + tag, words))
            })
            .collect();
        line.replace(&edits);
    }
    if line.as_str().contains('&') {
        let text = line.as_str();
        let mut edits = Vec::new();
        for (start, _) in text.match_indices('&') {
            if let Some((name, words)) = NAMED.iter().find(|(name, _)| text[start..].starts_with(name)) {
                edits.push((start..start + name.len(), (*words).to_owned()));
            } else if let Some((len, c)) = numeric(&text[start..]) {
                edits.push((start..start + len, c.to_string()));
            }
        }
        let edits: Vec<_> = edits.iter().map(|(range, words)| (range.clone(), words.as_str())).collect();
        line.replace(&edits);
    }
}

/// The length of the tag that `text` begins with.
fn tag(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let known = TAGS.contains(&name[..len].to_ascii_lowercase().as_str());
    let end = text.bytes().take(200).position(|b| b == b'>')?;
    (known && matches!(name.as_bytes().get(len), Some(b'>' | b' ' | b'/'))).then_some(end + 1)
}

/// The length and the character of `&#160;` or `&#xA0;`.
fn numeric(text: &str) -> Option<(usize, char)> {
    let body = text.strip_prefix("&#")?;
    let end = body.bytes().take(8).position(|b| b == b';')?;
    let digits = &body[..end];
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some((end + 3, char::from_u32(code).filter(|c| !c.is_control())?))
}
