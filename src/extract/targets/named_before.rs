//! Figures whose name stands before their parentheses: `nguồn vốn vay (60%), nguồn xã hội hóa (khoảng 30%)`, and the
//! steps of a payment: `lần đầu 60%, lần hai 40%`.

use super::{aims::last_measure, back, breaks::ends, predicate::predicate, reading::Reading};
use crate::text::{
    behind, fold,
    words::{Words, words},
};

/// A name longer than this is a sentence.
const MOST_WORDS: usize = 16;

/// A clause longer than this names nothing.
const LONGEST_CLAUSE: usize = 28;

/// The words right before the parentheses in which figure `n` stands, when no other figure has them.
pub(super) fn parentheses<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let at = reading.clause_of[n];
    if !reading.clauses[at].inner || !reading.figures[n].is_rate() || n > 0 && reading.clause_of[n - 1] == at {
        return None;
    }
    let outer = at.checked_sub(1).filter(|&c| !reading.clauses[c].inner)?;
    if n > 0 && reading.clause_of[n - 1] == outer || reading.clauses[outer].sentence != reading.clauses[at].sentence {
        return None;
    }
    // after other parentheses all words are its name: `…), nguồn của các doanh nghiệp, cá nhân (25%)`
    let next = outer.checked_sub(1).is_some_and(|c| reading.clauses[c].inner);
    let own = |words: &'a str| {
        let last = if next { words } else { behind(words, b",:;") };
        last.trim_matches([' ', ',', ';'])
    };
    // `xã A, xã B đã giảm nghèo nhanh (từ 20% xuống 15%)`: what moved is the whole clause, or the measure at its end
    let whole = back::cut(reading.plain, reading.clauses[outer].range.clone()).trim_matches([' ', ',', ';']);
    let moved = reading.leads[n].from && reading.moves_on(n);
    if moved && !whole.contains(':') && (2..=LONGEST_CLAUSE).contains(&whole.split(' ').count()) {
        let folded = fold(whole);
        let at = if folded.len() == whole.len() { last_measure(&folded).unwrap_or(0) } else { 0 };
        return whole.get(at..);
    }
    // `toàn bộ chợ, trung tâm thương mại có hệ thống báo cháy (100%)`
    let all = reading.figures[n].value >= 100.0 && back::begins(&fold(whole), &["toàn bộ", "tất cả"]);
    if all && !whole.contains(':') && whole.split(' ').count() <= LONGEST_CLAUSE {
        return Some(whole);
    }
    let last = own(back::cut(reading.plain, reading.clauses[outer].range.clone()));
    let folded = own(back::cut(reading.folded, reading.clauses[outer].range.clone()));
    let rest =
        back::strip_front_any(folded, words!["và từ", "và", "từ", "gồm", "bao gồm", "trong đó"]).unwrap_or(folded);
    let name = last.get(last.len().checked_sub(rest.len())?..)?.trim();
    (!name.is_empty() && name.split(' ').count() <= MOST_WORDS).then_some(name)
}

/// `đèn đường dùng đèn LED` in `toàn bộ (100%) đèn đường dùng đèn LED`: the words behind the parentheses, when those before
/// only say how many.
pub(super) fn all_of<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    const ALL: &Words = &Words::of(&["toàn bộ", "hầu hết", "tất cả", "đa số", "đại đa số", "phần lớn", "đại bộ phận"]);
    let at = reading.clause_of[n];
    let inner = &reading.clauses[at];
    let outer = at.checked_sub(1).map(|c| &reading.clauses[c])?;
    let rest = reading.clauses.get(at + 1).filter(|rest| rest.sentence == inner.sentence && !rest.inner)?;
    let alone = back::cut(reading.folded, inner.range.start..reading.leads[n].start).trim().is_empty()
        && back::cut(reading.folded, reading.figures[n].range.end..inner.range.end).trim().is_empty();
    if !inner.inner || !alone || !back::ends(back::cut(reading.folded, outer.range.clone()), ALL) {
        return None;
    }
    let end = rest.range.start + ends(back::cut(reading.folded, rest.range.clone()));
    let words = back::cut(reading.plain, rest.range.start..end).trim().trim_end_matches([',', '.', ':']);
    (!words.is_empty() && reading.clause_of.binary_search(&(at + 1)).is_err()).then_some(words)
}

/// `cơ sở phải kiểm kê` in `100% cơ sở phải kiểm kê (gồm 62 cơ sở)`: the words before the parentheses whose things
/// figure `n` only counts.
pub(super) fn names_set<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let whole = n.checked_sub(1)?;
    let (here, there) = (reading.clause_of[n], reading.clause_of[whole]);
    let noun = reading.noun(n)?;
    let alone = back::cut(reading.folded, reading.figures[n].range.end..reading.clauses[here].range.end);
    let opening = back::cut(reading.folded, reading.clauses[here].range.start..reading.figures[n].range.start);
    let counts = matches!(opening.trim(), "" | "gồm" | "bao gồm" | "tổng số" | "gồm có");
    if !reading.clauses[here].inner || there + 1 != here || !reading.figures[whole].is_rate() || !counts {
        return None;
    }
    let words = predicate(reading, whole);
    let same = back::begins(back::cut(reading.folded, words.clone()), &[&fold(noun.trim())]);
    (same && alone.trim().is_empty()).then(|| back::cut(reading.plain, words).trim())
}

/// `Cơ cấu kinh tế` in `Cơ cấu kinh tế: nông nghiệp (20%), dịch vụ (35%)`: what the parts in parentheses make up.
pub(super) fn of_structure<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    let start = reading.clauses[reading.openings[reading.clause_of[n]]].range.start;
    let words = back::cut(reading.folded, start..reading.figures[n].range.start).trim_start();
    let colon = back::head(words, 160).find(": ").filter(|_| back::begins(words, &["cơ cấu", "tỷ trọng"]))?;
    let start = back::skip_blanks(reading.folded, start);
    Some(back::cut(reading.plain, start..start + colon))
}

/// Steps of a payment.
const STEPS: &Words = &Words::of(&[
    "lần đầu",
    "lần thứ nhất",
    "lần một",
    "lần hai",
    "lần thứ hai",
    "lần ba",
    "lần thứ ba",
    "lần cuối",
    "đợt đầu",
    "đợt một",
    "đợt hai",
    "đợt ba",
    "đợt cuối",
]);

/// Are the words nothing but such a step?
pub(super) fn is_step(words: &str) -> bool {
    STEPS.contains(&words.trim())
}

/// `lần đầu` in `giải ngân lần lượt, lần đầu 60% khi khởi công, lần hai 40% …`.
pub(super) fn instalment<'a>(reading: &Reading<'a>, n: usize) -> Option<&'a str> {
    const PAYS: &Words = &Words::of(&["giải ngân", "tạm ứng", "thanh toán", "chi trả"]);
    if !reading.figures[n].is_rate() {
        return None;
    }
    let floor = reading.floor(n);
    let end = reading.leads[n].start.max(floor);
    let words = back::tail(back::cut(reading.folded, floor..end), 60);
    let own = behind(words, b",;:(").trim();
    let own = back::strip_front_any(own, &["và", "trong đó"]).unwrap_or(own).trim_start();
    let clause = &reading.clauses[reading.openings[reading.clause_of[n]]];
    let before = back::tail(back::cut(reading.folded, clause.range.start..end), 240);
    if !is_step(own) || !PAYS.within(before) {
        return None;
    }
    let end = back::cut(reading.folded, ..end).trim_end().len();
    Some(back::cut(reading.plain, end - own.len()..end))
}
