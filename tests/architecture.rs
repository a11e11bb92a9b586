//! The layout promises: who may import whom, who reads and writes, and that no rule knows a document.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    env, fs,
    path::{Path, PathBuf},
};

use kehoach::text::fold;
use serde_json::Value;
use walkdir::WalkDir;

/// Modules in the order of the data: each imports only modules of the lines above it. Modules on one line may import
/// each other, but not both ways.
const STAGES: [&[&str]; 14] = [
    &["text", "error"],
    &["lexicon", "value"],
    &["model"],
    &["ingest"],
    &["normalize"],
    &["layout"],
    &["sections"],
    &["agency"],
    &["extract"],
    &["resolve"],
    &["output", "validate", "eval"],
    &["pipeline"],
    &["batch"],
    &["cli"],
];

/// Files over 400 lines, each with its reason.
const LONG_FILES: [(&str, &str); 0] = [];
const LONGEST: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Rust files below a folder of the project, as paths from its root with their contents.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    files(folder, &["rs"])
}

fn files(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    let paths = entries.filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let wanted = |p: &PathBuf| p.is_file() && p.extension().is_some_and(|e| extensions.iter().any(|x| *x == e));
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned();
        Some((name, fs::read_to_string(path).ok()?))
    };
    paths.filter(wanted).filter_map(read).collect()
}

/// The code of a file: no comments, no tests.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = source.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// `src/extract/targets/mod.rs` is of the stage `extract`.
fn stage(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split('/').next().map(|s| s.trim_end_matches(".rs"))
}

fn rank(stage: &str) -> Option<usize> {
    STAGES.iter().position(|line| line.contains(&stage))
}

/// The modules of the crate's root that a file names in paths.
fn imports(path: &str, code: &str) -> BTreeSet<String> {
    let parts = path.split('/').count();
    let at_root = parts == 2 || (parts == 3 && path.ends_with("/mod.rs"));
    let mut found = first_names(code, "crate::");
    if at_root {
        found.extend(first_names(code, "super::"));
    }
    found
}

/// The first names after a prefix, whether one path or a group in braces follows.
fn first_names(code: &str, prefix: &str) -> BTreeSet<String> {
    let name =
        |text: &str| -> String { text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let after = &code[at + prefix.len()..];
        let Some(group) = after.strip_prefix('{') else {
            names.insert(name(after));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    names.insert(name(&group[start..i]));
                    start = i + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.retain(|n| rank(n).is_some());
    names
}

#[test]
fn imports_are_read_from_paths_and_groups() {
    let source = "use crate::{\n    model::{Plan, Span},\n    text::Text,\n};\nfn f(x: crate::value::Day) {}";
    let found: Vec<String> = imports("src/extract/a/b.rs", source).into_iter().collect();
    assert_eq!(found, ["model", "text", "value"]);
    assert!(imports("src/text.rs", "use super::cli;").contains("cli"));
    assert!(!imports("src/cli/a.rs", "use super::eval;").contains("eval"));
}

#[test]
fn each_stage_imports_only_stages_before_it() {
    let mut wrong = Vec::new();
    let mut edges: BTreeMap<(String, String), String> = BTreeMap::new();
    for (path, source) in rust_files("src") {
        let Some(own) = stage(&path).filter(|s| !["lib", "main"].contains(s)) else {
            continue;
        };
        let Some(own_rank) = rank(own) else {
            wrong.push(format!("{path}: the module {own} has no place in STAGES"));
            continue;
        };
        for other in imports(&path, &code(&source)).into_iter().filter(|o| o != own) {
            if rank(&other).is_some_and(|r| r > own_rank) {
                wrong.push(format!("{path}: {own} comes before {other}, but imports it"));
            }
            edges.insert((own.to_owned(), other), path.clone());
        }
    }
    for ((own, other), path) in &edges {
        if own < other && edges.contains_key(&(other.clone(), own.clone())) {
            wrong.push(format!("{path}: {own} and {other} import each other"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Paths of files whose code names one of `calls`, outside the stages and files that may.
fn offenders(calls: &[&str], allowed: &[&str]) -> Vec<String> {
    let may = |path: &str| allowed.iter().any(|a| path == *a || stage(path) == Some(*a)) || path == "src/main.rs";
    let sources = rust_files("src").into_iter().filter(|(path, _)| !may(path));
    let named = |(path, source): (String, String)| {
        let code = code(&source);
        let call = calls.iter().find(|call| code.contains(**call))?;
        Some(format!("{path}: {call}"))
    };
    sources.filter_map(named).collect()
}

#[test]
fn only_ingest_batch_and_the_command_line_read() {
    let calls = ["fs::read", "File::open", "OpenOptions", "stdin(", "read_dir", "WalkDir::new"];
    // eval::compare_folders reads records, which are not plans; the other two open to write and to flush
    let allowed =
        ["ingest", "batch", "cli", "src/eval/load.rs", "src/output/run_record.rs", "src/output/whole_file.rs"];
    assert_eq!(offenders(&calls, &allowed), [""; 0]);
}

#[test]
fn only_output_and_the_command_line_write() {
    let calls = [
        "fs::write",
        "fs::create",
        "fs::remove",
        "File::create",
        "OpenOptions",
        "stdout(",
        "stderr(",
        "println!",
        "print!(",
        "eprint",
        "dbg!",
    ];
    // a private folder that other programs read from, and that is removed
    assert_eq!(offenders(&calls, &["output", "cli", "src/ingest/subprocess.rs"]), [""; 0]);
}

#[test]
fn modules_are_named_for_what_they_do() {
    for (path, _) in ["build", "src", "tests", "examples"].into_iter().flat_map(rust_files) {
        let parts = path.trim_end_matches(".rs").split('/');
        let vague = ["utils", "util", "helpers", "helper", "common", "misc"];
        for part in parts {
            assert!(!vague.contains(&part), "{path}: a name that says nothing");
        }
    }
}

#[test]
fn no_file_is_two() {
    let mut wrong = Vec::new();
    for (path, source) in ["build", "src", "tests", "examples"].into_iter().flat_map(rust_files) {
        let lines = source.lines().count();
        let listed = LONG_FILES.iter().any(|(long, _)| *long == path);
        if lines > LONGEST && !listed {
            wrong.push(format!("{path} has {lines} lines: make it two, or list it with a reason"));
        }
        if lines <= LONGEST && listed {
            wrong.push(format!("{path} is short by now: take it off the list"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The labelled plans, where they are there: read only to see that nothing of them stands in the project.
fn labelled() -> Option<Vec<Value>> {
    let shared = env::var_os("KEHOACH_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let read = |path: &Path| serde_json::from_str(&fs::read_to_string(path).ok()?).ok();
    let entries = fs::read_dir(shared.join("gold")).ok()?;
    let plans: Vec<Value> = entries.filter_map(|e| read(&e.ok()?.path())).collect();
    (!plans.is_empty()).then_some(plans)
}

/// Words without punctuation, joined by single blanks, with one at either end.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// Numbers that only a few plans would cite: those of provinces and below, and of Party committees below the centre.
fn is_local(number: &str) -> bool {
    let folded = fold(number);
    let symbol = folded.rsplit('/').next().unwrap_or_default();
    symbol.ends_with("ubnd") || symbol.ends_with("hđnd") || symbol == "tu" || symbol.starts_with("đu")
}

#[test]
fn no_rule_and_no_case_knows_a_labelled_plan() {
    let Some(plans) = labelled() else {
        eprintln!("skipped: no labelled plans in KEHOACH_SHARED");
        return;
    };
    let mut secrets: BTreeSet<String> = BTreeSet::new();
    for plan in &plans {
        let document = &plan["document"];
        let own = [&document["number"], &document["signer"]["name"], &document["title"]];
        secrets.extend(own.into_iter().filter_map(Value::as_str).map(words));
        let cited = plan["citations"].as_array().into_iter().flatten();
        let numbers = cited.filter_map(|c| c["number"].as_str()).filter(|n| is_local(n));
        secrets.extend(numbers.map(words));
    }
    // a number alone (`15`) or a bare symbol would be found everywhere
    secrets.retain(|s| s.split_whitespace().count() >= 3);
    let mut wrong = Vec::new();
    for folder in ["src/lexicon", "src/extract", "src/agency", "src/sections", "corpus", "fixtures"] {
        for (path, text) in files(folder, &["rs", "toml", "txt", "md", "json", "html"]) {
            let text = words(&text);
            wrong.extend(secrets.iter().filter(|s| text.contains(*s)).map(|s| format!("{path}:{s}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Officials share formulas (titles of laws, lists of recipients), but none as long as this.
const COPIED: usize = 20;

#[test]
fn no_case_copies_a_labelled_plan() {
    let Some(plans) = labelled() else {
        eprintln!("skipped: no labelled plans in KEHOACH_SHARED");
        return;
    };
    let sections = plans.iter().flat_map(|p| p["sections"].as_array().into_iter().flatten());
    let texts: Vec<String> = sections.filter_map(|s| s["text"].as_str()).map(words).collect();
    let split: Vec<Vec<&str>> = texts.iter().map(|t| t.split_whitespace().collect()).collect();
    let runs: HashSet<&[&str]> = split.iter().flat_map(|t| t.windows(COPIED)).collect();
    let mut wrong = Vec::new();
    for folder in ["src", "corpus", "fixtures", "tests", "examples"] {
        for (path, text) in files(folder, &["rs", "toml", "txt", "md", "json", "html"]) {
            let text = words(&text);
            let text: Vec<&str> = text.split_whitespace().collect();
            if let Some(run) = text.windows(COPIED).find(|run| runs.contains(run)) {
                wrong.push(format!("{path}: {}", run.join(" ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
