//! Figures inside the words of another: `85% bệnh viện thực hiện được ít nhất 60% kỹ thuật của tuyến`.

use std::ops::Range;

use super::{
    acts::end_in_act,
    back,
    figure::Counted,
    lead::{self, Link},
    measures,
    reading::Reading,
    state::verb,
};
use crate::{
    lexicon::units::{self, UnitKind},
    text::{
        letters::is_alphabetic,
        words::{List, Words, words},
    },
};

/// `100% xã mỗi quý có ít nhất 04 tin, bài`: the second figure is part of what the share is of.
pub(super) fn holds_next(reading: &Reading, n: usize) -> bool {
    let next = n + 1;
    if reading.clause_of.get(next) != Some(&reading.clause_of[n]) || !reading.figures[n].is_rate() {
        return false;
    }
    let words = back::cut(
        reading.folded,
        reading.figures[n].range.end..reading.leads[next].start.max(reading.figures[n].range.end),
    );
    let lead = back::cut(reading.folded, reading.leads[next].start..reading.figures[next].range.start);
    if reading.figures[next].is_rate() {
        return holds_share(reading, n, words, lead);
    }
    let has = reading.leads[next].link == Link::Opens && lead.split(' ').any(|w| w == "có");
    // `98% trẻ em được uống vitamin A 02 lần/năm`; what is done next is a clause of its own
    let told = || {
        let mark = [", ", " và "].iter().filter_map(|mark| words.rfind(mark).map(|at| at + mark.len())).max();
        let mark = mark.filter(|&at| !enumerates(words, at));
        reading.leads[next].link == Link::None
            && verb(words).is_some()
            && !reading.is_compared(next)
            && !back::ends(words, words!["với", "so với", "tương đương", "cho", "gồm", "khoảng cách"])
            && mark.is_none_or(|at| !end_in_act(&words[at..]) && !measures::opens(&words[at..]))
    };
    (has || told())
        && !words.trim().is_empty()
        && !words.trim_start().starts_with(',')
        && !words.trim_end().ends_with(',')
        && !back::ends(words, &["và", "trong đó"])
}

/// `60% xã có ít nhất 01 nhà văn hóa, 80% thôn …`: where the words of a share that holds the next figure end, with the
/// clause or behind a mark before a share or a measure of its own.
pub(super) fn held_end(reading: &Reading, n: usize) -> usize {
    let clause = reading.clause_of[n];
    let end = reading.figures[n + 1].range.end;
    let own = |m: usize| {
        let start = reading.leads[m].start;
        let before = back::cut(reading.folded, end..start).trim_end();
        let parted = before.ends_with(',') || back::ends(before, &["và"]);
        if parted && reading.figures[m].is_rate() && reading.leads[m].direction.is_none() {
            return Some(start);
        }
        let measure = before.rmatch_indices(", ").map(|(at, _)| at).find(|at| measures::opens(&before[at + 2..]));
        measure.map(|at| end + at)
    };
    let next = (n + 2..reading.figures.len()).take_while(|&m| reading.clause_of[m] == clause).take(4).find_map(own);
    next.unwrap_or(reading.clauses[clause].range.end)
}

/// `cán bộ, công chức được bồi dưỡng`: is what stands at `at`, behind a mark, one more noun before the verb of all?
fn enumerates(words: &str, at: usize) -> bool {
    const LEVELS: &Words =
        &Words::of(&["mầm non", "mẫu giáo", "tiểu học", "trung học", "thcs", "thpt", "cao đẳng", "đại học"]);
    let noun = LEVELS.fronts(&words[at..]).map(|(_, level)| at + level.len()).max();
    let noun = noun.or_else(|| units::at(words, at).map(|(_, end)| end));
    noun.zip(verb(words)).is_some_and(|(noun, verb)| noun <= verb)
}

/// `85% bệnh viện thực hiện được ít nhất 60% kỹ thuật của tuyến`: a bound for each of those that the first share counts.
fn holds_share(reading: &Reading, n: usize, words: &str, lead: &str) -> bool {
    let (own, next) = (&reading.leads[n], &reading.leads[n + 1]);
    let after = back::cut(reading.folded, reading.figures[n + 1].range.end..);
    let thing = after.starts_with(' ')
        && after.trim_start().starts_with(is_alphabetic)
        && !back::begins(
            after,
            words!["so với", "vào", "năm", "trong", "đến", "và", "trở lên", "trở xuống", "ở", "tại"],
        );
    // `100% cơ sở có tỷ lệ hao hụt trên 5% được kiểm tra`: whom the share is of
    let apart = next.comparator.is_some()
        && next.link == Link::None
        && words![" có tỷ lệ ", " có tỉ lệ ", " có mức "].within(words)
        && back::begins(after, words!["được", "phải", "bị", "đều được", "đều phải"])
        && !words.contains([',', ';', ':']);
    if apart && own.link != Link::Binds {
        return true;
    }
    let does = (next.link == Link::None && end_in_deed(words)) || back::begins(lead, &["đạt"]);
    let noun = words.trim();
    own.link != Link::Binds
        && own.direction.is_none()
        && next.direction.is_none()
        && (next.comparator.is_some() || next.from)
        && thing
        && does
        && noun.contains(' ')
        && !words.contains([',', ';', ':', '('])
        && !words![" và ", " tỷ lệ", " tỉ lệ", " mức độ", " chỉ số", "hài lòng"].within(words)
}

/// Does a verb of doing end the words: `trạm y tế thực hiện được`?
fn end_in_deed(words: &str) -> bool {
    const DEEDS: &Words = &Words::of(&[
        "thực hiện",
        "hoàn thành",
        "giải quyết",
        "cung cấp",
        "xử lý",
        "triển khai",
        "đáp ứng",
        "sử dụng",
        "áp dụng",
        "thu gom",
        "bảo đảm",
        "đảm bảo",
        "tiết kiệm",
        "cắt giảm",
    ]);
    back::ends(back::strip_any(words, &["được", "tốt"]).unwrap_or(words), DEEDS)
}

/// `phụ nữ có thai được xét nghiệm` in `85% phụ nữ có thai được xét nghiệm ít nhất 3 lần`: how often it is done with those whom
/// the share before counts.
pub(super) fn how_often(reading: &Reading, n: usize) -> Option<Range<usize>> {
    let before = n.checked_sub(1).filter(|&m| holds_next(reading, m))?;
    let times = matches!(&reading.figures[n].unit, Counted::Noun(noun, _) if back::cut(reading.folded, noun.clone()).trim() == "lần");
    let (floor, start) = (reading.figures[before].range.end, reading.leads[n].start);
    let words = back::cut(reading.folded, floor..start.max(floor));
    (times && verb(words).is_some() && !words.contains([',', ';', ':', '('])).then_some(floor..start)
}

/// `lưu lượng` in `100% cống xả có lưu lượng từ 20 m3/ngày trở lên được cấp phép`: what figure `n` bounds to tell
/// apart those that the share before it counts.
pub(super) fn bounded(reading: &Reading, n: usize) -> Option<Range<usize>> {
    let before = n.checked_sub(1).filter(|&m| holds_next(reading, m))?;
    let (Counted::Rate(_) | Counted::Noun(_, UnitKind::Measure | UnitKind::Time)) = reading.figures[n].unit else {
        return None;
    };
    let (floor, start) = (reading.figures[before].range.end, reading.leads[n].start);
    let words = back::cut(reading.folded, floor..start.max(floor));
    let at = words.rfind(" có ").map(|at| at + " có ".len())?;
    let own = words[at..].trim();
    let end = lead::after(reading.folded, reading.figures[n].range.end).map(|(_, end)| end);
    let told = end.unwrap_or(reading.figures[n].range.end);
    let goes_on = back::cut(reading.folded, told..).trim_start().starts_with(is_alphabetic);
    let bound = end.is_some() || reading.leads[n].comparator.is_some();
    let name = (1..=5).contains(&own.split(' ').count()) && !own.is_empty() && !own.contains([',', ';', '(']);
    // `phụ nữ có thai được khám thai ít nhất 4 lần`: what is done with those counted is no name
    let name = name && verb(own).is_none();
    (name && bound && goes_on && !back::begins(own, &["ít nhất"])).then_some(floor + at..start)
}
