//! Boards by what they fight: `Ban Chỉ đạo phòng, chống dịch bệnh gia súc, gia cầm tỉnh`.

use super::reader::Reader;
use crate::{
    lexicon::agency_words::Kinds,
    text::{letters::is_alphanumeric, words::Words},
};

/// Boards that are called by what they fight.
const BOARDS: [&str; 10] = [
    "ban chỉ đạo",
    "bcđ",
    "ban chỉ huy",
    "bch",
    "ban điều hành",
    "hội đồng",
    "ủy ban quốc gia",
    "tổ công tác",
    "trưởng ban chỉ đạo",
    "phó trưởng ban chỉ đạo",
];

const FIGHT: &Words = &Words::of(&["phòng, chống", "phòng chống", "chống"]);

/// What they fight ends within this many bytes.
const REACH: usize = 130;

impl Reader<'_> {
    /// Does a board stand before its fight at `at`: `Ban Chỉ huy phòng, chống thiên tai`?
    pub(crate) fn fights(&self, at: usize) -> bool {
        self.any(at, FIGHT).is_some() && self.board_before(at)
    }

    fn board_before(&self, at: usize) -> bool {
        let board = self.lexeme_before(self.folded[..at].trim_end().len());
        board.is_some_and(|board| BOARDS.contains(&&self.folded[board.range.clone()]))
    }

    /// The end of what the board right before `at` fights.
    pub(crate) fn against(&self, at: usize) -> Option<usize> {
        let from = self.any(at, FIGHT).filter(|_| self.shouting || !self.capital(at))?;
        if !self.board_before(at) {
            return None;
        }
        // `phòng, chống thiên tai` is known whole, `và tìm kiếm cứu nạn` goes on
        let known = self.kind(at, Kinds::NAME).map(|name| name.range.end).filter(|&end| end > from);
        let from = known.unwrap_or(from);
        let mut end = from;
        while end < from + REACH {
            // `COVID-19`
            if self.rest(end).starts_with(['-', '/']) && self.rest(end + 1).starts_with(is_alphanumeric) {
                end = self.word_end(end + 1);
                continue;
            }
            let at = self.blanks(end);
            let joint = self.rest(at).strip_prefix(',').map(|_| at + 1).or_else(|| self.word(at, "và"));
            let next = joint.map_or(at, |j| self.blanks(j));
            // `phòng, chống AIDS và phòng, chống tệ nạn ma túy`
            let again = self.any(next, FIGHT).filter(|_| joint.is_some() && !self.capital(next));
            let word = again.or_else(|| self.evil(next, joint.is_some(), self.folded[..end].ends_with("chống")));
            match word {
                Some(word) => end = word,
                None => break,
            }
        }
        ((end > from || known.is_some()) && end < from + REACH).then_some(end)
    }

    /// A word of what is fought: where it ends. After a mark only a thing goes on, no verb and no body.
    fn evil(&self, at: usize, joined: bool, first: bool) -> Option<usize> {
        let lexeme = self.lexeme(at);
        let thing = lexeme.is_none_or(|l| {
            let name = l.is(Kinds::NAME | Kinds::DECOY | Kinds::FIELD) && !self.stops(at);
            let other = Kinds::STOP | Kinds::BODY | Kinds::HEAD | Kinds::POST | Kinds::PLURAL | Kinds::HONORIFIC;
            name || !l.is(other | Kinds::QUALIFIER)
        });
        // `phòng, chống mua bán người`: the first word may be a verb elsewhere
        let own = first && lexeme.is_some_and(|l| l.is(Kinds::VERB | Kinds::DECOY));
        if !(thing || own) || joined && (self.begins(at) || self.capital(at)) {
            return None;
        }
        let end = lexeme.map_or_else(|| self.word_end(at), |l| l.range.end);
        (end > at).then_some(end)
    }
}
