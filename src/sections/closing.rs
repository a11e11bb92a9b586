//! Where the closing begins: the last unnumbered paragraphs, which speak for the whole plan.

use std::ops::Range;

use crate::{
    lexicon::agency_words::{Kinds, MEANINGS},
    text::{Text, words::Words},
};

/// The first of a last node's continuation paragraphs that belongs to the closing.
///
/// A heading without words of its own keeps at least the first paragraph, but not what says that the plan ends; a sentence
/// is none, and keeps no report of all.
pub(super) fn begins(text: &Text, paragraphs: &[Range<usize>], heading: Option<&str>) -> Option<usize> {
    let sentence = heading.is_some_and(|words| words.ends_with('.'));
    let plan_ends = |folded: &str| folded.starts_with("trên đây là ") || folded.starts_with("trên dây là ");
    let ends = |folded: &str| plan_ends(folded) || sentence && reports_at_last(folded);
    paragraphs.iter().enumerate().position(|(i, range)| {
        let folded = text.folded_at(range);
        if i == 0 && heading.is_some() { ends(folded) } else { opens(folded) || bodies_of_all(folded) }
    })
}

/// `Trưởng các phòng và Chủ tịch UBND các xã có trách nhiệm thực hiện Kế hoạch này`, `Bộ Y tế đề nghị các Bộ … triển khai./.`:
/// a body and what concerns the whole document.
fn bodies_of_all(folded: &str) -> bool {
    const WHOLE: &Words = &Words::of(&[
        "kế hoạch này",
        "chương trình này",
        "phương án này",
        "đề án này",
        "chỉ thị này",
        "công văn này",
        "hướng dẫn này",
    ]);
    let body = MEANINGS.at_start(folded).is_some_and(|(_, m)| m.kinds.any(Kinds::HEAD | Kinds::NOUN | Kinds::POST))
        || ["trưởng các ", "các thành viên "].iter().any(|who| folded.starts_with(who));
    body && (WHOLE.within(folded) || folded.ends_with("./.") && folded.contains(" đề nghị "))
}

/// `Kết thúc đợt hoạt động, các chi đoàn báo cáo kết quả về …`: what all report when it is over.
fn reports_at_last(folded: &str) -> bool {
    let over = ["kết thúc ", "sau khi kết thúc ", "sau đợt ", "sau hội nghị", "hết đợt "];
    over.iter().any(|o| folded.starts_with(o)) && folded.contains("báo cáo")
}

/// The last paragraph of what an assembly decided, behind its articles: `Nghị quyết này đã được … thông qua`.
pub(super) fn was_passed(text: &Text, paragraphs: &[Range<usize>]) -> Option<usize> {
    let last = paragraphs.len().checked_sub(1)?;
    let folded = text.folded_at(&paragraphs[last]);
    let rest = folded.strip_prefix("nghị quyết này ")?;
    let rest = rest.strip_prefix("đã ").unwrap_or(rest);
    (rest.starts_with("được ") && rest.contains("thông qua")).then_some(last)
}

fn opens(folded: &str) -> bool {
    const OPENERS: [&str; 50] = [
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
        "thủ tướng",
        "bộ trưởng",
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
    OPENERS.iter().any(|o| folded.starts_with(o)) || reports_at_last(folded) || rests_on_itself(folded)
}

/// `Căn cứ Hướng dẫn này, đề nghị …`: what follows from the whole document.
fn rests_on_itself(folded: &str) -> bool {
    let ground = folded.strip_prefix("căn cứ ").and_then(|rest| rest.split_once(',')).map(|(ground, _)| ground);
    ground.is_some_and(|ground| ground.ends_with(" này") && ground.split(' ').count() < GROUND)
}

/// Words of such a ground at most, `vào Chương trình hành động này`.
const GROUND: usize = 8;
