//! What the rules look at of a document whose words were misread or run together: the words as they must have been
//! printed. The facts show those that were read.

use std::ops::Range;

use super::{Finding, View, run_together::gaps, specks::specks};
use crate::{agency::Mended, sections::SectionTree, value::misread_times};

/// A document with its misread names, cues and words of time mended, and blanks where they are missing.
pub(super) struct Printed {
    mended: Mended,
    tree: SectionTree,
    title: Option<Range<usize>>,
}

impl Printed {
    /// `None` where nothing is to be mended.
    pub(super) fn of(view: View) -> Option<Self> {
        let mended = if view.recognized {
            Mended::by(view.text, misread(view))
        } else {
            Mended::by(view.text, gaps(view.text))
        }?;
        let tree = tree(view.tree, &mended);
        let title = view.title.map(|title| mended.as_printed(title));
        Some(Self { mended, tree, title })
    }

    /// The document as it was printed.
    pub(super) fn view<'a>(&'a self, read: View) -> View<'a> {
        View {
            text: &self.mended.text,
            tree: &self.tree,
            title: self.title.as_ref(),
            issued_year: read.issued_year,
            directs: read.directs,
            recognized: read.recognized,
        }
    }

    /// Where words of the printed document stand in the one that was read.
    pub(super) fn as_read(&self, range: &Range<usize>) -> Range<usize> {
        self.mended.as_read(range)
    }

    /// Findings of the printed document, in the one that was read.
    pub(super) fn found<T>(&self, mut findings: Vec<Finding<T>>) -> Vec<Finding<T>> {
        for finding in &mut findings {
            finding.range = self.as_read(&finding.range);
        }
        findings
    }
}

/// The misread words of a recognized document, in order, and how they must have been printed.
fn misread(view: View) -> Vec<(Range<usize>, String)> {
    let mut headings: Vec<_> = view.tree.nodes.iter().filter_map(|n| n.heading.clone()).collect();
    headings.sort_by_key(|h| h.start);
    let mut words = Mended::names(view.text, &headings);
    let plain = view.text.plain();
    let others = misread_times(plain).into_iter().chain(specks(plain)).chain(gaps(view.text));
    words.extend(others.map(|(range, printed)| (range, printed.to_owned())));
    words.sort_by_key(|(range, _)| range.start);
    // of two readings of one word the first counts
    let mut done = 0;
    words.retain(|(range, _)| {
        let free = range.start >= done;
        done = done.max(range.end);
        free
    });
    words
}

/// The structure over the mended text.
fn tree(read: &SectionTree, mended: &Mended) -> SectionTree {
    let mut tree = read.clone();
    let nodes = tree.nodes.iter_mut().flat_map(|n| n.text.iter_mut().chain(&mut n.heading).chain([&mut n.marker]));
    let tables =
        tree.tables.iter_mut().flat_map(|t| t.rows.iter_mut().flat_map(|r| &mut r.cells).chain(&mut t.caption));
    let footnotes = tree.footnotes.iter_mut().flat_map(|f| [&mut f.mark, &mut f.text]);
    for range in nodes.chain(tables).chain(footnotes) {
        *range = mended.as_printed(range);
    }
    tree
}
