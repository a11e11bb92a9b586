//! A run over many files: the workers' results, in order, go to the folder of records, the sinks, the journal and the
//! record of the run.
//!
//! Sinks are fed from the first file to the last in every run, a resumed one included: what is done already comes from
//! the folder of records instead of being extracted again. So the bytes of a sink depend on the records alone, and a
//! broken sink is simply written anew.

use std::{
    collections::{HashMap, HashSet},
    io,
    path::PathBuf,
    sync::{Arc, Mutex, atomic::Ordering},
    time::Instant,
};

use super::{
    Failure,
    inputs::{Input, Place},
    known::Known,
    ordered::{Ordered, Settings},
    work::{Desk, Document, Extract, Numbered, Work, Worked},
};
use crate::{
    ingest::Ahead,
    output::{Counts, DocumentEntry, Entry, Folder, Journal, Outcome, Record, RunLog, Sink, Summary, Workspace},
    pipeline::hex,
};

/// How a run is done.
#[derive(Debug, Clone)]
pub struct Options {
    /// Threads, time limit, and the flag that ends the run.
    pub settings: Settings,
    /// No file with more bytes is read.
    pub max_bytes: u64,
    /// The program's version and the options that shape a record.
    pub made_by: String,
    /// Extract a file although an earlier one has the same bytes.
    pub keep_duplicates: bool,
    /// End the run at the first failure.
    pub fail_fast: bool,
    /// Do not try again what failed in an earlier run.
    pub skip_failed: bool,
    /// Where the run is recorded; without it, it cannot be resumed.
    pub record: Option<RunFiles>,
    /// What to do when there is an earlier run.
    pub earlier: Earlier,
    /// Is told which files are coming, so that its readers may take some together.
    pub ahead: Arc<Ahead>,
}

/// The files that record a run.
#[derive(Debug, Clone)]
pub struct RunFiles {
    /// The folder of records.
    pub records: Folder,
    /// `run.jsonl`
    pub log: PathBuf,
    /// `summary.json`
    pub summary: PathBuf,
}

/// What to do with an earlier run into the same output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Earlier {
    /// Begin anew, unless it is unfinished.
    #[default]
    Keep,
    /// Begin anew.
    Overwrite,
    /// Go on where it ended.
    Resume,
}

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is an unfinished run, and nobody said what to do with it.
    #[error("an earlier run into the same output is unfinished")]
    Unfinished,
    /// The run's own files could not be opened.
    #[error(transparent)]
    Open(io::Error),
    /// An output could not be written. What was done before can be resumed.
    #[error("{error}")]
    Output {
        /// What the system said.
        #[source]
        error: io::Error,
        /// How many files were done.
        done: usize,
    },
}

/// Runs over all inputs. `seen` is told of each file as it is done.
pub fn run(
    inputs: Vec<Input>,
    extract: Extract,
    options: &Options,
    sinks: &mut [Box<dyn Sink>],
    seen: &mut dyn FnMut(&Entry, &Summary),
) -> Result<Summary, RunError> {
    let begun = Instant::now();
    let (known, recorder) = match &options.record {
        Some(files) => {
            let (known, recorder) = open(files, options.earlier)?;
            (known, Some(recorder))
        }
        None => (HashMap::new(), None),
    };
    let desk = Arc::new(Desk {
        extract,
        max_bytes: options.max_bytes,
        made_by: options.made_by.clone(),
        skip_failed: options.skip_failed,
        keep_duplicates: options.keep_duplicates,
        known,
        resume: options.earlier == Earlier::Resume,
        store: options.record.as_ref().map(|f| (f.records.clone(), Workspace::beside(&f.log))),
        wants_records: !sinks.is_empty(),
        firsts: Mutex::default(),
    });
    let coming = inputs.iter().filter(|input| !desk.is_done(&input.name));
    options.ahead.announce(coming.filter_map(|input| match &input.place {
        Place::File(path) => Some((input.name.clone(), path.clone())),
        _ => None,
    }));
    let (all, workers) = (inputs.len(), desk.clone());
    let jobs = inputs.into_iter().enumerate().map(|(number, input)| Numbered { number, input });
    let results = Ordered::new(jobs, &options.settings, move |job| workers.work(job));
    let mut run = Run { desk, sinks, recorder, names: HashSet::new() };
    let mut summary = Summary { made_by: options.made_by.clone(), ..Summary::default() };
    for (job, worked) in results {
        let kept = matches!(&worked, Ok(Worked { result: Work::Kept(..), .. }));
        let worked = worked.unwrap_or_else(|failure| Worked {
            hash: None,
            bytes: job.input.bytes,
            ms: 0,
            result: Work::Failed(failure),
        });
        let entry = run.take(&job, worked).map_err(|error| RunError::Output { error, done: summary.files })?;
        summary.add(&entry);
        summary.resumed += usize::from(kept);
        seen(&entry, &summary);
        if options.fail_fast && entry.outcome == Outcome::Failed {
            options.settings.stop.store(true, Ordering::SeqCst);
            break;
        }
    }
    summary.complete = summary.files == all;
    summary.took(begun.elapsed());
    run.finish(options.record.as_ref(), &summary).map_err(|error| RunError::Output { error, done: summary.files })?;
    Ok(summary)
}

fn open(files: &RunFiles, earlier: Earlier) -> Result<(HashMap<String, Entry>, Recorder), RunError> {
    let workspace = Workspace::beside(&files.log);
    let unfinished = workspace.journal().exists();
    if unfinished && earlier == Earlier::Keep {
        return Err(RunError::Unfinished);
    }
    // also when the run begins anew: it takes the place of what the earlier one wrote
    let mut known = Known::read(&files.log, &workspace).map_err(RunError::Open)?;
    if earlier != Earlier::Resume {
        workspace.clear().map_err(RunError::Open)?;
        known.whole = 0;
    }
    files.records.make().map_err(RunError::Open)?;
    let journal = workspace.open(known.whole).map_err(RunError::Open)?;
    let log = RunLog::create(&files.log).map_err(RunError::Open)?;
    Ok((known.entries, Recorder { journal, log }))
}

struct Recorder {
    journal: Journal,
    log: RunLog,
}

struct Run<'a> {
    desk: Arc<Desk>,
    sinks: &'a mut [Box<dyn Sink>],
    recorder: Option<Recorder>,
    /// The documents that have records.
    names: HashSet<String>,
}

impl Run<'_> {
    /// Takes the next source's result: its records, and its entry.
    fn take(&mut self, job: &Numbered, worked: Worked) -> io::Result<Entry> {
        let Worked { hash, bytes, ms, result } = worked;
        let mut entry = Entry {
            path: job.input.name.clone(),
            sha256: hash.map(|hash| hex(&hash)),
            bytes,
            format: crate::ingest::Format::of(job.input.name.as_ref()).map(|f| f.name().to_owned()),
            outcome: Outcome::Ok,
            code: None,
            message: None,
            duplicate_of: None,
            documents: Vec::new(),
            counts: Counts::default(),
            ms,
            made_by: self.desk.made_by.clone(),
        };
        let first = hash.and_then(|hash| self.desk.first(&hash));
        match result {
            Work::Broken(error) => return Err(error),
            Work::Skipped(why) => end(&mut entry, Outcome::Skipped, why),
            Work::Failed(why) => end(&mut entry, Outcome::Failed, why),
            Work::Fresh(documents) if first.is_some() => {
                self.discard(&documents);
                duplicate(&mut entry, first.unwrap_or_default());
            }
            Work::Duplicate(first) => duplicate(&mut entry, first),
            Work::Kept(..) if first.is_some() => duplicate(&mut entry, first.unwrap_or_default()),
            Work::Kept(earlier, records) => {
                entry = *earlier;
                self.names.extend(entry.records().into_iter().map(str::to_owned));
                self.feed(&records)?;
            }
            Work::Fresh(documents) => self.fresh(&mut entry, documents)?,
        }
        if let (true, Some(hash)) = (entry.is_ok(), hash) {
            self.desk.note(hash, &entry.path);
        }
        self.forget_earlier(&entry)?;
        if let Some(recorder) = &mut self.recorder {
            recorder.journal.add(&entry)?;
            recorder.log.add(&entry)?;
        }
        Ok(entry)
    }

    /// Places and hands on the records of a source that was extracted now.
    fn fresh(&mut self, entry: &mut Entry, documents: Vec<Document>) -> io::Result<()> {
        let itself = documents.len() == 1 && documents[0].path == entry.path;
        let all = documents.len();
        let mut failures = Vec::new();
        for Document { path, made } in documents {
            let placed = match made {
                Ok(made) => match self.place(&path, made.part.as_deref())? {
                    Ok(()) => Ok(made),
                    Err(why) => Err(why),
                },
                Err(why) => Err(why),
            };
            let (mut code, mut message) = (None, None);
            match placed {
                Ok(made) => {
                    entry.format = Some(made.format).filter(|_| itself).or(entry.format.take());
                    entry.counts.sum(&made.counts);
                    self.feed(made.record.as_slice())?;
                }
                Err(why) => {
                    (code, message) = (Some(why.code.clone()), Some(why.message.clone()));
                    failures.push(why);
                }
            }
            if !itself {
                entry.documents.push(DocumentEntry { path, code, message });
            }
        }
        if all == 0 {
            failures.push(Failure::new("empty", "holds no documents"));
        }
        let failed = failures.len();
        if let Some(first) = failures.into_iter().next() {
            entry.outcome = Outcome::Failed;
            entry.code = Some(first.code);
            entry.message =
                Some(if all > 1 { format!("{failed} of {all} documents: {}", first.message) } else { first.message });
        } else if entry.counts.warnings > 0 {
            entry.outcome = Outcome::OkWithDiagnostics;
        }
        Ok(())
    }

    /// Gives a record its name. The inner error is the document's own, the outer one ends the run.
    fn place(&mut self, path: &str, part: Option<&std::path::Path>) -> io::Result<Result<(), Failure>> {
        let (Some((folder, workspace)), Some(part)) = (&self.desk.store, part) else { return Ok(Ok(())) };
        if !self.names.insert(path.to_owned()) {
            workspace.discard(part);
            let why = format!("another input has already been written to {}", folder.target(path).display());
            return Ok(Err(Failure::new("name-taken", why)));
        }
        match folder.place(part, path) {
            Err(e) if is_about_the_name(&e) => {
                Ok(Err(Failure::new("output-name", format!("the record cannot bear its name: {e}"))))
            }
            placed => placed.map(Ok),
        }
    }

    fn feed(&mut self, records: &[Record]) -> io::Result<()> {
        records.iter().try_for_each(|record| self.sinks.iter_mut().try_for_each(|sink| sink.take(record)))
    }

    /// Takes away the parts of records that are not wanted.
    fn discard(&self, documents: &[Document]) {
        let Some((_, workspace)) = &self.desk.store else { return };
        for part in documents.iter().filter_map(|d| d.made.as_ref().ok()?.part.as_ref()) {
            workspace.discard(part);
        }
    }

    /// Takes away records of an earlier run that the source gives no more.
    fn forget_earlier(&self, entry: &Entry) -> io::Result<()> {
        let (Some((folder, _)), Some(earlier)) = (&self.desk.store, self.desk.known.get(&entry.path)) else {
            return Ok(());
        };
        let now = entry.records();
        let gone = earlier.records().into_iter().filter(|path| !now.contains(path) && !self.names.contains(*path));
        gone.into_iter().try_for_each(|path| folder.remove(path))
    }

    /// Ends the run: complete outputs get their names; what is incomplete stays to be resumed.
    fn finish(mut self, files: Option<&RunFiles>, summary: &Summary) -> io::Result<()> {
        if !summary.complete {
            return self.recorder.map_or(Ok(()), |recorder| recorder.journal.sync());
        }
        self.sinks.iter_mut().try_for_each(|sink| sink.finish())?;
        let (Some(mut recorder), Some(files)) = (self.recorder.take(), files) else { return Ok(()) };
        recorder.log.finish()?;
        summary.write(&files.summary)?;
        Workspace::beside(&files.log).finish(summary.failed > 0)
    }
}

/// Whether only this one record cannot be written as it should be called.
fn is_about_the_name(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, InvalidFilename, IsADirectory, NotADirectory};
    matches!(error.kind(), AlreadyExists | InvalidFilename | IsADirectory | NotADirectory)
}

fn end(entry: &mut Entry, outcome: Outcome, why: Failure) {
    (entry.outcome, entry.code, entry.message) = (outcome, Some(why.code), Some(why.message));
}

fn duplicate(entry: &mut Entry, first: String) {
    end(entry, Outcome::Skipped, Failure::new("duplicate", format!("the same bytes as {first}")));
    entry.duplicate_of = Some(first);
}
