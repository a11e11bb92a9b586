//! Abbreviations in parentheses behind the words that they stand for.

/// Without an abbreviation that only explains the words before it: `Ủy ban nhân dân (UBND)`.
///
/// ```
/// use kehoach::agency::without_gloss;
/// assert_eq!(without_gloss("Ủy ban nhân dân (UBND) tỉnh"), "Ủy ban nhân dân tỉnh");
/// ```
pub fn without_gloss(words: &str) -> String {
    let mut out = words.to_owned();
    while let Some(open) = out.find(" (") {
        let Some(len) = out[open..].find(')') else { break };
        let inside = &out[open + 2..open + len];
        if inside.len() > 16 || inside.contains(' ') || !inside.chars().any(char::is_uppercase) {
            break;
        }
        out.replace_range(open..=open + len, "");
    }
    out
}
