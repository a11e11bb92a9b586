//! Compares records with gold records, field by field.
//!
//! Lists are aligned in reading order (the common subsequence of greatest weight), so one missed or added fact costs
//! one. Precision, recall and F1 count over all documents. Sections align by kind and by how alike their first words
//! are; their ids are an attribute, and the section of a fact is compared through the aligned node, so one wrong id is
//! not counted again and again. An attribute with an ordinary value (`null`, `eq`, `target`, an empty list) is scored
//! by F1 over the values that are not ordinary, others by accuracy, over the matched facts only.
//!
//! ```no_run
//! # use std::path::Path;
//! let scores = kehoach::eval::compare_folders(Path::new("gold"), Path::new("out"))?;
//! assert!(scores.lists["targets"].f1 > 0.97);
//! # Ok::<(), kehoach::eval::ReadError>(())
//! ```

mod align;
mod document;
mod equality;
mod load;
mod pairs;
mod sequence;
mod tally;

use std::path::Path;

use rayon::prelude::*;
use serde_json::Value;

pub use load::{Loaded, ReadError, load};
pub use tally::{AttributeScore, DocumentScores, LISTS, ListScore, Miss, Scores};

use tally::Tally;

/// Compares the records below `output` with the gold records below `gold`.
///
/// Both are folders (searched below for `*.json`, one record a file, matched by the name up to its first dot) or
/// single files; either may also be a `.jsonl` file whose records carry `source.path`. One file is compared with one
/// file whatever their names.
pub fn compare_folders(gold: &Path, output: &Path) -> Result<Scores, ReadError> {
    let (gold_records, mut output_records) = (load(gold)?, load(output)?);
    let one_to_one = gold_records.records.len() == 1 && output_records.records.len() == 1;
    if one_to_one && gold.is_file() && output.is_file() {
        output_records.records[0].0.clone_from(&gold_records.records[0].0);
    }
    let mut scores = compare(&gold_records.records, &output_records.records);
    scores.warnings = gold_records.warnings;
    scores.warnings.append(&mut output_records.warnings);
    Ok(scores)
}

/// Compares records by name; a gold record without an output record counts as an empty one.
pub fn compare(gold: &[(String, Value)], output: &[(String, Value)]) -> Scores {
    let output_of = |name: &str| output.iter().find(|(n, _)| n == name).map(|(_, record)| record);
    let tallies: Vec<Tally> = gold
        .par_iter()
        .map(|(name, record)| document::compare(name, record, output_of(name).unwrap_or(&Value::Null)))
        .collect();
    let absent = gold.iter().map(|(name, _)| name.clone()).filter(|name| output_of(name).is_none()).collect();
    let names = gold.iter().map(|(name, _)| name.as_str());
    Scores::new(names.zip(tallies), absent)
}
