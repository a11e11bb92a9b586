//! Where records go. One file a sink; only this stage and the command line write.

mod folder;
mod lines;
pub mod report;

pub use folder::Folder;
pub use lines::Lines;

use std::io;

use crate::model::Plan;

/// Takes records in order.
pub trait Sink {
    /// Takes one record.
    fn take(&mut self, plan: &Plan) -> io::Result<()>;

    /// All records have been taken: what is still held back goes out.
    fn finish(&mut self) -> io::Result<()>;
}
