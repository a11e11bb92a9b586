//! Letters of encodings older than Unicode inside Word files: told by their fonts, and where a conversion lost those, by
//! what reads as Vietnamese.

use crate::ingest::{
    RawLine,
    encoding::{self, Encoding},
};

/// How many letters beyond ASCII were read in which encoding.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    pub(super) unicode: usize,
    pub(super) tcvn3: usize,
    pub(super) vni: usize,
}

impl Letters {
    /// The encoding of most letters.
    pub(super) fn encoding(self) -> Encoding {
        let old = if self.tcvn3 >= self.vni { (self.tcvn3, Encoding::Tcvn3) } else { (self.vni, Encoding::Vni) };
        if old.0 > self.unicode { old.1 } else { Encoding::Utf8 }
    }

    pub(super) fn old(self) -> usize {
        self.tcvn3 + self.vni
    }
}

/// Letters beyond ASCII.
pub(super) fn marked(words: &str) -> usize {
    words.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).count()
}

/// Reads back lines whose letters are those of an old encoding although no font says so. Lines that hold letters of
/// Vietnamese stay as they are; the others are judged together, since one line may be too short to tell.
pub(super) fn read_back(lines: &mut [RawLine], letters: &mut Letters) {
    let suspects: Vec<usize> = (0..lines.len()).filter(|&i| is_suspect(&lines[i].text)).collect();
    let joined = suspects.iter().map(|&i| lines[i].text.as_ref()).collect::<Vec<_>>().join("\n");
    let Some((encoding, whole)) = encoding::old_letters(&joined) else { return };
    let found = marked(&joined);
    letters.unicode = letters.unicode.saturating_sub(found);
    if encoding == Encoding::Vni {
        letters.vni += found;
    } else {
        letters.tcvn3 += found;
    }
    let mut decoded = whole.split('\n');
    for i in suspects {
        let own = lines[i].text.matches('\n').count() + 1;
        let read: Vec<&str> = decoded.by_ref().take(own).collect();
        lines[i].text = read.join("\n").into();
    }
}

/// Letters beyond ASCII, but none that only Vietnamese has in Unicode.
fn is_suspect(words: &str) -> bool {
    !words.is_ascii() && !words.chars().any(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'ă' | 'Ă' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | '\u{300}'..='\u{323}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Place, RawKind};

    fn read(lines: &[&str]) -> (Vec<String>, Encoding) {
        let mut lines: Vec<RawLine> =
            lines.iter().map(|l| RawLine::new(RawKind::Line, (*l).to_owned(), Place::Paragraph(1))).collect();
        let mut letters = Letters { unicode: lines.iter().map(|l| marked(&l.text)).sum(), ..Letters::default() };
        read_back(&mut lines, &mut letters);
        (lines.into_iter().map(|l| l.text.into_owned()).collect(), letters.encoding())
    }

    #[test]
    fn lines_without_their_fonts_are_read_back() {
        let old = ["KÕ ho¹ch", "Thùc hiÖn c«ng t¸c b¶o vÖ\n®Êt trång lóa n¨m 2012 cña huyÖn", "I. Môc ®Ých", "Sở Y tế"];
        let (lines, encoding) = read(&old);
        assert_eq!(
            lines,
            ["Kế hoạch", "Thực hiện công tác bảo vệ\nđất trồng lúa năm 2012 của huyện", "I. Mục đích", "Sở Y tế"]
        );
        assert_eq!(encoding, Encoding::Tcvn3);
        let vni = ["Keá hoaïch", "Thöïc hieän coâng taùc baûo veä ñaát troàng luùa naêm 2012 cuûa huyeän"];
        let (lines, encoding) = read(&vni);
        assert_eq!((lines[0].as_str(), encoding), ("Kế hoạch", Encoding::Vni));
    }

    #[test]
    fn other_languages_and_short_words_stay() {
        for lines in [
            &["Résumé des activités réalisées à l'école, décembre: très bien, été, hôtel, fenêtre"][..],
            &["Ti lê: 5 % ± 2 °C", "Sở Y tế tỉnh"],
            &["à"],
        ] {
            let (read, encoding) = read(lines);
            assert_eq!(
                (read.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), encoding),
                (lines, Encoding::Utf8)
            );
        }
    }
}
