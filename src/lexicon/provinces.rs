//! The provinces and centrally run cities, before and since 1 July 2025, and the ways their names are printed.

use super::{
    Phrases, list, name_words, names,
    sorted::{self, Entry},
};
use crate::text::{fold, letters::is_alphanumeric};

/// A province or a centrally run city.
#[derive(Debug)]
pub struct Province {
    /// Stable: the name in plain letters, `lang-son`.
    pub id: &'static str,
    /// `Lạng Sơn`, without its kind.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The code of the General Statistics Office until 30 June 2025.
    pub code: Option<&'static str>,
    /// The code since 1 July 2025; none when the province ended.
    pub code_2025: Option<&'static str>,
    /// Other printed forms of the name.
    pub spellings: &'static [&'static str],
    /// The name is also an ordinary word: inside a text it counts only after its kind.
    pub needs_kind: bool,
    /// The provinces that were joined into this one on 1 July 2025, its own name among them.
    pub formed_from: &'static [&'static str],
    /// The first day, `2025-01-01`; none for those from before 2008.
    pub valid_from: Option<&'static str>,
    /// The last day.
    pub valid_to: Option<&'static str>,
    /// The province that it became a part of.
    pub successor: Option<&'static str>,
    /// Words that name this province and no other.
    pub example: &'static str,
}

/// Province or centrally run city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `tỉnh`
    Province,
    /// `thành phố trực thuộc Trung ương`
    City,
}

impl Province {
    /// The province that its land belongs to since 1 July 2025: itself or the one it was joined to.
    pub fn today(&'static self) -> &'static Province {
        let mut now = self;
        // no land changed hands more than twice
        for _ in 0..4 {
            match now.successor.and_then(by_id) {
                Some(next) => now = next,
                None => break,
            }
        }
        now
    }

    /// Did it exist on that day (`2024-07-01`)?
    pub fn exists_on(&self, day: &str) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

static PROVINCES: &[Province] = list!("provinces");

static BY_ID: &[Entry<usize>] = list!("province_ids");

static BY_NAME: &[Entry<usize>] = list!("province_names");

/// What a phrase inside a text means.
#[derive(Debug, Clone, Copy)]
enum Named {
    Province { province: &'static Province, with_kind: bool },
    Decoy,
}

static NAMED: Phrases<Named> = list!("provinces_in_texts");

/// All provinces, ended ones too, from north to south.
pub fn all() -> &'static [Province] {
    PROVINCES
}

/// The province with that id.
pub fn by_id(id: &str) -> Option<&'static Province> {
    sorted::find(BY_ID, id).map(|&n| &PROVINCES[n])
}

/// The province of that name, with or without its kind; a kind that is not its own makes it another place.
///
/// ```
/// use kehoach::lexicon::provinces::lookup;
/// assert_eq!(lookup("tỉnh Đắc Lắc").map(|p| p.id), Some("dak-lak"));
/// assert_eq!(lookup("TP. HCM").map(|p| p.name), Some("Hồ Chí Minh"));
/// assert_eq!(lookup("Thành phố Lào Cai").map(|p| &p.id), None, "a city of the province, not the province");
/// ```
pub fn lookup(name: &str) -> Option<&'static Province> {
    let key = key(name);
    named(&key).or_else(|| {
        let (bare, kind) = [("tỉnh", Kind::Province), ("thànhphố", Kind::City)]
            .into_iter()
            .find_map(|(word, kind)| Some((key.strip_prefix(word)?, kind)))?;
        named(bare).filter(|p| p.kind == kind)
    })
}

/// The one province that a folded text names; `None` when it names none or several.
///
/// Communes and streets that bear a province's name do not count, nor do longer names that hold one.
///
/// ```
/// use kehoach::lexicon::provinces::find_in;
/// assert_eq!(find_in("ubnd huyện văn bàn, tỉnh lào cai").map(|p| p.id), Some("lao-cai"));
/// assert!(find_in("giữa tỉnh sơn la và tỉnh điện biên").is_none());
/// assert!(find_in("khu vực châu á - thái bình dương").is_none());
/// assert!(find_in("vì hòa bình và phát triển").is_none());
/// ```
pub fn find_in(folded: &str) -> Option<&'static Province> {
    let mut found: Option<&'static Province> = None;
    for (range, named) in NAMED.find_iter(folded) {
        let Named::Province { province, with_kind } = *named else {
            continue;
        };
        let before = folded.get(..range.start).unwrap_or_default().trim_end_matches([' ', '.']);
        if is_smaller_place(before) || (province.needs_kind && !with_kind && !ends_with_kind(before)) {
            continue;
        }
        match found {
            Some(other) if other.id != province.id => return None,
            _ => found = Some(province),
        }
    }
    found
}

fn named(key: &str) -> Option<&'static Province> {
    sorted::find(BY_NAME, key).map(|&n| &PROVINCES[n])
}

fn key(name: &str) -> String {
    name_words::key(&names::words(name, &fold(name)))
}

/// Does the text before a name make it a commune, a street, a river?
fn is_smaller_place(before: &str) -> bool {
    const SMALLER: [&str; 14] = [
        "phường",
        "xã",
        "thị trấn",
        "huyện",
        "quận",
        "đặc khu",
        "sông",
        "đường",
        "phố",
        "thôn",
        "ấp",
        "bản",
        "cầu",
        "chợ",
    ];
    !before.ends_with("thành phố") && ends_with_word(before, &SMALLER)
}

fn ends_with_kind(before: &str) -> bool {
    ends_with_word(before, &["tỉnh", "thành phố", "tp"])
}

fn ends_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.strip_suffix(w).is_some_and(|rest| !rest.ends_with(is_alphanumeric)))
}
