//! Lengths of time and ages: figures only where they are what is measured.

use super::{back, figure::Figure};
use crate::text::{
    behind,
    words::{Words, words},
};

/// `tuổi thọ bình quân đạt 75 tuổi`: an age that is reached, not one that tells who is counted.
pub(super) fn of_life(before: &str) -> bool {
    words!["tuổi thọ", "tuổi bình quân", "tuổi trung bình", "tuổi kết hôn", "số năm sống"].within(before)
        && !back::ends(before, &["trẻ em dưới", "người dưới", "dưới độ tuổi"])
}

/// `(02 năm/lần)`: how often something is done.
pub(super) fn interval(folded: &str, figure: &Figure) -> bool {
    let long = words![" năm/", " tháng/", " tuần/", " quý/", " ngày/"].within(back::cut(folded, figure.range.clone()));
    long && figure.per.as_ref().is_some_and(|per| back::cut(folded, per.clone()) == "lần")
}

/// What is dealt with in a length of time.
const SERVED: &Words = &Words::of(&[
    "giải quyết",
    "xử lý",
    "thẩm định",
    "trả kết quả",
    "thông quan",
    "phản hồi",
    "trả lời",
    "cấp phép",
    "khắc phục",
    "tiếp cận hiện trường",
    "có mặt",
    "chờ",
    "chờ khám",
    "chờ đợi",
]);

/// `thời gian chờ không quá 10 phút ở đô thị và 30 phút ở nông thôn`: the same length of time, at another place.
pub(super) fn elsewhere(before: &str, after: &str, noun: &str) -> bool {
    const PLACED: &Words = &Words::of(&[
        "ở",
        "tại",
        "đối với",
        "với",
        "ban ngày",
        "ban đêm",
        "vào ban ngày",
        "vào ban đêm",
        "buổi ngày",
        "khu vực",
        "nội thành",
        "ngoại thành",
        "trong giờ",
        "ngoài giờ",
        "giờ",
    ]);
    let joined = back::strip_any(before, &["và"]).or_else(|| before.trim_end().strip_suffix(','));
    let stretch = behind(before, b";.(");
    let first = joined.and_then(|words| words.rfind(|c: char| c.is_ascii_digit()).map(|at| &words[at + 1..]));
    words!["thời gian", "thời lượng"].within(stretch)
        && back::begins(after, PLACED)
        && first.and_then(|words| back::strip_front_any(words, &[noun.trim()])).is_some_and(|w| back::begins(w, PLACED))
}

/// Is a length of time what is measured: `thời gian giải quyết không quá 05 ngày`, `trả kết quả trong tối đa 03 ngày`? A
/// time limit that runs from a day (`kể từ ngày ban hành`) is a deadline.
pub(super) fn measured(before: &str, after: &str, figure: &Figure) -> bool {
    const LEAST: &Words = &Words::of(&["trên", "ít nhất", "tối thiểu", "từ", "quá", "khoảng"]);
    const BOUNDS: &Words =
        &Words::of(&["không quá", "dưới", "tối đa", "không vượt quá", "chậm nhất", "còn", "xuống", "giảm", "ít hơn"]);
    let measured =
        words!["thời gian", "thời lượng", "thời hạn giải quyết", "số năm", "số giờ", "số ngày", "lưu trú", "tuổi thọ"]
            .within(before);
    let reach = figure.sign.is_some()
        || back::ends(
            before,
            words![
                "đạt",
                "còn",
                "xuống",
                "không quá",
                "dưới",
                "tối đa",
                "tối thiểu",
                "ít nhất",
                "là",
                "giảm",
                "trên",
                "từ",
                "khoảng",
                "bình quân",
                "trung bình",
                "rút ngắn",
                "hơn",
                "không vượt quá",
                "lên",
            ],
        );
    let bounded = figure.sign.is_some() || back::ends(before, BOUNDS);
    let served = || {
        let clause = behind(before, b";.(");
        SERVED.within(clause) && !back::begins(after, words!["kể từ", "sau khi", "tính từ", "trước"])
    };
    // `mỗi lần ít nhất 15 phút`, `không để ùn tắc kéo dài trên 30 phút`
    let own = back::strip_any(before, BOUNDS).or_else(|| back::strip_any(before, LEAST));
    let clause = behind(own.unwrap_or(before), b",;:(").trim();
    let each = back::strip_front_any(clause, words!["mỗi lần", "mỗi buổi", "mỗi lượt", "mỗi tiết", "mỗi phiên"]);
    let each = each.is_some_and(|rest| rest.trim().split(' ').count() <= 3);
    // `chống hạn khi nắng nóng kéo dài trên 10 ngày` tells when, `vụ kiện kéo dài trên 2 năm` which
    let lasts = own.is_some_and(|words| back::ends(words, &["kéo dài"]))
        && words!["không để", "không có", "hạn chế", "không xảy ra"].within(clause)
        && !words!["khi", "nếu"].within(clause);
    if each || lasts {
        return true;
    }
    // `Thời gian cấp phép: 15 ngày`
    let labelled = measured && before.trim_end().ends_with(':');
    figure.per.is_some() || (measured && reach) || ((bounded || labelled) && served())
}
