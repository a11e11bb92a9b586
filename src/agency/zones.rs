//! Boards that look after zones: `Ban Quản lý Khu kinh tế A và các Khu công nghiệp B`.

use super::reader::{Extent, Reader};
use crate::{lexicon::agency_words::Kinds, text::words::Words};

impl Reader<'_> {
    /// `Ban Quản lý Khu kinh tế A và các Khu công nghiệp B`: the zones that one board looks after; where they end.
    pub(crate) fn zones(&self, head: std::ops::Range<usize>, extent: Extent) -> Option<usize> {
        const ZONES: &Words = &Words::of(&[
            "khu bảo tồn thiên nhiên",
            "khu bảo tồn đất ngập nước",
            "khu bảo tồn loài và sinh cảnh",
            "khu bảo tồn loài - sinh cảnh",
            "khu dự trữ sinh quyển",
            "khu dự trữ thiên nhiên",
            "khu di tích lịch sử - văn hóa",
            "khu di tích lịch sử văn hóa",
            "khu di tích lịch sử và danh thắng",
            "khu di tích lịch sử",
            "khu kinh tế cửa khẩu",
            "khu kinh tế ven biển",
            "khu công nghệ thông tin tập trung",
            "khu nông nghiệp ứng dụng công nghệ cao",
            "khu nông nghiệp công nghệ cao",
            "khu du lịch quốc gia",
            "khu đại học",
            "khu bảo tồn biển",
            "khu bảo tồn",
            "khu di tích",
            "khu đô thị",
            "khu kinh tế",
            "khu công nghiệp",
            "khu chế xuất",
            "khu công nghệ cao",
            "khu du lịch",
            "kkt",
            "kcn",
            "công nghiệp",
            "cụm công nghiệp",
        ]);
        if !matches!(&self.folded[head.clone()], "ban quản lý" | "bql") {
            return None;
        }
        let mut end = head.end;
        let mut found = false;
        for _ in 0..6 {
            let mark = self.blanks(end);
            let comma = self.rest(mark).strip_prefix([',', '-', '–']).map(|rest| self.folded.len() - rest.len());
            let next = self.word(mark, "và").or(comma.filter(|_| found)).unwrap_or(mark);
            let next = self.word(next, "các").unwrap_or(next);
            let Some(zone) = self.any(next, ZONES).filter(|_| found || next == self.word(mark, "các").unwrap_or(mark))
            else {
                break;
            };
            found = true;
            end = zone;
            // the name of its place
            loop {
                let at = self.blanks(end);
                // `Khu công nghiệp Việt Nam - Singapore`
                let joint = self.word(at, "việt nam").and_then(|country| self.dash(country));
                if let Some(next) = joint.filter(|&next| self.proper(next)) {
                    end = self.word_end(next);
                    continue;
                }
                let territory = self.kind(at, Kinds::TERRITORY).is_some();
                if at == end || territory || !self.proper(at) || self.begins(at) {
                    break;
                }
                end = self.word_end(at);
            }
        }
        let level = self.blanks(end);
        found.then(|| if self.kind(level, Kinds::TERRITORY).is_some() { self.territories(level, extent) } else { end })
    }
}
