//! Collectives of bare nouns without `các`: `Doanh nghiệp, cộng đồng, tổ chức, cá nhân`.

use super::{canonical::canonical, list::Agency, reader::Reader};
use crate::lexicon::agency_words::Kinds;

impl Reader<'_> {
    /// Bare nouns stay together, as after one `các`, where nothing in the list opens a name.
    pub(crate) fn join_bare(&self, agencies: &mut Vec<Agency>) {
        let [first, .., last] = agencies.as_slice() else { return };
        let range = first.range.start..last.range.end;
        let joined = agencies.windows(2).all(|pair| {
            let gap = self.folded[pair[0].range.end..pair[1].range.start].trim();
            matches!(gap, "," | "và") && !self.capital(pair[1].range.start)
        });
        if joined && agencies.iter().all(|a| self.bare_noun(a)) {
            *agencies = vec![Agency { name: canonical(&self.plain[range.clone()]), range }];
        }
    }

    /// Is the agency a kind of those who live or trade somewhere, and nothing more?
    fn bare_noun(&self, agency: &Agency) -> bool {
        // bodies of power and of arms are told of one by one
        let apart = ["chính quyền", "cán bộ", "công an", "dân quân"];
        let words = &self.folded[agency.range.clone()];
        self.kind(agency.range.start, Kinds::NOUN | Kinds::OPEN | Kinds::GROUP).is_some()
            && !self.name_begins(agency.range.start)
            && !apart.iter().any(|a| words.starts_with(a))
    }
}
