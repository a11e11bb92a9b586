//! The parts of a plan numbered by their place, where most of their numbers say just that: `I1.`, `1I.`, `II.`, `IV.`, `V.`
//! over titles in capitals are I to V.

use super::{Candidate, is_title, roman};
use crate::value::marker::Style;

/// A plan has more parts hardly ever; more titles begin anew somewhere.
const MOST: usize = 15;

/// The candidates whose number is another than they show, with it.
pub(super) fn by_place(candidates: &[Candidate]) -> Vec<(usize, u32)> {
    let part = |c: &Candidate| {
        let strokes = c.marker.style == Style::Roman || c.loose && !c.speck && c.marker.style == Style::Arabic;
        strokes && is_title(c.words)
    };
    let parts: Vec<(usize, u32, Option<u32>)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, c)| part(c))
        .zip(1..)
        .map(|((at, c), place)| (at, place, roman(&c.marker.label)))
        .collect();
    let right = parts.iter().filter(|(_, place, read)| *read == Some(*place)).count();
    let last_is_right = parts.last().is_some_and(|(_, place, read)| *read == Some(*place));
    let looks_like = |(at, place, read): &(usize, u32, Option<u32>)| {
        let (lost, added) = (read.map(|r| r + 1) == Some(*place), *read == Some(place + 1));
        *read == Some(*place) || lost || added && candidates[*at].loose
    };
    // `1.`, `I.`, `II.`, `1V.`: the last of four stands where it says, and each other lost a stroke
    let enough = right >= 3 || right == 2 && parts.len() >= 4;
    if parts.len() > MOST || !enough || right * 2 < parts.len() || !last_is_right || !parts.iter().all(looks_like) {
        return Vec::new();
    }
    let wrong = |(at, place, read): &(usize, u32, Option<u32>)| candidates[*at].loose || *read != Some(*place);
    parts.iter().filter(|p| wrong(p)).map(|(at, place, _)| (*at, *place)).collect()
}
