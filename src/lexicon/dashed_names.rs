//! Names with a dash inside: those of fields, provinces and abbreviations, and others (`data/dashed_names.toml`).

use super::list;
use crate::text::letters::is_alphanumeric;

/// The folded words before and after each dash.
static HALVES: &[(&str, &str)] = list!("dashed_names");

/// Those whose second half stands nowhere else.
static CERTAIN: &[(&str, &str)] = list!("certain_dashed_names");

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
    HALVES.iter().any(|(first, second)| before.ends_with(first) && begins(second))
}

/// Do the words after the dash begin no item, however short the line above: is `Lao động` / `Thương binh …` one name?
pub fn goes_on_a_name(before: &str, after: &str) -> bool {
    CERTAIN.iter().any(|(first, second)| before.ends_with(first) && after.starts_with(second))
}

#[cfg(test)]
mod tests {
    use super::{super::written, *};
    use crate::text::fold;

    #[test]
    fn every_name_comes_apart() {
        for name in written("dashed_names")["names"].as_array().expect("a list") {
            let name = fold(name.as_str().expect("a name"));
            let (first, second) = name.split_once(" - ").unwrap_or_else(|| panic!("{name} has no dash"));
            assert!(are_halves(first, second), "{name}");
        }
    }
}
