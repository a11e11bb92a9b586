//! The words before a figure that name what it measures.

use std::ops::Range;

use super::{
    actors,
    aims::{AIMS, asked_about, goal, last_goal, last_measure, last_move, moved},
    back,
    direction::{moved_by_someone, past_move},
    ellipsis,
    front::{CONDITIONS, front},
    givers,
    grades::is_class,
    horizon,
    lead::{self, Link},
    measures,
    named_base::base_ahead,
    predicate::{again, given, predicate, told_apart},
    reading::Reading,
    role,
    state::verb,
    terms::{TERMS_ALONE, without_term},
    when::FINDS,
    wholes::{elected, whole_alone},
    yearless,
};
use crate::text::words::{Words, words};

/// The words before the figure that name what it measures, without what leads in from the front.
pub(super) fn subject(reading: &Reading, n: usize) -> Range<usize> {
    Reading::once(&reading.subjects, n, || find(reading, n))
}

fn find(reading: &Reading, n: usize) -> Range<usize> {
    let folded = reading.folded;
    let floor = reading.floor(n);
    let end = reading.leads[n].start.max(floor);
    let mut start = floor;
    // `Tỷ lệ trẻ được tiêm đủ 08 loại vắc xin đạt 95%`: a count inside the name
    let inside = ellipsis::counted_inside(reading, n);
    // what is left over of the figure before: its `trở lên`, its remark, its modifiers up to a comma
    if let Some(first) = inside {
        start = first;
    } else if n > 0 && floor == reading.figures[n - 1].range.end {
        if let Some((_, after)) = lead::after(folded, floor) {
            start = after.min(end);
        }
        start = past_remark(folded, start, end);
        if reading.leads[n].link != Link::Opens {
            start = after_predicate(reading, n, start, end);
        }
    }
    if let Some(at) = words!["trong đó", "chia ra", "riêng"].last_in(back::cut(folded, start..end)) {
        start += at;
    }
    // `Kết quả rà soát cho thấy toàn tỉnh còn 900 hộ`: what was found out begins after the verb
    let shown = words![" cho thấy ", " cho thấy, ", " cho thấy: "];
    if let Some(found) = shown.last_in(back::cut(folded, start..end)) {
        start += found + " cho thấy".len();
    }
    let bounded = reading.leads[n].comparator.is_some() && reading.leads[n].link == Link::None;
    if let Some(at) = asked_about(back::cut(folded, start..end), bounded) {
        start += at;
    }
    start += actors::past_striver(reading.plain, folded, start..end);
    // `Khá 45%; Trung bình 20%`: the name of a class alone
    let class = back::cut(folded, start..end);
    let own = class.trim_start_matches([' ', ',']);
    if own.trim_end() == "trung bình" && is_class("", folded, &reading.figures[n]) {
        return start + class.len() - own.len()..start + class.trim_end().len();
    }
    start = front(reading, n, start, end);
    // `Thành phố sẽ duy trì tỷ số giới tính`: who moves the measure is none of it, unless it tells which of several
    if let Some((_, object)) = moved_by_someone(back::cut(folded, start..end)) {
        let who = back::cut(folded, start..start + object);
        if who.trim().split(' ').count() <= MOST_WORDS_OF_A_BODY || who.contains(" việc ") {
            start += object;
        }
    }
    let mut range = start..end;
    // `…, đạt`, `…: 5%`: the comma before the verb belongs to neither
    let trimmed = back::cut(folded, range.clone()).trim_end_matches([' ', ',', ':', '-', '(', '–']).len();
    let parted = back::cut(folded, range.clone()).trim_end().ends_with(',');
    range.end = range.start + trimmed;
    range.end = without_term(folded, range.clone());
    let words = back::cut(folded, range.clone());
    // `Cứ 1.000 dân có 10 bác sĩ`: the base
    let base_alone = || {
        words.starts_with(|c: char| c.is_ascii_digit())
            && reading.named_base(n) == Some(back::cut(reading.plain, range.clone()))
    };
    if base_ahead(words).is_some() || base_alone() {
        return range.end..range.end;
    }
    // `bình quân giai đoạn giảm 1,2%/năm`: a term alone names nothing
    if TERMS_ALONE.contains(&words.trim()) {
        return range.end..range.end;
    }
    let joined = back::ends(back::cut(folded, range.clone()), &["và"]) && reading.leads[n].link == Link::None;
    // `Kết quả còn hạn chế: còn 2% hồ sơ trễ hẹn`, `cải tiến quy trình theo hướng cắt giảm 30% thời gian`: the clause
    // of the figure begins after them
    let opened =
        back::strip_longest(back::cut(folded, start..end), words!["hiện", "hiện nay", "hiện tại", "vẫn", "hiện vẫn"]);
    let opened = opened.unwrap_or(back::cut(folded, start..end)).trim_end();
    let ends_before = (opened.ends_with(':') || back::ends(words, AIMS) || back::ends(words, GOALS))
        && !measures::opens(words)
        && !predicate(reading, n).is_empty();
    // `Không để xảy ra cháy lớn, giảm 10% số vụ cháy`: what moves stands after the figure
    let moves = parted && reading.leads[n].direction.is_some() && !measures::opens(words) && {
        let after = predicate(reading, n);
        after.start >= reading.figures[n].range.end && !after.is_empty()
    };
    // `số vụ vi phạm giảm dần hằng năm, đến năm 2027 dưới 20 vụ`: the measure and how it is to move
    if parted
        && reading.leads[n].link == Link::None
        && let Some(end) = moved_by_and_by(words)
        && predicate_is_bare(reading, n)
    {
        return range.start..range.start + end;
    }
    if joined || moves || ends_before || (parted && reading.leads[n].link != Link::Binds) {
        return range.end..range.end;
    }
    // `Qua rà soát, còn 12% hộ chưa có nước sạch`
    let told_after = || !predicate(reading, n).is_empty();
    if parted && !words.contains(',') && back::begins(words, LEADING_IN) && told_after() {
        return range.end..range.end;
    }
    // `Qua rà soát vẫn còn 17% phòng học xuống cấp`
    let found = back::strip_front_any(words, &["qua", "theo", "kết quả"]).unwrap_or_default().trim();
    if FINDS.contains(&found) && reading.leads[n].link != Link::None && told_after() {
        return range.end..range.end;
    }
    // `Trong tổng kinh phí, ngân sách tỉnh chiếm 60%`: what leads in with a preposition is no subject
    if let Some(at) = words.find(", ").filter(|_| back::begins(words, LEADING_IN)) {
        range.start += at + 2;
    }
    if let Some(at) =
        last_goal(back::cut(folded, range.clone()), reading.negated(n).is_some(), moves_itself(reading, n))
    {
        range.start += at;
    }
    let lead = back::cut(folded, reading.leads[n].start..reading.figures[n].range.start);
    if let Some(at) = last_move(back::cut(folded, range.clone()), lead) {
        range.start += at;
    }
    // `chỉ số phát triển con người đuổi kịp các thành phố lớn, đến năm 2025, chỉ số tuổi thọ đạt 0,8`
    for time in horizon::within(&reading.times, range.clone()) {
        let next = back::cut(folded, time.range.end..range.end);
        let ahead = back::cut(folded, range.start..time.range.start).trim_end();
        let ahead = back::strip_any(ahead, &["cụ thể", "trong đó", "phấn đấu"]).unwrap_or(ahead).trim_end();
        if time.kind == horizon::TimeKind::Limit
            && ahead.ends_with([',', ':'])
            && next.trim_start().strip_prefix(',').is_some_and(measures::opens)
        {
            range.start = range.end - next.trim_start_matches([' ', ',']).len();
        }
    }
    let words = back::cut(folded, range.clone());
    // several clauses in one: the last that opens with a measure
    if let Some(at) = last_measure(words) {
        range.start += at;
    }
    for word in ["cho", "với", "tại", "đến", "và", "của", "là", "để", "thì", "có"] {
        if let Some(rest) = back::strip(back::cut(folded, range.clone()), word) {
            if matches!(word, "cho" | "với" | "tại" | "của") && !predicate(reading, n).is_empty() {
                break;
            }
            range.end = range.start + rest.trim_end_matches([' ', ',']).len();
        }
    }
    // `Cung cấp trực tuyến toàn trình đối với 982 thủ tục`
    if let Some(rest) = back::strip(back::cut(folded, range.clone()), "đối") {
        range.end = range.start + rest.trim_end().len();
    }
    // `Tỷ lệ hộ nghèo đã giảm từ 12%`
    if let Some(rest) = back::strip(back::cut(folded, range.clone()), "đã").filter(|rest| measures::opens(rest)) {
        range.end = range.start + rest.trim_end_matches([' ', ',']).len();
    }
    // `Công tác đo đạc tuy được quan tâm nhưng còn chậm, mới thực hiện được 700 ha`: how it stands is no name
    if let Some(at) =
        words![" tuy ", " mặc dù ", " dù đã "].find_in(back::cut(folded, range.clone())).filter(|&at| at > 0)
    {
        range.end = range.start + at;
    }
    // `Nguồn viện trợ giảm mạnh, kinh phí chỉ bằng 40%`
    if let Some(at) = past_move(back::cut(folded, range.clone())) {
        range.start += at;
    }
    // `Toàn tỉnh đã có 215 câu lạc bộ`
    if back::cut(folded, range.clone()).trim() == "đã" {
        return range.end..range.end;
    }
    // `Tỷ lệ hộ nghèo đầu năm 8%, cuối năm còn 7%`
    range.end = range.start + yearless::end(back::cut(folded, range.clone()));
    // `qua các năm 2023, 2024 lần lượt là …`
    let dated = horizon::starting_at(&reading.times, back::skip_blanks(folded, range.end)).is_some();
    let ahead = back::strip_any(back::cut(folded, range.clone()), &["qua", "đầu", "giữa"]);
    if let Some(rest) = ahead.filter(|rest| dated && !back::ends(rest, PASSED)) {
        range.end = range.start + rest.trim_end_matches([' ', ',']).len();
    }
    range.end = givers::verb_end(reading, n, &range);
    range.end = without_source(folded, &range);
    range
}

/// Words before `qua`, `đầu` that make another word of it.
const PASSED: &Words = &Words::of(&["thông", "trải", "vượt", "kiểm tra", "đã", "tháng", "bước", "lần", "ban", "hàng"]);

/// Where the name of a measure ends before `giảm dần hằng năm`.
fn moved_by_and_by(words: &str) -> Option<usize> {
    const MOVES: &Words = &Words::of(&[
        " giảm dần",
        " tăng dần",
        " giảm hằng năm",
        " giảm hàng năm",
        " tăng hằng năm",
        " tăng hàng năm",
        " giảm qua các năm",
        " tăng qua các năm",
        " giảm đều",
        " tăng đều",
    ]);
    let at = MOVES.last_in(words)?;
    let tail = words[at..].trim();
    let short = tail.split(' ').count() <= 6 && !tail.contains([',', ':', ';']);
    (short && measures::opens(words) && !words[..at].contains([',', ':', ';'])).then_some(at)
}

/// Does nothing but its own noun stand behind figure `n`?
fn predicate_is_bare(reading: &Reading, n: usize) -> bool {
    let end = predicate(reading, n).end;
    end <= reading.figures[n].range.end
        || back::cut(reading.folded, reading.figures[n].range.end..end).trim().is_empty()
}

/// Does a verb of moving stand between the subject and figure `n`: `số dư tăng bình quân 8%/năm`?
fn moves_itself(reading: &Reading, n: usize) -> bool {
    reading.leads[n].link == Link::Binds && reading.leads[n].direction.is_some()
}

/// Where the name of money ends before the words that tell where it comes from: `Kinh phí tập huấn được trích từ …,
/// chiếm 5%`.
fn without_source(folded: &str, range: &Range<usize>) -> usize {
    const MONEY: &Words = &Words::of(&["kinh phí", "tổng kinh phí", "nguồn kinh phí", "chi phí", "tổng chi phí"]);
    const SOURCES: &Words = &Words::of(&[
        " được bố trí từ ",
        " bố trí từ ",
        " được trích từ ",
        " trích từ ",
        " được lấy từ ",
        " lấy từ ",
        " được huy động từ ",
        " được cân đối từ ",
        " được sử dụng từ ",
    ]);
    let words = back::cut(folded, range.clone());
    if !back::begins(words, MONEY) {
        return range.end;
    }
    let at = SOURCES.find_in(words).or_else(|| {
        let rest = back::strip_longest(words, words!["trích", "được trích", "lấy", "được lấy"])?;
        Some(rest.trim_end().len())
    });
    at.map_or(range.end, |at| range.start + at)
}

/// Where the words after a figure go on behind its remark: `tại 06 tỉnh (…), mỗi tỉnh`.
fn past_remark(folded: &str, start: usize, end: usize) -> usize {
    let words = back::cut(folded, start..end);
    let opened = words.trim_start().starts_with('(').then(|| words.find(')')).flatten();
    opened.map_or(start, |at| start + at + 1)
}

/// What is met when a figure is reached: `hoàn thành chỉ tiêu giảm 2% hộ nghèo`.
const GOALS: &Words = &Words::of(&["chỉ tiêu", "các chỉ tiêu", "mục tiêu", "các mục tiêu", "nhiệm vụ"]);

/// Verbs that open a clause of their own before a measure: `…, tăng thu ngân sách ít nhất 10%`.
const MOVES: &Words =
    &Words::of(&["tăng", "giảm", "nâng", "kéo giảm", "nâng cao", "giữ", "giữ vững", "duy trì", "duy trì ổn định"]);

/// `Thành phố sẽ duy trì`, `Tỉnh tiếp tục duy trì ổn định` are no longer.
const MOST_WORDS_OF_A_BODY: usize = 7;

/// Prepositions before which no subject stands.
const LEADING_IN: &Words = &Words::of(&[
    "trong",
    "theo",
    "trên cơ sở",
    "căn cứ",
    "cùng với",
    "bên cạnh",
    "ngoài",
    "từ nguồn",
    "thông qua",
    "qua",
]);

/// Where the words of figure `n - 1` end and those of figure `n` begin: after a comma or `và` that parts them.
fn after_predicate(reading: &Reading, n: usize, start: usize, end: usize) -> usize {
    let words = back::cut(reading.folded, start..end);
    // the words right after the figure before are its own, when it had no subject
    let before = &reading.leads[n - 1];
    let ahead = back::cut(reading.folded, reading.floor(n - 1)..before.start).trim_end();
    let bare = ahead.trim_matches([' ', ',', ':', '-']).is_empty();
    let opened = before.link == Link::Opens || before.link == Link::None || bare;
    // `giảm 5% số vụ và giảm 8% số người`: a verb of its own after a mark
    let opened = opened || (before.direction.is_some() && (ahead.ends_with([',', ':']) || back::ends(ahead, &["và"])));
    let trimmed = words.trim_start();
    if trimmed.is_empty() || trimmed.starts_with([',', ';', '(', '-', ':']) || back::begins(trimmed, &["và"]) {
        return start;
    }
    // `100% hộ có nước sạch, giảm thất thoát nước từ 25% xuống 18%`: a thing that moves
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    let goes_way = role::starting_point(reading, n) || back::begins(lead, words!["xuống", "lên", "còn", "nâng lên"]);
    // `giảm 1,5% hộ nghèo, đến cuối năm 2030 tỷ lệ hộ nghèo còn dưới 3%`; `tỷ lệ đó` points back
    let timed = |at: usize| {
        let next = back::head(reading.behind_time(at), 60);
        measures::opens(next) && !back::begins(next, words!["tỷ lệ đó", "tỷ lệ này", "số này", "số đó", "mức này"])
    };
    let mut parted = None;
    for (at, _) in words.match_indices(", ") {
        let next = &words[at + 2..];
        if !opened
            || !reading.figures[n].is_rate()
            || measures::opens(next)
            || timed(start + at + 2)
            || back::begins(next, words!["trong đó", "phấn đấu", "đến năm", "bảo đảm", "riêng", "không để"])
            || back::strip_front_any(next, CONDITIONS).is_some_and(measures::opens)
            || whole_alone(&words[..at])
            || elected(next)
            || goes_way && moved(next).is_some()
            || ((back::begins(next, AIMS) || back::begins(next, MOVES) || reading.leads[n].link == Link::Binds)
                && measures::opens(goal(next)))
        {
            parted = Some(at + 2);
        }
    }
    // `… vào năm 2030: giảm tỷ suất tử vong xuống còn 16`: a colon in the place of a semicolon
    let colon = words.rfind(": ").map(|at| at + 2).filter(|&at| measures::opens(goal(&words[at..])));
    parted = parted.max(colon);
    // `…, bình quân mỗi thôn, bản, tổ dân phố 01 tổ`: those who have one each are one list
    let each = words![", bình quân mỗi ", ", trung bình mỗi ", ", mỗi "].last_in(words).map(|at| at + 2);
    if let Some(each) = each.filter(|&at| !reading.figures[n].is_rate() && verb(&words[at..]).is_none()) {
        parted = Some(each);
    }
    // `60% GDP và nợ nước ngoài dưới 50% GDP`
    let and = words.find(" và ").filter(|&at| opened && whole_alone(&words[..at])).map(|at| at + " và ".len());
    parted = parted.max(and);
    // `có 06 khu công nghiệp với tỷ lệ lấp đầy đạt 62%`
    let with = " với ";
    let joined = words.rfind(with).map(|at| at + with.len()).filter(|&at| measures::opens(&words[at..]));
    // `03 tổ có tỷ lệ nộp phí dưới 75%`
    let has = " có ";
    let had = words
        .rfind(has)
        .map(|at| at + has.len())
        .filter(|&at| measures::opens(&words[at..]) && !words[at..].contains(','));
    let told = given(reading, n - 1, words).or_else(|| again(reading, n - 1, words));
    let apart = told_apart(reading, n - 1, words).map(|at| at + 2);
    let parted = parted.max(joined).max(had).max(apart).max(told.map(|at| at + " và ".len()));
    // without a mark the words are the predicate of the figure before, unless that figure had a subject;
    // `giảm 15% so với kịch bản thường, tương đương 3 triệu tấn`: how it was compared is no subject
    // so are words before a mark: `đạt 71% diện tích gieo trồng, tăng 6%`
    let compared = back::begins(trimmed, words!["so với", "so cùng kỳ", "khi", "nếu", "theo"]);
    let rest = if opened || compared || words.trim_end().ends_with(',') { end } else { start };
    parted.map_or(rest, |at| start + at)
}
