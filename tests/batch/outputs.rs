//! Every output holds what the records hold.

use std::{
    collections::BTreeMap,
    env, fs,
    io::Read,
    path::{Path, PathBuf},
    process::Command,
};

use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
};
use serde_json::Value;

use super::{composed, extract, outputs};

/// The records of the composed plans, and a folder with all outputs made from them.
fn all() -> (Vec<Value>, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let input = composed().to_string_lossy().into_owned();
    let (code, _, errors) = extract(std::iter::once(input.clone()).chain(outputs(folder.path(), true)));
    assert_eq!(code, Some(0), "{errors}");
    let (_, lines, _) = extract([input]);
    let lines = String::from_utf8(lines).expect("UTF-8");
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let golds = |e: &std::fs::DirEntry| e.file_name().to_string_lossy().ends_with(".gold.json");
    let plans = std::fs::read_dir(composed()).expect("plans").filter_map(Result::ok).filter(golds).count();
    assert_eq!(records.len(), plans);
    (records, folder)
}

fn count(records: &[Value], list: &str) -> usize {
    records.iter().map(|r| r[list].as_array().map_or(0, Vec::len)).sum()
}

#[test]
fn json_lines_are_the_same_in_every_wrapping() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let input = composed();
    let unwrapped = |name: &str| {
        let file = folder.path().join(name);
        let (code, _, errors) = extract([input.as_os_str(), "--jsonl".as_ref(), file.as_os_str()]);
        assert_eq!(code, Some(0), "{errors}");
        let bytes = fs::read(file).expect("written");
        let mut out = Vec::new();
        match name.rsplit('.').next() {
            Some("zst") => zstd::Decoder::new(&bytes[..]).expect("zstd").read_to_end(&mut out),
            Some("gz") => flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut out),
            _ => (&bytes[..]).read_to_end(&mut out),
        }
        .expect("whole");
        out
    };
    let plain = extract([input.as_os_str()]).1;
    assert!(!plain.is_empty());
    for name in ["plans.jsonl", "plans.jsonl.zst", "plans.jsonl.gz"] {
        assert!(unwrapped(name) == plain, "{name}");
    }
}

#[test]
fn csv_has_a_row_for_each_fact() {
    let (records, folder) = all();
    let rows = |name: &str| {
        let bytes = fs::read(folder.path().join("csv").join(name)).expect("a table");
        assert!(bytes.ends_with(b"\r\n"));
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let rows: Result<Vec<BTreeMap<String, String>>, _> = reader.deserialize().collect();
        rows.expect("RFC 4180")
    };
    for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
        assert_eq!(rows(&format!("{list}.csv")).len(), count(&records, list), "{list}");
    }
    assert_eq!(rows("documents.csv").len(), records.len());
    let first = &records[0];
    let (row, fact) = (&rows("assignments.csv")[0], &first["assignments"][0]);
    assert_eq!((&row["document_id"], &row["agency"]), (&text(&first["id"]), &text(&fact["agency"])));
    let sections = rows("sections.csv");
    assert!(sections.iter().any(|row| row["text"].contains('\n')), "a cell of several lines");
    let bom = folder.path().join("bom");
    extract([composed().as_os_str(), "--csv".as_ref(), bom.as_os_str(), "--bom".as_ref()]);
    let with = fs::read(bom.join("targets.csv")).expect("a table");
    let without = fs::read(folder.path().join("csv/targets.csv")).expect("a table");
    assert!(with.strip_prefix("\u{feff}".as_bytes()) == Some(&without[..]));
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

#[test]
fn parquet_has_typed_columns_lists_and_the_version_of_its_shape() {
    let (records, folder) = all();
    let open = |name: &str| {
        let file = fs::File::open(folder.path().join(format!("parquet/{name}.parquet"))).expect("a table");
        SerializedFileReader::new(file).expect("Parquet")
    };
    for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
        let rows = open(list).metadata().file_metadata().num_rows();
        assert_eq!(rows, i64::try_from(count(&records, list)).expect("few"), "{list}");
    }
    let reader = open("assignments");
    let metadata = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    let version = metadata.iter().find(|m| m.key == "kehoach.schema_version").and_then(|m| m.value.clone());
    assert_eq!(version.as_deref(), records[0]["schema_version"].as_str());
    let rows = reader.into_iter().map(|row| row.expect("a row"));
    let rows: Vec<Value> = rows.map(|row| row.get_column_iter().map(|(n, f)| (n.clone(), json(f))).collect()).collect();
    let facts = records.iter().flat_map(|r| r["assignments"].as_array().expect("a list"));
    for (row, fact) in rows.iter().zip(facts) {
        for column in ["id", "agency", "agency_id", "role", "partners", "task", "deadlines", "task_refs"] {
            assert_eq!(row[column], fact[column], "{column} of {}", fact["id"]);
        }
        assert_eq!(row["start"], fact["span"]["start"]);
    }
}

fn json(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Str(text) => text.as_str().into(),
        Field::Long(n) => (*n).into(),
        Field::Double(n) => (*n).into(),
        Field::ListInternal(list) => list.elements().iter().map(json).collect(),
        other => panic!("a column of another type: {other}"),
    }
}

/// Whether the tables load and join elsewhere: in pandas, where it is installed.
#[test]
fn parquet_loads_in_pandas() {
    let python = env::var_os("KEHOACH_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let has = Command::new(&python).args(["-c", "import pandas, pyarrow"]).output();
    if !has.is_ok_and(|done| done.status.success()) {
        eprintln!("skipped: no pandas with pyarrow in {} (KEHOACH_PYTHON names another)", python.display());
        return;
    }
    let (records, folder) = all();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/batch/parquet_in_pandas.py");
    let done = Command::new(&python).arg(script).arg(folder.path()).output().expect("python runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let counts: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(counts["targets"], count(&records, "targets"));
    assert_eq!(counts["joined"], count(&records, "assignments"));
}

#[test]
fn the_calendar_has_an_entry_a_deadline_that_keeps_to_its_rules() {
    let (records, folder) = all();
    let text = fs::read_to_string(folder.path().join("deadlines.ics")).expect("a calendar");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let unfolded = text.replace("\r\n ", "");
    let entries: Vec<Vec<&str>> = unfolded
        .split("BEGIN:V")
        .filter(|e| e.starts_with("EVENT") || e.starts_with("TODO"))
        .map(|e| e.split("\r\n").collect())
        .collect();
    assert_eq!(entries.len(), count(&records, "deadlines"));
    let property =
        |entry: &[&str], name: &str| entry.iter().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    let mut uids = std::collections::BTreeSet::new();
    let mut rules = 0;
    for entry in &entries {
        assert!(uids.insert(property(entry, "UID:").expect("a UID")));
        assert!(property(entry, "DTSTAMP:").is_some() && property(entry, "SUMMARY:").is_some());
        let start = property(entry, "DTSTART;VALUE=DATE:");
        assert_eq!(start.is_some(), entry[0] == "EVENT");
        if let (Some(start), Some(end)) = (&start, property(entry, "DTEND;VALUE=DATE:")) {
            assert!(*start < end, "{entry:?}");
        }
        if let (Some(start), Some(rule)) = (start, property(entry, "RRULE:")) {
            // to another reader the first day is one that the rule has
            let set: rrule::RRuleSet =
                format!("DTSTART:{start}T000000Z\nRRULE:{rule}").parse().unwrap_or_else(|e| panic!("{rule}: {e}"));
            let first = set.all(1).dates[0].format("%Y%m%d").to_string();
            assert_eq!(first, start, "{rule}");
            rules += 1;
        }
    }
    assert!(rules > 5, "{rules}");
}
