//! Turns the word lists in `src/lexicon/data/*.toml` into Rust values that lie in the program as they are searched.
//!
//! TOML is for the people who add words. Reading it, folding its words and sorting them into sets at each start would cost
//! more than most documents do. Each list becomes an expression that `list!` of `src/lexicon/mod.rs` puts where it is used.

mod agencies;
mod agency_words;
mod documents;
mod lists;
mod print;
mod source;
mod time;

/// What the library folds words and sorts sets by.
#[path = "../src"]
#[allow(dead_code, unreachable_pub, unused_macros, unused_imports, reason = "the library needs all of it")]
mod shared {
    pub mod lexicon {
        pub mod law_names;
        pub mod name_words;
        pub mod phrases;
        pub mod sorted;
    }
    pub mod text;
}
use shared::{lexicon, text};

use std::{env, fs, path::Path};

fn main() {
    for watched in ["build", source::FOLDER, "src/text.rs", "src/text", "src/lexicon"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let all = [agencies::lists(), agency_words::lists(), documents::lists(), time::lists(), lists::lists()];
    for (name, value) in all.into_iter().flatten() {
        fs::write(Path::new(&out).join(format!("{name}.rs")), value).expect("OUT_DIR is writable");
    }
}
