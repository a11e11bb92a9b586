//! A file that is compressed when its name says so.

use std::{
    io::{self, Write},
    path::Path,
};

use flate2::write::GzEncoder;

use super::WholeFile;

/// The level of zstd's own command.
const LEVEL: i32 = 3;

/// `NAME.zst` is zstd, `NAME.gz` is gzip, any other name is as it is.
pub enum Compressed {
    /// As it is.
    Plain(WholeFile),
    /// Zstandard.
    Zstd(Box<zstd::Encoder<'static, WholeFile>>),
    /// Gzip, without the time that would make each run's bytes differ.
    Gzip(Box<GzEncoder<WholeFile>>),
}

impl Compressed {
    /// Begins a file.
    pub fn create(target: &Path) -> io::Result<Self> {
        let file = WholeFile::create(target)?;
        let extension = target.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        Ok(match extension.as_deref() {
            Some("zst" | "zstd") => Self::Zstd(Box::new(zstd::Encoder::new(file, LEVEL)?)),
            Some("gz") => Self::Gzip(Box::new(GzEncoder::new(file, flate2::Compression::default()))),
            _ => Self::Plain(file),
        })
    }
}

impl Write for Compressed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Zstd(out) => out.write(bytes),
            Self::Gzip(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Zstd(out) => out.flush(),
            Self::Gzip(out) => out.flush(),
        }
    }
}

impl super::lines::End for Compressed {
    fn end(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.finish(),
            Self::Zstd(out) => {
                out.do_finish()?;
                out.get_mut().finish()
            }
            Self::Gzip(out) => {
                out.try_finish()?;
                out.get_mut().finish()
            }
        }
    }
}
