//! Where the closing begins: the last unnumbered paragraphs, which speak for the whole plan.

use std::ops::Range;

use crate::text::Text;

/// The first of a last node's continuation paragraphs that belongs to the closing.
///
/// A heading without words of its own keeps at least the first paragraph.
pub(super) fn begins(text: &Text, paragraphs: &[Range<usize>], under_heading: bool) -> Option<usize> {
    let from = usize::from(under_heading);
    (from..paragraphs.len()).find(|&i| opens(text.folded_at(&paragraphs[i])))
}

fn opens(folded: &str) -> bool {
    const OPENERS: [&str; 48] = [
        "trên đây",
        // a misread `đ`
        "trên dây là",
        "yêu cầu",
        "đề nghị",
        "trong quá trình",
        "quá trình",
        "căn cứ kế hoạch",
        "căn cứ nội dung",
        "căn cứ vào kế hoạch",
        "các cơ quan",
        "các đơn vị",
        "các sở",
        "các phòng",
        "các ban",
        "các bộ",
        "các địa phương",
        "các đồng chí",
        "thủ trưởng",
        "kế hoạch này",
        "chỉ thị này",
        "nghị quyết này",
        "chương trình này",
        "phương án này",
        "hướng dẫn này",
        "văn phòng chính phủ",
        "văn phòng ubnd",
        "(có phụ lục",
        "(có các phụ lục",
        "(kèm theo",
        "(chi tiết",
        "(có danh mục",
        "ủy ban nhân dân",
        "ubnd",
        "nhận được",
        "định kỳ",
        "giao ",
        "trường hợp",
        "chủ tịch",
        "giám đốc",
        "ban thường vụ",
        "ban thường trực",
        "thường trực",
        "sở ",
        "hằng năm",
        "hàng năm",
        "đồng chí",
        "chương trình hành động này",
        "nơi nhận",
    ];
    OPENERS.iter().any(|o| folded.starts_with(o))
}
