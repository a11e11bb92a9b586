//! The parts of a Word file are XML. Names are compared without their prefixes; entities that a file defines itself are
//! not expanded, and nothing outside the file is ever fetched.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use crate::error::Error;

/// What comes next in a part.
#[derive(Debug)]
pub(super) enum Node<'a> {
    Open(Tag<'a>),
    Close,
    Text(Cow<'a, str>),
}

/// An element's name and attributes.
#[derive(Debug)]
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, its name given without prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|a| a.key.local_name().into_inner() == name)?;
        Some(
            found
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned),
        )
    }

    /// `w:val`
    pub(super) fn val(&self) -> Option<String> {
        self.get("val")
    }

    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// A property that is on unless its value says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads a part from its start to its end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next node; nothing at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, Error> {
        loop {
            match self.reader.read_event().map_err(|e| damaged(&e))? {
                Event::Start(start) => {
                    self.depth += 1;
                    return Ok(Some(Node::Open(Tag(start))));
                }
                Event::End(_) if self.depth > 0 => {
                    self.depth -= 1;
                    return Ok(Some(Node::Close));
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.into_inner()))),
                Event::GeneralRef(entity) => {
                    if let Ok(Some(c)) = entity.resolve_char_ref() {
                        return Ok(Some(Node::Text(Cow::Owned(c.to_string()))));
                    }
                    if let Some(text) = resolve_predefined_entity(&entity.into_inner()) {
                        return Ok(Some(Node::Text(Cow::Borrowed(text))));
                    }
                }
                Event::Eof if self.depth > 0 => return Err(Error::Damaged("a part of it breaks off".into())),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Passes over all that is inside the element that was opened last, and its end.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth - 1;
        while self.depth > outside {
            if self.next()?.is_none() {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn damaged(error: &quick_xml::Error) -> Error {
    Error::Damaged(format!("a part of it is no XML: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, Error> {
        let mut xml = Xml::new(xml);
        let mut text = String::new();
        while let Some(node) = xml.next()? {
            match node {
                Node::Text(words) => text.push_str(&words),
                Node::Open(tag) if tag.name() == "no" => xml.skip()?,
                _ => {}
            }
        }
        Ok(text)
    }

    #[test]
    fn words_entities_and_what_is_passed_over() {
        for (xml, words) in [
            ("<a>x &amp; y&#7871;<no>z<no>z</no>z</no><b/></a>", "x & yế"),
            ("<a><![CDATA[<b>]]></a>", "<b>"),
            ("<!DOCTYPE a [<!ENTITY e \"bomb\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>x&e;&f;y</a>", "xy"),
            ("<a>x</b>", "x"),
        ] {
            assert_eq!(text(xml).expect(xml), words);
        }
        for broken in ["<a>x", "<a><b", "<a x='<a>"] {
            assert_eq!(text(broken).expect_err(broken).code(), "damaged");
        }
    }

    #[test]
    fn attributes_have_no_prefix() {
        let mut xml = Xml::new("<w:num w:val='&lt;1' w:numId=' 12 '/>");
        let Some(Node::Open(tag)) = xml.next().expect("XML") else { panic!("an element") };
        assert_eq!((tag.name(), tag.val().as_deref(), tag.number("numId")), ("num", Some("<1"), Some(12)));
        assert!(tag.is_on());
    }
}
