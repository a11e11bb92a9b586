//! A folder of plans as an iterator over their records.

use std::{path::Path, sync::Arc};

use super::{
    Failure,
    inputs::{Input, Place, Walk},
    ordered::{Ordered, Settings},
    read::read,
};
use crate::{
    model::Plan,
    pipeline::{Extracted, Pipeline},
};

/// The records of many files, in the order of their names, extracted in parallel ahead of the reader.
///
/// ```
/// use kehoach::{batch::Corpus, pipeline::Pipeline};
///
/// let mut figures = 0;
/// for (path, record) in Corpus::new(Pipeline::default(), "corpus/plans".as_ref()) {
///     match record {
///         Ok(plan) => figures += plan.targets.len(),
///         Err(failure) => eprintln!("{path}: {failure}"),
///     }
/// }
/// assert!(figures > 100);
/// ```
pub struct Corpus {
    sources: Ordered<Input, Result<Vec<Extracted>, Failure>>,
    /// Of the source at hand, what is not given yet.
    rest: std::vec::IntoIter<Extracted>,
}

impl Corpus {
    /// The plans below a folder, with as many threads as the machine has.
    pub fn new(pipeline: Pipeline, folder: &Path) -> Self {
        Self::of(pipeline, Walk::default().find(folder), &Settings::default())
    }

    /// Any inputs. Those that a walk skipped give nothing.
    pub fn of(pipeline: Pipeline, inputs: Vec<Input>, settings: &Settings) -> Self {
        let inputs = inputs.into_iter().filter(|input| !matches!(input.place, Place::Skipped(_)));
        let work = move |input: &Input| Ok(pipeline.documents(&read(input, u64::MAX)?, input.name.as_ref()));
        let sources = Ordered::new(inputs.collect::<Vec<_>>(), settings, work);
        Self { sources, rest: Vec::new().into_iter() }
    }
}

impl Iterator for Corpus {
    /// The document's path and its record.
    type Item = (String, Result<Plan, Failure>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(Extracted { path, record }) = self.rest.next() {
                return Some((path, record.map_err(Failure::from)));
            }
            let (input, documents): (Arc<Input>, _) = self.sources.next()?;
            match documents.and_then(|read| read) {
                Ok(documents) => self.rest = documents.into_iter(),
                Err(failure) => return Some((input.name.clone(), Err(failure))),
            }
        }
    }
}
