//! Posts and the bodies they head: `Giám đốc Sở Y tế`, `các Vụ trưởng, Cục trưởng`.

use std::ops::Range;

use super::reader::{Extent, Reader};
use crate::{
    lexicon::agency_words::{Kinds, MEANINGS},
    text::{letters::is_alphanumeric, words::words},
};

impl Reader<'_> {
    /// A post and the body it heads: `Giám đốc Sở Y tế`, `Thủ trưởng các sở`; its end.
    pub(crate) fn post(&self, at: usize, extent: Extent) -> Option<usize> {
        let post = self.kind(at, Kinds::POST)?;
        let mut end = post.range.end;
        if let Some(body) = self.body_in_post(&post.range) {
            return Some(self.second_post(self.words(body, extent), extent));
        }
        if let Some(end) = self.board_of_party(post.range.end, extent).or_else(|| self.delegation(post.range.end)) {
            return Some(self.second_post(end, extent));
        }
        let mut next = self.blanks(end);
        // `CT.UBND xã`
        if self.rest(end).starts_with('.') && self.proper(end + 1) && self.name_begins(end + 1) {
            next = end + 1;
        }
        // `Hiệu trưởng 5 trường mầm non`
        if let Some(end) = self.counted(next, extent) {
            return Some(end);
        }
        let body = self.lexeme(next);
        if let Some(body) = body {
            if body.is(Kinds::PLURAL)
                || body.is(Kinds::NOUN | Kinds::OPEN) && !self.name_begins(next) && !self.stops(next)
            {
                return Some(self.inside(|| self.group(next, extent)).map_or(end, |g| self.that_leads(g.end)));
            }
            if body.is(Kinds::POST) {
                return self.inside(|| self.post(next, extent));
            }
            if self.name_begins(next) {
                end = self.name(next, extent)?;
                return Some(self.second_post(end, extent));
            }
        }
        // `Cấp ủy, chính quyền các cấp`
        // `Trưởng Công an cấp huyện`
        let level_of = |words: &str| words.starts_with("cấp ") || ["các cấp", "cùng cấp", "hai cấp"].contains(&words);
        if let Some(level) = body.filter(|b| b.is(Kinds::QUALIFIER) && !b.is(Kinds::STOP))
            && level_of(&self.folded[level.range.clone()])
        {
            return Some(level.range.end);
        }
        // `Trưởng các thôn Tân Lập, Tân Hòa`
        if ["các thôn", "các bản", "các ấp", "các buôn"].iter().any(|kind| self.folded[..end].ends_with(kind))
        {
            return Some(self.more_hamlets(self.places(end)));
        }
        // `cấp ủy nơi quản lý đảng viên`
        if let Some(end) = self.where_they_are(next) {
            return Some(end);
        }
        // `lãnh đạo thực hiện` is a verb, and so is `Lãnh đạo, giám sát công tác bầu cử`
        let listed = self.rest(next).strip_prefix(',').is_some_and(|_| self.stops(self.blanks(next + 1)));
        let object = self.rest(next).starts_with(is_alphanumeric)
            && !(self.proper(next) || body.is_some_and(|b| b.is(Kinds::TERRITORY | Kinds::STOP | Kinds::QUALIFIER)));
        if post.is(Kinds::ORDER) && (!self.capital(at) || listed || object) {
            return None;
        }
        end = if self.proper(next) || body.is_some_and(|b| b.is(Kinds::TERRITORY)) {
            self.words(end, extent)
        } else if self.any(end, &["thuộc", "trực thuộc"]).is_some() {
            self.tail(end, extent)
        } else {
            end
        };
        Some(self.second_post(end, extent))
    }

    /// `Trưởng các thôn, khu phố`: further kinds of hamlets that one `các` opens; their end.
    fn more_hamlets(&self, from: usize) -> usize {
        const KINDS: [&str; 12] =
            ["thôn", "bản", "ấp", "buôn", "xóm", "khóm", "làng", "khu phố", "tổ dân phố", "xã", "phường", "thị trấn"];
        let mut end = from;
        loop {
            let mark = self.blanks(end);
            let next = self.rest(mark).strip_prefix([',', '/']).map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            match next.filter(|&n| !self.proper(self.blanks(n))).and_then(|n| self.any(n, &KINDS)) {
                Some(kind) => end = self.places(kind),
                None => return end,
            }
        }
    }

    /// `Trưởng ban nhân dân ấp`: the post's last word begins the name of the body; where the name's known words end.
    fn body_in_post(&self, post: &Range<usize>) -> Option<usize> {
        const BODY: &str = "ban";
        let body = post.end - self.folded[post.clone()].strip_suffix(" ban").map(|_| BODY.len())?;
        let next = self.blanks(post.end);
        // `Trưởng ban chỉ đạo chung`
        if self.capital(next)
            || self.kind(next, Kinds::ORDER).is_some()
            || self.lexeme(next).is_some_and(|l| l.is(Kinds::TERRITORY))
        {
            return None;
        }
        let (end, meaning) = MEANINGS.at_start(self.folded.get(body..self.horizon(body))?)?;
        (end > BODY.len() && meaning.kinds.any(Kinds::HEAD)).then(|| body + end)
    }

    /// `các Vụ trưởng, Cục trưởng`: bare posts after one `các`; their end.
    pub(crate) fn posts(&self, at: usize, extent: Extent) -> Option<usize> {
        let mut end = self.post(at, extent)?;
        let bare = |at: usize| self.kind(at, Kinds::POST).map(|p| p.range.end);
        if bare(at) != Some(end) {
            return Some(self.members(at, end, extent));
        }
        loop {
            let mark = self.blanks(end);
            let next = self.rest(mark).strip_prefix(',').map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            let Some(next) = next.map(|n| self.blanks(n)).filter(|&n| bare(n).is_some()) else { break };
            // the next post must have no body of its own; `…, Cục trưởng thuộc Bộ` closes them all
            let after = self.post(next, extent)?;
            // `Ủy viên Ban Thường vụ, Huyện ủy viên phụ trách xã`
            let closes = bare(next).is_some_and(|end| self.any(end, &["thuộc", "trực thuộc", "phụ trách"]).is_some());
            if bare(next) != Some(after) && !closes {
                break;
            }
            end = after;
            if closes {
                break;
            }
        }
        // `các Phó Trưởng ban và thành viên`
        let members = self.word(end, "và").and_then(|and| self.any(and, &["thành viên", "các thành viên"]));
        let end = members.unwrap_or(end);
        Some(self.members(at, end, extent))
    }

    /// `Phó Bí thư Đảng ủy, Chủ tịch UBND xã` after one `đồng chí`: the Party's post and the State's are one person's; their
    /// end.
    pub(crate) fn both_posts(&self, at: usize, end: usize, extent: Extent) -> usize {
        let of_party = self.any(at, &["bí thư", "phó bí thư", "ủy viên ban thường vụ", "uvbtv"]).is_some();
        let next = self.rest(end).strip_prefix(',').map(|_| self.blanks(end + 1));
        let next =
            next.filter(|&n| of_party && self.kind(n, Kinds::POST).is_some() && self.any(n, &["bí thư"]).is_none());
        let both = next.and_then(|n| self.post(n, extent).map(|after| (n, after)));
        match both {
            Some((n, after)) if !self.folded[n..after].contains("các ") => after,
            _ => end,
        }
    }

    /// `các Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành` are the members of one committee; their end.
    fn members(&self, at: usize, from: usize, extent: Extent) -> usize {
        const MEMBER: &str = "ủy viên";
        let mut end = from;
        while let Some(next) = self.rest(end).strip_prefix(',').map(|_| self.blanks(end + 1)) {
            let both = self.word(at, MEMBER).is_some() && self.word(next, MEMBER).is_some();
            match self.post(next, extent).filter(|_| both) {
                Some(after) => end = after,
                None => break,
            }
        }
        end
    }

    /// `Phó Chủ tịch UBND xã phụ trách lĩnh vực văn hóa - xã hội` before the verb of the duty: what is in their charge.
    pub(crate) fn charge(&self, from: usize, extent: Extent) -> usize {
        const LONGEST: usize = 80;
        let charges = [
            "phụ trách lĩnh vực",
            "phụ trách khối",
            "phụ trách mảng",
            "phụ trách địa bàn",
            "phụ trách thôn",
            "phụ trách ấp",
            "phụ trách xã",
            "phụ trách cơ sở vật chất",
            "phụ trách cơ sở",
            "phụ trách khu phố",
            "phụ trách khu dân cư",
            "phụ trách tổ dân phố",
            "phụ trách chi bộ",
            "phụ trách phường",
            "phụ trách huyện",
            "phụ trách cụm",
        ];
        // `được phân công phụ trách xã`
        let first = self.word(from, "được phân công").unwrap_or(from);
        // the tail of the name may hold the first words already
        let read = charges.iter().any(|c| self.folded[..from].ends_with(c)).then_some(from);
        // `Phó Giám đốc phụ trách chuyên môn`: a post by itself, and more
        let acting = self.folded[..from].strip_suffix("phụ trách").and_then(|before| self.in_charge(before.len()));
        let told = read.or_else(|| charges.iter().find_map(|c| self.word(first, c)));
        let Some(charge) = told.or(acting).or_else(|| self.in_charge(first)) else { return from };
        // `Phó Giám đốc` before `phụ trách xe đưa đón đại biểu`
        let from = if acting.is_some() { self.folded[..from - "phụ trách".len()].trim_end().len() } else { from };
        // `phụ trách khu phố dự sinh hoạt`: a place needs no more words but its name
        let next = self.blanks(charge);
        let named = self.proper(next) || self.rest(next).starts_with(|c: char| c.is_ascii_digit());
        let open = ["lĩnh vực", "khối", "mảng", "phụ trách"].iter().any(|m| self.folded[..charge].ends_with(m));
        let more = if named || open { charge } else { self.more_hamlets(charge) };
        if !named && !open && (next > charge || more > charge) {
            return more;
        }
        let mut at = charge;
        while at < charge + LONGEST {
            let next = self.dash(at).unwrap_or_else(|| self.blanks(at));
            // `phụ trách đào tạo chủ trì`
            let matter = at == charge && open && self.kind(next, Kinds::NAME | Kinds::FIELD).is_some();
            if self.stops(next) && !matter {
                return if told.is_some() || self.borne(charge, at) { at } else { from };
            }
            // a heading is nothing but the name
            if extent == Extent::Whole && (self.rest(next).is_empty() || self.rest(next).starts_with([':', '.'])) {
                return at;
            }
            let end = self.word_end(next);
            if end == next {
                break;
            }
            at = end;
        }
        from
    }

    /// `phụ trách chuyên môn`, `phụ trách văn xã`: any matter, where no verb of duty follows; the end of `phụ trách`.
    fn in_charge(&self, from: usize) -> Option<usize> {
        let end = self.word(from, "phụ trách")?;
        let next = self.blanks(end);
        let other = ["chung", "toàn diện", "trực tiếp", "việc", "công tác", "theo"];
        let verb = self.stops(next) && self.kind(next, Kinds::NAME | Kinds::FIELD).is_none();
        (!verb && self.any(next, &other).is_none() && self.rest(next).starts_with(is_alphanumeric)).then_some(end)
    }

    /// Does a duty of its own follow what is in one's charge from `charge` to `end`: `phụ trách văn xã chủ trì`? Words that
    /// name no matter may be the duty: `phụ trách xe đưa đón đại biểu`, `phụ trách nhận hồ sơ và trả kết quả`.
    fn borne(&self, charge: usize, end: usize) -> bool {
        let matters = words![
            "chuyên môn",
            "nghiệp vụ",
            "văn xã",
            "văn hóa",
            "kinh tế",
            "nội chính",
            "nội dung",
            "khoa giáo",
            "dân vận",
            "tài chính",
            "hành chính",
            "hậu cần",
            "quân sự",
            "nông nghiệp",
            "đào tạo",
        ];
        if self.folded[..end].ends_with(" và") {
            return false;
        }
        let next = self.dash(end).unwrap_or_else(|| self.blanks(end));
        let role = self.kind(next, Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER).is_some();
        let matter = self.kind(self.blanks(charge), Kinds::NAME | Kinds::FIELD).is_some_and(|m| m.range.end == end);
        let named = || matter || self.each(charge, matters).any(|m| m == end);
        role || self.bound(next) || self.kind(next, Kinds::VERB | Kinds::ADVERB).is_some() && named()
    }

    /// `Trưởng Ban Tổ chức Tỉnh ủy`, `Trưởng Ban Kiểm tra`: a board of the Party whose name is a verb elsewhere; its end.
    fn board_of_party(&self, post: usize, extent: Extent) -> Option<usize> {
        const COMMITTEES: [&str; 8] =
            ["tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "trung ương", "đảng bộ"];
        let field = self.any(post, words!["tổ chức", "kiểm tra"]).filter(|_| self.folded[..post].ends_with(" ban"))?;
        let next = self.blanks(field);
        if !self.proper(self.blanks(post)) {
            return None;
        }
        if self.proper(next) && self.any(next, &COMMITTEES).is_some() {
            return self.inside(|| self.name(next, extent));
        }
        // `Trưởng Ban Tổ chức Hội thi` is another's
        let over = self.rest(next).is_empty() || self.rest(next).starts_with([',', ';', '.', ':', ')']);
        (over || self.kind(next, Kinds::LEAD | Kinds::COORDINATE).is_some() || self.bound(next)).then_some(field)
    }

    /// `Trưởng Đoàn kiểm tra có trách nhiệm`: what the delegation is for, before the cue of a role; its end.
    fn delegation(&self, post: usize) -> Option<usize> {
        let deeds = words![
            "kiểm tra",
            "kiểm tra liên ngành",
            "kiểm tra, giám sát",
            "giám sát",
            "thanh tra",
            "khảo sát",
            "thẩm định",
            "công tác",
        ];
        let end = self.longest(post, deeds).filter(|_| self.folded[..post].ends_with(" đoàn"))?;
        let next = self.blanks(end);
        let cue = self.kind(next, Kinds::LEAD | Kinds::COORDINATE).is_some_and(|_| !self.capital(next));
        (cue || self.bound(next) || self.rest(next).is_empty()).then_some(end)
    }

    /// `chịu trách nhiệm`, `có trách nhiệm`
    fn bound(&self, at: usize) -> bool {
        self.any(at, words!["chịu trách nhiệm", "có trách nhiệm", "có nhiệm vụ"]).is_some()
    }

    /// `Thủ trưởng cơ quan chủ trì nhiệm vụ chịu trách nhiệm`: which body it is, where another verb bears the duty; its end.
    fn that_leads(&self, end: usize) -> usize {
        let things = words!["nhiệm vụ", "đề án", "dự án", "chương trình", "nội dung", "công việc", "thực hiện"];
        let leads = self.any(end, words!["chủ trì", "được giao chủ trì"]);
        let which = leads.map(|lead| self.any(lead, things).unwrap_or(lead));
        which.filter(|&which| self.any(which, words!["chịu trách nhiệm", "có trách nhiệm"]).is_some()).unwrap_or(end)
    }

    /// `Phó Chủ tịch UBND xã - Trưởng ban`: two posts of one person; `Giám đốc hoặc Phó Giám đốc Sở`: one of two.
    fn second_post(&self, end: usize, extent: Extent) -> usize {
        let end = self.charge(end, extent);
        let other = self.word(end, "hoặc").map(|or| self.blanks(or));
        if let Some(end) = other.and_then(|next| self.inside(|| self.post(next, extent))) {
            return end;
        }
        self.dash(end)
            .filter(|&next| self.kind(next, Kinds::POST).is_some() && self.also_seated(end, false).is_none())
            .and_then(|next| self.inside(|| self.post(next, extent)))
            .unwrap_or(end)
    }
}
