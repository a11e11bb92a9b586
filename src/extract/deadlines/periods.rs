//! When a plain period or date is a deadline: something is done in it.

use super::{
    context::{Context, Governor, tail},
    exclusions::{coloured_year, stands, strives, told},
    phases::is_phase,
    surroundings::{dated_duty, names_a_programme, numbered_round, timed_duty},
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::words::Words,
    value::{Date, Period},
};

/// `tổ chức từ ngày 01/6 đến ngày 30/6/2025`, `trình trong quý II/2025`, `tổng kết vào năm 2025`, `từ năm 2026 trở đi`.
pub(super) fn period(c: &Context) -> bool {
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
        (Some(DeadlineRelation::During), _) => duty || c.opens_clause() || numbered_round(c),
        (Some(DeadlineRelation::By), _) if year => {
            verb && c.closes() && (c.words_contain("hết") || c.words_contain("cuối"))
        }
        (Some(DeadlineRelation::On | DeadlineRelation::By), _) => duty,
        // `Triển khai thí điểm giai đoạn 2026 - 2027, nhân rộng giai đoạn 2028 - 2030`
        (None, Period::Span(..)) if e.named && is_phase(c) && c.follows_trial() => c.closes_clause(),
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
        // `kiểm tra dự kiến tháng 12/2026`
        (None, Period::One(_) | Period::Span(..)) if !year && expected(c) => duty && c.closes_clause(),
        (None, Period::Span(..)) => {
            let opens = c.opens_clause() || c.occasion() || numbered_round(c);
            (duty || opens || TIME_PHRASES.ends_in_event(c.before)) && c.words_contain("từ")
        }
        (None, Period::From(_)) => duty && (!year || c.closes_clause() || c.after.trim_start().starts_with("theo")),
        (None, Period::Event) => verb && c.words_contain("từ"),
        // `Khởi công đầu năm 2024, hoàn thành cuối năm 2025`
        (None, Period::One(_)) if PARTS.iter().any(|p| c.words.starts_with(p)) => verb && c.closes_clause(),
        // `khảo sát giữa kỳ năm 2026, cuối kỳ năm 2028`
        (None, Period::One(Date::Year(_))) if of_a_round(c) => {
            (verb || c.acts()) && (c.closes_clause() || c.after.trim_start().starts_with("và "))
        }
        // `Khởi công năm 2026, hoàn thành năm 2028`
        (None, Period::One(Date::Year(_))) if begins_works(c) || paired_reviews(c) => {
            c.closes_clause() || c.after.trim_start().starts_with("và ")
        }
        // `Dự án Luật (trình Quốc hội năm 2026)`
        (None, Period::One(_)) if c.closes_remark() => verb,
        // `đợt cao điểm chuyển sang quý III`
        (None, Period::One(_)) if c.before.trim_end().ends_with(" sang") => duty,
        // `đợt 1 trong tháng 3, đợt 2 tháng 9/2025`
        (None, Period::One(_)) if numbered_round(c) => true,
        // `sinh hoạt chi bộ tháng 9/2026`
        (None, Period::One(Date::Month(..))) if at_meeting(c) => verb,
        // `nghiệm thu đề tài quý III năm 2026`
        (None, Period::One(Date::Month(Some(_), _) | Date::Quarter(Some(_), _))) if timed_duty(c) => true,
        // `Khối 9 ngày 22/8/2026; các khối còn lại ngày 28/8/2026`, `… tổ chức điểm, ngày 08/11/2026`
        (None, Period::One(Date::Day(_))) if parallel_day(c) || c.closes() && after_comma(c) => true,
        (None, Period::One(Date::Day(_))) => {
            let part_of_day = ["sáng", "chiều", "tối"].iter().any(|p| c.before.trim_end().ends_with(p));
            TIME_PHRASES.ends_in_event(c.before) || duty && (part_of_day || c.words.contains(" đến ")) || dated_duty(c)
        }
        _ => false,
    }
}

/// Is the year that of the first, the middle or the last of several looks at the same thing?
fn of_a_round(c: &Context) -> bool {
    const ROUNDS: [&str; 7] = ["ban đầu", "đầu kỳ", "giữa kỳ", "cuối kỳ", "giữa kì", "cuối kì", "bước đầu"];
    let before = c.before.trim_end();
    ROUNDS.iter().any(|round| before.ends_with(round))
}

/// Is the start or the handing over of works all that the clause says before the year?
fn begins_works(c: &Context) -> bool {
    let clause = c.clause().trim();
    let clause = clause.strip_prefix("và ").unwrap_or(clause);
    ["khởi công", "động thổ", "khánh thành", "nghiệm thu", "bàn giao", "khởi công xây dựng"].contains(&clause)
}

/// `trong sinh hoạt định kỳ tháng 6/2026`, `tại kỳ họp tháng 9/2026`: the month of a meeting in which something is done.
fn at_meeting(c: &Context) -> bool {
    const MEETINGS: &Words = &Words::of(&["sinh hoạt", "kỳ họp", "phiên họp", "cuộc họp", "giao ban", "buổi họp"]);
    const LONGEST: usize = 48;
    let near = tail(c.clause(), LONGEST);
    let Some(at) = MEETINGS.last_in(near) else { return false };
    [" trong ", " tại ", " vào ", " trong kỳ ", " tại kỳ ", " trong buổi ", " tại buổi "]
        .iter()
        .any(|w| near[..at].ends_with(w))
}

/// Is it when something is expected: `dự kiến quý IV/2026`?
fn expected(c: &Context) -> bool {
    c.before.trim_end().ends_with("dự kiến")
}

/// The day of the next of several things, each before its own, closes its clause as the one before closed its own.
fn parallel_day(c: &Context) -> bool {
    const LONGEST: usize = 60;
    let Some((earlier, _)) = c.lead[..c.lead.len() - c.before.len()].rsplit_once(';') else { return false };
    let last = earlier.rsplit(' ').next().unwrap_or_default();
    let dated = last.matches('/').count() == 2 && last.ends_with(|d: char| d.is_ascii_digit());
    let day = earlier[..earlier.len() - last.len()].trim_end().ends_with("ngày");
    dated && day && c.closes() && c.words.starts_with("ngày ") && c.before.len() < LONGEST && !c.before.contains('(')
}

/// Does it stand behind the comma that closes a duty?
fn after_comma(c: &Context) -> bool {
    let before = c.before.trim_end();
    let Some(duty) = before.strip_suffix(',') else { return false };
    let clause = duty.rsplit([',', ';', ':']).next().unwrap_or_default().trim_start();
    c.governor() == Governor::Verb && !clause.contains(" số ") && TIME_PHRASES.acts.find_iter(clause).next().is_some()
}

/// `sơ kết năm 2028 và tổng kết năm 2030`: the year of one of two looks back; of one alone it may be what is looked at.
fn paired_reviews(c: &Context) -> bool {
    const REVIEWS: [&str; 2] = ["sơ kết", "tổng kết"];
    let before = c.before.trim_end();
    let after = c.after.trim_start().trim_start_matches([',', ' ']);
    let after = after.strip_prefix("và ").unwrap_or(after);
    let follows = || {
        REVIEWS
            .iter()
            .any(|review| after.strip_prefix(review).is_some_and(|rest| rest.trim_start().starts_with("năm 2")))
    };
    let Some(first) = REVIEWS.iter().find_map(|review| before.strip_suffix(review)) else { return false };
    let dated = |review: &str| first.rsplit_once(review).is_some_and(|(_, since)| since.contains("năm 2"));
    follows() || REVIEWS.iter().any(|review| dated(review))
}

/// Words that make a year a time of the year.
const PARTS: [&str; 3] = ["đầu năm", "giữa năm", "cuối năm"];
