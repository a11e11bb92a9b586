//! How alike two short texts are: the ratio of Python's `difflib.SequenceMatcher` without its junk heuristics
//! (Ratcliff and Obershelp: the longest common block, then the same on both sides of it).

use std::collections::HashMap;

/// Ratios below this count as not alike.
const LEAST: f64 = 0.8;

/// A text prepared for many comparisons.
#[derive(Debug)]
pub(super) struct Sequence {
    letters: Vec<char>,
    /// Each letter with how often it stands there, in order.
    histogram: Vec<(char, usize)>,
    /// Where each letter stands.
    places: HashMap<char, Vec<usize>>,
}

impl Sequence {
    pub(super) fn new(text: impl Iterator<Item = char>) -> Self {
        let letters: Vec<char> = text.collect();
        let mut places: HashMap<char, Vec<usize>> = HashMap::new();
        for (at, &letter) in letters.iter().enumerate() {
            places.entry(letter).or_default().push(at);
        }
        let mut histogram: Vec<_> = places.iter().map(|(&letter, at)| (letter, at.len())).collect();
        histogram.sort_unstable();
        Self { letters, histogram, places }
    }
}

/// From 0 to 1; exact from 0.8 on for texts that can be that alike, 0 for others.
pub(super) fn alike(a: &Sequence, b: &Sequence) -> f64 {
    let (n, m) = (a.letters.len(), b.letters.len());
    if a.letters == b.letters {
        return 1.0;
    }
    if n == 0 || m == 0 {
        return 0.0;
    }
    // two upper bounds, cheap before dear
    if ratio(n.min(m), n + m) < LEAST || ratio(letters_in_common(a, b), n + m) < LEAST {
        return 0.0;
    }
    ratio(matched(a, b), n + m)
}

#[expect(clippy::cast_precision_loss, reason = "lengths of short texts")]
fn ratio(matches: usize, length: usize) -> f64 {
    2.0 * matches as f64 / length as f64
}

fn letters_in_common(a: &Sequence, b: &Sequence) -> usize {
    let (mut x, mut y) = (a.histogram.iter().peekable(), b.histogram.iter().peekable());
    let mut common = 0;
    while let (Some(&&(p, n)), Some(&&(q, m))) = (x.peek(), y.peek()) {
        if p == q {
            common += n.min(m);
        }
        if p <= q {
            x.next();
        }
        if q <= p {
            y.next();
        }
    }
    common
}

/// How many letters stand in matching blocks.
fn matched(a: &Sequence, b: &Sequence) -> usize {
    let mut total = 0;
    let mut todo = vec![(0, a.letters.len(), 0, b.letters.len())];
    let mut runs = (vec![0; b.letters.len() + 1], vec![0; b.letters.len() + 1]);
    while let Some((a_from, a_to, b_from, b_to)) = todo.pop() {
        let (i, j, size) = longest_block(a, b, (a_from, a_to), (b_from, b_to), &mut runs);
        if size > 0 {
            total += size;
            if a_from < i && b_from < j {
                todo.push((a_from, i, b_from, j));
            }
            if i + size < a_to && j + size < b_to {
                todo.push((i + size, a_to, j + size, b_to));
            }
        }
    }
    total
}

/// The longest common block within the two ranges; of equals the first in `a`, then the first in `b`.
///
/// `runs.0[j + 1]` is the length of the common run that ends before the letter at hand and at `b[j]`.
fn longest_block(
    a: &Sequence,
    b: &Sequence,
    (a_from, a_to): (usize, usize),
    (b_from, b_to): (usize, usize),
    runs: &mut (Vec<usize>, Vec<usize>),
) -> (usize, usize, usize) {
    let mut best = (a_from, b_from, 0);
    runs.0.fill(0);
    for i in a_from..a_to {
        runs.1.fill(0);
        let places = b.places.get(&a.letters[i]).map_or(&[][..], Vec::as_slice);
        for &j in places.iter().filter(|j| (b_from..b_to).contains(*j)) {
            let length = runs.0[j] + 1;
            runs.1[j + 1] = length;
            if length > best.2 {
                best = (i + 1 - length, j + 1 - length, length);
            }
        }
        std::mem::swap(&mut runs.0, &mut runs.1);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected figures computed with Python's `difflib`.
    #[test]
    fn ratios_are_those_of_difflib() {
        for (a, b, expected) in [
            ("", "", 1.0),
            ("", "a", 0.0),
            ("abc", "abc", 1.0),
            ("abcd", "abxd", 0.0),
            ("mục tiêu chung của kế hoạch", "mục tiêu chung của kế họach", 25.0 / 27.0),
            ("mục tiêu cụ thể", "mục tiêu cụ thế", 14.0 / 15.0),
            ("tổ chức thực hiện kế hoạch", "tổ chức thực hiện các kế hoạch", 13.0 / 14.0),
            ("ab ab ab ab ab cd", "ab ab cd ab ab ab", 11.0 / 17.0),
            ("abababababababababcabab", "ababcababababababababab", 18.0 / 23.0),
        ] {
            let got = alike(&Sequence::new(a.chars()), &Sequence::new(b.chars()));
            assert!((got - expected).abs() < 1e-12, "{a} | {b}: {got}");
        }
    }
}
