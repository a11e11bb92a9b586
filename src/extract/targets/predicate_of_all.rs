//! Words after one figure that hold for those before it, too: `70% và 80% số hộ có nước sạch`.

use std::ops::Range;

use super::{back, figure::Counted, horizon, lead::Link, predicate::predicate, reading::Reading, role, state::verb};
use crate::lexicon::units::UnitKind;

/// The words after figure `n`, which stands in a list with the figures after it: `70% và 80% số hộ có nước sạch`.
pub(super) fn joint_predicate<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    for next in n + 1..(n + 6).min(reading.figures.len()) {
        let end = reading.figures[next - 1].range.end;
        // `50% vào năm 2025 và 70% vào năm 2030 số hộ có nước sạch`
        let time = horizon::starting_at(&reading.times, back::skip_blanks(reading.folded, end));
        let end = time.filter(|_| reading.heading.is_none()).map_or(end, |time| time.range.end);
        let between = back::cut(reading.folded, end..reading.leads[next].start);
        if reading.clause_of[next] != reading.clause_of[n]
            || reading.figures[next].is_rate() != reading.figures[n].is_rate()
            || !(matches!(between.trim(), "," | "và" | ", và" | "hoặc" | ", riêng")
                || role::starting_point(reading, next - 1))
        {
            return None;
        }
        let words = back::cut(reading.plain, predicate(reading, next)).trim();
        if !words.is_empty() {
            return Some(words);
        }
    }
    None
}

/// `80% số trạm và 100% cơ sở đủ điều kiện`, `100% huyện, 80% xã có trạm`: the predicate of the figure after it, when
/// this one has none of its own.
pub(super) fn shared_predicate<'a>(reading: &Reading<'a>, n: usize, own: &Range<usize>) -> Option<&'a str> {
    let mut own = own.clone();
    for next in n + 1..(n + 6).min(reading.figures.len()) {
        if reading.clause_of[next] != reading.clause_of[n] {
            return None;
        }
        let between = back::cut(reading.folded, own.end..reading.figures[next].range.start);
        // a part is told of by itself
        if between.contains("trong đó") {
            return None;
        }
        // `100% cán bộ huyện, 80% cán bộ xã và 300 cộng tác viên được tập huấn`: people may close the list
        let people = matches!(reading.figures[next].unit, Counted::Noun(_, UnitKind::People));
        let listed = reading.figures[next].is_rate() || (people && back::begins(between, &["và"]));
        if !listed {
            return None;
        }
        let joined = back::begins(between, &["và"])
            || back::begins(between.trim_start_matches(','), &["và"])
            || (between.starts_with(", ") && reading.leads[n].direction.is_none());
        let other_way = reading.leads[next].link == Link::Binds || reading.leads[next].direction.is_some();
        if !joined || other_way || verb(back::cut(reading.folded, own.clone())).is_some() {
            return None;
        }
        let other = predicate(reading, next);
        let words = back::cut(reading.folded, other.clone());
        if let Some(at) = verb(words) {
            // `giảm 5% biên chế công chức và 10% số người hưởng lương từ ngân sách`: each thing that moves has its own words
            let both = reading.leads[n].direction.is_none() || back::begins(&words[at..], &["đạt", "được"]);
            return reading.plain.get(other.start + at..other.end).filter(|_| both);
        }
        own = other;
    }
    None
}
