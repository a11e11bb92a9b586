//! A length of time: `30 ngày`, `05 ngày làm việc`, `hai tuần`; ISO 8601.

use super::Cursor;
use crate::text::words::Keyed;

/// The units of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `phút`
    Minute,
    /// `giờ`, `tiếng`
    Hour,
    /// `ngày`
    Day,
    /// `tuần`
    Week,
    /// `tháng`
    Month,
    /// `quý`
    Quarter,
    /// `năm`
    Year,
}

/// A number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// ISO 8601: `P30D`, `P2W`, `P6M`, `PT24H`.
    ///
    /// ```
    /// use kehoach::value::{read_duration, Duration};
    /// let (length, end) = read_duration("05 ngày làm việc kể từ", 0).unwrap();
    /// assert_eq!((length.iso().as_str(), end), ("P5D", "05 ngày làm việc".len()));
    /// ```
    pub fn iso(self) -> String {
        match self.unit {
            Unit::Minute => format!("PT{}M", self.count),
            Unit::Hour => format!("PT{}H", self.count),
            Unit::Day => format!("P{}D", self.count),
            Unit::Week => format!("P{}W", self.count),
            Unit::Month => format!("P{}M", self.count),
            Unit::Quarter => format!("P{}M", self.count.saturating_mul(3)),
            Unit::Year => format!("P{}Y", self.count),
        }
    }
}

/// Reads a unit of time; a longer word (`tháng` in `tháng 6`) is the caller's to tell apart.
pub fn read_unit(c: &mut Cursor) -> Option<Unit> {
    const UNITS: &Keyed<Unit> = &Keyed::of(&[
        ("ngày", Unit::Day),
        ("tuần", Unit::Week),
        ("tháng", Unit::Month),
        ("quý", Unit::Quarter),
        ("năm", Unit::Year),
        ("giờ", Unit::Hour),
        ("tiếng", Unit::Hour),
    ]);
    c.keyed(UNITS).copied()
}

/// Reads a small number in figures or words, a gloss in parentheses included: `05 (năm)`, `mười lăm`.
pub fn read_count(c: &mut Cursor) -> Option<u32> {
    const WORDS: &Keyed<u32> = &Keyed::of(&[
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("ba mươi", 30),
        ("mười hai", 12),
        ("mười", 10),
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("bẩy", 7),
        ("tám", 8),
        ("chín", 9),
        ("bốn mươi lăm", 45),
    ]);
    let Some(count) = c.number(3) else {
        return c.keyed(WORDS).copied();
    };
    let end = c.at();
    let gloss = c.blanks().literal("(") && c.keyed(WORDS).is_some() && c.literal(")");
    if !gloss {
        c.seek(end);
    }
    Some(count)
}

/// Reads a length of time, minutes too, at byte `at` of a folded text; gives it and where it ends.
pub fn read_duration(folded: &str, at: usize) -> Option<(Duration, usize)> {
    let mut c = Cursor::new(folded, at);
    let count = read_count(&mut c).filter(|n| *n > 0)?;
    let unit = read_unit(c.blanks()).or_else(|| c.word("phút").then_some(Unit::Minute))?;
    let mut end = c.at();
    if unit == Unit::Day && c.blanks().word("làm việc") {
        end = c.at();
    }
    Some((Duration { count, unit }, end))
}
