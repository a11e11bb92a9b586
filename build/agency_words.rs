//! The words that agency names are made of, with the duties that end them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use toml::Table;

use crate::{
    print::{
        Field::{Flag, Maybe, Text, Texts, Variant},
        phrases, rows, slice,
    },
    source::{self, text, texts},
    text::fold,
};

pub(crate) fn lists() -> Vec<(&'static str, String)> {
    let file = source::read("agency_words");
    let fields = source::rows(&file, "field");
    let abbreviations = source::rows(&file, "abbreviation");
    let spellings = source::rows(&file, "spelling");
    let verbs = source::read("duty_verbs");
    let verbs = source::rows(&verbs, "verb");
    let field = [("name", Text), ("office", Maybe), ("short", Texts), ("example", Text)];
    let meanings = Meanings::new(&source::rows(&file, "word"), &fields, &verbs);
    vec![
        ("agency_fields", rows(fields.iter().copied(), "Field", &field)),
        (
            "agency_abbreviations",
            rows(
                abbreviations.iter().copied(),
                "Abbreviation",
                &[("words", Text), ("short", Texts), ("example", Text)],
            ),
        ),
        (
            "agency_spellings",
            rows(spellings.iter().copied(), "Spelling", &[("words", Texts), ("place", Flag), ("example", Text)]),
        ),
        (
            "duty_verbs",
            rows(
                verbs.iter().copied(),
                "Verbs",
                &[("kind", Variant("VerbKind", None)), ("forms", Texts), ("example", Text)],
            ),
        ),
        ("meanings", meanings.printed()),
        ("spelled_names", spelled_names(&spellings, &fields)),
        ("written_out", written_out(&abbreviations, &fields)),
    ]
}

/// Names in their ordinary spelling, and whether the name of a place follows them.
fn spelled_names(spellings: &[&Table], fields: &[&Table]) -> String {
    let provinces = source::read("provinces");
    let place = |row: &Table| row.get("place").is_some_and(|place| place.as_bool() == Some(true));
    let words = spellings.iter().flat_map(|s| texts(s, "words").into_iter().map(|w| (w, place(s))));
    let provinces = source::rows(&provinces, "province");
    let names = fields.iter().copied().chain(provinces).map(|row| (text(row, "name"), false));
    phrases(words.chain(names).map(|(words, place)| (words, format!("({words:?}, {place})"))))
}

/// Short forms with their words: those of bodies, which may differ inside a name, and all others.
fn written_out(abbreviations: &[&Table], fields: &[&Table]) -> String {
    let general = source::read("abbreviations");
    let each = |row: &&'_ Table| texts(row, "short").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let known: HashSet<String> = abbreviations.iter().chain(fields).flat_map(each).map(|short| fold(&short)).collect();
    let own = abbreviations.iter().flat_map(|row| each(row).into_iter().map(|short| (short, text(row, "words"))));
    let rows = source::rows(&general, "abbreviation");
    let others = rows.iter().flat_map(|row| each(row).into_iter().map(|short| (short, text(row, "long"))));
    let others = others.filter(|(short, _)| !known.contains(&fold(short)));
    phrases(own.chain(others).map(|(short, words)| (short, format!("{words:?}"))))
}

/// What the forms stand for: agency words and duty verbs in one set, since names end where duties begin.
struct Meanings(BTreeMap<String, Meaning>);

#[derive(Clone, Default)]
struct Meaning {
    kinds: BTreeSet<&'static str>,
    field: Option<usize>,
}

/// Words that may be glued to one.
const DUTIES: [&str; 4] = ["LEAD", "COORDINATE", "ORDER", "VERB"];

/// Kinds of forms as the library calls them.
const KINDS: [&str; 18] = [
    "PLURAL",
    "HONORIFIC",
    "POST",
    "HEAD",
    "NOUN",
    "OPEN",
    "GROUP",
    "TERRITORY",
    "QUALIFIER",
    "NAME",
    "DECOY",
    "WHOLE",
    "LEAD",
    "COORDINATE",
    "ORDER",
    "VERB",
    "ADVERB",
    "LINK",
];

fn kind(row: &Table) -> &'static str {
    let name = text(row, "kind");
    KINDS.into_iter().find(|kind| kind.eq_ignore_ascii_case(name)).unwrap_or_else(|| panic!("no kind {name}"))
}

/// A form as it is, and its `&` with blanks and in words: `TN&MT`, `TN & MT`, `TN và MT`.
fn joined(form: &str) -> Vec<String> {
    let spaced = form.replace(" &", "&").replace("& ", "&").replace('&', " & ");
    if spaced == form { vec![spaced] } else { vec![form.to_owned(), spaced.replace('&', "và"), spaced] }
}

impl Meanings {
    fn new(words: &[&Table], fields: &[&Table], verbs: &[&Table]) -> Self {
        let mut all = Self(BTreeMap::new());
        for row in words.iter().chain(verbs) {
            for form in texts(row, "forms") {
                all.of(form).kinds.insert(kind(row));
            }
        }
        for (index, field) in fields.iter().enumerate() {
            for form in texts(field, "short").into_iter().chain([text(field, "name")]).flat_map(joined) {
                let meaning = all.of(&form);
                meaning.kinds.insert("FIELD");
                meaning.field = Some(index);
            }
        }
        all.name_verbs();
        all.glue();
        all.dash();
        all
    }

    fn of(&mut self, form: &str) -> &mut Meaning {
        self.0.entry(fold(form)).or_default()
    }

    /// Words of names that begin with a verb of duty are told apart: `hỗ trợ nông dân` in small letters may be a duty.
    fn name_verbs(&mut self) {
        let verb = |words: &str| words.contains(' ') && self.0.get(words).is_some_and(|m| m.kinds.contains("VERB"));
        let begins = |form: &str| verb(form) || form.match_indices([' ', ',']).any(|(at, _)| verb(&form[..at]));
        let names = self.0.iter().filter(|(form, meaning)| meaning.kinds.contains("NAME") && begins(form));
        for form in names.map(|(form, _)| form.clone()).collect::<Vec<_>>() {
            self.of(&form).kinds.insert("ACTS");
        }
    }

    /// `triểnkhai`: web pages lose blanks between the syllables of a verb.
    fn glue(&mut self) {
        let duty = |m: &Meaning| m.kinds.iter().copied().filter(|kind| DUTIES.contains(kind)).collect::<BTreeSet<_>>();
        let pairs = self.0.iter().filter(|(form, _)| form.len() > 6 && form.matches(' ').count() == 1);
        let glued = pairs.map(|(form, meaning)| (form.replace(' ', ""), duty(meaning)));
        for (form, kinds) in glued.filter(|(_, kinds)| !kinds.is_empty()).collect::<Vec<_>>() {
            self.0.entry(form).or_insert(Meaning { kinds, field: None });
        }
    }

    /// Printed with a hyphen or a dash, with or without blanks.
    fn dash(&mut self) {
        let mut dashed = Vec::new();
        for (form, meaning) in self.0.iter().filter(|(form, _)| form.contains('-')) {
            let tight = form.split('-').map(str::trim).collect::<Vec<_>>();
            let dashes = ["-", "–", "- ", " -", " - ", " – ", "– "];
            dashed.extend(dashes.map(|dash| (tight.join(dash), meaning.clone())));
        }
        self.0.extend(dashed);
    }

    fn printed(&self) -> String {
        phrases(self.0.iter().map(|(form, meaning)| {
            let kinds = slice(meaning.kinds.iter().map(|kind| format!("Kinds::{kind}")));
            (form, format!("Meaning::of({kinds}, {:?})", meaning.field))
        }))
    }
}
