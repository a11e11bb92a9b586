//! What may follow a name: territories (`tỉnh Lào Cai`), qualifiers (`có liên quan`, `thuộc Sở`).

use super::reader::{Extent, Reader};
use crate::{
    lexicon::{agency_words::Kinds, provinces},
    text::{letters::is_alphanumeric, words::words},
};

impl Reader<'_> {
    /// A step that closes a name: a territory, a qualifier, `thuộc …`; its end.
    pub(crate) fn tail_step(&self, at: usize, extent: Extent) -> Option<usize> {
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
        if self.word(at, "được").is_some() {
            return None;
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
        let before = self.folded[..at].trim_end();
        // `UBND các huyện A, B`, `UBND 02 huyện A, B`
        let several = before.ends_with("các") || before.ends_with(|c: char| c.is_ascii_digit());
        while let Some(territory) = self.kind(at, Kinds::TERRITORY) {
            end = self.place(territory.range.end);
            if several {
                end = self.more_places(territory.range.end, end);
            }
            if &self.folded[territory.range.clone()] == "khu vực" {
                end = self.more_numbers(end);
            }
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

    /// `cấp tỉnh, cấp xã`, `cấp tỉnh, huyện, xã`: levels in a row; their end.
    fn levels(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let comma = self.rest(mark).strip_prefix(',').map(|_| mark + 1);
            let Some(next) = comma.or_else(|| self.word(mark, "và")) else {
                return end;
            };
            let at = self.blanks(next);
            let level = self.kind(at, Kinds::QUALIFIER).filter(|l| self.folded[l.range.clone()].starts_with("cấp "));
            let level = level.or_else(|| self.kind(at, Kinds::TERRITORY).filter(|_| !self.capital(at)));
            let Some(level) = level.map(|l| l.range.end).filter(|&l| !self.proper(self.blanks(l))) else {
                return end;
            };
            end = level;
        }
    }

    /// `xã Trường Sinh`, `tỉnh Bà Rịa`: a word that opens bodies or honours persons elsewhere is a place's here.
    pub(crate) fn place_word(&self, at: usize) -> bool {
        const WORDS: [&str; 15] = [
            "buôn",
            "làng",
            "chợ",
            "trường",
            "hội",
            "đoàn",
            "đội",
            "viện",
            "đài",
            "tổ",
            "vụ",
            "khoa",
            "bà",
            "ông",
            "cô",
        ];
        let Some(word) = self.lexeme(at).filter(|l| WORDS.contains(&&self.folded[l.range.clone()])) else {
            return false;
        };
        let next = self.blanks(word.range.end);
        self.proper(at) && self.proper(next) && self.lexeme(next).is_none()
    }

    /// The name of a place after a territory: `Lào Cai`, `Hồ Chí Minh`, `II`, `1`.
    pub(crate) fn place(&self, from: usize) -> usize {
        let mut end = from;
        for _ in 0..5 {
            let at = self.blanks(end);
            let digits = self.rest(at).starts_with(|c: char| c.is_ascii_digit());
            if at == end || !(self.proper(at) || (digits && end == from)) {
                return self.small_end(from, end).unwrap_or(end);
            }
            // `Hải Phòng`: a kind of body without a name of its own ends the place's
            let last = end > from && self.kind(at, Kinds::NOUN).is_some() && !self.begins(at);
            let own = end == from && self.place_word(at) || last;
            if !own && (self.begins(at) || self.kind(at, Kinds::NOUN | Kinds::TERRITORY | Kinds::GROUP).is_some()) {
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

    /// `tỉnh Thanh hóa`: a province of which only the first syllable has a capital; its end.
    fn small_end(&self, from: usize, end: usize) -> Option<usize> {
        let first = self.blanks(from);
        let next = self.blanks(end);
        let one = end > first && next > end && self.proper(first) && self.word_end(first) == end;
        let second = self.word_end(next);
        (one && second > next && provinces::lookup(&self.plain[first..second]).is_some()).then_some(second)
    }

    /// `khu vực I, II và III`, `khu vực 1, 2`: the numbers after the first; their end.
    fn more_numbers(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let next = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            let Some(next) = next.map(|n| self.blanks(n)) else { return end };
            let number = self.word_end(next);
            let figures = &self.folded[next..number];
            let roman = self.proper(next) && figures.bytes().all(|b| b"ivx".contains(&b));
            if figures.is_empty() || !(roman || figures.bytes().all(|b| b.is_ascii_digit())) {
                return end;
            }
            end = number;
        }
    }

    /// `các thôn Tân Lập, Tân Hòa`: where the names after the kind of place end.
    pub(crate) fn places(&self, kind: usize) -> usize {
        self.more_places(kind, self.place(kind))
    }

    /// `các huyện Sơn Dương, Yên Sơn, Hàm Yên`: the places that share a kind; their end.
    fn more_places(&self, kind: usize, from: usize) -> usize {
        let mut end = from;
        // `các huyện: Sơn Dương, …`
        let colon = self.rest(kind).strip_prefix(':').map(|_| self.place(kind + 1)).filter(|&e| {
            // `các huyện: Hoàn thành rà soát` goes on with a duty
            let after = self.rest(self.blanks(e));
            let ends = after.is_empty() || after.starts_with([',', ';', '.', '(', '\n']) || after.starts_with("và ");
            e > self.blanks(kind + 1) && ends
        });
        if let Some(first) = colon {
            end = first;
        }
        while end > kind {
            let mark = self.blanks(end);
            let next = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            let Some(next) = next.map(|n| self.blanks(n)) else { break };
            // `Đào Xá`: a verb elsewhere, a name here
            let free = self.lexeme(next).is_none_or(|l| {
                let single = l.is(Kinds::VERB) && !self.folded[l.range.clone()].contains(' ');
                single && self.proper(self.blanks(l.range.end))
            });
            // `Đồng Nai, Bà Rịa - Vũng Tàu`
            let honorific = self.kind(next, Kinds::HONORIFIC).is_some();
            let named = self.proper(next) && (!self.begins(next) && free || honorific && self.place_word(next));
            let place = if named { self.place(self.folded[..next].trim_end().len()) } else { next };
            if place <= next {
                break;
            }
            end = place;
        }
        end
    }

    /// Words that may follow a kind of body or a name: `có liên quan`, `thuộc Sở`, `trên địa bàn tỉnh`; their end.
    pub(crate) fn qualifier(&self, at: usize, extent: Extent) -> Option<usize> {
        if let Some(whole) = self.within(at) {
            return Some(whole);
        }
        if let Some(next) = self.any(at, words!["thuộc phạm vi quản lý", "thuộc quyền quản lý"]) {
            return Some(self.word(next, "của").and_then(|of| self.owner(of, extent)).unwrap_or(next));
        }
        let on_the_ground = words![
            "trên địa bàn",
            "đóng trên địa bàn",
            "đóng chân trên địa bàn",
            "đứng chân trên địa bàn",
            "đóng quân trên địa bàn",
            "hoạt động trên địa bàn",
            "tại địa bàn",
        ];
        if let Some(next) = self.any(at, on_the_ground) {
            let place = self.blanks(next);
            if self.kind(place, Kinds::TERRITORY).is_some() {
                return Some(self.territories(place, extent));
            }
            // `các cơ quan đóng trên địa bàn quản lý chặt chẽ hoạt động …` is a duty
            let managed = self.word(place, "quản lý").filter(|&end| {
                let after = self.blanks(end);
                !self.rest(after).starts_with(is_alphanumeric) || self.stops(after)
            });
            return Some(self.word(place, "toàn tỉnh").or(managed).unwrap_or(next));
        }
        // `Sở Y tế các tỉnh vùng Tây Bắc, Tây Nguyên`
        if let Some(region) = self.word(at, "vùng").map(|end| self.places(end)).filter(|&end| end > at + "vùng ".len())
        {
            return Some(region);
        }
        // `các bộ, ngành là thành viên Ban Chỉ đạo`
        if let Some(body) = self.word(at, "là thành viên").map(|n| self.word(n, "của").unwrap_or(n))
            && let Some(end) = self.owner(body, extent)
        {
            return Some(end);
        }
        let belongs = words!["thuộc, trực thuộc", "trực thuộc", "thuộc", "ngoài", "của", "trong", "thành viên"];
        if let Some(end) = self.each(at, belongs).find_map(|next| self.owner(next, extent)) {
            return Some(end);
        }
        // `tại các thôn`, `ở cơ sở`
        for opening in ["tại", "ở"] {
            if let Some(next) = self.word(at, opening).map(|n| self.blanks(n)) {
                let place = self.blanks(self.word(next, "các").unwrap_or(next));
                let several = place > next;
                let known = ["khu dân cư", "cơ sở", "địa phương", "thôn", "ấp", "khu phố", "tổ dân phố", "bản", "xóm"];
                if let Some(end) = known.iter().find_map(|k| self.word(place, k)) {
                    return Some(end);
                }
                // `Cảng vụ Hàng không miền Nam tại Cần Thơ`
                let named = self.place(place.saturating_sub(1));
                let after = self.rest(self.blanks(named));
                let closed =
                    after.is_empty() || after.starts_with([',', ';', '.', '(']) || self.stops(self.blanks(named));
                if !several && named > place && self.kind(place, Kinds::BODY | Kinds::HEAD).is_none() && closed {
                    return Some(named);
                }
                if several && self.kind(place, Kinds::TERRITORY).is_some() {
                    return Some(self.territories(place, extent));
                }
            }
        }
        let told = self.able(at).or_else(|| self.having(at, extent)).or_else(|| self.where_they_are(at));
        let told = told.or_else(|| self.licensed(at)).or_else(|| self.selected(at)).or_else(|| self.employing(at));
        let told = told.or_else(|| self.in_branch(at)).or_else(|| self.listed(at)).or_else(|| self.not_yet(at));
        let told = told.or_else(|| self.subject_to(at));
        if let Some(end) = told {
            return Some(end);
        }
        if let Some(lexeme) = self.kind(at, Kinds::QUALIFIER) {
            let order = lexeme.is(Kinds::STOP);
            let level = self.folded[lexeme.range.clone()].starts_with("cấp ");
            let end = if level { self.levels(lexeme.range.end) } else { self.concerned(lexeme.range.clone(), extent) };
            return (!order).then_some(end);
        }
        let yet = self.any(at, &["không", "chưa"]).unwrap_or(at);
        for opening in ["được phân công", "được giao"] {
            if let Some(next) = self.word(yet, opening) {
                // `được phân công tại Kế hoạch và Phụ lục`
                if let Some(source) = self.any(next, &["tại", "theo", "trong"]) {
                    return Some(self.relative(source)).filter(|&end| end > source);
                }
                let task = ["nhiệm vụ", "chủ trì", "thực hiện", "phối hợp", "phụ trách"];
                return match task.iter().find_map(|t| self.word(next, t)) {
                    // `được phân công phụ trách thôn theo dõi …`
                    Some(task) => {
                        let task = self.any(task, words!["cụ thể", "nhiệm vụ", "các nhiệm vụ"]).unwrap_or(task);
                        let end = Some(self.relative(task)).filter(|&end| end > task).or_else(|| self.in_paper(task));
                        end.or_else(|| Some(self.charge(next, extent).max(task)))
                    }
                    // `các cơ quan được phân công gửi báo cáo`
                    None => self.stops(self.blanks(next)).then_some(next),
                };
            }
        }
        None
    }

    /// The rest of `được phân công chủ trì thực hiện nhiệm vụ tại Kế hoạch này`: to the verb that makes the sentence.
    pub(crate) fn relative(&self, from: usize) -> usize {
        let rest = self.rest(from);
        let mut reach = rest.len().min(200);
        while !rest.is_char_boundary(reach) {
            reach -= 1;
        }
        let window = &rest[..reach];
        let stop = window.find([',', ';', '.', '(', ':', '\n']).unwrap_or(window.len());
        let window = &window[..stop];
        let first = |verbs: &[&str]| verbs.iter().filter_map(|verb| window.find(verb)).min();
        first(&[" có trách nhiệm", " chịu trách nhiệm", " chủ động", " nghiêm túc", " khẩn trương"])
            .or_else(|| {
                first(&[
                    " xây dựng kế hoạch",
                    " lập kế hoạch",
                    " báo cáo",
                    " gửi",
                    " định kỳ",
                    " bố trí",
                    " tổ chức thực hiện",
                    " tập trung",
                ])
            })
            .map_or(from, |verb| from + verb)
    }

    /// Who a body belongs to: `UBND tỉnh`, `Sở`, `các Bộ`, `tỉnh`, `mình`.
    fn owner(&self, at: usize, extent: Extent) -> Option<usize> {
        let at = self.blanks(at);
        if let Some(party) = self.word(at, "đảng").filter(|_| self.proper(at)) {
            return Some(party);
        }
        // `các sở, ngành của Hà Nội và Hưng Yên`
        if let Some(province) = self.province(at) {
            return Some(self.central(province));
        }
        let lexeme = self.lexeme(at)?;
        if lexeme.is(Kinds::TERRITORY) {
            let end = self.territories(at, extent);
            return Some(if self.country(lexeme) { self.central(end) } else { end });
        }
        if lexeme.is(Kinds::PLURAL) {
            return self.inside(|| self.group(at, extent)).map(|g| g.end);
        }
        if self.name_begins(at) && !lexeme.is(Kinds::DECOY) {
            return self.inside(|| self.name(at, extent));
        }
        // `phối hợp với ngành y tế trong truyền thông`: what is done there
        // `các chi bộ trực thuộc tổ chức sinh hoạt chuyên đề`: what they do
        let holds = &self.folded[lexeme.range.clone()] == "tổ chức"
            && self.rest(self.blanks(lexeme.range.end)).starts_with(is_alphanumeric)
            && !self.reads_as_noun(lexeme.range.end);
        let done = lexeme.is(Kinds::VERB) && (!lexeme.is(Kinds::NOUN) || holds) && !self.capital(at);
        (lexeme.is(Kinds::NOUN | Kinds::QUALIFIER | Kinds::OPEN) && !done).then_some(lexeme.range.end)
    }
}
