//! How complete the metadata of a batch are: a bar a field.

use maud::{Markup, html};

use super::figure;
use crate::output::report::words::Words;

/// Of each field: its name and how many of the documents have it.
pub(in super::super) fn completeness(fields: &[(&str, usize)], documents: usize, w: &Words) -> Markup {
    if documents == 0 {
        return html! {};
    }
    let share = |count: usize| count as f64 / documents as f64;
    let drawing = html! {
        @for (i, (name, count)) in fields.iter().enumerate() {
            @let y = 24.0 * i as f64 + 6.0;
            text.label x="0" y=(y + 12.0) { (name) }
            rect.track x="200" y=(y) width="400" height="14" {}
            rect.period x="200" y=(y) width=(400.0 * share(*count)) height="14" { title { (count) "/" (documents) } }
            text.label x="612" y=(y + 12.0) { (format!("{:.0} % ({count}/{documents})", 100.0 * share(*count))) }
        }
    };
    let said: Vec<String> = fields.iter().map(|(name, count)| format!("{name}: {count}/{documents}")).collect();
    figure(w.completeness, &said, (760.0, 24.0 * fields.len() as f64 + 12.0), &drawing, w)
}
