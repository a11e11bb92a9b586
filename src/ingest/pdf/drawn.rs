//! The rulings of a scanned page, found in its image as long dark runs.

use super::grey_map::{GreyMap, INK};
use crate::ingest::page::{Lean, Ruling};

/// How finely the page is drawn for this, in dots an inch: thin lines are still a dot wide.
pub(super) const DOTS: f32 = 150.0;
/// Shorter level runs are letters and underlines.
const LEVEL: usize = 55;
/// Shorter upright runs are letters.
const UPRIGHT: usize = 34;
/// A line may be broken for so many dots.
const GAP: usize = 2;
/// More runs are a picture.
const MOST: usize = 4000;

/// The rulings in an image, made straight, and how far the page leans.
pub(super) fn rulings(image: &GreyMap) -> (Vec<Ruling>, Lean) {
    let &GreyMap { width, height, dots } = image;
    let across = chains(height, width, LEVEL, |line, at| dots[line * width + at]);
    let down = chains(width, height, UPRIGHT, |line, at| dots[at * width + line]);
    let lean = Lean { level: slope(&across), upright: slope(&down) };
    let point = 72.0 / DOTS;
    let level = across.into_iter().map(|c| {
        let middle = f32::midpoint(c.from, c.to);
        let y = f32::midpoint(c.first_line, c.last_line) - middle * lean.level;
        let aside = y * lean.upright;
        Ruling::Level { y: y * point, from: (c.from - aside) * point, to: (c.to - aside) * point }
    });
    let upright = down.into_iter().map(|c| {
        let middle = f32::midpoint(c.from, c.to);
        let x = f32::midpoint(c.first_line, c.last_line) - middle * lean.upright;
        let fall = x * lean.level;
        Ruling::Upright { x: x * point, from: (c.from - fall) * point, to: (c.to - fall) * point }
    });
    (level.chain(upright).collect(), lean)
}

/// The slope of most long chains.
fn slope(chains: &[Chain]) -> f32 {
    let long = chains.iter().filter(|c| c.to - c.from > 200.0);
    let mut slopes: Vec<f32> = long
        .map(|c| {
            let rises = c.last_from < c.first_from;
            let slope = (c.last_line - c.first_line) / (c.to - c.from);
            if rises { -slope } else { slope }
        })
        .collect();
    slopes.sort_by(f32::total_cmp);
    let middle = slopes.get(slopes.len() / 2).copied().unwrap_or(0.0);
    // a page that leans more was not laid on the glass by a clerk
    if middle.abs() < 0.05 { middle } else { 0.0 }
}

/// Runs on neighbouring lines that follow each other: one ruling, perhaps leaning a little.
struct Chain {
    from: f32,
    to: f32,
    first_line: f32,
    last_line: f32,
    /// Where its first run begins, and its last.
    first_from: f32,
    last_from: f32,
}

#[expect(clippy::cast_precision_loss, reason = "a page has fewer dots than f32 has whole numbers")]
fn chains(lines: usize, length: usize, least: usize, dot: impl Fn(usize, usize) -> u8) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    // the first chain that may still go on
    let mut open = 0;
    for line in 0..lines {
        let y = line as f32;
        while chains.get(open).is_some_and(|c| c.last_line + 3.0 < y) {
            open += 1;
        }
        for (from, to) in runs(length, least, |at| dot(line, at) < INK) {
            let (from, to) = (from as f32, to as f32);
            let near = |c: &Chain| c.last_line + 3.0 >= y && from <= c.to + 4.0 && to >= c.from - 4.0;
            match chains[open..].iter().position(near) {
                Some(i) => {
                    let chain = &mut chains[open + i];
                    (chain.from, chain.to) = (chain.from.min(from), chain.to.max(to));
                    (chain.last_line, chain.last_from) = (y, from);
                }
                None if chains.len() < MOST => {
                    chains.push(Chain { from, to, first_line: y, last_line: y, first_from: from, last_from: from });
                }
                None => return Vec::new(),
            }
        }
    }
    chains
}

/// Dark runs of a line that are long enough, from where to where.
fn runs(length: usize, least: usize, dark: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for at in 0..length {
        if dark(at) {
            run = Some((run.map_or(at, |(from, _)| from), at));
        } else if let Some((from, to)) = run
            && at - to > GAP
        {
            if to - from >= least {
                found.push((from, to));
            }
            run = None;
        }
    }
    found.extend(run.filter(|(from, to)| to - from >= least));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_dark_runs_are_rulings() {
        let (width, height) = (200, 100);
        let mut image = format!("P5\n{width} {height}\n255\n").into_bytes();
        for y in 0..height {
            for x in 0..width {
                // leaning by a dot, broken for two, and letters too short to be rulings
                let level = y == 20 + x / 100 && (10..190).contains(&x) && !(60..62).contains(&x);
                let upright = x == 50 && (20..80).contains(&y);
                let letter = (70..80).contains(&y) && (100..112).contains(&x);
                image.push(if level || upright || letter { 0 } else { 255 });
            }
        }
        let (found, lean) = rulings(&GreyMap::read(&image).expect("an image"));
        assert!((0.0..0.01).contains(&lean.level), "{lean:?}");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            matches!(found[0], Ruling::Level { from, to, .. } if (from - 4.8).abs() < 0.5 && (to - 90.7).abs() < 0.5)
        );
        assert!(matches!(found[1], Ruling::Upright { x, .. } if (x - 24.0).abs() < 0.5));
    }
}
