//! The straight lines of a drawing that `pdftocairo -svg` made: those that a pen drew, and thin filled boxes; and its
//! bullets.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use super::bullets::Shape;
use crate::ingest::page::Ruling;

/// Longer lines of the file are images or letters.
const LONGEST: usize = 1 << 16;
/// Thinner than this, a box is a line.
const THIN: f32 = 2.5;
/// Shorter lines part no cells.
const SHORT: f32 = 5.0;
/// A page with more is a picture.
const MOST: usize = 20_000;

/// What is drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) rulings: Vec<Ruling>,
    /// What may be bullets.
    pub(super) shapes: Vec<Shape>,
}

/// What is drawn on each page of the file.
pub(super) fn read(path: &Path) -> io::Result<Vec<Drawn>> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut pages = vec![Drawn::default()];
    let mut several = false;
    let mut line = Vec::new();
    while next(&mut reader, &mut line)? {
        let Ok(text) = std::str::from_utf8(&line) else { continue };
        if text.trim() == "<page>" {
            // what stands before the first page is no page
            if several {
                pages.push(Drawn::default());
            }
            several = true;
        } else if let Some(rest) = text.trim_start().strip_prefix("<path ")
            && let Some(page) = pages.last_mut()
            && page.rulings.len() + page.shapes.len() < MOST
        {
            path_of(rest, page);
        }
    }
    Ok(pages)
}

/// Reads the next line, of a long one only the beginning; false at the end.
fn next(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = memchr::memchr(b'\n', bytes);
        let part = &bytes[..end.unwrap_or(bytes.len())];
        if line.len() < LONGEST {
            line.extend_from_slice(&part[..part.len().min(LONGEST - line.len())]);
        }
        let used = part.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = &tag[tag.find(name)? + name.len()..];
    rest.split('"').next()
}

/// Adds the rulings and bullets of one path.
fn path_of(tag: &str, found: &mut Drawn) {
    let Some(data) = attribute(tag, " d=\"").or_else(|| attribute(tag, "d=\"")) else { return };
    let style = attribute(tag, "style=\"").unwrap_or_default();
    let drawn = |what: &str| style.contains(what) && !style.contains(&format!("{what}(100%,100%,100%)"));
    // letters are paths without a colour of their own
    let stroked = drawn("stroke:rgb");
    let filled = drawn("fill:rgb") || tag.contains("fill=\"rgb");
    if !stroked && !filled {
        return;
    }
    let matrix = attribute(tag, "transform=\"matrix(").map(|m| numbers(m.trim_end_matches(')')));
    let matrix = matrix.filter(|m| m.len() == 6).unwrap_or_else(|| vec![1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let place = |x: f32, y: f32| (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
    for part in data.split('M').skip(1) {
        let values = numbers(part);
        let points: Vec<(f32, f32)> = values.chunks_exact(2).map(|p| place(p[0], p[1])).collect();
        if points.len() < 2 || points.iter().any(|p| !p.0.is_finite() || !p.1.is_finite()) {
            continue;
        }
        let round = part.contains('C');
        found.shapes.extend(Shape::of(&points, round, filled));
        if round {
            continue;
        }
        if stroked && !filled {
            for pair in points.windows(2) {
                thin_box(&[pair[0], pair[1]], &mut found.rulings);
            }
            if part.contains('Z') {
                thin_box(&[points[points.len() - 1], points[0]], &mut found.rulings);
            }
        } else {
            thin_box(&points, &mut found.rulings);
        }
    }
}

fn numbers(text: &str) -> Vec<f32> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | 'e')))
        .filter(|s| !s.is_empty())
        .take(4096)
        .filter_map(|s| s.parse().ok())
        .collect()
}

/// Points that lie on a level or an upright line.
fn thin_box(points: &[(f32, f32)], found: &mut Vec<Ruling>) {
    let (mut x0, mut y0, mut x1, mut y1) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    for &(x, y) in points {
        (x0, y0, x1, y1) = (x0.min(x), y0.min(y), x1.max(x), y1.max(y));
    }
    if y1 - y0 < THIN && x1 - x0 > SHORT {
        found.push(Ruling::Level { y: f32::midpoint(y0, y1), from: x0, to: x1 });
    } else if x1 - x0 < THIN && y1 - y0 > SHORT {
        found.push(Ruling::Upright { x: f32::midpoint(x0, x1), from: y0, to: y1 });
    }
}
