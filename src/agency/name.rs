//! Proper names: a head and its words (`Trung tâm Dịch vụ việc làm tỉnh`), a post and its body.

use super::{
    reader::{Extent, Lexeme, Reader},
    shared::is_number,
};
use crate::{lexicon::agency_words::Kinds, text::letters::is_alphabetic};

/// How many unknown small words may follow a capital one inside a name: `Người có công`.
const SMALL_WORDS: usize = 3;

/// Bodies whose boards are named with them: `Ban Tài chính Tổng Liên đoàn`.
const UNIONS: [&str; 5] = ["tổng liên đoàn", "liên đoàn lao động", "lđlđ", "trung ương hội", "trung ương đoàn"];

/// How long a title inside a name is at most, in bytes.
const LONGEST_TITLE: usize = 160;

impl Reader<'_> {
    /// Does a proper name begin at `at`: a head with a capital, or a noun before a capital?
    pub(crate) fn name_begins(&self, at: usize) -> bool {
        let Some(lexeme) = self.lexeme(at) else {
            return false;
        };
        if lexeme.is(Kinds::HEAD) && (self.capital(at) || !lexeme.is(Kinds::BODY)) {
            return !self.in_number(at) && !self.on_duty(at);
        }
        // `Tổ chức Lễ phát động` is a duty
        if !lexeme.is(Kinds::NOUN | Kinds::OPEN) || lexeme.is(Kinds::VERB) {
            return false;
        }
        if self.committee_field(at).or_else(|| self.team(at)).is_some() {
            return true;
        }
        let next = self.blanks(lexeme.range.end);
        let words = &self.folded[lexeme.range.clone()];
        // `P. Kinh tế` is an office, `P. Bến Nghé` a ward
        if words == "p." {
            return self.kind(next, Kinds::FIELD).is_some() && self.capital(next);
        }
        if self.institution(at) && self.kind(next, Kinds::PLURAL).is_none() {
            return true;
        }
        // `TT.PVHCC`
        let glued = words == "tt" && self.rest(next).starts_with('.') && self.proper(next + 1);
        if next == lexeme.range.end && !words.ends_with('.') {
            return glued;
        }
        if self.kind(next, Kinds::FIELD).is_some() && (self.capital(next) || self.field_head(at)) {
            return self.capital(next) || !self.stops(next);
        }
        // `Ban, Ngành`: a capital noun is no name of its own; `các Sở Nội vụ`: a capital after it is
        self.proper(next) && self.kind(next, Kinds::PLURAL | Kinds::TERRITORY).is_none()
    }

    /// `12/TB-VPCP`: letters in the number of a document name no body.
    fn in_number(&self, at: usize) -> bool {
        let before = &self.folded.as_bytes()[at.saturating_sub(24)..at];
        let number = || before.iter().rev().take_while(|&&b| b != b' ');
        matches!(before.last(), Some(b'-' | b'/')) && number().any(u8::is_ascii_digit) && number().any(|&b| b == b'/')
    }

    /// `Trung tâm Y tế`, `Bệnh viện Đa khoa` after a joint: an institution whose field is a part of the known word.
    fn institution(&self, at: usize) -> bool {
        const HEADS: [&str; 7] = ["trung tâm ", "bệnh viện ", "trường ", "ban quản lý ", "học viện ", "viện ", "trạm "];
        let whole = |l: &Lexeme| HEADS.iter().any(|h| self.folded[l.range.clone()].starts_with(h));
        self.proper(at) && self.kind(at, Kinds::OPEN).is_some_and(whole)
    }

    /// `sở`, `bộ`, `phòng`: a field follows.
    pub(crate) fn field_head(&self, at: usize) -> bool {
        self.any(at, &["sở", "bộ", "phòng", "p."]).is_some()
    }

    /// Reads the proper name at `at`; its end.
    pub(crate) fn name(&self, at: usize, extent: Extent) -> Option<usize> {
        let head = self.lexeme(at)?;
        let after = self.blanks(head.range.end);
        if let Some(end) = self.zones(head.range.clone(), extent) {
            return Some(self.tail(end, extent));
        }
        if let Some(field) = self.committee_field(at).or_else(|| self.team(at)) {
            return Some(self.tail(field, extent));
        }
        if let Some(end) = self.paired(head) {
            // `Vụ Kế hoạch, Tài chính và Quản lý doanh nghiệp`
            let further = self.joined(self.blanks(end), extent).is_some();
            return Some(if further { self.words(end, extent) } else { self.tail(end, extent) });
        }
        if let Some(end) = self.more_levels(head) {
            return Some(self.tail(end, extent));
        }
        if let Some(field) = self.kind(after, Kinds::FIELD)
            && (after > head.range.end || self.folded[..after].ends_with('.'))
            && (self.field_head(at) && !self.folded[head.range.clone()].contains(' ')
                || self.capital(after)
                || self.folded[head.range.clone()].ends_with("cán bộ quản lý"))
            && !self.longer_name(field.range.end)
            && !self.further_field(at, field.range.end)
        {
            let fields = self.dashed_fields(at, field.range.end);
            // `Trường Cán bộ quản lý Công Thương Trung ương`
            let central = self.word(fields, "trung ương").filter(|_| self.proper(self.blanks(fields)));
            let end = self.tail(central.unwrap_or(fields), extent);
            return Some(self.parent(at, end, extent).unwrap_or(end));
        }
        Some(self.words(head.range.end, extent))
    }

    /// `Phòng Nội vụ - Văn hóa - Xã hội`: one office for several fields; their end.
    fn dashed_fields(&self, head: usize, field: usize) -> usize {
        let mut end = field;
        while let Some(next) = self.dash(end).filter(|&next| self.capital(next) && self.word(head, "phòng").is_some())
        {
            match self.kind(next, Kinds::FIELD).filter(|f| !f.is(Kinds::HEAD)) {
                Some(further) => end = further.range.end,
                None => break,
            }
        }
        end
    }

    /// `Đoàn xã, phường, thị trấn`: levels after one that is a part of the head; their end.
    fn more_levels(&self, head: &Lexeme) -> Option<usize> {
        let level = [" xã", " phường"].iter().any(|level| self.folded[head.range.clone()].ends_with(level));
        let mark = self.blanks(head.range.end);
        let next = self.blanks(self.rest(mark).strip_prefix([',', '/']).filter(|_| level).map(|_| mark + 1)?);
        let further = self.kind(next, Kinds::TERRITORY).filter(|t| !self.capital(next) && !t.is(Kinds::HEAD))?;
        (!self.proper(self.blanks(further.range.end))).then(|| self.territories(next, Extent::Clause))
    }

    /// `Phòng Tổ chức cán bộ Sở Y tế`: the body that an office belongs to, without a mark between them; its end.
    fn parent(&self, head: usize, end: usize, extent: Extent) -> Option<usize> {
        let next = self.blanks(end);
        let office = ["phòng", "vụ", "ban"].iter().any(|o| self.word(head, o).is_some());
        let bodies = ["sở", "bộ", "ủy ban nhân dân", "ubnd", "công an", "huyện ủy", "tỉnh ủy", "thành ủy"];
        let owner = next > end && self.proper(next) && bodies.iter().any(|b| self.word(next, b).is_some());
        // a board of a union bears no name of its own
        let union = self.proper(next) && UNIONS.iter().any(|b| self.word(next, b).is_some());
        (office && (owner && extent != Extent::Whole || union && next > end) && self.name_begins(next))
            .then(|| self.inside(|| self.name(next, extent)))?
    }

    /// `Vụ Kế hoạch, Tài chính`, `Phòng Tổ chức, Hành chính`: one office for two things; its end.
    fn paired(&self, head: &Lexeme) -> Option<usize> {
        const PAIRS: [&str; 14] = [
            "kế hoạch, tài chính",
            "tài chính, kế hoạch",
            "tài chính, kế toán",
            "tổ chức, hành chính",
            "hành chính, tổng hợp",
            "hành chính, quản trị",
            "kế hoạch, tổng hợp",
            "kế hoạch, nghiệp vụ",
            "kế hoạch, kỹ thuật",
            "khoa học, kỹ thuật",
            "công chức, viên chức",
            "lao động, việc làm",
            "trẻ em, bình đẳng giới",
            "lao động, tiền lương",
        ];
        let office = ["vụ", "phòng", "ban"].contains(&&self.folded[head.range.clone()]);
        let shared = self.folded[..head.range.start].trim_end().ends_with("các");
        (office && !shared).then(|| PAIRS.iter().find_map(|pair| self.word(head.range.end, pair))).flatten()
    }

    /// `Ban Dân tộc HĐND`, `Báo Kinh tế và Đô thị`: a field that further capitals follow is only part of a name.
    fn longer_name(&self, end: usize) -> bool {
        let next = self.blanks(end);
        if self.word(next, "việt nam").is_some() {
            return true;
        }
        let join = self.word(next, "và").or_else(|| self.rest(next).strip_prefix('&').map(|_| next + 1));
        match join.map(|j| self.blanks(j)) {
            Some(next) => self.proper(next) && !self.begins(next) && self.kind(next, Kinds::FIELD).is_none(),
            // `Sở Tài chính - Vật giá`
            None if self.dash(end).is_some_and(|d| {
                let field = |l: &Lexeme| !l.is(Kinds::BODY | Kinds::HEAD | Kinds::FIELD | Kinds::POST);
                self.proper(d) && self.lexeme(d).is_none_or(field)
            }) =>
            {
                true
            }
            None if next == end || !self.proper(next) => false,
            // `Ban Văn hóa - Xã hội HĐND tỉnh`
            None => {
                let council = self.any(next, &["hđnd", "hội đồng nhân dân"]).is_some();
                council || self.lexeme(next).is_none()
            }
        }
    }

    /// Does an agency begin at `at`?
    pub(crate) fn begins(&self, at: usize) -> bool {
        self.kind(at, Kinds::PLURAL | Kinds::POST | Kinds::HONORIFIC).is_some()
            || self.name_begins(at)
            || self.heads_of_counted(at, Extent::Clause).is_some()
    }

    /// The words of a name after its head.
    pub(crate) fn words(&self, from: usize, extent: Extent) -> usize {
        let horizon = self.horizon(from);
        let mut end = from;
        // where the name ends if the small words after a capital turn out not to be its own
        let mut sure = from;
        let mut small = 0;
        // `Trung tâm Y tế`: the known word is a whole name
        let house = self.lexeme_before(from).is_some_and(|l| l.is(Kinds::OPEN));
        let whole = extent != Extent::Whole && self.lexeme_before(from).is_some_and(|l| l.is(Kinds::WHOLE));
        loop {
            let at = self.blanks(end);
            if at >= horizon {
                return end;
            }
            if at == end
                && let Some(joined) = self.tight(at)
            {
                end = joined;
                continue;
            }
            if let Some(next) = self.quoted(at).filter(|_| end > from || self.folded[..from].ends_with("quỹ")) {
                (end, sure, small) = (next, next, 0);
                continue;
            }
            if let Some(next) = self.gloss(at) {
                (end, sure, small) = (next, next, 0);
                continue;
            }
            let joined = self.joined(at, extent).filter(|_| !self.second_place(from, at));
            if let Some(next) = joined.or_else(|| self.enumerated(from, at)) {
                let word = self.lexeme(next).map_or_else(|| self.word_end(next), |l| l.range.end);
                if word == next {
                    return end;
                }
                (end, sure, small) = (word, word, 0);
                continue;
            }
            if let Some(next) = self
                .object(from, end)
                .or_else(|| self.event(from, end))
                .or_else(|| self.about(at))
                .or_else(|| self.second_thing(from, at))
                .or_else(|| self.against(at).or_else(|| self.houses(from, at)))
            {
                (end, sure, small) = (next, next, 0);
                continue;
            }
            let own = self.proper(at) && self.kind(at, Kinds::QUALIFIER).is_some();
            if let Some(kind) = self.kind(at, Kinds::QUALIFIER).filter(|k| self.place_after_kind(at, k.range.end)) {
                let place = self.word_end(self.blanks(kind.range.end));
                (end, sure, small) = (place, place, 0);
                continue;
            }
            if !own && let Some(next) = self.tail_step(at, extent).or_else(|| self.purpose(from, at, extent)) {
                return self.tail(next, extent);
            }
            if self.word(at, "và").is_some() {
                return end;
            }
            // `Hạt Kiểm lâm bảo vệ rừng`: after a whole name it is a verb
            if self.acts(at) && (extent == Extent::Brief && (end > from || house) || whole && end == from) {
                return end;
            }
            if let Some(lexeme) = self.lexeme(at) {
                if self.stops(at) && !lexeme.is(Kinds::NAME) && end > from && self.closes(lexeme) {
                    return lexeme.range.end;
                }
                if self.stops(at) && !lexeme.is(Kinds::NAME) || lexeme.is(Kinds::PLURAL) && self.proper(at) {
                    return end;
                }
                let own = lexeme.is(Kinds::NAME | Kinds::HEAD | Kinds::FIELD) || self.country(lexeme);
                if self.capital(at) || own || extent == Extent::Whole {
                    (end, sure, small) = (lexeme.range.end, lexeme.range.end, 0);
                    continue;
                }
                // `Hội Nông dân mỗi chi hội nhận …`
                if lexeme.is(Kinds::PLURAL) && self.any(at, &["mỗi", "từng"]).is_some() {
                    return end;
                }
                if lexeme.is(Kinds::PLURAL) {
                    return self.inside(|| self.group(at, extent)).map_or(end, |group| group.end);
                }
                let body = ["sở", "bộ", "ngành", "đảng"].iter().any(|b| &self.folded[lexeme.range.clone()] == *b);
                if body {
                    (end, sure, small) = (lexeme.range.end, lexeme.range.end, 0);
                    continue;
                }
                if lexeme.is(Kinds::BODY) && !lexeme.is(Kinds::DECOY) && small == 0 && end != from {
                    return end;
                }
            }
            let word = self.word_end(at);
            if word == at {
                return end;
            }
            if self.capital(at) || self.rest(at).starts_with(|c: char| c.is_ascii_digit()) {
                (sure, small) = (word, 0);
            } else {
                small += 1;
                if small == 1 {
                    sure = word;
                }
                if small > SMALL_WORDS && extent != Extent::Whole {
                    return sure;
                }
            }
            end = word;
        }
    }

    /// `Mặt trận Tổ quốc (MTTQ) Việt Nam`: an abbreviation in brackets inside a name; its end.
    fn gloss(&self, at: usize) -> Option<usize> {
        let words = self.plain.get(at..)?.strip_prefix('(')?.split_once(')')?.0;
        let short =
            words.len() < 16 && !words.is_empty() && words.chars().all(|c| c.is_uppercase() || "& -".contains(c));
        let end = at + words.len() + 2;
        (short && self.proper(self.blanks(end)) && !self.begins(self.blanks(end))).then_some(end)
    }

    /// `Ban Chỉ đạo Phong trào “Toàn dân đoàn kết”`: a title in quotation marks inside a name; its end.
    pub(crate) fn quoted(&self, at: usize) -> Option<usize> {
        let open = ['“', '"'].into_iter().find(|open| self.rest(at).starts_with(*open))?;
        let inner = at + open.len_utf8();
        let title = self.rest(inner).char_indices().take_while(|(i, c)| *i < LONGEST_TITLE && *c != '\n');
        let length = title.into_iter().find(|(_, c)| matches!(c, '”' | '"'))?;
        Some(inner + length.0 + length.1.len_utf8())
    }

    /// Marks inside words: `HIV/AIDS`, `CNTT-TT`, `TT&TT`.
    fn tight(&self, at: usize) -> Option<usize> {
        let aids = self.rest(at).starts_with("/aids") && self.folded[..at].ends_with("hiv");
        let mark = self.rest(at).chars().next().filter(|c| matches!(c, '-' | '&' | '.') || aids)?;
        let next = at + mark.len_utf8();
        (self.capital(next) && !self.begins_body(next)).then(|| self.word_end(next))
    }

    fn begins_body(&self, at: usize) -> bool {
        self.kind(at, Kinds::PLURAL | Kinds::POST | Kinds::HEAD).is_some()
    }

    /// A dash, `và`, `&` or a comma inside a name, before a word that opens no name of its own: where that word is.
    fn joined(&self, at: usize, extent: Extent) -> Option<usize> {
        if let Some(next) = self.dash(at) {
            let word = self.capital(next) || extent == Extent::Whole && self.word_end(next) > next;
            return (word && !self.office_after(next)).then_some(next);
        }
        let and = self.word(at, "và").or_else(|| self.rest(at).strip_prefix('&').map(|_| at + 1));
        if let Some(next) = and.map(|a| self.blanks(a)) {
            let own = self.capital(next) && !self.begins(next) && self.kind(next, Kinds::TERRITORY).is_none();
            // `và Trung tâm Y tế các khu vực`
            let own = own && !self.institution(next);
            return own.then_some(next);
        }
        None
    }

    /// A comma inside the name of the head that ends at `head`: where the word after it is.
    fn enumerated(&self, head: usize, at: usize) -> Option<usize> {
        const FIELDLESS: [&str; 13] = [
            "viện",
            "viện nghiên cứu",
            "trung tâm",
            "cục",
            "chi cục",
            "vụ",
            "quỹ",
            "đội",
            "trạm",
            "tiểu ban",
            "trường",
            "ban quản lý",
            "hội đồng",
        ];
        let head = self.lexeme_before(head)?;
        let next = self.blanks(at + self.rest(at).strip_prefix(',').map(|_| 1)?);
        let own = |at: usize| self.proper(at) && !self.begins(at) && self.kind(at, Kinds::BODY).is_none();
        // `Sở Y tế, Nội vụ` are two, `Tiểu ban An ninh, Y tế và Hậu cần` is one
        let team = ["tiểu ban", "tổ", "đội"].contains(&&self.folded[head.range.clone()]);
        // `Cục Quản lý đường bộ I, II và III` are three, and so are the offices of `công chức`
        let number = is_number(&self.folded[next..self.word_end(next)]);
        let employed = &self.folded[head.range.clone()] == "công chức";
        if number || employed || !own(next) || self.kind(next, Kinds::FIELD).is_some() && !team {
            return None;
        }
        // `Viện Điều tra, Quy hoạch rừng`; `Bệnh viện Bạch Mai, Chợ Rẫy` are two
        let second = self.blanks(self.word_end(next));
        let words = second > self.word_end(next)
            && self.rest(second).starts_with(is_alphabetic)
            && !self.capital(second)
            && !self.stops(second);
        if words && FIELDLESS.contains(&&self.folded[head.range.clone()]) {
            return Some(next);
        }
        // `Trung tâm Văn hóa, Thể thao và Du lịch`
        let window = self.rest(next).get(..self.horizon(next) - next)?;
        let stop = window.find([',', ';', '.', '(', ':', '\n']).unwrap_or(window.len());
        let and = window.get(..stop)?.find(" và ")?;
        own(next + and + " và ".len()).then_some(next)
    }
}
