//! Pictures where looking beats reading: inline SVG that reads without colour, with words for who cannot see it.

#![expect(clippy::cast_precision_loss, reason = "a picture has few marks, and a pixel is coarse")]

mod bars;
mod horizons;
mod matrix;
mod over_time;
mod timeline;

pub(super) use bars::completeness;
pub(super) use matrix::{Duties, column, over_batch as matrix_over_batch};
pub(super) use over_time::{Times, over_batch as timeline_over_batch};

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

/// A picture with its title, and what it shows in words, a line a mark.
fn figure(title: &str, said: &[String], (width, height): (f64, f64), drawing: &Markup, w: &Words) -> Markup {
    // links within an image would be hidden from who cannot see it
    let role = if drawing.0.contains("<a ") { "group" } else { "img" };
    html! {
        figure {
            figcaption { (title) }
            div.scroll {
                svg role=(role) aria-label=(title) width=(1.15 * (width + 24.0)) viewBox=(format!("-12 -8 {} {}", width + 24.0, height + 16.0))
                    xmlns="http://www.w3.org/2000/svg" { (drawing) }
            }
            details.said { summary { (w.in_words) } ul { @for line in said { li { (line) } } } }
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
