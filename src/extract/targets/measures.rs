//! Nouns that open the name of something measured: `tỷ lệ`, `số`, `thu nhập`, `tốc độ`.

use super::back;
use crate::text::words::Words;

const MEASURES: &Words = &Words::of(&[
    "tỷ lệ",
    "tỉ lệ",
    "lạm phát",
    "bội chi",
    "nợ công",
    "lãi suất",
    "tỷ trọng",
    "tỉ trọng",
    "tỷ suất",
    "tỉ suất",
    "tỷ số",
    "tỉ số",
    "số lượng",
    "số",
    "tổng số",
    "tổng",
    "quy mô",
    "qui mô",
    "mức độ",
    "mức",
    "năng suất",
    "cơ cấu",
    "thu nhập",
    "grdp",
    "gdp",
    "kim ngạch",
    "sản lượng",
    "diện tích",
    "chỉ số",
    "tuổi thọ",
    "giá trị",
    "giá bình quân",
    "đơn giá",
    "tốc độ",
    "doanh thu",
    "dân số",
    "độ che phủ",
    "mật độ",
    "thời gian",
    "công suất",
    "chiều cao",
    "thu ngân sách",
    "tổng thu",
    "lượng",
    "sĩ số",
    "hệ số",
    "dư nợ",
    "nợ xấu",
    "nợ quá hạn",
    "hiệu suất",
    "vốn đầu tư",
    "huy động vốn",
    "tổng vốn",
    "tổng mức",
    "tổng sản phẩm",
    "chỉ tiêu",
    "độ bao phủ",
    "độ phủ",
    "bao phủ",
    "che phủ",
    "phủ sóng",
    "tăng trưởng",
    "thị phần",
]);

/// Does `words` open with the name of something measured?
pub(super) fn opens(words: &str) -> bool {
    let words = words.trim_start_matches(' ');
    back::begins(words, MEASURES) && !back::begins(words, DEEDS) && !back::begins(words, TITLES)
}

/// Verbs that begin like a measure.
const DEEDS: &Words = &Words::of(&[
    "tổng hợp",
    "tổng kết",
    "tổng rà soát",
    "tổng kiểm tra",
    "tổng điều tra",
    "tổng vệ sinh",
    "tổng duyệt",
    "lượng hóa",
    "cơ cấu lại",
    "lượng giá",
]);

/// Bodies and posts that begin like a measure.
const TITLES: &Words = &Words::of(&[
    "tổng công ty",
    "tổng cục",
    "tổng liên đoàn",
    "tổng hội",
    "tổng đài",
    "tổng giám đốc",
    "tổng bí thư",
    "tổng thanh tra",
    "tổng biên tập",
]);
