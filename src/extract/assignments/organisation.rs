//! Parts that say who does what: there a sentence with a subject is a duty.

use crate::text::words::{List, Words, words};

/// Headings of parts that say who does what.
const ORGANISATION: &Words = &Words::of(&[
    "tổ chức thực hiện",
    "tổ chức triển khai",
    "triển khai thực hiện",
    "phân công",
    "trách nhiệm",
    "chế độ báo cáo",
    "báo cáo",
    "chế độ thông tin",
    "tổ chức, thực hiện",
    "tổ chức và thực hiện",
    "điều khoản thi hành",
    "hiệu lực thi hành",
    "nhiệm vụ của các",
    "tô chức thực hiện",
    "tổ chức thưc hiện",
    "tổ chức thực hiên",
    "nhiệm vụ cụ thể của",
    "giao nhiệm vụ",
    "kiểm tra, giám sát",
    "theo dõi, đánh giá",
    "tổ chức công tác",
    "tổ chức chỉ đạo",
    "công tác phối hợp",
    "tổ chức thi hành",
]);

/// `…, Chủ tịch UBND tỉnh yêu cầu:` above the items of a directive.
pub(super) fn orders(folded: &str) -> bool {
    let Some(words) = folded.trim_end().strip_suffix(':') else { return false };
    let clause = words.rsplit([',', ';', '.']).next().unwrap_or_default();
    // `…, Chủ tịch UBND tỉnh yêu cầu các sở, ngành, UBND các xã thực hiện các nhiệm vụ sau:`
    let all = words.ends_with(" sau") || words.ends_with(" sau đây");
    let sentence = words.rsplit(['.', ';']).next().unwrap_or_default();
    words![" yêu cầu", " chỉ đạo", " giao nhiệm vụ", " chỉ thị", " kết luận như sau"].within(clause)
        || all && words![" yêu cầu các", " yêu cầu thủ trưởng", " yêu cầu giám đốc", " đề nghị các"].within(sentence)
}

/// Is it the heading of such a part?
pub(super) fn is_organisation(folded: &str) -> bool {
    // `Hoàn thiện tài liệu hướng dẫn tổ chức thực hiện …`, `Nâng cao trách nhiệm của …`: a task about how others act
    const TASKS: &Words =
        &Words::of(&["hoàn thiện ", "nâng cao ", "đổi mới ", "phát huy ", "đề cao ", "tăng cường ", "đẩy mạnh "]);
    // `Điều 2. Giao:` over those who are told
    ORGANISATION.within(folded) && TASKS.fronts(folded).next().is_none()
        || folded.trim_end_matches([':', ' ']) == "giao"
}
