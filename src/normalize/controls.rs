//! Characters that print nothing go: controls, byte-order marks, zero-width and bidirectional marks, soft hyphens.

use super::Mapped;

pub(super) fn apply(line: &mut Mapped) {
    let gone = |c: char| {
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
            || (c.is_control() && c != '\t' && c != '\n')
    };
    let edits: Vec<_> =
        line.as_str().char_indices().filter(|&(_, c)| gone(c)).map(|(i, c)| (i..i + c.len_utf8(), "")).collect();
    line.replace(&edits);
}
