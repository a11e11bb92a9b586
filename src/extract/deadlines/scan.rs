//! Walks a passage from one time expression to the next.

use std::ops::Range;

use super::{
    context::{Context, tail},
    expression::{self, Expression},
    fact::{self, Setting},
    followers::begins_with_body,
    rules::RULES,
    scope::{self, Scope, TimeColumns},
    starters::starts,
    surroundings::numbered_round,
    year::{self, Fixed},
};
use crate::{
    extract::{Finding, Passage},
    lexicon::time_phrases::{LabelKind, TIME_PHRASES},
    model::DeadlineFact,
    text::{
        LOST_WORDS, floor,
        letters::{is_alphabetic, is_alphanumeric},
        words::words,
    },
    value::{Date, Period, Rhythm, Unit},
};

/// All deadlines of a passage.
pub(super) fn read(passage: &Passage, columns: &TimeColumns, plan: Option<Fixed>) -> Vec<Finding<DeadlineFact>> {
    let folded = passage.folded();
    let mut found = Vec::new();
    let mut scope = None;
    let mut done = 0;
    let mut rhythm: Option<Opening> = None;
    let mut dated: Option<Fixed> = None;
    let mut bounded = None;
    let mut of_section = None;
    for at in starts(passage) {
        if at < done {
            continue;
        }
        let scope = *scope.get_or_insert_with(|| Scope::new(passage, columns));
        if passage.node.is_none() {
            break;
        }
        let label = scope.label.or_else(|| scope::labelled(window_before(folded, at), &folded[at..]));
        let bare = label.is_some()
            || bounded.is_some() && next_of_glossed(folded, at)
            || labels_day(folded, at)
            || lists_days(folded, at);
        let Some(mut expression) = expression::read(folded, at, bare) else {
            continue;
        };
        if shares_bound(folded, &expression) {
            expression.bound = bounded;
            expression.firm = true;
        }
        bounded = expression.bound.filter(|_| is_for_one(folded, &expression));
        done = expression.range.end.max(at + 1);
        if beside_gap(folded, &expression.range) {
            continue;
        }
        let start = sentence_start(folded, expression.range.start);
        let context = Context {
            expression: &expression,
            scope,
            label,
            words: &folded[expression.range.clone()],
            before: &folded[start..expression.range.start],
            lead: window_before(folded, expression.range.start),
            after: sentence_rest(folded, expression.range.end),
            parenthesis: in_parentheses(folded, &expression),
            heading: passage.section().is_some_and(|node| {
                let inside = |h: &Range<usize>| expression.range.end + passage.range.start <= h.end;
                node.heading.as_ref().is_some_and(inside) && (node.has_children || !node.text.is_empty())
            }),
            first: folded[..expression.range.start].trim_start_matches(|c: char| !is_alphanumeric(c)).is_empty(),
            issued: passage.view.issued_year,
            title: passage.view.title.map_or("", |title| passage.view.text.folded_at(title)),
            plan,
        };
        if let Some(period) = &expression.period {
            // the year of birth of those who are counted is no year of what is done
            let about = context.cited() || TIME_PHRASES.ends_in_state(context.before) || names_a_later_plan(&context);
            dated = Fixed::by(period, context.words).filter(|_| !about).or(dated);
        }
        let Some(rule) = RULES.iter().find(|rule| (rule.holds)(&context)) else {
            continue;
        };
        // `báo cáo tháng trước ngày 18 hằng tháng, … 6 tháng trước ngày 10/6 và năm trước ngày 05/12/2025`
        let apart = year::set_apart(context.before);
        // `Hằng năm tổ chức hai đợt: đợt 1 vào tháng 4; đợt 2 vào tháng 10`
        let round = numbered_round(&context);
        let reaches = |r: &mut Opening| {
            if round { r.held >= round_start(folded, start, r.held) } else { r.range.start >= start }
        };
        let opening = rhythm.take_if(|r| apart.is_none() && reaches(r));
        let in_sentence = opening.as_ref().filter(|_| year::of_sentence(context.after).is_none()).map(|r| r.rhythm);
        rhythm = match expression.rhythm {
            Some(rhythm) => {
                let bound = expression.bound.is_some() || expression.within.is_some() || rhythm.weekdays != 0;
                let alone = expression.period.is_none() && !bound;
                let (range, held) = (expression.range.clone(), expression.range.start);
                Some(Opening { range, held, rhythm, finding: alone.then_some(found.len()) })
            }
            None => opening.clone().map(|o| Opening { finding: None, held: o.held.max(start), ..o }),
        };
        // a year that is over when the plan is issued is none of what is still to be done
        let to_come = |fixed: &Fixed| !fixed.is_past(context.issued);
        let year = |year: Option<i32>| year.map(Fixed::Year).filter(to_come);
        let fixed = year(apart)
            .or(dated.filter(to_come))
            .or_else(|| year(year::of_sentence(context.after)))
            .or_else(|| year(year::of_headings(passage)))
            .or_else(|| plan.filter(to_come))
            .or_else(|| *of_section.get_or_insert_with(|| year(year::of_section(folded))));
        let reported = context.is_day_of_a_span() || fixed.is_none() && context.reports_regularly();
        let setting = Setting {
            completes: context.completes(),
            label: label.is_some(),
            apart: context.parenthesis || round,
            monthly: context.comes_monthly(),
            limit: label == Some(LabelKind::Limit),
            rhythm: in_sentence.or((reported || context.comes_again()).then(|| Rhythm::every(1, Unit::Year))),
        };
        let year = |date: Date| date.year().or_else(|| fixed?.of(date));
        // `6 tháng một lần, … chậm nhất ngày 10 của tháng sau`: the month after each of those
        let longer = in_sentence.filter(|r| r.days() > 31 && r.unit != Unit::Year && context.in_the_month_after());
        let longer = longer.map(|rhythm| Expression { rhythm: Some(rhythm), ..expression.clone() });
        let values = fact::facts(longer.as_ref().unwrap_or(&expression), setting, year);
        // one limit on one action is one record: its day says more than the rhythm that opens the sentence
        let own = expression.rhythm.is_some_and(|r| r.months == 0);
        let scheduled = expression.period.is_some() && !own && values.iter().all(|v| v.recurrence.is_some());
        if scheduled
            && let Some(Opening { range, finding: Some(place), .. }) = opening
            && is_one_action(&folded[range.end..expression.range.start])
        {
            found.truncate(place);
        }
        for value in values {
            found.push(passage.finding(rule.id, expression.range.clone(), value));
        }
    }
    found
}

/// `lập dự toán năm 2026 trước ngày 15/11`: the year of what is planned, in a plan of the year before.
fn names_a_later_plan(c: &Context) -> bool {
    let before = c.before.trim_end();
    let planned = ["kế hoạch", "dự toán", "chỉ tiêu", "chương trình công tác"].iter().any(|w| before.ends_with(w));
    let year = match c.expression.period {
        Some(Period::One(Date::Year(year))) => year,
        _ => None,
    };
    planned && matches!((year, c.issued), (Some(year), Some(issued)) if year > issued)
}

/// A rhythm that opens a sentence: `Hằng quý, … trước ngày 25 của tháng cuối quý`.
#[derive(Clone)]
struct Opening {
    range: Range<usize>,
    /// Where the last part of the sentence begins that it holds for.
    held: usize,
    rhythm: Rhythm,
    /// The finding that it is, when it stands alone and nothing was found since.
    finding: Option<usize>,
}

/// Does nothing but one verb with its object stand between a rhythm and a day? (`tổng hợp và báo cáo …` is one,
/// `rà soát danh sách và báo cáo …` are two.)
fn is_one_action(between: &str) -> bool {
    let between = between.trim_matches([' ', ',', ':', '(']);
    let verb = |words: &str| TIME_PHRASES.begins_with_verb(words);
    let alone = |words: &str| TIME_PHRASES.acts.at_start(words).is_some_and(|(end, ())| end == words.len());
    let and = " và ";
    // `Sở Kế hoạch và Đầu tư`, `Sở Giáo dục và Đào tạo`: no verb begins in a name
    let named = |at: usize| ["kế hoạch", "giáo dục"].iter().any(|name| between[..at].ends_with(name));
    let another = |(at, _): (usize, &str)| {
        !named(at) && verb(&between[at + and.len()..]) && verb(between) && !alone(&between[..at])
    };
    // `gửi Sở Kế hoạch và Đầu tư, Sở Tài chính`: a comma may part those who get it
    let listed = between
        .split_once(',')
        .is_none_or(|(first, others)| first.contains(" gửi ") && others.split(',').all(begins_with_body));
    listed && !between.contains([';', '(', ':']) && !between.match_indices(and).any(another)
}

/// `trước ngày 15/6 đối với báo cáo giữa năm`, `trước ngày 10/6 (báo cáo 6 tháng)`: a day that holds for one of several
/// things.
fn is_for_one(folded: &str, expression: &Expression) -> bool {
    let after = folded[expression.range.end..].trim_start();
    after.starts_with("đối với ") || after.starts_with("cho ") || after.starts_with('(')
}

/// `… (báo cáo 6 tháng) và 10/12 (báo cáo năm)`, `… đối với báo cáo 6 tháng và 20/12 đối với báo cáo năm`: a bare day
/// behind the one before and what that is for.
fn next_of_glossed(folded: &str, at: usize) -> bool {
    let before = folded[..at].trim_end();
    let joined = before.strip_suffix("và").or_else(|| before.strip_suffix(',')).map(str::trim_end);
    let day = folded[at..].split(' ').next().unwrap_or_default();
    let whose = folded[at + day.len()..].trim_start();
    let again = |b: &str| b.ends_with(')') && whose.starts_with('(') || whose.starts_with("đối với ");
    day.contains('/') && joined.is_some_and(again)
}

/// `03/6: Họp …`, `Thứ Hai (31/8): Họp …`: a bare day that is the label of its item, alone or behind its name.
fn labels_day(folded: &str, at: usize) -> bool {
    const LONGEST_LABEL: usize = 32;
    if at > LONGEST_LABEL {
        return false;
    }
    let label = &folded[..at];
    let named = label.ends_with('(') && words!["thứ ", "chủ nhật", "tuần "].within(label);
    let alone = label.chars().all(|c| !is_alphanumeric(c));
    let day = folded[at..].find(':').map(|end| &folded[at..at + end]).filter(|day| day.len() < LONGEST_LABEL);
    let day = day.map(str::trim_end).and_then(|day| if named { day.strip_suffix(')') } else { Some(day) });
    (named || alone) && day.is_some_and(|day| day.contains('/') && !day.contains(is_alphabetic))
}

/// `Các ngày ra quân: 20/6, 18/7 và 15/8/2026`: bare days that are all a label says, the last with its year.
fn lists_days(folded: &str, at: usize) -> bool {
    const LONGEST: usize = 120;
    let label = folded[..at].trim_end();
    if !label.ends_with(':') || !folded[at..].starts_with(|d: char| d.is_ascii_digit()) {
        return false;
    }
    // `Tuyên truyền các ngày lễ: 30/4, 01/5`: the days are what it is about
    if words!["lễ", "kỷ niệm", "tuyên truyền", "truyền thống", "tết"].within(tail(label, LONGEST)) {
        return false;
    }
    let value = &folded[at..at + floor(&folded[at..], LONGEST)];
    let value = value.split(['.', ';', '\n', '(']).next().unwrap_or_default();
    let days: Vec<&str> = value.split(',').flat_map(|part| part.split(" và ")).map(str::trim).collect();
    let day = |day: &&str| day.contains('/') && day.bytes().all(|b| b.is_ascii_digit() || b == b'/');
    days.len() > 1 && days.iter().all(day) && days.last().is_some_and(|last| last.matches('/').count() == 2)
}

/// `… và ngày 15/12 đối với báo cáo cả năm`: the day of the next thing, without the word of its bound.
fn shares_bound(folded: &str, expression: &Expression) -> bool {
    let before = folded[..expression.range.start].trim_end();
    let day = matches!(expression.period, Some(Period::One(Date::Day(_))));
    let next = before.ends_with(',') || before.ends_with(" và") || before.ends_with(';');
    expression.bound.is_none() && day && next && is_for_one(folded, expression)
}

/// The page has lost the words before or after: `Trước ngày 30/11 […]`.
fn beside_gap(folded: &str, range: &Range<usize>) -> bool {
    folded[range.end..].trim_start().starts_with(LOST_WORDS) || folded[..range.start].trim_end().ends_with(LOST_WORDS)
}

/// How far back and ahead the words around an expression are looked at, in bytes.
const WINDOW: usize = 600;

/// At most [`WINDOW`] bytes before `at`, padded to begin at a character.
fn window_before(folded: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(WINDOW);
    while !folded.is_char_boundary(start) {
        start += 1;
    }
    &folded[start..at]
}

/// Where the sentence that holds `at` begins: after `;`, a full stop, a tab.
fn sentence_start(folded: &str, at: usize) -> usize {
    let window = window_before(folded, at);
    let bytes = window.as_bytes();
    let stop = (0..bytes.len()).rev().find(|&i| match bytes[i] {
        b';' | b'\n' | b'\t' => true,
        b'.' => bytes.get(i + 1) == Some(&b' '),
        _ => false,
    });
    at - window.len() + stop.map_or(0, |i| i + 1)
}

/// Where the sentence begins of whose numbered rounds one stands in the part that begins at `start`; no further back
/// than `held`.
fn round_start(folded: &str, start: usize, held: usize) -> usize {
    let mut at = start;
    while at > held && folded[..at].ends_with(';') {
        at = sentence_start(folded, at - 1);
    }
    at
}

/// The words from `at` to the end of the sentence.
fn sentence_rest(folded: &str, at: usize) -> &str {
    let mut end = (at + WINDOW).min(folded.len());
    while !folded.is_char_boundary(end) {
        end -= 1;
    }
    let window = &folded[at..end];
    let bytes = window.as_bytes();
    let stop = (0..bytes.len()).find(|&i| match bytes[i] {
        b';' | b'\n' | b'\t' => true,
        b'.' => matches!(bytes.get(i + 1), None | Some(b' ' | b'/' | b'\n')),
        _ => false,
    });
    &window[..stop.unwrap_or(window.len())]
}

/// `( … )` around the expression and nothing else; a few words of a label may stand before it.
fn in_parentheses(folded: &str, expression: &Expression) -> bool {
    let before = folded[..expression.range.start].trim_end();
    let after = folded[expression.range.end..].trim_start();
    before.ends_with('(') && after.starts_with(')')
}
