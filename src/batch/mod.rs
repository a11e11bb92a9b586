//! Many files in one go: found, read by several threads in a bounded window, and taken in order.
//!
//! [`Corpus`] is the iterator for a program of one's own; [`run`] is what `kehoach extract` does: it feeds sinks and
//! keeps a record from which a broken run is resumed.

mod corpus;
mod failure;
mod inputs;
mod known;
mod ordered;
mod panics;
mod read;
mod run;
mod work;

pub use corpus::Corpus;
pub use failure::Failure;
pub use inputs::{Input, Place, Walk, globs, listed, read_list};
pub use ordered::{Job, Ordered, Settings};
pub use panics::note_places;
pub use read::read;
pub use run::{Earlier, Options, RunError, RunFiles, run};
pub use work::Extract;
