//! Dashes and dots before the items of a list that a recognizer passed over: it takes them for specks. Their shape and
//! their place tell: alone, small, at half the height of the letters, a little before the first word of a line.

use std::collections::BTreeMap;

use super::{drawn::DOTS, grey_map::GreyMap};
use crate::{
    ingest::page::{Rect, Word},
    value::marker,
};

/// How far before its words a mark may stand, in points.
const FARTHEST: f32 = 48.0;
/// How much room a mark has about it.
const ROOM: f32 = 2.0;
/// How wide dashes and dots are.
const WIDTHS: std::ops::Range<f32> = 2.0..9.5;

/// The marks that the image shows before lines of words, as words. The image and the words lie as the scan does.
pub(super) fn find(image: &GreyMap, words: &[Word]) -> Vec<Word> {
    let mut firsts: BTreeMap<usize, &Word> = BTreeMap::new();
    for word in words {
        let Some(line) = word.line else { continue };
        let first = firsts.entry(line).or_insert(word);
        if word.place.x0 < first.place.x0 {
            *first = word;
        }
    }
    let free = |mark: &Rect, first: &Word| {
        let beside = |w: &&Word| w.place.y0 < first.place.y1 && w.place.y1 > first.place.y0;
        words.iter().filter(beside).all(|w| w.place.x1 < mark.x0 - FARTHEST / 4.0 || w.place.x0 > mark.x1)
    };
    let marked = |text: &str| marker::read(&format!("{text} x"), 0).is_some();
    let unmarked = firsts.values().filter(|w| !marked(&w.text) && w.text.starts_with(char::is_alphabetic));
    let found = unmarked.filter_map(|first| {
        let (sign, place) = before(image, first.place)?;
        free(&place, first).then(|| Word { text: sign.into(), place, confidence: first.confidence, line: first.line })
    });
    found.collect()
}

/// The mark before the first word of a line, and where.
fn before(image: &GreyMap, word: Rect) -> Option<(&'static str, Rect)> {
    let (left, right) = (dot(word.x0 - FARTHEST), dot(word.x0 - ROOM));
    let (top, bottom) = (dot(word.y0), dot(word.y1) + 1);
    let inked = |x: usize| (top..bottom).any(|y| image.ink(x, y));
    let end = (left..right).rev().find(|&x| inked(x))?;
    let start = (left..=end).rev().find(|&x| !inked(x))? + 1;
    let rows: Vec<usize> = (top..bottom).filter(|&y| (start..=end).any(|x| image.ink(x, y))).collect();
    let (first, last) = (*rows.first()?, *rows.last()?);
    let clear = (dot(points(start) - ROOM)..start).all(|x| !inked(x));
    let place = Rect { x0: points(start), y0: points(first), x1: points(end + 1), y1: points(last + 1) };
    let (across, down) = (place.x1 - place.x0, place.y1 - place.y0);
    if !clear || !WIDTHS.contains(&across) {
        return None;
    }
    let all = (end + 1 - start) * (last + 1 - first);
    let ink = (start..=end).map(|x| (first..=last).filter(|&y| image.ink(x, y)).count()).sum::<usize>();
    // letters with marks above and below stand higher and lower than half the height of those without
    let height = word.y1 - word.y0;
    let middle = (f32::midpoint(place.y0, place.y1) - word.y0) / height.max(1.0);
    if !(0.3..0.85).contains(&middle) || ink * 10 < all * 6 {
        return None;
    }
    if across >= down * 1.6 && down < 2.6 {
        Some(("-", place))
    } else if down < height * 0.55 && (0.7..1.45).contains(&(across / down)) && across < 6.5 {
        Some(("•", place))
    } else {
        None
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places on a page")]
fn dot(points: f32) -> usize {
    (points * DOTS / 72.0).round().clamp(0.0, 1e5) as usize
}

#[expect(clippy::cast_precision_loss, reason = "a page has fewer dots than f32 has whole numbers")]
fn points(dot: usize) -> f32 {
    dot as f32 * 72.0 / DOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of 100 by 60 dots with these boxes of ink: left, top, width, height.
    fn page(boxes: &[[usize; 4]]) -> Vec<u8> {
        let (width, height) = (120, 60);
        let mut image = format!("P5\n{width} {height}\n255\n").into_bytes();
        for y in 0..height {
            for x in 0..width {
                let ink = boxes.iter().any(|&[l, t, w, h]| (l..l + w).contains(&x) && (t..t + h).contains(&y));
                image.push(if ink { 0 } else { 255 });
            }
        }
        image
    }

    fn found(boxes: &[[usize; 4]], text: &str) -> Option<String> {
        let image = page(boxes);
        let place = Rect { x0: points(80), y0: points(20), x1: points(118), y1: points(40) };
        let word = Word { text: text.into(), place, confidence: Some(90), line: Some(1) };
        find(&GreyMap::read(&image).expect("an image"), &[word]).pop().map(|w| w.text)
    }

    #[test]
    fn a_small_shape_at_half_height_is_a_mark() {
        assert_eq!(found(&[[60, 31, 9, 2]], "Rà"), Some("-".into()));
        assert_eq!(found(&[[60, 28, 9, 9]], "Rà"), Some("•".into()));
        // a mark that was read, a ruling, a speck, a letter's height, another shape beside it
        assert_eq!(found(&[[60, 31, 9, 2]], "1."), None);
        assert_eq!(found(&[[10, 31, 60, 2]], "Rà"), None);
        assert_eq!(found(&[[60, 31, 2, 2]], "Rà"), None);
        assert_eq!(found(&[[60, 20, 9, 20]], "Rà"), None);
        assert_eq!(found(&[[60, 31, 9, 2], [56, 25, 2, 9]], "Rà"), None);
        assert_eq!(found(&[], "Rà"), None);
    }
}
