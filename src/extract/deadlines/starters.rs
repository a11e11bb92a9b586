//! Where a time expression may begin.

use crate::{extract::Passage, lexicon::time_phrases::TIME_PHRASES, text::letters::is_alphanumeric};

/// Where an expression may begin: starter words and figures, in order.
pub(super) fn starts(passage: &Passage) -> impl Iterator<Item = usize> + use<> {
    let folded = passage.folded();
    let mut starts: Vec<usize> =
        TIME_PHRASES.starters.find_in(passage.view.text, &passage.range).map(|(range, ())| range.start).collect();
    for at in passage.figures() {
        match folded[..at].chars().next_back() {
            // `T6/2025`, `Q3/2025`
            Some('t' | 'q') if at == 1 || !folded[..at - 1].ends_with(is_alphanumeric) => starts.push(at - 1),
            // the rest of a number or of a symbol
            Some(c) if is_alphanumeric(c) || c == '/' => {}
            // `đợt 1 tháng 4/2024` is no first of April
            Some(' ') if ["đợt ", "lần ", "vòng "].iter().any(|round| folded[..at].ends_with(round)) => {}
            _ if is_share_or_item(&folded[at..]) => {}
            _ => starts.push(at),
        }
    }
    // `điều tra ban đầu năm 2026`: the first one, not the year's beginning; `giao ban đầu tuần` is a meeting
    starts.retain(|&at| {
        let before = &folded[..at];
        let first = before.ends_with("ban ") && !before.ends_with("giao ban ") || before.ends_with("bước ");
        !(first && folded[at..].starts_with("đầu "))
    });
    starts.sort_unstable();
    starts.dedup();
    starts.into_iter()
}

/// `45%`, `2. Sở Y tế …`
fn is_share_or_item(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let item =
        || words.len() - rest.len() < 3 && rest.strip_prefix('.').is_some_and(|r| r.is_empty() || r.starts_with(' '));
    rest.starts_with('%') || item()
}
