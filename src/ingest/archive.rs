//! ZIP archives: what kind of file one is, and the documents in an archive that holds several.

use std::{
    io::{Cursor, Read},
    path::{Path, PathBuf},
};

use zip::{ZipArchive, result::ZipError};

use super::Format;
use crate::error::Error;

/// More members than an archive of plans has.
const MOST_MEMBERS: usize = 10_000;
/// The largest member that is unpacked.
const LARGEST_MEMBER: u64 = 256 << 20;
/// The most that is unpacked of one archive.
const LARGEST: u64 = 2 << 30;
/// So many times its packed size a member may have.
const LARGEST_RATIO: u64 = 400;
/// Below this size nothing is a bomb.
const HARMLESS: u64 = 4 << 20;

/// Opens an archive, unless it has too many entries to be looked through.
pub(super) fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Error> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    if archive.len() > MOST_MEMBERS {
        return Err(Error::Limit { what: "entries of the archive", most: MOST_MEMBERS as u64 });
    }
    Ok(archive)
}

/// Unpacks one entry; what the archive says of its size may be a lie.
pub(super) fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, most: u64) -> Result<Vec<u8>, Error> {
    let mut entry = archive.by_index(index).map_err(|e| damaged(&e))?;
    let ratio = entry.compressed_size().saturating_mul(LARGEST_RATIO).max(HARMLESS);
    let most = most.min(ratio);
    let mut bytes = Vec::new();
    let read = (&mut entry).take(most + 1).read_to_end(&mut bytes);
    read.map_err(|e| Error::Damaged(format!("an entry of the archive cannot be unpacked: {e}")))?;
    if bytes.len() as u64 > most {
        return Err(Error::Limit { what: "bytes of an entry, unpacked", most });
    }
    Ok(bytes)
}

fn damaged(error: &ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Error::Password,
        _ => Error::Damaged(format!("the archive cannot be read: {error}")),
    }
}

/// What kind of file an archive is.
pub(super) fn kind(bytes: &[u8]) -> Result<Format, Error> {
    let mut archive = open(bytes)?;
    let begins = |head: &str| archive.file_names().any(|name| name.starts_with(head));
    if begins("word/") {
        return Ok(Format::Docx);
    }
    for (part, what) in [("xl/", "a spreadsheet"), ("ppt/", "slides")] {
        if begins(part) {
            return Err(Error::UnknownFormat(what.into()));
        }
    }
    let Some(index) = archive.index_for_name("mimetype") else { return Ok(Format::Zip) };
    let kind = String::from_utf8_lossy(&unpack(&mut archive, index, 256)?).into_owned();
    match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
        Some(kind) if kind.starts_with("text") => Ok(Format::Odt),
        Some(kind) => Err(Error::UnknownFormat(format!("OpenDocument {kind}"))),
        None => Ok(Format::Zip),
    }
}

/// An OpenDocument file is whole, and no password guards it.
pub(super) fn check_opendocument(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = open(bytes)?;
    for name in ["content.xml", "META-INF/manifest.xml"] {
        let index = archive.index_for_name(name);
        let index = index.ok_or_else(|| Error::Damaged(format!("it has no {name}")))?;
        let part = unpack(&mut archive, index, LARGEST_MEMBER)?;
        if name.starts_with("META") && memchr::memmem::find(&part, b"encryption-data").is_some() {
            return Err(Error::Password);
        }
    }
    Ok(())
}

/// The documents of an archive, unpacked one by one.
pub struct Members<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    next: usize,
    unpacked: u64,
}

impl<'a> Members<'a> {
    /// Opens an archive of documents.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        Ok(Self { archive: open(bytes)?, next: 0, unpacked: 0 })
    }

    /// The name of an entry that is a document, by its extension; entries that other programs leave are none.
    fn document(&self, index: usize) -> Option<Result<PathBuf, Error>> {
        let name = self.archive.name_for_index(index)?;
        let path = Path::new(name);
        let file = path.file_name()?.to_str()?;
        let other = name.ends_with('/') || name.starts_with("__MACOSX/") || file.starts_with(['.', '~']);
        let format = Format::of(path).filter(|_| !other)?;
        let inside = path.components().all(|c| matches!(c, std::path::Component::Normal(_)));
        if !inside || name.contains('\\') {
            return Some(Err(Error::Damaged("a name in the archive leads out of it".into())));
        }
        if format == Format::Zip {
            return Some(Err(Error::Limit { what: "archives in one another", most: 1 }));
        }
        Some(Ok(path.to_path_buf()))
    }
}

impl Iterator for Members<'_> {
    /// A member's path in the archive, and its bytes.
    type Item = (PathBuf, Result<Vec<u8>, Error>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.archive.len() {
            let index = self.next;
            self.next += 1;
            match self.document(index) {
                None => {}
                Some(Err(error)) => {
                    let name = Path::new(self.archive.name_for_index(index).unwrap_or_default());
                    return Some((name.file_name().map(PathBuf::from).unwrap_or_default(), Err(error)));
                }
                Some(Ok(path)) => {
                    if self.unpacked > LARGEST {
                        self.next = self.archive.len();
                        return Some((
                            path,
                            Err(Error::Limit { what: "bytes of an archive, unpacked", most: LARGEST }),
                        ));
                    }
                    let bytes = unpack(&mut self.archive, index, LARGEST_MEMBER);
                    self.unpacked += bytes.as_ref().map_or(LARGEST_MEMBER, |b| b.len() as u64);
                    return Some((path, bytes));
                }
            }
        }
        None
    }
}
