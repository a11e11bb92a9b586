//! Words that make the number after them a name: `Điều 5`, `lớp 9`, `ISO 22000`.

use super::{
    back,
    figure::{Counted, Figure},
};
use crate::{
    lexicon::units::{self, UnitKind},
    text::words::Words,
};

/// Words right before a number that make it a name, a date or a place in a list.
const NAMERS: &Words = &Words::of(&[
    "số",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "khóa",
    "thứ",
    "mức độ",
    "cấp độ",
    "cấp",
    "mức",
    "hạng",
    "loại",
    "điều",
    "khoản",
    "điểm",
    "chương",
    "mục",
    "phần",
    "phụ lục",
    "phụ biểu",
    "biểu",
    "biểu số",
    "mẫu",
    "mẫu số",
    "nhóm",
    "giai đoạn",
    "nhiệm kỳ",
    "đối tượng",
    "quốc lộ",
    "tỉnh lộ",
    "đường",
    "lớp",
    "khối",
    "tuần",
    "đợt",
    "bước",
    "vòng",
    "lần thứ",
    "thế hệ",
    "công nghiệp",
    "covid",
    "covid-19",
    "bảng",
    "hình",
    "trang",
    "kỳ",
    "tổ",
    "khu phố",
    "điện thoại",
    "hotline",
    "tiêu chí",
    "tiêu chí số",
    "chỉ tiêu",
    "mục tiêu",
    "nhiệm vụ",
    "tiểu dự án",
    "dự án",
    "nội dung",
    "phương án",
    "đề án",
    "nghị quyết",
    "quyết định",
    "nghị định",
    "thông tư",
    "chỉ thị",
    "kết luận",
    "công văn",
    "ban chỉ đạo",
    "bcđ",
    "ban công tác mặt trận",
    "ban ctmt",
    "tổng đài",
    "zalo",
    "số điện thoại",
    "sđt",
    "đt",
    "fax",
    "mã số thuế",
    "phiên bản",
    "version",
    "iso",
    "iso/iec",
    "iec",
    "tcvn",
    "qcvn",
    "ql",
    "ipv",
]);

/// Words that end like them and name nothing: `đạt mức 30 xã`, `trợ cấp 500.000 đồng`, `chuyển đổi số 40 doanh nghiệp`.
const NO_NAMERS: &Words = &Words::of(&[
    "tổng số",
    "ở mức",
    "đạt mức",
    "lên mức",
    "xuống mức",
    "còn mức",
    "từ mức",
    "giữ mức",
    "dưới mức",
    "trên mức",
    "vượt mức",
    "về mức",
    "lại mức",
    "bằng mức",
    "lâu năm",
    "duy trì mức",
    "với số",
    "mỗi năm",
    "hằng năm",
    "hàng năm",
    "một năm",
    "mỗi quý",
    "hằng quý",
    "mỗi tháng",
    "hằng tháng",
    "mỗi ngày",
    "mỗi lớp",
    "mỗi khóa",
    "mỗi đợt",
    "mỗi kỳ",
    "mỗi học kỳ",
    "mỗi tuần",
    "hằng tuần",
    "hàng tuần",
    "mỗi tổ",
    "trong năm",
    "mỗi cấp",
    "trợ cấp",
    "cung cấp",
    "trao cấp",
    "nâng cấp",
    "chuyển đổi số",
    "dân số",
    "sĩ số",
    "quân số",
    "doanh số",
    "điểm số",
    "dứt điểm",
    "xây dựng điểm",
    "chỉ đạo điểm",
    "làm điểm",
    "thí điểm",
    "trọng điểm",
    "phân loại",
    "các loại",
    "mọi loại",
    "trung cấp",
    "sơ cấp",
    "cao cấp",
    "xếp loại",
    "xếp hạng",
    "nâng hạng",
]);

/// Do the words before a figure name something by its number?
pub(super) fn named(before: &str, folded: &str, figure: &Figure) -> bool {
    if hotline(before, folded, figure)
        || next_part(before, folded, figure)
        || ages(before, folded, figure)
        || last_class(before, folded, figure)
    {
        return true;
    }
    if !back::ends(before, NAMERS) || back::ends(before, NO_NAMERS) {
        return false;
    }
    // money is paid, and so much for each is given: `với mức 15 kg/người/tháng`; they name nothing
    let given = matches!(figure.unit, Counted::Noun(_, UnitKind::Measure)) && figure.per.is_some();
    !given
        && !is_money(folded, figure)
        && !grants(before, figure)
        && !counted_itself(before, figure)
        && !is_industry(before, folded, figure)
        && !is_work(before, folded, figure)
}

/// `phụ nữ trong độ tuổi 15 - 49 sử dụng biện pháp tránh thai`: ages without `tuổi` behind them, which tell who is counted.
/// `lao động trong độ tuổi 45.000 người` counts people.
fn ages(before: &str, folded: &str, figure: &Figure) -> bool {
    const AGES: &Words = &Words::of(&["độ tuổi", "nhóm tuổi", "lứa tuổi", "tuổi"]);
    const MOST: f64 = 120.0;
    let words = back::strip(before, "từ").unwrap_or(before);
    back::ends(words, AGES)
        && figure.value < MOST
        && figure.value_max.is_some_and(|max| max < MOST)
        && !counts_known(folded, figure)
}

/// `học sinh lớp 1 - 5 học 2 buổi/ngày`, `khối 10 đến 12`: the last of the classes that the first number names.
fn last_class(before: &str, folded: &str, figure: &Figure) -> bool {
    const CLASSES: &Words = &Words::of(&["lớp", "khối", "khối lớp", "tuổi", "độ tuổi", "mức độ", "cấp độ", "tuyến"]);
    let ahead = before.trim_end();
    let dash = ahead.strip_suffix(['-', '–']).or_else(|| back::strip(ahead, "đến"));
    let first = dash.map(str::trim_end).filter(|words| words.ends_with(|c: char| c.is_ascii_digit()));
    first.is_some_and(|words| {
        let words = words.trim_end_matches(|c: char| c.is_ascii_digit());
        back::ends(back::strip(words, "từ").unwrap_or(words), CLASSES)
    }) && !counts_known(folded, figure)
}

/// Does the figure count things that the lexicon knows, or a share?
fn counts_known(folded: &str, figure: &Figure) -> bool {
    match &figure.unit {
        Counted::Rate(_) => true,
        Counted::Noun(noun, _) => units::at(folded, noun.start).is_some(),
        Counted::Nothing => false,
    }
}

/// `diện tích chè công nghiệp 1.200 ha`: only a version (`công nghiệp 4.0`) or a revolution has a number for its name.
fn is_industry(before: &str, folded: &str, figure: &Figure) -> bool {
    let Some(rest) = back::strip(before, "công nghiệp") else { return false };
    let number = folded[figure.range.start..].trim_start_matches(|c: char| c.is_ascii_digit());
    let version = figure.value < 10.0 && (number.starts_with(".0") || number.starts_with(",0"));
    figure.unit != Counted::Nothing && !version && !back::ends(rest, &["cách mạng", "cuộc cách mạng", "nền"])
}

/// `cứng hóa đường 12,5 km`: a length or an area measures the work that it stands behind. A voltage tells it apart.
fn is_work(before: &str, folded: &str, figure: &Figure) -> bool {
    const TELL_APART: &Words = &Words::of(&["kv", "v", "điểm", "kva"]);
    let measure = match &figure.unit {
        Counted::Noun(noun, UnitKind::Measure) => &folded[noun.clone()],
        _ => return false,
    };
    back::ends(before, &["đường", "điểm", "dự án"]) && !back::begins(measure, TELL_APART)
}

/// `dưới 3 tháng 250 người`: what a number stands before is counted and names nothing.
fn counted_itself(before: &str, figure: &Figure) -> bool {
    let Some(rest) = back::strip_any(before, &["tháng", "ngày", "tuần", "khóa", "đợt"]) else { return false };
    let number = rest.trim_end();
    let count = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let counts = matches!(figure.unit, Counted::Noun(_, UnitKind::People | UnitKind::Thing | UnitKind::Body));
    counts && (1..=2).contains(&count) && number[..number.len() - count].ends_with(' ')
}

/// `Tổng đài cấp cứu của ngành 115`, `đường dây nóng của tỉnh 1022`: the number that is dialled, with no thing to
/// count behind it.
fn hotline(before: &str, folded: &str, figure: &Figure) -> bool {
    const LINES: &Words = &Words::of(&["tổng đài", "đường dây nóng", "hotline", "đầu số"]);
    const VERBS: &Words = &Words::of(&[
        "tiếp nhận",
        "giải quyết",
        "xử lý",
        "phục vụ",
        "có",
        "đạt",
        "trả lời",
        "ít nhất",
        "tối thiểu",
        "trên",
    ]);
    let Some(at) = LINES.last_in(before) else { return false };
    let number = &folded[figure.range.start..];
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let counts = match &figure.unit {
        Counted::Noun(noun, _) => units::at(folded, noun.start).is_some(),
        _ => false,
    };
    digits >= 3 && !counts && !before[at..].contains([',', ';', ':', '.']) && !VERBS.within(&before[at..])
}

/// `Phụ lục 1, 2 kèm theo`, `các biểu 4, 5 và 6`: the next number of a list of parts of a document, which counts nothing.
fn next_part(before: &str, folded: &str, figure: &Figure) -> bool {
    const PARTS: &Words =
        &Words::of(&["phụ lục", "phụ biểu", "biểu", "biểu mẫu", "bảng", "mẫu", "điều", "khoản", "mục", "chương"]);
    let counts = counts_known(folded, figure);
    let mut rest = before;
    for _ in 0..6 {
        let joined = rest.trim_end().strip_suffix(',').or_else(|| back::strip(rest, "và"));
        let Some(number) = joined.map(str::trim_end) else { break };
        let first = number.trim_end_matches(|c: char| c.is_ascii_digit());
        if first.len() == number.len() {
            break;
        }
        rest = back::strip(first, "số").unwrap_or(first);
    }
    !counts && rest.len() < before.len() && back::ends(rest, PARTS)
}

pub(super) fn is_money(folded: &str, figure: &Figure) -> bool {
    match &figure.unit {
        Counted::Noun(noun, UnitKind::Measure) => folded.get(noun.clone()).is_some_and(|n| {
            let last = n.rsplit([' ', '.']).next().unwrap_or(n);
            matches!(last, "đồng" | "usd" | "đ" | "vnđ" | "vnd" | "tỷ" | "tỷđ" | "triệu" | "trđ")
        }),
        _ => false,
    }
}

/// `cấp 5.000 giấy chứng nhận`: the verb, where its clause begins; `trường cấp 2` is the level of a thing before it.
fn grants(before: &str, figure: &Figure) -> bool {
    const VERBAL: &Words = &Words::of(&[
        "hoàn thành",
        "phấn đấu",
        "và",
        "đã",
        "sẽ",
        "phải",
        "tiếp tục",
        "thực hiện",
        "đấu",
        "việc",
        "để",
        "năm",
        "được",
    ]);
    let Some(rest) = back::strip(before, "cấp") else { return false };
    let given = match figure.unit {
        Counted::Noun(_, UnitKind::Thing | UnitKind::Paper) => true,
        Counted::Noun(_, UnitKind::Measure) => figure.value > 9.0,
        _ => false,
    };
    let rest = rest.trim_end();
    given && (rest.is_empty() || rest.ends_with([',', ';', '.', ':', '-', '+', '(', '–']) || back::ends(rest, VERBAL))
}
