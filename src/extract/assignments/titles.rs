//! What stands behind the agencies of a heading and names nobody: in what they act, within which function.

use std::ops::Range;

use crate::{
    agency::Reader,
    text::words::{Words, words},
};

/// Words before the agencies in a heading, beside [`OWNED`]: `Đề nghị`, `Đối với`.
const BEFORE: &Words = &Words::of(&[
    "trách nhiệm",
    "nhiệm vụ",
    "đề nghị",
    "kính đề nghị",
    "mời",
    "yêu cầu",
    "đối với",
    "giao cho",
    "giao",
    "phân công",
    "về phía",
    "riêng",
    "phân công trách nhiệm của",
    "của",
    "cho",
]);

/// Those that a name follows for certain.
pub(super) const OWNED: &Words = &Words::of(&[
    "trách nhiệm của",
    "trách nhiệm cụ thể của",
    "trách nhiệm thực hiện của",
    "trách nhiệm thi hành của",
    "trách nhiệm tổ chức thực hiện của",
    "nhiệm vụ của",
    "nhiệm vụ cụ thể của",
]);

/// Where the names begin: after at most `Phân công trách nhiệm của`.
pub(super) fn names_from(reader: &Reader) -> usize {
    let mut at = 0;
    for _ in 0..3 {
        if let Some(next) = reader.longest(at, OWNED).max(reader.longest(at, BEFORE)) {
            at = reader.blanks(next);
        }
    }
    reader.blanks(at)
}

/// `TRÁCH NHIỆM CỦA CÁC BỘ, NGÀNH TRONG VIỆC THỰC HIỆN KẾ HOẠCH`, `Nhiệm vụ của các xã giai đoạn 2026 - 2030`: the words
/// of a title before those that tell in what and when they act.
pub(super) fn without_matter(reader: &Reader) -> Option<Range<usize>> {
    const MATTERS: &Words = &Words::of(&[
        " trong việc ",
        " trong tổ chức ",
        " trong thực hiện ",
        " trong triển khai ",
        " trong thi hành ",
        " trong công tác ",
        " trong quá trình ",
        " trong giai đoạn ",
        " trong năm ",
        " giai đoạn 20",
        " năm 20",
    ]);
    const FEWEST: usize = 4;
    let from = reader.any(0, OWNED)?;
    let matter = from + MATTERS.find_in(reader.folded.get(from..)?)?;
    (matter > from + FEWEST).then_some(0..matter)
}

/// `… trong phạm vi nhiệm vụ, quyền hạn của mình`: does a clause begin at `at` that only refers to one's function?
pub(super) fn function(reader: &Reader, at: usize) -> bool {
    let functions = words![
        "chức năng",
        "nhiệm vụ",
        "quyền hạn",
        "trách nhiệm",
        "thẩm quyền",
        "quản lý",
        "lĩnh vực",
        "phụ trách",
        "ngành",
        "địa bàn",
    ];
    reader.word(at, "trong phạm vi").is_some_and(|next| reader.any(next, functions).is_some())
}
