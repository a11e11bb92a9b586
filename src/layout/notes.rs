//! Footnotes: bodies are lifted out of the paragraph that they interrupt, marks are taken out of the words.

use std::ops::Range;

use unicode_normalization::char::{compose, is_combining_mark};

use super::line::Line;
use crate::{ingest::RawKind, normalize::Mapped};

/// The body of a footnote, with its mark in front.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) mark: String,
    pub(super) text: Mapped,
}

/// Takes footnote bodies out of the lines.
pub(super) fn lift(mut lines: Vec<Line>) -> (Vec<Line>, Vec<Note>) {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut notes: Vec<Note> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get_mut(at) {
        at += 1;
        let Some(mark) = body_mark(line.words()) else {
            kept.push(line.take());
            continue;
        };
        let mark = line.words()[mark].to_owned();
        let line = &lines[at - 1];
        let mut text = line.text.clone();
        let mut last = line;
        // small letters below may go on with the paragraph above
        let parts_words = kept
            .last()
            .is_some_and(|above| above.words().chars().count() > 30 && !above.words().ends_with(['.', ';', ':', '/']));
        // hard-wrapped bodies go on until an empty line, another body or a marker
        while line.kind != RawKind::Note
            && let Some(next) = lines.get(at)
        {
            let wide = last.words().chars().count() > 60 || text.as_str().chars().count() < 40;
            let small = !parts_words && next.words().starts_with(char::is_lowercase);
            let more = (wide || small && !text.as_str().ends_with(['.', ';']))
                && !next.blank_before
                && body_mark(next.words()).is_none()
                && crate::value::marker::read(next.words(), 0).is_none()
                && !(text.as_str().ends_with('.') && next.words().starts_with(char::is_uppercase))
                && text.as_str().len() < 4000
                && (line.words().chars().count() < 140);
            if !more {
                break;
            }
            text.join(" ", &next.text);
            last = next;
            at += 1;
        }
        notes.push(Note { mark, text });
    }
    (kept, notes)
}

/// The mark that the body of a footnote begins with: `[1]`, `¹`.
fn body_mark(words: &str) -> Option<Range<usize>> {
    if let Some(rest) = words.strip_prefix('[') {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        return (digits > 0 && digits <= 3 && rest[digits..].starts_with(']') && rest.len() > digits + 4)
            .then_some(0..digits + 2);
    }
    let len: usize = words.chars().take_while(|c| is_superscript(*c)).map(char::len_utf8).sum();
    (len > 0 && words.len() > len + 4).then_some(0..len)
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The footnote marks inside a paragraph, in order.
pub(super) fn marks(words: &str) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    // the bytes that `[` and the superscripts begin with
    if memchr::memchr3(b'[', 0xc2, 0xe2, words.as_bytes()).is_none() {
        return marks;
    }
    if words.contains('[') {
        for (i, _) in words.match_indices('[') {
            let rest = &words[i + 1..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 && digits <= 3 && rest[digits..].starts_with(']') {
                marks.push(i..i + digits + 2);
            }
        }
    }
    let mut chars = words.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        // `m²`, `km³` are units
        let unit = matches!(c, '²' | '³') && words[..i].ends_with('m');
        if is_superscript(c) && !unit {
            let mut end = i + c.len_utf8();
            while let Some((j, _)) = chars.next_if(|(_, c)| is_superscript(*c)) {
                end = j + words[j..].chars().next().map_or(0, char::len_utf8);
            }
            marks.push(i..end);
        }
    }
    // what stands around a mark must not compose once it is gone
    let meets = |m: &Range<usize>| {
        let after = words[m.end..].chars().next()?;
        let before = words[..m.start].chars().next_back()?;
        Some(is_combining_mark(after) || compose(before, after).is_some())
    };
    marks.retain(|m| !meets(m).unwrap_or(false));
    marks.sort_by_key(|r| r.start);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bodies that are lifted out of lines, and what stays.
    fn read(text: &str) -> (Vec<String>, usize) {
        let lines = text.lines().enumerate().map(|(n, words)| Line::plain(Mapped::new(words, n)));
        let (kept, notes) = lift(lines.collect());
        (notes.into_iter().map(|n| n.text.as_str().to_owned()).collect(), kept.len())
    }

    #[test]
    fn small_letters_go_on_with_a_body_below_finished_words() {
        for (text, notes, kept) in [
            (
                "Lê Thị Hoa\n[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020\ncủa UBND tỉnh về trồng rừng.",
                vec!["[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020 của UBND tỉnh về trồng rừng."],
                1,
            ),
            (
                "Rừng được giữ.\n[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020\ncủa UBND tỉnh.\nSở Y tế trực.",
                vec!["[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020 của UBND tỉnh."],
                2,
            ),
            // the paragraph above is not finished
            (
                "Thực hiện các nhiệm vụ trồng rừng được giao[1] trên\n[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020\nđịa bàn tỉnh.",
                vec!["[1] Quyết định số 210/QĐ-UBND ngày 20/11/2020"],
                2,
            ),
        ] {
            assert_eq!(read(text), (notes.into_iter().map(String::from).collect(), kept), "{text}");
        }
    }
}
