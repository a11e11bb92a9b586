//! Sizes that tell apart those who are counted: `100% doanh nghiệp có từ 10 lao động trở lên`, `dự án từ 2 ha trở lên`.

use super::back;
use crate::{
    lexicon::units::UnitKind,
    text::{
        behind,
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// `100% doanh nghiệp có từ 10 lao động trở lên thành lập công đoàn`, `tàu cá có chiều dài từ 15 mét trở lên lắp thiết
/// bị`: the second number tells apart what the first one counts, and the clause goes on after it.
pub(super) fn tells_apart(before: &str, noun: &str, after: &str, kind: UnitKind) -> bool {
    // `công đoàn cơ sở (CĐCS) có từ 25 lao động trở lên`: a remark that is closed parts nothing
    let clause = behind(before, b",;.:");
    let open = clause.rfind('(').filter(|&at| !clause[at..].contains(')'));
    let stretch = open.map_or(clause, |at| &clause[at + 1..]);
    // `Đến năm 2025 toàn tỉnh có từ 30 xã trở lên`: a year counts nothing
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && !year(word);
    let counted = stretch.contains('%') || stretch.split(' ').any(number);
    let bounded = back::strip_any(stretch, words!["từ", "trên", "dưới", "có từ", "có trên", "có dưới"]);
    let end = back::strip_front_any(after, &["trở lên", "trở xuống"]);
    // `từ 15 mét trở lên (312 chiếc) lắp thiết bị`
    let goes_on = |words: &str| {
        let words = words.trim_start();
        let behind = words.strip_prefix('(').and_then(|inside| inside.split_once(')'));
        behind.map_or(words, |(_, rest)| rest.trim_start()).starts_with(is_alphabetic)
    };
    let had = |rest: &str| {
        let words = back::tail(rest, 48);
        back::ends(
            words,
            words![
                "có",
                "nuôi",
                "chăn nuôi",
                "sử dụng",
                "chiều dài",
                "chiều cao",
                "công suất",
                "diện tích",
                "trọng tải",
                "dung tích",
                "quy mô",
                "tổng mức đầu tư",
                "cao",
                "dài",
                "rộng",
            ],
        ) && !back::ends(words, words!["kéo dài", "nâng cao"])
    };
    // `Điểm trung bình 83 tiêu chí chất lượng đạt 2,8`: of what the average is
    let averaged = back::ends(stretch, &["điểm trung bình", "điểm bình quân"]);
    // `Điểm trung bình 7 điểm, môn Toán đạt 8 điểm` is an average itself
    let itself = back::begins(noun, &["điểm"]);
    if averaged && !itself && kind != UnitKind::Measure && words![" đạt ", " là ", " từ "].within(back::head(after, 60))
    {
        return true;
    }
    // `không quá 4 giờ đối với lượt khám làm từ 2 kỹ thuật trở lên`: for whom the first number holds
    if bounded.is_some_and(|rest| for_whom(rest, after)) {
        return true;
    }
    // `100% phương tiện từ 20 tấn trở lên lắp thiết bị`: the measure right behind those who are counted
    let share = || stretch.rfind('%').map(|at| &stretch[at + 1..]);
    let right_behind = |rest: &str| {
        let noun = share().and_then(|words| words.get(..words.len().checked_sub(stretch.len() - rest.len())?));
        kind == UnitKind::Measure
            && noun.is_some_and(|noun| {
                !noun.contains(" có ") && (1..=5).contains(&noun.trim().split(' ').count()) && noun.trim().contains(' ')
            })
            && !back::ends(rest, MOVED)
    };
    // `số vụ ngộ độc từ 20 người mắc trở lên`: how large those are that the share counts
    let hurt = back::strip_front_any(after, HURT);
    let case = kind == UnitKind::People
        && hurt.is_some()
        && stretch.contains('%')
        && share().is_some_and(|words| words!["vụ", "số vụ", "ca"].within(words) && !words.contains(','));
    if case && back::strip_any(stretch, words!["từ", "trên", "dưới", "có từ", "có trên"]).is_some() {
        return true;
    }
    // `60% người cao tuổi mắc từ 2 bệnh trở lên`: at the end of the clause, too
    let ill = stretch.contains('%') && bounded.is_some_and(|rest| back::ends(rest, &["mắc"]));
    if ill && end.is_some() {
        return true;
    }
    // `90% trang trại quy mô trên 1.000 con có hệ thống xử lý`: a size, and what is told of those who have it
    let sized = |rest: &str| had(rest) && !back::ends(rest, &["có"]);
    let does = words!["có", "được", "phải", "đạt", "thực hiện", "áp dụng", "lắp đặt"];
    // `hộ nuôi trên 500 con gà có hầm chứa`: the kind of animal first
    let kept = bounded.is_some_and(|rest| back::ends(rest, &["nuôi"]));
    let animal = after.trim_start().split_once(' ').filter(|_| kept).map(|(_, rest)| rest);
    let told = back::begins(after, does) || animal.is_some_and(|rest| back::begins(rest, does));
    if told && share().is_some() && bounded.is_some_and(sized) {
        return true;
    }
    // `thu hút dự án từ 2 ha trở lên`: how large those are that are meant
    let thing = |rest: &str| back::ends(rest, SIZED) && !words!["tỷ lệ", "mỗi ", "bình quân"].within(stretch);
    if kind == UnitKind::Measure && end.is_some() && bounded.is_some_and(thing) {
        return true;
    }
    // `Tàu cá dài từ 15 mét trở lên lắp thiết bị`
    let opens = || back::begins(stretch.trim_start_matches(['-', '+', ' ']), SIZED);
    (counted || opens())
        && bounded.is_some_and(|rest| had(rest) || rest.ends_with("có") || right_behind(rest))
        && end.is_some_and(goes_on)
}

/// Do the words before a bound tell for whom the number before them holds? A way (`từ 20 lên 30 xã`) has an end.
fn for_whom(before: &str, after: &str) -> bool {
    let Some(at) = before.rfind(" đối với ") else { return false };
    let whom = &before[at + " đối với ".len()..];
    let counted = before[..at].contains(|c: char| c.is_ascii_digit());
    let moves = words![" lên ", " xuống ", " còn "].within(back::head(after, 24));
    counted
        && !moves
        && !whom.contains(|c: char| c.is_ascii_digit())
        && words![" có", " làm", " sử dụng", " thực hiện", " nuôi", " mắc", " quy mô", " diện tích"].within(whom)
}

/// What is told apart by its size.
const SIZED: &Words = &Words::of(&[
    "dự án",
    "trang trại",
    "cơ sở",
    "doanh nghiệp",
    "công trình",
    "cánh đồng",
    "tàu cá",
    "nhà",
    "hộ",
    "phương tiện",
    "thửa đất",
    "vụ cháy",
]);

/// What befell people.
const HURT: &Words =
    &Words::of(&["mắc", "bị mắc", "bị", "chết", "tử vong", "bị thương", "thương vong", "nhiễm", "bị nạn", "ngộ độc"]);

/// Verbs that lead to a figure of its own.
const MOVED: &Words = &Words::of(&["đạt", "giảm", "tăng", "còn", "lên", "xuống", "được", "thêm", "đến"]);
