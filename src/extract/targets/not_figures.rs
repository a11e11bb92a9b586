//! Numbers that are no figures: of documents, dates, levels, ages that say who is counted, names.

use super::{
    back,
    bare::{bare, counted},
    figure::{Counted, Figure, Scope},
    lengths, measures, named_base, namers, sized,
};
use crate::{
    lexicon::units::UnitKind,
    text::{
        behind, is_quote_open,
        letters::{is_alphabetic, is_alphanumeric},
        words::{Words, words},
    },
    value::read_day,
};

/// Words after a number that make it part of a name.
const NAMES_AFTER: &Words = &Words::of(&[
    "chương trình mục tiêu quốc gia",
    "chương trình mtqg",
    "ctmtqg",
    "buổi/ngày",
    "buổi/ ngày",
    "buổi / ngày",
    "tuổi đầu đời",
    "ngày đầu đời",
    "cấp chính quyền",
    "trong 1",
    "trụ cột",
    "sao",
    "rõ",
    "sạch",
    "sẵn sàng",
    "công khai",
    "đúng",
    "nhất",
    "cùng",
    "tốt",
    "biết",
    "dám",
    "cấp",
]);

/// May a number that is no part of a longer word or mark stand after `before`?
pub(super) fn may_start(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    if is_alphanumeric(last) || matches!(last, '/' | '.' | ',' | '_' | '$' | '#' | '@' | ':') {
        // `,` and `:` without a blank are typing errors more often than decimals when a letter stands before them
        let two = before.trim_end_matches([',', ':']);
        return matches!(last, ',' | ':') && two.ends_with(is_alphabetic);
    }
    // a hyphen without a blank joins: `covid-19`, `26-nq`
    if matches!(last, '-' | '–') {
        let two = before.trim_end_matches(['-', '–']);
        return two.is_empty() || two.ends_with(' ');
    }
    true
}

/// Is the number at `at` a figure where it stands?
pub(super) fn is_figure(folded: &str, at: usize, figure: &Figure, scope: Scope) -> bool {
    let before = back::tail(&folded[..at], 80);
    let after = back::head(&folded[figure.range.end..], 80);
    if figure.is_rate() {
        return true;
    }
    if scope == Scope::Rates
        || is_date_or_mark(folded, at)
        || namers::named(before, folded, figure)
        || quoted(folded, at)
        || in_name(folded, at, figure)
    {
        return false;
    }
    match &figure.unit {
        Counted::Rate(_) => true,
        Counted::Nothing => {
            figure.per.is_some()
                || (scope == Scope::Goals && bare(back::tail(&folded[..at], 160), after, figure.value))
                || counted(back::tail(&folded[..at], 200), after)
        }
        Counted::Noun(noun, kind) => {
            let words = back::head(&folded[noun.start..], 60);
            // `lúa nước 2 vụ 40 ha`, `đất trồng lúa 02 vụ`: a crop by how often it is grown
            let crop = figure.value <= 3.0
                && figure.per.is_none()
                && back::begins(words, &["vụ"])
                && back::ends(before, words!["lúa", "lúa nước", "ngô", "rau", "màu", "cấy", "gieo trồng", "canh tác"]);
            // `Về kinh tế (11 chỉ tiêu)`: how many a heading lists
            let listed = before.trim_end().ends_with('(')
                && after.trim_start().starts_with(')')
                && back::begins(words, words!["chỉ tiêu", "mục tiêu", "nhiệm vụ", "nội dung", "giải pháp"]);
            if crop || listed {
                return false;
            }
            !back::begins(words, NAMES_AFTER)
                && !is_base(back::tail(&folded[..at], 160), figure.value, words, after)
                && !sized::tells_apart(back::tail(&folded[..at], 160), words, after, *kind)
                && (figure.rule == super::RATIO
                    || !back::ends(
                        before,
                        words![
                            "theo",
                            "theo bộ",
                            "cứ",
                            "đường dây",
                            "trạm",
                            "trạm biến áp",
                            "điện áp",
                            "lưới điện",
                            "thuộc",
                            "của",
                            "cả",
                            "đủ cả",
                            "đầy đủ",
                            "đầy đủ các",
                            "tất cả",
                            "tất cả các",
                            "trong số",
                            "trong tổng số",
                            "trên tổng số",
                        ],
                    )
                    || all_of(back::tail(&folded[..at], 80), after, *kind, scope))
                && !of_those(back::tail(&folded[..at], 60), after, *kind)
                && match kind {
                    UnitKind::Age => lengths::of_life(back::tail(&folded[..at], 160)),
                    UnitKind::Time => {
                        let before = back::tail(&folded[..at], 240);
                        scope == Scope::Goals
                            && !lengths::interval(folded, figure)
                            && (lengths::measured(before, after, figure)
                                || lengths::elsewhere(before, after, &folded[noun.clone()]))
                    }
                    UnitKind::Paper => scope == Scope::Goals,
                    _ => true,
                }
        }
    }
}

/// `Tất cả 173 xã có cộng tác viên`: all of them, where they open a goal and its verb follows.
fn all_of(before: &str, after: &str, kind: UnitKind, scope: Scope) -> bool {
    const OPENERS: &Words = &Words::of(&["phấn đấu", "bảo đảm", "đảm bảo", "duy trì", "và"]);
    let bodies = matches!(kind, UnitKind::Place | UnitKind::Body | UnitKind::People);
    let Some(rest) = back::strip_longest(before, words!["tất cả", "tất cả các", "cả"]).filter(|_| bodies)
    else {
        return false;
    };
    let rest = back::strip_any(rest, OPENERS).unwrap_or(rest).trim_end_matches([' ', '-', '+', '*', '•']);
    let opens = rest.is_empty() || rest.ends_with([',', ';', '.', ':']);
    let clause = after.split([';', '.', '(']).next().unwrap_or_default();
    scope == Scope::Goals && opens && words![" có ", " được ", " đạt ", " hoàn thành ", " đều "].within(clause)
}

/// `Trong 10 hộ có ít nhất 8 hộ …`: those of whom a part is told.
fn of_those(before: &str, after: &str, kind: UnitKind) -> bool {
    let rest = back::strip(before, "trong").map(|rest| back::strip_any(rest, &["cứ", "phấn đấu"]).unwrap_or(rest));
    let opens = rest.is_some_and(|rest| rest.trim().is_empty() || rest.trim_end().ends_with([',', ';', '.', ':', '-']));
    opens
        && matches!(kind, UnitKind::People | UnitKind::Body | UnitKind::Place)
        && back::begins(after, words!["có", "thì có", "phải có"])
        && after.contains(|c: char| c.is_ascii_digit())
}

/// Is the number a day, a year, a time, a label in a list or the head of a document's number?
pub(super) fn is_date_or_mark(folded: &str, at: usize) -> bool {
    if read_day(folded, at).is_some() && !is_ratio_of_places(folded, at) {
        return true;
    }
    let digits = folded[at..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &folded[at + digits..];
    let year = digits == 4 && (folded[at..].starts_with("19") || folded[at..].starts_with("20"));
    let label = rest.starts_with(')')
        || (rest.starts_with('.') && rest[1..].starts_with(' ') && folded[..at].trim().is_empty());
    let document = rest.starts_with(['-', '/']) && rest[1..].starts_with(is_alphabetic);
    let time = rest.starts_with(':') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    (year && !rest.trim_start().starts_with(['%'])) || label || document || time
}

/// `tỷ lệ trẻ nhẹ cân (dưới 2.500 gram) dưới 4%`: a bound in parentheses inside the name of what the share after them
/// measures.
fn in_name(folded: &str, at: usize, figure: &Figure) -> bool {
    const BOUNDS: &Words =
        &Words::of(&["dưới", "trên", "từ", "không quá", "ít nhất", "tối thiểu", "tối đa", "nhỏ hơn", "lớn hơn", "hơn"]);
    const LEADS: &Words = &Words::of(&[
        "đạt",
        "là",
        "còn",
        "xuống",
        "lên",
        "giảm",
        "tăng",
        "dưới",
        "trên",
        "ở mức",
        "ít nhất",
        "không quá",
        "tối thiểu",
        "tối đa",
        "khoảng",
        "từ",
        "hơn",
        "chiếm",
    ]);
    let before = back::tail(&folded[..at], 160).trim_end_matches([' ', '<', '>', '≤', '≥', '=']);
    let bounded = figure.sign.is_some() || back::ends(before, BOUNDS);
    let before = back::strip_any(before, BOUNDS).unwrap_or(before);
    let name = before.trim_end().strip_suffix('(').map(|words| behind(words, b";.:,"));
    let after = &folded[figure.range.end..];
    let after = back::strip_front_any(after, &["trở lên", "trở xuống"]).unwrap_or(after);
    let Some(rest) = after.trim_start().strip_prefix(')').map(|rest| back::head(rest, 160)) else { return false };
    let (ahead, number) = rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
    let share =
        number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')).starts_with('%');
    let ahead = ahead.trim_end_matches(['<', '>', '≤', '≥', '=', ' ']);
    let led = ahead.is_empty() || back::ends(ahead, LEADS);
    bounded
        && share
        && led
        && !ahead.contains([',', ';', '.', ':', '(', ')'])
        && name.is_some_and(|name| words!["tỷ lệ", "tỉ lệ", "tỷ suất", "tỷ trọng"].within(name))
}

/// What a part is of: `2/3 số xã`, `1/2 diện tích`.
const WHOLES: &Words = &Words::of(&[
    "số",
    "tổng số",
    "diện tích",
    "tổng diện tích",
    "dân số",
    "tổng dân số",
    "quân số",
    "thời gian",
    "thời lượng",
    "sản lượng",
    "kinh phí",
    "tổng kinh phí",
    "chi phí",
]);

/// `12/15 xã` reads as a day too; a noun after it decides.
fn is_ratio_of_places(folded: &str, at: usize) -> bool {
    let near = back::head(&folded[at..], 160);
    // `3/10.000 trẻ em`
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let base = near[digits(near)..].strip_prefix('/').unwrap_or_default();
    if base[digits(base)..].strip_prefix('.').is_some_and(|thousands| digits(thousands) == 3) {
        return true;
    }
    let noun = near.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/' || c == ' ');
    let noun_at = at + near.len() - noun.len();
    !back::ends(&folded[..at], words!["ngày", "tháng", "trước", "đến", "hết"])
        && (back::begins(&folded[noun_at..], WHOLES)
            || crate::lexicon::units::at(folded, noun_at).is_some_and(|(noun, _)| noun.kind != UnitKind::Time))
}

/// `số giường bệnh trên 10.000 dân`, `giá trị sản xuất trên 01 ha đạt`: a round number after the name of something
/// measured is its base; one thing only where the verb of reaching comes after it.
fn is_base(before: &str, value: f64, noun: &str, after: &str) -> bool {
    let round = [100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0].contains(&value);
    let one = (value - 1.0).abs() < f64::EPSILON && {
        let words = back::head(after, 60).split([',', ';', '.', ':']).next().unwrap_or_default();
        words![" đạt", " là ", " lên ", " tăng", " giảm", " còn ", " phấn đấu", " bình quân"].within(words)
    };
    // `giá trị sản phẩm trên 1 ha đất trồng trọt: năm 2025 đạt …`: in a label
    let label = || {
        let one = (value - 1.0).abs() < f64::EPSILON;
        one && after.find([',', ';', ':', '.']).is_some_and(|mark| after[mark..].starts_with(':'))
    };
    let scaled = back::begins(noun, words!["vạn dân", "nghìn dân", "ngàn dân", "triệu dân", "trăm dân"]);
    // `bình quân 10.000 dân có 26 giường bệnh`
    if (round || scaled) && back::ends(before, named_base::AVERAGES) && back::begins(after, words!["có", "thì có"]) {
        return true;
    }
    let rest = match back::strip(before, "trên").filter(|_| round || one || scaled || label()) {
        Some(rest) => rest,
        // `giá trị sản xuất 01 ha đất trồng rau đạt 350 triệu đồng`: the amount itself comes behind the verb
        None if one && after.bytes().any(|b| b.is_ascii_digit()) && !after.contains('%') => before,
        None => return false,
    };
    let clause = behind(rest, b",;.:");
    let reached =
        back::ends(clause, words!["đạt", "có", "là", "còn", "lên", "xuống", "tăng", "giảm", "chiếm", "cho", "với"]);
    let moved = words!["tăng", "giảm", "kéo giảm", "nâng", "hạ", "phấn đấu nâng", "phấn đấu giảm"];
    let clause = back::strip_longest_front(clause.trim_start_matches([' ', '-', '+']), moved).unwrap_or(clause);
    !reached && measures::opens(clause)
}

/// Stands in the quoted name of something: `Đề án “Trồng một tỷ cây xanh”`, `phong trào "5 không, 3 sạch"`.
fn quoted(folded: &str, at: usize) -> bool {
    let before = back::tail(&folded[..at], 300);
    let after = back::head(&folded[at..], 300);
    // a straight mark tells nothing when others may stand before the window
    let known = before.contains('“') || before.len() < 300;
    let end = after.find(['”', '"']);
    // `“công nghiệp 50 tỷ đồng, chiếm 40%; dịch vụ 30 tỷ đồng, chiếm 24%”`: a passage that is quoted, and no name
    let passage = end.is_some_and(|end| after[..end].contains('%'));
    known && is_quote_open(before) && end.is_some() && !passage
}
