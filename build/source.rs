//! The lists as people write them.

use std::fs;

use toml::{Table, Value};

pub(crate) const FOLDER: &str = "src/lexicon/data";

/// The list of `src/lexicon/data/NAME.toml`.
pub(crate) fn read(name: &str) -> Table {
    let path = format!("{FOLDER}/{name}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    text.parse().unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The text of a field.
pub(crate) fn text<'t>(table: &'t Table, field: &str) -> &'t str {
    table.get(field).and_then(Value::as_str).unwrap_or_else(|| panic!("no text {field} in {table:?}"))
}

/// The texts of a field; none where it is left out.
pub(crate) fn texts<'t>(table: &'t Table, field: &str) -> Vec<&'t str> {
    let text = |value: &'t Value| value.as_str().unwrap_or_else(|| panic!("{field} has other than texts in {table:?}"));
    values(table, field).iter().map(text).collect()
}

/// The entries of a list.
pub(crate) fn rows<'t>(table: &'t Table, field: &str) -> Vec<&'t Table> {
    values(table, field).iter().filter_map(Value::as_table).collect()
}

/// A table in a table.
pub(crate) fn table<'t>(table: &'t Table, field: &str) -> &'t Table {
    table.get(field).and_then(Value::as_table).unwrap_or_else(|| panic!("no table {field} in {table:?}"))
}

fn values<'t>(table: &'t Table, field: &str) -> &'t [Value] {
    let array = |value: &'t Value| value.as_array().unwrap_or_else(|| panic!("{field} is no list in {table:?}"));
    table.get(field).map(array).map_or(&[], Vec::as_slice)
}
