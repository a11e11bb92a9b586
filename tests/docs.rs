//! The generated parts of the documentation say what the program says.
//!
//! `KEHOACH_BLESS=1 cargo test --test docs` writes them anew.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use assert_cmd::Command;
use kehoach::{extract, resolve, validate};

/// Only one test at a time writes to a file.
static WRITING: Mutex<()> = Mutex::new(());

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The part of `file` that the comment beginning with `name` opens is `wanted`, or is made so.
fn hold(file: &str, name: &str, wanted: &str) {
    let _one = WRITING.lock();
    let path = root().join(file);
    let page = fs::read_to_string(&path).expect("a readable page");
    let open = page.find(&format!("<!-- {name}:")).unwrap_or_else(|| panic!("{file} has a part `{name}`"));
    let start = open + page[open..].find("-->").expect("a closed comment") + 4;
    let end = start + page[start..].find("<!-- end -->").expect("an end");
    let wanted = format!("\n{}\n\n", wanted.trim());
    if page[start..end] == wanted {
        return;
    }
    assert!(
        env::var_os("KEHOACH_BLESS").is_some(),
        "`{name}` in {file} is out of date; write it with KEHOACH_BLESS=1 cargo test --test docs"
    );
    fs::write(&path, format!("{}{wanted}{}", &page[..start], &page[end..])).expect("a writable page");
}

/// A table of Markdown; `|` in cells is escaped.
fn table(head: [&str; 2], rows: impl Iterator<Item = (String, String)>) -> String {
    let mut table = format!("| {} | {} |\n|---|---|\n", head[0], head[1]);
    for (left, right) in rows {
        writeln!(table, "| {left} | {} |", right.replace('|', "\\|")).expect("a string takes all");
    }
    table
}

#[test]
fn all_rules_are_listed() {
    let rows = extract::rules().map(|(id, finds)| (format!("`{id}`"), finds.to_owned()));
    hold("ARCHITECTURE.md", "rules", &table(["rule", "finds"], rows));
}

#[test]
fn all_diagnostics_are_listed() {
    let rows = resolve::CODES.iter().map(|c| {
        let severity = serde_json::to_value(c.severity).expect("a severity is JSON");
        (format!("`{}` ({})", c.code, severity.as_str().unwrap_or_default()), c.meaning.to_owned())
    });
    hold("ARCHITECTURE.md", "diagnostics", &table(["code", "meaning"], rows));
}

#[test]
fn all_rules_for_records_are_listed() {
    let rows = validate::RULES.iter().map(|(id, says)| (format!("`{id}`"), (*says).to_owned()));
    hold("ARCHITECTURE.md", "validation", &table(["rule", "what holds"], rows));
}

/// What the commands of the README print.
fn accuracy(gold: &Path, plans: &Path) -> String {
    let out = tempfile::tempdir().expect("a temporary folder");
    let kehoach = || Command::cargo_bin("kehoach").expect("the program");
    let files = fs::read_dir(plans).expect("a folder").map(|e| e.expect("a readable entry").path());
    let files: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    kehoach().arg("extract").args(files).arg("-o").arg(out.path()).assert().success();
    let eval = kehoach().arg("eval").arg(gold).arg(out.path()).args(["--format", "markdown"]).assert().success();
    String::from_utf8(eval.get_output().stdout.clone()).expect("the table is UTF-8")
}

#[test]
fn the_accuracy_on_composed_plans_is_the_one_shown() {
    let plans = root().join("corpus/plans");
    hold("README.md", "accuracy of the composed plans", &accuracy(&plans, &plans));
}

#[test]
fn the_accuracy_on_real_plans_is_the_one_shown() {
    let Some(shared) = env::var_os("KEHOACH_SHARED").map(PathBuf::from).filter(|s| s.join("gold").is_dir()) else {
        eprintln!("skipped: KEHOACH_SHARED names no folder with labelled plans");
        return;
    };
    hold("README.md", "accuracy of real plans", &accuracy(&shared.join("gold"), &shared.join("corpus")));
}
