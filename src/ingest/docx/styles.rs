//! What the styles of a file give to paragraphs and runs: a place in a list, a font, capitals, hiding.

use std::collections::HashMap;

use super::{
    fonts::Font,
    xml::{Node, Tag, Xml},
};
use crate::error::Error;

/// How letters are set. What is not said is inherited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Setting {
    pub(super) font: Option<Font>,
    pub(super) capitals: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Setting {
    /// Takes up a property of a run (`w:rPr/…`).
    pub(super) fn read(&mut self, tag: &Tag) {
        match tag.name() {
            "rFonts" => self.font = Font::of(tag).or(self.font),
            "caps" => self.capitals = Some(tag.is_on()),
            "vanish" => self.hidden = Some(tag.is_on()),
            _ => {}
        }
    }

    /// What it says itself, else what `below` says.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            font: self.font.or(below.font),
            capitals: self.capitals.or(below.capitals),
            hidden: self.hidden.or(below.hidden),
        }
    }
}

/// A paragraph's place in a list, as far as it is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct InList {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl InList {
    /// Takes up a child of `w:numPr`.
    pub(super) fn read(&mut self, tag: &Tag) {
        match tag.name() {
            "ilvl" => self.level = tag.number("val"),
            "numId" => self.list = tag.val().map(|v| v.trim().to_owned()),
            _ => {}
        }
    }
}

/// A style with all that it inherits from others.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) setting: Setting,
    pub(super) in_list: InList,
    /// The styles that the place in the list may come from: itself and those that it is based on.
    pub(super) lineage: Vec<String>,
}

#[derive(Debug, Default)]
struct Stated {
    based_on: Option<String>,
    setting: Setting,
    in_list: InList,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Style,
    /// What holds below all styles.
    pub(super) defaults: Setting,
}

/// A chain of styles longer than this is a circle or an attack.
const LONGEST_LINEAGE: usize = 24;

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(part: &str) -> Result<Self, Error> {
        let mut xml = Xml::new(part);
        let mut stated: HashMap<String, Stated> = HashMap::new();
        let mut defaults = Setting::default();
        let mut default_paragraph = None;
        // the elements that are open, as far as they matter
        let mut open: Vec<&'static str> = Vec::new();
        let mut style = (String::new(), Stated::default());
        while let Some(node) = xml.next()? {
            let Node::Open(tag) = node else {
                if matches!(node, Node::Close) && open.pop() == Some("style") {
                    let (id, style) = std::mem::take(&mut style);
                    stated.insert(id, style);
                }
                continue;
            };
            let kind = match tag.name() {
                "style" => {
                    style.0 = tag.get("styleId").unwrap_or_default();
                    let on = matches!(tag.get("default").as_deref(), Some("1" | "true" | "on"));
                    if on && tag.get("type").as_deref() == Some("paragraph") {
                        default_paragraph = Some(style.0.clone());
                    }
                    "style"
                }
                "rPrDefault" => "defaults",
                // parts of table styles, and what properties were before a change
                "tblStylePr" | "rPrChange" | "pPrChange" => {
                    xml.skip()?;
                    continue;
                }
                "basedOn" => {
                    style.1.based_on = tag.val();
                    ""
                }
                _ => {
                    style.1.in_list.read(&tag);
                    if open.contains(&"defaults") {
                        defaults.read(&tag);
                    } else {
                        style.1.setting.read(&tag);
                    }
                    ""
                }
            };
            open.push(kind);
        }
        let resolved = stated.keys().map(|id| (id.clone(), inherit(id, &stated)));
        let mut styles = Self { by_id: resolved.collect(), default_paragraph: Style::default(), defaults };
        if let Some(default) = default_paragraph.and_then(|id| styles.by_id.get(&id)) {
            styles.default_paragraph = default.clone();
        }
        Ok(styles)
    }

    /// The style of a paragraph that names `id`.
    pub(super) fn paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.default_paragraph)
    }

    /// What the style of a run says; nothing when there is none.
    pub(super) fn run(&self, id: &str) -> Setting {
        self.by_id.get(id).map(|s| s.setting).unwrap_or_default()
    }
}

fn inherit(id: &str, stated: &HashMap<String, Stated>) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    while let Some(id) = next.take() {
        let Some(own) = stated.get(id) else { break };
        if style.lineage.len() == LONGEST_LINEAGE || style.lineage.iter().any(|seen| seen == id) {
            break;
        }
        style.lineage.push(id.to_owned());
        style.setting = style.setting.over(own.setting);
        if style.in_list.list.is_none() {
            style.in_list.list.clone_from(&own.in_list.list);
        }
        style.in_list.level = style.in_list.level.or(own.in_list.level);
        next = own.based_on.as_deref();
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_inherit_and_circles_end() {
        let styles = Styles::read(
            r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault>
            </w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="2"/>
            <w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/><w:rPr><w:caps w:val="false"/>
            <w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:style>
            <w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/><w:rFonts w:ascii="Arial"/></w:rPr></w:style>
            <w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>
            </w:styles>"#,
        )
        .expect("styles");
        let child = styles.paragraph(Some("Con"));
        assert_eq!(child.in_list, InList { list: Some("7".into()), level: Some(2) });
        assert_eq!(child.lineage, ["Con", "Muc", "Normal"]);
        assert_eq!(child.setting.capitals, Some(false));
        assert_eq!(child.setting.over(styles.defaults).font, Some(Font::Old(".VnTime")));
        assert_eq!(child.setting.hidden, Some(false));
        assert_eq!(styles.paragraph(None).setting.hidden, Some(false));
        assert_eq!(styles.paragraph(Some("none")).lineage, ["Normal"]);
        assert_eq!(styles.run("An").hidden, Some(true));
        assert_eq!(styles.paragraph(Some("A")).lineage, ["A", "B"]);
    }
}
