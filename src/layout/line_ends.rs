//! The words at a line's end, or at the start of the next, that tell whether a paragraph goes on.

use super::{
    reflow::is_numbered,
    shapes::{floor, floor_back},
};
use crate::{
    lexicon::{
        agency_words::{Kinds, MEANINGS},
        dashed_names::{are_halves, goes_on_a_name},
        laws,
    },
    text::fold,
    value::marker::{self, Marker},
};

/// `… với Sở Lao động` / `- Thương binh và Xã hội`: a name that a line's end parted at its dash. Below a short line the
/// dash begins an item: `1. Phòng Tài chính` / `- Kế hoạch vốn …`.
pub(super) fn halves_of_a_name(before: &str, rest: &str) -> bool {
    const SHORTEST: usize = 50;
    let (above, below) = (fold(&before[floor_back(before, 60)..]), fold(&rest[..floor(rest, 60)]));
    are_halves(&above, &below) && (before.chars().count() >= SHORTEST || goes_on_a_name(&above, &below))
}

/// `đạt 5.400` / `- 5.500 USD`, `đạt 35` / `- 40%`: the greater number of a range, behind none that is a year, a date or a
/// number of something.
pub(super) fn range_across(before: &str, rest: &str) -> bool {
    let figures = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let value = |number: &str| number.replace('.', "").replace(',', ".").parse::<f64>().ok();
    let start = before.len() - before.chars().rev().take_while(figures).count();
    let upper = &rest[..rest.chars().take_while(figures).count()];
    let label = fold(before[floor_back(&before[..start], 16)..start].trim_end());
    let numbers = ["số", "năm", "tháng", "ngày", "quý", "lần", "điều", "khoản", "mục", "đợt", "lớp", "án"];
    let alone = before[..start].ends_with(' ') && !refers(&before[..start]);
    alone
        && !numbers.iter().any(|word| label.ends_with(word))
        && value(&before[start..]).zip(value(upper)).is_some_and(|(low, high)| low < high && high < low * 3.0)
}

/// `6. Sở Thông tin, Báo và Đài Phát thanh tỉnh` / `Tổ chức tuyên truyền …`: a numbered line that names bodies down to
/// their place and nothing else, though it fills the width, above the verb of what they do.
pub(super) fn duty_below(a: &str, b: &str) -> bool {
    const LONGEST: usize = 400;
    let Some(m) = marker::read(a, 0).filter(|m| is_numbered(m.style)) else { return false };
    let words = a[m.end..].trim();
    if words.len() > LONGEST || !b.starts_with(char::is_uppercase) {
        return false;
    }
    let below = fold(&b[..floor(b, 40)]);
    let verb = MEANINGS.at_start(&below).is_some_and(|(_, m)| m.kinds.any(Kinds::DUTY));
    let folded = fold(words);
    let mut known = MEANINGS.find_iter(&folded).peekable();
    let opens = |kinds: Kinds| kinds.any(Kinds::HEAD | Kinds::NOUN | Kinds::PLURAL | Kinds::POST | Kinds::ORDER);
    let bodies = known.peek().is_some_and(|(at, m)| at.start == 0 && opens(m.kinds));
    // `UBND các xã phối hợp với …` is a duty already
    let acts = |at: usize, kinds: Kinds| at > 0 && kinds.any(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER);
    verb && bodies && {
        let mut last = (0, Kinds::default());
        for (at, meaning) in known {
            if acts(at.start, meaning.kinds) {
                return false;
            }
            last = (at.end, meaning.kinds);
        }
        last.0 == folded.len() && last.1.any(Kinds::TERRITORY | Kinds::QUALIFIER)
    }
}

/// A name that broke behind its first word: `… của Bộ` / `Thông tin và Truyền thông …`, `của Bộ trưởng` / `Bộ Y tế`,
/// `Ban Chỉ huy` / `Phòng thủ dân sự`, `chấp hành Luật` / `Đất đai`.
pub(super) fn name_goes_on(a: &str, marker: Option<&Marker>, b: &str, apart: bool) -> bool {
    if !b.starts_with(char::is_uppercase) {
        return false;
    }
    let heads = [" Bộ", " Sở", " Phòng", " Ban"];
    if heads.iter().any(|head| a.ends_with(head)) {
        let owned = heads.iter().any(|head| a.strip_suffix(head).is_some_and(|rest| rest.ends_with(" của")));
        // `1. Trách nhiệm của Sở` names the body whole, and `Chủ trì …` begins anew
        let words = fold(&b[..floor(b, 60)]);
        let known = MEANINGS.at_start(&words).map(|(_, m)| m.kinds);
        return known.map_or(owned && marker::read(a, 0).is_none(), |kinds| kinds.any(Kinds::FIELD));
    }
    let halves = [
        ("ộ trưởng", "Bộ "),
        ("iám đốc", "Sở "),
        ("ục trưởng", "Cục "),
        (" Văn phòng", "UBND "),
        (" Văn phòng", "HĐND "),
        (" Văn phòng", "Ủy ban nhân dân "),
        (" Văn phòng", "Hội đồng nhân dân "),
        ("an Chỉ huy", "Phòng"),
        ("an Chỉ huy", "Quân sự "),
        ("an Chỉ đạo", "Phòng"),
    ];
    a.ends_with(" Luật") && names_law(marker, b, apart)
        || halves.iter().any(|(first, second)| a.ends_with(first) && b.starts_with(second))
}

/// `thi hành Luật` / `Đất đai`: does the name of a law begin the line? A plan that carries out one law calls it `Luật` and
/// its headings end so: `2. Theo dõi thi hành Luật` / `Hằng năm, Bộ Nội vụ …`. Below a number or an empty line only a
/// known law is one.
fn names_law(marker: Option<&Marker>, b: &str, apart: bool) -> bool {
    const LONGEST: usize = 200;
    let below = fold(&b[..floor(b, LONGEST)]);
    let opening = MEANINGS.at_start(&below).map(|(_, m)| m.kinds);
    let body = opening.is_some_and(|k| k.any(Kinds::HEAD | Kinds::NOUN | Kinds::PLURAL | Kinds::POST));
    if let Some((_, end)) = laws::longest(&below, 0, "luật") {
        // `Thanh tra tỉnh kiểm tra …` is a body
        let next = below[end..].strip_prefix(' ').and_then(|rest| MEANINGS.at_start(rest));
        return !(body && next.is_some_and(|(_, m)| m.kinds.any(Kinds::TERRITORY | Kinds::DUTY)));
    }
    // grounds begin anew: `… thi hành Luật` / `Căn cứ Quyết định …`
    let numbered = marker.is_some_and(|m| is_numbered(m.style));
    !(numbered || apart || body || b.starts_with("Căn cứ "))
}

/// Ends with a word that cannot end a sentence or a heading.
pub(super) fn ends_open(a: &str) -> bool {
    const OPEN: [&str; 28] = [
        "của",
        "và",
        "với",
        "các",
        "những",
        "tại",
        "cho",
        "từ",
        "đến",
        "do",
        "để",
        "bởi",
        "nhằm",
        "hoặc",
        "giữa",
        "căn cứ",
        "gồm",
        "hội liên hiệp",
        "phó",
        "tp.",
        "bộ trưởng bộ",
        "giám đốc sở",
        "cục trưởng cục",
        "trong",
        "theo",
        "đối với",
        "trên",
        "thuộc",
    ];
    // the same words at the end of others: `Tồn tại`, `các năm tiếp theo`, `các nội dung nêu trên`
    const CLOSED: [&str; 14] = [
        "tồn tại",
        "hiện tại",
        "thực tại",
        "nêu trên",
        "nói trên",
        "như trên",
        "ở trên",
        "bên trên",
        "phía trên",
        "kèm theo",
        "tiếp theo",
        "bên trong",
        "trực thuộc",
        "phụ thuộc",
    ];
    let folded = fold(&a[floor_back(a, 40)..]);
    // `Đề nghị Ủy ban MTTQ tỉnh, Hội` / `Nông dân tỉnh, …`
    let head = [
        ", hội",
        ", sở",
        ", bộ",
        ", ban",
        ", cục",
        ", vụ",
        ", phòng",
        "; sở",
        "; bộ",
        " và sở",
        " và bộ",
        " và hội",
        ", ủy ban",
        " và ủy ban",
    ];
    if head.iter().any(|h| folded.ends_with(h)) && a.ends_with(['i', 'ở', 'ộ', 'n', 'c', 'ụ', 'g']) {
        return true;
    }
    !CLOSED.iter().any(|w| folded.ends_with(w))
        && OPEN
            .iter()
            .any(|w| folded.strip_suffix(w).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '(', '“'])))
        && !a.ends_with(|c: char| c.is_ascii_digit())
}

/// `hoàn thành trong quý` / `IV.`, `tại Chương` / `II. của Nghị định`: a number in roman figures that goes on with the line.
pub(super) fn numbers_the_last_word(before: &str, label: &str, small: bool) -> bool {
    before.ends_with(" trong quý") && matches!(label, "I" | "II" | "III" | "IV") || before.ends_with(" Chương") && small
}

/// Ends with a word that a number or a letter completes: `khoản`, `tháng`.
pub(super) fn refers(before: &str) -> bool {
    const WORDS: [&str; 25] = [
        "khoản",
        "điểm",
        "điều",
        "mục",
        "ngày",
        "tháng",
        "quý",
        "từ",
        "đến",
        "cấp độ",
        "mức độ",
        "báo động",
        "học kỳ",
        "giai đoạn",
        "nhiệm kỳ",
        "quốc lộ",
        "tỉnh lộ",
        "đường tỉnh",
        "đường số",
        "tổ dân phố số",
        "thứ",
        "khóa",
        "đợt",
        "vòng",
        "bước",
    ];
    // the same words at the end of others: `quan điểm`, `danh mục`, `hằng tháng`
    const BEFORE: [&str; 33] = [
        "hằng", "hàng", "quan", "đặc", "thời", "địa", "trọng", "thí", "ưu", "nhược", "khuyết", "cao", "tâm", "chấm",
        "yếu", "danh", "chuyên", "hạng", "đề", "tiểu", "tài", "các", "những", "mọi", "một", "nhiều", "từng", "mỗi",
        "trong", "phân", "sao", "luận", "thâm",
    ];
    let folded = fold(&before[floor_back(before, 24)..]);
    WORDS.iter().any(|w| {
        folded.strip_suffix(w).is_some_and(|rest| {
            let word = rest.trim_end().rsplit([' ', '(', '.']).next().unwrap_or_default();
            (rest.is_empty() || rest.ends_with([' ', '('])) && !BEFORE.contains(&word)
        })
    })
}

/// The first line of a heading that broke after its first word: `2. Sở` / `Giáo dục và Đào tạo`.
pub(super) fn only_a_head(a: &str) -> bool {
    const HEADS: [&str; 22] = [
        "công ty",
        "tổng công ty",
        "ngân hàng",
        "bệnh viện",
        "liên đoàn",
        "chi nhánh",
        "sở",
        "bộ",
        "các sở:",
        "các bộ:",
        "ban",
        "ủy ban",
        "đề nghị",
        "văn phòng",
        "công an",
        "hội",
        "đoàn",
        "chi cục",
        "cục",
        "trung tâm",
        "giao",
        "chánh",
    ];
    let Some(m) = marker::read(a, 0) else { return false };
    let folded = fold(a[m.end..].trim());
    // `- Cơ quan phối hợp: Các Bộ:` / `Văn hóa, Thể thao và Du lịch, …`
    if folded.ends_with(": các bộ:") || folded.ends_with(": các sở:") {
        return true;
    }
    HEADS.contains(&folded.as_str())
}

/// `chuyên mục “Gương sáng` / `- Việc tốt” hằng tuần`: the line broke at a dash inside quotation marks.
pub(super) fn quoted_across(before: &str, rest: &str) -> bool {
    const LONGEST: usize = 120;
    let near = &before[floor_back(before, LONGEST)..];
    let opened = near.rfind('“').is_some_and(|open| !near[open..].contains('”'));
    let ahead = &rest[..floor(rest, LONGEST)];
    opened && ahead.find('”').is_some_and(|close| !ahead[..close].contains('“'))
}

/// `thực hiện nhiệm vụ 3.2` / `Mục III Kế hoạch này`: the document whose part is meant follows.
pub(super) fn names_its_document(rest: &str) -> bool {
    let rest = fold(&rest[..floor(rest, 40)]);
    let this = ["kế hoạch", "quyết định", "chương trình", "đề án", "phụ lục", "nghị quyết", "chỉ thị", "văn bản"];
    let other = ["của ", "luật ", "bộ luật ", "nghị định ", "nghị quyết ", "quyết định ", "thông tư ", "chỉ thị "];
    this.iter().any(|name| rest.strip_prefix(name).is_some_and(|r| r.starts_with(" này")))
        || other.iter().any(|name| rest.starts_with(name))
}

/// Begins as the grounds of a document do, which end with a semicolon or a full stop.
pub(super) fn opens_ground(a: &str) -> bool {
    let folded = fold(&a[..floor(a, 40)]);
    let folded = folded.trim_start_matches(['-', ' ']);
    ["căn cứ ", "theo đề nghị ", "xét đề nghị ", "thực hiện ", "theo "].iter().any(|w| folded.starts_with(w))
}

/// Is the last word the number of a document up to a hyphen: `số 2358/QĐ-`?
pub(super) fn cuts_symbol(a: &str) -> bool {
    let symbol = a.rsplit(' ').next().unwrap_or_default();
    symbol.ends_with('-') && symbol.contains('/')
}

/// Do letters of a symbol stand here, all capitals: `BGDĐT ngày …`?
pub(super) fn opens_with_symbol(b: &str) -> bool {
    let word = b.split([' ', ',', ';', '.', ':', ')']).next().unwrap_or_default();
    word.chars().count() > 1 && !word.contains(char::is_lowercase) && word.starts_with(char::is_uppercase)
}
