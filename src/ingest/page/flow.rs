//! Where a paragraph ends, told by where its lines end: a break before a word that would have fitted was meant.

use super::line::Line;
use crate::ingest::raw::Flow;

/// Between which margins the lines of a page stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margins {
    pub(super) left: f32,
    pub(super) right: f32,
    /// How far lines of a paragraph stand apart, from top to top.
    pub(super) pitch: f32,
}

impl Margins {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line> + Clone, page_width: f32) -> Self {
        let mut ends: Vec<f32> = lines.clone().map(|l| l.place.x1).collect();
        let mut starts: Vec<f32> = lines.clone().map(|l| l.place.x0).collect();
        ends.sort_by(|a, b| b.total_cmp(a));
        starts.sort_by(f32::total_cmp);
        // a margin is where more than one line ends; one that runs over it does so by a little
        let shared = |values: &[f32]| {
            let outermost = *values.first()?;
            let pair = values.windows(2).find(|w| (w[0] - w[1]).abs() < 3.0).map(|w| w[0]);
            pair.filter(|shared| (shared - outermost).abs() < 20.0).or(Some(outermost))
        };
        let tops: Vec<f32> = lines.map(|l| l.place.y0).collect();
        let steps: Vec<f32> = tops.windows(2).map(|w| w[1] - w[0]).filter(|s| *s > 4.0 && *s < 60.0).collect();
        let mut steps_up = steps;
        steps_up.sort_by(f32::total_cmp);
        // the smaller ones are those inside paragraphs
        let pitch = steps_up.get(steps_up.len() / 4).copied().unwrap_or(0.0);
        Self { left: shared(&starts).unwrap_or(0.0), right: shared(&ends).unwrap_or(page_width), pitch }
    }

    /// Margins of pages of one width, where a page has too few lines to tell.
    pub(super) fn or(self, all: Self, lines: usize) -> Self {
        if lines >= 8 {
            return self;
        }
        Self { left: self.left.min(all.left), right: self.right.max(all.right), pitch: all.pitch }
    }

    pub(super) fn middle(self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    fn is_centred(self, line: &Line) -> bool {
        let middle = self.middle();
        let (from_left, from_right) = (line.place.x0 - self.left, self.right - line.place.x1);
        from_left > line.size && from_right > line.size && (line.place.center().0 - middle).abs() < line.size * 0.9
    }
}

/// The paragraph so far, as far as its shape goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    first: f32,
    second: Option<f32>,
    /// It begins with a sign that stands off from its words.
    set_off: bool,
}

impl Paragraph {
    pub(super) fn opens(line: &Line) -> Self {
        Self { first: line.place.x0, second: None, set_off: sign_gap(line).is_some_and(|gap| gap > line.size * 0.9) }
    }

    /// The paragraph with one more line.
    pub(super) fn with(self, line: &Line) -> Self {
        Self { second: self.second.or(Some(line.place.x0)), ..self }
    }

    /// How the paragraph whose last line is `a` stands to the line `b` below it.
    pub(super) fn flow(self, a: (&Line, Margins), b: (&Line, Margins), same_page: bool) -> Flow {
        let ((a, margins), (b, below)) = (a, b);
        let size = a.size;
        let Some(first) = b.words.first() else { return Flow::Unknown };
        if margins.is_centred(a) || below.is_centred(b) && !margins.is_centred(a) {
            return Flow::Unknown;
        }
        let room = margins.right - a.place.x1;
        if first.place.width() + size * 0.45 < room {
            return Flow::Ends;
        }
        let ends = ends_sentence(a);
        let apart = same_page && margins.pitch > 0.0 && b.place.y0 - a.place.y0 > margins.pitch * 1.45;
        let resized = !a.is_recognized() && (a.size - b.size).abs() > size * 0.15;
        if apart || resized {
            return if ends { Flow::Ends } else { Flow::Unknown };
        }
        // a dash of the sentence that the line broke before: those of items stand off from their words
        if self.set_off && !ends && sign_gap(b).is_some_and(|gap| gap < size * 0.45) {
            return Flow::GoesOn;
        }
        // where the lines of this paragraph begin, measured from each page's own margin
        let (here, first_line) = (b.place.x0 - below.left, self.first - margins.left);
        let near = |x: f32| (here - x).abs() < size * 0.35;
        match self.second.map(|x| x - margins.left) {
            Some(second) if near(second) && !near(first_line) => Flow::GoesOn,
            Some(second) if near(second) => Flow::Filled,
            None if here < first_line - size * 0.5 => Flow::GoesOn,
            None if near(first_line) => Flow::Filled,
            // a hanging indent begins where the words behind the marker do
            None if a.words.get(1).is_some_and(|w| near(w.place.x0 - margins.left)) => Flow::GoesOn,
            _ => {
                if ends {
                    Flow::Ends
                } else {
                    Flow::Filled
                }
            }
        }
    }
}

/// The blank between a sign that may mark an item and the words after it.
fn sign_gap(line: &Line) -> Option<f32> {
    let [sign, word, ..] = line.words.as_slice() else { return None };
    matches!(sign.text.as_str(), "-" | "–" | "+" | "*" | "•").then(|| word.place.x0 - sign.place.x1)
}

fn ends_sentence(line: &Line) -> bool {
    line.words.last().is_some_and(|w| w.text.trim_end_matches(['”', '"', ')']).ends_with(['.', ';', ':', '!', '?']))
}
