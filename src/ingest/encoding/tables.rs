//! Letters of TCVN3, VNI and VISCII (`src/lexicon/data/encodings.toml`).

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::lexicon::list;

/// Letters by the byte that the first of them stands for.
struct Runs {
    tcvn3: &'static [(usize, &'static str)],
    viscii: &'static [(usize, &'static str)],
    vni: &'static [(usize, &'static str)],
    /// What a byte adds to the letter before it.
    vni_marks: &'static [(usize, &'static str)],
}

static RUNS: Runs = list!("encodings");

/// What the bytes mean; `None` as in windows-1252.
pub(super) struct Tables {
    pub(super) tcvn3: [Option<char>; 256],
    pub(super) viscii: [Option<char>; 256],
    pub(super) vni: [Option<char>; 256],
    /// What a byte adds to the letter before it.
    pub(super) vni_marks: [&'static str; 256],
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut vni_marks = [""; 256];
    for (byte, marks) in RUNS.vni_marks {
        vni_marks[*byte] = marks;
        vni_marks[byte - 0x20] = marks;
    }
    Tables { tcvn3: table(RUNS.tcvn3), viscii: table(RUNS.viscii), vni: table(RUNS.vni), vni_marks }
});

fn table(runs: &[(usize, &str)]) -> [Option<char>; 256] {
    let mut table = [None; 256];
    for (first, letters) in runs {
        for (i, letter) in letters.chars().enumerate() {
            table[first + i] = Some(letter);
        }
    }
    table
}

/// The letter that a VNI mark makes of the letter before it, when there is one.
pub(super) fn with_mark(letter: char, byte: u8) -> Option<char> {
    let marks = TABLES.vni_marks[usize::from(byte)];
    if marks.is_empty() || !"aeouyAEOUYơưƠƯ".contains(letter) {
        return None;
    }
    let mut whole = std::iter::once(letter).chain(marks.chars()).nfc();
    whole.next().filter(|_| whole.next().is_none())
}
