//! Terms of office, the last part of an issuer's name: `khóa XX`, `nhiệm kỳ 2020 - 2025`, `(khóa XI)`.

use std::ops::Range;

use crate::{text::letters::is_alphanumeric, value::Cursor};

/// How long ` (khóa XI)` is at the start of `after`; nothing where none stands there.
pub(super) fn in_parentheses(after: &str) -> usize {
    const OPENS: &str = " (khóa ";
    const LONGEST: usize = 24;
    let length = after.strip_prefix(OPENS).and_then(|rest| rest.find(')')).filter(|length| *length < LONGEST);
    length.map_or(0, |length| OPENS.len() + length + 1)
}

/// Where the term ends that `word` (`khóa`, `nhiệm`) begins.
pub(super) fn after(folded: &str, word: &Range<usize>) -> Option<usize> {
    let mut c = Cursor::new(folded, word.end);
    if folded[word.start..].starts_with("nhiệm") {
        c.blanks().word("kỳ");
        c.blanks().number(4)?;
        let mut last = c;
        let spans = last.blanks().dash() && last.blanks().number(4).is_some();
        return Some(if spans { last.at() } else { c.at() });
    }
    let number = c.blanks().rest();
    let length = number.find(|l: char| !is_alphanumeric(l)).unwrap_or(number.len());
    (length > 0).then(|| c.at() + length)
}
