//! What the page or the web page added: rulers, page numbers, running heads, stamps.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    columns,
    figure_rows::is_amount,
    line::Line,
    shapes::{bare, date_line, floor, floor_back, is_capitals, is_number, is_page_number, is_ruler, starts_small},
    stamps::{is_stamp, is_stamp_time, is_timestamp},
    tables::is_number_column,
    wrapped_cells,
};
use crate::text::{
    fold,
    letters::is_alphabetic,
    words::{List, Words},
};

/// Takes out lines that are no words of the document; gives how many there were.
pub(super) fn strip(lines: Vec<Line>) -> (Vec<Line>, usize) {
    let rows = &(&row_numbers(&lines) | &columns::row_numbers(&lines)) | &wrapped_cells::row_numbers(&lines);
    let pages: Vec<bool> = (0..lines.len()).map(|i| !rows.contains(&i) && numbers_page(&lines, i)).collect();
    let wrapped: Vec<bool> = (0..lines.len()).map(|i| is_wrapped_marker(&lines, i)).collect();
    let heads = running_heads(&lines, &pages);
    let stamped: Vec<bool> = lines.iter().map(|l| is_stamp(l.words())).collect();
    let stamps = stamps(&lines, &stamped);
    let before = lines.len();
    let mut kept: Vec<Line> = Vec::with_capacity(before);
    let (mut blank, mut opens_page) = (false, false);
    for (i, (mut line, page)) in lines.into_iter().zip(pages).enumerate() {
        let words = line.words();
        let of_page = page || stamped[i] || !heads.is_empty() && heads.contains(&head(words));
        if of_page || stamps.iter().any(|s| s.contains(&i)) || is_ruler(words) && !wrapped[i] {
            blank |= line.blank_before;
            opens_page |= of_page || line.opens_page;
            continue;
        }
        line.blank_before |= blank;
        line.opens_page |= opens_page;
        (blank, opens_page) = (false, false);
        kept.push(line);
    }
    let count = before - kept.len();
    (kept, count)
}

/// A list marker whose words did not fit on its line: a lone `-` or `+` above words that begin with a letter.
fn is_wrapped_marker(lines: &[Line], at: usize) -> bool {
    matches!(lines[at].words(), "-" | "–" | "+")
        && !at.checked_sub(1).is_some_and(|i| is_capitals(lines[i].words()) || lines[i].words() == "|")
        && lines.get(at + 1).is_some_and(|next| {
            let words = next.words();
            !next.blank_before
                && words.starts_with(is_alphabetic)
                && !is_capitals(words)
                && !is_number(words)
                && date_line(words).is_none()
        })
}

/// Lines that number the rows of a table printed one cell a line, 1, 2, 3 … below a line `STT`, and the figures of its cells.
fn row_numbers(lines: &[Line]) -> HashSet<usize> {
    const LONGEST_ROW: usize = 14;
    let mut found = HashSet::new();
    for head in (0..lines.len()).filter(|&i| is_number_column(lines[i].words())) {
        let (mut at, mut next) = (head + 1, 1_u32);
        let mut rows: Vec<usize> = Vec::new();
        while let Some(step) = lines[at.min(lines.len())..]
            .iter()
            .take(LONGEST_ROW)
            .position(|l| l.words().trim_end_matches('.').parse() == Ok(next))
        {
            at += step;
            rows.push(at);
            at += 1;
            next += 1;
        }
        // figures in a row are cells: no page has two numbers
        let figure = |i: usize| lines.get(i).is_some_and(|l| is_page_number(l.words()) || l.words() == "%");
        let end = if next > 1 { (at + LONGEST_ROW).min(lines.len()) } else { head };
        let surplus = surplus(lines, head, &rows);
        let cell = |&i: &usize| figure(i) && (figure(i + 1) || i > head && figure(i - 1)) && surplus != Some(i);
        found.extend((head..end).filter(cell));
        found.extend(rows);
    }
    found
}

/// The one figure in a table of one cell a line that makes its row longer by a line than all others: the number of a page.
fn surplus(lines: &[Line], head: usize, rows: &[usize]) -> Option<usize> {
    let width = rows.first()? - head;
    let figures = |row: &[usize]| (row[0] + 1..row[1]).find(|&i| is_page_number(lines[i].words()));
    let mut found = None;
    for row in rows.windows(2) {
        match (row[1] - row[0] == width, figures(row)) {
            (true, None) => {}
            (false, Some(at)) if row[1] - row[0] == width + 1 && found.is_none() => found = Some(at),
            _ => return None,
        }
    }
    found
}

/// What a legal portal prints below a document: everything from here on is the page's.
pub(super) fn ends_page(words: &str) -> bool {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[a-zđ][^ ]* (?:[^ ]+ ){0,2}[^ ]*[0-9]+/[^ ]+ năm [0-9]{4} .* do .* ban hành$")
            .expect("a pattern of the program")
    });
    const OPENERS: &Words = &Words::of(&[
        "văn bản này chưa cập nhật nội dung",
        "nội dung sửa đổi, hướng dẫn",
        "file được đính kèm",
        "tắt so sánh",
        "click trái",
        "rà chuột vào",
    ]);
    if words.len() >= 900 {
        return false;
    }
    let opens = || {
        let folded = fold(&words[..floor(words, 60)]);
        OPENERS.fronts(&folded).next().is_some() || folded == "văn bản bị thay thế"
    };
    words.starts_with(['V', 'v', 'N', 'n', 'F', 'f', 'T', 't', 'C', 'c', 'R', 'r']) && opens()
        || words.ends_with(['h', 'H'])
            && fold(&words[floor_back(words, "ban hành".len())..]) == "ban hành"
            && SHAPE.is_match(&fold(words))
}

/// A page number alone on its line; a number beside a cell mark, or between figures of which one is an amount, is a cell.
fn numbers_page(lines: &[Line], at: usize) -> bool {
    let words = |i: Option<usize>| i.and_then(|i| lines.get(i)).map_or("", Line::words);
    let beside = [words(at.checked_sub(1)), words(Some(at + 1))];
    let bar = beside.contains(&"|");
    let row = beside.iter().all(|w| is_amount(w) || is_page_number(w)) && beside.iter().any(|w| is_amount(w));
    is_page_number(lines[at].words()) && !bar && !row
}

/// Lines that come back on page after page, with only a number changing: a header or a footer.
fn running_heads(lines: &[Line], pages: &[bool]) -> FxHashSet<String> {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for (i, line) in lines.iter().enumerate() {
        // a running head stands right at a page number or at the page's edge
        let near = pages[i.saturating_sub(2)..(i + 3).min(pages.len())].contains(&true);
        let edge = line.opens_page || lines.get(i + 1).is_some_and(|next| next.opens_page);
        if (near || edge && !line.words().contains("  ")) && line.words().len() < 120 && !columns::names_columns(line) {
            *seen.entry(head(line.words())).or_default() += 1;
        }
    }
    seen.into_iter().filter(|(key, count)| *count >= 2 && !key.is_empty()).map(|(key, _)| key).collect()
}

/// The stamps of signing programs that run over several lines, from the signer to the time.
fn stamps(lines: &[Line], stamped: &[bool]) -> Vec<Range<usize>> {
    const LONGEST: usize = 14;
    let mut found = Vec::new();
    for start in (0..lines.len()).filter(|&i| stamped[i] && !is_stamp_time(lines[i].words())) {
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
    // a short line in capitals is an agency: `CHÍNH PHỦ` opens two pages of its own; small letters go on with a paragraph
    if words.len() > 120 || starts_small(words) || words.starts_with(['-', '+', '|']) || words.split(' ').count() <= 3 {
        return String::new();
    }
    let mut key = bare(words);
    key.retain(|c| !c.is_ascii_digit());
    if key.len() < 8 { String::new() } else { key }
}
