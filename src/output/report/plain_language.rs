//! Facts as a person would say them: `ít nhất 65 % · đến năm 2025`.

use super::words::Words;
use crate::model::{
    AssignmentFact, CitationFact, CitationRelation, Comparator, DeadlineFact, DeadlineRelation, Direction, Role,
    TargetFact, TargetRole,
};

/// The parts of a saying, without the empty ones.
fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|p| !p.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

fn spaced(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// `ít nhất 65 % · đến năm 2025 · tăng`
pub(super) fn target(fact: &TargetFact, w: &Words) -> String {
    let comparator = match fact.comparator {
        Comparator::Eq => w.eq,
        Comparator::Gt => w.gt,
        Comparator::Ge => w.ge,
        Comparator::Lt => w.lt,
        Comparator::Le => w.le,
        Comparator::Approx => w.approx,
    };
    let max = fact.value_max.map(|max| format!("– {}", number(max, w))).unwrap_or_default();
    let per = fact.per.as_ref().map(|per| format!("/ {per}")).unwrap_or_default();
    let figure = spaced(&[comparator, &number(fact.value, w), &max, fact.unit.as_deref().unwrap_or_default(), &per]);
    let direction = match fact.direction {
        Some(Direction::Increase) => w.increase,
        Some(Direction::Decrease) => w.decrease,
        Some(Direction::Maintain) => w.maintain,
        None => "",
    };
    joined([
        figure,
        fact.by.as_ref().map(|by| horizon(by, w)).unwrap_or_default(),
        direction.to_owned(),
        fact.baseline.as_ref().map(|b| format!("{} {}", w.compared, date(b, w))).unwrap_or_default(),
        if fact.role == TargetRole::Reference { w.reference.to_owned() } else { String::new() },
    ])
}

/// `đến năm 2025`; an interval says its own words.
fn horizon(by: &str, w: &Words) -> String {
    if by.contains('/') { date(by, w) } else { format!("{} {}", w.by_horizon, date(by, w)) }
}

/// `trước 30/10 · hằng năm`
pub(super) fn deadline(fact: &DeadlineFact, w: &Words) -> String {
    let relation = match fact.relation {
        DeadlineRelation::Before => w.before,
        DeadlineRelation::By => w.by,
        DeadlineRelation::On => w.on,
        DeadlineRelation::During => w.during,
        DeadlineRelation::From => w.from,
        DeadlineRelation::Recurring => w.recurring,
    };
    let when = match (&fact.date, &fact.recurrence) {
        // an open interval says `từ` itself
        (Some(day), _) if day.ends_with("/..") => date(day, w),
        (Some(day), _) => format!("{relation} {}", date(day, w)),
        (None, Some(rule)) => spaced(&[relation, &recurrence(rule, w)]),
        (None, None) => relation.to_owned(),
    };
    let again = match (&fact.date, &fact.recurrence) {
        (Some(_), Some(rule)) => recurrence(rule, w),
        _ => String::new(),
    };
    let within = fact.within.as_ref().map(|d| format!("{} {}", w.within, duration(d, w))).unwrap_or_default();
    joined([when, again, within, fact.agencies.join(", ")])
}

/// `Sở Nội vụ · chủ trì · phối hợp với Sở Tài chính`
pub(super) fn assignment(fact: &AssignmentFact, w: &Words) -> String {
    let partners = fact.partners.join(", ");
    joined([
        fact.agency.clone(),
        role(fact.role, w).to_owned(),
        if partners.is_empty() { partners } else { format!("{} {partners}", w.with) },
    ])
}

pub(super) fn role(role: Role, w: &Words) -> &'static str {
    match role {
        Role::Lead => w.lead,
        Role::Coordinate => w.coordinate,
        Role::Responsible => w.responsible,
    }
}

/// `Quyết định 12/QĐ-TTg · ngày 05/01/2024 · Thủ tướng Chính phủ · căn cứ`
pub(super) fn citation(fact: &CitationFact, w: &Words) -> String {
    let relation = match fact.relation {
        CitationRelation::Implements => w.implements,
        CitationRelation::Basis => w.basis,
        CitationRelation::Mentions => w.mentions,
    };
    let name = match (&fact.number, &fact.title) {
        (Some(number), _) => format!("{} {number}", fact.kind),
        // a law's title begins with its type
        (None, Some(title)) if title.starts_with(&fact.kind) => title.clone(),
        (None, Some(title)) => format!("{} {title}", fact.kind),
        (None, None) => fact.kind.clone(),
    };
    joined([
        name,
        fact.date.as_ref().map(|d| format!("{} {}", w.dated, date(d, w))).unwrap_or_default(),
        fact.issuer.clone().unwrap_or_default(),
        relation.to_owned(),
    ])
}

/// A number as the language writes it: `1.234,5`, `1,234.5`.
pub(super) fn number(value: f64, w: &Words) -> String {
    let (thousands, comma) = if w.language == "vi" { ('.', ',') } else { (',', '.') };
    let plain = format!("{value}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut grouped = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(comma);
        grouped.push_str(fraction);
    }
    grouped
}

/// A count as the language writes it.
pub(super) fn count(n: usize, w: &Words) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no batch has 2^52 documents")]
    number(n as f64, w)
}

/// An EDTF date in words; what is no such date stays as it is.
pub(super) fn date(edtf: &str, w: &Words) -> String {
    if let Some((from, to)) = edtf.split_once('/') {
        return match (from, to) {
            ("..", to) => format!("{} {}", w.until, date(to, w)),
            (from, "..") => format!("{} {}", w.from, date(from, w)),
            (from, to) => format!("{} – {}", date(from, w), date(to, w)),
        };
    }
    let mut parts = edtf.split('-');
    let (Some(year), month, day) = (parts.next(), parts.next(), parts.next()) else { return edtf.to_owned() };
    match (month.and_then(|m| m.parse::<u8>().ok()), day) {
        (Some(_), Some(day)) => format!("{day}/{}/{year}", month.unwrap_or_default()),
        (Some(quarter @ 33..=36), None) => {
            let roman = ["I", "II", "III", "IV"][usize::from(quarter - 33)];
            format!("{} {roman}/{year}", w.quarter)
        }
        (Some(40), None) => format!("{} {year}", w.first_half),
        (Some(41), None) => format!("{} {year}", w.second_half),
        (Some(month), None) => spaced(&[w.month, &format!("{month}/{year}")]),
        (None, _) if month.is_none() => spaced(&[w.year, year]),
        (None, _) => edtf.to_owned(),
    }
}

/// An RRULE in words: `30/10 hằng năm`.
pub(super) fn recurrence(rule: &str, w: &Words) -> String {
    let part = |name: &str| rule.split(';').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
    let interval: u32 = part("INTERVAL").and_then(|n| n.parse().ok()).unwrap_or(1);
    let rhythm = match (part("FREQ"), interval) {
        (Some("YEARLY"), 1) => w.yearly.to_owned(),
        (Some("YEARLY"), n) => format!("{} {n} {}", w.every, w.years),
        (Some("MONTHLY"), 1) => w.monthly.to_owned(),
        (Some("MONTHLY"), 3) => w.quarterly.to_owned(),
        (Some("MONTHLY"), 6) => w.half_yearly.to_owned(),
        (Some("MONTHLY"), n) => format!("{} {n} {}", w.every, w.months),
        (Some("WEEKLY"), _) => w.weekly.to_owned(),
        (Some("DAILY"), _) => w.daily.to_owned(),
        _ => return rule.to_owned(),
    };
    let listed = |numbers: &str| numbers.replace(',', ", ");
    match (part("BYMONTHDAY"), part("BYMONTH")) {
        (Some(day), Some(month)) if !month.contains(',') => format!("{day}/{month} {rhythm}"),
        (Some(day), Some(months)) => format!("{} {day} {rhythm} ({} {})", w.day, w.months_named, listed(months)),
        (Some(day), None) => format!("{} {day} {rhythm}", w.day),
        (None, Some(months)) => format!("{} {} {rhythm}", w.months_named, listed(months)),
        (None, None) => rhythm,
    }
}

/// An ISO 8601 duration in words: `P30D` is `30 ngày`.
fn duration(iso: &str, w: &Words) -> String {
    let Some(body) = iso.strip_prefix('P') else { return iso.to_owned() };
    let Some(unit) = body.chars().next_back() else { return iso.to_owned() };
    let count = &body[..body.len() - unit.len_utf8()];
    let word = match unit {
        'D' => w.days,
        'W' => w.weeks,
        'M' => w.months,
        'Y' => w.years,
        _ => return iso.to_owned(),
    };
    if count.bytes().all(|b| b.is_ascii_digit()) { format!("{count} {word}") } else { iso.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::report::words::Language;

    #[test]
    fn dates_rhythms_and_numbers_read_as_words() {
        let w = Words::of(Language::Vi);
        for (edtf, words) in [
            ("2025", "năm 2025"),
            ("2024-06", "tháng 6/2024"),
            ("2024-12-05", "05/12/2024"),
            ("2024-35", "quý III/2024"),
            ("2024-40", "6 tháng đầu năm 2024"),
            ("2021/2025", "năm 2021 – năm 2025"),
            ("2022-04/..", "từ tháng 4/2022"),
            ("../2030", "đến năm 2030"),
        ] {
            assert_eq!(date(edtf, w), words);
        }
        for (rule, words) in [
            ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30", "30/10 hằng năm"),
            ("FREQ=MONTHLY;INTERVAL=3", "hằng quý"),
            ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", "ngày 15 hằng tháng (tháng 3, 6, 9, 12)"),
            ("FREQ=MONTHLY;INTERVAL=2", "mỗi 2 tháng"),
        ] {
            assert_eq!(recurrence(rule, w), words);
        }
        assert_eq!(duration("P30D", w), "30 ngày");
        assert_eq!(number(1_234_567.5, w), "1.234.567,5");
        assert_eq!(number(1_234_567.5, Words::of(Language::En)), "1,234,567.5");
        assert_eq!(number(-15.0, w), "-15");
    }

    #[test]
    fn a_target_reads_as_a_sentence() {
        let fact = TargetFact {
            value: 65.0,
            unit: Some("%".into()),
            comparator: Comparator::Ge,
            by: Some("2025".into()),
            direction: Some(Direction::Increase),
            ..TargetFact::default()
        };
        assert_eq!(target(&fact, Words::of(Language::Vi)), "ít nhất 65 % · đến năm 2025 · tăng");
        assert_eq!(target(&fact, Words::of(Language::En)), "at least 65 % · by 2025 · increase");
    }
}
