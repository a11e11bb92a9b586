//! A quarter, a month, a half of the year, a season without its year around an indicator: it measures nothing.

use super::back;
use crate::text::{
    fold,
    words::{Words, words},
};

/// Words that may stand before a time.
const BEFORE: [&str; 12] = ["đầu", "giữa", "cuối", "hết", "vào", "đến", "tới", "trong", "trước", "từ", "ngay", "sau"];

/// The words after `Hết quý II, ` and before `đến hết quý II`; all of them when no such time begins or ends them.
pub(super) fn without(words: &str) -> &str {
    match words.split_once(", ") {
        Some((first, rest)) if numbered(first) && is_time(first) => rest,
        _ if numbered(words) || seasonal(words) => before(words),
        _ => words,
    }
}

/// The number of a quarter or a month is the last word of such a time.
fn numbered(words: &str) -> bool {
    words.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'I' | 'v' | 'V'))
}

/// `mùa mưa`, `6 tháng đầu năm`
fn seasonal(words: &str) -> bool {
    ["năm", "mưa", "khô", "lũ", "bão"].iter().any(|last| words.ends_with(last))
}

/// Is it `quý II`, `đến cuối tháng 9` and nothing else?
fn is_time(words: &str) -> bool {
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(' ').collect();
    before_time(&tokens).is_some_and(|time| time.before.iter().all(|word| BEFORE.contains(word)))
}

/// The words before `đến hết quý II`, `vào cuối tháng 9`.
fn before(words: &str) -> &str {
    let folded = fold(words);
    let tokens: Vec<&str> = folded.split(' ').collect();
    let Some(time) = before_time(&tokens) else { return words };
    if time.before.is_empty() && tokens.first() == Some(&"quý") {
        return "";
    }
    // `chi tiêu quý I` has no preposition: a name
    let Some(kept) = without_prepositions(time.before) else { return words };
    let kept = words.split(' ').take(kept.len()).map(|word| word.len() + 1).sum::<usize>();
    words.get(..kept.saturating_sub(1)).unwrap_or(words).trim_end_matches([' ', ','])
}

/// Where a subject ends before `đầu năm`, `6 tháng cuối năm`, `đến hết quý II`; 0 where it is nothing but such a time.
pub(super) fn end(subject: &str) -> usize {
    if !(numbered(subject) || seasonal(subject)) {
        return subject.len();
    }
    let tokens: Vec<&str> = back::tail(subject, 80).split(' ').collect();
    let Some(time) = before_time(&tokens) else { return subject.len() };
    let rest = match without_prepositions(time.before) {
        Some(rest) => rest,
        None if time.of_year || time.before.is_empty() => time.before,
        None => return subject.len(),
    };
    let cut: usize = tokens[rest.len()..].iter().map(|word| word.len() + 1).sum();
    let end = (subject.len() + 1).saturating_sub(cut).min(subject.len()).saturating_sub(usize::from(!rest.is_empty()));
    back::cut(subject, ..end).trim_end_matches([' ', ',']).len()
}

/// The words without the prepositions at their end, where there are any.
fn without_prepositions<'a>(words: &'a [&'a str]) -> Option<&'a [&'a str]> {
    let mut rest = words;
    while let Some((_, before)) = rest.split_last().filter(|(last, _)| BEFORE.contains(last)) {
        rest = before;
    }
    (rest.len() < words.len()).then_some(rest)
}

/// What stands before a time without its year.
struct Yearless<'a> {
    before: &'a [&'a str],
    /// A part of the year, which needs no preposition: `đầu năm`.
    of_year: bool,
}

/// What stands before `quý II`, `tháng 9`, `ngày 30/6`, `6 tháng đầu năm`, `mùa mưa`.
fn before_time<'a>(tokens: &'a [&'a str]) -> Option<Yearless<'a>> {
    let (before, of_year) = match tokens {
        [before @ .., "quý", "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4"] => (before, false),
        [before @ .., "tháng", month] if (1..=12).contains(&month.parse().unwrap_or(0)) => (before, false),
        [before @ .., "ngày", day] if is_day(day, 1) => (without_clock(before), false),
        [before @ .., day] if is_day(day, 13) => (before, false),
        [before @ .., months, "tháng", "đầu" | "cuối", "năm"] if months.parse::<u32>().is_ok() => (before, true),
        [before @ .., "đầu" | "giữa" | "cuối", "năm"] => (before, true),
        // `được tưới trong mùa khô` tells what is measured
        [before @ .., "mùa", "mưa" | "khô" | "lũ" | "bão"] if before.last() == Some(&"trước") => {
            (before, false)
        }
        _ => return None,
    };
    Some(Yearless { before, of_year })
}

/// The words before `00 giờ`.
fn without_clock<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    match words {
        [before @ .., hour, "giờ"] if hour.parse::<u32>().is_ok_and(|hour| hour <= 24) => before,
        _ => words,
    }
}

/// `30/6`; without `ngày` a number below 13 may be a fraction.
fn is_day(word: &str, least: u32) -> bool {
    let numbers = word.split_once('/').and_then(|(day, month)| Some((day.parse().ok()?, month.parse().ok()?)));
    numbers.is_some_and(|(day, month): (u32, u32)| (least..=31).contains(&day) && (1..=12).contains(&month))
}

/// The words behind `trong quý II`, `trong 6 tháng đầu năm`, `trước ngày 30/6`, `trước mùa mưa`, which open what stands
/// after a figure.
pub(super) fn behind_opening(words: &str) -> Option<&str> {
    const PREPOSITIONS: &Words = &Words::of(&[
        "trong",
        "ngay trong",
        "đến",
        "đến hết",
        "đến cuối",
        "vào",
        "vào cuối",
        "trước",
        "hết",
        "chậm nhất trong",
        "chậm nhất đến",
        "sau",
        "cuối",
        "từ",
    ]);
    let time = back::strip_longest_front(words, PREPOSITIONS)?.trim_start();
    let number = |words: &str| words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = if let Some(quarter) = back::strip_front_any(time, &["quý"]) {
        back::strip_front_any(quarter, words!["iv", "iii", "ii", "i", "1", "2", "3", "4"])?
    } else if let Some(month) = back::strip_front_any(time, &["tháng"]).map(str::trim_start) {
        let digits = number(month);
        (1..=2).contains(&digits).then(|| &month[digits..])?
    } else if let Some(rest) = back::strip_front_any(time, words!["đầu năm", "cuối năm", "giữa năm"]) {
        rest
    } else if let Some(rest) = back::strip_front_any(time, words!["mùa mưa", "mùa khô", "mùa lũ", "mùa bão"]) {
        back::begins(words, &["trước"]).then_some(rest)?
    } else {
        let day = back::strip_front_any(time, &["ngày"]).unwrap_or(time).trim_start();
        let end = day.find(' ').unwrap_or(day.len());
        let word = day[..end].trim_end_matches([',', ';', '.', ')', ':']);
        if is_day(word, 1) {
            &day[word.len()..]
        } else {
            back::strip_front_any(day[number(day)..].trim_start(), &["tháng đầu năm", "tháng cuối năm"])
                .filter(|_| number(day) > 0)?
        }
    };
    // a year behind it belongs to it
    let whole = rest.is_empty() || rest.starts_with([' ', ',', ';', '.', ')', ':']);
    (whole && !back::begins(rest, &["năm"])).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{behind_opening, end, without};

    #[test]
    fn a_time_without_a_year_is_no_part_of_what_is_measured() {
        for time in ["đến hết quý II", "vào cuối quý 3", "trong tháng 9", "trước tháng 12", "hết quý IV"]
        {
            assert_eq!(without(&format!("Tỷ lệ giải ngân {time}")), "Tỷ lệ giải ngân");
            assert_eq!(without(time), "");
        }
        assert_eq!(without("quý II, giải ngân"), "giải ngân");
        for time in ["trước mùa mưa", "trước ngày 5/6", "từ 00 giờ ngày 02/9", "trong 6 tháng đầu năm"]
        {
            assert_eq!(without(&format!("kế hoạch vốn {time}")), "kế hoạch vốn");
        }
        for words in [
            "thu ngân sách quý I",
            "trẻ dưới 24 tháng",
            "Tháng 3",
            "trẻ bú mẹ trong 6 tháng đầu",
            "được tưới trong mùa khô",
        ] {
            assert_eq!(without(words), words);
        }
    }

    #[test]
    fn a_subject_ends_before_a_time_without_a_year() {
        for time in ["đầu năm", "đến cuối năm", "6 tháng cuối năm", "trong quý iii"] {
            assert_eq!(end(&format!("tỷ lệ hộ nghèo {time}")), "tỷ lệ hộ nghèo".len(), "{time}");
            assert_eq!(end(time), 0, "{time}");
        }
        assert_eq!(end("quý ii"), 0);
        for words in ["chi tiêu quý i", "vốn cả năm", "khai giảng năm", "mùa mưa"] {
            assert_eq!(end(words), words.len(), "{words}");
        }
    }

    #[test]
    fn a_time_may_open_what_stands_after_a_figure() {
        for time in ["trong quý ii", "trong 6 tháng đầu năm", "trước ngày 3/9", "trước mùa mưa", "vào cuối tháng 9"]
        {
            assert_eq!(behind_opening(&format!(" {time}, sau đó")), Some(", sau đó"), "{time}");
        }
        for words in ["trong quý ii năm sau", "trong 6 tháng đầu", "trong mùa mưa", "từ 3 tuổi", "hộ trong quý i"]
        {
            assert_eq!(behind_opening(words), None, "{words}");
        }
    }
}
