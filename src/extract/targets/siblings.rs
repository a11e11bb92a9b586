//! Figures that share the words of their neighbours: the same people told of further, the same measure elsewhere, one
//! predicate for two counts.

use std::ops::Range;

use super::{
    back, figure::Counted, lead::Link, measures, predicate::predicate, reading::Reading, state::verb, subject::subject,
};
use crate::{
    lexicon::units::UnitKind,
    text::{behind, words::Words},
};

/// Words that tell something of people or things named before.
const TELLS: &Words = &Words::of(&[
    "được",
    "biết",
    "đạt",
    "có",
    "tham gia",
    "sử dụng",
    "hoàn thành",
    "qua",
    "thực hiện",
    "bảo đảm",
    "đảm bảo",
    "xảy ra",
]);

/// `diện tích chè đạt 900 ha, trong đó có 400 ha được chứng nhận hữu cơ`: a part in the same measure, of which only is told
/// what was done with it.
pub(super) fn same_measure(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let before = n.checked_sub(1).filter(|&m| reading.noun(m).is_some() && reading.noun(m) == reading.noun(n))?;
    let Counted::Noun(_, UnitKind::Measure) = reading.figures[n].unit else { return None };
    let ahead = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let apart = back::ends(ahead, &["trong đó"]) || back::begins(lead, &["trong đó"]);
    let own = predicate(reading, n);
    let tells = back::begins(back::cut(reading.folded, own.clone()), TELLS);
    let same = apart && tells && reading.openings[reading.clause_of[before]] == reading.openings[reading.clause_of[n]];
    let head = head.filter(|_| same)?;
    Some(format!("{} {}", head.trim(), back::cut(reading.plain, own).trim()))
}

/// `75% người học nghề có việc làm; riêng người khuyết tật từ 50% trở lên`: others of whom the same is told.
pub(super) fn same_told(reading: &Reading, n: usize) -> Option<String> {
    let before = n.checked_sub(1).filter(|&m| reading.figures[m].is_rate() && reading.figures[n].is_rate())?;
    let same = reading.openings[reading.clause_of[before]] == reading.openings[reading.clause_of[n]];
    let ahead = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let apart = back::begins(ahead.trim_start_matches([' ', ',']), &["riêng", "riêng đối với"]);
    let own = subject(reading, n);
    let who = back::cut(reading.folded, own.clone());
    // `100% chợ thành thị có điểm thu gom rác; chợ nông thôn đạt 45%`: another of their kind
    let others = back::cut(reading.folded, predicate(reading, before));
    let others = back::cut(others, ..verb(others).unwrap_or(0));
    let kind = |word: &str| others.split(' ').any(|other| other == word);
    let akin = || {
        reading.leads[n].link == Link::Binds
            && reading.clause_of[before] != reading.clause_of[n]
            && who.split(' ').count() <= 5
            && who.split(' ').any(|word| word.len() > 2 && kind(word))
    };
    if !same || !(apart || akin()) || who.is_empty() || verb(who).is_some() || measures::opens(who) {
        return None;
    }
    if !predicate(reading, n).is_empty() || !subject(reading, before).is_empty() {
        return None;
    }
    let words = predicate(reading, before);
    let at = verb(back::cut(reading.folded, words.clone()))?;
    let told = back::cut(reading.plain, words.start + at..words.end).trim();
    Some(format!("{} {told}", back::cut(reading.plain, own).trim()))
}

/// Words that point back to what was counted.
const THEREOF: &Words = &Words::of(&["trong số đó", "trong số này", "số này", "số đó"]);

/// `90% hội viên được vay vốn, 70% được tập huấn`: the people of the share before, with what is told of them here.
pub(super) fn same_people(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let own = telling(reading, n)?;
    // `02 mô hình, 50% trong số đó được nhân rộng`
    if let Some(counted) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n])
        && let Some(noun) = reading.noun(counted)
        && back::begins(back::cut(reading.folded, predicate(reading, n)), THEREOF)
    {
        return Some(format!("{} {}", noun.trim(), back::cut(reading.plain, own).trim()));
    }
    let clause = |m: usize| &reading.clauses[reading.clause_of[m]];
    for m in (n.saturating_sub(4)..n).rev() {
        // what parentheses tell of a share before is passed over
        if clause(m).inner && !clause(n).inner {
            continue;
        }
        // `dạy nghề cho 3.000 lao động, trong đó 80% có việc làm`
        if m + 1 == n
            && reading.clause_of[m] == reading.clause_of[n]
            && counts_people(reading, m)
            && apart_of(reading, n)
        {
            return Some(format!("{} {}", reading.noun(m)?.trim(), back::cut(reading.plain, own).trim()));
        }
        let same = clause(m).sentence == clause(n).sentence && reading.figures[m].is_rate();
        // `Tỷ lệ lao động qua đào tạo đạt 64%, trong đó 25% có chứng chỉ`
        if same && m + 1 == n && apart_of(reading, n) && !subject(reading, m).is_empty() {
            return Some(format!("{} {}", head?.trim(), back::cut(reading.plain, own).trim()));
        }
        if !same || !subject(reading, m).is_empty() {
            return None;
        }
        if telling(reading, m).is_some() {
            continue;
        }
        let words = predicate(reading, m);
        let told = verb(back::cut(reading.folded, words.clone()));
        // `64% lao động qua đào tạo, trong đó 25% có chứng chỉ`
        let whole = words.len();
        let told = told.or_else(|| (m + 1 == n && apart_of(reading, n)).then_some(whole));
        let noun = words.start..words.start + told?;
        let noun = back::cut(reading.plain, noun).trim();
        return Some(format!("{noun} {}", back::cut(reading.plain, own).trim()));
    }
    None
}

fn counts_people(reading: &Reading, m: usize) -> bool {
    matches!(reading.figures[m].unit, Counted::Noun(_, UnitKind::People))
}

/// Does `trong đó` open the words for figure `n`?
fn apart_of(reading: &Reading, n: usize) -> bool {
    let words = back::cut(reading.folded, reading.floor(n)..reading.figures[n].range.start);
    back::tail(words, 60).contains("trong đó")
}

/// `hộ nghèo dùng nước sạch đạt 95%, có nhà tiêu hợp vệ sinh 70%`: the clause goes on with a verb, of the same people.
pub(super) fn goes_on(reading: &Reading, n: usize) -> Option<String> {
    let before = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n])?;
    let start = reading.floor(n);
    let ahead = back::cut(reading.folded, start..reading.leads[n].start);
    let own = ahead.trim_start().strip_prefix(',')?.trim_start();
    let rates = reading.figures[n].is_rate() && reading.figures[before].is_rate();
    if !rates || !back::begins(own, DOES) || own.contains([',', ':']) || !predicate(reading, n).is_empty() {
        return None;
    }
    let people = subject(reading, before);
    let words = back::head(back::cut(reading.folded, people.clone()), 160);
    let at = DOES.iter().filter_map(|w| words.find(&format!(" {w} "))).min()?;
    let own = back::cut(reading.plain, reading.leads[n].start - own.len()..reading.leads[n].start);
    Some(format!("{} {}", back::cut(reading.plain, people.start..people.start + at).trim(), own.trim()))
}

/// `dạy nghề cho 500 lao động, sau đào tạo 80% có việc làm`: when it is told, and of whom.
pub(super) fn afterwards(reading: &Reading, n: usize) -> Option<String> {
    const ONCE: &Words = &Words::of(&["sau", "sau khi", "sau khi được", "sau khóa"]);
    const TAUGHT: &Words =
        &Words::of(&["đào tạo", "học nghề", "học", "tốt nghiệp", "tập huấn", "bồi dưỡng", "dạy nghề"]);
    const FINDS: &Words = &Words::of(&["tìm được", "có", "được", "tự tạo", "làm", "đạt"]);
    let ahead = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let own = behind(ahead, b",;").trim_start();
    let taught = back::begins(back::strip_front_any(own, ONCE)?, TAUGHT) || {
        back::strip_front_any(own, &["sau khi", "sau khi được"]).is_some_and(|rest| back::begins(rest, TAUGHT))
    };
    let words = predicate(reading, n);
    let found = reading.figures[n].is_rate() && back::begins(back::cut(reading.folded, words.clone()), FINDS);
    if !taught || !found || own.split(' ').count() > 7 {
        return None;
    }
    let people = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]);
    let people = people.filter(|&m| matches!(reading.figures[m].unit, Counted::Noun(_, UnitKind::People)));
    let people = people.and_then(|m| reading.noun(m)).unwrap_or_default();
    let own = back::cut(reading.plain, reading.leads[n].start - own.len()..reading.leads[n].start);
    Some(format!("{} {} {}", people.trim(), own.trim(), back::cut(reading.plain, words).trim()).trim().to_owned())
}

/// Verbs that tell what people have or use.
const DOES: &Words =
    &Words::of(&["có", "được", "dùng", "sử dụng", "biết", "tham gia", "tiếp cận", "hưởng", "cài đặt", "đăng ký"]);

/// The words after figure `n` when they only tell of what was counted before.
fn telling(reading: &Reading, n: usize) -> Option<Range<usize>> {
    if !reading.figures[n].is_rate() || reading.leads[n].link == Link::Binds || !subject(reading, n).is_empty() {
        return None;
    }
    let mut words = predicate(reading, n);
    let folded = back::cut(reading.folded, words.clone());
    let rest = back::strip_front_any(folded, THEREOF).unwrap_or(folded);
    words.start = words.end - rest.len();
    back::begins(rest, TELLS).then_some(words)
}

/// `100% kinh phí mua giống cho hộ nghèo, 70% cho hộ cận nghèo`: the same costs, of others.
pub(super) fn for_others(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let before = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n])?;
    let own = predicate(reading, n);
    let whom = back::begins(back::cut(reading.folded, own.clone()), &["cho", "đối với"]);
    let rates = reading.figures[n].is_rate() && reading.figures[before].is_rate();
    let what = head?;
    let at = what.rfind(" cho ").into_iter().chain(what.rfind(" đối với ")).max()?;
    (rates && whom && subject(reading, n).is_empty() && reading.leads[n].link != Link::Binds)
        .then(|| format!("{} {}", &what[..at], back::cut(reading.plain, own).trim()))
}

/// Words before a place.
const WHERE: &[&str] = &["ở", "tại", "đối với"];

/// `lên 70% ở tuyến tỉnh và 85% ở tuyến huyện`: where each of two figures of one measure is reached.
pub(super) fn elsewhere(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let (word, here) = place(reading, n)?;
    let same = |m: usize| {
        reading.clause_of.get(m) == Some(&reading.clause_of[n])
            && place(reading, m).is_some_and(|(other, _)| other == word)
    };
    let here = back::cut(reading.plain, here).trim();
    let own = subject(reading, n);
    if !own.is_empty() {
        let first = reading.leads[n].link == Link::Binds && same(n + 1) && subject(reading, n + 1).is_empty();
        return first.then(|| format!("{} {here}", back::cut(reading.plain, own).trim()));
    }
    let before = n.checked_sub(1).filter(|&m| same(m))?;
    let there = back::cut(reading.plain, place(reading, before)?.1).trim();
    let measure = head?.strip_suffix(there)?.trim_end();
    (!measure.is_empty()).then(|| format!("{measure} {here}"))
}

/// The words after a share or a length of time that say where it is reached, and the word that opens them.
fn place(reading: &Reading, n: usize) -> Option<(&'static str, Range<usize>)> {
    let words = predicate(reading, n);
    let folded = back::cut(reading.folded, words.clone());
    let word = WHERE.iter().find(|w| back::begins(folded, &[w]))?;
    let lasts = matches!(reading.figures[n].unit, Counted::Noun(_, UnitKind::Time));
    ((reading.figures[n].is_rate() || lasts) && folded.split(' ').count() <= 8).then_some((*word, words))
}

/// `03 huyện và 40 xã đạt chuẩn`: what is told of two counts after the second.
pub(super) fn told_of_both<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let next = n + 1;
    let kind = |m: usize| match reading.figures.get(m)?.unit {
        Counted::Noun(_, kind) => Some(kind),
        _ => None,
    };
    // `10 km đường và 02 cầu được thiết kế …` may tell of the second alone
    if !reading.moves_on(n) || kind(n).is_none() || kind(n) != kind(next) {
        return None;
    }
    let own = predicate(reading, n);
    let end = own.end.max(reading.figures[n].range.end);
    let between = back::cut(reading.folded, end..reading.figures[next].range.start).trim();
    if !matches!(between, "và" | ",") || verb(back::cut(reading.folded, own)).is_some() {
        return None;
    }
    let other = predicate(reading, next);
    let words = back::cut(reading.folded, other.clone());
    let told = |&at: &usize| back::begins(&words[at..], &["đạt", "được"]);
    // `40 hợp tác xã, 500 tổ hợp tác do phụ nữ quản lý`
    let run = words.find(" do ").map(|at| at + 1);
    let at = verb(words).filter(told).into_iter().chain(run).min().filter(|_| between == "và" || run.is_some())?;
    Some(back::cut(reading.plain, other.start + at..other.end))
}

/// `100% xưởng hoạt động lại với ít nhất 85% lao động`: a share that tells of the share before it.
pub(super) fn goes_with(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let (end, start) = (reading.figures[before].range.end, reading.leads[n].start);
    let words = back::cut(reading.folded, end..start.max(end));
    reading.figures[n].is_rate()
        && reading.figures[before].is_rate()
        && reading.leads[n].link == Link::None
        && !words.contains([',', ';'])
        && back::strip(words, "với").is_some_and(|rest| !rest.trim().is_empty())
}
