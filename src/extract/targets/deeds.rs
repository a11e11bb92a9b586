//! Verbs of doing before a figure: what is told of them and not of the thing that the figure counts, and who does it.

use super::{acts::ACTS, back, figure::Counted, predicate::predicate, reading::Reading, state::verb};
use crate::text::words::{Words, words};

/// Verbs of doing that make nothing.
const DEEDS: &Words =
    &Words::of(&["dành", "trích", "bố trí", "rà soát", "kiểm soát", "huy động", "sử dụng", "tiết kiệm", "giữ lại"]);

/// `kiểm tra 90% số xe trước khi khởi hành`, `dành 5% nguồn chi để hỗ trợ …`: where the words after a figure end that
/// name its thing. `100% hộ được vay vốn để sản xuất` tells of the people.
pub(super) fn thing_end(reading: &Reading, n: usize, words: &str) -> Option<usize> {
    const HOW: &Words = &Words::of(&[" trước khi ", " sau khi ", " để ", " nhằm "]);
    let before = back::tail(back::cut(reading.folded, reading.floor(n)..reading.leads[n].start), 60);
    let at = HOW.find_in(words).into_iter().chain(next_deed(words)).min()?;
    let told = words![" được ", " có ", " đạt ", " bị ", " đã ", " phải "].within(&words[..at]);
    let does = back::ends(before, ACTS) || back::ends(before, DEEDS);
    (does && !told && !words[..at].trim().is_empty()).then_some(at)
}

/// `xóa 100% điểm rác, xây dựng tuyến đường hoa`: where what is made next begins.
fn next_deed(words: &str) -> Option<usize> {
    const MAKES: &Words = &Words::of(&[
        ", xây dựng ",
        ", xây mới ",
        ", trồng ",
        ", lắp đặt ",
        ", thành lập ",
        ", ra mắt ",
        ", hình thành ",
        ", phát triển ",
    ]);
    let at = MAKES.find_in(words)?;
    let (thing, next) = words.split_at(at);
    // `hộ nghèo sửa nhà, xây dựng công trình phụ`: what they do themselves
    let does = thing.char_indices().any(|(at, c)| c == ' ' && back::begins(&thing[at + 1..], ACTS));
    (!does && verb(thing).is_none() && next.trim().split(' ').count() >= 5).then_some(at)
}

/// `hoàn thành 100% chỉ tiêu được giao, nâng cao chất lượng …`: where the words for what was to be met end, before what else
/// is done.
pub(super) fn goals_end(words: &str) -> usize {
    const GOALS: &Words = &Words::of(&["chỉ tiêu", "các chỉ tiêu", "kế hoạch", "nhiệm vụ", "các nhiệm vụ", "mục tiêu"]);
    const NEXT: &Words = &Words::of(&[
        "nâng cao",
        "nâng",
        "đáp ứng",
        "bảo đảm",
        "đảm bảo",
        "góp phần",
        "tăng cường",
        "tăng",
        "giảm",
        "thực hiện",
        "đẩy mạnh",
        "đẩy nhanh",
        "tổ chức",
        "xây dựng",
        "phát huy",
        "giữ vững",
        "hoàn thành",
        "hạn chế",
    ]);
    if !back::begins(words, GOALS) {
        return words.len();
    }
    let next = words.match_indices(", ").map(|(at, _)| at).find(|at| back::begins(&words[at + 2..], NEXT));
    next.filter(|&at| verb(&words[..at]).is_none() || back::ends(&words[..at], &["giao"])).unwrap_or(words.len())
}

/// `Quan trắc nước tại các hồ, mỗi quý 12 mẫu`: where the count says no more than how often, what is done names it.
pub(super) fn told_before<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let Counted::Noun(noun, _) = &reading.figures[n].unit else { return None };
    let first = n == 0 || reading.clause_of[n - 1] != reading.clause_of[n];
    let after = back::cut(reading.folded, predicate(reading, n)).trim_matches([' ', '.']);
    let alone = after.is_empty() || after == back::cut(reading.folded, noun.clone()).trim();
    let (start, end) = (reading.leads[n].start, reading.figures[n].range.start);
    let often = words!["mỗi", "hằng", "hàng"].within(back::cut(reading.folded, start..end));
    let words =
        back::cut(reading.plain, reading.floor(n)..start).trim().strip_suffix(',')?.trim_start_matches([' ', '-']);
    let whole = (3..=30).contains(&words.split(' ').count()) && !words.contains([':', '(']);
    (first && alone && often && whole).then_some(words)
}

/// `Trung tâm hành chính công tỉnh tiếp nhận 30.000 hồ sơ`: who takes in or serves, in full.
pub(super) fn served(before: &str) -> bool {
    const SERVES: &Words = &Words::of(&["tiếp nhận", "phục vụ", "đón", "xử lý", "giải quyết"]);
    back::strip_any(before, SERVES)
        .is_some_and(|who| who.split(' ').count() >= 4 && !who.contains([',', ':']) && !back::begins(who, ACTS))
}
