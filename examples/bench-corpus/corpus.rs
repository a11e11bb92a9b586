//! A corpus for timing: plans as long as real ones, made of the composed plans, figures varied so that no two files are
//! the same.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// A composed plan, cut where further parts can be set in.
struct Plan {
    name: String,
    /// Up to the signature.
    words: String,
    /// What can stand as a part of another plan: from the first section to the signature.
    body: Option<String>,
    signature: String,
    /// Hard-wrapped lines; a plan has one way of breaking lines.
    wrapped: bool,
}

/// Makes the corpus when the folder does not hold it; gives its size in bytes.
pub(crate) fn make(folder: &Path, files: usize) -> Result<f64, Box<dyn Error>> {
    make_of(folder, files, lengthened)
}

/// The same of plans as short as they are composed.
pub(crate) fn make_short(folder: &Path, files: usize) -> Result<f64, Box<dyn Error>> {
    make_of(folder, files, |plans, n| {
        let plan = &plans[n % plans.len()];
        plan.words.clone() + &plan.signature
    })
}

fn make_of(folder: &Path, files: usize, text: impl Fn(&[Plan], usize) -> String) -> Result<f64, Box<dyn Error>> {
    let plans = plans()?;
    let mut size = 0;
    for n in 0..files {
        let plan = &plans[n % plans.len()];
        // a thousand files a folder
        let path = folder.join(format!("{:03}", n / 1_000)).join(format!("{n:05}-{}", plan.name));
        if !path.exists() {
            fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
            fs::write(&path, varied(&text(&plans, n), n as u64))?;
        }
        size += fs::metadata(&path)?.len();
    }
    #[allow(clippy::cast_precision_loss)] // megabytes
    Ok(size as f64)
}

/// The document of the corpus whose size is nearest to 30 KB.
pub(crate) fn one(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let files = fs::read_dir(folder.join("000"))?.filter_map(Result::ok);
    let near = files.min_by_key(|file| file.metadata().map_or(u64::MAX, |m| m.len().abs_diff(30_000)));
    Ok(near.ok_or("an empty corpus")?.path())
}

fn plans() -> Result<Vec<Plan>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let mut plans = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_none_or(|e| e != "json") {
            plans.push(cut(name, &fs::read_to_string(&path)?));
        }
    }
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(plans)
}

fn cut(name: String, text: &str) -> Plan {
    let lines =
        || text.match_indices('\n').map(|(at, _)| (at + 1, text[at + 1..].trim_start_matches([' ', '*', '#', '|'])));
    let signature = lines().find(|(_, line)| line.starts_with("Nơi nhận")).map_or(text.len(), |(at, _)| at);
    let body = lines().find(|(_, line)| ["I. ", "A. "].iter().any(|first| line.starts_with(first)));
    Plan {
        name,
        words: text[..signature].to_owned(),
        body: body.and_then(|(at, _)| text.get(at..signature)).map(str::to_owned),
        signature: text[signature..].to_owned(),
        wrapped: text.lines().all(|line| line.len() < 400),
    }
}

/// A plan of 20 to 90 KB: the bodies of the plans that follow it are its further parts.
fn lengthened(plans: &[Plan], n: usize) -> String {
    let first = &plans[n % plans.len()];
    let size = 20_000 + n * 7_919 % 65_000;
    let mut text = first.words.clone();
    let others = plans.iter().cycle().skip(n % plans.len() + 1).filter(|other| other.wrapped == first.wrapped);
    let mut bodies = others.filter_map(|other| other.body.as_ref());
    for part in 2.. {
        if text.len() + first.signature.len() >= size {
            break;
        }
        let body = bodies.next().expect("there is always another");
        text.extend(["\nPHẦN ", &part.to_string(), "\n", body]);
    }
    text + &first.signature
}

/// The text with the last digit of about a third of its numbers changed; years, days and months stay what they are.
fn varied(text: &str, seed: u64) -> String {
    let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |most: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % most
    };
    let bytes = text.as_bytes();
    let mut varied = String::with_capacity(text.len());
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let end = at + digits.max(1);
        let number = &bytes[at..at + digits];
        let year = matches!(number, [b'1', b'9', _, _] | [b'2', b'0', _, _]);
        if digits > 1 && !year && bytes.get(end) != Some(&b'/') && next(3) == 0 {
            varied.push_str(&text[copied..end - 1]);
            varied.push_str(&next(10).to_string());
            copied = end;
        }
        at = end;
    }
    varied.push_str(&text[copied..]);
    varied
}
