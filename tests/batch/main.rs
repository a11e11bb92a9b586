//! `kehoach extract` over many files: order, resume after a kill, outputs, limits, and the filter for other engines.

mod kill;
mod limits;
mod outputs;
mod resume;
mod stream;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
    command.arg("extract");
    command
}

/// Runs the program; gives its exit code, standard output and standard error.
fn extract<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> (Option<i32>, Vec<u8>, String) {
    let done = program().args(args).output().expect("the program runs");
    (done.status.code(), done.stdout, String::from_utf8_lossy(&done.stderr).into_owned())
}

fn composed() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/plans")
}

/// A folder `in` of so many plans that all differ, made from the composed ones.
fn plans(files: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let entries = fs::read_dir(composed()).expect("composed plans").map(|e| e.expect("an entry").path());
    let mut texts: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    texts.sort();
    let texts: Vec<String> = texts.iter().map(|p| fs::read_to_string(p).expect("a plan")).collect();
    for n in 0..files {
        let path = folder.path().join(format!("in/{}/plan-{n}.txt", n % 7));
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        let text = &texts[n % texts.len()];
        let short: String = text.lines().take(60 + n % 40).flat_map(|line| [line, "\n"]).collect();
        fs::write(path, format!("{short}\nBản in thứ {n}.\n")).expect("writable");
    }
    folder
}

/// All files below a folder with their bytes. Of the record of a run, what differs from run to run is left out.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = WalkDir::new(folder).into_iter().map(|e| e.expect("an entry")).filter(|e| e.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
        let mut bytes = fs::read(entry.path()).expect("readable");
        if name.ends_with("summary.json") {
            return (name, Vec::new());
        }
        if name.ends_with("run.jsonl") {
            let lines = entries(entry.path()).into_iter().map(|mut line| {
                line["ms"] = Value::Null;
                line.to_string()
            });
            bytes = lines.collect::<Vec<_>>().join("\n").into_bytes();
        }
        (name, bytes)
    };
    files.map(read).collect()
}

/// The lines of a record of a run.
fn entries(log: &Path) -> Vec<Value> {
    let text = fs::read_to_string(log).expect("a record of the run");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The entry of one source.
fn entry(log: &Path, path: &str) -> Value {
    entries(log).into_iter().find(|e| e["path"] == path).unwrap_or_else(|| panic!("{path} has no entry"))
}

fn is_ok(entry: &Value) -> bool {
    entry["outcome"].as_str().is_some_and(|outcome| outcome.starts_with("ok"))
}

fn json(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))).expect("JSON")
}

/// Names of files differ or their bytes do: says which.
fn assert_same(one: &Path, other: &Path, what: &str) {
    let (one, other) = (tree(one), tree(other));
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other), "{what}");
    for (name, bytes) in &one {
        assert!(bytes == &other[name], "{what}: {name} differs");
    }
}

/// Arguments for every output at once, below a folder; with or without the folder of records.
fn outputs(folder: &Path, records: bool) -> Vec<String> {
    let below = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let mut args = vec!["--parquet".to_owned(), below("parquet"), "--csv".to_owned(), below("csv")];
    args.extend(["--jsonl".to_owned(), below("plans.jsonl.zst"), "--ics".to_owned(), below("deadlines.ics")]);
    if records {
        args.extend(["-o".to_owned(), below("records")]);
    }
    args
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let folder = plans(40);
    let input = folder.path().join("in");
    for threads in ["1", "5"] {
        let out = folder.path().join(threads);
        let (code, _, errors) = extract(
            [input.to_str().expect("UTF-8"), "-j", threads].map(str::to_owned).into_iter().chain(outputs(&out, true)),
        );
        assert_eq!(code, Some(0), "{errors}");
    }
    let one = tree(&folder.path().join("1"));
    assert_eq!(one.keys().filter(|name| name.ends_with(".txt.json")).count(), 40);
    assert_same(&folder.path().join("1"), &folder.path().join("5"), "1 and 5 threads");
    let lines = |threads| extract([input.to_str().expect("UTF-8"), "-j", threads]).1;
    assert_eq!(lines("1"), lines("5"));
}
