//! The head of an official letter (công văn): a number whose symbol names no type, `V/v …` in either column, `Kính gửi: …`.

use super::{
    LineKind,
    line::{Item, Line},
    line_ends::ends_open,
    masthead,
    shapes::{self, date_line, is_capitals, is_motto, is_number, is_type, starts_small},
    sheet::Sheet,
};
use crate::{text::fold, value::marker};

/// How far down a first page the number may stand, in items.
const REACH: usize = 60;
/// How far below the number the head may end, in items.
const TALLEST: usize = 24;
/// A longer column is no column of a masthead.
const WIDEST: usize = 50;
/// So many lines of addressees are read.
const MOST_ADDRESSEES: usize = 60;

/// What a letter's head holds.
pub(super) struct Letter {
    /// The first item of the masthead.
    pub(super) start: usize,
    masthead: Vec<Item>,
    subject: Option<Line>,
    /// Where the addressees begin, or the body.
    end: usize,
}

/// The head of a letter, when the items begin with one.
pub(super) fn find(items: &[Item]) -> Option<Letter> {
    let near = &items[..items.len().min(REACH)];
    let number = near.iter().position(|i| words(i).is_some_and(is_number))?;
    let below = number..items.len().min(number + TALLEST);
    let addressed = below.clone().find(|&at| words(&items[at]).is_some_and(is_addressees));
    let mut letter =
        Letter { start: masthead::masthead_start(items, number), masthead: Vec::new(), subject: None, end: 0 };
    letter.masthead.extend_from_slice(&items[letter.start..number]);
    letter.end = letter.read(items, number..addressed.unwrap_or(below.end), addressed.is_some());
    let typed = |item: &Item| words(item).is_some_and(|w| is_type(w) || shapes::type_before_title(w).is_some());
    let shown = letter.subject.is_some() || addressed == Some(letter.end);
    let below = letter.end..items.len().min(letter.end + 2);
    (shown && !letter.masthead.iter().chain(&items[below]).any(typed)).then_some(letter)
}

impl Letter {
    /// Takes the columns of the lines apart, what the letter is about from the rest; gives where neither goes on.
    fn read(&mut self, items: &[Item], range: std::ops::Range<usize>, addressed: bool) -> usize {
        let mut columned = false;
        let mut half = false;
        for at in range.clone() {
            let line = match &items[at] {
                Item::Break => {
                    self.masthead.push(Item::Break);
                    continue;
                }
                Item::Row(_) => return at,
                Item::Line(line) => line,
            };
            // a date that broke over two lines
            if std::mem::take(&mut half) {
                self.masthead.push(Item::Line(line.clone()));
                continue;
            }
            if !addressed && opens_body(line.words()) {
                return at;
            }
            let parts = columns(line);
            columned |= masthead::columns(line).len() > 1;
            for part in &parts {
                let words = part.words();
                half = parts.len() == 1 && masthead::belongs_with_next(items, at);
                match &mut self.subject {
                    None if opens_subject(words, addressed) => self.subject = Some(part.clone()),
                    Some(subject) if !half && !of_masthead(words) => {
                        let open = subject.words().ends_with(',') || ends_open(subject.words());
                        let column = columned && words.chars().count() <= WIDEST && !part.blank_before;
                        if !(addressed || open || starts_small(words) || column) {
                            return at;
                        }
                        subject.text.join(" ", &part.text);
                    }
                    None if !half && !of_masthead(words) && !addressed => return at,
                    _ => {
                        self.masthead.push(Item::Line(part.clone()));
                        if parts.len() > 1 {
                            self.masthead.push(Item::Break);
                        }
                    }
                }
            }
        }
        range.end
    }

    /// Writes the head; gives where the body begins.
    pub(super) fn write(&self, items: &[Item], sheet: &mut Sheet) -> usize {
        masthead::write(&self.masthead, sheet);
        if let Some(subject) = &self.subject {
            sheet.line(LineKind::Title, &subject.text);
        }
        let mut addressees: Vec<Line> = Vec::new();
        let mut at = self.end;
        while let Some(item) = items.get(at).filter(|_| at < self.end + MOST_ADDRESSEES) {
            if let Item::Line(line) = item {
                match addressees.last_mut() {
                    None if !is_addressees(line.words()) => break,
                    Some(last) if goes_on(last.words(), line.words()) => last.text.join(" ", &line.text),
                    Some(last) if !is_another(last.words(), line.words()) => break,
                    _ => addressees.push(line.clone()),
                }
            } else if matches!(item, Item::Row(_)) {
                break;
            }
            at += 1;
        }
        for line in &addressees {
            sheet.line(LineKind::Aside, &line.text);
        }
        at
    }
}

fn words(item: &Item) -> Option<&str> {
    if let Item::Line(line) = item { Some(line.words()) } else { None }
}

/// `Kính gửi: …`, `Kính gởi …`
pub(super) fn is_addressees(words: &str) -> bool {
    words.starts_with(['K', 'k']) && {
        let folded = fold(&words[..shapes::floor(words, 16)]);
        folded.starts_with("kính gửi") || folded.starts_with("kính gởi")
    }
}

/// `Căn cứ …`, `I. MỤC TIÊU`
fn opens_body(words: &str) -> bool {
    shapes::opens_preamble(words) && !starts_small(words) || marker::read(words, 0).is_some()
}

/// `V/v …`; `Về việc …` only above addressees.
fn opens_subject(words: &str, addressed: bool) -> bool {
    words.starts_with(['V', 'v', '(']) && {
        let folded = fold(&words[..shapes::floor(words, 16)]);
        let folded = folded.trim_start_matches('(');
        folded.starts_with("v/v") || addressed && folded.starts_with("về việc ")
    }
}

/// What a masthead has but for the subject. A date without its place is one inside the subject.
fn of_masthead(words: &str) -> bool {
    is_motto(words)
        || is_number(words)
        || is_capitals(words) && !starts_small(words)
        || date_line(words) == Some(0) && !starts_small(words)
}

/// The columns of a line; the subject may stand right behind the number.
fn columns(line: &Line) -> Vec<Line> {
    let mut parts = Vec::new();
    for part in masthead::columns(line) {
        let words = part.words();
        match ["V/v", "V/V", "v/v"].iter().find_map(|mark| words.find(mark)).filter(|&at| is_number(&words[..at])) {
            Some(at) => parts.extend([part.part(0..at), part.part(at..words.len())]),
            None => parts.push(part),
        }
    }
    parts
}

/// Does the line go on with the addressee above it?
fn goes_on(above: &str, words: &str) -> bool {
    !above.ends_with([':', ';', '.'])
        && (starts_small(words) || above.ends_with(',') || ends_open(above))
        && marker::read(words, 0).is_none()
}

/// Does the line name another addressee?
fn is_another(above: &str, words: &str) -> bool {
    above.ends_with([':', ';']) || marker::read(words, 0).is_some_and(|m| !super::reflow::is_numbered(m.style))
}
