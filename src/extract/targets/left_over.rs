//! What is left over after the shares before it: `phần còn lại 20% do người dân đóng góp`.

use std::ops::Range;

use super::{back, reading::Reading};

/// Where `phần còn lại` stands before figure `n`. `còn lại` alone leads to a figure as `còn` does.
pub(super) fn before(reading: &Reading, n: usize) -> Option<Range<usize>> {
    let (floor, start) = (reading.floor(n), reading.leads[n].start);
    let words = back::cut(reading.folded, floor..start).trim_end();
    let rest = back::strip_any(words, &["phần", "số"])?;
    let lead = back::cut(reading.folded, start..reading.figures[n].range.start);
    let after = back::strip_front_any(lead, &["còn lại"])?;
    Some(floor + rest.len()..reading.figures[n].range.start - after.len())
}
