//! A corpus for timing: the composed plans over and over, their figures varied so that no two files are the same.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// Makes the corpus when the folder does not hold it; gives its size in bytes.
pub(crate) fn make(folder: &Path, files: usize) -> Result<f64, Box<dyn Error>> {
    let plans = plans()?;
    let mut size = 0;
    for n in 0..files {
        let (name, plan) = &plans[n % plans.len()];
        // a thousand files a folder
        let path = folder.join(format!("{:03}", n / 1_000)).join(format!("{n:05}-{name}"));
        if !path.exists() {
            fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
            fs::write(&path, varied(plan, n as u64))?;
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

fn plans() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let mut plans = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.ends_with(".json") {
            plans.push((name, fs::read_to_string(&path)?));
        }
    }
    plans.sort();
    Ok(plans)
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
