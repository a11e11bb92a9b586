//! Measures the rules apart from the structure: takes the sections of gold records as they are, runs the extractors
//! on them and writes records that can be scored against the gold.
//!
//! `cargo run --example from_gold -- GOLD_FOLDER OUT_FOLDER`

use std::{collections::HashMap, env, error::Error, fs, ops::Range, path::Path};

use kehoach::{
    extract::{self, Finding, View},
    model::SectionKind,
    resolve,
    sections::{Node, SectionTree},
    text::Text,
};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (gold, out) = (args.next().expect("a gold folder"), args.next().expect("an output folder"));
    fs::create_dir_all(&out)?;
    for entry in fs::read_dir(gold)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "json") {
            let gold: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
            let record = record(&gold)?;
            let name = path.file_name().expect("a file").to_string_lossy().replace(".gold", "");
            fs::write(Path::new(&out).join(name), serde_json::to_string_pretty(&record)?)?;
        }
    }
    Ok(())
}

fn record(gold: &Value) -> Result<Value, Box<dyn Error>> {
    let (text, tree, title) = rebuild(gold)?;
    let issued_year = gold["document"]["issued_on"].as_str().and_then(|d| d.get(..4)?.parse().ok());
    let view = View { text: &text, tree: &tree, title: title.as_ref(), issued_year, directs: false, recognized: false };
    let citations = resolve::citations::merge(view, extract::citations::find(view));
    Ok(json!({
        "document": gold["document"],
        "sections": gold["sections"],
        "targets": facts(view, extract::targets::find(view)),
        "deadlines": facts(view, extract::deadlines::find(view)),
        "assignments": facts(view, resolve::task_refs::link(view, extract::find(view).assignments)),
        "citations": facts(view, citations),
    }))
}

fn facts<T: serde::Serialize>(view: View, findings: Vec<Finding<T>>) -> Vec<Value> {
    let fact = |f: Finding<T>| {
        let mut value = serde_json::to_value(&f.value).expect("facts serialize");
        value["section"] = f.node.map(|n| view.tree.nodes[n].id.clone()).into();
        value["text"] = view.text.at(&f.range).into();
        value["rule"] = f.rule.into();
        value
    };
    findings.into_iter().map(fact).collect()
}

/// The text, its tree, and where the title stands.
type Rebuilt = (Text, SectionTree, Option<Range<usize>>);

/// Lays the gold's sections out as text, one paragraph a line.
fn rebuild(gold: &Value) -> Result<Rebuilt, Box<dyn Error>> {
    let mut text = String::new();
    let mut put = |words: &str, end: &str| {
        let start = text.len();
        text.push_str(words);
        let range = start..text.len();
        text.push_str(end);
        range
    };
    let title = gold["document"]["title"].as_str().map(|t| put(t, "\n"));
    let mut tree = SectionTree::default();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for section in gold["sections"].as_array().ok_or("no sections")? {
        let id = section["id"].as_str().ok_or("a section without id")?.to_owned();
        let kind: SectionKind = serde_json::from_value(section["kind"].clone())?;
        let body = section["text"].as_str().unwrap_or_default();
        let parent = id.rsplit_once('.').and_then(|(above, _)| by_id.get(above).copied());
        let label = id.rsplit('.').next().unwrap_or_default();
        let marker = put(label, " ");
        let run_in = !body.is_empty() && !body.contains('\n');
        let heading = section["heading"].as_str().map(|h| put(h, if run_in { ": " } else { "\n" }));
        let paragraphs = body.split('\n').filter(|p| !p.is_empty()).map(|p| put(p, "\n")).collect();
        if let Some(parent) = parent {
            tree.nodes[parent].has_children = true;
        }
        let level = parent.map_or(1, |p| tree.nodes[p].level + 1);
        by_id.insert(id.clone(), tree.nodes.len());
        tree.nodes.push(Node { id, parent, kind, level, marker, heading, text: paragraphs, has_children: false });
    }
    Ok((Text::new(text), tree, title))
}
