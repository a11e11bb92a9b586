//! The comparison gives the figures of the reference program.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use kehoach::eval::{Scores, compare, compare_folders};
use serde_json::{Value, json};

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/eval")
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a readable file")).expect("JSON")
}

/// Panics unless each figure of the reference is in the scores, and no other.
fn assert_same(scores: &Scores, reference: &Value) {
    fn walk(path: &str, ours: &Value, theirs: &Value) {
        match (ours, theirs) {
            (Value::Object(a), Value::Object(b)) => {
                let names = |o: &serde_json::Map<String, Value>| {
                    let mut names: Vec<String> = o.keys().cloned().collect();
                    names.sort();
                    names
                };
                assert_eq!(names(a), names(b), "{path}");
                for (name, value) in a {
                    walk(&format!("{path}/{name}"), value, &b[name]);
                }
            }
            (Value::Number(a), Value::Number(b)) => {
                let (a, b) = (a.as_f64().unwrap_or(f64::NAN), b.as_f64().unwrap_or(f64::NAN));
                assert!((a - b).abs() < 1e-12, "{path}: {a}, but the reference gives {b}");
            }
            (a, b) => assert_eq!(a, b, "{path}"),
        }
    }
    walk("", &serde_json::to_value(scores).expect("scores serialize"), reference);
}

/// `expected.json` was written by the reference program.
#[test]
fn figures_of_the_fixtures_are_those_recorded() {
    let scores = compare_folders(&fixtures().join("gold"), &fixtures().join("out")).expect("fixtures");
    assert_same(&scores, &read(&fixtures().join("expected.json")));
    assert_eq!(scores.absent, ["khong-co"]);
    assert_eq!(scores.warnings, [""; 0]);
    assert_eq!(scores.documents.len(), 3);
    let misses: Vec<&str> =
        scores.misses.iter().filter(|m| m.field == "deadlines.relation").map(|m| m.message.as_str()).collect();
    assert_eq!(misses.len(), 1);
    assert!(misses[0].starts_with("gold \"by\" got \"before\""), "{misses:?}");
}

#[test]
fn a_record_is_all_right_beside_itself() {
    let record = read(&fixtures().join("out/xa-an-phu.json"));
    let named = [("a".to_owned(), record)];
    let scores = compare(&named, &named);
    assert!(scores.lists.values().all(|s| (s.f1 - 1.0).abs() < 1e-12));
    assert!(scores.attributes.values().all(|s| (s.score - 1.0).abs() < 1e-12));
    assert!(scores.misses.is_empty() && scores.absent.is_empty());
}

#[test]
fn files_lines_and_folders_give_the_same_figures() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (gold, out) = (fixtures().join("gold/xa-an-phu.gold.json"), fixtures().join("out/xa-an-phu.json"));
    let other_name = folder.path().join("renamed.json");
    fs::copy(&out, &other_name).expect("a copy");
    let lines = folder.path().join("out.jsonl");
    fs::write(&lines, format!("{}\n\n{{broken\n", read(&out))).expect("a written file");
    let deep = folder.path().join("deep/er");
    fs::create_dir_all(&deep).expect("a folder");
    fs::copy(&out, deep.join("xa-an-phu.v2.json")).expect("a copy");
    fs::write(deep.join("xa-an-phu.json"), "[1]").expect("a written file");

    let expected = compare_folders(&gold, &out).expect("one file against one");
    assert!(expected.absent.is_empty());
    for output in [other_name, lines, deep] {
        let scores = compare_folders(&gold, &output).expect("readable");
        assert_eq!((&scores.lists, &scores.attributes), (&expected.lists, &expected.attributes), "{output:?}");
    }
    let missing = compare_folders(&gold, &folder.path().join("none.json"));
    assert!(missing.expect_err("no such file").to_string().contains("none.json"));
}

#[test]
fn records_of_a_wrong_shape_are_compared_as_far_as_they_go() {
    let gold = read(&fixtures().join("gold/xa-an-phu.gold.json"));
    for odd in [
        json!(null),
        json!([]),
        json!({ "sections": 7, "targets": {}, "document": [1] }),
        json!({ "sections": [1, null, {}], "targets": [{}, { "value": [] }], "citations": [{ "type": {} }] }),
        json!({ "sections": [{ "id": 1, "kind": 2, "text": [] }], "document": { "recipients": "x", "type": "KH" } }),
        json!({ "assignments": [{ "agency": 3, "partners": "x", "task_refs": 1 }], "deadlines": [{ "date": {} }] }),
    ] {
        for (a, b) in [(&gold, &odd), (&odd, &gold), (&odd, &odd)] {
            let scores = compare(&[("a".to_owned(), a.clone())], &[("a".to_owned(), b.clone())]);
            assert!(scores.lists.values().all(|s| (0.0..=1.0).contains(&s.f1)));
        }
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn one_in(&mut self, n: u64) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33).is_multiple_of(n)
    }
}

/// The gold with mistakes of the kinds that programs make.
fn spoil(record: &mut Value, dice: &mut Dice) {
    for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
        let Some(items) = record[list].as_array_mut() else {
            continue;
        };
        let mut spoilt: Vec<Value> = Vec::new();
        for mut item in items.drain(..) {
            if dice.one_in(15) {
                continue;
            }
            for (_, field) in item.as_object_mut().into_iter().flatten() {
                if !dice.one_in(12) {
                    continue;
                }
                *field = match &*field {
                    Value::String(s) if dice.one_in(2) => s.to_uppercase().into(),
                    Value::String(s) => s.chars().skip(3).collect::<String>().replace('a', "â").into(),
                    Value::Number(n) => json!(n.as_f64().map(|n| n + 1.0)),
                    Value::Array(_) => json!(["Sở Nội vụ"]),
                    Value::Null if dice.one_in(2) => json!("2025"),
                    _ => Value::Null,
                };
            }
            if dice.one_in(25) {
                spoilt.push(item.clone());
            }
            match spoilt.last_mut() {
                Some(last) if dice.one_in(20) => {
                    let before = std::mem::replace(last, item);
                    spoilt.push(before);
                }
                _ => spoilt.push(item),
            }
        }
        *items = spoilt;
    }
    for (_, field) in record["document"].as_object_mut().into_iter().flatten() {
        if dice.one_in(6) {
            *field = Value::Null;
        }
    }
}

/// Compares with the reference program itself, on the labelled plans with many mistakes, where both are there.
#[test]
fn figures_are_those_of_the_reference_program() {
    let shared = env::var_os("KEHOACH_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let (program, gold) = (shared.join("tools/score.py"), shared.join("gold"));
    let python = Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success());
    if !python || !program.is_file() || !gold.is_dir() {
        eprintln!("skipped: no python3, or no reference program in KEHOACH_SHARED");
        return;
    }
    for seed in 0..4 {
        let out = tempfile::tempdir().expect("a temporary folder");
        let mut dice = Dice(seed);
        let mut paths: Vec<PathBuf> =
            fs::read_dir(&gold).expect("a folder").map(|e| e.expect("an entry").path()).collect();
        paths.sort();
        for path in paths.into_iter().skip(usize::from(seed == 1)) {
            let mut record = read(&path);
            spoil(&mut record, &mut dice);
            fs::write(out.path().join(path.file_name().expect("a file")), record.to_string()).expect("a written file");
        }
        let reference =
            Command::new("python3").arg(&program).args([&gold, out.path()]).arg("--json").output().expect("python3");
        assert!(reference.status.success(), "{}", String::from_utf8_lossy(&reference.stderr));
        let reference: Value = serde_json::from_slice(&reference.stdout).expect("JSON");
        assert_same(&compare_folders(&gold, out.path()).expect("readable"), &reference);
    }
}
