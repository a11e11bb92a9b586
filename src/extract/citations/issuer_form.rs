//! How a record writes an issuer.

use crate::{
    agency::{canonical as spelled, from_capitals},
    lexicon::issuer_words::issuer_words,
    text::fold,
};

/// Abbreviations written out, tone marks on the modern place, names in capitals (of a title) in ordinary letters, the
/// first letter upper case.
pub(super) fn canonical(printed: &str) -> String {
    let shouted = !printed.contains(char::is_lowercase);
    let folded = fold(printed);
    let mut out = String::with_capacity(printed.len() + 32);
    let mut at = 0;
    for (range, full) in issuer_words().abbreviations.find_iter(&folded) {
        let short = &printed[range.clone()];
        // `Tư` in `Bộ Tư pháp` is a word, and in a title in capitals so is `TƯ` in `ĐẦU TƯ`
        let capitals = short.chars().filter(|c| c.is_uppercase()).count();
        if capitals < 2 || (shouted && &folded[range.clone()] == "tư") {
            continue;
        }
        out.push_str(&printed[at..range.start]);
        out.push_str(&if shouted { full.to_uppercase() } else { (*full).to_owned() });
        at = range.end;
    }
    out.push_str(&printed[at..]);
    let out = out.replace("TP.", "TP ");
    if shouted { terms(&from_capitals(&out)) } else { spelled(&out) }
}

/// `khóa xvii` → `khóa XVII`
fn terms(name: &str) -> String {
    let term = name.split_once(" khóa ").map(|(body, term)| format!("{body} khóa {}", term.to_uppercase()));
    term.filter(|t| t.len() - name.len() < 2).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        for a in issuer_words().list {
            assert!(canonical(a.example).contains(a.full), "{}: {}", a.example, canonical(a.example));
        }
    }

    #[test]
    fn words_that_look_like_abbreviations_stay() {
        for (printed, issuer) in [
            ("Bộ Tư pháp", "Bộ Tư pháp"),
            ("Giám đốc Sở Tư pháp", "Giám đốc Sở Tư pháp"),
            ("Bộ Tư lệnh Bộ đội Biên phòng", "Bộ Tư lệnh Bộ đội Biên phòng"),
            ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
            ("Ban Bí thư TƯ Đảng", "Ban Bí thư Trung ương Đảng"),
            ("Sở KH&ĐT tỉnh Hà Nam", "Sở Kế hoạch và Đầu tư tỉnh Hà Nam"),
            ("UBND TP.Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ"),
            ("Bộ VH,TT&DL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ] {
            assert_eq!(canonical(printed), issuer);
        }
    }
}
