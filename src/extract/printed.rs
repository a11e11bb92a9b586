//! What rules look at over a recognized text as it must have been printed.

use crate::{agency::Mended, sections::SectionTree};

/// The structure over the mended text.
pub(super) fn tree_as_printed(tree: &SectionTree, mended: &Mended) -> SectionTree {
    let mut tree = tree.clone();
    let nodes = tree.nodes.iter_mut().flat_map(|n| n.text.iter_mut().chain(&mut n.heading).chain([&mut n.marker]));
    let tables =
        tree.tables.iter_mut().flat_map(|t| t.rows.iter_mut().flat_map(|r| &mut r.cells).chain(&mut t.caption));
    let footnotes = tree.footnotes.iter_mut().flat_map(|f| [&mut f.mark, &mut f.text]);
    for range in nodes.chain(tables).chain(footnotes) {
        *range = mended.as_printed(range);
    }
    tree
}
