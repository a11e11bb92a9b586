//! Which bodies are meant by what they belong to: `trong Vùng`, `trong toàn ngành`, `trong khối nội chính`.

use super::reader::Reader;
use crate::{
    lexicon::agency_words::Kinds,
    text::words::{Words, words},
};

/// What bodies may belong to.
const WHOLES: &Words = &Words::of(&["tiểu vùng", "liên vùng", "vùng", "khối", "hệ thống", "cụm", "ngành"]);

/// What may stand behind `toàn`.
const ALL: &Words = &Words::of(&[
    "vùng",
    "khối",
    "hệ thống",
    "ngành",
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "quốc",
    "đảng bộ",
    "đảng",
    "lực lượng",
    "quân",
    "trường",
    "cơ quan",
]);

/// Of which kind a region or a block is.
const OF_KIND: &Words = &Words::of(&[
    "dự án",
    "dịch",
    "có dịch",
    "quy hoạch",
    "nguyên liệu",
    "đệm",
    "lõi",
    "hạ du",
    "ngập lụt",
    "bị ngập lụt",
    "bị ảnh hưởng",
    "bị thiên tai",
    "thiên tai",
    "sạt lở",
    "đồng bào dân tộc thiểu số",
    "dân tộc thiểu số",
    "kinh tế trọng điểm",
    "kinh tế",
    "biên giới",
    "ven biển",
    "nội chính",
    "đảng",
    "đoàn thể",
    "nhà nước",
    "doanh nghiệp",
    "thi đua",
    "lực lượng vũ trang",
    "chính trị",
    "giáo dục",
    "hành chính",
    "sự nghiệp",
    "văn hóa - xã hội",
    "văn hóa xã hội",
    "kinh tế - xã hội",
    "cơ quan",
]);

/// Regions by more than one word, or in small letters.
const REGIONS: &Words = &Words::of(&[
    "đồng bằng sông cửu long",
    "đồng bằng sông hồng",
    "đồng bằng",
    "trung du và miền núi bắc bộ",
    "trung du và miền núi phía bắc",
    "trung du, miền núi phía bắc",
    "bắc trung bộ và duyên hải miền trung",
    "bắc trung bộ",
    "duyên hải miền trung",
    "miền núi phía bắc",
    "miền trung",
    "đông nam bộ",
    "tây nguyên",
    "tây bắc",
    "bắc bộ",
    "phía nam",
    "phía bắc",
    "thủ đô",
]);

impl Reader<'_> {
    /// `trong vùng dự án`, `trong toàn ngành`; the end.
    pub(crate) fn within(&self, at: usize) -> Option<usize> {
        let inner = self.word(at, "trong")?;
        if let Some(all) = self.word(inner, "toàn").and_then(|whole| self.longest(whole, ALL)) {
            return self.closed(all).then_some(all);
        }
        // `các địa phương trong cả nước`
        if let Some(all) = self.any(inner, words!["cả nước", "cả tỉnh"]) {
            return self.closed(all).then_some(all);
        }
        let whole = self.longest(inner, WHOLES)?;
        let kind = self.longest(whole, OF_KIND).unwrap_or(whole);
        // `trong vùng Tây Bắc, Tây Nguyên`
        let kind = self.longest(kind, REGIONS).unwrap_or(kind);
        let named = self.more_regions(self.places(kind));
        // `trong ngành y tế` is known word by word
        let known = self.word(inner, "ngành").is_some();
        (!known && self.closed(named)).then_some(named)
    }

    /// `trong vùng Tây Bắc, vùng đồng bằng sông Hồng và vùng Thủ đô`: further regions; their end.
    fn more_regions(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let joint = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            let Some(region) = joint.and_then(|next| self.word(next, "vùng")) else { return end };
            let kind = self.longest(region, OF_KIND).unwrap_or(region);
            let named = self.places(self.longest(kind, REGIONS).unwrap_or(kind));
            if named == region {
                return end;
            }
            end = named;
        }
    }

    /// May a name end at `end`: before a mark, a territory, a verb or a joint?
    fn closed(&self, end: usize) -> bool {
        let next = self.blanks(end);
        let rest = self.rest(next);
        let goes_on = Kinds::STOP | Kinds::TERRITORY | Kinds::PLURAL | Kinds::QUALIFIER;
        rest.is_empty()
            || rest.starts_with([',', ';', '.', ':', '(', ')', '-', '–', '\n'])
            || self.any(next, words!["và", "cùng"]).is_some()
            || self.kind(next, goes_on).is_some()
    }
}
