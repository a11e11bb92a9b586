//! Money that is shared out, given as support or paid: figures of it set no goal.

use super::{back, left_over, reading::Reading};
use crate::text::{
    behind,
    words::{Words, words},
};

/// A share of a budget, an amount paid.
pub(super) fn finance(before: &str, after: &str) -> bool {
    let near = back::tail(before, 90);
    // to spend what is given, or less of it, is a goal
    if words!["giải ngân", "tiết kiệm", "cắt giảm", "thu hồi", "quyết toán"].within(near) {
        return false;
    }
    // `giảm ít nhất 15% chi phí tuân thủ`: costs that are to fall are no money shared out
    if back::begins(
        after,
        words!["chi phí tuân thủ", "chi phí sản xuất", "chi phí thực hiện thủ tục", "chi phí logistics"],
    ) && back::tail(near, 60).contains("giảm")
    {
        return false;
    }
    // `Nhà nước hỗ trợ 50% giá trị vật liệu`
    if back::begins(after, SUPPORTED) && back::ends(back::strip_any(near, BOUNDS).unwrap_or(near), &["hỗ trợ"]) {
        return true;
    }
    if MONEY.within(near) || (back::begins(after, PAID) && !back::begins(after, BODIES)) {
        return true;
    }
    // `ngân sách tỉnh 40%, vốn huy động khác 60%`: the words that the share is of
    let own = behind(before, b",;:(").trim_start();
    let own = back::strip_front_any(own, words!["trong đó", "còn lại", "và", "từ", "do"]).unwrap_or(own);
    back::begins(own, PURSES)
}

/// What is paid in part where a share is given as support.
const SUPPORTED: &Words = &Words::of(&[
    "giá trị",
    "giá",
    "giống",
    "vật tư",
    "vật liệu",
    "phân bón",
    "thức ăn",
    "con giống",
    "cây giống",
    "tiền",
    "xi măng",
]);

/// Bounds between the verb of giving and the share.
const BOUNDS: &Words =
    &Words::of(&["tối đa", "không quá", "ít nhất", "tối thiểu", "bình quân", "đến", "tới", "tối đa không quá"]);

/// Who or what pays, at the front of the words for a share.
const PURSES: &Words = &Words::of(&[
    "ngân sách",
    "vốn",
    "nguồn vốn",
    "nguồn",
    "quỹ",
    "nhân dân đóng góp",
    "người dân đóng góp",
    "cơ cấu nguồn vốn",
    "cơ cấu vốn",
    "tổng nguồn vốn",
    "xã hội hóa",
]);

/// What a share is of, right after it, when money is shared out.
const PAID: &Words = &Words::of(&[
    "kinh phí",
    "tổng kinh phí",
    "chi phí",
    "mức lương",
    "tiền lương",
    "lương",
    "giá trị hợp đồng",
    "mức đóng",
    "mức hỗ trợ",
    "mức chi",
    "học phí",
    "tiền thuê",
    "tiền thuế",
    "thuế",
    "lãi suất",
    "vốn",
    "tổng vốn",
    "nguồn vốn",
    "tổng mức đầu tư",
    "tổng chi",
    "dự toán chi",
    "chi",
    "ngân sách",
    "tiền sử dụng đất",
    "tiền điện",
    "giá giống",
    "giá vật tư",
    "giá thuê",
    "giá trị thiệt hại",
    "phí",
    "doanh thu",
]);

/// Bodies whose names open like a payment.
const BODIES: &Words = &Words::of(&["chi bộ", "chi hội", "chi đoàn", "chi nhánh", "chi cục", "chi đội", "chi tiết"]);

/// `hỗ trợ 70% giá giống, 50% vật tư`: the next of two shares behind one verb of giving.
pub(super) fn supported_too(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let between = back::cut(reading.folded, reading.figures[before].range.end..reading.figures[n].range.start);
    let after = back::cut(reading.folded, reading.figures[n].range.end..);
    let first = back::cut(reading.folded, reading.floor(before)..reading.figures[before].range.start);
    let joined = between.trim_end().ends_with(',') || back::ends(between, &["và"]);
    reading.figures[before].is_rate()
        && reading.figures[n].is_rate()
        && joined
        && (back::begins(after, SUPPORTED) || back::begins(after, PAID))
        && back::ends(back::strip_any(first, BOUNDS).unwrap_or(first), &["hỗ trợ"])
}

/// `ngân sách tỉnh 60%, nhân dân đóng góp 10%`: who pays what share, with no verb of reaching between.
pub(super) fn split_budget(reading: &Reading, n: usize, before: &str, after: &str) -> bool {
    const PAYERS: &Words =
        &Words::of(&["nhân dân", "người dân", "doanh nghiệp", "vốn", "nguồn", "xã hội hóa", "quỹ", "còn lại"]);
    let alone = after.is_empty()
        || after.starts_with([',', ';', '.', ')'])
        || back::begins(
            after,
            words![
                "kinh phí",
                "tổng kinh phí",
                "chi phí",
                "mức đóng",
                "tổng mức đầu tư",
                "tổng vốn",
                "tổng giá trị",
                "giá trị công trình",
            ],
        );
    let left_over = left_over::before(reading, n).is_some();
    if !reading.figures[n].is_rate() || !(alone || left_over) {
        return false;
    }
    let own = behind(before, b",;:(").trim_start();
    let own = back::strip_front_any(own, words!["trong đó", "còn lại", "và", "từ", "do", "gồm"]).unwrap_or(own);
    let pays = |own: &str| {
        back::strip_front_any(own, &["ngân sách"]).is_some_and(|rest| {
            [
                "nhà nước",
                "trung ương",
                "địa phương",
                "tỉnh",
                "thành phố",
                "huyện",
                "xã",
                "cấp tỉnh",
                "cấp huyện",
                "cấp xã",
            ]
            .iter()
            .filter_map(|level| back::strip_front_any(rest, &[level]))
            .any(|rest| {
                let rest = rest.trim();
                rest.is_empty() || ["hỗ trợ", "bảo đảm", "đảm bảo", "chi", "chiếm", "cấp", "đối ứng"].contains(&rest)
            })
        })
    };
    // the next of such a list
    let listed = || {
        let sentence = reading.clauses[reading.openings[reading.clause_of[n]]].range.start;
        let earlier = back::tail(back::cut(reading.folded, sentence..reading.figures[n].range.start), 240);
        (left_over || back::begins(own, PAYERS)) && earlier.contains("ngân sách") && earlier.contains('%')
    };
    // `(ngân sách 80%, xã hội hóa 20%)`
    let first = || {
        let next = reading.figures.get(n + 1).filter(|next| next.is_rate() && reading.moves_on(n));
        let words = next.map_or("", |next| back::cut(reading.folded, reading.figures[n].range.end..next.range.start));
        own.trim() == "ngân sách" && back::begins(words.trim_start_matches([' ', ',']), PAYERS)
    };
    pays(own) || listed() || first()
}

/// Words in a clause by which its figure shares out or pays money.
const MONEY: &Words = &Words::of(&[
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
    "lệ phí",
    "phí dịch vụ",
    "học phí",
    "mức phạt",
    "phạt tiền",
    "mức hưởng",
    "thuế suất",
    "chiết khấu",
    "lãi suất",
    "vốn đầu tư nước ngoài",
    "vốn nước ngoài",
    "vốn nhà nước",
    "vốn điều lệ",
    "mệnh giá",
    "nguồn ngân sách",
]);
