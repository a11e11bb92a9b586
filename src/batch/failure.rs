//! Why a file gave no record.

use std::{io, time::Duration};

use crate::error::Error;

/// A stable code for programs and words for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// The stable name of the kind of failure.
    pub code: String,
    /// What happened.
    pub message: String,
}

impl Failure {
    /// A failure of a kind.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into() }
    }

    /// The file could not be reached or read.
    pub fn io(error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => "not-found",
            io::ErrorKind::PermissionDenied => "permission-denied",
            _ => "io",
        };
        Self::new(code, format!("cannot read the file: {error}"))
    }

    pub(super) fn timeout(limit: Duration) -> Self {
        Self::new("timeout", format!("took longer than {} s", limit.as_secs_f64()))
    }

    pub(super) fn panic(words: &str) -> Self {
        Self::new("panic", format!("an error in the program, please report it: {words}"))
    }

    pub(super) fn too_large(limit: u64) -> Self {
        Self::new("too-large", format!("more than {limit} bytes"))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Io(error) => Self::io(&error),
            error => Self::new(error.code(), error.to_string()),
        }
    }
}
