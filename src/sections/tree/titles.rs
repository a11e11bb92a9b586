//! Heading or text, once it is known what follows each node's first line.

use rustc_hash::FxHashMap;

use super::Builder;
use crate::sections::{Node, NodeId, SectionKind, headings};

impl Builder<'_> {
    /// Would the node's first line be a heading over the paragraphs after it?
    pub(super) fn heads(&self, node: NodeId) -> bool {
        let n = &self.tree.nodes[node];
        let around = self.around(n);
        self.first[node]
            .as_ref()
            .is_some_and(|line| matches!(headings::split(self.text, line, around), (Some(_), None)))
    }

    /// What follows a node's first line; a remark in brackets below it is no paragraph that it would head.
    fn around(&self, n: &Node) -> headings::Around {
        let has_more = n.text.first().is_some_and(|r| !self.text.at(r).starts_with('('));
        headings::Around { kind: n.kind, has_children: n.has_children, has_more }
    }

    /// Judges the first line of each node, now that what follows it is known.
    pub(super) fn headings(&mut self) {
        for node in 0..self.tree.nodes.len() {
            let Some(line) = self.first[node].clone() else { continue };
            let n = &self.tree.nodes[node];
            let around = self.around(n);
            let (heading, words) = headings::split(self.text, &line, around);
            let n = &mut self.tree.nodes[node];
            n.heading = heading;
            if let Some(words) = words.filter(|w| !w.is_empty()) {
                n.text.insert(0, words);
            }
        }
        self.titles_beside_titles();
        self.titles_below_labels();
    }

    /// A short childless line is a heading when most of those beside it are.
    fn titles_beside_titles(&mut self) {
        let mut beside: FxHashMap<(Option<NodeId>, SectionKind), (usize, usize)> = FxHashMap::default();
        for n in &self.tree.nodes {
            let entry = beside.entry((n.parent, n.kind)).or_default();
            entry.0 += usize::from(n.heading.is_some());
            entry.1 += 1;
        }
        for node in 0..self.tree.nodes.len() {
            let n = &self.tree.nodes[node];
            let numbered =
                matches!(n.kind, SectionKind::Arabic | SectionKind::Decimal | SectionKind::Letter | SectionKind::Roman);
            let alone = n.heading.is_none() && !n.has_children && n.text.len() == 1 && numbered;
            let (titled, all) = beside.get(&(n.parent, n.kind)).copied().unwrap_or_default();
            if alone && titled * 2 >= all && titled > 0 && all > 1 && headings::may_be_title(self.text, &n.text[0]) {
                let line = n.text[0].clone();
                let words = self.text.at(&line);
                let end = line.start + words.trim_end_matches(['.', ':', ' ']).len();
                let n = &mut self.tree.nodes[node];
                n.heading = Some(line.start..end);
                n.text.clear();
            }
        }
    }

    /// `Phần thứ nhất` alone on its line: the paragraph below it is its title.
    fn titles_below_labels(&mut self) {
        for node in 0..self.tree.nodes.len() {
            let n = &mut self.tree.nodes[node];
            let labelled = matches!(
                n.kind,
                SectionKind::Part
                    | SectionKind::Chapter
                    | SectionKind::Article
                    | SectionKind::Arabic
                    | SectionKind::Roman
            );
            let sentence = n.kind == SectionKind::Article
                && n.text.first().is_some_and(|r| self.text.at(r).trim_end().ends_with(['.', ':']));
            if labelled && n.heading.is_none() && self.first[node].is_none() && !n.text.is_empty() && !sentence {
                n.heading = Some(n.text.remove(0));
            }
        }
    }
}
