//! The parts of a Word file by their names; the file is a ZIP archive of them.

use std::io::Cursor;

use zip::ZipArchive;

use crate::{
    error::Error,
    ingest::archive::{self, unpack},
};

/// The largest part that is read: a plan of a thousand pages has some 20 MB.
const LARGEST_PART: u64 = 64 << 20;

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        Ok(Self { archive: archive::open(bytes)? })
    }

    /// The main part: where the package says it is, or where it usually is.
    pub(super) fn main_part(&mut self) -> Result<String, Error> {
        let usual = "word/document.xml";
        let Some(relations) = self.text("_rels/.rels")? else { return Ok(usual.to_owned()) };
        Ok(target(&relations, "/officeDocument")?
            .map_or_else(|| usual.to_owned(), |t| t.trim_start_matches('/').to_owned()))
    }

    /// The part of a kind that the main part refers to: by its relation, else by its usual name beside it.
    pub(super) fn beside(&mut self, main: &str, kind: &str) -> Result<Option<String>, Error> {
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let relations = self.text(&format!("{folder}/_rels/{name}.rels"))?.unwrap_or_default();
        let target = target(&relations, &format!("/{kind}"))?;
        let path = match target {
            Some(target) => target.strip_prefix('/').map_or_else(|| format!("{folder}/{target}"), str::to_owned),
            None => format!("{folder}/{kind}.xml"),
        };
        self.text(path.trim_start_matches('/'))
    }

    /// A part as text. Nothing when there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        Ok(Some(unicode(unpack(&mut self.archive, index, LARGEST_PART)?)))
    }
}

/// The target of the first relation of a kind; how the kinds begin differs between the editions of the standard.
fn target(relations: &str, kind: &str) -> Result<Option<String>, Error> {
    use super::xml::{Node, Xml};
    let mut xml = Xml::new(relations);
    while let Some(node) = xml.next()? {
        let Node::Open(tag) = node else { continue };
        let outside = tag.get("TargetMode").is_some_and(|m| m == "External");
        if !outside && tag.get("Type").is_some_and(|t| t.ends_with(kind)) {
            return Ok(tag.get("Target"));
        }
    }
    Ok(None)
}

/// XML is UTF-8 or UTF-16; letters that are neither become U+FFFD.
fn unicode(bytes: Vec<u8>) -> String {
    let utf_16 = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => utf_16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf_16(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
    }
}
