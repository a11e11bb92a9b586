//! What leads in before the words for what is measured: marks, times, `trong đó`, `phấn đấu`, a verb of moving, a label.

use std::ops::Range;

use super::{back, direction, horizon, lead::Link, measures, placed, reading::Reading, terms::TERMS};
use crate::text::words::{List, Words, words};

/// Steps over what leads in from the front: marks, times, `trong đó`, `phấn đấu`, a verb of moving, a label.
pub(super) fn front(reading: &Reading, n: usize, start: usize, end: usize) -> usize {
    const OPENERS: &Words = &Words::of(&[
        "phấn đấu để",
        "phấn đấu",
        "trong đó có",
        "trong đó",
        "bảo đảm",
        "đảm bảo",
        "tiếp tục duy trì",
        "tiếp tục",
        "duy trì",
        "giữ vững",
        "giữ ổn định",
        "giữ nguyên",
        "nâng cao",
        "nâng",
        "tăng",
        "giảm",
        "kéo giảm",
        "đưa",
        "đạt được",
        "đạt",
        "có",
        "và",
        "đồng thời",
        "ngoài ra",
        "bên cạnh đó",
        "cùng với đó",
        "cụ thể",
        "cụ thể là",
        "mục tiêu",
        "riêng",
        "riêng có",
        "bao gồm",
        "gồm",
        "mỗi năm",
        "hằng năm",
        "hàng năm",
        "bình quân",
        "mỗi quý",
        "hằng tháng",
        "toàn tỉnh",
        "toàn huyện",
        "toàn thành phố",
        "toàn quốc",
        "cả nước",
        "toàn xã",
        "toàn ngành",
        "trên địa bàn tỉnh",
        "trên địa bàn thành phố",
        "trên địa bàn huyện",
        "trên địa bàn",
        "ước",
        "dự kiến",
        "còn",
        "nhất là",
        "để",
        "nhằm",
        "đó là",
        "ví dụ",
        "ví dụ như",
        "chẳng hạn",
        "chẳng hạn như",
        "từng bước",
        "cơ bản",
        "hạ",
        "mở rộng",
        "rút ngắn",
        "kiềm chế",
        "khống chế",
        "không để",
        "kiên quyết không để",
        "giữ",
        "cần",
        "cần phải",
        "chia ra",
        "trước mắt",
        "hiện nay mới",
        "hiện mới",
        "thời điểm cao nhất",
        "thời điểm thấp nhất",
        "bình quân mỗi năm",
        "bình quân hằng năm",
        "bình quân hàng năm",
        "trung bình",
        "so với cùng kỳ",
        "so với cùng kỳ năm trước",
        "so cùng kỳ",
        "so với năm trước",
        "với",
        "tức",
        "tức là",
        "nghĩa là",
        "cá biệt",
        "cá biệt có",
        "thậm chí",
        "đặc biệt",
    ]);
    let folded = reading.folded;
    let mut at = start;
    for _ in 0..12 {
        let words = back::cut(folded, at..end);
        let trimmed = words.trim_start_matches([' ', ',', ';', '.', ':', '-', '–', '+', '*', '(', ')', '"', '“']);
        let here = end - trimmed.len();
        if let Some(time) = horizon::starting_at(&reading.times, here).filter(|t| t.range.end <= end) {
            at = horizon::list_end(folded, &reading.times, time).min(end);
            continue;
        }
        // `nếu tỷ lệ sai vượt quá 2% thì …`
        if let Some(rest) = back::strip_front_any(trimmed, CONDITIONS).filter(|rest| measures::opens(rest)) {
            at = end - rest.len();
            continue;
        }
        if let Some(rest) = span(trimmed) {
            at = end - rest.len();
            continue;
        }
        if let Some(label) = label(trimmed) {
            at = here + label;
            continue;
        }
        // `không để xảy ra ùn tắc kéo dài trên 30 phút`: how long it takes is measured, and not whether it happens
        if let Some(rest) = back::strip_front_any(trimmed, &["không để xảy ra"]).filter(|w| back::ends(w, &["kéo dài"]))
        {
            at = end - rest.len();
            continue;
        }
        // `nâng` moves a figure, `nâng cấp` does not
        let strip = |(_, o): (usize, &str)| {
            let rest = back::without_start(trimmed, o)?;
            // an event that must not be is named with its denial
            let event = o.ends_with("không để") && back::begins(rest, &["xảy ra", "phát sinh"]);
            (!event && !direction::compound(o, rest.trim_start())).then_some(rest)
        };
        // `trên địa bàn thành phố Phủ Yên đạt 95%`: a place by its name
        if back::begins(trimmed, &["trên địa bàn"]) && placed::named(back::cut(reading.plain, here..end)) {
            return here;
        }
        let opener = OPENERS
            .fronts(trimmed)
            .chain(LEADS_OVER.fronts(trimmed))
            .chain(TERMS.fronts(trimmed))
            .filter_map(strip)
            .min_by_key(|rest| rest.len());
        match opener {
            // `trong đó có chứng chỉ đạt 36%`: `có` tells the people apart and opens no count
            Some(rest)
                if back::begins(back::cut(folded, here..end), &["có", "trong đó có", "riêng có"])
                    && (reading.leads[n].link == Link::Binds || tells_apart(reading, n, here..end)) =>
            {
                let has = back::cut(folded, here..end - rest.len()).rfind("có").unwrap_or(0);
                return here + has;
            }
            // `Tốt: 90%, Đạt: 5%`: a label that is spelled like a verb
            Some(rest) if rest.trim() == ":" && !back::begins(trimmed, PARTS) => return here,
            Some(rest) => at = end - rest.len(),
            None => return here,
        }
    }
    at
}

/// `riêng có bằng cấp, chứng chỉ 32%`: of a share that nothing follows, `có` tells the people apart, too.
fn tells_apart(reading: &Reading, n: usize, words: Range<usize>) -> bool {
    let after = back::cut(reading.folded, reading.figures[n].range.end..reading.ceiling(n));
    let has = back::strip_front_any(back::cut(reading.folded, words), &["trong đó có", "riêng có"]);
    reading.figures[n].is_rate()
        && has.is_some_and(|rest| rest.trim().contains(' '))
        && after.trim_matches([' ', '.', ',']).is_empty()
}

/// Words that lead over from the sentence before.
pub(super) const LEADS_OVER: &Words = &Words::of(&[
    "tuy nhiên",
    "tuy vậy",
    "do đó",
    "do vậy",
    "vì vậy",
    "vì thế",
    "nhưng",
    "mặt khác",
    "trong khi đó",
    "trong khi",
    "từ đó",
    "qua đó",
    "nhờ đó",
    "nhờ vậy",
]);

/// Words that share out what stands before them.
const PARTS: &Words = &Words::of(&["trong đó", "bao gồm", "gồm", "cụ thể", "cụ thể là", "chia ra", "riêng"]);

/// Words that open a condition, and verbs, which end before the name of a measure.
pub(super) const CONDITIONS: &[&str] = &["nếu", "trường hợp", "khi", "kiểm soát", "cải thiện"];

/// What stands behind `Trong 3 năm`.
fn span(words: &str) -> Option<&str> {
    let rest = back::strip_front_any(words, &["trong vòng", "trong"])?.trim_start();
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let years = back::strip_longest_front(number, &["năm", "năm tới", "năm tiếp theo"])?;
    ((1..=2).contains(&(rest.len() - number.len())) && years.starts_with([' ', ','])).then_some(years)
}

/// `chỉ tiêu 3:`, `mục tiêu 2.1:`, `về kinh tế:`, `tại địa bàn đô thị:`
fn label(words: &str) -> Option<usize> {
    let window = back::head(words, 80);
    let colon = window.find(':')?;
    let named = back::begins(window, words!["chỉ tiêu", "mục tiêu", "về", "tại", "ở", "đối với", "khu vực"]);
    (named && !window[..colon].contains([',', '.', ';'])).then_some(colon + 1)
}
