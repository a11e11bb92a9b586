//! iCalendar (RFC 5545): one entry a deadline.
//!
//! A deadline whose days are known is an event of whole days, because that is what all calendars show: the days
//! of a period, the last day for `by`, the day named for `before`, the first for `from`. A rhythm begins on its first
//! day after the plan was issued. A deadline without any day is a to-do.

use std::{
    fmt::Write as _,
    io::{self, Write},
    path::Path,
};

use super::{Compressed, Record, Sink, calendar_days::CalendarDay, lines::End};
use crate::model::{Deadline, DeadlineRelation, Plan};

/// A line is folded before this many bytes.
const LINE: usize = 75;
/// How many letters of a duty make a summary.
const SUMMARY: usize = 120;

/// Writes a calendar of all deadlines.
pub struct Calendar {
    out: Compressed,
}

impl Calendar {
    /// Begins the file.
    pub fn new(target: &Path) -> io::Result<Self> {
        let mut out = Compressed::create(target)?;
        let mut head = Entry::default();
        head.line("BEGIN", "VCALENDAR");
        head.line("VERSION", "2.0");
        head.line("PRODID", concat!("-//kehoach//kehoach ", env!("CARGO_PKG_VERSION"), "//VI"));
        head.line("CALSCALE", "GREGORIAN");
        out.write_all(head.text.as_bytes())?;
        Ok(Self { out })
    }
}

impl Sink for Calendar {
    fn take(&mut self, record: &Record) -> io::Result<()> {
        for deadline in &record.plan.deadlines {
            self.out.write_all(entry(&record.plan, deadline).as_bytes())?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.write_all(b"END:VCALENDAR\r\n")?;
        self.out.end()
    }
}

/// The first and the last day of a deadline's entry.
fn days(plan: &Plan, deadline: &Deadline) -> Option<(CalendarDay, CalendarDay)> {
    let says = &deadline.value;
    let (first, last) = says.date.as_deref().map_or((None, None), CalendarDay::span);
    let (first, last) = match says.relation {
        DeadlineRelation::By => (last.or(first)?, last.or(first)?),
        DeadlineRelation::Before | DeadlineRelation::From => (first.or(last)?, first.or(last)?),
        _ if first.or(last).is_some() => (first.or(last)?, last.or(first)?),
        _ => {
            // only a rhythm: from the day of issue on, or from the first day of the plan's period
            let document = &plan.document;
            let start = [&document.issued_on, &document.period];
            let start = start.into_iter().flatten().find_map(|edtf| CalendarDay::span(edtf).0)?;
            let day = start.first_of(says.recurrence.as_deref()?)?;
            return Some((day, day));
        }
    };
    match &says.recurrence {
        Some(rule) => first.first_of(rule).map(|day| (day, day)),
        None => Some((first, last)),
    }
}

fn entry(plan: &Plan, deadline: &Deadline) -> String {
    let (place, says) = (&deadline.place, &deadline.value);
    let days = days(plan, deadline);
    let kind = if days.is_some() { "VEVENT" } else { "VTODO" };
    let mut entry = Entry::default();
    entry.line("BEGIN", kind);
    entry.line("UID", &format!("{}-{}@kehoach", plan.id, place.id));
    // when the plan was issued: the time of the run would make each run's bytes differ
    let stamp = plan.document.issued_on.as_deref().and_then(|day| CalendarDay::span(day).0);
    entry.line("DTSTAMP", &format!("{}T000000Z", stamp.map_or("19700101".to_owned(), |d| d.to_string())));
    if let Some((first, last)) = days {
        entry.line("DTSTART;VALUE=DATE", &first.to_string());
        entry.line("DTEND;VALUE=DATE", &last.next().to_string());
        if let Some(rule) = &says.recurrence {
            entry.line("RRULE", rule);
        }
        // a day to act by does not make anyone busy
        entry.line("TRANSP", "TRANSPARENT");
    } else if let Some(rule) = &says.recurrence {
        // a rule cannot stand without a first day
        entry.line("X-KEHOACH-RRULE", rule);
    }
    let duties: Vec<_> = plan.assignments.iter().filter(|a| a.value.deadlines.contains(&place.id)).collect();
    let duty = duties.first().map(|a| a.value.task.as_str());
    let words = duty.or_else(|| what_is_due(plan, &place.text, place.section.as_deref())).unwrap_or(&place.text);
    let mut agencies: Vec<&str> = says.agencies.iter().map(String::as_str).collect();
    for duty in &duties {
        if !agencies.contains(&duty.value.agency.as_str()) {
            agencies.push(&duty.value.agency);
        }
    }
    let summary = format!("{}: {}", place.text, shortened(words));
    entry.line("SUMMARY", &escaped(&summary));
    let document = &plan.document;
    let mut about: Vec<String> = Vec::new();
    about.extend(document.title.clone());
    about.extend(document.number.as_ref().map(|n| format!("Số: {n}")));
    about.extend(document.issuer.clone());
    about.extend(place.section.as_ref().map(|id| format!("Mục: {id}")));
    about.extend((!agencies.is_empty()).then(|| agencies.join("; ")));
    about.extend(says.within.clone());
    about.push(plan.source.path.clone());
    entry.line("DESCRIPTION", &escaped(&about.join("\n")));
    if let Ok(serde_json::Value::String(relation)) = serde_json::to_value(says.relation) {
        entry.line("X-KEHOACH-RELATION", &relation);
    }
    if let Some(date) = &says.date {
        entry.line("X-KEHOACH-DATE", date);
    }
    entry.line("END", kind);
    entry.text
}

/// The words of the section that holds the deadline; of the one above it where the section says nothing else, as the
/// node `Thời gian thực hiện: Quý II` below the task does.
fn what_is_due<'a>(plan: &'a Plan, deadline: &str, section: Option<&str>) -> Option<&'a str> {
    let find = |id: &str| plan.sections.iter().find(|s| s.id == id);
    let section = find(section?)?;
    let bare = section.text.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace());
    let says_only_when = bare == deadline.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace());
    let section = section.parent.as_deref().filter(|_| says_only_when).and_then(find).unwrap_or(section);
    Some(section.heading.as_deref().unwrap_or(&section.text))
}

/// The first words, up to a bound.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SUMMARY {
        return words;
    }
    let cut: String = words.chars().take(SUMMARY).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// A text value: what has a meaning of its own is escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Content lines, folded.
#[derive(Default)]
struct Entry {
    text: String,
}

impl Entry {
    fn line(&mut self, name: &str, value: &str) {
        let mut line = String::with_capacity(name.len() + value.len() + 1);
        let _ = write!(line, "{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LINE;
        while rest.len() > room {
            let at = (0..=room).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
            self.text.push_str(&rest[..at]);
            self.text.push_str("\r\n ");
            rest = &rest[at..];
            // the blank that marks a continued line counts
            room = LINE - 1;
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut entry = Entry::default();
        entry.line("SUMMARY", &"Kế hoạch ".repeat(30));
        assert!(entry.text.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(entry.text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "Kế hoạch ".repeat(30)));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\\nd"), "a\\, b\\; c\\\\\\nd");
    }
}
