//! One ratio in several places: `Tỷ lệ nước sạch đạt 90% ở khu vực thành thị và 75% ở khu vực nông thôn`.

use super::{back, figure::Counted, lead::Link, measures, predicate::predicate, reading::Reading, subject::subject};
use crate::{lexicon::units::UnitKind, text::words::Words};

/// Words that place a share.
const WHERE: &Words = &Words::of(&["ở", "tại", "đối với"]);

/// The ratio together with the place of figure `n`, where at least two of its shares are placed.
pub(super) fn of(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let own = place(reading, n)?;
    let goes_on = || reading.moves_on(n) && joined(reading, n + 1) && place(reading, n + 1).is_some();
    let words = subject(reading, n);
    let measure = back::cut(reading.folded, words.clone());
    if !words.is_empty() && measures::opens(measure) && reading.leads[n].link == Link::Binds && goes_on() {
        return Some(format!("{} {own}", back::cut(reading.plain, words).trim()));
    }
    // the places before it are told at the end of the head
    let before = n.checked_sub(1).filter(|_| joined(reading, n)).and_then(|m| place(reading, m))?;
    let ratio = head?.strip_suffix(before)?.trim_end();
    (!ratio.is_empty()).then(|| format!("{ratio} {own}"))
}

/// The words that place figure `n`, right after it.
fn place<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let words = predicate(reading, n);
    let measured = matches!(reading.figures[n].unit, Counted::Rate(_) | Counted::Noun(_, UnitKind::Measure));
    let placed = measured && back::begins(back::cut(reading.folded, words.clone()), WHERE);
    placed.then(|| back::cut(reading.plain, words).trim())
}

/// Does nothing but a comma or `và` stand between figure `n` with its lead and the words of the figure before?
fn joined(reading: &Reading, n: usize) -> bool {
    let before = predicate(reading, n - 1).end;
    let between = back::cut(reading.folded, before..reading.leads[n].start.max(before));
    reading.clause_of[n - 1] == reading.clause_of[n] && matches!(between.trim(), "" | "," | "và" | ", và")
}

/// Is it `trên địa bàn thành phố Phủ Yên`, a place by its name and nothing more?
pub(super) fn named(words: &str) -> bool {
    let name = |word: &&str| word.starts_with(char::is_uppercase);
    // the first word may open the sentence
    let mut words = words.trim_matches([' ', ',', ':']).split(' ').skip(1).skip_while(|word| !name(word)).peekable();
    words.peek().is_some() && words.clone().count() <= 5 && words.all(|word| name(&word))
}

/// `trên địa bàn thành phố Phủ Yên` before figure `n`, which leans on the share before it: `90% hộ có điện thoại; trên
/// địa bàn thành phố Phủ Yên đạt 95%`.
pub(super) fn elsewhere(reading: &Reading, n: usize, head: Option<&str>) -> Option<String> {
    let words = subject(reading, n);
    let at = back::begins(back::cut(reading.folded, words.clone()), &["trên địa bàn"]);
    let place = back::cut(reading.plain, words).trim();
    let shares = n > 0 && reading.figures[n].is_rate() && reading.figures[n - 1].is_rate();
    let bare = predicate(reading, n).is_empty() && reading.leads[n].link == Link::Binds;
    (at && named(place) && shares && bare).then(|| Some(format!("{} {place}", head?.trim())))?
}

/// Places and times before a verb.
const PLACES: &Words = &Words::of(&[
    "toàn tỉnh",
    "toàn thành phố",
    "toàn huyện",
    "toàn xã",
    "toàn ngành",
    "toàn trường",
    "nhà trường",
    "toàn đơn vị",
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
    "vẫn",
    "hiện",
    "hiện nay",
    "hiện tại",
    "phần còn lại",
    "số còn lại",
    "nơi nào",
    "những nơi",
    "nơi",
    "nếu",
    "khi",
    "khi có",
    "trường hợp",
]);

/// Places and times that own no figure: `toàn tỉnh có 5 xã` counts communes.
pub(super) fn generic(words: &str) -> bool {
    let words = words.trim_matches([' ', ',', ':', '.']);
    PLACES.iter().any(|p| words == *p || (words.starts_with("trên địa bàn") && words.split(' ').count() < 8))
}
