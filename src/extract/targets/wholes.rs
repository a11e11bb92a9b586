//! Shares whose whole stands behind them: `chi cho chuyển đổi số không thấp hơn 2% kinh phí …` measures what is spent, not
//! what it is spent from.

use std::ops::Range;

use super::{
    acts::{closes, only_acts},
    back,
    lead::Link,
    predicate::predicate,
    reading::Reading,
    state::verb,
    subject::subject,
};
use crate::{
    model::Comparator,
    text::{
        behind,
        words::{Words, words},
    },
};

/// `tỷ lệ nợ không quá 2,5% số phải thu`: a ratio, and the bare noun that it is a share of.
pub(super) fn part_of_whole(reading: &Reading, n: usize, subject: &Range<usize>, predicate: &Range<usize>) -> bool {
    let ratio = words!["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng"];
    // `ngân sách huyện đối ứng 10% tổng mức đầu tư`
    if back::ends(back::cut(reading.folded, subject.clone()), &["đối ứng"]) {
        let whole = back::begins(
            back::cut(reading.folded, predicate.clone()),
            words!["tổng", "kinh phí", "dự toán", "đối với"],
        );
        return reading.figures[n].is_rate() && whole;
    }
    reading.figures[n].is_rate()
        && reading.leads[n].comparator.is_some()
        && back::begins(back::cut(reading.folded, subject.clone()), ratio)
        && back::begins(back::cut(reading.folded, predicate.clone()), words!["số", "tổng số", "tổng"])
        && verb(back::cut(reading.folded, predicate.clone())).is_none()
}

/// `chi cho chuyển đổi số không thấp hơn 2% kinh phí …`, `không để tử vong vượt quá 0,1% số ca mắc`: what follows the
/// share is its whole.
pub(super) fn of_whole(
    reading: &Reading,
    n: usize,
    subject: &Range<usize>,
    predicate: &Range<usize>,
) -> Option<Range<usize>> {
    const PARTS: &Words = &Words::of(&[
        "chi cho",
        "chi ngân sách",
        "chi trực tiếp",
        "chi tiêu",
        "chi tiền túi",
        "chi thường xuyên",
        "chi đầu tư",
        "phần",
        "kinh phí",
        "vốn",
        "nguồn vốn",
        "ngân sách",
    ]);
    const WHOLES: &Words =
        &Words::of(&["kinh phí", "tổng kinh phí", "chi", "tổng chi", "tổng", "dự toán", "mức", "ngân sách", "tổng số"]);
    let words = back::cut(reading.folded, predicate.clone());
    if !reading.figures[n].is_rate() {
        return None;
    }
    if covers(reading, n, subject, words) || of_public(reading, n, subject, words) {
        // `Cơ cấu đại biểu: nữ ít nhất 30% tổng số ủy viên`
        let own = behind(back::cut(reading.folded, subject.clone()), b",;:").trim_start();
        let start = if elected(own) { subject.end - own.len() } else { subject.start };
        return Some(start..subject.end);
    }
    if let Some(what) = meets(reading, n, subject, words) {
        return Some(what);
    }
    reading.leads[n].comparator?;
    let denied = reading.negated(n).is_some() && (back::begins(words, WHOLES) || back::begins(words, &["số"]));
    let said = back::cut(reading.folded, subject.clone());
    let last = said.rfind(", ").map_or(subject.start, |at| subject.start + at + 2);
    // `ngân sách tỉnh bố trí ít nhất 1% chi thường xuyên`: a purse that gives is no part
    let spent = back::begins(said, words!["chi cho", "kinh phí quản lý", "chi phí quản lý", "kinh phí kiểm tra"]);
    if (closes(said) && !spent) || back::ends(said, words!["dành", "cân đối", "chi", "cấp", "trích"]) {
        return None;
    }
    let part = |start: usize| back::begins(back::cut(reading.folded, start..subject.end), PARTS);
    let start = [subject.start, last].into_iter().find(|&start| part(start) && back::begins(words, WHOLES));
    start.or_else(|| denied.then_some(subject.start)).map(|start| start..subject.end)
}

/// What shares of a people or a country are of.
const PUBLIC: &Words = &Words::of(&[
    "dân số",
    "tổng dân số",
    "lực lượng lao động",
    "gdp",
    "grdp",
    "tổng sản phẩm",
    "tổng kim ngạch",
    "tổng đàn",
    "tổng dư nợ",
    "số phải thu",
    "tổng số phải thu",
]);

/// `bội chi khoảng 4,2% GDP`, `đại biểu trẻ tuổi ít nhất 30% tổng số đại biểu`: a whole that is no more than that, behind
/// the name of its part.
fn of_public(reading: &Reading, n: usize, subject: &Range<usize>, whole: &str) -> bool {
    let said = back::cut(reading.folded, subject.clone()).trim();
    let group = elected(behind(said, b",;:"));
    // `số thực hiện thu năm 2014`: no verb of state
    let done = back::strip_longest_front(whole, words!["số thực hiện", "tổng số thực hiện", "số đã thực hiện"]);
    let spends = back::ends(said, &["chi"]) && !back::ends(said, &["bội chi"]);
    let plain = reading.leads[n].link == Link::None
        && (said.contains(' ') || group)
        && verb(done.unwrap_or(whole)).is_none()
        && !whole.trim().contains([',', ':', '('])
        && !closes(said)
        && !only_acts(said)
        && !spends
        && !back::ends(said, words!["cho", "tại", "với", "của", "ở", "đến", "tới", "từ", "và", "dành", "được"]);
    // `nữ ít nhất 35% tổng số đại biểu`
    let elected = || group && back::begins(whole, &["tổng số", "số"]);
    // `đại biểu nữ ít nhất 35% tổng số đại biểu`: the whole says the noun again
    let again = || {
        let noun =
            back::strip_front_any(whole, &["tổng số", "số", "tổng"]).map(str::trim).filter(|noun| !noun.is_empty());
        noun.is_some_and(|noun| noun.contains(' ') && back::begins(said, &[noun]))
    };
    // `châu Á chiếm 70%, châu Mỹ khoảng 10% tổng kim ngạch`: beside a part that has a verb or a bound
    let beside = || {
        let before = n.checked_sub(1).filter(|&m| reading.clause_of[m] == reading.clause_of[n]);
        let parted = back::cut(reading.folded, ..subject.start).trim_end().ends_with(',');
        back::begins(whole, &["tổng", "tổng số"])
            && parted
            && before.is_some_and(|m| {
                let bound = reading.leads[m].link == Link::Binds || reading.leads[m].comparator.is_some();
                reading.figures[m].is_rate() && bound && !super::subject::subject(reading, m).is_empty()
            })
    };
    // `Chiến sĩ thi đua không quá 20% số đề nghị`: what has an upper bound is the part
    let capped = || reading.leads[n].comparator == Some(Comparator::Le) && back::begins(whole, &["số", "tổng số"]);
    plain && (back::begins(whole, PUBLIC) || elected() || again() || beside() || capped())
}

/// Kinds of people of whom a body is to have a share.
const ELECTED: &Words = &Words::of(&[
    "nữ",
    "phụ nữ",
    "cán bộ nữ",
    "trẻ tuổi",
    "tuổi trẻ",
    "cán bộ trẻ",
    "người trẻ tuổi",
    "dân tộc thiểu số",
    "người dân tộc thiểu số",
    "là người dân tộc thiểu số",
    "ngoài đảng",
    "người ngoài đảng",
    "tái cử",
    "tham gia lần đầu",
    "tôn giáo",
]);

/// `trẻ tuổi không dưới 20% …` behind a mark.
pub(super) fn elected(words: &str) -> bool {
    ELECTED.contains(&words.trim())
}

/// `GDP, nợ Chính phủ dưới 50% GDP`: are the words before a mark nothing but what a share is of?
pub(super) fn whole_alone(words: &str) -> bool {
    back::strip_longest_front(words, PUBLIC).is_some_and(|rest| rest.trim().is_empty())
}

/// `vận tải công cộng đáp ứng 20% nhu cầu đi lại`: what meets a need.
fn meets(reading: &Reading, n: usize, subject: &Range<usize>, whole: &str) -> Option<Range<usize>> {
    let said = back::cut(reading.folded, subject.clone());
    let what = back::strip_any(said, &["đáp ứng được", "đáp ứng"])?.trim_end();
    let need = back::begins(whole, words!["nhu cầu", "tổng nhu cầu", "yêu cầu"]) && reading.leads[n].link == Link::None;
    (need && what.contains(' ') && !only_acts(what)).then(|| subject.start..subject.start + what.len())
}

/// `bảo hiểm y tế bao phủ từ 92% dân số trở lên`: who is covered is the whole.
fn covers(reading: &Reading, n: usize, subject: &Range<usize>, whole: &str) -> bool {
    const PEOPLE: &Words =
        &Words::of(&["dân số", "tổng dân số", "lực lượng lao động", "người dân", "lao động", "số dân", "số lao động"]);
    back::ends(back::cut(reading.folded, subject.clone()), &["bao phủ"])
        && reading.leads[n].link == Link::None
        && back::begins(whole, PEOPLE)
        && verb(whole).is_none()
}

/// `đạt 5.900 ha (chiếm 70% diện tích chè)`: a share that only tells how much of a whole the count before it is.
pub(super) fn told_beside(reading: &Reading, n: usize) -> bool {
    let at = reading.clause_of[n];
    let opening = back::cut(reading.folded, reading.clauses[at].range.start..reading.figures[n].range.start);
    let whole = predicate(reading, n);
    reading.clauses[at].inner
        && reading.figures[n].is_rate()
        && n.checked_sub(1).is_some_and(|m| reading.clause_of[m] + 1 == at && !reading.figures[m].is_rate())
        && back::begins(opening, &["chiếm", "bằng"])
        && !whole.is_empty()
        && verb(back::cut(reading.folded, whole)).is_none()
}

/// What a result is held against.
const PLANNED: &Words = &Words::of(&["dự toán", "kế hoạch", "chỉ tiêu"]);

/// `vượt 4% dự toán tỉnh giao`, `vượt 4% so với kế hoạch`: by how much something goes beyond what was planned. That
/// bounds nothing.
pub(super) fn exceeds(reading: &Reading, n: usize) -> bool {
    let before = back::tail(back::cut(reading.folded, reading.floor(n)..reading.figures[n].range.start), 48);
    let bounded = back::strip_any(before, words!["tối thiểu", "ít nhất", "trên", "khoảng"]);
    let Some(before) = back::strip(bounded.unwrap_or(before), "vượt") else { return false };
    let after = back::cut(reading.folded, reading.figures[n].range.end..);
    let after = back::strip_front_any(after, &["so với", "so"]).unwrap_or(after);
    reading.figures[n].is_rate() && back::begins(after, PLANNED) && !back::ends(before, &["và", "không", "mức"])
}

/// Does nothing stand between `vượt` and figure `n`? `vượt tối thiểu 6%` has a bound of its own.
pub(super) fn goes_beyond(reading: &Reading, n: usize) -> bool {
    back::ends(back::cut(reading.folded, ..reading.figures[n].range.start), &["vượt"])
}

/// `Thu ngân sách vượt dự toán tỉnh giao`: what goes beyond, and beyond what; the words before may stand with the
/// figure before.
pub(super) fn beyond(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let planned = predicate(reading, n);
    if !exceeds(reading, n) || planned.is_empty() {
        return None;
    }
    let own = back::cut(reading.plain, subject(reading, n)).trim();
    let what = if own.is_empty() { head? } else { own };
    Some(format!("{what} vượt {}", back::cut(reading.plain, planned).trim()))
}
