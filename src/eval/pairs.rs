//! Scores one list: aligns it, then compares the attributes of matched records.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    align::align,
    equality::{self, Bag, overlap, same},
    tally::Tally,
};

/// Attributes that have an ordinary value: null, an empty list or text, or the one named in [`ordinary`].
const NULLABLE: [&str; 11] =
    ["comparator", "direction", "by", "per", "baseline", "role", "partners", "task_refs", "issuer", "date", "heading"];

/// Token F1 below which an attribute is shown as missed.
const NEAR: f64 = 0.8;

/// The gold's name for each section of the output that was matched.
#[derive(Debug, Default)]
pub(super) struct SectionNames<'a>(HashMap<&'a Value, &'a Value>);

impl<'a> SectionNames<'a> {
    pub(super) fn insert(&mut self, output: &'a Value, gold: &'a Value) {
        self.0.insert(output, gold);
    }

    /// The gold's name, or the output's own.
    pub(super) fn gold<'v: 'a>(&self, output: &'v Value) -> &'a Value {
        self.0.get(output).copied().unwrap_or(output)
    }
}

/// How one list is compared.
pub(super) struct List {
    pub(super) name: &'static str,
    /// Attributes that are right or wrong.
    pub(super) exact: &'static [&'static str],
    /// Attributes that are scored by the words in common.
    pub(super) near: &'static [&'static str],
    /// What tells a person which record is meant.
    pub(super) label: &'static [&'static str],
}

/// Aligns by `weight` and counts; the pairs that were matched.
pub(super) fn score<'a>(
    tally: &mut Tally,
    list: &List,
    gold: &[&'a Value],
    output: &[&'a Value],
    names: &SectionNames<'a>,
    weight: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let pairs = align(gold.len(), output.len(), weight);
    tally.list(list.name, pairs.len(), gold.len(), output.len());
    let (mut of_gold, mut of_output) = (vec![false; gold.len()], vec![false; output.len()]);
    for &(i, j) in &pairs {
        of_gold[i] = true;
        of_output[j] = true;
    }
    for (record, _) in gold.iter().zip(of_gold).filter(|(_, matched)| !matched) {
        tally.miss(list.name, format!("- missed  {}", show(record, list.label)));
    }
    for (record, _) in output.iter().zip(of_output).filter(|(_, matched)| !matched) {
        tally.miss(list.name, format!("+ extra   {}", show(record, list.label)));
    }
    for &(i, j) in &pairs {
        let (g, o) = (gold[i], output[j]);
        for attribute in list.exact.iter().filter(|a| g.get(a).is_some()) {
            compare(tally, list, attribute, g, o, names);
        }
        for attribute in list.near {
            let f1 = overlap(&Bag::new(&g[attribute]), &Bag::new(&o[attribute]));
            let field = format!("{}.{attribute} (token F1)", list.name);
            if f1 < NEAR {
                tally.miss(&field, format!("gold {} got {}", g[attribute], o[attribute]));
            }
            tally.rate(field, f1);
        }
    }
    pairs
}

/// One attribute of a matched pair.
fn compare<'a>(tally: &mut Tally, list: &List, attribute: &str, g: &'a Value, o: &'a Value, names: &SectionNames<'a>) {
    let (want, got) = (&g[attribute], &o[attribute]);
    let right = match attribute {
        "section" => want == names.gold(got),
        "task_refs" => refs(want).eq(refs(got).map(|r| names.gold(r))),
        "partners" => partners(want) == partners(got),
        _ => same(want, got),
    };
    let field = format!("{}.{attribute}", list.name);
    if !right {
        tally.miss(&field, format!("gold {want} got {got}  [{}]", show(g, list.label)));
    }
    if NULLABLE.contains(&attribute) {
        tally.mark(field, is_marked(attribute, want), is_marked(attribute, got), right);
    } else {
        tally.rate(field, f64::from(u8::from(right)));
    }
}

fn refs(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn partners(value: &Value) -> Vec<String> {
    refs(value).map(equality::agency).collect()
}

/// Is the value other than the ordinary one?
fn is_marked(attribute: &str, value: &Value) -> bool {
    let ordinary = match attribute {
        "comparator" => "eq",
        "role" => "target",
        _ => "",
    };
    match value {
        Value::Null => false,
        Value::String(words) => !words.is_empty() && words != ordinary,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// A record in one line for a person.
fn show(record: &Value, label: &[&str]) -> String {
    let field = |name: &&str| match &record[name] {
        Value::String(words) => words.chars().take(110).collect(),
        other => other.to_string(),
    };
    label.iter().map(field).collect::<Vec<String>>().join(" | ")
}
