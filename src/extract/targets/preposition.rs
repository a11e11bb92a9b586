//! The words around a time: what they make of it, and how far they reach.

use super::{back, horizon::TimeKind};
use crate::text::words::{Words, words};

/// What the words before a time make of it, and where they start.
pub(super) fn preposition(before: &str, core: usize) -> (TimeKind, usize) {
    const COMPARED: &Words = &Words::of(&[
        "so với cùng kỳ",
        "so với cùng kì",
        "so với cuối",
        "so với đầu",
        "so với trung bình",
        "so với bình quân",
        "so với mức của",
        "so với mức",
        "so với thực hiện",
        "so với số liệu",
        "so với kết quả",
        "so với thời điểm",
        "so với tổng số",
        "so cùng kỳ",
        "so với",
        "so",
        "với cùng kỳ",
        "cùng kỳ",
        "bằng mức",
        "gấp đôi so với",
        "so với trung bình của",
        "so với bình quân của",
        "so với cả",
        "tính từ",
    ]);
    const LIMITS: &Words = &Words::of(&[
        "từ nay đến hết",
        "từ nay đến cuối",
        "từ nay đến",
        "từ nay tới",
        "tính đến hết",
        "tính đến thời điểm",
        "đến thời điểm",
        "tại thời điểm",
        "vào thời điểm",
        "tại thời điểm cuối",
        "vào thời điểm cuối",
        "đến thời điểm cuối",
        "tính đến",
        "phấn đấu đến hết",
        "cho đến hết",
        "cho đến",
        "đến hết",
        "đến cuối",
        "đến đầu",
        "đến giữa",
        "đến trước",
        "đến",
        "tới",
        "vào cuối",
        "vào đầu",
        "vào giữa",
        "vào",
        "trong cả",
        "trong",
        "ngay trong",
        "hết",
        "cuối",
        "trước",
        "chậm nhất đến",
        "chậm nhất vào",
        "chậm nhất trong",
        "chậm nhất là",
        "chậm nhất",
        "muộn nhất",
        "sau",
        "kể từ",
        "bắt đầu từ",
        "từ",
    ]);
    if let Some(rest) = back::strip_any(before, words!["tầm nhìn đến", "tầm nhìn", "định hướng đến", "định hướng"])
    {
        return (TimeKind::Other, rest.len());
    }
    if let Some(rest) = back::strip_any(before, COMPARED) {
        return (TimeKind::Baseline, rest.len());
    }
    // `so với số lượng sử dụng của năm 2017`, `so với thời điểm cuối năm 2020`
    let near = back::tail(before, 72);
    // `so dự toán năm 2020`
    let short = || near.rfind("so ").filter(|&at| back::begins(&near[at + "so ".len()..], COMPARED_SHORT));
    let compared = near.rfind("so với ").or_else(short).filter(|&at| {
        !near[at..].contains([',', ';', '.', '(', ')', '%', '/'])
            && !near[at..].contains(" theo ")
            && !back::ends(before, words!["đến", "tới", "vào", "trong", "đến hết", "đến cuối", "vào cuối"])
    });
    if let Some(at) = compared {
        return (TimeKind::Baseline, before.len() - near.len() + at);
    }
    if let Some(rest) = back::strip_longest(before, LIMITS) {
        // `định hướng đến năm 2030`, `tầm nhìn đến năm 2050`
        return match back::strip_any(rest, &["tầm nhìn", "định hướng"]) {
            Some(rest) => (TimeKind::Other, rest.len()),
            None => (TimeKind::Limit, rest.len()),
        };
    }
    (TimeKind::Bare, core)
}

/// What is compared with behind a bare `so`.
const COMPARED_SHORT: &Words = &Words::of(&[
    "dự toán",
    "kế hoạch",
    "chỉ tiêu",
    "nghị quyết",
    "thực hiện",
    "ước thực hiện",
    "kết quả",
    "số",
    "mức",
    "đầu",
    "cuối",
    "thời điểm",
    "bình quân",
    "trung bình",
    "giai đoạn",
    "nhiệm kỳ",
    "cả",
]);

/// The interval that begins then: in one, a quarter or a half year is written as its first month.
fn since(edtf: &str) -> String {
    let month = match edtf.get(4..) {
        Some("-33" | "-40") => "01",
        Some("-34") => "04",
        Some("-35" | "-41") => "07",
        Some("-36") => "10",
        _ => return format!("{edtf}/.."),
    };
    format!("{}-{month}/..", &edtf[..4])
}

/// `từ năm 2025 trở đi`, `sau năm 2025` are open.
pub(super) fn open_end(
    folded: &str,
    edtf: String,
    end: usize,
    kind: TimeKind,
    words: &str,
) -> (String, usize, TimeKind) {
    let rest = back::head(&folded[end..], 40);
    if let Some(after) =
        back::strip_front_any(rest, words!["trở đi", "trở về sau", "và các năm tiếp theo", "và những năm tiếp theo"])
    {
        let end = end + rest.len() - after.len();
        if rest.trim_start().starts_with("trở") {
            return (since(&edtf), end, TimeKind::Limit);
        }
        return (edtf, end, kind);
    }
    let opens = back::begins(words, words!["sau", "từ", "kể từ", "bắt đầu từ"]) && !back::begins(words, &["từ nay"]);
    // `từ năm 2021 lên` and the like is a way that goes on
    let goes_on = back::begins(rest, words!["đến", "tới", "lên", "xuống", "-"]);
    if kind == TimeKind::Limit && opens && !goes_on && !edtf.contains('/') {
        return (since(&edtf), end, kind);
    }
    (edtf, end, kind)
}
