//! Headings that read like bodies and name matters: `Thanh tra - kiểm tra`, `CƠ SỞ XÂY DỰNG KẾ HOẠCH`.

use crate::{agency::Reader, lexicon::agency_words::Kinds};

/// `Phụ trách chuyên môn:` below a post is a part of its work.
pub(super) fn is_charge(reader: &Reader) -> bool {
    reader.word(0, "phụ trách").is_some()
}

/// `Thanh tra - kiểm tra`, outside organisation `Công an - Quân sự`, too: what a part is about.
pub(super) fn is_topic(reader: &Reader, start: usize, organisation: bool) -> bool {
    let Some(head) = reader.any(start, &["thanh tra", "công an", "quân sự"]) else { return false };
    let second = reader.dash(head).or_else(|| reader.rest(head).strip_prefix(',').map(|_| reader.blanks(head + 1)));
    let matters = ["kiểm tra", "giám sát", "quân sự", "quốc phòng"];
    let acts = |at: usize| reader.kind(at, Kinds::DUTY).is_some();
    second.is_some_and(|at| reader.any(at, &matters).is_some() && (acts(at) || !organisation))
}
