//! Words that a name cannot do without: the object of its verb (`Cục Quản lý xây dựng`), what it is about (`về dân cư`),
//! the place after a kind (`Trường Mầm non tư thục Hoa Sen`).

use super::reader::{Lexeme, Reader};
use crate::{lexicon::agency_words::Kinds, text::letters::is_alphabetic};

/// Verbs by which alone no body is called: what follows is their object, though it may be a verb elsewhere.
const WANTING: [&str; 27] = [
    "quản lý",
    "phát triển",
    "nghiên cứu",
    "hỗ trợ",
    "kiểm định",
    "giám định",
    "điều tra",
    "bảo vệ",
    "bảo tồn",
    "bảo đảm",
    "xúc tiến",
    "ứng dụng",
    "chuyển giao",
    "thẩm định",
    "xử lý",
    "khai thác",
    "dự báo",
    "ứng phó",
    "điều phối",
    "đổi mới",
    "chăm sóc",
    "nuôi dưỡng",
    "cung ứng",
    "phục hồi",
    "giám sát",
    "tư vấn",
    "xây dựng",
];

/// Teams and offices that are called by such a verb alone: `Tổ Tư vấn`, `Đoàn Giám sát`, `Sở Xây dựng`.
const CONTENT: [&str; 12] =
    ["tổ", "đoàn", "đội", "ban", "hội đồng", "tiểu ban", "bộ phận", "nhóm", "sở", "bộ", "khoa", "ngành"];

/// Words before `về` that leave open what it is about: `Ban Chỉ đạo quốc gia về …`.
const ABOUT: [&str; 4] = ["quốc gia", "liên ngành", "nhà nước", "trung ương"];

/// What a body is about ends within this many bytes.
const REACH: usize = 90;

impl Reader<'_> {
    /// The end of the object of the verb that ends at `end` in the name of the head that ends at `head`.
    pub(crate) fn object(&self, head: usize, end: usize) -> Option<usize> {
        let verb = self.lexeme_before(end).filter(|v| v.range.start >= head && self.proper(v.range.start))?;
        let body = self.lexeme_before(head)?;
        let words = &self.folded[verb.range.clone()];
        let alone = CONTENT.contains(&&self.folded[body.range.clone()]) && self.blanks(head) == verb.range.start;
        // `Phòng Xây dựng` is called by what it builds, `Phòng Xây dựng nếp sống văn hóa` by its object
        let builds = words == "xây dựng" && self.kind(self.blanks(end), Kinds::NAME).is_none_or(|n| n.is(Kinds::VERB));
        if alone || builds || !WANTING.contains(&words) {
            return None;
        }
        let at = self.blanks(end);
        // `Trung tâm Giám sát, điều hành giao thông`: a second verb with the same object
        let second = self.rest(at).strip_prefix(',').map(|_| self.blanks(at + 1));
        let at = match second {
            Some(next) if self.kind(next, Kinds::VERB).is_some() && !self.capital(next) => next,
            Some(_) => return None,
            None => at,
        };
        let lexeme = self.lexeme(at);
        let other = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::ADVERB | Kinds::LINK | Kinds::PLURAL;
        let known = lexeme.filter(|l| !l.is(other | Kinds::TERRITORY | Kinds::POST) || l.is(Kinds::NAME));
        if lexeme.is_some() != known.is_some() || self.capital(at) || self.word(at, "và").is_some() {
            return None;
        }
        // an order of words that only a duty has: `Cục Quản lý có trách nhiệm`
        if self.any(at, &["có", "phải", "được", "chịu"]).is_some() {
            return None;
        }
        let word = known.map_or_else(|| self.word_end(at), |l| l.range.end);
        (word > at && self.rest(at).starts_with(is_alphabetic)).then_some(word)
    }

    /// `Ban Chỉ đạo liên ngành về an toàn thực phẩm`: the end of what the name's words up to `at` are about.
    pub(crate) fn about(&self, at: usize) -> Option<usize> {
        let before = self.folded[..at].trim_end();
        let from = self.word(at, "về").filter(|_| ABOUT.iter().any(|w| before.ends_with(w)))?;
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let joint = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            let next = joint.map_or(mark, |j| self.blanks(j));
            let lexeme = self.lexeme(next);
            let own = lexeme.is_none_or(|l| {
                let named = l.is(Kinds::NAME | Kinds::FIELD | Kinds::DECOY);
                named || !l.is(Kinds::STOP | Kinds::TERRITORY | Kinds::PLURAL | Kinds::BODY)
            });
            // after a mark only words of names go on
            let goes_on = joint.is_none() || lexeme.is_some_and(|l| l.is(Kinds::NAME | Kinds::DECOY));
            let word = lexeme.map_or_else(|| self.word_end(next), |l| l.range.end);
            if !own || !goes_on || word == next || word - from > REACH || joint.is_some() && self.begins(next) {
                return (end > from).then_some(end);
            }
            end = word;
        }
    }

    /// Does the name of a place stand after the kind that ends at `end`: `Bảo hiểm xã hội cơ sở Tân Kỳ`?
    pub(crate) fn place_after_kind(&self, kind: usize, end: usize) -> bool {
        const KINDS: [&str; 8] =
            ["cơ sở", "quốc tế", "tư thục", "dân lập", "công lập", "quốc gia", "chuyên ngành", "thương mại"];
        let next = self.blanks(end);
        let known = KINDS.iter().any(|k| self.word(kind, k) == Some(end));
        known && next > end && self.proper(next) && !self.begins(next) && self.lexeme(next).is_none()
    }

    /// `Vụ Kinh tế nông nghiệp`, `Ủy ban Kinh tế và Tài chính`: bodies that are called by more than one field.
    pub(crate) fn further_field(&self, head: usize, end: usize) -> bool {
        const SINGLE: [&str; 9] = ["cục", "viện", "ủy ban", "học viện", "trường", "trung tâm", "tổng cục", "hội", "vụ"];
        if !SINGLE
            .iter()
            .chain(&["ban", "quỹ"])
            .any(|h| self.lexeme(head).is_some_and(|l| &self.folded[l.range.clone()] == *h))
        {
            return false;
        }
        let next = self.blanks(end);
        let other = Kinds::STOP | Kinds::BODY | Kinds::HEAD | Kinds::PLURAL | Kinds::ACTS;
        let named = self.kind(next, Kinds::NAME | Kinds::FIELD).is_some_and(|n| !n.is(other));
        next > end && (named || self.kind(next, Kinds::VERB).is_some_and(|v| !self.capital(next) && self.closes(v)))
    }

    /// `Trung tâm Dữ liệu quốc gia`: whose a body is, when it is the whole country's.
    pub(crate) fn country(&self, lexeme: &Lexeme) -> bool {
        matches!(&self.folded[lexeme.range.clone()], "quốc gia" | "trung ương" | "tw")
    }

    /// `Cục Kinh tế xây dựng` before a mark or the cue of a role: a verb without its object is the name's last word.
    pub(crate) fn closes(&self, verb: &Lexeme) -> bool {
        const LAST: [&str; 6] = ["xây dựng", "phát triển", "quy hoạch", "đầu tư", "điều tra", "đào tạo"];
        if !LAST.contains(&&self.folded[verb.range.clone()]) {
            return false;
        }
        let next = self.blanks(verb.range.end);
        let rest = self.rest(next);
        let mark = rest.strip_prefix([',', ';']).map(|_| self.blanks(next + 1));
        let mark = mark.or_else(|| self.word(next, "và").map(|and| self.blanks(and)));
        let acts =
            ["có trách nhiệm", "chịu trách nhiệm", "tổ chức thực hiện", "kiểm tra", "rà soát", "báo cáo", "quan tâm"];
        let cue = self.kind(next, Kinds::LEAD | Kinds::COORDINATE).is_some() || self.any(next, &acts).is_some();
        let closed = mark.is_some_and(|m| self.begins(m) && !self.stops(m));
        cue || closed || rest.starts_with(['.', ')'])
    }

    /// `Ban Quản lý di tích và danh thắng`: the end of a second thing in small letters that no body is called by.
    pub(crate) fn second_thing(&self, from: usize, at: usize) -> Option<usize> {
        let next = self.blanks(self.word(at, "và").filter(|_| at > from)?);
        let other = Kinds::STOP | Kinds::BODY | Kinds::HEAD | Kinds::QUALIFIER | Kinds::ACTS | Kinds::PLURAL;
        let thing = self.kind(next, Kinds::NAME).filter(|n| !n.is(other) && !self.capital(next))?;
        Some(thing.range.end)
    }
}
