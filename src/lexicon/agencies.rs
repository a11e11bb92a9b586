//! The agencies that plans name, nationwide, with the names that they bore over time.

use super::{
    list,
    name_words::{self, Word},
    names,
    sorted::{self, Entry},
};
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
    pub aliases: &'static [&'static str],
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
    pub successors: &'static [&'static str],
    /// A number may follow the name: `khu vực VI`.
    pub numbered: bool,
    /// Words in which it is named.
    pub example: &'static str,
}

/// What an agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug)]
pub struct Class {
    /// Stable.
    pub id: &'static str,
    /// The words that such names begin with.
    pub heads: &'static [&'static str],
    /// What such bodies are.
    pub kind: Kind,
    /// Their tier of government, when the head tells it.
    pub level: Option<Level>,
    /// Such a name.
    pub example: &'static str,
}

pub(super) static AGENCIES: &[Agency] = list!("agencies");

static BY_ID: &[Entry<usize>] = list!("agency_ids");

/// Symbols that one agency alone signs with, folded.
static BY_SYMBOL: &[Entry<usize>] = list!("agency_symbols");

static CLASSES: &[Class] = list!("agency_classes");

static BY_HEAD: &[Entry<usize>] = list!("agency_heads");

/// All agencies of the list.
pub fn all() -> &'static [Agency] {
    AGENCIES
}

/// All classes of the list.
pub fn classes() -> &'static [Class] {
    CLASSES
}

/// The agency with that id.
pub fn by_id(id: &str) -> Option<&'static Agency> {
    sorted::find(BY_ID, id).map(|&n| &AGENCIES[n])
}

/// The one agency that signs with `symbol`.
///
/// ```
/// use kehoach::lexicon::agencies::by_symbol;
/// assert_eq!(by_symbol("BTC").map(|a| a.name), Some("Bộ Tài chính"));
/// assert!(by_symbol("UBND").is_none(), "of a province, a district, a commune");
/// ```
pub fn by_symbol(symbol: &str) -> Option<&'static Agency> {
    sorted::find(BY_SYMBOL, &fold(symbol)).map(|&n| &AGENCIES[n])
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
        sorted::find(BY_HEAD, &name_words::key(head)).filter(|_| named).map(|&n| &CLASSES[n])
    })
}
