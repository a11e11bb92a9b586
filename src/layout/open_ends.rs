//! Ends of lines that want more than a word: a verb its object, a number what it counts, a body its name. True in wrapped
//! texts and others, but across no empty line.

use super::{
    reflow::{ends_sentence, is_numbered},
    shapes::{floor, floor_back, is_capitals},
};
use crate::{
    lexicon::{
        agency_words::{Kinds, MEANINGS},
        document_types,
        head_words::head_words,
        provinces,
    },
    text::fold,
    value::marker::{self, Marker},
};

/// Do the words so far want those of the line below, which begins with a capital letter?
pub(super) fn wants(a: &str, marker: Option<&Marker>, b: &str) -> bool {
    if !b.starts_with(char::is_uppercase) || is_capitals(b) || is_capitals(&a[floor_back(a, 60)..]) {
        return false;
    }
    let own = &a[marker.map_or(0, |m| m.end)..];
    // a numbered line without a comma may be a heading, whatever its last word
    let heading = marker.is_some_and(|m| is_numbered(m.style)) && !own.contains([',', ';']);
    let below = fold(&b[..floor(b, 60)]);
    !heading && (wants_object(own, &below) || wants_counted(own))
        || wants_name(own, b, &below)
        || place_across(own, b)
        || names_without_place(own, b)
}

/// `… báo cáo` / `UBND tỉnh`, `tiếp tục triển khai` / `Quyết định số …`; `chế độ báo cáo` wants nothing.
fn wants_object(a: &str, below: &str) -> bool {
    const BODIES: [&str; 14] = [
        "báo cáo",
        "trình",
        "chỉ đạo",
        "giao",
        "đề nghị",
        "tham mưu",
        "gửi",
        "yêu cầu",
        "đôn đốc",
        "giúp",
        "hướng dẫn",
        "kiến nghị",
        "phối hợp",
        "ủy quyền",
    ];
    const DOCUMENTS: [&str; 8] =
        ["triển khai", "thực hiện", "ban hành", "trình", "quán triệt", "phê duyệt", "về nội dung", "hiệu quả"];
    const NOUNS: [&str; 11] =
        ["chế độ", "công tác", "được", "sự", "đã", "chương", "quy", "ngoại", "việc", "thông tin,", "bàn"];
    let folded = fold(&a[floor_back(a, 40)..]);
    let ends = |verb: &str| {
        folded.strip_suffix(verb).is_some_and(|before| {
            let before = before.trim_end_matches(' ');
            before.len() < folded.len() - verb.len() && !NOUNS.iter().any(|noun| before.ends_with(noun))
        })
    };
    let body = || {
        MEANINGS.at_start(below).is_some_and(|(_, m)| m.kinds.any(Kinds::HEAD | Kinds::POST))
            || head_words().begins_name(below)
    };
    BODIES.iter().any(|verb| ends(verb)) && body()
        || DOCUMENTS.iter().any(|verb| ends(verb)) && document_types::names().at_start(below).is_some()
}

/// `hoạt động của 02` / `Trung tâm …`: a figure behind none of the words that figures number.
fn wants_counted(a: &str) -> bool {
    const LABELS: [&str; 24] = [
        "tháng",
        "ngày",
        "quý",
        "số",
        "lần",
        "đợt",
        "khóa",
        "bước",
        "mức",
        "nhóm",
        "án",
        "lớp",
        "điều",
        "khoản",
        "mục",
        "tuần",
        "buổi",
        "phường",
        "quận",
        "tổ",
        "khu",
        "tiêu",
        "vòng",
        "kỳ",
    ];
    let Some((before, number)) = a.rsplit_once(' ') else { return false };
    let padded = number.len() == 2 && number.starts_with('0') && number.ends_with(|c: char| c.is_ascii_digit());
    let label = before.rsplit(' ').next().unwrap_or_default();
    padded && before.contains(' ') && !LABELS.contains(&fold(label).as_str())
}

/// `phối hợp với Ngân hàng` / `Chính sách xã hội`, `Trung tâm` / `Y tế các huyện`, `Khu kinh tế` / `Dung Quất`, `Mặt trận Tổ
/// quốc` / `Việt Nam`.
fn wants_name(a: &str, b: &str, below: &str) -> bool {
    const HEADS: [&str; 16] = [
        "Ngân hàng",
        "Trung tâm",
        "Bệnh viện",
        "Chi cục",
        "Cục",
        "Viện",
        "Công ty",
        "Tổng công ty",
        "Chi nhánh",
        "Hội",
        "Liên đoàn",
        "Khu kinh tế",
        "Khu công nghiệp",
        "Khu du lịch",
        "Vườn quốc gia",
        "Ban Quản lý",
    ];
    const LINKS: [&str; 6] = [" với", " của", " do", " giao", " cùng", " đề nghị"];
    if b.starts_with("Việt Nam") {
        return names_body(&a[floor_back(a, 60)..]);
    }
    let Some(before) = HEADS.iter().find_map(|head| a.strip_suffix(head)).and_then(|before| before.strip_suffix(' '))
    else {
        return false;
    };
    let kinds = MEANINGS.at_start(below).map(|(_, m)| m.kinds);
    let mut words = b.split(' ').map(|word| word.trim_end_matches([',', ';', '.']));
    let capital = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    let proper = capital(words.next()) && capital(words.next());
    kinds.is_some_and(|k| k.any(Kinds::FIELD))
        || kinds.is_none_or(|k| !k.any(Kinds::DUTY | Kinds::HEAD))
            && (proper || LINKS.iter().any(|link| before.ends_with(link)))
}

/// Does a body's name end the words: `… mời Hội Nông dân`?
fn names_body(tail: &str) -> bool {
    const FEWEST: usize = 2;
    let starts = tail.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
    let mut names = starts.map(|at| &tail[at..]).filter(|name| name.starts_with(char::is_uppercase));
    names.any(|name| {
        name.split(' ').count() >= FEWEST && !name.contains([',', ';']) && head_words().begins_name(&fold(name))
    })
}

/// `tại Hà` / `Nội và …`, `Đường sắt Việt` / `Nam`: a place whose name is whole only over the break.
fn place_across(a: &str, b: &str) -> bool {
    let Some((before, last)) = a.rsplit_once(' ').filter(|(_, last)| last.starts_with(char::is_uppercase)) else {
        return false;
    };
    let first = b.split([' ', ',', ';', '.', ':']).next().unwrap_or_default();
    let place = |name: &str| provinces::lookup(name).is_some() || name == "Việt Nam";
    let whole = before.rsplit(' ').next().is_some_and(|word| place(&format!("{word} {last}")));
    !whole && place(&format!("{last} {first}"))
}

/// `Bệnh viện Sản - Nhi` / `Cà Mau xây dựng …`: a body and nothing else, above a province that begins the line.
fn names_without_place(a: &str, b: &str) -> bool {
    const LONGEST: usize = 80;
    if a.len() > LONGEST || a.contains([',', ';']) || a.split(' ').count() < 3 {
        return false;
    }
    let mut ends = b.match_indices([' ', ',']).map(|(at, _)| at).skip(1).take(2);
    let placed = ends.any(|end| provinces::lookup(&b[..end]).is_some());
    let acts = |kinds: Kinds| kinds.any(Kinds::DUTY | Kinds::TERRITORY) && !kinds.any(Kinds::FIELD);
    placed && {
        let folded = fold(a);
        head_words().begins_name(&folded) && !MEANINGS.find_iter(&folded).any(|(at, m)| at.start > 0 && acts(m.kinds))
    }
}

/// `Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện` / `Kết luận số …`: an article that speaks of its document
/// is no title, and ends with a mark.
pub(super) fn names_itself(a: &str, marker: Option<&Marker>) -> bool {
    const LONGEST: usize = 600;
    let article = marker.is_some_and(|m| m.style == marker::Style::Article);
    article && a.len() < LONGEST && !ends_sentence(a) && {
        let folded = fold(a);
        ["quyết định này", "nghị quyết này", "kèm theo"].iter().any(|own| folded.contains(own))
    }
}
