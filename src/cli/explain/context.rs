//! The words of a fact with some words before and after.

use anstyle::{AnsiColor, Style};

use crate::{model::Span, validate::Words};

/// How the words of a fact stand out; without colour the marks are left.
pub(super) const FOUND: Style = AnsiColor::Yellow.on_default().bold();

/// How many letters are shown on either side.
const AROUND: usize = 60;
/// How many letters of the words themselves are shown.
const LONGEST: usize = 400;

/// `… words before «the fact» words after …`, within one paragraph.
pub(super) fn in_context(words: Option<&Words>, span: Span, text: &str) -> String {
    let (before, after) = words.map_or((String::new(), String::new()), |w| around(w, span));
    format!("{before}{FOUND}«{}»{FOUND:#}{after}", one_line(text, LONGEST))
}

fn around(words: &Words, span: Span) -> (String, String) {
    let from = span.start.saturating_sub(AROUND);
    let to = (span.end + AROUND).min(words.length());
    let before = words.cut(from, span.start).unwrap_or_default();
    let after = words.cut(span.end, to).unwrap_or_default();
    let before = match before.rsplit_once('\n') {
        Some((_, paragraph)) => paragraph.to_owned(),
        // a word that was cut is left out
        None if from > 0 => before.split_once(' ').map_or(String::new(), |(_, whole)| format!("… {whole}")),
        None => before.to_owned(),
    };
    let after = match after.split_once('\n') {
        Some((paragraph, _)) => paragraph.to_owned(),
        None if to < words.length() => after.rsplit_once(' ').map_or(String::new(), |(whole, _)| format!("{whole} …")),
        None => after.to_owned(),
    };
    (before.replace('\t', " | "), after.replace('\t', " | "))
}

/// A text on one line, its end left out when it is longer than `longest` letters.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let line = text.replace('\n', " / ").replace('\t', " | ");
    match line.char_indices().nth(longest) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_stays_in_the_paragraph_and_shows_whole_words() {
        let long = "dài ".repeat(30);
        let text = format!("đầu\n{long}trước 65% sau {long}\ncuối");
        let start = text.chars().take_while(|c| *c != '6').count();
        let context = in_context(Some(&Words::new(&text)), Span { start, end: start + 3 }, "65%");
        let plain = anstream::adapter::strip_str(&context).to_string();
        assert!(plain.contains("trước «65%» sau dài"), "{plain}");
        assert!(plain.starts_with("… dài") && plain.ends_with("dài …"), "{plain}");
        let context = in_context(Some(&Words::new("a\nb 65% c\nd")), Span { start: 4, end: 7 }, "65%");
        assert_eq!(anstream::adapter::strip_str(&context).to_string(), "b «65%» c");
        assert_eq!(anstream::adapter::strip_str(&in_context(None, Span::default(), "x")).to_string(), "«x»");
    }

    #[test]
    fn a_span_outside_the_text_shows_only_the_words() {
        let context = in_context(Some(&Words::new("ab")), Span { start: 900, end: 901 }, "x");
        assert_eq!(anstream::adapter::strip_str(&context).to_string(), "«x»");
    }
}
