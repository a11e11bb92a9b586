//! Collectives: `các sở, ban, ngành, đoàn thể Thành phố`, `doanh nghiệp`, `cơ quan tổ chức có liên quan`.

use std::ops::Range;

use super::reader::{Extent, Lexeme, Reader};
use crate::lexicon::{agency_words::Kinds, businesses::BUSINESSES};

/// How many unknown words an open kind of body takes: `các doanh nghiệp viễn thông lớn`.
const OPEN_WORDS: usize = 6;

/// Parts of communes.
const HAMLETS: [&str; 8] = ["thôn", "ấp", "khu phố", "khu dân cư", "tổ dân phố", "xóm", "buôn", "khóm"];

impl Reader<'_> {
    /// Reads the collective at `at`, with or without `các`; its range.
    pub(crate) fn group(&self, at: usize, extent: Extent) -> Option<Range<usize>> {
        let horizon = self.horizon(at);
        let plural = self.kind(at, Kinds::PLURAL);
        let mut next = self.blanks(plural.map_or(at, |p| p.range.end));
        let together = plural.is_some();
        let mut end = None;
        loop {
            if next >= horizon {
                break;
            }
            let Some((after, seal)) = self.member(next, extent) else {
                break;
            };
            end = Some(after);
            let territory = self.kind(next, Kinds::TERRITORY).is_some();
            match self.next_member(after, seal, together).filter(|&m| !self.body_after(next, m)) {
                // `các tỉnh, cơ quan khác`: places and bodies are two
                Some(member) if !territory || self.kind(member, Kinds::TERRITORY).is_some() => {
                    next = member;
                }
                _ => break,
            }
        }
        end.map(|end| at..end)
    }

    /// `các bản`: hamlets, before a mark, a verb or a place; elsewhere copies (`các bản cam kết`). The end of the word.
    fn hamlets(&self, at: usize) -> Option<usize> {
        const PAPERS: [&str; 7] = ["cam kết", "đăng ký", "kê khai", "ký kết", "thuyết minh", "kiểm điểm", "in"];
        let end = self.word(at, "bản")?;
        let several = self.lexeme_before(self.folded[..at].trim_end().len()).is_some_and(|l| l.is(Kinds::PLURAL));
        let next = self.blanks(end);
        let rest = self.rest(next);
        let paper = PAPERS.iter().any(|p| self.word(next, p).is_some());
        let closed =
            rest.is_empty() || rest.starts_with([',', ';', '.', ':', '(', '\n']) || self.word(next, "và").is_some();
        let goes_on = self.kind(next, Kinds::STOP | Kinds::TERRITORY | Kinds::QUALIFIER).is_some();
        (several && !paper && !self.capital(next) && (closed || goes_on)).then_some(end)
    }

    /// One kind of body with its qualifiers: where it ends and how they close it.
    fn member(&self, at: usize, extent: Extent) -> Option<(usize, Seal)> {
        if let Some(end) = self.hamlets(at) {
            let tail = self.tail(end, extent);
            return Some((tail, if tail > end { Seal::Place } else { Seal::None }));
        }
        let noun = self.kind(at, Kinds::BODY | Kinds::HEAD)?;
        // `đoàn tỉnh kiểm tra`: who comes to inspect
        let comes = ["kiểm tra", "giám sát", "thanh tra", "công tác", "thẩm định", "phúc tra"];
        if self.word(at, "đoàn") == Some(noun.range.end)
            && !self.capital(at)
            && let Some(unit) = self.kind(self.blanks(noun.range.end), Kinds::TERRITORY)
            && self.any(unit.range.end, &comes).is_some()
        {
            return None;
        }
        if let Some(end) = self.team(at) {
            return Some((self.tail(end, extent), Seal::Place));
        }
        // `các tổ chức phối hợp …`: what is several is no verb
        let several = || self.lexeme_before(self.folded[..at].trim_end().len()).is_some_and(|l| l.is(Kinds::PLURAL));
        if noun.is(Kinds::STOP) && !several() && !self.reads_as_noun(noun.range.end) && !self.one_more(noun) {
            return None;
        }
        // `các Ban Xây dựng Đảng`, `các Trung tâm Y tế`
        let after = self.blanks(noun.range.end);
        if noun.is(Kinds::NOUN | Kinds::HEAD | Kinds::OPEN) && after > noun.range.end && self.proper(after) {
            // `các tổ chức CT-XH`: an abbreviated kind is no name
            let short = |l: &Lexeme| !self.plain[l.range.clone()].contains(char::is_lowercase);
            let bare = self.kind(after, Kinds::TERRITORY | Kinds::PLURAL).is_some()
                || self.kind(after, Kinds::QUALIFIER).is_some_and(short);
            if !bare {
                return Some((self.inside(|| self.name(at, extent))?, Seal::Place));
            }
        }
        // `các phòng giáo dục và đào tạo`
        let field = self.kind(after, Kinds::FIELD).filter(|_| self.field_head(at) && !self.stops(after));
        if field.is_some() && after > noun.range.end {
            return Some((self.inside(|| self.name(at, extent))?, Seal::Place));
        }
        // `chính quyền các xã ven biển`
        // `Trung tâm Y tế các huyện`
        let plural = self.kind(after, Kinds::PLURAL).map(|p| self.blanks(p.range.end));
        // `Ban Công tác Mặt trận các khu phố`
        let of_place = |p: usize| self.kind(p, Kinds::TERRITORY).is_some() || self.any(p, &HAMLETS).is_some();
        let shared = noun.is(Kinds::OPEN) && plural.is_some_and(of_place);
        let led = ["chính quyền", "cấp ủy", "cộng tác viên", "nhân viên"]
            .iter()
            .any(|l| self.folded[noun.range.clone()].starts_with(l));
        if shared || led && plural.is_some() {
            return Some((self.inside(|| self.group(after, extent))?.end, Seal::Place));
        }
        let mut end = noun.range.end;
        if noun.is(Kinds::TERRITORY) {
            end = self.territories(at, extent);
        }
        if extent != Extent::Brief {
            end = self.activities(noun, end);
        }
        if noun.is(Kinds::NOUN) && end == noun.range.end {
            end = self.concerned(noun.range.clone(), extent);
        }
        let active = end > noun.range.end && self.word(noun.range.end, "về").is_none() && !noun.is(Kinds::TERRITORY);
        let open = noun.is(Kinds::OPEN | Kinds::GROUP | Kinds::HEAD);
        let mut seal = Seal::None;
        let mut words = 0;
        loop {
            let at = self.blanks(end);
            let trades = open && seal == Seal::None;
            let trade = || trades.then(|| self.further_trade(noun.range.start, at)).flatten();
            if let Some(next) = self.further_kind(at, seal, noun).or_else(trade) {
                end = next;
                continue;
            }
            if at == end {
                return Some((end, seal));
            }
            let told = noun.is(Kinds::TERRITORY) && self.word(at, "được").is_some();
            if told || self.word(at, "và").is_some() {
                return Some((end, seal));
            }
            if let Some(next) = self.qualifier(at, extent) {
                let kind = &self.folded[at..next];
                seal = if matches!(kind, "chuyên môn" | "chức năng" | "sự nghiệp") {
                    Seal::Kind
                } else {
                    Seal::Relation
                };
                end = next;
                continue;
            }
            if let Some(lexeme) = self.lexeme(at) {
                if lexeme.is(Kinds::TERRITORY) {
                    let central = matches!(&self.folded[lexeme.range.clone()], "trung ương" | "tw");
                    end = self.territories(at, extent);
                    if central {
                        end = self.central(end);
                    }
                    seal = Seal::Place;
                    continue;
                }
                if extent == Extent::Brief && self.acts(at) {
                    return Some((end, seal));
                }
                // `phụ huynh học sinh tuyên truyền`
                let people = ["phụ huynh", "cha mẹ", "cha, mẹ", "bậc ", "người "];
                let person =
                    lexeme.is(Kinds::VERB) && people.iter().any(|p| self.folded[noun.range.clone()].starts_with(p));
                let name = lexeme.is(Kinds::NAME) && !person
                    // `các thôn giám sát`
                    && !HAMLETS.contains(&&self.folded[noun.range.clone()])
                    && seal == Seal::None
                    && end == noun.range.end
                    // `hệ thống truyền thông thông tin kịp thời`: the name holds it already
                    && !(self.folded[noun.range.clone()].contains(" thông") && self.word(at, "thông tin").is_some())
                    && !self.object_follows(lexeme.range.end);
                if self.stops(at) && !name && !(extent == Extent::Whole && open && words > 0) {
                    return Some((end, seal));
                }
                if lexeme.is(Kinds::NAME) && (open || name && self.house(noun)) {
                    end = lexeme.range.end;
                    continue;
                }
                // `Ban Quản lý dự án thiết chế công đoàn Tổng Liên đoàn`: the body it belongs to
                if open && self.proper(at) && lexeme.is(Kinds::HEAD) {
                    return Some((self.inside(|| self.name(at, extent))?, Seal::Place));
                }
                if lexeme.is(Kinds::PLURAL) || lexeme.is(Kinds::BODY) && !open {
                    return Some((end, seal));
                }
            }
            if !(open || active) || words >= OPEN_WORDS && extent != Extent::Whole {
                return Some((end, seal));
            }
            let word = self.word_end(at);
            if word == at {
                return Some((end, seal));
            }
            end = word;
            words += 1;
        }
    }

    /// `các doanh nghiệp bưu chính, viễn thông`, `các trường Đại học, Cao đẳng`: another kind after a comma or `và`; its end.
    fn further_kind(&self, at: usize, seal: Seal, noun: &Lexeme) -> Option<usize> {
        let kinds = seal == Seal::Relation || self.folded[noun.range.clone()].starts_with("trường ");
        let next = self.rest(at).strip_prefix(',').map(|_| at + 1).or_else(|| self.word(at, "và"))?;
        let kind = self.kind(self.blanks(next), Kinds::QUALIFIER).filter(|_| kinds)?;
        let words = &self.folded[kind.range.clone()];
        let own = kind.is(Kinds::BODY | Kinds::HEAD | Kinds::STOP)
            || words.starts_with("cấp ")
            || words.contains("liên quan")
            || words == "khác";
        // `các cơ sở y tế và Viễn thông Hà Nam`: a kind that bears a name is a body
        let named = self.proper(kind.range.start) && self.proper(self.blanks(kind.range.end));
        (!own && !named).then_some(kind.range.end)
    }

    /// `trung tâm giáo dục thường xuyên`: a house takes the words of names in small letters.
    fn house(&self, noun: &Lexeme) -> bool {
        const HOUSES: [&str; 5] = ["trung tâm", "trường", "viện", "trạm", "quỹ"];
        HOUSES.contains(&&self.folded[noun.range.clone()])
    }

    /// `cơ sở sản xuất, kinh doanh, dịch vụ`, `tổ chức, cá nhân khai thác khoáng sản`: what a business does; its end.
    fn activities(&self, noun: &Lexeme, from: usize) -> usize {
        let words = &self.folded[noun.range.clone()];
        if !BUSINESSES.names(words) {
            return from;
        }
        let mut end = from;
        loop {
            let at = self.blanks(end);
            let mark = self.rest(at).strip_prefix(',').map(|_| at + 1).or_else(|| self.word(at, "và"));
            // the first activity stands beside the business, the others after a mark
            let named = end > from || BUSINESSES.activities.iter().any(|a| words.ends_with(a));
            let next = if named { mark.unwrap_or(at) } else { at };
            match BUSINESSES.activities.iter().find_map(|a| self.word(next, a)) {
                Some(activity) if next > end || at > end => end = activity,
                _ => return end,
            }
        }
    }

    /// `đào tạo nhân lực` is a duty, `trung tâm đào tạo,` a name.
    fn object_follows(&self, end: usize) -> bool {
        let next = self.blanks(end);
        next > end && self.word(next, "và").is_none() && self.word_end(next) > next && self.lexeme(next).is_none()
    }

    /// Where the next member of the same collective begins, if one does.
    fn next_member(&self, end: usize, seal: Seal, together: bool) -> Option<usize> {
        let at = self.blanks(end);
        // `Khu phố 8 và Khu phố 9` are two
        if !together && self.folded[..end].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let comma = self.rest(at).starts_with([',', '/', '-', '–']);
        let and = self.word(at, "và");
        let next = match and {
            Some(next) => self.blanks(next),
            None if comma => self.blanks(at + self.rest(at).chars().next().map_or(0, char::len_utf8)),
            None => at,
        };
        // `chủ nhà trọ, Ban quản trị chung cư`, `Tổ dân vận và Ban Công tác Mặt trận`
        if !together && (comma || and.is_some()) && self.proper(next) {
            return None;
        }
        // `các cơ quan Trung ương, địa phương`
        let noun = self.kind(next, Kinds::BODY | Kinds::HEAD)?;
        // `doanh nghiệp, chính quyền cấp xã` without `các` are two
        let apart = ["chính quyền", "cán bộ", "công an", "dân quân"];
        if !together && apart.iter().any(|a| self.folded[noun.range.clone()].starts_with(a)) {
            return None;
        }
        // `cơ quan báo chí và hệ thống truyền thanh`
        if and.is_some() && self.folded[noun.range.clone()].starts_with("hệ thống") {
            return None;
        }
        if self.kind(next, Kinds::PLURAL | Kinds::POST).is_some() {
            return None;
        }
        let bare = together && self.bare_head(next);
        if !bare && (noun.is(Kinds::HEAD) && (self.capital(next) || !noun.is(Kinds::BODY)) || self.name_begins(next)) {
            return None;
        }
        if noun.is(Kinds::GROUP) && !together {
            return None;
        }
        // `ngành Giáo dục, ngành Lao động`
        let branch = self.folded[next..].starts_with("ngành ") && self.proper(next + "ngành ".len());
        // `các trường công lập, Chủ nhóm lớp độc lập`: a capital opens people of another kind
        let owner = self.any(next, &["chủ", "tổ đại biểu"]).is_some() && self.proper(next);
        if branch && !together || owner {
            return None;
        }
        if noun.is(Kinds::STOP) && !self.reads_as_noun(noun.range.end) && !(together && self.one_more(noun)) {
            return None;
        }
        let apart = match seal {
            Seal::None | Seal::Kind => false,
            // `các tổ chức xã hội và cộng đồng`
            Seal::Relation => and.is_some() && !(noun.is(Kinds::GROUP) && self.folded[..end].ends_with("xã hội")),
            Seal::Place => and.is_some() || !noun.is(Kinds::QUALIFIER),
        };
        (!apart && (comma || and.is_some() || seal == Seal::None)).then_some(next)
    }

    /// `Trạm Y tế phường` after `các trường học`: a capital head after small letters, or before a place, is a body.
    fn body_after(&self, member: usize, next: usize) -> bool {
        // `Ban Công tác Mặt trận` after `các chi bộ`
        let board = |l: &Lexeme| l.is(Kinds::HEAD) || self.folded[l.range.clone()].starts_with("ban ");
        let Some(head) = self.kind(next, Kinds::HEAD | Kinds::OPEN).filter(|l| self.capital(next) && board(l)) else {
            return false;
        };
        let place =
            self.kind(self.blanks(head.range.end), Kinds::TERRITORY).is_some_and(|t| !self.proper(t.range.start));
        let small = !self.capital(member) && !self.shouting;
        self.folded[head.range.clone()].contains(' ') && (small || place)
    }

    /// `Cục` in `các Vụ, Cục, Tổng cục thuộc Bộ`, `đảng bộ` in `các chi bộ, đảng bộ cơ sở`: a kind without a name.
    fn bare_head(&self, at: usize) -> bool {
        const KINDS: [&str; 44] = [
            "trạm y tế",
            "trạm khuyến nông",
            "trạm thú y",
            "xí nghiệp",
            "nhà máy",
            "thư viện",
            "bảo tàng",
            "nhà văn hóa",
            "nhà hát",
            "bưu điện",
            "học viện",
            "tạp chí",
            "nhà xuất bản",
            "vụ",
            "cục",
            "tổng cục",
            "chi cục",
            "viện",
            "bệnh viện",
            "chi bộ",
            "đảng bộ",
            "đảng ủy",
            "chi đoàn",
            "công ty",
            "tổng công ty",
            "tập đoàn",
            "chi nhánh",
            "ngân hàng",
            "hiệp hội",
            "liên hiệp",
            "tỉnh ủy",
            "thành ủy",
            "huyện ủy",
            "quận ủy",
            "thị ủy",
            "ban cán sự đảng",
            "đảng đoàn",
            "chi ủy",
            "quân đoàn",
            "quân chủng",
            "binh chủng",
            "binh đoàn",
            "công đoàn",
            "cđcs",
        ];
        let Some(head) = self.kind(at, Kinds::HEAD | Kinds::NOUN) else {
            return false;
        };
        let next = self.blanks(head.range.end);
        let alone = next == head.range.end || !self.capital(next) && self.kind(next, Kinds::PLURAL).is_none();
        KINDS.contains(&&self.folded[head.range.clone()]) && alone
    }

    /// `tổ chức` is a noun before `có liên quan`, `, đoàn thể`, else a verb.
    pub(crate) fn reads_as_noun(&self, end: usize) -> bool {
        let at = self.blanks(end);
        let next = self.blanks(self.rest(at).strip_prefix(',').map_or(at, |_| at + 1));
        let next = self.word(next, "và").map_or(next, |n| self.blanks(n));
        self.kind(next, Kinds::NOUN | Kinds::QUALIFIER | Kinds::GROUP | Kinds::TERRITORY)
            .is_some_and(|l| !l.is(Kinds::STOP))
            || self.any(at, &["thuộc", "trên địa bàn", "trực thuộc"]).is_some()
    }
}

/// What closes a member of a collective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seal {
    /// Nothing yet: `sở`.
    None,
    /// A kind: `phòng chuyên môn`.
    Kind,
    /// A relation: `liên quan`.
    Relation,
    /// A place or a level: `Thành phố`.
    Place,
}
