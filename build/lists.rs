//! Lists that are little more than what stands in their files.

use std::collections::BTreeSet;

use crate::{
    print::{
        Field::{Text, Variant},
        phrases, rows, slice, texts as printed, variant,
    },
    source::{self, read, table, text, texts},
    text::fold,
};

pub(crate) fn lists() -> Vec<(&'static str, String)> {
    let units = read("units");
    let units = source::rows(&units, "units");
    let unit = [("name", Text), ("kind", Variant("UnitKind", None)), ("example", Text)];
    let furniture = read("web_furniture");
    let furniture = source::rows(&furniture, "phrase");
    let place = |row: &toml::Table| {
        row.get("place").map_or("anywhere".to_owned(), |p| p.as_str().unwrap_or_default().to_owned())
    };
    let phrase = [("words", Text), ("example", Text), ("place", Variant("Place", Some("anywhere")))];
    vec![
        ("units", rows(units.iter().copied(), "Unit", &unit)),
        ("unit_names", phrases(units.iter().enumerate().map(|(n, unit)| (text(unit, "name"), format!("&UNITS[{n}]"))))),
        ("web_furniture", rows(furniture.iter().copied(), "Phrase", &phrase)),
        ("web_phrases", phrases(furniture.iter().map(|row| (text(row, "words"), variant("Place", &place(row)))))),
        ("businesses", businesses()),
        ("dashed_names", dashed_names()),
        ("certain_dashed_names", certain_dashed_names()),
        ("misread", plain("misread", "Mendable", &["cues", "phrases", "words"])),
        ("damaged", phrases(texts(&read("misread"), "damaged").into_iter().map(|words| (words, "()")))),
        ("syllables", syllables()),
        ("encodings", encodings()),
    ]
}

/// A struct of lists as they stand.
fn plain(name: &str, kind: &str, lists: &[&str]) -> String {
    let file = read(name);
    let lists: Vec<String> = lists.iter().map(|list| format!("{list}: {}", printed(texts(&file, list)))).collect();
    format!("{kind} {{ {} }}", lists.join(", "))
}

fn businesses() -> String {
    let file = read("businesses");
    let groups = table(&file, "groups");
    let groups = groups.keys().map(|short| format!("({short:?}, {:?})", text(groups, short)));
    let list = |name: &str| printed(texts(&file, name));
    format!(
        "Businesses {{ bodies: {}, activities: {}, trades: Words::of({}), groups: {} }}",
        list("bodies"),
        list("activities"),
        list("trades"),
        slice(groups)
    )
}

/// The folded words before and after each dash.
fn dashed_names() -> String {
    let lists = [
        ("dashed_names", "names", ""),
        ("agency_words", "field", "name"),
        ("agency_words", "abbreviation", "words"),
        ("provinces", "province", "name"),
    ];
    let halves = lists.into_iter().flat_map(|(file, list, field)| {
        let file = read(file);
        let names: Vec<String> = match field {
            "" => texts(&file, list).into_iter().map(str::to_owned).collect(),
            _ => source::rows(&file, list).into_iter().map(|row| text(row, field).to_owned()).collect(),
        };
        names.into_iter().filter_map(|name| halves(&name))
    });
    slice(halves)
}

/// Those of names that no item's first words are.
fn certain_dashed_names() -> String {
    let file = read("dashed_names");
    slice(texts(&file, "certain").into_iter().filter_map(halves))
}

/// The folded words on either side of a name's dash.
fn halves(name: &str) -> Option<String> {
    name.split_once(" - ").map(|(first, second)| format!("({:?}, {:?})", fold(first), fold(second)))
}

/// Each list in the order of its words.
fn syllables() -> String {
    let file = read("syllables");
    let lists = ["onsets", "rimes", "lost"].map(|name| {
        let sorted: BTreeSet<&str> = texts(&file, name).into_iter().collect();
        format!("{name}: {}", printed(sorted))
    });
    format!("Syllables {{ {} }}", lists.join(", "))
}

/// Runs of letters by the byte that the first stands for.
fn encodings() -> String {
    let file = read("encodings");
    let vni = table(&file, "vni");
    let runs = |table: &toml::Table| slice(table.keys().map(|first| format!("(0x{first}, {:?})", text(table, first))));
    format!(
        "Runs {{ tcvn3: {}, viscii: {}, vni: {}, vni_marks: {} }}",
        runs(table(&file, "tcvn3")),
        runs(table(&file, "viscii")),
        runs(table(vni, "letters")),
        runs(table(vni, "marks")),
    )
}
