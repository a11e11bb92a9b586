//! The posts of those who sign, also where OCR has spoilt their marks.

use std::sync::LazyLock;

use super::shapes::{bare, is_capitals};
use crate::text::fold;

const POSTS: [&str; 63] = [
    "chủ tịch",
    "phó chủ tịch",
    "giám đốc",
    "phó giám đốc",
    "bộ trưởng",
    "thứ trưởng",
    "thủ tướng",
    "phó thủ tướng",
    "bí thư",
    "phó bí thư",
    "trưởng ban",
    "phó trưởng ban",
    "phó ban",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "chánh văn phòng",
    "phó chánh văn phòng",
    "tổng giám đốc",
    "phó tổng giám đốc",
    "cục trưởng",
    "phó cục trưởng",
    "chi cục trưởng",
    "tổng cục trưởng",
    "trưởng phòng",
    "phó trưởng phòng",
    "viện trưởng",
    "phó viện trưởng",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "chánh thanh tra",
    "tổng thanh tra",
    "thống đốc",
    "phó thống đốc",
    "chánh án",
    "chỉ huy trưởng",
    "tư lệnh",
    "trưởng đoàn",
    "vụ trưởng",
    "thường trực",
    "người lập kế hoạch",
    "phó vụ trưởng",
    "phó tổng cục trưởng",
    "phó chi cục trưởng",
    "phó chánh thanh tra",
    "phó tổng thanh tra",
    "phó chánh án",
    "phó chỉ huy trưởng",
    "chính ủy",
    "phó chính ủy",
    "phó tư lệnh",
    "phó trưởng đoàn",
    "hội trưởng",
    "phó hội trưởng",
    "tổng biên tập",
    "phó tổng biên tập",
    "trưởng trạm",
    "trạm trưởng",
    "phó trạm trưởng",
    "tổng thư ký",
    "trưởng khoa",
    "quyền giám đốc",
    "quyền chủ tịch",
    "phụ trách",
];

/// A post in capitals, alone on a line: `GIÁM ĐỐC`, `PHÓ CHỦ TỊCH`.
pub(super) fn is_post(words: &str) -> bool {
    let capitals = is_capitals(words);
    if words.len() >= 120 || !(capitals || words.starts_with(['n', 'N'])) {
        return false;
    }
    let folded = fold(words);
    let folded = folded.trim_end_matches([':', ',', '.']);
    (capitals || folded == "người lập kế hoạch")
        && POSTS.iter().any(|h| folded.strip_prefix(h).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
        || damaged(words).is_some()
}

/// The post that stands here with wrong marks or one wrong letter: `PHỚ GIÁM ĐÓC`, `__PHO CHU TỊCH,`.
pub(crate) fn damaged(words: &str) -> Option<&'static str> {
    static BARE: LazyLock<Vec<String>> = LazyLock::new(|| POSTS.iter().map(|post| bare(post)).collect());
    if words.len() > 60 || !is_capitals(words) {
        return None;
    }
    let printed = bare(words);
    // short posts are too much like other words to bear a wrong letter
    let like =
        |whole: &String| printed == *whole || whole.len() >= 9 && whole != "thuongtruc" && one_apart(&printed, whole);
    let folded = fold(words);
    if POSTS.contains(&folded.as_str()) {
        return None;
    }
    BARE.iter().position(like).map(|post| POSTS[post])
}

/// One letter is wrong, missing or too many.
fn one_apart(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - front - back <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_posts() {
        for (words, post) in [
            ("PHỚ GIÁM ĐÓC,", Some("phó giám đốc")),
            ("__PHO CHU TỊCH,", Some("phó chủ tịch")),
            ("__THO CHU TỊCH,", Some("phó chủ tịch")),
            ("PHO GIÁAM ĐỌC", Some("phó giám đốc")),
            ("GIÁM ĐÓC", Some("giám đốc")),
            ("GIÁM ĐỐC", None),
            ("BAN THƯỜNG VỤ", None),
            ("PHÒNG GIÁM ĐỊNH", None),
            ("CHÚ THÍCH", None),
        ] {
            assert_eq!(damaged(words), post, "{words}");
        }
    }
}
