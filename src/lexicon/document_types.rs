//! Types of documents, the words for them and the codes that the symbols of their numbers carry.

use super::{
    Phrases, list,
    sorted::{self, Entry},
};
use crate::text::fold;

/// A type of document.
#[derive(Debug, Clone)]
pub struct DocumentType {
    /// Stable id.
    pub id: &'static str,
    /// The name as records show it: `Nghị quyết`.
    pub name: &'static str,
    /// Codes in symbols, the code of Nghị định 30/2020/NĐ-CP first.
    pub codes: &'static [&'static str],
    /// Other words for it.
    pub forms: &'static [&'static str],
    /// Cited by name: a constitution, code, law or ordinance.
    pub law: bool,
    /// The word says nothing of the type (`văn bản`).
    pub generic: bool,
    /// How an ordinal without a symbol cites it.
    pub ordinal: Ordinal,
    /// Words that cite a document of the type.
    pub example: &'static str,
}

/// How a type is cited by an ordinal without a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ordinal {
    /// Never.
    #[default]
    Never,
    /// After `số`: `Kế hoạch số 5`.
    Numbered,
    /// With and without `số`: `Đề án 06`, `Nghị quyết 57`.
    Alone,
}

static TYPES: &[DocumentType] = list!("document_types");

static BY_CODE: &[Entry<usize>] = list!("document_type_codes");

static NAMES: Phrases<&DocumentType> = list!("document_type_names");

/// All types, in the order of the list.
pub fn all() -> &'static [DocumentType] {
    TYPES
}

/// The words for types, longest first.
pub fn names() -> &'static Phrases<&'static DocumentType> {
    &NAMES
}

/// The type of a code, whatever its letter case: `TTr`, `NQ`.
pub fn by_code(code: &str) -> Option<&'static DocumentType> {
    sorted::find(BY_CODE, &fold(code)).map(|&n| &TYPES[n])
}

/// The type of a given name.
pub fn by_name(name: &str) -> Option<&'static DocumentType> {
    let name = fold(name);
    TYPES.iter().find(|t| fold(t.name) == name)
}

/// The type that a symbol's code says: `KH-UBND` → `Kế hoạch`; `C-Tr-UBND`, a code that a dash split, → `Chương trình`.
///
/// A symbol without a code (`BNV-CCHC`) says nothing: by decree that is a `Công văn`, which the caller may conclude.
///
/// ```
/// use kehoach::lexicon::document_types::by_symbol;
/// assert_eq!(by_symbol("NQ/TU").map(|t| t.name), Some("Nghị quyết"));
/// assert!(by_symbol("SNV-CCHC").is_none());
/// ```
pub fn by_symbol(symbol: &str) -> Option<&'static DocumentType> {
    let mut groups = symbol.split(['-', '/']);
    let first = groups.next()?;
    by_code(first).or_else(|| by_code(&format!("{first}{}", groups.next()?)))
}

/// The code of a symbol as the decree spells it: `QĐ-TTG` in a title of capitals is `QĐ-TTg`.
///
/// Only where the printed letters differ from a known code or office in nothing but case.
pub fn spelled(symbol: &str) -> String {
    let mut out = String::with_capacity(symbol.len());
    for (n, group) in symbol.split_inclusive(['-', '/']).enumerate() {
        let word = group.trim_end_matches(['-', '/']);
        // the code stands first; of the offices only the Prime Minister's has small letters
        let known = match n {
            0 => canonical_code(word),
            _ => (word == "TTG").then_some("TTg"),
        };
        out.push_str(known.unwrap_or(word));
        out.push_str(&group[word.len()..]);
    }
    out
}

fn canonical_code(word: &str) -> Option<&'static str> {
    if word.chars().any(char::is_lowercase) {
        return None;
    }
    let kind = by_code(word)?;
    kind.codes.iter().copied().find(|c| fold(c) == fold(word))
}

/// The type whose name a damaged title shows when marks are left out of account: `KẺ HOẠCH`.
pub fn by_damaged_name(name: &str) -> Option<&'static DocumentType> {
    let wanted = bare(name);
    TYPES.iter().filter(|t| !t.generic).find(|t| bare(t.name) == wanted).or_else(|| {
        // `CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ`
        TYPES
            .iter()
            .filter(|t| !t.generic && wanted.starts_with(&format!("{}cua", bare(t.name))))
            .max_by_key(|t| t.name.len())
    })
}

fn bare(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    fold(name).nfd().filter_map(|c| if c == 'đ' { Some('d') } else { c.is_ascii_alphanumeric().then_some(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::read_document_number;

    #[test]
    fn every_example_shows_its_type() {
        for kind in all() {
            let folded = fold(kind.example);
            let found: Vec<_> = names().find_iter(&folded).collect();
            assert!(found.iter().any(|(_, t)| t.id == kind.id), "{}", kind.id);
            let Some(at) = kind.example.find(|c: char| c.is_ascii_digit()) else {
                continue;
            };
            if let Some((number, _)) = read_document_number(kind.example, at)
                && let Some(by_code) = by_symbol(&number.symbol)
            {
                let alike = by_code.codes.iter().any(|c| kind.codes.contains(c)) || kind.name.starts_with(by_code.name);
                assert!(alike || kind.law || shared(by_code.name, kind.name), "{} is {}", kind.example, by_code.id);
            }
        }
    }

    /// Types that print the code of another: a Party `Quy định` is numbered `QĐ`, its `Thông tri` `TT`.
    fn shared(by_code: &str, printed: &str) -> bool {
        matches!(
            (by_code, printed),
            ("Quyết định", "Quy định")
                | ("Thông tư", "Thông tri")
                | ("Lệnh" | "Luật", "Luật" | "Lệnh")
                | ("Thông cáo", "Thư công")
        )
    }

    #[test]
    fn ids_and_first_codes_are_unique() {
        let mut seen = std::collections::HashSet::new();
        for kind in all() {
            assert!(seen.insert(kind.id), "{}", kind.id);
            for code in kind.codes {
                assert!(seen.insert(code), "{code}");
            }
        }
    }

    #[test]
    fn capitals_are_spelled_as_the_decree_does() {
        assert_eq!(spelled("QĐ-TTG"), "QĐ-TTg");
        assert_eq!(spelled("CTR/TU"), "CTr/TU");
        assert_eq!(spelled("TTR-SNV"), "TTr-SNV");
        assert_eq!(spelled("KH-UBND"), "KH-UBND");
        assert_eq!(spelled("BNV-TTH"), "BNV-TTH");
    }
}
