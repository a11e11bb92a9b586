//! How much text, how many links and which marks of a document each element holds.

use std::collections::HashMap;

use ego_tree::{NodeId, NodeRef, iter::Edge};
use scraper::{Html, Node};

use super::furniture;
use crate::text::{floor, fold};

/// What an element holds, itself included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// Letters and signs, blanks apart, without those of furniture.
    pub(super) chars: usize,
    /// How many of them lead to other pages.
    pub(super) linked: usize,
    pub(super) links: usize,
    pub(super) blocks: usize,
    /// Words that only a document has: `Căn cứ …`, `Nơi nhận:`.
    pub(super) marks: usize,
    /// It is no part of the document.
    pub(super) furniture: bool,
}

/// The measures of all elements.
pub(super) struct Measures(HashMap<NodeId, Measure>);

impl Measures {
    pub(super) fn of(page: &Html) -> Self {
        let mut measures = HashMap::new();
        let mut open: Vec<Measure> = vec![Measure::default()];
        let mut links = 0_usize;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) => {
                        let chars = text.chars().filter(|c| !c.is_whitespace()).count();
                        let Some(top) = open.last_mut() else { continue };
                        top.chars += chars;
                        top.linked += if links > 0 { chars } else { 0 };
                        top.marks += usize::from(chars > 0 && is_mark(text));
                    }
                    Node::Element(_) => {
                        links += usize::from(leads_away(node));
                        open.push(Measure::default());
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    let Node::Element(element) = node.value() else { continue };
                    let mut own = open.pop().unwrap_or_default();
                    if leads_away(node) {
                        links -= 1;
                        own.links += 1;
                    }
                    own.blocks += usize::from(super::is_block(element.name()));
                    own.furniture = furniture::is_furniture(element, own);
                    measures.insert(node.id(), own);
                    if !own.furniture
                        && let Some(parent) = open.last_mut()
                    {
                        parent.chars += own.chars;
                        parent.linked += own.linked;
                        parent.links += own.links;
                        parent.blocks += own.blocks;
                        parent.marks += own.marks;
                    }
                }
            }
        }
        Self(measures)
    }

    pub(super) fn get(&self, node: NodeRef<Node>) -> Measure {
        self.0.get(&node.id()).copied().unwrap_or_default()
    }
}

fn leads_away(node: NodeRef<Node>) -> bool {
    let href = node.value().as_element().and_then(|e| e.attr("href"));
    href.is_some_and(|href| href.len() == 1 || !href.starts_with('#'))
}

/// Words that a document begins with or ends with, and a page around it hardly has.
fn is_mark(text: &str) -> bool {
    const MARKS: [&str; 8] = [
        "cộng hòa xã hội chủ nghĩa",
        "độc lập - tự do",
        "đảng cộng sản việt nam",
        "căn cứ ",
        "nơi nhận",
        "phụ lục",
        "điều 1",
        "số:",
    ];
    let start = text.trim_start();
    let start = &start[..floor(start, 80)];
    let folded = fold(&start.split_whitespace().collect::<Vec<_>>().join(" "));
    MARKS.iter().any(|mark| folded.starts_with(mark.trim_end()))
}
