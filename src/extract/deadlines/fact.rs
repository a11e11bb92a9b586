//! From a time expression to what the record says.

use super::expression::Expression;
use crate::{
    model::{DeadlineFact, DeadlineRelation},
    value::{Date, Day, Duration, Period, Rhythm, Unit},
};

/// What the words around an expression say of its date.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Setting {
    /// The action is to be complete by then: one date is `by`.
    pub(super) completes: bool,
    /// It is the value of a label.
    pub(super) label: bool,
    /// The value of a label that says limit: one day is `by`.
    pub(super) limit: bool,
    /// A rhythm elsewhere in the sentence, for days without a year.
    pub(super) rhythm: Option<Rhythm>,
    /// It stands in parentheses of its own, or behind the number of its round.
    pub(super) apart: bool,
    /// It is about what comes each month: a day without its month comes again (`báo cáo tháng (trước ngày 20)`).
    pub(super) monthly: bool,
}

/// The facts of an expression: one, or one for each date of a broken list. `year` gives the year that the section
/// fixes for a date that prints none.
pub(super) fn facts(
    expression: &Expression,
    setting: Setting,
    year: impl Fn(Date) -> Option<i32>,
) -> Vec<DeadlineFact> {
    let Some(period) = &expression.period else {
        // `trong hằng tuần` is only a rhythm, `vào thứ Sáu hằng tuần` a day
        let limits = |bound: &DeadlineRelation| match bound {
            DeadlineRelation::During | DeadlineRelation::On => expression.within.is_some() || expression.placed,
            _ => true,
        };
        let relation = expression.bound.filter(limits).unwrap_or(match expression.within {
            Some(_) => DeadlineRelation::During,
            None => DeadlineRelation::Recurring,
        });
        return vec![fact(relation, None, expression.rhythm, expression.within)];
    };
    let yearless = period.dates().iter().all(|d| d.year().is_none()) && *period != Period::Event;
    let days = period.dates().iter().all(|d| matches!(d, Date::Day(_)));
    let lone = period.dates().iter().all(|d| matches!(d, Date::DayOfMonth(_))) && setting.monthly;
    // `hằng năm khảo sát, công bố chậm nhất vào tháng 4`
    let months = period.dates().iter().all(|d| matches!(d, Date::Month(..) | Date::Quarter(..)));
    let set = expression.bound.is_some() || setting.apart;
    let yearly_month = |r: &Rhythm| months && r.unit == Unit::Year && set;
    let rhythm = expression.rhythm.or(setting.rhythm.filter(|r| yearless && (days || yearly_month(r))));
    let rhythm = rhythm.or_else(|| lone.then(|| Rhythm::every(1, Unit::Month)));
    if let Some(rhythm) = rhythm.filter(|_| yearless) {
        return yearly(expression, period, rhythm, setting);
    }
    let placed = match period.dates().into_iter().find_map(&year) {
        Some(year) if yearless => period.clone().or_year(year),
        _ => period.clone(),
    };
    let relation = relation(expression, &placed, setting);
    match &placed {
        Period::Several(dates) => {
            dates.iter().map(|d| fact(relation, d.edtf(), expression.rhythm, expression.within)).collect()
        }
        _ => vec![fact(relation, placed.edtf(), expression.rhythm, expression.within)],
    }
}

fn fact(
    relation: DeadlineRelation,
    date: Option<String>,
    rhythm: Option<Rhythm>,
    within: Option<Duration>,
) -> DeadlineFact {
    DeadlineFact {
        relation,
        date,
        recurrence: rhythm.map(Rhythm::rrule),
        within: within.map(Duration::iso),
        agencies: Vec::new(),
    }
}

/// How the date bounds the action.
fn relation(expression: &Expression, period: &Period, setting: Setting) -> DeadlineRelation {
    use DeadlineRelation::{By, During, From, On};
    let one = matches!(period, Period::One(_));
    match (expression.bound, period) {
        (Some(During), Period::One(_) | Period::Several(_)) if setting.completes => By,
        (Some(On), Period::One(_)) if setting.completes && setting.label => By,
        // `vào tối ngày 14/8 âm lịch`: a day all the same
        (Some(On), Period::Event) if expression.lunar => On,
        (Some(During | On) | None, Period::Span(..) | Period::Until(_) | Period::Event) => During,
        (Some(bound), _) => bound,
        (None, Period::From(_)) => From,
        (None, Period::One(Date::Day(_) | Date::DayOfMonth(_))) if setting.completes || setting.limit => By,
        (None, Period::One(Date::Day(_) | Date::DayOfMonth(_))) => On,
        (None, Period::Several(dates)) if dates.iter().all(|d| matches!(d, Date::Day(_) | Date::DayOfMonth(_))) => {
            if setting.completes || setting.limit {
                By
            } else {
                On
            }
        }
        // `Thời gian hoàn thành: tháng 8/2026 và tháng 5/2027`
        (None, Period::Several(_)) if setting.completes => By,
        (None, _) if one && setting.completes => By,
        (None, _) => During,
    }
}

/// A date without a year that comes again: `trước ngày 30/10 hằng năm`, `từ 01/10 đến 01/11 hằng năm`.
fn yearly(expression: &Expression, period: &Period, rhythm: Rhythm, setting: Setting) -> Vec<DeadlineFact> {
    let relation = relation(expression, period, setting);
    match period {
        // `Quý III hằng năm`, `vào quý IV hằng năm`: a window of the year
        Period::One(date @ (Date::Quarter(..) | Date::Half(..)))
            if matches!(relation, DeadlineRelation::During | DeadlineRelation::On) =>
        {
            let month = date.months().map_or(1, |m| m.0);
            let first = Day::new(None, month, 1).map_or(*date, Date::Day);
            vec![fact(DeadlineRelation::During, None, Some(rhythm.on(first)), window(*date, *date))]
        }
        Period::One(date) | Period::From(date) | Period::Until(date) => {
            vec![fact(relation, None, Some(rhythm.on(*date)), expression.within)]
        }
        Period::Span(first, last) => {
            let rhythm = match first {
                Date::Quarter(..) | Date::Half(..) => rhythm.on(Date::Month(None, first.months().map_or(1, |m| m.0))),
                _ => rhythm.on(*first),
            };
            vec![fact(relation, None, Some(rhythm), window(*first, *last))]
        }
        Period::Several(dates) if dates.iter().all(|d| d.months().is_some() && !matches!(d, Date::Day(_))) => {
            let rhythm = dates.iter().fold(rhythm, |rhythm, date| rhythm.on(*date));
            vec![fact(relation, None, Some(rhythm), None)]
        }
        Period::Several(dates) => match together(dates, rhythm) {
            Some(rhythm) => vec![fact(relation, None, Some(rhythm), None)],
            None => dates.iter().map(|d| fact(relation, None, Some(rhythm.on(*d)), None)).collect(),
        },
        Period::Event => vec![fact(relation, None, Some(rhythm), None)],
    }
}

/// `ngày 05 và ngày 20 hằng tháng`, `15/6 và 15/12 hằng năm`: one rule, where one day or one month stays the same.
fn together(dates: &[Date], rhythm: Rhythm) -> Option<Rhythm> {
    let days: Vec<Day> = dates.iter().filter_map(|d| if let Date::Day(day) = d { Some(*day) } else { None }).collect();
    if dates.iter().all(|d| matches!(d, Date::DayOfMonth(_))) {
        return Some(dates.iter().fold(rhythm, |rhythm, d| rhythm.on(*d)));
    }
    let first = *days.first().filter(|_| days.len() == dates.len())?;
    let same = days.iter().all(|d| d.day == first.day) || days.iter().all(|d| d.month == first.month);
    same.then(|| {
        days.iter().fold(rhythm.on(Date::Day(first)), |rule, day| {
            let own = rhythm.on(Date::Day(*day));
            Rhythm { months: rule.months | own.months, days_of_month: rule.days_of_month | own.days_of_month, ..rule }
        })
    })
}

/// The length of a window of the year: whole months when both ends are the same day of a month or name months.
fn window(first: Date, last: Date) -> Option<Duration> {
    if let (Date::DayOfMonth(a), Date::DayOfMonth(b)) = (first, last) {
        return Some(Duration { count: b.checked_sub(a)?, unit: Unit::Day });
    }
    let (start, _) = first.months()?;
    let (_, end) = last.months()?;
    let months = (end + 12 - start) % 12;
    match (first, last) {
        (Date::Day(a), Date::Day(b)) if a.day == b.day && months > 0 => {
            Some(Duration { count: months, unit: Unit::Month })
        }
        (Date::Day(a), Date::Day(b)) => {
            const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
            let of_year = |d: crate::value::Day| BEFORE.get(d.month as usize - 1).map(|n| n + d.day);
            let days = (of_year(b)? + 365 - of_year(a)?) % 365;
            Some(Duration { count: days, unit: Unit::Day })
        }
        _ => Some(Duration { count: months + 1, unit: Unit::Month }),
    }
}
