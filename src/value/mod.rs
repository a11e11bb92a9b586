//! Pure parsers of what officials write: markers, numbers, days, periods. Each has its table of cases.

pub mod clock;
pub mod cursor;
pub mod date;
mod date_list;
pub mod day;
pub mod document_number;
pub mod duration;
pub mod fraction;
pub mod marker;
pub mod misread_number;
pub mod misread_time;
pub mod number;
pub mod number_words;
pub mod period;
pub(crate) mod placed_month;
pub mod quarter;
pub mod rate;
pub mod recurrence;
pub mod scale;
pub mod year;

pub use cursor::Cursor;
pub use date::{Date, Figures, read_date};
pub use day::{Day, read_day};
pub use document_number::{
    DocumentNumber, MastheadNumber, read_document_number, read_masthead_number, read_spaced_number,
};
pub use duration::{Duration, Unit, read_duration};
pub use fraction::read_fraction;
pub use misread_number::read_misread_number;
pub use misread_time::misread_times;
pub use number::read_number;
pub use number_words::read_number_words;
pub use period::{Period, read_period};
pub use rate::{Rate, read_rate};
pub use recurrence::{Rhythm, read_rhythm};
pub use scale::{read_bare_scale, read_currency, read_money, read_scale};
