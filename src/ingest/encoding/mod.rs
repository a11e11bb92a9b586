//! What bytes of text mean: Unicode, or one of the encodings that Vietnamese was written in before it.
//!
//! Nothing in such bytes names their encoding, and what guesses encodings elsewhere knows no Vietnamese ones. So each
//! is tried, and the one whose words are Vietnamese syllables is taken.

mod capitals;
mod detect;
mod letters;
mod mojibake;
#[cfg(test)]
mod round_trip;
mod score;
mod tables;
mod unicode;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

pub(in crate::ingest) use detect::decode_as_words;
pub use detect::old_letters;
pub use letters::{decode_font, decode_tcvn3, decode_vni};

use super::Notice;
use crate::error::Error;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows' code page for Vietnamese: tones are characters of their own.
    Windows1258,
    /// Windows' code page for western Europe.
    Windows1252,
    /// TCVN 5712:1993, set VN3, known as ABC.
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// VISCII, RFC 1456.
    Viscii,
}

impl Encoding {
    /// All encodings. Where two read a text equally well, the first is taken.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Tcvn3,
        Self::Windows1258,
        Self::Vni,
        Self::Viscii,
        Self::Windows1252,
    ];

    /// The name in `source.encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Windows1252 => "windows-1252",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
        }
    }

    /// The encoding of a name, in any letter case.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        Some(match name.as_str() {
            "utf8" => Self::Utf8,
            "utf-16" | "utf16" | "utf16le" => Self::Utf16Le,
            "utf16be" => Self::Utf16Be,
            "cp1258" => Self::Windows1258,
            "cp1252" | "latin1" | "iso-8859-1" | "us-ascii" => Self::Windows1252,
            "abc" | "tcvn" | "x-viet-tcvn5712" => Self::Tcvn3,
            "x-viet-vni" => Self::Vni,
            _ => return Self::ALL.into_iter().find(|e| e.name() == name),
        })
    }

    /// The text of bytes without a byte-order mark. Bytes that begin no character become U+FFFD.
    fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Utf16Le => unicode::utf_16(bytes, u16::from_le_bytes).into(),
            Self::Utf16Be => unicode::utf_16(bytes, u16::from_be_bytes).into(),
            Self::Windows1258 => {
                let text = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes).0;
                text.nfc().collect::<String>().into()
            }
            Self::Windows1252 => letters::windows_1252(bytes),
            Self::Tcvn3 => capitals::restore(&decode_tcvn3(&letters::windows_1252(bytes))).into(),
            Self::Vni => decode_vni(&letters::windows_1252(bytes)).into(),
            Self::Viscii => letters::decode_viscii(bytes).into(),
        }
    }
}

/// Bytes made text.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text. Of UTF-8 without faults the bytes themselves.
    pub text: Cow<'a, str>,
    /// What they were read as.
    pub encoding: Encoding,
    /// What was repaired or is not certain.
    pub notices: Vec<Notice>,
}

/// Reads bytes as text: as `forced`, if given, else as what reads as Vietnamese.
pub fn decode(bytes: &[u8], forced: Option<Encoding>) -> Result<Decoded<'_>, Error> {
    let marked = unicode::byte_order_mark(bytes);
    let (encoding, bytes) = match (forced, marked) {
        // a mark of another encoding is no mark
        (Some(forced), Some((encoding, rest))) if forced == encoding => (Some(forced), rest),
        (Some(forced), _) => (Some(forced), bytes),
        (None, Some((encoding, rest))) => (Some(encoding), rest),
        (None, None) => (None, bytes),
    };
    match encoding {
        Some(encoding) => {
            let mut decoded = Decoded { text: encoding.decode(bytes), encoding, notices: Vec::new() };
            decoded.note_replaced();
            Ok(if forced.is_none() { detect::mend(decoded) } else { decoded })
        }
        None => detect::decode(bytes).map(detect::mend),
    }
}

impl Decoded<'_> {
    fn note_replaced(&mut self) {
        if let Cow::Owned(text) = &self.text {
            let replaced = text.matches('\u{fffd}').count();
            if replaced > 0 {
                let message =
                    format!("bytes in {replaced} places are no {}; U+FFFD stands for them", self.encoding.name());
                self.notices.push(Notice { code: "bytes-replaced", message });
            }
        }
    }
}
