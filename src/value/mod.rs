//! Pure parsers of what officials write: numbers, days, periods. Each has its table of cases.

pub mod cursor;
pub mod day;

pub use cursor::Cursor;
pub use day::{Day, read_day};

pub mod number;
pub mod number_words;
pub mod rate;
pub mod scale;

pub use number::read_number;
pub use number_words::read_number_words;
pub use rate::{Rate, read_rate};
pub use scale::{read_currency, read_scale};
