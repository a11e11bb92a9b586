//! Recurrence rules (RFC 5545) and durations (ISO 8601) as records write them.

/// Is `rule` a recurrence rule with its parts in the fixed order, each at most once, each in range?
///
/// ```
/// use kehoach::validate::iso::is_recurrence;
/// assert!(is_recurrence("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30"));
/// assert!(is_recurrence("FREQ=MONTHLY;INTERVAL=3"));
/// assert!(!is_recurrence("FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=10"));
/// assert!(!is_recurrence("BYMONTH=10"));
/// ```
pub fn is_recurrence(rule: &str) -> bool {
    const ORDER: [&str; 5] = ["FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY"];
    let mut from = 0;
    for (n, part) in rule.split(';').enumerate() {
        let Some((name, value)) = part.split_once('=') else {
            return false;
        };
        let Some(at) = ORDER.iter().skip(from).position(|o| *o == name).map(|p| p + from) else {
            return false;
        };
        from = at + 1;
        let sound = match name {
            "FREQ" => n == 0 && ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].contains(&value),
            "INTERVAL" => integer(value).is_some_and(|v| v >= 1),
            "BYMONTH" => value.split(',').all(|v| integer(v).is_some_and(|v| (1..=12).contains(&v))),
            "BYMONTHDAY" => {
                let day = |v: &str| integer(v.strip_prefix('-').unwrap_or(v)).is_some_and(|v| (1..=31).contains(&v));
                value.split(',').all(day)
            }
            _ => value.split(',').all(|v| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(&v)),
        };
        if (n == 0 && name != "FREQ") || !sound {
            return false;
        }
    }
    true
}

/// Is `duration` an ISO 8601 duration of at least one part (`P30D`, `P1M`, `P1Y6M`, `P2W`, `PT24H`)?
///
/// ```
/// use kehoach::validate::iso::is_duration;
/// assert!(["P30D", "P1M", "P1Y6M", "P2W", "PT24H"].into_iter().all(is_duration));
/// assert!(["", "P", "PT", "30D", "P1D2M", "P1.5D", "PD"].into_iter().all(|d| !is_duration(d)));
/// ```
pub fn is_duration(duration: &str) -> bool {
    let Some(parts) = duration.strip_prefix('P') else {
        return false;
    };
    match parts.split_once('T') {
        Some((days, hours)) => (days.is_empty() || has_parts(days, "YMWD")) && has_parts(hours, "HMS"),
        None => has_parts(parts, "YMWD"),
    }
}

/// Whole numbers, each with one of the units, in the order of the units; at least one.
fn has_parts(mut parts: &str, mut units: &str) -> bool {
    let mut some = false;
    while !parts.is_empty() {
        let after = parts.trim_start_matches(|c: char| c.is_ascii_digit());
        let (Some(unit), true) = (after.chars().next(), after.len() < parts.len()) else {
            return false;
        };
        let Some(at) = units.find(unit) else {
            return false;
        };
        units = &units[at + unit.len_utf8()..];
        parts = &after[unit.len_utf8()..];
        some = true;
    }
    some
}

fn integer(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recurrences() {
        for rule in [
            "FREQ=YEARLY",
            "FREQ=MONTHLY;INTERVAL=6",
            "FREQ=WEEKLY",
            "FREQ=DAILY",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTH=3,6,9,12",
            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15",
            "FREQ=WEEKLY;BYDAY=MO,FR",
            "FREQ=YEARLY;INTERVAL=5;BYMONTH=12;BYMONTHDAY=31",
        ] {
            assert!(is_recurrence(rule), "{rule}");
            // the rules that a record may hold are rules to the crate that others would use
            let full = format!("DTSTART:20240101T000000Z\nRRULE:{rule}");
            assert!(full.parse::<rrule::RRuleSet>().is_ok(), "{rule}");
        }
        for rule in [
            "",
            "FREQ",
            "FREQ=",
            "FREQ=HOURLY",
            "freq=yearly",
            "FREQ=YEARLY;",
            "INTERVAL=2;FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=0",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=YEARLY;BYMONTH=06",
            "FREQ=YEARLY;BYMONTH=",
            "FREQ=YEARLY;BYMONTHDAY=32",
            "FREQ=YEARLY;BYMONTHDAY=0",
            "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=2",
            "FREQ=YEARLY;FREQ=YEARLY",
            "RRULE:FREQ=YEARLY",
            "FREQ=WEEKLY;BYDAY=T6",
        ] {
            assert!(!is_recurrence(rule), "{rule}");
        }
    }
}
