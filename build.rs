//! Turns the word lists in `src/lexicon/data/*.toml` into compact JSON that the library reads without copying.
//!
//! TOML is for the people who add words; parsing it at each start would cost more than most documents do.

use std::{env, fs, path::Path};

fn main() {
    let source = Path::new("src/lexicon/data");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed={}", source.display());
    for entry in fs::read_dir(source).expect("src/lexicon/data is a folder") {
        let path = entry.expect("readable folder entry").path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let name = path.file_stem().expect("a file name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("readable lexicon");
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => panic!("{}: {error}", path.display()),
        };
        let json = serde_json::to_string(&table).expect("a TOML table is valid JSON");
        fs::write(Path::new(&out).join(format!("{name}.json")), json).expect("OUT_DIR is writable");
    }
}
