//! What makes a time expression a deadline. The first rule that holds gives the finding its id.

use super::{
    context::{Context, Governor, clause_of, tail},
    exclusions::{covered, lunar_gloss, stands, strives, told},
    periods::period,
    phases::{begins_with_deed, is_phase, is_share_of_year, is_step, milestone, obliged},
    rhythms::rhythm,
    surroundings::is_stage,
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::{List, Words, words},
    },
    value::{Date, Period},
};

/// A rule of this family: which time expressions limit an action.
pub struct TimeRule {
    /// Stable: the `rule` of the facts it finds.
    pub id: &'static str,
    /// One line for the list of rules in the documentation.
    pub finds: &'static str,
    /// Does it hold for an expression where it stands?
    pub(super) holds: fn(&Context) -> bool,
}

/// All rules, the surest first.
pub const RULES: [TimeRule; 8] = [
    TimeRule {
        id: "deadlines.label",
        finds: "the value of a time label or a time column: `Thời gian thực hiện: Quý II/2024`",
        holds: label,
    },
    TimeRule {
        id: "deadlines.within",
        finds: "a length from a trigger: `trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch`",
        holds: within,
    },
    TimeRule {
        id: "deadlines.bound",
        finds: "a bound before a date: `trước ngày 30/11/2025`, `chậm nhất 15/6`, `hoàn thành trong quý II`",
        holds: bound,
    },
    TimeRule {
        id: "deadlines.rhythm",
        finds: "a rhythm that schedules a duty: `định kỳ hằng quý`, `Hằng năm, … báo cáo`, `02 lần/năm`",
        holds: rhythm,
    },
    TimeRule {
        id: "deadlines.parenthesis",
        finds: "a time in parentheses after a duty: `… tổ chức hội nghị (Quý IV/2025)`",
        holds: parenthesis,
    },
    TimeRule {
        id: "deadlines.opening",
        finds: "a time that opens a duty: `Năm 2025: Rà soát …`, `Quý I/2026, hoàn thành …`",
        holds: opening,
    },
    TimeRule {
        id: "deadlines.value",
        finds: "a date or a period that is all a run-in heading says: `Khai giảng: Ngày 05/9/2024`",
        holds: value,
    },
    TimeRule {
        id: "deadlines.period",
        finds: "a period in which a duty is done: `tổ chức từ ngày 01/6 đến ngày 30/6/2025`, `trong tháng 3/2025`",
        holds: period,
    },
];

/// `Thời gian thực hiện: Từ năm 2025 đến hết năm 2030`. Every time in the value counts, `thường xuyên` and bare figures
/// too; the date of a document that the value cites does not.
fn label(c: &Context) -> bool {
    let Some(_) = c.label else { return false };
    // `Tháng 5/2025 (02 ngày)`, `(mỗi lớp 03 ngày)`: how long it takes, not when
    if ((c.parenthesis || c.closes_remark()) && c.expression.within.is_some() && !c.expression.firm)
        || lunar_gloss(c)
        || covered(c)
    {
        return false;
    }
    if is_share_of_year(c) {
        return false;
    }
    let cited = c.cited() || c.quoted() || TIME_PHRASES.ends_in_state(c.before);
    if cited || c.expression.constant && c.after.trim_start().starts_with("về") {
        return false;
    }
    // `theo tiến độ của Luật An ninh mạng 2025`: a bare figure after words is part of a name
    let figure = c.expression.bound.is_none() && c.words.bytes().all(|b| b.is_ascii_digit());
    if figure
        && matches!(c.expression.period, Some(Period::One(Date::Year(_))))
        && c.before.trim_end().ends_with(is_alphabetic)
    {
        return false;
    }
    // words about the time, not the time: a long value must name it with a bound, a rhythm or first
    let at_once = c.before.trim_end().ends_with(':');
    let late = c.before.len() > 160 && c.expression.bound.is_none() && c.expression.rhythm.is_none();
    at_once || !late
}

/// `chậm nhất 05 ngày làm việc sau khi kết thúc đợt kiểm tra`.
fn within(c: &Context) -> bool {
    if c.expression.within.is_none() {
        return false;
    }
    // `Số người bệnh có nhiễm khuẩn trong vòng 30 ngày sau phẫu thuật` is counted, not done
    let counts = ["số ", "tỷ lệ ", "tổng số "].iter().any(|w| c.clause().trim_start().starts_with(w));
    // `trong vòng một giờ đầu sau sinh`: of whom something is done for
    let first_hours = c.after.trim_start().starts_with("đầu");
    let limits = !told(c) && !counts && !first_hours && !measures_a_trigger(c);
    stands(c) && c.expression.firm && limits
}

/// `khi mực nước dâng trên 1 m trong vòng 6 giờ, các xã phải …`: what sets the duty off, not how long it may take.
fn measures_a_trigger(c: &Context) -> bool {
    let clause = c.clause().trim_start();
    let condition = ["khi ", "nếu ", "trường hợp ", "trong trường hợp "].iter().any(|w| clause.starts_with(w));
    let trigger = words![" kể từ ", " sau ", " từ khi "].within(c.words);
    condition && !trigger && c.after.trim_start().starts_with(',')
}

/// `trước ngày 30/11/2025`, `chậm nhất ngày 15/6/2025`, `hoàn thành trong quý II năm 2026`. A bare year needs an action
/// that ends (`hoàn thành … trước năm 2026`): `trước năm 1975` dates a thing.
fn bound(c: &Context) -> bool {
    let e = c.expression;
    let Some(period) = &e.period else {
        // `trước 16 giờ hằng ngày`
        return e.firm && e.rhythm.is_some() && stands(c);
    };
    if !stands(c) || told(c) || c.scope.goals && c.percent() || strives(c) {
        return false;
    }
    let year = matches!(period, Period::One(Date::Year(_)));
    // `hoàn thành mục tiêu đến năm 2025`: the horizon of what is to be reached
    if year && !e.firm && words!["mục tiêu", "chỉ tiêu"].iter().any(|w| c.before.trim_end().ends_with(w)) {
        return false;
    }
    let ends = (c.completes() || c.words.starts_with("xong ")) && !(year && c.share_completes());
    // `100% hệ thống thông tin được giám sát trước năm 2027`: the horizon of a share
    if year && !ends && c.before.contains('%') {
        return false;
    }
    if e.firm {
        return !year || ends || (!c.scope.goals && c.governor() == Governor::Verb);
    }
    let limit = matches!(e.bound, Some(DeadlineRelation::By | DeadlineRelation::On | DeadlineRelation::During));
    let right_after = TIME_PHRASES
        .completion
        .find_iter(tail(c.before, 24))
        .last()
        .is_some_and(|(r, ())| tail(c.before, 24)[r.end..].trim().is_empty());
    // `…, năm 2026 hoàn thành 40 đơn vị`
    let direct = (c.opens_clause() || c.opens_striving()) && c.completes_at_once() && !c.scope.goals;
    (limit || right_after || direct) && ends && !c.scope.title
}

/// What a run-in label calls a part of the time: `Giai đoạn 1 (…):`, `Tuần 2 (…):`, `Chiều thứ Năm (03/9):`.
const PHASES: [&str; 9] = ["giai đoạn", "bước", "đợt", "vòng", "tuần", "thứ ", "sáng", "chiều", "tối"];

/// `… xây dựng phần mềm (2025 - 2026).` The parentheses close the duty or a part of it.
fn parenthesis(c: &Context) -> bool {
    if !c.parenthesis || c.expression.named || !stands(c) || c.scope.goals || told(c) {
        return false;
    }
    // `Giai đoạn 1 (2025 - 2027): Xây dựng …`
    let label = c.before.trim_start_matches(|l: char| !is_alphanumeric(l));
    let phase = PHASES.iter().any(|p| label.starts_with(p)) && label.len() < 32;
    if phase && c.expression.period.is_some() && c.after.starts_with("):") {
        return true;
    }
    let Some(period) = &c.expression.period else {
        return c.expression.rhythm.is_some() || c.expression.constant;
    };
    let before = c.before.trim_end_matches([' ', '(']);
    let renamed =
        before.ends_with(|d: char| d.is_ascii_digit()) || ["hằng năm", "hàng năm"].iter().any(|w| before.ends_with(w));
    let memory = before.contains("kỷ niệm") || before.contains("ngày sinh");
    let ends = c.after.trim_start_matches([' ', ')', '.', '/']).is_empty();
    let day = period.dates().iter().any(|d| matches!(d, Date::Day(_)));
    // `Hoàn thành 03 tuyến: A (tháng 3), B (tháng 6) và C`
    let goes_on = c.after.contains(',') || c.after.starts_with(") và ");
    !renamed && !memory && !looks_back(c, period) && (ends || day || goes_on) && c.governor() != Governor::None
}

/// `tổng kết 10 năm thực hiện Đề án (2016 - 2026)`, `sơ kết giữa nhiệm kỳ (2025 - 2030)`: the years of what is looked back
/// on or of a term; what is done takes none that are over before the plan.
fn looks_back(c: &Context, period: &Period) -> bool {
    const ONES: &Words = &Words::of(&["nhiệm kỳ", "niên khóa", "sơ kết", "tổng kết", " năm thực hiện"]);
    let Period::Span(Date::Year(Some(_)), Date::Year(Some(last))) = period else { return false };
    // `Đảng bộ khóa XV (2025 - 2030)`; `các khóa đào tạo (2026 - 2028)` are held then
    let clause = c.before.rsplit([',', ';', ':']).next().unwrap_or_default().trim_end_matches([' ', '(']);
    let term = clause.rsplit_once("khóa ").is_some_and(|(_, number)| {
        !number.is_empty() && number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x') || b.is_ascii_digit())
    });
    c.issued.is_some_and(|issued| *last < issued) || term || ONES.within(clause)
}

/// `- Năm 2025: Rà soát, tổng kết …`, `Quý I/2026, hoàn thành …`.
fn opening(c: &Context) -> bool {
    let Some(period) = &c.expression.period else {
        return false;
    };
    let after = c.after.trim_start_matches([' ', ',', ':', ')', '-', '–']);
    // `Giai đoạn 2026 - 2030: Mở rộng …`
    let at_once = begins_with_deed(after);
    let named = c.expression.named && !(at_once && (c.after.starts_with(':') || is_phase(c)));
    // `Năm 2013 sơ kết, năm 2015 tổng kết việc thực hiện`
    if c.opens_clause() && milestone(after) && !named && stands(c) && !c.scope.title && !c.percent() {
        return true;
    }
    if is_step(c) && stands(c) && !c.scope.goals && !c.scope.title && !c.percent() && !told(c) {
        return true;
    }
    // `Năm 2026, hoàn thành xây dựng hồ sơ điện tử, 95% hộ dân được …`: what ends comes before any figure
    let clause = clause_of(after);
    let ends_first = TIME_PHRASES.completion.at_start(after).is_some() && !clause.contains('%');
    let year = matches!(period, Period::One(Date::Year(_)));
    let marked = c.after.trim_start().starts_with([',', ':']);
    // `Sở Xây dựng: Quý II/2026 trình phê duyệt`, `Sở Tài chính: Năm 2026, bố trí kinh phí`
    let part = c.opens_part() && (ends_first || at_once && (!year || marked));
    // `Quý I/2026 rà soát, quý II/2026 trình phê duyệt`
    let next = !year && c.begins_next();
    let opens = c.opens() || c.occasion() || part || next || at_once && c.opens_striving() && !c.percent();
    let goal = c.scope.goals && (!ends_first || clause.contains(|d: char| d.is_ascii_digit()));
    if !opens || named || !stands(c) || goal || c.scope.title {
        return false;
    }
    // `Năm 2025: 48.500 triệu đồng` tells what is paid
    let figure = after.starts_with(|c: char| c.is_ascii_digit());
    let schedule = c.scope.schedule.is_some();
    // `Từ nay đến cuối năm, mỗi xã tổ chức …`, `Bắt đầu từ tháng 4/2025, các xã báo cáo …`
    let begins = ["từ nay", "bắt đầu từ", "kể từ"].iter().any(|w| c.words.starts_with(w))
        || matches!(period, Period::From(_)) && (c.body_follows() || at_once);
    if matches!(period, Period::From(_)) && c.after.starts_with(',') && obliged(after) && !c.percent() && !told(c) {
        return true;
    }
    // `Từ nay đến năm 2027 mua sắm máy cho 9 trạm, bảo đảm 75% danh mục`: the share is what comes of it
    let clause = c.after.split([',', ';']).next().unwrap_or_default();
    if c.percent() && !(begins && at_once && !clause.contains('%')) && !ends_first {
        return false;
    }
    // `Bắt đầu từ ngày 01/3/2026.`
    if c.words.starts_with("bắt đầu") && c.opens() && c.closes() {
        return true;
    }
    if begins && (c.after.starts_with(',') && c.duty_follows() || at_once) && !told(c) {
        return true;
    }
    // `Trong năm 2024, Sở Y tế tổ chức …`, `Tháng 5/2026, các đơn vị hoàn thành …`
    let one = matches!(period, Period::One(_));
    if one && c.expression.bound != Some(DeadlineRelation::By) && c.body_follows() && c.duty_follows() && !told(c) {
        return true;
    }
    (c.expression.bound != Some(DeadlineRelation::By) || c.completes())
        // `…; năm 2026 kiểm tra ít nhất 03 tổ chức đảng`, `Năm 2026 thanh tra …` in a plan of the year or before
        && (at_once && (marked || !year || !c.first || to_come(c))
            || (schedule && marked)
            || (marked && c.first && c.after.trim_start().starts_with(':') && !figure))
}

/// Does its year begin with the year of issue or after it?
fn to_come(c: &Context) -> bool {
    let years = c.expression.period.as_ref().map(Period::dates).unwrap_or_default();
    let first = years.iter().filter_map(|date| date.year()).min();
    matches!((first, c.issued), (Some(year), Some(issued)) if year >= issued)
}

/// `- Tựu trường: Ngày 26/8/2024.` The value of a label that says nothing of time is one when it is nothing but a day or
/// a period of days.
fn value(c: &Context) -> bool {
    const HELD: &Words =
        &Words::of(&["hội nghị", "hội thi", "hội thảo", "lễ ", "đại hội", "cuộc thi", "hội diễn", "lớp "]);
    let Some(period) = &c.expression.period else {
        return false;
    };
    let dates = period.dates();
    // `Tình hình thu ngân sách: Quý I/2026`: a quarter is when only behind what is done or held
    let label = c.lead_in();
    let deed = TIME_PHRASES.begins_with_verb(label) || HELD.fronts(label).next().is_some();
    let day = |d: &Date| matches!(d, Date::Day(_) | Date::Month(..)) || deed && matches!(d, Date::Quarter(Some(_), _));
    let day = !dates.is_empty() && dates.iter().all(day);
    let after = c.after.trim_start();
    let alone = !c.expression.named && c.closes() || after.starts_with(['(', ',']) || after.starts_with("tại ");
    let before = c.before.trim_end();
    let before = ["dự kiến", "khoảng", "vào"].iter().find_map(|f| before.strip_suffix(f)).unwrap_or(before).trim_end();
    let told = before.ends_with(':') || c.expression.bound.is_none() && is_stage(before);
    day && told && alone && stands(c) && !c.scope.goals && !c.before.contains("sinh")
}
