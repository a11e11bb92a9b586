//! When a rhythm is a deadline: it schedules a duty, and neither colours a noun nor is the base of a figure.

use super::{
    context::{Context, Governor, clause_of},
    exclusions::covered,
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    text::words::{Words, words},
    value::{Date, Period},
};

/// `Hằng năm, Sở … báo cáo`; `… tổ chức diễn tập hằng năm.`; `định kỳ 6 tháng`. A rhythm after a noun only colours it
/// (`kế hoạch hằng năm`), and among goals it is the base of a figure.
pub(super) fn rhythm(c: &Context) -> bool {
    const ON: &Words =
        &Words::of(&["theo quy định", "theo đúng", "gửi", "về", "để", "hoặc", "trên", "vào", "tại", "ở"]);
    let e = c.expression;
    let Some(rhythm) = e.rhythm else { return false };
    let still = c.scope.title || c.scope.preamble || c.scope.past || c.quoted() || covered(c);
    if still || c.after.trim_start().starts_with("là ") {
        return false;
    }
    if c.scope.goals && !asked_among_goals(c) && (e.period.is_none() || c.percent())
        || c.heading && e.period.is_none() && !c.words_contain("lần")
    {
        return false;
    }
    // `kết quả tháng trước`, `nhiệm vụ tháng sau`: what is told of, not when
    if e.period.is_none() && e.bound.is_none() && BESIDE.contains(&c.words) {
        return false;
    }
    let before = c.before.trim_end();
    if ["để", "của", "như", "bình quân", "mức", "quá"].iter().any(|w| before.ends_with(w)) {
        return false;
    }
    if e.period.is_none() && (c.qualifies() || counts(c)) {
        return false;
    }
    // `nguồn vận động hằng năm đạt 300 triệu đồng`: the base of a figure
    let measured = ["đạt ", "tăng ", "giảm ", "chiếm "].iter().any(|w| c.after.trim_start().starts_with(w));
    let share_of_unit = clause_of(c.after).contains('%');
    if measured && e.period.is_none() && (!c.opens_clause() || share_of_unit) {
        return false;
    }
    if e.period.is_none() && (tells_of_a_share(c) || lasts(c)) {
        return false;
    }
    if e.period.is_none() && (judges(c) || c.after.trim_start().starts_with("lần lượt")) {
        return false;
    }
    if e.side {
        return times_a_deed(c);
    }
    // `kết quả kiểm kê hằng năm (năm 2025) của các đơn vị`: a plain year is no schedule by itself
    let plain_year = e.bound.is_none() && matches!(e.period, Some(Period::One(Date::Year(_))));
    // `vốn trung hạn giai đoạn 2021 - 2025 và hằng năm`
    if e.named && e.bound.is_none() && c.governor() == Governor::Noun {
        return false;
    }
    if (e.period.is_some() && !plain_year) || e.periodic || e.slot || rhythm.weekdays != 0 {
        return true;
    }
    let after = c.after.trim_start_matches([' ', ',', ':']);
    let verb = TIME_PHRASES.begins_with_verb(after);
    if c.opens() || c.words_contain("lần") {
        return true;
    }
    let governor = c.rhythm_governor();
    let colours = governor == Governor::Noun;
    // `Ngoài đợt cao điểm, hằng tháng các xã rà soát`
    if c.opens_clause() && (verb || c.counts_soon() || c.body_acts()) || c.follows_verb() {
        return true;
    }
    if verb && !c.closes_clause() {
        return !colours;
    }
    let rest = c.after.trim_start();
    // `kiểm tra liên ngành mỗi năm từ 8 đến 10 đơn vị`
    let count = rest.strip_prefix("từ ").or_else(|| rest.strip_prefix("ít nhất ")).unwrap_or(rest);
    let counted = count.starts_with(|c: char| c.is_ascii_digit()) && !c.scope.goals && !c.percent();
    let goes_on = counted
        || ON.iter().any(|w| crate::text::begins(rest, w)) && !more_than(rest)
        // `xét nghiệm hằng tuần cho công nhân`; `phương tiện thay thế hằng năm cho các đội` is what is replaced
        || rhythm.days() < 100 && ["cho ", "bằng "].iter().any(|w| crate::text::begins(rest, w))
        || rest.strip_prefix("và ").is_some_and(|rest| TIME_PHRASES.begins_with_verb(rest));
    // `Sao lưu dữ liệu hằng ngày.`: any verb at the head of the sentence
    let headed = governor == Governor::None && TIME_PHRASES.begins_with_verb(before.trim_start());
    (c.closes_clause() || goes_on) && (headed || governor == Governor::Verb)
}

/// The month of a report or one beside it, without a day.
const BESIDE: [&str; 6] =
    ["tháng trước", "tháng sau", "tháng báo cáo", "tháng kế tiếp", "tháng liền kề", "tháng tiếp theo"];

/// `mỗi năm kiểm tra tối thiểu 10% số cơ sở`, `đào tạo nghề cho 1.800 lao động mỗi năm`: the base of a figure.
fn counts(c: &Context) -> bool {
    const OCCASIONS: &Words =
        &Words::of(&["lần", "đợt", "cuộc", "buổi", "kỳ", "phiên", "lớp", "hội nghị", "số", "chuyên đề"]);
    let clause = clause_of(c.after);
    let things =
        c.closes_clause() && c.clause().contains(|d: char| d.is_ascii_digit()) && !OCCASIONS.within(c.clause());
    // `mỗi ngày không quá 7 tiết học`, `mỗi ngày 3 người`: so many at once
    let next = clause.trim_start();
    let most = ["không quá ", "tối đa ", "khoảng "].iter().find_map(|w| next.strip_prefix(w)).unwrap_or(next);
    let parts = ["mỗi ngày", "mỗi buổi", "mỗi tuần"].contains(&c.words)
        && most.starts_with(|c: char| c.is_ascii_digit())
        && !OCCASIONS.within(most);
    c.words.starts_with("mỗi ") && !c.words_contain("lần") && (clause.contains('%') || things || parts)
}

/// `Đơn vị chủ trì: … Báo cáo hằng quý.`, `cứ 2 năm một lần, …`: what is asked for beside the goals, without a figure.
fn asked_among_goals(c: &Context) -> bool {
    let asks = words!["báo cáo", "định kỳ báo cáo", "chế độ báo cáo", "giao ban"];
    let figure = c.before.contains(|d: char| d.is_ascii_digit());
    let ends = c.closes() || ["về ", "gửi "].iter().any(|w| c.after.trim_start().starts_with(w));
    let report = asks.iter().any(|w| c.lead_in().starts_with(w)) && ends && !figure;
    // `…; định kỳ hằng quý công bố kết quả`
    let deed = c.expression.periodic && c.opens_clause() && TIME_PHRASES.begins_with_verb(c.after.trim_start());
    let counts = || clause_of(c.after).contains(|d: char| d.is_ascii_digit());
    report || c.words.starts_with("cứ ") && !c.percent() || deed && !counts()
}

/// `đào tạo 3 tháng, 6 tháng, 1 năm`: how long something may take; `họp 6 tháng, 1 năm` is when.
fn lasts(c: &Context) -> bool {
    const COMES: &Words = &Words::of(&["báo cáo", "họp", "giao ban", "sơ kết", "tổng kết", "đánh giá", "kiểm tra"]);
    let spans = c.words.starts_with(|d: char| d.is_ascii_digit())
        && ["1 năm", "01 năm", "một năm"].iter().any(|year| c.words.ends_with(year));
    spans && !c.opens() && !c.expression.periodic && !COMES.within(c.before)
}

/// `100% hộ dân được tập huấn định kỳ hằng năm`: how often tells what the share is of.
fn tells_of_a_share(c: &Context) -> bool {
    let clause = c.clause().trim_start();
    let share = clause.split_once('%').is_some_and(|(_, whose)| whose.contains(" được "));
    share && !c.opens_clause() && !TIME_PHRASES.begins_with_verb(clause)
}

/// `là tiêu chí để đánh giá cán bộ hằng năm`, `gắn với việc đánh giá đảng viên hằng năm`: what results are for.
fn judges(c: &Context) -> bool {
    const FOR: &Words =
        &Words::of(&["tiêu chí ", "làm căn cứ ", "là căn cứ ", "làm cơ sở ", "là cơ sở ", "gắn ", "thước đo "]);
    const JUDGED: &Words = &Words::of(&[
        "đánh giá",
        "xếp loại",
        "phân loại",
        "bình xét",
        "thi đua",
        "khen thưởng",
        "quy hoạch",
        "bổ nhiệm",
    ]);
    let sentence = c.before.rsplit(';').next().unwrap_or_default();
    let what = FOR.find_in(sentence).map(|at| &sentence[at..]);
    what.is_some_and(|what| {
        [" để ", " với ", " trong ", " cho "].iter().filter_map(|w| what.find(w)).any(|at| JUDGED.within(&what[at..]))
    })
}

/// `Cuối tháng, họp tổ`, `giao ban cuối tháng`, `đánh giá vào cuối quý`: a side of the month before what is done, or
/// right behind it.
fn times_a_deed(c: &Context) -> bool {
    let deed = TIME_PHRASES.begins_with_verb(c.after.trim_start_matches([' ', ',', ':'])) || c.body_acts();
    if c.opens_clause() {
        return deed;
    }
    c.closes_clause() && (c.follows_verb() || c.expression.bound.is_some() && c.governor() == Governor::Verb)
}

/// `trên 8 tỷ đồng` counts, `trên địa bàn` does not.
fn more_than(rest: &str) -> bool {
    rest.strip_prefix("trên ").is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}
