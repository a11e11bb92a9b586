//! Where the words for what is to be reached begin, behind those for what is done for it.

use super::{back, direction, measures, state::verb};
use crate::text::{
    behind,
    words::{List, Words, words},
};

/// Words after which what is aimed at begins a clause of its own.
pub(super) const AIMS: &Words = &Words::of(&["theo hướng", "nhằm", "góp phần", "qua đó", "từ đó", "với mục tiêu"]);

/// Where the goal begins after what is done for it: `lồng ghép các nguồn, phấn đấu vốn xã hội hóa chiếm …`.
pub(super) fn last_goal(words: &str, denied: bool, moves: bool) -> Option<usize> {
    const NO_SUBJECTS: &Words = &Words::of(&[
        "năm", "đến", "trong", "mỗi", "hằng", "hàng", "cuối", "từ", "để", "đưa", "nâng", "giảm", "tăng", "duy trì",
        "có",
    ]);
    let after = |mark: &str| words.rfind(mark).map(|at| at + mark.len()).filter(|&at| !words[at..].trim().is_empty());
    let goal = after(", phấn đấu ").filter(|&at| !back::begins(&words[at..], NO_SUBJECTS));
    let denial = ["không để ", "không "].iter().find_map(|no| after(&format!(", {no}"))).filter(|_| denied);
    // `vận động hội viên, bảo đảm số dư tăng 8%`
    let ensured = || {
        [", bảo đảm ", ", đảm bảo "]
            .iter()
            .filter_map(|mark| after(mark))
            .filter(|&at| !back::begins(&words[at..], NO_SUBJECTS) && !words[at..].contains([',', ':']))
            .max()
    };
    goal.max(denial).or_else(|| ensured().filter(|_| moves))
}

/// `next` without the verbs before what is to be reached: `góp phần nâng tỷ lệ …`.
pub(super) fn goal(next: &str) -> &str {
    const VERBS: &Words = &Words::of(&[
        "phấn đấu",
        "bảo đảm",
        "đảm bảo",
        "kiểm soát",
        "hoàn thành mục tiêu",
        "hoàn thành chỉ tiêu",
        "thực hiện mục tiêu",
        "thực hiện chỉ tiêu",
        "đạt mục tiêu",
        "đạt chỉ tiêu",
        "mục tiêu",
        "nâng cao",
        "nâng",
        "kéo giảm",
        "cắt giảm",
        "hạ thấp",
        "giảm",
        "tăng",
        "duy trì",
        "giữ",
        "giữ vững",
        "khống chế",
        "kiềm chế",
        "đưa",
        "để",
        "ngoài",
        "góp phần",
        "nhằm",
        "qua đó",
        "từ đó",
    ]);
    let mut next = next;
    for _ in 0..4 {
        // `phấn đấu tăng trưởng dư nợ`: the measure begins like a verb
        if measures::opens(next) {
            break;
        }
        match back::strip_front_any(next, VERBS) {
            Some(rest) => next = rest.trim_start(),
            None => break,
        }
    }
    next
}

/// Words behind which a clause of its own may begin.
const MARKS: [&str; 14] = [
    ", ",
    " và ",
    ": ",
    "; ",
    " đối với ",
    " với ",
    " theo hướng ",
    " nhằm ",
    " góp phần ",
    " để ",
    " nên ",
    " khiến ",
    " làm cho ",
    " do đó ",
];

/// The name of what is moved, behind the verb that opens the words: `giảm thất thoát nước` before `từ 25% xuống 18%`.
pub(super) fn moved(words: &str) -> Option<&str> {
    let (verb, rest) = MOVES.fronts(words).find_map(|(_, verb)| Some((verb, back::without_start(words, verb)?)))?;
    let named =
        !rest.trim().is_empty() && !back::begins(rest, NO_THINGS) && !direction::compound(verb, rest.trim_start());
    named.then(|| rest.trim_start())
}

/// Verbs that move a thing.
const MOVES: &Words = &Words::of(&[
    "kéo giảm",
    "giảm",
    "nâng cao",
    "nâng",
    "tăng",
    "hạ",
    "rút ngắn",
    "cắt giảm",
    "kiềm chế",
    "khống chế",
]);

/// Words behind such a verb that name no thing.
const NO_THINGS: &Words = &Words::of(&["bình quân", "trung bình", "dần", "mạnh", "nhanh", "hằng", "hàng", "mỗi", "so"]);

/// Where a thing begins that is moved, behind other words: `thay đường ống cũ, phấn đấu giảm thất thoát nước xuống còn 12%`,
/// `bảo đảm thuốc và duy trì điều trị cho 100% người bệnh`. `lead` are the words before the figure.
pub(super) fn last_move(words: &str, lead: &str) -> Option<usize> {
    const GOALS: &Words = &Words::of(&["phấn đấu", "góp phần", "từng bước", "tiếp tục", "nhằm", "để"]);
    if back::ends(words, &["cho"]) {
        let kept = " và duy trì ";
        return words.rfind(kept).map(|at| at + kept.len());
    }
    if !back::begins(lead, words!["xuống", "lên", "nâng lên", "còn", "đạt", "đến"]) {
        return None;
    }
    let thing = |at: usize| {
        let next = words[at..].trim_start();
        let next = back::strip_front_any(next, GOALS).unwrap_or(next).trim_start();
        moved(next).map(|rest| words.len() - rest.len())
    };
    [", ", " và ", " nhằm ", " để ", " góp phần "]
        .iter()
        .filter_map(|mark| words.rfind(mark).and_then(|at| thing(at + mark.len())))
        .max()
}

/// Where the words begin behind what is asked about them, or behind the condition that they are: `làm rõ nguyên nhân của
/// các dự án giải ngân dưới 60%`, `báo cáo ngay khi cá chết trên 10%`.
pub(super) fn asked_about(words: &str, bounded: bool) -> Option<usize> {
    let why = words![" nguyên nhân của ", " nguyên nhân các ", " trách nhiệm của "];
    if let Some(at) = why.last_in(words) {
        let own = ["nguyên nhân của", "trách nhiệm của"].iter().find(|own| back::begins(&words[at..], &[own]));
        return Some(at + 1 + own.map_or("nguyên nhân".len(), |own| own.len()));
    }
    // `nếu thiệt hại trên 70%`
    let opening = back::strip_front_any(words, &["nếu", "khi", "trường hợp"]).filter(|_| bounded);
    if let Some(rest) = opening.filter(|rest| rest.trim().contains(' ') && !rest.contains([',', ':'])) {
        return Some(words.len() - rest.len());
    }
    let when = " khi ";
    let at = words.rfind(when).filter(|_| bounded && !measures::opens(words))?;
    let own = words[at + when.len()..].trim();
    let done = behind(&words[..at], b",;:").trim_start();
    let acts = back::begins(done, ACTS_WHEN) || back::ends(done, &["ngay"]);
    (acts && own.contains(' ') && !own.contains([',', ':'])).then_some(at + when.len())
}

/// What is done when it comes so far; `người dân hài lòng khi giao dịch` tells of them.
const ACTS_WHEN: &Words = &Words::of(&[
    "báo cáo",
    "thông báo",
    "báo",
    "khai báo",
    "cảnh báo",
    "xử lý",
    "tạm dừng",
    "dừng",
    "tạm ngừng",
    "ngừng",
    "đóng cửa",
    "công bố",
    "kích hoạt",
    "khoanh vùng",
    "tiêu hủy",
    "đề nghị",
    "kiến nghị",
]);

/// With whom something is done.
const WITH: &Words = &Words::of(&["phối hợp", "chủ trì", "chỉ đạo", "tham mưu", "cùng", "giúp"]);

/// Where the last subject that opens with a measure begins, when others stand before it.
pub(super) fn last_measure(words: &str) -> Option<usize> {
    if measures::opens(words) {
        return None;
    }
    // `đối với ngành có tỷ lệ nữ dưới …`
    if let Some(at) = words![" có tỷ lệ ", " có tỉ lệ ", " có số "].last_in(words) {
        return Some(at + " có ".len());
    }
    // `Phối hợp với Sở Y tế nâng tỷ lệ tiêm chủng …`: with whom it is moved
    if let Some(at) = words![" nâng tỷ lệ ", " giảm tỷ lệ ", " tăng tỷ lệ ", " hạ tỷ lệ ", " đưa tỷ lệ "].last_in(words)
        && back::begins(words, WITH)
        && !back::strip_front_any(&words[..at], &["chủ trì,"]).unwrap_or(&words[..at]).contains([',', ':'])
    {
        return words[at..].find("tỷ lệ").map(|ratio| at + ratio);
    }
    // `bố trí tỷ lệ cán bộ nữ …`: a verb and its object
    if let Some(at) = words![" tỷ lệ ", " tỉ lệ ", " tỷ trọng ", " tỷ suất "].find_in(words)
        && words[..at].split(' ').count() <= 4
        && !words[..at].contains([',', ':'])
    {
        return Some(at + 1);
    }
    let mut found = None;
    // most marks do not stand there
    for mark in MARKS.into_iter().filter(|mark| words.contains(mark)) {
        for (at, mark) in words.match_indices(mark) {
            let next = &words[at + mark.len()..];
            let next = goal(next);
            let opens = (measures::opens(next) || back::begins(next, &["tiết kiệm"]))
                && !(mark == ": " && words[..at].trim_start().starts_with("cơ cấu"))
                // `dự án với tổng mức 14 tỷ đồng`: of what it is must be told, but for a rate of interest
                && (mark != " với " || next.trim().split(' ').count() > 2 || back::begins(next, &["lãi suất"]));
            // `tổng mức bán lẻ và doanh thu dịch vụ tăng 3%`: two measures without a verb between are one subject
            let joint = mark == " và "
                && found.is_some_and(|f: usize| {
                    at - f.min(at) < 240
                        && words.get(f..at).is_some_and(|one| {
                            measures::opens(one) && !one.contains([',', ':', ';', '(']) && verb(one).is_none()
                        })
                });
            if opens && !joint && found.is_none_or(|f| f < words.len() - next.len()) {
                found = Some(words.len() - next.len());
                break;
            }
        }
    }
    found
}
