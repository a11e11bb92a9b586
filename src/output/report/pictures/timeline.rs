//! Deadlines over time: a mark for a day, a bar for a period, a dashed line with rings for what comes again.

use maud::{Markup, html};

use super::{figure, short};
use crate::{
    model::{Deadline, DeadlineRelation, Plan},
    output::report::{plain_language, words::Words},
};

const LABEL: f64 = 250.0;
const WIDTH: f64 = 760.0;
const ROW: f64 = 22.0;
const MOST: usize = 80;

/// First and last month of an EDTF date, counted from the year 0; open ends are `None`.
pub(super) fn months(edtf: &str) -> Option<(Option<i32>, Option<i32>)> {
    if let Some((from, to)) = edtf.split_once('/') {
        let from = if from == ".." { None } else { months(from)?.0 };
        let to = if to == ".." { None } else { months(to)?.1 };
        return Some((from, to));
    }
    let mut parts = edtf.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let (first, last) = match parts.next().map(str::parse::<i32>) {
        None => (0, 11),
        Some(Ok(month @ 1..=12)) => (month - 1, month - 1),
        Some(Ok(quarter @ 33..=36)) => ((quarter - 33) * 3, (quarter - 33) * 3 + 2),
        Some(Ok(40)) => (0, 5),
        Some(Ok(41)) => (6, 11),
        _ => return None,
    };
    Some((Some(year * 12 + first), Some(year * 12 + last)))
}

/// The deadlines of a document, one a row.
pub(super) fn of_document(plan: &Plan, w: &Words) -> Markup {
    if plan.deadlines.is_empty() {
        return html! {};
    }
    let dated = |d: &Deadline| d.value.date.as_deref().and_then(months);
    let all: Vec<i32> = plan.deadlines.iter().filter_map(dated).flat_map(|(a, b)| [a, b]).flatten().collect();
    let issued = plan.document.issued_on.as_deref().and_then(months).and_then(|m| m.0);
    let first = all.iter().copied().chain(issued).min().unwrap_or(0) / 12 * 12;
    let last = (all.iter().copied().chain(issued).max().unwrap_or(first) / 12 + 1) * 12;
    #[expect(clippy::cast_lossless, reason = "the count of months of a plan is small")]
    let x = |month: i32| LABEL + (WIDTH - LABEL - 10.0) * ((month - first) as f64 / (last - first).max(12) as f64);
    let rows: Vec<&Deadline> = plan.deadlines.iter().take(MOST).collect();
    let more = plan.deadlines.len() - rows.len();
    let end = ROW * (rows.len() as f64 + 1.5);
    let height = end + ROW * if more > 0 { 2.0 } else { 1.0 };
    let step = usize::try_from((last - first) / 12 / 8).unwrap_or(1).max(1);
    let drawing = html! {
        @for year in (first / 12..=last / 12).step_by(step) {
            line.grid x1=(x(year * 12)) x2=(x(year * 12)) y1=(ROW) y2=(end) {}
            text.tick x=(x(year * 12)) y="14" { (year) }
        }
        @for (i, d) in rows.iter().enumerate() {
            @let y = ROW * (i as f64 + 1.7);
            a href=(format!("#f-{}", d.place.id)) {
                title { (plain_language::deadline(&d.value, w)) }
                text.label x="0" y=(y + 4.0) { (short(&d.place.text, 34)) }
                (mark(d, dated(d), &x, y, (first, last), w))
            }
        }
        (legend(end + ROW * 0.7, w))
        @if more > 0 { text.label x="0" y=(height - 4.0) { (w.more.replace("{}", &more.to_string())) } }
    };
    let said: Vec<String> = rows.iter().map(|d| plain_language::deadline(&d.value, w)).collect();
    figure(w.timeline, &said, (WIDTH, height), &drawing, w)
}

fn legend(y: f64, w: &Words) -> Markup {
    let signs = [
        (w.due, html! { path.point d=(format!("M 6 {} l 6 6 l -6 6 l -6 -6 z", y - 6.0)) {} }),
        (w.during, html! { rect.period x="0" y=(y - 5.0) width="24" height="10" rx="3" {} }),
        (w.from, html! { path.open d=(format!("M 0 {y} L 24 {y} l -6 -4 m 6 4 l -6 4")) {} }),
        (w.recurring, html! { line.again x1="0" x2="24" y1=(y) y2=(y) {} circle.again cx="12" cy=(y) r="4" {} }),
    ];
    html! {
        @for (i, (name, sign)) in signs.iter().enumerate() {
            g transform=(format!("translate({} 0)", LABEL + 125.0 * i as f64)) { (sign) text.label x="32" y=(y + 4.0) { (name) } }
        }
    }
}

/// The months of a year in which a rule's day comes, January is 1, and how far through the month it is. A rhythm without
/// a day comes at its end: the last month of each quarter.
fn occurrences(rule: &str) -> (Vec<i32>, f64) {
    let part = |name: &str| rule.split(';').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
    let numbers = |list: &str| list.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<i32>>();
    let interval = part("INTERVAL").and_then(|n| n.parse().ok()).filter(|n| (1..=12).contains(n)).unwrap_or(1);
    let months = match (part("BYMONTH"), part("FREQ")) {
        (Some(months), _) => numbers(months),
        (None, Some("MONTHLY")) => (1..=12).filter(|m| m % interval == 0).collect(),
        (None, Some("WEEKLY" | "DAILY")) => (1..=12).collect(),
        (None, _) => vec![12],
    };
    let day = part("BYMONTHDAY").and_then(|days| numbers(days).first().copied());
    (months, day.map_or(0.9, |d| f64::from(d.clamp(1, 31)) / 31.0))
}

fn mark(
    deadline: &Deadline,
    when: Option<(Option<i32>, Option<i32>)>,
    x: &dyn Fn(i32) -> f64,
    y: f64,
    (first, last): (i32, i32),
    words: &Words,
) -> Markup {
    let from = when.and_then(|m| m.0);
    let to = when.and_then(|m| m.1);
    if deadline.value.recurrence.is_some() || deadline.value.relation == DeadlineRelation::Recurring {
        let (start, end) = (from.unwrap_or(first), to.filter(|t| Some(*t) != from).unwrap_or(last));
        let (months, part) = occurrences(deadline.value.recurrence.as_deref().unwrap_or_default());
        let falls = |month: &i32| months.contains(&(month.rem_euclid(12) + 1));
        return html! {
            line.again x1=(x(start)) x2=(x(end)) y1=(y) y2=(y) {}
            @for month in (start..end.max(start + 1)).filter(falls) {
                circle.again cx=(x(month) + part * (x(month + 1) - x(month))) cy=(y) r="4" {}
            }
        };
    }
    match (from, to, deadline.value.relation) {
        (None, None, _) => html! { text.undated x=(LABEL + 12.0) y=(y + 4.0) { (words.timeline_undated) } },
        (from, to, DeadlineRelation::During) => {
            let (start, end) = (from.unwrap_or(first), to.unwrap_or(last));
            html! { rect.period x=(x(start)) y=(y - 5.0) width=((x(end + 1) - x(start)).max(4.0)) height="10" rx="3" {} }
        }
        (Some(from), _, DeadlineRelation::From) => html! {
            path.open d=(format!("M {} {y} L {} {y} l -6 -4 m 6 4 l -6 4", x(from), x(last))) {}
        },
        (from, to, _) => {
            let at = x(to.or(from).unwrap_or(last) + 1);
            html! { path.point d=(format!("M {at} {} l 6 6 l -6 6 l -6 -6 z", y - 6.0)) {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn rings_stand_where_a_rule_falls() {
        assert_eq!(occurrences("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=31"), (vec![11], 1.0));
        assert_eq!(occurrences("FREQ=MONTHLY;INTERVAL=3").0, [3, 6, 9, 12]);
        assert_eq!(occurrences("FREQ=YEARLY;BYMONTH=3,6").0, [3, 6]);
        assert_eq!(occurrences("FREQ=YEARLY").0, [12]);
        assert_eq!(occurrences("FREQ=WEEKLY").0.len(), 12);
        assert_eq!(occurrences("FREQ=MONTHLY;INTERVAL=0").0.len(), 12);
    }
}
