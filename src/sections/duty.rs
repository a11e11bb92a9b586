//! Words that begin a duty rather than a heading.

use crate::text::letters::is_alphanumeric;

/// Begins with a verb that tells someone what to do.
pub(super) fn starts_with_duty(folded: &str) -> bool {
    const VERBS: [&str; 75] = [
        "tổng hợp",
        "thu thập",
        "tham mưu",
        "chủ trì",
        "phối hợp",
        "chủ động",
        "chỉ đạo",
        "hướng dẫn",
        "xây dựng",
        "triển khai",
        "thực hiện",
        "tăng cường",
        "đẩy mạnh",
        "nâng cao",
        "rà soát",
        "tập trung",
        "tiếp tục",
        "hoàn thiện",
        "hoàn thành",
        "phát triển",
        "duy trì",
        "đề xuất",
        "kiểm tra",
        "giám sát",
        "theo dõi",
        "đôn đốc",
        "bố trí",
        "cân đối",
        "huy động",
        "ưu tiên",
        "khuyến khích",
        "đa dạng",
        "lồng ghép",
        "sử dụng",
        "phấn đấu",
        "quán triệt",
        "phân công",
        "giao",
        "yêu cầu",
        "đề nghị",
        "lập",
        "ban hành",
        "quản lý",
        "tạo",
        "bảo đảm",
        "đảm bảo",
        "nghiên cứu",
        "cung cấp",
        "cập nhật",
        "khảo sát",
        "vận động",
        "tuyên truyền",
        "phổ biến",
        "thẩm định",
        "trình",
        "phát huy",
        "củng cố",
        "kiện toàn",
        "đổi mới",
        "giải quyết",
        "xử lý",
        "hỗ trợ",
        "thành lập",
        "mở rộng",
        "thu hút",
        "đầu tư",
        "tổ chức thực hiện",
        "căn cứ",
        "quan tâm",
        "đẩy nhanh",
        "cử",
        "là đơn vị",
        "là cơ quan",
        "bổ sung",
        "công khai",
    ];
    // `2. Yêu cầu`, `4. Tuyên truyền`: a verb alone names what follows
    let object = |rest: &str| !rest.starts_with(is_alphanumeric) && rest.contains(is_alphanumeric);
    VERBS.iter().any(|v| folded.strip_prefix(v).is_some_and(object))
}

/// `Định kỳ hằng quý kiểm tra hai nội dung: …`: what is to be done how often.
pub(super) fn acts_by_rhythm(label: &str) -> bool {
    const OFTEN: [&str; 4] = ["hằng ", "hàng ", "mỗi ", "từng "];
    let told = label.strip_prefix("định kỳ ").unwrap_or(label);
    let deed = OFTEN.iter().find_map(|often| told.strip_prefix(often)).and_then(|rest| rest.split_once(' '));
    deed.is_some_and(|(_, deed)| starts_with_duty(deed) || deed.starts_with("tổ chức "))
}

/// `Tổ chức tập huấn 02 lớp: …`, `Mở các đợt cao điểm: …`: deeds that the words behind the colon go through.
pub(super) fn counts_deeds(label: &str) -> bool {
    const TIMES: [&str; 5] = ["đợt", "lớp", "cuộc", "buổi", "hội nghị"];
    let Some(deed) = ["tổ chức ", "mở "].iter().find_map(|verb| label.strip_prefix(verb)) else { return false };
    let counted = |time: &str| {
        deed.split_once(time).is_some_and(|(before, _)| {
            let count = before.trim_end().rsplit(' ').next().unwrap_or_default();
            count.bytes().all(|b| b.is_ascii_digit()) && !count.is_empty()
                || matches!(count, "hai" | "ba" | "bốn" | "các")
        })
    };
    TIMES.iter().any(|time| counted(time))
}
