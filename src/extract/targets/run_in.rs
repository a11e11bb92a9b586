//! Run-in headings that name what the figures after them measure.

use super::{
    back, direction, horizon, lead::Link, measures, named_before, noun_phrase::name as noun_of, predicate::predicate,
    reading::Reading, rhythms::past_opening, state::verb, subject::subject,
};
use crate::text::{
    fold,
    words::{Words, words},
};

/// `Cơ cấu kinh tế: nông nghiệp 40%`, `Tỷ lệ bao phủ: 95% dân số`: a run-in heading that names a measure is shared by
/// the figures after it, and stands alone where no subject follows it.
pub(super) fn below_heading(reading: &Reading, n: usize, words: String) -> String {
    let Some(heading) = heading(reading) else { return words };
    let name = heading.split(" (").next().unwrap_or(&heading);
    let folded = fold(name);
    // `Học sinh giỏi cấp tỉnh: 15 giải`, `Số giường bệnh: 30 giường`: the unit alone names nothing
    // `Nhà ở: xóa 900 nhà tạm`: what is done with them makes a clause of it
    let bare = n == 0
        && ahead_is_bare(reading, n)
        && counts_alone(reading, &words)
        && reading.leads[n].link != Link::Opens
        && !(UNNAMING.contains(&folded.as_str()) || unnaming(&folded) && !measures::opens(&folded))
        && horizon::times(&folded).is_empty();
    if bare {
        return name.to_owned();
    }
    // `Gia đình thể thao: đạt 22% số hộ`: the whole says less than the heading
    let named = folded.split(' ').count() > 2 && !measures::opens(&folded) && !unnaming(&folded);
    if named && number_alone(reading, &words) && ahead_is_bare(reading, n) {
        return name.to_owned();
    }
    // `Học sinh giỏi: cấp huyện 15 giải, cấp tỉnh 02 giải`
    let things = folded.contains(' ') && !measures::opens(&folded) && !unnaming(&folded);
    if things && is_level(&fold(&words)) && horizon::times(&folded).is_empty() {
        return format!("{name} {words}");
    }
    let general = ["số lượng", "quy mô", "thời gian", "mức"];
    let measure =
        measures::opens(&folded) && !general.contains(&folded.as_str()) && !back::begins(&folded, &["chỉ tiêu"]);
    if !measure || words.starts_with(name) || reading.leads[n].link == Link::Opens {
        return words;
    }
    // `Số trang trại: 70, trong đó 15 trang trại nuôi bò`: a part that its noun names
    if n > 0 && reading.noun(n).is_some_and(|noun| fold(noun.trim()) == fold(&words)) {
        return words;
    }
    let named = named_before::parentheses(reading, n).is_some();
    if n == 0 && subject(reading, n).is_empty() && reading.figures[n].is_rate() && !named {
        return heading;
    }
    format!("{name}: {words}")
}

/// `cấp thị xã`, `cấp trường`: a level, and nothing else.
fn is_level(folded: &str) -> bool {
    const LEVELS: &Words = &Words::of(&[
        "cấp tỉnh",
        "cấp huyện",
        "cấp xã",
        "cấp trường",
        "cấp thị xã",
        "cấp thành phố",
        "cấp quốc gia",
        "cấp cơ sở",
        "cấp bộ",
        "cấp ngành",
        "cấp cụm",
        "cấp quận",
        "cấp phường",
        "cấp khu vực",
        "cấp quốc tế",
    ]);
    LEVELS.contains(&folded)
}

/// Does nothing stand between the heading, or the figure before, and the words that lead to figure `n`?
fn ahead_is_bare(reading: &Reading, n: usize) -> bool {
    let start = if n == 0 { reading.heading.unwrap_or(0) } else { reading.floor(n) };
    back::cut(reading.folded, start..reading.leads[n].start).trim_matches([' ', ':', '.', ',']).is_empty()
}

/// `22% số hộ`: is the first figure a share of a number of things of which nothing is told?
pub(super) fn number_alone(reading: &Reading, words: &str) -> bool {
    let folded = fold(words);
    let thing = back::strip_longest_front(&folded, &["số", "tổng số"]);
    let short = thing.is_some_and(|thing| (1..=2).contains(&thing.trim().split(' ').count()));
    short && reading.figures[0].is_rate() && subject(reading, 0).is_empty()
}

/// Are `words` nothing but what the first figure counts, with the scale of its number or without?
pub(super) fn counts_alone(reading: &Reading, words: &str) -> bool {
    let name = noun_of(reading, 0).map(|name| back::cut(reading.plain, name).trim());
    let noun = reading.noun(0).map(str::trim);
    [name, noun].into_iter().flatten().any(|noun| fold(noun) == fold(words))
}

/// `Tỷ lệ bao phủ: 95% dân số`: does a share right behind the heading say no more than of what it is?
pub(super) fn share_alone(reading: &Reading) -> bool {
    let whole = predicate(reading, 0);
    reading.figures[0].is_rate()
        && reading.leads[0].link == Link::None
        && subject(reading, 0).is_empty()
        && verb(back::cut(reading.folded, whole)).is_none()
}

/// Run-in headings that tell how things are, and name nothing.
const NAMELESS: &Words = &Words::of(&["tình hình", "kết quả", "thực trạng", "hiện trạng"]);

/// Does a run-in heading open with words that name nothing measured?
fn unnaming(folded: &str) -> bool {
    back::begins(folded, UNNAMING) || back::begins(folded, NAMELESS)
}

/// Run-in headings that name nothing measured.
const UNNAMING: &Words = &Words::of(&[
    "chỉ tiêu",
    "mục tiêu",
    "số lượng",
    "quy mô",
    "cụ thể",
    "nội dung",
    "yêu cầu",
    "phấn đấu",
    "trong đó",
    "hằng năm",
    "hàng năm",
    "mỗi năm",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "tại",
    "đối với",
    "về",
    "thời gian",
]);

/// `Năm 2025`, `Định hướng đến năm 2030`: does a label say when, and nothing else?
pub(super) fn says_when(label: &str) -> bool {
    const OUTLOOKS: &Words = &Words::of(&["định hướng", "tầm nhìn", "mục tiêu", "phấn đấu", "dự kiến"]);
    let folded = fold(label.trim());
    let last = horizon::times(&folded).pop().filter(|time| time.range.end == folded.len());
    last.is_some_and(|time| {
        let ahead = folded[..time.range.start].trim();
        ahead.is_empty() || OUTLOOKS.contains(&ahead)
    })
}

/// The run-in heading, when it alone names what is measured.
pub(super) fn heading(reading: &Reading) -> Option<String> {
    let end = reading.heading?;
    let mut words = reading.plain.get(..end)?.trim_matches([' ', ':', '.']);
    // `Tình hình: toàn tỉnh đã có 215 câu lạc bộ` names nothing
    if says_when(words) || NAMELESS.contains(&fold(words).as_str()) {
        return None;
    }
    // `Tổng vốn đầu tư đến năm 2025 đạt: 187 tỷ đồng`
    if let Some(rest) = back::strip_any(back::cut(reading.folded, ..words.len()), &["đạt", "là"]) {
        words = words.get(..rest.len())?.trim_end();
    }
    // `Tổng diện tích gieo trồng hằng năm: 120 ha`: the rhythm is the figure's base
    let yearly = words!["bình quân hằng năm", "bình quân hàng năm", "hằng năm", "hàng năm", "mỗi năm"];
    if let Some(rest) = back::strip_longest(back::cut(reading.folded, ..words.len()), yearly)
        && measures::opens(rest)
    {
        words = words.get(..rest.len())?.trim_end();
    }
    // `Thu ngân sách (năm 2025): 8 tỷ đồng`
    let inner = words.strip_suffix(')').map(str::len);
    let opened =
        |t: &&horizon::Time| Some(t.range.end) == inner && back::cut(words, ..t.range.start).trim_end().ends_with('(');
    if let Some(time) = reading.times.iter().find(opened) {
        words = words[..time.range.start].trim_end_matches([' ', '(']);
    }
    // `Tỷ lệ lao động qua đào tạo đến năm 2025: 65%`
    if let Some(time) = reading.times.iter().find(|t| t.range.end == words.len() && t.range.start > 0) {
        words = back::cut(words, ..time.range.start).trim_end();
    }
    // `Bình quân hằng năm kết nạp đảng viên mới: trên 4%`
    if let Some(rest) = past_opening(back::cut(reading.folded, ..words.len()), &["hằng năm", "hàng năm", "mỗi năm"])
        && rest.contains(' ')
        && !says_when(rest)
    {
        words = words.get(words.len() - rest.len()..)?;
    }
    // `Kim ngạch xuất khẩu tăng bình quân: 12%/năm`
    if let Some((thing, _)) = direction::closing_verb(&fold(words)) {
        words = words.get(..thing.len())?;
    }
    // `Giảm tỷ lệ hộ nghèo: 1,2%`: the verb moves the figure
    if let Some(thing) = direction::moves_measure(&fold(words)) {
        words = words.get(words.len() - thing.len()..)?;
    }
    // `Tình hình năm 2025: toàn tỉnh đã có 215 câu lạc bộ`
    (!words.is_empty() && !NAMELESS.contains(&fold(words).as_str())).then(|| words.to_owned())
}
