//! What makes a time expression a deadline. The first rule that holds gives the finding its id.

use super::{
    context::{Context, Governor, tail},
    exclusions::{coloured_year, covered, lunar_gloss, stands, strives, told},
    phases::{begins_with_deed, is_phase, is_share_of_year, is_step, milestone, obliged},
    surroundings::{dated_duty, is_stage, names_a_programme, numbered_round},
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::{Words, words},
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
    let late = c.before.len() > 160 && c.expression.bound.is_none() && c.expression.rhythm.is_none();
    !late
}

/// `chậm nhất 05 ngày làm việc sau khi kết thúc đợt kiểm tra`.
fn within(c: &Context) -> bool {
    // `Số người bệnh có nhiễm khuẩn trong vòng 30 ngày sau phẫu thuật` is counted, not done
    let counts = ["số ", "tỷ lệ ", "tổng số "].iter().any(|w| c.clause().trim_start().starts_with(w));
    // `trong vòng một giờ đầu sau sinh`: of whom something is done for
    let first_hours = c.after.trim_start().starts_with("đầu");
    c.expression.within.is_some() && stands(c) && c.expression.firm && !told(c) && !counts && !first_hours
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
    let direct = c.opens_clause() && c.completes_at_once() && !c.scope.goals;
    (limit || right_after || direct) && ends && !c.scope.title
}

/// `Hằng năm, Sở … báo cáo`; `… tổ chức diễn tập hằng năm.`; `định kỳ 6 tháng`. A rhythm after a noun only colours it
/// (`kế hoạch hằng năm`), and among goals it is the base of a figure.
fn rhythm(c: &Context) -> bool {
    const ON: &Words =
        &Words::of(&["theo quy định", "theo đúng", "gửi", "về", "để", "hoặc", "trên", "vào", "tại", "ở"]);
    let e = c.expression;
    let Some(rhythm) = e.rhythm else { return false };
    let still = c.scope.title || c.scope.preamble || c.scope.past || c.quoted() || covered(c);
    if still || c.after.trim_start().starts_with("là ") {
        return false;
    }
    if c.scope.goals && (e.period.is_none() || c.percent())
        || c.heading && e.period.is_none() && !c.words_contain("lần")
    {
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
    if measured && e.period.is_none() && !c.opens_clause() {
        return false;
    }
    // `kết quả kiểm kê hằng năm (năm 2025) của các đơn vị`: a plain year is no schedule by itself
    let plain_year = e.bound.is_none() && matches!(e.period, Some(Period::One(Date::Year(_))));
    // `vốn trung hạn giai đoạn 2021 - 2025 và hằng năm`
    if e.named && e.bound.is_none() && c.governor() == Governor::Noun {
        return false;
    }
    if (e.period.is_some() && !plain_year) || e.periodic || rhythm.weekdays != 0 {
        return true;
    }
    let after = c.after.trim_start_matches([' ', ',', ':']);
    let verb = TIME_PHRASES.begins_with_verb(after);
    if c.opens() || c.words_contain("lần") {
        return true;
    }
    let governor = c.rhythm_governor();
    let colours = governor == Governor::Noun;
    if c.opens_clause() && (verb || c.counts_soon()) || c.follows_verb() {
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

/// `mỗi năm kiểm tra tối thiểu 10% số cơ sở`, `đào tạo nghề cho 1.800 lao động mỗi năm`: the base of a figure.
fn counts(c: &Context) -> bool {
    const OCCASIONS: &Words =
        &Words::of(&["lần", "đợt", "cuộc", "buổi", "kỳ", "phiên", "lớp", "hội nghị", "số", "chuyên đề"]);
    let clause = c.after.split([',', ';', '(']).next().unwrap_or_default();
    let things =
        c.closes_clause() && c.clause().contains(|d: char| d.is_ascii_digit()) && !OCCASIONS.within(c.clause());
    c.words.starts_with("mỗi ") && !c.words_contain("lần") && (clause.contains('%') || things)
}

/// `trên 8 tỷ đồng` counts, `trên địa bàn` does not.
fn more_than(rest: &str) -> bool {
    rest.strip_prefix("trên ").is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

/// `… xây dựng phần mềm (2025 - 2026).` The parentheses close the duty or a part of it.
fn parenthesis(c: &Context) -> bool {
    if !c.parenthesis || c.expression.named || !stands(c) || c.scope.goals || told(c) {
        return false;
    }
    // `Giai đoạn 1 (2025 - 2027): Xây dựng …`
    let label = c.before.trim_start_matches(|l: char| !is_alphanumeric(l));
    let phase = ["giai đoạn", "bước", "đợt", "vòng"].iter().any(|p| label.starts_with(p)) && label.len() < 32;
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
    !renamed && !memory && (ends || day || c.after.contains(',')) && c.governor() != Governor::None
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
    if !(c.opens() || c.occasion()) || named || !stands(c) || c.scope.goals || c.scope.title {
        return false;
    }
    let marked = c.after.trim_start().starts_with([',', ':']);
    // `Năm 2025: 48.500 triệu đồng` tells what is paid
    let figure = after.starts_with(|c: char| c.is_ascii_digit());
    let year = matches!(period, Period::One(Date::Year(_)));
    let schedule = c.scope.schedule.is_some();
    // `Từ nay đến cuối năm, mỗi xã tổ chức …`, `Bắt đầu từ tháng 4/2025, các xã báo cáo …`
    let begins = ["từ nay", "bắt đầu từ", "kể từ"].iter().any(|w| c.words.starts_with(w))
        || matches!(period, Period::From(_)) && (c.body_follows() || at_once);
    if matches!(period, Period::From(_)) && c.after.starts_with(',') && obliged(after) && !c.percent() && !told(c) {
        return true;
    }
    // `Từ nay đến năm 2027 mua sắm máy cho 9 trạm, bảo đảm 75% danh mục`: the share is what comes of it
    let clause = c.after.split([',', ';']).next().unwrap_or_default();
    if c.percent() && !(begins && at_once && !clause.contains('%')) {
        return false;
    }
    if begins && (c.after.starts_with(',') && c.duty_follows() || at_once) && !told(c) {
        return true;
    }
    // `Trong năm 2024, Sở Y tế tổ chức …`
    if year && c.expression.bound != Some(DeadlineRelation::By) && c.body_follows() && c.duty_follows() && !told(c) {
        return true;
    }
    (c.expression.bound != Some(DeadlineRelation::By) || c.completes())
        // `…; năm 2026 kiểm tra ít nhất 03 tổ chức đảng`
        && (at_once && (marked || !year || !c.first)
            || (schedule && marked)
            || (marked && c.first && c.after.trim_start().starts_with(':') && !figure))
}

/// `- Tựu trường: Ngày 26/8/2024.` The value of a label that says nothing of time is one when it is nothing but a day or
/// a period of days.
fn value(c: &Context) -> bool {
    let Some(period) = &c.expression.period else {
        return false;
    };
    let dates = period.dates();
    let day = !dates.is_empty() && dates.iter().all(|d| matches!(d, Date::Day(_) | Date::Month(..)));
    let after = c.after.trim_start();
    let alone = !c.expression.named && c.closes() || after.starts_with(['(', ',']) || after.starts_with("tại ");
    let before = c.before.trim_end();
    let before = ["dự kiến", "khoảng", "vào"].iter().find_map(|f| before.strip_suffix(f)).unwrap_or(before).trim_end();
    let told = before.ends_with(':') || c.expression.bound.is_none() && is_stage(before);
    day && told && alone && stands(c) && !c.scope.goals && !c.before.contains("sinh")
}

/// `tổ chức từ ngày 01/6 đến ngày 30/6/2025`, `trình trong quý II/2025`, `tổng kết vào năm 2025`, `từ năm 2026 trở đi`.
fn period(c: &Context) -> bool {
    let e = c.expression;
    let Some(period) = &e.period else {
        return false;
    };
    if !stands(c) || told(c) || c.scope.goals || c.scope.title || c.scope.preamble || strives(c) {
        return false;
    }
    // a year is when a share is to be reached; a month or a day is when something is done
    if c.percent_of_duty() && period.dates().iter().all(|d| matches!(d, Date::Year(_))) {
        return false;
    }
    let verb = c.governor() == Governor::Verb;
    // a noun takes a year for its own, hardly a month or a day
    let duty = c.governor() != Governor::None;
    let year = period.dates().iter().all(|d| matches!(d, Date::Year(_)));
    // of one year: `(26/3/1931 - 26/3/2026)` is an anniversary
    let days = period
        .dates()
        .windows(2)
        .all(|two| matches!(two, [Date::Day(first), Date::Day(next)] if first.year == next.year));
    match (e.bound, period) {
        // a bare year is the plan's own: `Đề án … từ nay đến năm 2020`
        (_, Period::Until(until)) => {
            let own = until.year().is_none_or(|year| c.titled(year, year)) || coloured_year(c);
            duty && (!year || verb && c.closes_clause() && (c.words_contain("hết") || !own))
        }
        // `tổng kết Kế hoạch vào cuối năm 2025`: `vào` belongs to the verb
        (Some(DeadlineRelation::On), _) if year => {
            (verb || c.acts()) && (c.closes_clause() || c.next_duty() || c.object_follows())
        }
        // `di dời các hộ trong giai đoạn 2024 - 2025, mở rộng từ năm 2026`
        (Some(DeadlineRelation::During), Period::Span(..)) if year && e.named => {
            let duty = verb && !coloured_year(c) || TIME_PHRASES.begins_with_verb(c.before.trim_start());
            duty && (c.closes_clause() || c.next_duty()) && !names_a_programme(c)
        }
        (Some(DeadlineRelation::During), _) if year => verb && (c.closes() || c.next_duty()) && !coloured_year(c),
        (Some(DeadlineRelation::During), _) => duty || c.opens_clause(),
        (Some(DeadlineRelation::By), _) if year => {
            verb && c.closes() && (c.words_contain("hết") || c.words_contain("cuối"))
        }
        (Some(DeadlineRelation::On | DeadlineRelation::By), _) => duty,
        // a term of office is the body's, and after a noun a period is the noun's: `giải pháp … giai đoạn 2021 - 2025`
        (None, Period::Span(..)) if e.named => {
            let body = c.words_contain("nhiệm kỳ") || c.words_contain("khóa");
            verb && c.closes() && !body && !names_a_programme(c)
        }
        (None, Period::Span(..)) if year => {
            let duty = verb || TIME_PHRASES.begins_with_verb(c.before.trim_start());
            duty && c.closes() && c.words_contain("từ")
        }
        // `thi ngày 06 và 07/6/2025`, `tập huấn ngày 16 - 17/10`
        (None, Period::Span(..) | Period::Several(_)) if days && !c.words_contain("từ") => {
            TIME_PHRASES.ends_in_event(c.before) || verb && c.closes_clause() || dated_duty(c)
        }
        (None, Period::Span(..)) => {
            let opens = c.opens_clause() || c.occasion();
            (duty || opens || TIME_PHRASES.ends_in_event(c.before)) && c.words_contain("từ")
        }
        (None, Period::From(_)) => duty && (!year || c.closes_clause() || c.after.trim_start().starts_with("theo")),
        (None, Period::Event) => verb && c.words_contain("từ"),
        // `Khởi công đầu năm 2024, hoàn thành cuối năm 2025`
        (None, Period::One(_)) if PARTS.iter().any(|p| c.words.starts_with(p)) => verb && c.closes_clause(),
        // `Dự án Luật (trình Quốc hội năm 2026)`
        (None, Period::One(_)) if c.closes_remark() => verb,
        // `đợt cao điểm chuyển sang quý III`
        (None, Period::One(_)) if c.before.trim_end().ends_with(" sang") => duty,
        // `đợt 1 trong tháng 3, đợt 2 tháng 9/2025`
        (None, Period::One(_)) if numbered_round(c) => true,
        (None, Period::One(Date::Day(_))) => {
            let part_of_day = ["sáng", "chiều", "tối"].iter().any(|p| c.before.trim_end().ends_with(p));
            TIME_PHRASES.ends_in_event(c.before) || duty && (part_of_day || c.words.contains(" đến ")) || dated_duty(c)
        }
        _ => false,
    }
}

/// Words that make a year a time of the year.
const PARTS: [&str; 3] = ["đầu năm", "giữa năm", "cuối năm"];
