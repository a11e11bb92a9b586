//! Units of the Party, the Youth and the unions by the houses that they are of: `Công đoàn cơ sở cơ quan, doanh nghiệp`.

use super::reader::Reader;

/// Units that every house has.
const UNITS: [&str; 7] = ["cđcs", "công đoàn cơ sở", "công đoàn", "chi bộ", "đảng bộ", "chi đoàn", "đoàn cơ sở"];

/// Kinds of houses.
const HOUSES: [&str; 8] =
    ["cơ quan", "đơn vị", "doanh nghiệp", "trường học", "hợp tác xã", "xí nghiệp", "lực lượng vũ trang", "bệnh viện"];

impl Reader<'_> {
    /// The end of the kinds of houses at `at` after a unit that ends at `unit`.
    pub(crate) fn houses(&self, unit: usize, at: usize) -> Option<usize> {
        let head = self.lexeme_before(unit)?;
        if self.blanks(unit) != at || !UNITS.contains(&&self.folded[head.range.clone()]) || self.capital(at) {
            return None;
        }
        let mut end = self.any(at, &HOUSES)?;
        loop {
            let mark = self.blanks(end);
            let next = self.rest(mark).strip_prefix([',', '-']).map(|_| mark + 1).or_else(|| self.word(mark, "và"));
            match next.filter(|&n| !self.capital(self.blanks(n))).and_then(|n| self.any(n, &HOUSES)) {
                Some(house) => end = house,
                None => return Some(end),
            }
        }
    }
}
