//! Teams that are called by what they do, in small letters: `Đội trật tự đô thị`, `Tổ kiểm tra liên ngành 814`.

use super::reader::Reader;
use crate::{
    lexicon::agency_words::Kinds,
    text::words::{Words, words},
};

/// First words of their names.
const TEAMS: &Words = &Words::of(&["tổ", "đội", "nhóm", "ban", "bộ phận", "tiểu ban"]);

/// What no clause says of a team without naming it.
const CALLED: &Words = &Words::of(&[
    "trật tự đô thị",
    "trật tự xây dựng",
    "trật tự giao thông",
    "trật tự",
    "trật tự viên",
    "quy tắc đô thị",
    "thanh niên xung kích",
    "thanh niên xung phong",
    "thanh niên tình nguyện",
    "thanh niên cơ động",
    "sinh viên tình nguyện",
    "phụ nữ xung kích",
    "công tác xã hội tình nguyện",
    "trẻ em nòng cốt",
    "tiêm chủng lưu động",
    "tiêm lưu động",
    "tiêm phòng",
    "kiểm tra liên ngành",
    "kiểm tra, giám sát liên ngành",
    "kiểm tra, kiểm soát liên ngành",
    "kiểm tra lưu động",
    "kiểm tra đảng ủy",
    "kiểm soát liên ngành",
    "kiểm soát giết mổ",
    "kiểm lâm cơ động",
    "cảnh sát cơ động",
    "tư vấn pháp luật",
    "tư vấn tâm lý",
    "tư vấn học đường",
    "tư vấn cộng đồng",
    "trợ giúp pháp lý",
    "tuyên truyền lưu động",
    "tuyên truyền viên",
    "tuyên truyền măng non",
    "tuyên truyền ca khúc cách mạng",
    "phát thanh măng non",
    "thông tin lưu động",
    "chiếu phim lưu động",
    "chiếu bóng lưu động",
    "văn nghệ quần chúng",
    "nghệ thuật quần chúng",
    "quản lý trật tự đô thị",
    "quản lý thị trường",
    "quản lý chợ",
    "quản lý đê nhân dân",
    "quản lý đê",
    "tuần tra nhân dân",
    "tuần tra liên ngành",
    "tuần tra canh gác",
    "bảo vệ dân phố",
    "phòng cháy, chữa cháy",
    "phòng cháy chữa cháy",
    "phòng chống dịch cộng đồng",
    "phòng chống dịch covid cộng đồng",
    "phòng, chống dịch cộng đồng",
    "covid cộng đồng",
    "giám sát cộng đồng",
    "giám sát đầu tư cộng đồng",
    "xung kích phòng chống thiên tai",
    "xung kích phòng, chống thiên tai",
    "phản ứng nhanh",
    "đáp ứng nhanh",
    "ứng phó nhanh",
    "cơ động chống dịch",
    "chống dịch cơ động",
    "cấp cứu ngoại viện",
    "cấp cứu lưu động",
    "cứu hộ, cứu nạn",
    "cứu hộ cứu nạn",
    "cứu nạn, cứu hộ",
    "hỗ trợ kỹ thuật",
    "hỗ trợ sinh viên",
    "hỗ trợ cộng đồng",
    "chăm sóc cộng đồng",
    "thu gom rác thải",
    "thu gom rác",
    "vệ sinh môi trường",
    "hậu cần - kỹ thuật",
    "giao dịch lưu động",
    "tiếp nhận và trả kết quả",
    "tự đánh giá",
    "đánh giá ngoài",
]);

/// Verbs that are a name only where something else tells it.
const DOING: &Words = &Words::of(&[
    "kiểm tra",
    "kiểm soát",
    "kiểm kê",
    "giám sát",
    "tuyên truyền",
    "vận động",
    "tư vấn",
    "hỗ trợ",
    "tuần tra",
    "điều tra",
    "xác minh",
    "thẩm định",
    "bảo vệ",
    "cứu hộ",
    "cấp cứu",
    "chăm sóc",
    "thu gom",
    "soạn thảo",
    "tiêm chủng",
]);

/// How many bytes a name has at most that only its neighbours tell.
const REACH: usize = 60;

impl Reader<'_> {
    /// The end of the team's name at `at`, with its number.
    pub(crate) fn team(&self, at: usize) -> Option<usize> {
        let head = self.any(at, TEAMS)?;
        let next = self.blanks(head);
        // `tổ chức`, `Đội quản lý đê điều`: a longer known word
        let known = self.lexeme(at).map_or(head, |l| l.range.end);
        if next == head || self.capital(next) || self.shouting {
            return None;
        }
        let told = || self.doing(at, next).or_else(|| self.between(at, next));
        let called = self.longest(next, CALLED).or_else(|| told().filter(|_| known == head));
        let end = called.filter(|&end| end > known)?;
        // `Đội quản lý thị trường số 3`
        let number = self.word(end, "số").unwrap_or(end);
        let digits = self.word_end(self.blanks(number));
        let number = self
            .folded
            .get(self.blanks(number)..digits)
            .is_some_and(|n| n.len() < 5 && !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
            // `Đội phản ứng nhanh 24/24 trực`
            && !self.rest(digits).starts_with('/');
        Some(if number { digits } else { end })
    }

    /// `Tổ kiểm tra chủ trì`: a verb that another cue follows, or a list.
    fn doing(&self, at: usize, next: usize) -> Option<usize> {
        let end = self.longest(next, DOING).filter(|_| self.capital(at))?;
        let after = self.blanks(end);
        let cue = self.kind(after, Kinds::LEAD | Kinds::COORDINATE).is_some_and(|_| !self.capital(after));
        let duty = self.any(after, words!["có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ"]).is_some();
        (cue || duty || self.body_behind(end)).then_some(end)
    }

    /// `phối hợp với Tổ thu hoạch lúa, Công an xã`: words between a cue and the next body.
    fn between(&self, at: usize, next: usize) -> Option<usize> {
        let before = self.folded[self.near(at, 12)..at].trim_end();
        if !self.capital(at) || !["với", "cùng"].iter().any(|w| before.ends_with(w)) {
            return None;
        }
        let window = self.ahead(next, REACH);
        let end = next + window.find([',', ';', '.', '(', ':', '\n'])?;
        let own = |l: &crate::agency::Lexeme| {
            let other = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::ADVERB | Kinds::LINK | Kinds::PLURAL;
            !l.is(other | Kinds::HEAD | Kinds::POST) && !self.capital(l.range.start)
        };
        let named = self.lexemes_from(next).iter().take_while(|l| l.range.start < end).all(own);
        let few = self.folded[next..end].split(' ').count() <= 5;
        (named && few && !self.folded[next..end].contains(" và ") && self.body_behind(end)).then_some(end)
    }

    /// Does a list go on behind `end`?
    fn body_behind(&self, end: usize) -> bool {
        let after = self.blanks(end);
        let next = self.rest(after).strip_prefix([',', ';']).map(|_| after + 1).or_else(|| self.word(after, "và"));
        next.map(|n| self.blanks(n)).is_some_and(|n| {
            let known = self.kind(n, Kinds::PLURAL | Kinds::POST | Kinds::HEAD | Kinds::NOUN | Kinds::OPEN);
            known.is_some() && (self.capital(n) || !self.stops(n))
        })
    }
}
