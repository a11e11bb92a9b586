//! Reads agency names: where one begins and ends, how a list splits, what the canonical name is.
//!
//! A [`Reader`] looks up a passage's words once; [`Reader::list_at`] then reads the longest list of agencies at a
//! place. Names are read by the kind of their first word:
//!
//! | first word | example | read by |
//! |---|---|---|
//! | a proper head | `Sở Y tế`, `UBND các xã` | `name` |
//! | a post | `Giám đốc Sở Y tế` | `post` |
//! | `các`, a kind of body | `các sở, ban, ngành tỉnh` | `group` |
//! | a head for several | `các Sở: Nội vụ, Y tế` | `list` |
//!
//! A kind of body (`sở`) before a capital is a head, else a noun; a verb of duty ends a name unless it has a capital.

mod against;
mod bare;
mod board;
mod canonical;
mod capitals;
mod council;
mod counted;
mod event;
mod group;
mod levels;
mod list;
mod mended;
mod misread;
mod name;
mod object;
mod person;
mod places;
mod post;
mod purpose;
mod reader;
mod relative;
mod remark;
mod same_head;
mod shared;
mod tail;
mod team;
mod trades;
mod unions;
mod within;
mod zones;

pub use canonical::canonical;
pub use capitals::from_capitals;
pub use list::{Agency, Listed};
pub use mended::Mended;
pub use misread::as_printed;
pub(crate) use reader::Lexeme;
pub use reader::{Extent, Reader};
pub use remark::without_remark;
