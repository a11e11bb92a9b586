//! Was the document saved from a web page that put words of its own around it?

use super::shapes::floor;
use crate::{lexicon::web_furniture, text::Text};

/// Whether the lines of a document hold such words at all: those of most documents need not be asked one by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct WebPage(bool);

impl WebPage {
    pub(super) fn of(all: &Text) -> Self {
        Self(web_furniture::stand_in(all))
    }

    /// Do words of the page stand near the beginning of a line? A plan may use some of them itself, but not behind its
    /// signature.
    pub(super) fn opens(self, line: &str, after_signature: bool) -> bool {
        self.0 && web_furniture::is_in(&line[..floor(line, 200)], after_signature)
    }

    /// Does a line hold words that only a page has?
    pub(super) fn holds(self, line: &str) -> bool {
        self.0 && web_furniture::is_in(line, false)
    }
}
