//! Letters of TCVN3, VNI and VISCII (`src/lexicon/data/encodings.toml`).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::lexicon::list;

type Runs = BTreeMap<String, String>;

#[derive(Deserialize)]
struct File {
    tcvn3: Runs,
    viscii: Runs,
    vni: Vni,
}

#[derive(Deserialize)]
struct Vni {
    letters: Runs,
    marks: Runs,
}

/// What the bytes mean; `None` as in windows-1252.
pub(super) struct Tables {
    pub(super) tcvn3: [Option<char>; 256],
    pub(super) viscii: [Option<char>; 256],
    pub(super) vni: [Option<char>; 256],
    /// What a byte adds to the letter before it.
    pub(super) vni_marks: Vec<String>,
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let file: File = list!("encodings");
    let mut vni_marks = vec![String::new(); 256];
    for (byte, marks) in &file.vni.marks {
        let byte = code(byte);
        vni_marks[byte].clone_from(marks);
        vni_marks[byte - 0x20].clone_from(marks);
    }
    Tables { tcvn3: table(&file.tcvn3), viscii: table(&file.viscii), vni: table(&file.vni.letters), vni_marks }
});

fn code(hex: &str) -> usize {
    usize::from_str_radix(hex, 16).expect("keys of encodings.toml are bytes")
}

fn table(runs: &Runs) -> [Option<char>; 256] {
    let mut table = [None; 256];
    for (first, letters) in runs {
        for (i, letter) in letters.chars().enumerate() {
            table[code(first) + i] = Some(letter);
        }
    }
    table
}

/// The letter that a VNI mark makes of the letter before it, when there is one.
pub(super) fn with_mark(letter: char, byte: u8) -> Option<char> {
    let marks = &TABLES.vni_marks[usize::from(byte)];
    if marks.is_empty() || !"aeouyAEOUYơưƠƯ".contains(letter) {
        return None;
    }
    let mut whole = std::iter::once(letter).chain(marks.chars()).nfc();
    whole.next().filter(|_| whole.next().is_none())
}
