//! What the records call a standard is one to a parser that is not ours.

use std::{fs, path::Path};

use kehoach::{ingest::Format, pipeline::Pipeline};
use rrule::{RRule, Unvalidated};

#[test]
fn recurrences_are_rules_of_rfc_5545() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut wrong = Vec::new();
    for path in entries.map(|e| e.expect("an entry").path()).filter(|p| Format::of(p).is_some()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("a readable plan");
        let Ok(plan) = Pipeline::default().extract(&bytes, name.as_ref()) else { continue };
        let record = serde_json::to_value(&plan).expect("a record is JSON");
        for deadline in record["deadlines"].as_array().into_iter().flatten() {
            let Some(rule) = deadline["recurrence"].as_str() else { continue };
            if let Err(error) = rule.parse::<RRule<Unvalidated>>() {
                wrong.push(format!("{name}: {rule}: {error}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
