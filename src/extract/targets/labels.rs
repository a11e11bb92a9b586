//! Marks that tie a figure to its name as a verb does: a colon behind a year, an equals sign.

use super::{
    back,
    horizon::{self, Time, TimeKind},
    measures,
    when::NAMES,
};

/// Where the fraction begins from which a figure behind `=` is worked out.
pub(super) fn worked_out(before: &str) -> Option<usize> {
    let fraction = before.trim_end_matches(' ').strip_suffix('=')?.trim_end_matches(' ');
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let whole = fraction.trim_end_matches(digits);
    let part = whole.trim_end_matches(' ').strip_suffix('/')?.trim_end_matches(' ');
    let start = part.trim_end_matches(digits);
    let told = whole.len() < fraction.len() && start.len() < part.len();
    (told && (start.is_empty() || start.ends_with([' ', '(', ':']))).then_some(start.len())
}

/// Where the words end before an equals sign that says a count again as a share: `giảm 5 vụ = 12%`.
pub(super) fn equals(before: &str) -> Option<usize> {
    let rest = before.trim_end_matches(' ').strip_suffix('=')?;
    (!rest.ends_with(['>', '<', '='])).then(|| rest.trim_end_matches(' ').len())
}

/// Where the time begins that stands with a colon between the name of something measured and its figure.
pub(super) fn labelled(folded: &str, floor: usize, at: usize, times: &[Time]) -> Option<usize> {
    let before = folded[floor..at].trim_end_matches(' ').strip_suffix(':')?;
    let time = horizon::ending_at(times, floor + before.trim_end_matches(' ').len())?;
    let start = horizon::list_start(folded, times, time);
    let name = folded.get(floor..start)?.trim_matches([' ', '-', '+', '*', ',']);
    let limits = matches!(time.kind, TimeKind::Limit | TimeKind::Bare);
    let named = measures::opens(name) || says_what(name, &time.edtf);
    (limits && named && name.contains(' ') && !back::begins(name, &["chỉ tiêu"])).then_some(start)
}

/// `Ủng hộ Quỹ Khuyến học năm 2026: 300 triệu đồng`: what is done, with a year that is no part of the name of a plan.
fn says_what(name: &str, edtf: &str) -> bool {
    let plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '(' | '.'));
    let length = name.split(' ').count();
    edtf.len() == "2026".len() && plain && (3..=14).contains(&length) && !NAMES.within(name)
}
