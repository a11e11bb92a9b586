//! Names that go on where the words alone would end them: `Cục Văn thư và Lưu trữ nhà nước` holds a type of document.

use super::{
    look::{begins_type, starts, window},
    title,
};
use crate::{
    agency::{Extent, Reader},
    lexicon::issuer_words::issuer_words,
    text::letters::is_alphanumeric,
};

/// The longest name, in bytes.
const REACH: usize = 320;

/// The end of the name at `start` that was read up to `end`, where the reader of agencies knows a longer one.
///
/// It is asked only at words that are as often a field of work (`pháp luật`, `văn bản`, `xử lý`), or after a comma
/// before a small word, and believed only when what follows closes a name.
pub(super) fn longer(plain: &str, folded: &str, start: usize, end: usize) -> Option<usize> {
    if !open(plain, folded, end) {
        return None;
    }
    let reach = window(folded, start, REACH);
    let (name, twin) = (plain.get(reach.clone())?, folded.get(reach)?);
    let list = Reader::new(name, twin).list_at(0, Extent::Clause)?;
    let first = list.agencies.first().filter(|first| first.range.start == 0)?;
    let longer = start + first.range.end;
    let added = folded.get(end..longer)?;
    let whole = !added.contains([';', ':', '(', '“', '"', '\t', '\n']) && !numbered(added);
    (!added.is_empty() && whole && closes(&folded[longer..])).then_some(longer)
}

/// May the name go on after `end`?
fn open(plain: &str, folded: &str, end: usize) -> bool {
    let rest = &folded[end..];
    let word = rest.trim_start_matches([' ', ',']);
    let at = folded.len() - word.len();
    let small = plain[at..].starts_with(char::is_lowercase);
    match &rest[..rest.len() - word.len()] {
        " " => {
            let field = issuer_words().inner_fields.begin(word)
                || small && starts(word, &["và"]) && !capital_after(plain, at + "và ".len());
            field || begins_type(word).is_some() && !numbered(word)
        }
        ", " => small && !title::begins(word),
        _ => false,
    }
}

/// `và Kế hoạch …`, `và Sở Y tế`: another document or body.
fn capital_after(plain: &str, at: usize) -> bool {
    plain.get(at..).is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// `Kế hoạch số 12/KH-UBND` after an issuer is another document.
fn numbered(word: &str) -> bool {
    let near = &word[window(word, 0, 60)];
    let clause = near.split([',', ';', '.']).next().unwrap_or_default();
    clause.split_once(" số ").is_some_and(|(_, number)| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// Does what follows leave nothing of a name open?
fn closes(after: &str) -> bool {
    let word = after.trim_start();
    let mark = word.len() == after.len() && !word.starts_with(is_alphanumeric);
    word.is_empty() || mark || title::begins(word) || starts(word, &["và"]) || issuer_words().ends.begin(word)
}
