//! A masthead that names a body which each place has, and not the place: `ỦY BAN NHÂN DÂN` over `Số: …`.

use crate::{
    layout::{LineKind, LogicalLine},
    lexicon::provinces,
    text::{Text, fold},
};

/// How many lines are looked at.
const NEAR: usize = 30;
/// Kinds of places that have such a body.
const UNITS: [&str; 9] = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];

/// Is it a body that each place has, without the place?
pub(super) fn is_placeless(name: &str) -> bool {
    matches!(fold(name).as_str(), "ủy ban nhân dân" | "hội đồng nhân dân")
}

/// The name with its place. What decides or signs (`TM. ỦY BAN NHÂN DÂN TỈNH`) tells of which kind the place is; the date
/// line shows the place, or the seat of the province that the document names: `Pleiku, ngày …` of `tỉnh Gia Lai`.
pub(super) fn placed(text: &Text, lines: &[LogicalLine], name: &str, place: Option<&str>) -> Option<String> {
    let near = || lines.iter().take(NEAR).map(|line| text.folded_at(&line.range));
    let shows = |words: &str| near().any(|line| line.contains(words));
    let of_date = |unit: &&str| place.is_some_and(|place| shows(&format!("{unit} {}", fold(place))));
    let is_province = |unit: &str| {
        place.is_some_and(|place| {
            provinces::lookup(place).is_some() && provinces::lookup(&format!("{unit} {place}")).is_some()
        })
    };
    if let Some(unit) = own_unit(text, lines, name) {
        return match place.filter(|_| of_date(&unit) || is_province(unit)) {
            Some(place) => Some(format!("{name} {unit} {place}")),
            None if unit == "tỉnh" => only_province(text, lines).map(|province| format!("{name} tỉnh {province}")),
            None => None,
        };
    }
    let of_province = ["tỉnh", "thành phố"];
    let named = |unit: &&str| shows(&format!("ủy ban nhân dân {unit}")) || shows(&format!("ubnd {unit}"));
    let unit = of_province.into_iter().find(of_date);
    // a portal prints `Hà Nội` above the plan of a province
    let unit = unit.or_else(|| of_province.into_iter().find(named).filter(|unit| is_province(unit)))?;
    Some(format!("{name} {unit} {}", place?))
}

/// The kind of place in the lines that name the body again: who decides, for whom the signer signs.
fn own_unit(text: &Text, lines: &[LogicalLine], name: &str) -> Option<&'static str> {
    let body = fold(name);
    let again = lines.iter().filter(|line| matches!(line.kind, LineKind::Decider | LineKind::Authority));
    again.filter_map(|line| text.folded_at(&line.range).split_once(&body)).find_map(|(_, rest)| {
        let rest = rest.trim_start();
        UNITS
            .into_iter()
            .find(|unit| rest.strip_prefix(unit).is_some_and(|r| r.is_empty() || r.starts_with([' ', ',', '|'])))
    })
}

/// The one province whose body the lines name (`Hội đồng nhân dân tỉnh Gia Lai`), or that a title or who decides does.
fn only_province(text: &Text, lines: &[LogicalLine]) -> Option<&'static str> {
    const BODIES: [&str; 4] = ["ủy ban nhân dân ", "ubnd ", "hội đồng nhân dân ", "hđnd "];
    const KIND: &str = "tỉnh ";
    let mut found: Option<&'static provinces::Province> = None;
    for line in lines.iter().take(NEAR) {
        let heads = matches!(line.kind, LineKind::Title | LineKind::Decider);
        let folded = text.folded_at(&line.range);
        let named = folded
            .match_indices(KIND)
            .filter(|(at, _)| heads || BODIES.iter().any(|body| folded[..*at].ends_with(body)));
        for province in named.filter_map(|(at, _)| named_at(&folded[at..])) {
            if found.is_some_and(|other| other.id != province.id) {
                return None;
            }
            found = Some(province);
        }
    }
    found.map(|province| province.name)
}

/// `tỉnh Thừa Thiên Huế …`: the province, by its longest name.
fn named_at(words: &str) -> Option<&'static provinces::Province> {
    const LONGEST: usize = 5;
    let ends = words.match_indices([' ', ',', ';', '.', ':']).map(|(at, _)| at).chain([words.len()]);
    ends.take(LONGEST).filter_map(|end| provinces::lookup(&words[..end])).last()
}
