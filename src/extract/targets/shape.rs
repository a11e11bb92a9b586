//! Where a noun after a number ends, when no list says so.

use std::ops::Range;

use super::back;
use crate::{
    lexicon::units::{self, UnitKind},
    text::{letters::is_alphanumeric, words::Words},
};

/// Words that end a noun: a verb, a preposition, a modifier.
const STOPS: &Words = &Words::of(&[
    "được", "có", "là", "đạt", "trong", "tại", "của", "cho", "về", "trên", "dưới", "từ", "đến", "với", "và", "hoặc",
    "để", "theo", "đã", "sẽ", "phục", "thuộc", "ở", "vào", "mới", "mỗi", "trở", "nhằm", "gồm", "tham", "ứng", "đáp",
    "bảo", "đảm", "phải", "không", "này", "do", "bằng", "như", "hiện", "khi", "nếu", "so", "cùng", "đủ", "bình", "cấp",
    "liên", "hằng", "hàng", "năm", "còn", "chưa", "đang", "bị", "sau", "trước", "qua", "đối", "nâng", "cần", "làm",
    "xuống", "lên", "sang", "chiếm",
]);

/// Verbs of two words whose first may also end a noun: `4 cặp sử dụng`, `12 di tích lịch sử`.
const VERBS: &Words = &Words::of(&[
    "sử dụng",
    "thực hiện",
    "hoàn thành",
    "hoạt động",
    "áp dụng",
    "đăng ký",
    "thu hút",
    "tiếp cận",
    "tiếp nhận",
    "tiếp tục",
    "chấp hành",
    "duy trì",
    "triển khai",
    "chuyển đổi",
    "kết nối",
    "vi phạm",
    "xuất sắc",
    "tiêu biểu",
]);

/// Does a word that ends a noun stand among the words?
pub(super) fn stops(folded: &str) -> bool {
    words(folded, 0).any(|(start, end)| STOPS.contains(&&folded[start..end]))
}

/// The end of a noun phrase of one to three words at `at`; `None` where no noun stands.
pub(super) fn unknown_noun(folded: &str, at: usize) -> Option<usize> {
    let mut end = at;
    for (count, (start, word_end)) in words(folded, at).take(4).enumerate() {
        let word = &folded[start..word_end];
        let glued = start == end || folded[end..start].chars().all(|c| c == ' ');
        let verb = end > at && back::begins(back::head(&folded[start..], 32), VERBS);
        if !glued || verb || STOPS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        // a fourth word shows that the phrase goes on with modifiers: a noun has two as a rule
        if count == 3 {
            let second = words(folded, at).nth(1).map(|(_, e)| e)?;
            return Some(second);
        }
        end = word_end;
    }
    (end > at).then_some(end)
}

/// Over `, phường, thị trấn` after `xã`: nouns of the lexicon in one enumeration, and of one kind. They may share the
/// first word of the noun: `con trâu, bò`.
pub(super) fn enumeration(folded: &str, noun: Range<usize>, kind: UnitKind) -> usize {
    let head = folded[noun.clone()].split_once(' ').map(|(head, _)| head);
    let mut end = noun.end;
    for _ in 0..6 {
        let rest = &folded[end..];
        let joined = !rest.starts_with(", ");
        let next = if let Some(after) = rest.strip_prefix(", ") {
            after
        } else if let Some(after) = rest.strip_prefix(" và ").or_else(|| rest.strip_prefix(" hoặc ")) {
            after
        } else if let Some(after) = rest.strip_prefix('/').filter(|after| peers(&folded[noun.clone()], after)) {
            after
        } else {
            return end;
        };
        let at = folded.len() - next.len();
        let listed = units::at(folded, at).map(|(noun, end)| (noun.kind, end));
        match listed.or_else(|| shared(head?, folded, at)) {
            // `25.000 con, đàn lợn 300.000 con`: the next figure's own subject
            // so do `đàn trâu, bò`, where a mark stands before the figure, too
            Some((_, noun_end)) if (joined || rest.starts_with(", đàn ")) && opens_phrase(folded, at..noun_end) => {
                return end;
            }
            Some((next, noun_end))
                if (next == kind || mixes(kind, &folded[at..noun_end])) && !counts_next(folded, noun_end) =>
            {
                end = noun_end;
            }
            _ => return end,
        }
    }
    end
}

/// `12 xã/phường`: places of one level are counted together; `5 hộ/thôn` has a base.
fn peers(noun: &str, next: &str) -> bool {
    const LEVELS: [&Words; 3] = [
        &Words::of(&["xã", "phường", "thị trấn", "đặc khu"]),
        &Words::of(&["thôn", "bản", "ấp", "xóm", "buôn", "làng", "khóm", "khu phố", "tổ dân phố", "khu dân cư"]),
        &Words::of(&["huyện", "quận", "thị xã", "thành phố"]),
    ];
    LEVELS.iter().any(|level| level.contains(&noun) && back::begins(next, *level))
}

/// `15 làng, đơn vị`: bodies that are counted together with places.
fn mixes(kind: UnitKind, next: &str) -> bool {
    kind == UnitKind::Place && matches!(next, "đơn vị" | "cơ quan" | "cơ quan, đơn vị")
}

/// `06 bến xe và điểm đỗ tạm thời`: a general noun that its own modifiers make a name, counted by itself.
fn opens_phrase(folded: &str, noun: Range<usize>) -> bool {
    const GENERAL: &Words =
        &Words::of(&["đàn", "khu", "vùng", "điểm", "nơi", "cụm", "tuyến", "khu vực", "cơ sở", "hệ thống"]);
    let next = words(folded, noun.end).next();
    GENERAL.contains(&&folded[noun.clone()])
        && next.is_some_and(|(start, end)| start == noun.end + 1 && !STOPS.contains(&&folded[start..end]))
}

/// The noun at `at` that lacks its first word, and its end: `bò` after `con trâu`.
fn shared(head: &str, folded: &str, at: usize) -> Option<(UnitKind, usize)> {
    let whole = format!("{head} {}", back::head(&folded[at..], 40));
    let own = head.len() + 1;
    let (noun, end) = units::at(&whole, 0).filter(|&(_, end)| end > own)?;
    Some((noun.kind, at + end - own))
}

/// Does a number follow within the next words, before any mark?
fn counts_next(folded: &str, end: usize) -> bool {
    let stretch = back::head(&folded[end..], 60).split([',', ';', '.', '(']).next().unwrap_or_default();
    // `15 làng, đơn vị và 2 xã`
    if stretch.strip_prefix(" và ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return false;
    }
    stretch.split(' ').take(6).any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
        && !back::begins(stretch, &["có", "được", "đạt chuẩn"])
}

/// A base after `/`: `năm`, `lao động`, `km2`; a noun of the lexicon or one word.
pub(super) fn base_word(folded: &str, at: usize) -> Option<usize> {
    const MORE: &Words = &Words::of(&[
        "ngày đêm",
        "ngày.đêm",
        "người dân/năm",
        "đầu người",
        "người/năm",
        "vạn dân",
        "nghìn dân",
        "triệu dân",
        "một vạn dân",
        "một năm",
        "mỗi năm",
        "năm học",
        "học kỳ",
        "học kì",
        "nhiệm kỳ",
        "người/tháng",
        "lượt khách",
        "khách hàng",
        "lượt giao dịch",
        "lượt khám",
        "khóa học",
        "lớp học",
        "buổi học",
        "ca học",
        "lao động",
        "hộ nghèo",
        "đơn vị diện tích",
        "diện tích",
        "canh tác",
        "đầu lợn",
        "xã/năm",
        "cán bộ",
        "vụ",
    ]);
    for base in MORE {
        if let Some(rest) = folded.get(at..)?.strip_prefix(base)
            && !base.contains('/')
            && !rest.starts_with(is_alphanumeric)
        {
            return Some(at + base.len());
        }
    }
    if let Some((_, end)) = units::at(folded, at) {
        return Some(end);
    }
    if back::begins(&folded[at..], &["tổng", "tổng số"]) {
        return whole_phrase(folded, at);
    }
    let (start, end) = words(folded, at).next()?;
    (start == at).then_some(end)
}

/// `tổng dư nợ`, `tổng số đảng viên`: a whole and the noun that says of what, up to four words; up to eight where a mark
/// closes them, as in `tổng số tiền chi trả,`.
pub(super) fn whole_phrase(folded: &str, at: usize) -> Option<usize> {
    let (mut end, mut few) = (at, at);
    let mut closed = true;
    for (count, (start, word_end)) in words(folded, at).take(9).enumerate() {
        let between = &folded[end..start];
        let word = &folded[start..word_end];
        let blank = between.chars().all(|c| c == ' ');
        if !blank || STOPS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()) || count == 8 {
            closed = !blank;
            break;
        }
        end = word_end;
        if count < 4 {
            few = end;
        }
    }
    let end = if closed { end } else { few };
    (end > at).then_some(end)
}

/// Where a base ends with the words that tell what kind of thing it is: `lớp mẫu giáo`, `xã biên giới`.
pub(super) fn with_kind(folded: &str, end: usize) -> usize {
    const KINDS: &Words = &Words::of(&[
        "canh tác",
        "gieo trồng",
        "mẫu giáo",
        "mầm non",
        "nhà trẻ",
        "tiểu học",
        "trung học",
        "trung học cơ sở",
        "trung học phổ thông",
        "thcs",
        "thpt",
        "biên giới",
        "miền núi",
        "vùng cao",
        "ven biển",
        "đảo",
        "trọng điểm",
        "đặc biệt khó khăn",
        "khó khăn",
        "nghèo",
        "cận nghèo",
        "cửa khẩu",
        "lâm nghiệp",
        "kiểm lâm",
        "dân cư",
        "nông thôn",
        "trực thuộc",
        "trong độ tuổi",
        "trong độ tuổi lao động",
        "trong độ tuổi sinh đẻ",
    ]);
    let mut end = end;
    for _ in 0..2 {
        let rest = &folded[end..];
        match back::strip_longest_front(rest, KINDS).filter(|_| rest.starts_with(' ')) {
            Some(after) => end = folded.len() - after.len(),
            None => break,
        }
    }
    end
}

/// The words of a base after its number: up to punctuation, a time, a verb of reaching.
pub(super) fn base_phrase(folded: &str, at: usize) -> Option<usize> {
    const ENDS: &Words = &Words::of(&[
        "vào", "đến", "trong", "năm", "đạt", "là", "xuống", "lên", "giảm", "tăng", "và", "so", "thì", "tại", "ở", "từ",
        "với", "trở", "có", "được", "bị", "mỗi", "hằng", "khoảng", "sau", "trước",
    ]);
    let mut end = at;
    for (start, word_end) in words(folded, at).take(9) {
        let blank = folded[end..start].chars().all(|c| c == ' ');
        let yearly = back::begins(&folded[start..], &["hàng năm", "hàng tháng"]);
        if !blank || yearly || ENDS.contains(&&folded[start..word_end]) {
            break;
        }
        end = word_end;
    }
    (end > at).then_some(end)
}

/// Runs of letters and digits from `at` on.
fn words(folded: &str, at: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let window = back::head(&folded[at..], 160);
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next + window[next..].find(is_alphanumeric)?;
        let end = window[start..].find(|c: char| !is_alphanumeric(c)).map_or(window.len(), |n| start + n);
        next = end;
        Some((at + start, at + end))
    })
}
