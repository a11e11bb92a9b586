//! The words at a line's end, or at the start of the next, that tell whether a paragraph goes on.

use super::shapes::{floor, floor_back};
use crate::{text::fold, value::marker};

/// `Lao động` / `- Thương binh và Xã hội`: a name that a full line parted at its dash.
pub(super) fn halves_of_a_name(before: &str, rest: &str) -> bool {
    const HALVES: [(&str, &str); 27] = [
        ("lao động", "thương binh"),
        ("văn hóa", "xã hội"),
        ("văn hóa", "thông tin"),
        ("văn hóa", "thể thao"),
        ("kinh tế", "xã hội"),
        ("kinh tế", "hạ tầng"),
        ("kinh tế", "kỹ thuật"),
        ("kinh tế", "ngân sách"),
        ("chính trị", "xã hội"),
        ("tài chính", "kế hoạch"),
        ("tài chính", "kế toán"),
        ("kế hoạch", "tài chính"),
        ("phát thanh", "truyền hình"),
        ("truyền thanh", "truyền hình"),
        ("văn phòng", "thống kê"),
        ("tư pháp", "hộ tịch"),
        ("địa chính", "nông nghiệp"),
        ("địa chính", "xây dựng"),
        ("khoa học", "công nghệ"),
        ("giáo dục nghề nghiệp", "giáo dục"),
        ("dân số", "kế hoạch"),
        ("thi đua", "khen thưởng"),
        ("tổ chức", "hành chính"),
        ("hành chính", "tổng hợp"),
        ("bà rịa", "vũng tàu"),
        ("thừa thiên", "huế"),
        ("phòng không", "không quân"),
    ];
    let before = fold(&before[floor_back(before, 40)..]);
    let rest = fold(&rest[..floor(rest, 40)]);
    HALVES.iter().any(|(first, second)| before.ends_with(first) && rest.starts_with(second))
}

/// `6. Sở Thông tin, Báo và Đài Phát thanh tỉnh` / `Tổ chức tuyên truyền …`: a numbered line that names bodies down to
/// their place, though it fills the width, above the verb of what they do.
pub(super) fn duty_below(a: &str, b: &str) -> bool {
    const VERBS: [&str; 12] = [
        "Tổ chức ",
        "Chủ trì",
        "Phối hợp ",
        "Theo chức năng",
        "Căn cứ ",
        "Xây dựng ",
        "Tham mưu ",
        "Chỉ đạo ",
        "Hướng dẫn ",
        "Bố trí ",
        "Triển khai ",
        "Chủ động ",
    ];
    const PLACES: [&str; 9] =
        [" tỉnh", " thành phố", " huyện", " quận", " xã", " phường", " thị trấn", " đặc khu", " liên quan"];
    const BODIES: [&str; 16] = [
        "Sở ",
        "Phòng ",
        "Ban ",
        "Công an",
        "UBND ",
        "Ủy ban ",
        "Đề nghị ",
        "Các ",
        "Hội ",
        "Báo ",
        "Đài ",
        "Văn phòng ",
        "Trung tâm ",
        "Bộ Chỉ huy",
        "Chi cục ",
        "Trường ",
    ];
    let Some(m) = marker::read(a, 0).filter(|m| super::reflow::is_numbered(m.style)) else { return false };
    let words = a[m.end..].trim();
    let verb = VERBS.iter().any(|verb| b.starts_with(verb));
    verb && PLACES.iter().any(|place| words.ends_with(place)) && BODIES.iter().any(|body| words.starts_with(body))
}

/// Ends with a word that cannot end a sentence or a heading.
pub(super) fn ends_open(a: &str) -> bool {
    const OPEN: [&str; 23] = [
        "của",
        "và",
        "với",
        "các",
        "những",
        "tại",
        "cho",
        "từ",
        "đến",
        "do",
        "để",
        "bởi",
        "nhằm",
        "hoặc",
        "giữa",
        "căn cứ",
        "gồm",
        "hội liên hiệp",
        "phó",
        "tp.",
        "bộ trưởng bộ",
        "giám đốc sở",
        "cục trưởng cục",
    ];
    let folded = fold(&a[floor_back(a, 40)..]);
    // `Đề nghị Ủy ban MTTQ tỉnh, Hội` / `Nông dân tỉnh, …`
    let head =
        [", hội", ", sở", ", bộ", ", ban", ", cục", ", vụ", ", phòng", "; sở", "; bộ", " và sở", " và bộ", " và hội"];
    if head.iter().any(|h| folded.ends_with(h)) && a.ends_with(['i', 'ở', 'ộ', 'n', 'c', 'ụ', 'g']) {
        return true;
    }
    OPEN.iter().any(|w| folded.strip_suffix(w).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '(', '“'])))
        && !a.ends_with(|c: char| c.is_ascii_digit())
}

/// Ends with a word that a number or a letter completes: `khoản`, `tháng`.
pub(super) fn refers(before: &str) -> bool {
    const WORDS: [&str; 15] = [
        "khoản",
        "điểm",
        "điều",
        "mục",
        "ngày",
        "tháng",
        "quý",
        "từ",
        "đến",
        "cấp độ",
        "mức độ",
        "báo động",
        "học kỳ",
        "giai đoạn",
        "nhiệm kỳ",
    ];
    // the same words at the end of others: `quan điểm`, `danh mục`, `hằng tháng`
    const BEFORE: [&str; 33] = [
        "hằng", "hàng", "quan", "đặc", "thời", "địa", "trọng", "thí", "ưu", "nhược", "khuyết", "cao", "tâm", "chấm",
        "yếu", "danh", "chuyên", "hạng", "đề", "tiểu", "tài", "các", "những", "mọi", "một", "nhiều", "từng", "mỗi",
        "trong", "phân", "sao", "luận", "thâm",
    ];
    let folded = fold(&before[floor_back(before, 24)..]);
    WORDS.iter().any(|w| {
        folded.strip_suffix(w).is_some_and(|rest| {
            let word = rest.trim_end().rsplit([' ', '(', '.']).next().unwrap_or_default();
            (rest.is_empty() || rest.ends_with([' ', '('])) && !BEFORE.contains(&word)
        })
    })
}

/// The first line of a heading that broke after its first word: `2. Sở` / `Giáo dục và Đào tạo`.
pub(super) fn only_a_head(a: &str) -> bool {
    const HEADS: [&str; 16] = [
        "sở",
        "bộ",
        "các sở:",
        "các bộ:",
        "ban",
        "ủy ban",
        "đề nghị",
        "văn phòng",
        "công an",
        "hội",
        "đoàn",
        "chi cục",
        "cục",
        "trung tâm",
        "giao",
        "chánh",
    ];
    let Some(m) = marker::read(a, 0) else { return false };
    let folded = fold(a[m.end..].trim());
    // `- Cơ quan phối hợp: Các Bộ:` / `Văn hóa, Thể thao và Du lịch, …`
    if folded.ends_with(": các bộ:") || folded.ends_with(": các sở:") {
        return true;
    }
    HEADS.contains(&folded.as_str())
}
