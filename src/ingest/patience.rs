//! How much longer than its limit a file may take: reading a page from its image takes seconds.

use std::{
    cell::RefCell,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

thread_local! {
    static WATCHER: RefCell<Option<Patience>> = const { RefCell::new(None) };
}

/// The time that readers have asked for, shared with whoever watches how long they take.
#[derive(Debug, Clone, Default)]
pub struct Patience(Arc<AtomicU64>);

impl Patience {
    /// From now on, what is read on this thread asks for its time here.
    pub fn watch(&self) {
        WATCHER.with_borrow_mut(|watcher| *watcher = Some(self.clone()));
    }

    /// The time asked for so far.
    pub fn asked(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// Asks for more time for the file that this thread reads; nothing happens when nobody watches.
pub fn ask(time: Duration) {
    let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    WATCHER.with_borrow(|watcher| {
        if let Some(Patience(asked)) = watcher {
            asked.fetch_add(millis, Ordering::Relaxed);
        }
    });
}
