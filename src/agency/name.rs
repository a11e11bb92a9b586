//! Proper names: a head and its words (`Trung tâm Dịch vụ việc làm tỉnh`), a post and its body.

use super::reader::{Extent, Reader};
use crate::lexicon::agency_words::Kinds;

/// How many unknown small words may follow a capital one inside a name: `Người có công`.
const SMALL_WORDS: usize = 3;

impl Reader<'_> {
    /// Does a proper name begin at `at`: a head with a capital, or a noun before a capital?
    pub(crate) fn name_begins(&self, at: usize) -> bool {
        let Some(lexeme) = self.lexeme(at) else { return false };
        if lexeme.is(Kinds::HEAD) && (self.capital(at) || !lexeme.is(Kinds::BODY)) {
            return true;
        }
        if !lexeme.is(Kinds::NOUN | Kinds::OPEN) {
            return false;
        }
        let next = self.blanks(lexeme.range.end);
        if next == lexeme.range.end {
            return false;
        }
        if self.kind(next, Kinds::FIELD).is_some() && (self.capital(next) || self.field_head(at)) {
            return self.capital(next) || !self.stops(next);
        }
        // `Ban, Ngành`: a capital noun is no name of its own; `các Sở Nội vụ`: a capital after it is
        self.proper(next) && self.kind(next, Kinds::PLURAL | Kinds::TERRITORY).is_none()
    }

    /// `sở`, `bộ`, `phòng`: a field follows.
    pub(crate) fn field_head(&self, at: usize) -> bool {
        ["sở", "bộ", "phòng"].iter().any(|h| self.word(at, h).is_some())
    }

    /// Reads the proper name at `at`; its end.
    pub(crate) fn name(&self, at: usize, extent: Extent) -> Option<usize> {
        let head = self.lexeme(at)?;
        let after = self.blanks(head.range.end);
        if let Some(field) = self.kind(after, Kinds::FIELD)
            && after > head.range.end
            && (self.field_head(at) || self.capital(after))
            && !self.longer_name(field.range.end)
        {
            let end = self.tail(field.range.end, extent);
            return Some(end);
        }
        Some(self.words(head.range.end, extent))
    }

    /// `Ban Dân tộc HĐND`, `Báo Kinh tế và Đô thị`: a field that further capitals follow is only part of a name.
    fn longer_name(&self, end: usize) -> bool {
        let next = self.blanks(end);
        let join = self.word(next, "và").or_else(|| self.rest(next).strip_prefix('&').map(|_| next + 1));
        match join.map(|j| self.blanks(j)) {
            Some(next) => self.proper(next) && !self.begins(next) && self.kind(next, Kinds::FIELD).is_none(),
            None => next > end && self.proper(next) && self.lexeme(next).is_none(),
        }
    }

    /// Does an agency begin at `at`?
    pub(crate) fn begins(&self, at: usize) -> bool {
        self.kind(at, Kinds::PLURAL | Kinds::POST | Kinds::HONORIFIC).is_some() || self.name_begins(at)
    }

    /// The words of a name after its head.
    pub(crate) fn words(&self, from: usize, extent: Extent) -> usize {
        let horizon = self.horizon(from);
        let mut end = from;
        // where the name ends if the small words after a capital turn out not to be its own
        let mut sure = from;
        let mut small = 0;
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
            if let Some(next) = self.joined(at, extent) {
                let word = self.lexeme(next).map_or_else(|| self.word_end(next), |l| l.range.end);
                if word == next {
                    return end;
                }
                (end, sure, small) = (word, word, 0);
                continue;
            }
            let own = self.proper(at) && self.kind(at, Kinds::QUALIFIER).is_some();
            if !own && let Some(next) = self.tail_step(at, extent) {
                return self.tail(next, extent);
            }
            if self.word(at, "và").is_some() {
                return end;
            }
            if let Some(lexeme) = self.lexeme(at) {
                if self.stops(at) && !lexeme.is(Kinds::NAME) || lexeme.is(Kinds::PLURAL) && self.proper(at) {
                    return end;
                }
                if self.capital(at) || lexeme.is(Kinds::NAME | Kinds::HEAD) || extent == Extent::Whole {
                    (end, sure, small) = (lexeme.range.end, lexeme.range.end, 0);
                    continue;
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
                if small > SMALL_WORDS && extent == Extent::Clause {
                    return sure;
                }
            }
            end = word;
        }
    }

    /// Marks inside words: `HIV/AIDS`, `CNTT-TT`, `TT&TT`.
    fn tight(&self, at: usize) -> Option<usize> {
        let mark = self.rest(at).chars().next().filter(|c| matches!(c, '-' | '&' | '.'))?;
        let next = at + mark.len_utf8();
        (self.capital(next) && !self.begins_body(next)).then(|| self.word_end(next))
    }

    fn begins_body(&self, at: usize) -> bool {
        self.kind(at, Kinds::PLURAL | Kinds::POST | Kinds::HEAD).is_some()
    }

    /// A dash, `và`, `&` or a comma inside a name, before a word that opens no name of its own: where that word is.
    fn joined(&self, at: usize, extent: Extent) -> Option<usize> {
        if let Some(next) = self.dash(at) {
            return (self.capital(next) || (extent == Extent::Whole && self.word_end(next) > next)).then_some(next);
        }
        let and = self.word(at, "và").or_else(|| self.rest(at).strip_prefix('&').map(|_| at + 1));
        if let Some(next) = and.map(|a| self.blanks(a)) {
            let own = self.capital(next) && !self.begins(next) && self.kind(next, Kinds::TERRITORY).is_none();
            return own.then_some(next);
        }
        // `Trung tâm Văn hóa, Thể thao và Du lịch`
        let next = self.blanks(at + self.rest(at).strip_prefix(',').map(|_| 1)?);
        let own = |at: usize| self.proper(at) && !self.begins(at) && self.kind(at, Kinds::BODY).is_none();
        if !own(next) || self.kind(next, Kinds::FIELD).is_some() {
            return None;
        }
        let window = self.rest(next).get(..self.horizon(next) - next)?;
        let stop = window.find([',', ';', '.', '(', ':', '\n']).unwrap_or(window.len());
        let and = window.get(..stop)?.find(" và ")?;
        own(next + and + " và ".len()).then_some(next)
    }

    /// A step that closes a name: a territory, a qualifier, `thuộc …`; its end.
    fn tail_step(&self, at: usize, extent: Extent) -> Option<usize> {
        let lexeme = self.lexeme(at);
        if let Some(lexeme) = lexeme
            && lexeme.is(Kinds::TERRITORY)
        {
            let country = matches!(&self.folded[lexeme.range.clone()], "việt nam" | "trung ương" | "tw" | "quốc gia");
            return if country { None } else { Some(self.territories(at, extent)) };
        }
        // a capital `Các` after a name begins the next one, though no mark parts them
        if self.word(at, "các").is_some() && !self.proper(at) && self.kind(at, Kinds::QUALIFIER).is_none() {
            let group = self.inside(|| self.group(at, extent))?;
            return Some(group.end);
        }
        self.qualifier(at, extent)
    }

    /// Territories and qualifiers after a complete name; where they end.
    pub(crate) fn tail(&self, from: usize, extent: Extent) -> usize {
        let mut end = from;
        loop {
            let at = self.blanks(end);
            if at == end && end != from {
                return end;
            }
            match self.tail_step(at, extent) {
                Some(next) if next > end => end = next,
                _ => return end,
            }
        }
    }

    /// A row of territories: `huyện, thị xã, thành phố`, `tỉnh Lào Cai`; its end.
    pub(crate) fn territories(&self, at: usize, _extent: Extent) -> usize {
        let mut end = at;
        let mut at = at;
        while let Some(territory) = self.kind(at, Kinds::TERRITORY) {
            end = self.place(territory.range.end);
            let next = self.blanks(end);
            let separated = self.rest(next).strip_prefix([',', '/', '-']).map(|_| next + 1);
            let next = separated.or_else(|| self.word(next, "và")).unwrap_or(next);
            let next = self.blanks(next);
            let row = self.kind(next, Kinds::TERRITORY).is_some_and(|t| {
                // `thành phố Hồ Chí Minh, Thành phố Huế` and `cấp xã` are no row of kinds
                !matches!(&self.folded[t.range.clone()], "việt nam" | "trung ương" | "tw" | "quốc gia")
                    && self.kind(next, Kinds::HEAD).is_none()
            });
            if !row {
                break;
            }
            at = next;
        }
        end
    }

    /// The name of a place after a territory: `Lào Cai`, `Hồ Chí Minh`, `II`, `1`.
    fn place(&self, from: usize) -> usize {
        let mut end = from;
        for _ in 0..5 {
            let at = self.blanks(end);
            let digits = self.rest(at).starts_with(|c: char| c.is_ascii_digit());
            if at == end || !(self.proper(at) || (digits && end == from)) {
                return end;
            }
            if self.begins(at) || self.kind(at, Kinds::NOUN | Kinds::TERRITORY | Kinds::GROUP).is_some() {
                return end;
            }
            end = self.word_end(at);
            // `Bà Rịa - Vũng Tàu`
            if let Some(next) = self.dash(end)
                && self.proper(next)
                && !self.begins(next)
                && self.lexeme(next).is_none()
            {
                end = self.word_end(next);
            }
        }
        end
    }

    /// Words that may follow a kind of body or a name: `có liên quan`, `thuộc Sở`, `trên địa bàn tỉnh`; their end.
    pub(crate) fn qualifier(&self, at: usize, extent: Extent) -> Option<usize> {
        if let Some(next) = self.word(at, "thuộc phạm vi quản lý").or_else(|| self.word(at, "thuộc quyền quản lý")) {
            return Some(self.word(next, "của").and_then(|of| self.owner(of, extent)).unwrap_or(next));
        }
        for opening in ["trên địa bàn", "đóng trên địa bàn", "đóng chân trên địa bàn", "hoạt động trên địa bàn", "tại địa bàn"] {
            if let Some(next) = self.word(at, opening) {
                let place = self.blanks(next);
                return Some(match self.kind(place, Kinds::TERRITORY) {
                    Some(_) => self.territories(place, extent),
                    None => self.word(place, "toàn tỉnh").or_else(|| self.word(place, "quản lý")).unwrap_or(next),
                });
            }
        }
        for opening in ["thuộc, trực thuộc", "trực thuộc", "thuộc", "ngoài", "của", "trong"] {
            if let Some(next) = self.word(at, opening)
                && let Some(end) = self.owner(next, extent)
            {
                return Some(end);
            }
        }
        if let Some(lexeme) = self.kind(at, Kinds::QUALIFIER) {
            let order = lexeme.is(Kinds::STOP);
            return (!order).then_some(lexeme.range.end);
        }
        for opening in ["được phân công", "được giao"] {
            if let Some(next) = self.word(at, opening) {
                let task = ["nhiệm vụ", "chủ trì", "thực hiện", "phối hợp", "phụ trách"];
                let task = task.iter().find_map(|t| self.word(next, t))?;
                return Some(self.relative(task));
            }
        }
        None
    }

    /// The rest of `được phân công chủ trì thực hiện nhiệm vụ tại Kế hoạch này`: to the verb that makes the sentence.
    fn relative(&self, from: usize) -> usize {
        let window = &self.rest(from)[..self.horizon(from).min(from + 200).max(from) - from.min(self.folded.len())]
            .get(..)
            .unwrap_or_default();
        let stop = window.find([',', ';', '.', '(', ':', '\n']).unwrap_or(window.len());
        let window = &window[..stop];
        [" có trách nhiệm", " chịu trách nhiệm", " chủ động", " nghiêm túc"]
            .iter()
            .filter_map(|verb| window.find(verb))
            .min()
            .map_or(from, |verb| from + verb)
    }

    /// Who a body belongs to: `UBND tỉnh`, `Sở`, `các Bộ`, `tỉnh`, `mình`.
    fn owner(&self, at: usize, extent: Extent) -> Option<usize> {
        let at = self.blanks(at);
        let lexeme = self.lexeme(at)?;
        if lexeme.is(Kinds::TERRITORY) {
            return Some(self.territories(at, extent));
        }
        if lexeme.is(Kinds::PLURAL) {
            return self.inside(|| self.group(at, extent)).map(|g| g.end);
        }
        if self.name_begins(at) && !lexeme.is(Kinds::DECOY) {
            return self.inside(|| self.name(at, extent));
        }
        lexeme.is(Kinds::NOUN | Kinds::QUALIFIER).then_some(lexeme.range.end)
    }

    /// A post and the body it heads: `Giám đốc Sở Y tế`, `Thủ trưởng các sở`; its end.
    pub(crate) fn post(&self, at: usize, extent: Extent) -> Option<usize> {
        let post = self.kind(at, Kinds::POST)?;
        let mut end = post.range.end;
        let next = self.blanks(end);
        let body = self.lexeme(next);
        if let Some(body) = body {
            if body.is(Kinds::PLURAL) || body.is(Kinds::NOUN | Kinds::OPEN) && !self.name_begins(next) && !self.stops(next) {
                return Some(self.inside(|| self.group(next, extent)).map_or(end, |g| g.end));
            }
            if body.is(Kinds::POST) {
                return self.inside(|| self.post(next, extent));
            }
            if self.name_begins(next) {
                end = self.name(next, extent)?;
                return Some(self.second_post(end, extent));
            }
        }
        // `lãnh đạo thực hiện` is a verb
        if post.is(Kinds::ORDER) && !self.capital(at) {
            return None;
        }
        end = if self.proper(next) || body.is_some_and(|b| b.is(Kinds::TERRITORY)) { self.words(end, extent) } else { end };
        Some(self.second_post(end, extent))
    }

    /// `Phó Chủ tịch UBND xã - Trưởng ban`: two posts of one person.
    fn second_post(&self, end: usize, extent: Extent) -> usize {
        self.dash(end).filter(|&next| self.kind(next, Kinds::POST).is_some()).and_then(|next| self.inside(|| self.post(next, extent))).unwrap_or(end)
    }
}
