//! Writes the README's table of accuracy by format: documents of all formats against the gold of their plans.
//!
//! `cargo run --example accuracy_by_format`; with `KEHOACH_SHARED`, the folder of labelled real plans, also those.

use std::{
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use kehoach::{eval, pipeline::Pipeline};
use serde_json::Value;

const LISTS: [&str; 5] = ["sections", "targets", "deadlines", "assignments", "citations"];

/// Which plans of the corpus the composed documents are made of, by how their names begin.
const PLANS: [(&str, &str); 2] = [("truong", "truong-thcs-nam-hoc"), ("y-te", "so-y-te-an-toan-thuc-pham")];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("README.md");
    let plan = |name: &str| PLANS.iter().find(|(stem, _)| *stem == name).map_or("", |(_, plan)| *plan).to_owned();
    let composed = table(&root.join("fixtures/formats"), &root.join("corpus/plans"), plan, str::to_owned)?;
    write_part(&page, "accuracy by format, composed plans", &composed)?;
    if let Some(shared) = env::var_os("KEHOACH_SHARED").map(PathBuf::from) {
        // which plans these are is of no matter
        let form = |name: &str| name.split_once(['.', '_']).map_or(String::new(), |(_, form)| form.to_owned());
        let real = table(&shared.join("corpus/formats"), &shared.join("gold"), str::to_owned, form)?;
        write_part(&page, "accuracy by format, real plans", &real)?;
    }
    Ok(())
}

/// The F1 of each document, a line for those with equal scores. `plan` tells how the name of its gold begins from how
/// its own begins; `shown` makes the name by which it is shown.
fn table(
    folder: &Path,
    gold: &Path,
    plan: impl Fn(&str) -> String,
    shown: impl Fn(&str) -> String,
) -> Result<String, Box<dyn Error>> {
    let mut table = format!("| documents of a plan | {} |\n|---|{}\n", LISTS.join(" | "), "--:|".repeat(LISTS.len()));
    let documents = names(folder)?;
    for gold_name in names(gold)?.iter().filter(|n| Path::new(n).extension().is_some_and(|e| e == "json")) {
        let gold: Value = serde_json::from_str(&fs::read_to_string(gold.join(gold_name))?)?;
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        let beginning = |name: &str| plan(name.split(['.', '_']).next().unwrap_or_default());
        let of_plan = |name: &&String| {
            let beginning = beginning(name);
            !beginning.is_empty() && gold_name.starts_with(&beginning)
        };
        for name in documents.iter().filter(of_plan) {
            let plan = match Pipeline::default().extract(&fs::read(folder.join(name))?, name.as_ref()) {
                Ok(plan) => plan,
                Err(why) => {
                    eprintln!("{name}: {why}");
                    continue;
                }
            };
            let record = serde_json::to_value(&plan)?;
            let scores = eval::compare(&[("plan".into(), gold.clone())], &[("plan".into(), record)]);
            let line = format!("| {} |", LISTS.map(|list| format!("{:.3}", scores.lists[list].f1)).join(" | "));
            let name = format!("`{}`", shown(name));
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, names)) => names.push(name),
                None => lines.push((line, vec![name])),
            }
        }
        for (line, names) in lines {
            writeln!(table, "| {} {line}", names.join(", "))?;
        }
    }
    Ok(table)
}

fn names(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Puts the table between the comments of its part of the page.
fn write_part(page: &Path, name: &str, table: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(page)?;
    let open = text.find(&format!("<!-- {name}:")).ok_or("the page has no such part")?;
    let start = open + text[open..].find("-->").ok_or("an open comment")? + 4;
    let end = start + text[start..].find("<!-- end -->").ok_or("a part without end")?;
    fs::write(page, format!("{}\n{}\n\n{}", &text[..start], table.trim(), &text[end..]))?;
    Ok(())
}
