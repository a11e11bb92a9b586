//! The agencies that plans name, nationwide, with the names that they bore over time.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::names::{self, Word};
use crate::text::fold;

pub use super::{
    identify::{Identified, Setting, identify, lookup},
    names::expand,
    places::Level,
};

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
    /// The first day of the name, or its month or year; none when that was before 2007.
    pub valid_from: Option<&'static str>,
    /// The last day of the name, or its month or year.
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
    let lines = FILE.group.iter().flat_map(|group| group.agencies.iter().map(move |line| (group, line)));
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

static BY_ID: LazyLock<FxHashMap<&'static str, &'static Agency>> =
    LazyLock::new(|| all().iter().map(|a| (a.id, a)).collect());

/// Symbols that one agency alone signs with, folded.
static BY_SYMBOL: LazyLock<FxHashMap<String, Option<&'static Agency>>> = LazyLock::new(|| {
    let mut by_symbol = FxHashMap::default();
    for agency in all() {
        if let Some(symbol) = agency.symbol {
            by_symbol.entry(fold(symbol)).and_modify(|one| *one = None).or_insert(Some(agency));
        }
    }
    by_symbol
});

static BY_HEAD: LazyLock<FxHashMap<String, &'static Class>> = LazyLock::new(|| {
    let heads = classes().iter().flat_map(|class| class.heads.iter().map(move |head| (head, class)));
    heads.map(|(head, class)| (names::key(&names::words(head, &fold(head))), class)).collect()
});

/// Organs and posts that stand before an agency's name.
pub(super) fn organs() -> &'static [String] {
    &FILE.organs
}

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
