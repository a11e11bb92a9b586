//! The floor: what every program that turns plans into records with their text and hash must do, and nothing else.

use std::{
    error::Error,
    fs::File,
    io::{BufWriter, Read, Write},
    path::Path,
};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Walks the folder; of each file: read, check that it is UTF-8 and NFC, hash, write the text as a JSON string.
pub(crate) fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let (mut bytes, mut line) = (Vec::new(), Vec::new());
    for path in files {
        bytes.clear();
        File::open(path)?.read_to_end(&mut bytes)?;
        let text = simdutf8::basic::from_utf8(&bytes)?;
        let composed: String;
        let text = if is_composed(text.as_bytes()) {
            text
        } else {
            composed = text.nfc().collect();
            &composed
        };
        line.clear();
        serde_json::to_writer(&mut line, text)?;
        out.write_all(&Sha256::digest(&bytes))?;
        out.write_all(&line)?;
    }
    Ok(out.flush()?)
}

/// Only characters of blocks that hold composed letters and punctuation: U+0000–02FF, U+1E00–1EFF, U+2002–203F.
fn is_composed(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        at += match lead {
            0..=0xcb => 1,
            0xe1 if matches!(bytes[at + 1], 0xb8..=0xbb) => 3,
            0xe2 if bytes[at + 1] == 0x80 && bytes[at + 2] >= 0x82 => 3,
            _ => return false,
        };
    }
    true
}
