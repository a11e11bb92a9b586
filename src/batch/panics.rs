//! The words of a panic, with its place when they were noted.

use std::{any::Any, cell::RefCell, panic};

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes where panics arise instead of printing them: for a program whose runs report them as failures of files.
/// A library leaves the hook as it is.
pub fn note_places() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        PLACE.with(|noted| *noted.borrow_mut() = place);
    }));
}

/// What a caught panic said, on the thread that caught it.
pub(super) fn words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref().cloned());
    let said = said.unwrap_or_else(|| "without words".to_owned());
    match PLACE.with(|noted| noted.borrow_mut().take()) {
        Some(place) => format!("{said} ({place})"),
        None => said,
    }
}
