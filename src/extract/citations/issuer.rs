//! Who issued a document: where the name after `của` ends, and how a record writes it.

use std::{ops::Range, sync::LazyLock};

use serde::Deserialize;

use crate::{
    lexicon::{Phrases, document_types, list},
    text::fold,
};

#[derive(Deserialize)]
struct Abbreviation {
    short: String,
    full: String,
    #[cfg(test)]
    example: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct Words {
    abbreviation: Vec<Abbreviation>,
    name: Vec<Name>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| list!("issuer_words"));

/// Names that are complete in themselves.
static COMPLETE: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    Phrases::new(
        WORDS
            .name
            .iter()
            .map(|n| (n.name.as_str(), n.name.as_str())),
    )
});

static ABBREVIATIONS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    Phrases::new(
        WORDS
            .abbreviation
            .iter()
            .map(|a| (a.short.as_str(), a.full.as_str())),
    )
});

/// Words that begin what a document does: an issuer's name ends before them, whatever their capitals.
const ENDS: &[&str] = &[
    "về",
    "v/v",
    "ban hành",
    "phê duyệt",
    "phê chuẩn",
    "quy định",
    "thực hiện",
    "triển khai",
    "thành lập",
    "sửa đổi",
    "bổ sung",
    "hướng dẫn",
    "công bố",
    "thông qua",
    "bãi bỏ",
    "thay thế",
    "điều chỉnh",
    "kiện toàn",
    "đã",
    "được",
    "để",
    "trong",
    "trên",
    "tại",
    "do",
    "nhằm",
    "theo",
    "có",
    "là",
    "cho",
    "đối với",
    "giao nhiệm vụ",
    "giao kế hoạch",
    "giao chỉ tiêu",
    "giao dự toán",
    "giao cho",
    "đến năm",
    "giai đoạn",
    "từ",
    "yêu cầu",
    "cập nhật",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "nâng cao",
    "và các",
    "hoặc",
    "gửi",
    "ngày",
    "đồng ý",
    "chấp thuận",
    "đề nghị",
    "xin",
    "trình",
    "khi",
    "với",
    "bằng",
    "như",
    "đã",
    "sẽ",
    "phải",
    "bảo đảm",
    "đảm bảo",
    "gắn với",
    "phân bổ",
    "xử phạt",
    "thí điểm",
    "chi tiết",
    "khẳng định",
    "nêu",
    "xác định",
    "đặt ra",
    "đề ra",
    "này",
    "nêu trên",
    "liên quan",
    "tổ chức thực hiện",
    "xử lý",
    "giải quyết",
    "công nhận",
    "phát động",
    "ngày",
    "tháng",
    "kết luận",
    "kèm theo",
    "hiện hành",
    "nhất là",
    "bao gồm",
    "gồm",
    "đang",
    "cần",
    "không",
    "mà",
    "nên",
    "báo cáo",
    "đánh giá",
    "phân công",
    "phân cấp",
    "phòng ngừa",
    "ký",
    "ủy quyền",
    "hỗ trợ",
    "xây dựng",
    "lãnh đạo",
    "chỉ đạo",
    "một số",
    "quán triệt",
    "phát triển",
];

/// Words that end a place's name although they are written in capitals. Fewer than [`ENDS`]: `Cao Bằng`, `Giao Thủy`.
const AFTER_PLACES: &[&str] = &[
    "về",
    "v/v",
    "ban hành",
    "phê duyệt",
    "quy định",
    "thực hiện",
    "triển khai",
    "thành lập",
    "sửa đổi",
    "bổ sung",
    "hướng dẫn",
    "giai đoạn",
    "đến năm",
    "năm",
    "công bố",
    "điều chỉnh",
    "và",
    "thông qua",
    "phân công",
    "kiện toàn",
];

/// Words for a place of administration; the name after them is the last of an issuer's name.
const PLACES: &[&str] = &[
    "tỉnh",
    "thành phố",
    "tp",
    "tp.",
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
    "thủ đô",
];

/// Small words after `và` or a comma that still belong to the name of a ministry or department.
const TAILS: &[&str] = &[
    "đào tạo",
    "đầu tư",
    "xã hội",
    "môi trường",
    "công nghệ",
    "du lịch",
    "truyền thông",
    "phát triển nông thôn",
    "thể thao",
    "tôn giáo",
    "dân vận",
    "gia đình",
    "chống",
    "chuyển đổi số",
    "trẻ em",
    "nhà ở",
    "cứu nạn",
    "khen thưởng",
    "giáo dục pháp luật",
    "tìm kiếm cứu nạn",
];

/// The end of the name that begins at byte `at`; `None` when no name of an issuer begins there.
pub(super) fn end(plain: &str, folded: &str, at: usize) -> Option<usize> {
    let rest = folded.get(at..)?;
    if !plain.get(at..)?.starts_with(char::is_uppercase)
        && !starts(
            rest,
            &[
                "liên",
                "hai",
                "ủy ban",
                "hội đồng",
                "sở",
                "thủ tướng",
                "chính phủ",
                "bộ chính trị",
            ],
        )
    {
        return None;
    }
    if starts(
        rest,
        &[
            "đảng",
            "nhà nước",
            "pháp luật",
            "trung ương",
            "luật",
            "nghị định",
            "thông tư",
            "quy định",
        ],
    ) && !starts(rest, &["đảng ủy", "đảng bộ", "nhà nước lào"])
    {
        return None;
    }
    let window = window(folded, at, 220);
    let mut words = Words_::new(plain, folded, window);
    let mut end = at;
    if let Some((range, _)) = COMPLETE.find_iter(&folded[words.at..words.limit]).next()
        && range.start == 0
    {
        end = at + range.end;
        words.at = end;
        let next = words.peek();
        // `Chính phủ nước …`, `Quốc hội khóa XV`; anything else is no part of the name
        // nor do `Ban Bí thư Trung ương Đoàn`, `Ban Chấp hành Trung ương Hội …`
        if !next.is_some_and(|w| matches!(&folded[w], "khóa" | "việt" | "đoàn" | "hội")) {
            return Some(joint(plain, folded, end).unwrap_or(end));
        }
    }
    let mut closed = false;
    let mut count = 0;
    let mut about = false;
    while let Some(word) = words.next() {
        count += 1;
        let small = &folded[word.clone()];
        let before = &folded[end..word.start];
        if count > 22
            || before.contains([';', ':', '(', ')', '“', '”', '"', '\t', '\n', '[', '…'])
            || (before.contains('.') && !before.trim().eq(".") | !folded[..end].ends_with("tp"))
        {
            break;
        }
        let here = &folded[word.start..];
        let capital = plain[word.clone()].starts_with(char::is_uppercase);
        let comma = before.contains(',');
        if small == "khóa" || small == "nhiệm" && starts(here, &["nhiệm kỳ"]) {
            let Some(number) = words.next() else { break };
            end = number.end;
            if small == "nhiệm" {
                // `nhiệm kỳ 2021 - 2026`
                let mut c = crate::value::Cursor::new(folded, end);
                if c.blanks().number(4).is_some() {
                    end = c.at();
                    if c.blanks().dash() && c.blanks().number(4).is_some() {
                        end = c.at();
                    }
                }
            }
            return Some(end);
        }
        let compound = starts(
            here,
            &[
                "xã hội",
                "xã viên",
                "tỉnh ủy",
                "huyện ủy",
                "quận ủy",
                "phường đội",
                "tỉnh đoàn",
                "huyện đoàn",
                "quận đoàn",
                "xã đoàn",
                "tỉnh hội",
                "thị ủy",
                "thị đoàn",
                "xã đội",
            ],
        );
        if !compound && starts(here, PLACES) && (!comma || closed) && (end > at || capital) {
            end = place(plain, folded, &mut words, word);
            closed = true;
            continue;
        }
        if closed {
            if comma || !starts(here, &["và"]) {
                break;
            }
            return Some(joint(plain, folded, end).unwrap_or(end));
        }
        let chief = starts(
            here,
            &[
                "chỉ đạo",
                "kế hoạch",
                "xây dựng",
                "quy hoạch",
                "phát triển",
                "thanh tra",
                "tổ chức",
                "giáo dục",
                "hợp tác",
            ],
        ) && after_head(&folded[at..end]);
        if !chief
            && starts(here, &["về"])
            && folded[at..end].ends_with("chỉ đạo")
            && verb_follows(here)
        {
            about = true;
            end = word.end;
            continue;
        }
        if about {
            if starts(
                here,
                &[
                    "ban hành",
                    "phê duyệt",
                    "về việc",
                    "triển khai",
                    "hướng dẫn",
                    "thông báo",
                    "kết luận",
                ],
            ) {
                break;
            }
        } else if end > at
            && !chief
            && (starts(here, ENDS)
                || is_number(here)
                || document_types::names()
                    .find_iter(window_of(here))
                    .next()
                    .is_some_and(|(r, _)| r.start == 0))
        {
            break;
        }
        if !about && small == "và" {
            let next = words.peek();
            let Some(next) = next else { break };
            let tail = &folded[next.start..];
            if starts(tail, TAILS) && !plain[next.clone()].starts_with(char::is_uppercase) {
                end = tail_end(folded, next.start);
                words.at = end;
                continue;
            }
            let kind = document_types::names()
                .find_iter(window_of(tail))
                .next()
                .is_some_and(|(r, _)| r.start == 0);
            let head_of_agency = starts(tail, AGENCY_HEADS);
            if !plain[next.clone()].starts_with(char::is_uppercase)
                || (kind && !starts(tail, &["kế hoạch và"]))
                || (head_of_agency && is_complete(&folded[at..end])) && !head_of_agency
            {
                break;
            }
            end = word.end;
            continue;
        }
        if comma && !about {
            let continues = capital && starts(here, AGENCY_HEADS) || starts(here, TAILS);
            if !continues {
                break;
            }
        }
        if before.trim().starts_with(['-', '–', '—']) && !capital {
            break;
        }
        end = word.end;
    }
    let name = folded.get(at..end)?;
    let name = name.strip_suffix(" và").unwrap_or(name).trim_end();
    (name.chars().count() > 2).then_some(at + name.len())
}

const AGENCY_HEADS: &[&str] = &[
    "bộ",
    "sở",
    "ban",
    "ủy ban",
    "ubnd",
    "hđnd",
    "hội",
    "hội đồng",
    "công an",
    "văn phòng",
    "liên đoàn",
    "tổng",
    "đoàn",
    "viện",
    "tòa án",
    "ngân hàng",
    "thanh tra",
    "kiểm toán",
    "đảng ủy",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "bảo hiểm",
];

fn is_complete(name: &str) -> bool {
    COMPLETE
        .find_iter(name)
        .next()
        .is_some_and(|(r, _)| r == (0..name.len()))
}

/// A second issuer: `Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam`.
fn joint(plain: &str, folded: &str, at: usize) -> Option<usize> {
    let rest = folded.get(at..)?.strip_prefix(" và ")?;
    let start = at + " và ".len();
    (starts(rest, AGENCY_HEADS) && plain.get(start..)?.starts_with(char::is_uppercase))
        .then(|| end(plain, folded, start))
        .flatten()
}

/// `số 12`, not the end of `chuyển đổi số`.
fn is_number(here: &str) -> bool {
    here.strip_prefix("số").is_some_and(|n| {
        n.trim_start_matches([' ', ':'])
            .starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Is the name so far a head that takes a field of work: `Bộ`, `Sở`, `Ban`?
fn after_head(name: &str) -> bool {
    [
        "bộ",
        "sở",
        "ban",
        "phòng",
        "ủy ban",
        "hội đồng",
        "bộ trưởng bộ",
        "giám đốc sở",
        "chi cục",
        "cục",
        "vụ",
        "tổ",
        "chỉ đạo",
    ]
    .iter()
    .any(|h| name.trim_end() == *h || name.trim_end().ends_with(&format!(" {h}")))
        || name.trim_end().ends_with(" và")
}

/// `về` inside the name of a steering committee: a verb of issuing follows later in the clause.
fn verb_follows(here: &str) -> bool {
    let clause = here.find([';', '(', ':']).map_or(here, |n| &here[..n]);
    clause
        .find(" ban hành")
        .or_else(|| clause.find(" về việc"))
        .is_some_and(|n| n < 200)
}

/// Reads the place word and the capitalised name after it.
fn place(plain: &str, folded: &str, words: &mut Words_, first: Range<usize>) -> usize {
    let caps = plain[first.clone()].chars().all(|c| !c.is_lowercase());
    let here = &folded[first.start..];
    let word = PLACES
        .iter()
        .filter(|p| starts(here, &[p]))
        .map(|p| p.len())
        .max()
        .unwrap_or(first.len());
    let mut end = first.start + word;
    words.at = end;
    let mut count = 0;
    while let Some(next) = words.peek() {
        let gap = &folded[end..next.start];
        let joined = gap.trim().is_empty() || matches!(gap.trim(), "-" | "–" | ".");
        let name =
            plain[next.clone()].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let small = &folded[next.start..];
        let stop = starts(small, AFTER_PLACES)
            || document_types::names()
                .find_iter(window_of(small))
                .next()
                .is_some_and(|(r, _)| r.start == 0)
            || starts(small, &["khóa", "nhiệm kỳ", "kỳ họp", "và"]);
        if !joined || !name || stop || count == 6 || (caps && count == 4) {
            break;
        }
        words.next();
        end = next.end;
        count += 1;
    }
    end
}

fn tail_end(folded: &str, at: usize) -> usize {
    let rest = &folded[at..];
    TAILS
        .iter()
        .filter(|t| starts(rest, &[t]))
        .map(|t| at + t.len())
        .max()
        .unwrap_or(at)
}

/// Does `text` start with one of `words`, whole?
pub(super) fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| {
        text.strip_prefix(w)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// About `most` bytes from `at`, on character boundaries.
pub(super) fn window(text: &str, mut at: usize, most: usize) -> Range<usize> {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut limit = (at + most).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    at..limit.max(at)
}

/// The beginning of a text, for one look at what it starts with.
fn window_of(text: &str) -> &str {
    &text[window(text, 0, 64)]
}

/// Words from left to right inside a window.
struct Words_<'a> {
    folded: &'a str,
    at: usize,
    limit: usize,
}

impl<'a> Words_<'a> {
    fn new(_plain: &'a str, folded: &'a str, window: Range<usize>) -> Self {
        Self {
            folded,
            at: window.start,
            limit: window.end,
        }
    }

    fn peek(&self) -> Option<Range<usize>> {
        let rest = &self.folded[self.at..self.limit];
        let start = self.at + rest.find(char::is_alphanumeric)?;
        let rest = &self.folded[start..self.limit];
        let n = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '&'))
            .unwrap_or(rest.len());
        Some(start..start + n)
    }

    fn next(&mut self) -> Option<Range<usize>> {
        let word = self.peek()?;
        self.at = word.end;
        Some(word)
    }
}

/// How a record writes an issuer: abbreviations written out, tone marks on the modern place, names in capitals
/// (of a title) in ordinary letters.
pub(super) fn canonical(printed: &str) -> String {
    let folded = fold(printed);
    let mut out = String::with_capacity(printed.len() + 32);
    let mut at = 0;
    let capitals = !printed.chars().any(char::is_lowercase);
    let base = if capitals {
        title_case(printed, &folded)
    } else {
        modern(printed)
    };
    for (range, full) in ABBREVIATIONS.find_iter(&folded) {
        // in capitals, `ĐẦU TƯ` is no `Trung ương`
        if !printed[range.clone()].starts_with(char::is_uppercase)
            || capitals && &folded[range.clone()] == "tư"
        {
            continue;
        }
        out.push_str(&base[at..range.start]);
        out.push_str(full);
        at = range.end;
        // `TP. Cần Thơ`
        if base[at..].starts_with('.') {
            at += 1;
            if !base[at..].starts_with(' ') {
                out.push(' ');
            }
        }
    }
    out.push_str(&base[at..]);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = out.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Tone marks on the modern place, letter case kept.
fn modern(printed: &str) -> String {
    let folded = fold(printed);
    let mut out = String::with_capacity(printed.len());
    for (p, f) in printed.chars().zip(folded.chars()) {
        let upper = p.is_uppercase();
        if upper {
            out.extend(f.to_uppercase())
        } else {
            out.push(f)
        }
    }
    if out.len() == printed.len() {
        out
    } else {
        printed.to_owned()
    }
}

/// Ordinary letters for a name in capitals: known names as they are written, a place's and a field's name by word.
fn title_case(printed: &str, folded: &str) -> String {
    if printed.chars().count() < 8 && ABBREVIATIONS.find_iter(folded).next().is_some() {
        return modern(printed);
    }
    let mut out = String::with_capacity(folded.len());
    let mut proper = true;
    let mut skip = 0;
    // a ministry's name is a proper name by its first word only, a place's by each
    let mut field = false;
    let known: Vec<(Range<usize>, &str)> = CASED.find_iter(folded).map(|(r, n)| (r, *n)).collect();
    for (start, word) in word_starts(folded) {
        if start < skip {
            continue;
        }
        if let Some((range, name)) = known
            .iter()
            .find(|(r, _)| r.start == start && r.len() == r.end - r.start)
        {
            if name.len() == range.len() {
                fill(&mut out, folded, start);
                out.push_str(name);
                skip = range.end;
                field = matches!(*name, "Bộ" | "Sở" | "Ban" | "Bộ trưởng");
                let place = PLACES.contains(&&folded[range.clone()]);
                proper = field || *name == "và" || place;
                field |= *name == "và";
                continue;
            }
        }
        fill(&mut out, folded, start);
        if word.bytes().all(|b| b"ivxlc".contains(&b)) && out.trim_end().ends_with("khóa") {
            out.push_str(&word.to_uppercase());
        } else if proper {
            let mut letters = word.chars();
            if let Some(first) = letters.next() {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            proper = !field;
        } else {
            out.push_str(word);
        }
    }
    fill(&mut out, folded, folded.len());
    if out.len() == folded.len() {
        out
    } else {
        printed.to_owned()
    }
}

/// Copies what stands between words.
fn fill(out: &mut String, folded: &str, to: usize) {
    if out.len() < to {
        let gap = folded[out.len()..to].to_owned();
        out.push_str(&gap);
    }
}

fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}

/// Names and words with their ordinary letters.
static CASED: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    const MORE: &[&str] = &[
        "Ủy ban nhân dân",
        "Hội đồng nhân dân",
        "Ban Chấp hành",
        "Ban Thường vụ",
        "Đảng bộ",
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Đảng ủy",
        "Ban Chỉ đạo",
        "Ban Tổ chức",
        "Ủy ban",
        "Hội đồng",
        "Trung ương",
        "Đảng",
        "Bộ",
        "Sở",
        "Ban",
        "Chủ tịch",
        "tỉnh",
        "huyện",
        "quận",
        "xã",
        "phường",
        "thị xã",
        "thành phố",
        "đặc khu",
        "và",
        "khóa",
        "Bộ trưởng",
        "nhân dân",
        "Mặt trận Tổ quốc",
        "Quốc hội",
        "Chính phủ",
    ];
    Phrases::new(
        WORDS
            .name
            .iter()
            .map(|n| n.name.as_str())
            .chain(MORE.iter().copied())
            .map(|n| (n, n)),
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let folded = fold(text);
        end(text, &folded, 0).map(|e| canonical(&text[..e]))
    }

    #[test]
    fn where_an_issuer_ends() {
        for (text, issuer) in [
            ("Chính phủ về phát triển", "Chính phủ"),
            ("Chính phủ Quy định chi tiết", "Chính phủ"),
            (
                "Chính phủ và Chương trình hành động số 5-CTr/TU",
                "Chính phủ",
            ),
            ("Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ"),
            ("Thủ tướng chính phủ", "Thủ tướng chính phủ"),
            (
                "UBND tỉnh Lạng Sơn về việc",
                "Ủy ban nhân dân tỉnh Lạng Sơn",
            ),
            ("UBND tỉnh phê duyệt", "Ủy ban nhân dân tỉnh"),
            (
                "Uỷ ban nhân dân tỉnh Hoà Bình ban hành",
                "Ủy ban nhân dân tỉnh Hòa Bình",
            ),
            (
                "Ban Chấp hành Đảng bộ tỉnh khóa XVII thực hiện",
                "Ban Chấp hành Đảng bộ tỉnh khóa XVII",
            ),
            ("Bộ Chính trị khóa XIII về", "Bộ Chính trị khóa XIII"),
            (
                "Bộ Lao động - Thương binh và Xã hội hướng dẫn",
                "Bộ Lao động - Thương binh và Xã hội",
            ),
            (
                "Bộ Văn hóa, Thể thao và Du lịch ban hành",
                "Bộ Văn hóa, Thể thao và Du lịch",
            ),
            (
                "Bộ trưởng Bộ Xây dựng ban hành Chiến lược",
                "Bộ trưởng Bộ Xây dựng",
            ),
            ("Bộ Kế hoạch và Đầu tư về", "Bộ Kế hoạch và Đầu tư"),
            (
                "Sở giáo dục và đào tạo tỉnh Cao Bằng",
                "Sở giáo dục và đào tạo tỉnh Cao Bằng",
            ),
            (
                "Sở Nông nghiệp và Phát triển nông thôn;",
                "Sở Nông nghiệp và Phát triển nông thôn",
            ),
            (
                "Bộ Nội vụ, Bộ Tài chính hướng dẫn",
                "Bộ Nội vụ, Bộ Tài chính",
            ),
            ("UBND TP. Cần Thơ về", "Ủy ban nhân dân Thành phố Cần Thơ"),
            (
                "HĐND thành phố Hải Phòng khóa XVI, kỳ họp thứ 8 về",
                "Hội đồng nhân dân thành phố Hải Phòng khóa XVI",
            ),
            ("Thành ủy Thành phố về thực hiện", "Thành ủy Thành phố"),
            ("Ban Thường vụ Tỉnh ủy về việc", "Ban Thường vụ Tỉnh ủy"),
            (
                "BCH Trung ương Đảng khóa XII về",
                "Ban Chấp hành Trung ương Đảng khóa XII",
            ),
            (
                "UBND xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La về",
                "Ủy ban nhân dân xã Tân Lập, huyện Mộc Châu, tỉnh Sơn La",
            ),
            ("Bộ GD&ĐT ban hành", "Bộ Giáo dục và Đào tạo"),
            (
                "UBND tỉnh Bà Rịa - Vũng Tàu ban hành",
                "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
            ),
            ("UBND Quận 1 về", "Ủy ban nhân dân Quận 1"),
            (
                "THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC PHÊ DUYỆT",
                "Thủ tướng Chính phủ",
            ),
            (
                "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH VỀ VIỆC",
                "Ban Chấp hành Đảng bộ tỉnh",
            ),
            (
                "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN VỀ",
                "Ủy ban nhân dân tỉnh Lạng Sơn",
            ),
            (
                "Ban Thường vụ Tỉnh đoàn Hà Nam về",
                "Ban Thường vụ Tỉnh đoàn Hà Nam",
            ),
            (
                "Ban Thường vụ Huyện đoàn hướng dẫn",
                "Ban Thường vụ Huyện đoàn",
            ),
            (
                "Ban Bí thư Trung ương Đoàn về",
                "Ban Bí thư Trung ương Đoàn",
            ),
            ("Bộ Ngoại giao tại các văn bản", "Bộ Ngoại giao"),
            (
                "Bộ trưởng Bộ Giao thông vận tải quy định",
                "Bộ trưởng Bộ Giao thông vận tải",
            ),
            (
                "Ban Chỉ đạo Chuyển đổi số tỉnh Yên Bái ban hành",
                "Ban Chỉ đạo Chuyển đổi số tỉnh Yên Bái",
            ),
            ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
            ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ BAN HÀNH", "Bộ Kế hoạch và Đầu tư"),
            (
                "BAN BÍ THƯ TRUNG ƯƠNG ĐẢNG KHÓA XII VỀ",
                "Ban Bí thư Trung ương Đảng khóa XII",
            ),
            (
                "UBND TỈNH CAO BẰNG VỀ VIỆC",
                "Ủy ban nhân dân tỉnh Cao Bằng",
            ),
            (
                "Ban Chỉ đạo về phát triển kinh tế tập thể tỉnh ban hành",
                "Ban Chỉ đạo về phát triển kinh tế tập thể tỉnh",
            ),
            (
                "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam về",
                "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Some(issuer), "{text}");
        }
        for text in [
            "cấp có thẩm quyền",
            "Đảng và Nhà nước",
            "Luật Đất đai",
            "Kế hoạch này",
            "tỉnh",
        ] {
            let found = read(text);
            assert!(
                found.is_none() || found.as_deref() == Some("Kế hoạch"),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn abbreviations_are_written_out() {
        for a in &WORDS.abbreviation {
            assert!(canonical(&a.example).contains(&a.full), "{}", a.example);
        }
    }
}
