//! Compares the two records of one document: which records can be the same, list by list.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::{
    equality::{self, Bag, Figure, fold, folded, overlap, same},
    pairs::{List, SectionNames, score},
    sequence::{Sequence, alike},
    tally::Tally,
};

const SECTIONS: List =
    List { name: "sections", exact: &["heading"], near: &["text"], label: &["id", "heading", "text"] };
const TARGETS: List = List {
    name: "targets",
    exact: &["section", "unit", "comparator", "direction", "by", "per", "baseline", "role"],
    near: &["indicator"],
    label: &["section", "value", "value_max", "unit", "indicator"],
};
const DEADLINES: List = List {
    name: "deadlines",
    exact: &["section", "relation"],
    near: &[],
    label: &["section", "relation", "date", "recurrence", "text"],
};
const ASSIGNMENTS: List = List {
    name: "assignments",
    exact: &["section", "partners", "task_refs"],
    near: &[],
    label: &["section", "agency", "role", "partners"],
};
const CITATIONS: List = List {
    name: "citations",
    exact: &["date", "issuer", "relation"],
    near: &[],
    label: &["type", "number", "date", "title"],
};

/// How many letters of a section's words tell it from others.
const SECTION_LETTERS: usize = 60;
/// How alike the words of two sections, or two titles, must be.
const ALIKE: f64 = 0.8;

/// Counts what `output` has of `gold`.
pub(super) fn compare(name: &str, gold: &Value, output: &Value) -> Tally {
    let mut tally = Tally::new(name);
    metadata(&mut tally, &gold["document"], &output["document"]);
    let (gold_sections, output_sections) = (records(gold, "sections"), records(output, "sections"));
    let names = sections(&mut tally, &gold_sections, &output_sections);
    let targets_of = |record, sections: &[_]| scored_targets(records(record, "targets"), sections);
    targets(&mut tally, &targets_of(gold, &gold_sections), &targets_of(output, &output_sections), &names);
    deadlines(&mut tally, &records(gold, "deadlines"), &records(output, "deadlines"), &names);
    assignments(&mut tally, &records(gold, "assignments"), &records(output, "assignments"), &names);
    citations(&mut tally, &cited(gold), &cited(output));
    tally
}

fn records<'a>(document: &'a Value, list: &str) -> Vec<&'a Value> {
    document[list].as_array().into_iter().flatten().filter(|r| r.is_object()).collect()
}

fn metadata(tally: &mut Tally, gold: &Value, output: &Value) {
    let mut field = |name: &str, want: &Value, got: &Value| {
        let right = same(want, got);
        if !right {
            tally.miss(name, format!("gold {want} got {got}"));
        }
        tally.rate(name.to_owned(), f64::from(u8::from(right)));
    };
    for name in ["number", "symbol", "issued_on", "place", "issuer", "parent_issuer", "title"] {
        if let Some(want) = gold.get(name) {
            field(&format!("document.{name}"), want, &output[name]);
        }
    }
    for (name, parts) in [("type", &["name", "code"][..]), ("signer", &["name", "title", "authority"])] {
        for part in parts {
            field(&format!("document.{name}.{part}"), &gold[name][part], &output[name][part]);
        }
    }
    recipients(tally, &equality::items(&gold["recipients"]), &equality::items(&output["recipients"]));
}

/// Recipients are compared as a bag: their order says nothing.
fn recipients(tally: &mut Tally, gold: &[Option<String>], output: &[Option<String>]) {
    const NAME: &str = "document.recipients";
    let mut counts: BTreeMap<&Option<String>, (usize, usize)> = BTreeMap::new();
    for item in gold {
        counts.entry(item).or_default().0 += 1;
    }
    for item in output {
        counts.entry(item).or_default().1 += 1;
    }
    tally.list(NAME, counts.values().map(|(g, o)| g.min(o)).sum(), gold.len(), output.len());
    for (item, (g, o)) in counts {
        let item = item.as_deref().unwrap_or("null");
        if g > o {
            tally.miss(NAME, format!("- missed  {item}"));
        }
        if o > g {
            tally.miss(NAME, format!("+ extra   {item}"));
        }
    }
}

fn sections<'a>(tally: &mut Tally, gold: &[&'a Value], output: &[&'a Value]) -> SectionNames<'a> {
    let (g, o) = (first_words(gold), first_words(output));
    let weight = |i: usize, j: usize| {
        if gold[i]["kind"] != output[j]["kind"] {
            return 0.0;
        }
        let r = alike(&g[i], &o[j]);
        let same_id = equality::text(&gold[i]["id"]) == equality::text(&output[j]["id"]);
        if r >= ALIKE { r + if same_id { 0.5 } else { 0.0 } } else { 0.0 }
    };
    let pairs = score(tally, &SECTIONS, gold, output, &SectionNames::default(), weight);
    let mut names = SectionNames::default();
    for (i, j) in pairs {
        let (want, got) = (&gold[i]["id"], &output[j]["id"]);
        names.insert(got, want);
        let right = equality::text(want) == equality::text(got);
        if !right {
            tally.miss("sections.id", format!("gold {want} got {got}"));
        }
        tally.rate("sections.id".to_owned(), f64::from(u8::from(right)));
    }
    names
}

fn first_words(sections: &[&Value]) -> Vec<Sequence> {
    let text = |v: &Value| equality::text(v).unwrap_or_default().into_owned();
    let words = |s: &&Value| equality::plain_words(&format!("{} {}", text(&s["heading"]), text(&s["text"])));
    sections.iter().map(|s| Sequence::new(words(s).chars().take(SECTION_LETTERS))).collect()
}

/// Half a point for standing in the same section.
fn near_section<'a>(names: &SectionNames<'a>, gold: &Value, output: &'a Value) -> f64 {
    if gold["section"] == *names.gold(&output["section"]) { 0.5 } else { 0.0 }
}

fn targets<'a>(tally: &mut Tally, gold: &[&'a Value], output: &[&'a Value], names: &SectionNames<'a>) {
    let key = |r: &&Value| (Figure::new(&r["value"]), Figure::new(&r["value_max"]), is_rate(r));
    let (g, o) = (keys(gold, key), keys(output, key));
    score(tally, &TARGETS, gold, output, names, |i, j| {
        if g[i] == o[j] { 1.0 + near_section(names, gold[i], output[j]) } else { 0.0 }
    });
}

fn deadlines<'a>(tally: &mut Tally, gold: &[&'a Value], output: &[&'a Value], names: &SectionNames<'a>) {
    let key = |r: &&'a Value| (&r["date"], equality::recurrence(&r["recurrence"]), &r["within"]);
    let (g, o) = (keys(gold, key), keys(output, key));
    let words = |r: &&Value| Bag::new(&r["text"]);
    let (gw, ow) = (keys(gold, words), keys(output, words));
    score(tally, &DEADLINES, gold, output, names, |i, j| {
        if g[i] == o[j] { 1.0 + near_section(names, gold[i], output[j]) + 0.2 * overlap(&gw[i], &ow[j]) } else { 0.0 }
    });
}

fn assignments<'a>(tally: &mut Tally, gold: &[&'a Value], output: &[&'a Value], names: &SectionNames<'a>) {
    let key = |r: &&'a Value| (equality::agency(&r["agency"]), &r["role"]);
    let (g, o) = (keys(gold, key), keys(output, key));
    score(tally, &ASSIGNMENTS, gold, output, names, |i, j| {
        if g[i] == o[j] { 1.0 + near_section(names, gold[i], output[j]) } else { 0.0 }
    });
}

fn citations(tally: &mut Tally, gold: &[&Value], output: &[&Value]) {
    let key = |r: &&Value| (folded(&r["type"]), folded(&r["number"]), has_number(r), Bag::new(&r["title"]));
    let (g, o) = (keys(gold, key), keys(output, key));
    score(tally, &CITATIONS, gold, output, &SectionNames::default(), |i, j| {
        let ((g_type, g_number, g_numbered, g_title), (o_type, o_number, o_numbered, o_title)) = (&g[i], &o[j]);
        if g_type != o_type {
            return 0.0;
        }
        if *g_numbered || *o_numbered {
            let dated = f64::from(u8::from(same(&gold[i]["date"], &output[j]["date"])));
            return if g_number == o_number { 1.0 + 0.2 * dated } else { 0.0 };
        }
        let r = overlap(g_title, o_title);
        if r >= ALIKE { r } else { 0.0 }
    });
}

fn keys<'a, K>(records: &[&'a Value], key: impl Fn(&&'a Value) -> K) -> Vec<K> {
    records.iter().map(key).collect()
}

fn is_rate(target: &Value) -> bool {
    matches!(folded(&target["unit"]).as_deref(), Some("%" | "‰"))
}

/// Figures in sections about goals, and rates anywhere; none in table rows.
fn scored_targets<'a>(targets: Vec<&'a Value>, sections: &[&Value]) -> Vec<&'a Value> {
    let by_id: HashMap<&str, &Value> = sections.iter().filter_map(|s| Some((s["id"].as_str()?, *s))).collect();
    let section_of = |t: &Value| t["section"].as_str().unwrap_or_default().to_owned();
    let in_row = |t: &Value| by_id.get(section_of(t).as_str()).is_some_and(|s| s["kind"] == "row");
    let mut targets = targets;
    targets.retain(|t| !in_row(t) && (is_rate(t) || in_goal_section(&section_of(t), &by_id)));
    targets
}

/// Does the heading of the section or of one above it speak of goals, other than in a programme's name?
fn in_goal_section(section: &str, by_id: &HashMap<&str, &Value>) -> bool {
    let mut id = section;
    while !id.is_empty() {
        let heading = by_id.get(id).and_then(|s| equality::text(&s["heading"])).map_or(String::new(), |h| fold(&h));
        let heading = heading.replace("chương trình mục tiêu quốc gia", "");
        if heading.contains("mục tiêu") || heading.contains("chỉ tiêu") {
            return true;
        }
        id = id.rsplit_once('.').map_or("", |(above, _)| above);
    }
    false
}

fn has_number(citation: &Value) -> bool {
    !matches!(citation["number"].as_str(), None | Some(""))
}

/// Documents cited with a number, and laws cited by name; sorted, since a document has many mentions.
fn cited(record: &Value) -> Vec<&Value> {
    let is_law =
        |r: &Value| matches!(folded(&r["type"]).as_deref(), Some("hiến pháp" | "bộ luật" | "luật" | "pháp lệnh"));
    let mut cited = records(record, "citations");
    cited.retain(|r| has_number(r) || is_law(r));
    let rank = |r: &&Value| ["type", "number", "title"].map(|name| folded(&r[name]).unwrap_or_default());
    cited.sort_by_cached_key(rank);
    cited
}
