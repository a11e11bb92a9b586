//! Words of time that a recognizer misread, told by the numbers and the words around them: `tháng 9 nấm 2016`,
//! `hãng năn`, `trưóc ngay 30/6`. Each is a word of its own elsewhere (`trồng nấm`, `thắng lợi`, `ngay 03 việc`).

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

use crate::text::letters::{is_alphabetic, is_alphanumeric};

/// The words of a text that must have been printed otherwise, in order.
///
/// ```
/// use kehoach::value::misread_times;
/// let printed = |text| misread_times(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
/// assert_eq!(printed("trước tháng 9 nấm 2016"), ["năm"]);
/// assert_eq!(printed("ngày 12/5 hãng năn."), ["hằng", "năm"]);
/// assert_eq!(printed("trưóc ngay 30/6, thắng 7/2019, quỷ IV năm 2020"), ["trước", "ngày", "tháng", "quý"]);
/// assert_eq!(printed("trồng nấm, các hãng năm 2016, làm ngay 03 việc, thắng 2 trận"), [""; 0]);
/// ```
pub fn misread_times(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    let mut before: Option<Word> = None;
    for word in words(text) {
        let after = &text[word.end..];
        let near = before.take().filter(|b| &text[b.end..word.start] == " ");
        let rhythm = near.as_ref().is_some_and(|b| b.shape == "hang");
        if rhythm && recurs(&word, after) {
            let Some(hang) = near else { continue };
            let year = matches!(word.shape.as_str(), "nam" | "nan");
            let right = |b: &Word| matches!(b.small.as_str(), "hằng" | "hàng");
            // `hàng Nam`, `hàng nan`: both words are of the language
            if right(&hang) && matches!(word.small.as_str(), "nam" | "nan") {
                before = Some(word);
                continue;
            }
            if !right(&hang) {
                found.push((hang.start..hang.end, if hang.capital { "Hằng" } else { "hằng" }));
            }
            if year && word.small != "năm" {
                found.push((word.start..word.end, "năm"));
            }
        } else if let Some(printed) = printed(&word, near.as_ref(), after) {
            found.push((word.start..word.end, printed));
        }
        before = Some(word);
    }
    found
}

/// One word of a text.
#[derive(Clone)]
struct Word {
    start: usize,
    end: usize,
    small: String,
    /// Its letters without marks.
    shape: String,
    capital: bool,
}

/// The short words whose letters may be those of a word of time; of others only that something stands there.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let starts = text
        .char_indices()
        .filter(|&(at, c)| is_alphabetic(c) && !text[..at].ends_with(is_alphanumeric) && "hntqHNTQmđcMĐC".contains(c));
    starts.filter_map(|(start, first)| {
        let rest = &text[start..];
        let end = rest.find(|c: char| !is_alphanumeric(c)).unwrap_or(rest.len());
        if !(3..=10).contains(&end) {
            return None;
        }
        let small = rest[..end].to_lowercase();
        let shape = shape(&small);
        let known = ["hang", "nam", "nan", "ngay", "thang", "quy", "tuan", "truoc", "moi", "dau", "cuoi"];
        known.contains(&shape.as_str()).then(|| Word {
            start,
            end: start + end,
            small,
            shape,
            capital: first.is_uppercase(),
        })
    })
}

fn shape(small: &str) -> String {
    let mut shape = String::with_capacity(small.len());
    for c in small.chars() {
        match c {
            'đ' => shape.push('d'),
            c if c.is_ascii() => shape.push(c),
            c => decompose_canonical(c, |part| {
                if is_alphabetic(part) {
                    shape.push(part);
                }
            }),
        }
    }
    shape
}

/// `năm`, `quý` behind `hằng`; `các hãng năm 2016` names no rhythm.
fn recurs(word: &Word, after: &str) -> bool {
    let unit = matches!(word.shape.as_str(), "nam" | "nan" | "thang" | "quy" | "tuan" | "ngay");
    let damaged = !matches!(word.small.as_str(), "năm" | "tháng" | "quý" | "tuần" | "ngày");
    let number = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    // of the units of less than a year only the word before may be mended
    unit && !word.capital && !number && (!damaged || matches!(word.shape.as_str(), "nam" | "nan"))
}

/// The word of time that stands there by what is around it.
fn printed(word: &Word, before: Option<&Word>, after: &str) -> Option<&'static str> {
    let rest = after.strip_prefix(' ')?;
    let (right, small, large) = match word.shape.as_str() {
        "nam" | "nan" => ("năm", year(rest), "Năm"),
        "ngay" => ("ngày", day(rest), "Ngày"),
        "thang" => ("tháng", month(rest), "Tháng"),
        "quy" => ("quý", quarter(rest), "Quý"),
        "truoc" => ("trước", unit(rest), "Trước"),
        _ => return None,
    };
    // `mỗi nắm`, `cuối nãm` need no number, but `nấm` is grown
    let turn = right == "năm"
        && word.small != "nam"
        && word.small != "nan"
        && word.small != "nấm"
        && before.is_some_and(|b| matches!(b.small.as_str(), "mỗi" | "đầu" | "cuối"));
    (word.small != right && (small || turn)).then_some(if word.capital { large } else { right })
}

fn figures(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

/// `2016`
fn year(rest: &str) -> bool {
    figures(rest) == 4 && rest.starts_with(['1', '2']) && matches!(rest.as_bytes().get(1), Some(b'9' | b'0'))
}

/// `30/6`, `30 tháng 6`
fn day(rest: &str) -> bool {
    let n = figures(rest);
    let behind = &rest[n..];
    let slash = behind.strip_prefix(['/', '-']).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    (1..=2).contains(&n) && (slash || behind.strip_prefix(" th").is_some_and(|r| numbered(&r[letters(r)..])))
}

/// `9/2016`, `9 năm 2016`, `12, năm 2017`
fn month(rest: &str) -> bool {
    let n = figures(rest);
    (1..=2).contains(&n) && of_a_year(&rest[n..])
}

/// `IV/2017`, `3 năm 2017`
fn quarter(rest: &str) -> bool {
    let n = rest.bytes().take_while(|b| b"IVHl1234".contains(b)).count();
    (1..=4).contains(&n) && of_a_year(&rest[n..])
}

/// `/2016`, ` năm 2016`, also with a misread word
fn of_a_year(rest: &str) -> bool {
    if let Some(year_there) = rest.strip_prefix(['/', '-']) {
        return year(year_there);
    }
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let Some(word) = rest.strip_prefix(" n") else { return false };
    let len = letters(word);
    len <= 4 && word[len..].strip_prefix(' ').is_some_and(year)
}

/// `ngày 30`, `quý`, behind a word that says before.
fn unit(rest: &str) -> bool {
    let len = letters(rest);
    matches!(shape(&rest[..len]).as_str(), "ngay" | "thang" | "nam" | "quy") && numbered(&rest[len..])
}

fn letters(words: &str) -> usize {
    words.find(|c: char| !is_alphabetic(c)).unwrap_or(words.len())
}

fn numbered(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit() || "IV".contains(c)))
}
