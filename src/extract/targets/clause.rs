//! Sentences and their clauses: how far a verb, a subject, a horizon reaches.

use std::ops::Range;

use super::{back, figure::Figure};
use crate::text::{
    letters::{is_alphabetic, is_alphanumeric},
    marks,
    words::{Words, words},
};

/// A stretch of words between `;`, full stops, and the parentheses that hold figures of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) range: Range<usize>,
    /// Which sentence of the passage, from 0.
    pub(super) sentence: usize,
    /// Stands in parentheses.
    pub(super) inner: bool,
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &Words = &Words::of(&[
    "tp", "ts", "gs", "ths", "pgs", "tx", "tt", "ths", "bs", "ks", "st", "tr", "gs.ts", "pgs.ts", "q", "p",
]);

/// Splits a passage; `heading` is where a run-in heading ends.
pub(super) fn split(plain: &str, folded: &str, figures: &[Figure], heading: Option<usize>) -> Vec<Clause> {
    let pairs = parentheses(folded);
    let holds = |pair: &Range<usize>| {
        let first = figures.partition_point(|f| f.range.start < pair.start);
        // `(35 - 50)%`: marks of the figure itself
        figures.get(first).is_some_and(|f| pair.contains(&f.range.start) && f.range.start > pair.start)
    };
    let mut pairs = pairs.into_iter().map(|p| (holds(&p), p)).peekable();
    let mut clauses = Vec::new();
    let (mut start, mut sentence) = (0, 0);
    // the end of the parentheses whose marks do not part, and of those that are clauses of their own
    let (mut shut, mut inner): (usize, Option<usize>) = (0, None);
    let mut heading = heading.filter(|h| *h < folded.len());
    // the last is the first byte of an ellipsis
    let parts = |byte: u8| matches!(byte, b'(' | b')' | b';' | b'.' | b'!' | b'?' | b'-' | 0xe2);
    for (at, c) in marks(folded, parts).chain([(folded.len(), ' ')]) {
        if let Some(end) = heading.take_if(|h| at >= *h) {
            clauses.push(Clause { range: start..end, sentence, inner: false });
            (start, sentence) = (end, sentence + 1);
        }
        while pairs.peek().is_some_and(|(_, p)| p.start < at) {
            pairs.next();
        }
        if inner == Some(at) {
            clauses.push(Clause { range: start..at, sentence, inner: true });
            (start, inner) = (at + 1, None);
            continue;
        }
        if at < shut {
            continue;
        }
        if let Some((holds, pair)) = pairs.next_if(|(_, p)| p.start == at) {
            if holds && inner.is_none() {
                clauses.push(Clause { range: start..at, sentence, inner: false });
                start = at + 1;
                inner = Some(pair.end - 1);
            } else if !holds {
                shut = pair.end;
            }
            continue;
        }
        let ends_sentence = matches!(c, '.' | '!' | '?' | '…') && full_stop(plain, folded, at, c);
        let lists = || matches!(c, '-' | '–') && next_of_list(plain, folded, figures, at, c.len_utf8());
        // `250 hộ. trong đó nghề cá 50 hộ`
        let shares = || c == '.' && folded[at + 1..].starts_with(" trong đó");
        if c == ';' || ends_sentence || lists() || shares() {
            clauses.push(Clause { range: start..at, sentence, inner: inner.is_some() });
            start = at + c.len_utf8();
            sentence += usize::from(ends_sentence);
        }
    }
    clauses.push(Clause { range: start.min(folded.len())..folded.len(), sentence, inner: false });
    clauses
}

/// Pairs of parentheses, outermost only, left to right; one that never closes is none.
fn parentheses(folded: &str) -> Vec<Range<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs: Vec<Range<usize>> = Vec::new();
    for (at, b) in folded.bytes().enumerate() {
        match b {
            b'(' => open.push(at),
            b')' => {
                if let Some(start) = open.pop() {
                    while pairs.last().is_some_and(|p| p.start > start) {
                        pairs.pop();
                    }
                    pairs.push(start..at + 1);
                }
            }
            _ => {}
        }
    }
    pairs
}

/// `nông nghiệp: 54% - công nghiệp: 44% - dịch vụ: 2%`: a dash right behind a figure, before a label and its figure.
fn next_of_list(plain: &str, folded: &str, figures: &[Figure], at: usize, dash: usize) -> bool {
    let end = folded[..at].trim_end_matches(' ').len();
    let n = figures.partition_point(|f| f.range.end < end);
    let closes = figures.get(n).is_some_and(|f| f.range.end == end) && end < at;
    let next = &folded[at + dash..];
    let Some(figure) = figures.get(n + 1).filter(|_| closes && next.starts_with(' ')) else { return false };
    let label = folded.get(at + dash..figure.range.start).unwrap_or_default();
    let name = label.trim().strip_suffix(':').unwrap_or(label.trim());
    // without a colon only a capital tells a label: `Công nghiệp 44%`
    let capital = plain[at + dash..].trim_start().starts_with(char::is_uppercase) && name.split(' ').count() <= 6;
    // `công nghiệp 30% - dịch vụ 45%`: of two shares, a name of two words or more does, too
    let shares = figure.is_rate()
        && figures[n].is_rate()
        && (2..=6).contains(&name.split(' ').count())
        && !back::begins(name, words!["đến", "tới", "trên", "dưới", "đạt", "không", "từ", "tăng", "giảm", "trong đó"]);
    label.len() <= 120
        && name.starts_with(is_alphabetic)
        && (name.len() < label.trim().len() || (capital || shares) && !name.contains(','))
        && !name.contains([';', '.', ':'])
}

/// Does the mark at `at` end a sentence?
fn full_stop(plain: &str, folded: &str, at: usize, mark: char) -> bool {
    let rest = &plain[at + mark.len_utf8()..];
    let next = rest.trim_start();
    if next.is_empty() {
        return true;
    }
    if rest.len() == next.len() && !next.starts_with(char::is_uppercase) {
        return false;
    }
    let word = folded[..at].rsplit(|c: char| !(is_alphanumeric(c) || c == '.')).next().unwrap_or_default();
    let opens =
        next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '-' | '(' | '+'));
    opens
        && !(mark == '.'
            && (ABBREVIATIONS.contains(&word) || word.chars().count() == 1 && word.chars().all(is_alphabetic)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::targets::figure, text::fold};

    fn clauses(text: &str) -> Vec<String> {
        let folded = fold(text);
        let figures = figure::all(&folded, figure::Scope::Goals);
        split(text, &folded, &figures, None)
            .into_iter()
            .map(|c| text[c.range].trim().to_owned())
            .filter(|c| !c.is_empty())
            .collect()
    }

    #[test]
    fn clauses_end_where_a_subject_ends() {
        assert_eq!(clauses("A đạt 5%; B đạt 6%. C đạt 1.500 ha."), ["A đạt 5%", "B đạt 6%", "C đạt 1.500 ha"]);
        assert_eq!(clauses("TP. Huế đạt 5%"), ["TP. Huế đạt 5%"]);
        assert_eq!(clauses("A đạt 5% (trong đó B đạt 6%), C"), ["A đạt 5%", "trong đó B đạt 6%", ", C"]);
        assert_eq!(clauses("có 02 cơ sở (tại X; tại Y) và 3"), ["có 02 cơ sở (tại X; tại Y) và 3"]);
    }
}
