//! Pure parsers of what officials write: numbers, days, periods. Each has its table of cases.

pub mod cursor;
pub mod day;

pub use cursor::Cursor;
pub use day::{Day, read_day};

pub mod document_number;

pub use document_number::{DocumentNumber, MastheadNumber, read_document_number, read_masthead_number};

pub mod date;
pub mod duration;
pub mod period;
pub mod recurrence;

pub use date::{Date, Figures, read_date};
pub use duration::{Duration, Unit, read_duration};
pub use period::{Period, read_period};
pub use recurrence::{Rhythm, read_rhythm};

pub mod number;
pub mod number_words;
pub mod rate;
pub mod scale;

pub use number::read_number;
pub use number_words::read_number_words;
pub use rate::{Rate, read_rate};
pub use scale::{read_currency, read_scale};

pub mod marker;
