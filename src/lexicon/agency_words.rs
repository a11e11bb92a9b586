//! The words that agency names are made of (`data/agency_words.toml`).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    Phrases,
    duty_verbs::{DUTY_VERBS, VerbKind},
};
use crate::text::fold;

/// A set of kinds: one form may be several (`tham gia`, `cơ sở`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(u32);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Kinds { $($(#[$doc])* pub const $name: Kinds = Kinds(1 << $bit);)* }
    };
}

kinds! {
    /// `các`, `những`
    PLURAL = 0;
    /// `đồng chí`
    HONORIFIC = 1;
    /// `Giám đốc`
    POST = 2;
    /// `UBND`
    HEAD = 3;
    /// `sở`, `đơn vị`
    NOUN = 4;
    /// `cơ sở giáo dục`
    OPEN = 5;
    /// `doanh nghiệp`
    GROUP = 6;
    /// `huyện`
    TERRITORY = 7;
    /// `có liên quan`
    QUALIFIER = 8;
    /// `bảo vệ môi trường`
    NAME = 9;
    /// `báo cáo`
    DECOY = 10;
    /// `Nội vụ`
    FIELD = 11;
    /// `chủ trì`
    LEAD = 12;
    /// `phối hợp`
    COORDINATE = 13;
    /// `chỉ đạo`
    ORDER = 14;
    /// `xây dựng`
    VERB = 15;
    /// `kịp thời`
    ADVERB = 16;
    /// `theo`
    LINK = 17;
    /// `Hạt Kiểm lâm`: a head that is a whole name, so that a verb after it is a duty
    WHOLE = 18;
    /// `bảo vệ rừng`: words of names that begin with a verb
    ACTS = 19;
}

impl std::ops::BitOr for Kinds {
    type Output = Kinds;

    fn bitor(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }
}

impl Kinds {
    /// A duty begins with these.
    pub const DUTY: Kinds = Kinds(Self::LEAD.0 | Self::COORDINATE.0 | Self::ORDER.0 | Self::VERB.0 | Self::ADVERB.0);
    /// A name ends before these.
    pub const STOP: Kinds = Kinds(Self::DUTY.0 | Self::LINK.0);
    /// Kinds of bodies.
    pub const BODY: Kinds = Kinds(Self::NOUN.0 | Self::OPEN.0 | Self::GROUP.0 | Self::TERRITORY.0);

    /// Is one of `others` among them?
    pub fn any(self, others: Kinds) -> bool {
        self.0 & others.0 != 0
    }

    fn add(&mut self, other: Kinds) {
        self.0 |= other.0;
    }
}

/// What a form stands for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning {
    /// Every kind that the form has.
    pub kinds: Kinds,
    /// Which field it names.
    pub field: Option<usize>,
}

/// What a department, a ministry or an office is for.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// The full name.
    pub name: String,
    /// What the abbreviations mean after `Phòng`, where that is another field: `Phòng VH&TT`.
    pub office: Option<String>,
    /// Shorter and other spellings.
    pub short: Vec<String>,
    /// A phrase that holds one of them.
    pub example: String,
}

/// An abbreviation, written out wherever it stands in a name.
#[derive(Debug, Deserialize)]
pub struct Abbreviation {
    /// The words.
    pub words: String,
    /// Its short forms.
    pub short: Vec<String>,
    /// A phrase that holds one of them.
    pub example: String,
}

/// Words in their ordinary spelling, for headers in capitals.
#[derive(Debug, Deserialize)]
pub struct Spelling {
    /// The words.
    pub words: Vec<String>,
    /// Whether the name of a place follows.
    #[serde(default)]
    pub place: bool,
    /// A header that holds one of them.
    pub example: String,
}

#[derive(Debug, Deserialize)]
struct Word {
    kind: String,
    forms: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    example: String,
}

#[derive(Deserialize)]
struct File {
    word: Vec<Word>,
    field: Vec<Field>,
    abbreviation: Vec<Abbreviation>,
    spelling: Vec<Spelling>,
}

static FILE: LazyLock<File> = LazyLock::new(|| super::list!("agency_words"));

/// All fields.
pub fn fields() -> &'static [Field] {
    &FILE.field
}

/// All abbreviations.
pub fn abbreviations() -> &'static [Abbreviation] {
    &FILE.abbreviation
}

/// All ordinary spellings.
pub fn spellings() -> &'static [Spelling] {
    &FILE.spelling
}

/// Agency words and duty verbs in one automaton: names end where duties begin, so they are read together.
pub static MEANINGS: LazyLock<Phrases<Meaning>> = LazyLock::new(|| {
    let mut forms: BTreeMap<String, Meaning> = BTreeMap::new();
    for word in &FILE.word {
        let kind = kind(&word.kind);
        for form in &word.forms {
            forms.entry(fold(form)).or_default().kinds.add(kind);
        }
    }
    for (index, field) in FILE.field.iter().enumerate() {
        for form in field.short.iter().chain([&field.name]) {
            let meaning = forms.entry(fold(form)).or_default();
            meaning.kinds.add(Kinds::FIELD);
            meaning.field = Some(index);
        }
    }
    for verbs in DUTY_VERBS.iter() {
        let kind = match verbs.kind {
            VerbKind::Lead => Kinds::LEAD,
            VerbKind::Coordinate => Kinds::COORDINATE,
            VerbKind::Order => Kinds::ORDER,
            VerbKind::Verb => Kinds::VERB,
            VerbKind::Adverb => Kinds::ADVERB,
            VerbKind::Link => Kinds::LINK,
        };
        for form in &verbs.forms {
            forms.entry(fold(form)).or_default().kinds.add(kind);
        }
    }
    name_verbs(&mut forms);
    // `triểnkhai`: web pages lose blanks between the syllables of a verb
    let duty = Kinds(Kinds::LEAD.0 | Kinds::COORDINATE.0 | Kinds::ORDER.0 | Kinds::VERB.0);
    let verbs = forms.iter().filter(|(form, m)| m.kinds.any(duty) && form.len() > 6 && form.matches(' ').count() == 1);
    let glued: Vec<_> = verbs.map(|(form, m)| (form.replace(' ', ""), m.kinds.0 & duty.0)).collect();
    for (form, kinds) in glued {
        forms.entry(form).or_insert(Meaning { kinds: Kinds(kinds), field: None });
    }
    // printed with a hyphen or a dash, with or without blanks
    let dashed: Vec<_> =
        forms.iter().filter(|(f, _)| f.contains('-')).flat_map(|(f, m)| dashes(f).map(|f| (f, *m))).collect();
    forms.extend(dashed);
    Phrases::new(forms)
});

/// Words of names that begin with a verb of duty are told apart: `hỗ trợ nông dân` in small letters may be a duty.
fn name_verbs(forms: &mut BTreeMap<String, Meaning>) {
    let verb = |words: &str| words.contains(' ') && forms.get(words).is_some_and(|m| m.kinds.any(Kinds::VERB));
    let begins = |form: &str| verb(form) || form.match_indices([' ', ',']).any(|(at, _)| verb(&form[..at]));
    let names = forms.iter().filter(|(form, meaning)| meaning.kinds.any(Kinds::NAME) && begins(form));
    for form in names.map(|(form, _)| form.clone()).collect::<Vec<_>>() {
        forms.entry(form).or_default().kinds.add(Kinds::ACTS);
    }
}

/// The ways to print a form's dashes.
fn dashes(form: &str) -> impl Iterator<Item = String> {
    let tight = form.split('-').map(str::trim).collect::<Vec<_>>();
    ["-", "–", "- ", " -", " - ", " – ", "– "].map(|dash| tight.join(dash)).into_iter()
}

fn kind(name: &str) -> Kinds {
    match name {
        "plural" => Kinds::PLURAL,
        "honorific" => Kinds::HONORIFIC,
        "post" => Kinds::POST,
        "head" => Kinds::HEAD,
        "noun" => Kinds::NOUN,
        "open" => Kinds::OPEN,
        "group" => Kinds::GROUP,
        "territory" => Kinds::TERRITORY,
        "qualifier" => Kinds::QUALIFIER,
        "name" => Kinds::NAME,
        "whole" => Kinds::WHOLE,
        _ => Kinds::DECOY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_holds_one_of_its_forms() {
        let holds = |example: &str, forms: &[String]| {
            let example = fold(example);
            assert!(forms.iter().any(|f| example.contains(&fold(f))), "{example}");
        };
        for word in &FILE.word {
            holds(&word.example, &word.forms);
        }
        for field in fields() {
            holds(&field.example, &[field.short.as_slice(), std::slice::from_ref(&field.name)].concat());
        }
        for abbreviation in abbreviations() {
            holds(&abbreviation.example, &abbreviation.short);
        }
        for spelling in spellings() {
            holds(&spelling.example, &spelling.words);
        }
    }

    #[test]
    fn every_kind_is_known() {
        for word in &FILE.word {
            assert!(word.kind == "decoy" || kind(&word.kind) != Kinds::DECOY, "{}", word.kind);
        }
    }
}
