//! What is encoded comes back, for each plan that the project holds and for any words of them.

use std::{collections::HashMap, fs, sync::LazyLock};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{Encoding, decode, tables::TABLES};

static WINDOWS_1258: LazyLock<HashMap<char, u8>> = LazyLock::new(|| {
    let read = |b: u8| encoding_rs::WINDOWS_1258.decode_without_bom_handling(&[b]).0.chars().next();
    (0..=255).filter_map(|b| Some((read(b)?, b))).collect()
});

/// Bytes of a text in NFC; `None` when the encoding lacks a character.
fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    let single = |table: &[Option<char>; 256], c: char| {
        let own = table.iter().position(|t| *t == Some(c)).and_then(|b| u8::try_from(b).ok());
        own.or_else(|| western(c).filter(|b| (c.is_ascii() || !c.is_alphabetic()) && table[usize::from(*b)].is_none()))
    };
    match encoding {
        Encoding::Utf8 => Some(text.as_bytes().to_vec()),
        Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::Windows1252 => text.chars().map(western).collect(),
        Encoding::Tcvn3 => text.chars().map(|c| single(&TABLES.tcvn3, c)).collect(),
        Encoding::Viscii => {
            // where its letters leave no place, it has no punctuation of windows-1252 either
            let own = |c: char| if c.is_ascii() { u8::try_from(c).ok() } else { None };
            text.chars().map(|c| single(&TABLES.viscii, c).filter(|_| is_letter(c)).or_else(|| own(c))).collect()
        }
        Encoding::Vni => {
            let mut bytes = Vec::new();
            for c in text.chars() {
                if let Some(byte) = single(&TABLES.vni, c) {
                    bytes.push(byte);
                    continue;
                }
                let mut parts = c.nfd();
                let first = parts.next()?;
                let marks: String = parts.collect();
                // ơ and ư are letters of their own
                let (letter, marks) = match marks.strip_prefix('\u{31b}') {
                    Some(rest) => (format!("{first}\u{31b}").nfc().next()?, rest.to_owned()),
                    None if marks.starts_with('\u{323}') && marks.len() > 2 => {
                        (first, format!("{}\u{323}", &marks["\u{323}".len()..]))
                    }
                    None => (first, marks),
                };
                let mark = TABLES.vni_marks.iter().rposition(|m| *m == marks && !m.is_empty())?;
                let mark = if letter.is_uppercase() { mark - 0x20 } else { mark };
                bytes.push(single(&TABLES.vni, letter)?);
                bytes.push(u8::try_from(mark).ok()?);
            }
            Some(bytes)
        }
        Encoding::Windows1258 => {
            let mut bytes = Vec::new();
            for c in text.chars() {
                let marks = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
                let tone: Vec<char> = std::iter::once(c).nfd().filter(marks).collect();
                let rest: String = std::iter::once(c).nfd().filter(|c| !marks(c)).nfc().collect();
                for c in rest.chars().chain(tone) {
                    let byte = *WINDOWS_1258.get(&c)?;
                    bytes.push(byte);
                }
            }
            Some(bytes)
        }
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

fn western(c: char) -> Option<u8> {
    let mut letter = [0; 4];
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut letter));
    if lost { None } else { bytes.first().copied() }
}

/// The plans of the project, without the few characters that no old encoding has.
fn plans() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/plans");
    let paths = fs::read_dir(folder).expect("the corpus").map(|e| e.expect("an entry").path());
    let texts = paths.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md"));
    let text = |path| fs::read_to_string(path).expect("UTF-8").trim_start_matches('\u{feff}').nfc().collect::<String>();
    texts.map(text).collect()
}

/// Only what the encoding can write.
fn writable(text: &str, encoding: Encoding) -> String {
    text.chars().filter(|c| encode(c.encode_utf8(&mut [0; 4]), encoding).is_some()).collect()
}

/// Tones of capitals are lost in TCVN3; what can be told comes back, so only letter case may differ.
fn same(a: &str, b: &str, encoding: Encoding) -> bool {
    if encoding == Encoding::Tcvn3 { a.to_lowercase() == b.to_lowercase() } else { a == b }
}

/// TCVN3 is written with small letters where it has no capitals.
fn for_tcvn3(text: &str) -> String {
    let small = |c: char| {
        let lacks = encode(c.encode_utf8(&mut [0; 4]), Encoding::Tcvn3).is_none();
        if lacks { c.to_lowercase().next().unwrap_or(c) } else { c }
    };
    text.chars().map(small).collect()
}

#[test]
fn each_encoding_is_told_and_read() {
    let plans = plans();
    assert!(plans.len() > 5);
    for encoding in Encoding::ALL.into_iter().filter(|e| *e != Encoding::Windows1252) {
        for plan in &plans {
            let plan = if encoding == Encoding::Tcvn3 { for_tcvn3(plan) } else { plan.clone() };
            let text = writable(&plan, encoding);
            assert!(text.len() * 100 > plan.len() * 98, "{encoding:?} can hardly write a plan");
            let bytes = encode(&text, encoding).expect("only what can be written");
            let decoded = decode(&bytes, None).expect("text");
            assert_eq!(decoded.encoding, encoding, "{}", &text[..text.floor_char_boundary(200)]);
            assert!(same(&decoded.text, &text, encoding), "{encoding:?}");
            assert!(decoded.notices.is_empty(), "{encoding:?}: {:?}", decoded.notices);
        }
    }
}

#[test]
fn a_plan_read_wrongly_is_read_back() {
    for plan in plans() {
        let wrong: String = encoding_rs::WINDOWS_1252.decode_without_bom_handling(plan.as_bytes()).0.into_owned();
        for text in
            [wrong.clone(), encoding_rs::WINDOWS_1252.decode_without_bom_handling(wrong.as_bytes()).0.into_owned()]
        {
            let decoded = decode(text.as_bytes(), None).expect("text");
            assert_eq!(decoded.text, plan);
            assert_eq!(decoded.notices[0].code, "encoding-repaired");
        }
        // other programs drop the five bytes that windows-1252 leaves out
        let damaged: String =
            wrong.chars().map(|c| if ('\u{80}'..'\u{a0}').contains(&c) { '\u{fffd}' } else { c }).collect();
        let decoded = decode(damaged.as_bytes(), None).expect("text");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (told, whole) = (words(&decoded.text), words(&plan));
        assert_eq!(told.len(), whole.len());
        let wrong: Vec<_> = told.iter().zip(&whole).filter(|(a, b)| a != b && !a.contains('\u{fffd}')).collect();
        assert!(wrong.is_empty(), "told wrongly: {wrong:?}");
        let left = told.iter().filter(|w| w.contains('\u{fffd}')).count();
        assert!(left * 100 < whole.len(), "{left} of {} words are still damaged", whole.len());
    }
}

#[test]
fn old_letters_in_unicode_text_are_read_back() {
    for (encoding, text) in [
        (Encoding::Tcvn3, "ñy ban nh©n d©n tØnh ban hµnh kÕ ho¹ch ph¸t triÓn n«ng nghiÖp bÒn v÷ng"),
        (Encoding::Vni, "Uûy ban nhaân daân tænh ban haønh keá hoaïch phaùt trieån noâng nghieäp beàn vöõng"),
    ] {
        let decoded = decode(text.as_bytes(), None).expect("text");
        assert_eq!(decoded.encoding, encoding);
        assert_eq!(
            decoded.text.to_lowercase(),
            "ủy ban nhân dân tỉnh ban hành kế hoạch phát triển nông nghiệp bền vững"
        );
    }
}

#[test]
fn what_is_not_certain_is_said() {
    let codes = |bytes: &[u8]| decode(bytes, None).expect("text").notices.iter().map(|n| n.code).collect::<Vec<_>>();
    // a word or two tell nothing, nor do those of other languages
    assert_eq!(codes(b"Ca\xf8 ph\xea"), ["encoding-uncertain"]);
    assert_eq!(codes(b"caf\xe9 na\xefve r\xe9sum\xe9 \xe0 la carte"), ["encoding-uncertain"]);
    assert_eq!(codes("Kế hoạch năm 2025".as_bytes()), [""; 0]);
    assert_eq!(codes("thị xã Sơn Tây".repeat(9).as_bytes().split_last().expect("bytes").1), [""; 0]);
    assert!(codes(&[&"Kế hoạch năm ".repeat(9).into_bytes()[..], b"\xff"].concat()).contains(&"bytes-replaced"));
}

#[test]
fn a_given_encoding_is_taken() {
    let decoded = decode("Kế".as_bytes(), Some(Encoding::Windows1252)).expect("text");
    assert_eq!((decoded.text.as_ref(), decoded.encoding), ("Káº¿", Encoding::Windows1252));
    let decoded = decode(b"\xff\xfeK\x00", Some(Encoding::Utf16Le)).expect("text");
    assert_eq!(decoded.text, "K");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_text_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes, None);
        for encoding in Encoding::ALL {
            let _ = decode(&bytes, Some(encoding));
        }
    }

    #[test]
    fn lines_of_plans_come_back(seed in 0..150_usize) {
        static PLANS: LazyLock<Vec<String>> = LazyLock::new(plans);
        for encoding in Encoding::ALL {
            for plan in PLANS.iter().take(3) {
                let Some(line) = plan.lines().nth(seed) else { continue };
                let text = writable(line, encoding);
                let bytes = encode(&text, encoding).expect("only what can be written");
                prop_assert!(same(&decode(&bytes, Some(encoding)).expect("text").text, &text, encoding));
            }
        }
    }
}
