//! The words for what a figure measures, as the plan has them.

use std::ops::Range;

use super::{
    back,
    figure::Counted,
    horizon::{self, TimeKind},
    lead::{self, Link},
    measures,
    reading::Reading,
    role, shared,
};
use crate::lexicon::units::UnitKind;

/// A head longer than this is not shared again: heads would grow from figure to figure.
const LONGEST_HEAD: usize = 800;

/// The words for what each figure measures, figure by figure.
pub(super) fn all(reading: &Reading) -> Vec<String> {
    let mut indicators: Vec<String> = Vec::with_capacity(reading.figures.len());
    for n in 0..reading.figures.len() {
        let words = of(reading, n, &indicators);
        indicators.push(words);
    }
    indicators
}

fn of(reading: &Reading, n: usize, earlier: &[String]) -> String {
    let lead = &reading.leads[n];
    let subject = subject(reading, n);
    let predicate = predicate(reading, n);
    let figure = &reading.figures[n];
    let head = n
        .checked_sub(1)
        .filter(|&m| same_clause_or_sentence(reading, m, n))
        .map(|m| earlier[m].as_str())
        .filter(|words| words.len() <= LONGEST_HEAD);
    if let Some(head) = head
        && role::starting_point(reading, n - 1)
    {
        return head.to_owned();
    }
    // `2018 đạt 5%, 2019 đạt 6%` measures what the first did
    if subject.is_empty() && predicate.is_empty() {
        return match head {
            Some(head) => head.to_owned(),
            None => heading(reading).unwrap_or_default(),
        };
    }
    let own_subject = !subject.is_empty() && !generic(&fold_words(reading, &subject));
    // `nơi có tỷ lệ dưới 30% thì …`, `… có thể …`: what follows is a consequence
    let consequence = back::begins(
        back::cut(reading.folded, predicate.clone()),
        &["thì", "có thể", "sẽ", "phải"],
    );
    if own_subject && (lead.link == Link::Binds || predicate.is_empty() || consequence) {
        let words = back::cut(reading.plain, subject.clone()).trim();
        return shared::complete(
            words,
            head.filter(|_| shares(reading, n)),
            part_of(reading, n),
        );
    }
    if predicate.is_empty() {
        return back::cut(reading.plain, subject).trim().to_owned();
    }
    let mut after = back::cut(reading.plain, predicate.clone())
        .trim()
        .to_owned();
    // `18 ca/1.000 phụ nữ`, `150 hội viên trở lên`: the noun without its base and bound
    if let Counted::Noun(noun, _) = &figure.unit
        && predicate.start == noun.start
    {
        let closed =
            lead::after(reading.folded, figure.range.end).map_or(figure.range.end, |(_, end)| end);
        let named = back::cut(reading.plain, noun.start..figure.range.end);
        let named = figure
            .per
            .as_ref()
            .map_or(named, |_| named.split('/').next().unwrap_or(named))
            .trim();
        let rest = back::cut(reading.plain, closed..predicate.end).trim();
        after = format!("{named} {rest}").trim().to_owned();
    }
    // a base inside the words: `được chăm sóc/năm tại cộng đồng`
    if figure.per.is_none() {
        for base in ["/năm", "/tháng", "/quý", "/tuần"] {
            after = after.replace(base, "");
        }
    }
    if figure.is_rate()
        && let Some(tail) = shared_predicate(reading, n, &predicate)
    {
        after = format!("{after} {}", tail.trim());
    }
    // `02 lớp tập huấn cho 70 cán bộ`, `18 hội nghị tại 18 điểm`: the second tells more of the first
    if let (Some(head), Counted::Noun(..)) = (head, &figure.unit)
        && lead.link == Link::None
        && reading.clause_of[n] == reading.clause_of[n - 1]
        && !reading.figures[n - 1].is_rate()
        && let Some(joint) = ["cho", "tại"]
            .into_iter()
            .find(|w| back::ends(back::cut(reading.folded, ..lead.start), &[w]))
    {
        return format!("{head} {joint} {after}");
    }
    if own_subject && lead.link == Link::None && tied(reading, n, &subject) {
        let words = back::cut(reading.plain, subject).trim();
        return format!("{words} {after}");
    }
    after
}

/// The words before the figure that name what it measures, without what leads in from the front.
fn subject(reading: &Reading, n: usize) -> Range<usize> {
    let folded = reading.folded;
    let floor = reading.floor(n);
    let end = reading.leads[n].start.max(floor);
    let mut start = floor;
    // what is left over of the figure before: its `trở lên`, its modifiers up to a comma
    if n > 0 && floor == reading.figures[n - 1].range.end {
        if let Some((_, after)) = lead::after(folded, floor) {
            start = after.min(end);
        }
        if reading.figures[n].is_rate() || reading.leads[n].link == Link::Binds {
            start = after_predicate(reading, n, start, end);
        }
    }
    if let Some(at) = back::cut(folded, start..end).rfind("trong đó,") {
        start += at;
    }
    start = front(reading, n, start, end);
    let mut range = start..end;
    // `…, đạt`, `…: 5%`: the comma before the verb belongs to neither
    let trimmed = back::cut(folded, range.clone())
        .trim_end_matches([' ', ',', ':', '-', '(', '–'])
        .len();
    let parted = back::cut(folded, range.clone()).trim_end().ends_with(',');
    range.end = range.start + trimmed;
    let words = back::cut(folded, range.clone());
    let joined = back::ends(back::cut(folded, range.clone()), &["và"])
        && reading.leads[n].link == Link::None;
    if joined || (parted && reading.leads[n].link != Link::Binds) {
        return range.end..range.end;
    }
    // several clauses in one: the last that opens with a measure
    if let Some(at) = last_measure(words) {
        range.start += at;
    }
    for word in [
        "cho", "với", "tại", "đến", "và", "của", "là", "để", "thì", "có",
    ] {
        if let Some(rest) = back::strip(back::cut(folded, range.clone()), word) {
            if matches!(word, "cho" | "với" | "tại" | "của") && !predicate(reading, n).is_empty()
            {
                break;
            }
            range.end = range.start + rest.trim_end_matches([' ', ',']).len();
        }
    }
    range
}

/// Where the words of figure `n - 1` end and those of figure `n` begin: after a comma or `và` that parts them.
fn after_predicate(reading: &Reading, n: usize, start: usize, end: usize) -> usize {
    let words = back::cut(reading.folded, start..end);
    // the words right after the figure before are its own, when it had no subject
    let before = &reading.leads[n - 1];
    let opened = before.link == Link::Opens
        || before.link == Link::None
        || reading.leads[n - 1].start == reading.floor(n - 1);
    let trimmed = words.trim_start();
    if trimmed.is_empty() || trimmed.starts_with([',', ';', '(', '-', ':']) || !opened {
        return start;
    }
    let mut parted = None;
    for (at, _) in words.match_indices(", ") {
        if measures::opens(&words[at + 2..])
            || back::begins(
                &words[at + 2..],
                &["trong đó", "phấn đấu", "đến năm", "bảo đảm", "riêng"],
            )
        {
            parted = Some(at + 2);
        }
    }
    parted.map_or(end, |at| start + at)
}

/// Steps over what leads in from the front: marks, times, `trong đó`, `phấn đấu`, a verb of moving, a label.
fn front(reading: &Reading, n: usize, start: usize, end: usize) -> usize {
    const OPENERS: &[&str] = &[
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
        "cụ thể",
        "cụ thể là",
        "mục tiêu",
        "riêng",
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
        "từng bước",
        "cơ bản",
        "hạ",
        "rút ngắn",
        "bình quân mỗi năm",
        "bình quân hằng năm",
        "bình quân hàng năm",
        "trung bình",
        "với",
    ];
    let folded = reading.folded;
    let mut at = start;
    for _ in 0..12 {
        let words = back::cut(folded, at..end);
        let trimmed = words.trim_start_matches([
            ' ', ',', ';', '.', ':', '-', '–', '+', '*', '(', ')', '"', '“',
        ]);
        let here = end - trimmed.len();
        if let Some(time) =
            horizon::starting_at(&reading.times, here).filter(|t| t.range.end <= end)
        {
            at = time.range.end;
            continue;
        }
        if let Some(label) = label(trimmed) {
            at = here + label;
            continue;
        }
        let opener = OPENERS
            .iter()
            .filter_map(|o| back::strip_front_any(trimmed, &[o]))
            .min_by_key(|rest| rest.len());
        match opener {
            // `trong đó có chứng chỉ đạt 36%`: `có` tells the people apart and opens no count
            Some(rest)
                if reading.leads[n].link == Link::Binds
                    && back::begins(back::cut(folded, here..end), &["có", "trong đó có"]) =>
            {
                let has = back::cut(folded, here..end - rest.len())
                    .rfind("có")
                    .unwrap_or(0);
                return here + has;
            }
            Some(rest) => at = end - rest.len(),
            None => return here,
        }
    }
    at
}

/// `chỉ tiêu 3:`, `mục tiêu 2.1:`, `về kinh tế:`, `tại địa bàn đô thị:`
fn label(words: &str) -> Option<usize> {
    let window = back::head(words, 80);
    let colon = window.find(':')?;
    let named = back::begins(
        window,
        &[
            "chỉ tiêu",
            "mục tiêu",
            "về",
            "tại",
            "ở",
            "đối với",
            "khu vực",
        ],
    );
    (named && !window[..colon].contains([',', '.', ';'])).then_some(colon + 1)
}

/// Where the last subject that opens with a measure begins, when others stand before it.
fn last_measure(words: &str) -> Option<usize> {
    if measures::opens(words) {
        return None;
    }
    // `đối với ngành có tỷ lệ nữ dưới …`
    if let Some(at) = words
        .rfind(" có tỷ lệ ")
        .or_else(|| words.rfind(" có tỉ lệ "))
    {
        return Some(at + " có ".len());
    }
    // `bố trí tỷ lệ cán bộ nữ …`: a verb and its object
    if let Some(at) = [" tỷ lệ ", " tỉ lệ ", " tỷ trọng ", " tỷ suất "]
        .iter()
        .filter_map(|w| words.find(w))
        .min()
        && words[..at].split(' ').count() <= 4
        && !words[..at].contains([',', ':'])
    {
        return Some(at + 1);
    }
    let mut found = None;
    for mark in [", ", " và ", ": ", "; "] {
        for (at, mark) in words.match_indices(mark) {
            let next = &words[at + mark.len()..];
            let next = [
                "phấn đấu ",
                "bảo đảm ",
                "đảm bảo ",
                "nâng ",
                "giảm ",
                "tăng ",
                "duy trì ",
                "đưa ",
                "để ",
                "nâng cao ",
            ]
            .iter()
            .find_map(|w| next.strip_prefix(w))
            .unwrap_or(next);
            let opens = measures::opens(next)
                && !(mark == ": " && words[..at].trim_start().starts_with("cơ cấu"));
            if opens && found.is_none_or(|f| f < words.len() - next.len()) {
                found = Some(words.len() - next.len());
                break;
            }
        }
    }
    found
}

/// The words after the figure that name what it counts.
fn predicate(reading: &Reading, n: usize) -> Range<usize> {
    let folded = reading.folded;
    let figure = &reading.figures[n];
    let noun = figure.words_start();
    let mut start = figure.range.end;
    let ceiling = if holds_next(reading, n) {
        reading.clauses[reading.clause_of[n]].range.end
    } else {
        reading.ceiling(n)
    };
    let ceiling = ceiling.max(start);
    if let Some((_, after)) = lead::after(folded, start) {
        start = after.min(ceiling);
    }
    let mut end = ceiling;
    // times and comparisons at either end
    for time in horizon::within(&reading.times, start..end) {
        if time.range.end <= end {
            let tail =
                back::cut(folded, time.range.end..end).trim_matches([' ', ',', '.', ')', '(']);
            if back::cut(folded, start..time.range.start)
                .trim_matches([' ', ',', '('])
                .is_empty()
            {
                start = time.range.end;
            } else if tail.is_empty()
                || time.kind == TimeKind::Baseline
                || back::begins(tail, &["và", "phấn đấu"])
            {
                end = time.range.start;
            }
        }
    }
    for mark in [
        ", trong đó",
        " trong đó",
        ", góp phần",
        ", nhằm",
        ", qua đó",
        ", từ đó",
        " so với",
        ", bao gồm",
        ", gồm:",
        ", phấn đấu",
        ", bằng",
        " (bao gồm",
        ": ",
        " với tỷ lệ",
        " (tương",
    ] {
        if let Some(at) = back::cut(folded, start..end).find(mark)
            && !inside_parentheses(back::cut(folded, start..start + at))
        {
            end = start + at;
        }
    }
    let mut words = back::cut(folded, start..end);
    for _ in 0..3 {
        words = words.trim_end_matches([' ', ',', ':', '-', '(', '“', '"']);
        if let Some(rest) = back::strip_any(
            words,
            &[
                "và",
                "cho",
                "trong đó",
                "với",
                "đến",
                "tại",
                "có",
                "bao gồm",
                "gồm",
                "ở",
                "còn",
                "đạt",
                "từ",
                "mỗi năm",
                "hằng năm có",
            ],
        ) {
            words = rest;
        }
    }
    end = start + words.len();
    // a remark at the end tells more about the thing and does not name it
    if back::cut(folded, start..end)
        .trim_end_matches([' ', '.'])
        .ends_with(')')
        && let Some(at) = back::cut(folded, start..end).rfind('(')
    {
        end = start
            + back::cut(folded, start..start + at)
                .trim_end_matches([' ', ','])
                .len();
    }
    let inner = back::cut(folded, start..end);
    if figure.value_max.is_none() || noun < start {
        // the noun itself opens the words, when something follows or nothing else names the thing
        if noun < figure.range.end && matches!(figure.unit, Counted::Noun(..)) {
            let alone = inner.trim_matches([' ', ',', '.']).is_empty();
            // `kết nạp 150 đảng viên`: a bare verb names nothing
            let before = back::cut(folded, reading.floor(n)..reading.leads[n].start)
                .trim_matches([' ', ',', '.', ':']);
            let named = measures::opens(before)
                || (reading.leads[n].link == Link::Binds && !before.is_empty())
                || before.split(' ').count() > 4;
            return if alone && named { end..end } else { noun..end };
        }
    }
    let skip = inner.len() - inner.trim_start_matches([' ', ',', ')', '.', ':']).len();
    // a comma right after the figure closes it
    if inner.trim_start().starts_with([',', ')', '.']) {
        return end..end;
    }
    start + skip..end
}

/// `100% xã mỗi quý có ít nhất 04 tin, bài`: the second figure is part of what the share is of.
fn holds_next(reading: &Reading, n: usize) -> bool {
    let next = n + 1;
    if reading.clause_of.get(next) != Some(&reading.clause_of[n])
        || !reading.figures[n].is_rate()
        || reading.figures[next].is_rate()
    {
        return false;
    }
    let words = back::cut(
        reading.folded,
        reading.figures[n].range.end..reading.leads[next].start.max(reading.figures[n].range.end),
    );
    let lead = back::cut(
        reading.folded,
        reading.leads[next].start..reading.figures[next].range.start,
    );
    let has = reading.leads[next].link == Link::Opens && lead.split(' ').any(|w| w == "có");
    has && !words.trim().is_empty()
        && !words.trim_start().starts_with(',')
        && !words.trim_end().ends_with(',')
        && !back::ends(words, &["và", "trong đó"])
}

fn inside_parentheses(words: &str) -> bool {
    words.matches('(').count() > words.matches(')').count()
}

/// `80% số trạm và 100% cơ sở đủ điều kiện`: the predicate of the second, when the first has none of its own.
fn shared_predicate<'a>(reading: &Reading<'a>, n: usize, own: &Range<usize>) -> Option<&'a str> {
    let next = n + 1;
    if reading.clause_of.get(next) != Some(&reading.clause_of[n]) {
        return None;
    }
    let between = back::cut(reading.folded, own.end..reading.figures[next].range.start);
    let joined =
        back::begins(between, &["và"]) || back::begins(between.trim_start_matches(','), &["và"]);
    let other_way =
        reading.leads[next].link == Link::Binds || reading.leads[next].direction.is_some();
    if !joined || other_way || verb(back::cut(reading.folded, own.clone())).is_some() {
        return None;
    }
    let other = predicate(reading, next);
    let at = verb(back::cut(reading.folded, other.clone()))?;
    reading.plain.get(other.start + at..other.end)
}

/// Where the first verb of state stands in words that open with a noun.
fn verb(words: &str) -> Option<usize> {
    const VERBS: &[&str] = &[
        "được",
        "có",
        "đủ",
        "đạt",
        "bảo đảm",
        "đảm bảo",
        "thực hiện",
        "tham gia",
        "hoàn thành",
        "sử dụng",
        "áp dụng",
        "triển khai",
        "biết",
        "bị",
        "không",
        "kết nối",
    ];
    words
        .char_indices()
        .filter(|(at, c)| c.is_alphanumeric() && !words[..*at].ends_with(char::is_alphanumeric))
        .map(|(at, _)| at)
        .find(|&at| at > 0 && back::begins(&words[at..], VERBS))
}

/// Places and times that own no figure: `toàn tỉnh có 5 xã` counts communes.
fn generic(words: &str) -> bool {
    let words = words.trim_matches([' ', ',', ':', '.']);
    const PLACES: &[&str] = &[
        "toàn tỉnh",
        "toàn thành phố",
        "toàn huyện",
        "toàn xã",
        "toàn ngành",
        "toàn quốc",
        "cả nước",
        "cả tỉnh",
        "tỉnh",
        "thành phố",
        "xã",
        "huyện",
        "địa phương",
        "trên địa bàn",
        "mỗi xã",
        "mỗi huyện",
        "mỗi đơn vị",
        "tại",
    ];
    PLACES
        .iter()
        .any(|p| words == *p || (words.starts_with("trên địa bàn") && words.split(' ').count() < 8))
}

/// Do the words before the figure name what is measured together with those after it? `Tỷ lệ học sinh 100% đạt chuẩn`
/// does; `Tổ chức 02 lớp bồi dưỡng` and `… và 50% người dân` do not.
fn tied(reading: &Reading, n: usize, subject: &Range<usize>) -> bool {
    let words = back::cut(reading.folded, subject.clone());
    let joins = back::ends(words, &["cho", "tại", "với", "của"]);
    let measured = matches!(
        reading.figures[n].unit,
        Counted::Noun(_, UnitKind::Measure | UnitKind::Time)
    );
    measures::opens(words) || ((joins || measured) && words.split(' ').count() <= 12)
}

fn fold_words(reading: &Reading, range: &Range<usize>) -> String {
    back::cut(reading.folded, range.clone()).to_owned()
}

/// The run-in heading, when it alone names what is measured.
fn heading(reading: &Reading) -> Option<String> {
    let end = reading.heading?;
    let words = reading.plain.get(..end)?.trim_matches([' ', ':', '.']);
    (!words.is_empty()).then(|| words.to_owned())
}

fn same_clause_or_sentence(reading: &Reading, m: usize, n: usize) -> bool {
    reading.clauses[reading.clause_of[m]].sentence == reading.clauses[reading.clause_of[n]].sentence
}

/// Does figure `n` lean on the words of the one before?
fn shares(reading: &Reading, n: usize) -> bool {
    n > 0 && reading.figures[n].is_rate() == reading.figures[n - 1].is_rate()
}

/// Does `trong đó` make figure `n` a part of the one before?
fn part_of(reading: &Reading, n: usize) -> bool {
    let words = back::cut(
        reading.folded,
        reading.floor(n)..reading.figures[n].range.start,
    )
    .trim_start_matches([' ', ',', '(']);
    back::begins(words, &["trong đó", "riêng", "bao gồm", "gồm"])
}
