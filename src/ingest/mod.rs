//! Bytes become raw lines. The only stage that may fail, and the only one that knows file formats.
//!
//! A format plugs in here: a variant of [`Format`] with its name and extensions, a line in `sniff` that tells it by its
//! content, and one file with a `read` that yields a [`RawDocument`].

mod raw;
mod sniff;
mod text;

use std::path::Path;

pub use raw::{Notice, Place, RawDocument, RawKind, RawLine};
pub use sniff::sniff;

use crate::error::Error;

/// A kind of file that has a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, read as text with marks.
    Markdown,
}

impl Format {
    /// The extensions that a walk over a folder takes up.
    pub const EXTENSIONS: &[(&str, Format)] =
        &[("txt", Format::Text), ("text", Format::Text), ("md", Format::Markdown), ("markdown", Format::Markdown)];

    /// The format that a file's name promises.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::EXTENSIONS.iter().find(|(e, _)| *e == extension).map(|&(_, format)| format)
    }

    /// The name in `source.format`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }

    /// Its words may carry marks that typing or copying left (`**`, `<p>`, `&nbsp;`).
    pub fn is_plain_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }
}

/// How files are read.
#[derive(Debug, Clone, Default)]
pub struct Options {}

/// Reads a file's bytes. What kind of file it is, its content says; `path` decides only where content cannot.
pub fn read<'a>(bytes: &'a [u8], path: &Path, _options: &Options) -> Result<RawDocument<'a>, Error> {
    let format = sniff(bytes, path)?;
    match format {
        Format::Text | Format::Markdown => text::read(bytes, format),
    }
}
