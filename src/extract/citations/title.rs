//! The title of a cited document: the words after `về`, `ban hành`, `phê duyệt`, up to the end of the clause.

use std::ops::Range;

use super::look::{acts, starts, window};
use crate::value::Cursor;

/// Words that lead to a title and are no part of it.
const LEADS: &[&str] = &["về việc ban hành", "về ban hành", "v/v ban hành", "ban hành", "về việc", "v/v", "về"];

/// Verbs that begin a title.
const VERBS: &[&str] = &[
    "phê duyệt",
    "phê chuẩn",
    "quy định",
    "sửa đổi",
    "bổ sung",
    "thành lập",
    "công bố",
    "hướng dẫn",
    "thực hiện",
    "triển khai",
    "điều chỉnh",
    "bãi bỏ",
    "thay thế",
    "thông qua",
    "giao",
    "kiện toàn",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "nâng cao",
    "xử phạt",
    "thí điểm",
    "chi tiết",
    "cập nhật",
    "hợp nhất",
    "phân công",
    "phân cấp",
    "đổi mới",
    "xác định",
    "công nhận",
    "kết luận",
    "thông báo",
    "tổ chức",
    "xử lý",
    "phân bổ",
    "chấp thuận",
    "ứng dụng",
];

/// Words after which a remark begins that is no part of a title.
const REMARKS: &[&str] = &[
    "(sau đây",
    "(gọi tắt",
    "(gọi chung",
    "(viết tắt",
    "(dưới đây",
    "(sau đâ",
    "(có hiệu lực",
    "(kèm theo",
    "(nay là",
    "(được sửa đổi",
    "(đã được sửa đổi",
    "(sửa đổi, bổ sung bởi",
];

/// Words that end a title: what follows tells how or by what rule something is done.
const APPLIED: &[&str] = &[
    "theo hướng",
    "theo quy định tại điều",
    "theo quy định tại khoản",
    "theo quy định tại điểm",
    "theo quy định của luật",
    // `… sửa đổi Quyết định … về quản lý chợ cho phù hợp với các nội dung của Luật …`
    "cho phù hợp với",
    "để phù hợp với",
    "phù hợp với các nội dung của",
    "phù hợp với các quy định của",
    "phù hợp với nội dung của",
    "phù hợp với quy định của",
];

/// Words behind a comma that tell on what grounds something is done, or what is done next with what came of it. Titles hold
/// `tham mưu, giúp việc`.
const GROUNDS: &[&str] = &[
    "trên cơ sở",
    "theo đề nghị",
    "xét đề nghị",
    "căn cứ",
    "tham mưu, đề xuất",
    "tham mưu ủy ban",
    "tham mưu ubnd",
    "từ đó",
    "được",
];

/// Words that begin a second ground, which is no document.
const CIRCUMSTANCES: &[&str] = &[
    " và tình hình thực tế",
    " và điều kiện thực tế",
    " và thực tế",
    " và tình hình, điều kiện",
    " và trên cơ sở",
    " và căn cứ",
    " và xét đề nghị của",
    " và theo đề nghị của",
    " và đề nghị của",
];

/// Words behind a name in quotation marks that tell what it is applied to.
const APPLIED_TO: &[&str] = &["đối với", "theo", "để", "nhằm", "trong việc", "trên cơ sở"];

/// Do these words begin the title of a document: `về …`, `ban hành …`, `quy định …`?
pub(super) fn begins(words: &str) -> bool {
    starts(words, LEADS) || starts(words, VERBS)
}

/// The title after a citation that ends at byte `at`; `next` are the starts of the numbered citations that follow.
pub(super) fn read(plain: &str, folded: &str, at: usize, next: &[usize]) -> Option<Range<usize>> {
    let mut c = Cursor::new(folded, at);
    c.literal(",");
    c.blanks();
    // a name given in passing: `(Đề án 06)`
    if c.rest().starts_with('(')
        && let Some(close) = c.rest().find(')').filter(|n| *n < 120)
    {
        let after = c.at() + close + 1;
        let tail = folded.get(after..)?.trim_start();
        if !starts(tail, LEADS) && !starts(tail, VERBS) && !tail.starts_with(['“', '"', '‘', '«']) {
            return None;
        }
        c.seek(after);
        c.blanks();
    }
    session(&mut c);
    parties(&mut c);
    let quote = |c: &Cursor| c.rest().starts_with(['“', '"', '‘', '«']);
    let quoted = quote(&c);
    if !quoted && !starts(c.rest(), LEADS) && !starts(c.rest(), VERBS) {
        return None;
    }
    let from = c.at();
    if quoted {
        c.seek(c.at() + c.rest().chars().next().map_or(0, char::len_utf8));
    }
    for lead in LEADS {
        if c.word(lead) {
            c.blanks();
            break;
        }
    }
    let start = c.at();
    let end = end(plain, folded, from, start, next);
    trim(plain, start..end)
}

/// Which session decided, between issuer and title: `khóa XVII, kỳ họp thứ 16 về …`, `tại Hội nghị lần thứ ba về …`.
fn session(c: &mut Cursor) {
    const SESSIONS: [&str; 6] = ["khóa", "kỳ họp", "tại kỳ họp", "nhiệm kỳ", "tại hội nghị", "hội nghị lần thứ"];
    const FARTHEST: usize = 140;
    let rest = c.rest();
    if !starts(rest, &SESSIONS) {
        return;
    }
    let near = &rest[window(rest, 0, FARTHEST)];
    let clause = near.split([';', ':', '.', '\n']).next().unwrap_or_default();
    let mut ends = clause.match_indices(' ').map(|(at, _)| at + 1);
    if let Some(at) = ends.find(|&at| starts(&clause[at..], LEADS) || starts(&clause[at..], VERBS)) {
        c.seek(c.at() + at);
    }
}

/// Between whom a regulation holds: `giữa UBND tỉnh và Ủy ban MTTQ Việt Nam tỉnh về …`.
fn parties(c: &mut Cursor) {
    const FARTHEST: usize = 320;
    let rest = c.rest();
    if !starts(rest, &["giữa"]) {
        return;
    }
    let near = &rest[window(rest, 0, FARTHEST)];
    let clause = near.split([';', ':', '.', '(', '\n']).next().unwrap_or_default();
    if let Some(at) = [" về việc ", " về "].iter().find_map(|lead| clause.find(lead)) {
        c.seek(c.at() + at + 1);
    }
}

/// The longest title that is read, in bytes.
pub(super) const LONGEST: usize = 2400;

/// Where the clause of a title ends.
fn end(plain: &str, folded: &str, from: usize, start: usize, next: &[usize]) -> usize {
    let (mut round, mut curly) = (0_i32, 0_i32);
    let limit = window(folded, from, LONGEST).end;
    for (n, letter) in folded[from..limit].char_indices() {
        let at = from + n;
        match letter {
            '“' | '«' => curly += 1,
            '”' | '»' => {
                curly -= 1;
                // a quoted title ends with its quote: `về “…”, Ủy ban nhân dân tỉnh ban hành …`
                let after = at + letter.len_utf8();
                let rest = &folded[after..];
                if curly == 0 && rest.starts_with(',') && plain[start..].starts_with(['“', '«']) {
                    return after;
                }
                // `phê duyệt Đề án “…” đối với nhiệm vụ …`
                if curly == 0 && rest.strip_prefix(' ').is_some_and(|rest| starts(rest, APPLIED_TO)) {
                    return after;
                }
            }
            '(' => {
                if starts_with_any(&folded[at..], REMARKS) {
                    return at;
                }
                round += 1;
            }
            ')' if round == 0 => return at,
            ')' => round -= 1,
            '\t' | '\n' => return at,
            ';' | ':' if curly <= 0 => return at,
            '.' if curly <= 0 && at > start => {
                let after = &plain[at + 1..];
                let sentence = after.trim_start_matches(['/', '.']).is_empty()
                    || after.starts_with(' ') && after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '-');
                let abbreviation = folded[..at].ends_with("tp") || folded[..at].ends_with(" st");
                if after.starts_with('/') || sentence && !abbreviation {
                    return at;
                }
            }
            // what the document is applied by or how is no part of its name
            ' ' if curly <= 0 && round == 0 && at > start && starts(&folded[at + 1..], APPLIED) => return at,
            // the plan speaks of itself: `…, Sở Nội vụ xây dựng Kế hoạch …`
            ',' if curly <= 0 && at > start && folded[at..].starts_with(", ") && acts(plain, folded, at + 2) => {
                return at;
            }
            ',' if curly <= 0 && at > start && starts(folded[at + 1..].trim_start(), GROUNDS) => return at,
            // `về công tác năm 2019 và tình hình thực tế của địa phương`
            ' ' if curly <= 0 && round == 0 && at > start && starts_with_any(&folded[at..], CIRCUMSTANCES) => {
                return at;
            }
            ',' if curly <= 0 && at > start && next.binary_search(&(at + 2)).is_ok() => return at,
            ' ' if curly <= 0
                && folded[at..].starts_with(" và ")
                && next.binary_search(&(at + " và ".len())).is_ok() =>
            {
                return at;
            }
            _ => {}
        }
    }
    limit
}

fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|s| text.starts_with(s))
}

/// Without blanks, closing marks and a pair of quotes around the whole.
fn trim(plain: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = plain.get(range.clone())?;
    let mut title = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '/' | '*'));
    if let Some(inner) = title.strip_prefix(['“', '"', '«'])
        && let Some(inner) = inner.strip_suffix(['”', '"', '»'])
        && !inner.contains(['”', '"', '»'])
    {
        title = inner.trim();
    } else if !title.contains(['“', '«']) && title.matches('"').count() % 2 == 1
        || title.matches('”').count() > title.matches('“').count()
    {
        // the opening quote stood before the lead
        title = title.strip_suffix(['”', '"', '»']).unwrap_or(title);
    }
    if title.chars().count() < 6 {
        return None;
    }
    let start = range.start + (title.as_ptr() as usize).checked_sub(words.as_ptr() as usize)?;
    Some(start..start + title.len())
}
