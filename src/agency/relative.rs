//! Clauses that tell which bodies are meant: `các đơn vị có thủ tục hành chính`, `cơ quan chuyên môn về văn hóa, du lịch`.

use std::ops::Range;

use super::{
    reader::{Extent, Lexeme, Reader},
    shared::is_number,
};
use crate::{lexicon::agency_words::Kinds, text::words::words};

/// How far such a clause reaches before the duty, in bytes.
const REACH: usize = 90;

/// What bodies have to do or to send: `có ý kiến`, `có báo cáo`.
const DUTIES: [&str; 26] = [
    "báo cáo",
    "ý kiến",
    "văn bản",
    "công văn",
    "tờ trình",
    "thông báo",
    "kế hoạch",
    "hình thức",
    "biện pháp",
    "giải pháp",
    "phương án",
    "quyết định",
    "hướng dẫn",
    "cơ chế",
    "chính sách",
    "sự",
    "thể",
    "trách nhiệm",
    "nhiệm vụ",
    "liên quan",
    "vướng mắc",
    "khó khăn",
    "gì",
    "đề xuất",
    "chương trình",
    "hiệu quả",
];

/// What those are told who have not done something yet.
const URGED: [&str; 8] =
    [" khẩn trương", " có trách nhiệm", " chịu trách nhiệm", " phải ", " cần ", " nhanh chóng", " sớm ", " tập trung"];

impl Reader<'_> {
    /// `các tỉnh, thành phố trực thuộc trung ương`: the full name of them all ends at `at`, what follows is no part of it.
    pub(crate) fn all_provinces(&self, at: usize) -> bool {
        ["trực thuộc trung ương", "trực thuộc tw"].iter().any(|all| self.folded[..at].trim_end().ends_with(all))
    }

    /// `các xã nơi có dự án` before a mark or a verb of duty; the end.
    pub(crate) fn where_they_are(&self, at: usize) -> Option<usize> {
        let from = self.blanks(self.word(at, "nơi").filter(|_| !self.all_provinces(at))?);
        let window = self.rest(from);
        let end = window.find([',', ';', '.', ':', '(', '\n']).unwrap_or(window.len());
        // `nơi quản lý tàu cá`: the clause has a verb of its own
        let own = self.kind(from, Kinds::VERB).map_or(from, |v| v.range.end);
        self.before_duty(own, false).or_else(|| {
            let duty = self.lexemes_from(from).iter().take_while(|l| l.range.start < from + end);
            let ends = end <= REACH && !duty.into_iter().any(|l| l.is(Kinds::ORDER | Kinds::LEAD));
            (ends && end > 0).then(|| from + window[..end].trim_end().len())
        })
    }

    /// `các xã có dự án đi qua` before a verb of duty; the end.
    pub(crate) fn having(&self, at: usize, extent: Extent) -> Option<usize> {
        let from = self.blanks(self.word(at, "có")?);
        // `có dự án` is known, `đi qua` goes on with it
        let known =
            self.kind(at, Kinds::QUALIFIER).filter(|k| !k.is(Kinds::STOP) && !self.rest(at).starts_with("có liên"));
        let from = known.map_or(from, |k| self.blanks(k.range.end));
        let told = known.is_none() && self.lexeme(at).is_some_and(|l| l.range.end > from);
        if extent == Extent::Whole || told || DUTIES.iter().any(|d| self.word(from, d).is_some()) {
            return None;
        }
        let mut near = at.saturating_sub(2 * REACH);
        while !self.folded.is_char_boundary(near) {
            near += 1;
        }
        let before = &self.folded[near..at];
        let clause = before.rfind([',', ';', '.', ':', '(', '\n']).map_or(before, |mark| &before[mark + 1..]);
        // `UBND các quận, huyện có tuyến đường đi qua kiểm tra`: the last of a row of places
        let row = || self.lexeme_before(before.trim_end().len() + near).is_some_and(|l| l.is(Kinds::TERRITORY));
        let several = ["các ", "những "].iter().any(|p| clause.contains(p)) || row() && self.in_plural(at);
        let end = self.before_duty(from, false)?;
        (several && end > from).then_some(end)
    }

    /// `các doanh nghiệp được cấp phép đưa lao động ra nước ngoài và UBND xã`: what they may do, up to the next body or
    /// a mark; the end.
    pub(crate) fn licensed(&self, at: usize) -> Option<usize> {
        const LICENCES: [&str; 6] = [
            "được cấp giấy phép",
            "được cấp phép",
            "được phép",
            "được cấp chứng nhận",
            "được công nhận",
            "được chỉ định",
        ];
        let from = self.any(at, &LICENCES)?;
        let mut end = from;
        let mut verbs = 0;
        while end < from + REACH {
            let next = self.blanks(end);
            let rest = self.rest(next);
            let another = self.word(next, "và").is_some_and(|after| self.begins(self.blanks(after)));
            if another || rest.starts_with(',') {
                return Some(end).filter(|_| verbs > 0);
            }
            if rest.is_empty() || rest.starts_with([';', '.', '(', ':', '\n']) {
                return Some(end).filter(|_| verbs == 1);
            }
            verbs += usize::from(self.kind(next, Kinds::VERB).is_some());
            end = self.lexeme(next).map_or_else(|| self.word_end(next), |l| l.range.end);
            if end == next {
                return None;
            }
        }
        None
    }

    /// `các phòng khám có chức năng khám bệnh nghề nghiệp: khám, điều trị`: what they may do, before the colon of their duty.
    pub(crate) fn able(&self, at: usize) -> Option<usize> {
        let from = self.any(at, &["có chức năng", "có đủ điều kiện", "đủ điều kiện"])?;
        let mark = self.rest(from).find([':', ',', ';', '.', '(', '\n']).filter(|&mark| mark < REACH)?;
        let words = &self.rest(from)[..mark];
        (self.rest(from + mark).starts_with(':') && !words.trim().is_empty()).then(|| from + words.trim_end().len())
    }

    /// `các trường được kiểm tra chuẩn bị hồ sơ`: those whom something is done to, before the verb of their duty; the end.
    pub(crate) fn selected(&self, at: usize) -> Option<usize> {
        const DONE: [&str; 6] = ["khảo sát", "kiểm tra", "thanh tra", "giám sát", "kiểm toán", "đánh giá"];
        let end = self.any(self.word(at, "được")?, &DONE)?;
        let duty = Kinds::LEAD | Kinds::COORDINATE | Kinds::VERB | Kinds::ADVERB;
        let next = self.blanks(end);
        self.kind(next, duty).filter(|d| !d.is(Kinds::NAME) && !self.capital(next)).map(|_| end)
    }

    /// `các doanh nghiệp sử dụng từ 100 lao động trở lên`: how many work there; the end.
    pub(crate) fn employing(&self, at: usize) -> Option<usize> {
        // `sử dụng nhiều lao động nữ`
        if let Some(many) = self.any(at, &["sử dụng nhiều", "sử dụng đông", "có nhiều", "có đông"])
            && let Some(people) = self.any(many, &["lao động", "công nhân", "người lao động"])
        {
            return Some(self.any(people, &["nữ", "nước ngoài", "phổ thông"]).unwrap_or(people));
        }
        let bound = self.any(self.any(at, &["sử dụng", "có"])?, &["từ", "trên", "dưới", "ít nhất"])?;
        let figure = self.blanks(bound);
        let number = self.rest(figure).starts_with(|c: char| c.is_ascii_digit()).then(|| self.figures_end(figure))?;
        let people = self.any(number, &["lao động", "công nhân", "người lao động"])?;
        Some(self.word(people, "trở lên").unwrap_or(people))
    }

    /// `không có tên trong Kế hoạch này`, `ngoài danh mục tại Phụ lục`: which of them a paper names; the end.
    pub(crate) fn listed(&self, at: usize) -> Option<usize> {
        let named = words![
            "có tên",
            "không có tên",
            "chưa có tên",
            "có trong danh sách",
            "có trong danh mục",
            "không có trong danh sách",
            "không có trong danh mục",
            "ngoài danh sách",
            "ngoài danh mục",
            "thuộc danh sách",
            "thuộc danh mục",
            "không thuộc danh sách",
            "không thuộc danh mục",
        ];
        let end = self.longest(at, named)?;
        let list = self.folded[..end].ends_with("danh sách") || self.folded[..end].ends_with("danh mục");
        self.in_paper(end).or_else(|| list.then_some(end))
    }

    /// `các cơ quan, tổ chức gửi báo cáo`: behind a comma `tổ chức` is one more kind before what nobody organises.
    pub(crate) fn one_more(&self, kind: &Lexeme) -> bool {
        let next = words![
            "gửi",
            "nộp",
            "nộp lưu",
            "giao nộp",
            "báo cáo",
            "có trách nhiệm",
            "chịu trách nhiệm",
            "có nhiệm vụ",
            "phải",
            "cần",
            "căn cứ",
            "tổ chức",
            "chủ động",
            "nghiêm túc",
            "kịp thời",
            "khẩn trương",
        ];
        self.folded[..kind.range.start].trim_end().ends_with(',') && self.any(kind.range.end, next).is_some()
    }

    /// `các cơ quan thuộc nguồn nộp lưu`, `các đơn vị thuộc diện rà soát` before the verb of their duty; the end.
    pub(crate) fn subject_to(&self, at: usize) -> Option<usize> {
        let from = self.blanks(self.any(at, words!["thuộc nguồn", "thuộc diện", "thuộc đối tượng"])?);
        let done = self.kind(from, Kinds::VERB).map_or(from, |verb| verb.range.end);
        let next = self.blanks(done);
        let duty = Kinds::LEAD | Kinds::COORDINATE | Kinds::VERB | Kinds::ADVERB;
        let told = done > from && self.kind(next, duty).is_some() && !self.capital(next);
        if told { Some(done) } else { self.before_duty(next, false) }.filter(|_| self.in_plural(at))
    }

    /// `tại Kế hoạch này`, `trong Phụ lục kèm theo`: the paper that says who is meant; the end.
    pub(crate) fn in_paper(&self, at: usize) -> Option<usize> {
        let papers = words![
            "kế hoạch",
            "phụ lục",
            "danh sách",
            "danh mục",
            "quyết định",
            "đề án",
            "chương trình",
            "chỉ thị",
            "công văn",
            "biểu",
            "bảng",
        ];
        let paper = self.longest(self.any(at, words!["tại", "trong", "ở", "theo"])?, papers)?;
        let number = self.word_end(self.blanks(paper));
        let number = if is_number(&self.folded[self.blanks(paper)..number]) { number } else { paper };
        let which = words!["này", "kèm theo", "nêu trên", "trên", "đính kèm", "kèm theo kế hoạch này"];
        Some(self.longest(number, which).unwrap_or(number))
    }

    /// `các đơn vị chưa xây dựng kế hoạch khẩn trương ban hành`: what some have not done, before what they are to do; the
    /// end. Elsewhere it tells what is so.
    pub(crate) fn not_yet(&self, at: usize) -> Option<usize> {
        let from = self.blanks(self.word(at, "chưa")?);
        let verb = self.kind(from, Kinds::DUTY).map_or_else(|| self.word_end(from), |v| v.range.end);
        let window = self.ahead(verb, REACH);
        let window = &window[..window.find([',', ';', '.', ':', '(', '\n']).unwrap_or(window.len())];
        let urged = URGED.iter().filter_map(|u| window.find(u)).min()?;
        let object = window[..urged].trim();
        (!object.is_empty() && !object.ends_with(" và") && self.in_plural(at)).then_some(verb + urged)
    }

    /// Does a collective stand in the clause before `at`?
    fn in_plural(&self, at: usize) -> bool {
        let before = &self.folded[self.near(at, 2 * REACH)..at];
        let clause = before.rfind([';', '.', ':', '(', '\n']).map_or(before, |mark| &before[mark + 1..]);
        ["các ", "những "].iter().any(|p| clause.contains(p))
    }

    fn figures_end(&self, at: usize) -> usize {
        let rest = self.rest(at);
        at + rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len())
    }

    /// The end of a kind and of what it is about: `chuyên môn về văn hóa, du lịch` before a verb of duty.
    pub(crate) fn concerned(&self, kind: Range<usize>, extent: Extent) -> usize {
        let words = &self.folded[kind.clone()];
        let about =
            words.ends_with("chuyên môn") || words.ends_with("quản lý nhà nước") || words.ends_with("chức năng");
        let from = self.word(kind.end, "về").filter(|_| about).map(|f| self.blanks(f));
        let end = from.filter(|_| extent != Extent::Whole).and_then(|from| self.before_duty(from, true));
        end.unwrap_or(kind.end)
    }

    /// Where the words from `from` on end before a verb of duty in small letters, without a mark other than commas.
    fn before_duty(&self, from: usize, commas: bool) -> Option<usize> {
        let duty = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::VERB | Kinds::ADVERB;
        let noun = Kinds::NAME | Kinds::FIELD | Kinds::NOUN | Kinds::QUALIFIER | Kinds::DECOY;
        for lexeme in self.lexemes_from(from) {
            let start = lexeme.range.start;
            let words = self.folded.get(from..start)?;
            if start - from > REACH || words.contains([';', '.', ':', '(', '\n']) || !commas && words.contains(',') {
                return None;
            }
            if start == from && lexeme.is(duty) && !lexeme.is(noun) {
                return None;
            }
            // `có xã thí điểm tổ chức thực hiện`: of two verbs in a row the second is the duty
            let modifier = ["thí điểm", "tham gia"].contains(&&self.folded[lexeme.range.clone()]);
            let twice = modifier && self.kind(self.blanks(lexeme.range.end), duty).is_some();
            // `tổ chức họp dân` is a duty, `tổ chức đoàn thể` a body
            let holds = &self.folded[lexeme.range.clone()] == "tổ chức" && !self.reads_as_noun(lexeme.range.end);
            let told = lexeme.is(duty) && (!lexeme.is(noun) || holds);
            if told && !self.capital(start) && start > from && !twice {
                return Some(from + words.trim_end_matches([' ', ',']).len())
                    .filter(|_| !words.trim_end().ends_with(','));
            }
            // `có uy tín của trung ương để tổ chức`: an aim or a ground is no part of who is meant
            if ["để", "nhằm", "theo", "khi", "nếu", "cho", "với", "trong"].contains(&&self.folded[lexeme.range.clone()])
            {
                return None;
            }
            // another body: the clause is over
            if commas && self.begins(start) || lexeme.is(Kinds::PLURAL) {
                return None;
            }
        }
        None
    }
}
