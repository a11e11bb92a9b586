//! Lines of recognized pages that may begin with a marker, whatever specks of the paper made of it.

use std::ops::Range;

use super::between::{damaged, is_stroke};
use crate::{
    text::letters::is_alphabetic,
    value::marker::{self, Marker, Style},
};

/// What recognizers make of a `c` and of an `e`.
pub(super) const ROUND: char = '€';

/// A line that may begin with a marker.
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Candidate<'l> {
    /// Where its line begins.
    pub(super) start: usize,
    /// The words after the marker.
    pub(super) words: &'l str,
    pub(super) marker: Marker,
    /// The shape is that of no marker by itself: its end is missing, or figures stand for strokes.
    pub(super) loose: bool,
    /// Specks of the paper stand before it, or a sign for its letter: it is one only where it fits.
    pub(super) speck: bool,
    /// A bracket closes it.
    pub(super) bracket: bool,
    /// It is one for certain, with a sign in it that is none of its own.
    pub(super) sure: bool,
    /// It is one only where the numbers around it leave no other reading.
    pub(super) damaged: bool,
}

impl<'l> Candidate<'l> {
    fn new(line: &'l str, start: usize, marker: Marker) -> Self {
        let words = &line[marker.end..];
        Self { start, words, marker, loose: false, speck: false, bracket: false, sure: false, damaged: false }
    }
}

/// The line at byte `start`, when it may begin with a marker.
pub(super) fn candidate(line: &str, start: usize) -> Option<Candidate<'_>> {
    let new = |marker: Marker| Candidate::new(line, start, marker);
    if let Some(marker) = speckled(line) {
        return Some(Candidate { loose: true, speck: true, bracket: true, ..new(marker) });
    }
    if let Some(marker) = with_comma(line).or_else(|| with_sign(line)).or_else(|| half_dash(line)) {
        return Some(Candidate { sure: true, ..new(marker) });
    }
    if let Some(marker) = marker::read(line, 0).filter(|m| !stands_for_five(m)) {
        let loose = marker.style == Style::Arabic && marker.label.bytes().all(|b| b == b'1');
        let bracket = line[marker.range.clone()].ends_with([')', '}']);
        return Some(Candidate { loose, bracket, ..new(marker) });
    }
    let strokes = title(line).map(|marker| Candidate { loose: true, ..new(marker) });
    strokes.or_else(|| damaged(line).map(|marker| Candidate { damaged: true, ..new(marker) }))
}

/// Strokes before a title in capitals.
fn title(line: &str) -> Option<Marker> {
    let Range { start: speck, end } = strokes(line)?;
    let close = usize::from(line[end..].starts_with(['.', ',', ';', ':', '/', '-']));
    let rest = line[end + close..].strip_prefix(' ')?;
    is_title(rest).then(|| Marker {
        style: Style::Roman,
        label: line[speck..end].into(),
        end: line.len() - rest.len(),
        range: speck..end + close,
    })
}

/// `1,9. Báo cáo`: a comma for the point between two numbers.
fn with_comma(line: &str) -> Option<Marker> {
    let (numbers, rest) = line.split_once(". ")?;
    let (above, own) = numbers.split_once(',')?;
    let number = |n: &str| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    let (end, range) = (numbers.len() + 2, 0..numbers.len() + 1);
    (number(above) && number(own) && rest.starts_with(char::is_uppercase)).then(|| Marker {
        style: Style::Decimal,
        label: format!("{above}.{own}"),
        end,
        range,
    })
}

/// `1¿ Giao Sở Y tế`: a sign that stands in no plan for the point behind a number.
fn with_sign(line: &str) -> Option<Marker> {
    let (label, rest) = line.split_once(['¿', '›', '»'])?;
    let number = (1..=2).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    let words = rest.strip_prefix(' ').filter(|words| words.starts_with(char::is_uppercase))?;
    let end = line.len() - words.len();
    number.then(|| Marker { style: Style::Arabic, label: label.into(), end, range: 0..end - 1 })
}

/// `> Tổng hợp`: a dash that lost its middle; `_ Tổng hợp`, `= Tổng hợp`, `« Tổng hợp`: one that sank or grew.
fn half_dash(line: &str) -> Option<Marker> {
    let sign = line.chars().next().filter(|c| ['>', '_', '=', '«'].contains(c))?;
    let words = line[sign.len_utf8()..].strip_prefix(' ')?;
    let anew = sign == '>' || words.starts_with(char::is_uppercase);
    let (end, range) = (line.len() - words.len(), 0..sign.len_utf8());
    anew.then(|| Marker { style: Style::Dash, label: String::new(), end, range })
}

/// A capital with the marks of specks above it, where a list of letters has none: `Ÿ.`
fn stands_for_five(marker: &Marker) -> bool {
    marker.style == Style::UpperLetter && matches!(marker.label.as_str(), "Ÿ" | "Ý")
}

/// A letter or a number behind specks of the paper, or a sign that stands for a letter: `-b} `, `'3. `, `©) `, `€) `.
fn speckled(line: &str) -> Option<Marker> {
    if let Some(rest) = line.strip_prefix(['©', ROUND])
        && rest.starts_with([')', '}', '.'])
        && rest[1..].starts_with(' ')
    {
        let len = line.len() - rest.len() + 1;
        let label = if line.starts_with(ROUND) { ROUND.into() } else { "c".into() };
        return Some(Marker { style: Style::LowerLetter, label, end: len + 1, range: 0..len });
    }
    let specks = line.find(|c| !"-–_ˆ^:.,'`~\"‘’|".contains(c)).filter(|&at| at > 0)?;
    let marker = marker::read(line, specks).filter(|_| line[..specks].chars().count() <= 3)?;
    let closed = line[marker.range.clone()].ends_with([')', '}']);
    let numbered = marker.style == Style::LowerLetter && closed
        || marker.style == Style::Arabic && line[marker.range.clone()].ends_with(['.', ')', '}']);
    (numbered && line[marker.end..].starts_with(char::is_uppercase)).then_some(marker)
}

/// Strokes that may be a roman number, also behind a speck of the paper: `.IH. MỤC TIÊU`.
fn strokes(line: &str) -> Option<Range<usize>> {
    let start = line.find(|c| !".,'`-_".contains(c))?;
    let length = line[start..].find(|c| !is_stroke(c))?;
    (start <= 1 && (1..=5).contains(&length)).then_some(start..start + length)
}

/// All in capitals, as the titles of the highest level are.
pub(super) fn is_title(words: &str) -> bool {
    let letters = || words.chars().filter(|c| is_alphabetic(*c));
    letters().count() >= 6 && letters().all(char::is_uppercase)
}
