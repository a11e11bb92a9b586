//! The words for what a figure measures, as the plan has them.

use std::ops::Range;

use super::{
    actors,
    acts::only_acts,
    back, deeds, ellipsis,
    figure::Counted,
    front::LEADS_OVER,
    givers, inside,
    lead::Link,
    left_over, measures, named_before,
    noun_phrase::{after_figure, counted, measured_out, name},
    parts::{divided, part_of, part_of_bare},
    placed::{self, generic},
    predicate::predicate,
    predicate_of_all::{joint_predicate, shared_predicate},
    reading::Reading,
    role,
    run_in::{below_heading, counts_alone, heading, number_alone, says_when, share_alone},
    shared, siblings, side_by_side,
    subject::subject,
    told_on,
    whole_of_count::shares_whole,
    wholes::{beyond, of_whole, part_of_whole, told_beside},
    yearless,
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        fold,
        words::{Words, words},
    },
};

/// A head longer than this is not shared again: heads would grow from figure to figure.
const LONGEST_HEAD: usize = 800;

/// The words for what each figure measures, figure by figure.
pub(super) fn all(reading: &Reading) -> Vec<String> {
    let mut indicators: Vec<String> = Vec::with_capacity(reading.figures.len());
    let mut headed = true;
    for n in 0..reading.figures.len() {
        let words = match reading.twin(n) {
            Some(twin) => indicators[twin].clone(),
            None => of(reading, n, &indicators),
        };
        let words = if says_when(&words) { String::new() } else { words };
        let words = match (yearless::without(&words), indicators.last()) {
            ("", Some(head)) => head.clone(),
            ("", None) => heading(reading).or_else(|| label(reading, n)).unwrap_or(words),
            (kept, _) => kept.to_owned(),
        };
        // a measure of its own ends the reach of the heading; the counted noun alone is none
        headed &= !measures::opens(&fold(&words))
            || (n == 0 && (counts_alone(reading, &words) || share_alone(reading) || number_alone(reading, &words)));
        indicators.push(if headed { below_heading(reading, n, words) } else { words });
    }
    indicators
}

/// `Giải ngân vốn đầu tư công` in `Giải ngân vốn đầu tư công: hết quý I đạt 20%`, where no heading is marked.
fn label(reading: &Reading, n: usize) -> Option<String> {
    let start = reading.clauses[reading.clause_of[n]].range.start;
    let words = reading.plain.get(start..reading.figures[n].range.start)?;
    let name = words.split_once(':')?.0.trim_matches([' ', '-', '+', '.']);
    (name.contains(' ') && !name.contains([',', ';', '(']) && !says_when(name)).then(|| name.to_owned())
}

/// Verbs of telling, whose hearers a share counts.
const TELLS: &Words = &Words::of(&[
    "phổ biến",
    "tuyên truyền",
    "triển khai",
    "quán triệt",
    "thông báo",
    "giới thiệu",
    "hướng dẫn",
    "vận động",
]);

fn of(reading: &Reading, n: usize, earlier: &[String]) -> String {
    let lead = &reading.leads[n];
    let subject = subject(reading, n);
    let predicate = predicate(reading, n);
    let figure = &reading.figures[n];
    let head = n
        .checked_sub(1)
        .filter(|&m| same_clause_or_sentence(reading, m, n))
        .map(|m| earlier[m].as_str())
        .filter(|words| !words.is_empty() && words.len() <= LONGEST_HEAD);
    if let Some(head) = head
        && (reading.has_unit_of_before(n)
            || role::starting_point(reading, n - 1)
            || reading.is_compared(n)
            || reading.is_assigned(n))
    {
        return head.to_owned();
    }
    if let Some(words) = reading.named_in_turn(n) {
        return words;
    }
    if let Some(words) =
        measured_out(reading, n).filter(|_| !measures::opens(back::cut(reading.folded, subject.clone())))
    {
        return words.to_owned();
    }
    if let Some(country) = reading.country(n) {
        return back::cut(reading.plain, country).trim().to_owned();
    }
    if let Some(set) = named_before::names_set(reading, n).or_else(|| named_before::all_of(reading, n)) {
        return set.to_owned();
    }
    if let Some(head) = head.filter(|head| says_again(reading, n, head)) {
        return head.to_owned();
    }
    if let Some((head, who)) = head.filter(|head| measures::opens(&fold(head))).zip(ellipsis::outlier(reading, n)) {
        return format!("{} {who}", shared::of_all(head));
    }
    if let Some(words) = placed::of(reading, n, head).or_else(|| placed::elsewhere(reading, n, head)) {
        return words;
    }
    if let Some(words) = inside::bounded(reading, n).or_else(|| inside::how_often(reading, n)) {
        return back::cut(reading.plain, words).trim().to_owned();
    }
    if let Some(words) = beyond(reading, n, head) {
        return words;
    }
    if let Some(owner) = ellipsis::owner(reading, n) {
        return format!("{owner} có {}", counted(reading, n, &predicate));
    }
    // `02 lớp tập huấn cho 70 cán bộ`, `18 hội nghị tại 18 điểm`: the second tells more of the first
    if let Some((head, joint)) = head.zip(ellipsis::joint(reading, n)) {
        return format!("{head} {joint} {}", counted(reading, n, &predicate));
    }
    if let Some(step) = named_before::instalment(reading, n) {
        return step.to_owned();
    }
    if let Some(words) = siblings::same_measure(reading, n, head)
        .or_else(|| siblings::same_told(reading, n))
        .or_else(|| siblings::for_others(reading, n, head))
        .or_else(|| siblings::same_people(reading, n, head))
        .or_else(|| siblings::elsewhere(reading, n, head))
    {
        return words;
    }
    if let Some(words) = siblings::goes_on(reading, n).or_else(|| siblings::afterwards(reading, n)) {
        return words;
    }
    // `đưa điện lưới đến 230 xã chưa có điện`: where it goes is counted
    if let Some(goes) = ellipsis::reaches(reading, n) {
        let words = back::cut(reading.plain, subject).trim();
        return format!("{words} {goes} {}", counted(reading, n, &predicate));
    }
    if let Some(rest) = left_over::before(reading, n) {
        let words = format!("{} {}", back::cut(reading.plain, rest), back::cut(reading.plain, predicate).trim());
        return words.trim().to_owned();
    }
    if let Some(words) = deeds::told_before(reading, n) {
        return words.to_owned();
    }
    if let Some(words) = side_by_side::shared(reading, n) {
        return format!("{} {}", words.trim(), after_figure(reading, n, &predicate));
    }
    // `đơn vị không hoàn thành trên 80% chỉ tiêu`: who is denied it is no measure
    let denied = back::ends(back::cut(reading.folded, subject.clone()), &["không", "chưa"]);
    let own_subject = !subject.is_empty() && !denied && !generic(back::cut(reading.folded, subject.clone()));
    let has_head = head.is_some() && n > 0 && reading.clause_of[n - 1] == reading.clause_of[n];
    // `là 215 con, chiếm 0,6% tổng đàn`: a share of the whole measures what was counted
    if subject.is_empty() && (has_head && shares_whole(reading, n) || told_beside(reading, n)) {
        return head.unwrap_or_default().to_owned();
    }
    if own_subject && let Some(part) = of_whole(reading, n, &subject, &predicate) {
        let words = back::cut(reading.plain, part).trim();
        return shared::complete(
            words,
            head.filter(|_| shares(reading, n) && !divided(reading, n)),
            part_of(reading, n),
        );
    }
    // `Toàn tỉnh có 350 hợp tác xã`, `350 tổ hợp tác với 9.500 thành viên`: what is counted names itself
    if let Counted::Noun(noun, _) = &figure.unit
        && predicate.is_empty()
        && (!own_subject && (head.is_none() || !subject.is_empty()) && has(reading, n) || counted_with(reading, n))
    {
        let name = back::cut(reading.plain, name(reading, n).unwrap_or_else(|| noun.clone())).trim();
        return siblings::told_of_both(reading, n).map_or_else(|| name.to_owned(), |tail| format!("{name} {tail}"));
    }
    // `2018 đạt 5%, 2019 đạt 6%` measures what the first did
    if subject.is_empty() && predicate.is_empty() {
        // `Số trang trại, gia trại: 70, trong đó 15 trang trại`
        if let Some(noun) = name(reading, n).filter(|_| part_of_bare(reading, n)) {
            return back::cut(reading.plain, noun).trim().to_owned();
        }
        if let Some(name) = named_before::parentheses(reading, n) {
            return named_before::of_structure(reading, n)
                .map_or_else(|| name.to_owned(), |of| format!("{of}: {name}"));
        }
        // `bị thương 31 người (giảm 05 vụ …)`: what moves is another thing
        if let Some(noun) = name(reading, n).filter(|_| ellipsis::other_moves(reading, n)) {
            return back::cut(reading.plain, noun).trim().to_owned();
        }
        return match head {
            Some(head) => head.to_owned(),
            None => joint_predicate(reading, n)
                .map(str::to_owned)
                .or_else(|| heading(reading))
                .unwrap_or_else(|| all_before(reading, n)),
        };
    }
    // `mức hỗ trợ 30% và 25% của ngân sách tỉnh`
    if let Some(head) = head.filter(|_| subject.is_empty() && has_head)
        && back::begins(back::cut(reading.folded, predicate.clone()), &["của", "trong tổng số", "trên tổng số"])
    {
        return format!("{head} {}", back::cut(reading.plain, predicate).trim());
    }
    // `nơi có tỷ lệ dưới 30% thì …`, `… có thể …`, `… do Sở Tài chính lập`: what follows is a consequence, or who does it
    let end = predicate.end;
    let consequence = back::begins(back::cut(reading.folded, predicate.clone()), CONSEQUENCES)
        || back::begins(back::cut(reading.folded, end..), &["thì"]);
    // `áp dụng mức giảm 50% giá vé`: a bare verb names nothing
    let bare = !predicate.is_empty() && only_acts(back::cut(reading.folded, subject.clone()));
    let binds = lead.link == Link::Binds && !at_most(reading, n) && !bare;
    // `Chỉ đạo trạm y tế khám cho 100% người già`, `Mỗi tổ phấn đấu đạt 40% số sáng kiến`: who does it is no measure
    // so is what is told to all of them: `Phổ biến đến 100% hộ dân`
    let to_all = || {
        let words = back::cut(reading.folded, lead.start..figure.range.start);
        let told = back::begins(back::cut(reading.folded, subject.clone()), TELLS);
        figure.is_rate() && back::begins(words, &["đến", "tới"]) && lead.direction.is_none() && told
    };
    if own_subject && !predicate.is_empty() && (actors::acts(reading, n, &subject) || to_all()) {
        return after_figure(reading, n, &predicate);
    }
    if own_subject
        && !counted_with(reading, n)
        && (binds || predicate.is_empty() || consequence || part_of_whole(reading, n, &subject, &predicate))
    {
        let words = back::cut(reading.plain, subject.clone()).trim();
        return shared::complete(
            words,
            head.filter(|_| shares(reading, n) && !divided(reading, n)),
            part_of(reading, n),
        );
    }
    if predicate.is_empty() {
        return back::cut(reading.plain, subject).trim().to_owned();
    }
    let mut after = after_figure(reading, n, &predicate);
    if figure.is_rate()
        && let Some(tail) = shared_predicate(reading, n, &predicate)
    {
        after = format!("{after} {}", tail.trim());
    }
    if let Some(tail) = siblings::told_of_both(reading, n) {
        after = format!("{after} {}", tail.trim());
    }
    if let Some(tail) = told_on::past_semicolon(reading, n, &predicate) {
        after = format!("{after}{}", tail.trim_end());
    }
    if let Some(tail) = ellipsis::past_parentheses(reading, n, predicate.end) {
        after = format!("{after} {tail}");
    }
    // `100% xưởng hoạt động lại với ít nhất 85% lao động`
    if let Some(head) = head
        && siblings::goes_with(reading, n)
    {
        let joined = back::cut(reading.folded, ..reading.leads[n].start);
        let joint = if back::ends(joined, &["đối với"]) { "đối với" } else { "với" };
        return format!("{head} {joint} {after}");
    }
    let given = own_subject && givers::supports(back::cut(reading.folded, subject.clone()));
    if !given && let Some(verb) = givers::verb_before(reading, n, &fold(&after)) {
        after = format!("{verb} {after}");
    }
    if given && figure.is_rate() {
        return format!("{} {after}", back::cut(reading.plain, subject).trim());
    }
    if own_subject && lead.link == Link::None && !counted_with(reading, n) && tied(reading, n, &subject) {
        let words = back::cut(reading.plain, subject.clone()).trim();
        // `Trồng mới 420 ha rừng`, `dư nợ quá hạn không quá 2% tổng dư nợ`: the one word or the other says it all
        let folded = back::cut(reading.folded, subject);
        // so does `bao phủ 80% dân số được tiêm chủng`
        if only_acts(folded) || folded.trim() == "bao phủ" {
            return after;
        }
        let whole = ["tổng", "dân số", "gdp", "grdp", "doanh thu"];
        if measures::opens(folded) && back::begins(&fold(&after), &whole) {
            return words.to_owned();
        }
        return format!("{words} {after}");
    }
    after
}

/// Words that open a consequence, who does it, or what pays it.
const CONSEQUENCES: &Words = &Words::of(&[
    "thì",
    "có thể",
    "sẽ",
    "phải",
    "bị",
    "được ưu tiên",
    "do",
    "kiểm điểm",
    "giải trình",
    "làm rõ",
    "chịu trách nhiệm",
    "từ nguồn",
    "từ quỹ",
    "từ ngân sách",
    "từ kinh phí",
]);

/// Does figure `n` only say again, share out or restate what the figure before counts?
fn says_again(reading: &Reading, n: usize, head: &str) -> bool {
    ellipsis::same_noun(reading, n, head)
        || ellipsis::same_ratio(reading, n)
        || ellipsis::worth(reading, n)
        || ellipsis::held_against(reading, n)
        || ellipsis::moved(reading, n)
        || ellipsis::in_another_year(reading, n)
        || ellipsis::shared_out(reading, n)
        || ellipsis::restated(reading, n)
}

/// `hỗ trợ với mức tối đa bằng 70% tổng chi phí`: the words before tell what is done, those after of what it is a share.
fn at_most(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    reading.figures[n].is_rate() && back::begins(lead, &["với mức"])
}

/// `Toàn tỉnh có`, `vẫn còn`: what stands before the verb is no measure.
fn has(reading: &Reading, n: usize) -> bool {
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    heading(reading).is_none() && lead.split(' ').any(|w| matches!(w, "có" | "còn"))
}

/// `1.150 tổ hợp tác với trên 9.500 thành viên`: a count beside the count before it.
fn counted_with(reading: &Reading, n: usize) -> bool {
    n > 0
        && matches!(reading.figures[n].unit, Counted::Noun(..))
        && matches!(reading.figures[n - 1].unit, Counted::Noun(..))
        && reading.clause_of[n] == reading.clause_of[n - 1]
        && back::ends(
            back::cut(reading.folded, reading.floor(n)..reading.leads[n].start.max(reading.floor(n))),
            &["với"],
        )
}

/// Where no word names what is measured, all words before the figure: `Bình quân toàn tỉnh đạt 17 tiêu chí`.
fn all_before(reading: &Reading, n: usize) -> String {
    let words = back::cut(reading.plain, reading.floor(n)..reading.leads[n].start);
    let words = words.trim_matches([' ', ',', '.', ':', '-', '+']);
    // `Do đó, phấn đấu giảm còn 5%`
    let leads_over = LEADS_OVER.contains(&fold(words).as_str());
    if words.len() <= 80 && !leads_over { words.to_owned() } else { String::new() }
}

/// Do the words before the figure name what is measured together with those after it? `Tỷ lệ học sinh 100% đạt chuẩn`
/// does; `Tổ chức 02 lớp bồi dưỡng` and `… và 50% người dân` do not.
fn tied(reading: &Reading, n: usize, subject: &Range<usize>) -> bool {
    let words = back::cut(reading.folded, subject.clone());
    let joins = back::ends(words, words!["cho", "tại", "với", "của", "ở"]);
    let measured = matches!(reading.figures[n].unit, Counted::Noun(_, UnitKind::Measure | UnitKind::Time));
    let most = if back::ends(words, words!["cho", "tại", "ở"]) { 40 } else { 12 };
    let matched = back::ends(words, &["đối ứng"]);
    // `kéo giảm tai nạn giao thông từ 5 - 10% trên cả ba tiêu chí`
    let placed = reading.leads[n].from
        && reading.directions[n].is_some()
        && back::begins(back::cut(reading.folded, predicate(reading, n)), words!["trên", "ở", "tại", "trong", "về"]);
    // `Kiểm tra việc chấp hành tại 30% số cơ sở`: the set alone is measured
    let set = reading.figures[n].is_rate()
        && back::ends(words, words!["tại", "ở"])
        && back::begins(back::cut(reading.folded, predicate(reading, n)), words!["số", "tổng số"]);
    placed || measures::opens(words) || (!set && (joins || measured || matched) && words.split(' ').count() <= most)
}

fn same_clause_or_sentence(reading: &Reading, m: usize, n: usize) -> bool {
    reading.clauses[reading.clause_of[m]].sentence == reading.clauses[reading.clause_of[n]].sentence
}

/// Does figure `n` lean on the words of the one before?
fn shares(reading: &Reading, n: usize) -> bool {
    n > 0 && reading.figures[n].is_rate() == reading.figures[n - 1].is_rate()
}
