//! Finds second agencies that a duty passes on to: `chỉ đạo, hướng dẫn X thực hiện`, `yêu cầu X báo cáo`.

use std::ops::Range;

use super::cues::{self, Cue};
use super::subjects::Subject;
use crate::{
    agency::{Listed, Reader},
    lexicon::agency_words::Kinds,
    model::Role,
    text::words::{Words, words},
};

/// `tham mưu UBND tỉnh chỉ đạo các sở`: the body that is advised tells them, not this one.
fn advised(reader: &Reader, order: usize) -> bool {
    let mut from = order.saturating_sub(160);
    while !reader.folded.is_char_boundary(from) {
        from += 1;
    }
    let clause = reader.folded[from..order].rsplit([',', ';', '.', ':', '\n']).next().unwrap_or_default();
    let start = order - clause.len();
    ["tham mưu cho", "tham mưu, giúp", "tham mưu giúp", "tham mưu", "đề xuất", "trình", "báo cáo", "giúp"]
        .iter()
        .filter_map(|cue| clause.rfind(cue).map(|at| start + at + cue.len()))
        .filter_map(|at| cues::agencies(reader, at))
        .any(|list| reader.blanks(list.range.end) == order)
}

/// Orders by which a body sends its own people, and who they are.
const STAFFING: &Words = &Words::of(&["phân công", "cử", "giao", "lãnh đạo"]);
const PEOPLE: &Words = &Words::of(&[
    "cán bộ",
    "công chức",
    "viên chức",
    "nhân viên",
    "chuyên viên",
    "lãnh đạo",
    "đồng chí lãnh đạo",
    "cấp ủy viên",
    "đảng viên",
    "cố vấn học tập",
    "giáo viên",
    "giảng viên",
    "bác sĩ",
    "thành viên",
]);

/// `phân công cán bộ, công chức theo dõi`: people whom a body sends are no bodies that are told.
pub(super) fn sends_people(reader: &Reader, order: &str, told: &Listed) -> bool {
    let sends = STAFFING.within(order);
    let members = told.agencies.iter().any(|a| a.name == "Các thành viên");
    // `giao công chức Văn hóa - Xã hội`: one office of a commune
    let office = reader.word(told.range.start, "công chức").is_some_and(|end| reader.proper(reader.blanks(end)));
    sends && (members || !office && reader.any(told.range.start, PEOPLE).is_some())
}

/// More orders than any sentence holds; each has the words up to the full stop.
const MOST: usize = 40;

/// Agencies that a duty passes on to: `chỉ đạo, hướng dẫn X thực hiện`, `yêu cầu X báo cáo`.
pub(super) fn passed_on(reader: &Reader, sentence: &Range<usize>, from: usize) -> Vec<Subject> {
    let mut subjects = Vec::new();
    let mut done = from;
    for order in reader.lexemes_from(from) {
        let range = order.range.clone();
        if range.start >= sentence.end || subjects.len() >= MOST {
            break;
        }
        if range.start < done || !order.is(Kinds::ORDER) {
            continue;
        }
        let words = &reader.folded[range.clone()];
        let before = reader.folded[..range.start].trim_end();
        let noun = [
            "theo",
            "sự",
            "công tác",
            "được",
            "đáp ứng",
            "có",
            "các",
            "ý kiến",
            "văn bản",
            "ban",
            "về",
            "việc",
            "thẩm quyền",
        ];
        // `không yêu cầu doanh nghiệp nộp bản sao`
        let denied = ["không", "tránh", "hạn chế", "chưa", "nghiêm cấm", "giảm"];
        // `Đảng ủy lãnh đạo UBND xã cụ thể hóa`; elsewhere `lãnh đạo Sở` are people
        let leads = range.start == reader.blanks(from) || before.ends_with(';');
        if noun.iter().chain(&denied).any(|n| before.ends_with(n))
            || words == "lãnh đạo" && !leads
            || words.contains("đề nghị")
            || advised(reader, range.start)
        {
            continue;
        }
        let mut next = range.end;
        // `chỉ đạo, hướng dẫn và đôn đốc X`
        for _ in 0..3 {
            let mark = reader.blanks(next);
            let after = reader.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| reader.word(mark, "và"));
            let Some(verb) = after.and_then(|a| {
                reader.any(
                    a,
                    words![
                        "hướng dẫn",
                        "đôn đốc",
                        "kiểm tra",
                        "yêu cầu",
                        "giám sát",
                        "định hướng",
                        "phân công",
                        "giao",
                        "quán triệt",
                        "đẩy mạnh",
                    ],
                )
            }) else {
                break;
            };
            next = verb;
        }
        let Some(list) = cues::agencies(reader, next).filter(|l| l.range.end <= sentence.end) else {
            continue;
        };
        done = list.range.end;
        if sends_people(reader, words, &list) {
            continue;
        }
        // `Chỉ đạo X, Y: Phối hợp …`
        let colon = reader.rest(reader.blanks(list.range.end)).strip_prefix(':').map(str::trim_start);
        let ordered = colon.is_some_and(|duty| {
            let duty = reader.kind(reader.folded.len() - duty.len(), Kinds::DUTY);
            duty.is_some_and(|d| !d.is(Kinds::NOUN))
        });
        // `chỉ đạo X các nội dung sau:`
        let items = words!["các nội dung sau", "các nhiệm vụ sau", "một số nội dung sau", "những nội dung sau"];
        let listed = || words.contains("chỉ đạo") && reader.any(list.range.end, items).is_some();
        // `chỉ đạo, hướng dẫn các Trạm Y tế;` tells them, too
        let guided = || {
            let order = &reader.folded[range.start..next];
            let rest = reader.rest(reader.blanks(list.range.end));
            let whole = rest.is_empty() || rest.starts_with(['.', ';', '\n']);
            order.contains("chỉ đạo") && order.contains("hướng dẫn") && whole
        };
        if ordered || cues::duty_follows(reader, list.range.end) || listed() || guided() {
            // `giao Chánh Văn phòng làm đầu mối`, `chỉ đạo Bộ Tài chính chủ trì`
            let leads = reader.kind(reader.blanks(list.range.end), Kinds::LEAD).is_some();
            let role = if leads { Role::Lead } else { Role::Responsible };
            subjects.push(Subject { list, cue: Cue { role, explicit: true }, told: true });
        }
    }
    subjects
}

/// Those of them who are told to lead: `Đảng ủy Chính phủ chỉ đạo Bộ Tài chính chủ trì …`, a duty wherever it stands.
pub(super) fn told_to_lead(reader: &Reader, sentence: &Range<usize>, from: usize) -> Vec<Subject> {
    if !words![" chủ trì", " đầu mối"].within(&reader.folded[sentence.clone()]) {
        return Vec::new();
    }
    let mut told = passed_on(reader, sentence, from);
    told.retain(|subject| subject.cue.role == Role::Lead);
    told
}
