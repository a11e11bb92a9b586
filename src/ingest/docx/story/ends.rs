//! Paragraphs and tables that end, and where their words go.

use super::{Block, Holder, Paragraph, Place, RawKind, RawLine, Story, Table};

impl Story<'_> {
    /// The label that the paragraph's list gives it.
    pub(super) fn label(&mut self, paragraph: &Paragraph) -> String {
        let style = self.shared.styles.paragraph(paragraph.style.as_deref());
        let own = &paragraph.in_list;
        let Some(list) = own.list.as_ref().or(style.in_list.list.as_ref()) else { return String::new() };
        if list == "0" {
            return String::new();
        }
        let lists = &self.shared.lists;
        // a style may be tied to a level by the list, too
        let of_style = || style.lineage.iter().find_map(|id| lists.level_of_style(list, id));
        let inherited = || style.in_list.level.or_else(of_style);
        let level = match (own.level, &own.list) {
            (Some(level), _) => level,
            (None, Some(_)) => of_style().unwrap_or(0),
            (None, None) => inherited().unwrap_or(0),
        };
        self.counters.next(lists, list, level)
    }

    pub(super) fn end_paragraph(&mut self, mut paragraph: Paragraph) {
        let around = self.holders.len();
        if let Some((_, before)) = self.carried.take_if(|(holders, _)| *holders == around) {
            paragraph.prepend(before);
        }
        if paragraph.joins_next {
            self.left_out.deleted += 1;
            paragraph.joins_next = false;
            self.carried = Some((around, paragraph));
            return;
        }
        self.left_out.hidden += usize::from(paragraph.hides);
        let style = self.shared.styles.paragraph(paragraph.style.as_deref()).setting;
        let unseen = paragraph.is_blank() && paragraph.mark.over(style).hidden == Some(true);
        let label = if unseen || self.is_muted() { String::new() } else { self.label(&paragraph) };
        let words = paragraph.words(&mut self.read_in);
        let in_table = matches!(self.holders.last(), Some(Holder::Table(_)));
        let words = match (label.trim(), words.is_empty()) {
            ("", _) => words,
            (label, true) if in_table => label.to_owned(),
            (_, true) => words,
            (label, false) => format!("{label} {words}"),
        };
        let place = Place::Paragraph(self.paragraphs);
        for line in paragraph.boxes_before.into_iter().chain([words]).chain(paragraph.boxes_after) {
            self.put(Block::Line(line), &place);
        }
        if !paragraph.notes.is_empty() {
            match self.row() {
                Some(row) => row.notes.extend(paragraph.notes),
                None => self.put_notes(&paragraph.notes, &place),
            }
        }
    }

    pub(super) fn end_table(&mut self, table: Table) {
        let number = self.tables;
        for (row, blocks, notes) in table.finish() {
            let place = Place::Row { table: number, row };
            for block in blocks {
                self.put(block, &place);
            }
            match self.row() {
                Some(outer) => outer.notes.extend(notes),
                None => self.put_notes(&notes, &place),
            }
        }
    }

    /// Gives words to the container around them, or to the story itself.
    pub(super) fn put(&mut self, block: Block, place: &Place) {
        let lines = |block: Block| match block {
            Block::Line(words) => words,
            Block::Row(cells) => cells.join(" "),
        };
        match self.holders.last_mut() {
            Some(Holder::Table(_)) => {
                if let Some(cell) = self.row().and_then(|row| row.cells.last_mut()) {
                    cell.blocks.push(block);
                }
            }
            Some(Holder::Box(held, _) | Holder::Note(_, held)) => held.push(lines(block)),
            Some(Holder::Paragraph(host)) => host.boxes_after.push(lines(block)),
            None => match block {
                Block::Row(cells) => {
                    self.lines.push(RawLine::new(RawKind::Row, cells.join("\t"), place.clone()));
                }
                Block::Line(words) => {
                    let lines = words.split('\n').filter(|line| !line.trim().is_empty());
                    let lines = lines.map(|line| RawLine::new(RawKind::Line, line.to_owned(), place.clone()));
                    self.lines.extend(lines);
                }
            },
        }
    }

    pub(super) fn put_notes(&mut self, notes: &[(usize, String)], place: &Place) {
        for (number, words) in notes {
            if self.holders.is_empty() {
                let words = format!("[{number}] {words}");
                self.lines.push(RawLine::new(RawKind::Note, words, place.clone()));
            } else if let Some(Holder::Paragraph(host)) =
                self.holders.iter_mut().rev().find(|h| matches!(h, Holder::Paragraph(_)))
            {
                host.notes.push((*number, words.clone()));
            }
        }
    }
}
