//! Fonts that make other characters of the letters that a file holds.

use super::{
    symbols::{self, SymbolFont},
    xml::Tag,
};
use crate::ingest::encoding;

/// How a font shows letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Font {
    /// As they are.
    #[default]
    Plain,
    /// As pictures.
    Symbols(SymbolFont),
    /// As letters of an old Vietnamese encoding, by a font that stands for its family.
    Old(&'static str),
}

impl Font {
    /// The font that `w:rFonts` names, if it names one.
    pub(super) fn of(tag: &Tag) -> Option<Self> {
        let named = ["ascii", "hAnsi", "asciiTheme", "hAnsiTheme"].map(|name| tag.get(name));
        let known = named.iter().flatten().map(|name| Self::named(name)).find(|font| *font != Self::Plain);
        known.or_else(|| named.iter().any(Option::is_some).then_some(Self::Plain))
    }

    pub(super) fn named(name: &str) -> Self {
        let name = name.trim();
        if let Some(symbols) = SymbolFont::named(name) {
            return Self::Symbols(symbols);
        }
        let starts = |head: &str| name.get(..head.len()).is_some_and(|n| n.eq_ignore_ascii_case(head));
        if starts(".Vn") {
            Self::Old(if name.ends_with('H') { ".VnTimeH" } else { ".VnTime" })
        } else if starts("VNI-") {
            Self::Old("VNI-Times")
        } else {
            Self::Plain
        }
    }

    /// What a reader sees.
    pub(super) fn shown(self, letters: &str) -> String {
        match self {
            Self::Plain => letters.chars().map(|c| symbols::shown(None, c)).collect(),
            Self::Symbols(font) => letters.chars().map(|c| symbols::shown(Some(font), c)).collect(),
            Self::Old(font) => encoding::decode_font(font, &from_symbol_area(letters)).into_owned(),
        }
    }
}

/// Word may store the letters of an old font as it does those of symbol fonts, from U+F000 on.
fn from_symbol_area(letters: &str) -> String {
    let plain = |c: char| match u32::from(c) {
        code @ 0xF020..=0xF0FF => char::from_u32(code - 0xF000).unwrap_or(c),
        _ => c,
    };
    letters.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_decide_what_letters_show() {
        for (font, letters, shown) in [
            (".VnTime", "KÕ ho¹ch", "Kế hoạch"),
            (".VnTimeH", "kÕ ho¹ch n¨m 2024", "KẾ HOẠCH NĂM 2024"),
            (".VNARIAL", "\u{F0AE}Þnh", "định"),
            (".VnTime", "Kế hoạch", "Kế hoạch"),
            (".VnTime", "nh\u{ad}", "như"),
            ("VNI-Helve", "Keá hoaïch", "Kế hoạch"),
            ("Symbol", "\u{F0B7}", "•"),
            ("Times New Roman", "KÕ \u{F0B7}", "KÕ •"),
        ] {
            assert_eq!(Font::named(font).shown(letters), shown, "{font}");
        }
    }
}
