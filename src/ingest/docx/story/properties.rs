//! What a file says of its paragraphs, runs and cells.

use super::{Open, Story, Tag};

impl Story<'_> {
    pub(super) fn paragraph_property(&mut self, parent: Open, tag: &Tag) -> Option<Open> {
        let name = tag.name();
        let paragraph = self.paragraph()?;
        match (parent, name) {
            (Open::ParagraphProperties, "pStyle") => paragraph.style = tag.val(),
            (Open::ParagraphProperties, "numPr") => return Some(Open::InList),
            (Open::ParagraphProperties, "rPr") => return Some(Open::ParagraphMark),
            (Open::InList, _) => paragraph.in_list.read(tag),
            (Open::ParagraphMark, "del" | "moveFrom") => paragraph.joins_next = true,
            (Open::ParagraphMark, _) => paragraph.mark.read(tag),
            _ => {}
        }
        None
    }

    pub(super) fn run_property(&mut self, tag: &Tag) {
        let Some(run) = self.runs.last_mut() else { return };
        match tag.name() {
            "rStyle" => run.style = tag.val().map(|id| self.shared.styles.run(&id)).unwrap_or_default(),
            _ => run.own.read(tag),
        }
    }

    pub(super) fn table_property(&mut self, tag: &Tag) {
        let Some(row) = self.row() else { return };
        match tag.name() {
            "gridBefore" => row.before = tag.number("val").unwrap_or_default(),
            "del" if !row.deleted => {
                row.deleted = true;
                self.deleted_rows += 1;
                self.left_out.deleted += 1;
            }
            name => {
                let Some(cell) = row.cells.last_mut() else { return };
                match name {
                    "gridSpan" => cell.span = tag.number("val").unwrap_or(1),
                    "vMerge" | "hMerge" => cell.continues = tag.val().is_none_or(|v| v == "continue"),
                    "cellDel" => cell.deleted = true,
                    _ => {}
                }
            }
        }
    }
}
