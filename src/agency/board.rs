//! What a person or a body is in a board: `Trưởng Công an xã, Phó Trưởng ban`, `Bộ Nội vụ - cơ quan thường trực`.

use super::reader::{Extent, Reader};
use crate::{
    lexicon::agency_words::Kinds,
    text::words::{Words, words},
};

/// Offices of bodies.
pub(super) const OFFICES: &Words = &Words::of(&[
    "cơ quan thường trực",
    "cơ quan chủ trì",
    "cơ quan đầu mối",
    "đơn vị thường trực",
    "đơn vị đầu mối",
    "thường trực",
]);

/// Offices of members of boards.
const SEATS: [&str; 13] = [
    "trưởng ban",
    "trưởng ban chỉ đạo",
    "phó trưởng ban",
    "phó trưởng ban thường trực",
    "phó ban",
    "tổ trưởng",
    "tổ phó",
    "trưởng đoàn",
    "phó trưởng đoàn",
    "ủy viên",
    "ủy viên thường trực",
    "thành viên",
    "chủ tịch hội đồng",
];

impl Reader<'_> {
    /// `Tiểu ban tuyên truyền các xã`, `Tiểu ban hậu cần chuẩn bị …`: a committee's field in small letters before its place
    /// or its duty, where `Tiểu ban tuyên truyền về bầu cử` has none; its end.
    pub(super) fn committee_field(&self, at: usize) -> Option<usize> {
        let head = self.word(at, "tiểu ban").filter(|_| self.capital(at))?;
        let fields = words![
            "tuyên truyền",
            "truyền thông",
            "nội dung",
            "văn kiện",
            "nhân sự",
            "hậu cần",
            "phục vụ",
            "lễ tân",
            "khánh tiết",
            "cơ sở vật chất",
            "chuyên môn",
            "tài chính",
            "văn nghệ",
            "y tế",
        ];
        let field = self.longest(head, fields)?;
        let next = self.blanks(field);
        let place = self.kind(next, Kinds::PLURAL).map_or(next, |several| self.blanks(several.range.end));
        let placed = self.kind(place, Kinds::TERRITORY).is_some();
        (placed || self.kind(next, Kinds::DUTY).is_some_and(|duty| !duty.is(Kinds::NOUN))).then_some(field)
    }

    /// The end of a seat in a board at `at`: before a mark or a duty.
    fn seat(&self, at: usize) -> Option<usize> {
        let seat = self.lexeme(at).filter(|s| SEATS.contains(&&self.folded[s.range.clone()]))?;
        let mut end = self.word(seat.range.end, "thường trực").unwrap_or(seat.range.end);
        // `Trưởng ban Ban Chỉ đạo`
        let board = self.blanks(end);
        if self.proper(board) && self.word(board, "ban chỉ đạo").or_else(|| self.word(board, "tổ công tác")).is_some()
        {
            end = self.inside(|| self.name(board, Extent::Clause))?;
        }
        let next = self.blanks(end);
        let rest = self.rest(next);
        let closed = rest.is_empty() || rest.starts_with([',', ';', ':', '.', '\n']) || self.dash(next).is_some();
        (closed || self.stops(next)).then_some(end)
    }

    /// `Trưởng Công an xã, Phó Trưởng ban`: the seat of the person whose post ends at `end`; where it ends. After a comma
    /// only one person has both.
    pub(crate) fn also_seated(&self, end: usize, one_person: bool) -> Option<usize> {
        let remark = self.remark(end).unwrap_or(end);
        let comma =
            || self.rest(self.blanks(remark)).strip_prefix(',').map(|rest| self.blanks(self.folded.len() - rest.len()));
        let next = self.dash(remark).or_else(|| one_person.then(comma)?)?;
        self.seat(next)
    }

    /// `Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo`: what the agency is, not another one.
    pub(super) fn apposition(&self, at: usize, extent: Extent) -> Option<usize> {
        let mark = self.blanks(at);
        let comma = self.rest(mark).strip_prefix(',').map(|_| self.blanks(mark + 1));
        let dash = self.dash(at).or(comma)?;
        let office = self.any(dash, OFFICES)?;
        // `Thường trực Đảng ủy, Thường trực HĐND xã`: another body
        if comma == Some(dash) && self.capital(dash) && self.word(dash, "thường trực").is_some() {
            return None;
        }
        let rest = self.rest(office);
        let mark = rest.find([',', ';', ':', '.', '\n']).unwrap_or(rest.len());
        if extent == Extent::Whole && comma.is_none() {
            return Some(office + mark);
        }
        // in a sentence it is the name that follows, up to a mark or the verb
        let body = self.blanks(office);
        let body = self.word(body, "của").map_or(body, |b| self.blanks(b));
        let end = if self.name_begins(body) {
            self.inside(|| self.name(body, Extent::Clause))?
        } else if comma.is_none() || rest.trim_start().starts_with([',', ':']) {
            office
        } else {
            return None;
        };
        let after = self.blanks(end);
        let closed = self.rest(after).is_empty() || self.rest(after).starts_with([',', ';', ':', '.', '(', '\n']);
        let parenthesis = comma.is_none() && self.dash(after).is_some_and(|next| self.stops(next));
        (closed || parenthesis || self.stops(after)).then_some(end)
    }

    /// Is the dash at `at` before what the body is: `Văn phòng Chính phủ - Cơ quan thường trực của Tổ công tác`?
    pub(super) fn office_after(&self, dash: usize) -> bool {
        // `Ban Tổ chức - Thường trực` may be a name
        self.any(dash, OFFICES)
            .is_some_and(|end| self.folded[dash..end].contains(' ') && self.word(dash, "thường trực").is_none())
            && self.kind(dash, Kinds::NOUN | Kinds::LEAD).is_some()
    }
}
