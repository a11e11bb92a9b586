//! The only caller of the stages: bytes in, a [`Plan`] out.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::{
    error::Error,
    extract::{self, View},
    ingest, layout,
    model::{Plan, SCHEMA_VERSION, Source},
    normalize, resolve, sections,
};

/// How documents are turned into records.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Leave the normalized text out of the record.
    pub without_text: bool,
    /// How files are read.
    pub ingest: ingest::Options,
}

/// The SHA-256 of a source.
pub type Hash = [u8; 32];

/// A document that a source gave, or why it did not.
#[derive(Debug)]
pub struct Extracted {
    /// What the document is called: the source's path, followed by its own where the source holds several.
    pub path: String,
    /// Its record.
    pub record: Result<Plan, Error>,
}

/// Turns documents into records. Holds no state, so one serves all threads.
#[derive(Debug, Clone, Default)]
pub struct Pipeline {
    options: Options,
}

impl Pipeline {
    /// A pipeline with these options.
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// The documents of one source. `path` names it in the records.
    pub fn documents(&self, bytes: &[u8], path: &Path) -> Vec<Extracted> {
        self.documents_of(bytes, path, &Sha256::digest(bytes).into())
    }

    /// The same of a source whose hash is known.
    pub fn documents_of(&self, bytes: &[u8], path: &Path, hash: &Hash) -> Vec<Extracted> {
        let named = |path: &Path, record| Extracted { path: path.to_string_lossy().into_owned(), record };
        if !matches!(ingest::sniff(bytes, path), Ok(ingest::Format::Zip)) {
            return vec![named(path, self.record(bytes, path, hash))];
        }
        let members = match ingest::Members::open(bytes) {
            Ok(members) => members,
            Err(error) => return vec![named(path, Err(error))],
        };
        let documents: Vec<Extracted> = members
            .map(|(member, bytes)| {
                let path = path.join(member);
                let record = bytes.and_then(|bytes| self.extract(&bytes, &path));
                named(&path, record)
            })
            .collect();
        if documents.is_empty() { vec![named(path, Err(Error::Empty))] } else { documents }
    }

    /// The record of one document. `path` names the file in the record; what kind of file it is, its content says.
    ///
    /// ```
    /// let text = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC TIÊU\n- Trồng 500 cây xanh.\n";
    /// let plan = kehoach::pipeline::Pipeline::default().extract(text.as_bytes(), "trong-cay.txt".as_ref())?;
    /// assert_eq!(plan.document.title.as_deref(), Some("Trồng cây năm 2025"));
    /// assert_eq!(plan.sections[0].heading.as_deref(), Some("MỤC TIÊU"));
    /// # Ok::<(), kehoach::error::Error>(())
    /// ```
    pub fn extract(&self, bytes: &[u8], path: &Path) -> Result<Plan, Error> {
        self.record(bytes, path, &Sha256::digest(bytes).into())
    }

    fn record(&self, bytes: &[u8], path: &Path, hash: &Hash) -> Result<Plan, Error> {
        let raw = ingest::read(bytes, path, &self.options.ingest)?;
        let layout = layout::layout(normalize::lines(&raw));
        let tree = sections::read(&layout);
        let document = extract::metadata::read(&layout, &tree);
        let title = document.title.clone();
        let view = View {
            text: &layout.text,
            tree: &tree,
            title: title.as_ref(),
            issued_year: document.issued_year(),
            directs: document.directs(),
            recognized: layout.recognized,
        };
        let sha256 = hex(hash);
        let source = Source {
            path: path.to_string_lossy().replace('\\', "/"),
            format: raw.format.name().into(),
            encoding: raw.encoding.into(),
            bytes: bytes.len() as u64,
            pages: raw.pages,
            sha256,
        };
        let mut plan = resolve::plan(&raw, &layout, view, document, extract::find(view));
        plan.schema_version = SCHEMA_VERSION.into();
        plan.id = source.sha256[..16].into();
        plan.source = source;
        if self.options.without_text {
            plan.text = None;
        }
        Ok(plan)
    }
}

/// As hexadecimal figures.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
