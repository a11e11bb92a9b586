//! Nouns that open the name of something measured: `tỷ lệ`, `số`, `thu nhập`, `tốc độ`.

use super::back;
use crate::text::words::{List, Words};

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
    "lưu lượng",
    "khối lượng",
    "trữ lượng",
    "đóng góp",
    "chi phí",
    "chi ngân sách",
    "thu nội địa",
    "tổng đàn",
    "đàn lợn",
    "đàn bò",
    "lao động",
    "khách du lịch",
    "nhu cầu",
    "hạn mức",
    "học sinh",
    "trẻ em",
    "người dân",
    "hộ dân",
    "mức tăng",
]);

/// Measures that always open a subject of their own; people and money in [`MEASURES`] do so only at its very start.
const HEADS: usize = 63;

/// Does `words` open with the name of something measured?
pub(super) fn opens(words: &str) -> bool {
    let words = words.trim_start_matches(' ');
    let head = |(n, word): (usize, &str)| n < HEADS && back::without_start(words, word).is_some();
    MEASURES.fronts(words).any(head) && !back::begins(words, DEEDS) && !back::begins(words, TITLES)
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
