//! What bodies deal in: `các doanh nghiệp ngành dệt may, da giày`, `… hoạt động trong lĩnh vực giao thông, vận tải`.

use super::reader::Reader;
use crate::{
    lexicon::{agency_words::Kinds, businesses::BUSINESSES},
    text::words::{List, words},
};

/// How many words of a branch may stand before a mark.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// `dệt may, da giày`: where a trade ends that stands after a mark at `at` and goes on with the one before it. The
    /// name has to end there, because many a trade is a matter elsewhere: `môi trường bị ô nhiễm`.
    pub(crate) fn further_trade(&self, from: usize, at: usize) -> Option<usize> {
        let mark = self.rest(at).strip_prefix([',', '/']).map(|_| at + 1);
        let next = self.blanks(mark.or_else(|| self.word(at, "và")).or_else(|| self.dash(at))?);
        let before = self.folded.get(from..at)?.trim_end();
        let trade = |words: &str| BUSINESSES.trades.backs(words).any(|(_, t)| whole_back(words, t));
        if self.capital(next) || !trade(before) {
            return None;
        }
        self.longest(next, &BUSINESSES.trades).filter(|&end| self.closes_trade(next, end))
    }

    /// Is the name over where the trade of `at..end` ends?
    fn closes_trade(&self, at: usize, end: usize) -> bool {
        let next = self.blanks(end);
        let rest = self.rest(next);
        // `giao thông, xây dựng kế hoạch`: before a mark a verb is a duty too
        let verb = self.stops(at) && self.kind(at, Kinds::VERB).is_some();
        let mark = rest.is_empty() || rest.starts_with([',', ';', '.', ':', '(', ')', '\n']);
        let closed = !verb && (mark || self.word(next, "và").is_some() || self.dash(end).is_some());
        let goes_on = Kinds::TERRITORY | Kinds::QUALIFIER | Kinds::PLURAL;
        let told = self.kind(next, Kinds::STOP).is_some() && !self.capital(next);
        let of = words!["trên địa bàn", "của", "thuộc", "tại", "trong", "đóng trên", "đóng chân"];
        closed || told || self.kind(next, goes_on).is_some() || self.any(next, of).is_some()
    }

    /// `hoạt động trong lĩnh vực xây dựng, giao thông`: which bodies are meant by their branch; the end.
    pub(crate) fn in_branch(&self, at: usize) -> Option<usize> {
        let opens = words![
            "hoạt động trong lĩnh vực",
            "hoạt động trong các lĩnh vực",
            "hoạt động ở lĩnh vực",
            "hoạt động lĩnh vực",
            "thuộc lĩnh vực",
            "hoạt động trong ngành",
            "kinh doanh trong lĩnh vực",
            "kinh doanh lĩnh vực",
            "sản xuất, kinh doanh trong lĩnh vực",
        ];
        let from = self.blanks(self.longest(at, opens)?);
        // `thuộc lĩnh vực phụ trách`
        if let Some(own) =
            self.any(from, words!["được phân công phụ trách", "được giao quản lý", "phụ trách", "quản lý"])
        {
            return Some(own);
        }
        let field = |at: usize| self.kind(at, Kinds::FIELD).map(|f| f.range.end);
        let mut end = self.longest(from, &BUSINESSES.trades).max(field(from)).unwrap_or(from);
        let mut words = 0;
        loop {
            let next = self.blanks(end);
            if let Some(trade) = self.further_trade(from, next) {
                end = trade;
                continue;
            }
            let word = self.word_end(next);
            let name = self.kind(next, Kinds::NAME | Kinds::FIELD).map(|l| l.range.end);
            let over = word == next || self.word(next, "và").is_some() || self.begins(next) || words > MOST_WORDS;
            if over || self.lexeme(next).is_some_and(|l| l.is(Kinds::STOP | Kinds::QUALIFIER | Kinds::TERRITORY)) {
                return (end > from && words <= MOST_WORDS).then_some(end);
            }
            (end, words) = (name.unwrap_or(word), words + 1);
        }
    }
}

/// Does `words` end with the trade as a whole word?
fn whole_back(words: &str, trade: &str) -> bool {
    words.strip_suffix(trade).is_some_and(|before| before.is_empty() || before.ends_with([' ', ',', '-']))
}
