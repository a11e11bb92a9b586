//! What holds between the fields of a record.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{Problem, edtf, words::Words};

/// The lists of facts, the letter of their ids, and whether their words stand in reading order one after another.
/// Duties do not: they share the words of the heading that names their agency, so only their sections are in order.
const FACTS: [(&str, char, bool); 4] =
    [("targets", 't', true), ("deadlines", 'd', true), ("assignments", 'a', false), ("citations", 'c', true)];

/// Adds what is wrong with `record` to `problems`. Fields of a wrong type are the schema's to report.
pub(super) fn check(record: &Value, problems: &mut Vec<Problem>) {
    let words = record["text"].as_str().map(Words::new);
    let mut check = Check { record, words, sections: HashMap::new(), problems };
    check.header();
    check.sections();
    check.document();
    for (list, letter, by_place) in FACTS {
        check.facts(list, letter, by_place);
    }
    check.meanings();
    check.rest();
}

pub(super) struct Check<'a> {
    record: &'a Value,
    words: Option<Words<'a>>,
    /// Where each section stands in its list.
    pub(super) sections: HashMap<&'a str, usize>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Check<'a> {
    pub(super) fn report(&mut self, path: String, value: &Value, rule: &'static str, message: impl Into<String>) {
        self.problems.push(Problem::new(path, value, rule, message.into()));
    }

    /// The items of a list with their paths.
    pub(super) fn list(&self, name: &str) -> Vec<(String, &'a Value)> {
        let items = self.record[name].as_array().into_iter().flatten().enumerate();
        items.map(|(n, item)| (format!("/{name}/{n}"), item)).collect()
    }

    fn header(&mut self) {
        let (id, sha256) = (&self.record["id"], &self.record["source"]["sha256"]);
        if let (Some(id_text), Some(digest)) = (id.as_str(), sha256.as_str())
            && digest.get(..16) != Some(id_text)
        {
            self.report("/id".to_owned(), id, "record-id", "is not the first 16 digits of /source/sha256");
        }
        let text = &self.record["text"];
        if text.as_str().is_some_and(|t| !unicode_normalization::is_nfc(t)) {
            self.report("/text".to_owned(), text, "text-form", "is not in normalization form C");
        }
    }

    fn sections(&mut self) {
        let mut last_start = 0;
        for (n, (path, section)) in self.list("sections").into_iter().enumerate() {
            let Some(id) = section["id"].as_str() else {
                continue;
            };
            self.parent(&path, section, id);
            if self.sections.insert(id, n).is_some() {
                self.report(format!("{path}/id"), &section["id"], "section-id", "stands twice");
            }
            self.span(&path, section, None);
            if let Some(start) = section["span"]["start"].as_u64() {
                if start < last_start {
                    let message = format!("starts before the section above it (at {last_start})");
                    self.report(format!("{path}/span/start"), &section["span"]["start"], "section-order", message);
                }
                last_start = start;
            }
        }
    }

    fn parent(&mut self, path: &str, section: &Value, id: &str) {
        let parent = &section["parent"];
        let level = section["level"].as_u64();
        let Some(parent_id) = parent.as_str() else {
            if parent.is_null() && level.is_some_and(|l| l != 1) {
                let message = "a section without a parent is at level 1";
                self.report(format!("{path}/level"), &section["level"], "section-parent", message);
            }
            return;
        };
        let at = format!("{path}/parent");
        let Some(&above) = self.sections.get(parent_id) else {
            return self.report(at, parent, "section-parent", "no section before this one has this id");
        };
        if !id.strip_prefix(parent_id).is_some_and(|label| label.len() > 1 && label.starts_with('.')) {
            self.report(at, parent, "section-parent", format!("does not begin the id {id}"));
        }
        let expected = self.record["sections"][above]["level"].as_u64().map(|l| l + 1);
        if level.is_some() && expected.is_some() && level != expected {
            let message = format!("the parent is at level {}", expected.unwrap_or(1) - 1);
            self.report(format!("{path}/level"), &section["level"], "section-parent", message);
        }
    }

    /// Checks `item.span`, and that it cuts out the words at `item[field]`.
    fn span(&mut self, path: &str, item: &Value, field: Option<&str>) {
        let span = &item["span"];
        let (Some(start), Some(end)) = (index(&span["start"]), index(&span["end"])) else {
            return;
        };
        let at = format!("{path}/span");
        if start > end {
            return self.report(at, span, "span-range", format!("ends ({end}) before it starts ({start})"));
        }
        let Some(words) = &self.words else { return };
        let length = words.length();
        let Some(found) = words.cut(start, end) else {
            return self.report(at, span, "span-range", format!("ends ({end}) after the text ({length})"));
        };
        let Some(field) = field else { return };
        if item[field].as_str().is_some_and(|own| own != found) {
            let found = super::excerpt(&found.into());
            let message = format!("text[{start}:{end}] is {found}");
            self.report(format!("{path}/{field}"), &item[field], "span-text", message);
        }
    }

    fn section_exists(&mut self, path: &str, item: &Value) {
        if item["section"].as_str().is_some_and(|id| !self.sections.contains_key(id)) {
            self.report(format!("{path}/section"), &item["section"], "fact-section", "no section has this id");
        }
    }

    /// Do the words of a fact stand within those of its section, or of a footnote?
    fn inside(&mut self, path: &str, fact: &Value) {
        let within = |outer: &Value| {
            let at = |v: &Value, end| index(&v["span"][end]);
            at(outer, "start") <= at(fact, "start") && at(fact, "end") <= at(outer, "end")
        };
        let section = fact["section"].as_str().and_then(|id| self.sections.get(id));
        let Some(section) = section.map(|&n| &self.record["sections"][n]) else {
            return;
        };
        let in_footnote = self.list("footnotes").iter().any(|(_, note)| within(note));
        if !within(section) && !in_footnote {
            let message = format!("stands outside section {}", section["id"]);
            self.report(format!("{path}/span"), &fact["span"], "fact-inside", message);
        }
    }

    fn document(&mut self) {
        let document = &self.record["document"];
        for (field, evidence) in document["evidence"].as_object().into_iter().flatten() {
            self.span(&format!("/document/evidence/{field}"), evidence, Some("text"));
        }
        for (n, attached) in document["attached"].as_array().into_iter().flatten().enumerate() {
            self.section_exists(&format!("/document/attached/{n}"), attached);
        }
        let issued = &document["issued_on"];
        if issued.as_str().is_some_and(|d| !edtf::is_date(d) || d.contains('/')) {
            self.report("/document/issued_on".to_owned(), issued, "edtf", "is not a day, a month or a year");
        }
        let period = &document["period"];
        if period.as_str().is_some_and(|p| !edtf::is_period(p)) {
            self.report("/document/period".to_owned(), period, "edtf", "is not a year or an interval of years");
        }
    }

    fn facts(&mut self, list: &str, letter: char, by_place: bool) {
        let mut ids = HashSet::new();
        let (mut last_number, mut last_place) = (0, 0);
        for (path, fact) in self.list(list) {
            self.span(&path, fact, Some("text"));
            self.section_exists(&path, fact);
            if by_place {
                self.inside(&path, fact);
            }
            if let Some(id) = fact["id"].as_str() {
                let number = id.strip_prefix(letter).and_then(|n| n.parse::<u64>().ok());
                if !ids.insert(id) {
                    self.report(format!("{path}/id"), &fact["id"], "fact-id", "stands twice");
                } else if number.is_none_or(|n| n <= last_number) {
                    let message = format!("is not `{letter}` and a number above {last_number}");
                    self.report(format!("{path}/id"), &fact["id"], "fact-id", message);
                }
                last_number = number.unwrap_or(last_number);
            }
            let place = if by_place {
                index(&fact["span"]["start"])
            } else {
                fact["section"].as_str().and_then(|id| self.sections.get(id)).map(|n| n + 1)
            };
            let Some(place) = place else { continue };
            if place < last_place {
                let (field, message) = if by_place {
                    ("span", "its words stand before those of the fact above it")
                } else {
                    ("section", "its section stands before that of the fact above it")
                };
                self.report(format!("{path}/{field}"), &fact[field], "fact-order", message);
            }
            last_place = place;
        }
    }

    fn rest(&mut self) {
        for (path, table) in self.list("tables") {
            self.span(&path, table, None);
            self.section_exists(&path, table);
        }
        for (path, footnote) in self.list("footnotes") {
            self.span(&path, footnote, Some("text"));
            self.section_exists(&path, footnote);
        }
        for (path, diagnostic) in self.list("diagnostics") {
            self.span(&path, diagnostic, None);
        }
    }
}

fn index(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|n| usize::try_from(n).ok())
}
