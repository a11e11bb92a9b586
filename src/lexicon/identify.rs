//! Traces a printed name to one agency of the list.
//!
//! A name is read in three parts: an organ or a post (`Ban Thường vụ`, `Giám đốc`), the agency, the place. The agency is
//! looked up by its words alone ([`names`]), the place decides between the tiers that share a name (`Công an tỉnh`,
//! `Công an xã`). What stays open, stays unanswered.

use super::{
    agencies::{AGENCIES, Agency, Kind},
    list,
    name_words::Word,
    names,
    places::{self, Level, Place},
    provinces::{self, Province},
    sorted::{self, Entry},
};
use crate::text::fold;

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

/// A name without its place, and what must follow it.
#[derive(Debug, Clone, Copy)]
struct Form {
    agency: &'static Agency,
    /// The name is no name without a place: `Công an`.
    needs_place: bool,
}

static FORMS: &[Entry<&[Form]>] = list!("agency_names");

/// Organs and posts that stand before an agency's name, by their words.
static ORGANS: &[Entry<&str>] = list!("agency_organs");

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
    identify(name, &Setting::default()).filter(|found| found.organ.is_none()).map(|found| found.agency)
}

/// The agency, the province and the organ that a printed name tells, in the setting of its document.
///
/// ```
/// use kehoach::lexicon::agencies::{Setting, identify};
/// let found = identify("Sở Y tế tỉnh Hà Giang", &Setting::default()).expect("a listed agency");
/// assert_eq!((found.agency.id, found.province.map(|p| p.id)), ("so-y-te", Some("ha-giang")));
/// ```
pub fn identify(name: &str, setting: &Setting) -> Option<Identified> {
    let name = without_remark(name);
    let folded = fold(name);
    let words = names::words(name, &folded);
    if let [each, rest @ ..] = words.as_slice()
        && each.folded == "các"
    {
        return identify_words(rest, setting).map(|found| Identified { many: true, ..found });
    }
    identify_words(&words, setting).or_else(|| {
        // a post's name may hold the organ's (`Phó Chủ tịch Thường trực`): the longest that leaves an agency
        let (key, ends) = names::keys(&words);
        (1..words.len()).rev().find_map(|n| {
            let organ = *sorted::find(ORGANS, &key[..ends[n - 1]])?;
            let (_, rest) = words.split_at_checked(n)?;
            identify_words(rest, setting).map(|found| Identified { organ: Some(organ), ..found })
        })
    })
}

/// `Sở Tài chính (để b/c)` without what stands in parentheses.
fn without_remark(name: &str) -> &str {
    name.split_once('(').map_or(name, |(before, _)| before)
}

/// The longest listed name at the start whose remaining words are a place that fits.
fn identify_words(words: &[Word], setting: &Setting) -> Option<Identified> {
    let (key, ends) = names::keys(words);
    (1..=words.len()).rev().find_map(|n| {
        let forms = sorted::find(FORMS, &key[..ends[n - 1]])?;
        let (name, tail) = words.split_at_checked(n)?;
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
        if form.agency.numbered { numbered } else { place }
    };
    let place_of = |form: &Form| places(form).map(|place| of_city(name, place));
    let fitting: Vec<&Form> =
        forms.iter().filter(|f| place_of(f).is_some_and(|place| fits(f, forms, place, setting))).collect();
    let at_the_time: Vec<&Form> = fitting.iter().copied().filter(|f| in_force(f.agency, setting.on)).collect();
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
    Some(Identified { agency: form.agency, province: named.or(home), organ: None, many })
}

/// `Thành ủy Lào Cai` is the city's, `Thành ủy Hải Phòng` the province's.
fn of_city(name: &[Word], place: Place) -> Place {
    let city = name.iter().any(|w| w.folded == "thành") && name.last().is_some_and(|w| w.folded != "tỉnh");
    match place {
        Place::At { level: Level::Province, province: Some(province), many: false }
            if city && province.kind == provinces::Kind::Province =>
        {
            Place::At { level: Level::District, province: Some(province), many: false }
        }
        Place::Proper if city => Place::At { level: Level::District, province: None, many: false },
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
        Place::At { level: at, province, .. } => {
            // a centrally run city was a province's before: `thành phố Huế` until 2024
            let yet = province.is_none_or(|p| setting.on.is_none_or(|day| p.valid_from.is_none_or(|f| f <= day)));
            let at = if at == Level::Province && !yet { Level::District } else { at };
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

/// Did the agency bear the name on that day? A month or a year counts as a whole.
fn in_force(agency: &Agency, day: Option<&str>) -> bool {
    let Some(day) = day else { return true };
    let as_exact_as = |limit: &str| day.get(..limit.len()).unwrap_or(day);
    agency.valid_from.is_none_or(|from| from <= as_exact_as(from))
        && agency.valid_to.is_none_or(|to| as_exact_as(to) <= to)
}
