//! Numbers of lists inside lists, as web browsers print them: each list counts from 1, and only how far it is set in tells
//! what it belongs to. They are written as those of web pages are (`1.` set in below `2.` is `2.1.`), so that a page and
//! its print say the same.

use super::{Sheet, line::Line};
use crate::value::marker::{self, Style};

/// Lists inside lists are set in by 30 points; words that begin nearer than this begin at one place.
const STEP: f32 = 12.0;

/// A list whose numbers are being counted.
struct Level {
    /// Where the words of its items begin.
    at: f32,
    number: u32,
}

/// Writes the numbers of nested lists in full.
pub(super) fn write(sheets: &mut [Sheet]) {
    let mut open: Vec<Level> = Vec::new();
    for line in sheets.iter_mut().flat_map(|s| &mut s.lines) {
        let Some((number, at)) = numbered(line) else {
            if closes(line) {
                open.clear();
            }
            continue;
        };
        open.retain(|level| level.at < at + STEP);
        match open.last_mut() {
            Some(level) if (level.at - at).abs() < STEP => level.number = number,
            // what begins inside an item begins with 1
            Some(_) if number == 1 => open.push(Level { at, number }),
            _ => open = vec![Level { at, number }],
        }
        if open.len() > 1 {
            let path: Vec<String> = open.iter().map(|level| level.number.to_string()).collect();
            line.words[0].text = path.join(".") + ".";
        }
    }
}

/// The number of an item, and where its words begin: `2.` before words.
fn numbered(line: &Line) -> Option<(u32, f32)> {
    let [label, word, ..] = line.words.as_slice() else { return None };
    let digits = label.text.strip_suffix('.')?;
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten().map(|number| (number, word.place.x0))
}

/// A line that begins a part of the document with a marker of its own.
fn closes(line: &Line) -> bool {
    const PARTS: [Style; 7] =
        [Style::Part, Style::Chapter, Style::Item, Style::Article, Style::UpperLetter, Style::Roman, Style::Decimal];
    marker::read(&line.text(), 0).is_some_and(|m| PARTS.contains(&m.style))
}
