//! Pure parsers of what officials write: numbers, days, periods. Each has its table of cases.

pub mod cursor;
pub mod day;

pub use cursor::Cursor;
pub use day::{Day, read_day};

pub mod clock;
pub mod date;
mod date_list;
pub mod duration;
pub mod period;
pub mod quarter;
pub mod recurrence;
pub mod year;

pub use date::{Date, Figures, read_date};
pub use duration::{Duration, Unit, read_duration};
pub use period::{Period, read_period};
pub use recurrence::{Rhythm, read_rhythm};
