//! Where the name of an issuer after `của` ends.
//!
//! A name is read word by word. It ends at a mark, before a word that says what the document does (`về`, `ban hành`),
//! before another document, and after the name of a place. Fields of work are part of it (`Sở Xây dựng`), and so are
//! the joints in the names of ministries and between joint issuers.

use std::ops::Range;

use super::{
    longer_name,
    look::{acts, begins_type, issues_later, starts, window},
    term,
};
use crate::{
    lexicon::{
        issuer_words::{IssuerWords, issuer_words},
        provinces,
    },
    text::letters::is_alphanumeric,
};

/// The longest name, in words.
const WORDS: usize = 22;
/// What national committees are for.
const TOPICS: [&str; 7] = [
    "chuyển đổi số",
    "trẻ em",
    "người cao tuổi việt nam",
    "người cao tuổi",
    "người khuyết tật việt nam",
    "người khuyết tật",
    "hợp tác kinh tế quốc tế",
];
/// The most that issue one document together.
const TOGETHER: u8 = 6;
/// The farthest that is looked ahead, in bytes.
const REACH: usize = 220;

/// The end of the name that begins at byte `at`; `None` when no name of an issuer begins there.
pub(super) fn end(plain: &str, folded: &str, at: usize) -> Option<usize> {
    of_issuer(plain, folded, at, TOGETHER)
}

/// The same, where `left` may still join.
fn of_issuer(plain: &str, folded: &str, at: usize, left: u8) -> Option<usize> {
    let end = of_name(plain, folded, at, left)?;
    Some(end + term::in_parentheses(&folded[end..]))
}

fn of_name(plain: &str, folded: &str, at: usize, left: u8) -> Option<usize> {
    let words = issuer_words();
    let rest = folded.get(at..)?;
    let capital = plain.get(at..)?.starts_with(char::is_uppercase);
    let body = words.heads.begin(rest) && capital;
    if !(capital || words.small_issuers.begin(rest)) || (words.no_issuers.begin(rest) && !body) {
        return None;
    }
    let limit = window(folded, at, REACH).end;
    let mut reader = Reader { plain, folded, words, start: at, at, end: at, limit, left };
    if let Some(end) = reader.complete() {
        return Some(end);
    }
    reader.read();
    let name = folded.get(at..reader.end)?;
    let name = name.strip_suffix(" và").unwrap_or(name).trim_end();
    if let Some(end) = longer_name::longer(plain, folded, at, at + name.len()) {
        return Some(end);
    }
    (name.chars().count() > 2).then_some(at + name.len())
}

struct Reader<'a> {
    plain: &'a str,
    folded: &'a str,
    words: &'static IssuerWords,
    /// Where the name begins.
    start: usize,
    /// Where reading goes on.
    at: usize,
    /// Where the name ends as far as it is read.
    end: usize,
    limit: usize,
    /// How many may still join.
    left: u8,
}

impl Reader<'_> {
    /// The next word.
    fn peek(&self) -> Option<Range<usize>> {
        let rest = &self.folded[self.at..self.limit];
        let start = self.at + rest.find(is_alphanumeric)?;
        let rest = &self.folded[start..self.limit];
        let n = rest.find(|c: char| !(is_alphanumeric(c) || c == '&')).unwrap_or(rest.len());
        Some(start..start + n)
    }

    fn take(&mut self, end: usize) {
        // a known name may begin within reach and end beyond it
        self.at = end.min(self.limit);
        self.end = end;
    }

    fn name(&self) -> &str {
        &self.folded[self.start..self.end]
    }

    fn capital(&self, at: usize) -> bool {
        self.plain[at..].starts_with(char::is_uppercase)
    }

    /// `Chính phủ`, `Ban Bí thư`: a name that nothing but a term of office continues.
    fn complete(&mut self) -> Option<usize> {
        let (range, ()) = self.words.complete.find_iter(&self.folded[self.at..self.limit]).next()?;
        if range.start > 0 {
            return None;
        }
        self.take(self.start + range.end);
        // `Bộ Chính trị khóa XIII`, `Ban Bí thư Trung ương Đoàn`, `Ban Chấp hành Trung ương Hội …`
        let goes_on = self.peek().is_some_and(|w| matches!(&self.folded[w], "khóa" | "việt" | "đoàn" | "hội"));
        (!goes_on).then(|| self.joint().or_else(|| self.listed()).unwrap_or(self.end))
    }

    /// A second issuer: `Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam`.
    fn joint(&self) -> Option<usize> {
        let rest = self.folded.get(self.end..)?.strip_prefix(" và ")?;
        let start = self.end + " và ".len();
        (self.words.heads.begin(rest) && self.capital(start)).then(|| self.next(start)).flatten()
    }

    /// The end of one that joins at `start`.
    fn next(&self, start: usize) -> Option<usize> {
        of_issuer(self.plain, self.folded, start, self.left.checked_sub(1)?)
    }

    /// A second issuer after a comma: `Bộ Chính trị, Ban Bí thư về …`. One that a verb follows acts itself: `Nghị quyết số …
    /// của Quốc hội, Chính phủ đã ban hành …`.
    fn listed(&self) -> Option<usize> {
        let rest = self.folded.get(self.end..)?.strip_prefix(", ")?;
        let start = self.end + ", ".len();
        let central = self.words.complete.at_start(rest).is_some();
        let body = self.capital(start) && (central || self.words.heads.begin(rest));
        if !body || acts(self.plain, self.folded, start) {
            return None;
        }
        let end = self.next(start)?;
        let after = self.folded[end..].trim_start();
        let about = starts(after, &["về", "v/v"]) || after.starts_with(['“', '"']);
        let closed =
            after.is_empty() || after.starts_with([';', '.', ')', ':', '\n']) || starts(after, &["số", "ngày"]);
        // the verb of three that decide together: `Quốc hội, Chính phủ và Đoàn Chủ tịch … quy định …`
        let together = self.folded[start..end].split_once(" và ").is_some_and(|(_, last)| self.words.heads.begin(last))
            && starts(after, &["quy định", "hướng dẫn", "ban hành"]);
        (about || central && (closed || together)).then_some(end)
    }

    fn read(&mut self) {
        // the name of a steering committee may say what it is about: `Ban Chỉ đạo về chuyển đổi số tỉnh`
        let mut about = false;
        let mut closed = false;
        for _ in 0..WORDS {
            let Some(word) = self.peek() else { return };
            let gap = &self.folded[self.end..word.start];
            let here = &self.folded[word.start..];
            let (capital, comma) = (self.capital(word.start), gap.contains(','));
            // `Ủy ban Quốc gia về chuyển đổi số`
            if starts(here, &["về"]) && self.name().ends_with("ủy ban quốc gia") {
                let topic = here["về".len()..].trim_start();
                if let Some(known) = TOPICS.iter().filter(|t| topic.starts_with(**t)).map(|t| t.len()).max() {
                    self.take(word.start + here.len() - topic.len() + known);
                    continue;
                }
            }
            // `COVID-19`
            let numbered = gap == "-" && here.starts_with(|c: char| c.is_ascii_digit());
            if let Some(end) = self.gloss() {
                self.take(end);
                continue;
            }
            if breaks(gap, self.name()) || (gap.trim().starts_with(['-', '–', '—']) && !capital && !numbered) {
                return;
            }
            if starts(here, &["khóa", "nhiệm kỳ"]) {
                self.end = term::after(self.folded, &word).unwrap_or(self.end);
                return;
            }
            let place = self.words.places.begin(here) && !self.words.no_places.begin(here);
            if place && (!comma || closed) && (self.end > self.start || capital) {
                self.place(&word);
                closed = true;
                continue;
            }
            if closed {
                self.end = self.joint().unwrap_or(self.end);
                return;
            }
            if !about && starts(here, &["về"]) && self.name().ends_with("chỉ đạo") && issues_later(here) {
                about = true;
            } else if about {
                if starts(here, &["ban hành", "phê duyệt", "về việc", "triển khai", "hướng dẫn", "thông báo"])
                {
                    return;
                }
            } else if &self.folded[word.clone()] == "và" {
                if !self.and(&word) {
                    return;
                }
                continue;
            } else if self.ends_before(here) || (comma && !self.goes_on_after_comma(word.start, capital)) {
                return;
            }
            self.take(word.end);
        }
    }

    /// Where a short form ends between a body and its place: `Ủy ban nhân dân (UBND) tỉnh`.
    fn gloss(&self) -> Option<usize> {
        const LONGEST: usize = 12;
        let inside = self.plain[self.end..].strip_prefix(" (")?;
        let length = inside.find(')').filter(|length| *length <= LONGEST)?;
        let short = inside[..length].chars().all(|c| c.is_uppercase() || c == '&');
        let end = self.end + " (".len() + length + 1;
        let place = self.folded[end..].strip_prefix(' ').is_some_and(|rest| self.words.places.begin(rest));
        (short && place).then_some(end)
    }

    /// Does the name end before these words?
    fn ends_before(&self, here: &str) -> bool {
        let field = self.words.fields.begin(here)
            && (self.words.takers.end(self.name()) || self.name().trim_end().ends_with(" và"));
        let number = here
            .strip_prefix("số")
            .is_some_and(|n| n.trim_start_matches([' ', ':']).starts_with(|c: char| c.is_ascii_digit()));
        // `Tư lệnh`, `Bộ Tư lệnh`
        let commander = here.starts_with("lệnh") && self.name().trim_end().ends_with("tư");
        let ends = number || self.words.ends.begin(here) || begins_type(here).is_some();
        self.end > self.start && !field && !commander && ends
    }

    /// A comma inside a name (`Bộ Văn hóa, Thể thao và Du lịch`) or between two that issue together; not before the
    /// body that acts in this plan.
    fn goes_on_after_comma(&self, at: usize, capital: bool) -> bool {
        let here = &self.folded[at..];
        let joint = capital && self.words.heads.begin(here) && !acts(self.plain, self.folded, at);
        joint || self.words.tails.begin(here)
    }

    /// `và` inside a name or between two; `false` where the name ends before it.
    fn and(&mut self, word: &Range<usize>) -> bool {
        let before = self.at;
        self.at = word.end;
        let Some(next) = self.peek() else {
            return false;
        };
        self.at = before;
        let tail = &self.folded[next.start..];
        if !self.capital(next.start) {
            if let Some(n) = self.words.tails.longest(tail) {
                self.take(next.start + n);
                return true;
            }
            return false;
        }
        if begins_type(tail).is_some() && !starts(tail, &["kế hoạch và"]) {
            return false;
        }
        self.take(word.end);
        true
    }

    /// The word for a place and the capitalised name after it.
    fn place(&mut self, first: &Range<usize>) {
        let shouted = !self.plain[first.clone()].contains(char::is_lowercase);
        let here = &self.folded[first.start..];
        self.take(first.start + self.words.places.longest(here).unwrap_or(first.len()));
        let most = if shouted { 4 } else { 6 };
        let mut name_from: Option<usize> = None;
        for _ in 0..most {
            let Some(next) = self.peek() else { return };
            let gap = self.folded[self.end..next.start].trim();
            let name = self.plain[next.clone()].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            let tail = &self.folded[next.start..];
            let stop = self.words.ends_of_places.begin(tail) || begins_type(tail).is_some();
            let abbreviated = gap == "." && self.name().ends_with("tp");
            // `tỉnh Thanh hóa`: a province of which only the first syllable has a capital
            let province = || {
                let name = name_from.and_then(|from| self.plain.get(from..next.end));
                name.is_some_and(|n| n.matches(' ').count() == 1 && provinces::lookup(n).is_some())
            };
            if !(gap.is_empty() || matches!(gap, "-" | "–") || abbreviated) || !name && !province() || stop {
                return;
            }
            name_from = name_from.or(Some(next.start));
            self.take(next.end);
        }
    }
}

/// A mark that no name holds. The dot of `TP. Cần Thơ` is none.
fn breaks(gap: &str, name: &str) -> bool {
    gap.contains([';', ':', '(', ')', '“', '”', '"', '\t', '\n', '[', '…'])
        || (gap.contains('.') && !(gap.trim() == "." && name.ends_with("tp")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::citations::issuer_form::canonical, text::fold};

    fn read(text: &str) -> Option<String> {
        let folded = fold(text);
        end(text, &folded, 0).map(|e| canonical(&text[..e]))
    }

    #[test]
    fn where_an_issuer_ends() {
        for (text, issuer) in [
            ("Chính phủ về phát triển", "Chính phủ"),
            ("Chính phủ Quy định chi tiết", "Chính phủ"),
            ("Chính phủ và Chương trình hành động số 5-CTr/TU", "Chính phủ"),
            ("Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ"),
            ("Thủ tướng chính phủ", "Thủ tướng chính phủ"),
            ("UBND tỉnh Lạng Sơn về việc", "Ủy ban nhân dân tỉnh Lạng Sơn"),
            ("UBND tỉnh phê duyệt", "Ủy ban nhân dân tỉnh"),
            ("Chủ tịch UBND tỉnh Thanh hóa về việc", "Chủ tịch Ủy ban nhân dân tỉnh Thanh hóa"),
            ("UBND tỉnh Hà Nam định hướng", "Ủy ban nhân dân tỉnh Hà Nam"),
            ("Uỷ ban nhân dân tỉnh Hoà Bình ban hành", "Ủy ban nhân dân tỉnh Hòa Bình"),
            ("Ban Chấp hành Đảng bộ tỉnh khóa XVII thực hiện", "Ban Chấp hành Đảng bộ tỉnh khóa XVII"),
            ("Bộ Chính trị khóa XIII về", "Bộ Chính trị khóa XIII"),
            ("Bộ Chính trị (khóa XI) về", "Bộ Chính trị (khóa XI)"),
            ("Ban Chấp hành Trung ương Đảng (khoá XI) “về", "Ban Chấp hành Trung ương Đảng (khóa XI)"),
            ("Bộ Lao động - Thương binh và Xã hội hướng dẫn", "Bộ Lao động - Thương binh và Xã hội"),
            ("Bộ Văn hóa, Thể thao và Du lịch ban hành", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("Bộ trưởng Bộ Xây dựng ban hành Chiến lược", "Bộ trưởng Bộ Xây dựng"),
            ("Bộ Kế hoạch và Đầu tư về", "Bộ Kế hoạch và Đầu tư"),
            ("Sở giáo dục và đào tạo tỉnh Cao Bằng", "Sở Giáo dục và Đào tạo tỉnh Cao Bằng"),
            ("HĐND tỉnh. Giao Sở Tài chính", "Hội đồng nhân dân tỉnh"),
            ("Bộ Xây dựng trước ngày 31/3", "Bộ Xây dựng"),
            ("Sở Nông nghiệp và Phát triển nông thôn;", "Sở Nông nghiệp và Phát triển nông thôn"),
            ("Bộ Nội vụ, Bộ Tài chính hướng dẫn", "Bộ Nội vụ, Bộ Tài chính"),
            ("UBND TP. Cần Thơ về", "Ủy ban nhân dân thành phố Cần Thơ"),
            ("HĐND thành phố Hải Phòng khóa XVI, kỳ họp thứ 8 về", "Hội đồng nhân dân thành phố Hải Phòng khóa XVI"),
            ("Thành ủy Thành phố về thực hiện", "Thành ủy Thành phố"),
            ("Ban Thường vụ Tỉnh ủy về việc", "Ban Thường vụ Tỉnh ủy"),
            ("BCH Trung ương Đảng khóa XII về", "Ban Chấp hành Trung ương Đảng khóa XII"),
            (
                "UBND xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La về",
                "Ủy ban nhân dân xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La",
            ),
            ("Bộ GD&ĐT ban hành", "Bộ Giáo dục và Đào tạo"),
            ("Đảng ủy xã Tân Lập về", "Đảng ủy xã Tân Lập"),
            ("Đảng bộ huyện Yên Sơn lần thứ", "Đảng bộ huyện Yên Sơn"),
            ("Trung ương Đoàn về", "Trung ương Đoàn"),
            ("Bộ Công Thương, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "Bộ Công Thương"),
            ("Tỉnh ủy, UBND huyện yêu cầu các xã", "Tỉnh ủy"),
            ("Bộ Y tế, Sở Y tế xây dựng kế hoạch", "Bộ Y tế"),
            ("Bộ Y tế, Bộ Tài chính hướng dẫn", "Bộ Y tế, Bộ Tài chính"),
            ("UBND tỉnh Bà Rịa - Vũng Tàu ban hành", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
            ("UBND Quận 1 về", "Ủy ban nhân dân Quận 1"),
            ("THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC PHÊ DUYỆT", "Thủ tướng Chính phủ"),
            ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH VỀ VIỆC", "Ban Chấp hành Đảng bộ tỉnh"),
            ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN VỀ", "Ủy ban nhân dân tỉnh Lạng Sơn"),
            ("Ban Thường vụ Tỉnh đoàn Hà Nam về", "Ban Thường vụ Tỉnh đoàn Hà Nam"),
            ("Ban Thường vụ Huyện đoàn hướng dẫn", "Ban Thường vụ Huyện đoàn"),
            ("Ban Bí thư Trung ương Đoàn về", "Ban Bí thư Trung ương Đoàn"),
            ("Bộ Ngoại giao tại các văn bản", "Bộ Ngoại giao"),
            ("Bộ trưởng Bộ Giao thông vận tải quy định", "Bộ trưởng Bộ Giao thông vận tải"),
            ("Ban Chỉ đạo Chuyển đổi số tỉnh Yên Bái ban hành", "Ban Chỉ đạo Chuyển đổi số tỉnh Yên Bái"),
            ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
            ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ BAN HÀNH", "Bộ Kế hoạch và Đầu tư"),
            ("BAN BÍ THƯ TRUNG ƯƠNG ĐẢNG KHÓA XII VỀ", "Ban Bí thư Trung ương Đảng khóa XII"),
            ("UBND TỈNH CAO BẰNG VỀ VIỆC", "Ủy ban nhân dân tỉnh Cao Bằng"),
            (
                "Ban Chỉ đạo về phát triển kinh tế tập thể tỉnh ban hành",
                "Ban Chỉ đạo về phát triển kinh tế tập thể tỉnh",
            ),
            (
                "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam về",
                "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Some(issuer), "{text}");
        }
        for text in ["cấp có thẩm quyền", "Đảng và Nhà nước", "Luật Đất đai", "Kế hoạch này", "tỉnh"]
        {
            let found = read(text);
            assert!(found.is_none() || found.as_deref() == Some("Kế hoạch"), "{text}: {found:?}");
        }
    }
}
