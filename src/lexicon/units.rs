//! What plans count: communes, workers, hectares, classes, money.
//!
//! The list is `data/units.toml`. A noun that is not in it still works by its shape (see the targets family); the list
//! says where the noun ends and its modifiers begin (`7.000 lao động trực tiếp` counts `lao động`), and what kind of
//! thing it is.

use super::{Phrases, list};

/// A counted noun or a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As officials write it.
    pub name: &'static str,
    /// What kind of thing it is.
    pub kind: UnitKind,
    /// A clause that counts it.
    pub example: &'static str,
}

/// What kind of thing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

static UNITS: &[Unit] = list!("units");

static NAMES: Phrases<&Unit> = list!("unit_names");

/// The longest unit that starts exactly at byte `at` of a folded text and ends with a word; and where it ends.
///
/// ```
/// use kehoach::lexicon::units;
/// let text = "lao động trực tiếp";
/// assert_eq!(units::at(text, 0).map(|(unit, end)| (unit.name, end)), Some(("lao động", "lao động".len())));
/// ```
pub fn at(folded: &str, at: usize) -> Option<(&'static Unit, usize)> {
    let (length, unit) = NAMES.at_start(folded.get(at..)?)?;
    Some((unit, at + length))
}

/// All units.
pub fn all() -> &'static [Unit] {
    UNITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_unit_is_found_in_its_example_and_no_longer_one_hides_it() {
        for unit in all() {
            let example = fold(unit.example);
            let name = fold(unit.name);
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
