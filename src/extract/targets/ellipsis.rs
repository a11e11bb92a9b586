//! Words that a figure leaves out because others of its sentence have them, and figures inside the words of others.

use super::{
    acts::{ACTS, end_in_act},
    back,
    breaks::ends,
    figure::Counted,
    horizon,
    lead::Link,
    measures,
    namers::is_money,
    predicate::predicate,
    reading::Reading,
    state::verb,
    subject::subject,
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        behind, fold,
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// `02 khu công nghiệp được công nhận năm 2027, 05 khu năm 2030`: is the noun of figure `n` that of the figure before,
/// cut short, with nothing told of it?
pub(super) fn same_noun(reading: &Reading, n: usize, head: &str) -> bool {
    let Some((before, noun)) = n.checked_sub(1).zip(reading.noun(n)) else { return false };
    let noun = fold(noun.trim());
    let end = reading.figures[n].range.end;
    let time = horizon::starting_at(&reading.times, back::skip_blanks(reading.folded, end));
    let told = back::cut(reading.folded, time.map_or(end, |time| time.range.end)..predicate(reading, n).end);
    let own = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    matches!(reading.figures[before].unit, Counted::Noun(..))
        && reading.clause_of[before] == reading.clause_of[n]
        && told.trim().is_empty()
        && own.trim_end().ends_with(',')
        && back::strip_front_any(&fold(head), &[&noun]).is_some_and(|rest| !rest.trim().is_empty())
        && reading.noun(before).is_some_and(|other| back::begins(&fold(other.trim()), &[&noun]))
}

/// `112 bé trai/100 bé gái vào năm 2026 và 110 bé trai/100 bé gái vào năm 2030`: is figure `n` the ratio before it at
/// another time, with nothing told of it?
pub(super) fn same_ratio(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let ratio = |m: usize| {
        let figure = &reading.figures[m];
        let base = back::cut(reading.folded, figure.per.clone()?);
        let digits = base.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let noun = match &figure.unit {
            Counted::Noun(noun, _) => back::cut(reading.folded, noun.clone()).trim(),
            _ => "",
        };
        (digits > 0).then(|| (noun, &base[..digits]))
    };
    let dated = |at: usize| {
        let time = horizon::starting_at(&reading.times, back::skip_blanks(reading.folded, at));
        time.map_or(at, |time| time.range.end)
    };
    let own = back::cut(reading.folded, dated(reading.floor(n))..reading.leads[n].start);
    let told = back::cut(reading.folded, dated(reading.figures[n].range.end)..predicate(reading, n).end);
    ratio(n).is_some()
        && ratio(n) == ratio(before)
        && matches!(own.trim(), "" | "," | "và" | ", và" | "còn")
        && told.trim_matches([' ', ',', '.']).is_empty()
}

/// `đạt 4,2 điểm (năm 2019: 4,05 điểm)`: is figure `n` the one before its parentheses in another year?
pub(super) fn in_another_year(reading: &Reading, n: usize) -> bool {
    let clause = &reading.clauses[reading.clause_of[n]];
    let opens = back::skip_blanks(reading.folded, clause.range.start);
    let time = horizon::starting_at(&reading.times, opens);
    let alone = time.is_some_and(|time| {
        let own = back::cut(reading.folded, time.range.end..reading.leads[n].start).trim_matches([' ', ':']);
        let after = back::cut(reading.folded, reading.figures[n].range.end..clause.range.end);
        matches!(own, "" | "là" | "đạt") && after.trim().is_empty()
    });
    let noun = |m: usize| reading.noun(m).map(|noun| fold(noun.trim()));
    alone
        && clause.inner
        && noun(n).is_some()
        && n.checked_sub(1).is_some_and(|m| reading.clause_of[m] + 1 == reading.clause_of[n] && noun(m) == noun(n))
}

/// `là 250 hộ, tăng 30 hộ so với năm 2020`: does figure `n` only say how far the count before it moves?
pub(super) fn moved(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let noun = |m: usize| reading.noun(m).map(|noun| fold(noun.trim()));
    // `Số ca mắc là 12, giảm 5 ca`
    let bare = |m: usize| reading.figures[m].unit == Counted::Nothing && reading.figures[m].per.is_none();
    let own = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let end = reading.figures[n].range.end;
    let time = horizon::starting_at(&reading.times, back::skip_blanks(reading.folded, end));
    let end = time.map_or(end, |time| time.range.end);
    let after = back::cut(reading.folded, end..predicate(reading, n).end.max(end));
    reading.leads[n].direction.is_some()
        && noun(n).is_some()
        && (noun(n) == noun(before) || bare(before))
        && own.trim_matches([' ', ',']).is_empty()
        && after.trim().is_empty()
}

/// `bị thương 31 người (so với cùng kỳ giảm 05 vụ)`: does figure `n`, the first in parentheses, count other things than the
/// figure before them, and say how their number moves?
pub(super) fn other_moves(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] < reading.clause_of[n]) else { return false };
    let thing = |m: usize| match &reading.figures[m].unit {
        Counted::Noun(noun, kind) if *kind != UnitKind::Measure => Some(back::cut(reading.folded, noun.clone()).trim()),
        _ => None,
    };
    reading.clauses[reading.clause_of[n]].inner
        && reading.leads[n].direction.is_some()
        && thing(n).is_some()
        && thing(before).is_some()
        && thing(n) != thing(before)
}

/// `tập huấn 900 nông dân, bình quân mỗi năm 300 người`: does figure `n` only share out the count before it?
pub(super) fn shared_out(reading: &Reading, n: usize) -> bool {
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let kind = |m: usize| match &reading.figures[m].unit {
        Counted::Noun(noun, kind) => Some((*kind, back::cut(reading.folded, noun.clone()).trim())),
        _ => None,
    };
    let same = match (kind(before), kind(n)) {
        (Some((UnitKind::People, _)), Some((UnitKind::People, _))) => true,
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    let (floor, start, end) = (reading.floor(n), reading.leads[n].start, reading.figures[n].range.start);
    let own = back::cut(reading.folded, floor..start).trim_end();
    let lead = back::cut(reading.folded, start..end).trim_start_matches([',', ' ']);
    let after = back::cut(reading.folded, reading.figures[n].range.end..predicate(reading, n).end);
    same && (own.ends_with(',') || back::cut(reading.folded, start..end).trim_start().starts_with(','))
        && back::begins(
            lead,
            words!["bình quân", "trung bình", "mỗi năm", "hằng năm", "hàng năm", "mỗi quý", "mỗi tháng"],
        )
        && after.trim_matches([' ', ',', '.']).is_empty()
}

/// `tăng 8%/năm, bằng 1,2 lần mức bình quân vùng`: does figure `n` only hold the measure before it against another?
pub(super) fn held_against(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let own = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let opens = n
        .checked_sub(1)
        .is_some_and(|m| reading.clause_of[m] == reading.clause_of[n] && reading.leads[m].link == Link::Binds);
    opens
        && own.trim() == ","
        && back::begins(lead, &["bằng", "gấp"])
        && reading.noun(n).is_some_and(|noun| noun.trim() == "lần")
}

/// `200 suất quà trị giá 500.000 đồng/suất`: does figure `n` say what those are worth that the figure before counts?
pub(super) fn worth(reading: &Reading, n: usize) -> bool {
    const WORTH: &Words = &Words::of(&[
        "trị giá",
        "mỗi suất trị giá",
        "mỗi phần trị giá",
        "mỗi căn trị giá",
        "với trị giá",
        "có trị giá",
    ]);
    let Some(before) = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) else { return false };
    let own = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    let after = back::cut(reading.folded, reading.figures[n].range.end..predicate(reading, n).end);
    counts(reading, before)
        && is_money(reading.folded, &reading.figures[n])
        && !own.contains([';', ':', '('])
        && back::ends(own, WORTH)
        && after.trim_matches([' ', ',', '.']).is_empty()
}

/// `9,5% số hộ, tương ứng khoảng 700 hộ`: does figure `n` say the figure before again, as a count?
pub(super) fn restated(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let after = back::cut(reading.folded, reading.figures[n].range.end..predicate(reading, n).end);
    n > 0
        && counts(reading, n)
        && reading.clause_of[n - 1] == reading.clause_of[n]
        && back::begins(lead.trim_start_matches([' ', ',']), words!["tương ứng", "tương đương"])
        && after.trim_matches([' ', ',', '.']).is_empty()
}

/// `có xã trên 40%`, `không có thôn nào dưới 90%` after the ratio of all: whose ratio goes furthest.
pub(super) fn outlier<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    const NOUNS: &[&str] = &["xã", "huyện", "phường", "thôn", "bản", "ấp", "tỉnh", "đơn vị", "địa phương", "trường"];
    let start = reading.floor(n);
    let words = back::cut(reading.folded, start..reading.leads[n].start).trim_end();
    let words = back::strip(words, "nào").unwrap_or(words).trim_end();
    let own = behind(words, b",;").trim_start();
    let rest =
        back::strip_front_any(own, words!["cá biệt có", "cá biệt", "có", "không có", "không còn", "nhất là có"])?;
    let noun = NOUNS.iter().find(|noun| rest.trim() == **noun)?;
    let end = start + words.len();
    let figure = &reading.figures[n];
    let after = back::cut(reading.folded, figure.range.end..predicate(reading, n).end.max(figure.range.end));
    (figure.is_rate() && after.trim().is_empty()).then(|| back::cut(reading.plain, end - noun.len()..end))
}

/// `mỗi tổ` in `mỗi tổ có ít nhất 05 thành viên`: whose things figure `n` counts, alone or together with the figure before.
pub(super) fn owner<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let between = back::cut(reading.folded, reading.floor(n)..reading.leads[n].start);
    match n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]) {
        Some(before) if back::ends(between, &["và"]) && counts(reading, n) => owner_of(reading, before),
        _ => owner_of(reading, n),
    }
}

fn owner_of<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    const TIMES: &Words = &Words::of(&["mỗi năm", "mỗi quý", "mỗi tháng", "mỗi tuần", "mỗi ngày", "mỗi kỳ"]);
    let start = reading.floor(n);
    let words = back::cut(reading.folded, start..reading.leads[n].start);
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let at = words!["mỗi", "từng"].last_in(words)?;
    let own = words[at..].trim_end();
    let whole = own.split(' ').count() <= 12 && !own.ends_with([',', ':']) && !own.contains(['(', ';']);
    (counts(reading, n) && back::begins(lead, &["có"]) && whole && !back::begins(own, TIMES))
        .then(|| back::cut(reading.plain, start + at..reading.leads[n].start).trim())
}

/// `đến` in `đưa điện lưới đến 230 xã`: the word by which what is brought goes to those counted.
pub(super) fn reaches(reading: &Reading, n: usize) -> Option<&'static str> {
    const BRINGS: &Words = &Words::of(&["đưa", "mở rộng", "phủ", "kéo", "cấp", "chuyển", "phát", "vận chuyển"]);
    let Counted::Noun(_, UnitKind::Place | UnitKind::People | UnitKind::Body) = reading.figures[n].unit else {
        return None;
    };
    let start = reading.floor(n);
    let words = back::cut(reading.folded, start..reading.leads[n].start);
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let own = behind(words, b",;:").trim_start();
    let goes = ["đến", "tới"].into_iter().find(|w| back::begins(lead, &[w]))?;
    let brought = subject(reading, n);
    (back::begins(own, BRINGS) && !brought.is_empty() && !measures::opens(back::cut(reading.folded, brought)))
        .then_some(goes)
}

fn counts(reading: &Reading, n: usize) -> bool {
    matches!(reading.figures[n].unit, Counted::Noun(..))
}

/// `cho`, `tại` in `02 lớp tập huấn cho 70 cán bộ`, where the words after the count before go on to figure `n`. What is
/// done next (`…, đào tạo lại cho 80 nhân viên`) is told by itself.
pub(super) fn joint(reading: &Reading, n: usize) -> Option<&'static str> {
    let before = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n])?;
    let words = back::cut(reading.folded, reading.figures[before].range.end..reading.leads[n].start);
    let joint = ["cho", "tại"].into_iter().find(|w| back::ends(words, &[w]))?;
    let last = words.rfind(", ").map(|at| &words[at + 2..]);
    // `…, trung bình mỗi năm giải quyết việc làm cho 250 lao động`
    let often = words!["trung bình mỗi năm", "bình quân mỗi năm", "mỗi năm", "hằng năm", "hàng năm"];
    let deed = |words: &str| back::begins(words, ACTS);
    let next = |words: &str| end_in_act(words) || deed(words) || back::strip_front_any(words, often).is_some_and(deed);
    // `đất ở cho 90 hộ và nước sinh hoạt cho 150 hộ`
    let other = back::begins(words, &["và"]) && words.trim().split(' ').count() > 2;
    // `100% tổ chức Hội phổ biến nghị quyết, chỉ thị của Hội cho 5.000 lượt hội viên`: a list inside what the share tells
    let listed = || joint == "cho" && last.is_some() && verb(words).is_none() && words.trim().split(' ').count() > 4;
    let told = !reading.figures[before].is_rate() || listed();
    let counted = counts(reading, n) && !other && told && reading.leads[n].link == Link::None;
    (counted && !last.is_some_and(next)).then_some(joint)
}

/// `hoàn thành báo cáo` in `100% cơ sở phải kiểm kê (62 cơ sở) hoàn thành báo cáo`: where the words of figure `n` end
/// with parentheses that hold figures, those that go on behind them.
pub(super) fn past_parentheses<'a>(reading: &Reading<'a>, n: usize, end: usize) -> Option<&'a str> {
    let clause = reading.clause_of[n];
    let [outer, inner, rest] = reading.clauses.get(clause..clause + 3)? else { return None };
    let joined = inner.inner && !outer.inner && !rest.inner && rest.sentence == outer.sentence;
    let reached = back::cut(reading.folded, end..outer.range.end).trim().is_empty();
    let opened = back::cut(reading.folded, outer.range.end..).starts_with('(');
    // `90% hộ nghèo (khoảng 800 hộ) được dùng nước sạch, tăng 5%`: how far it moves is told behind
    let next = reading.clause_of.partition_point(|&c| c < clause + 2);
    let next = (reading.clause_of.get(next) == Some(&(clause + 2))).then_some(next);
    let until = next.map_or(rest.range.end, |m| reading.leads[m].start);
    let words = back::cut(reading.folded, rest.range.start..until);
    let figures = next.is_some_and(|m| reading.leads[m].direction.is_none() || !words.trim_end().ends_with(','));
    let goes_on = words.starts_with(' ')
        && words.trim_start().starts_with(is_alphabetic)
        && !back::begins(words, words!["và", "trong đó", "riêng", "so với", "vào", "đến", "trong"]);
    if !joined || !reached || !opened || figures || !goes_on {
        return None;
    }
    let end = ends(words);
    Some(back::cut(reading.plain, rest.range.start..rest.range.start + end).trim().trim_end_matches([',', '.', ':']))
}

/// Where the name begins that holds a count and is measured by figure `n`: `Tỷ lệ phụ nữ được khám thai ít nhất 04 lần
/// đạt 80%`.
pub(super) fn counted_inside(reading: &Reading, n: usize) -> Option<usize> {
    let before = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n])?;
    let start = reading.floor(before);
    let name = back::cut(reading.folded, start..reading.leads[before].start);
    let between = back::cut(reading.folded, reading.figures[before].range.end..reading.leads[n].start);
    let opens = before.checked_sub(1).is_none_or(|m| reading.clause_of[m] != reading.clause_of[n]);
    // `khám ít nhất 1 lần/năm: ≥ 70%`: a colon binds as a verb does
    let labelled = between.trim_end().ends_with(':') && reading.leads[n].link == Link::None;
    let between = between.trim_end().trim_end_matches(':');
    // `Số xã có ít nhất 01 câu lạc bộ đạt 80%`: a number of those who have so many
    let bounded = reading.leads[before].comparator.is_some() || reading.leads[before].from;
    let has = |m: usize| {
        let lead = back::cut(reading.folded, reading.leads[m].start..reading.figures[m].range.start);
        back::begins(lead, &["có"])
    };
    let number = bounded && back::begins(name, &["số", "tổng số"]) && has(before);
    (reading.figures[n].is_rate()
        && matches!(reading.figures[before].unit, Counted::Noun(..))
        && (reading.leads[n].link == Link::Binds || labelled)
        && reading.leads[before].link != Link::Binds
        && opens
        && !name.trim_end().ends_with(':')
        && (number || words!["tỷ lệ", "tỉ lệ"].within(back::head(name, 40)))
        && !between.contains([',', ';', ':']))
    .then_some(start)
}
