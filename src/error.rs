//! Why a file could not be read at all. Everything after reading is a [`Diagnostic`](crate::model::Diagnostic).

/// A file that gives no record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be opened or read.
    #[error("cannot read the file: {0}")]
    Io(#[from] std::io::Error),
    /// No reader takes this kind of file.
    #[error("no reader for this kind of file ({0})")]
    UnknownFormat(String),
    /// The bytes are not text in a known encoding.
    #[error("the bytes are no text in any known encoding")]
    NotText,
    /// The file holds no words.
    #[error("the file is empty")]
    Empty,
}

impl Error {
    /// The stable name of the kind of error, for reports and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::UnknownFormat(_) => "unknown-format",
            Self::NotText => "not-text",
            Self::Empty => "empty",
        }
    }
}
