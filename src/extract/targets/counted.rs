//! What stands after a number: a sign, money, a noun or a measure, and its base.

use std::ops::Range;

use super::{
    back::{self, skip_blanks},
    figure::{Counted, Scope},
    shape,
};
use crate::{
    lexicon::units::{self, UnitKind},
    text::{
        behind,
        letters::is_alphanumeric,
        words::{Words, words},
    },
    value::{Cursor, read_bare_scale, read_money, read_number, read_rate, read_scale},
};

/// What a number is followed by.
pub(super) struct Unit {
    pub(super) counted: Counted,
    pub(super) end: usize,
}

/// Reads the sign, the money, the noun or the measure after a number.
pub(super) fn unit(folded: &str, end: usize, scope: Scope) -> Option<Unit> {
    if let Some((rate, end)) = read_rate(folded, end) {
        return Some(Unit { counted: Counted::Rate(rate.sign()), end });
    }
    // `8 (%)/năm`; `năm 2025 (%)` heads a column
    let rest = &folded[end..];
    if let Some(after) = rest.trim_start_matches(' ').strip_prefix("(%)") {
        let last = back::tail(&folded[..end], 4);
        let year = last.bytes().all(|b| b.is_ascii_digit()) && (last.starts_with("19") || last.starts_with("20"));
        return (!year).then_some(Unit { counted: Counted::Rate("%"), end: folded.len() - after.len() });
    }
    if scope == Scope::Rates {
        return None;
    }
    let start = end + rest.len() - rest.trim_start_matches(' ').len();
    let scaled = read_scale(folded, end);
    let after_scale = scaled.unwrap_or(end);
    // `05 đ/c` are comrades
    let comrades = |end: &usize| folded[..*end].ends_with('đ') && back::begins(&folded[*end..], &["/c"]);
    if let Some(end) = read_money(folded, end).filter(|end| !comrades(end)) {
        return Some(Unit { counted: Counted::Noun(start..end, UnitKind::Measure), end });
    }
    let mut start = start;
    let mut noun_at = skip_blanks(folded, after_scale);
    // `01 “Tổ liên gia an toàn”`: the noun in marks
    if after_scale == end && noun_at > end && folded[noun_at..].starts_with(['“', '"']) {
        noun_at += folded[noun_at..].chars().next().map_or(0, char::len_utf8);
        units::at(folded, noun_at)?;
        start = noun_at;
    }
    // a noun needs a blank before it, a symbol (`30ha`) none
    let glued = noun_at == end;
    if let Some((noun, noun_end)) = units::at(folded, noun_at) {
        if glued && noun.kind != UnitKind::Measure {
            return None;
        }
        // `từ 45 triệu năm 2020 lên 70 triệu`
        if noun.kind == UnitKind::Time
            && folded[noun_end..].trim_start().starts_with(|c: char| c.is_ascii_digit())
            && let Some(end) = read_bare_scale(folded, end)
        {
            return Some(Unit { counted: Counted::Noun(start..end, UnitKind::Measure), end });
        }
        // `còn 11,5 năm 2027`: the year by which it is due
        if dated(folded, noun_at..noun_end) {
            return None;
        }
        let noun_end = shape::enumeration(folded, noun_at..noun_end, noun.kind);
        return Some(Unit { counted: Counted::Noun(start..noun_end, noun.kind), end: noun_end });
    }
    let read = !glued && (scope == Scope::Goals || scaled.is_some());
    // `1.500 tỷ huy động từ …`: what is counted in thousands of millions and is no money has a known noun
    let money = scaled.is_some_and(|end| folded[..end].ends_with("tỷ"));
    let noun_end = (read && !money).then(|| shape::unknown_noun(folded, noun_at)).flatten();
    if noun_end.is_none()
        && let Some(end) = read_bare_scale(folded, end)
    {
        return Some(Unit { counted: Counted::Noun(start..end, UnitKind::Measure), end });
    }
    if scope != Scope::Goals {
        return None;
    }
    let noun_end = noun_end?;
    Some(Unit { counted: Counted::Noun(start..noun_end, UnitKind::Thing), end: noun_end })
}

/// Is it `năm`, and a year behind it that no other follows?
fn dated(folded: &str, noun: Range<usize>) -> bool {
    let year = folded[noun.end..].trim_start();
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    let rest = year[digits..].trim_start();
    &folded[noun] == "năm" && digits == 4 && year.starts_with("20") && !rest.starts_with(['-', '–', '/', '.'])
}

/// A base that begins with a number: `100.000 trẻ đẻ sống`, `1 vạn dân`, `15 xã`.
pub(super) fn base_with_number(folded: &str, at: usize) -> Option<Range<usize>> {
    let (value, end) = read_number(folded, at)?;
    let scaled = read_scale(folded, end).unwrap_or(end);
    let round = [10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0].contains(&value) || scaled > end;
    let noun_at = skip_blanks(folded, scaled);
    if noun_at == end {
        return None;
    }
    // `9/10 doanh nghiệp`: so few bodies or things are those that are there, not a base
    let few = round && scaled == end && value <= 100.0;
    let things = || {
        let (noun, end) = units::at(folded, noun_at)?;
        let thing = !matches!(noun.kind, UnitKind::People | UnitKind::Measure | UnitKind::Time | UnitKind::Age);
        thing.then(|| shape::enumeration(folded, noun_at..end, noun.kind))
    };
    let noun_end = if let Some(end) = few.then(things).flatten() {
        end
    } else if round {
        shape::base_phrase(folded, noun_at)?
    } else {
        match units::at(folded, noun_at) {
            Some((noun, _)) if noun.kind == UnitKind::Time => return None,
            Some((noun, end)) => shape::enumeration(folded, noun_at..end, noun.kind),
            None if back::begins(&folded[noun_at..], &["số", "tổng số"]) => shape::base_phrase(folded, noun_at)?,
            None => return None,
        }
    };
    Some(at..noun_end)
}

/// The base after a unit: `/lao động/năm`, `/1.000 phụ nữ`, ` trên 1.000 dân`, ` trai/100 trẻ sơ sinh gái`.
pub(super) fn base(folded: &str, end: usize) -> Option<Range<usize>> {
    let rest = &folded[end..];
    let mut c = Cursor::new(folded, end);
    if c.blanks().word("trên") {
        let at = skip_blanks(folded, c.at());
        if let Some(base) = base_with_number(folded, at) {
            return Some(base);
        }
        // `còn 3% trên tổng dư nợ`
        if back::begins(&folded[at..], &["tổng", "tổng số"]) && reached(back::tail(&folded[..end], 120)) {
            return whole(folded, at);
        }
        let units = [
            "vạn dân",
            "đầu người",
            "một vạn dân",
            "một nghìn dân",
            "một trăm dân",
            "nghìn dân",
            "một ha",
            "một héc ta",
            "một hecta",
            "một đơn vị diện tích",
            "một hộ",
            "một lao động",
            "một người",
            "một phụ nữ",
            "một cặp vợ chồng",
            "mỗi phụ nữ",
            "mỗi cặp vợ chồng",
            "một xã",
            "một lớp",
        ];
        let mut c = Cursor::new(folded, at);
        return c.any(&units).map(|_| at..c.at());
    }
    // `20 doanh nghiệp tư nhân trên 1.000 dân`
    if let Some(base) = of_people(folded, end) {
        return Some(base);
    }
    // up to three words that tell the noun apart may stand before the slash
    let window = back::head(rest, 60);
    let slash = window.find('/')?;
    let between = window[..slash].trim();
    let modifiers = between.split(' ').filter(|w| !w.is_empty()).count();
    let numbered = window[slash + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let place = || closes_with_place(&window[slash + 1..]);
    // `20 điểm cung ứng dịch vụ/100.000 người`: before a number the slash cannot be an alternative
    if modifiers > 3 && (modifiers > 6 || !(numbered || place()))
        || between.contains(|c: char| !is_alphanumeric(c) && c != ' ')
        || between.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let start = skip_blanks(folded, end + slash + 1);
    if folded[start..].starts_with(|c: char| c.is_ascii_digit()) {
        return base_with_number(folded, start).map(|base| start..over_time(folded, base.end));
    }
    let mut end = shape::base_word(folded, start)?;
    end = told(folded, end).unwrap_or(end);
    loop {
        let mut c = Cursor::new(folded, end);
        if !c.blanks().literal("/") {
            break;
        }
        match shape::base_word(folded, skip_blanks(folded, c.at())) {
            Some(more) => end = more,
            None => break,
        }
    }
    Some(start..shape::with_kind(folded, end))
}

/// `tổng dư nợ` in `3% trên tổng dư nợ, …`: a whole that is named to its end. One that goes on (`tổng dư nợ cho vay của toàn
/// hệ thống`) or is not named at all (`tổng số phải thu`) stays in the words.
fn whole(folded: &str, at: usize) -> Option<Range<usize>> {
    const APART: &Words = &Words::of(&[
        "vào", "đến", "trong", "năm", "so", "và", "trước", "từ", "hằng", "hàng", "mỗi", "để", "nhằm", "tại", "ở",
        "theo",
    ]);
    let end = shape::with_kind(folded, shape::whole_phrase(folded, at)?);
    let rest = folded[end..].trim_start_matches(' ');
    let closed = !rest.starts_with(is_alphanumeric) || back::begins(rest, APART);
    let named = !["tổng", "tổng số"].contains(&folded[at..end].trim());
    (closed && named).then_some(at..end)
}

/// Does a verb of reaching lead to the share that the words end with? `kiểm tra 10% trên tổng số cơ sở` names what is done.
fn reached(words: &str) -> bool {
    let Some(number) = words.trim_end().strip_suffix('%') else { return false };
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '-' | '–'));
    let bounds = words!["dưới", "trên", "khoảng", "không quá", "ít nhất", "tối thiểu", "hơn", "mức", "từ"];
    let bounded = back::strip_any(before, bounds);
    // `Tỷ lệ nợ xấu dưới 3% trên tổng dư nợ`
    let measured = bounded.is_some_and(|words| words!["tỷ lệ ", "tỉ lệ ", "tỷ trọng "].within(behind(words, b";:.")));
    let before = bounded.unwrap_or(before);
    measured || back::ends(before, words!["đạt", "chiếm", "còn", "xuống", "lên", "là", "bằng", "giảm còn"])
}

/// Where a base ends with the time behind it: `1 hội viên/ 1 năm`.
fn over_time(folded: &str, end: usize) -> usize {
    let mut c = Cursor::new(folded, end);
    let slash = c.blanks().literal("/") && {
        c.blanks().any(&["1", "01", "một"]);
        c.blanks().any(&["năm", "quý", "tháng"]).is_some()
    };
    if slash { c.at() } else { end }
}

/// `/huyện`, `/xã` at the end of a clause: no alternative, which would have words of its own.
fn closes_with_place(after: &str) -> bool {
    let rest = back::strip_front_any(after, &["huyện", "xã", "thôn", "tỉnh", "phường", "trường", "đơn vị", "năm"]);
    let closed = |rest: &str| rest.is_empty() || rest.starts_with(['.', ',', ';', ')']);
    // `/xã/năm`
    let yearly = |rest: &str| ["/năm", "/quý", "/tháng"].iter().any(|w| rest.strip_prefix(w).is_some_and(closed));
    rest.is_some_and(|rest| closed(rest) || yearly(rest))
}

/// The people, of a round number, behind `trên` and up to three words that tell the noun apart.
fn of_people(folded: &str, end: usize) -> Option<Range<usize>> {
    let window = back::head(&folded[end..], 48);
    let at = window.find(" trên ")?;
    let words = &window[..at];
    let plain = words.chars().all(|c| c == ' ' || is_alphanumeric(c) && !c.is_ascii_digit());
    let told = words.starts_with(' ') && plain && words.trim().split(' ').count() <= 3 && !shape::stops(words);
    let start = skip_blanks(folded, end + at + " trên ".len());
    let (value, number_end) = read_number(folded, start).filter(|_| told)?;
    let noun = skip_blanks(folded, read_scale(folded, number_end).unwrap_or(number_end));
    let people = back::begins(&folded[noun..], &["dân"])
        || units::at(folded, noun).is_some_and(|(unit, _)| unit.kind == UnitKind::People);
    let round = [100.0, 1000.0, 10_000.0, 100_000.0].contains(&value) || noun > skip_blanks(folded, number_end);
    if !people || !round {
        return None;
    }
    base_with_number(folded, start)
}

/// `ha đất canh tác/năm`: where the words end that tell a base apart, when another base follows them.
fn told(folded: &str, end: usize) -> Option<usize> {
    let rest = back::head(&folded[end..], 40);
    let words = &rest[..rest.find('/')?];
    let plain = words.chars().all(|c| c == ' ' || is_alphanumeric(c) && !c.is_ascii_digit());
    let count = words.trim().split(' ').count();
    (plain && words.starts_with(' ') && words.trim().contains(' ') && count <= 4).then_some(end + words.len())
}
