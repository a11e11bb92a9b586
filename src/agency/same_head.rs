//! Names that stand alone behind the body of a first one: `UBND xã Tân An, Tân Lập`, `Hạt Kiểm lâm Chư Prông, Đức Cơ`.

use super::{
    canonical::canonical,
    list::{Agency, MOST},
    reader::{Extent, Reader},
};
use crate::{
    lexicon::{agency_words::Kinds, provinces},
    text::words::{List, Words, words},
};

/// Kinds of places by whose names bodies are told apart.
const UNITS: &Words = &Words::of(&[
    "tỉnh",
    "thành phố",
    "tp",
    "tp.",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
    "ấp",
    "buôn",
    "làng",
    "khóm",
    "xóm",
    "khu phố",
]);

/// Bodies that bear the name of a place or a person without a kind before it.
const BEARERS: &Words = &Words::of(&[
    "hạt kiểm lâm",
    "hạt quản lý đường bộ",
    "trạm kiểm lâm",
    "trạm kiểm soát biên phòng",
    "trạm y tế",
    "trung tâm y tế",
    "đồn biên phòng",
    "điện lực",
    "bệnh viện đa khoa khu vực",
    "bệnh viện đa khoa",
    "bệnh viện",
    "trường mầm non",
    "trường tiểu học",
    "trường trung học cơ sở",
    "trường trung học phổ thông",
    "trường thcs",
    "trường thpt",
    "đoàn trường thcs",
    "đoàn trường thpt",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "tỉnh đoàn",
    "huyện đoàn",
    "vườn quốc gia",
    "ban quản lý vườn quốc gia",
    "ban quản lý rừng phòng hộ",
    "ban quản lý rừng đặc dụng",
    "trưởng thôn",
    "trưởng ấp",
    "trưởng bản",
    "trưởng buôn",
    "trưởng làng",
    "trưởng khu phố",
    "thôn",
    "bản",
    "ấp",
    "buôn",
    "khu phố",
]);

/// Hamlets, of which each may be of another kind: `Thôn Đông, Bản Mới`.
const HAMLETS: &Words = &Words::of(&["thôn", "bản", "ấp", "buôn", "làng", "khóm", "xóm", "khu phố"]);

/// Firms by whose name alone they are called, people abroad: no places.
const NO_PLACES: &Words = &Words::of(&["viettel", "vinafor", "vinalines", "bidv", "vinacafe", "fpt", "việt kiều"]);

/// Family names that open hardly any place's name.
const FAMILIES: [&str; 18] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "trịnh",
];

/// Offices that those employed by a commune hold.
const OFFICES: &Words = &Words::of(&[
    "văn hóa - xã hội",
    "văn hóa - thông tin",
    "văn hóa xã hội",
    "văn hóa",
    "vh-xh",
    "vhxh",
    "văn phòng - thống kê",
    "văn phòng",
    "vp-tk",
    "vptk",
    "tài chính - kế toán",
    "tài chính - kế hoạch",
    "tài chính",
    "kế toán",
    "tc-kt",
    "tckt",
    "tư pháp - hộ tịch",
    "tư pháp",
    "tp-ht",
    "địa chính - xây dựng",
    "địa chính - nông nghiệp",
    "địa chính",
    "đc-xd",
    "lao động - thương binh và xã hội",
    "lđ-tb&xh",
    "lđtb&xh",
    "lđ-tbxh",
    "lđtbxh",
]);

/// Levels of schools.
const LEVELS: &Words = &Words::of(&[
    "mầm non",
    "mẫu giáo",
    "tiểu học và thcs",
    "tiểu học",
    "thcs",
    "thpt",
    "trung học cơ sở",
    "trung học phổ thông",
]);

/// How many levels of schools one name has at most.
const LEVELS_AT_MOST: usize = 6;

/// Words that open bodies or honour persons elsewhere and begin the names of places.
const OPENS: &Words = &Words::of(&["hội", "đoàn", "bà", "cô", "chợ"]);

/// How many words the name of a place has at most, and a word of it letters.
const LONGEST_PLACE: (usize, usize) = (4, 7);

impl Reader<'_> {
    /// Gives the head of the body before to each name from `at` on; where the last of them ends.
    pub(crate) fn same_head(&self, at: usize, extent: Extent, agencies: &mut Vec<Agency>) -> Option<usize> {
        let first = agencies.last()?.range.clone();
        let (body, mut head) = self.shared_head(&first)?;
        // `Thôn Đông, Tây`
        let short =
            self.folded[..first.end].rsplit(' ').nth(1).is_some_and(|w| head.trim_end().to_lowercase().ends_with(w));
        let of_hamlets = self.any(first.start, HAMLETS).is_some();
        let joined = self.folded[..at].trim_end().ends_with(" và");
        let of_province = ["tỉnh", "thành phố", "tp", "tp.", "ủy"].iter().any(|unit| head.trim_end().ends_with(unit));
        let mut found = Vec::new();
        let mut next = self.blanks(at);
        loop {
            // `UBND phường Tân An, Tân Lập và xã Tân Hòa`
            let unit = self
                .kind(next, Kinds::TERRITORY)
                .filter(|_| body.is_some_and(|b| !b.ends_with("rường ")) && !found.is_empty());
            let unit =
                unit.filter(|u| UNITS.fronts(&self.folded[u.range.clone()]).any(|(_, w)| w.len() == u.range.len()));
            // `Trường Tiểu học Hoa Lư, THCS Kim Đồng`
            let school = body.is_some_and(|b| b.ends_with("rường "));
            let level = self.longest(next, LEVELS).filter(|_| school && self.capital(next));
            let hamlet = self.any(next, HAMLETS).filter(|&kind| of_hamlets && self.proper(self.blanks(kind)));
            let unit = unit.map(|unit| unit.range.end).or(level).or(hamlet);
            let name = unit.map_or(next, |unit| self.blanks(unit));
            let Some(end) = self.place_alone(name) else { break };
            if let (Some(unit), Some(body)) = (unit, body) {
                head = format!("{body}{} ", &self.plain[next..unit]);
            } else if let Some(unit) = hamlet {
                head = format!("{} ", &self.plain[next..unit]);
            }
            // `Công an xã Tân An, Tết tuần tra`
            let syllable = !self.plain[name..end].contains(' ');
            if syllable && !short && hamlet.is_none() && provinces::lookup(&self.plain[name..end]).is_none() {
                break;
            }
            found.push(Agency { name: canonical(&format!("{head}{}", &self.plain[name..end])), range: next..end });
            match self.separator(end).filter(|_| found.len() < MOST) {
                Some(after) => next = after,
                None => break,
            }
        }
        // `UBND xã Tân An, Gia Lai`: where the one place lies
        let address = |a: &Agency| provinces::lookup(&self.plain[a.range.clone()]).is_some();
        if !of_province && found.len() == 1 && address(&found[0]) {
            return None;
        }
        // `Chủ tịch UBND xã Tân An, Lê Hùng`: a person, where schools are called after one
        let family = |a: &Agency| FAMILIES.iter().any(|f| self.word(a.range.start, f).is_some());
        let school = body.is_some_and(|b| b.ends_with("rường "));
        if !of_province && !joined && !school && found.len() == 1 && family(&found[0]) {
            return None;
        }
        let last = found.last_mut()?;
        last.range.end = self.tail(last.range.end, extent);
        let end = last.range.end;
        agencies.append(&mut found);
        Some(end)
    }

    /// `Hội An Đông` after `UBND phường Hội An,`: no body though bodies begin so.
    pub(super) fn opens_place(&self, at: usize) -> bool {
        self.any(at, OPENS).is_some() && self.place_word(at)
    }

    /// `THCS Kim Đồng` after `Trường Tiểu học Hoa Lư,`: a level of schools.
    pub(super) fn school_level(&self, at: usize) -> bool {
        self.any(at, LEVELS).is_some_and(|_| self.capital(at))
    }

    /// `Đồn Biên phòng Ia Lốp và Ia Chía`: does the name of a second such body stand behind the joint at `at`?
    pub(super) fn second_place(&self, head: usize, at: usize) -> bool {
        let next = self.word(at, "và").map(|and| self.blanks(and));
        let bears = self.lexeme_before(head).is_some_and(|l| {
            let words = &self.folded[l.range.clone()];
            BEARERS.fronts(words).any(|(_, w)| w.len() == words.len()) && !words.contains("bệnh viện")
        });
        let named = bears && self.place(head) == self.folded[..at].trim_end().len();
        named && next.is_some_and(|next| self.place_alone(next).is_some())
    }

    /// The words of the body in `range` up to its kind of place, where it has one, and up to the name itself.
    fn shared_head(&self, range: &std::ops::Range<usize>) -> Option<(Option<&str>, String)> {
        let words = &self.folded[range.clone()];
        let several = self.kind(range.start, Kinds::PLURAL).is_some() || words.contains("các ") || words.contains(':');
        if several || self.shouting {
            return None;
        }
        if let Some(bearer) = self.longest(range.start, BEARERS).filter(|&end| end < range.end) {
            let named = self.place(bearer) == range.end && self.proper(self.blanks(bearer));
            let words = &self.folded[range.start..bearer];
            let level = LEVELS.backs(words).map(|(_, level)| level.len()).max();
            let body = level.and_then(|level| self.plain.get(range.start..bearer - level));
            return named.then(|| (body, format!("{} ", &self.plain[range.start..bearer])));
        }
        let inside = self.lexemes_from(range.start).iter().take_while(|l| l.range.end <= range.end);
        let units = || {
            let unit = inside.clone().filter(|l| l.is(Kinds::TERRITORY) && self.proper(self.blanks(l.range.end)));
            unit.filter(|l| UNITS.fronts(&self.folded[l.range.clone()]).any(|(_, w)| w.len() == l.range.len()))
        };
        let (first, last) = (units().next()?, units().last()?);
        if self.place(last.range.end) != range.end || first.range.start == range.start {
            return None;
        }
        let body = &self.plain[range.start..first.range.start];
        Some((Some(body), format!("{body}{} ", &self.plain[last.range.clone()])))
    }

    /// A place's name that opens no body and behind which a list or a clause goes on; its end.
    fn place_alone(&self, at: usize) -> Option<usize> {
        // `Đào Xá`: a verb elsewhere, a name here
        let free = self.lexeme(at).is_none_or(|l| {
            let single = l.is(Kinds::VERB) && !self.folded[l.range.clone()].contains(' ');
            single && self.proper(self.blanks(l.range.end))
        });
        // `Hội An`, `Bà Nà`
        if !(self.opens_place(at) || free && !self.begins(at)) || !self.proper(at) || self.any(at, NO_PLACES).is_some()
        {
            return None;
        }
        let end = self.place(self.folded[..at].trim_end().len());
        let name = self.plain.get(at..end)?;
        let (most, longest) = LONGEST_PLACE;
        let syllable = |word: &str| {
            let short = word.chars().count() <= longest;
            short && (word.chars().any(char::is_lowercase) || word.chars().count() == 1)
        };
        // `Bà Rịa - Vũng Tàu`
        let words = name.split([' ', '-', '–']).filter(|w| !w.is_empty());
        if name.is_empty() || words.clone().count() > most || !words.clone().all(syllable) {
            return None;
        }
        // `Chủ tịch UBND xã Tân An, Nguyễn Văn B`
        if words.clone().count() > 2 && words.clone().nth(1).is_some_and(|w| matches!(w, "Văn" | "Thị")) {
            return None;
        }
        self.over(end).then_some(end)
    }

    /// Is a name over at `end`: before a mark, a joint, a duty?
    fn over(&self, end: usize) -> bool {
        let next = self.blanks(end);
        let rest = self.rest(next);
        let goes_on = Kinds::STOP | Kinds::QUALIFIER | Kinds::TERRITORY;
        rest.is_empty()
            || rest.starts_with([',', ';', '.', ':', '(', ')', '\n', '\t'])
            || self.any(next, words!["và", "cùng", "có", "phải", "được"]).is_some()
            || self.kind(next, goes_on).is_some_and(|_| !self.capital(next))
    }

    /// `Công chức Văn hóa - Xã hội, Văn phòng - Thống kê`: further offices of a commune at `at`; where the last ends.
    pub(super) fn same_employment(&self, at: usize, agencies: &mut Vec<Agency>) -> Option<usize> {
        let employed = self.word(agencies.last()?.range.start, "công chức")?;
        let head = &self.plain[agencies.last()?.range.start..employed];
        let office = |at: usize| {
            let end = self.longest(at, OFFICES).filter(|_| self.capital(at))?;
            self.over(end).then_some(end)
        };
        let mut next = self.blanks(at);
        let mut last = None;
        while let Some(end) = office(next).filter(|_| agencies.len() < MOST) {
            agencies.push(Agency { name: canonical(&format!("{head} {}", &self.plain[next..end])), range: next..end });
            last = Some(end);
            match self.separator(end) {
                Some(after) => next = after,
                None => break,
            }
        }
        last
    }

    /// `Trường Mầm non, Tiểu học, THCS Hoa Lư`: schools of one name; where they end.
    pub(super) fn schools(&self, at: usize, agencies: &mut Vec<Agency>) -> Option<usize> {
        const HEAD: &str = "trường";
        let head = self.word(at, HEAD).filter(|_| self.capital(at))?;
        let mut levels = Vec::new();
        let (mut from, mut next) = (at, self.blanks(head));
        let mut end = next;
        while let Some(level) = self.longest(next, LEVELS).filter(|_| levels.len() < LEVELS_AT_MOST) {
            levels.push((from, next, level));
            end = level;
            let Some(after) = self.separator(level) else { break };
            (from, next) = (after, after);
        }
        let place = self.blanks(end);
        let named = if self.kind(place, Kinds::TERRITORY).is_some() {
            self.territories(place, Extent::Clause)
        } else {
            self.place(end)
        };
        if levels.len() < 2 || named <= place || !self.over(named) || self.begins(place) {
            return None;
        }
        let name = &self.plain[place..named];
        let each = levels.iter().map(|&(from, start, level)| Agency {
            name: canonical(&format!("Trường {} {name}", &self.plain[start..level])),
            range: from..level,
        });
        agencies.extend(each);
        agencies.last_mut()?.range.end = named;
        Some(named)
    }
}
