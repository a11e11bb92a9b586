//! Unicode normalization form C, cluster by cluster so that the way back stays true.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

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
        let nfc: String = cluster.nfc().collect();
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

/// A character that no composition joins to the one before.
fn starts_cluster(c: char) -> bool {
    unicode_normalization::char::canonical_combining_class(c) == 0
        && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_alone_is_composed_and_starts_a_cluster() {
        for c in ('\0'..=char::MAX).filter(|&c| stands_alone(c)) {
            assert!(starts_cluster(c), "{c:?}");
        }
    }
}
