//! What comes back on page after page at the same height, and the numbers of the pages.

use std::collections::{HashMap, HashSet};

use super::{Sheet, line::Line};

/// How much of a page's height, at the top and at the bottom, may hold headers and footers.
const EDGE: f32 = 0.13;

/// Takes headers, footers and page numbers off the pages; gives how many lines there were.
pub(super) fn strip(sheets: &mut [Sheet]) -> usize {
    let mut seen: HashMap<(String, i32), HashSet<usize>> = HashMap::new();
    for sheet in sheets.iter() {
        for line in at_edge(sheet) {
            seen.entry(key(line, sheet.height)).or_default().insert(sheet.number);
        }
    }
    let pages = sheets.len();
    let mut dropped = 0;
    for sheet in sheets {
        let height = sheet.height;
        let repeats = |line: &Line| {
            let (words, at) = key(line, height);
            // a leaf of paper turned a little moves the line a little
            let near = [at - 1, at, at + 1].into_iter().filter_map(|at| seen.get(&(words.clone(), at))).flatten();
            let count = near.collect::<HashSet<_>>().len();
            words.chars().any(char::is_alphabetic) && count >= 2 && count * 3 >= pages
        };
        let (top, bottom) = (height * EDGE, height * (1.0 - EDGE));
        // a number may stand below a header
        let mut first = true;
        let mut furniture = Vec::with_capacity(sheet.lines.len());
        for line in &sheet.lines {
            let outer = line.place.y1 < top || line.place.y0 > bottom;
            let goes = outer && (repeats(line) || is_page_number(line, first) || is_misread_number(line, sheet.number));
            first &= goes;
            furniture.push(goes);
        }
        let before = sheet.lines.len() + sheet.notes.len();
        let mut keep = furniture.iter().map(|f| !f);
        sheet.lines.retain(|_| keep.next().unwrap_or(true));
        // the number may stand below the footnotes
        sheet.notes.retain(|l| !(l.place.y0 > height * (1.0 - EDGE) && (repeats(l) || is_page_number(l, false))));
        dropped += before - sheet.lines.len() - sheet.notes.len();
    }
    dropped
}

/// The lines near the top and the bottom of the page.
fn at_edge(sheet: &Sheet) -> impl Iterator<Item = &Line> {
    let (top, bottom) = (sheet.height * EDGE, sheet.height * (1.0 - EDGE));
    sheet.lines.iter().filter(move |l| l.place.y1 < top || l.place.y0 > bottom)
}

/// What stays the same from page to page, and how far from the top in steps of six points.
fn key(line: &Line, height: f32) -> (String, i32) {
    let words = line.text().chars().filter(|c| !c.is_ascii_digit()).collect();
    #[expect(clippy::cast_possible_truncation, reason = "a page is shorter than a million points")]
    let at = (line.place.y0.clamp(0.0, height) / 6.0) as i32;
    (words, at)
}

/// `4A`: the page's own number, of which a recognizer made more.
fn is_misread_number(line: &Line, page: usize) -> bool {
    let (text, number) = (line.text(), page.to_string());
    line.is_recognized() && text.len() == number.len() + 1 && text.starts_with(&number)
}

/// `3`, `- 3 -`, `Trang 3/8`: alone at the page's edge.
fn is_page_number(line: &Line, first: bool) -> bool {
    let text = line.text().to_lowercase();
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' ' | '|' | '.' | '/'));
    let bare = ["trang", "page"].iter().find_map(|w| bare.strip_prefix(w)).unwrap_or(bare);
    let figures = |s: &str| (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let parts = bare.split(['/', ' ']).filter(|p| !p.is_empty());
    let numbers = parts.clone().all(figures) && (1..=2).contains(&parts.count());
    // at the top only what stands first: below may be the number of a row
    numbers && (first || line.place.y0 > 300.0)
}
