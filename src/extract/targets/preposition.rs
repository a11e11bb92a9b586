//! The words around a time: what they make of it, and how far they reach.

use super::{
    back,
    horizon::{Time, TimeKind},
};
use crate::text::words::{Words, words};

/// What the words before a time make of it, and where they start.
pub(super) fn preposition(before: &str, core: usize) -> (TimeKind, usize) {
    const NO_STARTS: &Words =
        &Words::of(&["tháng", "bước", "ban", "lần", "hàng", "dẫn", "đứng", "bắt", "mở", "quý", "tuần", "ngày"]);
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
        "cao hơn",
        "nhiều hơn",
        "lớn hơn",
        "thấp hơn",
        "ít hơn",
        "nhỏ hơn",
    ]);
    const LIMITS: &Words = &Words::of(&[
        "từ nay đến hết",
        "từ nay đến cuối",
        "từ nay đến",
        "từ nay tới",
        "trong giai đoạn từ nay đến",
        "giai đoạn từ nay đến",
        "trong thời gian từ nay đến",
        "hướng tới",
        "tiến tới",
        "xa hơn",
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
        "giai đoạn từ",
        "trong giai đoạn từ",
        "cho giai đoạn từ",
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
    // `từ 6,5% đầu năm 2022 xuống 3%`; `9 tháng đầu năm 2024` is a part of the year
    let start = back::strip_any(before, &["đầu", "giữa"]).filter(|rest| !back::ends(rest, NO_STARTS));
    (TimeKind::Bare, start.map_or(core, str::len))
}

/// Prices of one year, in which the values of others are told.
pub(super) const PRICES: &Words =
    &Words::of(&["theo giá", "giá so sánh", "giá hiện hành", "giá cố định", "giá thực tế", "mặt bằng giá"]);

/// `6 tháng đầu năm 2024`: the half of the year that the words before it name, and where they begin.
pub(super) fn half_year(before: &str, year: u32) -> Option<(String, usize)> {
    const HALVES: &[(&str, u32)] = &[("tháng đầu", 40), ("tháng cuối", 41)];
    let (months, half) = HALVES.iter().find_map(|(words, half)| Some((back::strip(before, words)?, half)))?;
    let rest = back::strip_any(months, &["6", "06", "sáu"])?;
    Some((format!("{year:04}-{half}"), rest.len()))
}

/// `Tầm nhìn đến năm 2045, thu nhập đạt …`: an outlook that opens a clause limits what follows.
pub(super) fn outlook(folded: &str, times: &mut [Time]) {
    for time in times.iter_mut().filter(|time| time.kind == TimeKind::Other) {
        let before = folded[..time.range.start].trim_end_matches([' ', '-', '+', '*']);
        if before.is_empty() || before.ends_with(['.', ';']) {
            time.kind = TimeKind::Limit;
        }
    }
}

/// `2025: 35%; 2030: 40%`, `35% (2025)`: is a bare number of four digits between these words the year of a share?
pub(super) fn labels(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    // `2021 là 80%, 2025 đạt 95%`: a verb in the place of the colon
    let given = after.strip_prefix(':').or_else(|| back::strip_front_any(after, words!["là", "đạt", "còn"]));
    let figure = given.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let opens = before.is_empty() || before.ends_with([':', ';', ',', '(']);
    let beside = before.strip_suffix('(').is_some_and(|share| share.trim_end().ends_with('%'));
    // `(2025: 200 căn, 2026: 300 căn)`
    let list = || before.ends_with(['(', ',', ';']) && after.starts_with(':');
    figure && opens && (after.contains('%') || list()) || beside && after.starts_with(')')
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
