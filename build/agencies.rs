//! Agencies and provinces, with the keys that their names are looked up by.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::{
    lexicon::name_words::{self, Long, ShortForms, Word},
    print::{
        Field::{Flag, Maybe, MaybeVariant, Text, Texts, Variant},
        phrases, rows, slice, sorted,
    },
    source::{self, text, texts},
    text::fold,
};

pub(crate) fn lists() -> Vec<(&'static str, String)> {
    let names = Names::new();
    let file = source::read("agencies");
    let agencies = agencies(&file);
    let classes = source::read("agency_classes");
    let classes = source::rows(&classes, "class");
    let provinces = source::read("provinces");
    let decoys = texts(&provinces, "decoys");
    let provinces = source::rows(&provinces, "province");

    let heads =
        classes.iter().enumerate().flat_map(|(n, class)| texts(class, "heads").into_iter().map(move |h| (h, n)));
    let organs = texts(&file, "organs").into_iter().map(|organ| (names.key(organ), format!("{organ:?}")));
    let of_provinces =
        || provinces.iter().enumerate().flat_map(|(n, p)| forms(p).into_iter().map(move |form| (form, n)));
    vec![
        ("abbreviations", rows(names.list(), "Abbreviation", &[("short", Texts), ("long", Text), ("example", Text)])),
        ("short_forms", names.printed()),
        ("agencies", rows(&agencies, "Agency", AGENCY)),
        ("agency_ids", by_id(&agencies)),
        ("agency_symbols", symbols(&agencies)),
        ("agency_names", names.of_agencies(&agencies)),
        ("agency_organs", sorted(organs)),
        ("agency_classes", rows(classes.iter().copied(), "Class", CLASS)),
        ("agency_heads", sorted(heads.map(|(head, class)| (names.key(head), class)))),
        ("provinces", rows(provinces.iter().copied(), "Province", PROVINCE)),
        ("province_ids", by_id(provinces.iter().copied())),
        ("province_names", sorted(of_provinces().map(|(form, n)| (names.key(form), n)))),
        ("provinces_in_texts", in_texts(&decoys, of_provinces())),
    ]
}

const AGENCY: &[(&str, crate::print::Field)] = &[
    ("id", Text),
    ("name", Text),
    ("aliases", Texts),
    ("symbol", Maybe),
    ("level", Variant("Level", None)),
    ("kind", Variant("Kind", None)),
    ("valid_from", Maybe),
    ("valid_to", Maybe),
    ("successors", Texts),
    ("numbered", Flag),
    ("example", Text),
];

const CLASS: &[(&str, crate::print::Field)] = &[
    ("id", Text),
    ("heads", Texts),
    ("kind", Variant("Kind", None)),
    ("level", MaybeVariant("Level")),
    ("example", Text),
];

const PROVINCE: &[(&str, crate::print::Field)] = &[
    ("id", Text),
    ("name", Text),
    ("kind", Variant("Kind", None)),
    ("code", Maybe),
    ("code_2025", Maybe),
    ("spellings", Texts),
    ("needs_kind", Flag),
    ("formed_from", Texts),
    ("valid_from", Maybe),
    ("valid_to", Maybe),
    ("successor", Maybe),
    ("example", Text),
];

/// Each agency with what its group says of it.
fn agencies(file: &Table) -> Vec<Table> {
    let mut agencies = Vec::new();
    for group in source::rows(file, "group") {
        for agency in source::rows(group, "agencies") {
            let mut agency = agency.clone();
            for shared in ["level", "kind", "valid_from", "valid_to"] {
                if let Some(value) = group.get(shared) {
                    agency.entry(shared).or_insert_with(|| value.clone());
                }
            }
            agencies.push(agency);
        }
    }
    agencies
}

fn by_id<'t>(rows: impl IntoIterator<Item = &'t Table>) -> String {
    sorted(rows.into_iter().enumerate().map(|(n, row)| (text(row, "id"), n)))
}

/// Symbols that one agency alone signs with.
fn symbols(agencies: &[Table]) -> String {
    let mut by_symbol: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, agency) in agencies.iter().enumerate() {
        if let Some(symbol) = agency.get("symbol").and_then(Value::as_str) {
            by_symbol.entry(fold(symbol)).or_default().push(n);
        }
    }
    sorted(by_symbol.into_iter().filter_map(|(symbol, of)| (of.len() == 1).then(|| (symbol, of[0]))))
}

/// The names of a province.
fn forms(province: &Table) -> Vec<&str> {
    [text(province, "name")].into_iter().chain(texts(province, "spellings")).collect()
}

/// What may name a province inside a text, with each kind of dash, and what only looks like it.
fn in_texts<'t>(decoys: &[&str], names: impl Iterator<Item = (&'t str, usize)>) -> String {
    let decoys = decoys.iter().map(|decoy| ((*decoy).to_owned(), "Named::Decoy".to_owned()));
    let names = names.flat_map(|(form, province)| {
        let folded = fold(form);
        let with_kind = ["tp", "thành phố", "tỉnh"].iter().any(|kind| folded.starts_with(kind));
        let dashes: &[&str] = if form.contains(" - ") { &[" - ", "-", " – ", "–", " "] } else { &[" - "] };
        dashes.iter().map(move |dash| {
            let named = format!("Named::Province {{ province: &PROVINCES[{province}], with_kind: {with_kind} }}");
            (form.replace(" - ", dash), named)
        })
    });
    phrases(decoys.chain(names))
}

/// The words of names, with the abbreviations that officials use in them.
struct Names {
    file: Table,
    short_forms: ShortForms,
    entries: &'static [(&'static str, Long)],
}

impl Names {
    fn new() -> Self {
        let file = source::read("abbreviations");
        let mut entries = BTreeMap::new();
        for entry in source::rows(&file, "abbreviation") {
            let name: &'static str = text(entry, "long").to_owned().leak();
            let words: &'static [Word] = name_words::split(name, fold(name).leak()).leak();
            for short in texts(entry, "short") {
                let key: &'static str = name_words::key(&name_words::split(short, &fold(short))).leak();
                entries.insert(key, Long { name, words });
            }
        }
        let entries: &'static [_] = entries.into_iter().collect::<Vec<_>>().leak();
        Self { file, short_forms: ShortForms::of(entries), entries }
    }

    fn list(&self) -> Vec<&Table> {
        source::rows(&self.file, "abbreviation")
    }

    fn printed(&self) -> String {
        slice(
            self.entries.iter().map(|(short, long)| format!("({short:?}, {long:?})").replace("words: [", "words: &[")),
        )
    }

    /// What a name is looked up by.
    fn key(&self, name: &str) -> String {
        name_words::key(&self.short_forms.words(name, &fold(name)))
    }

    /// The names of agencies without their places.
    fn of_agencies(&self, agencies: &[Table]) -> String {
        let mut forms: BTreeMap<String, BTreeMap<usize, bool>> = BTreeMap::new();
        for (n, agency) in agencies.iter().enumerate() {
            let mut own = BTreeSet::new();
            for (alias, name) in [text(agency, "name")].into_iter().chain(texts(agency, "aliases")).enumerate() {
                let keys = self.keys(agency, name);
                let new = keys.iter().any(|key| !own.contains(key));
                assert!(alias == 0 || new, "{agency:?} is found without {name}");
                for (key, needs_place) in &keys {
                    let needed = forms.entry(key.clone()).or_default().entry(n).or_insert(true);
                    *needed &= needs_place;
                }
                own.extend(keys);
            }
        }
        let form = |(agency, needs_place): (usize, bool)| {
            format!("Form {{ agency: &AGENCIES[{agency}], needs_place: {needs_place} }}")
        };
        sorted(forms.into_iter().map(|(key, of)| (key, slice(of.into_iter().map(form)))))
    }

    /// The keys under which a name is found, without its place; does a place have to follow?
    fn keys(&self, agency: &Table, name: &str) -> Vec<(String, bool)> {
        let folded = fold(name);
        let words = self.short_forms.words(name, &folded);
        let said: Vec<&str> = words.iter().map(|w| w.folded).collect();
        let marks = match (text(agency, "level"), said.as_slice()) {
            ("province", [.., "cấp", "tỉnh"] | [.., "thành", "phố"])
            | ("district", [.., "cấp", "huyện"])
            | ("commune", [.., "cấp", "xã"]) => 2,
            ("province", [.., "tỉnh"]) => 1,
            _ => 0,
        };
        let key = name_words::key(&words[..words.len() - marks]);
        let needs_place = marks > 0;
        let mut keys = Vec::new();
        // officials shorten `Trung ương` to `TƯ`, which is a syllable of its own and no entry among the abbreviations
        if key.contains("trungương") {
            keys.push((key.replace("trungương", "tư"), needs_place));
        }
        // a member of a national association bears its name: `Hội Nông dân Việt Nam tỉnh`
        if needs_place && text(agency, "kind") == "organisation" && !key.contains("việtnam") {
            keys.push((format!("{key}việtnam"), needs_place));
        }
        keys.push((key, needs_place));
        keys
    }
}
