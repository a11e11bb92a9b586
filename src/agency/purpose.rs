//! Verbs inside the names of institutions: `Viện Chiến lược phát triển giao thông`, `Ban Quản lý dự án xây dựng cảng`.

use super::reader::{Extent, Reader};
use crate::{lexicon::agency_words::Kinds, text::letters::is_alphabetic};

/// Institutions that are named by what they are for.
const INSTITUTIONS: [&str; 8] =
    ["viện", "trung tâm", "học viện", "quỹ", "ban quản lý", "ban quản lý dự án", "ban quản lý các dự án", "công ty"];

/// What they are for.
const PURPOSES: [&str; 9] =
    ["phát triển", "bảo tồn", "quy hoạch", "ứng dụng", "hỗ trợ", "đào tạo", "nghiên cứu", "chuyển giao", "bồi dưỡng"];

/// What only those who build are for; others do it.
const WORKS: [&str; 3] = ["xây dựng", "đầu tư", "khai thác"];

/// More words than what a name says after such a verb.
const MOST: usize = 8;

impl Reader<'_> {
    /// The end of the name that goes on with a verb at `at` after the head that ends at `head`: where nothing but the
    /// cue of a role or the end of the cell follows it.
    pub(crate) fn purpose(&self, head: usize, at: usize, extent: Extent) -> Option<usize> {
        let institution = self.lexeme_before(head)?;
        let kind = &self.folded[institution.range.clone()];
        let verb = self.kind(at, Kinds::VERB)?;
        let purpose = &self.folded[verb.range.clone()];
        let builds = kind.starts_with("ban quản lý") || kind == "công ty";
        let fits = INSTITUTIONS.contains(&kind) && (PURPOSES.contains(&purpose) || builds && WORKS.contains(&purpose));
        // `Ban Quản lý dự án` has its object, `Trung tâm` needs one
        let named = self.blanks(head) < at || kind.ends_with("dự án") || kind == "quỹ";
        if !fits || !named || self.capital(at) {
            return None;
        }
        let mut end = verb.range.end;
        for _ in 0..MOST {
            let next = self.blanks(end);
            let rest = self.rest(next);
            let role = self.kind(next, Kinds::LEAD | Kinds::COORDINATE).is_some()
                || self.any(next, &["có trách nhiệm", "chịu trách nhiệm"]).is_some();
            let closed = rest.is_empty() || rest.starts_with([',', ';', '.', '(', '\n']);
            if role || closed {
                return (end > verb.range.end && (role || extent == Extent::Whole)).then_some(end);
            }
            let link = self.kind(next, Kinds::LINK | Kinds::PLURAL).is_some();
            if link || self.begins(next) || next == end || !rest.starts_with(is_alphabetic) {
                return None;
            }
            end = self.word_end(next);
        }
        None
    }
}
