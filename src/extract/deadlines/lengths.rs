//! Lengths of time as limits: `trong thời hạn 10 ngày kể từ …`, `trước ngày họp 10 ngày`, `không quá 10 ngày`.

use super::{
    bounds::{LENGTH_CUES, TRIGGERS_AFTER, TRIGGERS_BEFORE},
    context::tail,
    expression::Expression,
};
use crate::{
    lexicon::time_phrases::TIME_PHRASES,
    model::DeadlineRelation,
    text::{
        begins,
        letters::is_alphanumeric,
        words::{List, Words, words},
    },
    value::{Cursor, Date, Figures, Period, Unit, period::clause, read_date, read_duration},
};

/// What follows an hour of the day.
const CLOCK: &Words = &Words::of(&["ngày", "hằng", "hàng", "sáng", "chiều", "thứ", "phút"]);

/// `trong thời hạn 10 ngày kể từ ngày …`, `chậm nhất 05 ngày sau khi …`
pub(super) fn length(c: &mut Cursor, folded: &str, label: bool, into: &mut Expression) -> bool {
    if into.within.is_some() || into.period.is_some() {
        return false;
    }
    let start = c.at();
    let cue = c.keyed(LENGTH_CUES);
    let after = cue.is_none() && c.word("sau");
    let Some((length, end)) = read_duration(folded, c.blanks().at()) else {
        return false;
    };
    if matches!(length.unit, Unit::Minute | Unit::Hour) && cue.is_some_and(|c| c.0 == DeadlineRelation::Before) {
        // `trước 16 giờ` is an hour of the day
        return false;
    }
    c.seek(end);
    let next = c.blanks().rest().trim_start_matches([',', ' ']);
    if length.unit == Unit::Hour
        && (next.starts_with(|d: char| d.is_ascii_digit()) || CLOCK.iter().any(|w| next.starts_with(w)))
    {
        // `chậm nhất là 17 giờ ngày 01/02` is an hour of the day
        return false;
    }
    // `trong 24 giờ đầu kể từ …`
    c.blanks().any(&["đầu tiên", "đầu"]);
    // `trước 31 tháng 3` is a day
    if length.unit == Unit::Month && c.rest().trim_start().starts_with(|d: char| d.is_ascii_digit()) {
        return false;
    }
    // `trong 24 tháng, kể từ tháng 7/2025`
    let mut behind = *c;
    if cue.is_some()
        && behind.blanks().literal(",")
        && ["kể từ", "tính từ"].iter().any(|t| behind.blanks().rest().starts_with(t))
    {
        *c = behind;
    }
    // `6 tháng trước ngày 25/6` is no length before a day, `chậm nhất 05 ngày trước ngày họp` is
    let next = c.blanks().rest();
    // `05 ngày làm việc sau đó gửi kế hoạch`
    let after_that = !after && begins(next, "sau đó");
    let trigger = TRIGGERS_AFTER.iter().any(|t| next.starts_with(t))
        || cue.is_some() && TRIGGERS_BEFORE.iter().any(|t| next.starts_with(t))
        || label && next.starts_with("sau ");
    // `trong 01 ngày làm việc`: days of an office's work are a limit, unless something lasts them
    let working = folded[start..end].ends_with("làm việc") && !lasts(folded, start);
    // `thi trong vòng 90 phút` is how long it takes
    let lesson = length.unit == Unit::Minute && !answers(folded, start);
    let firm = cue.is_some_and(|c| {
        c.1 && !lesson || working && (c.0 == DeadlineRelation::During || folded[start..].starts_with("không quá"))
    });
    let short = !matches!(length.unit, Unit::Year | Unit::Quarter);
    let alone = label && length.unit != Unit::Minute && c.rest().trim_start_matches([' ', '.', ';', ')']).is_empty();
    let limits = cue.is_some_and(|c| matches!(c.0, DeadlineRelation::By | DeadlineRelation::During));
    let handled = limits && short && handles(folded, start, end);
    let handed = after && matches!(length.unit, Unit::Day | Unit::Week) && hands_over(folded, start, end);
    if !(trigger || after_that || (firm && short) || alone || handled || handed) {
        return false;
    }
    if after_that {
        c.word("sau đó");
    } else if trigger {
        let words = trigger_words(c.rest());
        c.seek(c.at() + words);
    } else {
        c.seek(end);
    }
    into.bound = cue.map(|c| c.0).or(after.then_some(DeadlineRelation::From)).or(into.bound);
    into.firm |= firm || trigger || after_that || handled || handed;
    into.within = Some(length);
    true
}

/// How far a trigger reaches: to the end of its clause, or to what must be done or follows (`… phải có văn bản`).
fn trigger_words(rest: &str) -> usize {
    const DUTY: [&str; 5] = [" phải ", " có trách nhiệm ", " thì ", " mà ", " cần "];
    const MOST_LISTED: usize = 80;
    const ISSUED: &Words = &Words::of(&[
        "kể từ ngày ban hành",
        "kể từ ngày ký ban hành",
        "kể từ ngày ký",
        "kể từ khi ban hành",
        "sau khi ban hành",
        "sau ngày ban hành",
        "tính từ ngày ban hành",
    ]);
    let first = clause(rest);
    // `kể từ ngày luật, nghị quyết, pháp lệnh được thông qua`: what happens stands behind a list
    let listed = rest[first..].starts_with(", ") && rest[..first].split(' ').count() <= 5;
    let passive =
        rest[first..].find(" được ").filter(|at| listed && *at < MOST_LISTED && !rest[..first].contains(" được "));
    let passive = passive.filter(|at| !rest[first..first + at].contains([';', '.', ':', '(', '\t', '\n']));
    let words = &rest[..passive.map_or(first, |at| first + at + clause(&rest[first + at..]))];
    // `kể từ ngày ban hành Kế hoạch này các xã phải …`: who must begins a clause of its own
    let named = [" này các ", " này mỗi "].iter().find_map(|who| words.find(who)).map(|at| at + " này".len());
    // `kể từ ngày ban hành tổ chức sơ kết`: what is done begins right behind what happens
    let at_once = ISSUED.fronts(words).map(|(_, issued)| issued.len()).max();
    let done = at_once.filter(|&at| TIME_PHRASES.begins_with_verb(words[at..].trim_start()));
    DUTY.iter().filter_map(|duty| words.find(duty)).chain(named).chain(done).min().unwrap_or(words.len())
}

/// `Hội nghị diễn ra trong 02 ngày làm việc`
fn lasts(folded: &str, start: usize) -> bool {
    let before = folded[..start].trim_end();
    ["diễn ra", "kéo dài", "tổ chức", "tập huấn", "học", "thời gian"].iter().any(|w| before.ends_with(w))
}

/// `giải quyết hồ sơ nộp qua mạng không quá 10 ngày.`: how long a case may take, at the end of its clause.
fn handles(folded: &str, start: usize, end: usize) -> bool {
    const CASES: &Words = &Words::of(&[
        "hồ sơ",
        "giải quyết",
        "xử lý",
        "thẩm định",
        "trả lời",
        "phúc đáp",
        "thủ tục",
        "cấp giấy",
        "trả kết quả",
        "phản ánh, kiến nghị",
        "duyệt",
        "góp ý",
        "phản hồi",
        "khắc phục",
    ]);
    let near = tail(&folded[..start], 160).rsplit([';', '\n']).next().unwrap_or_default().trim_end();
    // `rút ngắn thời gian giải quyết còn tối đa 05 ngày` is a goal
    let shortened = near.rsplit(',').next().is_some_and(|part| part.contains("rút ngắn"));
    let aimed = shortened || ["còn", "xuống", "xuống còn", "từ"].iter().any(|word| near.ends_with(word));
    closes(&folded[end..]) && !aimed && CASES.within(near)
}

/// `báo cáo trong vòng 30 phút`, `có mặt trong vòng 15 phút`: what is done within minutes.
fn answers(folded: &str, start: usize) -> bool {
    let near = tail(&folded[..start], 120).rsplit([';', '\n']).next().unwrap_or_default();
    words!["báo cáo", "có mặt", "xử lý", "phản hồi", "báo tin", "thông báo"].within(near)
}

/// `gửi kết quả về Sở Y tế sau 03 ngày.`: how long after something another body has it, at the end of its clause.
fn hands_over(folded: &str, start: usize, end: usize) -> bool {
    const HANDED: &Words =
        &Words::of(&["gửi", "nộp", "trả", "báo cáo", "trình", "thông báo", "ban hành", "công bố", "bàn giao"]);
    let clause = tail(&folded[..start], 120).rsplit([';', ',', ':', '\n', '\t', '(']).next().unwrap_or_default();
    let clause = clause.rsplit(". ").next().unwrap_or_default();
    // `Nghiệm thu công trình sau 30 ngày` hands nothing over
    let hands = |words: &str| HANDED.fronts(words).any(|(_, verb)| !words[verb.len()..].starts_with(is_alphanumeric));
    let clause = clause.trim_start_matches(|l: char| !is_alphanumeric(l));
    let next = || clause.match_indices(" và ").any(|(at, and)| hands(&clause[at + and.len()..]));
    closes(&folded[end..]) && TIME_PHRASES.begins_with_verb(clause) && (hands(clause) || next())
}

/// Does a clause end before the words?
fn closes(after: &str) -> bool {
    let after = after.trim_start();
    after.is_empty() || after.starts_with(['.', ';', ',', ')', '\n'])
}

/// `chậm nhất 43 ngày trước ngày bầu cử, tức là ngày 31/01/2026`: the day that a length comes to.
pub(super) fn told_as_day(c: &mut Cursor, folded: &str, into: &mut Expression) {
    let mut tail = *c;
    if into.within.is_none() || into.period.is_some() || into.rhythm.is_some() {
        return;
    }
    let opened = !tail.literal(",") && tail.blanks().literal("(");
    if tail.blanks().any(words!["tức là", "tức", "nghĩa là"]).is_none() {
        return;
    }
    tail.blanks().any(words!["trước", "chậm nhất là", "chậm nhất", "vào", "đến hết", "đến"]);
    let Some((day, end)) = read_date(folded, tail.blanks().at(), Figures::Bare) else { return };
    tail.seek(end);
    if !matches!(day, Date::Day(_)) || opened && !tail.literal(")") {
        return;
    }
    into.period = Some(Period::One(day));
    into.range.end = tail.at();
    *c = tail;
}

/// `trước ngày bầu cử 10 ngày`, `sau khi kết thúc đợt kiểm tra 01 ngày`: the trigger first, the length at the end of
/// the clause.
pub(super) fn length_after_trigger(c: &mut Cursor, folded: &str, into: &mut Expression) -> bool {
    // those that need no name: `trước đại hội 30 ngày`
    const EVENTS: &Words = &Words::of(&[
        "trước lễ",
        "trước lễ khai mạc",
        "trước lễ khai giảng",
        "trước hội nghị",
        "trước hội thi",
        "trước kỳ họp",
        "trước đại hội",
        "trước phiên họp",
        "trước cuộc họp",
        "trước buổi họp",
        "trước bầu cử",
        "trước tết",
        "trước tết nguyên đán",
        "trước kỳ thi",
        "trước mùa mưa bão",
        "trước năm học",
    ]);
    const EVENTS_OVER: &Words = &Words::of(&[
        "sau đối thoại",
        "sau hội nghị",
        "sau đại hội",
        "sau kỳ họp",
        "sau cuộc họp",
        "sau phiên họp",
        "sau buổi họp",
        "sau kiểm tra",
        "sau giám sát",
        "sau bầu cử",
    ]);
    const TRIGGERS: &Words = &Words::of(&["trước ngày", "trước khi", "trước mỗi", "sau ngày", "sau khi", "sau mỗi"]);
    if into.within.is_some() || into.period.is_some() || into.rhythm.is_some() {
        return false;
    }
    let limit = c.any(words!["chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất"]).is_some();
    c.blanks();
    let event = c.any(EVENTS).is_some();
    let over = !event && c.any(EVENTS_OVER).is_some();
    let event = event || over;
    let bound = match if event { Some(0) } else { c.any(TRIGGERS) } {
        Some(_) if over => DeadlineRelation::From,
        Some(0..=2) => DeadlineRelation::Before,
        Some(_) => DeadlineRelation::From,
        None => return false,
    };
    let rest = c.rest();
    let words = &rest[..clause(rest)];
    let Some(figure) = words.find(|d: char| d.is_ascii_digit()) else {
        return false;
    };
    let Some((length, end)) = read_duration(folded, c.at() + figure) else {
        return false;
    };
    let named = (event || !words[..figure].trim().is_empty()) && words[..figure].ends_with(' ');
    let days = matches!(length.unit, Unit::Day | Unit::Week);
    // `Trước khi khai giảng 07 ngày, …`, `… 07 ngày phải thông báo …`
    let told = ["phải", "cần"].iter().any(|w| begins(folded[end..].trim_start(), w));
    if !named || !days || !(told || end == c.at() + words.len()) {
        return false;
    }
    c.seek(end);
    into.bound = Some(if limit { DeadlineRelation::By } else { bound });
    into.firm = true;
    into.within = Some(length);
    true
}
