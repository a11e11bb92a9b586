//! Lists of agencies: where one ends and the next begins, heads that several share.

use std::ops::Range;

use super::{
    canonical::canonical,
    reader::{Extent, Lexeme, Reader},
    shared::without_number,
};
use crate::{lexicon::agency_words::Kinds, text::words::words};

/// One agency in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// The canonical name.
    pub name: String,
    /// The words, in bytes of the passage.
    pub range: Range<usize>,
}

/// A list of agencies in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// The agencies as they are printed.
    pub agencies: Vec<Agency>,
    /// From the first agency to the last, with a remark in parentheses after it.
    pub range: Range<usize>,
}

impl Listed {
    /// The canonical names.
    pub fn names(&self) -> Vec<String> {
        self.agencies.iter().map(|a| a.name.clone()).collect()
    }
}

/// Places whose names begin as a person is addressed.
const PLACES: [&str; 3] = ["cô tô", "bà rịa", "bà nà"];

/// More agencies than any list of a plan has.
pub(super) const MOST: usize = 80;

impl Reader<'_> {
    /// Reads the longest list of agencies that begins at byte `at` (blanks before it are stepped over).
    ///
    /// ```
    /// use kehoach::{agency::{Extent, Reader}, text::fold};
    /// let plain = "Sở Nội vụ, UBND các huyện, thành phố và các đơn vị liên quan triển khai";
    /// let folded = fold(plain);
    /// let list = Reader::new(plain, &folded).list_at(0, Extent::Clause).unwrap();
    /// assert_eq!(
    ///     list.names(),
    ///     ["Sở Nội vụ", "Ủy ban nhân dân các huyện, thành phố", "Các đơn vị liên quan"]
    /// );
    /// assert_eq!(&plain[list.range.end..], " triển khai");
    /// ```
    pub fn list_at(&self, at: usize, extent: Extent) -> Option<Listed> {
        let start = self.blanks(at);
        let horizon = self.horizon(start);
        let mut agencies = Vec::new();
        let mut end = self.item(start, extent, &mut agencies)?;
        let mut closed = end;
        while agencies.len() < MOST && end < horizon {
            // a remark belongs to the agency before it
            let after = self
                .remark(end)
                .or_else(|| self.apposition(end, extent).filter(|_| self.has_office(&agencies)))
                .unwrap_or(end);
            if after > end {
                closed = after;
            }
            if let Some(next) = self.separator(after)
                && !self.each_of_them(after, next)
                && let Some(next_end) = self.next_item(next, extent, &mut agencies)
            {
                (end, closed) = (next_end, next_end);
                continue;
            }
            if extent != Extent::Whole {
                break;
            }
            // `các địa phương Hà Nam, Phú Thọ`: a piece that is no agency goes on with the one before it
            if let Some(piece) = self.piece(after, &agencies)
                && let Some(last) = agencies.last_mut()
            {
                last.range.end = piece;
                last.name.clear();
                (end, closed) = (piece, piece);
                continue;
            }
            let next = self.blanks(after);
            if next > after
                && self.capital(next)
                && self.begins(next)
                && let Some(next_end) = self.item(next, extent, &mut agencies)
            {
                (end, closed) = (next_end, next_end);
                continue;
            }
            // words that nothing explains belong to the agency before them
            let word = self.word_end(next);
            if word == next || self.stops_whole(next) || after > end {
                break;
            }
            if let Some(last) = agencies.last_mut() {
                last.range.end = word;
                last.name.clear();
            }
            (end, closed) = (word, word);
        }
        for stretched in agencies.iter_mut().filter(|a| a.name.is_empty()) {
            stretched.name = canonical(&self.plain[stretched.range.clone()]);
        }
        if extent == Extent::Whole {
            self.join_bare(&mut agencies);
        }
        self.share_head(&mut agencies);
        self.share_council(&mut agencies);
        let agencies = agencies.into_iter().flat_map(|a| self.of_each_place(a)).collect();
        Some(Listed { agencies, range: start..closed })
    }

    /// The end of a word after a comma or `và` that names a place or a thing of the collective before it.
    fn piece(&self, at: usize, agencies: &[Agency]) -> Option<usize> {
        let several = self.kind(agencies.last()?.range.start, Kinds::PLURAL).is_some();
        let mark = self.blanks(at);
        let next =
            self.separator(mark).filter(|_| self.rest(mark).starts_with(',') || self.word(mark, "và").is_some())?;
        let end = self.word_end(next);
        (several && end > next && self.lexeme(next).is_none()).then_some(end)
    }

    /// In a heading or a cell only cues of roles end a name.
    fn stops_whole(&self, at: usize) -> bool {
        // `Các doanh nghiệp tham gia thí điểm`: which of them
        let which = self.word(at, "tham gia").is_some_and(|end| self.word_end(self.blanks(end)) > self.blanks(end));
        self.kind(at, Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER).is_some() && !which
            || self.word(at, "nơi").is_some() && self.all_provinces(at)
            || self
                .any(at, words!["có trách nhiệm", "chịu trách nhiệm", "căn cứ", "theo chức năng", "đối với"])
                .is_some()
    }

    /// The byte after a separator of list items.
    pub(crate) fn separator(&self, at: usize) -> Option<usize> {
        let at = self.blanks(at);
        let mut next = at;
        let rest = self.rest(at);
        if let Some(mark) = rest.chars().next().filter(|c| matches!(c, ',' | ';' | '/' | '+' | '&' | '\n' | '\t')) {
            next = self.blanks(at + mark.len_utf8());
        } else if let Some(dash) = self.dash(at)
            && self.begins(dash)
        {
            return Some(dash);
        }
        let and = self.any(next, words!["và", "cùng với", "cùng", "cùng các"]);
        let and = and.map(|a| self.blanks(a));
        let dashed = self.dash(and.unwrap_or(next)).filter(|_| next > at);
        dashed.or(and).or((next > at).then_some(next))
    }

    /// `Sở A, Sở B, mỗi đơn vị …`: each of those before, nobody else.
    fn each_of_them(&self, mark: usize, at: usize) -> bool {
        let kinds = words!["đơn vị", "cơ quan", "tổ chức", "hội", "đoàn thể", "ngành", "phòng", "trường", "địa phương"];
        let each = self.any(at, words!["mỗi", "từng"]).and_then(|each| self.any(each, kinds));
        self.rest(self.blanks(mark)).starts_with(',') && each.is_some_and(|end| self.stops(self.blanks(end)))
    }

    /// A remark in parentheses after `at`: where it ends.
    pub(super) fn remark(&self, at: usize) -> Option<usize> {
        let open = self.blanks(at);
        let rest = self.rest(open);
        if !rest.starts_with('(') {
            return None;
        }
        let mut depth = 0;
        for (index, c) in rest.char_indices().take(400) {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(open + index + 1);
                    }
                }
                '\n' => return None,
                _ => {}
            }
        }
        None
    }

    /// Which bodies have an office: one, by its name.
    fn has_office(&self, agencies: &[Agency]) -> bool {
        agencies.last().is_some_and(|a| self.kind(a.range.start, Kinds::PLURAL | Kinds::POST).is_none())
    }

    /// An item after a separator: a new agency, or another field under the head before it.
    fn next_item(&self, at: usize, extent: Extent, agencies: &mut Vec<Agency>) -> Option<usize> {
        let place = || (self.opens_place(at) || self.school_level(at)).then_some(());
        if let Some(end) = self.same_employment(at, agencies) {
            return Some(end);
        }
        if let Some(end) = place().and_then(|()| self.same_head(at, extent, agencies)) {
            return Some(end);
        }
        if let Some(end) = self.item(at, extent, agencies) {
            return Some(end);
        }
        let last = agencies.last()?.clone();
        if let Some(end) = self.numbered(at, &last) {
            // `Các tổ dân phố 1, 2, 3` stay one
            if self.kind(last.range.start, Kinds::PLURAL).is_some() {
                let range = last.range.start..end;
                *agencies.last_mut()? = Agency { name: canonical(&self.plain[range.clone()]), range };
                return Some(end);
            }
            let number = self.plain[at..end].trim_start_matches("số").trim_start();
            let head = without_number(&last.name);
            agencies.push(Agency { name: format!("{head} {number}"), range: at..end });
            return Some(end);
        }
        if let Some(end) = self.same_head(at, extent, agencies) {
            return Some(end);
        }
        let last = last.range;
        // `Giám đốc Sở Nội vụ, Tài chính`
        let post = self.kind(last.start, Kinds::POST).map(|post| self.blanks(post.range.end));
        let start = post.unwrap_or(last.start);
        let head = self.kind(start, Kinds::NOUN | Kinds::HEAD)?;
        let field = self.kind(at, Kinds::FIELD)?;
        let fielded = self.field_head(start) && (self.capital(at) || self.capital(start) && !self.stops(at));
        if !fielded || field.is(Kinds::HEAD) {
            return None;
        }
        let end = self.tail(field.range.end, extent);
        let name = format!("{} {}", &self.plain[last.start..head.range.end], &self.plain[at..end]);
        // the last of them stands for its head too, so that a third field finds it
        agencies.push(Agency { name: canonical(&name), range: at..end });
        while let Some(next) = self.separator(agencies.last().map_or(end, |a| a.range.end)) {
            let Some(field) = self.kind(next, Kinds::FIELD).filter(|f| self.capital(next) && !f.is(Kinds::HEAD)) else {
                break;
            };
            if self.begins(next) {
                break;
            }
            let end = self.tail(field.range.end, extent);
            let name = format!("{} {}", &self.plain[last.start..head.range.end], &self.plain[next..end]);
            agencies.push(Agency { name: canonical(&name), range: next..end });
        }
        agencies.last().map(|a| a.range.end)
    }

    /// One agency, or several under a shared head; where they end.
    fn item(&self, at: usize, extent: Extent, agencies: &mut Vec<Agency>) -> Option<usize> {
        let mut at = self.blanks(at);
        let mut one_person = false;
        if let Some(honorific) = self.kind(at, Kinds::HONORIFIC).filter(|_| self.any(at, &PLACES).is_none()) {
            // `các đồng chí Ủy viên Ban Thường trực`
            let several = matches!(&self.folded[honorific.range.clone()], "các đồng chí" | "các đ/c");
            let rest = self.rest(honorific.range.end);
            let person = self.blanks(honorific.range.end + usize::from(rest.starts_with(':')));
            at = self.past_person(person);
            one_person = matches!(&self.folded[honorific.range.clone()], "đồng chí" | "đ/c" | "ông" | "bà");
            // `Đồng chí Nguyễn Văn A phụ trách hậu cần`: who bears no post is called by name
            if at == person
                && let Some(end) = self.person(person)
            {
                return Some(self.push(person..end, agencies));
            }
            // `các đồng chí bí thư chi bộ`: a post in small letters has several holders, after a colon each its own
            // and so has `Đảng ủy viên`
            let holder = self.kind(at, Kinds::POST);
            let of_many = |post: &Lexeme| !self.capital(at) || self.folded[post.range.clone()].ends_with("viên");
            let holders = !rest.starts_with(':') && holder.is_some_and(of_many);
            let member = holders || self.any(at, &["ủy viên", "thành viên"]).is_some();
            // `các đồng chí được phân công`
            if several && let Some(end) = self.any(at, words!["được phân công", "được giao nhiệm vụ"]) {
                return Some(self.push(honorific.range.start..end, agencies));
            }
            if several && at == person && member {
                // `các đồng chí thành viên Ban Chỉ đạo`
                let end = self.posts(at, extent).or_else(|| self.qualifier(at, extent))?;
                let end = self.charge(end, extent);
                let pushed = self.push(at..end, agencies);
                if let Some(last) = agencies.last_mut().filter(|a| !a.name.starts_with("Các ")) {
                    last.name = format!("Các {}", last.name);
                }
                return Some(pushed);
            }
        }
        if let Some(end) = self
            .all_levels(at, agencies)
            .or_else(|| self.counted(at, extent))
            .or_else(|| self.heads_of_counted(at, extent))
        {
            return Some(self.push(at..end, agencies));
        }
        if let Some(end) = self.schools(at, agencies) {
            return Some(end);
        }
        let lexeme = self.lexeme(at)?;
        if lexeme.is(Kinds::PLURAL) {
            let head = self.blanks(lexeme.range.end);
            if let Some(end) =
                self.shared(at, head, "", extent, agencies).or_else(|| self.sectors(at, head, extent, agencies))
            {
                return Some(end);
            }
            // `các cấp ủy, tổ chức đảng, cơ quan, đơn vị` are bodies
            if self.kind(head, Kinds::POST).is_some_and(|post| !post.is(Kinds::NOUN)) {
                let end = self.posts(head, extent)?;
                return Some(self.push(at..end, agencies));
            }
            let group = self.group(at, extent)?;
            return Some(self.push(group, agencies));
        }
        if lexeme.is(Kinds::POST) && !self.stops_as_verb(at) {
            let plural = self.blanks(lexeme.range.end);
            let post = &self.plain[lexeme.range.clone()];
            // `Giám đốc các Sở: …`, `Trưởng các phòng: …`
            let several = self.kind(plural, Kinds::PLURAL).map(|several| (several.range.end, post));
            let several = several.or_else(|| post.strip_suffix(" các").map(|post| (lexeme.range.end, post)));
            if let Some((head, post)) = several
                && let Some(end) = self.shared(at, self.blanks(head), post, extent, agencies)
            {
                return Some(end);
            }
            let mut end = self.post(at, extent)?;
            if one_person {
                end = self.both_posts(at, end, extent);
            }
            let pushed = self.push(at..end, agencies);
            // `đ/c Hà (Phó Hiệu trưởng)`
            if let (Some(close), Some(last)) = (self.in_brackets(at, end).filter(|_| one_person), agencies.last_mut()) {
                last.range.end = close;
                return Some(close);
            }
            if let (Some(seat), Some(last)) = (self.also_seated(end, one_person), agencies.last_mut()) {
                last.range.end = seat;
                return Some(seat);
            }
            return Some(pushed);
        }
        // `ngành Giáo dục, Y tế`
        if let Some(end) = self.sectors(at, at, extent, agencies) {
            return Some(end);
        }
        if self.name_begins(at)
            && (self.capital(at) || lexeme.is(Kinds::HEAD) || self.proper(self.blanks(lexeme.range.end)))
        {
            if lexeme.is(Kinds::DECOY) && !self.capital(at) {
                return None;
            }
            if let Some(end) = self.colon_shared(at, extent, agencies) {
                return Some(end);
            }
            let end = self.name(at, extent)?;
            return Some(self.push(at..end, agencies));
        }
        if lexeme.is(Kinds::NOUN | Kinds::OPEN | Kinds::GROUP) && !lexeme.is(Kinds::DECOY) && !self.on_duty(at) {
            if let Some(end) = self.colon_shared(at, extent, agencies) {
                return Some(end);
            }
            let group = self.group(at, extent)?;
            return Some(self.push(group, agencies));
        }
        None
    }

    /// `Các cấp, các ngành`: all levels, beside another collective before or after; their end.
    fn all_levels(&self, at: usize, agencies: &[Agency]) -> Option<usize> {
        let end = self.word(at, "các cấp")?;
        let several = |at: usize| self.kind(at, Kinds::PLURAL).is_some();
        let beside = |at: usize| self.separator(at).is_some_and(&several);
        let behind = agencies.last().is_some_and(|a| several(a.range.start))
            && self.lexeme(end).is_none_or(|l| !l.is(Kinds::FIELD));
        (behind || beside(end)).then_some(end)
    }

    fn push(&self, range: Range<usize>, agencies: &mut Vec<Agency>) -> usize {
        let end = range.end;
        agencies.push(Agency { name: canonical(&self.plain[range.clone()]), range });
        end
    }

    /// `lãnh đạo` before a verb's object is a verb.
    fn stops_as_verb(&self, at: usize) -> bool {
        let after = self.kind(at, Kinds::ORDER).map(|l| self.blanks(l.range.end));
        let verb =
            after.is_some_and(|a| self.kind(a, Kinds::VERB).is_some_and(|v| !v.is(Kinds::NOUN | Kinds::QUALIFIER)));
        verb && !self.shouting || self.stops(at) && self.post(at, Extent::Clause).is_none()
    }
}
