//! The words that agency names are made of (`data/agency_words.toml`).

use super::{Phrases, list};

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
}

/// What a form stands for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning {
    /// Every kind that the form has.
    pub kinds: Kinds,
    /// Which field it names.
    pub field: Option<usize>,
}

impl Meaning {
    const fn of(kinds: &[Kinds], field: Option<usize>) -> Self {
        let (mut all, mut n) = (0, 0);
        while n < kinds.len() {
            all |= kinds[n].0;
            n += 1;
        }
        Self { kinds: Kinds(all), field }
    }
}

/// What a department, a ministry or an office is for.
#[derive(Debug)]
pub struct Field {
    /// The full name.
    pub name: &'static str,
    /// What the abbreviations mean after `Phòng`, where that is another field: `Phòng VH&TT`.
    pub office: Option<&'static str>,
    /// Shorter and other spellings.
    pub short: &'static [&'static str],
    /// A phrase that holds one of them.
    pub example: &'static str,
}

/// An abbreviation, written out wherever it stands in a name.
#[derive(Debug)]
pub struct Abbreviation {
    /// The words.
    pub words: &'static str,
    /// Its short forms.
    pub short: &'static [&'static str],
    /// A phrase that holds one of them.
    pub example: &'static str,
}

/// Words in their ordinary spelling, for headers in capitals.
#[derive(Debug)]
pub struct Spelling {
    /// The words.
    pub words: &'static [&'static str],
    /// Whether the name of a place follows.
    pub place: bool,
    /// A header that holds one of them.
    pub example: &'static str,
}

static FIELDS: &[Field] = list!("agency_fields");
static ABBREVIATIONS: &[Abbreviation] = list!("agency_abbreviations");
static SPELLINGS: &[Spelling] = list!("agency_spellings");

/// All fields.
pub fn fields() -> &'static [Field] {
    FIELDS
}

/// All abbreviations.
pub fn abbreviations() -> &'static [Abbreviation] {
    ABBREVIATIONS
}

/// All ordinary spellings.
pub fn spellings() -> &'static [Spelling] {
    SPELLINGS
}

/// Agency words and duty verbs in one set: names end where duties begin, so they are read together.
pub static MEANINGS: Phrases<Meaning> = list!("meanings");

#[cfg(test)]
mod tests {
    use super::{super::written, *};
    use crate::text::fold;

    #[test]
    fn every_example_holds_one_of_its_forms() {
        let holds = |example: &str, forms: &[&str]| {
            let example = fold(example);
            assert!(forms.iter().any(|f| example.contains(&fold(f))), "{example}");
        };
        for word in written("agency_words")["word"].as_array().expect("a list") {
            let forms: Vec<&str> = word["forms"].as_array().expect("forms").iter().filter_map(|f| f.as_str()).collect();
            holds(word["example"].as_str().expect("an example"), &forms);
        }
        for field in fields() {
            holds(field.example, &[field.short, &[field.name]].concat());
        }
        for abbreviation in abbreviations() {
            holds(abbreviation.example, abbreviation.short);
        }
        for spelling in spellings() {
            holds(spelling.example, spelling.words);
        }
    }
}
