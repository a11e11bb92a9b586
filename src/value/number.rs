//! A number in figures, read the Vietnamese way: `113,52` is 113.52, `15.000` is 15000.

/// Reads a number that starts at byte `at`; gives its value and where it ends.
///
/// A dot or a comma belongs to the number only between digits. Groups of three after dots (or after several commas)
/// are thousands; everything else after one mark is a decimal part. A number that goes on after that (`12.05.2020`,
/// `1.2.3`) is none.
///
/// ```
/// use kehoach::value::read_number;
/// assert_eq!(read_number("113,52 triệu", 0), Some((113.52, 6)));
/// assert_eq!(read_number("15.000 lao động", 0), Some((15000.0, 6)));
/// assert_eq!(read_number("02 lớp", 0), Some((2.0, 2)));
/// assert_eq!(read_number("12.05.2020", 0), None);
/// ```
pub fn read_number(text: &str, at: usize) -> Option<(f64, usize)> {
    let rest = text.get(at..)?;
    let end = extent(rest);
    let printed = &rest[..end];
    if printed.len() > 24 {
        return None;
    }
    let mut plain = String::with_capacity(printed.len());
    let dots = printed.matches('.').count();
    let commas = printed.matches(',').count();
    let marks = match (dots, commas) {
        (0, 0) => Marks::None,
        (0, 1) => Marks::Decimal(','),
        (1, 0) if !grouped(printed, '.') => Marks::Decimal('.'),
        (_, 0) if grouped(printed, '.') => Marks::Thousands,
        (0, _) if grouped(printed, ',') => Marks::Thousands,
        // one kind groups, the other, printed last and once, opens the decimals
        (_, 1) | (1, _) => both(printed, '.', ',').or_else(|| both(printed, ',', '.'))?,
        _ => return None,
    };
    match marks {
        Marks::None => plain.push_str(printed),
        Marks::Thousands => plain.extend(printed.chars().filter(char::is_ascii_digit)),
        Marks::Decimal(mark) => {
            plain.extend(
                printed.chars().filter_map(|c| if c == mark { Some('.') } else { c.is_ascii_digit().then_some(c) }),
            );
        }
    }
    plain.parse().ok().map(|value| (value, at + end))
}

/// What the marks between the digits mean.
enum Marks {
    None,
    Thousands,
    Decimal(char),
}

/// The length of a run of digits with single dots or commas inside.
fn extent(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (end > 0 && matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// Is `printed` one to three digits, no leading zero, then groups of three after `mark`?
fn grouped(printed: &str, mark: char) -> bool {
    let mut groups = printed.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut some = false;
    let rest = groups.all(|g| {
        some = true;
        g.len() == 3
    });
    (1..=3).contains(&first.len()) && !first.starts_with('0') && rest && some
}

fn both(printed: &str, thousands: char, decimal: char) -> Option<Marks> {
    let (whole, rest) = printed.split_once(decimal)?;
    let last = !rest.contains([thousands, decimal]);
    (last && grouped(whole, thousands)).then_some(Marks::Decimal(decimal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_run_of_digits_is_no_number() {
        assert_eq!(read_number(&"9".repeat(1_000_000), 0), None);
    }
}
