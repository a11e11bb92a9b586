//! Words after which two alternatives part: `khu vực nông nghiệp …; dịch vụ …`.

use super::{above, back, shared::whole};
use crate::{
    lexicon::units::{self, UnitKind},
    text::words::{Words, words},
};

/// Words after which two alternatives part: the head is what stands before and with them.
pub(super) const SLOTS: &Words = &Words::of(&[
    "khu vực",
    "lĩnh vực",
    "ngành",
    "nhóm",
    "vùng",
    "bậc",
    "cấp",
    "loại",
    "khối",
    "trình độ",
    "địa bàn",
    "đối với",
    "hạng",
    "nguồn",
    "thể",
    "tuyến",
]);

/// Where the slot that `words` begin with first stands in the head as a word of its own, or with the same word behind it.
pub(super) fn find(head: &str, slot: &str, words: &str) -> Option<usize> {
    let second = |words: &str| words.split(' ').nth(slot.split(' ').count()).map(str::to_owned);
    let same = |at: usize| second(&head[at..]) == second(words);
    head.match_indices(slot)
        .map(|(at, _)| at)
        .find(|&at| whole(head, at, slot) && (same(at) || !in_compound(head, at, slot)))
}

/// Where it last does.
pub(super) fn find_last(head: &str, slot: &str) -> Option<usize> {
    places(head, slot).last()
}

fn places<'h>(head: &'h str, slot: &'h str) -> impl Iterator<Item = usize> + 'h {
    head.match_indices(slot).map(|(at, _)| at).filter(move |&at| whole(head, at, slot) && !in_compound(head, at, slot))
}

/// Where `ở nội thành`, `tại các xã` begins in the head.
pub(super) fn place(head: &str) -> Option<usize> {
    const TOWNS: &Words =
        &Words::of(&["nội thành", "ngoại thành", "nội thị", "ngoại thị", "thành thị", "đô thị", "nông thôn"]);
    let placed = |&at: &usize| {
        let rest = head[at + 1..].split_once(' ').map_or("", |(_, rest)| rest);
        back::begins(rest, TOWNS) || back::begins(rest, above::PLACES)
    };
    [" ở ", " tại "].iter().filter_map(|word| head.rfind(word)).filter(placed).max()
}

/// The last slot of the head with an alternative in it, for which `words` may stand.
pub(super) fn last_open(head: &str, words: &str) -> Option<(usize, &'static str)> {
    let filled = |(at, slot): &(usize, &'static str)| {
        let rest = &head[at + slot.len()..];
        // `công dân có trình độ đại học đạt 5%; đảng viên trẻ 3%`: people have no place among levels
        let people = || units::at(words, 0).is_some_and(|(unit, _)| unit.kind == UnitKind::People);
        let level = matches!(*slot, "trình độ" | "bậc" | "cấp" | "hạng" | "loại") && people();
        // `khối xã, phường` in no place of a level: it opens a slot of its own
        // nor among the forms of a disease, where a place has none either
        let place =
            || back::begins(words, words!["miền núi", "miền xuôi", "đồng bằng", "trung du", "thành thị", "nông thôn"]);
        let level = level || *slot == "thể" && (people() || place());
        let level = level || (*slot != "khối" && back::begins(words, &["khối", "nhóm"]));
        // `đủ các loại vắc xin đạt 95%; tiêm vắc xin sởi 90%`: the thing said again is no other kind of it
        let counted = back::ends(&head[..*at], &["các", "nhiều", "những"])
            || head[..*at].trim_end().ends_with(|c: char| c.is_ascii_digit());
        let level = level || *slot == "loại" && (counted || words.contains(rest.trim()));
        // `các khoa còn lại`: whole by itself
        !(level || rest.trim().is_empty() || back::begins(words, &["các", "những"]))
    };
    SLOTS.iter().filter_map(|slot| find_last(head, slot).map(|at| (at, *slot))).filter(filled).max()
}

/// `trực tuyến`, `khối lượng`, `cấp giấy`: a syllable of another word, or a verb.
fn in_compound(head: &str, at: usize, slot: &str) -> bool {
    let (before, after) = (&head[..at], &head[at + slot.len()..]);
    match slot {
        "tuyến" => {
            back::ends(before, words!["trực", "vô", "hữu", "kinh", "vĩ"])
                || back::begins(after, words!["phố", "đường", "kênh", "đê", "kè", "ống", "cáp", "xe"])
        }
        "cấp" => {
            let given = words![
                "giấy",
                "thẻ",
                "phép",
                "sổ",
                "nước",
                "điện",
                "phát",
                "đổi",
                "mới",
                "bù",
                "mã số",
                "chứng",
                "cứu",
                "bách",
                "thiết",
                "thoát",
                "ủy",
                "ủy viên"
            ];
            at == 0
                || back::begins(after, given)
                || back::ends(before, words!["cung", "trợ", "phụ", "nâng", "phân", "trung", "sơ", "cao"])
        }
        "khối" => back::begins(after, &["lượng", "phố"]),
        "thể" => {
            back::begins(after, words!["thao", "dục", "chất", "chế", "lực", "hiện"])
                || back::ends(before, words!["tập", "đoàn", "có", "cụ", "tổng", "toàn"])
        }
        "nguồn" => back::begins(after, &["lực", "gốc"]) || back::ends(before, &["tại"]),
        "loại" => back::begins(after, &["hình", "trừ"]) || back::ends(before, &["phân", "chủng"]),
        _ => false,
    }
}
