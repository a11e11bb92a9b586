//! What signing programs and gazettes print on pages.

use super::shapes::floor;
use crate::text::{
    fold,
    words::{List, words},
};

/// A line that a signing program or a gazette prints on the page.
pub(super) fn is_stamp(words: &str) -> bool {
    // what begins otherwise has a colon or, of a gazette, a slash
    let marked = || memchr::memchr2(b':', b'/', words.as_bytes()).is_some();
    let named = || words.starts_with(|c| "nNkKtTeEcC".contains(c)) && marked();
    let opens = |c: char| "đĐsS([".contains(c);
    words.len() < 160
        && ((words.starts_with(opens) || named()) && is_signed(&fold(&words[..floor(words, 80)]))
            || opens_with_time(words.as_bytes()))
}

/// `Người ký: …`, `Cơ quan: Tỉnh …`, `CÔNG BÁO/Số …`, `(Đã ký)`
fn is_signed(folded: &str) -> bool {
    let labels = words![
        "người ký",
        "người ký bởi",
        "người ký số bởi",
        "người ký tên",
        "được ký bởi",
        "được ký số bởi",
        "được ký tên",
        "ký bởi",
        "ký số bởi",
        "ký tên",
        "ngày ký",
        "thời gian ký",
        "email",
    ];
    let offices = words!["tỉnh", "thành phố", "văn phòng", "ủy ban"];
    let office = |words: &str| offices.fronts(words.strip_prefix(' ').unwrap_or(words)).next().is_some();
    labels.fronts(folded).any(|(_, label)| behind_colon(&folded[label.len()..]).is_some())
        || folded.strip_prefix("cơ quan").and_then(behind_colon).is_some_and(office)
        || words!["công báo/số", "signature not verified"].fronts(folded).next().is_some()
        || is_signed_alone(folded)
}

fn behind_colon(words: &str) -> Option<&str> {
    words.trim_start_matches(' ').strip_prefix(':')
}

/// `đã ký`, in brackets or not, and nothing else.
fn is_signed_alone(folded: &str) -> bool {
    let words = folded.strip_prefix('(').unwrap_or(folded);
    let rest = words.strip_prefix('[').unwrap_or(words).strip_prefix("đã ký");
    matches!(rest, Some("" | "]" | ")" | "])"))
}

/// `11.11.2023 09:30:00`
fn opens_with_time(words: &[u8]) -> bool {
    let [b'0'..=b'9', b'0'..=b'9', b'.' | b'/' | b':', b'0'..=b'9', b'0'..=b'9', b'.' | b'/' | b':', year @ ..] = words
    else {
        return false;
    };
    let (year, time) = year.split_at(year.iter().take_while(|b| b.is_ascii_digit()).count());
    let two = |at: usize| time[at].is_ascii_digit() && time[at + 1].is_ascii_digit();
    (2..=4).contains(&year.len())
        && time.len() >= " 09:30:00".len()
        && (time[0], time[3], time[6]) == (b' ', b':', b':')
        && [1, 4, 7].into_iter().all(two)
}

/// The last line of a stamp that runs over several lines.
pub(super) fn is_stamp_time(words: &str) -> bool {
    let folded = fold(&words[..floor(words, 40)]);
    folded.starts_with("thời gian ký") || folded.starts_with("ngày ký")
}

/// Only figures and the signs of a date or a time.
pub(super) fn is_timestamp(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_digit())
        && words.chars().all(|c| c.is_ascii_digit() || "./:-+ T".contains(c))
        && words.len() >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_print() {
        for words in [
            "Người ký: Văn phòng",
            "Ký bởi : Sở Ví dụ",
            "Được ký số bởi: Trần An",
            "Cơ quan: Tỉnh Ví Dụ",
            "Thời gian ký: 11.11.2023 09:30:00 +07:00",
            "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2023",
            "11.11.2023 09:30:00 +07:00",
            "01/02/23 09:30:00",
            "(Đã ký)",
            "[đã ký]",
            "đã ký",
        ] {
            assert!(is_stamp(words), "{words}");
        }
        for words in [
            "Người ký văn bản chịu trách nhiệm",
            "Cơ quan: Phòng Ví dụ",
            "đã ký kết 12 văn bản",
            "11.11.2023 lúc 09:30:00",
            "11.11.20235 09:30:00",
            "Ký tên, đóng dấu",
        ] {
            assert!(!is_stamp(words), "{words}");
        }
    }
}
