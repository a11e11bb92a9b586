//! Headings that name people by what they are employed for: `Kế toán, văn thư`, `Chuyên viên phụ trách …`.

use crate::{
    agency::{Reader, canonical},
    text::words::{Words, words},
};

/// Titles of people, and those that may be matters elsewhere.
const TITLES: &Words =
    &Words::of(&["kế toán", "văn thư", "thủ quỹ", "bảo vệ", "tạp vụ", "cấp dưỡng", "lao công", "lái xe", "giáo vụ"]);
const MATTERS: &Words = &Words::of(&[
    "y tế",
    "thư viện",
    "thiết bị",
    "phục vụ",
    "nhà bếp",
    "y tế học đường",
    "công nghệ thông tin",
    "học vụ",
]);

/// `Kế toán, văn thư, y tế, bảo vệ`: titles in a row, one of them a person's for certain.
fn titles(reader: &Reader) -> Option<String> {
    let words = reader.folded.trim_matches([' ', ':', '.']);
    let title = |piece: &str, list: &Words| list.contains(&piece);
    let pieces = || {
        words.split([',', '-', ';']).flat_map(|piece| piece.split(" và ")).map(|piece| {
            let piece = piece.trim();
            piece.strip_prefix("nhân viên ").unwrap_or(piece)
        })
    };
    let all = words.len() < 120 && pieces().all(|p| title(p, TITLES) || title(p, MATTERS));
    (all && pieces().any(|p| title(p, TITLES))).then(|| canonical(reader.plain.trim_matches([' ', ':', '.'])))
}

/// Who may head duties though no body is named: `Cán bộ phụ trách …`, `Người chủ trì`.
const STAFF: &Words = &Words::of(&[
    "cán bộ",
    "chuyên viên",
    "công chức",
    "viên chức",
    "nhân viên",
    "thư ký",
    "kế toán",
    "giáo viên",
    "người",
    "phụ trách",
]);

/// `Chuyên viên phụ trách hành chính` over duties; `… Người chủ trì có trách nhiệm sau đây:` as its last sentence.
pub(super) fn heading(reader: &Reader, organisation: bool) -> Option<Vec<String>> {
    if let Some(titles) = titles(reader).filter(|_| organisation) {
        return Some(vec![titles]);
    }
    let folded = reader.folded.trim_end_matches([' ', ':', '.']);
    let from = folded.rfind(". ").map_or(0, |stop| stop + 2);
    reader.any(from, STAFF)?;
    let end = words![" có trách nhiệm", " chịu trách nhiệm", " có nhiệm vụ"].find_in(&folded[from..]);
    let name = reader.plain.get(from..end.map_or(folded.len(), |e| from + e))?;
    let short = name.len() < 110 && !name.contains([';', ':', '(']);
    // without a cue only the whole heading of a part about organisation names them
    let named =
        end.is_some() || organisation && from == 0 && !name.contains(',') | name.to_lowercase().contains("phụ trách");
    (short && named).then(|| vec![canonical(name)])
}
