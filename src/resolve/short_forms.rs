//! Short forms that a document makes for itself: `kiểm soát nhiễm khuẩn (KSNK)`, then `Khoa KSNK`; `Tổng cục ĐBVN` beside
//! `Tổng cục Đường bộ Việt Nam`. What the lexicon knows is written out before; here only letters that the document's own
//! words explain.

use std::collections::HashMap;

use crate::{
    model::{AssignmentFact, DeadlineFact, Fact},
    text::letters::{is_lowercase, is_uppercase},
};

/// The letters of a short form: fewer say too little, more are no short form.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// Writes out the short forms of the document in the names of its agencies.
pub(super) fn write_out(text: &str, assignments: &mut [Fact<AssignmentFact>], deadlines: &mut [Fact<DeadlineFact>]) {
    let short = |name: &str| name.split(' ').any(is_short);
    if !assignments.iter().any(|a| short(&a.value.agency) || a.value.partners.iter().any(|p| short(p))) {
        return;
    }
    let made = definitions(text);
    let whole: Vec<String> = assignments.iter().map(|a| a.value.agency.clone()).filter(|name| !short(name)).collect();
    let acting = assignments.iter_mut().flat_map(|a| std::iter::once(&mut a.value.agency).chain(&mut a.value.partners));
    let bound = deadlines.iter_mut().flat_map(|d| &mut d.value.agencies);
    for name in acting.chain(bound) {
        if let Some(written) = spelled(name, &made, &whole) {
            *name = written;
        }
    }
}

/// The name with its short form written out, if one is explained.
fn spelled(name: &str, made: &HashMap<&str, &str>, whole: &[String]) -> Option<String> {
    let at = name.split(' ').position(is_short)?;
    let words: Vec<&str> = name.split(' ').collect();
    let (head, tail) = (words[..at].join(" "), words[at + 1..].join(" "));
    let long = made.get(words[at]).copied().or_else(|| {
        // the same body under its whole name
        let mut longs = whole.iter().filter_map(|other| {
            let rest = other.strip_prefix(&head)?.strip_suffix(&tail)?.trim();
            explains(rest, words[at]).then_some(rest)
        });
        longs.next().filter(|long| longs.all(|other| other == *long) && !head.is_empty())
    })?;
    Some([head.as_str(), long, tail.as_str()].iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(" "))
}

/// The short forms in parentheses right behind what they stand for.
fn definitions(text: &str) -> HashMap<&str, &str> {
    let mut made = HashMap::new();
    for (open, _) in text.match_indices(" (") {
        let Some(inside) = text[open + 2..].split(')').next().filter(|inside| inside.len() < 60) else { continue };
        let short = inside.rsplit(' ').next().unwrap_or_default();
        let named = inside == short || inside.contains("tắt");
        if !named || !is_short(short) {
            continue;
        }
        let before = &text[..open];
        let start = before.rfind(['\n', ';', '(', ')', ':']).map_or(0, |mark| mark + 1);
        let starts = before[start..].match_indices(' ').map(|(at, _)| start + at + 1);
        let mut starts = std::iter::once(start).chain(starts).map(|at| before[at..].trim());
        // the nearest words that have the letters
        if let Some(long) = starts.rfind(|long| explains(long, short)) {
            made.entry(short).or_insert(long);
        }
    }
    made
}

/// A word of capitals alone, as many as a short form has.
fn is_short(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && word.chars().all(is_uppercase)
}

/// Do the words begin with the letters, one each? `và` and dashes may stand between.
fn explains(long: &str, short: &str) -> bool {
    let mut letters = short.chars();
    let words = long.split([' ', '-', '–', ',']).filter(|w| !w.is_empty() && *w != "và");
    let mut small = false;
    for word in words {
        let Some(letter) = letters.next() else { return false };
        small |= word.chars().any(is_lowercase);
        if !word.chars().next().is_some_and(|first| first.to_uppercase().eq(std::iter::once(letter))) {
            return false;
        }
    }
    small && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_explained_by_the_words_before_them() {
        let text = "Kế hoạch kiểm soát nhiễm khuẩn (KSNK) của Tổng cục Đường bộ Việt Nam (sau đây viết tắt là ĐBVN); \
                    Sở Y tế (SYT); chất thải rắn (theo Quyết định ABC)";
        let made = definitions(text);
        assert_eq!(made.get("KSNK"), Some(&"kiểm soát nhiễm khuẩn"));
        assert_eq!(made.get("ĐBVN"), Some(&"Đường bộ Việt Nam"));
        assert_eq!(made.get("SYT"), Some(&"Sở Y tế"));
        assert_eq!(made.get("ABC"), None);
    }

    #[test]
    fn names_are_written_out_where_the_document_tells_how() {
        let made = HashMap::from([("KSNK", "kiểm soát nhiễm khuẩn")]);
        let whole = ["Tổng cục Đường bộ Việt Nam".to_owned()];
        for (name, written) in [
            ("Khoa KSNK", Some("Khoa kiểm soát nhiễm khuẩn")),
            ("Mạng lưới KSNK Bệnh viện", Some("Mạng lưới kiểm soát nhiễm khuẩn Bệnh viện")),
            ("Tổng cục ĐBVN", Some("Tổng cục Đường bộ Việt Nam")),
            ("Cục ĐBVN", None),
            ("Khoa XYZ", None),
            ("Sở Y tế", None),
        ] {
            assert_eq!(spelled(name, &made, &whole).as_deref(), written, "{name}");
        }
    }
}
