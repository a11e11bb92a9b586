//! One kind of space, one kind of hyphen that does not break. Runs stay: layout reads columns from them.

use super::Mapped;

pub(super) fn apply(line: &mut Mapped) {
    let one = |c: char| match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(" "),
        '\u{2010}' | '\u{2011}' => Some("-"),
        _ => None,
    };
    let edits: Vec<_> =
        line.as_str().char_indices().filter_map(|(i, c)| one(c).map(|words| (i..i + c.len_utf8(), words))).collect();
    line.replace(&edits);
}
