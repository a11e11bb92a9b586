//! What keeps a time from being a deadline: names, citations, states, the past, what is only counted.

use super::context::{Context, Governor, clause_of};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    text::{
        floor,
        letters::is_alphanumeric,
        words::{List, Words, words},
    },
    value::{Date, Period},
};

/// `phấn đấu đến ngày 31/01/2026 giải ngân trên 95% kế hoạch vốn`: the horizon of a share.
pub(super) fn strives(c: &Context) -> bool {
    !c.expression.firm && c.before.trim_end().ends_with("phấn đấu") && c.percent()
}

/// `nhiệm vụ trong năm 2025`, `đối với các nhiệm vụ triển khai trong năm 2025`: the year colours a noun.
pub(super) fn coloured_year(c: &Context) -> bool {
    c.before.contains("đối với") || c.governor() == Governor::Noun
}

/// What keeps any time in running text from being a deadline: part of a name, of a citation, of a title, of the past.
pub(super) fn stands(c: &Context) -> bool {
    let e = c.expression;
    let last = e.period.as_ref().and_then(|p| p.dates().iter().filter_map(|d| d.year()).max());
    let past = matches!((last, c.issued), (Some(year), Some(issued)) if year < issued);
    let open_past = c.after.trim_start().starts_with("đến nay");
    let bounded = e.bound.is_some() || c.parenthesis || c.words.starts_with("bắt đầu");
    let named = (!bounded && TIME_PHRASES.ends_in_name(c.before) && !phase(c) && !days_of_label(c)) || in_state(c);
    let preamble = c.scope.preamble
        && (!e.firm || ["căn cứ", "thực hiện", "theo", "xét"].iter().any(|w| c.before.trim_start().starts_with(w)));
    !(past
        || open_past
        || named
        || preamble
        || c.scope.past
        || c.quoted()
        || c.cited()
        || lunar_gloss(c)
        || attached(c)
        || repeats_title(c)
        || covered(c)
        || measures(c)
        || reaches(c)
        || is_year_of_a_figure(c)
        || counts_each(c)
        || leads_in(c)
        || has_come_of_it(c)
        || is_when_a_share_is_reached(c)
        || meets_goals(c)
        || (c.scope.title && !e.firm))
}

/// `Giai đoạn 1: Từ tháng 8/2023`: the label of a stretch of the plan.
fn phase(c: &Context) -> bool {
    let label = c.before.trim_start_matches(|l: char| !is_alphanumeric(l)).trim_end();
    label.ends_with(':') && label.len() < 24 && label.starts_with("giai đoạn")
}

/// `mỗi bệnh viện có tối thiểu 01 cán bộ dinh dưỡng vào năm 2025`: when so many for each are reached.
fn counts_each(c: &Context) -> bool {
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    let Some(each) = c.clause().rfind("mỗi ").map(|at| &c.clause()[at..]) else { return false };
    let Some((_, had)) = each.split_once(" có ") else { return false };
    let least = ["ít nhất ", "tối thiểu ", "từ "].iter().find_map(|w| had.strip_prefix(w)).unwrap_or(had);
    year && !c.expression.firm && least.starts_with(|d: char| d.is_ascii_digit())
}

/// `Tổng kết năm học: từ ngày 24/5 đến ngày 30/5/2027`: days behind a colon are no part of the name before it.
fn days_of_label(c: &Context) -> bool {
    let dates = c.expression.period.as_ref().map(Period::dates).unwrap_or_default();
    // `triển khai bệnh án điện tử giai đoạn 1 từ quý III năm 2023`: nor is what is finer than a year behind a phase's number
    let finer = dates.iter().all(|date| matches!(date, Date::Day(_) | Date::Month(..) | Date::Quarter(..)));
    let numbered = c.before.trim_end().ends_with(|d: char| d.is_ascii_digit());
    let day = dates.iter().all(|date| matches!(date, Date::Day(_)));
    !dates.is_empty() && (c.before.trim_end().ends_with(':') && day || numbered && finer)
}

/// `ngày 15/02/2026 (ngày 28 tháng Chạp âm lịch)`: the same day by the other calendar.
pub(super) fn lunar_gloss(c: &Context) -> bool {
    const LUNAR: &Words = &Words::of(&["âm lịch", "tháng chạp", "tháng giêng"]);
    // `(tức từ ngày 13 đến ngày 18 tháng Chạp)`
    let remark = c.before.rfind('(').map_or("", |at| &c.before[at..]);
    let other_name = ["(tức ", "(tức là ", "(nhằm ", "(nhằm ngày "].iter().any(|w| remark.starts_with(w));
    c.parenthesis && LUNAR.within(c.words) || other_name && !remark.contains(')')
}

/// `giải ngân đến ngày 31/12/2025 đạt trên 95%`, `đến hết niên độ (31/01/2026) đạt 100%`: when a share is to be reached.
fn reaches(c: &Context) -> bool {
    let after = c.after.trim_start_matches([' ', ')', ',']);
    let after = ["mới ", "đã ", "chỉ "].iter().find_map(|how| after.strip_prefix(how)).unwrap_or(after);
    !c.expression.firm
        && ["đạt ", "phải đạt ", "ước đạt ", "chiếm "].iter().any(|w| after.starts_with(w))
        && clause_of(after).contains('%')
}

/// `đạt 72 tuổi (năm 2025), 74 tuổi (năm 2030)`: the year in which a figure is reached.
fn is_year_of_a_figure(c: &Context) -> bool {
    const NEAR: usize = 3;
    const REACHED: &Words = &Words::of(&["đạt ", "tăng lên ", "tăng ", "giảm còn ", "giảm xuống ", "nâng lên "]);
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    let figure = |words: &str| words.rsplit(' ').take(NEAR).any(|word| word.starts_with(|d: char| d.is_ascii_digit()));
    year && c.parenthesis && REACHED.within(c.before) && figure(c.before.trim_end_matches([' ', '(']))
}

/// `Vụ xuân năm 2026 (từ tháng 3 đến tháng 4) toàn xã đã tiêm …`, `Trong quý I/2026, huyện đã tổ chức được 12 lớp`: how
/// much came of what was done then.
fn has_come_of_it(c: &Context) -> bool {
    const NEAR: usize = 100;
    let years = c.expression.period.as_ref().map(Period::dates).unwrap_or_default();
    let last = years.iter().filter_map(|date| date.year()).max();
    // `Năm 2027: Xây dựng được 02 mô hình`, `phấn đấu trồng được 10 ha`: what is still to come of it
    let to_come = matches!((last, c.issued), (Some(last), Some(issued)) if last > issued);
    if to_come || c.expression.firm || c.expression.rhythm.is_some() || c.before.contains("phấn đấu") {
        return false;
    }
    let clause = clause_of(c.after.trim_start_matches([' ', ',', ')']));
    let clause = &clause[..floor(clause, NEAR)];
    let figure = |words: &str| words.starts_with(|d: char| d.is_ascii_digit());
    // `Quý IV/2026, xây dựng được 02 mô hình` is a plan, but for what is over when that is issued
    let over = !years.is_empty() && years.iter().all(|date| c.is_over(*date));
    let got = |(at, word): (usize, &str)| {
        let verb = clause[..at].trim_end();
        (over || verb.starts_with("đã ") || verb.contains(" đã "))
            && figure(&clause[at + word.len()..])
            && TIME_PHRASES.acts.find_iter(verb).any(|(range, ())| range.end == verb.len())
    };
    let did = |(at, word): (usize, &str)| TIME_PHRASES.begins_with_verb(&clause[at + word.len()..]);
    // `rà soát số hộ đã tiêm`: the past of what the duty is about
    let subject = |(at, _): &(usize, &str)| {
        let who = &clause[..*at];
        !words![" nếu ", " khi ", " mà ", " theo "].within(who) && TIME_PHRASES.acts.find_iter(who).next().is_none()
    };
    clause.match_indices(" được ").any(got)
        || (c.parenthesis || c.closes_remark()) && !c.acts() && clause.match_indices(" đã ").filter(subject).any(did)
}

/// `100% bệnh viện thanh toán không dùng tiền mặt trước tháng 12/2026`, `đến ngày 30/6/2026, trên 95% chủ xe được tập
/// huấn`: the horizon of a share that opens its clause or the one that follows. What all must do by a limit is a duty.
fn is_when_a_share_is_reached(c: &Context) -> bool {
    // within less than a year it is when all do it, unless it is done to them (`100% chủ xe được tập huấn`)
    let dates = c.expression.period.as_ref().map(Period::dates).unwrap_or_default();
    let fine = dates.iter().all(|date| matches!(date, Date::Day(_) | Date::Month(..) | Date::Quarter(..)));
    let duty = |words: &str| {
        let act = TIME_PHRASES.acts.find_iter(clause_of(words)).next();
        act.is_some_and(|(act, ())| {
            (fine || c.expression.firm) && !words![" được ", " có ", " đạt "].within(&words[..act.start])
        })
    };
    let opens = |words: &str| {
        let mut words = words.trim_start_matches(|l: char| !is_alphanumeric(l));
        while let Some((_, how)) = SHARED.fronts(words).next() {
            words = words[how.len()..].trim_start();
        }
        words.split_once('%').is_some_and(|(figure, whose)| {
            let number = |d: char| d.is_ascii_digit() || matches!(d, ',' | '.' | ' ' | '-' | '–');
            !figure.is_empty() && figure.chars().all(number) && !duty(whose)
        })
    };
    let before = c.before.trim_end();
    let follows = || before.is_empty() || before.ends_with([',', ':', '(', '-', '+']);
    c.expression.period.is_some()
        && c.expression.rhythm.is_none()
        && (opens(c.clause()) || follows() && c.after.starts_with(',') && opens(c.after))
}

/// What may stand before a share that opens a clause.
const SHARED: &Words = &Words::of(&[
    "phấn đấu",
    "bảo đảm",
    "đảm bảo",
    "phải",
    "có",
    "ít nhất",
    "tối thiểu",
    "trên",
    "hơn",
    "khoảng",
    "từ",
]);

/// `tập trung các nhiệm vụ trong năm 2025 như sau:`: the time of all that is listed below.
fn leads_in(c: &Context) -> bool {
    let after = c.after.trim_start();
    let lists = ["như sau", "cụ thể như sau", "sau đây", "gồm các nội dung sau"].iter().any(|w| after.starts_with(w));
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    lists && year && !c.expression.firm
}

/// `có hiệu lực từ ngày …`, `số liệu đến ngày …`; `mốc thời gian kiểm tra: từ …`; `gửi số liệu trước ngày …` is a duty.
fn in_state(c: &Context) -> bool {
    // `hoàn thành việc thành lập trước ngày …`
    let acted_on = ["số liệu", "thành lập", "kỷ niệm"];
    let before = c.before.trim_end();
    let looked_at = c.before.trim_start_matches(|l: char| !is_alphanumeric(l)).starts_with("mốc ");
    looked_at
        || TIME_PHRASES.ends_in_state(c.before) && !(c.expression.firm && acted_on.iter().any(|w| before.ends_with(w)))
}

/// `số liệu tính từ ngày 15 tháng trước đến ngày 14 tháng báo cáo`: what a report covers, not when it is due.
pub(super) fn covered(c: &Context) -> bool {
    let plain = ["từ", "đến", "ngày", "tính"].iter().any(|w| c.words.starts_with(w));
    if c.expression.firm || !plain {
        return false;
    }
    let counted = c.before.rfind("số liệu").is_some_and(|at| {
        let (before, after) = (c.before[..at].trim_end(), &c.before[at + "số liệu".len()..]);
        let opens = before.is_empty() || before.ends_with([',', ':', ';', '-', '(']) || before.ends_with("chốt");
        opens || ["tính", "lấy", "chốt", "báo cáo"].iter().any(|w| after.contains(w))
    });
    counted || c.lead_in().starts_with("kỳ báo cáo")
}

/// `Trên đây là Kế hoạch kiểm tra cuối năm 2025.` names the plan again; what it asks for begins a clause.
fn repeats_title(c: &Context) -> bool {
    const ASKS: &Words = &Words::of(&["đề nghị", "yêu cầu", "giao", "các đơn vị", "các cơ quan"]);
    !c.expression.firm && c.lead_in().strip_prefix("trên đây là ").is_some_and(|title| !ASKS.within(title))
}

/// `(Kèm theo Kế hoạch … ngày …)`
fn attached(c: &Context) -> bool {
    c.before.contains("kèm theo") && c.before.contains('(')
}

/// `Số hộ kinh doanh vào năm 2026: 250 hộ`: when what is measured is reached.
fn measures(c: &Context) -> bool {
    const MEASURES: &Words =
        &Words::of(&["số", "tổng số", "tỷ lệ", "tỉ lệ", "tổng diện tích", "diện tích", "sản lượng"]);
    let label = c.lead_in();
    let opens = MEASURES.fronts(label).any(|(_, w)| label[w.len()..].starts_with(' '));
    let after = c.after.trim_start().strip_prefix(':').map(str::trim_start);
    opens && !c.expression.firm && after.is_some_and(|after| after.starts_with(|d: char| d.is_ascii_digit()))
}

/// `hoàn thành 20 chỉ tiêu phát triển kinh tế - xã hội`: what is completed are goals, whatever they are called after.
fn meets_goals(c: &Context) -> bool {
    let year = matches!(c.expression.period, Some(Period::One(Date::Year(_))));
    let Some((_, done)) = c.clause().rsplit_once("hoàn thành ") else { return false };
    let done = done.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let done = ["các ", "những ", "đạt ", "tốt ", "toàn bộ "].iter().find_map(|w| done.strip_prefix(w)).unwrap_or(done);
    ["chỉ tiêu ", "mục tiêu ", "các chỉ tiêu ", "các mục tiêu "].iter().any(|w| done.starts_with(w))
        && year
        && !c.expression.firm
}

/// The clause tells what has happened: `đã … trước ngày`, `xảy ra từ ngày`.
pub(super) fn told(c: &Context) -> bool {
    // `nơi xảy ra vụ việc`, `khi xảy ra dịch`: what may happen
    const MAY_BE: [&str; 7] = [" nơi", " khi", " nếu", " để", " có thể", " trường hợp", " nguy cơ"];
    // `Báo cáo 6 tháng (số liệu tính đến 31/3) gửi trước ngày 05/4`: a remark tells of something else
    let clause = c.clause().rsplit(')').next().unwrap_or_default();
    // `trình Ban Chỉ đạo thông qua trong quý III` is still to be done
    let to_be = |range: &std::ops::Range<usize>| {
        clause[range.clone()].ends_with("thông qua")
            && c.before[..c.before.len() - clause.len() + range.start].contains("trình ")
    };
    let may_be = |range: &std::ops::Range<usize>| {
        clause[range.clone()].ends_with("xảy ra")
            && MAY_BE.iter().any(|w| clause[..range.start].trim_end().ends_with(w))
    };
    // `Thẩm định các ca tử vong xảy ra tại cơ sở y tế trong 15 ngày kể từ …`: what the duty is about
    let is_object = |range: &std::ops::Range<usize>| {
        c.expression.within.is_some()
            && clause[range.clone()].ends_with("xảy ra")
            && TIME_PHRASES.begins_with_verb(clause.trim_start())
    };
    // `các công trình đã quyết toán phải bố trí đủ vốn`: what must be done with what has happened
    let must = |range: &std::ops::Range<usize>| [" phải ", " cần "].iter().any(|w| clause[range.end..].contains(w));
    let near = TIME_PHRASES
        .past
        .find_iter(clause)
        .any(|(range, ())| !to_be(&range) && !may_be(&range) && !must(&range) && !is_object(&range));
    let after = TIME_PHRASES.past.find_iter(c.after).next().is_some_and(|(range, ())| range.start < 60);
    // `chậm nhất ngày 15/12 bàn giao phần đã số hóa`
    let duty = TIME_PHRASES.begins_with_verb(c.after.trim_start_matches([' ', ',', ':']));
    near || (c.opens() && after && !duty)
}
