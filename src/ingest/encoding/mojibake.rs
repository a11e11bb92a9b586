//! UTF-8 that was read as another encoding and saved again (`Káº¿ hoáº¡ch`), read back.

use std::{collections::HashMap, sync::LazyLock};

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1258};

use super::score::Score;
use crate::lexicon::syllables::{completes_lost, is_syllable};

/// Text read back.
pub(super) struct Repaired {
    pub(super) text: String,
    /// Letters whose last byte was lost and that only their word told.
    pub(super) inferred: usize,
    /// Letters that nothing tells; they are U+FFFD.
    pub(super) lost: usize,
}

/// The bytes that characters were before they were read wrongly, by the encoding they were read in.
static READ_AS: LazyLock<[HashMap<char, u8>; 2]> = LazyLock::new(|| [WINDOWS_1252, WINDOWS_1258].map(bytes_of));

fn bytes_of(encoding: &'static Encoding) -> HashMap<char, u8> {
    let mut bytes: HashMap<char, u8> = (0x80..=0xff_u8).map(|b| (char::from(b), b)).collect();
    for byte in 0x80..=0xff_u8 {
        let single = [byte];
        let read = encoding.decode_without_bom_handling(&single).0;
        bytes.extend(read.chars().filter(|c| *c != '\u{fffd}').map(|c| (c, byte)));
    }
    bytes
}

/// A byte that was lost.
const LOST: char = '\u{fffd}';

/// The text read back, when that reads better by far. It may have been read wrongly more than once.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    const MOST: usize = 3;
    if !shows_signs(text) {
        return None;
    }
    let old = Score::of(text);
    let mut best: Option<(Score, Repaired)> = None;
    for bytes in READ_AS.iter() {
        let mut read = Repaired { text: text.to_owned(), inferred: 0, lost: 0 };
        for _ in 0..MOST {
            let back = complete(&read_back(&read.text, bytes));
            if back.text == read.text {
                break;
            }
            read = Repaired { text: back.text, inferred: read.inferred + back.inferred, lost: read.lost + back.lost };
            let new = Score::of(&read.text);
            if new.share() > best.as_ref().map_or(old.share() + 0.2, |(best, _)| best.share()) {
                best = Some((new, Repaired { text: read.text.clone(), inferred: read.inferred, lost: read.lost }));
            }
        }
    }
    best.map(|(_, read)| read)
}

/// The first two bytes of most Vietnamese letters, read wrongly once (`á»`, `áº`) or twice: no good text holds them often.
fn shows_signs(text: &str) -> bool {
    static SIGNS: LazyLock<[memchr::memmem::Finder; 4]> =
        LazyLock::new(|| ["á»", "áº", "Ã¡Â»", "Ã¡Âº"].map(memchr::memmem::Finder::new));
    SIGNS.iter().any(|sign| sign.find_iter(text.as_bytes()).nth(2).is_some())
}

/// Marks a letter of which only the first bytes are left; `A` or `B` after it tells which they are.
const HALF: char = '\u{f8ff}';

fn read_back(text: &str, bytes: &HashMap<char, u8>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let sequence =
            if c.is_ascii() { None } else { bytes.get(&c).and_then(|&lead| letter(lead, rest.clone(), bytes)) };
        if let Some((letter, taken)) = sequence {
            out.push_str(&letter);
            for _ in 0..taken {
                rest.next();
            }
        } else if c != HALF {
            out.push(c);
        }
    }
    out
}

/// The letter that begins with `lead`, and how many characters behind it belong to it.
fn letter(lead: u8, rest: std::str::Chars, bytes: &HashMap<char, u8>) -> Option<(String, usize)> {
    let length = match lead {
        0xc2..=0xdf => 1,
        0xe1..=0xef => 2,
        _ => return None,
    };
    let mut sequence = vec![lead];
    for (i, c) in rest.take(length).enumerate() {
        let last = i + 1 == length;
        match bytes.get(&c) {
            Some(&byte @ 0x80..=0xbf) => sequence.push(byte),
            // copying made a plain space of the no-break space
            None if c == ' ' && last && matches!(lead, 0xc2 | 0xc3 | 0xe1) => sequence.push(0xa0),
            None if c == LOST && last => return Some((half(&sequence)?, length)),
            _ => return None,
        }
    }
    Some((std::str::from_utf8(&sequence).ok()?.to_owned(), length))
}

/// What is left of a letter whose last byte is lost: certain where only one Vietnamese letter begins so.
fn half(sequence: &[u8]) -> Option<String> {
    match sequence {
        [0xc4] => Some("Đ".into()),
        [0xe2, 0x80] => Some("”".into()),
        [0xc3] => Some(format!("{HALF}A")),
        [0xe1, 0xbb] => Some(format!("{HALF}B")),
        _ => None,
    }
}

/// Letters of which only the first bytes are left, told by their words.
fn complete(text: &str) -> Repaired {
    let mut repaired = Repaired { text: String::with_capacity(text.len()), inferred: 0, lost: 0 };
    let mut at = 0;
    for (mark, _) in text.match_indices(HALF) {
        if mark < at {
            continue;
        }
        let start = text[at..mark].char_indices().rev().find(|(_, c)| !c.is_alphabetic());
        let start = start.map_or(at, |(i, c)| at + i + c.len_utf8());
        let end = text[mark..].char_indices().find(|(_, c)| !c.is_alphabetic() && *c != HALF);
        let end = end.map_or(text.len(), |(i, _)| mark + i);
        repaired.text.push_str(&text[at..start]);
        let before =
            repaired.text.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
        let after = text[end..].trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if let Some(word) = whole_word(&text[start..end], &before, after) {
            repaired.text.push_str(&word);
            repaired.inferred += 1;
        } else {
            let word =
                text[start..end].replace(&format!("{HALF}A"), "\u{fffd}").replace(&format!("{HALF}B"), "\u{fffd}");
            repaired.text.push_str(&word);
            repaired.lost += 1;
        }
        at = end;
    }
    repaired.text.push_str(&text[at..]);
    repaired
}

/// The one word that a damaged one can be.
fn whole_word(word: &str, before: &str, after: &str) -> Option<String> {
    let mark = word.find(HALF)?;
    let rest = &word[mark + HALF.len_utf8()..];
    let letters = if rest.starts_with('A') { ["Á", "Í", "Ý", "", ""] } else { ["ề", "ọ", "ỏ", "ờ", "Ố"] };
    let whole = |letter: &str| format!("{}{letter}{}", &word[..mark], &rest[1..]);
    let small = word[..mark].chars().chain(rest[1..].chars()).any(char::is_lowercase);
    let shouted = |w: &str| w.chars().count() > 1 && w.chars().all(char::is_uppercase);
    let capitals = !small && (word.chars().filter(|c| *c != HALF).count() > 2 || shouted(before) || shouted(after));
    let readings: Vec<String> = letters
        .iter()
        .filter(|l| !(l.is_empty() || small && mark > 0 && l.chars().all(char::is_uppercase)))
        // `Đ?I`, `SỰ C?`: among capitals stands no small letter
        .filter(|l| !(capitals && l.chars().all(char::is_lowercase)))
        .map(|l| whole(l))
        .filter(|w| is_syllable(w))
        .collect();
    let one = |fits: &dyn Fn(&str) -> bool| {
        let mut found = readings.iter().filter(|w| fits(w));
        found.next().filter(|_| found.next().is_none()).cloned()
    };
    one(&|_| true)
        .or_else(|| one(&|w| completes_lost(&format!("{w} {after}")) || completes_lost(&format!("{before} {w}"))))
        .or_else(|| one(&completes_lost))
}
