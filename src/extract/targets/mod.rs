//! Finds targets: the figures that a plan commits to or states, and what they measure.
//!
//! A digit is the anchor. `figure` reads the number with its unit and base; `not_figures` throws out numbers of
//! documents, dates, levels, ages; `reading` puts the figures of a passage into their clauses and gives each the
//! words that lead to it (`lead`), its direction and its time (`horizon`, `inherit`); `indicator` finds the words
//! for what is measured, `shared` and `siblings` complete them; `role` tells goals from figures that are only referred
//! to, with `threshold` for conditions.

mod above;
mod actors;
mod acts;
mod again;
mod aims;
mod alternatives;
mod back;
mod bare;
mod breakdown;
mod breaks;
mod clause;
mod compared;
mod counted;
mod cues;
mod deeds;
mod direction;
mod due;
mod ellipsis;
mod figure;
mod fraction;
mod from_to;
mod front;
mod givers;
mod grades;
mod held;
mod horizon;
mod in_turn;
mod in_words;
mod indicator;
mod inherit;
mod inside;
mod labels;
mod lead;
mod left_over;
mod lengths;
mod listed;
mod marks;
mod measures;
mod money;
mod named_base;
mod named_before;
mod namers;
mod negated;
mod not_figures;
mod noun_phrase;
mod of_year;
mod over;
mod parts;
mod past;
mod placed;
mod predicate;
mod predicate_of_all;
mod preposition;
mod ratio;
mod reading;
mod rhythms;
mod role;
mod run_in;
mod scope;
mod shape;
mod shared;
mod siblings;
mod side_by_side;
mod sized;
mod slots;
mod state;
mod strength;
mod subject;
mod terms;
mod threshold;
mod told_on;
mod when;
mod whole_of_count;
mod wholes;
mod yearless;

use self::{
    figure::{Counted, Figure},
    reading::Reading,
};
use super::{Finding, Passage, Rule, View};
use crate::model::{SectionKind, TargetFact, TargetRole};

const RATE: &str = "targets.rate";
const QUANTITY: &str = "targets.quantity";
const RATIO: &str = "targets.ratio";
const WORDS: &str = "targets.words";

/// The rules of the family. They differ in how a figure is printed; what it means is read in one way for all.
pub const RULES: &[Rule<TargetFact>] = &[
    Rule {
        id: RATE, finds: "a share: `65%`, `30 - 35%`, `12,5‰`, `ba mươi phần trăm`", apply: |p| of_rule(p, RATE)
    },
    Rule {
        id: QUANTITY,
        finds: "a number and what it counts: `15.000 lao động`, `1.200 tỷ đồng`",
        apply: |p| of_rule(p, QUANTITY),
    },
    Rule {
        id: RATIO, finds: "a count over a base: `4/100.000 trẻ đẻ sống`, `12/15 xã`", apply: |p| of_rule(p, RATIO)
    },
    Rule {
        id: WORDS, finds: "a number in words in a goal: `ít nhất một cơ sở y tế`", apply: |p| of_rule(p, WORDS)
    },
];

fn of_rule(passage: &Passage, rule: &str) -> Vec<Finding<TargetFact>> {
    let mut findings = read(passage, &scope::Goals::new(passage.view));
    findings.retain(|f| f.rule == rule);
    findings
}

/// All targets in reading order.
pub fn find(view: View) -> Vec<Finding<TargetFact>> {
    let goals = scope::Goals::new(view);
    view.passages().flat_map(|passage| read(&passage, &goals)).collect()
}

/// Reads one passage: all rules at once, for they share its clauses.
fn read(passage: &Passage, goals: &scope::Goals) -> Vec<Finding<TargetFact>> {
    let Some(scope) = scope::of(passage, goals) else {
        return Vec::new();
    };
    let marked = marks::without(passage.plain(), passage.folded());
    let (plain, folded) = match &marked {
        Some((plain, folded)) => (plain.as_str(), folded.as_str()),
        None => (passage.plain(), passage.folded()),
    };
    if scope != figure::Scope::Goals && passage.figures().next().is_none() && !folded.contains("phần trăm") {
        return Vec::new();
    }
    // where only shares are given, what else stands there still parts the words
    let rates = scope == figure::Scope::Rates;
    let figures = figure::all(folded, if rates { figure::Scope::Body } else { scope });
    if figures.is_empty() {
        return Vec::new();
    }
    let run_in = passage
        .section()
        .and_then(|n| n.heading.as_ref())
        .filter(|h| h.start == passage.range.start && h.end < passage.range.end)
        .map(|h| h.end - passage.range.start);
    let goals = scope == figure::Scope::Goals;
    let reading = Reading::new(plain, folded, figures, run_in, goals, passage.view.issued_year);
    let above: Option<String> = inherit::horizon(passage);
    let headings: Vec<&str> = passage.headings().map(|h| passage.view.text.folded_at(h)).collect();
    let mut indicators = indicator::all(&reading);
    above::complete(passage, &reading, &mut indicators);
    let preamble = passage.section().is_some_and(|node| node.kind == SectionKind::Preamble);
    let given = indicators.into_iter().enumerate().filter(|(n, _)| !rates || reading.figures[*n].is_rate());
    let facts = given.map(|(n, indicator)| {
        let figure = &reading.figures[n];
        let mut value = fact(&reading, n, figure, indicator, above.clone(), &headings);
        if preamble && !goals && past::led_to_plan(&reading, n) {
            value.role = TargetRole::Reference;
        }
        passage.finding(figure.rule, figure.range.clone(), value)
    });
    facts.collect()
}

fn fact(
    reading: &Reading,
    n: usize,
    figure: &Figure,
    indicator: String,
    above: Option<String>,
    headings: &[&str],
) -> TargetFact {
    let printed = |range: &std::ops::Range<usize>| reading.plain.get(range.clone()).map(|w| w.trim().to_owned());
    TargetFact {
        value: figure.value,
        value_max: figure.value_max,
        unit: match &figure.unit {
            Counted::Rate(sign) => Some((*sign).to_owned()),
            Counted::Noun(..) => reading.noun(n).map(|w| w.trim().to_owned()),
            Counted::Nothing => None,
        },
        per: figure
            .per
            .as_ref()
            .and_then(printed)
            .or_else(|| (!figure.is_rate()).then(|| reading.named_base(n)).flatten().map(str::to_owned))
            .or_else(|| reading.rhythm(n).map(str::to_owned)),
        comparator: reading.comparator(n),
        direction: reading.direction(n),
        by: reading.within_year(
            n,
            reading
                .by(n)
                .or_else(|| reading.by_item(n, true))
                .or_else(|| above.filter(|_| !reading.has_no_term(n)))
                .or_else(|| reading.by_item(n, false)),
        ),
        baseline: reading.baseline(n),
        indicator,
        role: role::of(reading, n, headings),
    }
}
