//! Labels that no list has, between numbers that leave one reading: `§.` between `4.` and `6.` is `5`, `II1.` between
//! `II.` and `IV.` is `III`.

use std::collections::HashMap;

use super::{Candidate, ends, mend, roman};
use crate::value::marker::{self, Marker, Style};

/// So far is a neighbour looked for.
const NEAR: usize = 200;

/// No plan has more parts; `L.` and `IL.` are strokes.
const MOST_PARTS: u32 = 30;

/// What a recognizer makes of each figure.
const LOOKS: [(char, &str); 8] = [
    ('0', "OoQ"),
    ('1', "Il|!iÌÍÏ"),
    ('2', "Zz"),
    ('5', "SsŠšŞş§$"),
    ('6', "óôöòõÓÔbGð"),
    ('8', "§$&BSŠö"),
    ('9', "gq"),
    ('3', "З"),
];

/// Is the sign one of a number, in figures or strokes, as recognizers leave them?
pub(super) fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || is_stroke(c) || LOOKS.iter().any(|(_, looks)| looks.contains(c))
}

/// Is the sign one of a roman number?
pub(super) fn is_stroke(c: char) -> bool {
    "IVXHLl1|!TiÍÌÏJYÝŸv".contains(c)
}

/// The number of a part whose marker is whole.
pub(super) fn part(c: &Candidate) -> Option<u32> {
    let label = c.marker.label.as_str();
    let whole = c.marker.style == Style::Roman && !c.loose && !c.damaged;
    let value = marker::roman_value(label).filter(|_| whole)?;
    // a letter behind `B.`
    (label == "C" || value <= MOST_PARTS && marker::to_roman(value) == label).then_some(value)
}

/// Takes the parts of the plan one by one, those with damaged numbers too.
pub(super) fn parts(candidates: &mut [Candidate], mended: &mut HashMap<usize, Marker>) {
    let mut before = 0;
    for at in 0..candidates.len() {
        if let Some(value) = part(&candidates[at]) {
            before = value;
            continue;
        }
        let expected = before + 1;
        let (here, after) = (&candidates[at], &candidates[at + 1..]);
        if strokes(here) == Some(expected) && is_part(here, after, expected) {
            mend(&mut candidates[at], Style::Roman, marker::to_roman(expected), mended);
            before = expected;
        }
    }
}

/// The number that its strokes make, where they are not whole.
fn strokes(c: &Candidate) -> Option<u32> {
    let style = c.marker.style;
    let figures = style == Style::Arabic && c.loose && !c.speck;
    let letters = matches!(style, Style::Roman | Style::UpperLetter) && !c.speck && !c.bracket;
    (letters || figures || c.damaged).then(|| roman(&c.marker.label)).flatten()
}

fn is_part(here: &Candidate, after: &[Candidate], expected: u32) -> bool {
    let mut last = expected;
    let mut next = None;
    for c in after.iter().take(NEAR) {
        next = part(c);
        if next.is_some() {
            break;
        }
        last += u32::from(c.marker.style != Style::Arabic && strokes(c) == Some(last + 1));
    }
    let leads = next == Some(last + 1);
    if here.marker.style == Style::Arabic && !here.damaged {
        // `1. Mục tiêu` above `1. Mục tiêu chung` and `II. Nhiệm vụ`
        let mut listed = after.iter().take(NEAR).take_while(|c| part(c).is_none());
        let own = listed.find(|c| c.marker.style == Style::Arabic).is_some_and(|c| c.marker.label == "1");
        return leads && own && is_short(here.words);
    }
    let one = here.marker.label.chars().nth(1).is_none();
    // a letter from the end of the alphabet, or one without its point, where no part follows
    let five = || expected == 5 && (here.damaged || here.marker.label.starts_with(['Y', 'Ý', 'Ÿ']));
    // of several in a row each tells of the others
    let alone = last == expected;
    leads || next.is_none_or(|next| next == 1 || next > last) && (!one || next.is_none() && (!alone || five()))
}

/// Takes the numbers of each list one by one.
pub(super) fn numbers(candidates: &mut [Candidate], mended: &mut HashMap<usize, Marker>) {
    let mut before: Option<u32> = None;
    for at in 0..candidates.len() {
        let (here, after) = (&candidates[at], &candidates[at + 1..]);
        if let Some(value) = number(here) {
            before = Some(value);
            continue;
        }
        let expected = before.unwrap_or(0) + 1;
        // `II.` behind `10.` and before `12.`
        let open = part(here).is_none() || expected > 10;
        if open && may_be(here, expected) && is_number(here, after, before, expected) {
            mend(&mut candidates[at], Style::Arabic, expected.to_string(), mended);
            before = Some(expected);
        } else if !here.damaged && !here.speck && ends(Style::Arabic, here.marker.style) {
            before = None;
        }
    }
}

/// The number of an item whose marker is whole.
fn number(c: &Candidate) -> Option<u32> {
    let whole = c.marker.style == Style::Arabic && !c.speck && !c.damaged;
    whole.then(|| c.marker.label.parse().ok()).flatten()
}

/// Are the label's signs what a recognizer makes of this number?
fn may_be(c: &Candidate, number: u32) -> bool {
    if c.speck || c.bracket && !c.damaged || matches!(c.marker.style, Style::Decimal | Style::Dash) {
        return false;
    }
    let (mut signs, printed) = (c.marker.label.chars(), number.to_string());
    let alike = |(sign, figure): (char, char)| {
        sign == figure || LOOKS.iter().any(|(of, looks)| *of == figure && looks.contains(sign))
    };
    signs.clone().count() == printed.len() && signs.by_ref().zip(printed.chars()).all(alike)
}

fn is_number(here: &Candidate, after: &[Candidate], before: Option<u32>, expected: u32) -> bool {
    let mut last = expected;
    for c in after.iter().take(NEAR) {
        if let Some(value) = number(c) {
            return value == last + 1;
        }
        if may_be(c, last + 1) {
            last += 1;
        } else if may_be(c, last) {
            // which of the two is it?
            return false;
        } else if !c.damaged && !c.speck && ends(Style::Arabic, c.marker.style) {
            break;
        }
    }
    // the last of its list: a sign that numbers nothing by itself, or a figure beside it
    let alone = |c: char| c.is_ascii_digit() || "§$&ZSŠŞóôöòõ".contains(c);
    part(here).is_none() && (last > expected || before.is_some() && here.marker.label.contains(alone))
}

/// A name of what follows, no sentence.
fn is_short(words: &str) -> bool {
    const LONGEST: usize = 80;
    words.chars().count() <= LONGEST && !words.trim_end().ends_with(['.', ';', ','])
}

/// A label with signs that are none of a label, or without its point, before words that begin anew: the marker
/// that it stands for, whose style the neighbours tell.
pub(super) fn damaged(line: &str) -> Option<Marker> {
    const LONGEST: usize = 5;
    let (printed, words) = line.split_once(' ')?;
    let label = printed.strip_suffix(['.', ',', ')', '/', ':', '-']);
    let closed = label.is_some();
    let label = label.unwrap_or(printed).replace("\\/", "V");
    let signs = (1..=LONGEST).contains(&label.chars().count()) && label.chars().all(is_sign);
    if !signs || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let bare = marker::roman_value(&label).is_some_and(|value| marker::to_roman(value) == label);
    (closed || bare && is_short(words)).then(|| Marker {
        style: Style::Roman,
        label,
        end: printed.len() + 1,
        range: 0..printed.len(),
    })
}
