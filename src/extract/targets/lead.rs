//! The words between the subject and the figure: comparator, verb, horizon (`giảm xuống còn dưới`, `ít nhất vào năm 2025 đạt`).

use super::{
    acts::end_in_act,
    aims::goal,
    back,
    cues::{BINDS, COMPARATORS, COMPOUNDS, FILLERS, OPENS, direction},
    figure::Figure,
    grades::is_class,
    held,
    horizon::{self, Time},
    labels::{equals, labelled, worked_out},
    measures,
};
use crate::{
    model::{Comparator, Direction},
    text::{
        behind,
        words::{Words, words},
    },
};

/// What the words right before (and right after) a figure say about it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lead {
    /// Where the words begin: the subject ends here.
    pub(super) start: usize,
    /// How the figure bounds.
    pub(super) comparator: Option<Comparator>,
    /// `tăng`, `giảm`, `lên`, `xuống` among the words.
    pub(super) direction: Option<Direction>,
    /// How strongly the words tie the figure to a subject before it.
    pub(super) link: Link,
    /// `từ` right before the figure.
    pub(super) from: bool,
    /// `mới` before the verb: no more than that is reached as yet.
    pub(super) only: bool,
}

/// The tie between a figure and the words before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// None: what is measured may stand before or after.
    #[default]
    None,
    /// `có`, `phấn đấu`, `bảo đảm`: what is measured comes after.
    Opens,
    /// `đạt`, `chiếm`, `là`, `còn`: what is measured stands before, when anything does.
    Binds,
}

/// Reads the words before the figure back to `floor`.
pub(super) fn read(plain: &str, folded: &str, floor: usize, figure: &Figure, times: &[Time]) -> Lead {
    let mut lead = Lead { start: figure.range.start, comparator: figure.sign, ..Lead::default() };
    let mut at = figure.range.start;
    if figure.sign.is_some() {
        at = folded[..at].trim_end_matches([' ', '>', '<', '=', '≥', '≤', '~', '≈']).len().max(floor);
    }
    // `Điểm năm học 180/200 = 90%`: the share is worked out from what stands before it
    // `05 vụ = 12%`: it says the count again
    if let Some(start) = worked_out(&folded[floor..at]).or_else(|| equals(&folded[floor..at])) {
        (at, lead.link) = (floor + start, Link::Binds);
    }
    // `chậm nhất 10 phút`; before a year it bounds the time
    if let Some(rest) = back::strip(back::tail(&folded[floor..at], 24), "chậm nhất") {
        lead.comparator = lead.comparator.or(Some(Comparator::Le));
        at -= back::tail(&folded[floor..at], 24).len() - rest.len();
    }
    // `Số hộ trồng nấm đến năm 2025: 250 hộ`: the colon binds as a verb does
    if let Some(start) = labelled(folded, floor, at, times) {
        (at, lead.link) = (start, Link::Binds);
    }
    // the word of the step before
    let mut said = "";
    // a bound of a dozen words keeps the walk short
    for _ in 0..12 {
        let before = &folded[floor..at];
        let trimmed = floor + before.trim_end_matches(' ').len();
        if let Some(time) = horizon::ending_at(times, trimmed).filter(|t| t.range.start >= floor) {
            lead.direction = lead.direction.or_else(|| held::above_or_below(folded, time));
            at = horizon::list_start(folded, times, time).max(floor);
            at = part_of_year(&folded[floor..at]).map_or(at, |start| floor + start);
            continue;
        }
        let window = back::tail(before, 48);
        if let Some((rest, direction)) = held::before(window, &lead, said) {
            (lead.link, lead.direction) = (Link::Binds, lead.direction.or(direction));
            at = at - window.len() + rest.len();
            continue;
        }
        // `trình độ đại học trở lên đạt`: the bound of another figure
        if back::ends(window, &["trở lên", "trở xuống", "trở đi"]) || back::ends(window, COMPOUNDS) {
            break;
        }
        if lead.link == Link::None
            && let Some((rest, direction)) = apart(window, &folded[figure.range.end..])
        {
            (lead.link, lead.direction) = (Link::Binds, direction);
            at = at - window.len() + rest.len();
            continue;
        }
        // `chỉ số giá tăng thấp hơn cùng kỳ 3,4%`
        if lead.link == Link::None
            && let Some(rest) = back::strip_longest(window, SAME_TIME)
        {
            lead.link = Link::Binds;
            at = at - window.len() + rest.len();
            continue;
        }
        // `các mục trên tương ứng đạt 60%`: before a verb `trên` points
        // so does `hơn` behind what it tells of: `hộ có mức sống khá hơn đạt 60%`
        let compares = || back::ends(window, &["hơn"]) && matches!(said, "đạt" | "chiếm" | "là");
        let points = lead.link == Link::Binds && (back::ends(window, &["trên", "dưới"]) || compares());
        if let Some((rest, comparator)) = bound(window)
            && !points
            && !back::ends(window, NO_BOUNDS)
        {
            // `trên dưới`, `không quá` are whole entries; of two, the outer one adds nothing but to `khoảng`
            if lead.comparator.is_none() || lead.comparator == Some(Comparator::Approx) {
                lead.comparator = Some(comparator);
            }
            at = at - window.len() + rest.len();
            continue;
        }
        if let Some(rest) = back::strip(window, "từ") {
            lead.from = lead.link == Link::None || said == "mức";
            at = at - window.len() + rest.len();
            continue;
        }
        // `Khá 45%; Trung bình 20%`: a class among others
        if lead.link == Link::None
            && let Some(rest) = back::strip(window, "trung bình")
            && is_class(rest, folded, figure)
        {
            break;
        }
        // the end of a clause that a time or a rhythm opens is as far as words go
        // between verb and figure only: `giảm bình quân 1%`, but `thu nhập bình quân đạt`
        if lead.link == Link::None
            && let Some(rest) = back::strip_any(window, &["bình quân", "trung bình", "ổn định"])
            && (back::ends(window, &["ổn định"]) || filler_after(rest, before, yearly(folded, figure)))
        {
            at = at - window.len() + rest.len();
            continue;
        }
        // `giai đoạn 2021 - 2025 bình quân đạt 7,5%`
        if let Some(rest) = back::strip_any(window, &["bình quân", "trung bình"])
            && horizon::ending_at(times, at - window.len() + rest.trim_end_matches(' ').len()).is_some()
        {
            at = at - window.len() + rest.len();
            continue;
        }
        // `giảm tỷ lệ nợ xuống mức thấp nhất, dưới 2,5%`
        if lead.link == Link::None
            && lead.comparator.is_some()
            && let Some(rest) = window.trim_end().strip_suffix(',').and_then(|rest| back::strip_longest(rest, EXTREMES))
        {
            lead.link = Link::Binds;
            at = at - window.len() + rest.len();
            continue;
        }
        if lead.link != Link::None
            && let Some(rest) = back::strip(window, "mới").filter(|rest| !tells_new(rest))
        {
            lead.only = true;
            let rest = back::strip(rest, "hiện").unwrap_or(rest);
            at = at - window.len() + rest.len();
            continue;
        }
        // `tỷ lệ ra lớp đạt: thấp nhất là 30%`
        if lead.link == Link::None
            && lead.comparator.is_some()
            && let Some(rest) = window.trim_end().strip_suffix(':')
            && back::ends(rest, &["đạt", "là", "còn"])
        {
            at = at - window.len() + rest.len();
            continue;
        }
        let [binds, opens, fillers] = [BINDS, OPENS, FILLERS].map(|words| back::strip_longest(window, words));
        let (rest, link, word) = match (binds, opens, fillers) {
            (Some(b), o, f) if o.is_none_or(|o| b.len() <= o.len()) && f.is_none_or(|f| b.len() <= f.len()) => {
                (b, Link::Binds, true)
            }
            (_, Some(o), f) if f.is_none_or(|f| o.len() <= f.len()) => (o, Link::Opens, true),
            (_, _, Some(f)) => (f, Link::None, false),
            _ => break,
        };
        // `thu ngân sách 5 năm là 33 tỷ đồng`: a length of time names what is measured
        if window[rest.len()..].trim() == "năm" && rest.trim_end().ends_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        // `thu nội địa cả năm đạt 40 tỷ đồng`: all of the year is told of what is measured
        // `tỷ lệ hộ nghèo đầu năm 8%`: a time without a year
        if window[rest.len()..].trim() == "năm" && back::ends(rest, words!["cả", "đầu", "giữa", "cuối"]) {
            break;
        }
        // `huyện Yên Thành 12%`: the end of a name
        if held::ends_name(plain, floor..at - window.len() + rest.len(), &window[rest.len()..]) {
            break;
        }
        // `Tăng trưởng năm 2025 đạt 7%`: nothing else names what is measured
        if lead.link != Link::None
            && window[rest.len()..].trim() == "tăng trưởng"
            && folded[floor..at - window.len() + rest.len()].trim_matches([' ', '-', '+', ',']).is_empty()
        {
            lead.direction = lead.direction.or(Some(Direction::Increase));
            break;
        }
        // `các xã còn lại được hỗ trợ 60%`: before another verb it tells the things apart
        // so it does behind `các`: `các khoa còn lại tối thiểu 75%`
        if back::ends(window, &["còn lại"])
            && (lead.link != Link::None || back::begins(behind(rest, b",;:("), &["các", "những"]))
        {
            break;
        }
        said = window[rest.len()..].trim();
        if word {
            if said == "với" && lead.link == Link::None {
                break;
            }
            if lead.direction.is_none() {
                lead.direction = direction(said);
            }
            lead.link = match (lead.link, link) {
                (Link::None, link) => link,
                // `phấn đấu đạt`: the inner verb binds
                (inner, _) => inner,
            };
        }
        at = at - window.len() + rest.len();
    }
    lead.start = floor + folded[floor..at].trim_end_matches(' ').len();
    lead
}

/// How far something is to move, before the bound that says it in figures.
const EXTREMES: &Words = &Words::of(&[
    "xuống mức thấp nhất",
    "ở mức thấp nhất",
    "xuống mức thấp",
    "ở mức thấp",
    "ở mức cao",
    "lên mức cao nhất",
]);

/// What is compared with, between the verb and the figure.
const SAME_TIME: &Words = &Words::of(&[
    "so với cùng kỳ",
    "so với cùng kỳ năm trước",
    "so cùng kỳ",
    "so cùng kỳ năm trước",
    "so với năm trước",
    "thấp hơn cùng kỳ",
    "thấp hơn cùng kỳ năm trước",
    "cao hơn cùng kỳ",
    "cao hơn cùng kỳ năm trước",
]);

/// Where the words begin for a part of the year that stands behind them, or for all of it: `6 tháng đầu`, `cả`.
fn part_of_year(before: &str) -> Option<usize> {
    if let Some(rest) = back::strip(before, "cả") {
        return Some(rest.len());
    }
    let months = back::strip_any(before, &["tháng đầu", "tháng cuối"])?.trim_end();
    let rest = months.trim_end_matches(|c: char| c.is_ascii_digit());
    ((1..=2).contains(&(months.len() - rest.len())) && (rest.is_empty() || rest.ends_with(' '))).then_some(rest.len())
}

/// Does `mới` after these words tell a thing apart from older ones: `nông thôn mới đạt`, `thành lập mới đạt`?
fn tells_new(words: &str) -> bool {
    const THINGS: &Words = &Words::of(&[
        "nông thôn",
        "mắc",
        "nhiễm",
        "đảng viên",
        "hội viên",
        "đoàn viên",
        "thành viên",
        "doanh nghiệp",
        "hợp tác xã",
        "phát hiện",
        "phát sinh",
        "việc làm",
        "giống",
        "thuê bao",
        "dự án",
        "xây",
        "kiểu mẫu",
        "công nghệ",
        "sản phẩm",
        "giáo viên",
        "chương trình",
        "chuẩn",
        "tiêu chí",
        "chuẩn nghèo",
    ]);
    back::ends(words, THINGS) || end_in_act(words)
}

/// Words that end like a bound and are none.
const NO_BOUNDS: &Words = &Words::of(&[
    "dựa trên",
    "ở trên",
    "nêu trên",
    "nói trên",
    "quá trình",
    "giữa chừng",
    "nửa chừng",
    "tốt hơn",
    "nhanh hơn",
    "thời điểm cao nhất",
    "thời điểm thấp nhất",
    "lúc cao nhất",
    "lúc thấp nhất",
]);

/// Amounts that are told on average.
const AMOUNTS: &Words = &Words::of(&[
    "vốn",
    "tiền",
    "lương",
    "tiền lương",
    "giá",
    "giá bán",
    "doanh thu",
    "thu nhập",
    "học phí",
    "điểm",
    "lãi",
    "lợi nhuận",
]);

/// What is graded `trung bình`.
const GRADED: &Words = &Words::of(&["mức sống", "học lực", "xếp loại", "loại", "trình độ", "quy mô", "hạng", "cỡ"]);

/// May `bình quân` after these words belong to the figure? After the name of something measured it belongs to the name:
/// `thời gian chờ trung bình 30 phút`.
fn filler_after(rest: &str, clause: &str, yearly: bool) -> bool {
    let rest = rest.trim_end();
    // `giảm thời gian chờ bình quân từ …`; what moves on average each year is no such name
    let moved = |words: &str| !yearly && measures::opens(goal(words));
    // `vốn đăng ký bình quân 8 tỷ đồng/doanh nghiệp`
    let own = back::head(rest.rsplit([',', ';', ':']).next().unwrap_or(rest).trim_start(), 60);
    // `hộ có mức sống trung bình từ 70% trở lên`: a grade
    if back::ends(rest, GRADED) {
        return false;
    }
    if !yearly && back::begins(own, AMOUNTS) {
        return [BINDS, OPENS].iter().any(|words| back::ends(rest, *words));
    }
    rest.is_empty()
        || rest.ends_with([',', ':', ';', '(', '-'])
        || [BINDS, OPENS, FILLERS].iter().any(|words| back::ends(rest, *words))
        || !(measures::opens(back::head(clause, 60).trim_start())
            || moved(back::head(clause, 60))
            || rest.rfind(", ").is_some_and(|at| measures::opens(&rest[at + 2..]) || moved(&rest[at + 2..])))
}

/// `3%/năm`: a share of each year.
pub(super) fn yearly(folded: &str, figure: &Figure) -> bool {
    figure.is_rate() && figure.per.as_ref().is_some_and(|per| back::cut(folded, per.clone()).starts_with("năm"))
}

/// `đạt 92%, cao hơn 4% so với năm trước`: how far the figure lies from what it is compared with. Against an earlier time
/// that is a way it moved.
fn apart<'a>(before: &'a str, after: &str) -> Option<(&'a str, Option<Direction>)> {
    const EARLIER: &Words =
        &Words::of(&["cùng kỳ", "năm", "quý", "tháng", "giai đoạn", "cuối năm", "đầu năm", "kỳ trước"]);
    const BOUNDS: &Words = &Words::of(&["không", "chưa", "hoặc", "bằng hoặc"]);
    let (rest, direction) = match back::strip_any(before, &["cao hơn", "nhiều hơn", "lớn hơn"]) {
        Some(rest) => (rest, Direction::Increase),
        None => (back::strip_any(before, &["thấp hơn", "ít hơn", "nhỏ hơn"])?, Direction::Decrease),
    };
    let compared = back::strip_front_any(back::head(after, 60), &["so với", "so"])?;
    let moved = back::begins(compared, EARLIER).then_some(direction);
    (!back::ends(rest, BOUNDS)).then_some((rest, moved))
}

/// The bound that the words end with, and the words before it.
fn bound(before: &str) -> Option<(&str, Comparator)> {
    let before = before.trim_end_matches(' ');
    COMPARATORS.backs(before).find_map(|(word, c)| back::without_end(before, word).map(|rest| (rest, *c)))
}

/// `trở lên`, `trở xuống` right after the figure.
pub(super) fn after(folded: &str, end: usize) -> Option<(Comparator, usize)> {
    let rest = back::head(&folded[end..], 64);
    for (words, comparator) in [
        (["trở lên", "hoặc cao hơn", "hoặc hơn", "hoặc nhiều hơn", "đổ lên"], Comparator::Ge),
        (["trở xuống", "hoặc thấp hơn", "hoặc ít hơn", "hoặc nhỏ hơn", "đổ xuống"], Comparator::Le),
    ] {
        if let Some(after) = back::strip_front_any(rest, &words) {
            return Some((comparator, end + rest.len() - after.len()));
        }
    }
    None
}
