//! Which figures stand where: the parts of the document that set goals, and those that do not.

use std::cell::OnceCell;

use super::figure::Scope;
use crate::{
    extract::{Passage, View},
    model::SectionKind,
};

/// What figures of a passage are looked for; `None` for table rows, whose words stand in other cells, and the title.
pub(super) fn of(passage: &Passage, goals: &Goals) -> Option<Scope> {
    let node = passage.section()?;
    let tree = passage.view.tree;
    let within = |kind| passage.node.is_some_and(|n| tree.path(n).any(|n| n.kind == kind));
    if within(SectionKind::Row) {
        return None;
    }
    if goals.above(passage) {
        return Some(Scope::Goals);
    }
    Some(if matches!(node.kind, SectionKind::Preamble | SectionKind::Closing) { Scope::Rates } else { Scope::Body })
}

/// Which headings speak of goals; each is judged once.
pub(super) struct Goals(Vec<OnceCell<bool>>);

impl Goals {
    pub(super) fn new(view: View) -> Self {
        Self(vec![OnceCell::new(); view.tree.nodes.len()])
    }

    /// Does a heading above the words of a passage speak of goals?
    fn above(&self, passage: &Passage) -> bool {
        let nodes = &passage.view.tree.nodes;
        std::iter::successors(passage.node, |&node| nodes[node].parent).any(|node| {
            let heading = nodes[node].heading.as_ref();
            let read = || heading.is_some_and(|heading| names_goals(passage.view.text.folded_at(heading)));
            self.0.get(node).map_or_else(read, |told| *told.get_or_init(read))
        })
    }
}

/// `mục tiêu` or `chỉ tiêu`, other than in the name of a national programme.
fn names_goals(folded: &str) -> bool {
    folded.contains("chỉ tiêu")
        || folded.match_indices("mục tiêu").any(|(at, words)| {
            let programme = folded[..at].trim_end().ends_with("chương trình")
                && folded[at + words.len()..].trim_start().starts_with("quốc gia");
            !programme
        })
}
