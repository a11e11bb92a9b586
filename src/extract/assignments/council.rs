//! What a council says in its resolution, it does not do itself.

use crate::{
    agency::{Listed, Reader},
    text::words::{Words, words},
};

/// What a council says of what it adopts.
const SAYS: &Words = &Words::of(&[
    "tán thành",
    "cơ bản tán thành",
    "thống nhất",
    "cơ bản thống nhất",
    "nhất trí",
    "cơ bản nhất trí",
    "thông qua",
    "quyết nghị",
    "quyết định",
    "nhấn mạnh",
    "đồng ý",
    "ghi nhận",
    "đánh giá cao",
    "biểu quyết",
    "phê chuẩn",
    "cho rằng",
    "lưu ý",
    "xác định",
    "đề ra",
]);

/// `Hội đồng nhân dân xã tán thành báo cáo của Ủy ban nhân dân xã`: does the list say, rather than act?
pub(super) fn says(reader: &Reader, list: &Listed) -> bool {
    let [body] = list.agencies.as_slice() else { return false };
    let council = words!["hội đồng nhân dân", "hđnd"].iter().any(|c| reader.word(body.range.start, c).is_some());
    council && reader.any(list.range.end, SAYS).is_some()
}
