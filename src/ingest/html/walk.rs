//! The walk over a page: blocks become lines, tables rows, footnotes notes. A loop, no recursion.

use std::{collections::HashMap, fmt::Write};

use ego_tree::{NodeId, NodeRef, iter::Edge};
use scraper::{Html, Node, node::Element};

use super::{furniture, grid, grid::Grid, is_block, lists::Lists, measure::Measures, notes::Notes};
use crate::ingest::{Place, RawKind, RawLine, encoding::decode_font};

/// So many bytes of paths are kept; lines of a page that is nothing but lines do without.
const PATHS: usize = 16 << 20;

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) lines: Vec<RawLine<'static>>,
    /// Elements with words that are no part of the document, and their letters.
    pub(super) left_out: (usize, usize),
}

/// An open element.
struct Open {
    id: NodeId,
    /// How many children of each name were met, for `:nth-of-type`.
    children: HashMap<Box<str>, usize>,
    /// How long the path was before it.
    path: usize,
    /// The font named last.
    font: Option<Box<str>>,
    /// White space counts.
    preformatted: bool,
    /// It is the mark of a list, in which symbol fonts print bullets.
    label: bool,
}

pub(super) fn walk(page: &Html) -> Walked {
    let measures = Measures::of(page);
    let notes = Notes::of(page);
    let root = furniture::root(page, &measures);
    let mut walker = Walker {
        measures: &measures,
        notes: &notes,
        open: Vec::new(),
        path: String::new(),
        paths: 0,
        line: String::new(),
        lists: Lists::default(),
        grid: None,
        note: None,
        walked: Walked::default(),
    };
    let whole = measures.get(*page.root_element()).chars;
    let kept = measures.get(root).chars;
    walker.walked.left_out.1 = whole.saturating_sub(kept);
    walker.walked.left_out.0 = usize::from(whole > kept);
    walker.path_to(root);
    // the element whose content is passed over
    let mut passed: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if passed.is_none() => {
                if !walker.enter(node, root.id()) {
                    passed = Some(node.id());
                }
            }
            Edge::Close(node) => {
                if passed == Some(node.id()) {
                    passed = None;
                } else if passed.is_none() {
                    walker.leave(node);
                }
            }
            Edge::Open(_) => {}
        }
    }
    walker.flush();
    walker.walked
}

struct Walker<'a> {
    measures: &'a Measures,
    notes: &'a Notes,
    open: Vec<Open>,
    /// The CSS selector of the innermost block.
    path: String,
    paths: usize,
    /// Words of the block that is open.
    line: String,
    lists: Lists,
    /// The table whose rows are read; tables inside its cells are words of them.
    grid: Option<(NodeId, Grid)>,
    /// The footnote that is open.
    note: Option<(NodeId, String)>,
    walked: Walked,
}

impl Walker<'_> {
    /// The path to where the walk begins.
    fn path_to(&mut self, root: NodeRef<Node>) {
        let mut steps: Vec<String> = Vec::new();
        for node in std::iter::once(root).chain(root.ancestors()) {
            let Some(name) = node.value().as_element().map(Element::name).filter(|n| *n != "html") else { break };
            let same = |n: &NodeRef<Node>| n.value().as_element().is_some_and(|e| e.name() == name);
            let nth = node.prev_siblings().filter(same).count() + 1;
            steps.push(if name == "body" { name.to_owned() } else { format!("{name}:nth-of-type({nth})") });
        }
        steps.reverse();
        self.path = steps.join(" > ");
    }

    /// Enters a node; false when what it holds is to be passed over.
    fn enter(&mut self, node: NodeRef<Node>, root: NodeId) -> bool {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Text(text) => {
                self.text(text);
                return true;
            }
            _ => return true,
        };
        let name = element.name();
        let mut step = None;
        if node.id() != root
            && let Some(parent) = self.open.last_mut()
        {
            let nth = parent.children.entry(name.into()).or_default();
            *nth += 1;
            step = Some(*nth);
        }
        let holds = self.measures.get(node);
        if holds.furniture {
            if holds.chars > 0 {
                self.walked.left_out.0 += 1;
                self.walked.left_out.1 += holds.chars;
            }
            return false;
        }
        if self.notes.back.contains(&node.id()) {
            return false;
        }
        if let Some(mark) = self.notes.marks.get(&node.id()) {
            let trimmed = self.line.trim_end().len();
            self.line.truncate(trimmed);
            self.line.push_str(mark);
            return false;
        }
        let before = self.path.len();
        if is_block(name) {
            self.flush();
            if let Some(nth) = step {
                let direct = self.open.last().is_none_or(|o| o.path != usize::MAX);
                self.path.push_str(if direct { " > " } else { " " });
                self.path.push_str(name);
                let _ = write!(self.path, ":nth-of-type({nth})");
            }
        }
        self.begin(node, element);
        let above = self.open.last();
        let style = element.attr("style").unwrap_or_default();
        self.open.push(Open {
            id: node.id(),
            children: HashMap::new(),
            path: if is_block(name) { before } else { usize::MAX },
            font: font(element, style).or_else(|| above.and_then(|a| a.font.clone())),
            preformatted: name == "pre"
                || style.contains("white-space:pre")
                || style.contains("white-space: pre")
                || above.is_some_and(|a| a.preformatted),
            label: style.contains("mso-list:Ignore")
                || style.contains("mso-list: Ignore")
                || above.is_some_and(|a| a.label),
        });
        true
    }

    /// What an element begins.
    fn begin(&mut self, node: NodeRef<Node>, element: &Element) {
        if let Some(mark) = self.notes.bodies.get(&node.id())
            && self.note.is_none()
        {
            self.note = Some((node.id(), mark.clone()));
        }
        match element.name() {
            "br" => self.flush(),
            "ul" | "ol" | "dir" | "menu" => {
                let parent = node.parent().and_then(|p| p.value().as_element());
                self.lists.open(element, parent.is_some_and(|p| matches!(p.name(), "ul" | "ol")));
            }
            "li" if self.note.is_none() => self.lists.item(element),
            "table" if self.grid.is_none() && self.note.is_none() && !grid::is_layout(node, self.measures) => {
                self.grid = Some((node.id(), Grid::default()));
            }
            "td" | "th" => {
                if let Some((table, grid)) = &mut self.grid
                    && is_cell_of(node, *table)
                {
                    grid.open_cell(node);
                }
            }
            _ => {}
        }
    }

    fn leave(&mut self, node: NodeRef<Node>) {
        let Some(element) = node.value().as_element() else { return };
        let Some(open) = self.open.pop_if(|o| o.id == node.id()) else { return };
        let name = element.name();
        if is_block(name) {
            self.flush();
        }
        match name {
            "ul" | "ol" | "dir" | "menu" => self.lists.close(),
            "td" | "th" | "tr" | "table" => self.leave_table(node, name),
            _ => {}
        }
        if let Some((_, note)) = self.note.take_if(|(id, _)| *id == node.id())
            && note.ends_with(|c: char| c != ']')
        {
            let place = self.place();
            self.walked.lines.push(RawLine::new(RawKind::Note, note, place));
        }
        if open.path != usize::MAX {
            self.path.truncate(open.path);
        }
    }

    fn leave_table(&mut self, node: NodeRef<Node>, name: &str) {
        let Some((table, grid)) = &mut self.grid else { return };
        let table = *table;
        let row = match name {
            "table" if table == node.id() => {
                let row = grid.close_row();
                self.grid = None;
                row
            }
            "tr" if is_cell_of(node, table) => grid.close_row(),
            "td" | "th" if is_cell_of(node, table) => {
                grid.close_cell();
                None
            }
            _ => None,
        };
        if let Some(row) = row {
            let place = self.place();
            self.walked.lines.push(RawLine::new(RawKind::Row, row, place));
        }
    }

    fn text(&mut self, text: &str) {
        let open = self.open.last();
        let decoded = match open.and_then(|o| o.font.as_deref()) {
            Some(font) => decode_font(font, text),
            None => text.into(),
        };
        let label = open.is_some_and(|o| o.label);
        if open.is_some_and(|o| o.preformatted) {
            for (i, line) in decoded.split('\n').enumerate() {
                if i > 0 {
                    self.flush();
                }
                self.begin_words(line);
                self.line.push_str(line.trim_end_matches('\r'));
            }
            return;
        }
        for c in decoded.chars() {
            // printed by Symbol or Wingdings
            let c = if label && matches!(c, '·' | '§' | 'Ø' | 'ü' | 'v' | 'q' | '\u{f000}'..='\u{f0ff}') {
                '•'
            } else {
                c
            };
            if c.is_ascii_whitespace() {
                if !self.line.is_empty() && !self.line.ends_with(' ') {
                    self.line.push(' ');
                }
            } else {
                if self.line.is_empty() {
                    self.begin_words(decoded.trim_start());
                }
                self.line.push(c);
            }
        }
    }

    /// The label of a list's item goes before its first words.
    fn begin_words(&mut self, words: &str) {
        if self.line.is_empty()
            && !words.trim().is_empty()
            && let Some(label) = self.lists.label(words)
        {
            self.line.push_str(&label);
        }
    }

    /// Ends a line: it goes to the cell, the footnote or the document.
    fn flush(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
            return;
        }
        let line = std::mem::take(&mut self.line);
        let words = line.trim_end();
        self.lists.line(words);
        if let Some((_, note)) = &mut self.note {
            note.push(' ');
            note.push_str(words.trim_start());
        } else if let Some((_, grid)) = &mut self.grid {
            grid.paragraph(words.trim_start());
        } else {
            let place = self.place();
            self.walked.lines.push(RawLine::new(RawKind::Line, words.to_owned(), place));
        }
    }

    fn place(&mut self) -> Place {
        self.paths += self.path.len();
        if self.paths > PATHS { Place::Element("body".into()) } else { Place::Element(self.path.as_str().into()) }
    }
}

/// Is the nearest table above a row or cell this one?
fn is_cell_of(node: NodeRef<Node>, table: NodeId) -> bool {
    node.ancestors()
        .find(|a| a.value().as_element().is_some_and(|e| e.name() == "table"))
        .is_some_and(|nearest| nearest.id() == table)
}

/// The font that an element names, when it is one of an old encoding or undoes one.
fn font(element: &Element, style: &str) -> Option<Box<str>> {
    let face = element.attr("face");
    let family = || {
        let at = style.find("font-family:")? + "font-family:".len();
        style[at..].split([',', ';']).next()
    };
    let name = face.or_else(family)?.trim().trim_matches(['"', '\'']);
    (!name.is_empty()).then(|| name.into())
}
