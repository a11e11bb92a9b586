//! The provinces and centrally run cities, before and since 1 July 2025, and the ways their names are printed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Phrases, names};
use crate::text::{fold, letters::is_alphanumeric};

/// A province or a centrally run city.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// Stable: the name in plain letters, `lang-son`.
    pub id: String,
    /// `Lạng Sơn`, without its kind.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The code of the General Statistics Office until 30 June 2025.
    pub code: Option<String>,
    /// The code since 1 July 2025; none when the province ended.
    pub code_2025: Option<String>,
    /// Other printed forms of the name.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// The name is also an ordinary word: inside a text it counts only after its kind.
    #[serde(default)]
    pub needs_kind: bool,
    /// The provinces that were joined into this one on 1 July 2025, its own name among them.
    #[serde(default)]
    pub formed_from: Vec<String>,
    /// The first day, `2025-01-01`; none for those from before 2008.
    pub valid_from: Option<String>,
    /// The last day.
    pub valid_to: Option<String>,
    /// The province that it became a part of.
    pub successor: Option<String>,
    /// Words that name this province and no other.
    pub example: String,
}

/// Province or centrally run city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Kind {
    /// `tỉnh`
    #[serde(rename = "tỉnh")]
    Province,
    /// `thành phố trực thuộc Trung ương`
    #[serde(rename = "thành phố")]
    City,
}

impl Province {
    /// The province that its land belongs to since 1 July 2025: itself or the one it was joined to.
    pub fn today(&'static self) -> &'static Province {
        let mut now = self;
        // no land changed hands more than twice
        for _ in 0..4 {
            match now.successor.as_deref().and_then(by_id) {
                Some(next) => now = next,
                None => break,
            }
        }
        now
    }

    /// Did it exist on that day (`2024-07-01`)?
    pub fn exists_on(&self, day: &str) -> bool {
        self.valid_from.as_deref().is_none_or(|from| from <= day) && self.valid_to.as_deref().is_none_or(|to| day <= to)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provinces {
    decoys: Vec<String>,
    province: Vec<Province>,
}

static PROVINCES: LazyLock<Provinces> = LazyLock::new(|| super::list!("provinces"));

static BY_ID: LazyLock<FxHashMap<&'static str, &'static Province>> =
    LazyLock::new(|| all().iter().map(|p| (p.id.as_str(), p)).collect());

static BY_NAME: LazyLock<FxHashMap<String, &'static Province>> = LazyLock::new(|| {
    let mut by_name = FxHashMap::default();
    for province in all() {
        for form in forms(province) {
            by_name.insert(key(form), province);
        }
    }
    by_name
});

/// What a phrase inside a text means.
#[derive(Debug, Clone, Copy)]
enum Named {
    Province { province: &'static Province, with_kind: bool },
    Decoy,
}

static NAMED: LazyLock<Phrases<Named>> = LazyLock::new(|| {
    let decoys = PROVINCES.decoys.iter().map(|d| (d.clone(), Named::Decoy));
    let named = all().iter().flat_map(|province| {
        forms(province).flat_map(move |form| {
            let folded = fold(form);
            let with_kind = ["tp", "thành phố", "tỉnh"].iter().any(|kind| folded.starts_with(kind));
            dashed(form).into_iter().map(move |form| (form, Named::Province { province, with_kind }))
        })
    });
    Phrases::new(decoys.chain(named))
});

/// All provinces, ended ones too, from north to south.
pub fn all() -> &'static [Province] {
    &PROVINCES.province
}

/// The province with that id.
pub fn by_id(id: &str) -> Option<&'static Province> {
    BY_ID.get(id).copied()
}

/// The province of that name, with or without its kind; a kind that is not its own makes it another place.
///
/// ```
/// use kehoach::lexicon::provinces::lookup;
/// assert_eq!(lookup("tỉnh Đắc Lắc").map(|p| p.id.as_str()), Some("dak-lak"));
/// assert_eq!(lookup("TP. HCM").map(|p| p.name.as_str()), Some("Hồ Chí Minh"));
/// assert_eq!(lookup("Thành phố Lào Cai").map(|p| &p.id), None, "a city of the province, not the province");
/// ```
pub fn lookup(name: &str) -> Option<&'static Province> {
    let key = key(name);
    BY_NAME.get(&key).copied().or_else(|| {
        let (bare, kind) = [("tỉnh", Kind::Province), ("thànhphố", Kind::City)]
            .into_iter()
            .find_map(|(word, kind)| Some((key.strip_prefix(word)?, kind)))?;
        BY_NAME.get(bare).copied().filter(|p| p.kind == kind)
    })
}

/// The one province that a folded text names; `None` when it names none or several.
///
/// Communes and streets that bear a province's name do not count, nor do longer names that hold one.
///
/// ```
/// use kehoach::lexicon::provinces::find_in;
/// assert_eq!(find_in("ubnd huyện văn bàn, tỉnh lào cai").map(|p| p.id.as_str()), Some("lao-cai"));
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

/// The name and its other spellings.
fn forms(province: &'static Province) -> impl Iterator<Item = &'static str> {
    [province.name.as_str()].into_iter().chain(province.spellings.iter().map(String::as_str))
}

/// A name with each kind of dash that stands for ` - `.
fn dashed(form: &str) -> Vec<String> {
    if !form.contains(" - ") {
        return vec![form.to_owned()];
    }
    [" - ", "-", " – ", "–", " "].iter().map(|dash| form.replace(" - ", dash)).collect()
}

fn key(name: &str) -> String {
    names::key(&names::words(name, &fold(name)))
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
