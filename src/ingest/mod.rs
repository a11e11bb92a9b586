//! Bytes become raw lines. The only stage that may fail, and the only one that knows file formats.
//!
//! A format plugs in here: a variant of [`Format`] with its name and extensions, a line in `sniff` that tells it by its
//! content, and one file with a `read` that yields a [`RawDocument`].

mod archive;
mod docx;
pub mod encoding;
mod html;
mod ocr;
mod office;
mod page;
pub mod patience;
mod pdf;
mod raw;
mod sniff;
mod subprocess;
mod text;

use std::{path::Path, sync::Arc};

pub use archive::Members;
pub use office::{Ahead, convert};
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
    /// Word since 2007.
    Docx,
    /// Word before 2007.
    Doc,
    /// Rich Text Format.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// An archive of documents: [`Members`] gives them.
    Zip,
    /// A web page, also as office programs export it.
    Html,
    /// PDF, with text or scanned.
    Pdf,
    /// An image of a page.
    Png,
    /// An image of a page.
    Jpeg,
    /// An image of pages.
    Tiff,
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Doc,
        Self::Rtf,
        Self::Odt,
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Tiff,
        Self::Zip,
    ];

    /// The extensions that a walk over a folder takes up.
    pub const EXTENSIONS: &[(&str, Format)] = &[
        ("txt", Format::Text),
        ("text", Format::Text),
        ("md", Format::Markdown),
        ("markdown", Format::Markdown),
        ("docx", Format::Docx),
        ("docm", Format::Docx),
        ("dotx", Format::Docx),
        ("doc", Format::Doc),
        ("dot", Format::Doc),
        ("rtf", Format::Rtf),
        ("odt", Format::Odt),
        ("ott", Format::Odt),
        ("zip", Format::Zip),
        ("html", Format::Html),
        ("htm", Format::Html),
        ("xhtml", Format::Html),
        ("pdf", Format::Pdf),
        ("png", Format::Png),
        ("jpg", Format::Jpeg),
        ("jpeg", Format::Jpeg),
        ("tif", Format::Tiff),
        ("tiff", Format::Tiff),
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
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Rtf => "rtf",
            Self::Odt => "odt",
            Self::Zip => "zip",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Tiff => "tiff",
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
    /// The encoding of text and of web pages; without it, the one that reads as Vietnamese.
    pub encoding: Option<encoding::Encoding>,
    /// Which pages are recognized from their image.
    pub ocr: Ocr,
    /// Files that are converted together with the one that is read.
    pub ahead: Arc<Ahead>,
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

/// The programs that a format's reader needs beside this one.
pub fn tools(format: Format) -> &'static [&'static Tool] {
    match format {
        Format::Doc | Format::Rtf | Format::Odt => office::TOOLS,
        Format::Pdf => pdf::TOOLS,
        Format::Png | Format::Jpeg | Format::Tiff => ocr::TOOLS,
        _ => &[],
    }
}

/// Reads a file's bytes. What kind of file it is, its content says; `path` decides only where content cannot.
pub fn read<'a>(bytes: &'a [u8], path: &Path, options: &Options) -> Result<RawDocument<'a>, Error> {
    let format = sniff(bytes, path)?;
    let named = Format::of(path).filter(|named| !named.is_plain_text());
    let mut raw = match format {
        Format::Text | Format::Markdown => match (text::read(bytes, format, options), named) {
            (Err(Error::NotText), Some(named)) => return Err(Error::Mismatch { named: named.name() }),
            (read, _) => read?,
        },
        Format::Html => html::read(bytes, options)?,
        Format::Pdf => pdf::read(bytes, options)?,
        Format::Png | Format::Jpeg | Format::Tiff => ocr::read(bytes, format, options)?,
        Format::Docx => docx::read(bytes, format)?,
        Format::Doc | Format::Rtf | Format::Odt => {
            let converted = options.ahead.convert(bytes, format, path)?;
            read_converted(&converted, format)?
        }
        Format::Zip => return Err(Error::Several),
    };
    if let Some(named) = named.filter(|named| *named != format) {
        let message = format!("named as {}, read as the {} that it is", named.name(), format.name());
        raw.notices.push(Notice { code: "other-format", message });
    }
    Ok(raw)
}

/// Reads what [`convert`] made of a file of another format.
pub fn read_converted(bytes: &[u8], format: Format) -> Result<RawDocument<'static>, Error> {
    docx::read(bytes, format)
}
