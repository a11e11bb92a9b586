//! Lines become a tree of nodes: headings, items, table rows, annexes.

mod bodies;
mod closing;
mod duty;
mod glued;
mod headings;
mod inner;
mod misread;
mod rows;
mod tree;

use std::ops::Range;

pub use crate::model::SectionKind;

/// The structure over a laid-out text.
pub fn read(layout: &crate::layout::Layout) -> SectionTree {
    tree::Builder::new(layout).build()
}

/// Which node of [`SectionTree::nodes`].
pub type NodeId = usize;

/// The structure of a document over its text. All ranges are bytes of the text.
#[derive(Debug, Clone, Default)]
pub struct SectionTree {
    /// Nodes in reading order; a parent stands before its children.
    pub nodes: Vec<Node>,
    /// Tables in reading order.
    pub tables: Vec<TableNode>,
    /// Footnote bodies in reading order.
    pub footnotes: Vec<FootnoteNode>,
}

/// One structural node.
#[derive(Debug, Clone)]
pub struct Node {
    /// The path of labels from the top.
    pub id: String,
    /// The node above.
    pub parent: Option<NodeId>,
    /// What kind of node it is.
    pub kind: SectionKind,
    /// Depth, 1 at the top.
    pub level: usize,
    /// The printed marker (`2.1.`), empty where there is none.
    pub marker: Range<usize>,
    /// The title without a closing colon.
    pub heading: Option<Range<usize>>,
    /// The node's own paragraphs after its heading, in order. The first stands on the marker's line when the heading
    /// is run in or absent. For a row: the cells after the number cell.
    pub text: Vec<Range<usize>>,
    /// Whether other nodes hang on it.
    pub has_children: bool,
}

impl Node {
    /// The node's own words: marker, heading (an annex may have it above its marker) and paragraphs.
    pub fn span(&self) -> Range<usize> {
        let marker = Some(&self.marker).filter(|m| !m.is_empty());
        let parts = || marker.into_iter().chain(&self.heading).chain(self.text.first()).chain(self.text.last());
        let start = parts().map(|r| r.start).min().unwrap_or(self.marker.start);
        let end = parts().map(|r| r.end).max().unwrap_or(self.marker.end);
        start..end
    }
}

impl SectionTree {
    /// The node and those above it, from the inside out.
    pub fn path(&self, node: NodeId) -> impl Iterator<Item = &Node> {
        std::iter::successors(Some(&self.nodes[node]), |n| n.parent.map(|p| &self.nodes[p]))
    }

    /// The nodes directly below.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        (node + 1..self.nodes.len()).filter(move |&n| self.nodes[n].parent == Some(node))
    }
}

/// A table over the text.
#[derive(Debug, Clone)]
pub struct TableNode {
    /// The line that names the table.
    pub caption: Option<Range<usize>>,
    /// Column names, header rows joined.
    pub columns: Vec<String>,
    /// Rows in order, without header rows.
    pub rows: Vec<TableRow>,
    /// The node that holds the table.
    pub node: Option<NodeId>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// One range a cell, empty ranges for empty cells. As many as there are columns, unless the row does not line up.
    pub cells: Vec<Range<usize>>,
    /// The node of kind `row`, when the row has a task or an indicator.
    pub node: Option<NodeId>,
}

/// A footnote over the text.
#[derive(Debug, Clone)]
pub struct FootnoteNode {
    /// The mark.
    pub mark: Range<usize>,
    /// The words after the mark.
    pub text: Range<usize>,
    /// The node whose words carry the mark.
    pub node: Option<NodeId>,
}
