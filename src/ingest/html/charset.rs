//! What the bytes of a page mean: what it declares, unless its words say otherwise.

use std::borrow::Cow;

use crate::{
    error::Error,
    ingest::{
        Notice,
        encoding::{self, Decoded, Encoding},
    },
};

/// The part of a page that browsers search for its declaration, and more, since exports put much in front.
const HEAD: usize = 4096;

pub(super) fn decode(bytes: &[u8], forced: Option<Encoding>) -> Result<Decoded<'_>, Error> {
    if forced.is_some() || std::str::from_utf8(bytes).is_ok() {
        return encoding::decode(bytes, forced);
    }
    let Some(declared) = declared(&bytes[..bytes.len().min(HEAD)]) else { return encoding::decode(bytes, None) };
    let found = encoding::decode_as_words(bytes, words_of)?;
    // references carry most letters of an export, so that its few bytes tell little: what it says of itself counts
    let certain = found.notices.iter().all(|n| n.code != "encoding-uncertain");
    if found.encoding == declared || (certain && found.encoding != Encoding::Windows1252) {
        let mut found = found;
        if found.encoding != declared {
            let message = format!("the page declares {}, its words are {}", declared.name(), found.encoding.name());
            found.notices.push(Notice { code: "encoding-repaired", message });
        }
        found.notices.retain(|n| n.code != "encoding-uncertain" || found.encoding != declared);
        return Ok(found);
    }
    encoding::decode(bytes, Some(declared))
}

/// The encoding that a page's head names.
fn declared(head: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let name: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
        .collect();
    Encoding::of(&name)
}

/// What shows on the page, with its numeric references resolved, so that words are whole.
fn words_of(page: &str) -> Cow<'_, str> {
    let mut words = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find(['<', '&']) {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('<') {
            // a tag inside a word does not part it
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
        }
        let end = rest.bytes().take(12).position(|b| b == b';');
        let letter = end.and_then(|end| {
            rest.get(2..end)?.parse().ok().and_then(char::from_u32).filter(|_| rest[1..].starts_with('#'))
        });
        words.push(letter.unwrap_or('&'));
        rest = &rest[if letter.is_some() { end.unwrap_or(0) } else { 0 } + 1..];
    }
    words.push_str(rest);
    Cow::Owned(words)
}
