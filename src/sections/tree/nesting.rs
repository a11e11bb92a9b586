//! What a marker is among its neighbours, and how much of the open path it closes.

use super::{
    Builder,
    labels::{letter_value, own_label, value},
};
use crate::{
    sections::SectionKind,
    value::marker::{self, Marker, Style},
};

impl Builder<'_> {
    /// `Căn cứ …`, and below it `Thực hiện Kế hoạch số …`.
    fn opens_ground(&self, folded: &str) -> bool {
        let words = folded.trim_start();
        words.starts_with("căn cứ")
            || self.last.is_some()
                && words.contains(" số ")
                && ["thực hiện", "theo "].iter().any(|w| words.starts_with(w))
    }

    /// What a marker is among its neighbours: `C.` a letter or a number, `i)` a letter or a number, `HI.` for `III.`.
    pub(super) fn settle(&self, mut m: Marker, words: &str) -> Option<Marker> {
        let preamble = self.last.is_none_or(|l| self.tree.nodes[l].kind == SectionKind::Preamble);
        // the grounds of a decision may be listed
        if preamble
            && matches!(m.style, Style::Dash | Style::Plus | Style::Bullet)
            && self.opens_ground(&crate::text::fold(&words[m.end..]))
        {
            return None;
        }
        let last = |style: Style| self.open.iter().rev().find(|o| o.style == style);
        if is_loose(&m, words) && !self.in_sequence(&m) {
            return None;
        }
        match m.style {
            Style::Roman => {
                let next = last(Style::Roman).map_or(1, |o| o.value.unwrap_or(0) + 1);
                // `phạm` / `vi, đối tượng`: words that a line break put first
                if words[m.range.clone()].ends_with(',') && marker::roman_value(&m.label) != Some(next) {
                    return None;
                }
                let one = m.label.chars().count() == 1;
                if one && let Some(letters) = last(Style::UpperLetter) {
                    let follows = letter_value(&m.label) == letters.value.map(|v| v + 1);
                    if follows && marker::roman_value(&m.label) != Some(next) {
                        m.style = Style::UpperLetter;
                    }
                }
                if one
                    && m.style == Style::Roman
                    && matches!(m.label.as_str(), "C" | "L")
                    && last(Style::Roman).is_none()
                {
                    m.style = Style::UpperLetter;
                }
                if m.style == Style::Roman && marker::roman_value(&m.label).is_none() {
                    // damaged: the reading that the sequence asks for, when it is as long
                    let expected = marker::to_roman(next);
                    let read: String = m.label.replace('H', "II").replace(['l', '1'], "I");
                    m.label = if read == expected || expected.len().abs_diff(read.len()) <= 1 {
                        expected
                    } else {
                        return None;
                    };
                }
            }
            Style::LowerLetter | Style::LetterInParens if matches!(m.label.as_str(), "i" | "v" | "x") => {
                let letters = last(m.style).and_then(|o| o.value);
                let romans = last(Style::LowerRoman).and_then(|o| o.value);
                let follows_letters = letters.is_some() && letter_value(&m.label) == letters.map(|v| v + 1);
                let follows_romans =
                    m.label == "i" || marker::roman_value(&m.label.to_uppercase()) == Some(romans.unwrap_or(0) + 1);
                if !follows_letters && follows_romans {
                    m.style = Style::LowerRoman;
                }
            }
            Style::Article if !words.starts_with("Đ") => return None,
            _ => {}
        }
        Some(m)
    }

    /// The first of its kind, or the one after a label that is open.
    fn in_sequence(&self, m: &Marker) -> bool {
        let value = value(m);
        value == Some(1)
            || self.open.iter().any(|o| o.style == m.style && value.is_some() && o.value.map(|v| v + 1) == value)
    }

    /// How much of the open path stays above the marker, and the marker's own part of the id.
    pub(super) fn parent(&self, m: &Marker, value: Option<u32>) -> (usize, String) {
        let depth = |styles: &[Style]| self.open.iter().rposition(|o| styles.contains(&o.style)).map_or(0, |i| i + 1);
        let own = own_label(m);
        let keep = match m.style {
            Style::Part => 0,
            Style::Chapter => depth(&[Style::Part]),
            Style::Item => depth(&[Style::Part, Style::Chapter]),
            Style::Article => depth(&[Style::Part, Style::Chapter, Style::Item]),
            Style::Dash => match self.open.iter().rposition(|o| o.style == Style::Dash) {
                Some(i) => i,
                None => self.above(&[Style::Plus]),
            },
            Style::Plus => match self.open.iter().rposition(|o| o.style == Style::Plus) {
                Some(i) => i,
                None => self.open.len(),
            },
            Style::Bullet => match self.open.iter().rposition(|o| o.style == Style::Bullet) {
                Some(i) => i,
                None => self.above(&[Style::Dash, Style::Plus]),
            },
            Style::Decimal => return self.decimal(m),
            Style::Roman => self.sibling(Style::Roman, value).unwrap_or_else(|| {
                depth(&[Style::Part, Style::Chapter, Style::Item, Style::Article, Style::UpperLetter])
            }),
            style => self.sibling(style, value).unwrap_or_else(|| {
                // the grounds above the first number may be listed with dashes
                let listed =
                    self.open.first().is_some_and(|o| matches!(o.style, Style::Dash | Style::Plus | Style::Bullet));
                if listed && !matches!(style, Style::LowerLetter | Style::LetterInParens) {
                    0
                } else {
                    self.introduced()
                }
            }),
        };
        (keep, own)
    }

    /// The open node of the same style that the marker follows; none when it begins a list of its own below.
    fn sibling(&self, style: Style, value: Option<u32>) -> Option<usize> {
        let same: Vec<usize> = (0..self.open.len()).filter(|&i| self.open[i].style == style).collect();
        let deepest = *same.last()?;
        if let Some(next) = same.iter().rev().find(|&&i| value.is_some() && self.open[i].value.map(|v| v + 1) == value)
        {
            return Some(*next);
        }
        // a list that starts again below a lead-in with a colon
        let below = deepest + 1 < self.open.len() && value == Some(1) && self.leads_in(self.open.len() - 1);
        (!below).then_some(deepest)
    }

    /// The path without open items of these styles at its end.
    fn above(&self, styles: &[Style]) -> usize {
        self.open.iter().rposition(|o| !styles.contains(&o.style)).map_or(0, |i| i + 1)
    }

    /// Where a list of a new kind hangs: on the current node when that leads in, else on the numbered node above it.
    fn introduced(&self) -> usize {
        let mut keep = self.open.len();
        while keep > 0 {
            let dashed = matches!(self.open[keep - 1].style, Style::Dash | Style::Plus | Style::Bullet);
            if !dashed || self.leads_in(keep - 1) {
                break;
            }
            keep -= 1;
        }
        keep
    }

    /// The node's last words end with a colon, or it has only a heading.
    fn leads_in(&self, open: usize) -> bool {
        let node = self.open[open].node;
        let last = self.tree.nodes[node].text.last().or(self.first[node].as_ref());
        last.is_some_and(|r| {
            let words = self.text.at(r).trim_end();
            words.ends_with(':') || !words.ends_with(['.', ';', ',', '…'])
        })
    }

    fn decimal(&self, m: &Marker) -> (usize, String) {
        let full = m.label.clone();
        // `b2)` is the second below `b)`
        let joined = full.find(|c: char| c.is_ascii_digit()).filter(|_| !full.contains('.'));
        let (above, own) = joined.map(|at| full.split_at(at)).or_else(|| full.rsplit_once('.')).unwrap_or(("", &full));
        let bears =
            |o: &super::Open| o.printed == above && !matches!(o.style, Style::Dash | Style::Plus | Style::Bullet);
        // `2.2` hangs on `2.`, not on the `(2)` below it
        let parent = self
            .open
            .iter()
            .rposition(|o| bears(o) && !matches!(o.style, Style::ArabicInParens | Style::LetterInParens))
            .or_else(|| self.open.iter().rposition(bears));
        if let Some(parent) = parent {
            return (parent + 1, own.to_owned());
        }
        let parts = full.matches('.').count();
        let sibling =
            self.open.iter().rposition(|o| o.style == Style::Decimal && o.printed.matches('.').count() == parts);
        let keep = match sibling {
            Some(i) => i,
            // the printed parent is missing: beside the number that stands open
            None => {
                self.open.iter().position(|o| matches!(o.style, Style::Arabic | Style::Decimal)).unwrap_or_else(|| {
                    self.open
                        .iter()
                        .rposition(|o| {
                            matches!(
                                o.style,
                                Style::Roman
                                    | Style::UpperLetter
                                    | Style::Part
                                    | Style::Chapter
                                    | Style::Item
                                    | Style::Article
                            )
                        })
                        .map_or(0, |i| i + 1)
                })
            }
        };
        (keep, full)
    }
}

/// A shape that words also have: `a.Nội dung` like `x.Tân An`, `a - Nội dung`, `100. Xây dựng` where a line broke before a
/// number.
fn is_loose(m: &Marker, words: &str) -> bool {
    let printed = &words[m.range.clone()];
    match m.style {
        // `2a)` repeats the number above
        Style::LowerLetter if printed.starts_with(|c: char| c.is_ascii_digit()) => false,
        Style::LowerLetter => printed.contains([' ', ',']) || m.end == m.range.end && !printed.ends_with(')'),
        Style::UpperLetter => printed.contains(' ') || m.end == m.range.end && printed.ends_with(['.', '/']),
        Style::Arabic => m.label.len() > 2,
        _ => false,
    }
}
