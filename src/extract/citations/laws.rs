//! Laws cited by name: `Luật Giáo dục năm 2019`, `Bộ luật Lao động`, `Luật sửa đổi, bổ sung một số điều của Luật Đầu tư`.

use std::{ops::Range, sync::LazyLock};

use super::{date, look::starts};
use crate::{
    extract::Passage,
    lexicon::{Phrases, laws},
    value::{Cursor, read_document_number},
};

/// A law at one place.
#[derive(Debug, Clone)]
pub(super) struct Law {
    /// From the type to the end of name, number and date.
    pub(super) range: Range<usize>,
    pub(super) kind: &'static str,
    pub(super) title: Option<String>,
    pub(super) number: Option<String>,
    pub(super) date: Option<String>,
    pub(super) issuer: Option<String>,
}

/// The longest name that is read, in bytes.
const LONGEST: usize = 900;

/// Words that no name of a law goes on with.
const ENDS: &[&str] = &[
    "số",
    "ngày",
    "năm",
    "được",
    "đã",
    "có",
    "trên",
    "tại",
    "theo",
    "để",
    "với",
    "cho",
    "trong",
    "trình",
    "bảo đảm",
    "đảm bảo",
    "thuộc",
    "là",
    "do",
    "khi",
    "nhằm",
    "đến",
    "từ",
    "quy định",
    "hiện hành",
    "về",
    "sẽ",
    "này",
    "mới",
    "hoặc",
    "phải",
    "không",
    "như",
    "thì",
    "mà",
    "sửa đổi",
    "và các",
    "và luật",
    "và bộ luật",
    "và nghị",
    "và văn bản",
    "và pháp luật",
    "và quy",
    "và thông tư",
    "và chỉ thị",
    "và quyết định",
    "và kế hoạch",
    "và tổ chức",
    "và những",
    "và một số",
    "của quốc hội",
    "hướng dẫn",
    "thi hành",
    "vào",
    "ra",
    "trước",
    "sau",
    "cùng",
    "nêu",
    "gồm",
    "gắn",
    "đối với",
    "tới",
    "bằng",
    "qua",
    "sâu",
    "rộng",
    "giai đoạn",
    "các",
    "ban hành",
];

/// Words before `luật` that make it no law.
const NOT_AFTER: &[&str] = &[
    "pháp",
    "kỷ",
    "quy",
    "học",
    "khoa",
    "hội",
    "đoàn",
    "ngành",
    "nhân",
    "sĩ",
    "sỹ",
    "phạm",
    "thành",
    "giới",
    "niêm",
    "trường",
    "án",
];

/// All laws of a passage, in reading order, not overlapping.
pub(super) fn read(passage: &Passage) -> Vec<Law> {
    let (plain, folded) = (passage.plain(), passage.folded());
    let mut found: Vec<Law> = Vec::new();
    let mut at = 0;
    for (start, kind) in type_words(folded) {
        // an amending law holds the names of others
        if start < at {
            continue;
        }
        let read = match kind {
            "hiến pháp" => constitution(plain, folded, start),
            _ => Reader {
                plain,
                folded,
                kind: kind_name(kind),
                words: kind,
            }
            .laws(start),
        };
        if let Some(last) = read.last() {
            at = last.range.end;
        }
        found.extend(read);
    }
    found
}

fn kind_name(words: &str) -> &'static str {
    match words {
        "bộ luật" => "Bộ luật",
        "pháp lệnh" => "Pháp lệnh",
        "hiến pháp" => "Hiến pháp",
        _ => "Luật",
    }
}

/// The words for laws in a folded text: where each begins, and the word.
fn type_words(folded: &str) -> impl Iterator<Item = (usize, &'static str)> {
    static WORDS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
        Phrases::new(["luật", "bộ luật", "pháp lệnh", "hiến pháp"].map(|w| (w, w)))
    });
    WORDS.find_iter(folded).filter_map(move |(range, word)| {
        let before = folded[..range.start].strip_suffix(' ');
        let previous = before.map(|b| {
            b.rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default()
        });
        let other = *word == "luật" && previous.is_some_and(|p| NOT_AFTER.contains(&p));
        (!other).then_some((range.start, *word))
    })
}

/// `Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam`; the bare word is a figure of speech.
fn constitution(plain: &str, folded: &str, start: usize) -> Vec<Law> {
    let mut end = start + "hiến pháp".len();
    let mut sure = false;
    let mut c = Cursor::new(folded, end);
    if c.blanks().word("nước cộng hòa xã hội chủ nghĩa việt nam")
        || c.word("nước chxhcn việt nam")
        || c.word("việt nam")
    {
        end = c.at();
        sure = true;
    }
    let (number, date, _, tail) = attributes(plain, folded, end);
    if !sure && date.is_none() && number.is_none() {
        return Vec::new();
    }
    let title = Some(plain[start..start + "hiến pháp".len()].to_owned());
    vec![Law {
        range: start..tail,
        kind: "Hiến pháp",
        title,
        number,
        date,
        issuer: None,
    }]
}

/// Number, date and issuer after a name, in any order; where they end.
fn attributes(
    plain: &str,
    folded: &str,
    at: usize,
) -> (Option<String>, Option<String>, Option<String>, usize) {
    let (mut number, mut when, mut issuer, mut end) = (None, None, None, at);
    for _ in 0..5 {
        let mut c = Cursor::new(folded, end);
        c.blanks().literal(",");
        c.blanks();
        if number.is_none()
            && let Some((read, date, after)) = dated_number(plain, folded, c.at())
        {
            number = Some(read);
            when = when.or(date);
            end = after;
            continue;
        }
        if when.is_none()
            && let Some((date, after)) =
                date::read(folded, c.at()).or_else(|| bare_year(folded, c.at(), end))
        {
            when = Some(date);
            end = after;
            continue;
        }
        if issuer.is_none()
            && let Some(name) = ["của quốc hội", "của ủy ban thường vụ quốc hội"]
                .iter()
                .find(|w| {
                    let mut probe = c;
                    probe.word(w)
                })
        {
            let from = c.at() + "của ".len();
            end = c.at() + name.len();
            issuer = Some(super::issuer_form::canonical(&plain[from..end]));
            continue;
        }
        if when.is_none()
            && c.word("được quốc hội")
            && let Some(n) =
                folded[c.at()..super::look::window(folded, c.at(), 140).end].find("thông qua")
        {
            let clause = &folded[c.at()..super::look::window(folded, c.at() + n, 90).end];
            if let Some(day) = clause
                .find("ngày ")
                .filter(|d| !clause[..*d].contains([';', '.']))
                && let Some((date, _)) = date::read(folded, c.at() + day)
            {
                when = Some(date);
            }
        }
        break;
    }
    (number, when, issuer, end)
}

/// `số 31/2024/QH15`, `(Luật số 31/2024/QH15)`, `31/2024/QH15`.
fn law_number(plain: &str, folded: &str, at: usize) -> Option<(String, usize)> {
    dated_number(plain, folded, at).map(|(number, _, end)| (number, end))
}

/// The same with the date that stands in one bracket with it: `(số 31/2024/QH15 ngày 18/01/2024)`.
fn dated_number(plain: &str, folded: &str, at: usize) -> Option<(String, Option<String>, usize)> {
    let mut c = Cursor::new(folded, at);
    let parenthesis = c.literal("(");
    c.word("bộ luật");
    c.word("luật");
    c.blanks();
    for cue in ["số hiệu", "số", "sô"] {
        if c.word(cue) {
            break;
        }
    }
    c.literal(":");
    c.blanks();
    let (number, end) = read_document_number(plain, c.at())?;
    let parliament = number
        .groups()
        .any(|g| g.starts_with("QH") || g.starts_with("UBTVQH") || g == "CTN" || g == "LCT");
    if !parliament {
        return None;
    }
    c.seek(end);
    let mut date = None;
    if parenthesis && !c.literal(")") {
        c.literal(",");
        let (day, after) = date::read(folded, c.at())?;
        c.seek(after);
        c.literal(")").then_some(())?;
        date = Some(day);
    }
    Some((number.number(), date, c.at()))
}

/// `Luật Đất đai 2024`: a year right after the name, ended by a mark or a small word.
fn bare_year(folded: &str, at: usize, name_end: usize) -> Option<(String, usize)> {
    if folded.get(name_end..at)? != " " {
        return None;
    }
    let mut c = Cursor::new(folded, at);
    let year = c.number(4).filter(|y| date::plausible(*y))?;
    let rest = c.rest().trim_start();
    let period = rest.starts_with(['-', '–', '/']);
    (!period && !c.rest().starts_with(char::is_alphanumeric)).then(|| (year.to_string(), c.at()))
}

/// Reads names after one word for a law.
struct Reader<'a> {
    plain: &'a str,
    folded: &'a str,
    kind: &'static str,
    words: &'static str,
}

impl Reader<'_> {
    fn laws(&self, start: usize) -> Vec<Law> {
        let (plain, folded) = (self.plain, self.folded);
        let after = start + self.words.len();
        let mut c = Cursor::new(folded, after);
        c.blanks();
        let many = folded[..start].trim_end().ends_with("các")
            || folded[..start].trim_end().ends_with("những");
        if many && (c.literal(":") || laws::longest(folded, c.at(), self.words).is_some()) {
            let list = self.list(start, c.blanks().at());
            if !list.is_empty() {
                return list;
            }
        }
        // `Luật số 03/2022/QH15 sửa đổi, bổ sung …`
        if let Some((number, end)) = law_number(plain, folded, c.at()) {
            let (_, date, issuer, mut end) = attributes(plain, folded, end);
            let mut title = None;
            let name =
                folded[end..].len() - folded[end..].trim_start_matches([' ', ',']).len() + end;
            if let Some((name_end, _)) = self.amending(name) {
                title = Some(format!("{} {}", self.kind, &plain[name..name_end]));
                end = name_end;
            }
            return vec![Law {
                range: start..end,
                kind: self.kind,
                title,
                number: Some(number),
                date,
                issuer,
            }];
        }
        if let Some((name_end, inner)) = self.amending(c.at()) {
            return vec![self.law(start, name_end, inner)];
        }
        if folded.as_bytes().get(after) != Some(&b' ') {
            return Vec::new();
        }
        match self.name(start) {
            Some(end) => vec![self.law(start, end, None)],
            None => Vec::new(),
        }
    }

    /// A law whose name ends at `end`; `inner` is a number that an amended law's name carries and that is the law's own.
    fn law(&self, start: usize, end: usize, inner: Option<(String, usize)>) -> Law {
        let title = Some(self.plain[start..end].to_owned());
        let from = inner.as_ref().map_or(end, |(_, e)| *e);
        let (number, date, issuer, tail) = attributes(self.plain, self.folded, from);
        let number = inner.map(|(n, _)| n).or(number);
        Law {
            range: start..tail,
            kind: self.kind,
            title,
            number,
            date,
            issuer,
        }
    }

    /// Where the name of the law at `start` ends.
    fn name(&self, start: usize) -> Option<usize> {
        let (plain, folded) = (self.plain, self.folded);
        let known = laws::longest(folded, start, "").map(|(_, end)| end);
        let shaped = self.shaped(start);
        let end = match (known, shaped) {
            // a longer name that a number closes is a law that the list lacks
            (Some(known), Some(shaped))
                if shaped > known
                    && law_number(plain, folded, skip_blank(folded, shaped)).is_some() =>
            {
                shaped
            }
            (Some(known), _) => known,
            (None, shaped) => shaped?,
        };
        // a revision is another law
        let mut c = Cursor::new(folded, end);
        c.blanks();
        if c.literal("(sửa đổi)") || c.literal("(thay thế)") || c.literal("(sửa đổi, bổ sung)")
        {
            return Some(c.at());
        }
        let revised = c.word("sửa đổi");
        if revised && (c.rest().is_empty() || c.rest().starts_with(['.', ';', ',', ')'])) {
            return Some(c.at());
        }
        Some(end)
    }

    /// The name by its shape: a capital, then words up to a mark or a word that no name holds.
    fn shaped(&self, start: usize) -> Option<usize> {
        let (plain, folded) = (self.plain, self.folded);
        let from = start + self.words.len() + 1;
        let first = plain.get(from..)?.chars().next()?;
        let shouted = plain[start..from]
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        let small_type = plain[start..].starts_with(char::is_lowercase);
        if !first.is_uppercase() || small_type {
            return None;
        }
        const NOT_FIRST: &[&str] = &[
            "việt nam",
            "năm",
            "hà nội",
            "quốc tế",
            "thay thế",
            "sư",
            "gia",
            "viên",
            "này",
            "trên",
            "bảo đảm",
            "ban hành kèm",
            "tp",
        ];
        if starts(&folded[from..], ENDS)
            || starts(&folded[from..], NOT_FIRST)
            || starts(&folded[from..], &["và"])
        {
            return None;
        }
        let limit = super::look::window(folded, from, 160).end;
        let mut end = from;
        let mut words = 0;
        let mut at = from;
        while at < limit {
            let rest = &folded[at..limit];
            let start = at + rest.len() - rest.trim_start_matches(' ').len();
            let rest = &folded[start..limit];
            let n = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            if n == 0 {
                // a comma inside a name is followed by a small word
                let small = rest.strip_prefix(", ").is_some_and(|r| !starts(r, ENDS))
                    && plain[start..]
                        .chars()
                        .nth(2)
                        .is_some_and(|c| c.is_lowercase() && c.is_alphabetic());
                let next_number = number_before_break(&folded[start..limit]);
                if small && !shouted && next_number {
                    at = start + 2;
                    continue;
                }
                break;
            }
            if words > 0
                && (starts(rest, ENDS)
                    || starts(rest, &["luật", "bộ luật", "nghị định", "nghị quyết"]))
                || words == 22
            {
                break;
            }
            end = start + n;
            at = end;
            words += 1;
        }
        let closed = folded[end..]
            .trim_start()
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        let name = folded
            .get(from..end)?
            .strip_suffix(" và")
            .map_or(end, |n| from + n.len());
        // a single unknown word is a name only when a number or a date says so
        let (number, date, ..) = attributes(plain, folded, name);
        let proven = number.is_some() || date.is_some();
        (proven || words > 1 && words < 9 && (closed || !shouted)).then_some(name)
    }

    /// `sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C` from `at`: where the name ends; a number after the
    /// last amended law that belongs to the amending one, with its end.
    fn amending(&self, at: usize) -> Option<(usize, Option<(String, usize)>)> {
        let (plain, folded) = (self.plain, self.folded);
        let rest = folded.get(at..)?;
        if !starts(rest, &["sửa đổi", "bổ sung", "sửa đổi bổ sung"]) {
            return None;
        }
        let head = super::look::window(folded, at, 130);
        let inner = ["luật", "pháp lệnh"]
            .iter()
            .find_map(|w| folded[head.clone()].find(w))?;
        let between = &rest[..inner];
        if between.contains([';', '.', ':']) {
            return None;
        }
        let words = if rest[inner..].starts_with("luật") {
            "luật"
        } else {
            "pháp lệnh"
        };
        let bộ = between.ends_with("bộ ");
        let mut start = at + inner - if bộ { "bộ ".len() } else { 0 };
        let mut end = start;
        let mut numbered: Vec<(usize, String, usize, Option<&laws::Law>)> = Vec::new();
        let mut count = 0;
        let limit = at + LONGEST;
        while start < limit {
            let kind = if folded[start..].starts_with("bộ luật") {
                "bộ luật"
            } else {
                words
            };
            let reader = Reader {
                plain,
                folded,
                kind: kind_name(kind),
                words: kind,
            };
            let known = laws::longest(folded, start, "");
            let Some(name) = reader.name(start).or(known.map(|k| k.1)) else {
                break;
            };
            count += 1;
            end = name;
            if let Some((number, after)) = law_number(plain, folded, skip_blank(folded, name)) {
                numbered.push((name, number, after, known.map(|k| k.0)));
                end = after;
            }
            let tail = &folded[end..];
            let gap = [", và ", ", ", " và ", "; ", " và của ", ", của "]
                .iter()
                .find(|g| {
                    tail.strip_prefix(**g)
                        .is_some_and(|t| starts(t, &["luật", "bộ luật", "pháp lệnh"]))
                });
            // `Luật Thuế xuất khẩu, thuế nhập khẩu; Luật Đầu tư`: a semicolon parts citations, not names
            match gap {
                Some(g) if *g != "; " => start = end + g.len(),
                _ => break,
            }
        }
        if count == 0 {
            // `một số điều của 11 luật có liên quan đến quy hoạch`
            let clause = super::look::window(folded, at + inner, 300);
            let words = &folded[clause.clone()];
            let stop = words
                .find([';', ',', '.', '(', ')', '\t'])
                .unwrap_or(words.len());
            let cue = [" số ", " ngày ", " năm "]
                .iter()
                .filter_map(|c| words[..stop].find(c))
                .min();
            return Some((clause.start + cue.unwrap_or(stop), None));
        }
        if let [(name, number, after, known)] = numbered.as_slice()
            && *after == end
            && !known.is_some_and(|l| l.numbers.contains(number))
        {
            return Some((*name, Some((number.clone(), *after))));
        }
        Some((end, None))
    }

    /// `các Luật: Đất đai, Nhà ở và Kinh doanh bất động sản` from `at`.
    fn list(&self, head: usize, mut at: usize) -> Vec<Law> {
        let mut found = Vec::new();
        while let Some((_, end)) = laws::longest(self.folded, at, self.words) {
            let start = if found.is_empty() && !self.folded[head..at].contains(':') {
                head
            } else {
                at
            };
            let (number, date, issuer, tail) = attributes(self.plain, self.folded, end);
            let title = Some(format!("{} {}", self.kind, &self.plain[at..end]));
            found.push(Law {
                range: start..tail,
                kind: self.kind,
                title,
                number,
                date,
                issuer,
            });
            let rest = &self.folded[tail..];
            let Some(gap) = [", và ", ", ", "; ", " và "]
                .iter()
                .find(|g| rest.starts_with(**g))
            else {
                break;
            };
            at = tail + gap.len();
        }
        found
    }
}

fn skip_blank(folded: &str, at: usize) -> usize {
    let rest = folded.get(at..).unwrap_or_default();
    let rest_trimmed = rest.trim_start_matches([' ', ',']);
    at + rest.len() - rest_trimmed.len()
}

/// Does a law's number come before the clause breaks?
fn number_before_break(clause: &str) -> bool {
    let end = clause.find([';', '.', ')', '\t']).unwrap_or(clause.len());
    clause[..end]
        .find(" số ")
        .is_some_and(|n| clause[n..end].contains("/qh") || clause[n..end].contains("/20"))
}
