//! Terms without a year around the name of what is measured: `Tỷ lệ hộ nghèo đến cuối nhiệm kỳ còn 2%`.

use std::ops::Range;

use super::back;
use crate::text::words::Words;

/// Terms without a year.
pub(super) const TERMS: &Words = &Words::of(&[
    "đến cuối nhiệm kỳ",
    "đến hết nhiệm kỳ",
    "vào cuối nhiệm kỳ",
    "cuối nhiệm kỳ",
    "hết nhiệm kỳ",
    "trong nhiệm kỳ",
    "đến cuối kỳ",
    "cuối kỳ",
    "trong kỳ",
    "đến cuối giai đoạn",
    "đến hết giai đoạn",
    "hết giai đoạn",
    "cuối năm học",
    "hết năm học",
    "trong năm học",
    "trong năm",
    "đến cuối năm",
    "đến hết năm",
    "đến cuối",
    "đến hết",
]);

/// Terms that are no more than that where they stand alone.
pub(super) const TERMS_ALONE: &Words = &Words::of(&[
    "giai đoạn",
    "cả giai đoạn",
    "trong giai đoạn",
    "toàn giai đoạn",
    "trong cả giai đoạn",
    "cả nhiệm kỳ",
    "cả năm",
    "cả kỳ",
    "hiện nay",
    "hiện tại",
    "hiện",
    "hiện có",
    "các năm tiếp theo",
    "những năm tiếp theo",
    "các năm sau",
    "những năm sau",
    "các năm còn lại",
    "những năm còn lại",
]);

/// Where the words end without a term behind them: `Tỷ lệ hộ nghèo đến cuối nhiệm kỳ còn 2%`.
pub(super) fn without_term(folded: &str, range: Range<usize>) -> usize {
    let words = back::cut(folded, range.clone());
    match back::strip_longest(words, TERMS) {
        Some(rest) if !rest.trim().is_empty() => range.start + rest.trim_end_matches([' ', ',']).len(),
        _ => range.end,
    }
}
