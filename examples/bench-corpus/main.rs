//! How fast the program is, as multiples of what no program can do without.
//!
//! `cargo build --release --bin kehoach --examples && cargo run --release --example bench-corpus -- FOLDER [FILES]`;
//! `bench-corpus --scale FOLDER [FILES]` watches one run over 100,000 short plans (`scale.rs`).
//!
//! Makes a corpus of FILES plans of 20 to 90 KB (2,000 unless told) in FOLDER out of `corpus/plans`, when it is not there
//! yet. Then runs, on the same files, one after another: the floor (`floor.rs`), the program on one and on two
//! threads, the Python script `benches/baseline.py` on one and two workers; and for the cold start an empty process and
//! the program on one document. Times are CPU times, the least of several runs.

mod corpus;
mod floor;
mod measure;
mod scale;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::Command,
};

use measure::{Cost, cost};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--floor", folder] => floor::run(Path::new(folder)),
        [folder] => compare(Path::new(folder), 2_000),
        ["--scale", folder] => scale(Path::new(folder), 100_000),
        ["--scale", folder, files] => scale(Path::new(folder), files.parse()?),
        [folder, files] => compare(Path::new(folder), files.parse()?),
        _ => Err("bench-corpus [--scale] FOLDER [FILES]".into()),
    }
}

/// One run over many short plans (100,000 unless told), its records beside the folder.
fn scale(folder: &Path, files: usize) -> Result<(), Box<dyn Error>> {
    let size = corpus::make_short(folder, files)?;
    println!("{files} files, {:.1} MB\n", size / 1e6);
    let examples = std::env::current_exe()?;
    let program = examples.parent().ok_or("a program stands in a folder")?.with_file_name("kehoach");
    scale::run(&program, folder, files)
}

fn compare(folder: &Path, files: usize) -> Result<(), Box<dyn Error>> {
    let size = corpus::make(folder, files)?;
    let this = std::env::current_exe()?;
    let examples = this.parent().ok_or("a program stands in a folder")?;
    let (noop, kehoach) = (examples.join("noop"), examples.with_file_name("kehoach"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/baseline.py");
    let program = |threads: &'static str| {
        let (kehoach, folder) = (kehoach.clone(), folder.to_owned());
        move || command(&kehoach, &["extract", "-q", "-j", threads], &folder)
    };
    let baseline = |workers: &'static str| {
        let folder = folder.to_owned();
        let script = script.clone();
        move || command(Path::new("python3"), &[&script.to_string_lossy(), workers], &folder)
    };

    println!("{files} files, {:.1} MB\n", size / 1e6);
    println!("| | CPU s | wall s | MB per CPU s | CPU over the floor | peak MB |");
    println!("|---|---|---|---|---|---|");
    let floor = cost(5, || command(&this, &["--floor"], folder))?;
    let row = |name: &str, cost: &Cost| {
        let (rate, ratio) = (size / 1e6 / cost.cpu, cost.cpu / floor.cpu);
        println!("| {name} | {:.2} | {:.2} | {rate:.1} | {ratio:.1} | {:.0} |", cost.cpu, cost.wall, cost.peak);
    };
    row("floor: walk, read, UTF-8, NFC, SHA-256, JSON of the text", &floor);
    let one = cost(3, program("1"))?;
    row("kehoach, 1 thread", &one);
    let two = cost(3, program("2"))?;
    row("kehoach, 2 threads", &two);
    let script_one = cost(1, baseline("1"))?;
    row("Python script, 1 process", &script_one);
    let script_two = cost(1, baseline("2"))?;
    row("Python script, 2 processes", &script_two);

    let document = corpus::one(folder)?;
    let cold = cost(20, || command(&kehoach, &["extract", "-q"], &document))?;
    let empty = cost(20, || Command::new(&noop))?;
    println!("\n| | |\n|---|---|");
    println!("| CPU over the floor, 1 thread | {:.1} |", one.cpu / floor.cpu);
    println!("| rate over the Python script, 1 worker each | {:.1} |", script_one.wall / one.wall);
    println!("| rate over the Python script, 2 workers each | {:.1} |", script_two.wall / two.wall);
    println!("| CPU of 2 threads over 1 | {:.2} |", two.cpu / one.cpu);
    println!("| one document over an empty process | {:.1} ms, {:.1} ms |", cold.cpu * 1e3, empty.cpu * 1e3);
    Ok(())
}

fn command(program: &Path, args: &[&str], input: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(args).arg(PathBuf::from(input));
    command
}
