//! Two columns beside each other: the masthead, and the recipients beside the signature.

use super::line::Line;
use crate::{text::fold, value::marker};

/// Lines of a page, or two columns of them.
pub(super) enum Block {
    /// Lines below each other.
    Line(Line),
    /// Two columns, each from top to bottom.
    Columns(Vec<Line>, Vec<Line>),
}

/// Tells columns from lines. The middles are those of the page and of its text.
pub(super) fn blocks(lines: Vec<Line>, middles: [f32; 2]) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    let mut pending: Vec<Line> = Vec::new();
    while let Some(line) = rest.next() {
        let starts = column_starts(&line);
        if starts.len() != 1 {
            pending.push(line);
            continue;
        }
        let mut columns = Columns::default();
        columns.take(line.split(&starts));
        // what stands a little above it in one of its columns
        while let Some(above) = pending.last() {
            let top = columns.top();
            let near = top - above.place.y1 < above.size * 0.9;
            let right = columns.is_right(above) || pending.len() <= 4 && page_top(&pending);
            if !(near && right && column_starts(above).is_empty() && columns.fits(above, middles)) {
                break;
            }
            if let Some(above) = pending.pop() {
                columns.put(above, true);
            }
        }
        while let Some(next) = rest.peek() {
            // a title in the middle of the page stands in both columns
            let side =
                if is_centred(next, middles) && column_starts(next).is_empty() { None } else { columns.side(next) };
            let parts = next.split(side.as_slice());
            if !columns.fits_all(&parts, middles) {
                break;
            }
            columns.take(parts);
            rest.next();
        }
        blocks.extend(std::mem::take(&mut pending).into_iter().map(Block::Line));
        blocks.extend(columns.blocks());
    }
    blocks.extend(pending.into_iter().map(Block::Line));
    blocks
}

fn is_centred(line: &Line, middles: [f32; 2]) -> bool {
    middles.iter().any(|m| (line.place.center().0 - m).abs() < 8.0)
}

/// The lines so far are the first of their page.
fn page_top(lines: &[Line]) -> bool {
    lines.first().is_some_and(|l| l.place.y0 < 140.0)
}

/// Where columns begin, a marker set off from its words being none.
pub(super) fn column_starts(line: &Line) -> Vec<usize> {
    let mut starts = line.column_starts();
    if starts.first() == Some(&1) {
        let text = line.text();
        let first = line.words[0].text.len();
        if marker::read(&text, 0).is_some_and(|m| m.end <= first + 1) || line.words[0].text.starts_with('[') {
            starts.remove(0);
        }
    }
    starts
}

#[derive(Default)]
struct Columns {
    left: Vec<Line>,
    right: Vec<Line>,
    /// Lines as they stood, for the case that they are no columns after all.
    whole: Vec<Line>,
    gutter: Option<(f32, f32)>,
}

impl Columns {
    fn top(&self) -> f32 {
        self.whole.iter().map(|l| l.place.y0).fold(f32::MAX, f32::min)
    }

    fn bottom(&self) -> f32 {
        self.whole.iter().map(|l| l.place.y1).fold(f32::MIN, f32::max)
    }

    fn is_right(&self, line: &Line) -> bool {
        self.gutter.is_none_or(|(from, to)| line.place.x0 > f32::midpoint(from, to))
    }

    /// The gutter that is left when the line is taken in; `None` when there is none.
    fn gutter_with(&self, line: &Line) -> Option<(f32, f32)> {
        let (from, to) = self.gutter?;
        let (from, to) = if line.place.center().0 > f32::midpoint(from, to) {
            (from, to.min(line.place.x0))
        } else {
            (from.max(line.place.x1), to)
        };
        (to - from > line.size * 0.12).then_some((from, to))
    }

    /// The word that begins the right column on a line; none where the line stands in one column.
    fn side(&self, line: &Line) -> Option<usize> {
        let (from, to) = self.gutter?;
        let starts = column_starts(line);
        let right = starts.iter().copied().find(|&i| line.words[i].place.x0 > f32::midpoint(from, to));
        right.or_else(|| if starts.is_empty() { self.cut(line) } else { None })
    }

    /// Where a line that fills its left column goes over into the right one: before a word from which on it stands as the
    /// lines above it in the right column do.
    fn cut(&self, line: &Line) -> Option<usize> {
        let (from, to) = self.gutter?;
        let near = |a: f32, b: f32| (a - b).abs() < line.size * 0.15;
        (1..line.words.len()).find(|&i| {
            let (before, start) = (line.words[i - 1].place.x1, line.words[i].place.x0);
            let middle = f32::midpoint(start, line.place.x1);
            before > from - line.size
                && before < to
                && start > from
                && self.right.iter().any(|r| near(r.place.x0, start) || near(r.place.center().0, middle))
        })
    }

    fn fits(&self, line: &Line, middles: [f32; 2]) -> bool {
        // the document's type, an annex: in the middle of the page
        let centred = is_centred(line, middles);
        self.gutter_with(line).is_some() && !centred
    }

    fn fits_all(&self, parts: &[Line], middles: [f32; 2]) -> bool {
        let Some(first) = parts.first() else { return false };
        let far = first.place.y0 - self.bottom() > first.size * 5.0;
        !far && parts.iter().all(|p| self.gutter_with(p).is_some())
            && (parts.len() == 2 || parts.iter().all(|p| self.fits(p, middles)))
    }

    fn take(&mut self, parts: Vec<Line>) {
        if self.gutter.is_none()
            && let [left, right] = parts.as_slice()
        {
            self.gutter = Some((left.place.x1, right.place.x0));
        }
        for part in parts {
            self.put(part, false);
        }
    }

    fn put(&mut self, line: Line, above: bool) {
        self.gutter = self.gutter_with(&line).or(self.gutter);
        let column = if self.is_right(&line) { &mut self.right } else { &mut self.left };
        if above {
            column.insert(0, line.clone());
            self.whole.insert(0, line);
        } else {
            column.push(line.clone());
            self.whole.push(line);
        }
    }

    /// Columns where the words say so, else the lines as they stood.
    fn blocks(self) -> Vec<Block> {
        const SAYS: [&str; 6] =
            ["cộng hòa xã hội", "độc lập", "đảng cộng sản", "nơi nhận", "đoàn tncs hồ chí minh", "kính gửi"];
        let says = |line: &Line| {
            let text = line.text();
            let folded = fold(&text);
            SAYS.iter().any(|w| folded.contains(w))
                || ["TM.", "KT.", "TL.", "TUQ.", "T.M", "K.T"].iter().any(|w| text.starts_with(w))
        };
        if self.left.iter().chain(&self.right).any(says) {
            return vec![Block::Columns(self.left, self.right)];
        }
        // one line again of the parts that stood side by side
        let mut lines: Vec<Line> = Vec::new();
        for part in self.whole {
            match lines.last_mut() {
                Some(last) if (last.place.center().1 - part.place.center().1).abs() < part.size * 0.3 => {
                    let words = last.words.iter().cloned().chain(part.words).collect();
                    if let Some(line) = Line::new(words) {
                        *last = line;
                    }
                }
                _ => lines.push(part),
            }
        }
        lines.into_iter().map(Block::Line).collect()
    }
}
