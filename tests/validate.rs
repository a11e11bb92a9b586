//! The rules for records: a good one breaks none, each broken one is told where.

use std::{fs, path::PathBuf};

use kehoach::validate::{edtf, iso, line_of, problems};
use proptest::prelude::*;
use serde_json::{Value, json};

fn record() -> Value {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/eval/out/xa-an-phu.json");
    serde_json::from_str(&fs::read_to_string(file).expect("a fixture")).expect("JSON")
}

#[test]
fn a_good_record_has_no_problems() {
    assert_eq!(problems(&record()), []);
    let mut without_text = record();
    without_text.as_object_mut().expect("an object").remove("text");
    assert_eq!(problems(&without_text), []);
}

/// Each rule finds what breaks it, at its place, and nothing else speaks up.
#[test]
fn each_rule_finds_what_breaks_it() {
    for (pointer, value, rule, at) in [
        ("/targets/0/section", json!("I.2"), "fact-inside", "/targets/0/span"),
        ("/id", json!("0000000000000000"), "record-id", "/id"),
        ("/targets/0/text", json!("66%"), "span-text", "/targets/0/text"),
        ("/document/evidence/title/text", json!("x"), "span-text", "/document/evidence/title/text"),
        ("/targets/0/span/end", json!(0), "span-range", "/targets/0/span"),
        ("/diagnostics/0/span", json!({ "start": 0, "end": 999_999 }), "span-range", "/diagnostics/0/span"),
        ("/sections/3/id", json!("I.1"), "section-id", "/sections/3/id"),
        ("/sections/2/parent", json!("II"), "section-parent", "/sections/2/parent"),
        ("/sections/2/parent", json!("0"), "section-parent", "/sections/2/parent"),
        ("/sections/2/level", json!(3), "section-parent", "/sections/2/level"),
        ("/sections/1/level", json!(2), "section-parent", "/sections/1/level"),
        ("/sections/9/span", json!({ "start": 1, "end": 2 }), "section-order", "/sections/9/span/start"),
        ("/targets/1/id", json!("t1"), "fact-id", "/targets/1/id"),
        ("/targets/3/id", json!("t2"), "fact-id", "/targets/3/id"),
        ("/citations/0/section", json!("IX"), "fact-section", "/citations/0/section"),
        ("/assignments/3/section", json!("I"), "fact-order", "/assignments/3/section"),
        ("/assignments/0/deadlines/0", json!("d9"), "reference", "/assignments/0/deadlines/0"),
        ("/assignments/0/task_refs/0", json!("I.9"), "reference", "/assignments/0/task_refs/0"),
        ("/deadlines/0/date", json!("2026-02-30"), "edtf", "/deadlines/0/date"),
        ("/targets/0/by", json!("2028/2025"), "edtf", "/targets/0/by"),
        ("/document/period", json!("2028/2026"), "edtf", "/document/period"),
        ("/deadlines/1/recurrence", json!("FREQ=YEARLY;BYMONTH=13"), "recurrence", "/deadlines/1/recurrence"),
        ("/targets/1/value_max", json!(3), "range", "/targets/1/value_max"),
        ("/targets/0/value", json!("65"), "schema", "/targets/0/value"),
        ("/targets/0/comparator", json!("about"), "schema", "/targets/0/comparator"),
        ("/document/issued_on", json!("05/02/2026"), "schema", "/document/issued_on"),
        ("/sections/0/kind", json!("mục"), "schema", "/sections/0/kind"),
        ("/sections/0/level", json!(0), "schema", "/sections/0/level"),
        ("/targets/0/span/start", json!(-1), "schema", "/targets/0/span/start"),
    ] {
        let mut broken = record();
        let (above, name) = pointer.rsplit_once('/').expect("a pointer");
        match name.parse::<usize>() {
            Ok(item) => broken.pointer_mut(above).expect("a list")[item] = value.clone(),
            Err(_) => broken.pointer_mut(above).expect("an object")[name] = value.clone(),
        }
        let found = problems(&broken);
        assert!(found.iter().any(|p| p.rule == rule && p.path == at), "{pointer} = {value}: {found:#?}");
        let others = |p: &&kehoach::validate::Problem| !p.path.starts_with(at) && rule != "section-id";
        let others: Vec<_> = found.iter().filter(others).filter(|p| p.rule == "schema").collect();
        assert!(others.is_empty(), "{pointer} = {value}: {others:#?}");
    }
}

#[test]
fn facts_out_of_order_and_text_not_composed_are_found() {
    let mut broken = record();
    let targets = broken["targets"].as_array_mut().expect("targets");
    targets.swap(0, 1);
    let rules: Vec<&str> = problems(&broken).iter().map(|p| p.rule).collect();
    assert!(rules.contains(&"fact-order") && rules.contains(&"fact-id"), "{rules:?}");
    let mut broken = record();
    broken["text"] = "e\u{302}".into();
    assert!(problems(&broken).iter().any(|p| p.rule == "text-form"));
}

#[test]
fn odd_values_are_problems_not_panics() {
    for odd in [json!(null), json!([]), json!("x"), json!({}), json!({ "text": 1, "targets": [1], "sections": {} })] {
        assert!(problems(&odd).iter().any(|p| p.rule == "schema"), "{odd}");
    }
}

proptest! {
    #[test]
    fn readers_of_formal_notations_take_any_text(text in "[-0-9/.;=,PTYMWDFREQBA\\u{1ebf}]{0,24}") {
        edtf::is_date(&text);
        edtf::is_period(&text);
        iso::is_recurrence(&text);
        iso::is_duration(&text);
    }

    /// A day that the reader takes is taken by the pattern of the schema, and the other way round apart from days
    /// that no calendar has.
    #[test]
    fn the_reader_of_dates_and_the_schema_agree(year in 1900..2100_u32, month in 0..14_u32, day in 0..33_u32) {
        let schema = kehoach::model::schema();
        let pattern = &schema["$defs"]["Deadline"]["properties"]["date"];
        for date in [format!("{year}-{month:02}"), format!("{year}-{month:02}-{day:02}"), format!("{year}-{day}")] {
            let (read, matched) = (edtf::is_date(&date), jsonschema::is_valid(pattern, &json!(date)));
            prop_assert!(read == matched || (matched && day > 28), "{date}");
        }
    }

    #[test]
    fn lines_of_any_text_are_found(text in "[\\[\\]{}:,\"\\\\a0\\n ]{0,40}", pointer in "(/[a0~]{1,2}){0,3}") {
        prop_assert!(line_of(&text, &pointer) <= 1 + text.matches('\n').count());
    }

    #[test]
    fn a_record_with_any_one_value_changed_is_checked(n in 0..2000_usize, kind in 0..7_usize) {
        let odd = [json!(null), json!(-1), json!(9e99), json!("é"), json!([]), json!({}), json!([{}, 1])];
        let mut record = record();
        let mut places = Vec::new();
        pointers(&record, String::new(), &mut places);
        let place = &places[n % places.len()];
        *record.pointer_mut(place).expect("a place of the record") = odd[kind].clone();
        problems(&record);
    }
}

/// The paths of all values.
fn pointers(value: &Value, path: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                pointers(item, format!("{path}/{n}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, format!("{path}/{name}"), all);
            }
        }
        _ => {}
    }
    all.push(path);
}
