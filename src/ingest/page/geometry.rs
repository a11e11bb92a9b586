//! Words, boxes and rulings, in points from the page's top left corner.

/// A box: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Rect {
    pub(in super::super) x0: f32,
    pub(in super::super) y0: f32,
    pub(in super::super) x1: f32,
    pub(in super::super) y1: f32,
}

impl Rect {
    /// The least box around boxes; `None` of none.
    pub(super) fn around(boxes: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        boxes.into_iter().reduce(|a, b| Rect {
            x0: a.x0.min(b.x0),
            y0: a.y0.min(b.y0),
            x1: a.x1.max(b.x1),
            y1: a.y1.max(b.y1),
        })
    }

    pub(super) fn width(self) -> f32 {
        self.x1 - self.x0
    }

    pub(super) fn height(self) -> f32 {
        self.y1 - self.y0
    }

    pub(super) fn center(self) -> (f32, f32) {
        (f32::midpoint(self.x0, self.x1), f32::midpoint(self.y0, self.y1))
    }

    pub(super) fn corners(self) -> [f32; 4] {
        // a tenth of a point is less than a printer's dot
        [self.x0, self.y0, self.x1, self.y1].map(|v| (v * 10.0).round() / 10.0)
    }

    /// All its sides are numbers, and it is not turned inside out.
    pub(in super::super) fn is_sound(self) -> bool {
        [self.x0, self.y0, self.x1, self.y1].iter().all(|v| v.is_finite() && v.abs() < 1e5)
            && self.x0 <= self.x1
            && self.y0 <= self.y1
    }
}

/// A word on a page.
#[derive(Debug, Clone)]
pub(in super::super) struct Word {
    pub(in super::super) text: String,
    pub(in super::super) place: Rect,
    /// How certain a recognizer is of it, of 100. `None` when the file itself holds the word.
    pub(in super::super) confidence: Option<u8>,
    /// Which line of the page a recognizer took it for, where pages lean.
    pub(in super::super) line: Option<usize>,
}

/// How a scanned page leans: how far level lines fall on their way to the right, and how far upright ones go to the right
/// on their way down. Paper that was bent does not lean alike in both.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct Lean {
    pub(in super::super) level: f32,
    pub(in super::super) upright: f32,
}

impl Word {
    /// Moves the word to where it would stand if its page lay straight.
    pub(in super::super) fn straighten(&mut self, lean: Lean) {
        let (x, y) = self.place.center();
        let (left, up) = (y * lean.upright, x * lean.level);
        let Rect { x0, y0, x1, y1 } = self.place;
        self.place = Rect { x0: x0 - left, y0: y0 - up, x1: x1 - left, y1: y1 - up };
    }
}

/// A straight line that was drawn, nearly upright or nearly level.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Ruling {
    /// At `y`, from one x to another.
    Level { y: f32, from: f32, to: f32 },
    /// At `x`, from one y to another.
    Upright { x: f32, from: f32, to: f32 },
}

/// A page.
#[derive(Debug, Clone)]
pub(in super::super) struct Page {
    /// Counted from 1.
    pub(in super::super) number: usize,
    pub(in super::super) width: f32,
    pub(in super::super) height: f32,
    pub(in super::super) words: Vec<Word>,
    pub(in super::super) rulings: Vec<Ruling>,
}

/// The middle one of some values; 0 of none.
pub(super) fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
