//! Verbs of doing that stand before what they make or hold.

use super::back;
use crate::text::words::Words;

/// Verbs that make or hold what is counted after them: `hỗ trợ thành lập mới 02 hợp tác xã`.
pub(super) const ACTS: &Words = &Words::of(&[
    "thành lập",
    "thành lập mới",
    "xây dựng",
    "xây dựng mới",
    "tổ chức",
    "phát hành",
    "kết nạp",
    "trồng",
    "trồng mới",
    "công nhận",
    "công nhận mới",
    "mở",
    "mở mới",
    "cấp",
    "cấp mới",
    "hỗ trợ",
    "thu hút",
    "phát triển",
    "phát triển mới",
    "đào tạo",
    "bồi dưỡng",
    "tập huấn",
    "triển khai",
    "thực hiện",
    "hoàn thành",
    "hình thành",
    "lựa chọn",
    "ban hành",
    "bố trí",
    "đầu tư",
    "nâng cấp",
    "cải tạo",
    "sửa chữa",
    "tạo",
    "biên soạn",
    "in",
    "lắp đặt",
    "cung cấp",
    "trang bị",
    "vận động",
    "khám",
    "kiểm tra",
    "thanh tra",
    "giám sát",
    "giám sát chuyên đề",
    "giám sát thường xuyên",
    "thẩm định",
    "thẩm tra",
    "khảo sát",
    "rà soát",
    "kiểm định",
    "kiểm toán",
    "sản xuất",
    "đăng ký",
    "đón",
    "phục vụ",
    "tuyển sinh",
    "tuyển dụng",
    "nhân rộng",
    "duy trì",
    "giải quyết",
    "giới thiệu",
    "trao",
    "tặng",
    "phấn đấu",
    "có thêm",
    "thêm",
    "đảm nhận",
    "ra mắt",
    "ra mắt mới",
    "làm mới",
    "củng cố",
    "kiện toàn",
    "trao tặng",
    "thăm",
    "tặng quà",
    "bàn giao",
    "khởi công",
    "hiến",
    "quyên góp",
    "ủng hộ",
    "đóng góp",
    "giữ vững",
    "công bố",
    "xuất bản",
    "đăng",
    "đăng tải",
    "huy động",
    "dự trữ",
    "cứng hóa",
    "xóa",
    "xóa bỏ",
    "xử lý",
    "gia cố",
    "khoanh nuôi",
    "chăm sóc",
    "bảo vệ",
    "xây mới",
    "mua sắm",
    "nạo vét",
    "kiên cố hóa",
    "cấp phát",
    "tiếp nhận",
    "khen thưởng",
    "biểu dương",
    "tuyên dương",
    "phê duyệt",
    "số hóa",
    "áp dụng",
    "thay thế",
    "di dời",
    "hậu kiểm",
    "mở rộng",
    "bổ sung",
    "chuyển đổi",
    "tu bổ",
    "trùng tu",
    "tôn tạo",
    "phục dựng",
    "sưu tầm",
    "thu gom",
    "tiêm phòng",
    "phẫu thuật",
    "điều trị",
    "tư vấn",
]);

/// Words after a verb that say that something is done once more or for the first time.
const AGAIN: &Words = &Words::of(&["lại", "mới", "thêm", "nâng cao"]);

/// Does a verb of making end the words: `tổ chức`, `đào tạo lại cho`?
pub(super) fn end_in_act(words: &str) -> bool {
    let words = back::strip(words, "cho").unwrap_or(words);
    if back::ends(words, LEVELS) {
        return false;
    }
    back::ends(words, ACTS) || back::strip_any(words, AGAIN).is_some_and(|verb| back::ends(verb, ACTS))
}

/// Levels of schools, `việc làm mới` and the like, which end like a verb.
const LEVELS: &Words = &Words::of(&[
    "trung cấp",
    "sơ cấp",
    "cao cấp",
    "các cấp",
    "đa cấp",
    "trợ cấp",
    "phụ cấp",
    "cùng cấp",
    "việc làm mới",
    "việc làm thêm",
]);

/// Does such a verb stand right at the end?
pub(super) fn closes(words: &str) -> bool {
    back::ends(words, ACTS) && !back::ends(words, LEVELS)
}

/// Are the words nothing but such verbs: `hoàn thành đầu tư xây dựng`?
pub(super) fn only_acts(words: &str) -> bool {
    let mut rest = words.trim();
    for _ in 0..4 {
        match back::strip_longest(rest, ACTS) {
            Some(before) => {
                rest = before.trim_end_matches([' ', ',']);
                rest = back::strip(rest, "và").map_or(rest, str::trim_end);
            }
            None => return false,
        }
        if rest.is_empty() {
            return true;
        }
    }
    false
}
