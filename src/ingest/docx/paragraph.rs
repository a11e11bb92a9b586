//! A paragraph while it is being read: its letters with how they are set, and what it says of itself.

use super::{
    fonts::Font,
    old_letters::{Letters, marked},
    styles::{InList, Setting},
};

/// Letters that are set alike.
#[derive(Debug)]
struct Piece {
    letters: String,
    setting: Setting,
}

/// A paragraph and what was found in it.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pieces: Vec<Piece>,
    pub(super) style: Option<String>,
    pub(super) in_list: InList,
    /// How its mark, and with it its number, is set.
    pub(super) mark: Setting,
    /// Its mark was deleted: it goes on in the next paragraph.
    pub(super) joins_next: bool,
    /// Some of its letters are hidden.
    pub(super) hides: bool,
    /// Lines of boxes that are anchored in it before and after its first letter.
    pub(super) boxes_before: Vec<String>,
    pub(super) boxes_after: Vec<String>,
    /// The footnotes that it refers to, by their printed numbers.
    pub(super) notes: Vec<(usize, String)>,
}

impl Paragraph {
    /// Adds letters.
    pub(super) fn push(&mut self, letters: &str, setting: Setting) {
        if setting.hidden == Some(true) {
            self.hides |= !letters.trim().is_empty();
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.setting == setting => last.letters.push_str(letters),
            _ => self.pieces.push(Piece { letters: letters.to_owned(), setting }),
        }
    }

    /// Nothing of it is to be seen yet.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|p| p.letters.trim().is_empty())
    }

    /// Puts what a paragraph without an end of its own holds before what this one holds.
    pub(super) fn prepend(&mut self, mut before: Paragraph) {
        before.pieces.append(&mut self.pieces);
        self.pieces = before.pieces;
        before.notes.append(&mut self.notes);
        self.notes = before.notes;
        before.boxes_before.append(&mut self.boxes_before);
        self.boxes_before = before.boxes_before;
        before.boxes_after.append(&mut self.boxes_after);
        self.boxes_after = before.boxes_after;
        self.hides |= before.hides;
    }

    /// The words as a reader sees them, a line a printed line; tabs that only indent are gone.
    pub(super) fn words(&self, letters: &mut Letters) -> String {
        let mut words = String::new();
        for piece in &self.pieces {
            let font = piece.setting.font.unwrap_or_default();
            let shown = font.shown(&piece.letters);
            let count = match font {
                Font::Old("VNI-Times") if shown != piece.letters => &mut letters.vni,
                Font::Old(_) if shown != piece.letters => &mut letters.tcvn3,
                _ => &mut letters.unicode,
            };
            *count += marked(&piece.letters);
            if piece.setting.capitals == Some(true) {
                words.push_str(&shown.to_uppercase());
            } else {
                words.push_str(&shown);
            }
        }
        let lines = words.split('\n').map(|line| spaced(line.trim()));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// Tabs between two runs of words set them apart on a line, as blanks do; more make columns.
fn spaced(line: &str) -> String {
    if !line.contains('\t') {
        return line.to_owned();
    }
    let parts: Vec<&str> = line.split('\t').map(str::trim).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        // a marker and its words
        [marker, words] if marker.chars().count() <= 8 && !marker.contains(' ') => format!("{marker} {words}"),
        [_, _] => parts.join("        "),
        _ => parts.join("\t"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_words() {
        let mut paragraph = Paragraph::default();
        let capitals = Setting { capitals: Some(true), ..Setting::default() };
        let hidden = Setting { hidden: Some(true), ..Setting::default() };
        paragraph.push("\tKế ", Setting::default());
        paragraph.push("hoạch", capitals);
        paragraph.push("ẩn", hidden);
        paragraph.push("\n a\tb", Setting::default());
        assert_eq!(paragraph.words(&mut Letters::default()), "Kế HOẠCH\na b");
        assert!(paragraph.hides && !paragraph.is_blank());
    }

    #[test]
    fn tabs_set_apart() {
        for (line, words) in [
            ("1.\tMục tiêu", "1. Mục tiêu"),
            ("UBND TỈNH VÍ DỤ\t\tCỘNG HÒA", "UBND TỈNH VÍ DỤ        CỘNG HÒA"),
            ("TT\tNhiệm vụ\tĐơn vị", "TT\tNhiệm vụ\tĐơn vị"),
            ("\t", ""),
        ] {
            assert_eq!(spaced(line), words);
        }
    }
}
