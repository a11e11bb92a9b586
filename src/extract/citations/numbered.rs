//! Documents cited with a number.

use std::ops::Range;

use super::{
    date, elided,
    giver::Giver,
    look,
    share::{share, share_titles},
    tail::Tail,
    title,
};
use crate::{
    extract::Passage,
    lexicon::document_types::{self, DocumentType, Ordinal},
    text::letters::is_alphanumeric,
    value::{read_document_number, read_spaced_number},
};

/// A numbered document at one place.
#[derive(Debug, Clone)]
pub(super) struct Numbered {
    /// From the type (or `số`) to the end of number, date and issuer.
    pub(super) range: Range<usize>,
    /// Where the number itself begins.
    pub(super) at: usize,
    pub(super) kind: String,
    /// Is the type printed at this place, not taken from a list or the code?
    pub(super) own_type: bool,
    pub(super) number: String,
    pub(super) symbol: String,
    pub(super) date: Option<String>,
    pub(super) issuer: Option<String>,
    /// Was the issuer named before the document, as who hands it in?
    pub(super) given: bool,
    pub(super) title: Option<Range<usize>>,
}

/// Words that may follow a bare number; a noun would make it a quantity.
const AFTER_BARE: &[&str] = &[
    "của", "về", "và", "trên", "đã", "theo", "do", "để", "tại", "từ", "với", "có", "là", "được", "hoặc", "nhằm",
    "trong", "cho", "gắn", "đến", "nêu", "này", "cũng", "sẽ", "còn", "đề", "tỉnh", "thành",
];

/// All numbered documents of a passage, in reading order. `laws` are the places of laws, whose numbers are their own.
pub(super) fn read(passage: &Passage, laws: &[Range<usize>]) -> Vec<Numbered> {
    let (plain, folded) = (passage.plain(), passage.folded());
    if passage.figures().next().is_none() {
        return Vec::new();
    }
    let types: Vec<(Range<usize>, &DocumentType)> =
        document_types::names().find_in(passage.view.text, &passage.range).map(|(r, t)| (r, *t)).collect();
    let mut found: Vec<Numbered> = Vec::new();
    let mut at = 0;
    for start in passage.figures() {
        if start < at {
            continue;
        }
        let run = folded[start..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + run;
        let joined = folded[..start].ends_with(|c: char| is_alphanumeric(c) || matches!(c, '/' | '.' | '-'));
        if joined && !folded[..start].ends_with("số.") || law_holds(laws, start) {
            continue;
        }
        if let Some((one, end)) = one(plain, folded, start, run, &types, found.last()) {
            at = end.max(at);
            found.push(one);
        }
    }
    elided::fill(folded, &mut found);
    share(plain, folded, &types, &mut found);
    let starts: Vec<usize> = found.iter().map(|f| f.range.start).collect();
    for (n, one) in found.iter_mut().enumerate() {
        let next = starts.get(n + 1..).unwrap_or_default();
        one.title = title::read(plain, folded, one.range.end, next);
    }
    share_titles(folded, &mut found);
    found.retain(|one| !attaches(passage, one));
    found
}

/// Does the number at `start` belong to a law?
fn law_holds(laws: &[Range<usize>], start: usize) -> bool {
    let n = laws.partition_point(|l| l.start <= start);
    n.checked_sub(1).and_then(|n| laws.get(n)).is_some_and(|l| l.contains(&start))
}

/// Reads the document whose number begins at `start`.
fn one(
    plain: &str,
    folded: &str,
    start: usize,
    run: usize,
    types: &[(Range<usize>, &DocumentType)],
    previous: Option<&Numbered>,
) -> Option<(Numbered, usize)> {
    let cue = so(folded, start);
    let anchor = cue.unwrap_or(start);
    if numbers_a_form(folded, anchor) {
        return None;
    }
    let near = printed_type(plain, folded, anchor, types);
    let spaced = || read_spaced_number(plain, start).filter(|_| cue.is_some() && near.is_some());
    let (number, symbol, end) = if let Some((number, end)) = read_document_number(plain, start).or_else(spaced) {
        let code = document_types::by_symbol(&number.symbol);
        let certain = cue.is_some()
            || near.is_some()
            || is_certain(&number.symbol, code)
            || previous.is_some_and(|p| continues(folded, p, start, &number.symbol));
        if !certain {
            return None;
        }
        let spelled = document_types::spelled(&number.symbol);
        let whole = number.number();
        (format!("{}{spelled}", &whole[..whole.len() - number.symbol.len()]), spelled, end)
    } else {
        let end = bare(plain, folded, start, run, cue.is_some(), near.as_ref()?)?;
        (folded[start..end].to_owned(), String::new(), end)
    };
    let code = document_types::by_symbol(&symbol);
    let (kind, own_type) = match (&near, code) {
        (Some(near), Some(code)) if near.kind.generic => (code.name.to_owned(), true),
        (Some(near), _) => (near.kind.name.to_owned(), true),
        (None, code) => {
            let listed = previous.filter(|p| same_sentence(plain, folded, p.range.end, anchor)).map(|p| &p.kind);
            let by_code = code.map(|c| c.name);
            let kind = match (listed, by_code) {
                (Some(l), Some(c)) if l.starts_with(c) => l.clone(),
                (_, Some(c)) => c.to_owned(),
                (Some(l), None) if symbol_like(previous, &symbol) => l.clone(),
                (_, None) if symbol.starts_with("QH") => "Nghị quyết".to_owned(),
                (_, None) => "Công văn".to_owned(),
            };
            (kind, false)
        }
    };
    let first = near.as_ref().map_or(anchor, |n| n.start);
    let tail = Tail::read(plain, folded, end);
    let near_tail = near.map(|n| n.tail).unwrap_or_default();
    let date = tail.date.or(near_tail.date);
    let printed = tail.issuer.or(near_tail.issuer);
    let giver = if printed.is_none() { Giver::read(plain, folded, first) } else { Giver::default() };
    let given = giver.issuer.is_some();
    let (issuer, date) = (printed.or(giver.issuer), date.or(giver.date));
    let (number, symbol) = provincial(number, symbol, issuer.as_deref());
    let one = Numbered {
        range: first..tail.end,
        at: start,
        kind,
        own_type,
        number,
        symbol,
        date,
        issuer,
        given,
        title: None,
    };
    // a date's or issuer's digits are no new number
    Some((one, tail.end))
}

/// `13-NQ/TƯ` of a province's committee is a misread `13-NQ/TU`; elsewhere `TƯ` may stand for the Central Committee.
fn provincial(number: String, symbol: String, issuer: Option<&str>) -> (String, String) {
    let local = ["Tỉnh ủy", "Thành ủy", "Đảng bộ tỉnh", "Đảng bộ thành phố"];
    let provincial = symbol.ends_with("/TƯ") && issuer.is_some_and(|i| local.iter().any(|l| i.contains(l)));
    if provincial { (number.replace("/TƯ", "/TU"), symbol.replace("/TƯ", "/TU")) } else { (number, symbol) }
}

/// `Mẫu số 71/ABC`, `các biểu mẫu số 71/ABC, 72/ABC và số 73/ABC`: forms and annexes have numbers too.
fn numbers_a_form(folded: &str, anchor: usize) -> bool {
    const FORMS: [&str; 6] = ["mẫu", "biểu", "mẫu phiếu", "phụ lục", "phụ biểu", "mẫu biểu"];
    let window = look::window(folded, anchor.saturating_sub(160), anchor.min(160));
    let mut before = &folded[window.start..anchor];
    for _ in 0..8 {
        before = before.trim_end_matches([' ', ':', ',', ';']);
        before = before.strip_suffix(" số").or(before.strip_suffix(" và")).unwrap_or(before).trim_end();
        let word = before.rsplit([' ', '(']).next().unwrap_or_default();
        if FORMS.contains(&word) || FORMS.iter().any(|f| f.contains(' ') && before.ends_with(f)) {
            return true;
        }
        if !(word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit())) {
            return false;
        }
        before = &before[..before.len() - word.len()];
    }
    false
}

/// The start of `số` before a number.
fn so(folded: &str, start: usize) -> Option<usize> {
    let before = folded[..start].trim_end_matches([' ', ':', '.']);
    let word = ["số", "sô", "só", "sồ", "sổ", "sỗ", "sớ"].iter().find(|w| before.ends_with(**w))?;
    let at = before.len() - word.len();
    (!before[..at].ends_with(is_alphanumeric)).then_some(at)
}

/// Without `số` or a type before it, only a code with an office after it is a number for certain.
fn is_certain(symbol: &str, code: Option<&DocumentType>) -> bool {
    let groups = symbol.split(['-', '/']).filter(|g| !g.is_empty()).count();
    (code.is_some() && groups > 1 && symbol.len() > 4)
        || symbol.strip_prefix("QH").is_some_and(|n| n.parse::<u32>().is_ok())
}

/// `văn bản số 15/BNV-VP và 708/BNV-TCBC`: right after a number of the same office.
fn continues(folded: &str, previous: &Numbered, start: usize, symbol: &str) -> bool {
    let gap = folded.get(previous.range.end..start).unwrap_or("x");
    let office = |symbol: &str| symbol.split(['-', '/']).next().unwrap_or_default().to_owned();
    matches!(gap.trim(), "," | "và" | ";" | ", và") && office(symbol) == office(&previous.symbol)
}

/// The type printed before a number, with what stands between them.
struct Near<'a> {
    start: usize,
    kind: &'a DocumentType,
    tail: Tail,
}

fn printed_type<'a>(
    plain: &str,
    folded: &str,
    anchor: usize,
    types: &[(Range<usize>, &'a DocumentType)],
) -> Option<Near<'a>> {
    let n = types.partition_point(|(r, _)| r.end <= anchor);
    let (range, kind) = types.get(n.checked_sub(1)?)?;
    let near = |tail| Near { start: range.start, kind, tail };
    let gap = &folded[range.end..anchor];
    if gap.trim_matches([' ', ':', '(', ',']).is_empty() && gap.len() < 5 {
        return Some(near(Tail::default()));
    }
    if gap.len() > 140 || kind.law {
        return None;
    }
    if qualifies(gap) && anchor < folded.len() && folded[anchor..].starts_with('s') {
        return Some(near(Tail::default()));
    }
    // `Quyết định của Thủ tướng Chính phủ số …`, `Kết luận ngày … của …, số …`
    let tail = Tail::read(plain, folded, range.end);
    let between = folded.get(tail.end..anchor)?;
    (tail.end > range.end && between.trim_matches([' ', ':', ',', '(', '-']).is_empty()).then(|| near(tail))
}

/// Words between a type and `số` that only say of what kind it is: `Báo cáo thẩm định số 12/…`.
fn qualifies(gap: &str) -> bool {
    const KINDS: [&str; 19] = [
        "liên sở",
        "liên bộ",
        "liên cơ quan",
        "thẩm định",
        "thẩm tra",
        "liên ngành",
        "liên tịch",
        "tổng hợp",
        "tổng kết",
        "sơ kết",
        "kết quả",
        "hỏa tốc",
        "khẩn",
        "chỉ đạo",
        "phối hợp",
        "hành chính",
        "giải trình",
        "chung",
        "bổ sung",
    ];
    KINDS.contains(&gap.trim())
}

/// The end of a bare number (`06` of `Đề án số 06`), when nothing makes it a quantity or a year.
fn bare(plain: &str, folded: &str, start: usize, run: usize, so: bool, near: &Near) -> Option<usize> {
    let mut end = start + run;
    let year = run == 4 && folded[start..end].parse().is_ok_and(|y: u32| (1900..2100).contains(&y));
    let capital = plain[near.start..].starts_with(char::is_uppercase);
    let citable = match near.kind.ordinal {
        Ordinal::Never => false,
        Ordinal::Numbered => so,
        Ordinal::Alone => true,
    };
    if run > 5 || (!so && (run < 2 || year || !capital)) || !citable {
        return None;
    }
    let rest = &folded[end..];
    if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        end += 1;
    }
    let rest = &folded[end..];
    if rest.starts_with(is_alphanumeric) {
        return None;
    }
    let next = rest.trim_start();
    let mark = next.chars().next();
    // `Kế hoạch số 5-KH…` with a broken symbol, `12/…`, `30%`
    // `Nghị định số 42/2025 ngày …`, `Nghị định 107/2021`: a year for its symbol, where no month may stand
    if let Some(year) = rest.strip_prefix('/') {
        let month = folded[start..end].parse().is_ok_and(|m: u32| m <= 12);
        let named = so || matches!(near.kind.name, "Nghị định" | "Thông tư" | "Thông tư liên tịch") || !month;
        let digits = year.bytes().take_while(u8::is_ascii_digit).count();
        let behind = year.get(digits..).unwrap_or_default();
        let ends = || behind.is_empty() || behind.starts_with([' ', ',', ';', '.', ')', '”', '\n']);
        let told = (so && date::read(behind, 0).is_some())
            || named
                && ends()
                && (behind.trim_start().is_empty()
                    || !behind.starts_with(' ')
                    || look::starts(behind.trim_start(), AFTER_BARE));
        return (digits == 4 && year.starts_with(['1', '2']) && told).then_some(end + 1 + digits);
    }
    let free = match mark {
        Some('.' | ',') => !rest[1..].starts_with(|c: char| c.is_ascii_digit()),
        None | Some(';' | ':' | ')' | '(' | '”' | '“' | '"' | '\t' | '|') => true,
        Some('-' | '–') => so && rest.starts_with(' '),
        // `15 ngày` is a time, `06 ngày 12/3` a number and its date
        Some(_) if next.starts_with("ngày") => date::read(folded, folded.len() - next.len()).is_some(),
        Some(_) => look::starts(next, AFTER_BARE),
    };
    free.then_some(end)
}

/// Do two places stand in one sentence?
pub(super) fn same_sentence(plain: &str, folded: &str, from: usize, to: usize) -> bool {
    folded
        .get(from..to)
        .is_some_and(|gap| !gap.match_indices(". ").any(|(n, _)| plain[from + n + 2..].starts_with(char::is_uppercase)))
}

/// Is a code-less symbol of the kind of the one before it: both of them letters without a code?
fn symbol_like(previous: Option<&Numbered>, symbol: &str) -> bool {
    previous.is_some_and(|p| !symbol.is_empty() && document_types::by_symbol(&p.symbol).is_none())
}

/// `(Kèm theo Quyết định số …)` of the plan's own cover: at the start of a line or under a heading of capitals.
fn attaches(passage: &Passage, one: &Numbered) -> bool {
    let (plain, folded) = (passage.plain(), passage.folded());
    let before = &folded[..one.range.start];
    let near = look::window(before, before.len().saturating_sub(80), 80).start;
    let Some(open) = (near..before.len()).rev().find(|n| before.as_bytes()[*n] == b'(') else {
        return false;
    };
    let inside = before[open + 1..].trim_start();
    let attached = ["kèm theo", "ban hành kèm theo", "đính kèm", "phụ lục kèm theo", "gửi kèm"];
    let head = plain[..open].trim();
    attached.iter().any(|a| inside.starts_with(a))
        && !before[open..].contains(')')
        && (head.chars().all(|c| !c.is_lowercase()) || look::starts(&folded[..open], &["phụ lục", "phụ biểu", "biểu"]))
}
