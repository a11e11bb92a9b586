//! What the bits of lines look like, and what that asks of a cell that begins or goes on with them.

use std::ops::Range;

use super::Holds;
use crate::{
    layout::{
        line::Line,
        open_ends,
        shapes::{floor_back, starts_small},
    },
    lexicon::{
        agency_words::{Kinds, MEANINGS},
        document_types,
    },
    normalize::Mapped,
    text::fold,
    value::marker,
};

/// So many letters ahead are looked at: a narrow column prints a word a line.
const AHEAD: usize = 60;

/// Words that cells may begin with: a line, or what stands from a large letter or a figure on.
pub(super) struct Bit {
    pub(super) text: Mapped,
    /// The line of the table.
    pub(super) line: usize,
    /// It is not the first of its line.
    pub(super) inner: bool,
    pub(super) blank_before: bool,
}

/// The bits of a line.
pub(super) fn bits(line: &Line, number: usize) -> Vec<Bit> {
    let words = line.words();
    let opens = |&(i, c): &(usize, char)| {
        i > 0 && words[..i].ends_with(' ') && (c.is_uppercase() || c.is_ascii_digit()) && !words[..i].ends_with(", ")
    };
    let mut starts = vec![0];
    starts.extend(words.char_indices().filter(opens).map(|(i, _)| i));
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts
        .iter()
        .zip(ends)
        .filter(|(start, end)| *start < end)
        .map(|(&start, end)| Bit {
            text: line.text.slice(start..end).trim(),
            line: number,
            inner: start > 0,
            blank_before: line.blank_before && start == 0,
        })
        .collect()
}

/// What a bit looks like.
#[expect(clippy::struct_excessive_bools, reason = "each tells one thing that the words show")]
pub(super) struct Look {
    small: bool,
    pub(super) listed: bool,
    body: bool,
    time: bool,
    /// Something that comes of a task.
    product: bool,
    /// An abbreviation stands first: rather the next of a list than a product.
    short: bool,
    blank_before: bool,
    pub(super) inner: bool,
    /// The words above want those of this bit.
    wanted: bool,
    /// The words above end a sentence, or a clause.
    pub(super) after_sentence: bool,
    after_clause: bool,
    pub(super) width: usize,
}

impl Look {
    /// Of a bit among those that stand on one page.
    pub(super) fn of(page: &[Bit], at: usize) -> Self {
        let bit = &page[at];
        let words = bit.text.as_str();
        let ahead = ahead(&page[at..]);
        let folded = fold(&ahead);
        let before = behind(&page[..at]);
        let above = at.checked_sub(1).map(|at| page[at].text.as_str());
        let first = words.split([' ', ',', ';']).next().unwrap_or_default();
        Self {
            small: starts_small(words) || words.starts_with([',', ';', ')', '/']),
            listed: words.starts_with(['-', '–', '+', '•', '*', '(']),
            body: opens_body(&ahead, &folded),
            time: opens_time(words, &folded),
            product: opens_product(&folded),
            short: first.len() > 2 && first.chars().all(char::is_uppercase),
            blank_before: bit.blank_before,
            inner: bit.inner,
            wanted: above.is_some_and(|above| {
                !bit.inner && open_ends::wants(above, None, words) || wants(&before, words, &folded)
            }),
            after_sentence: above.is_some_and(|a| a.ends_with('.')),
            after_clause: above.is_some_and(|a| a.ends_with(';')),
            width: words.chars().count(),
        }
    }

    pub(super) fn names_body(&self) -> bool {
        self.body
    }

    /// Begins like a cell of the column.
    fn opens(&self, holds: Holds) -> u32 {
        match holds {
            Holds::Bodies if self.listed => 5,
            Holds::Bodies if self.body => 0,
            Holds::Bodies => 30,
            Holds::Time if self.time => 0,
            Holds::Time => 20,
            _ if self.time => 20,
            Holds::Task if self.body => 15,
            _ if self.body => 20,
            Holds::Other if self.short && !self.product => 12,
            Holds::Other if !self.product => 2,
            Holds::Little => 6,
            Holds::Task | Holds::Other => 0,
        }
    }

    /// What it asks to begin a cell here; `continued` is one of which a page before holds the beginning.
    pub(super) fn begins(&self, holds: Holds, continued: bool) -> u32 {
        let told = match holds {
            Holds::Bodies => self.body,
            Holds::Time => self.time,
            _ => self.product,
        };
        let inside = match (self.inner, told) {
            (false, _) => 0,
            (true, true) => 3,
            (true, false) => 10,
        };
        let cut = match self {
            Self { wanted: true, blank_before: false, .. } => 40,
            Self { after_clause: true, body: true, .. } => 20,
            _ => 0,
        };
        inside
            + cut
            + match (self.small, continued) {
                (true, true) => 5,
                (true, false) => 60,
                (false, true) => 5 + self.opens(holds) / 2,
                (false, false) => self.opens(holds),
            }
    }

    /// What it asks to go on with a cell here.
    pub(super) fn goes_on(&self, holds: Holds) -> u32 {
        let blank = if self.blank_before && !self.listed { 15 } else { 0 };
        let large = match holds {
            Holds::Bodies if self.after_clause => 0,
            Holds::Bodies if self.short => 2,
            Holds::Bodies if self.inner && !self.body && !self.time && !self.product => 2,
            Holds::Bodies if self.body => 14,
            Holds::Bodies => 10,
            Holds::Time if self.time => 6,
            _ if self.body || self.time => {
                if self.inner {
                    6
                } else {
                    14
                }
            }
            _ if self.inner => 0,
            Holds::Task if self.after_sentence || self.after_clause => 2,
            _ => 6,
        };
        blank
            + match self {
                Self { small: true, after_sentence: true, .. } => 8,
                Self { small: true, .. } | Self { listed: true, .. } | Self { wanted: true, .. } => 0,
                _ => large,
            }
    }
}

/// The first words of the bits.
fn ahead(bits: &[Bit]) -> String {
    let mut words = String::new();
    for bit in bits {
        if words.len() > AHEAD {
            break;
        }
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(bit.text.as_str());
    }
    words
}

/// The last words of the bits.
fn behind(bits: &[Bit]) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut length = 0;
    for bit in bits.iter().rev() {
        if length > AHEAD {
            break;
        }
        length += bit.text.as_str().len();
        words.push(bit.text.as_str());
    }
    words.reverse();
    words.join(" ")
}

/// `Quý II`, `15/6`, `Thường xuyên`
fn opens_time(words: &str, folded: &str) -> bool {
    const TIME: [&str; 19] = [
        "năm",
        "quý",
        "tháng",
        "ngày",
        "trước",
        "hằng",
        "hàng",
        "thường xuyên",
        "thực hiện thường",
        "giai đoạn",
        "từ năm",
        "từ quý",
        "từ tháng",
        "đến năm",
        "định kỳ",
        "theo tiến độ",
        "theo kế hoạch",
        "sau khi",
        "hoàn thành",
    ];
    TIME.iter().any(|time| folded.starts_with(time)) || opens_date(words)
}

/// `15/6`, `2026`, `31.12.2026`
fn opens_date(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    first.starts_with(|c: char| c.is_ascii_digit())
        && (first.contains(['/', '.']) || first.len() == 4)
        && first.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ',' | ';'))
}

/// `Quyết định của UBND tỉnh`, `Hội nghị tập huấn`
fn opens_product(folded: &str) -> bool {
    const PRODUCTS: [&str; 18] = [
        "văn bản",
        "hội nghị",
        "lớp",
        "danh sách",
        "hồ sơ",
        "tài liệu",
        "dự thảo",
        "hệ thống",
        "cơ sở dữ liệu",
        "bộ tiêu chí",
        "đề án",
        "dự án",
        "chương trình",
        "tin, bài",
        "phóng sự",
        "sổ tay",
        "nền tảng",
        "mô hình",
    ];
    document_types::names().at_start(folded).is_some() || PRODUCTS.iter().any(|product| folded.starts_with(product))
}

/// `Bộ Nội vụ`, `Các sở, ngành`, `UBND các xã`; `Bộ tiêu chí` and `Các chương trình` name no body.
fn opens_body(words: &str, folded: &str) -> bool {
    let Some((first, meaning)) = MEANINGS.at_start(folded) else { return false };
    let rest = folded[first..].trim_start_matches([' ', ',']);
    let next = MEANINGS.at_start(rest).map(|(_, meaning)| meaning.kinds);
    if meaning.kinds.any(Kinds::PLURAL) {
        return next.is_some_and(|k| k.any(Kinds::HEAD | Kinds::BODY | Kinds::POST));
    }
    let small = words.split(' ').nth(1).is_some_and(starts_small);
    let named = !small || next.is_some() || folded[..first].contains(' ');
    meaning.kinds.any(Kinds::POST | Kinds::WHOLE) || meaning.kinds.any(Kinds::HEAD | Kinds::NOUN) && named
}

/// Do the words before want those of the bit? A comma, a word that joins or is counted, or a known name that ends only
/// here.
fn wants(before: &str, words: &str, folded: &str) -> bool {
    const JOINING: [&str; 8] = ["các", "và", "của", "về", "bộ", "sở", "cục", "hoặc"];
    const COUNTED: [&str; 5] = ["quý", "năm", "tháng", "ngày", "giai đoạn"];
    let names = Kinds::HEAD | Kinds::BODY | Kinds::FIELD | Kinds::WHOLE | Kinds::POST | Kinds::NAME;
    let above = fold(&before[floor_back(before, 60)..]);
    let ends = |word: &str| above.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let crossed = || {
        let both = format!("{above} {folded}");
        let crosses = |at: &Range<usize>| at.start < above.len() && at.end > above.len();
        MEANINGS.find_iter(&both).any(|(at, meaning)| crosses(&at) && meaning.kinds.any(names))
    };
    let first = words.split([' ', '/', ',', '.']).next().unwrap_or_default();
    let counts = first.starts_with(|c: char| c.is_ascii_digit()) || marker::roman_value(first).is_some();
    before.ends_with([',', '-', '–', '/', '(', '&'])
        || JOINING.iter().any(|word| ends(word))
        || counts && COUNTED.iter().any(|word| ends(word))
        || ends("văn phòng") && MEANINGS.at_start(folded).is_some_and(|(_, meaning)| meaning.kinds.any(Kinds::HEAD))
        || folded.starts_with("việt nam")
        // `Công an tỉnh` | `Ủy ban …` is no `tỉnh ủy`
        || !words.starts_with(['Ủ', 'U']) && crossed()
}
