//! Numbers without a unit that are figures all the same: of an index, or of what their label counts.

use super::back;
use crate::text::{
    behind,
    words::{Words, words},
};

/// `Số hợp tác xã vào năm 2026: 70, trong đó …`, `nâng tổng số xã đạt chuẩn lên 85`: a number whose label says what it counts.
pub(super) fn counted(before: &str, after: &str) -> bool {
    const COUNTS: &Words = &Words::of(&["số", "tổng số", "số lượng"]);
    const NUMBERS: &Words = &Words::of(&[
        "điện thoại",
        "fax",
        "tài khoản",
        "hiệu",
        "đăng ký",
        "công văn",
        "thứ tự",
        "quyết định",
        "nghị quyết",
        "máy",
        "nhà",
        "lượng",
        "hóa",
    ]);
    const RAISES: &Words = &Words::of(&["nâng", "tăng", "đưa", "phấn đấu nâng", "phấn đấu tăng", "phấn đấu đưa"]);
    let bounded = back::strip_any(before, words!["trên", "hơn", "khoảng", "ít nhất", "tối thiểu"]).unwrap_or(before);
    let raised = back::strip_any(bounded, &["lên", "lên tới", "lên đến"]);
    let Some(label) =
        back::strip_any(before, &["là", "đạt"]).or_else(|| before.trim_end().strip_suffix(':')).or(raised)
    else {
        return false;
    };
    let own = behind(label, b";:");
    let last = own.rsplit(", ").next();
    let own =
        last.filter(|own| back::begins(own, COUNTS) || raised.is_some() && back::begins(own, RAISES)).unwrap_or(own);
    let own = own.rsplit(". ").next().unwrap_or(own).trim_start_matches([' ', '-', '+', '*', '•']);
    let own = back::strip_longest_front(own, RAISES).filter(|_| raised.is_some()).unwrap_or(own).trim_start();
    let thing = back::strip_longest_front(own, COUNTS).unwrap_or_default();
    let closed = after.trim_start().is_empty()
        || after.starts_with(['.', ',', ';', ')'])
        || back::begins(after, words!["và năm", "và đến năm", "vào năm", "vào cuối năm", "chiếm"]);
    // `số bác sĩ/vạn dân: 12`
    let thing = ["/vạn dân", "/1 vạn dân", "/10.000 dân", "/1.000 dân", "/100.000 dân"]
        .iter()
        .find_map(|base| thing.trim_end().strip_suffix(base))
        .unwrap_or(thing);
    closed && thing.trim().contains(' ') && !back::begins(thing, NUMBERS) && !thing.contains('/')
}

/// `Tỷ lệ tử vong trên 1.000 trẻ đẻ sống giảm còn`: is the base named to which the number belongs?
fn of_base(before: &str) -> bool {
    let clause = behind(before, b",;:");
    let base = words![" trên 1.000 ", " trên 10.000 ", " trên 100.000 "].find_in(clause);
    base.is_some_and(|at| words!["trẻ", "dân", "người", "ca", "phụ nữ", "bà mẹ"].within(&clause[at..]))
}

/// A number without a unit is a figure after a verb of reaching, where an index is measured.
pub(super) fn bare(before: &str, after: &str, value: f64) -> bool {
    const INDEXES: &Words = &Words::of(&[
        "chỉ số",
        "hệ số",
        "tỷ số",
        "tổng tỷ suất sinh",
        "mức sinh",
        "hdi",
        "pci",
        "par index",
        "papi",
        "sipas",
        "icor",
        "gini",
        "mức sinh thay thế",
        "xếp hạng",
        "điểm trung bình",
        "điểm bình quân",
    ]);
    // `Điểm trung bình đạt từ 2,8 trở lên (năm 2024: 2,6)`
    let remark = before.trim_end().strip_suffix(':').and_then(|words| words.rsplit_once('('));
    if let Some((name, year)) = remark
        && back::begins(year, &["năm", "cùng kỳ"])
        && year.split(' ').count() <= 4
        && after.starts_with(')')
    {
        return INDEXES.within(name);
    }
    let before = back::tail(before, 80);
    // `chỉ số BI < 20`
    let signed = before.trim_end_matches(['>', '<', '=', '≥', '≤', ' ']);
    let sign = signed.len() < before.trim_end().len();
    let before = signed;
    // `PAPI thuộc nhóm dưới 20`, `đạt mức 4 trong năm 2027`: which rank or grade, but `ở mức 0,75` how much
    let bounds = words!["trên", "dưới", "đạt", "trong", "từ", "ít nhất", "tối thiểu"];
    let ranked = back::strip_any(before, bounds).unwrap_or(before);
    let grade = value.fract() == 0.0 && value < 10.0 && back::ends(ranked, &["mức"]);
    if grade || back::ends(ranked, &["hạng", "nhóm", "tốp", "top"]) {
        return false;
    }
    let closing = back::strip_front_any(after, &["trở lên", "trở xuống"]);
    let linked =
        sign || back::ends(
            before,
            words![
                "đạt",
                "là",
                "trên",
                "dưới",
                "còn",
                "mức",
                "lên",
                "xuống",
                "bằng",
                "tối thiểu",
                "ít nhất",
                "khoảng",
                "không quá",
                "nhỏ hơn",
                "lớn hơn",
                "thấp hơn",
                "cao hơn"
            ],
        ) || closing.is_some() && back::ends(before, &["từ"]);
    let after = closing.unwrap_or(after);
    // `hệ số lợi dụng kênh tăng từ 0,55 lên 0,70`
    let starts = back::ends(before, &["từ"]) && [" lên ", " xuống ", " còn "].iter().any(|to| after.starts_with(to));
    let ends = after.trim_start().is_empty()
        || after.starts_with(['.', ',', ';', ')'])
        || after.starts_with(" (")
        || back::begins(after, words!["vào", "năm", "sau năm", "tại", "ở", "trong"]);
    (linked && ends || starts) && (INDEXES.within(before) || of_base(before))
}
