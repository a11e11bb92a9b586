//! Verbs of state: they end the noun that a share is of and begin what is told of it.

use super::back;
use crate::text::{letters::is_alphanumeric, words::Words};

/// Where the first verb of state stands in words that open with a noun.
pub(super) fn verb(words: &str) -> Option<usize> {
    const VERBS: &Words = &Words::of(&[
        "được",
        "là",
        "có",
        "đủ",
        "đạt",
        "bảo đảm",
        "đảm bảo",
        "thực hiện",
        "tham gia",
        "hoàn thành",
        "sử dụng",
        "dùng",
        "trang bị",
        "ký cam kết",
        "chấp hành",
        "lắp đặt",
        "phân loại",
        "áp dụng",
        "triển khai",
        "biết",
        "đưa",
        "xây dựng",
        "tổ chức",
        "thành lập",
        "ban hành",
        "ký",
        "bố trí",
        "không",
        "kết nối",
        "hài lòng",
        "tiếp cận",
        "hưởng",
        "đăng ký",
        "cài đặt",
        "ứng dụng",
        "duy trì",
        "ra lớp",
        "vào lớp",
        "xảy ra",
        "thường xuyên sử dụng",
        "thường xuyên tham gia",
        "thường xuyên luyện tập",
        "thường xuyên tập",
        "thường xuyên học",
        "thường xuyên học tập",
    ]);
    words
        .char_indices()
        .filter(|(at, c)| is_alphanumeric(*c) && !words[..*at].ends_with(is_alphanumeric))
        .map(|(at, _)| at)
        .find(|&at| at > 0 && back::begins(&words[at..], VERBS))
}
