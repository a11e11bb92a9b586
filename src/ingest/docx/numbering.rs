//! Word's automatic numbering: which label a paragraph of a list shows.
//!
//! A paragraph names a list (`numId`) and a level. Lists are instances of abstract lists, which they may change in
//! part; all instances of one abstract list count on together, but for a level that an instance starts anew.

use std::collections::{HashMap, HashSet};

use super::{
    fonts::Font,
    labels::Numerals,
    xml::{Node, Tag, Xml},
};
use crate::error::Error;

/// How many levels a list may have.
const LEVELS: usize = 9;

/// What the file says of its lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    kinds: HashMap<String, Kind>,
    instances: HashMap<String, Instance>,
    /// The abstract list that a list style stands for.
    by_style: HashMap<String, String>,
}

/// An abstract list.
#[derive(Debug, Default)]
struct Kind {
    levels: [Option<Level>; LEVELS],
    /// It only says that a list style defines it.
    defined_by: Option<String>,
}

#[derive(Debug, Default)]
struct Instance {
    kind: String,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    numerals: Numerals,
    /// The label with `%1` … `%9` where numbers go.
    text: String,
    /// All numbers in figures, whatever their own level says.
    legal: bool,
    /// The level after which it counts anew, from 1; 0 for never.
    restart: Option<usize>,
    /// The paragraph style that stands for the level.
    style: Option<String>,
    font: Font,
}

impl Lists {
    /// Reads `numbering.xml`.
    pub(super) fn read(part: &str) -> Result<Self, Error> {
        let mut lists = Self::default();
        let mut xml = Xml::new(part);
        while let Some(node) = xml.next()? {
            let Node::Open(tag) = node else { continue };
            match tag.name() {
                "abstractNum" => lists.read_kind(&tag, &mut xml)?,
                "num" => lists.read_instance(&tag, &mut xml)?,
                _ => {}
            }
        }
        Ok(lists)
    }

    fn read_kind(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Error> {
        let Some(id) = tag.get("abstractNumId") else { return xml.skip() };
        let mut kind = Kind::default();
        each_child(xml, |tag, xml| {
            match tag.name() {
                "lvl" => return read_level(tag, &mut kind.levels, xml),
                "numStyleLink" => kind.defined_by = tag.val(),
                "styleLink" => self.by_style.extend(tag.val().map(|style| (style, id.clone()))),
                _ => {}
            }
            xml.skip()
        })?;
        self.kinds.insert(id, kind);
        Ok(())
    }

    fn read_instance(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Error> {
        let Some(id) = tag.get("numId") else { return xml.skip() };
        let mut instance = Instance::default();
        each_child(xml, |tag, xml| {
            match tag.name() {
                "abstractNumId" => instance.kind = tag.val().unwrap_or_default(),
                "lvlOverride" => {
                    let level = tag.number("ilvl").unwrap_or_default();
                    return each_child(xml, |tag, xml| match tag.name() {
                        "startOverride" if level < LEVELS => {
                            instance.starts[level] = Some(count(tag));
                            xml.skip()
                        }
                        "lvl" => read_level(tag, &mut instance.levels, xml),
                        _ => xml.skip(),
                    });
                }
                _ => {}
            }
            xml.skip()
        })?;
        self.instances.insert(id, instance);
        Ok(())
    }

    /// The abstract list of an instance, found by way of list styles where it must.
    fn kind(&self, list: &str) -> Option<(&str, &Kind)> {
        let id = &self.instances.get(list)?.kind;
        let (id, kind) = self.kinds.get_key_value(id)?;
        let defined = kind.defined_by.as_ref().and_then(|style| self.by_style.get(style));
        match defined.and_then(|other| self.kinds.get_key_value(other)) {
            Some((other, kind)) => Some((other, kind)),
            None => Some((id, kind)),
        }
    }

    fn level(&self, list: &str, level: usize) -> Option<&Level> {
        let own = self.instances.get(list)?.levels.get(level)?.as_ref();
        own.or_else(|| self.kind(list)?.1.levels.get(level)?.as_ref())
    }

    /// The level of a list that a paragraph style stands for.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|&l| self.level(list, l).is_some_and(|l| l.style.as_deref() == Some(style)))
    }
}

/// Gives every child of the element that was opened last to `read`, which must read it to its end.
fn each_child(xml: &mut Xml, mut read: impl FnMut(&Tag, &mut Xml) -> Result<(), Error>) -> Result<(), Error> {
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => read(&tag, xml)?,
            Node::Close => break,
            Node::Text(_) => {}
        }
    }
    Ok(())
}

/// A count that a hostile file cannot make too large to print.
fn count(tag: &Tag) -> u32 {
    tag.val()
        .and_then(|v| v.trim().parse::<i64>().ok())
        .map_or(0, |n| u32::try_from(n.clamp(0, 1_000_000)).unwrap_or(0))
}

fn read_level(tag: &Tag, levels: &mut [Option<Level>; LEVELS], xml: &mut Xml) -> Result<(), Error> {
    let at = tag.number("ilvl").unwrap_or(LEVELS);
    let mut level = Level::default();
    let mut picture = false;
    each_child(xml, |tag, xml| {
        match tag.name() {
            "start" => level.start = count(tag),
            "numFmt" => {
                let list = tag.get("format");
                level.numerals = Numerals::named(&tag.val().unwrap_or_default(), list.as_deref());
            }
            "lvlText" => level.text = tag.val().unwrap_or_default(),
            "isLgl" => level.legal = tag.is_on(),
            "lvlRestart" => level.restart = tag.number("val"),
            "pStyle" => level.style = tag.val(),
            "lvlPicBulletId" => picture = true,
            // newer formats stand in a choice, with an older one to fall back on
            "AlternateContent" | "Choice" => {
                return each_child(xml, |tag, xml| match tag.name() {
                    "Choice" => each_child(xml, |tag, xml| {
                        if tag.name() == "numFmt" {
                            let list = tag.get("format");
                            level.numerals = Numerals::named(&tag.val().unwrap_or_default(), list.as_deref());
                        }
                        xml.skip()
                    }),
                    _ => xml.skip(),
                });
            }
            "rPr" => {
                return each_child(xml, |tag, xml| {
                    if tag.name() == "rFonts" {
                        level.font = Font::of(tag).unwrap_or_default();
                    }
                    xml.skip()
                });
            }
            _ => {}
        }
        xml.skip()
    })?;
    if picture {
        level.numerals = Numerals::Bullet;
        level.text = "•".into();
    }
    if let Some(place) = levels.get_mut(at) {
        *place = Some(level);
    }
    Ok(())
}

/// Counts through one story of the file.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// The last number of each level of an abstract list.
    last: HashMap<String, [Option<u32>; LEVELS]>,
    /// Levels of instances that have started anew already.
    started: HashSet<(String, usize)>,
}

impl Counters {
    /// Counts the paragraph in and gives its label. Empty when the list shows none.
    pub(super) fn next(&mut self, lists: &Lists, list: &str, level: usize) -> String {
        let Some(own) = lists.level(list, level) else { return String::new() };
        let (Some((kind, _)), Some(instance)) = (lists.kind(list), lists.instances.get(list)) else {
            return String::new();
        };
        let last = self.last.entry(kind.to_owned()).or_default();
        last[level] = match (instance.starts[level], last[level]) {
            (Some(start), _) if self.started.insert((list.to_owned(), level)) => Some(start),
            (_, Some(n)) => Some(n.saturating_add(1)),
            (_, None) => Some(instance.starts[level].unwrap_or(own.start)),
        };
        for (deeper, last) in last.iter_mut().enumerate().skip(level + 1) {
            let restarts = match lists.level(list, deeper).and_then(|l| l.restart) {
                None => true,
                Some(after) => level < after,
            };
            if restarts {
                *last = None;
            }
        }
        if own.numerals == Numerals::Bullet {
            let shown = own.font.shown(own.text.trim());
            return if shown.trim().is_empty() && !own.text.is_empty() { "•".into() } else { shown };
        }
        let mut label = String::new();
        let mut rest = own.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            label.push_str(before);
            let digit = after.bytes().next().filter(|b| (b'1'..=b'9').contains(b));
            let Some(digit) = digit else {
                label.push('%');
                rest = after;
                continue;
            };
            rest = &after[1..];
            let named = usize::from(digit - b'1');
            if named > level {
                continue;
            }
            let of = lists.level(list, named);
            let start = instance.starts[named].or(of.map(|l| l.start)).unwrap_or(1);
            let number = last[named].unwrap_or(start);
            let numerals = of.map_or(&Numerals::Decimal, |l| &l.numerals);
            let legal = own.legal && !matches!(numerals, Numerals::Bullet | Numerals::None);
            label.push_str(&if legal { number.to_string() } else { numerals.print(number) });
        }
        label.push_str(rest);
        own.font.shown(&label)
    }
}

#[cfg(test)]
mod tests;
