//! The words after a figure that name what it counts.

use std::ops::Range;

use super::{
    acts::{closes, end_in_act, only_acts},
    aims::{goal, moved},
    back,
    breaks::{DUE, KINDS, LATER, STARTS, TIMES, ends, only_moves},
    deeds,
    due::{gone_by, of_name, told_next},
    ellipsis,
    figure::Counted,
    grades::is_grade,
    horizon::{self, TimeKind},
    inside::{held_end, holds_next},
    lead::{self, Link},
    measures,
    named_before::is_step,
    namers::is_money,
    reading::Reading,
    state::verb,
    yearless,
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        behind, fold,
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// The words after the figure that name what it counts.
pub(super) fn predicate(reading: &Reading, n: usize) -> Range<usize> {
    Reading::once(&reading.predicates, n, || find(reading, n))
}

fn find(reading: &Reading, n: usize) -> Range<usize> {
    let folded = reading.folded;
    let figure = &reading.figures[n];
    let noun = figure.words_start();
    let mut start = figure.range.end;
    let ceiling = if holds_next(reading, n) { held_end(reading, n) } else { reading.ceiling(n) };
    let ceiling = ceiling.max(start);
    if let Some((_, after)) = lead::after(folded, start) {
        start = after.min(ceiling);
    }
    let mut end = ceiling;
    // `còn dưới 2% vào cuối nhiệm kỳ`: a time without a year
    let words = back::cut(folded, start..end);
    let dated = horizon::starting_at(&reading.times, back::skip_blanks(folded, start)).is_some();
    let time =
        back::strip_front_any(words, TIMES).or_else(|| figure.is_rate().then(|| yearless::behind_opening(words))?);
    if let Some(rest) = time.filter(|_| !dated) {
        start = end - rest.len();
        // `5.000 hồ sơ mỗi năm`
        if rest.trim_matches([' ', '.']).is_empty() {
            (start, end) = (figure.range.end, figure.range.end);
        }
    }
    // `thiệt hại 40 tỷ đồng (chưa kể hoa màu), tình hình …`: a comma behind the remark closes the figure, too
    let remark = back::cut(folded, start..end).trim_start();
    // `94,5% (103/109) xã có cán bộ chuyên trách`: the share in numbers
    let ratio =
        remark.strip_prefix('(').map(|inside| inside.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/'));
    if let Some(rest) =
        ratio.and_then(|rest| rest.strip_prefix(')')).filter(|rest| rest.trim_start().starts_with(is_alphabetic))
    {
        start = end - rest.len();
    }
    let remark = back::cut(folded, start..end).trim_start();
    if let Some(rest) = remark.strip_prefix('(').and_then(|inside| inside.split_once(')')).map(|(_, rest)| rest)
        && rest.trim_start().starts_with(',')
    {
        end = start;
    }
    // `(trong đó 5% là nông dân)`
    if figure.is_rate()
        && let Some(rest) = back::strip_front_any(back::cut(folded, start..end), &["là"])
    {
        start = end - rest.len();
    }
    if let Some(rest) = back::strip_longest_front(back::cut(folded, start..end), LATER) {
        start = end - rest.len();
    }
    let mut cut = false;
    // `02 lớp tập huấn, xây dựng 03 mô hình`: what is done next stands after the last comma
    if reading.moves_on(n) && !(reading.figures[n].is_rate() && reading.figures[n + 1].is_rate()) {
        let words = back::cut(folded, start..end);
        let mark = [", ", " và "].iter().filter_map(|mark| words.rfind(mark).map(|at| (at, at + mark.len()))).max();
        if let Some((at, next)) = mark
            && end_in_act(&words[next..])
        {
            end = start + at;
            cut = true;
        }
    }
    // `mới có 60% hộ dùng nước sạch, cần nâng lên 80%`: a verb that moves the next figure
    let words = back::cut(folded, start..end);
    if reading.moves_on(n)
        && let Some(at) = words.rfind(", ").filter(|at| only_moves(&words[at + 2..]))
    {
        end = start + at;
    }
    if let Some(at) = next_subject(reading, n, back::cut(folded, start..end)).filter(|_| !cut) {
        end = start + at;
    }
    // times and comparisons at either end
    for time in horizon::within(&reading.times, start..end) {
        if time.range.end <= end {
            // a time that limits nothing is part of the words: `95% kế hoạch vốn năm 2021`
            if time.kind == TimeKind::Bare && (of_name(reading, time) || gone_by(reading, start, time)) {
                continue;
            }
            // `giảm 3% số vụ, đến năm 2030 không còn …`: a time after a mark opens a clause
            let words = back::cut(folded, start..time.range.start).trim_end();
            let words = back::strip_longest(words, DUE).map_or(words, str::trim_end);
            if let Some(own) = words.strip_suffix(',').filter(|own| !own.trim().is_empty()) {
                end = start + own.len();
                continue;
            }
            // `tăng 10%/năm, đến năm 2025 toàn tỉnh có 900 doanh nghiệp`: so it does right behind the figure
            if words.trim() == "," && reading.leads[n].link == Link::Binds && reading.moves_on(n) {
                end = start;
                continue;
            }
            let tail = back::cut(folded, time.range.end..end).trim_matches([' ', ',', '.', ')', '(']);
            let ahead = back::cut(folded, start..time.range.start).trim_matches([' ', ',', '(']);
            if ahead.is_empty() {
                start = time.range.end;
            } else if tail.is_empty()
                || told_next(time, back::cut(folded, time.range.end..end))
                || time.kind == TimeKind::Baseline
                || back::begins(tail, words!["và", "phấn đấu", "so với", "số còn lại", "phần còn lại", "riêng"])
            {
                end = time.range.start;
            }
        }
    }
    // `ban hành kế hoạch xong trước ngày 20/01/2026`
    let due = horizon::starting_at(&reading.times, back::skip_blanks(folded, end)).is_some();
    if let Some(rest) = back::strip_any(back::cut(folded, start..end), &["xong"]).filter(|_| due) {
        end = start + rest.trim_end().len();
    }
    // `giảm 5% số vụ hằng năm so với năm 2024`
    if let Some(at) = reading.before_rhythm(n).filter(|at| (start..end).contains(at)) {
        end = at;
    }
    let words = back::cut(folded, start..end);
    if back::begins(words, STARTS) && (figure.is_rate() || !back::begins(words, KINDS)) {
        end = start;
    }
    end = start + ends(back::cut(folded, start..end));
    if let Some(at) = deeds::thing_end(reading, n, back::cut(folded, start..end)) {
        end = start + at;
    }
    end = start + deeds::goals_end(back::cut(folded, start..end));
    let mut words = back::cut(folded, start..end);
    for _ in 0..3 {
        words = words.trim_end_matches([' ', ',', ':', '-', '(', '“', '/']);
        // `100% trường học, thời gian từ 15/9 - 30/11/2024`
        words = words.strip_suffix(", thời gian").unwrap_or(words);
        // `đạt tiêu chuẩn "4 tốt"`: a mark that closes stays
        if words.matches('"').count() % 2 == 1 {
            words = words.trim_end_matches('"');
        }
        // `12 câu lạc bộ đã có`,
        // `hộ nghèo về nhà ở`, `người dân biết đến`
        if back::ends(words, words!["đã có", "nhà ở", "đất ở", "nơi ở", "chỗ ở", "biết đến", "quan tâm đến"])
        {
            break;
        }
        // `60% trạm y tế hiện có, xây mới 10 trạm`: before a mark it tells the thing apart, as it does those of whom a
        // share is told
        let behind = back::cut(folded, start + words.len()..).trim_start();
        let ends = figure.is_rate() && (behind.is_empty() || behind.starts_with('.'));
        let closed = ends || behind.starts_with([',', ';']) || back::begins(behind, &["và", "hoặc"]);
        if closed && words.len() > "hiện có".len() && back::ends(words, &["hiện có"]) {
            break;
        }
        // `75% Tốt, 20% Khá, 5% Đạt`: a grade
        if words.trim() == "đạt" && is_grade(reading, n) {
            break;
        }
        if let Some(rest) = back::strip_any(
            words,
            words![
                "và",
                "nhưng",
                "cho",
                "trong đó",
                "đối với",
                "với",
                "đến",
                "tại",
                "hiện có",
                "có",
                "bao gồm",
                "gồm",
                "ở",
                "còn",
                "đạt",
                "từ",
                "ngay",
                "mỗi năm",
                "hằng năm có",
                "đến cuối nhiệm kỳ",
                "vào cuối nhiệm kỳ",
                "đến hết nhiệm kỳ",
                "trong nhiệm kỳ",
            ],
        ) {
            words = rest;
        }
    }
    end = start + words.len();
    // a remark at the end tells more about the thing and does not name it
    if back::cut(folded, start..end).trim_end_matches([' ', '.']).ends_with(')')
        && let Some(at) = back::cut(folded, start..end).rfind('(')
    {
        end = start + back::cut(folded, start..start + at).trim_end_matches([' ', ',']).len();
    }
    let inner = back::cut(folded, start..end);
    if figure.value_max.is_none() || noun < start {
        // the noun itself opens the words, when something follows or nothing else names the thing
        if noun < figure.range.end && matches!(figure.unit, Counted::Noun(..)) {
            // `kết nạp 150 đảng viên`: a bare verb names nothing
            let before = behind_time(reading, n).trim();
            // `phụ nữ mang thai 200 lượt người, phạm nhân, trại viên 50 lượt người`: a mark closes it
            let closed = inner.trim_start().starts_with(',')
                && !back::ends(before, words!["tại", "ở", "cho", "đến", "tới", "với", "của", "trên", "tổ chức"]);
            let alone = closed || inner.trim_matches([' ', ',', '.']).is_empty();
            // `bình quân đạt 16 tiêu chí/xã`
            let before = if matches!(before, "bình quân" | "trung bình") { "" } else { before };
            // `mỗi thôn có 01 nhà văn hóa`: whose it is names nothing
            let owner =
                (back::begins(before, &["mỗi", "từng"]) && !measures::opens(before) && !back::begins(before, OFTEN))
                    || ellipsis::owner(reading, n).is_some();
            // `phát 20.000 tờ rơi`: one syllable before a thing is a verb
            let last = behind(before, b",;:").trim();
            let thing = !matches!(figure.unit, Counted::Noun(_, UnitKind::Measure | UnitKind::Time));
            let head = back::cut(folded, noun..figure.range.end);
            // `bò 30.000 con`: what is counted one by one is named before
            let each =
                back::begins(head, &["con"]) && !back::ends(last, &["nuôi", "thả", "bán", "chết"]) && !closes(last);
            let verb = thing && !each && !last.is_empty() && !last.contains(' ');
            // `tập huấn, bồi dưỡng 500 người`: where people as such are counted, what is done names it
            let done = back::strip_front_any(before, OFTEN).unwrap_or(before);
            if alone && !owner && only_acts(done) && people_as_such(reading, n) {
                return end..end;
            }
            let parted = before.ends_with(',') || back::ends(before, &["và"]) || owner || verb;
            let before = if parted { "" } else { before.trim_matches([' ', ',', '.', ':']) };
            let named = measures::opens(before)
                || (reading.leads[n].link == Link::Binds && !before.is_empty())
                || !(before.is_empty() || closes(before))
                || deeds::served(before)
                // `phẫu thuật 320 ca`: a case of what was done
                || !before.is_empty() && reading.noun(n).is_some_and(|noun| matches!(noun.trim(), "ca" | "lượt"));
            // `20 doanh nghiệp tư nhân trên 1.000 dân`: told further before its base
            let told = figure.per.as_ref().is_some_and(|per| {
                let told = match &figure.unit {
                    Counted::Noun(noun, _) => back::cut(folded, noun.end..per.start).trim_matches([' ', '/']),
                    _ => "",
                };
                !matches!(told, "" | "trên") && !measures::opens(before)
            });
            return if alone && named && !told { end..end } else { noun..end };
        }
    }
    let skip = inner.len() - inner.trim_start_matches([' ', ',', ')', '.', ':']).len();
    // a comma right after the figure closes it
    if inner.trim_start().starts_with([',', ')', '.']) {
        return end..end;
    }
    start + skip..end
}

/// The words that lead to figure `n`, behind a time that opens them: `Giai đoạn 2021 - 2025: hoàn thành 30 nhà văn hóa`.
fn behind_time<'a>(reading: &Reading<'a>, n: usize) -> &'a str {
    let (floor, end) = (reading.floor(n), reading.leads[n].start);
    let opening = horizon::starting_at(&reading.times, back::skip_blanks(reading.folded, floor));
    let start = opening.filter(|time| time.range.end <= end).map_or(floor, |time| time.range.end);
    back::cut(reading.folded, start..end).trim_start_matches([' ', ':', ','])
}

/// Words before what is done each year.
const OFTEN: &Words = &Words::of(&[
    "bình quân mỗi năm",
    "bình quân hằng năm",
    "mỗi năm",
    "hằng năm",
    "hàng năm",
    "phấn đấu mỗi năm",
    "phấn đấu",
]);

/// Does figure `n` count `người` or `lượt người` and tell nothing more of them?
fn people_as_such(reading: &Reading, n: usize) -> bool {
    reading.noun(n).is_some_and(|noun| matches!(fold(noun.trim()).as_str(), "người" | "lượt người"))
}

/// `25.000 con, đàn lợn 300.000 con`, `45 vụ cháy, làm chết 03 người`: where the words of the next figure begin among
/// those after this one.
fn next_subject(reading: &Reading, n: usize, words: &str) -> Option<usize> {
    if !reading.moves_on(n) || holds_next(reading, n) {
        return None;
    }
    // `dự án FDI với tổng vốn đăng ký 1,5 tỷ USD`
    let with = " với ";
    if let Some(at) = words.rfind(with).filter(|at| measures::opens(&words[at + with.len()..])) {
        return (!reading.figures[n].is_rate()).then_some(at);
    }
    if let Some(at) = given(reading, n, words) {
        return Some(at);
    }
    let counted = !reading.figures[n].is_rate() && !reading.figures[n + 1].is_rate();
    // `xét nghiệm 7% và phân lập 3% số ca`: what is done next
    let next = || back::strip_front_any(words, &["và"]).is_some_and(|rest| !rest.trim().is_empty());
    if back::begins(words, &["và"]) && (counted || next()) {
        return Some(0);
    }
    // `15 hộ tham gia và hộ nghèo chiếm 70%`
    if let Some(at) = again(reading, n, words) {
        return Some(at);
    }
    // `100% hồ sơ đúng hạn, mức độ hài lòng của tổ chức, công dân đạt 90%`: the commas inside its name part nothing
    if reading.leads[n + 1].link == Link::Binds
        && let Some((at, _)) = words.rmatch_indices(", ").take(8).find(|(at, _)| measures::opens(&words[at + 2..]))
    {
        return Some(at);
    }
    if let Some(at) = told_apart(reading, n, words) {
        return Some(at);
    }
    let outside = |at: &usize| words[*at..].matches(')').count() <= words[*at..].matches('(').count();
    let at = words.rmatch_indices(", ").map(|(at, _)| at).take(8).find(outside)?;
    let rest = words[at + 2..].trim();
    // `phòng học, phòng chức năng, trong đó 40 phòng máy`: the mark parts the figures, what stands before it is told
    // of the first
    if rest.ends_with(',') && !measures::opens(rest) {
        return None;
    }
    // `sóng 4G phủ 100% xã, sóng 5G phủ 60% xã`: words right before the next share
    let shares = reading.figures[n + 1].is_rate()
        && reading.leads[n + 1].link == Link::None
        && rest.contains(' ')
        && !reading.is_compared(n + 1)
        && !back::ends(rest, words!["và", "với", "cho", "tại", "của", "ở", "đến", "trong đó", "hoặc", "so với"]);
    let own = shares
        || measures::opens(rest)
        || (reading.leads[n + 1].link == Link::Binds && measures::opens(goal(rest)))
        || is_step(rest)
        || (reading.leads[n + 1].direction.is_some() && moved(rest).is_some())
        || (counted && !back::ends(rest, words!["với", "cho", "tại", "của"]));
    (!rest.is_empty() && own).then_some(at)
}

/// `65% lao động qua đào tạo, lao động có bằng cấp đạt 28%`: where the words between two shares, `words`, go over to what
/// the second measures, which closes its clause.
pub(super) fn told_apart(reading: &Reading, n: usize, words: &str) -> Option<usize> {
    let (first, next) = (&reading.figures[n], reading.figures.get(n + 1)?);
    let (lead, own_lead) = (&reading.leads[n], &reading.leads[n + 1]);
    let bare = back::cut(reading.folded, reading.floor(n)..lead.start).trim_matches([' ', ',', ':', '-']).is_empty();
    let opens = lead.link != Link::Binds || bare;
    if !first.is_rate() || !next.is_rate() || !opens || own_lead.link != Link::Binds {
        return None;
    }
    let after = back::cut(reading.folded, next.range.end..).trim_start();
    let timed = || horizon::starting_at(&reading.times, reading.folded.len() - after.len()).is_some();
    let closes = after.is_empty() || after.starts_with(['.', ';', ',', ')']) || timed();
    let at = words.rfind(", ").filter(|_| closes)?;
    let own = words[at + 2..].trim();
    let new = own.split(' ').count() > 2 && !back::begins(own, words!["trong đó", "riêng", "và"]);
    let told = own_lead.direction.is_some() || verb(&words[..at]).is_some() || verb(own).is_some();
    (new && told).then_some(at)
}

/// `15 hộ tham gia và hộ nghèo chiếm 70%`: where the noun of a count comes again, for the share after it.
pub(super) fn again(reading: &Reading, n: usize, words: &str) -> Option<usize> {
    let next = reading.leads.get(n + 1).filter(|lead| lead.link == Link::Binds)?;
    let noun = fold(reading.noun(n).filter(|_| !reading.figures[n].is_rate() && next.start > 0)?.trim());
    let (at, mark) = words.rmatch_indices(" và ").next()?;
    back::begins(&words[at + mark.len()..], &[noun.as_str()]).then_some(at)
}

/// `300 hộ tự nguyện đăng ký và được vay vốn tối đa 50 triệu đồng`: where the words begin, among those after a count,
/// for the money that each is given.
pub(super) fn given(reading: &Reading, n: usize, words: &str) -> Option<usize> {
    let next = reading.figures.get(n + 1)?;
    let counted = matches!(reading.figures[n].unit, Counted::Noun(_, kind) if kind != UnitKind::Measure);
    let at = words.rfind(" và được ")?;
    (counted && is_money(reading.folded, next) && !words[at..].contains(',')).then_some(at)
}
