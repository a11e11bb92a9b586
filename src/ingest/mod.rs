//! Bytes become raw lines. The only stage that may fail, and the only one that knows file formats.
//!
//! A format plugs in here: a variant of [`Format`], its extensions and how its bytes look in [`Format::of`], and one
//! file with a `read` that yields a [`RawDocument`].

mod text;

use std::{borrow::Cow, path::Path};

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

    /// The format of a file by its name; standard input and names without a known extension are plain text.
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
}

/// What a reader yields: the lines of the file as they stand in it.
#[derive(Debug)]
pub struct RawDocument<'a> {
    /// What kind of file it was.
    pub format: Format,
    /// The encoding that was found, as named by WHATWG.
    pub encoding: &'static str,
    /// The lines in order.
    pub lines: Vec<Cow<'a, str>>,
}

/// Reads a file's bytes.
pub fn read(bytes: &[u8], format: Format) -> Result<RawDocument<'_>, Error> {
    match format {
        Format::Text | Format::Markdown => text::read(bytes, format),
    }
}
