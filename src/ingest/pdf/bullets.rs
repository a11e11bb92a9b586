//! Bullets that are drawn, not written, as web browsers print them: a small round or square shape before the words of an
//! item. They are written as the bullets of web pages are, so that a page and its print say the same.

use crate::ingest::page::{Rect, Word};

/// How wide and high a bullet is, in points.
const SIZES: std::ops::RangeInclusive<f32> = 1.8..=7.5;
/// How far before its words it stands.
const FARTHEST: f32 = 30.0;

/// A small shape on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    place: Rect,
    sign: &'static str,
}

impl Shape {
    /// A shape through these points, if it is as large as a bullet and as wide as high.
    pub(super) fn of(points: &[(f32, f32)], round: bool, filled: bool) -> Option<Self> {
        let spread = |of: fn(&(f32, f32)) -> f32| {
            let values = points.iter().map(of);
            (values.clone().fold(f32::MAX, f32::min), values.fold(f32::MIN, f32::max))
        };
        let ((x0, x1), (y0, y1)) = (spread(|p| p.0), spread(|p| p.1));
        let (across, down) = (x1 - x0, y1 - y0);
        let sign = match (round, filled) {
            (true, true) => "-",
            (true, false) | (false, true) => "+",
            (false, false) => return None,
        };
        let place = Rect { x0, y0, x1, y1 };
        let fits = SIZES.contains(&across) && SIZES.contains(&down) && (across - down).abs() < 0.4 && place.is_sound();
        fits.then_some(Self { place, sign })
    }
}

/// The shapes that stand before the first word of a line, as words of that line.
pub(super) fn before(words: &[Word], shapes: &[Shape]) -> Vec<Word> {
    let found = shapes.iter().filter_map(|shape| {
        let middle = f32::midpoint(shape.place.y0, shape.place.y1);
        let mut beside = words.iter().filter(|w| {
            let (height, from_top) = (w.place.y1 - w.place.y0, middle - w.place.y0);
            (0.25..0.85).contains(&(from_top / height.max(1.0)))
        });
        let right = beside.clone().filter(|w| w.place.x0 >= shape.place.x1);
        let first = right.min_by(|a, b| a.place.x0.total_cmp(&b.place.x0))?;
        let alone = beside.all(|w| w.place.x0 >= shape.place.x1 || w.place.x1 < shape.place.x0 - FARTHEST);
        let near = first.place.x0 - shape.place.x1 < FARTHEST;
        // as high as its line, so that it is taken for a word of it
        let place = Rect { y0: first.place.y0, y1: first.place.y1, ..shape.place };
        (alone && near).then(|| Word { text: shape.sign.into(), place, confidence: None, line: None })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_shape_before_words_is_a_bullet() {
        let word = |x0: f32, x1: f32| {
            let place = Rect { x0, y0: 100.0, x1, y1: 114.0 };
            Word { text: "Trồng".into(), place, confidence: None, line: None }
        };
        let corners = |x: f32, size: f32| [(x, 105.0), (x + size, 105.0), (x + size, 105.0 + size), (x, 105.0 + size)];
        let signs = |x: f32, size: f32, round, filled, words: &[Word]| {
            let shapes: Vec<Shape> = Shape::of(&corners(x, size), round, filled).into_iter().collect();
            before(words, &shapes).pop().map(|w| w.text)
        };
        let words = [word(90.0, 120.0), word(123.0, 150.0)];
        assert_eq!(signs(80.0, 3.0, true, true, &words), Some("-".into()));
        assert_eq!(signs(80.0, 3.0, true, false, &words), Some("+".into()));
        assert_eq!(signs(80.0, 3.0, false, true, &words), Some("+".into()));
        // a box to tick, a picture, far from words, behind a word
        assert_eq!(signs(80.0, 3.0, false, false, &words), None);
        assert_eq!(signs(60.0, 20.0, true, true, &words), None);
        assert_eq!(signs(40.0, 3.0, true, true, &words), None);
        assert_eq!(signs(120.0, 2.5, true, true, &words), None);
    }
}
