//! Names with a dash inside: those of fields, provinces and abbreviations, and others (`data/dashed_names.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::{agency_words, list, provinces};
use crate::text::{fold, letters::is_alphanumeric};

#[derive(Deserialize)]
struct File {
    names: Vec<String>,
}

/// The folded words before and after each dash.
static HALVES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let file: File = list!("dashed_names");
    let fields = agency_words::fields().iter().map(|f| f.name.as_str());
    let short = agency_words::abbreviations().iter().map(|a| a.words.as_str());
    let places = provinces::all().iter().map(|p| p.name.as_str());
    let names = file.names.iter().map(String::as_str).chain(fields).chain(short).chain(places);
    names.filter_map(|name| name.split_once(" - ")).map(|(first, second)| (fold(first), fold(second))).collect()
});

/// Do the folded words `before` end with the first half of such a name, and do those `after` begin with the second, as
/// far as their line holds it?
///
/// ```
/// use kehoach::lexicon::dashed_names::are_halves;
/// assert!(are_halves("chủ trì, phối hợp với sở lao động", "thương binh và xã hội kiểm tra"));
/// assert!(!are_halves("hỗ trợ người lao động", "tổ chức đối thoại"));
/// assert!(!are_halves("phòng văn hóa", "xã hội hóa các nguồn lực"));
/// ```
pub fn are_halves(before: &str, after: &str) -> bool {
    // `xã hội hóa`, `kế hoạch hóa` are words of their own
    let whole = |rest: &str| !rest.starts_with(is_alphanumeric) && !rest.starts_with(" hóa");
    let begins = |second: &str| {
        after.strip_prefix(second).is_some_and(whole)
            || after.contains(' ') && second.strip_prefix(after).is_some_and(whole)
    };
    HALVES.iter().any(|(first, second)| before.ends_with(first.as_str()) && begins(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_comes_apart() {
        let file: File = list!("dashed_names");
        for name in &file.names {
            let name = fold(name);
            let (first, second) = name.split_once(" - ").unwrap_or_else(|| panic!("{name} has no dash"));
            assert!(are_halves(first, second), "{name}");
        }
    }
}
