//! A quarter or a month without its year at either end of an indicator: it measures nothing.

use crate::text::fold;

/// Words that may stand before a time.
const BEFORE: [&str; 9] = ["đầu", "giữa", "cuối", "hết", "vào", "đến", "tới", "trong", "trước"];

/// The words after `Hết quý II, ` and before `đến hết quý II`; all of them when no such time begins or ends them.
pub(super) fn without(words: &str) -> &str {
    // the number of a quarter or a month is the last word of such a time
    let numbered = |words: &str| words.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'I' | 'v' | 'V'));
    match words.split_once(", ") {
        Some((first, rest)) if numbered(first) && is_time(first) => rest,
        _ if numbered(words) => before(words),
        _ => words,
    }
}

/// Is it `quý II`, `đến cuối tháng 9` and nothing else?
fn is_time(words: &str) -> bool {
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(' ').collect();
    before_time(&tokens).is_some_and(|rest| rest.iter().all(|word| BEFORE.contains(word)))
}

/// The words before `đến hết quý II`, `vào cuối tháng 9`.
fn before(words: &str) -> &str {
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(' ').collect();
    let Some(mut rest) = before_time(&tokens) else { return words };
    if rest.is_empty() && tokens.first() == Some(&"quý") {
        return "";
    }
    let time = rest.len();
    while let Some((_, before)) = rest.split_last().filter(|(last, _)| BEFORE.contains(last)) {
        rest = before;
    }
    // `chi tiêu quý I` has no preposition: a name
    if rest.len() == time {
        return words;
    }
    let kept = words.split(' ').take(rest.len()).map(|word| word.len() + 1).sum::<usize>();
    words.get(..kept.saturating_sub(1)).unwrap_or(words).trim_end_matches([' ', ','])
}

/// What stands before `quý II`, `tháng 9`.
fn before_time<'a>(tokens: &'a [&'a str]) -> Option<&'a [&'a str]> {
    match tokens {
        [before @ .., "quý", "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4"] => Some(before),
        [before @ .., "tháng", month] if (1..=12).contains(&month.parse().unwrap_or(0)) => Some(before),
        [before @ .., day] if is_day(day) => Some(before),
        _ => None,
    }
}

/// `30/6`
fn is_day(word: &str) -> bool {
    let numbers = word.split_once('/').and_then(|(day, month)| Some((day.parse().ok()?, month.parse().ok()?)));
    numbers.is_some_and(|(day, month): (u32, u32)| (13..=31).contains(&day) && (1..=12).contains(&month))
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_time_without_a_year_is_no_part_of_what_is_measured() {
        for time in ["đến hết quý II", "vào cuối quý 3", "trong tháng 9", "trước tháng 12", "hết quý IV"]
        {
            assert_eq!(without(&format!("Tỷ lệ giải ngân {time}")), "Tỷ lệ giải ngân");
            assert_eq!(without(time), "");
        }
        assert_eq!(without("quý II, giải ngân"), "giải ngân");
        for words in ["thu ngân sách quý I", "trẻ dưới 24 tháng", "Tháng 3", "trẻ bú mẹ trong 6 tháng đầu"]
        {
            assert_eq!(without(words), words);
        }
    }
}
