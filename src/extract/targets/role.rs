//! Is a figure a goal of this plan, or one that it only refers to?

use std::ops::Range;

use super::{back, horizon::TimeKind, reading::Reading};
use crate::model::{Comparator, TargetRole};

/// How headings begin under which figures report or finance.
const REFERENCE_HEADINGS: &[&str] = &[
    "thực trạng",
    "tình hình",
    "kết quả đạt được",
    "kết quả thực hiện",
    "đánh giá",
    "hạn chế",
    "tồn tại",
    "kinh phí",
    "nguồn vốn",
    "nguồn lực tài chính",
    "căn cứ",
    "cơ sở pháp lý",
    "sự cần thiết",
    "bối cảnh",
    "cơ chế tài chính",
    "nguyên nhân",
];

/// Words in a clause by which its figure shares out or pays money.
const MONEY: &[&str] = &[
    "ngân sách trung ương hỗ trợ",
    "ngân sách tỉnh hỗ trợ",
    "ngân sách nhà nước hỗ trợ",
    "hỗ trợ tối đa",
    "mức hỗ trợ",
    "vốn đối ứng",
    "đối ứng",
    "kinh phí thực hiện",
    "tổng kinh phí",
    "hỗ trợ kinh phí",
    "kinh phí",
    "mức chi",
    "chi phí quản lý",
    "mức đóng",
    "mức hưởng",
    "lãi suất",
    "vốn đầu tư nước ngoài",
    "vốn nước ngoài",
    "vốn nhà nước",
    "vốn điều lệ",
    "mệnh giá",
    "nguồn ngân sách",
];

/// Words in a clause that tell what is or was.
const PAST: &[&str] = &[
    "hiện nay",
    "hiện tại",
    "hiện có",
    "hiện đạt",
    "đã đạt",
    "đã có",
    "đã được",
    "đã hoàn thành",
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
    "đã thực hiện",
    "đã giảm",
    "đã tăng",
];

/// Reads the role of figure `n`.
pub(super) fn of(reading: &Reading, n: usize, headings: &[&str]) -> TargetRole {
    let figure = &reading.figures[n];
    let clause = &reading.clauses[reading.clause_of[n]];
    let before = back::cut(reading.folded, clause.range.start..figure.range.start);
    let after = back::head(back::cut(reading.folded, figure.range.end..clause.range.end.max(figure.range.end)), 160);
    let reference = starting_point(reading, n)
        || threshold(back::head(before, 60), back::tail(before, 300), after, reading.comparator(n))
        || finance(back::tail(before, 200), after)
        || past(reading, n, before)
        || (!reading.goals && headings.iter().any(|h| back::begins(h, REFERENCE_HEADINGS)));
    if reference { TargetRole::Reference } else { TargetRole::Target }
}

/// `từ 23% xuống 18%`: the first is where it starts.
pub(super) fn starting_point(reading: &Reading, n: usize) -> bool {
    let Some(next) = reading.figures.get(n + 1) else {
        return false;
    };
    if !reading.leads[n].from || reading.clause_of[n] != reading.clause_of[n + 1] {
        return false;
    }
    let between = back::head(back::cut(reading.folded, reading.figures[n].range.end..next.range.start), 120);
    let moves = ["lên", "xuống", "còn", "tăng", "giảm", "sang", "thành"];
    moves.iter().any(|word| {
        between
            .match_indices(word)
            .any(|(at, _)| back::begins(&between[at..], &[word]) && !between[..at].ends_with(char::is_alphanumeric))
    }) && !between.contains(',')
}

/// `Đối với xã có tỷ lệ dưới 30% thì …`, `khuyết tật từ 61% trở lên`: whom a rule is for.
fn threshold(opening: &str, before: &str, after: &str, comparator: Comparator) -> bool {
    let conditional = ["đối với", "nếu", "trường hợp", "những nơi", "nơi có", "nơi nào", "khi"]
        .iter()
        .any(|w| back::begins(opening, &[w]) || before.contains(&format!(", {w} ")));
    let consequence =
        [" thì ", " có thể ", " được ", " phải ", " không được ", " chưa "].iter().any(|w| after.contains(w));
    let bounded = comparator != Comparator::Eq;
    let injury = ["suy giảm khả năng lao động", "tổn thương cơ thể", "thương tật", "mất sức lao động", "khuyết tật"]
        .iter()
        .any(|w| back::tail(before, 60).contains(w));
    // `ít nhất 60% tổng số đại biểu có mặt`, `không đạt tín nhiệm trên 40%`: a quorum, a condition
    let quorum = ["tổng số", "số"].iter().any(|w| back::begins(after, &[w]))
        && ["có mặt", "cử tri", "triệu tập", "biểu quyết", "bỏ phiếu", "số phiếu"].iter().any(|w| after.contains(w));
    let failed = ["không đạt", "chưa đạt"].iter().any(|w| back::tail(before, 50).contains(w));
    (conditional && bounded && consequence) || ((injury || quorum || failed) && bounded)
}

/// A share of a budget, an amount paid.
fn finance(before: &str, after: &str) -> bool {
    let near = back::tail(before, 90);
    let paid = [
        "kinh phí",
        "chi phí",
        "mức lương",
        "tiền lương",
        "giá trị hợp đồng",
        "mức đóng",
        "học phí",
        "tiền thuê",
        "lãi suất",
        "vốn đầu tư nước ngoài",
        "vốn nước ngoài",
        "vốn nhà nước",
        "vốn điều lệ",
        "chi phí đào tạo",
    ];
    MONEY.iter().any(|w| near.contains(w)) || back::begins(after, &paid)
}

/// `năm 2018 đạt 99%` beside the goal, `(năm 2020: 45%)`, `hiện đạt 45%`.
fn past(reading: &Reading, n: usize, before: &str) -> bool {
    let near = back::tail(before, 110);
    if PAST.iter().any(|w| near.contains(w)) {
        return true;
    }
    let owned: Option<&Range<usize>> = reading.time_of(n).map(|t| &reading.times[t].range);
    let Some(owned) = owned else { return false };
    let time = reading.times.iter().find(|t| &t.range == owned);
    let year = time.filter(|t| t.kind == TimeKind::Bare).and_then(|t| t.edtf.get(..4)?.parse::<i32>().ok());
    matches!((year, reading.issued_year), (Some(year), Some(issued)) if year < issued)
}
