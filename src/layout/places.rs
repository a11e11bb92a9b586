//! The place at the end of words, as it stands before the date of issue.

/// Kinds of places whose second word is small.
const KINDS: [&str; 5] = ["Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Khu phố"];
/// Kinds of places that may be numbered.
const NUMBERED: [&str; 5] = ["Quận", "Phường", "Khu", "Ấp", "Thôn"];
const LONGEST: usize = 6;

/// Where the place that ends the words begins: the capitalised words, up to six, with a number and the kind of the place.
pub(super) fn begins(words: &str) -> usize {
    let mut start = words.len();
    let mut from_end = words.rsplit(' ').peekable();
    for _ in 0..LONGEST {
        let Some(word) = from_end.next() else { break };
        let symbol = word.contains(['/', ':']) || word.chars().any(|c| c.is_ascii_digit());
        let number = symbol && word.len() <= 2 && from_end.peek().is_some_and(|kind| NUMBERED.contains(kind));
        if symbol && !number || !(number || word.starts_with(char::is_uppercase) || word == "-") {
            break;
        }
        start -= word.len() + usize::from(start < words.len());
    }
    let before = words[..start].trim_end_matches(' ');
    let kind = KINDS.iter().find_map(|kind| before.strip_suffix(kind));
    kind.filter(|_| start == before.len() + 1).map_or(start, str::len)
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn places() {
        for (words, place) in [
            ("Số: 12/KH-UBND Hà Nội", "Hà Nội"),
            ("Số: 12/KH-UBND   Quận 11", "Quận 11"),
            ("Số: 12/KH-UBND Thành phố Thủ Đức", "Thành phố Thủ Đức"),
            ("Thị xã Hòa Sơn", "Thị xã Hòa Sơn"),
            ("họp tại xã Hòa Sơn", "Hòa Sơn"),
            ("Thành phố   Hòa Sơn", "Hòa Sơn"),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
            ("khóa 11", ""),
            ("", ""),
        ] {
            assert_eq!(&words[begins(words)..], place, "{words}");
        }
    }
}
