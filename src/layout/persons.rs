//! Those who sign: whose authority they sign with, their ranks and degrees, their names.

use super::shapes::{floor, is_capitals};
use crate::{
    lexicon::head_words::head_words,
    text::{fold, letters::is_alphabetic},
};

/// What stands before the post of the one who is signed for, without the marks between its letters.
const SIGNS: [&str; 5] = ["TUQ", "TM", "KT", "TL", "Q"];

/// `TM. ỦY BAN NHÂN DÂN`, `KT/GIÁM ĐỐC`, `T.M BAN THƯỜNG VỤ`, `TM. Ủy ban nhân dân`.
pub(super) fn is_authority(words: &str) -> bool {
    if words.len() >= 160 || !words.starts_with(['T', 'K', 'Q']) {
        return false;
    }
    let Some((_, rest)) = sign(words) else { return false };
    let marked = words[..words.len() - rest.len()].contains(['.', '/', ',', ':']);
    if !rest.starts_with(char::is_uppercase) {
        return false;
    }
    is_capitals(words) || marked && (is_capitals(&words[..floor(words, 14)]) || names_signer(rest))
}

/// The letters of the sign and the words after it: `T/M ỦY BAN` → `TM`, `ỦY BAN`.
pub(crate) fn sign(words: &str) -> Option<(&'static str, &str)> {
    SIGNS.iter().find_map(|sign| {
        let mut rest = words;
        for (i, letter) in sign.chars().enumerate() {
            if i > 0 {
                rest = rest.strip_prefix(['.', '/']).unwrap_or(rest);
            }
            rest = rest.strip_prefix(letter)?;
        }
        let blank = rest.starts_with(' ');
        let rest = rest.trim_start();
        let after = rest.trim_start_matches(['.', ',', ':', '/', ' ']);
        (after.len() < rest.len() || blank && sign.len() > 1).then_some((*sign, after))
    })
}

/// `TM.` alone on its line: whom it stands for is on the next.
pub(super) fn is_sign_alone(words: &str) -> bool {
    let letters: String = words.chars().filter(|c| !matches!(c, '.' | '/')).collect();
    letters.len() > 1 && SIGNS.contains(&letters.as_str())
}

/// A few words in small letters that name a post or a body and do nothing.
fn names_signer(rest: &str) -> bool {
    let folded = fold(&rest[..floor(rest, 90)]);
    rest.chars().count() <= 60
        && !rest.ends_with(['.', ';', ':', ','])
        && (head_words().begins_post(&folded) || head_words().begins_name(&folded))
}

/// A person's name without the rank before it: `Đại tướng Trần Văn An`.
pub(crate) fn without_rank(words: &str) -> &str {
    without(words, |folded, _| head_words().ranks.longest(folded))
}

/// Where the name begins behind the words that say that it was signed: `(Đã ký) Nguyễn Văn An`.
pub(super) fn behind_signed(words: &str) -> Option<usize> {
    let folded = fold(&words[..floor(words, 40)]);
    let rest = folded.trim_start_matches(['(', '[']).strip_prefix("đã ký")?;
    let rest = rest.strip_prefix(" và đóng dấu").unwrap_or(rest).trim_start_matches([')', ']', ':', ' ']);
    let at = folded.len() - rest.len();
    (!rest.is_empty() && is_person(&words[at..])).then_some(at)
}

/// Where a full name begins behind specks of the paper: `">Nguyễn Văn An`.
pub(super) fn behind_specks(words: &str) -> Option<usize> {
    let at = words.find(is_alphabetic).filter(|at| (1..=8).contains(at))?;
    let specks = !words.starts_with(['-', '+', '(', '*']) && !words[..at].contains(|c: char| c.is_ascii_digit());
    (specks && is_full_name(&words[at..])).then_some(at)
}

/// The name without degrees and honours.
fn without_degrees(words: &str) -> &str {
    without(words, |folded, plain| {
        head_words().degrees.longest(folded).filter(|&len| {
            // a degree is marked by its stop or its capitals; `Ds` alone may be anything
            let short = !folded[..len].contains(' ');
            let stop = folded[len..].starts_with(['.', '-', ',']);
            !short || stop || plain[..len.min(plain.len())].chars().filter(|c| c.is_uppercase()).count() > 1
        })
    })
}

/// Without the titles that `next` finds at the beginning of the folded and the printed words.
fn without(words: &str, next: impl Fn(&str, &str) -> Option<usize>) -> &str {
    let mut name = words.trim();
    let folded = fold(name);
    if folded.len() != name.len() {
        return name;
    }
    let mut rest = folded.as_str();
    while let Some(len) = next(rest, name) {
        let behind = rest[len..].trim_start_matches(['.', ' ', '-', ',']);
        if behind.is_empty() || behind.len() == rest[len..].len() {
            break;
        }
        name = &name[rest.len() - behind.len()..];
        rest = behind;
    }
    name
}

/// A person's name: two to six capitalised words, perhaps behind a degree or a rank; `H'Lim Niê`, `K'Brêu`, `Y Thịnh Mlô`.
pub(super) fn is_person(words: &str) -> bool {
    if words.len() >= 120 {
        return false;
    }
    let name = without_degrees(without_rank(words));
    let capitals = is_capitals(name);
    if capitals && head_words().holds_no_name(&fold(name)) {
        return false;
    }
    let mut count = 0;
    for word in name.split(' ') {
        let Some(names) = names_in(word, capitals) else { return false };
        count += names;
    }
    (2..=6).contains(&count) && words.len() < 80
}

/// A name of three words or more that begins with a family name: what may be told from other names that stand beside it.
pub(super) fn is_full_name(words: &str) -> bool {
    let name = without_degrees(without_rank(words));
    name.split(' ').count() >= 3
        && head_words().surnames.begin(&fold(&name[..floor(name, 24)]))
        && is_person(words)
        && !is_capitals(words)
}

/// How many names a word holds: an apostrophe or a dash joins two, as in `H'Lim` and `Niê-Kđăm`.
fn names_in(word: &str, capitals: bool) -> Option<usize> {
    const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', '`'];
    let small = |part: &str| part.chars().all(char::is_lowercase);
    if let Some((sign, name)) = word.split_once(APOSTROPHES) {
        let named = name.is_empty() || small(name) || is_name(name, capitals);
        return (sign.chars().count() <= 3 && is_name(sign, true) && named)
            .then_some(1 + usize::from(!name.is_empty()));
    }
    match word.split_once('-') {
        Some((a, b)) => (is_name(a, capitals) && (is_name(b, capitals) || !b.is_empty() && small(b))).then_some(1),
        None => is_name(word, capitals).then_some(1),
    }
}

/// A capital and small letters, or capitals where the whole name has them.
fn is_name(part: &str, capitals: bool) -> bool {
    let mut letters = part.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && letters.clone().all(is_alphabetic) && (capitals || !letters.any(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons() {
        for words in [
            "Nguyễn Văn An",
            "TRẦN THỊ BÌNH",
            "H'Lim Niê",
            "H’Hen Niê Kđăm",
            "K' Brêu",
            "K'Brêu",
            "Y Thịnh Mlô",
            "Ksor H'Bơ Khăp",
            "Siu Y-Blô",
            "BS. CKI Nguyễn Văn An",
            "BSCKII. Nguyễn Văn An",
            "TS.BS Nguyễn Văn An",
            "ThS Nguyễn Văn An",
            "PGS.TS. Nguyễn Văn An",
            "Đại tá, ThS. Nguyễn Văn An",
            "Thượng tá Nguyễn Văn An",
        ] {
            assert!(is_person(words), "{words}");
        }
        for words in [
            "Sở Y tế",
            "Nơi nhận:",
            "Nguyễn",
            "(Đã ký)",
            "Lưu: VT",
            "Thượng tá",
            "Kế hoạch - Tài chính",
            "TS.",
            "DUYỆT CỦA HIỆU TRƯỞNG",
            "BAN GIÁM HIỆU",
        ] {
            assert!(!is_person(words), "{words}");
        }
        assert_eq!(without_rank("Đại tá, ThS. Nguyễn Văn An"), "ThS. Nguyễn Văn An");
    }

    #[test]
    fn names_behind_specks() {
        assert_eq!(behind_specks("\">Nguyễn Văn An"), Some(2));
        assert_eq!(behind_specks("_ Hoàng Văn Thiệp"), Some(2));
        assert_eq!(behind_specks("Nguyễn Văn An"), None);
        assert_eq!(behind_specks("- Nguyễn Văn An"), None);
        assert_eq!(behind_specks("\" Sở Y tế"), None);
    }

    #[test]
    fn full_names() {
        assert!(["Hoàng Văn Thiệp", "Thượng tá Nguyễn Văn An", "Ksor H'Bơ Khăp"].iter().all(|w| is_full_name(w)));
        assert!(!["Báo Tân Bình", "Hà Giang", "Đoàn Thanh niên", "Sở Y Tế"].iter().any(|w| is_full_name(w)));
    }

    #[test]
    fn whose_authority() {
        for words in [
            "TM. ỦY BAN NHÂN DÂN",
            "TM/ ỦY BAN NHÂN DÂN",
            "T.M ỦY BAN NHÂN DÂN",
            "T/M BAN THƯỜNG VỤ",
            "KT/GIÁM ĐỐC",
            "KT. TRƯỞNG CÔNG AN HUYỆN",
            "K/T. HIỆU TRƯỞNG",
            "T.U.Q CHỦ TỊCH",
            "TUQ. CỤC TRƯỞNG",
            "Q. GIÁM ĐỐC",
            "TM ỦY BAN NHÂN DÂN",
            "KT. Giám đốc",
            "TM. Ủy ban nhân dân xã",
        ] {
            assert!(is_authority(words), "{words}");
        }
        for words in [
            "KT-XH HUYỆN",
            "TMĐT CỦA TỈNH",
            "TL các cuộc họp",
            "Q GIÁM ĐỐC",
            "TM. Sau khi có ý kiến của các đơn vị",
            "KTNN VÙNG",
        ] {
            assert!(!is_authority(words), "{words}");
        }
        assert!(["TM.", "T/M", "KT.", "TUQ."].iter().all(|w| is_sign_alone(w)) && !is_sign_alone("Q."));
        assert_eq!(sign("T/M BAN THƯỜNG VỤ"), Some(("TM", "BAN THƯỜNG VỤ")));
    }
}
