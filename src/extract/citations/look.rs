//! Looking at what stands at one place of a text, without reading far.

use std::{borrow::Cow, ops::Range};

use crate::{
    lexicon::{
        document_types::{self, DocumentType},
        issuer_words::issuer_words,
    },
    text::{begins, letters::is_alphanumeric, words::Words},
};

/// About `most` bytes from `at`, on character boundaries.
pub(super) fn window(text: &str, mut at: usize, most: usize) -> Range<usize> {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut limit = (at + most).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    at..limit.max(at)
}

/// Does `text` start with one of `words`, whole?
pub(super) fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| begins(text, w) && !text[w.len()..].starts_with(is_alphanumeric))
}

/// Does an agency that acts in this plan begin at byte `at`, after a comma: `…, Sở Nội vụ xây dựng Kế hoạch …`,
/// `…, UBND xã yêu cầu …`? It is the subject of the sentence, no part of what the sentence cites.
pub(super) fn acts(plain: &str, folded: &str, at: usize) -> bool {
    // `…, Chủ tịch UBND tỉnh có ý kiến như sau`
    const POSTS: [&str; 5] = ["chủ tịch ", "giám đốc ", "bộ trưởng ", "thủ tướng ", "trưởng ban "];
    const MAKES: [&str; 5] = [" ban hành ", " xây dựng ", " triển khai ", " lập ", " tổ chức "];
    const WHAT: [&str; 6] = ["kế hoạch", "chương trình", "quyết định", "phương án", "đề án", "thực hiện"];
    const TELLS: &Words = &Words::of(&[" yêu cầu", " đề nghị ", " báo cáo ", " có ý kiến", " chỉ đạo ", " chỉ thị"]);
    let Some(rest) = folded.get(at..) else { return false };
    let heads = issuer_words().heads.begin(rest) || POSTS.iter().any(|post| rest.starts_with(post));
    if !heads || !plain[at..].starts_with(char::is_uppercase) {
        return false;
    }
    let clause = without_remark(&rest[window(rest, 0, 240)]);
    let clause = clause.split([';', ':', '(']).next().unwrap_or_default();
    let body = clause.split(',').next().unwrap_or_default();
    let makes = |clause: &str| {
        MAKES.iter().any(|v| clause.split_once(v).is_some_and(|(_, what)| WHAT.iter().any(|w| what.starts_with(w))))
    };
    makes(clause) || TELLS.within(body)
}

/// The clause without the short name that its body gets in parentheses: `Cục Thuế (sau đây gọi là Cục) ban hành …`.
fn without_remark(clause: &str) -> Cow<'_, str> {
    let opened = clause.find(" (").filter(|open| !clause[..*open].contains([',', ';', ':']));
    match opened.and_then(|open| clause[open..].find(')').map(|close| (open, open + close + 1))) {
        Some((open, close)) => Cow::Owned([&clause[..open], &clause[close..]].concat()),
        None => Cow::Borrowed(clause),
    }
}

/// The type of document whose name begins a folded text.
pub(super) fn begins_type(folded: &str) -> Option<&'static DocumentType> {
    let beginning = &folded[window(folded, 0, 64)];
    document_types::names().at_start(beginning).map(|(_, t)| *t)
}

/// `về` inside the name of a committee: a verb of issuing follows later in the clause.
pub(super) fn issues_later(here: &str) -> bool {
    const CLAUSE: usize = 220;
    let clause = &here[window(here, 0, CLAUSE)];
    let clause = clause.split([';', '(', ':']).next().unwrap_or_default();
    clause.contains(" ban hành") || clause.contains(" về việc")
}
