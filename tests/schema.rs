//! The schema is made from the types; the file in the repository is a copy of it.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schemas/plan.schema.json")
}

#[test]
fn the_schema_file_is_that_of_the_types() {
    let schema = format!("{:#}\n", kehoach::model::schema());
    if env::var_os("KEHOACH_BLESS").is_some() {
        fs::write(file(), &schema).expect("schemas/ is writable");
    }
    let written = fs::read_to_string(file()).unwrap_or_default();
    assert!(
        written == schema,
        "schemas/plan.schema.json is not the schema of the types; mend it with\n\n    \
         KEHOACH_BLESS=1 cargo test --test schema\n"
    );
}

/// Calls `visit` with each object schema of the schema, by name.
fn objects(schema: &Value, mut visit: impl FnMut(&str, &Value)) {
    visit("Plan", schema);
    for (name, object) in schema["$defs"].as_object().expect("definitions") {
        if object.get("properties").is_some() {
            visit(name, object);
        }
    }
}

#[test]
fn every_field_and_type_says_what_it_means() {
    let schema = kehoach::model::schema();
    for (name, kind) in schema["$defs"].as_object().expect("definitions") {
        assert!(kind["description"].is_string(), "{name} has no description");
        for variant in kind["oneOf"].as_array().into_iter().flatten() {
            assert!(variant["description"].is_string(), "{name}: {variant} has no description");
        }
    }
    objects(&schema, |name, object| {
        for (field, property) in object["properties"].as_object().expect("properties") {
            assert!(property["description"].is_string(), "{name}.{field} has no description");
        }
    });
}

#[test]
fn every_field_that_is_always_written_is_required() {
    let left_out = [
        "Plan.text",
        "Source.pages",
        "Diagnostic.span",
        "Target.confidence",
        "Deadline.confidence",
        "Assignment.confidence",
        "Citation.confidence",
    ];
    objects(&kehoach::model::schema(), |name, object| {
        let required = object["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        for field in object["properties"].as_object().expect("properties").keys() {
            let path = format!("{name}.{field}");
            let expected = !left_out.contains(&path.as_str()) && name != "Locator";
            assert_eq!(required.contains(&json!(field)), expected, "{path}");
        }
    });
}

#[test]
fn fields_are_null_only_where_the_meaning_allows_it() {
    let schema = kehoach::model::schema();
    let types = |kind: &str, field: &str| schema["$defs"][kind]["properties"][field]["type"].clone();
    assert_eq!(types("Target", "value"), json!("number"));
    assert_eq!(types("Target", "value_max"), json!(["number", "null"]));
    assert_eq!(types("Target", "indicator"), json!("string"));
    assert_eq!(types("Deadline", "date"), json!(["string", "null"]));
    assert_eq!(types("Section", "text"), json!("string"));
    assert_eq!(types("Section", "heading"), json!(["string", "null"]));
    assert_eq!(types("Span", "start"), json!("integer"));
    assert_eq!(schema["$defs"]["Span"]["properties"]["start"]["minimum"], json!(0));
    // left out, never null
    assert_eq!(schema["properties"]["text"]["type"], json!("string"));
    assert_eq!(types("Source", "pages"), json!("integer"));
    assert_eq!(types("Locator", "line"), json!("integer"));
    let direction = &schema["$defs"]["Target"]["properties"]["direction"]["anyOf"];
    assert_eq!(direction[1], json!({ "type": "null" }));
}

/// What a pattern of the schema takes, the validator's own readers must take or explain.
#[test]
fn formal_fields_have_patterns() {
    let schema = kehoach::model::schema();
    for (kind, field, good, bad) in [
        ("Target", "by", &["2025", "2021/2025", "2025/..", "2024-35"][..], &["năm 2025", "2025/", "2024-13", "24"][..]),
        ("Target", "baseline", &["2020"], &["2020-"]),
        ("Deadline", "date", &["2024-12-05", "../2025", "2024-41"], &["05/12/2024", "../..", "2024-37", "2024-1"]),
        (
            "Deadline",
            "recurrence",
            &["FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=15"],
            &["YEARLY", "FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=3", "FREQ=MONTHLY;INTERVAL=0"],
        ),
        ("Deadline", "within", &["P30D", "P1Y6M", "PT24H", "P1DT2H"], &["P", "30D", "PT", "P1D2M"]),
        ("Citation", "date", &["2019", "2024-02"], &["2019-2"]),
        ("Citation", "number", &["12-NQ/TU"], &["12 -NQ/TU", ""]),
        ("Target", "id", &["t1", "t20"], &["t0", "T1", "x1"]),
        ("Target", "rule", &["targets.rate", "targets.table.cell"], &["rate", "Targets.Rate"]),
        ("Document", "issued_on", &["2024-02-05", "2024-02"], &["2024/2025", "2024-02-32"]),
        ("Document", "period", &["2021/2025", "2025"], &["2021-2025", "2021/2025-06"]),
        (
            "Source",
            "sha256",
            &[concat!("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef")],
            &["0"],
        ),
    ] {
        let property = &schema["$defs"][kind]["properties"][field];
        assert!(property["pattern"].is_string(), "{kind}.{field}");
        for (value, right) in good.iter().map(|v| (v, true)).chain(bad.iter().map(|v| (v, false))) {
            assert_eq!(jsonschema::is_valid(property, &json!(value)), right, "{kind}.{field} {value}");
        }
    }
}
