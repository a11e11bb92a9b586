//! The bodies of footnotes at the foot of a page.

use super::{geometry::median, line::Line};

/// Lines of words, and the lines of footnotes below them.
pub(super) fn split(mut lines: Vec<Line>, page_height: f32) -> (Vec<Line>, Vec<Line>) {
    let size = median(lines.iter().map(|l| l.size).collect());
    let first = (0..lines.len()).find(|&i| {
        let line = &lines[i];
        line.place.y0 > page_height * 0.4
            && opens(line)
            && line.size < size * 0.95
            // all that stands below is of the same kind, but for the page's number
            && lines[i..].iter().filter(|l| l.size > size * 0.97).count() <= 1
    });
    let notes = first.map_or_else(Vec::new, |first| lines.split_off(first));
    (lines, notes)
}

/// Begins with the mark of a footnote.
pub(super) fn opens(line: &Line) -> bool {
    line.words.len() > 1 && {
        let first = &line.words[0].text;
        first.starts_with('[') && first.ends_with(']')
    }
}
