//! Footnotes: a link whose words are a mark, to a place that links back.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The mark of each link to a footnote.
    pub(super) marks: HashMap<NodeId, String>,
    /// The mark of each element that is the body of one.
    pub(super) bodies: HashMap<NodeId, String>,
    /// Links from a body back to its mark, which are no words of it.
    pub(super) back: HashSet<NodeId>,
}

/// A page where more links lead to one place has no footnotes there.
const MOST: usize = 16;

impl Notes {
    pub(super) fn of(page: &Html) -> Self {
        let mut named: HashMap<&str, NodeRef<Node>> = HashMap::new();
        let mut links: Vec<(NodeRef<Node>, &str)> = Vec::new();
        for node in page.tree.root().descendants() {
            let Some(element) = node.value().as_element() else { continue };
            for name in [element.attr("id"), element.attr("name")].into_iter().flatten() {
                named.entry(name).or_insert(node);
            }
            if let Some(target) = element.attr("href").and_then(|h| h.strip_prefix('#')).filter(|t| !t.is_empty()) {
                links.push((node, target));
            }
        }
        // where each link leads back to
        let mut leading: HashMap<&str, Vec<NodeRef<Node>>> = HashMap::new();
        for (link, target) in &links {
            leading.entry(target).or_default().push(*link);
        }
        let mut notes = Self::default();
        for (link, target) in &links {
            let Some(mark) = mark(*link) else { continue };
            let Some(place) = named.get(target) else { continue };
            let body = body(*place);
            // a link from the body to the mark, or to what the mark stands in
            let names = std::iter::once(*link).chain(link.ancestors().take(2)).chain(link.children());
            let back = names
                .filter_map(|n| n.value().as_element())
                .flat_map(|e| [e.attr("id"), e.attr("name")])
                .flatten()
                .filter_map(|name| leading.get(name))
                .flat_map(|links| links.iter().take(MOST))
                .find(|back| back.id() != link.id() && (back.id() == body.id() || is_below(**back, body)));
            if let Some(back) = back
                && !is_below(*link, body)
                && !notes.marks.contains_key(&back.id())
            {
                notes.marks.insert(link.id(), format!("[{mark}]"));
                notes.bodies.entry(body.id()).or_insert(format!("[{mark}]"));
                notes.back.insert(back.id());
            }
        }
        notes
    }
}

/// The digits of a link that is a mark: `1`, `[1]`, `(1)`.
fn mark(link: NodeRef<Node>) -> Option<String> {
    const LONGEST: usize = 3;
    let mut words = String::new();
    for node in link.descendants().take(12) {
        if let Some(text) = node.value().as_text() {
            words.push_str(text);
        }
        if words.len() > 40 {
            return None;
        }
    }
    let digits = words.trim().trim_matches(['[', ']', '(', ')']).trim();
    (!digits.is_empty() && digits.len() <= LONGEST && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.to_owned())
}

/// The element that holds all of a footnote.
fn body(place: NodeRef<'_, Node>) -> NodeRef<'_, Node> {
    let is =
        |node: &NodeRef<Node>, names: &[&str]| node.value().as_element().is_some_and(|e| names.contains(&e.name()));
    let block =
        std::iter::once(place).chain(place.ancestors()).find(|n| is(n, &["p", "div", "li", "td", "dd", "aside"]));
    let block = block.unwrap_or(place);
    // Word and LibreOffice put the paragraphs of one into a box
    let whole = block.parent().filter(|parent| {
        let element = parent.value().as_element();
        is(parent, &["div", "li"])
            && element.is_some_and(|e| {
                let id = e.attr("id").unwrap_or_default();
                ["ftn", "sdfootnote", "fn", "edn", "sdendnote"].iter().any(|head| id.starts_with(head))
            })
    });
    whole.unwrap_or(block)
}

fn is_below(node: NodeRef<Node>, above: NodeRef<Node>) -> bool {
    node.ancestors().any(|a| a.id() == above.id())
}
