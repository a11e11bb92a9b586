//! What the page or the web page added: rulers, page numbers, running heads, stamps.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{
    line::Line,
    shapes::{bare, is_page_number, is_ruler, is_stamp, is_stamp_time, is_timestamp},
};

/// Takes out lines that are no words of the document; gives how many there were.
pub(super) fn strip(lines: Vec<Line>) -> (Vec<Line>, usize) {
    let pages: Vec<bool> = (0..lines.len()).map(|i| numbers_page(&lines, i)).collect();
    let heads = running_heads(&lines, &pages);
    let stamps = stamps(&lines);
    let before = lines.len();
    let mut kept: Vec<Line> = Vec::with_capacity(before);
    let mut blank = false;
    for (i, (mut line, page)) in lines.into_iter().zip(pages).enumerate() {
        let words = line.words();
        if page
            || stamps.iter().any(|s| s.contains(&i))
            || is_ruler(words)
            || is_stamp(words)
            || heads.contains(&head(words))
        {
            blank |= line.blank_before;
            continue;
        }
        line.blank_before |= blank;
        blank = false;
        kept.push(line);
    }
    let count = before - kept.len();
    (kept, count)
}

/// A page number alone on its line; a number between cell marks is a cell.
fn numbers_page(lines: &[Line], at: usize) -> bool {
    let bar = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_some_and(|l| l.words() == "|");
    is_page_number(lines[at].words()) && !bar(at.checked_sub(1)) && !bar(Some(at + 1))
}

/// Lines that come back on page after page, with only a number changing: a header or a footer.
fn running_heads(lines: &[Line], pages: &[bool]) -> HashSet<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (i, line) in lines.iter().enumerate() {
        // a running head stands right at a page number
        let near = pages[i.saturating_sub(2)..(i + 3).min(pages.len())].contains(&true);
        if near && line.words().len() < 120 {
            *seen.entry(head(line.words())).or_default() += 1;
        }
    }
    seen.into_iter().filter(|(key, count)| *count >= 2 && !key.is_empty()).map(|(key, _)| key).collect()
}

/// The stamps of signing programs that run over several lines, from the signer to the time.
fn stamps(lines: &[Line]) -> Vec<Range<usize>> {
    const LONGEST: usize = 14;
    let mut found = Vec::new();
    for start in (0..lines.len()).filter(|&i| is_stamp(lines[i].words()) && !is_stamp_time(lines[i].words())) {
        let Some(time) = lines[start..].iter().take(LONGEST).position(|l| is_stamp_time(l.words())) else { continue };
        let mut end = start + time + 1;
        while lines.get(end).is_some_and(|l| is_timestamp(l.words())) {
            end += 1;
        }
        found.push(start..end);
    }
    found
}

/// What stays the same of a running head from page to page; empty when the line cannot be one.
fn head(words: &str) -> String {
    // a short line in capitals is an agency: `CHÍNH PHỦ` opens two pages of its own
    if words.len() > 120 || words.starts_with(['-', '+', '|']) || words.split(' ').count() <= 3 {
        return String::new();
    }
    let mut key = bare(words);
    key.retain(|c| !c.is_ascii_digit());
    if key.len() < 8 { String::new() } else { key }
}
