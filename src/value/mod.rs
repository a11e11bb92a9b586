//! Pure parsers of what officials write: numbers, days, periods. Each has its table of cases.

pub mod cursor;
pub mod day;

pub use cursor::Cursor;
pub use day::{Day, read_day};

pub mod document_number;

pub use document_number::{
    DocumentNumber, MastheadNumber, read_document_number, read_masthead_number,
};
