//! Duties of a recognized document are read from its words as they must have been printed; the facts show those that were
//! read.

use super::{Found, View, read};
use crate::{agency::Mended, sections::SectionTree};

/// All duties in reading order.
pub(super) fn find(view: View) -> Vec<Found> {
    let mut headings: Vec<_> = view.tree.nodes.iter().filter_map(|n| n.heading.clone()).collect();
    headings.sort_by_key(|h| h.start);
    let Some(mended) = Mended::new(view.text, &headings) else { return read(view) };
    let tree = as_printed(view.tree, &mended);
    let title = view.title.map(|title| mended.as_printed(title));
    let mut found = read(View { text: &mended.text, tree: &tree, title: title.as_ref(), ..view });
    for duty in &mut found {
        duty.task = mended.as_read(&duty.task);
        duty.finding.range = mended.as_read(&duty.finding.range);
    }
    found
}

/// The structure over the mended text.
fn as_printed(tree: &SectionTree, mended: &Mended) -> SectionTree {
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
