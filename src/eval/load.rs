//! Reads records from files. The one place outside `ingest` and `cli` that reads: records are not plans.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::Value;
use walkdir::WalkDir;

/// A file or folder of records that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct ReadError {
    path: PathBuf,
    problem: Problem,
}

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("not JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("not a record: no `sections`")]
    NoRecord,
}

/// Records by name, in the order of their paths.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Name up to the first dot, and the record.
    pub records: Vec<(String, Value)>,
    /// What was left out, for a person.
    pub warnings: Vec<String>,
}

impl Loaded {
    fn add(&mut self, path: &Path, record: Value, place: &str) {
        if record.get("sections").is_none() {
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.split('.').next().unwrap_or_default().to_owned();
        if self.records.iter().any(|(s, _)| *s == stem) {
            self.warnings.push(format!("two records for {stem}: {place} is left out"));
        } else {
            self.records.push((stem, record));
        }
    }
}

/// Reads a folder of `*.json`, one `.json` record, or a `.jsonl` file.
pub fn load(path: &Path) -> Result<Loaded, ReadError> {
    let fail = |problem: Problem| ReadError { path: path.to_owned(), problem };
    let mut loaded = Loaded::default();
    if path.is_dir() {
        for file in files_below(path) {
            let place = file.display().to_string();
            match read_json(&file) {
                Ok(record) => loaded.add(&file, record, &place),
                Err(problem) => loaded.warnings.push(format!("{place}: {problem}")),
            }
        }
    } else if path.extension().is_some_and(|e| e == "jsonl") {
        let lines = fs::read_to_string(path).map_err(|e| fail(e.into()))?;
        for (n, line) in lines.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Value>(line) {
                Ok(record) => {
                    if let Some(source) = record["source"]["path"].as_str().map(PathBuf::from) {
                        loaded.add(&source, record, &format!("line {}", n + 1));
                    }
                }
                Err(error) => {
                    let warning = format!("{}:{}: {error}", path.display(), n + 1);
                    loaded.warnings.push(warning);
                }
            }
        }
    } else {
        let record = read_json(path).map_err(fail)?;
        loaded.add(path, record, "");
        if loaded.records.is_empty() {
            return Err(fail(Problem::NoRecord));
        }
    }
    Ok(loaded)
}

/// The `*.json` files below a folder, in the order of their paths.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.map(walkdir::DirEntry::into_path).filter(|p| p.is_file());
    let mut files: Vec<PathBuf> =
        files.filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().ends_with(".json"))).collect();
    files.sort();
    files
}

fn read_json(path: &Path) -> Result<Value, Problem> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}
