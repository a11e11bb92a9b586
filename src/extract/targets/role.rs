//! Is a figure a goal of this plan, or one that it only refers to?

use super::{
    back, lead,
    money::{finance, split_budget, supported_too},
    named_before::{instalment, names_set},
    past::{past, told},
    reading::Reading,
    strength,
    threshold::threshold,
};
use crate::{
    model::TargetRole,
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::{Words, words},
    },
};

/// What headings speak of under which figures report or finance; see [`reports`].
const REFERENCE_HEADINGS: &Words = &Words::of(&[
    "thực trạng",
    "tình hình",
    "hiện trạng",
    "kết quả",
    "hạn chế",
    "tồn tại",
    "khó khăn",
    "thuận lợi",
    "ưu điểm",
    "nguyên nhân",
    "bối cảnh",
    "sự cần thiết",
    "căn cứ",
    "cơ sở pháp lý",
    "cơ sở thực tiễn",
    "điều kiện tự nhiên",
    "đặc điểm",
    "kinh phí",
    "dự toán",
    "nguồn kinh phí",
    "nguồn vốn",
    "nguồn tài chính",
    "nhu cầu vốn",
    "nhu cầu kinh phí",
    "cơ cấu nguồn vốn",
    "cơ cấu vốn",
    "khái toán",
    "tổng mức đầu tư",
    "nguồn lực tài chính",
    "nguồn lực thực hiện",
    "cơ chế tài chính",
    "cơ chế hỗ trợ",
    "cơ chế huy động",
    "cơ chế, chính sách",
    "định mức",
    "mức hỗ trợ",
    "mức chi",
    "chính sách hỗ trợ",
]);

/// Words that may stand before them in a heading.
const BEFORE_THEM: &Words = &Words::of(&[
    "khái quát",
    "tổng quan",
    "sơ lược",
    "một số",
    "những",
    "các",
    "về",
    "đánh giá chung",
    "đánh giá",
    "nhận định chung",
    "nhận định",
    "dự báo",
    "phân tích",
    "đặc điểm",
    "quan điểm và",
    "tóm tắt",
]);

/// Are these words below a heading about goals, with none about tasks or money in between? `Mục tiêu và nhiệm vụ` has
/// both below it.
fn sets_goals(reading: &Reading, headings: &[&str]) -> bool {
    const OTHER: &Words =
        &Words::of(&["nhiệm vụ", "các nhiệm vụ", "giải pháp", "các giải pháp", "nội dung", "kinh phí", "tổ chức"]);
    reading.goals
        && headings
            .iter()
            .find_map(|h| {
                let goal = names_goals(h).is_some_and(|at| !(reports(h) && told_of(&h[..at])));
                (goal || back::begins(h, OTHER) || (reports(h) && !is_result_label(h))).then_some(goal)
            })
            .unwrap_or(true)
}

/// Where a heading names goals.
fn names_goals(heading: &str) -> Option<usize> {
    words!["mục tiêu", "chỉ tiêu"].find_in(heading)
}

/// `Đánh giá kết quả thực hiện các chỉ tiêu`: goals that a report tells of; `Bối cảnh và mục tiêu` has both.
fn told_of(before_goals: &str) -> bool {
    !before_goals.contains([',', ';', '-']) && !before_goals.contains(" và ")
}

/// `Kết quả học tập:` below a heading about goals names what is measured; `Kết quả thực hiện năm 2024` reports.
fn is_result_label(heading: &str) -> bool {
    const DONE: &Words = &Words::of(&[
        "thực hiện",
        "đạt được",
        "năm",
        "giai đoạn",
        "công tác",
        "nổi bật",
        "chủ yếu",
        "triển khai",
        "chung",
        "cụ thể",
    ]);
    back::strip_front_any(heading, &["kết quả"])
        .is_some_and(|rest| rest.trim_start().starts_with(is_alphabetic) && !back::begins(rest, DONE))
}

/// Does a heading say that what stands below it reports or finances? What is expected (`kết quả cần đạt`) does not.
fn reports(heading: &str) -> bool {
    let mut words = heading;
    // `Đánh giá chung` and nothing more
    if ["đánh giá chung", "nhận định chung", "nhận định, đánh giá chung"]
        .contains(&heading.trim_matches([' ', ':', '.']))
    {
        return true;
    }
    while let Some(rest) = back::strip_front_any(words, BEFORE_THEM) {
        if back::begins(words, &["đặc điểm"]) {
            return true;
        }
        words = rest.trim_start_matches([',', ' ']);
    }
    // `Hạn chế sử dụng túi ni lông` is a task
    let task = back::strip_front_any(words, &["hạn chế"])
        .is_some_and(|rest| rest.trim_start().starts_with(is_alphabetic) && !back::begins(rest, &["và", "tồn tại"]));
    !task
        && back::strip_front_any(words, REFERENCE_HEADINGS).is_some_and(|rest| {
            !back::begins(rest, words!["dự kiến", "mong đợi", "cần đạt", "phấn đấu", "đầu ra", "mục tiêu", "hướng tới"])
        })
}

/// Reads the role of figure `n`.
pub(super) fn of(reading: &Reading, n: usize, headings: &[&str]) -> TargetRole {
    let figure = &reading.figures[n];
    let clause = &reading.clauses[reading.clause_of[n]];
    let before = back::cut(reading.folded, clause.range.start..figure.range.start);
    let after = back::head(back::cut(reading.folded, figure.range.end..clause.range.end.max(figure.range.end)), 160);
    let reference = starting_point(reading, n)
        || threshold(reading, n, before, after)
        || past(reading, n, before)
        || told(reading, n, before)
        || reading.is_now(n)
        || reading.is_assigned(n)
        || reading.is_countrys(n)
        || reading.starts_year(n)
        || instalment(reading, n).is_some()
        || names_set(reading, n).is_some()
        || split_budget(reading, n, before, after)
        || strength::of_solution(reading, n, before)
        || (!sets_goals(reading, headings)
            && !product(reading, headings)
            && ((!grows(reading, n) && !strives(reading, n) && (finance(before, after) || supported_too(reading, n)))
                || (headings.iter().any(|h| reports(h)) && !saves(reading, n, before))));
    if reference { TargetRole::Reference } else { TargetRole::Target }
}

/// `Kết quả: trên 60% tin, bài được chuyển thể` as the label of one task, below no report: what it is to bring.
fn product(reading: &Reading, headings: &[&str]) -> bool {
    const TASKS: &Words = &Words::of(&["nhiệm vụ", "giải pháp", "nội dung", "hoạt động"]);
    let Some((label, above)) = headings.split_first().filter(|_| reading.heading.is_some()) else { return false };
    label.trim_matches([' ', ':', '.']) == "kết quả"
        && !above.iter().any(|h| reports(h))
        && above.iter().any(|h| TASKS.within(h))
}

/// `từ 23% xuống 18%`: the first is where it starts.
pub(super) fn starting_point(reading: &Reading, n: usize) -> bool {
    let Some(next) = reading.figures.get(n + 1) else {
        return false;
    };
    if !reading.leads[n].from || reading.clause_of[n] != reading.clause_of[n + 1] {
        return false;
    }
    // `đạt từ 35% trở lên vào năm 2023`: a bound
    let end = reading.figures[n].range.end;
    if lead::after(reading.folded, end).is_some() || reading.bounded_later(n).is_some() {
        return false;
    }
    let between = back::head(back::cut(reading.folded, end..next.range.start), 120);
    let moves = ["lên", "xuống", "còn", "tăng", "giảm", "sang", "thành"];
    moves.iter().any(|word| {
        between.match_indices(word).any(|(at, _)| {
            back::begins(&between[at..], &[word])
                && !between[..at].ends_with(is_alphanumeric)
                && !another_move(between, at, word)
        })
    }) && !between.contains(',')
}

/// `giảm từ 5 - 7% số vụ và giảm từ 3 - 5% số người chết`: the verb behind `và` moves something else, unless it says how
/// far (`từ 12% năm 2024 và giảm còn 8%`).
fn another_move(between: &str, at: usize, verb: &str) -> bool {
    let far = words!["lên", "xuống", "còn", "đến", "tới", "thành"];
    matches!(verb, "tăng" | "giảm")
        && back::ends(&between[..at], &["và", "kéo", "cắt"])
        && between[..at].contains(" và ")
        && !back::begins(&between[at + verb.len()..], far)
}

/// `kinh phí năm 2026 tăng tối thiểu 15% so với năm 2025`: money that is to grow is no share of money.
fn grows(reading: &Reading, n: usize) -> bool {
    reading.leads[n].direction.is_some() && reading.figures[n].is_rate() && reading.baseline(n).is_some()
}

/// `phấn đấu trên 45% kinh phí được dành cho …`: what is striven for is a goal.
fn strives(reading: &Reading, n: usize) -> bool {
    back::begins(back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start), &["phấn đấu"])
}

/// `tiết kiệm tối thiểu 10%`: a bound for what is to be spared is a goal, also under a heading about money.
fn saves(reading: &Reading, n: usize, before: &str) -> bool {
    let spared =
        back::cut(before, ..before.len() - (reading.figures[n].range.start - reading.leads[n].start).min(before.len()));
    reading.leads[n].comparator.is_some() && back::ends(spared, &["tiết kiệm"])
}
