//! Files that a run will come to are converted together with the one that is wanted now: to start LibreOffice takes ten
//! times as long as to convert a file.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    fmt, fs,
    path::{Path, PathBuf},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use sha2::{Digest, Sha256};

use super::{convert, convert_within};
use crate::{
    error::Error,
    ingest::{Format, patience, sniff},
};

/// Files that are converted in one run.
const TOGETHER: usize = 16;
/// Larger files are converted alone.
const LARGEST: u64 = 4 << 20;
/// Results that may wait to be fetched.
const WAITING: usize = 256;
/// How long a run of many files may take. What is not done then is converted alone, with the time that it has alone.
const TIME: Duration = Duration::from_secs(30);

type Hash = [u8; 32];

/// What is converted ahead; empty until a run announces its files.
#[derive(Default)]
pub struct Ahead {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The files to come: what each is called in the records, and where it is.
    coming: VecDeque<(String, PathBuf)>,
    under_way: HashSet<Hash>,
    runs: usize,
    done: HashMap<Hash, Vec<u8>>,
}

impl fmt::Debug for Ahead {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Ahead").field("coming", &self.lock().coming.len()).finish()
    }
}

impl Ahead {
    /// Says which files will be wanted, in order, each with its name in the records. Of other formats they are passed over.
    pub fn announce(&self, files: impl IntoIterator<Item = (String, PathBuf)>) {
        let office = |path: &Path| matches!(Format::of(path), Some(Format::Doc | Format::Rtf | Format::Odt));
        self.lock().coming = files.into_iter().filter(|(_, path)| office(path)).collect();
    }

    /// The file as DOCX.
    pub(in super::super) fn convert(&self, bytes: &[u8], format: Format, name: &Path) -> Result<Vec<u8>, Error> {
        let alone = || convert(&[(bytes, format)]).pop().unwrap_or(Err(Error::Empty));
        let hash: Hash = Sha256::digest(bytes).into();
        let mut state = self.lock();
        if !state.under_way.contains(&hash) && !state.done.contains_key(&hash) {
            // what stands before it was passed over by the run
            let Some(at) = state.coming.iter().position(|(coming, _)| Path::new(coming) == name) else {
                drop(state);
                return alone();
            };
            state.coming.drain(..at);
            state = self.run(state);
        }
        patience::ask(TIME);
        let most = thread::available_parallelism().map_or(1, usize::from);
        while state.under_way.contains(&hash) {
            // better than to wait
            if state.runs < most && !state.coming.is_empty() && state.done.len() < WAITING {
                state = self.run(state);
            } else {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
        }
        let done = state.done.remove(&hash);
        drop(state);
        done.map_or_else(alone, Ok)
    }

    /// Converts the next files to come.
    fn run<'a>(&'a self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let next: Vec<PathBuf> = (0..TOGETHER).map_while(|_| state.coming.pop_front()).map(|(_, path)| path).collect();
        // read while others wait, so that they see what is under way
        let small = |path: &Path| fs::metadata(path).is_ok_and(|m| m.len() <= LARGEST);
        let read = |path: PathBuf| {
            let bytes = small(&path).then(|| fs::read(&path).ok()).flatten()?;
            let format = sniff(&bytes, &path).ok()?;
            let hash: Hash = Sha256::digest(&bytes).into();
            matches!(format, Format::Doc | Format::Rtf | Format::Odt).then_some((hash, bytes, format))
        };
        let files: Vec<(Hash, Vec<u8>, Format)> = next.into_iter().filter_map(read).collect();
        let hashes: Vec<Hash> = files.iter().map(|f| f.0).collect();
        state.under_way.extend(&hashes);
        state.runs += 1;
        drop(state);
        // also when the thread ends in a panic, nobody waits for ever
        let end = End { ahead: self, hashes: &hashes };
        patience::ask(TIME);
        let run: Vec<(&[u8], Format)> = files.iter().map(|(_, bytes, format)| (bytes.as_slice(), *format)).collect();
        let converted = convert_within(&run, TIME);
        let mut state = self.lock();
        if state.done.len() > WAITING {
            state.done.clear();
        }
        let whole = hashes.iter().zip(converted).filter_map(|(hash, result)| Some((*hash, result.ok()?)));
        state.done.extend(whole);
        drop(state);
        drop(end);
        self.lock()
    }

    /// No one panics while holding the lock; if one did, what is behind it would still be whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The end of a run: those who wait look again.
struct End<'a> {
    ahead: &'a Ahead,
    hashes: &'a [Hash],
}

impl Drop for End<'_> {
    fn drop(&mut self) {
        let mut state = self.ahead.lock();
        state.runs -= 1;
        for hash in self.hashes {
            state.under_way.remove(hash);
        }
        drop(state);
        self.ahead.changed.notify_all();
    }
}
