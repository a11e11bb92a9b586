//! Numbers that leave their symbol to the last of the list: `Nghị quyết số 57, 59 và 66-NQ/TW`,
//! `số 12, 13, 14/NQ-HĐND`.

use super::numbered::Numbered;
use crate::text::letters::is_alphanumeric;

/// The most numbers that one symbol serves.
const MOST: usize = 12;

/// Gives the symbol to the bare numbers of a list and finds those that were passed over.
pub(super) fn fill(folded: &str, found: &mut Vec<Numbered>) {
    let mut more = Vec::new();
    for n in 0..found.len() {
        if found[n].symbol.is_empty() {
            continue;
        }
        let (bare, before) = bare_before(folded, found[n].at);
        let Some(first) = bare.last() else { continue };
        let suffix = found[n].number.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let (head, tail) = found.split_at_mut(n);
        let last = &tail[0];
        // the list begins after `Nghị quyết số`, which the reader of bare numbers took, or after a whole number
        let begins = head.iter().rposition(|h| h.at == first.start && h.symbol.is_empty() && h.kind == last.kind);
        let goes_on = head.iter().any(|h| h.range.end == before && h.symbol == last.symbol && h.kind == last.kind);
        if begins.is_none() && !goes_on {
            continue;
        }
        for range in &bare {
            let number = format!("{}{suffix}", &folded[range.clone()]);
            if let Some(known) = head.iter_mut().find(|h| h.at == range.start) {
                (known.number, known.symbol) = (number, last.symbol.clone());
            } else {
                let one =
                    Numbered { own_type: false, date: None, issuer: None, title: None, given: false, ..last.clone() };
                more.push(Numbered { range: range.clone(), at: range.start, number, ..one });
            }
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found.sort_by_key(|one| one.range.start);
    }
}

/// The bare numbers of a list that ends at byte `at`, the last first, and where the words before the list end.
fn bare_before(folded: &str, at: usize) -> (Vec<std::ops::Range<usize>>, usize) {
    let mut bare = Vec::new();
    let mut before = folded[..at].trim_end();
    while bare.len() < MOST {
        let so = before.strip_suffix("số").map_or(before, str::trim_end);
        let Some(list) = so.strip_suffix("và").or_else(|| so.strip_suffix(',')) else { break };
        let list = list.trim_end().trim_end_matches(',');
        let digits = list.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = list.len() - digits;
        let inside = list[..start].ends_with(|c: char| is_alphanumeric(c) || matches!(c, '/' | '-' | '.'));
        if !(1..=4).contains(&digits) || inside {
            return (bare, list.len());
        }
        bare.push(start..list.len());
        before = list[..start].trim_end();
    }
    (bare, before.len())
}
