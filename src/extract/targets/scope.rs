//! Which figures stand where: the parts of the document that set goals, and those that do not.

use super::figure::Scope;
use crate::{extract::Passage, model::SectionKind};

/// What figures of a passage are looked for; `None` for table rows, whose words stand in other cells, and the title.
pub(super) fn of(passage: &Passage) -> Option<Scope> {
    let node = passage.section()?;
    let tree = passage.view.tree;
    let within = |kind| passage.node.is_some_and(|n| tree.path(n).any(|n| n.kind == kind));
    if within(SectionKind::Row) {
        return None;
    }
    if about_goals(passage) {
        return Some(Scope::Goals);
    }
    Some(if matches!(node.kind, SectionKind::Preamble | SectionKind::Closing) { Scope::Rates } else { Scope::Body })
}

/// Has a heading above the words `mục tiêu` or `chỉ tiêu`, other than in the name of a national programme?
pub(super) fn about_goals(passage: &Passage) -> bool {
    passage.headings().any(|heading| {
        let folded = passage.view.text.folded_at(heading);
        folded.contains("chỉ tiêu")
            || folded.match_indices("mục tiêu").any(|(at, words)| {
                let programme = folded[..at].trim_end().ends_with("chương trình")
                    && folded[at + words.len()..].trim_start().starts_with("quốc gia");
                !programme
            })
    })
}
