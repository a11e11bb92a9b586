//! What a single line looks like: ruler, page number, motto, number, date, document type, post, person's name.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::text::letters::is_alphanumeric;

pub(super) use crate::text::floor;
use crate::text::{fold, letters, words::words};

/// Small ASCII letters of a text without any mark, for lines that OCR may have damaged.
pub(super) fn bare(words: &str) -> String {
    bare_letters(words).collect()
}

/// The letters of [`bare`] one by one: most lines are told from what is looked for by their first.
pub(super) fn bare_letters(words: &str) -> impl Iterator<Item = char> {
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
    let (mut upper, mut lower) = (0, 0);
    for c in words.chars() {
        upper += usize::from(letters::is_uppercase(c));
        lower += usize::from(letters::is_lowercase(c));
        // no capitals to come can outweigh them
        if lower * 12 > words.len() {
            return false;
        }
    }
    upper >= 2 && lower * 12 <= upper
}

/// `-------`, `____`, `* * *`, `…`: a line without letters or digits that is no lone bracket or quote.
pub(super) fn is_ruler(words: &str) -> bool {
    words != "|" && !words.chars().any(is_alphanumeric) && words.chars().any(|c| "-_=*.–—~o…+\"'“”|".contains(c))
}

/// A page number alone on a line: `2`, `- 2 -`, `Trang 2/10`, `2/10`.
pub(super) fn is_page_number(words: &str) -> bool {
    static SHAPE: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^(?:trang |page )?[-–— ]*[0-9]{1,3}(?: ?/ ?[0-9]{1,3})?[-–— ]*$"));
    words.len() < 20 && words.bytes().any(|b| b.is_ascii_digit()) && SHAPE.is_match(&fold(words))
}

/// A line that a signing program or a gazette prints on the page.
pub(super) fn is_stamp(words: &str) -> bool {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:(?:người |được )?ký (?:bởi|số bởi|tên) *:|người ký *:|ngày ký *:|thời gian ký *:|email *:|cơ quan *: ?(?:tỉnh|thành phố|văn phòng|ủy ban)|công báo/số|signature not verified|[0-9]{2}[./:][0-9]{2}[./:][0-9]{2,4} [0-9]{2}:[0-9]{2}:[0-9]{2}|\(?\[?đã ký\]?\)?$)",
        )
    });
    // what begins otherwise has a colon or, of a gazette, a slash
    let timed = || matches!(words.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b'.' | b'/' | b':', ..]);
    let opens = |c: char| "đĐsS([".contains(c);
    let marked = || words.starts_with(|c| "nNkKtTeEcC".contains(c)) && words.bytes().any(|b| matches!(b, b':' | b'/'));
    words.len() < 160 && (words.starts_with(opens) || timed() || marked()) && SHAPE.is_match(&fold(words))
}

/// The last line of a stamp that runs over several lines.
pub(super) fn is_stamp_time(words: &str) -> bool {
    let folded = fold(&words[..floor(words, 40)]);
    folded.starts_with("thời gian ký") || folded.starts_with("ngày ký")
}

/// Only figures and the signs of a date or a time.
pub(super) fn is_timestamp(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_digit())
        && words.chars().all(|c| c.is_ascii_digit() || "./:-+ T".contains(c))
        && words.len() >= 6
}

/// Part of the state's or the Party's running head.
pub(super) fn is_motto(words: &str) -> bool {
    const HEADS: [&str; 6] = ["conghoaxa", "chunghia", "vietnam", "hoichu", "dangcong", "doclap"];
    let opens = |head: &&str| bare_letters(words).take(head.len()).eq(head.chars());
    if words.len() > 140 || !HEADS.iter().any(opens) {
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
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| regex(r"^s[ốôo] *[:.;]? *[^ ]{0,12} *[0-9.…]{0,6} *(?:[/-]|$)"));
    words.len() < 320
        && words.starts_with(['s', 'S'])
        && SHAPE.is_match(&fold(words))
        && (words.contains(['/', '-', '–']) || words.len() < 8)
}

/// Where a date line begins in `words`: `Hà Nội, ngày 11 tháng 11 năm 2013`, also with blanks for figures.
pub(super) fn date_line(words: &str) -> Option<usize> {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"ng[àa]y(?:[^,;]{0,14}th[áa]ng[^,;]{0,12}n[ăa]m *[0-9.…]{0,5}| *[0-9.…]{0,3} */ *[0-9.…]{0,3} */ *[0-9]{4}) *[.;]?$",
        )
    });
    if words.len() > 320 {
        return None;
    }
    let folded = fold(words);
    let first = words!["ngày", "ngay"].find_in(&folded)?;
    let day = first + SHAPE.find(&folded[first..])?.start();
    let before = words[..day].trim_end().trim_end_matches(',').trim_end();
    if before.is_empty() {
        return Some(day);
    }
    // the place: the capitalised words right before, up to six
    let mut taken = 0;
    for (count, word) in before.rsplit(' ').enumerate() {
        let symbol = word.contains(['/', ':']) || word.chars().any(|c| c.is_ascii_digit());
        if count == 6 || symbol || !(word.starts_with(char::is_uppercase) || word == "-") {
            break;
        }
        taken += word.len() + usize::from(count > 0);
    }
    let start = before.len() - taken;
    Some(start)
}

/// A line that lists who gets the document.
pub(super) fn is_recipients_label(words: &str) -> bool {
    let words = &words[..floor(words, 60)];
    let words = words.trim_start_matches(['-', '*', ' ']);
    if !words.starts_with(['n', 'N']) {
        return false;
    }
    let folded = fold(words);
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
                || (rest.starts_with("cua") && rest.len() < 24)
                || matches!(rest, "nhiemvu" | "dutoan" | "vadutoan" | "tongthe" | "chitiet")
        })
    })
}

/// Where the title begins on a line in capitals that names the type first: `KẾ HOẠCH` | `CÔNG TÁC THÁNG 6`.
pub(super) fn type_before_title(words: &str) -> Option<usize> {
    if !is_capitals(words) || words.ends_with(':') {
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

/// The line that opens an annex: `PHỤ LỤC`, `Phụ lục II`, `Phụ biểu 01`, `BIỂU SỐ 2: …`.
pub(super) fn is_annex(words: &str) -> bool {
    static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:phụ lục|phụ biểu|biểu số|biểu mẫu|mẫu số|biểu)(?: số)?(?:[ :.-]*(?:[0-9]{1,2}[a-z]?(?:/[a-zđ0-9-]{1,12})?|[ivxo]{1,5}|[a-z])(?:[ :.-]|$)|[ :.]*$| [^a-z]*$)",
        )
    });
    if !words.starts_with(['p', 'P', 'b', 'B', 'm', 'M']) {
        return false;
    }
    let folded = fold(words);
    if !SHAPE.is_match(&folded) {
        return words.len() < 200 && is_capitals(words) && folded.starts_with("phụ lục");
    }
    // `Phụ lục 1 kèm theo quy định …` inside a paragraph goes on in small letters
    let label = folded.chars().take_while(|c| *c != ':' && *c != '.').count();
    is_capitals(words) || folded.chars().count() <= 16 || (label <= 14 && words.len() < 200)
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

pub(super) fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the program")
}

/// The smallest character boundary of `words` from which at most `last` bytes are left.
pub(super) fn floor_back(words: &str, last: usize) -> usize {
    let mut at = words.len().saturating_sub(last);
    while !words.is_char_boundary(at) {
        at += 1;
    }
    at
}
