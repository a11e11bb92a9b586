//! Bytes become raw lines. The only stage that may fail, and the only one that knows file formats.
//!
//! A format plugs in here: a variant of [`Format`] with its name and extensions, a line in `sniff` that tells it by its
//! content, and one file with a `read` that yields a [`RawDocument`].

mod docx;
pub mod encoding;
mod ocr;
mod page;
mod pdf;
mod raw;
mod sniff;
mod subprocess;
mod text;

use std::path::Path;

pub use raw::{Confidence, Flow, Notice, Place, RawDocument, RawKind, RawLine};
pub use sniff::sniff;
pub use subprocess::{Tool, network_is_cut};

use crate::error::Error;

/// A kind of file that has a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, read as text with marks.
    Markdown,
    /// PDF, with text or scanned.
    Pdf,
    /// An image of a page.
    Png,
    /// An image of a page.
    Jpeg,
    /// An image of pages.
    Tiff,
    /// Word since 2007.
    Docx,
}

impl Format {
    /// The extensions that a walk over a folder takes up.
    pub const EXTENSIONS: &[(&str, Format)] = &[
        ("txt", Format::Text),
        ("text", Format::Text),
        ("md", Format::Markdown),
        ("markdown", Format::Markdown),
        ("pdf", Format::Pdf),
        ("png", Format::Png),
        ("jpg", Format::Jpeg),
        ("jpeg", Format::Jpeg),
        ("tif", Format::Tiff),
        ("tiff", Format::Tiff),
        ("docx", Format::Docx),
        ("docm", Format::Docx),
        ("dotx", Format::Docx),
    ];

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
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Tiff => "tiff",
            Self::Docx => "docx",
        }
    }

    /// Its words may carry marks that typing or copying left (`**`, `<p>`, `&nbsp;`).
    pub fn is_plain_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }
}

/// How files are read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which pages are recognized from their image.
    pub ocr: Ocr,
    /// The encoding of text and of web pages; without it, the one that reads as Vietnamese.
    pub encoding: Option<encoding::Encoding>,
}

/// Which pages are recognized from their image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Ocr {
    /// Pages that hold no text of their own.
    #[default]
    Auto,
    /// None.
    Never,
    /// All pages, also those that hold text.
    Always,
}

/// Reads a file's bytes. What kind of file it is, its content says; `path` decides only where content cannot.
pub fn read<'a>(bytes: &'a [u8], path: &Path, options: &Options) -> Result<RawDocument<'a>, Error> {
    let format = sniff(bytes, path)?;
    match format {
        Format::Text | Format::Markdown => text::read(bytes, format, options),
        Format::Docx => docx::read(bytes),
        Format::Pdf => pdf::read(bytes, options),
        Format::Png | Format::Jpeg | Format::Tiff => ocr::read(bytes, format, options),
    }
}
