//! Counts, and the figures made of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The lists that are scored, in the order in which they are shown.
pub const LISTS: [&str; 6] = ["document.recipients", "sections", "targets", "deadlines", "assignments", "citations"];

/// How well one list was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListScore {
    /// Matched of those in the output.
    pub precision: f64,
    /// Matched of those in the gold.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
    /// How many records the gold has.
    pub gold: usize,
    /// How many records the output has.
    pub output: usize,
    /// The mean of F1 over the documents that have any.
    pub macro_f1: f64,
}

/// How often one attribute of matched records is right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttributeScore {
    /// F1 over the values that are not ordinary, else the mean.
    pub score: f64,
    /// How many values were compared.
    pub n: usize,
}

/// One document's part in the figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentScores {
    /// The document's name.
    pub name: String,
    /// Its lists.
    pub lists: BTreeMap<String, ListScore>,
    /// Its attributes.
    pub attributes: BTreeMap<String, AttributeScore>,
}

/// One value or record that is not as the gold has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miss {
    /// The list (`targets`) or attribute (`targets.by`).
    pub field: String,
    /// The document's name.
    pub document: String,
    /// What is wrong, for a person.
    pub message: String,
}

/// The figures of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    /// The lists by name ([`LISTS`]).
    pub lists: BTreeMap<String, ListScore>,
    /// The attributes by name (`targets.by`).
    pub attributes: BTreeMap<String, AttributeScore>,
    /// Gold documents without an output record.
    pub absent: Vec<String>,
    /// The figures document by document.
    #[serde(skip)]
    pub documents: Vec<DocumentScores>,
    /// All that was missed, in reading order.
    #[serde(skip)]
    pub misses: Vec<Miss>,
    /// Files that were left out.
    #[serde(skip)]
    pub warnings: Vec<String>,
}

/// Matched, in the gold, in the output.
type Counts = [usize; 3];

/// What is counted in one document.
#[derive(Debug, Default)]
pub(super) struct Tally {
    document: String,
    lists: BTreeMap<String, Counts>,
    rates: BTreeMap<String, Vec<f64>>,
    marked: BTreeMap<String, Counts>,
    misses: Vec<Miss>,
}

impl Tally {
    pub(super) fn new(document: &str) -> Self {
        Self { document: document.to_owned(), ..Self::default() }
    }

    pub(super) fn list(&mut self, name: &str, matched: usize, gold: usize, output: usize) {
        self.lists.insert(name.to_owned(), [matched, gold, output]);
    }

    /// One value of an attribute that is scored by its mean.
    pub(super) fn rate(&mut self, attribute: String, score: f64) {
        self.rates.entry(attribute).or_default().push(score);
    }

    /// One value of an attribute that is scored over values that are not ordinary.
    pub(super) fn mark(&mut self, attribute: String, gold: bool, output: bool, same: bool) {
        let counts = self.marked.entry(attribute).or_default();
        counts[0] += usize::from(gold && output && same);
        counts[1] += usize::from(gold);
        counts[2] += usize::from(output);
    }

    pub(super) fn miss(&mut self, field: impl Into<String>, message: String) {
        self.misses.push(Miss { field: field.into(), document: self.document.clone(), message });
    }

    fn list_scores(&self) -> BTreeMap<String, ListScore> {
        self.lists.iter().map(|(name, &counts)| (name.clone(), ListScore::new(counts, &[counts]))).collect()
    }

    fn attribute_scores(&self) -> BTreeMap<String, AttributeScore> {
        let rates = self.rates.iter().map(|(name, values)| (name.clone(), AttributeScore::mean(values)));
        let marked = self.marked.iter().filter_map(|(name, &c)| Some((name.clone(), AttributeScore::marked(c)?)));
        rates.chain(marked).collect()
    }
}

impl ListScore {
    fn new([matched, gold, output]: Counts, per_document: &[Counts]) -> Self {
        let own: Vec<f64> = per_document.iter().filter(|c| c[1] + c[2] > 0).map(|&c| f1(c)).collect();
        let macro_f1 = if own.is_empty() { 1.0 } else { mean(&own) };
        let precision = if output > 0 { ratio(matched, output) } else { f64::from(u8::from(gold == 0)) };
        let recall = if gold > 0 { ratio(matched, gold) } else { 1.0 };
        Self { precision, recall, f1: f1([matched, gold, output]), gold, output, macro_f1 }
    }
}

impl AttributeScore {
    fn mean(values: &[f64]) -> Self {
        Self { score: mean(values), n: values.len() }
    }

    fn marked(counts: Counts) -> Option<Self> {
        (counts[1] + counts[2] > 0).then(|| Self { score: f1(counts), n: counts[1] })
    }
}

impl Scores {
    pub(super) fn new<'a>(documents: impl Iterator<Item = (&'a str, Tally)>, absent: Vec<String>) -> Self {
        let mut all = Tally::default();
        let mut per_document: BTreeMap<String, Vec<Counts>> = BTreeMap::new();
        let mut scores = Vec::new();
        for (name, mut tally) in documents {
            let (lists, attributes) = (tally.list_scores(), tally.attribute_scores());
            scores.push(DocumentScores { name: name.to_owned(), lists, attributes });
            for (list, counts) in tally.lists {
                add(all.lists.entry(list.clone()).or_default(), counts);
                per_document.entry(list).or_default().push(counts);
            }
            for (attribute, counts) in tally.marked {
                add(all.marked.entry(attribute).or_default(), counts);
            }
            for (attribute, values) in tally.rates {
                all.rates.entry(attribute).or_default().extend(values);
            }
            all.misses.append(&mut tally.misses);
        }
        let lists = per_document.iter().map(|(n, c)| (n.clone(), ListScore::new(all.lists[n], c))).collect();
        let attributes = all.attribute_scores();
        Self { lists, attributes, absent, documents: scores, misses: all.misses, warnings: Vec::new() }
    }
}

fn add(total: &mut Counts, counts: Counts) {
    for (sum, n) in total.iter_mut().zip(counts) {
        *sum += n;
    }
}

fn f1([matched, gold, output]: Counts) -> f64 {
    if gold + output > 0 { ratio(2 * matched, gold + output) } else { 1.0 }
}

#[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
