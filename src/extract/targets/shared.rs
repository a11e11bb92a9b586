//! Shared heads: `Tỷ lệ lao động trong khu vực nông nghiệp chiếm 47%; công nghiệp 15%` measures workers both times.

use super::{
    above,
    acts::only_acts,
    alternatives, back, measures,
    slots::{self, SLOTS},
};
use crate::{
    lexicon::units::{self, UnitKind},
    text::{
        fold,
        letters::is_alphanumeric,
        words::{Words, words},
    },
};

/// Parts of those of whom a ratio is: `…, riêng nhóm nghề may mặc trên 80%`.
const GROUPS: &Words = &Words::of(&["nhóm", "khối", "ngành", "nghề", "lĩnh vực", "khu vực", "vùng", "bậc", "cấp học"]);

/// Places and levels that lean on the measure before them though it names none: `…, vùng cao 5%`.
const WHERE: &Words = &Words::of(&[
    "khu vực",
    "lĩnh vực",
    "vùng",
    "tuyến",
    "địa bàn",
    "cấp",
    "các xã",
    "các phường",
    "các huyện",
    "các tỉnh",
    "các thành phố",
    "các thị xã",
    "các quận",
    "các vùng",
    "các ấp",
    "các thôn",
    "các bản",
    "các địa phương",
]);

/// Regions, which follow the words for all places.
const REGIONS: &Words = &Words::of(&["miền núi", "miền xuôi", "đồng bằng", "trung du"]);

/// `words` with the head that they share with the indicator before them, where they lean on it.
pub(super) fn complete(words: &str, before: Option<&str>, part: bool) -> String {
    let Some(before) = before else {
        return words.to_owned();
    };
    let folded = fold(words);
    let head = fold(before);
    // `trong đó qua đào tạo nghề` after `Tỷ lệ lao động qua đào tạo`: told again, and more closely
    if let Some(at) = said_again(&folded, &head).filter(|_| part) {
        return format!("{}{words}", &before[..at]);
    }
    // `trong đó có bằng cấp`: the same people, told further
    if part && leans(&folded) {
        return format!("{before} {words}");
    }
    // `(kế hoạch là 3%)`: the same, as it was planned
    if matches!(folded.as_str(), "kế hoạch" | "kế hoạch đề ra" | "chỉ tiêu" | "chỉ tiêu giao" | "mục tiêu")
    {
        return before.to_owned();
    }
    if let Some(spliced) = same_verb(words, &folded, before, &head) {
        return spliced;
    }
    // `mức khá` after `Tỷ lệ học sinh xếp loại mức tốt`
    if let Some(at) = LEVELS.iter().filter(|l| level(&folded, l)).find_map(|l| find_last_word(&head, l)) {
        return format!("{}{words}", &before[..at]);
    }
    if measures::opens(&folded) || back::begins(&folded, words!["ngân sách", "vốn", "quỹ", "nguồn", "dự phòng"])
    {
        return words.to_owned();
    }
    if let Some(words) = alternatives::of(words, &folded, before, &head) {
        return words;
    }
    // `Cơ cấu lao động: nông nghiệp 51%; công nghiệp 18%`
    if let Some(colon) = before.find(": ") {
        return format!("{} {words}", &before[..=colon]);
    }
    // `cấp tỉnh` after `Quỹ … các cấp`
    if let Some(at) = find_last_word(&head, "các cấp").filter(|_| back::begins(&folded, &["cấp"])) {
        return format!("{}{words}", &before[..at]);
    }
    // `BHXH tự nguyện` after `BHXH`
    if back::begins(&folded, &[&head]) {
        return words.to_owned();
    }
    if let Some(at) = repeated(&folded, &head, part).or_else(|| alternative(&folded, &head)) {
        return format!("{}{words}", &before[..at]);
    }
    // `xe điện` after `Tổng số xe`: the noun again
    if part && names_again(&folded, &head) {
        return words.to_owned();
    }
    // `trong đó bò 90.000 con` after `Tổng đàn trâu, bò`: one of those that the head lists
    if part && !folded.contains(' ') && find_word(&head, &folded).is_some() {
        return words.to_owned();
    }
    // `trong đó: trình độ cao đẳng 150 người` after `Tuyển sinh`
    if part && only_acts(&head) {
        return format!("{before} {words}");
    }
    // `cai bắt buộc` after `người nghiện được cai`: the last word of the head opens what is told of a part
    let doubled = |(first, _): (&str, &str)| first.len() > 1 && back::ends(&head, &[first]);
    if part && folded.split_once(' ').is_some_and(doubled) {
        return words.to_owned();
    }
    let short_group = || back::begins(&folded, GROUPS) && back::begins(&head, RATIOS) && verb_free(&folded);
    if part && (folded.split(' ').count() <= 3 || (short_group() && folded.split(' ').count() <= 8)) {
        return format!("{} {words}", without_all(before, &head));
    }
    // `khu vực thành thị …; khu vực nông thôn …`: the same slot, printed again
    let bare = back::strip_front_any(&folded, words!["tại", "ở", "trên", "với", "đối với", "của"]).unwrap_or(&folded);
    let bare = bare.trim_start();
    if let Some(at) = SLOTS.iter().filter(|s| back::begins(bare, &[s])).find_map(|s| slots::find(&head, s, bare)) {
        // what is told of both after the first alternative: `… được thu gom, xử lý`
        let told = VERBS.iter().chain(PLACED).filter_map(|v| find_word(&head[at..], v)).min();
        let own = PLACED.iter().any(|w| find_word(&folded, w).is_some());
        let tail = told.filter(|_| verb_free(&folded) && !own).map_or("", |told| &before[at + told..]);
        return format!("{}{} {tail}", &before[..at], &words[words.len() - bare.len()..]).trim_end().to_owned();
    }
    // `của doanh nghiệp` after `Mức độ hài lòng của người dân`
    if let Some(word) = RELATIONS.iter().find(|w| back::begins(&folded, &[w])) {
        // `ở vùng cao` after `Tỷ lệ hộ nghèo toàn tỉnh`
        let all = || without_all(before, &head).len();
        // `thấp còi ở trẻ em toàn quốc`: a place does not stand for people
        let placed = matches!(*word, "ở" | "tại") && back::begins(&folded[word.len()..], WHERE);
        let people = |at: usize| {
            let whom = back::skip_blanks(&head, at + word.len());
            placed && units::at(&head, whom).is_some_and(|(unit, _)| unit.kind == UnitKind::People)
        };
        let last = find_last_word(&head, word).filter(|&at| !people(at));
        let at = last.unwrap_or_else(all);
        // `rác tại đô thị được thu gom`: what is told behind the place holds for the other, too
        let told = VERBS.iter().filter_map(|v| find_word(&head[at..], v)).min();
        let tail = told.filter(|_| placed && verb_free(&folded)).map_or("", |told| &before[at + told..]);
        return format!("{} {words} {tail}", before[..at].trim_end()).trim_end().to_owned();
    }
    if let Some(at) = named_place(words, before, &head) {
        return format!("{} {words}", &before[..at]);
    }
    let words_long = folded.split(' ').count();
    // `không quá 20 hộ thiếu nước; cấp tối thiểu 30 lít/người`: a bare verb is no level
    if folded == "cấp" {
        return words.to_owned();
    }
    // `các xã vùng cao` after `Tỷ lệ hộ nghèo`, also when another place stands there
    // one place beside another that is no ratio of both: `thị xã A 11%, các huyện còn lại 17%`
    let beside = units::at(&head, 0).is_some_and(|(unit, _)| unit.kind == UnitKind::Place);
    let where_to = back::begins(&folded, WHERE) || back::begins(&folded, REGIONS);
    let placed = where_to && !beside || (part && measures::opens(&head) && some_places(&folded));
    if words_long <= 16 && verb_free(&folded) && placed {
        let about = || find_last_word(&head, "về").map(|at| at + "về".len());
        let field = back::begins(&folded, &["lĩnh vực"]).then(about).flatten();
        let at = WHERE
            .iter()
            .filter_map(|w| slots::find_last(&head, w))
            .max()
            .or(field)
            .or_else(|| slots::place(&head))
            .unwrap_or_else(|| without_all(before, &head).len());
        return format!("{} {words}", before[..at].trim_end()).trim_start().to_owned();
    }
    let short = words_long <= 6 && verb_free(&folded);
    if short && let Some((at, slot)) = slots::last_open(&head, &folded) {
        let end = at + slot.len();
        let open = without_ratio(&before[..alternatives::roman(&head, end).unwrap_or(end)]);
        return format!("{open} {words}");
    }
    words.to_owned()
}

/// `ba huyện miền núi`, `một số xã ven biển`: some places told of apart.
fn some_places(folded: &str) -> bool {
    const COUNTS: &Words =
        &Words::of(&["một số", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "những"]);
    back::strip_front_any(folded, COUNTS).is_some_and(|rest| back::begins(rest, above::PLACES))
}

/// The head without words for all its parts together, which one part does not share: `Tỷ lệ hộ nghèo toàn tỉnh`.
fn without_all<'a>(before: &'a str, head: &str) -> &'a str {
    const ALL: &Words = &Words::of(&[
        "toàn tỉnh",
        "toàn thành phố",
        "toàn huyện",
        "toàn xã",
        "toàn quốc",
        "toàn ngành",
        "cả nước",
        "cả tỉnh",
        "bình quân",
        "bình quân chung",
        "trung bình",
        "chung",
        "của toàn tỉnh",
        "của tỉnh",
        "chung toàn tỉnh",
    ]);
    let rest = back::strip_longest(head, ALL).filter(|rest| rest.trim().contains(' '));
    rest.and_then(|rest| before.get(..rest.trim_end().len())).unwrap_or(before)
}

/// The head without the places it speaks of: `Tỷ lệ hộ nghèo ở các xã miền núi` of which one commune is told next.
pub(super) fn of_all(before: &str) -> &str {
    let head = fold(before);
    let places = words![" ở các ", " tại các ", " của các ", " các xã ", " các huyện ", " ở vùng ", " ở khu vực "];
    match places.find_in(&head).and_then(|at| before.get(..at)) {
        Some(kept) => kept,
        None => without_all(before, &head),
    }
}

/// Do the words begin with a noun that the head, no ratio, has among its words?
fn names_again(folded: &str, head: &str) -> bool {
    let ratio = back::begins(head, RATIOS) && !back::begins(head, &["số"]);
    folded.split_once(' ').is_some_and(|(noun, _)| !ratio && find_word(head, noun).is_some())
}

/// Where the first two words stand in the head, when they tell of things and name none.
fn said_again(folded: &str, head: &str) -> Option<usize> {
    let (second, _) = folded.match_indices(' ').nth(1)?;
    leans(folded).then(|| find_last_word(head, &folded[..second])).flatten()
}

/// Where the words begin again in the head: `trẻ em dưới 1 tuổi` after `Tỷ suất tử vong trẻ em dưới 5 tuổi`, `nước máy`
/// after `Tỷ lệ hộ được sử dụng nước hợp vệ sinh`. Right after `Tỷ lệ` they are whole by themselves.
fn repeated(folded: &str, head: &str, part: bool) -> Option<usize> {
    const USES: &Words = &Words::of(&["sử dụng", "dùng", "có", "được cấp", "tham gia", "biết"]);
    if !verb_free(folded) {
        return None;
    }
    let mut words = folded.match_indices(' ').map(|(at, _)| at);
    let first = words.next().unwrap_or(folded.len());
    let two = words.next().unwrap_or(folded.len());
    let ratio = RATIOS.iter().find_map(|r| back::strip_front_any(head, &[r]))?;
    let noun = head.len() - ratio.trim_start().len();
    let again = find_last_word(head, &folded[..two]).filter(|_| two > first);
    let used = || find_last_word(head, &folded[..first]).filter(|&at| part && back::ends(&head[..at], USES));
    again.or_else(used).filter(|&at| at > noun)
}

/// `hàng xuất khẩu` after `thời gian thông quan hàng nhập khẩu`: where the head ends with as many words, the first the
/// same. A bare measure has its thing right behind it, which stands alone.
fn alternative(folded: &str, head: &str) -> Option<usize> {
    let count = |words: &str| words.split(' ').count();
    let (first, _) = folded.split_once(' ')?;
    let at = find_last_word(head, first)?;
    let close = count(&head[at..]).abs_diff(count(folded)) <= 1 && count(folded) <= 6 && verb_free(&head[at..]);
    (close && verb_free(folded) && measures::opens(head) && count(head[..at].trim_end()) > 2).then_some(at)
}

pub(super) const RATIOS: &Words =
    &Words::of(&["tỷ lệ", "tỉ lệ", "tỷ suất", "tỉ suất", "tỷ trọng", "tỉ trọng", "tỷ số", "tỉ số", "số"]);

/// Where `các tỉnh` ends in `Số xã đạt chuẩn các tỉnh Tây Bắc`, before the bare names of other places: `Tây Nguyên`.
fn named_place(words: &str, before: &str, head: &str) -> Option<usize> {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let names = |words: &str| words.split([' ', ',']).all(|w| w.is_empty() || w == "và" || capital(w));
    let (at, kind) = WHERE.iter().filter_map(|w| find_last_word(head, w).map(|at| (at, w))).max()?;
    let end = at + kind.len();
    (names(words) && capital(words) && names(&before[end..])).then_some(end)
}

/// Words that relate what follows to a thing named before.
const RELATIONS: &Words = &Words::of(&["của", "tại", "ở", "đối với", "trong", "trên"]);

/// Relations that hold for both of two alternatives: `thể nhẹ cân ở trẻ em`.
const PLACED: &Words = &Words::of(&["ở", "của"]);

/// Verbs that tell what is done or had.
const VERBS: &Words = &Words::of(&["được", "có", "đạt", "hoàn thành", "tham gia", "sử dụng"]);

/// Words before a level: of two levels the second leans on the first.
const LEVELS: &[&str] = &["mức", "loại", "xếp loại"];

/// Is `words` a level, such as `mức khá`?
fn level(words: &str, name: &str) -> bool {
    const NAMES: &Words =
        &Words::of(&["tốt", "khá", "đạt", "chưa đạt", "trung bình", "yếu", "kém", "giỏi", "xuất sắc", "cao", "thấp"]);
    back::strip_front_any(words, &[name]).is_some_and(|rest| back::begins(rest, NAMES))
}

/// Words that tell something of people or things already named.
fn leans(folded: &str) -> bool {
    back::begins(
        folded,
        words![
            "có",
            "được",
            "qua",
            "đã",
            "đạt",
            "là",
            "biết",
            "tham gia",
            "sử dụng",
            "hoàn thành",
            "làm việc",
            "thuộc"
        ],
    )
}

pub(super) fn verb_free(folded: &str) -> bool {
    !folded.split(' ').any(|w| matches!(w, "được" | "có" | "tốt" | "đạt" | "tham" | "hoàn" | "biết"))
}

/// `tỷ lệ hoàn thành cấp trung học` after `Tỷ lệ trẻ em trai hoàn thành cấp tiểu học`: the same ratio of the same people.
fn same_verb(words: &str, folded: &str, before: &str, head: &str) -> Option<String> {
    const VERBS: &Words = &Words::of(&[
        "hoàn thành",
        "tốt nghiệp",
        "qua đào tạo",
        "tham gia",
        "sử dụng",
        "được",
        "có",
        "đạt",
        "mắc",
        "biết",
    ]);
    let rest = back::strip_front_any(folded, &["tỷ lệ", "tỉ lệ"])?;
    let verb = VERBS.iter().find(|v| back::begins(rest, &[v]))?;
    back::strip_front_any(head, &["tỷ lệ", "tỉ lệ"])?;
    let at = find_word(head, verb)?;
    let ratio = folded.len() - rest.len();
    let ratio_before = before.len() - back::strip_front_any(head, &["tỷ lệ", "tỉ lệ"])?.len();
    let people = before.get(ratio_before..at)?.trim();
    (!people.is_empty()).then(|| format!("{} {people} {}", &words[..ratio], words[ratio..].trim()))
}

/// The shared head is the noun; its `Tỷ lệ` is said once.
fn without_ratio(words: &str) -> &str {
    let folded = fold(words);
    match back::strip_front_any(&folded, words!["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng"]) {
        Some(rest) => words[words.len() - rest.len()..].trim_start(),
        None => words,
    }
}

pub(super) fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|&at| whole(text, at, word))
}

pub(super) fn find_last_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).filter(|&at| whole(text, at, word)).last()
}

pub(super) fn whole(text: &str, at: usize, word: &str) -> bool {
    !text[..at].ends_with(is_alphanumeric) && !text[at + word.len()..].starts_with(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::complete;

    #[test]
    fn heads_are_shared() {
        for (before, words, part, whole) in [
            ("Tỷ lệ lao động trong khu vực nông nghiệp", "dịch vụ", false, "lao động trong khu vực dịch vụ"),
            ("Tỷ lệ hộ dùng nước sạch", "nông thôn", true, "Tỷ lệ hộ dùng nước sạch nông thôn"),
            ("Tỷ lệ lao động qua đào tạo", "có chứng chỉ", true, "Tỷ lệ lao động qua đào tạo có chứng chỉ"),
            (
                "Tỷ lệ trẻ em gái hoàn thành tiểu học",
                "tỷ lệ hoàn thành trung học",
                false,
                "tỷ lệ trẻ em gái hoàn thành trung học",
            ),
            ("Tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo", false, "tỷ lệ hộ cận nghèo"),
            ("Tỷ lệ nước sạch khu vực thành thị", "khu vực nông thôn", false, "Tỷ lệ nước sạch khu vực nông thôn"),
        ] {
            assert_eq!(complete(words, Some(before), part), whole);
        }
    }
}
