//! Heads that several agencies share: `các Sở: Nội vụ, Y tế`, `Khu phố 1, 2 và 3`.

use super::{
    canonical::canonical,
    list::{Agency, MOST},
    reader::{Extent, Lexeme, Reader},
};
use crate::{
    lexicon::agency_words::{Kinds, MEANINGS},
    text::words::{Words, words},
};

/// How many bytes the name of a sector has at most.
const LONGEST_SECTOR: usize = 80;

/// Collectives whose first kind those that are named behind a colon share.
const KINDS: &Words = &Words::of(&[
    "sở",
    "sở, ban, ngành",
    "sở, ban ngành",
    "sở, ngành",
    "bộ",
    "bộ, ngành",
    "bộ, ban, ngành",
    "bộ, cơ quan",
    "bộ, cơ quan ngang bộ",
    "bộ, ngành, cơ quan",
    "bộ, ngành, địa phương",
    "bộ, cơ quan trung ương",
    "phòng, ban",
    "phòng, ban, ngành",
    "phòng, ban, đơn vị",
]);

impl Reader<'_> {
    /// `Khu phố 1, 2 và 3`, `Tổ dân phố số 1, số 2`: the number of another body of the kind before; its end.
    pub(crate) fn numbered(&self, at: usize, last: &Agency) -> Option<usize> {
        let at = self.word(at, "số").map_or(at, |n| self.blanks(n));
        let end = self.word_end(at);
        let number = is_number(&self.folded[at..end]);
        let after = self.rest(self.blanks(end));
        let closed = after.is_empty() || after.starts_with([',', ';', '(', '.']) || after.starts_with("và ");
        (number
            && last.name.to_lowercase().rsplit(' ').next().is_some_and(is_number)
            && (closed || self.stops(self.blanks(end))))
        .then_some(end)
    }

    /// `các Ban: Tổ chức, Tuyên giáo`: what a Party committee's board is for, elsewhere a kind of body.
    pub(crate) fn organisation(&self, head: usize, at: usize) -> bool {
        self.word(head, "ban").is_some() && self.word(at, "tổ chức").is_some()
    }

    /// `các phòng Chính trị, Hậu cần`: heads that several names share without a colon.
    pub(crate) fn shares(&self, head: usize) -> bool {
        ["sở", "phòng", "vụ", "cục", "hội", "đồn biên phòng", "hạt kiểm lâm"]
            .iter()
            .any(|h| self.word(head, h).is_some())
    }

    /// Kinds of body that bear no field's name.
    fn tells_of_groups(&self, head: usize) -> bool {
        ["đoàn thể", "tổ chức", "cơ quan", "đơn vị"].iter().any(|group| self.word(head, group).is_some())
    }

    /// `các sở: Định kỳ 6 tháng báo cáo`, `các phòng: Trước ngày 15/11 gửi`: what is done opens behind the colon, no name.
    fn duty_opens(&self, head: usize, at: usize) -> bool {
        let names = Kinds::FIELD | Kinds::NAME | Kinds::HEAD;
        let opens = |l: &Lexeme| {
            let of_fields = self.word(head, "sở").is_some();
            l.is(Kinds::ADVERB | Kinds::LINK | Kinds::LEAD | Kinds::COORDINATE) || of_fields && l.is(Kinds::DUTY)
        };
        let place = |l: &Lexeme| self.proper(self.blanks(l.range.end));
        self.lexeme(at).is_some_and(|l| !l.is(names) && opens(l) && !place(l))
    }

    /// `các ngành Y tế, Giáo dục`: sectors that share their head; where they end. One alone shares nothing.
    pub(crate) fn sectors(&self, at: usize, head: usize, extent: Extent, agencies: &mut Vec<Agency>) -> Option<usize> {
        let noun = self.kind(head, Kinds::NOUN)?.range.clone();
        let words = self.folded[noun.clone()].strip_prefix("ngành")?;
        let field = self.blanks(head + "ngành".len());
        let first = if words.is_empty() { self.sector(field)? } else { noun.end };
        let mut found = vec![(at, field..first)];
        let mut end = first;
        while let Some(next) = self.separator(end)
            && self.capital(next) == self.capital(field)
            && !self.begins(next)
            && !self.stops(next)
            && found.len() < MOST
            && let Some(further) = self.sector(next)
        {
            end = further;
            found.push((next, next..end));
        }
        let (_, last) = found.last().filter(|_| found.len() > 1)?;
        let closed = self.tail(last.end, extent);
        agencies.extend(found.iter().map(|(start, field)| Agency {
            name: canonical(&format!("ngành {}", &self.plain[field.clone()])),
            range: *start..field.end,
        }));
        agencies.last_mut()?.range.end = closed;
        Some(closed)
    }

    /// What a sector is named after: a department's field, or words known behind `ngành` (`giáo dục`); its end.
    fn sector(&self, at: usize) -> Option<usize> {
        let field = self.kind(at, Kinds::FIELD).filter(|field| !field.is(Kinds::HEAD)).map(|field| field.range.end);
        let rest = self.rest(at);
        let mut reach = rest.len().min(LONGEST_SECTOR);
        while !rest.is_char_boundary(reach) {
            reach -= 1;
        }
        let named = MEANINGS.at_start(&format!("ngành {}", &rest[..reach])).map_or(0, |(length, _)| length);
        let sector = named.checked_sub("ngành ".len()).filter(|&length| length > 0).map(|length| at + length);
        field.max(sector)
    }

    /// `Sở: Nội vụ, Y tế` without `các`.
    pub(crate) fn colon_shared(&self, at: usize, extent: Extent, agencies: &mut Vec<Agency>) -> Option<usize> {
        let head = self.lexeme(at)?;
        self.rest(self.blanks(head.range.end)).starts_with(':').then(|| self.shared(at, at, "", extent, agencies))?
    }

    /// `các Sở: Nội vụ, Giáo dục và Đào tạo`: each gets the head; where they end. One field alone shares nothing.
    pub(crate) fn shared(
        &self,
        at: usize,
        head: usize,
        post: &str,
        extent: Extent,
        agencies: &mut Vec<Agency>,
    ) -> Option<usize> {
        let noun = self.kind(head, Kinds::NOUN | Kinds::HEAD)?;
        let mut next = self.blanks(noun.range.end);
        // `Các sở, ngành: Y tế, Tài chính`, `các bộ, cơ quan liên quan: Y tế, Tài chính`
        if let Some(end) = self.longest(head, KINDS) {
            let end = self.any(end, words!["có liên quan", "liên quan"]).unwrap_or(end);
            if self.rest(self.blanks(end)).starts_with(':') {
                next = self.blanks(end);
            }
        }
        let colon = self.rest(next).starts_with(':');
        if colon {
            next = self.blanks(next + 1);
        }
        if colon && self.duty_opens(head, next) {
            return None;
        }
        let mut found = Vec::new();
        let mut end = None;
        while found.len() < MOST {
            let known = self.kind(next, Kinds::FIELD).filter(|_| self.field_head(head));
            let field_end = match known {
                Some(field) if self.capital(next) || !self.stops(next) => self.tail(field.range.end, extent),
                // `các đoàn thể: Giám sát việc thực hiện`
                _ if self.proper(next)
                    && !self.begins(next)
                    && !(colon && self.tells_of_groups(head) && self.kind(next, Kinds::DUTY).is_some())
                    && (self.kind(next, Kinds::BODY).is_none() || self.organisation(head, next))
                    && (colon || found.is_empty() || self.shares(head)) =>
                {
                    self.words(next, extent)
                }
                _ => break,
            };
            if field_end == next {
                break;
            }
            let start = if found.is_empty() { at } else { next };
            // `các Chi cục Quản lý đường bộ I, II`
            let numbered = found.last().filter(|last| self.numbered(next, last) == Some(field_end));
            let name = match numbered {
                Some(last) => format!("{} {}", without_number(&last.name), &self.plain[next..field_end]),
                // `Giám đốc các sở, ngành: Y tế, Công an tỉnh`: a body by itself
                None if self.kind(next, Kinds::HEAD).is_some() && !self.organisation(head, next) => {
                    format!("{post} {}", &self.plain[next..field_end])
                }
                None => format!("{post} {} {}", &self.plain[noun.range.clone()], &self.plain[next..field_end]),
            };
            found.push(Agency { name: canonical(&name), range: start..field_end });
            end = Some(field_end);
            match self.separator(field_end) {
                Some(after) => next = after,
                None => break,
            }
        }
        if !colon && found.len() < 2 {
            return None;
        }
        agencies.append(&mut found);
        end
    }
}

/// `Khu phố 2` → `Khu phố`.
pub(super) fn without_number(name: &str) -> &str {
    name.rsplit_once(' ').map_or(name, |(head, _)| head)
}

/// `2`, `12`, `iv`: what tells bodies of one name apart.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    !word.is_empty() && (digits || word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')))
}
