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
    /// The file opens with a password only.
    #[error("the file is protected by a password")]
    Password,
    /// The end of the file is missing.
    #[error("the file is cut short: the end of the {0} is missing")]
    Truncated(&'static str),
    /// The file is cut short or broken inside.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The name promises a kind of file that the content is not, and no reader takes the content.
    #[error("named as {named}, but the content is of another kind")]
    Mismatch {
        /// The kind that the name promises.
        named: &'static str,
    },
    /// An archive is no document; those in it are read one by one.
    #[error("an archive of several files")]
    Several,
    /// The pages are images, which were not to be recognized.
    #[error("the file holds no text, only images of pages, and they were not to be recognized (--ocr never)")]
    NoText,
    /// The format needs a program that is not here.
    #[error("this format needs the program {tool}, which is not installed (Debian package: {package})")]
    ToolMissing {
        /// The program.
        tool: &'static str,
        /// The Debian package that holds it.
        package: &'static str,
    },
    /// A program took too long and was ended.
    #[error("{tool} was ended after {seconds} s without a result")]
    Timeout {
        /// The program.
        tool: &'static str,
        /// How long it was given.
        seconds: u64,
    },
    /// A program gave no result.
    #[error("{tool} could not read the file: {message}")]
    ToolFailed {
        /// The program.
        tool: &'static str,
        /// What it said.
        message: String,
    },
    /// The file holds more than is read: a bomb, or a file that no plan comes in.
    #[error("the file goes beyond a limit: {what}, at most {most}")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much is read.
        most: u64,
    },
}

impl Error {
    /// The stable name of the kind of error, for reports and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::UnknownFormat(_) => "unknown-format",
            Self::NotText => "not-text",
            Self::Empty => "empty",
            Self::Password => "password",
            Self::Truncated(_) => "truncated",
            Self::Damaged(_) => "damaged",
            Self::Mismatch { .. } => "mismatch",
            Self::Several => "archive",
            Self::NoText => "no-text",
            Self::ToolMissing { .. } => "tool-missing",
            Self::Timeout { .. } => "timeout",
            Self::ToolFailed { .. } => "tool-failed",
            Self::Limit { .. } => "limit",
        }
    }
}
