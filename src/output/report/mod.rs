//! The review report: a static site that opens from disk. Each page is one file with its style and script inside and a
//! policy that lets nothing else in, so nothing leaves the machine and no text of a plan can run.

mod batch_page;
mod cards;
mod document_page;
mod marked_text;
mod notes;
mod page;
mod pictures;
mod plain_language;
mod words;

pub use batch_page::Failure;
pub use words::Language;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use batch_page::Batch;
use words::Words;

use crate::model::Plan;

/// A site that grows document by document: `index.html` and one page a document in `documents/`.
pub struct Site {
    folder: PathBuf,
    words: &'static Words,
    batch: Batch,
    failures: Vec<Failure>,
    pages: usize,
}

impl Site {
    /// A site in a folder, which is made when it is not there.
    pub fn new(folder: &Path, language: Language) -> io::Result<Self> {
        fs::create_dir_all(folder.join("documents"))?;
        Ok(Self {
            folder: folder.to_owned(),
            words: Words::of(language),
            batch: Batch::default(),
            failures: Vec::new(),
            pages: 0,
        })
    }

    /// Writes a document's page.
    pub fn add(&mut self, plan: &Plan) -> io::Result<()> {
        self.pages += 1;
        // the same bytes may stand in a batch twice: the count keeps their pages apart
        let name = format!("documents/{:05}-{}.html", self.pages, plan.id);
        fs::write(self.folder.join(&name), document_page::render(plan, self.words))?;
        self.batch.add(plan, name, self.words);
        Ok(())
    }

    /// Takes note of a file that gave no record.
    pub fn failed(&mut self, failure: Failure) {
        self.failures.push(failure);
    }

    /// Writes the page of the batch; gives how many documents it shows.
    pub fn finish(self) -> io::Result<usize> {
        fs::write(self.folder.join("index.html"), self.batch.render(&self.failures, self.words))?;
        Ok(self.pages)
    }
}
