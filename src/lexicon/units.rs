//! What plans count: communes, workers, hectares, classes, money.
//!
//! The list is `data/units.toml`. A noun that is not in it still works by its shape (see the targets family); the list
//! says where the noun ends and its modifiers begin (`7.000 lao động trực tiếp` counts `lao động`), and what kind of
//! thing it is.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::list;
use crate::text::{fold, letters::is_alphanumeric};

/// A counted noun or a measure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Unit {
    /// As officials write it.
    pub name: String,
    /// What kind of thing it is.
    pub kind: UnitKind,
    /// A clause that counts it.
    pub example: String,
}

/// What kind of thing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// Communes, districts, villages.
    Place,
    /// People and groups of people.
    People,
    /// Bodies that act: enterprises, schools, clubs.
    Body,
    /// Things and works.
    Thing,
    /// Meetings, courses, campaigns.
    Event,
    /// Products of writing and publishing.
    Paper,
    /// Length, area, weight, energy, points.
    Measure,
    /// Lengths of time, which seldom are a goal.
    Time,
    /// `tuổi`: a goal only as life expectancy.
    Age,
}

#[derive(Deserialize)]
struct List {
    units: Vec<Unit>,
}

static UNITS: LazyLock<FxHashMap<String, Vec<(String, Unit)>>> = LazyLock::new(|| {
    let list: List = list!("units");
    let mut by_first: FxHashMap<String, Vec<(String, Unit)>> = FxHashMap::default();
    for unit in list.units {
        let folded = fold(&unit.name);
        let first = first_word(&folded).to_owned();
        by_first.entry(first).or_default().push((folded, unit));
    }
    for units in by_first.values_mut() {
        units.sort_by_key(|(folded, _)| std::cmp::Reverse(folded.len()));
    }
    by_first
});

/// The longest unit that starts exactly at byte `at` of a folded text and ends with a word; and where it ends.
///
/// ```
/// use kehoach::lexicon::units;
/// let text = "lao động trực tiếp";
/// assert_eq!(units::at(text, 0).map(|(unit, end)| (unit.name.as_str(), end)), Some(("lao động", "lao động".len())));
/// ```
pub fn at(folded: &str, at: usize) -> Option<(&'static Unit, usize)> {
    let rest = folded.get(at..)?;
    let units = UNITS.get(first_word(rest))?;
    units
        .iter()
        .find(|(unit, _)| rest.strip_prefix(unit.as_str()).is_some_and(|after| !after.starts_with(is_alphanumeric)))
        .map(|(folded, unit)| (unit, at + folded.len()))
}

/// All units, in no order that means anything.
pub fn all() -> impl Iterator<Item = &'static Unit> {
    UNITS.values().flatten().map(|(_, unit)| unit)
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_alphanumeric(c)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_found_in_its_example_and_no_longer_one_hides_it() {
        for unit in all() {
            let example = fold(&unit.example);
            let name = fold(&unit.name);
            let here = example.match_indices(&name).any(|(i, _)| {
                example[..i].trim_end().ends_with(|c: char| c.is_ascii_digit())
                    && at(&example, i).is_some_and(|(found, _)| found == unit)
            });
            assert!(here, "{} in {:?}", unit.name, unit.example);
        }
    }

    #[test]
    fn a_unit_ends_with_its_word() {
        assert_eq!(at("hađang", 0), None);
        assert_eq!(at("", 0), None);
        assert_eq!(at("ha", 9), None);
    }
}
