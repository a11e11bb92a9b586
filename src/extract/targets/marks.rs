//! Marks of footnotes right behind a share: `dưới 24%1;` where the print has a small raised figure.

use crate::text::letters::is_alphanumeric;

/// The words, plain and folded, with blanks in the place of such marks; `None` where there are none.
pub(super) fn without(plain: &str, folded: &str) -> Option<(String, String)> {
    let mut blanked: Option<(String, String)> = None;
    for (at, sign) in folded.match_indices(['%', '‰']) {
        let start = at + sign.len();
        let rest = &folded[start..];
        let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹');
        let length = if rest.starts_with(raised) {
            rest.find(|c| !raised(c)).unwrap_or(rest.len())
        } else {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        };
        let after = &rest[length..];
        // `%0` is a per mille, `20%30%` a range without its dash
        let goes_on = after.starts_with(|c: char| is_alphanumeric(c) || matches!(c, '%' | '/' | '-' | '–'))
            || after.starts_with(['.', ',']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
        if length == 0 || rest.starts_with('0') || length > 2 && rest.starts_with(|c: char| c.is_ascii()) || goes_on {
            continue;
        }
        let (plain, folded) = blanked.get_or_insert_with(|| (plain.to_owned(), folded.to_owned()));
        for words in [plain, folded] {
            words.replace_range(start..start + length, &" ".repeat(length));
        }
    }
    blanked
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn marks_of_footnotes_become_blanks() {
        let blanked = |words: &str| without(words, words).map(|(plain, _)| plain);
        assert_eq!(blanked("dưới 24%1; 15%²"), Some("dưới 24% ; 15%  ".to_owned()));
        for kept in ["đạt 24%, 15%", "15%0", "15%0;", "20%30%", "8%10,5%", "5%2025", "tăng 5%-10%"] {
            assert_eq!(blanked(kept), None, "{kept}");
        }
    }
}
