//! The noun that a figure counts with what is told of it.

use std::ops::Range;

use super::{back, figure::Counted, horizon, lead, namers::is_money, reading::Reading};
use crate::{
    lexicon::units::UnitKind,
    text::{fold, letters::is_alphabetic},
    value::read_scale,
};

/// The words after figure `n` that name what it counts: its noun without base and bound, and the rest of `predicate`.
pub(super) fn after_figure(reading: &Reading, n: usize, predicate: &Range<usize>) -> String {
    let figure = &reading.figures[n];
    let mut after = back::cut(reading.plain, predicate.clone()).trim().to_owned();
    // `18 ca/1.000 phụ nữ`, `150 hội viên trở lên`: the noun without its base and bound
    if let Counted::Noun(noun, _) = &figure.unit
        && predicate.start == noun.start
    {
        let closed = lead::after(reading.folded, figure.range.end).map_or(figure.range.end, |(_, end)| end);
        // `120 cán bộ trong năm 2025`
        let next = back::skip_blanks(reading.folded, closed);
        let closed = horizon::starting_at(&reading.times, next).map_or(closed, |time| time.range.end);
        let start = name(reading, n).map_or(noun.start, |name| name.start);
        let base = figure.per.as_ref().map(|per| per.start).filter(|&at| at > start && at < figure.range.end);
        let named = back::cut(reading.folded, start..base.unwrap_or(figure.range.end));
        let named = named.trim_end_matches([' ', '/']);
        let named = if base.is_some() { back::strip(named, "trên").unwrap_or(named) } else { named };
        let named = back::cut(reading.plain, start..start + named.len()).trim();
        let rest = back::cut(reading.plain, closed..predicate.end).trim();
        // a comma right after the figure closes it
        let rest = if rest.starts_with([',', ';']) { "" } else { rest };
        format!("{named} {rest}").trim().clone_into(&mut after);
    }
    // `12/15 xã đạt chuẩn`: the noun stands in the base
    if let (Counted::Nothing, Some(base)) = (&figure.unit, &figure.per) {
        let noun = back::cut(reading.plain, base.clone()).trim_start_matches(|c: char| !is_alphabetic(c));
        after = format!("{noun} {after}");
    }
    let inside = back::cut(reading.folded, figure.range.clone()).contains(" trở lên/");
    if inside || reading.bounded_later(n).is_some() {
        after = after.replacen(" trở lên", "", 1);
    }
    // `05 “Góc đọc sách”`: the first mark stands before the noun
    if after.ends_with('”') && !after.contains('“') {
        after.pop();
    }
    // a base inside the words: `được chăm sóc/năm tại cộng đồng`
    let yearly = || after.contains('/') && reading.rhythm(n).is_some();
    if figure.per.is_none() && (!figure.is_rate() || reading.leads[n].direction.is_some() || yearly()) {
        for base in ["/năm", "/tháng", "/quý", "/tuần", "/học kỳ"] {
            // `20% chi bộ/năm và giám sát …`: what is done next stands behind it
            match after.find(base).filter(|at| figure.is_rate() && back::begins(&after[at + base.len()..], &["và"])) {
                Some(at) => after.truncate(at),
                None => after = after.replace(base, ""),
            }
        }
    }
    after
}

/// The same, where the noun alone names it.
pub(super) fn counted(reading: &Reading, n: usize, predicate: &Range<usize>) -> String {
    match &reading.figures[n].unit {
        Counted::Noun(noun, _) if predicate.is_empty() => {
            after_figure(reading, n, &(noun.start..reading.figures[n].range.end))
        }
        _ => after_figure(reading, n, predicate),
    }
}

/// The counted noun of figure `n` without the scale of its number: `lượt khách` in `1,2 triệu lượt khách`.
pub(super) fn name(reading: &Reading, n: usize) -> Option<Range<usize>> {
    match &reading.figures[n].unit {
        Counted::Noun(noun, kind) if *kind != UnitKind::Measure => {
            let start = read_scale(reading.folded, noun.start).filter(|&at| at < noun.end).unwrap_or(noun.start);
            Some(start..noun.end)
        }
        Counted::Noun(noun, _) => Some(noun.clone()),
        _ => None,
    }
}

/// `gạo` in `15 kg gạo/người/tháng`: what is measured out, between its measure and the base.
pub(super) fn measured_out<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let figure = &reading.figures[n];
    let (Counted::Noun(noun, UnitKind::Measure), Some(per)) = (&figure.unit, &figure.per) else { return None };
    let between = reading.plain.get(noun.end..per.start)?.trim_matches([' ', '/']);
    let words = between.chars().all(|c| is_alphabetic(c) || c == ' ');
    // `20.000 đồng trở lên/hội viên`: a bound is no thing, and money is none of it
    let bound = ["trên", "trở lên", "trở xuống"].contains(&fold(between).as_str());
    (!between.is_empty() && words && !bound && !is_money(reading.folded, figure)).then_some(between)
}
