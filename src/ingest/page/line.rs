//! Words that stand side by side are a line; marks of footnotes above it are joined to their word.

use super::geometry::{Rect, Word, median};

/// Words on one base line, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) place: Rect,
    /// The height of most of its words.
    pub(super) size: f32,
}

impl Line {
    pub(super) fn new(words: Vec<Word>) -> Option<Self> {
        let place = Rect::around(words.iter().map(|w| w.place))?;
        let height = median(words.iter().map(|w| w.place.height()).collect());
        // boxes of recognized words end where the ink ends, those of fonts where the letters' room does
        let size = if words.iter().any(|w| w.confidence.is_some()) { height * 1.5 } else { height };
        Some(Self { words, place, size })
    }

    /// Its words were read from an image.
    pub(super) fn is_recognized(&self) -> bool {
        self.words.iter().any(|w| w.confidence.is_some())
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    /// Where a new column begins: blanks that are wide, and much wider than the others of the line. The index of the
    /// word after each.
    pub(super) fn column_starts(&self) -> Vec<usize> {
        let gaps: Vec<f32> = self.words.windows(2).map(|w| w[1].place.x0 - w[0].place.x1).collect();
        let usual = median(gaps.iter().copied().filter(|g| *g < self.size).collect());
        let wide = (self.size * 1.1).max(usual * 2.6);
        // a line stretched to both margins has wide blanks, all alike
        let stretched = gaps.len() > 2 && median(gaps.clone()) > self.size * 0.8;
        if stretched {
            return Vec::new();
        }
        (1..self.words.len()).filter(|&i| gaps[i - 1] > wide).collect()
    }

    /// The line cut before these words.
    pub(super) fn split(&self, starts: &[usize]) -> Vec<Line> {
        let mut parts = Vec::with_capacity(starts.len() + 1);
        let mut from = 0;
        for &to in starts.iter().chain([&self.words.len()]) {
            parts.extend(Line::new(self.words[from..to].to_vec()));
            from = to;
        }
        parts
    }
}

/// The lines of a page from top to bottom.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.retain(|w| !w.text.trim().is_empty());
    let (told, free): (Vec<Word>, Vec<Word>) = words.into_iter().partition(|w| w.line.is_some());
    let mut rows = by_height(free);
    rows.extend(as_told(told));
    for row in &mut rows {
        row.sort_by(|a, b| a.place.x0.total_cmp(&b.place.x0));
        unite(row);
    }
    let mut lines: Vec<Line> = rows.into_iter().filter_map(Line::new).collect();
    lines.sort_by(|a, b| a.place.center().1.total_cmp(&b.place.center().1));
    raise_marks(&mut lines);
    lines
}

/// Parts of a word that only a change of font parted are one word again.
fn unite(row: &mut Vec<Word>) {
    let mut words: Vec<Word> = Vec::with_capacity(row.len());
    for word in std::mem::take(row) {
        let height = word.place.height();
        match words.last_mut() {
            Some(last)
                if word.line.is_none()
                    && (word.place.x0 - last.place.x1).abs() < height * 0.08
                    && (last.place.height() - height).abs() < height * 0.1 =>
            {
                last.text.push_str(&word.text);
                last.place.x1 = last.place.x1.max(word.place.x1);
            }
            _ => words.push(word),
        }
    }
    *row = words;
}

/// Words whose middles are at one height.
fn by_height(mut words: Vec<Word>) -> Vec<Vec<Word>> {
    words.sort_by(|a, b| a.place.center().1.total_cmp(&b.place.center().1));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    // the lowest line so far: its middle and its height
    let mut last = (f32::MIN, 0.0_f32);
    for word in words {
        let (middle, height) = (word.place.center().1, word.place.height());
        let near = (middle - last.0).abs() < 0.3 * height.min(last.1);
        match rows.last_mut() {
            Some(row) if near => {
                row.push(word);
                // follows slowly, so that lines that lean a little stay one
                last = (last.0 + (middle - last.0) / count(row.len()), last.1.max(height));
            }
            _ => {
                last = (middle, height);
                rows.push(vec![word]);
            }
        }
    }
    rows
}

/// Lines as a recognizer told them; two of them are one where the second begins beside the end of the first.
fn as_told(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut told: std::collections::BTreeMap<usize, Vec<Word>> = std::collections::BTreeMap::new();
    for word in words {
        told.entry(word.line.unwrap_or_default()).or_default().push(word);
    }
    let mut rows: Vec<Vec<Word>> = told.into_values().collect();
    for row in &mut rows {
        row.sort_by(|a, b| a.place.x0.total_cmp(&b.place.x0));
    }
    rows.sort_by(|a, b| a[0].place.x0.total_cmp(&b[0].place.x0));
    let mut joined: Vec<Vec<Word>> = Vec::new();
    for row in rows {
        let first = row[0].place;
        let beside = joined.iter_mut().find(|left| {
            left.last().is_some_and(|end| {
                let height = first.height().min(end.place.height());
                end.place.x1 <= first.x0 + height * 0.3
                    && (end.place.center().1 - first.center().1).abs() < 0.4 * height
            })
        });
        match beside {
            Some(left) => left.extend(row),
            None => joined.push(row),
        }
    }
    joined
}

#[expect(clippy::cast_precision_loss, reason = "a line has fewer words than f32 has whole numbers")]
fn count(n: usize) -> f32 {
    n as f32
}

/// Small figures above the line behind a word are the mark of a footnote: `vụ` `1` → `vụ[1]`; behind `m` an exponent.
fn raise_marks(lines: &mut Vec<Line>) {
    let mut at = 0;
    while at < lines.len() {
        let small = &lines[at];
        let all_marks =
            !small.is_recognized() && small.words.len() <= 6 && small.words.iter().all(|w| is_figures(&w.text));
        let host = all_marks.then(|| host(lines, at)).flatten();
        if let Some(host) = host {
            let marks = lines.remove(at);
            let host = if host > at { host - 1 } else { host };
            let line = &mut lines[host];
            line.words.extend(marks.words);
            line.words.sort_by(|a, b| a.place.x0.total_cmp(&b.place.x0));
        } else {
            at += 1;
        }
    }
    for line in lines {
        attach(line);
    }
}

/// The line that the small figures of another belong to: taller, and beside every one of them.
fn host(lines: &[Line], at: usize) -> Option<usize> {
    let small = &lines[at];
    let near = [at.checked_sub(1), Some(at + 1)];
    near.into_iter().flatten().find(|&i| {
        lines.get(i).is_some_and(|line| {
            let (top, bottom) = (line.place.y0 - line.size * 0.3, line.place.y1);
            small.size < line.size * 0.82
                && small.words.iter().all(|m| {
                    m.place.y0 > top
                        && m.place.y1 < bottom
                        && line.words.iter().any(|w| {
                            (m.place.x0 - w.place.x1).abs() < line.size * 0.4
                                || (w.place.x0 - m.place.x1).abs() < line.size * 0.4
                        })
                })
        })
    })
}

/// Raised figures become part of the word before them; at the line's start they stay a word of their own.
fn attach(line: &mut Line) {
    let (size, bottom) = (line.size, median(line.words.iter().map(|w| w.place.y1).collect()));
    let mut words: Vec<Word> = Vec::with_capacity(line.words.len());
    for mut word in std::mem::take(&mut line.words) {
        let raised = word.confidence.is_none()
            && is_figures(&word.text)
            && word.place.height() < size * 0.82
            && word.place.y1 < bottom - size * 0.1;
        if !raised {
            words.push(word);
            continue;
        }
        match words.last_mut() {
            Some(last) if word.place.x0 - last.place.x1 < size * 0.4 => {
                if last.text.ends_with('m') && word.text.len() == 1 {
                    last.text.push(if word.text == "2" { '²' } else { '³' });
                } else {
                    last.text.push('[');
                    last.text.push_str(&word.text);
                    last.text.push(']');
                }
                last.place.x1 = word.place.x1;
            }
            _ => {
                word.text = format!("[{}]", word.text);
                words.push(word);
            }
        }
    }
    line.words = words;
}

fn is_figures(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
