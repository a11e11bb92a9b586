//! Figures that tell what is or was: found out, reached by now, of a year gone by.

use super::{back, reading::Reading};
use crate::text::{
    letters::is_alphanumeric,
    words::{Words, words},
};

/// `xảy ra 45 vụ`, `so với 7,5% năm 2021`, `(7,5%)` after the year compared with: what was.
pub(super) fn told(reading: &Reading, n: usize, before: &str) -> bool {
    let near = back::tail(before, 160);
    let happened = near.rfind("xảy ra").is_some_and(|at| {
        let negated = ["không", "không để", "để", "chưa", "hạn chế", "giảm", "ngăn ngừa", "phòng ngừa", "khi"];
        // a count right after the verb, and what is told with it: `xảy ra 45 vụ, làm chết 3 người`
        let after = near[at + "xảy ra".len()..].trim_start();
        let after =
            back::strip_front_any(after, words!["tổng số", "hơn", "gần", "khoảng"]).unwrap_or(after).trim_start();
        let counted =
            after.is_empty() && !reading.figures[n].is_rate() || after.starts_with(|c: char| c.is_ascii_digit());
        counted && !back::ends(&near[..at], &negated) && !after.contains("phấn đấu")
    });
    // `Theo kết quả khảo sát …, có 40% doanh nghiệp cho rằng …`
    let found = !reading.goals && back::begins(before, FOUND) && back::head(before, 240).contains(',');
    happened || found || reading.leads[n].only || reading.is_compared(n)
}

/// Words that open what was found out.
const FOUND: &Words = &Words::of(&[
    "theo kết quả",
    "theo khảo sát",
    "theo điều tra",
    "theo số liệu",
    "theo thống kê",
    "theo báo cáo",
    "qua khảo sát",
    "qua kiểm tra",
    "qua rà soát",
    "kết quả khảo sát",
]);

/// `năm 2018 đạt 99%` beside the goal, `(năm 2020: 45%)`, `hiện đạt 45%`.
pub(super) fn past(reading: &Reading, n: usize, before: &str) -> bool {
    let near = back::tail(before, 110);
    // `hiện nay là 46%, phấn đấu đạt 50%`: what is striven for is no past
    let near = AIMS.last_in(near).map_or(near, |at| &near[at..]);
    // in a goal `các xã đã đạt chuẩn, 100% tiếp tục duy trì` tells of whom, not of the figure
    let own = if reading.goals { near.rsplit(',').next().unwrap_or(near) } else { near };
    if PAST.within(near) && PAST.iter().any(|w| says(near, w)) || DONE.within(own) {
        return true;
    }
    let Some(time) = reading.time_of(n).map(|t| &reading.times[t]) else { return false };
    // a period is past when its last year is; one without an end never is
    let last = time.edtf.rsplit('/').next().unwrap_or_default();
    let year = last.get(..4).and_then(|y| y.parse::<i32>().ok());
    // `(năm 2025 ước đạt 64%)`, `(thời điểm cao nhất trong tháng 8/2024 là 2%)` beside the goal
    let beside = reading.clauses[reading.clause_of[n]].inner
        && (back::begins(before, &["thời điểm"]) || back::tail(before, 60).split(' ').any(|w| w == "ước"));
    year.zip(reading.issued_year).is_some_and(|(year, issued)| year < issued + i32::from(beside))
}

/// Does `near` say `words`? `phát hiện mới` does not say `hiện mới`.
fn says(near: &str, words: &str) -> bool {
    near.match_indices(words).any(|(at, _)| {
        let before = &near[..at];
        let longer = words.starts_with("hiện") && back::ends(before, words!["phát", "thực", "thể", "biểu", "xuất"]);
        !longer && !before.ends_with(is_alphanumeric)
    })
}

/// Words after which what is or was is left behind.
const AIMS: &Words = &Words::of(&["phấn đấu", "mục tiêu", "lên", "xuống", "tăng lên", "đến năm", "nâng lên"]);

/// Words in a clause that tell what is or was.
const PAST: &Words = &Words::of(&[
    "hiện nay",
    "hiện tại",
    "hiện có",
    "hiện đạt",
    "năm qua",
    "thời gian qua",
    "kết quả năm",
    "kết quả giai đoạn",
    "tính đến nay",
    "đến nay",
    "ước thực hiện",
    "thực hiện năm",
    "cuối năm trước",
    "trong năm qua",
    "vừa qua",
    "hiện mới",
    "mới chỉ",
    "những năm qua",
    "các năm qua",
    "năm trước đạt",
    "kết quả đạt được",
]);

/// The same in its verb.
const DONE: &Words = &Words::of(&["đã đạt", "đã có", "đã được", "đã hoàn thành", "đã thực hiện", "đã giảm", "đã tăng"]);
