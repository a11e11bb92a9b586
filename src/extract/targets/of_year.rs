//! Parts of a year that are printed without it: `đến hết quý II đạt 45%`, `trước ngày 30/6`, `đến cuối năm`. The year is
//! that of the horizon which holds for the words.

use super::{back, reading::Reading};
use crate::text::words::{Words, words};

/// Words before a part of a year that make it a limit.
const LIMITS: &Words = &Words::of(&[
    "đến",
    "đến hết",
    "đến cuối",
    "tới",
    "hết",
    "cuối",
    "vào cuối",
    "trong",
    "ngay trong",
    "trước",
    "chậm nhất",
    "chậm nhất đến",
    "chậm nhất trong",
    "xong trong",
    "vào",
]);

/// A part of a year, and where it stands among the words.
struct Part {
    start: usize,
    end: usize,
    /// What is written behind the year; empty for the end of the year.
    edtf: String,
}

impl Reading<'_> {
    /// The horizon `by` of figure `n`, narrowed to the part of the year that its words name.
    pub(super) fn within_year(&self, n: usize, by: Option<String>) -> Option<String> {
        let by = by?;
        if by.contains('/') || !by.is_char_boundary(4) {
            return Some(by);
        }
        // where the horizon is itself a part of the year, only a nearer one says more
        let whole = by.len() == 4;
        let own = || self.part_before(n).or_else(|| self.part_behind(n).filter(|_| whole));
        let part = own().or_else(|| self.part_ahead(n).filter(|_| whole));
        Some(part.map_or(by.clone(), |part| format!("{}{part}", &by[..4])))
    }

    /// The part of a year between the figure before and figure `n`: `…, đến hết quý III đạt 75%`.
    fn part_before(&self, n: usize) -> Option<String> {
        let floor = self.floor(n);
        let words = back::tail(back::cut(self.folded, floor..self.figures[n].range.start), 120);
        let part = last_part(words)?;
        // with a time of its own behind it, nothing but the verb may part it from the figure
        let between = back::cut(words, part.end..);
        let near = between.split(' ').count() <= 8
            && !between.contains([';', '(', ')'])
            && !words!["cả năm", "cả nhiệm kỳ", "cả giai đoạn"].within(between)
            && !back::begins(between, words!["được", "đã", "bị", "chưa", "mà", "đang"]);
        // `98% trong quý I, 99% trong quý II`: right behind the figure before it is that figure's own
        let of_before = n > 0 && floor == self.figures[n - 1].range.end && !parted(&words[..part.start]);
        let start = self.figures[n].range.start - words.len() + part.start;
        let own = self.limits[n].is_none_or(|t| self.times[t].range.end <= start);
        (near && own && !of_before).then_some(part.edtf)
    }

    /// `đạt 45% trong quý II`: right behind the words that the figure counts, before any mark.
    fn part_behind(&self, n: usize) -> Option<String> {
        let words = back::head(back::cut(self.folded, self.figures[n].range.end..self.ceiling(n)), 160);
        let words = words.split([',', ';', ':', '(']).next().unwrap_or(words);
        let part = last_part(words)?;
        let closed = back::cut(words, part.end..).trim().trim_end_matches('.').is_empty();
        (closed && self.limits[n].is_none()).then_some(part.edtf)
    }

    /// `Đến hết tháng 6, 80% hồ sơ …; 70% …`: what opens the sentence holds for its clauses.
    fn part_ahead(&self, n: usize) -> Option<String> {
        let words = back::head(back::cut(self.folded, self.opening(n).range.start..), 80);
        let words = words.trim_start_matches([' ', '-', '+', '*', '•']);
        let words = words.strip_prefix("phấn đấu ").unwrap_or(words);
        let opening = &words[..words.find([',', ':'])?];
        let part = last_part(opening).filter(|part| part.start == 0 && part.end == opening.len())?;
        self.limits[n].is_none().then_some(part.edtf)
    }
}

/// Does a mark or `và` open something new among the words?
fn parted(words: &str) -> bool {
    words.contains([',', ';', ':', '(']) || words![" và ", " rồi "].within(words)
}

/// The last part of a year among the words that a preposition makes a limit.
fn last_part(words: &str) -> Option<Part> {
    const ANCHORS: &Words = &Words::of(&["quý ", "tháng ", "ngày ", "cuối năm", "hết năm", "tháng đầu năm"]);
    let mut end = words.len();
    // a few anchors back and no more
    for _ in 0..4 {
        let at = ANCHORS.last_in(&words[..end])?;
        if let Some(part) = part_at(words, at) {
            return Some(part);
        }
        end = at;
    }
    None
}

/// The part of a year at an anchor.
fn part_at(words: &str, at: usize) -> Option<Part> {
    let rest = &words[at..];
    if let Some(end) = ["cuối năm", "hết năm"].iter().find(|end| rest.starts_with(**end)) {
        return year_end(words, at, at + end.len());
    }
    let (core, edtf, end) = if let Some(quarter) = rest.strip_prefix("quý ") {
        let (name, number) =
            [("iv", 36), ("iii", 35), ("ii", 34), ("i", 33), ("4", 36), ("3", 35), ("2", 34), ("1", 33)]
                .into_iter()
                .find(|(name, _)| back::begins(quarter, &[name]))?;
        (at, format!("-{number}"), words.len() - quarter.trim_start().len() + name.len())
    } else if rest.starts_with("tháng đầu năm") || rest.starts_with("tháng cuối năm") {
        let half = if rest.starts_with("tháng đầu") { 40 } else { 41 };
        let core = back::strip_any(&words[..at], &["6", "06", "sáu"])?.len();
        let length = if half == 40 { "tháng đầu năm".len() } else { "tháng cuối năm".len() };
        (core, format!("-{half}"), at + length)
    } else if let Some(month) = rest.strip_prefix("tháng ") {
        let (number, end) = digits(words, words.len() - month.len())?;
        (at, format!("-{number:02}"), (1..=12).contains(&number).then_some(end)?)
    } else {
        let day = rest.strip_prefix("ngày ")?;
        let (number, end) = digits(words, words.len() - day.len())?;
        let (month, end) = digits(words, words[end..].strip_prefix('/').map(|rest| words.len() - rest.len())?)?;
        let valid = (1..=31).contains(&number) && (1..=12).contains(&month);
        (at, format!("-{month:02}-{number:02}"), valid.then_some(end)?)
    };
    let limited = back::strip_longest(&words[..core], LIMITS).map(|rest| rest.trim_end().len());
    // `quý I: 20%; quý II đạt 50%`
    let opens = || {
        let ahead = words[..core].trim_end();
        let first = ahead.is_empty() || ahead.ends_with([',', ';', ':', '(']);
        (words[end..].starts_with(':') || first && back::begins(&words[end..], &["đạt"])).then_some(ahead.len())
    };
    let start = back::skip_blanks(words, limited.or_else(opens)?);
    let compared = back::ends(&words[..start], words!["so", "so với", "từ", "kể từ"]);
    (!compared && !goes_on(&words[end..])).then_some(Part { start, end, edtf })
}

/// `đến hết năm`, `đến cuối năm`, `cuối năm`.
fn year_end(words: &str, at: usize, end: usize) -> Option<Part> {
    let before = back::strip_any(&words[..at], &["đến", "tới", "vào", "phấn đấu đến", "phấn đấu"]);
    let opens = || {
        let before = words[..at].trim_end();
        before.is_empty() || before.ends_with([',', ';', ':'])
    };
    let start = match before {
        Some(before) if !back::ends(before, words!["tính", "từ", "so với"]) => {
            back::skip_blanks(words, before.len())
        }
        None if opens() => at,
        _ => return None,
    };
    (!goes_on(&words[end..])).then_some(Part { start, end, edtf: String::new() })
}

/// A number of one or two digits, and where it ends.
fn digits(words: &str, at: usize) -> Option<(u32, usize)> {
    let count = words.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(at..at + count).filter(|_| (1..=2).contains(&count))?;
    Some((number.parse().ok()?, at + count))
}

/// Words behind that make it another year, a rhythm or a list: `hết năm 2025`, `tháng 6 hằng năm`, `quý II, III`.
fn goes_on(after: &str) -> bool {
    const MORE: &Words = &Words::of(&[
        "năm",
        "học",
        "sau",
        "trước",
        "hằng",
        "hàng",
        "mỗi",
        "và",
        "liên tục",
        "qua",
        "tuổi",
        "của năm",
        "đầu tiên",
        "tới",
        "hoặc",
        "đến",
        "kế hoạch",
        "ngân sách",
        "tiếp theo",
    ]);
    let rest = after.trim_start();
    after.starts_with(['/', '-', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit())
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || after.starts_with('/')
        || rest.starts_with(['-', '–'])
        || back::begins(after, MORE)
}

#[cfg(test)]
mod tests {
    use super::last_part;

    #[test]
    fn parts_of_a_year() {
        let part = |words: &str| last_part(words).map(|part| (part.edtf, words[part.start..part.end].to_owned()));
        for (words, edtf, printed) in [
            ("tỷ lệ giải ngân đến hết quý ii đạt", "-34", "đến hết quý ii"),
            (", đến cuối năm đạt", "", "đến cuối năm"),
            ("trước ngày 30/6 có", "-06-30", "trước ngày 30/6"),
            ("trong 6 tháng đầu năm", "-40", "trong 6 tháng đầu năm"),
            ("đến hết tháng 6", "-06", "đến hết tháng 6"),
            ("cuối năm còn", "", "cuối năm"),
            ("quý ii đạt", "-34", "quý ii"),
            ("; quý iii: ", "-35", "quý iii"),
            ("tỷ lệ giải ngân quý i: ", "-33", "quý i"),
        ] {
            assert_eq!(part(words), Some((edtf.to_owned(), printed.to_owned())), "{words}");
        }
        for words in [
            "chi tiêu quý i",
            "đến hết năm 2025",
            "trước tháng 6 hằng năm",
            "trẻ dưới 24 tháng",
            "so với cuối năm trước",
            "trong quý ii/2024",
            "từ tháng 3 đến",
            "trong 6 tháng đầu",
        ] {
            assert_eq!(part(words), None, "{words}");
        }
    }
}
