//! Work in parallel, results in order: a bounded window, a time limit a job, and a panic that stays its job's own.
//!
//! A feeder hands out jobs as the window has room, workers do them, and the iterator gives the results in the order of
//! the jobs. A thread cannot be stopped from outside: a worker that overruns its time is left to itself, its job has
//! failed, and another worker takes its place.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use super::{Failure, panics};
use crate::ingest::patience::Patience;

/// How many jobs a worker can be ahead of the one that is waited for.
const AHEAD: usize = 32;
/// How many bytes may be under way; one job alone may have more.
const WINDOW: u64 = 64 << 20;
/// Deep recursion in a stage or a library must not end the program.
const STACK: usize = 16 << 20;
/// How often a waiting feeder looks whether it should stop.
const PATIENCE: Duration = Duration::from_millis(100);

/// How work is done.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How many workers.
    pub threads: usize,
    /// How long a job may take.
    pub timeout: Option<Duration>,
    /// When set, no further job is begun, and the iterator ends after those that are under way.
    pub stop: Arc<AtomicBool>,
}

impl Default for Settings {
    fn default() -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        Self { threads, timeout: Some(Duration::from_secs(30)), stop: Arc::default() }
    }
}

/// Something to do.
pub trait Job: Send + Sync + 'static {
    /// About how many bytes are held while it is under way.
    fn weight(&self) -> u64;
}

type Work<J, R> = Box<dyn Fn(&J) -> R + Send + Sync>;

/// The results of jobs, in the order of the jobs, each with its job.
pub struct Ordered<J, R> {
    shared: Arc<Shared<J, R>>,
    events: Receiver<Event<J, R>>,
    running: HashMap<usize, Running<J>>,
    ready: HashMap<usize, (Arc<J>, Result<R, Failure>)>,
    next: usize,
    fed: Option<usize>,
    timeout: Option<Duration>,
}

struct Shared<J, R> {
    work: Work<J, R>,
    queue: Mutex<Receiver<(usize, Arc<J>)>>,
    events: Sender<Event<J, R>>,
    room: Room,
}

struct Running<J> {
    job: Arc<J>,
    since: Instant,
    /// What the job asks for beyond the limit.
    patience: Patience,
    abandoned: Arc<AtomicBool>,
}

impl<J> Running<J> {
    /// How long the job may still take.
    fn left(&self, timeout: Duration) -> Duration {
        (timeout + self.patience.asked()).saturating_sub(self.since.elapsed())
    }
}

enum Event<J, R> {
    Started(usize, Running<J>),
    Done(usize, Result<R, Failure>),
    Fed(usize),
}

impl<J: Job, R: Send + 'static> Ordered<J, R> {
    /// Begins to do all jobs.
    pub fn new<I>(jobs: I, settings: &Settings, work: impl Fn(&J) -> R + Send + Sync + 'static) -> Self
    where
        I: IntoIterator<Item = J>,
        I::IntoIter: Send + 'static,
    {
        let (queue_in, queue) = mpsc::channel();
        let (events_in, events) = mpsc::channel();
        let threads = settings.threads.max(1);
        let room = Room::new(WINDOW, threads * AHEAD, settings.stop.clone());
        let shared =
            Arc::new(Shared { work: Box::new(work), queue: Mutex::new(queue), events: events_in.clone(), room });
        let (jobs, feeder) = (jobs.into_iter(), shared.clone());
        spawn("feeder", move || {
            let mut fed = 0;
            for job in jobs {
                if !feeder.room.take(job.weight()) || queue_in.send((fed, Arc::new(job))).is_err() {
                    break;
                }
                fed += 1;
            }
            let _ = events_in.send(Event::Fed(fed));
        });
        for _ in 0..threads {
            let shared = shared.clone();
            spawn("worker", move || shared.work());
        }
        let (running, ready) = (HashMap::new(), HashMap::new());
        Self { shared, events, running, ready, next: 0, fed: None, timeout: settings.timeout }
    }

    fn note(&mut self, event: Event<J, R>) {
        match event {
            Event::Started(n, running) => {
                self.running.insert(n, running);
            }
            // the result of a worker that was given up comes too late
            Event::Done(n, result) => {
                if let Some(Running { job, .. }) = self.running.remove(&n) {
                    self.ready.insert(n, (job, result));
                }
            }
            Event::Fed(jobs) => self.fed = Some(jobs),
        }
    }

    /// Gives up jobs that took too long.
    fn give_up(&mut self, timeout: Duration) {
        // what has come in meanwhile is not late
        while let Ok(event) = self.events.try_recv() {
            self.note(event);
        }
        let late: Vec<usize> =
            self.running.iter().filter(|(_, r)| r.left(timeout).is_zero()).map(|(n, _)| *n).collect();
        for n in late {
            let Some(Running { job, abandoned, patience, .. }) = self.running.remove(&n) else { continue };
            abandoned.store(true, Ordering::SeqCst);
            self.ready.insert(n, (job, Err(Failure::timeout(timeout + patience.asked()))));
            let shared = self.shared.clone();
            spawn("worker", move || shared.work());
        }
    }
}

impl<J: Job, R: Send + 'static> Iterator for Ordered<J, R> {
    type Item = (Arc<J>, Result<R, Failure>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(done) = self.ready.remove(&self.next) {
                self.next += 1;
                self.shared.room.give(done.0.weight());
                return Some(done);
            }
            if self.fed.is_some_and(|jobs| self.next >= jobs) {
                return None;
            }
            let left = self.timeout.and_then(|timeout| self.running.values().map(|r| r.left(timeout)).min());
            let event = match (left, self.timeout) {
                (Some(left), Some(timeout)) => match self.events.recv_timeout(left) {
                    Err(RecvTimeoutError::Timeout) => {
                        self.give_up(timeout);
                        continue;
                    }
                    event => event.ok(),
                },
                _ => self.events.recv().ok(),
            };
            // the channel is never closed: `shared` holds a sender
            self.note(event?);
        }
    }
}

impl<J, R> Drop for Ordered<J, R> {
    fn drop(&mut self) {
        self.shared.room.close();
    }
}

impl<J: Job, R> Shared<J, R> {
    /// Does jobs until there are none, nobody waits for them, or this worker is given up.
    fn work(&self) {
        let abandoned = Arc::new(AtomicBool::new(false));
        while !abandoned.load(Ordering::SeqCst) {
            let Ok((n, job)) = lock(&self.queue).recv() else { return };
            let patience = Patience::default();
            patience.watch();
            let running = Running { job: job.clone(), since: Instant::now(), patience, abandoned: abandoned.clone() };
            if self.room.is_closed() || self.events.send(Event::Started(n, running)).is_err() {
                return;
            }
            let result = catch_unwind(AssertUnwindSafe(|| (self.work)(&job)))
                .map_err(|panic| Failure::panic(&panics::words(panic.as_ref())));
            if self.events.send(Event::Done(n, result)).is_err() {
                return;
            }
        }
    }
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().name(name.to_owned()).stack_size(STACK).spawn(run);
    thread.expect("the system gives a thread");
}

/// No one panics while holding a lock; if one did, what is behind it would still be whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Room for jobs, in bytes. Each takes at least its share, so that their number is bounded, too.
struct Room {
    free: Mutex<u64>,
    freed: Condvar,
    all: u64,
    least: u64,
    stop: Arc<AtomicBool>,
    closed: AtomicBool,
}

impl Room {
    fn new(all: u64, jobs: usize, stop: Arc<AtomicBool>) -> Self {
        let least = (all / jobs.max(1) as u64).max(1);
        Self { free: Mutex::new(all), freed: Condvar::new(), all, least, stop, closed: AtomicBool::new(false) }
    }

    fn share(&self, weight: u64) -> u64 {
        weight.clamp(self.least, self.all)
    }

    /// Waits for room; false when no more jobs are wanted.
    fn take(&self, weight: u64) -> bool {
        let share = self.share(weight);
        let mut free = lock(&self.free);
        loop {
            if self.is_closed() || self.stop.load(Ordering::SeqCst) {
                return false;
            }
            if *free >= share {
                *free -= share;
                return true;
            }
            free = self.freed.wait_timeout(free, PATIENCE).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn give(&self, weight: u64) {
        *lock(&self.free) += self.share(weight);
        self.freed.notify_one();
    }

    fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.freed.notify_all();
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Job for u64 {
        fn weight(&self) -> u64 {
            *self
        }
    }

    fn settings(threads: usize, millis: u64) -> Settings {
        Settings { threads, timeout: Some(Duration::from_millis(millis)), ..Settings::default() }
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let work = |n: &u64| {
            thread::sleep(Duration::from_millis(n * 7 % 5));
            n * 2
        };
        let all: Vec<u64> =
            Ordered::new(0..200_u64, &settings(4, 10_000), work).map(|(_, r)| r.expect("done")).collect();
        assert_eq!(all, (0..200).map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn who_asks_for_time_has_it() {
        let work = |n: &u64| {
            if *n == 1 {
                crate::ingest::patience::ask(Duration::from_secs(20));
            }
            thread::sleep(Duration::from_millis(if *n < 3 { 900 } else { 0 }));
        };
        let codes = Ordered::new(0..4_u64, &settings(1, 300), work).map(|(_, r)| r.err().map(|f| f.code));
        assert_eq!(codes.collect::<Vec<_>>(), [Some("timeout".into()), None, Some("timeout".into()), None]);
    }

    #[test]
    fn a_panic_and_a_hang_are_failures_of_their_jobs() {
        let work = |n: &u64| match n {
            3 => panic!("a case of {n}"),
            5 => thread::sleep(Duration::from_secs(20)),
            _ => {}
        };
        let begun = Instant::now();
        let codes: Vec<Option<String>> =
            Ordered::new(0..8_u64, &settings(1, 1500), work).map(|(_, r)| r.err().map(|f| f.code)).collect();
        let code = |n: usize| codes[n].as_deref();
        assert_eq!(codes.len(), 8);
        assert_eq!((code(3), code(5)), (Some("panic"), Some("timeout")));
        assert_eq!(codes.iter().flatten().count(), 2);
        assert!(begun.elapsed() < Duration::from_secs(15));
    }

    #[test]
    fn the_window_is_bounded_and_a_job_larger_than_it_still_runs() {
        let under_way = Arc::new(Mutex::new((0_usize, 0_usize)));
        let seen = under_way.clone();
        let jobs = (0..400_u64).map(move |n| {
            let mut count = lock(&seen);
            count.0 += 1;
            count.1 = count.1.max(count.0);
            if n == 7 { WINDOW * 2 } else { 1 }
        });
        let mut done = 0;
        for (_, result) in Ordered::new(jobs, &settings(2, 10_000), |_| ()) {
            result.expect("done");
            done += 1;
            lock(&under_way).0 -= 1;
        }
        assert_eq!(done, 400);
        let most = lock(&under_way).1;
        // one job waits in the feeder's hand, one is given out before this test counts the one that made room for it
        assert!(most <= 2 * AHEAD + 2, "{most}");
    }

    #[test]
    fn stopped_it_ends_after_what_is_under_way() {
        let settings = settings(2, 10_000);
        let mut done = 0;
        for (n, _) in Ordered::new(0.., &settings, |n: &u64| *n) {
            assert_eq!(*n, done);
            done += 1;
            if done == 10 {
                settings.stop.store(true, Ordering::SeqCst);
            }
        }
        assert!(done >= 10 && done <= 10 + 3 * AHEAD as u64, "{done}");
    }
}
