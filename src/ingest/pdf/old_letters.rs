//! Words in fonts that printed an old encoding: their letters are told by what reads as Vietnamese.

use crate::{
    ingest::{
        Flow, Notice, RawLine,
        encoding::{Encoding, old_letters},
    },
    lexicon::{
        document_types,
        syllables::{completes_lost, is_syllable},
    },
};

/// What TCVN3 has for `ư`. As a soft hyphen, it is printed where a line ends and else lost on the way into a PDF.
const SOFT_HYPHEN: char = '\u{ad}';

/// Decodes the lines where they are in an old encoding; says so.
pub(super) fn decode(lines: &mut [RawLine], notices: &mut Vec<Notice>) -> Option<&'static str> {
    let (encoding, _) = old_letters(&joined(lines))?;
    if encoding == Encoding::Tcvn3 {
        rejoin(lines);
    }
    let (encoding, text) = old_letters(&joined(lines))?;
    let mut parts = text.split('\n');
    let mut restored = 0;
    for line in lines.iter_mut() {
        let count = 1 + line.text.matches('\n').count();
        let mut words = parts.by_ref().take(count).collect::<Vec<_>>().join("\n");
        if encoding == Encoding::Tcvn3 {
            words = with_lost_letter(&words, &mut restored);
        }
        line.text = words.into();
    }
    if encoding == Encoding::Tcvn3 {
        raise_headings(lines);
    }
    let mut message = format!("letters of {} that had been taken for Latin letters were read back", encoding.name());
    if restored > 0 {
        message = format!("{message}; in {restored} words a lost ư was told by the word");
    }
    notices.push(Notice { code: "encoding-repaired", message });
    Some(encoding.name())
}

fn joined(lines: &[RawLine]) -> String {
    lines.iter().map(|l| l.text.as_ref()).collect::<Vec<_>>().join("\n")
}

/// `Ch-` / `¬ng` is one word: what looks like a hyphen at the line's end is a letter.
fn rejoin(lines: &mut [RawLine]) {
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        let (line, next) = (&mut before[at - 1], &mut after[0]);
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || ('\u{a1}'..='\u{bf}').contains(&c));
        let Some(head) = line.text.strip_suffix('-') else { continue };
        let start = head.rfind([' ', '\t', '\n']).map_or(0, |i| i + 1);
        let fragment = &head[start..];
        if matches!(line.flow, Flow::Unknown | Flow::Ends)
            || !(1..=4).contains(&fragment.chars().count())
            || !fragment.chars().all(|c| letter(Some(c)))
            || !letter(next.text.chars().next())
        {
            continue;
        }
        next.text = format!("{fragment}{SOFT_HYPHEN}{}", next.text).into();
        let kept = line.text[..start].trim_end().to_owned();
        line.text = kept.into();
    }
}

/// `.VnTimeH` prints capitals for small letters, which are all that a PDF tells of them. Parts that are numbered `i.`,
/// `ii.` from the first on, and the document's type on a line of its own, were in capitals.
fn raise_headings(lines: &mut [RawLine]) {
    const NUMBERS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    /// The type stands near the top.
    const HEAD: usize = 30;
    let small = |l: &RawLine| !l.text.chars().any(char::is_uppercase);
    let mut headings: Vec<usize> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((number, title)) = line.text.split_once(". ") else { continue };
        if NUMBERS.get(headings.len()) == Some(&number) && !title.is_empty() && small(line) {
            headings.push(at);
        }
    }
    if headings.len() < 2 {
        return;
    }
    let named = |l: &RawLine| small(l) && document_types::by_name(l.text.trim()).is_some_and(|t| !t.generic);
    headings.extend(lines.iter().take(HEAD).position(named));
    for mut at in headings {
        loop {
            lines[at].text = lines[at].text.to_uppercase().into();
            let goes_on = matches!(lines[at].flow, Flow::GoesOn | Flow::Filled);
            at += 1;
            if !goes_on || !lines.get(at).is_some_and(small) {
                break;
            }
        }
    }
}

/// Words that are no syllable, but are one with a single `ư` in them: `Thơng` → `Thương`; and
/// syllables that plans do not use without it: `ngời` → `người`.
fn with_lost_letter(words: &str, restored: &mut usize) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    let mut before = "";
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..end];
        match lost(word, before) {
            Some(whole) => {
                *restored += 1;
                text.push_str(&whole);
            }
            None => text.push_str(word),
        }
        let next = rest[end..].chars().next().map_or(0, char::len_utf8);
        text.push_str(&rest[end..end + next]);
        before = if &rest[end..end + next] == " " { word } else { "" };
        rest = &rest[end + next..];
    }
    text
}

fn lost(word: &str, before: &str) -> Option<String> {
    // abbreviations and capitals have no syllables to tell by
    let small = word.chars().skip(1).all(char::is_lowercase);
    if word.is_empty() || !small || word.chars().count() > 6 {
        return None;
    }
    let places = word.char_indices().map(|(i, _)| i).skip(1).chain([word.len()]);
    let whole: Vec<String> =
        places.map(|at| format!("{}ư{}", &word[..at], &word[at..])).filter(|w| is_syllable(w)).collect();
    let told = |w: &&String| completes_lost(w) || !before.is_empty() && completes_lost(&format!("{before} {w}"));
    match whole.as_slice() {
        // a letter alone is a label or a name's first
        [only] if !is_syllable(word) && word.len() > 1 => Some(only.clone()),
        _ => whole.iter().find(told).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Place, RawKind};

    #[test]
    fn a_lost_letter_is_told_by_its_word() {
        let mut restored = 0;
        let text = "Sở Lao động - Thơng binh: chơng trình của UBND, SLĐTBXH. Ngời dân đầu t; mục t. Lu: VT";
        let whole = "Sở Lao động - Thương binh: chương trình của UBND, SLĐTBXH. Người dân đầu tư; mục t. Lưu: VT";
        assert_eq!(with_lost_letter(text, &mut restored), whole);
        assert_eq!(restored, 5);
    }

    #[test]
    fn headings_of_a_font_of_capitals_are_raised() {
        let line =
            |text: &str, flow| RawLine { flow, ..RawLine::new(RawKind::Line, text.to_owned(), Place::default()) };
        let mut lines = vec![
            line("kế hoạch", Flow::Unknown),
            line("Trồng cây năm 2024", Flow::Ends),
            line("i. mục đích, yêu cầu của", Flow::Filled),
            line("việc trồng cây", Flow::Ends),
            line("a) kế hoạch", Flow::Ends),
            line("ii. nội dung", Flow::Ends),
            line("iv. kinh phí", Flow::Ends),
        ];
        raise_headings(&mut lines);
        let raised: Vec<&str> = lines.iter().map(|l| l.text.as_ref()).collect();
        let expected = [
            "KẾ HOẠCH",
            "Trồng cây năm 2024",
            "I. MỤC ĐÍCH, YÊU CẦU CỦA",
            "VIỆC TRỒNG CÂY",
            "a) kế hoạch",
            "II. NỘI DUNG",
            "iv. kinh phí",
        ];
        assert_eq!(raised, expected);
    }

    #[test]
    fn what_looks_like_a_hyphen_is_a_letter() {
        let line =
            |text: &str, flow| RawLine { flow, ..RawLine::new(RawKind::Line, text.to_owned(), Place::default()) };
        let mut lines = vec![
            line("KÕ ho¹ch triÓn khai NghÞ quyÕt vµ Ch-", Flow::Filled),
            line("¬ng tr×nh hµnh ®éng cña tØnh n¨m 2024", Flow::Unknown),
        ];
        let mut notices = Vec::new();
        assert_eq!(decode(&mut lines, &mut notices), Some(Encoding::Tcvn3.name()));
        assert_eq!(lines[0].text, "Kế hoạch triển khai Nghị quyết và");
        assert_eq!(lines[1].text, "Chương trình hành động của tỉnh năm 2024");
        assert_eq!(notices[0].code, "encoding-repaired");
    }
}
