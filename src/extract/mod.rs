//! Rules find facts in the words of the nodes. One folder a family; what a rule is stands here.

pub mod assignments;
pub mod citations;
pub mod deadlines;
pub mod metadata;
mod printed;
mod run_together;
mod specks;
pub mod targets;

use std::ops::Range;

use crate::{
    model::{AssignmentFact, CitationFact, DeadlineFact, TargetFact},
    sections::{Node, NodeId, SectionTree},
    text::Text,
};
use printed::Printed;

/// What every rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The normalized text with its folded twin.
    pub text: &'a Text,
    /// The structure over it.
    pub tree: &'a SectionTree,
    /// The words of the document's title (trích yếu), when it has one.
    pub title: Option<&'a Range<usize>>,
    /// The year of issue, for dates that the text leaves to it.
    pub issued_year: Option<i32>,
    /// The document is a directive: it tells throughout who must do what.
    pub directs: bool,
    /// Words were read from images, so some may be misread.
    pub recognized: bool,
}

/// One paragraph of one node: what rules read at a time.
///
/// The range holds the words after the marker up to the end of the paragraph, so a run-in heading and the words after
/// it are one passage. A row gives one passage a cell. The title is a passage without a node.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// The whole document around it.
    pub view: View<'a>,
    /// The node that holds the words; `None` for the title.
    pub node: Option<NodeId>,
    /// The words, in bytes of the text.
    pub range: Range<usize>,
}

impl<'a> Passage<'a> {
    /// The words as written.
    pub fn plain(&self) -> &'a str {
        &self.view.text.plain()[self.range.clone()]
    }

    /// The folded words: lower case, tone marks on the modern place, the same byte offsets.
    pub fn folded(&self) -> &'a str {
        &self.view.text.folded()[self.range.clone()]
    }

    /// Where runs of digits begin in the words: what most facts stand beside.
    pub fn figures(&self) -> impl Iterator<Item = usize> + use<'a> {
        self.view.text.figures(&self.range)
    }

    /// The node that holds the words.
    pub fn section(&self) -> Option<&'a Node> {
        self.node.map(|n| &self.view.tree.nodes[n])
    }

    /// The headings above the words, from the node's own outwards.
    pub fn headings(&self) -> impl Iterator<Item = &'a Range<usize>> + use<'a> {
        let tree = self.view.tree;
        self.node.into_iter().flat_map(|n| tree.path(n)).filter_map(|n| n.heading.as_ref())
    }

    /// A finding in this passage; `range` counts from the passage's start.
    pub fn finding<T>(&self, rule: &'static str, range: Range<usize>, value: T) -> Finding<T> {
        let base = self.range.start;
        Finding { node: self.node, range: base + range.start..base + range.end, rule, value }
    }
}

impl<'a> View<'a> {
    /// All passages in reading order, the title first.
    pub fn passages(self) -> impl Iterator<Item = Passage<'a>> {
        let title = self.title.map(|range| Passage { view: self, node: None, range: range.clone() });
        let nodes = (0..self.tree.nodes.len()).flat_map(move |node| self.node_passages(node));
        title.into_iter().chain(nodes)
    }

    /// The passages of one node in reading order.
    pub fn node_passages(self, node: NodeId) -> impl Iterator<Item = Passage<'a>> {
        let n = &self.tree.nodes[node];
        let mut ranges: Vec<Range<usize>> = Vec::with_capacity(n.text.len() + 1);
        ranges.extend(n.heading.clone());
        for text in &n.text {
            match ranges.last_mut() {
                // a run-in heading: no line feed between heading and text
                Some(last)
                    if Some(&*last) == n.heading.as_ref()
                        && !self.text.plain()[last.end..text.start].contains(['\n', '\t']) =>
                {
                    last.end = text.end;
                }
                _ => ranges.push(text.clone()),
            }
        }
        ranges.into_iter().map(move |range| Passage { view: self, node: Some(node), range })
    }
}

/// A fact before it has an id: where its words stand, in bytes, and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<T> {
    /// The node that holds the words; `None` for the title.
    pub node: Option<NodeId>,
    /// The words, in bytes of the text.
    pub range: Range<usize>,
    /// The id of the rule.
    pub rule: &'static str,
    /// What the words say.
    pub value: T,
}

/// What the families found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Figures.
    pub targets: Vec<Finding<TargetFact>>,
    /// Time limits.
    pub deadlines: Vec<Finding<DeadlineFact>>,
    /// Who must do what.
    pub assignments: Vec<Finding<AssignmentFact>>,
    /// Mentions of documents.
    pub citations: Vec<Finding<CitationFact>>,
}

/// All facts of a document, each list in reading order. Where words were misread or run together, all but the figures,
/// which have a reader of their own for misread ones, are read from the words as they must have been printed.
pub fn find(view: View) -> Findings {
    let targets = targets::find(view);
    let shown = |words: &Range<usize>| view.text.at(words).to_owned();
    match Printed::of(view) {
        None => Findings {
            targets,
            deadlines: deadlines::find(view),
            assignments: assignments::find(view, shown),
            citations: citations::find(view),
        },
        Some(printed) => {
            let seen = printed.view(view);
            let shown = |words: &Range<usize>| shown(&printed.as_read(words));
            Findings {
                targets,
                deadlines: printed.found(deadlines::find(seen)),
                assignments: printed.found(assignments::find(seen, shown)),
                citations: printed.found(citations::find(seen)),
            }
        }
    }
}

/// A rule: its id, what it finds, and how. Registered once, in its family's list.
pub struct Rule<T> {
    /// Stable, `family.name`: the `rule` of the facts it finds.
    pub id: &'static str,
    /// One line for the list of rules in the documentation.
    pub finds: &'static str,
    /// Reads one passage; findings in reading order.
    pub apply: fn(&Passage) -> Vec<Finding<T>>,
}

/// All rules of all families: id and what each finds.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let targets = targets::RULES.iter().map(|r| (r.id, r.finds));
    let deadlines = deadlines::RULES.iter().map(|r| (r.id, r.finds));
    let citations = citations::RULES.iter().map(|r| (r.id, r.finds));
    let metadata = metadata::RULES.iter().copied();
    metadata.chain(targets).chain(deadlines).chain(assignments::rules()).chain(citations)
}
