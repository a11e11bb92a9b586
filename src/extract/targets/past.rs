//! Figures that tell what is or was: found out, reached by now, of a year gone by.

use super::{acts::ACTS, back, horizon, measures, reading::Reading, subject::subject};
use crate::text::{
    letters::is_alphanumeric,
    words::{Words, words},
};

/// `xảy ra 45 vụ`, `so với 7,5% năm 2021`, `(7,5%)` after the year compared with: what was.
pub(super) fn told(reading: &Reading, n: usize, before: &str) -> bool {
    let near = back::tail(before, 160);
    let happened = ["xảy ra", "ghi nhận"].into_iter().any(|verb| {
        near.contains(verb)
            && near.rfind(verb).is_some_and(|at| {
                let negated = ["không", "không để", "để", "chưa", "hạn chế", "giảm", "ngăn ngừa", "phòng ngừa", "khi"];
                // a count right after the verb, and what is told with it: `xảy ra 45 vụ, làm chết 3 người`
                let after = near[at + verb.len()..].trim_start();
                let after = back::strip_front_any(after, words!["tổng số", "hơn", "gần", "khoảng"])
                    .unwrap_or(after)
                    .trim_start();
                let counted = after.is_empty() && !reading.figures[n].is_rate()
                    || after.starts_with(|c: char| c.is_ascii_digit());
                counted && !back::ends(&near[..at], &negated) && !after.contains("phấn đấu")
            })
    });
    // `Theo kết quả khảo sát …, có 40% doanh nghiệp cho rằng …`
    let found = !reading.goals && back::begins(before, FOUND) && back::head(before, 240).contains(',');
    happened
        || found
        || assessed(reading, n)
        || voted(reading, n)
        || estimated(reading, n)
        || by_day(reading, n)
        || reading.leads[n].only
        || reading.is_compared(n)
}

/// `Chính phủ thống nhất đánh giá: Trong tháng 9, … GDP tăng 1,4%`: outside goals, what a passage that judges tells.
fn assessed(reading: &Reading, n: usize) -> bool {
    const JUDGES: &Words = &Words::of(&["thống nhất đánh giá", "nhất trí đánh giá", "cơ bản nhất trí đánh giá"]);
    let opening = back::head(reading.folded, 160);
    let judged = JUDGES.find_in(opening).filter(|_| !reading.goals);
    judged.is_some_and(|at| {
        let told = back::tail(back::cut(reading.folded, at..reading.figures[n].range.start), 300);
        !words!["phấn đấu", "mục tiêu", "chỉ tiêu", "dự báo", "dự kiến", "nhiệm vụ", "yêu cầu"].within(told)
    })
}

/// `được Hội nghị biểu quyết nhất trí 100%`: how a vote went.
fn voted(reading: &Reading, n: usize) -> bool {
    let before = back::tail(back::cut(reading.folded, ..reading.leads[n].start), 60);
    reading.figures[n].is_rate()
        && back::ends(
            before,
            words![
                "biểu quyết nhất trí",
                "biểu quyết thông qua",
                "biểu quyết tán thành",
                "thông qua với tỷ lệ",
                "biểu quyết"
            ],
        )
}

/// `trẻ chưa tiêm đủ, ước khoảng 10% số trẻ`: outside goals, how things are thought to stand.
fn estimated(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    !reading.goals
        && reading.figures[n].is_rate()
        && back::begins(lead, words!["ước", "ước khoảng", "ước tính", "ước đạt"])
}

/// `Tính đến ngày 10/8/2025 ghi nhận 64 ca …; chỉ số là 34`: what had been counted by a day. The last of the year lies
/// ahead.
fn by_day(reading: &Reading, n: usize) -> bool {
    const OPEN: &Words = &Words::of(&["phấn đấu", "mục tiêu", "đến năm", "đến hết", "đến cuối", "đến quý"]);
    let start = reading.clauses[reading.openings[reading.clause_of[n]]].range.start;
    let Some(time) = horizon::within(&reading.times, start..reading.figures[n].range.start).first() else {
        return false;
    };
    let ahead = back::cut(reading.folded, start..time.range.start).trim_matches([' ', ',', '.', ':', '-']);
    let day = time.edtf.matches('-').count() == 2 && !time.edtf.ends_with("-12-31");
    let past = reading
        .issued_year
        .zip(time.edtf.get(..4).and_then(|y| y.parse().ok()))
        .is_some_and(|(y, t): (i32, i32)| t <= y);
    let told = back::tail(back::cut(reading.folded, time.range.end..reading.figures[n].range.start), 240);
    day && past
        && ahead.is_empty()
        && back::begins(back::cut(reading.folded, time.range.clone()), &["tính đến ngày", "tính đến"])
        && !OPEN.within(told)
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
    // `củng cố 02 mô hình đã có và xây dựng mới 04 mô hình`: what is made next is none of those that are there
    let next = own.rfind(" và ").map(|at| &own[at + " và ".len()..]).filter(|next| back::begins(next, ACTS));
    let own = next.filter(|_| reading.goals).unwrap_or(own);
    if PAST.within(near) && PAST.iter().any(|w| says(before, near, w))
        || (DONE.within(own) && !told_of_thing(reading, n, own))
    {
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

/// `tỷ lệ dữ liệu đã được số hóa đạt 60%`: in a goal, what tells of the thing measured tells nothing of the figure.
fn told_of_thing(reading: &Reading, n: usize, own: &str) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let done =
        words!["đã được", "đã có"].last_in(own).map(|at| back::cut(own, at..own.len().saturating_sub(lead.len())));
    reading.goals
        && back::begins(lead, &["đạt"])
        && measures::opens(back::cut(reading.folded, subject(reading, n)))
        && done.is_some_and(|done| done.split(' ').filter(|word| !word.is_empty()).count() > 2)
}

/// Does `near`, the end of the clause, say `words`? `phát hiện mới` does not say `hiện mới`.
fn says(clause: &str, near: &str, words: &str) -> bool {
    near.match_indices(words).any(|(at, _)| {
        // `near` may begin within a word: `thực hiện chỉ tiêu` is no `hiện chỉ`
        let before = back::tail(&clause[..clause.len() - near.len() + at], 16);
        let longer = words.starts_with("hiện") && back::ends(before, words!["phát", "thực", "thể", "biểu", "xuất"]);
        let tells_apart = || words == "hiện có" && is_there(near, at);
        !longer && !before.ends_with(is_alphanumeric) && !tells_apart()
    })
}

/// `60% trạm hiện có và 10 trạm mới`: `hiện có` behind a thing and before a mark tells it apart from others.
fn is_there(near: &str, at: usize) -> bool {
    let rest = near[at + "hiện có".len()..].trim_start();
    let ends = rest.starts_with([',', ';']) || back::begins(rest, &["và", "hoặc"]);
    ends && near[..at].trim_end().ends_with(is_alphanumeric)
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
    "nhiệm kỳ qua",
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
    "hiện vẫn",
    "hiện còn",
    "hiện chỉ",
    "mới chỉ",
    "những năm qua",
    "các năm qua",
    "năm trước đạt",
    "kết quả đạt được",
]);

/// The same in its verb.
const DONE: &Words = &Words::of(&["đã đạt", "đã có", "đã được", "đã hoàn thành", "đã thực hiện", "đã giảm", "đã tăng"]);

/// Does figure `n` of the preamble tell how things went, which led to the plan: `Năm 2020, tỷ lệ hộ nghèo còn 3%`, `6
/// tháng đầu năm đạt kết quả toàn diện: GRDP tăng 7%`? What is striven for does not.
pub(super) fn led_to_plan(reading: &Reading, n: usize) -> bool {
    const FAR: usize = 900;
    const RESULTS: &Words = &Words::of(&[
        "tháng đầu năm",
        "cùng kỳ",
        "so với năm",
        "so với cuối năm",
        "năm qua",
        "thời gian qua",
        "vừa qua",
        "những năm gần đây",
        "kết quả",
        "tình hình",
        "đã",
        "hiện nay",
        "tính đến",
        "quý i",
        "quý ii",
        "quý iii",
        "năm triển khai",
        "năm thực hiện",
    ]);
    const AHEAD: &Words = &Words::of(&[
        "phấn đấu",
        "mục tiêu",
        "chỉ tiêu",
        "nhằm",
        "để",
        "yêu cầu",
        "giao",
        "đến năm",
        "đến hết năm",
        "đến cuối năm",
        "bảo đảm",
        "đảm bảo",
    ]);
    let before = back::tail(back::cut(reading.folded, ..reading.figures[n].range.start), FAR);
    let ahead = AHEAD.last_in(before);
    let told = RESULTS.last_in(before);
    let sentence = reading.opening(n).range.start;
    // `Năm 2020, …` opens what was
    let year = horizon::within(&reading.times, sentence..reading.figures[n].range.start).first().filter(|t| {
        t.kind == horizon::TimeKind::Bare && reading.opens(sentence, t) && {
            let year = t.edtf.get(..4).and_then(|y| y.parse::<i32>().ok());
            year.zip(reading.issued_year).is_none_or(|(year, issued)| year <= issued)
        }
    });
    let start = reading.figures[n].range.start - before.len();
    let year = year.and_then(|t| t.range.start.checked_sub(start));
    // `số vụ tăng 15% so với cùng kỳ năm 2024`
    let after = back::cut(reading.folded, reading.figures[n].range.end..);
    let compared = ahead.is_none() && back::begins(after, words!["so với cùng kỳ", "so cùng kỳ", "so với năm trước"]);
    compared || told.max(year).is_some_and(|at| ahead.is_none_or(|ahead| ahead < at))
}
