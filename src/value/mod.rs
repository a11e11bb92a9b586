//! Pure parsers of what officials write: numbers, days, periods. Each has its table of cases.

pub mod cursor;
pub mod day;

pub use cursor::Cursor;
pub use day::{Day, read_day};
