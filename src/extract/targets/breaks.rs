//! Where the words about one figure break off, and those after it that name nothing.

use super::back;
use crate::text::{
    find,
    words::{Words, words},
};

/// Where the words end that tell of one figure: before the first words that open something else.
pub(super) fn ends(words: &str) -> usize {
    let mut end = words.len();
    let marks = if ENDS.within(words) { ENDS } else { words![] };
    for mark in marks {
        if let Some(at) = find(&words[..end], mark)
            && !inside_parentheses(&words[..at])
            && !(*mark == ", không " && denies(&words[..at]))
        {
            end = at;
        }
    }
    end
}

/// `không lấn chiếm` before `, không mua bán`: the next of several things that are not done.
fn denies(words: &str) -> bool {
    words.starts_with("không ") || words.contains(" không ")
}

/// Words that open something else than what is counted.
const ENDS: &Words = &Words::of(&[
    ", trong đó",
    " trong đó",
    ", mỗi ",
    ", bình quân mỗi ",
    ", trung bình mỗi ",
    ", không ",
    ", góp phần",
    ", nhằm",
    ", qua đó",
    ", từ đó",
    " so với",
    " so cùng kỳ",
    " so dự toán",
    " so kế hoạch",
    " so chỉ tiêu",
    " so thực hiện",
    " so năm trước",
    " so đầu năm",
    ", bao gồm",
    ", gồm:",
    ", phấn đấu",
    ", ưu tiên",
    ", chú trọng",
    ", nếu ",
    ", trường hợp ",
    ", phần còn lại",
    ", phần thiếu",
    ", số còn lại",
    ", còn lại",
    ", riêng",
    ", từ ngày",
    ", từ tháng",
    ", chủ yếu",
    ", chia ra",
    ", đồng thời",
    ", tương đương",
    ", hoàn thành chậm nhất",
    ", hoàn thành trước",
    ", hoàn thành trong",
    ", trình hội đồng",
    ", trình hđnd",
    ", trình ủy ban",
    ", trình ubnd",
    ", trình cấp",
    " thì ",
    " theo lộ trình",
    ", bằng",
    " (bao gồm",
    ": ",
    " theo quy định tại",
    " theo nghị quyết",
    " theo nghị định",
    " theo quyết định",
    " theo chỉ thị",
    " theo thông tư",
    " theo tinh thần",
    " theo chỉ đạo của",
    " trong vòng",
    " trong thời hạn",
    ", trị giá",
    " trị giá",
    " mỗi suất trị giá",
    ", mỗi suất",
    " với tỷ lệ",
    ", trở thành ",
    ", thông báo kết quả",
    ", báo cáo kết quả",
    ", đình chỉ ",
    ", kiên quyết ",
    ", tuyệt đối ",
    ", nghiêm cấm ",
    ", xử lý nghiêm",
    ", hướng tới ",
    ", tiến tới ",
    ", làm cơ sở",
    ", làm căn cứ",
    ", làm nền tảng",
    ", tạo điều kiện",
    ", tạo nền tảng",
    ", tạo tiền đề",
    ", tạo động lực",
    ", tạo chuyển biến",
    ", tạo bước",
    " và tiếp tục tăng",
    " và tiếp tục giảm",
    " và tăng dần",
    " và giảm dần",
    ", tăng dần ",
    ", giảm dần ",
    ", nâng tổng số ",
    ", đưa tổng số ",
    ", nâng số ",
    ", đưa số ",
    " (tương",
]);

/// Words behind a mark and before the time by which something is due: `…, chậm nhất đến ngày 30/6/2025`.
pub(super) const DUE: &Words = &Words::of(&[
    "chậm nhất",
    "muộn nhất",
    "hoàn thành",
    "hoàn thành chậm nhất",
    "hoàn thành dứt điểm",
    "cơ bản hoàn thành",
    "phấn đấu hoàn thành",
    "thực hiện xong",
    "thực hiện",
    "xong",
    "thời gian hoàn thành",
    "thời hạn hoàn thành",
    "kết thúc",
]);

/// Words that open a condition or a way, and name nothing.
pub(super) const STARTS: &Words = &Words::of(&[
    "khi",
    "nếu",
    "trong trường hợp",
    "theo",
    "nhằm",
    "để",
    "kể từ",
    "sau khi",
    "nhưng",
    "do ảnh hưởng",
    "do tác động",
    "nhờ",
    "vì",
]);

/// Ways that tell apart what is counted: `05 dự án theo hình thức đối tác công tư`.
pub(super) const KINDS: &Words = &Words::of(&[
    "theo hình thức",
    "theo mô hình",
    "theo chuỗi",
    "theo phương thức",
    "theo tiêu chuẩn",
    "theo quy trình",
]);

/// Verbs that move a figure, and what may stand before them.
const MOVES: &Words = &Words::of(&[
    "cần",
    "phải",
    "phấn đấu",
    "tiếp tục",
    "sẽ",
    "nâng",
    "tăng",
    "giảm",
    "đưa",
    "hạ",
    "kéo giảm",
    "cắt giảm",
]);

/// `cần nâng`, `phấn đấu tiếp tục giảm`
pub(super) fn only_moves(words: &str) -> bool {
    let mut rest = words.trim();
    for _ in 0..4 {
        match back::strip_longest(rest, MOVES) {
            Some(before) if !before.trim().is_empty() => rest = before.trim_end(),
            found => return found.is_some(),
        }
    }
    false
}

/// Years behind the one that is named: `và duy trì từ 95% trở lên trong các năm sau`.
pub(super) const LATER: &Words = &Words::of(&[
    "trong các năm sau",
    "trong những năm sau",
    "trong các năm tiếp theo",
    "trong những năm tiếp theo",
    "vào các năm sau",
    "vào những năm tiếp theo",
    "cho các năm sau",
    "cho những năm tiếp theo",
    "các năm sau",
    "những năm sau",
    "các năm sau đó",
    "các năm tiếp theo",
    "những năm tiếp theo",
]);

/// Times that name no year.
pub(super) const TIMES: &Words = &Words::of(&[
    "vào cuối nhiệm kỳ",
    "vào năm cuối nhiệm kỳ",
    "vào năm cuối kỳ",
    "vào năm cuối",
    "vào cuối giai đoạn",
    "vào cuối kỳ",
    "vào cuối năm",
    "trong nhiệm kỳ",
    "trong kỳ",
    "trong cả nhiệm kỳ",
    "trong năm học",
    "trong năm",
    "hằng năm",
    "hàng năm",
    "mỗi năm",
]);

fn inside_parentheses(words: &str) -> bool {
    words.matches('(').count() > words.matches(')').count()
}
