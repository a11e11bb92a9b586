//! The agencies that plans name, and how a printed name is traced to one of them.
//!
//! A printed name is read in three parts: an organ or a post (`Ban Thường vụ`, `Giám đốc`), the agency, the place. The
//! agency is looked up by its words alone ([`names`](super::names)), the place decides between the tiers that share a
//! name (`Công an tỉnh`, `Công an xã`). What stays open, stays unanswered.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    names::{self, Word},
    places::{self, Place},
    provinces::{self, Province},
};
use crate::text::fold;

pub use super::{names::expand, places::Level};

/// An agency, or the agencies of one name in all places of one level.
#[derive(Debug)]
pub struct Agency {
    /// Stable: the canonical name in plain letters, `so-y-te`.
    pub id: &'static str,
    /// The canonical name; a trailing `tỉnh`, `cấp huyện`, `cấp xã` stands for the place.
    pub name: &'static str,
    /// Other printed forms that folding and [`expand`] do not explain.
    pub aliases: &'static [String],
    /// How it signs its documents, `BTC` in `15/2024/TT-BTC`.
    pub symbol: Option<&'static str>,
    /// The tier of government that it serves.
    pub level: Level,
    /// What it is.
    pub kind: Kind,
    /// The first day of the name; none when that was before 2007.
    pub valid_from: Option<&'static str>,
    /// The last day of the name.
    pub valid_to: Option<&'static str>,
    /// The ids of those that took the work over.
    pub successors: &'static [String],
    /// A number may follow the name: `khu vực VI`.
    pub numbered: bool,
    /// Words in which it is named.
    pub example: &'static str,
}

/// What an agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Assemblies, governments, people's committees, courts, procuracies, audit.
    State,
    /// Committees of the National Assembly.
    Assembly,
    /// Ministries and ministry-level agencies.
    Ministry,
    /// Agencies under the Government.
    GovernmentAgency,
    /// Departments of ministries, `sở`, `phòng`.
    Department,
    /// Other agencies and public service units.
    Agency,
    /// Agencies of the centre that work in a place.
    Branch,
    /// Army, police, border guard.
    Forces,
    /// The Party.
    Party,
    /// The Front, socio-political organisations, associations.
    Organisation,
    /// Steering committees, councils, task forces.
    Committee,
    /// Schools, colleges, universities.
    School,
    /// Hospitals and clinics.
    Hospital,
    /// Newspapers, stations, publishers.
    Press,
    /// Companies, cooperatives, banks.
    Enterprise,
}

/// A body that only the head of its name tells something about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Stable.
    pub id: String,
    /// The words that such names begin with.
    pub heads: Vec<String>,
    /// What such bodies are.
    pub kind: Kind,
    /// Their tier of government, when the head tells it.
    pub level: Option<Level>,
    /// Such a name.
    pub example: String,
}

/// What the reader knows beside the name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The province that the document comes from: where `tỉnh` and `Thành phố` stand without a name.
    pub home: Option<&'static Province>,
    /// The day of the document, `2024-07-01`: which of two agencies of one name it was.
    pub on: Option<&'a str>,
}

/// A printed name traced to an agency.
#[derive(Debug, Clone, Copy)]
pub struct Identified {
    /// The agency.
    pub agency: &'static Agency,
    /// The province that it serves or lies in, when the words or the document's home tell.
    pub province: Option<&'static Province>,
    /// An organ or a post of the agency was named, not the agency itself.
    pub organ: Option<&'static str>,
    /// All agencies of that name were meant: `UBND các huyện, thị xã, thành phố`.
    pub many: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    organs: Vec<String>,
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Classes {
    class: Vec<Class>,
}

/// Lines of the list that share level and kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(rename = "title")]
    _title: String,
    level: Level,
    kind: Kind,
    valid_from: Option<String>,
    valid_to: Option<String>,
    agencies: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    symbol: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    #[serde(default)]
    successors: Vec<String>,
    #[serde(default)]
    numbered: bool,
    example: String,
}

static FILE: LazyLock<File> = LazyLock::new(|| super::list!("agencies"));

static CLASSES: LazyLock<Classes> = LazyLock::new(|| super::list!("agency_classes"));

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let lines = FILE
        .group
        .iter()
        .flat_map(|group| group.agencies.iter().map(move |line| (group, line)));
    lines
        .map(|(group, line)| Agency {
            id: &line.id,
            name: &line.name,
            aliases: &line.aliases,
            symbol: line.symbol.as_deref(),
            level: group.level,
            kind: group.kind,
            valid_from: line.valid_from.as_deref().or(group.valid_from.as_deref()),
            valid_to: line.valid_to.as_deref().or(group.valid_to.as_deref()),
            successors: &line.successors,
            numbered: line.numbered,
            example: &line.example,
        })
        .collect()
});

/// A name without its place, and what must follow it.
#[derive(Debug, Clone, Copy)]
struct Form {
    agency: &'static Agency,
    /// The name is no name without a place: `Công an`.
    needs_place: bool,
}

static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for agency in all() {
        for name in [agency.name]
            .into_iter()
            .chain(agency.aliases.iter().map(String::as_str))
        {
            for (key, needs_place) in keys(agency, name) {
                let same = forms.entry(key).or_default();
                if let Some(form) = same.iter_mut().find(|form| form.agency.id == agency.id) {
                    form.needs_place &= needs_place;
                } else {
                    same.push(Form {
                        agency,
                        needs_place,
                    });
                }
            }
        }
    }
    forms
});

static BY_ID: LazyLock<HashMap<&'static str, &'static Agency>> =
    LazyLock::new(|| all().iter().map(|a| (a.id, a)).collect());

/// Symbols that one agency alone signs with, folded.
static BY_SYMBOL: LazyLock<HashMap<String, Option<&'static Agency>>> = LazyLock::new(|| {
    let mut by_symbol = HashMap::new();
    for agency in all() {
        if let Some(symbol) = agency.symbol {
            by_symbol
                .entry(fold(symbol))
                .and_modify(|one| *one = None)
                .or_insert(Some(agency));
        }
    }
    by_symbol
});

/// Folded organs and posts with their words' key, the longest first.
static ORGANS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    FILE.organs
        .iter()
        .map(|organ| {
            (
                names::key(&names::words(organ, &fold(organ))),
                organ.as_str(),
            )
        })
        .collect()
});

static BY_HEAD: LazyLock<HashMap<String, &'static Class>> = LazyLock::new(|| {
    let heads = classes()
        .iter()
        .flat_map(|class| class.heads.iter().map(move |head| (head, class)));
    heads
        .map(|(head, class)| (names::key(&names::words(head, &fold(head))), class))
        .collect()
});

/// All agencies of the list.
pub fn all() -> &'static [Agency] {
    &AGENCIES
}

/// All classes of the list.
pub fn classes() -> &'static [Class] {
    &CLASSES.class
}

/// The agency with that id.
pub fn by_id(id: &str) -> Option<&'static Agency> {
    BY_ID.get(id).copied()
}

/// The one agency that signs with `symbol`.
///
/// ```
/// use kehoach::lexicon::agencies::by_symbol;
/// assert_eq!(by_symbol("BTC").map(|a| a.name), Some("Bộ Tài chính"));
/// assert!(by_symbol("UBND").is_none(), "of a province, a district, a commune");
/// ```
pub fn by_symbol(symbol: &str) -> Option<&'static Agency> {
    BY_SYMBOL.get(&fold(symbol)).copied().flatten()
}

/// The agency of that name; `None` when the name is not certain to be one agency's.
///
/// ```
/// use kehoach::lexicon::agencies::lookup;
/// assert_eq!(lookup("SỞ LAO ĐỘNG - TB&XH").map(|a| a.id), Some("so-lao-dong-thuong-binh-va-xa-hoi"));
/// assert_eq!(lookup("UBND xã Mường Khương").map(|a| a.id), Some("uy-ban-nhan-dan-cap-xa"));
/// assert!(lookup("Ủy ban nhân dân").is_none(), "which tier?");
/// assert!(lookup("Giám đốc Sở Y tế").is_none(), "a post, not the agency");
/// ```
pub fn lookup(name: &str) -> Option<&'static Agency> {
    identify(name, &Setting::default())
        .filter(|found| found.organ.is_none())
        .map(|found| found.agency)
}

/// The agency, the province and the organ that a printed name tells, in the setting of its document.
///
/// ```
/// use kehoach::lexicon::agencies::{Setting, identify};
/// let found = identify("Sở Y tế tỉnh Hà Giang", &Setting::default()).expect("a listed agency");
/// assert_eq!((found.agency.id, found.province.map(|p| p.id.as_str())), ("so-y-te", Some("ha-giang")));
/// ```
pub fn identify(name: &str, setting: &Setting) -> Option<Identified> {
    let folded = fold(name);
    let words = names::words(name, &folded);
    identify_words(&words, setting).or_else(|| {
        // a post's name may hold the organ's (`Phó Chủ tịch Thường trực`): the longest that leaves an agency
        (1..words.len()).rev().find_map(|n| {
            let (organ, rest) = words.split_at_checked(n)?;
            let organ = ORGANS.get(&names::key(organ)).copied()?;
            identify_words(rest, setting).map(|found| Identified {
                organ: Some(organ),
                ..found
            })
        })
    })
}

/// What the head of a name tells about a body that is not in the list.
///
/// ```
/// use kehoach::lexicon::agencies::{Kind, Level, classify};
/// let class = classify("Ban Chỉ đạo quốc gia về phòng, chống thiên tai").expect("a known head");
/// assert_eq!((class.kind, class.level), (Kind::Committee, Some(Level::Central)));
/// assert!(classify("báo cáo kết quả").is_none(), "no capital: not a name");
/// ```
pub fn classify(name: &str) -> Option<&'static Class> {
    let folded = fold(name);
    let words = names::words(name, &folded);
    let proper = words.first().is_some_and(Word::is_proper);
    let most = words.len().min(8);
    (1..=most).rev().filter(|_| proper).find_map(|n| {
        let (head, rest) = words.split_at_checked(n)?;
        // a head of one syllable is a word of its own only before a capital: `Bộ máy`, `Báo cáo`
        let named = n > 1 || rest.first().is_some_and(Word::is_proper);
        BY_HEAD.get(&names::key(head)).copied().filter(|_| named)
    })
}

/// The longest listed name at the start whose remaining words are a place that fits.
fn identify_words(words: &[Word], setting: &Setting) -> Option<Identified> {
    (1..=words.len()).rev().find_map(|n| {
        let (name, tail) = words.split_at_checked(n)?;
        let forms = FORMS.get(&names::key(name))?;
        let place = places::read(tail);
        let numbered = match tail.split_first() {
            Some((first, rest)) if places::is_number(first.folded) => places::read(rest),
            _ => place,
        };
        choose(name, forms, place, numbered, setting)
    })
}

/// The one form that fits the place and the day.
fn choose(
    name: &[Word],
    forms: &[Form],
    place: Option<Place>,
    numbered: Option<Place>,
    setting: &Setting,
) -> Option<Identified> {
    let places = |form: &Form| {
        if form.agency.numbered {
            numbered
        } else {
            place
        }
    };
    let place_of = |form: &Form| places(form).map(|place| of_city(name, place));
    let fitting: Vec<&Form> = forms
        .iter()
        .filter(|f| place_of(f).is_some_and(|place| fits(f, forms, place, setting)))
        .collect();
    let at_the_time: Vec<&Form> = fitting
        .iter()
        .copied()
        .filter(|f| in_force(f.agency, setting.on))
        .collect();
    let form = match (at_the_time.as_slice(), fitting.as_slice()) {
        ([one], _) | ([], [one]) => *one,
        _ => return None,
    };
    let (named, many) = match place_of(form)? {
        Place::At { province, many, .. } => (province, many),
        _ => (None, false),
    };
    let home = match form.agency.level {
        Level::Central => None,
        // `các tỉnh` are not the document's own
        Level::Province => setting.home.filter(|_| !many && !form.agency.numbered),
        Level::District | Level::Commune => setting.home,
    };
    Some(Identified {
        agency: form.agency,
        province: named.or(home),
        organ: None,
        many,
    })
}

/// `Thành ủy Lào Cai` is the city's, `Thành ủy Hải Phòng` the province's.
fn of_city(name: &[Word], place: Place) -> Place {
    let city =
        name.iter().any(|w| w.folded == "thành") && name.last().is_some_and(|w| w.folded != "tỉnh");
    match place {
        Place::At {
            level: Level::Province,
            province: Some(province),
            many: false,
        } if city && province.kind == provinces::Kind::Province => Place::At {
            level: Level::District,
            province: Some(province),
            many: false,
        },
        Place::Proper if city => Place::At {
            level: Level::District,
            province: None,
            many: false,
        },
        _ => place,
    }
}

/// May the form stand with that place?
fn fits(form: &Form, forms: &[Form], place: Place, setting: &Setting) -> bool {
    let level = form.agency.level;
    match place {
        Place::Unsaid => !form.needs_place,
        // the centre has no places but the regions that its name says
        _ if level == Level::Central => false,
        Place::City => match setting.home.map(|home| home.kind) {
            Some(provinces::Kind::City) => level == Level::Province,
            Some(provinces::Kind::Province) => level == Level::District,
            None => matches!(level, Level::Province | Level::District),
        },
        Place::At {
            level: at,
            province,
            ..
        } => {
            // a centrally run city was a province's before: `thành phố Huế` until 2024
            let yet = province.is_none_or(|p| {
                setting
                    .on
                    .is_none_or(|day| p.valid_from.as_deref().is_none_or(|f| f <= day))
            });
            let at = if at == Level::Province && !yet {
                Level::District
            } else {
                at
            };
            at == level || (form.agency.numbered && at == Level::Province)
        }
        // the agency's own name must say what the place is: `Huyện ủy X`
        Place::Proper => {
            !form.needs_place
                && matches!(level, Level::District | Level::Commune)
                && matches!(form.agency.kind, Kind::Party | Kind::Organisation)
                && forms.iter().all(|other| other.agency.level == level)
        }
    }
}

/// Did the agency bear the name on that day?
fn in_force(agency: &Agency, day: Option<&str>) -> bool {
    day.is_none_or(|day| {
        agency.valid_from.is_none_or(|from| from <= day)
            && agency.valid_to.is_none_or(|to| day <= to)
    })
}

/// The keys under which a name is found, without its place; does a place have to follow?
fn keys(agency: &Agency, name: &str) -> Vec<(String, bool)> {
    let folded = fold(name);
    let words = names::words(name, &folded);
    let said: Vec<&str> = words.iter().map(|w| w.folded).collect();
    let marks = match (agency.level, said.as_slice()) {
        (Level::Province, [.., "cấp", "tỉnh"] | [.., "thành", "phố"])
        | (Level::District, [.., "cấp", "huyện"])
        | (Level::Commune, [.., "cấp", "xã"]) => 2,
        (Level::Province, [.., "tỉnh"]) => 1,
        _ => 0,
    };
    let base = words
        .get(..words.len().saturating_sub(marks))
        .unwrap_or_default();
    let key = names::key(base);
    let needs_place = marks > 0;
    let mut keys = Vec::new();
    // officials shorten `Trung ương` to `TƯ`, which is a syllable of its own and no entry among the abbreviations
    if key.contains("trungương") {
        keys.push((key.replace("trungương", "tư"), needs_place));
    }
    // a member of a national association bears its name: `Hội Nông dân Việt Nam tỉnh`
    if needs_place && agency.kind == Kind::Organisation && !key.contains("việtnam") {
        keys.push((format!("{key}việtnam"), needs_place));
    }
    keys.push((key, needs_place));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alias_says_something_new() {
        let mut idle = Vec::new();
        for agency in all() {
            let mut seen = keys(agency, agency.name);
            for alias in agency.aliases {
                let new = keys(agency, alias);
                if new.iter().all(|key| seen.contains(key)) {
                    idle.push(format!("{}\t{alias}", agency.name));
                }
                seen.extend(new);
            }
        }
        assert!(
            idle.is_empty(),
            "found without their help:\n{}",
            idle.join("\n")
        );
    }
}
