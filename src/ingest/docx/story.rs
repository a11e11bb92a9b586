//! Walks through a story of a Word file (the body, the footnotes): paragraphs, tables, boxes, in the order of reading.
//!
//! Nothing here recurses: what is open stands in two stacks, one of elements and one of the containers that gather words.

mod ends;
mod letters;
mod properties;

use std::collections::HashMap;

use super::{
    fonts::Font,
    numbering::{Counters, Lists},
    old_letters::Letters,
    paragraph::Paragraph,
    styles::{Setting, Styles},
    table::{Block, Cell, Row, Table},
    xml::{Node, Tag, Xml},
};
use crate::{
    error::Error,
    ingest::{Place, RawKind, RawLine},
};

/// What all stories of a file share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    /// The words of footnotes and endnotes by the element that refers to them and their number in the file.
    pub(super) notes: HashMap<(&'static str, String), String>,
}

/// What was left out on the way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LeftOut {
    pub(super) hidden: usize,
    pub(super) deleted: usize,
    pub(super) contents: bool,
    pub(super) pictures: usize,
}

/// An open element, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Other,
    Paragraph,
    ParagraphProperties,
    ParagraphMark,
    InList,
    Run,
    RunProperties,
    Letters,
    Instruction,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Box,
    Note,
    Drawing,
    Alternative { taken: bool },
}

/// A container that gathers words.
#[derive(Debug)]
enum Holder {
    Paragraph(Paragraph),
    Table(Table),
    /// A text box, and how many drawings were open around it.
    Box(Vec<String>, usize),
    Note(String, Vec<String>),
}

#[derive(Debug, Default)]
struct Run {
    own: Setting,
    style: Setting,
    below: Setting,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    shows_result: bool,
    is_contents: bool,
}

/// Tables inside tables beyond this depth are an attack; their words go to the table around them.
const DEEPEST_TABLE: usize = 16;

pub(super) struct Story<'a> {
    shared: &'a Shared,
    counters: Counters,
    open: Vec<Open>,
    holders: Vec<Holder>,
    runs: Vec<Run>,
    fields: Vec<Field>,
    /// A paragraph whose mark was deleted, and how many holders were around it.
    carried: Option<(usize, Paragraph)>,
    drawings: usize,
    tables_open: usize,
    deleted_rows: usize,
    contents_next: bool,
    paragraphs: usize,
    tables: usize,
    notes_shown: usize,
    pub(super) lines: Vec<RawLine<'static>>,
    /// Of a story of notes: their words by their numbers in the file.
    pub(super) notes: Vec<(String, String)>,
    pub(super) left_out: LeftOut,
    pub(super) read_in: Letters,
}

/// What a tag directly in a run is.
enum InRun {
    /// Something that stays open.
    Opens(Open),
    /// It has been read.
    Done,
    /// Nothing special.
    Nothing,
}

impl<'a> Story<'a> {
    /// Reads a part.
    pub(super) fn read(part: &str, shared: &'a Shared) -> Result<Self, Error> {
        let mut story = Self {
            shared,
            counters: Counters::default(),
            open: Vec::new(),
            holders: Vec::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            carried: None,
            drawings: 0,
            tables_open: 0,
            deleted_rows: 0,
            contents_next: false,
            paragraphs: 0,
            tables: 0,
            notes_shown: 0,
            lines: Vec::new(),
            notes: Vec::new(),
            left_out: LeftOut::default(),
            read_in: Letters::default(),
        };
        let mut xml = Xml::new(part);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => match story.enter(&tag) {
                    Some(open) => story.open.push(open),
                    None => xml.skip()?,
                },
                Node::Close => {
                    if let Some(open) = story.open.pop() {
                        story.leave(open);
                    }
                }
                Node::Text(text) => match story.open.last() {
                    Some(Open::Letters) => story.letters(&text, None),
                    Some(Open::Instruction) => {
                        if let Some(field) = story.fields.last_mut() {
                            field.instruction.push_str(&text);
                        }
                    }
                    _ => {}
                },
            }
        }
        if let Some((_, paragraph)) = story.carried.take() {
            story.end_paragraph(paragraph);
        }
        Ok(story)
    }

    /// What an element that opens is; nothing when all inside it is left out.
    fn enter(&mut self, tag: &Tag) -> Option<Open> {
        let parent = self.open.last().copied().unwrap_or(Open::Other);
        let name = tag.name();
        match parent {
            Open::ParagraphProperties | Open::ParagraphMark | Open::InList => {
                return self.paragraph_property(parent, tag);
            }
            Open::RunProperties => {
                self.run_property(tag);
                return None;
            }
            Open::RowProperties | Open::CellProperties => {
                self.table_property(tag);
                return None;
            }
            Open::Run => match self.in_run(tag) {
                InRun::Opens(open) => return Some(open),
                InRun::Done => return None,
                InRun::Nothing => {}
            },
            _ => {}
        }
        let in_drawing = self.drawings > 0;
        Some(match name {
            "p" if !in_drawing => {
                self.paragraphs += usize::from(self.holders.is_empty());
                self.holders.push(Holder::Paragraph(Paragraph::default()));
                Open::Paragraph
            }
            "pPr" if parent == Open::Paragraph => Open::ParagraphProperties,
            "r" if !in_drawing => {
                let below = self.paragraph_setting();
                self.runs.push(Run { below, ..Run::default() });
                Open::Run
            }
            "t" if !in_drawing => Open::Letters,
            "tbl" if !in_drawing && self.tables_open < DEEPEST_TABLE => {
                self.tables += usize::from(self.holders.is_empty());
                self.tables_open += 1;
                self.holders.push(Holder::Table(Table::default()));
                Open::Table
            }
            "tr" if self.table().is_some() => {
                self.table()?.rows.push(Row::default());
                Open::Row
            }
            "trPr" if parent == Open::Row => Open::RowProperties,
            "tc" if self.table().is_some() => {
                let row = self.row()?;
                row.cells.push(Cell { span: 1, ..Cell::default() });
                Open::Cell
            }
            "tcPr" if parent == Open::Cell => Open::CellProperties,
            "txbxContent" => {
                self.holders.push(Holder::Box(Vec::new(), self.drawings));
                self.drawings = 0;
                Open::Box
            }
            "drawing" | "pict" | "object" => {
                self.drawings += 1;
                Open::Drawing
            }
            "blip" | "imagedata" => {
                self.left_out.pictures += 1;
                Open::Other
            }
            "AlternateContent" => Open::Alternative { taken: false },
            "Choice" | "Fallback" => {
                if let Some(Open::Alternative { taken }) = self.open.last_mut() {
                    if *taken {
                        return None;
                    }
                    *taken = true;
                }
                Open::Other
            }
            "del" | "moveFrom" => {
                self.left_out.deleted += 1;
                return None;
            }
            "docPartGallery" => {
                self.contents_next |= tag.val().is_some_and(|v| v == "Table of Contents");
                Open::Other
            }
            "sdtContent" if std::mem::take(&mut self.contents_next) => {
                self.left_out.contents = true;
                return None;
            }
            "footnote" | "endnote" => {
                if tag.get("type").is_some_and(|kind| kind != "normal") {
                    return None;
                }
                self.holders.push(Holder::Note(tag.get("id").unwrap_or_default(), Vec::new()));
                Open::Note
            }
            // what is no words of the story, and what was before a change
            "sectPr" | "tblPr" | "tblGrid" | "tblPrEx" | "rt" => return None,
            _ if name.ends_with("Change") => return None,
            _ => Open::Other,
        })
    }

    /// What stands directly in a run.
    fn in_run(&mut self, tag: &Tag) -> InRun {
        let sign = match tag.name() {
            "rPr" => return InRun::Opens(Open::RunProperties),
            "instrText" => return InRun::Opens(Open::Instruction),
            "fldChar" => {
                self.field_mark(&tag.get("fldCharType").unwrap_or_default());
                return InRun::Done;
            }
            "tab" | "ptab" => "\t",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "-",
            // also what stands for “ư” in fonts for TCVN3
            "softHyphen" => "\u{ad}",
            "delText" | "delInstrText" => return InRun::Done,
            "sym" => {
                let code = tag.get("char").and_then(|c| u32::from_str_radix(c.trim(), 16).ok());
                if let Some(letter) = code.and_then(char::from_u32) {
                    let font = tag.get("font").map(|name| Font::named(&name));
                    self.letters(letter.encode_utf8(&mut [0; 4]), font);
                }
                return InRun::Done;
            }
            "footnoteReference" => {
                self.note("footnote", tag);
                return InRun::Done;
            }
            "endnoteReference" => {
                self.note("endnote", tag);
                return InRun::Done;
            }
            _ => return InRun::Nothing,
        };
        self.letters(sign, None);
        InRun::Done
    }

    fn leave(&mut self, open: Open) {
        match open {
            Open::Run => {
                self.runs.pop();
            }
            Open::Paragraph => {
                // a field that shows no result by now is broken
                while self.fields.last().is_some_and(|f| !f.shows_result) {
                    self.fields.pop();
                }
                if let Some(Holder::Paragraph(paragraph)) = self.holders.pop() {
                    self.end_paragraph(paragraph);
                }
            }
            Open::Row => {
                let deleted = self.row().is_some_and(|row| row.deleted);
                self.deleted_rows -= usize::from(deleted);
            }
            Open::Table => {
                self.tables_open -= 1;
                if let Some(Holder::Table(table)) = self.holders.pop() {
                    self.end_table(table);
                }
            }
            Open::Box => {
                if let Some(Holder::Box(lines, drawings)) = self.holders.pop() {
                    self.drawings = drawings;
                    match self.holders.last_mut() {
                        Some(Holder::Paragraph(host)) if host.is_blank() => host.boxes_before.extend(lines),
                        Some(Holder::Paragraph(host)) => host.boxes_after.extend(lines),
                        _ => lines
                            .into_iter()
                            .for_each(|line| self.put(Block::Line(line), &Place::Paragraph(self.paragraphs))),
                    }
                }
            }
            Open::Note => {
                if let Some(Holder::Note(id, lines)) = self.holders.pop() {
                    self.notes.push((id, lines.join(" ")));
                }
            }
            Open::Drawing => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.holders.last_mut() {
            Some(Holder::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.holders.last_mut() {
            Some(Holder::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// The row that is being read.
    fn row(&mut self) -> Option<&mut Row> {
        let table = self.table()?;
        if table.rows.is_empty() {
            table.rows.push(Row::default());
        }
        table.rows.last_mut()
    }
}
