//! Signs that stand right before a figure: `-100% học sinh` among other dashes is an item, elsewhere a sign is a sign.

use std::collections::HashMap;

use crate::{
    layout::{Layout, LineKind},
    value::marker::{self, Marker, Style},
};

/// Adds the markers of such items, by where their lines begin.
pub(super) fn add(layout: &Layout, found: &mut HashMap<usize, Marker>) {
    let mut paragraphs = layout.lines.iter().filter(|l| l.kind == LineKind::Paragraph).peekable();
    let mut above: Option<Style> = None;
    while let Some(line) = paragraphs.next() {
        let words = layout.text.at(&line.range);
        let Some((style, len)) = sign(words) else {
            above = marker::read(words, 0).map(|m| m.style).or(above);
            continue;
        };
        let next = paragraphs.peek().and_then(|next| marker::read(layout.text.at(&next.range), 0));
        if above == Some(style) || next.is_some_and(|m| m.style == style) {
            found.insert(line.range.start, Marker { style, label: String::new(), end: len, range: 0..len });
            above = Some(style);
        }
    }
}

/// A sign of items right before a figure, and its length.
fn sign(words: &str) -> Option<(Style, usize)> {
    let first = words.chars().next()?;
    let style = match first {
        '-' | '–' | '—' => Style::Dash,
        '+' => Style::Plus,
        _ => return None,
    };
    let len = first.len_utf8();
    words[len..].starts_with(|c: char| c.is_ascii_digit()).then_some((style, len))
}
