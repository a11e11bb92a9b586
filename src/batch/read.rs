//! The bytes of an input, no more than are allowed.

use std::{
    fs::File,
    io::{self, Read},
};

use super::{
    Failure,
    inputs::{Input, Place},
};
use crate::{error::Error, ingest::Format};

/// Reads an input that has no more than so many bytes.
pub fn read(input: &Input, max_bytes: u64) -> Result<Vec<u8>, Failure> {
    let file = match &input.place {
        Place::Skipped(why) | Place::Unreachable(why) => return Err(why.clone()),
        Place::Stdin => return take(io::stdin(), max_bytes),
        Place::File(file) => file,
    };
    if Format::of(file).is_none()
        && let Some(extension) = file.extension()
    {
        return Err(Error::UnknownFormat(extension.to_string_lossy().into_owned()).into());
    }
    let file = File::open(file).map_err(|e| Failure::io(&e))?;
    let length = file.metadata().map_err(|e| Failure::io(&e))?.len();
    if length > max_bytes {
        return Err(Failure::too_large(max_bytes));
    }
    take(file, max_bytes)
}

/// A pipe does not say how much there is.
fn take(from: impl Read, max_bytes: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    from.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| Failure::io(&e))?;
    if bytes.len() as u64 > max_bytes {
        return Err(Failure::too_large(max_bytes));
    }
    Ok(bytes)
}
