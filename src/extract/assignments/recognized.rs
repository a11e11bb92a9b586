//! Duties of a recognized document are read from its words as they must have been printed; the facts show those that were
//! read.

use super::{Found, View, read};
use crate::{agency::Mended, extract::printed::tree_as_printed};

/// All duties in reading order.
pub(super) fn find(view: View) -> Vec<Found> {
    let mut headings: Vec<_> = view.tree.nodes.iter().filter_map(|n| n.heading.clone()).collect();
    headings.sort_by_key(|h| h.start);
    let Some(mended) = Mended::new(view.text, &headings) else { return read(view) };
    let tree = tree_as_printed(view.tree, &mended);
    let title = view.title.map(|title| mended.as_printed(title));
    let mut found = read(View { text: &mended.text, tree: &tree, title: title.as_ref(), ..view });
    for duty in &mut found {
        duty.task = mended.as_read(&duty.task);
        duty.finding.range = mended.as_read(&duty.finding.range);
    }
    found
}
