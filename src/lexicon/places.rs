//! What follows an agency's name and says where it is: `tỉnh Sơn La`, `xã X, tỉnh Y`, `các huyện, thị xã, thành phố`.

use super::{
    name_words::Word,
    provinces::{self, Kind, Province},
};

/// The tier of government that an agency serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The whole country.
    Central,
    /// A province or a centrally run city.
    Province,
    /// A district, a town, a city of a province, until 30 June 2025; a region of communes since, for courts and defence.
    District,
    /// A commune, a ward, a township, a special zone.
    Commune,
}

impl Level {
    /// As records print it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
        }
    }
}

/// The words after an agency's name, read as a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// No words at all.
    Unsaid,
    /// A bare `thành phố`: centrally run or of a province, the words do not say.
    City,
    /// A place of a known level.
    At {
        level: Level,
        province: Option<&'static Province>,
        /// `cấp xã`, `các tỉnh`: not one place but all of them.
        many: bool,
    },
    /// A proper name without its kind (`Huyện ủy Mường La` says it in the agency's own name).
    Proper,
}

/// The kind of a place, as printed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Head {
    Level(Level),
    City,
}

/// Reads all of `words` as a place; `None` when some of them say something else.
pub(super) fn read(words: &[Word]) -> Option<Place> {
    let words = skip_link(words);
    let Some(first) = words.first() else {
        return Some(Place::Unsaid);
    };
    match first.folded {
        "cấp" => read_tier(words.get(1..)?),
        "các" => read_many(words.get(1..)?),
        _ => match head(words) {
            // a list of kinds without `các` (`xã, phường, đặc khu`) is all of them, too
            Some((_, rest)) if head(rest).is_some() => read_many(words),
            Some((kind, rest)) => read_headed(kind, rest),
            None => read_bare(words),
        },
    }
}

/// `của`, `thuộc`, `tại` before the place.
fn skip_link<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    match words {
        [first, rest @ ..] if ["của", "thuộc", "tại"].contains(&first.folded) => rest,
        _ => words,
    }
}

/// `tỉnh`, `thành phố`, `huyện` … at the start, and what follows.
fn head<'w, 'a>(words: &'w [Word<'a>]) -> Option<(Head, &'w [Word<'a>])> {
    let (first, rest) = words.split_first()?;
    let second = rest.first().map(|w| w.folded);
    let pair = rest.get(1..).unwrap_or_default();
    Some(match (first.folded, second) {
        ("thành", Some("phố")) => (Head::City, pair),
        ("thị", Some("xã")) => (Head::Level(Level::District), pair),
        ("thị", Some("trấn")) | ("đặc", Some("khu")) => (Head::Level(Level::Commune), pair),
        // scanners drop the hook of `tỉnh`
        ("tỉnh" | "tinh", _) => (Head::Level(Level::Province), rest),
        ("huyện" | "quận", _) => (Head::Level(Level::District), rest),
        ("xã" | "phường", _) => (Head::Level(Level::Commune), rest),
        _ => return None,
    })
}

/// After `cấp`.
fn read_tier(words: &[Word]) -> Option<Place> {
    match head(words)? {
        (Head::Level(level), []) => Some(Place::At { level, province: None, many: true }),
        _ => None,
    }
}

/// After `các`: kinds only, then at most where they are.
fn read_many(mut words: &[Word]) -> Option<Place> {
    let mut heads = Vec::new();
    while let Some((head, rest)) = head(words) {
        heads.push(head);
        words = rest;
    }
    let has = |level| heads.contains(&Head::Level(level));
    let level = match (has(Level::Province), has(Level::District), has(Level::Commune)) {
        (true, false, false) => Level::Province,
        (false, true, false) => Level::District,
        (false, false, true) if !heads.contains(&Head::City) => Level::Commune,
        _ => return None,
    };
    let province = match words {
        [on, the, ground, rest @ ..] if [on.folded, the.folded, ground.folded] == ["trên", "địa", "bàn"] => {
            match read(rest)? {
                Place::Unsaid | Place::City => None,
                Place::At { level: Level::Province, province, many: false } => province,
                _ => return None,
            }
        }
        [of, rest @ ..] if of.folded == "thuộc" => Some(whole_province(rest)?),
        // `ven biển`, `trong tỉnh`, `trực thuộc Trung ương`: which of them, not who
        _ if only_narrows(words) => None,
        _ => return None,
    };
    Some(Place::At { level, province, many: true })
}

/// A few common words that name nobody else.
fn only_narrows(words: &[Word]) -> bool {
    let common = |w: &Word| !w.is_proper() || w.folded == "trung" || w.folded == "ương";
    let in_province = matches!(words, [a, b] if (a.folded, b.folded) == ("trong", "tỉnh"));
    let names_a_kind = (0..words.len()).any(|n| head(words.get(n..).unwrap_or_default()).is_some());
    words.len() <= 6 && words.iter().all(common) && (in_province || !names_a_kind)
}

/// After one kind: its name, then the places around it.
fn read_headed(kind: Head, rest: &[Word]) -> Option<Place> {
    if rest.is_empty() {
        return Some(match kind {
            Head::City => Place::City,
            Head::Level(level) => Place::At { level, province: None, many: false },
        });
    }
    let one = |level, province| Some(Place::At { level, province, many: false });
    if let Some(province) = province_named(rest) {
        return match (kind, province.kind) {
            (Head::Level(Level::Province), Kind::Province) | (Head::City, Kind::City) => {
                one(Level::Province, Some(province))
            }
            // the seat that gave the province its name
            (Head::City, Kind::Province) => one(Level::District, Some(province)),
            (Head::Level(level @ (Level::District | Level::Commune)), _) => one(level, None),
            _ => None,
        };
    }
    let level = match kind {
        Head::City => Level::District,
        Head::Level(Level::Province | Level::Central) => return None,
        Head::Level(level) => level,
    };
    let name = rest.iter().take_while(|w| w.is_proper()).count();
    // an all-capitals line has a capital on each kind, too
    let stop =
        (1..=name.min(rest.len())).find(|&n| n == rest.len() || head(rest.get(n..).unwrap_or_default()).is_some());
    match stop {
        Some(n) if n <= 5 => match rest.get(n..).unwrap_or_default() {
            [] => one(level, None),
            around => match read(around)? {
                Place::At { level: above, province, many: false } if above < level => one(level, province),
                Place::City => one(level, None),
                _ => None,
            },
        },
        _ => None,
    }
}

/// Words without a kind before them.
fn read_bare(words: &[Word]) -> Option<Place> {
    if let Some(province) = province_named(words) {
        return Some(Place::At { level: Level::Province, province: Some(province), many: false });
    }
    (words.len() <= 4 && words.iter().all(Word::is_proper)).then_some(Place::Proper)
}

/// `12`, `iii`: the number of a region.
pub(super) fn is_number(folded: &str) -> bool {
    !folded.is_empty()
        && (folded.bytes().all(|b| b.is_ascii_digit()) || folded.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')))
}

/// The province whose name all of the words are.
fn province_named(words: &[Word]) -> Option<&'static Province> {
    // the longest name, `thành phố Huế, tỉnh Thừa Thiên Huế`, has eight words
    (words.len() <= 8)
        .then(|| words.iter().map(|w| w.plain).collect::<Vec<_>>().join(" "))
        .and_then(|name| provinces::lookup(&name))
}

/// The province that the words name with its kind, `tỉnh Sơn La`.
fn whole_province(words: &[Word]) -> Option<&'static Province> {
    match read(words)? {
        Place::At { level: Level::Province, province, many: false } => province,
        _ => None,
    }
}
