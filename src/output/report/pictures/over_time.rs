//! How many deadlines of a batch fall into each year; those that come again and those without a date stand apart.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{figure, timeline::months};
use crate::{model::DeadlineFact, output::report::words::Words};

const WIDTH: f64 = 760.0;
const TALL: f64 = 130.0;
const FLOOR: f64 = 160.0;
const WORD: f64 = 100.0;
/// Years between two others are shown even when nothing falls into them, unless a date is far off all others.
const MOST_YEARS: i32 = 40;

/// The deadlines of a batch, counted.
#[derive(Debug, Default)]
pub(in super::super) struct Times {
    years: BTreeMap<i32, usize>,
    recurring: usize,
    undated: usize,
}

impl Times {
    pub(in super::super) fn add(&mut self, deadline: &DeadlineFact) {
        let last = deadline.date.as_deref().and_then(months).and_then(|(a, b)| b.or(a));
        match last {
            _ if deadline.recurrence.is_some() => self.recurring += 1,
            Some(month) => *self.years.entry(month / 12).or_default() += 1,
            None => self.undated += 1,
        }
    }
}

/// A bar a year.
pub(in super::super) fn over_batch(times: &Times, w: &Words) -> Markup {
    let mut years = times.years.clone();
    if let (Some((&first, _)), Some((&last, _))) = (years.first_key_value(), years.last_key_value())
        && last - first < MOST_YEARS
    {
        for year in first..=last {
            years.entry(year).or_default();
        }
    }
    let mut bars: Vec<(String, usize, &str)> = years.iter().map(|(y, n)| (y.to_string(), *n, "period")).collect();
    bars.push((w.recurring.to_owned(), times.recurring, "again"));
    bars.push((w.timeline_undated.to_owned(), times.undated, "undated"));
    let most = bars.iter().map(|(_, n, _)| *n).max().unwrap_or(0);
    if most == 0 {
        return html! {};
    }
    // the last two bear words, which are longer than years
    let wide = ((WIDTH - 2.0 * WORD) / years.len().max(1) as f64).min(WORD);
    let middle = |i: usize| {
        let words = i.saturating_sub(years.len());
        wide * ((i - words).min(years.len()) as f64)
            + if i < years.len() { wide / 2.0 } else { WORD * (words as f64 + 0.5) }
    };
    let step = years.len() / 16 + 1;
    let thick = (wide * 0.7).min(40.0);
    let drawing = html! {
        @for (i, (name, count, class)) in bars.iter().enumerate() {
            @let tall = TALL * *count as f64 / most as f64;
            rect.(class) x=(middle(i) - thick / 2.0) y=(FLOOR - tall) width=(thick) height=(tall) { title { (name) ": " (count) } }
            @if i >= years.len() || i % step == 0 { text.tick x=(middle(i)) y=(FLOOR + 18.0) { (name) } }
            text.tick x=(middle(i)) y=(FLOOR - 6.0 - tall) { (count) }
        }
        line.grid x1="0" x2=(WIDTH) y1=(FLOOR) y2=(FLOOR) {}
    };
    let said: Vec<String> = bars.iter().map(|(name, count, _)| format!("{name}: {count}")).collect();
    figure(w.timeline, &said, (WIDTH, FLOOR + 24.0), &drawing, w)
}
