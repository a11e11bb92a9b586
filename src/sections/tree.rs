//! Lines become nodes: each marker closes what it does not belong to and opens its own.

mod labels;
mod nesting;
mod titles;

use std::{collections::HashMap, ops::Range};

use rustc_hash::FxHashMap;

use labels::{kind, value};

use super::{FootnoteNode, Node, NodeId, SectionKind, SectionTree, bodies, closing, glued, misread, rows};
use crate::{
    layout::{Layout, LineKind, LogicalLine},
    text::Text,
    value::marker::{self, Marker, Style},
};

/// Gives ids that are unique: a label that repeats within one parent gets `~2`, `~3`.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: FxHashMap<String, usize>,
}

impl Ids {
    pub(super) fn give(&mut self, nodes: &[Node], parent: Option<NodeId>, label: &str) -> String {
        let id = match parent {
            Some(p) => [&nodes[p].id, ".", label].concat(),
            None => label.to_owned(),
        };
        let count = self.given.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}~{count}") }
    }
}

/// An open node on the way down to the current one.
#[derive(Debug, Clone)]
struct Open {
    node: NodeId,
    style: Style,
    /// Its label's place in its sequence, when it has one.
    value: Option<u32>,
    /// Of a decimal and its parents: the printed number.
    printed: String,
}

pub(super) struct Builder<'l> {
    layout: &'l Layout,
    text: &'l Text,
    tree: SectionTree,
    /// For each node: its first line's words after the marker.
    first: Vec<Option<Range<usize>>>,
    open: Vec<Open>,
    ids: Ids,
    counts: HashMap<(Option<NodeId>, char), usize>,
    /// The annex that is being read.
    annex: Option<NodeId>,
    annexes: usize,
    /// The node that unnumbered paragraphs continue.
    last: Option<NodeId>,
    /// Markers that are told by their neighbours or by their sign, by where their lines begin.
    markers: HashMap<usize, Marker>,
    /// The first node of the document that is being read: where its closing may begin.
    begun: usize,
}

impl<'l> Builder<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
        let mut markers = misread::markers(layout);
        glued::add(layout, &mut markers);
        Self {
            layout,
            text: &layout.text,
            tree: SectionTree::default(),
            first: Vec::new(),
            open: Vec::new(),
            ids: Ids::default(),
            counts: HashMap::new(),
            annex: None,
            annexes: 0,
            last: None,
            markers,
            begun: 0,
        }
    }

    pub(super) fn build(mut self) -> SectionTree {
        let lines: &'l [LogicalLine] = &self.layout.lines;
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            at += 1;
            match line.kind {
                LineKind::Paragraph => self.paragraph(&line.range),
                LineKind::Row => {
                    let run = lines[at - 1..].iter().take_while(|l| l.kind == LineKind::Row).count();
                    let rows: Vec<&LogicalLine> = lines[at - 1..at - 1 + run].iter().collect();
                    self.table(&rows);
                    at += run - 1;
                }
                LineKind::Footnote => {
                    let text = self.text.trim(line.mark.end..line.range.end);
                    self.tree.footnotes.push(FootnoteNode { mark: line.mark.clone(), text, node: self.last });
                }
                LineKind::Annex => self.annex(Some(&line.range), None),
                LineKind::AnnexTitle => self.annex(None, Some(&line.range)),
                LineKind::Enclosure => {
                    if let Some(annex) = self.annex {
                        self.tree.nodes[annex].text.push(line.range.clone());
                    }
                }
                LineKind::Type | LineKind::Title => self.restart(),
                LineKind::Recipients | LineKind::Authority | LineKind::Post | LineKind::Name => self.end(),
                LineKind::Agency
                | LineKind::Motto
                | LineKind::Number
                | LineKind::Date
                | LineKind::Decider
                | LineKind::Recipient
                | LineKind::Aside => {}
            }
        }
        self.end();
        self.headings();
        self.tree
    }

    /// A document's type or its title alone: a plan begins, perhaps the second of the file.
    fn restart(&mut self) {
        self.end();
        self.annex = None;
        self.begun = self.tree.nodes.len();
    }

    /// The words of a document end: its last unnumbered paragraphs may speak for the whole.
    fn end(&mut self) {
        if self.annex.is_none()
            && let Some(last) = self.last
            && last >= self.begun
            && !matches!(self.tree.nodes[last].kind, SectionKind::Row | SectionKind::Preamble)
        {
            // the rows of a table that hang on the node stand before what ends the document
            let below = self.tree.nodes[last + 1..].iter().map(|n| n.span().end).max().unwrap_or(0);
            // the whole node with its first line, when no rows stand between
            let next = self.tree.nodes[last].text.first().is_some_and(|first| first.start >= below);
            let own = self.first[last].is_some() && (below == 0 || !next);
            let node = &self.tree.nodes[last];
            let from = if node.kind == SectionKind::Article {
                closing::was_passed(self.text, &node.text)
            } else {
                // `2. Sở Tài chính bố trí kinh phí.` heads nothing that speaks for the whole
                let acts =
                    |line: &Range<usize>| bodies::body_acts(self.text.at(line).trim_end(), self.text.folded_at(line));
                let heading = self.first[last].as_ref().filter(|line| own && !acts(line) && self.heads(last));
                closing::begins(self.text, &node.text, heading.map(|line| self.text.at(line).trim_end()))
            };
            if let Some(from) = from.filter(|&from| self.tree.nodes[last].text[from].start >= below) {
                let paragraphs = self.tree.nodes[last].text.split_off(from);
                let at = paragraphs[0].start;
                let id = self.ids.give(&self.tree.nodes, None, "end");
                self.push(Node {
                    id,
                    parent: None,
                    kind: SectionKind::Closing,
                    level: 1,
                    marker: at..at,
                    heading: None,
                    text: paragraphs,
                    has_children: false,
                });
            }
        }
        self.open.clear();
        self.last = None;
    }

    fn push(&mut self, node: Node) -> NodeId {
        if let Some(p) = node.parent {
            self.tree.nodes[p].has_children = true;
        }
        self.tree.nodes.push(node);
        self.first.push(None);
        self.tree.nodes.len() - 1
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        let words = self.text.at(range);
        let marker = self.markers.remove(&range.start).or_else(|| marker::read(words, 0));
        if let Some(m) = marker
            && let Some(m) = self.settle(m, words)
        {
            self.item(range, &m);
            return;
        }
        let holder = if let Some(node) = self.last.or(self.annex) {
            node
        } else {
            let id = self.ids.give(&self.tree.nodes, None, "0");
            let start = range.start;
            let node = self.push(Node {
                id,
                parent: None,
                kind: SectionKind::Preamble,
                level: 1,
                marker: start..start,
                heading: None,
                text: Vec::new(),
                has_children: false,
            });
            self.last = Some(node);
            node
        };
        self.tree.nodes[holder].text.push(range.clone());
    }

    fn item(&mut self, range: &Range<usize>, m: &Marker) {
        let value = value(m);
        let (keep, label) = self.parent(m, value);
        self.open.truncate(keep);
        let parent = self.open.last().map(|o| o.node).or(self.annex);
        let label = match m.style {
            Style::Dash | Style::Plus | Style::Bullet => {
                let sign = match m.style {
                    Style::Dash => '-',
                    Style::Plus => '+',
                    _ => '*',
                };
                let count = self.counts.entry((parent, sign)).or_insert(0);
                *count += 1;
                format!("{sign}{count}")
            }
            _ => label,
        };
        let id = self.ids.give(&self.tree.nodes, parent, &label);
        let level = parent.map_or(1, |p| self.tree.nodes[p].level + 1);
        let marker = range.start + m.range.start..range.start + m.range.end;
        let node = self.push(Node {
            id,
            parent,
            kind: kind(m),
            level,
            marker,
            heading: None,
            text: Vec::new(),
            has_children: false,
        });
        let words = self.text.trim(range.start + m.end..range.end);
        self.first[node] = (!words.is_empty()).then_some(words);
        self.open.push(Open { node, style: m.style, value, printed: m.label.clone() });
        self.last = Some(node);
    }

    fn annex(&mut self, mark: Option<&Range<usize>>, title: Option<&Range<usize>>) {
        // mark and title of one annex, in either order
        if let Some(annex) = self.annex
            && self.tree.nodes.len() == annex + 1
            && self.tree.nodes[annex].text.is_empty()
        {
            let node = &mut self.tree.nodes[annex];
            let above = node.heading.as_ref().unwrap_or(&node.marker).end.max(node.marker.end);
            // a signature between them parts a paragraph from the annex below
            let together = |line: &Range<usize>| self.text.at(&(above..line.start)).trim().is_empty();
            match (mark.filter(|m| together(m)), title.filter(|t| together(t))) {
                (Some(mark), _) if node.marker.is_empty() => {
                    node.marker = mark.clone();
                    return;
                }
                (_, Some(title)) if node.heading.is_none() => {
                    node.heading = Some(title.clone());
                    return;
                }
                _ => {}
            }
        }
        self.end();
        self.annexes += 1;
        let id = self.ids.give(&self.tree.nodes, None, &format!("PL{}", self.annexes));
        let at = mark.or(title).map_or(0, |r| r.start);
        let node = self.push(Node {
            id,
            parent: None,
            kind: SectionKind::Annex,
            level: 1,
            marker: mark.cloned().unwrap_or(at..at),
            heading: title.cloned(),
            text: Vec::new(),
            has_children: false,
        });
        self.annex = Some(node);
        self.last = None;
    }

    fn table(&mut self, lines: &[&LogicalLine]) {
        let holder = self.last.filter(|&l| self.tree.nodes[l].kind != SectionKind::Row).or(self.annex);
        let table = rows::read(self.text, lines, holder, None, &mut self.tree.nodes, &mut self.ids);
        self.first.resize(self.tree.nodes.len(), None);
        self.tree.tables.push(table);
    }
}
