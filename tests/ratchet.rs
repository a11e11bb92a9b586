//! The recorded accuracy, both ways: a score that is lost fails, and so does a better one that is not recorded.
//!
//! `KEHOACH_BLESS=1 cargo test --test ratchet` records the scores as they are now.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use kehoach::{
    eval::{self, Scores},
    pipeline::Pipeline,
};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Gold records of a folder by the name up to the first dot.
fn golds(folder: &Path) -> Vec<(String, Value)> {
    let mut golds: Vec<(String, Value)> = files(folder)
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .map(|p| {
            (stem(&p), serde_json::from_str(&fs::read_to_string(&p).expect("a readable gold")).expect("a gold is JSON"))
        })
        .collect();
    golds.sort_by(|a, b| a.0.cmp(&b.0));
    golds
}

fn records(folder: &Path) -> Vec<(String, Value)> {
    files(folder)
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md"))
        .map(|p| {
            let bytes = fs::read(&p).expect("a readable plan");
            let plan = Pipeline::default()
                .extract(&bytes, p.file_name().expect("a file").as_ref())
                .expect("a plan gives a record");
            (stem(&p), serde_json::to_value(plan).expect("a record is JSON"))
        })
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .expect("a folder")
        .map(|e| e.expect("a readable entry").path())
        .filter(|p| p.is_file())
        .collect()
}

fn stem(path: &Path) -> String {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    name.split('.').next().unwrap_or(&name).to_owned()
}

/// Every figure by its name, in thousandths.
fn figures(scores: &Scores) -> BTreeMap<String, i64> {
    #[expect(clippy::cast_possible_truncation)]
    let thousandths = |score: f64| (score * 1000.0).round() as i64;
    let lists = scores.lists.iter().map(|(name, s)| (format!("{name} (F1)"), thousandths(s.f1)));
    let attributes = scores.attributes.iter().map(|(name, s)| (name.clone(), thousandths(s.score)));
    lists.chain(attributes).collect()
}

fn hold(name: &str, gold: &Path, plans: &Path) {
    let scores = eval::compare(&golds(gold), &records(plans));
    assert!(scores.absent.is_empty(), "plans without a record: {:?}", scores.absent);
    let now = figures(&scores);
    let file = root().join("tests/ratchet").join(format!("{name}.json"));
    if env::var_os("KEHOACH_BLESS").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        let text = serde_json::to_string_pretty(&now).expect("figures are JSON");
        fs::write(&file, text + "\n").expect("a writable file");
        return;
    }
    let recorded: BTreeMap<String, i64> =
        serde_json::from_str(&fs::read_to_string(&file).expect("recorded scores")).expect("recorded scores are JSON");
    let changed: Vec<String> = recorded
        .keys()
        .chain(now.keys().filter(|k| !recorded.contains_key(*k)))
        .filter(|k| recorded.get(*k) != now.get(*k))
        .map(|k| {
            let show =
                |v: Option<&i64>| v.map_or("none".to_owned(), |v| format!("0.{v:03}").replace("0.1000", "1.000"));
            let word = if now.get(k) > recorded.get(k) { "better" } else { "LOST" };
            format!("{word}: {k} was {} and is {}", show(recorded.get(k)), show(now.get(k)))
        })
        .collect();
    assert!(
        changed.is_empty(),
        "the scores on {name} are not the recorded ones:\n{}\nrecord better ones with KEHOACH_BLESS=1 cargo test --test ratchet",
        changed.join("\n")
    );
}

#[test]
fn composed_plans() {
    let plans = root().join("corpus/plans");
    hold("corpus", &plans, &plans);
}

#[test]
fn real_plans() {
    let Some(shared) = env::var_os("KEHOACH_SHARED").map(PathBuf::from).filter(|s| s.join("gold").is_dir()) else {
        eprintln!("skipped: KEHOACH_SHARED names no folder with labelled plans");
        return;
    };
    hold("labelled", &shared.join("gold"), &shared.join("corpus"));
}
