//! What stands around a plain date or period and tells whether something is done then.

use super::{context::Context, followers::begins_with_body};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    text::{
        letters::is_alphanumeric,
        words::{List, Words},
    },
};

/// Right behind `đợt 2`, `lần 1`, `kỳ 2`.
pub(super) fn numbered_round(c: &Context) -> bool {
    let before = c.before.trim_end().trim_end_matches([':', ' ']);
    let head = before.trim_end_matches(|d: char| d.is_ascii_digit()).trim_end();
    head.len() < before.len() && ["đợt", "lần", "kỳ", "vòng"].iter().any(|w| head.ends_with(w))
}

/// `công bố kết quả ngày 15/5/2025`: a clause that begins with its verb and ends with its day, and speaks of no document
/// or meeting whose date it could be.
pub(super) fn dated_duty(c: &Context) -> bool {
    const DATED: &Words = &Words::of(&[
        "tại ",
        "theo ",
        "kết luận",
        "văn bản",
        "biên bản",
        "thông báo",
        "ý kiến",
        "kế hoạch",
        "nghị quyết",
        "quyết định",
        "công văn",
        "công điện",
        "tờ trình",
        "báo cáo",
        "chỉ thị",
        "luật",
        "nghị định",
        "thông tư",
        "đề án",
        "chương trình",
        "hướng dẫn",
        "kỷ niệm",
        "sinh",
        "hợp đồng",
        "phương án",
        "quy chế",
    ]);
    let clause = c.clause().trim();
    c.closes_clause()
        && c.expression.period.as_ref().is_some_and(|p| p.dates().iter().all(|d| d.year().is_some()))
        && TIME_PHRASES.begins_with_verb(clause)
        && !DATED.within(clause)
}

/// `ban hành Thông tư quý IV/2026`, `hoàn thành dự thảo quý III/2026`: a clause whose verb brings something about, and that
/// ends with the month or the quarter; what is told, counted or planned for a time has it for its own (`báo cáo quý IV`).
pub(super) fn timed_duty(c: &Context) -> bool {
    const BRINGS: &Words = &Words::of(&[
        "hoàn thành",
        "hoàn thiện",
        "nghiệm thu",
        "ban hành",
        "trình chính phủ",
        "trình quốc hội",
        "trình thủ tướng",
        "trình bộ",
        "trình ubnd",
        "trình ủy ban",
        "trình hđnd",
        "trình hội đồng",
        "trình chủ tịch",
        "trình cấp",
        "trình ban",
        "trình lãnh đạo",
        "trình thường trực",
        "thẩm định",
        "phê duyệt",
        "khởi công",
        "khánh thành",
        "bàn giao",
        "đưa vào",
        "tổ chức tập huấn",
        "tập huấn",
        "tổ chức hội nghị",
        "tổ chức hội thi",
        "tổ chức hội thảo",
        "tổ chức lễ",
        "lựa chọn",
        "ký kết",
        "thành lập",
        "công bố",
        "ra mắt",
        "mua sắm",
        "lắp đặt",
    ]);
    const TIMED: &Words = &Words::of(&[
        "báo cáo",
        "kế hoạch",
        "chương trình",
        "kết quả",
        "tình hình",
        "số liệu",
        "nhiệm vụ",
        "công tác",
        "hoạt động",
        "chỉ tiêu",
        "dự toán",
        "ngân sách",
        "kinh phí",
        "giao ban",
        "sinh hoạt",
        "họp",
        "sơ kết",
        "tổng kết",
        "tháng hành động",
        "tháng cao điểm",
        "tháng thanh niên",
        " đợt ",
        "kỷ niệm",
        "khối lượng",
        " giá ",
        "chỉ số",
        "thông báo",
        "văn bản",
        "công văn",
        "nghị quyết",
        "quyết định",
        "tờ trình",
        "chỉ thị",
        " theo ",
        " tại ",
        "thi đua",
        "tiền lương",
        "bản tin",
        "danh sách",
        " lịch ",
        " bảng ",
        "thực đơn",
        "quyết toán",
        "thanh toán",
    ]);
    const IN_NAMES: &Words = &Words::of(&["sở", "bộ", "phòng", "ban", "cục", "viện", "và"]);
    const OF_OBJECT: &Words = &Words::of(&[" các ", " những ", " việc ", " được ", " do ", " mới ", " đã "]);
    let clause = c.clause().trim();
    let clause = ["tổ chức ", "tiến hành "].iter().find_map(|how| clause.strip_prefix(how)).unwrap_or(clause);
    let opens = |words: &str| BRINGS.fronts(words).any(|(_, verb)| !words[verb.len()..].starts_with(is_alphanumeric));
    // `rà soát và ban hành …`, `Sở Y tế ban hành …`; in `quyết toán các công trình hoàn thành` it is of the object
    let next = || {
        let mut ands = clause.match_indices(" và ").map(|(at, and)| &clause[at + and.len()..]);
        ands.find(|words| opens(words)).filter(|_| TIME_PHRASES.begins_with_verb(clause))
    };
    let of_body = || {
        let at = BRINGS.find_in(clause).filter(|_| begins_with_body(clause))?;
        let in_name = |at: usize| IN_NAMES.iter().any(|name| clause[..at].trim_end().ends_with(name));
        let acts = TIME_PHRASES.acts.find_iter(&clause[..at]).any(|(act, ())| !in_name(act.start));
        (!acts && !OF_OBJECT.within(&clause[..at])).then(|| &clause[at..])
    };
    let object = if opens(clause) { Some(clause) } else { next().or_else(of_body) };
    c.closes_clause()
        && c.expression.bound.is_none()
        && !c.percent()
        && object.is_some_and(|object| {
            !TIMED.within(object.find(' ').map_or("", |at| &object[at..])) && !object.contains(['/', '('])
        })
}

/// `Chương trình … giai đoạn 2021 - 2030`, `tổng kết giai đoạn 2016 - 2020`: the period belongs to a name or is itself
/// what the verb is about.
pub(super) fn names_a_programme(c: &Context) -> bool {
    const NAMES: &Words = &Words::of(&[
        "chương trình",
        "đề án",
        "chiến lược",
        "kế hoạch",
        "quy hoạch",
        "dự án",
        "nghị quyết",
        "quyết định",
        "phương án",
        "phong trào",
        "cuộc vận động",
        "chỉ thị",
        "mục tiêu",
        "nhiệm kỳ",
        "đại hội",
        "văn kiện",
        "lộ trình",
        "chính sách",
        "chỉ tiêu",
        "danh mục",
        "giải pháp",
        "kết quả",
        "công tác",
        "nhân sự",
    ]);
    // `Thực hiện trong giai đoạn 2022 - 2025`: behind a preposition it is when
    NAMES.within(c.before) || c.follows_verb() && c.expression.bound.is_none()
}

/// `Chung kết ngày 23/3`, `Tựu trường: Khối 9 ngày 22/8`: the last clause names a stage of an event or a class, nothing else.
pub(super) fn is_stage(before: &str) -> bool {
    const STAGES: &Words = &Words::of(&[
        "khai mạc",
        "bế mạc",
        "lễ khai mạc",
        "lễ bế mạc",
        "chung kết",
        "bán kết",
        "vòng loại",
        "vòng chung kết",
        "tổng duyệt",
        "trao giải",
        "tựu trường",
        "khai giảng",
        "bế giảng",
        "khối",
    ]);
    const MOST_WORDS: usize = 8;
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default().trim_start_matches(['-', '+', ' ']);
    let stage = STAGES.fronts(clause).any(|(_, stage)| !clause[stage.len()..].starts_with(is_alphanumeric));
    stage && clause.split(' ').count() <= MOST_WORDS
}
