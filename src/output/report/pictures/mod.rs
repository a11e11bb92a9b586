//! Pictures where looking beats reading: inline SVG that reads without colour, with words for who cannot see it.

#![expect(clippy::cast_precision_loss, reason = "a picture has few marks, and a pixel is coarse")]

mod bars;
mod horizons;
mod matrix;
mod timeline;

pub(super) use bars::completeness;
pub(super) use matrix::{Duties, column, over_batch as matrix_over_batch};
pub(super) use timeline::{months, over_batch as timeline_over_batch};

use maud::{Markup, html};

use super::words::Words;
use crate::model::Plan;

/// The pictures of one document.
pub(super) fn of_document(plan: &Plan, w: &Words) -> Markup {
    html! {
        (timeline::of_document(plan, w))
        (horizons::of_document(plan, w))
        (matrix::of_document(plan, w))
    }
}

/// A picture with its title, and what it says in words.
fn figure(title: &str, summary: &str, width: f64, height: f64, drawing: &Markup) -> Markup {
    html! {
        figure {
            figcaption { (title) }
            svg role="img" aria-label=(format!("{title}: {summary}")) viewBox=(format!("0 0 {width} {height}"))
                xmlns="http://www.w3.org/2000/svg" {
                title { (title) }
                desc { (summary) }
                (drawing)
            }
        }
    }
}

/// At most `most` letters of a text.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}
