//! What a worker does with one source: read it within the limits, see whether it is done already, extract its
//! documents, and write their records to files that bear no names yet.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Instant,
};

use sha2::{Digest, Sha256};

use super::{
    Failure,
    inputs::{Input, Place},
    known,
    read::read,
};
use crate::{
    model::Plan,
    output::{Counts, Entry, Folder, Record, Workspace},
    pipeline::{Extracted, Hash, hex},
};

/// A file's bytes, its path in the record and the hash of the bytes become records.
pub type Extract = Box<dyn Fn(&[u8], &Path, &Hash) -> Vec<Extracted> + Send + Sync>;

/// What all workers share.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Desk {
    pub(super) extract: Extract,
    pub(super) max_bytes: u64,
    pub(super) made_by: String,
    pub(super) skip_failed: bool,
    pub(super) keep_duplicates: bool,
    /// What earlier runs have done, by path.
    pub(super) known: HashMap<String, Entry>,
    /// Where records are kept.
    pub(super) store: Option<(Folder, Workspace)>,
    /// Whether the records themselves are wanted after they are kept.
    pub(super) wants_records: bool,
    /// Whether what earlier runs have done is to be taken over.
    pub(super) resume: bool,
    /// The first file that gave records from certain bytes, noted in the order of the input.
    pub(super) firsts: Mutex<HashMap<Hash, String>>,
}

/// A source and its place in the order.
pub(super) struct Numbered {
    pub(super) number: usize,
    pub(super) input: Input,
}

impl super::ordered::Job for Numbered {
    fn weight(&self) -> u64 {
        self.input.bytes
    }
}

/// What became of a source.
pub(super) struct Worked {
    pub(super) hash: Option<Hash>,
    pub(super) bytes: u64,
    pub(super) ms: u64,
    pub(super) result: Work,
}

pub(super) enum Work {
    /// Not read, for a reason.
    Skipped(Failure),
    /// Gave nothing.
    Failed(Failure),
    /// This earlier file has the same bytes.
    Duplicate(String),
    /// An earlier run has done it.
    Kept(Box<Entry>, Vec<Record>),
    /// Done now.
    Fresh(Vec<Document>),
    /// A record could not be written: nothing that has to do with this source.
    Broken(io::Error),
}

/// One document of a source.
pub(super) struct Document {
    pub(super) path: String,
    pub(super) made: Result<Made, Failure>,
}

/// A record, as far as it is still wanted.
pub(super) struct Made {
    pub(super) format: String,
    pub(super) counts: Counts,
    pub(super) part: Option<PathBuf>,
    pub(super) record: Option<Record>,
}

impl Desk {
    pub(super) fn work(&self, job: &Numbered) -> Worked {
        let begun = Instant::now();
        let mut worked = Worked { hash: None, bytes: job.input.bytes, ms: 0, result: Work::Fresh(Vec::new()) };
        worked.result = self.result(job, &mut worked);
        worked.ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        worked
    }

    fn result(&self, job: &Numbered, worked: &mut Worked) -> Work {
        let known = self.known_of(&job.input.name);
        let given_up = known.filter(|entry| self.skip_failed && !entry.is_ok());
        // a file that could not even be read
        if let Some(entry) = given_up.filter(|e| e.sha256.is_none()) {
            return Work::Kept(Box::new(entry.clone()), Vec::new());
        }
        if let Place::Skipped(why) = &job.input.place {
            return Work::Skipped(why.clone());
        }
        let bytes = match read(&job.input, self.max_bytes) {
            Ok(bytes) => bytes,
            Err(why) => return Work::Failed(why),
        };
        let hash: Hash = Sha256::digest(&bytes).into();
        (worked.hash, worked.bytes) = (Some(hash), bytes.len() as u64);
        if let Some(first) = self.first(&hash) {
            return Work::Duplicate(first);
        }
        let done = known.filter(|entry| entry.is_ok()).or(given_up);
        if let Some(entry) = done.filter(|e| e.sha256.as_deref() == Some(&hex(&hash)))
            && let Some(records) = self.kept(entry)
        {
            return Work::Kept(Box::new(entry.clone()), records);
        }
        let documents = (self.extract)(&bytes, job.input.name.as_ref(), &hash);
        drop(bytes);
        let documents = documents.into_iter().enumerate().map(|(n, document)| {
            let made = match document.record {
                Ok(plan) => Ok(self.made(plan, job.number, n)?),
                Err(error) => Err(Failure::from(error)),
            };
            Ok(Document { path: document.path, made })
        });
        documents.collect::<io::Result<_>>().map_or_else(Work::Broken, Work::Fresh)
    }

    /// What an earlier run into the same output says of a source.
    fn known_of(&self, name: &str) -> Option<&Entry> {
        self.known.get(name).filter(|entry| self.resume && entry.made_by == self.made_by)
    }

    /// Has an earlier run done the source, if it is still what it was?
    pub(super) fn is_done(&self, name: &str) -> bool {
        self.known_of(name).is_some_and(|entry| entry.is_ok() || self.skip_failed)
    }

    /// The records of a source that is done, when they are still there.
    fn kept(&self, entry: &Entry) -> Option<Vec<Record>> {
        let (folder, _) = self.store.as_ref()?;
        let paths = entry.records();
        if !self.wants_records {
            return paths.iter().all(|path| folder.target(path).is_file()).then(Vec::new);
        }
        paths.into_iter().map(|path| Record::new(known::load(folder, path)?).ok()).collect()
    }

    fn made(&self, plan: Plan, source: usize, document: usize) -> io::Result<Made> {
        let mut counts = Counts::default();
        counts.add(&plan);
        let format = plan.source.format.clone();
        let record = Record::new(plan)?;
        let part = self.store.as_ref().map(|(folder, workspace)| {
            let part = workspace.part(source, document);
            folder.stage(&part, &record).map(|()| part)
        });
        Ok(Made { format, counts, part: part.transpose()?, record: self.wants_records.then_some(record) })
    }

    /// The first file with these bytes, unless duplicates are wanted.
    pub(super) fn first(&self, hash: &Hash) -> Option<String> {
        self.firsts.lock().unwrap_or_else(PoisonError::into_inner).get(hash).cloned()
    }

    /// Notes that a file gave records.
    pub(super) fn note(&self, hash: Hash, path: &str) {
        if !self.keep_duplicates {
            let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
            firsts.entry(hash).or_insert_with(|| path.to_owned());
        }
    }
}
