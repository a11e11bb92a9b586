//! Shares of a whole that measure what was counted before them: `có 12.500 hội viên, chiếm 76% số hộ`.

use super::{back, lead::Link, predicate::predicate, reading::Reading, state::verb, wholes::whole_alone};
use crate::text::words::{Words, words};

/// `chiếm 0,6% tổng đàn`, `đạt 92% dân số` after a count.
pub(super) fn shares_whole(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let words = back::cut(reading.folded, reading.figures[n].range.end..);
    let rates = reading.figures[n].is_rate() && reading.figures[n - 1].is_rate();
    // `tăng bình quân 12%/năm, chiếm 35% GRDP`
    let next = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start).trim_end().ends_with(',');
    if rates && next && reading.leads[n - 1].link == Link::Binds && back::begins(lead, &["chiếm"]) {
        return true;
    }
    let told = || back::cut(reading.folded, predicate(reading, n)).trim();
    // `…, bằng 33% GRDP`
    if rates && next && back::begins(lead, &["bằng"]) && whole_alone(told()) {
        return true;
    }
    // `đến hết quý III đạt 75% và đến hết năm đạt 100% kế hoạch vốn`: what it is held against
    if rates && back::ends(lead, words!["đạt", "hoàn thành", "bằng"]) && PLANNED_ALONE.contains(&told()) {
        return true;
    }
    let counted = reading.figures[n].is_rate() && !reading.figures[n - 1].is_rate();
    // `mở 20 lớp cho 600 người, đạt 107% kế hoạch`
    let whole = || {
        let told = back::cut(reading.folded, predicate(reading, n));
        back::begins(words, PLANNED) || (back::begins(words, WHOLES) && verb(told).is_none())
    };
    counted
        && (back::begins(lead, &["chiếm", "bằng"])
            || lead.trim() == "="
            || (back::begins(lead, words!["đạt", "tương ứng", "tương đương"]) && whole()))
}

/// What is counted in all.
const WHOLES: &Words = &Words::of(&["dân số", "tổng số", "tổng dân số", "số", "tổng", "tổng đàn", "tổng diện tích"]);

/// What was to be reached, and nothing told of it.
const PLANNED_ALONE: &Words = &Words::of(&[
    "kế hoạch",
    "kế hoạch vốn",
    "kế hoạch năm",
    "kế hoạch giao",
    "kế hoạch được giao",
    "kế hoạch vốn được giao",
    "kế hoạch vốn giao",
    "kế hoạch đề ra",
    "dự toán",
    "dự toán giao",
    "dự toán được giao",
    "chỉ tiêu",
    "chỉ tiêu giao",
    "chỉ tiêu được giao",
]);

/// What was to be reached.
const PLANNED: &Words = &Words::of(&["kế hoạch", "chỉ tiêu", "dự toán", "so với kế hoạch"]);
