//! What a sentence puts before its subject: a case, a time without a comma.

use super::cues;
use crate::agency::Reader;

/// What stands before a subject without a comma: `nếu có vướng mắc các đơn vị …`, `định kỳ hằng quý các xã …`.
const PARTED: [&str; 14] = [
    "vướng mắc",
    "khó khăn",
    "phát sinh",
    "cần thiết",
    "hằng năm",
    "hàng năm",
    "hằng quý",
    "hàng quý",
    "hằng tháng",
    "hàng tháng",
    "tháng, năm",
    "quý, năm",
    "6 tháng",
    ", năm",
];

/// Do the words before a body put nothing before it but a case or a time: `Trước ngày 30/6/2026 các xã …`?
pub(super) fn parts(before: &str) -> bool {
    PARTED.iter().any(|w| before.ends_with(w)) || before.ends_with(|c: char| c.is_ascii_digit()) || measured(before)
}

/// `trong vòng 05 ngày làm việc các xã gửi …`: a time that is measured, from its `trong` on.
fn measured(before: &str) -> bool {
    const UNITS: [&str; 6] = ["ngày", "tuần", "tháng", "giờ", "phút", "quý"];
    const OPENS: [&str; 9] = [
        "trong",
        "trong vòng",
        "trong thời hạn",
        "trong thời gian",
        "sau",
        "chậm nhất",
        "chậm nhất sau",
        "ít nhất",
        "không quá",
    ];
    let before = before.strip_suffix(" làm việc").unwrap_or(before);
    let Some(before) = UNITS.iter().find_map(|unit| before.strip_suffix(unit)?.strip_suffix(' ')) else {
        return false;
    };
    let (opening, number) = before.rsplit_once(' ').unwrap_or_default();
    let counts = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    counts && OPENS.iter().any(|o| opening.strip_suffix(o).is_some_and(|b| b.is_empty() || b.ends_with(' ')))
}

/// How far a case reaches, in bytes.
const CASE: usize = 160;

/// `Địa phương nào để xảy ra vi phạm thì người đứng đầu chịu trách nhiệm`, `Đơn vị nào gửi chậm, Văn phòng Sở nhắc nhở`:
/// where those who act stand after the case.
pub(super) fn after_case(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let window = reader.ahead(from, CASE.min(end.saturating_sub(from)));
    let case = window.find(" nào ").or_else(|| failing(window))?;
    let plain = |to: usize| !window[..to].contains(['.', ';', ':', '\n']);
    if let Some(then) = window[case..].find(" thì ").map(|then| case + then) {
        return plain(then).then(|| reader.blanks(from + then + " thì ".len()));
    }
    let mut commas = window[case..].match_indices(", ").map(|(at, _)| case + at).take_while(|&at| plain(at));
    commas.find_map(|comma| {
        let at = from + comma + ", ".len();
        let list = cues::agencies(reader, at).filter(|_| reader.begins(at))?;
        (list.range.end <= end && cues::duty_follows(reader, list.range.end)).then_some(at)
    })
}

/// `Các đơn vị chưa báo cáo đúng hạn, Giám đốc Sở …`: where those who fail in something are told of, before any comma.
fn failing(window: &str) -> Option<usize> {
    const WHO: [&str; 8] =
        ["các đơn vị", "những đơn vị", "đơn vị", "các cơ quan", "cơ quan", "các xã", "các địa phương", "địa phương"];
    let who = WHO.iter().find(|who| window.starts_with(**who))?.len();
    let fails = window.get(who..)?;
    let rest = [" chưa ", " không "].iter().find_map(|not| fails.strip_prefix(not))?;
    // what they must not do is a duty of their own
    let duty = ["được ", "để ", "tổ chức ", "phải "].iter().any(|d| rest.starts_with(d));
    (!duty && rest.contains(", ")).then_some(who)
}
