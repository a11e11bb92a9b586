//! The posts of those who sign, also where OCR has spoilt their marks.

use std::sync::LazyLock;

use super::shapes::{bare, is_capitals};
use crate::{lexicon::head_words::head_words, text::fold};

/// A post in capitals, alone on a line: `GIÁM ĐỐC`, `PHÓ CHỦ TỊCH`.
pub(super) fn is_post(words: &str) -> bool {
    if words.len() >= 120 {
        return false;
    }
    let capitals = is_capitals(words);
    if !(capitals || words.starts_with(['n', 'N'])) {
        return false;
    }
    let folded = fold(words);
    let folded = folded.trim_end_matches([':', ',', '.']);
    if capitals {
        head_words().begins_post(folded) || damaged(words).is_some()
    } else {
        folded == "người lập kế hoạch"
    }
}

/// A post in small letters, which below an authority is one: `KT. Giám đốc` / `Phó Giám đốc`.
pub(super) fn is_small_post(words: &str) -> bool {
    words.chars().count() <= 60
        && words.starts_with(char::is_uppercase)
        && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ';' | ','))
        && !words.ends_with('.')
        && head_words().begins_post(&fold(words))
}

/// The post that stands here with wrong marks or one wrong letter: `PHỚ GIÁM ĐÓC`, `__PHO CHU TỊCH,`.
pub(crate) fn damaged(words: &str) -> Option<&'static str> {
    if words.len() > 60 || !is_capitals(words) {
        return None;
    }
    let printed = bare(words);
    // short posts are too much like other words to bear a wrong letter
    let like =
        |whole: &str| printed == whole || whole.len() >= 9 && whole != "thuongtruc" && one_apart(&printed, whole);
    if head_words().begins_post(fold(words).trim_end_matches([':', ',', '.'])) {
        return None;
    }
    POSTS.iter().find(|(whole, _)| like(whole)).map(|(_, post)| *post)
}

/// The posts as they are printed most, below their bare letters.
static POSTS: LazyLock<Vec<(String, &str)>> =
    LazyLock::new(|| head_words().common_posts.iter().map(|post| (bare(post), *post)).collect());

/// One letter is wrong, missing or too many.
fn one_apart(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - front - back <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_posts() {
        for (words, post) in [
            ("PHỚ GIÁM ĐÓC,", Some("phó giám đốc")),
            ("__PHO CHU TỊCH,", Some("phó chủ tịch")),
            ("__THO CHU TỊCH,", Some("phó chủ tịch")),
            ("PHO GIÁAM ĐỌC", Some("phó giám đốc")),
            ("GIÁM ĐÓC", Some("giám đốc")),
            ("GIÁM ĐỐC", None),
            ("BAN THƯỜNG VỤ", None),
            ("PHÒNG GIÁM ĐỊNH", None),
            ("CHÚ THÍCH", None),
        ] {
            assert_eq!(damaged(words), post, "{words}");
        }
    }
}
