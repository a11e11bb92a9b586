//! What the records call a standard is one to a parser that is not ours.
//!
//! Dates are EDTF to the `edtf` crate, recurrences RFC 5545 rules to `rrule`. EDTF level 2 numbers quarters 33 to 36 and
//! halves of a year 40 and 41; that crate stops at level 1, so these alone are shown to it as the seasons that it knows
//! (21 to 24). What they are is checked by ours.

use std::{fs, path::Path};

use edtf::level_1::Edtf;
use kehoach::{ingest::Format, pipeline::Pipeline};
use rrule::{RRule, Unvalidated};
use serde_json::Value;

/// The records of the composed plans.
fn records() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let entries = fs::read_dir(folder).expect("composed plans");
    let plans = entries.map(|e| e.expect("an entry").path()).filter(|p| Format::of(p).is_some());
    let read = plans.filter_map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("a readable plan");
        let plan = Pipeline::default().extract(&bytes, name.as_ref()).ok()?;
        Some((name, serde_json::to_value(&plan).expect("a record is JSON")))
    });
    read.collect()
}

/// What the cases of one folder expect of the field `name`: all its values.
fn of_cases(folder: &str, name: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("cases") {
        let path = entry.expect("an entry").path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a readable file");
        let table: toml::Table = toml::from_str(&text).expect("TOML");
        values(&toml::Value::Table(table), name, &mut |value| found.push((file.clone(), value.to_owned())));
    }
    found
}

fn values(of: &toml::Value, name: &str, take: &mut dyn FnMut(&str)) {
    match of {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value.as_str().filter(|_| key == name) {
                    Some(value) => take(value),
                    None => values(value, name, take),
                }
            }
        }
        toml::Value::Array(all) => all.iter().for_each(|value| values(value, name, take)),
        _ => {}
    }
}

/// All values of `field` in the lists of a record.
fn of_records(lists: &[&str], field: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, record) in records() {
        for fact in lists.iter().filter_map(|list| record[*list].as_array()).flatten() {
            found.extend(fact[field].as_str().map(|value| (name.clone(), value.to_owned())));
        }
        found.extend(record["document"][field].as_str().map(|value| (name.clone(), value.to_owned())));
    }
    found
}

/// A quarter or a half as a season of level 1; every other date as it is.
fn level_1(date: &str) -> String {
    let season = |part: &str| match part.rsplit_once('-') {
        Some((year, "33" | "40")) if year.len() == 4 => format!("{year}-21"),
        Some((year, "34")) if year.len() == 4 => format!("{year}-22"),
        Some((year, "35" | "41")) if year.len() == 4 => format!("{year}-23"),
        Some((year, "36")) if year.len() == 4 => format!("{year}-24"),
        _ => part.to_owned(),
    };
    if date.contains('/') { date.to_owned() } else { season(date) }
}

#[test]
fn dates_are_edtf() {
    let mut dates = of_records(&["deadlines", "citations"], "date");
    dates.extend(of_records(&["targets"], "by"));
    dates.extend(of_records(&[], "issued_on"));
    dates.extend(of_records(&[], "period"));
    dates.extend(of_cases("deadlines", "date"));
    dates.extend(of_cases("citations", "date"));
    assert!(dates.len() > 100, "{} dates", dates.len());
    let wrong: Vec<String> = dates
        .iter()
        .filter_map(|(name, date)| Edtf::parse(&level_1(date)).err().map(|e| format!("{name}: {date}: {e:?}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for not in ["2025-13", "2025-02-30", "2025/2024-13", "quý 1", "2025-42"] {
        assert!(Edtf::parse(&level_1(not)).is_err(), "{not} is no date");
    }
}

#[test]
fn recurrences_are_rules_of_rfc_5545() {
    let mut rules = of_records(&["deadlines"], "recurrence");
    rules.extend(of_cases("deadlines", "recurrence"));
    assert!(rules.len() > 50, "{} rules", rules.len());
    let wrong: Vec<String> = rules
        .iter()
        .filter_map(|(name, rule)| rule.parse::<RRule<Unvalidated>>().err().map(|e| format!("{name}: {rule}: {e}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
