//! Grades of pupils and officials, of which one is spelled like a verb: `75% Tốt, 20% Khá, 5% Đạt`.

use super::{back, figure::Figure, lead::yearly, reading::Reading};
use crate::text::words::{Words, words};

/// Is `đạt` behind figure `n` the lowest grade of a list of grades?
pub(super) fn is_grade(reading: &Reading, n: usize) -> bool {
    const GRADES: &Words = &Words::of(&["tốt", "khá", "giỏi", "chưa đạt", "xuất sắc", "trung bình", "đạt"]);
    let graded = |m: usize| {
        let rate = reading.figures.get(m).is_some_and(Figure::is_rate);
        rate && reading.clause_of[m] == reading.clause_of[n]
            && back::begins(back::cut(reading.folded, reading.figures[m].range.end..), GRADES)
    };
    let after = back::cut(reading.folded, reading.figures[n].range.end..).trim_start();
    let closed = after.strip_prefix("đạt").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with([',', ';', '.', ')'])
    });
    closed && reading.figures[n].is_rate() && (n.checked_sub(1).is_some_and(graded) || graded(n + 1))
}

/// Is `trung bình` before a share the name of a class, beside `khá` and `giỏi`?
pub(super) fn is_class(before: &str, folded: &str, figure: &Figure) -> bool {
    const NEAR: usize = 80;
    let alone = before.trim().is_empty() || before.trim_end().ends_with([',', ';', '(', '-', '/']);
    let near = back::tail(&folded[..figure.range.start], NEAR);
    figure.is_rate() && alone && !yearly(folded, figure) && words!["khá", "giỏi", "tốt"].within(near)
}
