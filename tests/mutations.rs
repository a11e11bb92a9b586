//! Damaged documents through the whole pipeline: no panic, no hang, and every record keeps the rules of records.
//!
//! `cargo test` runs some hundreds; `KEHOACH_MUTATIONS=100000 cargo test --test mutations` as many as it says, beginning with
//! `KEHOACH_MUTATION_FROM`. What damages an input follows from its number alone, so a number is all it takes to see it again.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        LazyLock, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use kehoach::{pipeline::Pipeline, validate};

const LONGEST: usize = 64 << 10;
const SLOW: Duration = Duration::from_secs(1);
/// Nothing that short takes that long, however busy the machine is.
const HUNG: Duration = Duration::from_secs(120);

/// Words and signs that rules look for.
const WORDS: [&str; 28] = [
    "\nI. ",
    "\n1. ",
    "\n1.1. ",
    "\na) ",
    "\n- ",
    "\n+ ",
    "\n* ",
    "\n(1) ",
    "\nĐiều 1. ",
    "\nPHỤ LỤC\n",
    "\n|",
    "\t",
    "[1]",
    "%",
    " 12.345,6 ",
    " - ",
    "/",
    "trước ngày 30/11 ",
    "hằng năm ",
    "Nơi nhận:\n",
    "Số: ",
    "Căn cứ ",
    "chủ trì, phối hợp với ",
    "Sở Nội vụ, ",
    "(",
    "“",
    "\u{0301}",
    "\u{202e}",
];

/// A sequence of numbers that looks random: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when that is 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() >> 1).unwrap_or_default() % end.max(1)
    }

    fn range(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..(start + self.below(most)).min(length)
    }
}

/// Documents of the formats that need no other program, with their names.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let entries =
        ["corpus/plans", "fixtures/formats"].into_iter().flat_map(|f| fs::read_dir(root.join(f)).expect("a folder"));
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    let read = ["txt", "md", "html", "htm", "docx", "zip"];
    paths.retain(|p| p.extension().is_some_and(|e| read.iter().any(|r| e == *r)));
    paths.sort();
    let name = |p: &Path| p.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|p| (name(p), fs::read(p).expect("a document"))).collect()
}

/// The input of a number: a document, or often a part of one, damaged once to four times.
fn input(number: usize, seeds: &[(String, Vec<u8>)]) -> (String, Vec<u8>) {
    let mut dice = Dice(number as u64);
    let (name, whole) = &seeds[dice.below(seeds.len())];
    let packed = whole.starts_with(b"PK");
    let mut bytes = if packed || dice.below(8) == 0 {
        whole.clone()
    } else {
        let start = dice.below(whole.len());
        whole[start..(start + 200 + dice.below(4_000)).min(whole.len())].to_vec()
    };
    for _ in 0..=dice.below(4) {
        damage(&mut bytes, &mut dice, seeds);
        bytes.truncate(LONGEST);
    }
    (name.clone(), bytes)
}

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice, seeds: &[(String, Vec<u8>)]) {
    let length = bytes.len();
    match dice.below(8) {
        0 => bytes.truncate(dice.below(length)),
        1 => drop(bytes.drain(..dice.below(length))),
        2 => {
            for _ in 0..=dice.below(16) {
                let at = dice.below(length);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
        3 => {
            let (_, other) = &seeds[dice.below(seeds.len())];
            bytes.truncate(dice.below(length));
            bytes.extend_from_slice(&other[dice.range(other.len(), 4_000)]);
        }
        4 => {
            let part = bytes[dice.range(length, 200)].to_vec();
            let at = dice.below(length);
            bytes.splice(at..at, part.repeat(dice.below(100)));
        }
        5 => drop(bytes.drain(dice.range(length, 400))),
        6 => *bytes = other_lines(bytes, dice),
        _ => {
            for _ in 0..=dice.below(6) {
                let at = dice.below(bytes.len());
                bytes.splice(at..at, WORDS[dice.below(WORDS.len())].bytes());
            }
        }
    }
}

/// Some lines emptied, dropped or doubled, as where cells of a table are lines.
fn other_lines(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let rate = 4 + dice.below(40);
    let changed = bytes.split_inclusive(|b| *b == b'\n').flat_map(|line| match dice.below(rate) {
        0 => b"\n".to_vec(),
        1 => Vec::new(),
        2 => [line, line].concat(),
        _ => line.to_vec(),
    });
    changed.collect()
}

/// How long this thread has worked, which a busy machine does not lengthen; where that is unknown, how late it is.
fn worked() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stat.as_deref().and_then(|s| s.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

/// What is wrong with the outcome of an input.
fn fault(name: &str, bytes: &[u8]) -> Option<String> {
    let begun = worked();
    let extracted = catch_unwind(AssertUnwindSafe(|| Pipeline::default().documents(bytes, name.as_ref())));
    let taken = worked().saturating_sub(begun);
    let Ok(documents) = extracted else { return Some("panics".into()) };
    if taken > SLOW {
        return Some(format!("takes {taken:?}"));
    }
    documents.into_iter().filter_map(|d| d.record.ok()).find_map(|plan| {
        let problems = validate::problems(&serde_json::to_value(plan).expect("JSON"));
        problems.first().map(|problem| format!("breaks a rule: {problem}"))
    })
}

/// Inputs that fuzzing found faults with, each named after its fault.
#[test]
fn what_fuzzing_found_stays_mended() {
    let found = fs::read_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/fuzz")).expect("a folder");
    let paths: Vec<PathBuf> = found.map(|e| e.expect("an entry").path()).collect();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy();
        assert_eq!(fault(&name, &fs::read(&path).expect("a document")), None, "{name}");
    }
}

fn setting(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |n| n.parse().unwrap_or_else(|_| panic!("{name} is no number")))
}

#[test]
fn damaged_documents_give_records_or_errors() {
    let seeds = seeds();
    let first = setting("KEHOACH_MUTATION_FROM", 0);
    let end = first + setting("KEHOACH_MUTATIONS", 400);
    let next = AtomicUsize::new(first);
    let faults = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let under_way: Vec<Mutex<Option<(usize, Instant)>>> = (0..workers).map(|_| Mutex::new(None)).collect();
    thread::scope(|scope| {
        let running: Vec<_> = under_way
            .iter()
            .map(|slot| {
                let (next, faults, seeds) = (&next, &faults, &seeds);
                scope.spawn(move || {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= end {
                            break;
                        }
                        *slot.lock().expect("no panic here") = Some((number, Instant::now()));
                        if number % 5_000 == 0 && number > first {
                            eprintln!("{number} of {end}");
                        }
                        let (name, bytes) = input(number, seeds);
                        if let Some(fault) = fault(&name, &bytes) {
                            faults.lock().expect("no panic here").push(format!("{number} ({name}) {fault}"));
                        }
                        *slot.lock().expect("no panic here") = None;
                    }
                })
            })
            .collect();
        while running.iter().any(|worker| !worker.is_finished()) {
            thread::sleep(Duration::from_millis(50));
            for slot in &under_way {
                if let Some((number, begun)) = *slot.lock().expect("no panic here")
                    && begun.elapsed() > HUNG
                {
                    eprintln!("input {number} does not come to an end");
                    std::process::exit(101);
                }
            }
        }
    });
    let faults = faults.into_inner().expect("no panic here");
    assert!(faults.is_empty(), "of the inputs {first} to {end}:\n{}", faults.join("\n"));
}
