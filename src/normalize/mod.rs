//! Characters only: one ordered list of steps over each line, lossless before lossy, the way back to the source kept.

mod controls;
mod entities;
mod look_alikes;
mod mapped;
mod marks;
mod nfc;
mod spaces;
mod stray_spaces;

pub use mapped::{Mapped, Origin};

use crate::ingest::{Flow, RawDocument, RawKind, RawLine};

/// One step over one line.
pub struct Step {
    /// What the step is called in the documentation.
    pub name: &'static str,
    /// It takes out marks that typing or copying left, which only plain text has.
    pub marks: bool,
    /// Changes the line in place.
    pub apply: fn(&mut Mapped),
}

/// The steps, in order. Marks that may span lines are taken out after them, by [`lines`].
pub const STEPS: &[Step] = &[
    Step { name: "controls", marks: false, apply: controls::apply },
    Step { name: "entities", marks: true, apply: entities::apply },
    Step { name: "nfc", marks: false, apply: nfc::apply },
    Step { name: "look-alikes", marks: false, apply: look_alikes::apply },
    Step { name: "spaces", marks: false, apply: spaces::apply },
];

/// A normalized line: runs of blanks and tabs still tell columns.
#[derive(Debug, Clone)]
pub struct NormalLine {
    /// The words with their way back.
    pub text: Mapped,
    /// What the file says it is.
    pub kind: RawKind,
    /// An emphasis opened on this line goes on to the next: the two are one paragraph.
    pub open_emphasis: bool,
    /// What the reader of the file knows of where the paragraph ends.
    pub flow: Flow,
    /// Its words were read from an image.
    pub recognized: bool,
    /// The first line of a page, where the file tells pages.
    pub opens_page: bool,
}

/// All lines of a document, normalized.
pub fn lines(raw: &RawDocument) -> Vec<NormalLine> {
    // in other formats a star is a star
    let marked = raw.format.is_plain_text();
    let mut emphasis = marks::Emphasis::default();
    let lines = raw.lines.iter().enumerate().map(|(number, line)| {
        let plain = is_plain(&line.text);
        let mut text = Mapped::new(line.text.as_ref(), number);
        if !plain {
            for step in STEPS.iter().filter(|step| marked || !step.marks) {
                (step.apply)(&mut text);
            }
        }
        let open_emphasis =
            marked && emphasis.strip(&mut text, |anywhere| closes_below(&raw.lines[number + 1..], anywhere));
        stray_spaces::apply(&mut text);
        // what a mark stood between may compose now
        if !plain && marked {
            nfc::apply(&mut text);
        }
        let recognized = !line.confidence.is_empty();
        NormalLine { text, kind: line.kind, open_emphasis, flow: line.flow, recognized, opens_page: line.opens_page }
    });
    lines.collect()
}

/// Does a paragraph go on below and end with the star that closes an emphasis opened before it, or `anywhere` hold it?
fn closes_below(below: &[RawLine], anywhere: bool) -> bool {
    for line in below.iter().take(8) {
        let line = line.text.trim();
        if line.is_empty() {
            return false;
        }
        if line.contains('*') {
            // a star that begins a line is the next item's
            return anywhere && (!line.starts_with('*') || line.matches('*').count() > 1)
                || line.matches('*').count() == 1 && line.len() > 1 && line.ends_with('*') && !line.ends_with(" *");
        }
    }
    false
}

/// No byte that any step would change: ASCII without `&`, `<` and controls, and the blocks that hold all composed
/// Vietnamese letters (U+00C0–U+02FF and U+1E00–U+1EFF) and the usual punctuation (U+2013–U+2027, ‰).
fn is_plain(line: &str) -> bool {
    const PLAIN: [bool; 256] = {
        let mut plain = [false; 256];
        let mut byte = 0x20;
        while byte < 0x7f {
            plain[byte] = byte != b'&' as usize && byte != b'<' as usize;
            byte += 1;
        }
        plain[b'\t' as usize] = true;
        plain
    };
    let bytes = line.as_bytes();
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        if PLAIN[usize::from(byte)] {
            i += 1;
            continue;
        }
        i += match byte {
            // `Ð`, `ð`, `Ɖ`, `Ƣ`, `ƣ`
            0xc3 if matches!(bytes.get(i + 1), Some(0x90 | 0xb0)) => return false,
            0xc6 if matches!(bytes.get(i + 1), Some(0x89 | 0xa2 | 0xa3)) => return false,
            0xc3..=0xcb => 2,
            0xe1 if matches!(bytes.get(i + 1), Some(0xb8..=0xbb)) => 3,
            0xe2 if matches!((bytes.get(i + 1), bytes.get(i + 2)), (Some(0x80), Some(0x93..=0xa7 | 0xb0))) => 3,
            _ => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;

    fn normal(text: &str) -> Vec<String> {
        let raw = ingest::read(text.as_bytes(), "plan.txt".as_ref(), &ingest::Options::default()).expect("text");
        lines(&raw).into_iter().map(|l| l.text.as_str().to_owned()).collect()
    }

    #[test]
    fn letters_that_only_look_alike() {
        assert_eq!(normal("167/2013/NÐ-CP, ðiểm 1\n8 Ɖiều"), ["167/2013/NĐ-CP, điểm 1", "8 Điều"]);
        assert_eq!(normal("TRƢỜNG HỌC\n\ndƣới 5%"), ["TRƯỜNG HỌC", "", "dưới 5%"]);
    }

    #[test]
    fn characters_become_one_kind() {
        for (raw, clean) in [
            ("Kê\u{301} hoa\u{323}ch", "Kế hoạch"),
            ("Sở\u{a0}Y tế\u{200b}", "Sở Y tế"),
            ("**I. MỤC TIÊU**", "I. MỤC TIÊU"),
            ("*Căn cứ Luật Đất đai;*", "Căn cứ Luật Đất đai;"),
            ("* Nhiệm vụ chung", "* Nhiệm vụ chung"),
            ("\u{fb40}*\u{16ff0}", "\u{5e0}\u{16ff0}\u{5bc}"),
            ("(*) Ghi chú", "(*) Ghi chú"),
            ("<p>Đẩy mạnh</p>", "Đẩy mạnh"),
            ("Tỷ lệ &lt; 5% &amp; giảm", "Tỷ lệ < 5% & giảm"),
            ("x < 5 và y > 3", "x < 5 và y > 3"),
            ("## II. NHIỆM VỤ", "II. NHIỆM VỤ"),
            ("47\u{2011}NQ/TW", "47-NQ/TW"),
            ("phát\u{ad} triển", "phát triển"),
        ] {
            assert_eq!(normal(raw), [clean], "{raw}");
        }
    }

    #[test]
    fn an_emphasis_over_two_lines_is_no_bullet() {
        assert_eq!(
            lines_of("* (Kèm theo Quyết định số 1/QĐ-X\ncủa Sở Ví dụ)*"),
            ["(Kèm theo Quyết định số 1/QĐ-X", "của Sở Ví dụ)"]
        );
        assert_eq!(lines_of("* Nhiệm vụ chung\n* Nhiệm vụ riêng"), ["* Nhiệm vụ chung", "* Nhiệm vụ riêng"]);
    }

    fn lines_of(text: &str) -> Vec<String> {
        normal(text).into_iter().map(|l| l.trim().to_owned()).collect()
    }

    #[test]
    fn normal_text_stays() {
        for text in ["A\tB  C", "– 5 % (10‰) “x”…", "đồng/lao động/năm"] {
            assert_eq!(normal(text), [text]);
        }
    }
}
