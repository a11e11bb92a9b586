//! Deadlines of a recognized document are read from its words of time as they must have been printed; the facts show those
//! that were read.

use super::read;
use crate::{
    agency::Mended,
    extract::{Finding, View, printed::tree_as_printed},
    model::DeadlineFact,
    value::misread_times,
};

/// All deadlines in reading order.
pub(super) fn find(view: View) -> Vec<Finding<DeadlineFact>> {
    let Some(mended) = Mended::by(view.text, misread_times(view.text.plain())) else { return read(view) };
    let tree = tree_as_printed(view.tree, &mended);
    let title = view.title.map(|title| mended.as_printed(title));
    let mut found = read(View { text: &mended.text, tree: &tree, title: title.as_ref(), ..view });
    for deadline in &mut found {
        deadline.range = mended.as_read(&deadline.range);
    }
    found
}
