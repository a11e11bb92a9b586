//! Cells that have lost words: browsers cut a table that is wider than the paper. A name that stands whole in another cell
//! of the same columns is read where it is cut, when no other name fits what is left of it.

use std::{collections::BTreeMap, ops::Range};

use crate::{extract::View, text::LOST_WORDS};

/// A cut loses the end of a line: no more words than this.
const MOST_WORDS: usize = 3;

/// The items of cells, parted by `;`, that have lost nothing.
pub(super) struct Whole<'a> {
    view: View<'a>,
    /// By their folded words, where one of them stands.
    items: BTreeMap<&'a str, Range<usize>>,
}

impl<'a> Whole<'a> {
    /// Of these cells; none where no word is lost.
    pub(super) fn of(view: View<'a>, cells: impl Iterator<Item = Range<usize>> + Clone) -> Self {
        let mut whole = Self { view, items: BTreeMap::new() };
        if cells.clone().any(|cell| has_gaps(view, &cell)) {
            for item in cells.flat_map(|cell| items(view, &cell)).filter(|item| !has_gaps(view, item)) {
                whole.items.entry(view.text.folded_at(&trimmed(view, &item))).or_insert(item);
            }
        }
        whole
    }

    /// Where the words stand whole that this item has lost some of, when only one item fits.
    pub(super) fn fitting(&self, item: &Range<usize>) -> Option<Range<usize>> {
        let left: Vec<&str> =
            self.view.text.folded_at(&trimmed(self.view, item)).split(LOST_WORDS).map(str::trim).collect();
        let mut fitting = self.items.iter().filter(|(whole, _)| fits(&left, whole));
        match (fitting.next(), fitting.next()) {
            (Some((_, place)), None) => Some(place.clone()),
            _ => None,
        }
    }
}

/// Have these words lost some?
pub(super) fn has_gaps(view: View, range: &Range<usize>) -> bool {
    view.text.folded_at(range).contains(LOST_WORDS)
}

/// The items of a cell.
pub(super) fn items(view: View, cell: &Range<usize>) -> Vec<Range<usize>> {
    let mut at = cell.start;
    let items = view.text.folded_at(cell).split_inclusive(';').map(|item| {
        at += item.len();
        at - item.len()..at
    });
    items.collect()
}

/// A cell; of one that has lost words those of its items that have lost none.
pub(super) fn readable(view: View, cell: &Range<usize>) -> Vec<Range<usize>> {
    if !has_gaps(view, cell) {
        return vec![cell.clone()];
    }
    items(view, cell).into_iter().filter(|item| !has_gaps(view, item)).collect()
}

/// An item without the marks around it.
pub(super) fn trimmed(view: View, item: &Range<usize>) -> Range<usize> {
    let words = view.text.folded_at(item);
    let start = item.start + words.len() - words.trim_start_matches(AROUND).len();
    start..start + words.trim_matches(AROUND).len()
}

const AROUND: [char; 5] = [' ', ';', '.', ',', '\n'];

/// Are these the words that a cut has left of a whole item? What is left begins it, and each gap stands for a few words.
fn fits(left: &[&str], whole: &str) -> bool {
    let [first, others @ ..] = left else { return false };
    // a cut leaves more than a head: `Sở […]` may be any of them
    if first.split(' ').count() < 2 {
        return false;
    }
    let Some(mut rest) = whole.strip_prefix(first) else { return false };
    for (i, piece) in others.iter().enumerate() {
        let at = if i + 1 == others.len() {
            rest.ends_with(piece).then(|| rest.len() - piece.len())
        } else {
            rest.find(piece)
        };
        let Some(at) = at.filter(|&at| (1..=MOST_WORDS).contains(&rest[..at].split_whitespace().count())) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    !others.is_empty() && rest.is_empty()
}
