//! Every record that the pipeline makes breaks none of the rules for records, and can be shown.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use kehoach::{
    cli::explain::{Options, render},
    ingest::{self, Format, Ocr},
    model::Plan,
    pipeline::{self, Pipeline},
    validate,
};
use walkdir::WalkDir;

/// Plans below a folder, the project's notes on them left out; none when it is not there.
fn plans(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let is_plan = |p: &PathBuf| {
        let name = p.file_name().unwrap_or_default().to_string_lossy();
        let notes = name.chars().take(4).all(char::is_uppercase);
        !notes && p.is_file() && Format::of(p).is_some()
    };
    entries.map(walkdir::DirEntry::into_path).filter(is_plan).collect()
}

/// What is wrong with the record of one plan, a line each.
fn wrong(path: &Path) -> Vec<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = fs::read(path).expect("a readable plan");
    // scans take minutes, and tests/formats_pages.rs reads some
    let ingest = ingest::Options { ocr: Ocr::Never, ..ingest::Options::default() };
    let pipeline = Pipeline::new(pipeline::Options { ingest, ..pipeline::Options::default() });
    // a file that cannot be read gives no record
    let Ok(plan) = pipeline.extract(&bytes, name.as_ref()) else {
        return Vec::new();
    };
    let record = serde_json::to_value(&plan).expect("a record is JSON");
    let mut wrong: Vec<String> =
        validate::problems(&record).iter().map(|problem| format!("{name}: {problem}")).collect();
    if serde_json::from_value::<Plan>(record).ok().as_ref() != Some(&plan) {
        wrong.push(format!("{name}: read again, the record is another"));
    }
    let mut shown = Vec::new();
    render(&plan, &Options::default(), &mut shown).expect("a buffer takes all");
    if !String::from_utf8_lossy(&shown).contains("assignments") {
        wrong.push(format!("{name}: not shown"));
    }
    wrong
}

#[test]
fn records_of_the_composed_plans_break_no_rule() {
    let corpus = plans(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus"));
    assert!(!corpus.is_empty());
    let wrong: Vec<String> = corpus.iter().flat_map(|path| wrong(path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn records_of_real_plans_break_no_rule() {
    let shared = env::var_os("KEHOACH_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let real = plans(&shared.join("corpus"));
    if real.is_empty() {
        eprintln!("skipped: no plans in KEHOACH_SHARED");
    }
    let wrong: Vec<String> = real.iter().flat_map(|path| wrong(path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
