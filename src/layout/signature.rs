//! The end of a document: who gets it, who signed it.

use std::{borrow::Cow, sync::LazyLock};

use memchr::memmem::Finder;
use smallvec::{SmallVec, smallvec};

use super::{
    LineKind,
    line::{Item, Line},
    persons::{behind_signed, behind_specks, is_authority, is_full_name, is_person},
    posts::{is_post, is_small_post},
    shapes::{self, is_capitals, is_recipients_label},
    sheet::Sheet,
    stamps::is_stamp,
    titles,
};
use crate::{
    normalize::Mapped,
    text::{fold, letters::is_alphanumeric},
    value::marker,
};

/// Does the block of recipients and signature begin at `at`?
pub(super) fn starts(items: &[Item], at: usize) -> bool {
    let Some(Item::Line(line)) = items.get(at) else { return false };
    let words = line.words();
    if is_recipients_label(words) || is_authority(words) {
        return true;
    }
    // a post alone, with the name a little below
    let below = |n: usize| {
        items[at + 1..].iter().filter_map(|i| if let Item::Line(l) = i { Some(l) } else { None }).take(n).any(|l| {
            is_recipients_label(l.words())
                || (is_person(l.words()) && !is_capitals(l.words()))
                || right_of(l).is_some_and(|r| is_person(r.words()))
        })
    };
    let first = left_and_right(line);
    // a page that has lost the name goes on with the plan that was issued
    let attached = || {
        let next = items[at + 1..].iter().position(|i| matches!(i, Item::Line(_)));
        next.is_some_and(|n| titles::opens_attached(items, at + 1 + n))
    };
    first.iter().any(|l| is_post(l.words()) || is_authority(l.words())) && (below(4) || attached())
}

/// Of two who sign one below the other: does the body of the second stand here, above a post?
pub(super) fn of_another(items: &[Item], at: usize) -> bool {
    let mut lines = items[at..].iter().filter_map(|i| if let Item::Line(l) = i { Some(l.words()) } else { None });
    lines.next().is_some_and(is_capitals) && lines.next().is_some_and(|post| is_post(post) || is_authority(post))
}

#[derive(Default)]
struct Block {
    recipients: Vec<Mapped>,
    label: Option<Mapped>,
    authority: Vec<Mapped>,
    posts: Vec<Mapped>,
    name: Option<Mapped>,
    aside: Vec<Mapped>,
    /// Of two columns that sign, the one whose authority and post are read: 0 the left.
    side: Option<usize>,
}

/// Writes the block that begins at `at`; gives where the words after it begin.
pub(super) fn write(items: &[Item], mut at: usize, sheet: &mut Sheet) -> usize {
    let mut block = Block::default();
    let mut in_recipients = false;
    while let Some(item) = items.get(at) {
        let line = match item {
            Item::Break => {
                in_recipients = false;
                at += 1;
                continue;
            }
            Item::Row(_) => break,
            Item::Line(line) => line,
        };
        if block.name.is_some() && of_another(items, at) {
            at = block.pass_another(items, at);
            continue;
        }
        if at_end(&block, line, items, at, in_recipients) {
            break;
        }
        let parts = left_and_right(line);
        let other = block.other_signer(&parts);
        for (side, part) in parts.iter().enumerate() {
            if parts.len() > 1 && is_stamp(part.words()) {
                // `(Đã ký)` in a column, as on a line of its own
            } else if other == Some(side) {
                block.aside.push(part.text.clone());
            } else {
                in_recipients = block.take(part, in_recipients, parts.len() > 1);
            }
        }
        at += 1;
    }
    block.put(sheet);
    at
}

/// Does something else begin here: an annex, an attached plan, the page's furniture?
fn at_end(block: &Block, line: &Line, items: &[Item], at: usize, in_recipients: bool) -> bool {
    let words = line.words();
    if shapes::is_annex(words) || shapes::is_type(words) || shapes::is_motto(words) {
        return true;
    }
    if block.signed() && (titles::opens_attached(items, at) || opens_body(words)) {
        return true;
    }
    let signed = block.name.is_some();
    let listed =
        block.recipients.last().is_some_and(|r| fold(r.as_str()).trim_start_matches(['-', ' ']).starts_with("lưu"));
    if signed && listed {
        let open = block.recipients.last().is_some_and(|r| r.as_str().ends_with(','));
        return !(words.starts_with(['-', '+'])
            || open
            || is_recipients_label(words)
            || left_and_right(line).len() > 1);
    }
    if signed && !in_recipients {
        return !(is_recipients_label(words)
            || words.starts_with('-')
            || items[at..].iter().take(2).any(|i| matches!(i, Item::Line(l) if is_recipients_label(l.words()))));
    }
    words.chars().count() > 220
}

/// `Phần I. CĂN CỨ`, `I. MỤC ĐÍCH`: a heading of a plan whose title the page has lost.
fn opens_body(words: &str) -> bool {
    use marker::Style::{Chapter, Part, Roman};
    marker::read(words, 0).is_some_and(|m| {
        matches!(m.style, Part | Chapter | Roman)
            && matches!(m.label.as_str(), "I" | "1")
            && is_capitals(&words[m.end..])
    })
}

impl Block {
    /// Puts aside the body, the post and the name of another who signs below; gives where the words after them begin.
    fn pass_another(&mut self, items: &[Item], mut at: usize) -> usize {
        const LINES: usize = 6;
        let mut passed = 0;
        while let Some(item) = items.get(at).filter(|_| passed < LINES) {
            at += 1;
            let Item::Line(line) = item else { continue };
            self.aside.push(line.text.clone());
            passed += 1;
            if is_person(line.words()) && passed > 2 {
                break;
            }
        }
        at
    }

    /// The column of a line with two that belongs to another who signs: beside a post another post or who approves,
    /// beside the name another name.
    fn other_signer(&mut self, parts: &[Cow<'_, Line>]) -> Option<usize> {
        let [left, right] = parts else { return None };
        let signs = |l: &Line| is_post(l.words()) || is_authority(l.words());
        let person = |l: &Line| is_person(l.words());
        let heads = |l: &Line| is_capitals(l.words()) && !person(l) && !is_recipients_label(l.words());
        let (left_signs, right_signs) = (signs(left), signs(right));
        if self.side.is_none() && (left_signs && (right_signs || heads(right)) || right_signs && heads(left)) {
            self.side = Some(usize::from(!left_signs));
        }
        let side = self.side?;
        let both = left_signs && right_signs || person(left) && person(right);
        let beside = left_signs && heads(right) || right_signs && heads(left);
        (both || beside).then_some(1 - side)
    }

    /// Takes in one line; true while the recipients go on.
    fn take(&mut self, line: &Line, in_recipients: bool, in_columns: bool) -> bool {
        let words = line.words();
        if is_recipients_label(words) {
            let label = words.find(':').map_or(words.len(), |i| i + 1);
            self.label = Some(line.text.slice(0..label));
            let rest = line.text.slice(label..words.len()).trim();
            if rest.as_str().chars().filter(|c| is_alphanumeric(*c)).count() > 3 {
                self.recipients.push(rest);
            }
            return true;
        }
        // the label may be damaged
        let listed = self.label.is_some() || self.signed() && self.name.is_none();
        if words.starts_with(['-', '+', '–', '¬', '*']) && listed {
            self.recipients.push(line.text.clone());
            return true;
        }
        // below a name stands who approves
        let closed = self.name.is_some() && self.signed();
        if closed && (is_authority(words) || is_post(words)) {
            self.aside.push(line.text.clone());
        } else if is_authority(words) {
            self.authority.push(line.text.clone());
        } else if is_post(words)
            || !self.authority.is_empty()
                && self.name.is_none()
                && (!in_recipients || in_columns)
                && is_small_post(words)
        {
            self.posts.push(line.text.clone());
        } else if self.signed()
            && self.name.is_none()
            && is_person(words)
            && !(is_capitals(words) && self.posts.is_empty())
            && (!in_recipients || in_columns || !self.open_item())
        {
            self.name = Some(line.text.clone());
        } else if let Some(at) =
            behind_signed(words).or_else(|| behind_specks(words)).filter(|_| self.signed() && self.name.is_none())
        {
            self.name = Some(line.text.slice(at..words.len()));
        } else if let Some(name) = words.strip_suffix(['.', ',', ';'])
            && self.signed()
            && self.name.is_none()
            && is_full_name(name)
            && (!in_recipients || in_columns || !self.open_item())
        {
            // a speck of the paper behind it
            self.name = Some(line.text.slice(0..name.len()));
        } else if is_capitals(words)
            && !words.contains(|c: char| c.is_ascii_digit())
            && self.signed()
            && self.name.is_none()
            && !in_recipients
        {
            // `TM. ỦY BAN NHÂN` / `DÂN`
            match self.posts.last_mut().or(self.authority.last_mut()) {
                Some(last) => last.join(" ", &line.text),
                None => self.aside.push(line.text.clone()),
            }
        } else if in_recipients && self.open_item() && !in_columns {
            if let Some(last) = self.recipients.last_mut() {
                last.join(" ", &line.text);
            }
            return true;
        } else if in_recipients && (self.label.is_some() && self.recipients.is_empty() || !self.listed() && !in_columns)
        {
            self.recipients.push(line.text.clone());
            return true;
        } else {
            self.aside.push(line.text.clone());
        }
        in_recipients && in_columns
    }

    fn signed(&self) -> bool {
        !self.authority.is_empty() || !self.posts.is_empty()
    }

    fn listed(&self) -> bool {
        self.recipients.last().is_some_and(|r| fold(r.as_str()).trim_start_matches(['-', ' ']).starts_with("lưu"))
    }

    /// The last recipient is not finished: `- C, PCVP UBND tỉnh,` / `các phòng CM, ĐV;`
    fn open_item(&self) -> bool {
        self.recipients.last().is_some_and(|r| !r.as_str().trim_end().ends_with([';', '.']))
    }

    fn put(self, sheet: &mut Sheet) {
        if let Some(label) = &self.label {
            sheet.line(LineKind::Recipients, label);
        }
        for recipient in &self.recipients {
            sheet.line(LineKind::Recipient, recipient);
        }
        for authority in &self.authority {
            sheet.line(LineKind::Authority, authority);
        }
        for post in &self.posts {
            sheet.line(LineKind::Post, post);
        }
        if let Some(name) = &self.name {
            sheet.line(LineKind::Name, name);
        }
        for aside in &self.aside {
            sheet.line(LineKind::Aside, aside);
        }
    }
}

/// The two columns of a line, when blanks part them, or when an authority, a post or a name stands behind a finished item.
fn left_and_right(line: &Line) -> SmallVec<[Cow<'_, Line>; 2]> {
    static BLANKS: LazyLock<Finder> = LazyLock::new(|| Finder::new("   "));
    let words = line.words();
    // of three columns the first two are a recipient and what it gets the document for
    let columns = BLANKS.find(words.as_bytes());
    if let Some(gap) = columns.or_else(|| memchr::memchr(b'\t', words.as_bytes())) {
        let last = words.rfind("   ").max(words.rfind('\t')).unwrap_or(gap);
        let right = line.part(last..words.len());
        let cut = if last > gap && (is_post(right.words()) || is_authority(right.words())) {
            last
        } else if words.starts_with(['-', '+'])
            && words[gap..].trim_start().starts_with('(')
            && !is_stamp(words[gap..].trim())
        {
            words.len()
        } else {
            gap
        };
        return [line.part(0..cut), line.part(cut..words.len())]
            .into_iter()
            .filter(|l| !l.words().is_empty())
            .map(Cow::Owned)
            .collect();
    }
    let signs = |rest: &str| is_authority(rest) || is_post(rest);
    // the bar between the cells of a table without rules
    if let Some(bar) = words.find(" | ").filter(|&bar| signs(&words[bar + 3..]) || is_full_name(&words[bar + 3..])) {
        return [0..bar, bar + 3..words.len()].map(|range| Cow::Owned(line.part(range))).into();
    }
    // two printed columns beside each other are no longer than a printed line
    let label = is_recipients_label(words);
    let short = words.len() < 300;
    let item = short && (words.starts_with(['-', '+']) || label);
    let bytes = if short { words.as_bytes() } else { &[] };
    let ended = |i: usize| matches!(bytes[..i], [.., b';' | b':' | b'.' | b')']);
    let cut = if item {
        memchr::memchr_iter(b' ', bytes).find(|&i| {
            let rest = || &words[i + 1..];
            ended(i) && (signs(rest()) || is_full_name(rest()))
                || (label && i < 40 || bytes[..i].ends_with(b",")) && signs(rest())
        })
    } else {
        // the letters that an authority begins with
        let mut blanks = memchr::memchr3_iter(b'T', b'K', b'Q', bytes).filter_map(|i| i.checked_sub(1));
        blanks.find(|&i| bytes[i] == b' ' && ended(i) && is_authority(&words[i + 1..]))
    };
    let Some(cut) = cut else { return smallvec![Cow::Borrowed(line)] };
    [0..cut, cut..words.len()].map(|range| Cow::Owned(line.part(range))).into()
}

fn right_of(line: &Line) -> Option<Cow<'_, Line>> {
    let mut parts = left_and_right(line);
    (parts.len() == 2).then(|| parts.swap_remove(1))
}
