//! Lines become nodes: each marker closes what it does not belong to and opens its own.

use std::{collections::HashMap, ops::Range};

use super::{FootnoteNode, Node, NodeId, SectionKind, SectionTree, closing, headings, rows};
use crate::{
    layout::{Layout, LineKind, LogicalLine},
    text::Text,
    value::marker::{self, Marker, Style},
};

/// Gives ids that are unique: a label that repeats within one parent gets `~2`, `~3`.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashMap<String, usize>,
}

impl Ids {
    pub(super) fn give(&mut self, nodes: &[Node], parent: Option<NodeId>, label: &str) -> String {
        let id = match parent {
            Some(p) => format!("{}.{label}", nodes[p].id),
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
    /// The first node of the document that is being read: where its closing may begin.
    begun: usize,
}

impl<'l> Builder<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
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
                LineKind::Type => self.restart(),
                LineKind::Recipients | LineKind::Authority | LineKind::Post | LineKind::Name => self.end(),
                LineKind::Agency
                | LineKind::Motto
                | LineKind::Number
                | LineKind::Date
                | LineKind::Title
                | LineKind::Decider
                | LineKind::Recipient
                | LineKind::Aside => {}
            }
        }
        self.end();
        self.headings();
        self.tree
    }

    /// A document's type: a plan begins, perhaps the second of the file.
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
            && !matches!(self.tree.nodes[last].kind, SectionKind::Row | SectionKind::Preamble | SectionKind::Article)
        {
            // the whole node with its first line
            let own = self.first[last].is_some();
            let from = closing::begins(self.text, &self.tree.nodes[last].text, own && self.heads(last));
            if let Some(from) = from {
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

    /// Would the node's first line be a heading over the paragraphs after it?
    fn heads(&self, node: NodeId) -> bool {
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
        if let Some(m) = marker::read(words, 0)
            && let Some(m) = self.settle(m, &words[..])
        {
            self.item(range, &m);
            return;
        }
        let holder = match self.last.or(self.annex) {
            Some(node) => node,
            None => {
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
            }
        };
        self.tree.nodes[holder].text.push(range.clone());
    }

    /// What a marker is among its neighbours: `C.` a letter or a number, `i)` a letter or a number, `HI.` for `III.`.
    fn settle(&self, mut m: Marker, words: &str) -> Option<Marker> {
        let preamble = self.last.is_none_or(|l| self.tree.nodes[l].kind == SectionKind::Preamble);
        // the grounds of a decision may be listed with dashes
        if preamble
            && matches!(m.style, Style::Dash | Style::Plus)
            && crate::text::fold(&words[m.end..]).starts_with("căn cứ")
        {
            return None;
        }
        let last = |style: Style| self.open.iter().rev().find(|o| o.style == style);
        match m.style {
            Style::Roman => {
                let next = last(Style::Roman).map_or(1, |o| o.value.unwrap_or(0) + 1);
                let one = m.label.chars().count() == 1;
                if one && let Some(letters) = last(Style::UpperLetter) {
                    let follows = letter_value(&m.label) == letters.value.map(|v| v + 1);
                    if follows && marker::roman_value(&m.label) != Some(next) {
                        m.style = Style::UpperLetter;
                    }
                }
                if one
                    && m.style == Style::Roman
                    && matches!(m.label.as_str(), "C" | "L")
                    && last(Style::Roman).is_none()
                {
                    m.style = Style::UpperLetter;
                }
                if m.style == Style::Roman && marker::roman_value(&m.label).is_none() {
                    // damaged: the reading that the sequence asks for, when it is as long
                    let expected = marker::to_roman(next);
                    let read: String = m.label.replace('H', "II").replace(['l', '1'], "I");
                    m.label = if read == expected || expected.len().abs_diff(read.len()) <= 1 {
                        expected
                    } else {
                        return None;
                    };
                }
            }
            Style::LowerLetter if matches!(m.label.as_str(), "i" | "v" | "x") => {
                let letters = last(Style::LowerLetter).and_then(|o| o.value);
                let romans = last(Style::LowerRoman).and_then(|o| o.value);
                let follows_letters = letters.is_some() && letter_value(&m.label) == letters.map(|v| v + 1);
                let follows_romans = marker::roman_value(&m.label.to_uppercase()) == Some(romans.unwrap_or(0) + 1);
                if !follows_letters && follows_romans {
                    m.style = Style::LowerRoman;
                }
            }
            Style::Article if !words.starts_with("Đ") => return None,
            _ => {}
        }
        Some(m)
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

    /// How much of the open path stays above the marker, and the marker's own part of the id.
    fn parent(&self, m: &Marker, value: Option<u32>) -> (usize, String) {
        let depth = |styles: &[Style]| self.open.iter().rposition(|o| styles.contains(&o.style)).map_or(0, |i| i + 1);
        let own = own_label(m);
        let keep = match m.style {
            Style::Part => 0,
            Style::Chapter => depth(&[Style::Part]),
            Style::Item => depth(&[Style::Part, Style::Chapter]),
            Style::Article => depth(&[Style::Part, Style::Chapter, Style::Item]),
            Style::Dash => match self.open.iter().rposition(|o| o.style == Style::Dash) {
                Some(i) => i,
                None => self.above(&[Style::Plus]),
            },
            Style::Plus => match self.open.iter().rposition(|o| o.style == Style::Plus) {
                Some(i) => i,
                None => self.open.len(),
            },
            Style::Bullet => match self.open.iter().rposition(|o| o.style == Style::Bullet) {
                Some(i) => i,
                None => self.above(&[Style::Dash, Style::Plus]),
            },
            Style::Decimal => return self.decimal(m),
            Style::Roman => self.sibling(Style::Roman, value).unwrap_or_else(|| {
                depth(&[Style::Part, Style::Chapter, Style::Item, Style::Article, Style::UpperLetter])
            }),
            style => self.sibling(style, value).unwrap_or_else(|| self.introduced()),
        };
        (keep, own)
    }

    /// The open node of the same style that the marker follows; none when it begins a list of its own below.
    fn sibling(&self, style: Style, value: Option<u32>) -> Option<usize> {
        let same: Vec<usize> = (0..self.open.len()).filter(|&i| self.open[i].style == style).collect();
        let deepest = *same.last()?;
        if let Some(next) = same.iter().rev().find(|&&i| value.is_some() && self.open[i].value.map(|v| v + 1) == value)
        {
            return Some(*next);
        }
        // a list that starts again below a lead-in with a colon
        let below = deepest + 1 < self.open.len() && value == Some(1) && self.leads_in(self.open.len() - 1);
        (!below).then_some(deepest)
    }

    /// The path without open items of these styles at its end.
    fn above(&self, styles: &[Style]) -> usize {
        self.open.iter().rposition(|o| !styles.contains(&o.style)).map_or(0, |i| i + 1)
    }

    /// Where a list of a new kind hangs: on the current node when that leads in, else on the numbered node above it.
    fn introduced(&self) -> usize {
        let mut keep = self.open.len();
        while keep > 0 {
            let dashed = matches!(self.open[keep - 1].style, Style::Dash | Style::Plus | Style::Bullet);
            if !dashed || self.leads_in(keep - 1) {
                break;
            }
            keep -= 1;
        }
        keep
    }

    /// The node's last words end with a colon, or it has only a heading.
    fn leads_in(&self, open: usize) -> bool {
        let node = self.open[open].node;
        let last = self.tree.nodes[node].text.last().or(self.first[node].as_ref());
        last.is_some_and(|r| {
            let words = self.text.at(r).trim_end();
            words.ends_with(':') || !words.ends_with(['.', ';', ','])
        })
    }

    fn decimal(&self, m: &Marker) -> (usize, String) {
        let full = m.label.clone();
        let (above, own) = full.rsplit_once('.').unwrap_or(("", &full));
        let parent = self.open.iter().rposition(|o| {
            o.printed == above && matches!(o.style, Style::Arabic | Style::Decimal | Style::ArabicInParens)
        });
        if let Some(parent) = parent {
            return (parent + 1, own.to_owned());
        }
        let parts = full.matches('.').count();
        let sibling =
            self.open.iter().rposition(|o| o.style == Style::Decimal && o.printed.matches('.').count() == parts);
        let keep = match sibling {
            Some(i) => i,
            // the printed parent is missing: beside the number that stands open
            None => {
                self.open.iter().position(|o| matches!(o.style, Style::Arabic | Style::Decimal)).unwrap_or_else(|| {
                    self.open
                        .iter()
                        .rposition(|o| {
                            matches!(
                                o.style,
                                Style::Roman
                                    | Style::UpperLetter
                                    | Style::Part
                                    | Style::Chapter
                                    | Style::Item
                                    | Style::Article
                            )
                        })
                        .map_or(0, |i| i + 1)
                })
            }
        };
        (keep, full)
    }

    fn annex(&mut self, mark: Option<&Range<usize>>, title: Option<&Range<usize>>) {
        // mark and title of one annex, in either order
        if let Some(annex) = self.annex
            && self.tree.nodes.len() == annex + 1
            && self.tree.nodes[annex].text.is_empty()
        {
            let node = &mut self.tree.nodes[annex];
            match (mark, title) {
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

    /// Judges the first line of each node, now that what follows it is known.
    fn headings(&mut self) {
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
        let mut beside: HashMap<(Option<NodeId>, SectionKind), (usize, usize)> = HashMap::new();
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
            if labelled && n.heading.is_none() && self.first[node].is_none() && !n.text.is_empty() {
                n.heading = Some(n.text.remove(0));
            }
        }
    }
}

fn kind(m: &Marker) -> SectionKind {
    match m.style {
        Style::Part => SectionKind::Part,
        Style::Chapter => SectionKind::Chapter,
        Style::Item if m.label.starts_with(|c: char| c.is_ascii_digit()) => SectionKind::Arabic,
        Style::Item | Style::Roman | Style::LowerRoman => SectionKind::Roman,
        Style::Article => SectionKind::Article,
        Style::UpperLetter | Style::LowerLetter | Style::LetterInParens => SectionKind::Letter,
        Style::Arabic | Style::ArabicInParens => SectionKind::Arabic,
        Style::Decimal => SectionKind::Decimal,
        Style::Bullet => SectionKind::Bullet,
        Style::Dash => SectionKind::Dash,
        Style::Plus => SectionKind::Plus,
    }
}

fn own_label(m: &Marker) -> String {
    let number = || value(m).map_or_else(|| m.label.clone(), |v| v.to_string());
    match m.style {
        Style::Part => format!("P{}", number()),
        Style::Chapter => format!("C{}", number()),
        Style::Article => format!("Đ{}", m.label),
        _ => match m.label.trim_start_matches('0') {
            "" => m.label.clone(),
            label => label.to_owned(),
        },
    }
}

/// The place of a label in its sequence.
fn value(m: &Marker) -> Option<u32> {
    let label = m.label.as_str();
    match m.style {
        Style::Arabic | Style::ArabicInParens => label.parse().ok(),
        Style::Part | Style::Chapter | Style::Item | Style::Article => {
            label.parse().ok().or_else(|| marker::roman_value(label)).or_else(|| marker::ordinal_value(label))
        }
        Style::Roman => marker::roman_value(label),
        Style::LowerRoman => marker::roman_value(&label.to_uppercase()),
        Style::UpperLetter | Style::LowerLetter | Style::LetterInParens => letter_value(label),
        Style::Decimal => label.rsplit('.').next()?.parse().ok(),
        Style::Bullet | Style::Dash | Style::Plus => None,
    }
}

fn letter_value(label: &str) -> Option<u32> {
    let small = label.to_lowercase();
    let at = marker::LETTERS.chars().position(|c| small.starts_with(c))?;
    u32::try_from(at).ok().map(|v| v + 1)
}
