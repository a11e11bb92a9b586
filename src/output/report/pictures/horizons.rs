//! Targets by horizon: shares as bars from 0 to 100, other figures in words.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{figure, short};
use crate::{
    model::{Plan, Target, TargetRole},
    output::report::{plain_language, words::Words},
};

const WIDTH: f64 = 860.0;
const LABEL: f64 = 330.0;
const ROW: f64 = 24.0;
const MOST: usize = 60;

/// The targets of a document, grouped by their horizon.
pub(super) fn of_document(plan: &Plan, w: &Words) -> Markup {
    let mut groups: BTreeMap<Option<&str>, Vec<&Target>> = BTreeMap::new();
    let goals = plan.targets.iter().filter(|t| t.value.role == TargetRole::Target);
    let all: Vec<&Target> = goals.clone().take(MOST).collect();
    let more = goals.count() - all.len();
    for t in &all {
        groups.entry(t.value.by.as_deref()).or_default().push(t);
    }
    if all.is_empty() {
        return html! {};
    }
    let height = ROW * (all.len() + groups.len()) as f64 + ROW;
    let mut y = 0.0;
    let mut rows: Vec<Markup> = Vec::new();
    // what has no horizon comes last
    let named = groups.iter().filter(|g| g.0.is_some()).chain(groups.iter().filter(|g| g.0.is_none()));
    for (by, targets) in named {
        y += ROW;
        let name = by.map_or(w.no_horizon.to_owned(), |by| plain_language::date(by, w));
        rows.push(html! { text.group x="0" y=(y - 6.0) { (name) } });
        for t in targets {
            y += ROW;
            rows.push(row(t, y, w));
        }
    }
    let drawing = html! {
        @for row in &rows { (row) }
        @if more > 0 { text.label x="0" y=(height - 4.0) { (w.more.replace("{}", &more.to_string())) } }
    };
    let say = |t: &&Target| format!("{}: {}", t.value.indicator, plain_language::target(&t.value, w));
    figure(w.horizons, &all.iter().map(say).collect::<Vec<_>>(), (WIDTH, height), &drawing, w)
}

fn row(t: &Target, y: f64, w: &Words) -> Markup {
    let scale = |value: f64| (WIDTH - LABEL - 260.0) * (value / 100.0).clamp(0.0, 1.0);
    let share = t.value.unit.as_deref() == Some("%");
    let (low, high) = (t.value.value, t.value.value_max.unwrap_or(t.value.value));
    let said = plain_language::target(&t.value, w);
    html! {
        a href=(format!("#f-{}", t.place.id)) {
            title { (t.value.indicator) ": " (said) }
            text.label x="0" y=(y - 7.0) { (short(&t.value.indicator, 46)) }
            @if share {
                rect.track x=(LABEL) y=(y - 17.0) width=(scale(100.0)) height="12" {}
                rect.period x=(LABEL) y=(y - 17.0) width=(scale(high)) height="12" {}
                @if high > low { rect.range x=(LABEL + scale(low)) y=(y - 17.0) width=(scale(high) - scale(low)) height="12" {} }
                text.label x=(LABEL + scale(100.0) + 8.0) y=(y - 7.0) { (short(&figure_of(t, w), 42)) }
            } @else {
                text.label x=(LABEL) y=(y - 7.0) { (short(&figure_of(t, w), 80)) }
            }
        }
    }
}

/// The figure and what it is compared with; the horizon stands above.
fn figure_of(t: &Target, w: &Words) -> String {
    plain_language::target(&crate::model::TargetFact { by: None, ..t.value.clone() }, w)
}
