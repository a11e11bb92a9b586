//! Unicode normalization form C, cluster by cluster so that the way back stays true.

use unicode_normalization::{
    IsNormalized, UnicodeNormalization,
    char::{canonical_combining_class, compose},
    is_nfc_quick,
};

use super::Mapped;

pub(super) fn apply(line: &mut Mapped) {
    // of a text without them, what composes nowhere tells nothing
    if is_nfc_quick(line.as_str().chars().filter(|&c| !stands_alone(c))) == IsNormalized::Yes {
        return;
    }
    let text = line.as_str().to_owned();
    let mut composed = Vec::new();
    let mut start = 0;
    let ends = text.char_indices().skip(1).filter(|&(_, c)| starts_cluster(c)).map(|(i, _)| i).chain([text.len()]);
    for end in ends {
        let cluster = &text[start..end];
        let mut letters = cluster.chars();
        if letters.next().is_some_and(stands_alone) && letters.as_str().is_empty() {
            start = end;
            continue;
        }
        let nfc: String = marked_letter(cluster).map_or_else(|| cluster.nfc().collect(), String::from);
        if nfc != cluster {
            composed.push((start..end, nfc));
        }
        start = end;
    }
    let edits: Vec<_> = composed.iter().map(|(range, nfc)| (range.clone(), nfc.as_str())).collect();
    line.replace(&edits);
}

/// Composed already and joined to nothing before it, whatever that is: letters of Vietnamese, punctuation of print.
fn stands_alone(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}')
}

/// A plain letter with the marks of Vietnamese in their order as one character, when there is one: `e`, dot, circumflex.
fn marked_letter(cluster: &str) -> Option<char> {
    let mut marks = cluster.chars();
    let mut letter = marks.next().filter(char::is_ascii_alphabetic)?;
    let mut last = 0;
    for mark in marks {
        let class = canonical_combining_class(mark);
        if !matches!(mark, '\u{300}'..='\u{333}') || class < last {
            return None;
        }
        (letter, last) = (compose(letter, mark)?, class);
    }
    Some(letter)
}

/// A character that no composition joins to the one before.
fn starts_cluster(c: char) -> bool {
    stands_alone(c) || canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_alone_is_composed_and_starts_a_cluster() {
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            assert_eq!(
                (canonical_combining_class(c), is_nfc_quick(std::iter::once(c))),
                (0, IsNormalized::Yes),
                "{c:?}"
            );
        }
    }

    #[test]
    fn marks_compose_as_the_standard_says() {
        const MARKS: [char; 9] =
            ['\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{309}', '\u{31b}', '\u{323}', '\u{327}'];
        for letter in ('A'..='Z').chain('a'..='z') {
            for cluster in MARKS.iter().flat_map(|a| MARKS.map(|b| [letter, *a, b])) {
                for cluster in [&cluster[..2], &cluster] {
                    let cluster: String = cluster.iter().collect();
                    if let Some(one) = marked_letter(&cluster) {
                        assert_eq!(cluster.nfc().collect::<String>(), String::from(one), "{cluster:?}");
                    }
                }
            }
        }
    }
}
