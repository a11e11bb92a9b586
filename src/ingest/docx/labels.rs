//! A number of a list becomes the words that are printed for it: `IV`, `đ`, `03`, `mười một`.

/// How a level of a list prints its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Numerals {
    #[default]
    Decimal,
    /// With leading zeros up to this many digits.
    Padded(usize),
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// `một`, `hai`
    Words,
    /// The printed labels in order, as the file lists them; an order of its own for letters comes so.
    Listed(Vec<String>),
    /// `- 1 -`
    InDashes,
    /// `①`
    InCircle,
    Bullet,
    None,
}

impl Numerals {
    /// By the name in the file; `custom` formats bring their list along.
    pub(super) fn named(name: &str, list: Option<&str>) -> Self {
        match name {
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "decimalZero" => Self::Padded(2),
            "vietnameseCounting" | "cardinalText" => Self::Words,
            "numberInDash" => Self::InDashes,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::InCircle,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            "custom" => list.map_or(Self::Decimal, listed),
            _ => Self::Decimal,
        }
    }

    /// What is printed for `n`.
    pub(super) fn print(&self, n: u32) -> String {
        match self {
            Self::Decimal => n.to_string(),
            Self::Padded(digits) => format!("{n:0digits$}"),
            Self::UpperRoman => roman(n).unwrap_or_else(|| n.to_string()),
            Self::LowerRoman => roman(n).map_or_else(|| n.to_string(), |r| r.to_lowercase()),
            Self::UpperLetter => letter(n).map_or_else(|| n.to_string(), |l| l.to_uppercase()),
            Self::LowerLetter => letter(n).unwrap_or_else(|| n.to_string()),
            Self::Words => words(n).unwrap_or_else(|| n.to_string()),
            Self::Listed(labels) => {
                let label = (n as usize).checked_sub(1).and_then(|i| labels.get(i));
                label.cloned().unwrap_or_else(|| n.to_string())
            }
            Self::InDashes => format!("- {n} -"),
            Self::InCircle => {
                let circled = (1..=20).contains(&n).then(|| char::from_u32(0x245F + n)).flatten();
                circled.map_or_else(|| n.to_string(), String::from)
            }
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// `001, 002, 003, ...` is a number of digits; other lists are taken as they stand.
fn listed(list: &str) -> Numerals {
    let labels = list.split(',').map(str::trim).filter(|l| !l.is_empty() && *l != "..." && *l != "…");
    let labels: Vec<String> = labels.map(str::to_owned).collect();
    match labels.first() {
        Some(first) if first.parse() == Ok(1) => Numerals::Padded(first.len().min(10)),
        Some(_) => Numerals::Listed(labels),
        None => Numerals::Decimal,
    }
}

fn roman(n: u32) -> Option<String> {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n == 0 || n > 3999 {
        return None;
    }
    let mut rest = n;
    let mut roman = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            roman.push_str(digit);
            rest -= value;
        }
    }
    Some(roman)
}

/// `a` … `z`, then `aa`, `bb`: the word processor doubles the letter.
fn letter(n: u32) -> Option<String> {
    let n = n.checked_sub(1)?;
    let letter = char::from(b'a' + u8::try_from(n % 26).ok()?);
    let times = n as usize / 26 + 1;
    (times <= 20).then(|| letter.to_string().repeat(times))
}

fn words(n: u32) -> Option<String> {
    const UNITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let (tens, ones) = (n as usize / 10, n as usize % 10);
    let tail = match ones {
        0 if tens > 0 => "",
        1 if tens > 1 => "mốt",
        5 if tens > 0 => "lăm",
        _ => UNITS[ones],
    };
    let head = match tens {
        0 => String::new(),
        1 => "mười ".to_owned(),
        2..=9 => format!("{} mươi ", UNITS[tens]),
        _ => return None,
    };
    Some((head + tail).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_the_file_says() {
        for (name, list, n, printed) in [
            ("decimal", None, 12, "12"),
            ("unheard of", None, 3, "3"),
            ("decimalZero", None, 3, "03"),
            ("decimalZero", None, 12, "12"),
            ("upperRoman", None, 4, "IV"),
            ("upperRoman", None, 49, "XLIX"),
            ("upperRoman", None, 0, "0"),
            ("upperRoman", None, 4000, "4000"),
            ("lowerRoman", None, 3, "iii"),
            ("lowerLetter", None, 1, "a"),
            ("lowerLetter", None, 5, "e"),
            ("lowerLetter", None, 28, "bb"),
            ("upperLetter", None, 26, "Z"),
            ("lowerLetter", None, 1_000_000, "1000000"),
            ("vietnameseCounting", None, 1, "một"),
            ("vietnameseCounting", None, 10, "mười"),
            ("vietnameseCounting", None, 12, "mười hai"),
            ("vietnameseCounting", None, 15, "mười lăm"),
            ("vietnameseCounting", None, 21, "hai mươi mốt"),
            ("vietnameseCounting", None, 47, "bốn mươi bảy"),
            ("numberInDash", None, 2, "- 2 -"),
            ("decimalEnclosedCircle", None, 2, "②"),
            ("custom", Some("001, 002, 003, ..."), 7, "007"),
            ("custom", Some("a, b, c, d, đ, e, ..."), 5, "đ"),
            ("custom", Some("a, b, c, d, đ, e, ..."), 7, "7"),
            ("custom", None, 7, "7"),
            ("none", None, 7, ""),
        ] {
            assert_eq!(Numerals::named(name, list).print(n), printed, "{name} {n}");
        }
    }
}
