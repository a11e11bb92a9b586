//! Characters of symbol fonts, as what a reader sees. Word stores them as codes of the font, in ASCII or at U+F000.

/// The font families whose letters are pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SymbolFont {
    /// `Symbol`
    Symbol,
    /// `Wingdings` and its likes.
    Wingdings,
}

impl SymbolFont {
    pub(super) fn named(font: &str) -> Option<Self> {
        let font = font.trim().to_ascii_lowercase();
        match font.as_str() {
            "symbol" | "symbolmt" | "standard symbols ps" | "opensymbol" | "starsymbol" => Some(Self::Symbol),
            _ if font.starts_with("wingdings") || font.starts_with("webdings") => Some(Self::Wingdings),
            _ => None,
        }
    }
}

/// What the character looks like. Without a font, only what no other font would use is taken for a symbol.
pub(super) fn shown(font: Option<SymbolFont>, c: char) -> char {
    let code = match u32::from(c) {
        code @ 0xF000..=0xF0FF => code - 0xF000,
        code @ 0x20..=0xFF if font.is_some() => code,
        _ => return c,
    };
    let code = u8::try_from(code).unwrap_or_default();
    let first = if font == Some(SymbolFont::Wingdings) { WINGDINGS } else { SYMBOL };
    let found = first.iter().chain(if font.is_none() { WINGDINGS } else { &[] }).find(|(known, _)| *known == code);
    match found {
        Some(&(_, shown)) => shown,
        // digits, signs and punctuation of the Symbol font are those of all fonts
        None if font != Some(SymbolFont::Wingdings) && (0x20..0x40).contains(&code) => char::from(code),
        None => '•',
    }
}

const SYMBOL: &[(u8, char)] = &[
    (0x2D, '-'),
    (0x2B, '+'),
    (0x2A, '*'),
    (0x2F, '/'),
    (0x3C, '<'),
    (0x3E, '>'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x64, 'δ'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0xA2, '′'),
    (0xA3, '≤'),
    (0xA4, '⁄'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xD7, '·'),
    (0xDE, '⇒'),
    (0xE5, '∑'),
];

const WINGDINGS: &[(u8, char)] = &[
    (0x20, ' '),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, '□'),
    (0x71, '□'),
    (0x72, '□'),
    (0x73, '◆'),
    (0x74, '◆'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9E, '•'),
    (0x9F, '•'),
    (0xA0, '▪'),
    (0xA1, '○'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xAA, '✦'),
    (0xAB, '★'),
    (0xB2, '✧'),
    (0xD8, '➢'),
    (0xDC, '➢'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_what_they_look_like() {
        for (font, code, looks) in [
            ("Symbol", '\u{F0B7}', '•'),
            ("Symbol", '\u{B7}', '•'),
            ("Symbol", '\u{F02D}', '-'),
            ("Symbol", '\u{F0B3}', '≥'),
            ("Symbol", '5', '5'),
            ("Wingdings", '\u{F0A7}', '▪'),
            ("Wingdings", '\u{F0D8}', '➢'),
            ("Wingdings", 'v', '❖'),
            ("Wingdings 2", '\u{F012}', '•'),
            ("Times New Roman", '-', '-'),
            ("Times New Roman", 'v', 'v'),
            ("", '\u{F02D}', '-'),
            ("", '\u{F0B7}', '•'),
            ("", '\u{F0D8}', '➢'),
            ("", 'ế', 'ế'),
            ("Symbol", 'ế', 'ế'),
        ] {
            assert_eq!(shown(SymbolFont::named(font), code), looks, "{font} {code:?}");
        }
    }
}
