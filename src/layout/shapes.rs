//! What a single line looks like: ruler, page number, motto, number, date, document type, post, person's name.

use std::sync::LazyLock;

use crate::{lexicon::document_types, text::letters::is_alphanumeric, value::read_spaced_number};

pub(super) use crate::text::floor;
use crate::text::{
    count, fold, letters, stretches,
    words::{List, words},
};

/// Small ASCII letters of a text without any mark, for lines that OCR may have damaged.
pub(super) fn bare(words: &str) -> String {
    bare_letters(words).collect()
}

/// The letters of [`bare`] one by one: most lines are told from what is looked for by their first.
pub(super) fn bare_letters(words: &str) -> impl DoubleEndedIterator<Item = char> {
    words.chars().filter_map(|c| match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()),
        _ => bare_letter(c),
    })
}

/// The letter below the marks of a letter that is not ASCII.
fn bare_letter(c: char) -> Option<char> {
    const BLOCKS: [std::ops::Range<u32>; 2] = [0xC0..0x1B1, 0x1EA0..0x1EFA];
    static BARE: LazyLock<[Vec<Option<char>>; 2]> =
        LazyLock::new(|| BLOCKS.map(|block| block.map(|code| char::from_u32(code).and_then(decomposed)).collect()));
    let block = usize::from(c >= 'Ạ');
    let code = c as u32;
    if BLOCKS[block].contains(&code) {
        return BARE[block][(code - BLOCKS[block].start) as usize];
    }
    decomposed(c)
}

fn decomposed(c: char) -> Option<char> {
    let mut letter = None;
    unicode_normalization::char::decompose_canonical(c, |c| match c {
        'đ' | 'Đ' => letter = Some('d'),
        c if c.is_ascii_alphanumeric() => letter = Some(c.to_ascii_lowercase()),
        _ => {}
    });
    letter
}

/// Nearly all letters are capitals, and there are at least two.
pub(super) fn is_capitals(words: &str) -> bool {
    // no capitals can outweigh so many small letters
    let mut small = 0;
    if stretches(words).any(|stretch| {
        small += count(stretch, u8::is_ascii_lowercase);
        small > words.len() / 12
    }) {
        return false;
    }
    let (mut upper, mut lower) = (0, 0);
    for c in words.chars() {
        upper += usize::from(letters::is_uppercase(c));
        lower += usize::from(letters::is_lowercase(c));
    }
    upper >= 2 && lower * 12 <= upper
}

/// Does the line begin with a small letter, as a line that goes on does?
pub(super) fn starts_small(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

/// `-------`, `____`, `* * *`, `…`: a line without letters or digits that is no lone bracket or quote.
pub(super) fn is_ruler(words: &str) -> bool {
    let drawn = |c: char| "-_=*.–—~o…+\"'“”|―‾¯⎯".contains(c) || ('\u{2500}'..='\u{257F}').contains(&c);
    words != "|" && !words.chars().any(is_alphanumeric) && words.chars().any(drawn)
}

/// A page number alone on a line: `2`, `- 2 -`, `Trang 2/10`, `2/10`.
pub(super) fn is_page_number(words: &str) -> bool {
    const DASHES: [char; 4] = ['-', '–', '—', ' '];
    if words.len() >= 20 || !words.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = fold(words);
    let named = folded.strip_prefix("trang ").or_else(|| folded.strip_prefix("page "));
    let Some(rest) = figures(named.unwrap_or(&folded).trim_start_matches(DASHES), 3) else { return false };
    // `2 / 10`
    let of = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('/');
    let rest = match of {
        Some(of) => figures(of.strip_prefix(' ').unwrap_or(of), 3),
        None => Some(rest),
    };
    rest.is_some_and(|rest| rest.trim_start_matches(DASHES).is_empty())
}

/// What stands behind one to `most` figures.
fn figures(words: &str, most: usize) -> Option<&str> {
    let count = words.bytes().take(most).take_while(u8::is_ascii_digit).count();
    words.get(count..).filter(|_| count > 0)
}

/// What stands behind figures, dots and blanks that are left for a number to be written in.
fn left_open(words: &str, most: usize) -> &str {
    let dotted = |c: &char| c.is_ascii_digit() || matches!(c, '.' | '…');
    &words[words.chars().take(most).take_while(dotted).map(char::len_utf8).sum()..]
}

/// Part of the state's or the Party's running head.
pub(super) fn is_motto(words: &str) -> bool {
    const HEADS: [&str; 6] = ["conghoaxa", "chunghia", "vietnam", "hoichu", "dangcong", "doclap"];
    let opens = |head: &&str| bare_letters(words).take(head.len()).eq(head.chars());
    let first = || matches!(bare_letters(words).next(), Some('c' | 'v' | 'h' | 'd'));
    if words.len() > 140 || !first() || !HEADS.iter().any(opens) {
        return false;
    }
    let bare = bare(words);
    let whole = bare.strip_prefix("conghoaxahoi").is_some_and(|rest| rest.is_empty() || rest.starts_with("chunghia"));
    whole
        || bare == "chunghiavietnam"
        || bare == "conghoaxahoichunghia"
        || bare == "vietnam"
        || bare == "conghoaxa"
        || bare.starts_with("conghoaxah") && bare.len() < 30
        || bare == "hoichunghiavietnam"
        || bare.starts_with("dangcongsanvietnam") && bare.len() < 20
        || (bare.starts_with("doclap") && bare.ends_with("hanhphuc"))
}

/// The first words of the state's running head, without its last: `CỘNG` | `HÒA XÃ HỘI …`, `CỘNG HÒA XÃ HỘI` | `CHỦ …`.
pub(super) fn is_half_motto(first: &str, both: &str) -> bool {
    const WHOLE: &str = "conghoaxahoichunghiavietnam";
    let (first, both) = (bare(first), bare(both));
    first.len() < WHOLE.len() && first.starts_with("cong") && both.len() > first.len() && WHOLE.starts_with(&both)
}

/// Where a running head begins behind an agency on the same line. OCR may have spoilt what comes after its first words.
pub(super) fn motto_inside(words: &str) -> Option<usize> {
    const HEADS: [&str; 4] = ["conghoaxah", "dangcongsanvietnam", "doclaptu", "doclapt"];
    if words.len() > 400 {
        return None;
    }
    let starts = words.match_indices([' ', '\t']).map(|(i, _)| i + 1);
    starts.filter(|&at| words[at..].starts_with(['C', 'c', 'Đ', 'đ', 'D', 'd'])).find(|&at| {
        let rest = bare(&words[at..floor(words, at + 60)]);
        HEADS.iter().any(|h| rest.starts_with(h))
    })
}

/// `Số: 12/KH-UBND`, also with a blank ordinal.
pub(super) fn is_number(words: &str) -> bool {
    const LONGEST_ORDINAL: usize = 12;
    if words.len() >= 320 || !words.starts_with(['s', 'S']) || !(words.contains(['/', '-', '–']) || words.len() < 8) {
        return false;
    }
    let folded = fold(words);
    if is_spaced_number(words) {
        return true;
    }
    let Some(rest) = ["số", "sô", "so"].iter().find_map(|label| folded.strip_prefix(label)) else { return false };
    let rest = rest.trim_start_matches(' ');
    let rest = rest.strip_prefix([':', '.', ';']).unwrap_or(rest).trim_start_matches(' ');
    // an ordinal, or what was made of it, room for another, and the symbol
    let ordinal = rest.find(' ').unwrap_or(rest.len());
    let ends = rest[..ordinal].char_indices().map(|(at, _)| at).chain([ordinal]);
    ends.take(LONGEST_ORDINAL + 1).any(|end| {
        let symbol = left_open(rest[end..].trim_start_matches(' '), 6).trim_start_matches(' ');
        symbol.is_empty() || symbol.starts_with(['/', '-', '–'])
    })
}

/// `Số: 12 KH/ĐTN`: the stroke between ordinal and symbol was left out, and the symbol names a type.
fn is_spaced_number(words: &str) -> bool {
    let Some(at) = words.find(|c: char| c.is_ascii_digit()).filter(|at| *at <= 8) else { return false };
    read_spaced_number(words, at).is_some_and(|(number, _)| document_types::by_symbol(&number.symbol).is_some())
}

/// Where a date line begins in `words`: `Hà Nội, ngày 11 tháng 11 năm 2013`, also with blanks for figures.
pub(super) fn date_line(words: &str) -> Option<usize> {
    if words.len() > 320 {
        return None;
    }
    let folded = fold(words);
    let mut from = 0;
    let day = loop {
        let day = from + words!["ngày", "ngay"].find_in(&folded[from..])?;
        from = day + folded[day..].chars().take(4).map(char::len_utf8).sum::<usize>();
        if is_rest_of_date(&folded[from..]) {
            break day;
        }
    };
    let before = words[..day].trim_end().trim_end_matches(',').trim_end();
    if before.is_empty() {
        return Some(day);
    }
    Some(super::places::begins(before))
}

/// What stands behind `ngày` in a date that ends the line: `11 tháng 11 năm 2013`, `… tháng … năm …`, `11/11/2013`.
fn is_rest_of_date(rest: &str) -> bool {
    let ends = |rest: &str| matches!(rest.trim_start_matches(' '), "" | "." | ";");
    let year = |rest: &str| ends(left_open(rest.trim_start_matches(' '), 5));
    let month = |rest: &str| behind_word(rest, 12, &["năm", "nam"]).any(year);
    let in_figures = behind_slash(rest).and_then(behind_slash).map(|year| year.trim_start_matches(' '));
    behind_word(rest, 14, &["tháng", "thang"]).any(month)
        || in_figures.is_some_and(|year| year.bytes().take_while(u8::is_ascii_digit).count() >= 4 && ends(&year[4..]))
}

/// What stands behind a figure, or the place for one, and a slash.
fn behind_slash(rest: &str) -> Option<&str> {
    left_open(rest.trim_start_matches(' '), 3).trim_start_matches(' ').strip_prefix('/')
}

/// What stands behind each of the words that at most `most` letters, blanks and figures part from the start.
fn behind_word<'w>(rest: &'w str, most: usize, words: &'w [&str]) -> impl Iterator<Item = &'w str> {
    let near = rest.char_indices().take_while(|(_, c)| !matches!(c, ',' | ';')).map(|(at, _)| at).take(most + 1);
    near.filter_map(|at| words.iter().find_map(|word| rest[at..].strip_prefix(word)))
}

/// A line that lists who gets the document.
pub(super) fn is_recipients_label(words: &str) -> bool {
    const REACH: usize = 60;
    let start = words.bytes().position(|b| !matches!(b, b'-' | b'*' | b' ')).filter(|at| *at < REACH);
    let Some(label) = start.map(|start| &words[start..]).filter(|label| label.starts_with(['n', 'N'])) else {
        return false;
    };
    let folded = fold(&label[..floor(label, 16)]);
    folded.starts_with("nơi nhận") || folded.starts_with("nơi gửi")
}

/// Types of documents that stand as a title line of their own, with the words that may follow on that line.
const TYPES: [&str; 30] = [
    "kehoachhanhdong",
    "kehoachphoihop",
    "kehoachlientich",
    "kehoach",
    "quyetdinh",
    "nghiquyet",
    "chuongtrinhhanhdong",
    "chuongtrinhcongtac",
    "chuongtrinh",
    "chithi",
    "dean",
    "phuongan",
    "huongdan",
    "thongbao",
    "baocao",
    "congdien",
    "totrinh",
    "ketluan",
    "quyche",
    "quydinh",
    "thongtri",
    "duan",
    "thongtulientich",
    "thongtu",
    "nghidinh",
    "nghiquyetlientich",
    "luat",
    "phaplenh",
    "chienluoc",
    "quyhoach",
];

/// A line that names the document's type in capitals and nothing else, or the type and its agency
/// (`CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ`).
pub(super) fn is_type(words: &str) -> bool {
    if words.len() > 90 || !is_capitals(words) || words.ends_with(':') {
        return false;
    }
    let bare = bare(words);
    TYPES.iter().any(|t| {
        bare.strip_prefix(t).is_some_and(|rest| {
            rest.is_empty()
                || (rest.starts_with("cua") && rest.len() < 40 && !fold(words).contains(" về "))
                || matches!(rest, "nhiemvu" | "dutoan" | "vadutoan" | "tongthe" | "chitiet")
        })
    })
}

/// Where the title begins on a line in capitals that names the type first: `KẾ HOẠCH` | `CÔNG TÁC THÁNG 6`.
pub(super) fn type_before_title(words: &str) -> Option<usize> {
    // `TỔNG CỤC DÂN SỐ -` / `KẾ HOẠCH HÓA GIA ĐÌNH`, `SỞ` / `KẾ HOẠCH VÀ ĐẦU TƯ`: fields of bodies
    const FIELDS: [&str; 3] = ["kế hoạch hóa gia đình", "kế hoạch và đầu tư", "kế hoạch tài chính"];
    if !is_capitals(words) || words.ends_with(':') || FIELDS.contains(&fold(words).as_str()) {
        return None;
    }
    let mut ends = words.match_indices(' ').map(|(i, _)| i);
    ends.rfind(|&i| is_type(&words[..i])).map(|i| i + 1)
}

/// `(Kèm theo Quyết định số …)`, `(Ban hành kèm theo …)`.
pub(super) fn is_enclosure(words: &str) -> bool {
    if !words.starts_with(['(', '[']) {
        return false;
    }
    let folded = fold(&words[..floor(words, 60)]);
    let folded = folded.trim_start_matches(['(', '[', ' ', '*']);
    // `(Ban hành` / `kèm theo …)`
    let half = matches!(folded.trim_end(), "ban hành" | "ban hành kèm" | "kèm");
    half || ["kèm theo", "ban hành kèm theo", "đính kèm", "kèm kế hoạch"].iter().any(|o| folded.starts_with(o))
}

/// Which session of a council decided: `KHÓA X, KỲ HỌP THỨ TƯ`.
pub(super) fn is_session(words: &str) -> bool {
    if !is_capitals(words) {
        return false;
    }
    let bare = bare(&words[..floor(words, 80)]);
    (bare.starts_with("khoa") || bare.starts_with("kyhop")) && bare.contains("kyhop")
}

/// The days of a council's session: `(Từ ngày 08 đến 10/12/2015)`.
pub(super) fn is_session_days(words: &str) -> bool {
    const LONGEST: usize = 80;
    words.len() < LONGEST && words.ends_with(')') && {
        let folded = fold(words);
        folded.starts_with("(từ ngày ") || folded.starts_with("(ngày ") || folded.starts_with("(họp ")
    }
}

/// The line that opens an annex: `PHỤ LỤC`, `Phụ lục II`, `Phụ biểu 01`, `BIỂU SỐ 2: …`.
pub(super) fn is_annex(words: &str) -> bool {
    let openers = words!["phụ lục", "phụ biểu", "biểu số", "biểu mẫu", "mẫu số", "biểu"];
    if !words.starts_with(['p', 'P', 'b', 'B', 'm', 'M']) {
        return false;
    }
    let start = fold(&words[..floor(words, 16)]);
    if openers.fronts(&start).next().is_none() {
        return false;
    }
    let folded = fold(words);
    let labelled = openers.fronts(&folded).any(|(_, opener)| {
        let rest = &folded[opener.len()..];
        is_annex_label(rest) || rest.strip_prefix(" số").is_some_and(is_annex_label)
    });
    if !labelled {
        return words.len() < 200 && is_capitals(words) && folded.starts_with("phụ lục");
    }
    // `Phụ lục 1 kèm theo quy định …` inside a paragraph goes on in small letters
    let label = folded.chars().take_while(|c| *c != ':' && *c != '.').count();
    is_capitals(words) || folded.chars().count() <= 16 || (label <= 14 && words.len() < 200)
}

/// What stands behind `phụ lục`: ` 01:`, ` 2a/UBND`, ` II - `, ` A.`, nothing, or a title that has no letter of the alphabet.
fn is_annex_label(rest: &str) -> bool {
    const LONGEST_SYMBOL: usize = 12;
    const MARKS: [char; 4] = [' ', ':', '.', '-'];
    let closes = |rest: &str| rest.is_empty() || rest.starts_with(MARKS);
    let label = rest.trim_start_matches(MARKS);
    let of = |is: fn(&u8) -> bool| label.bytes().take_while(is).count();
    let (roman, letter) = (of(|b| b"ivxo".contains(b)), of(u8::is_ascii_lowercase));
    let numbered = figures(label, 2).is_some_and(|rest| {
        let rest = rest.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
        let closed = rest.strip_prefix('/').is_some_and(|rest| {
            let of_symbol = |c: &char| matches!(c, 'a'..='z' | 'đ' | '0'..='9' | '-');
            let mut symbol = rest.char_indices().take(LONGEST_SYMBOL).take_while(|(_, c)| of_symbol(c));
            symbol.any(|(at, c)| closes(&rest[at + c.len_utf8()..]))
        });
        closes(rest) || closed
    });
    numbered
        || (1..=5).contains(&roman) && closes(&label[roman..])
        || letter == 1 && closes(&label[1..])
        || rest.chars().all(|c| matches!(c, ' ' | ':' | '.'))
        || rest.starts_with(' ') && !rest.bytes().any(|b| b.is_ascii_lowercase())
}

/// Words with which the paragraphs after a title begin.
pub(super) fn opens_preamble(words: &str) -> bool {
    const OPENERS: [&str; 16] = [
        "căn cứ",
        "thực hiện",
        "triển khai",
        "theo",
        "xét",
        "hưởng ứng",
        "nhằm",
        "trên cơ sở",
        "tiếp tục",
        "để",
        "thi hành",
        "phát huy",
        "ngày",
        "chào mừng",
        "quán triệt",
        "được sự",
    ];
    let folded = fold(&words[..floor(words, 40)]);
    OPENERS.iter().any(|o| folded.strip_prefix(o).is_some_and(|rest| !rest.starts_with(is_alphanumeric)))
}

/// The smallest character boundary of `words` from which at most `last` bytes are left.
pub(super) fn floor_back(words: &str, last: usize) -> usize {
    let mut at = words.len().saturating_sub(last);
    while !words.is_char_boundary(at) {
        at += 1;
    }
    at
}
