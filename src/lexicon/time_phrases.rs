//! Words around time expressions: labels, duty verbs, nouns that a rhythm colours, names, the past.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{
    Phrases,
    duty_verbs::{DUTY_VERBS, VerbKind},
    list,
};
use crate::text::{begins, ends, fold, letters::is_alphanumeric};

/// What the value of a time label says of the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelKind {
    /// `Thời gian thực hiện`: when it runs.
    Period,
    /// `Thời gian hoàn thành`: when it is to be complete.
    Completes,
    /// `Thời hạn`: the limit, in its own words.
    Limit,
}

/// What a word does to a rhythm or a time after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Governing {
    /// A verb of duty wherever it stands.
    Strong,
    /// A verb of duty that may as well belong to the noun before it (`chỉ số đào tạo lao động`).
    Weak,
    /// A noun that a rhythm only colours.
    Noun,
}

#[derive(Debug, Deserialize)]
struct File {
    label: Vec<LabelEntry>,
    verbs: Entry,
    strong_verbs: Entry,
    events: Entry,
    nouns: Entry,
    completion: Entry,
    names: Entry,
    states: Entry,
    compounds: Entry,
    past_headings: Entry,
    past: Entry,
}

#[derive(Debug, Deserialize)]
struct LabelEntry {
    words: Vec<String>,
    kind: LabelKind,
    #[serde(default)]
    alone: bool,
    #[cfg_attr(not(test), allow(dead_code))]
    example: String,
}

#[derive(Debug, Deserialize)]
struct Entry {
    words: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    example: String,
}

/// A label or column of time.
#[derive(Debug)]
struct Label {
    words: String,
    kind: LabelKind,
    /// Other words after it make it no label.
    alone: bool,
}

/// The lists, ready for matching on folded text.
#[derive(Debug)]
pub struct TimePhrases {
    /// Labels and columns of time, the longest first.
    labels: Vec<Label>,
    /// Duty verbs and nouns that a rhythm only colours.
    pub governors: Phrases<Governing>,
    /// Verbs of an action that ends.
    pub completion: Phrases<()>,
    /// Words of names and states.
    names: Vec<String>,
    states: Vec<String>,
    compounds: Vec<String>,
    past_headings: Vec<String>,
    events: Vec<String>,
    /// Words of a clause about the past.
    pub past: Phrases<()>,
    /// All verbs of duty, whether or not they govern a rhythm.
    pub acts: Phrases<()>,
}

/// The lists of `data/time_phrases.toml`.
pub static TIME_PHRASES: LazyLock<TimePhrases> = LazyLock::new(|| TimePhrases::new(&read()));

fn read() -> File {
    list!("time_phrases")
}

impl TimePhrases {
    fn new(file: &File) -> Self {
        let entries = file.label.iter().flat_map(|l| l.words.iter().map(move |w| (fold(w), l)));
        let mut labels: Vec<Label> = entries.map(|(words, l)| Label { words, kind: l.kind, alone: l.alone }).collect();
        labels.sort_by_key(|label| std::cmp::Reverse(label.words.len()));
        let strong = folded(&file.strong_verbs.words);
        let nouns = folded(&file.nouns.words);
        // whatever an agency may have to do may have a time
        let duties = DUTY_VERBS.iter().filter(|v| matches!(v.kind, VerbKind::Lead | VerbKind::Order | VerbKind::Verb));
        let duties = duties.flat_map(|v| &v.forms).map(|form| fold(form));
        let weak = folded(&file.verbs.words);
        let governing = strong.iter().chain(&weak).cloned();
        let each = |words: &[String], kind| words.iter().map(|w| (w.clone(), kind)).collect::<Vec<_>>();
        let governors = [each(&strong, Governing::Strong), each(&weak, Governing::Weak), each(&nouns, Governing::Noun)];
        Self {
            governors: Phrases::new(governors.concat()),
            completion: Phrases::new(file.completion.words.iter().map(|w| (w, ()))),
            names: folded(&file.names.words),
            states: folded(&file.states.words),
            compounds: folded(&file.compounds.words),
            past_headings: folded(&file.past_headings.words),
            past: Phrases::new(file.past.words.iter().map(|w| (w, ()))),
            events: folded(&file.events.words),
            acts: Phrases::new(duties.chain(governing).map(|verb| (verb, ()))),
            labels,
        }
    }

    /// The kind of a label at the start of the words, and where the label ends.
    pub fn leading_label(&self, folded: &str) -> Option<(LabelKind, usize)> {
        let label = self.labels.iter().find(|label| starts_with_words(folded, &label.words))?;
        Some((label.kind, label.words.len()))
    }

    /// The kind of a label or column that names a time; other words may follow (`Thời gian thực hiện (dự kiến)`).
    ///
    /// ```
    /// use kehoach::lexicon::time_phrases::{LabelKind, TIME_PHRASES};
    /// assert_eq!(TIME_PHRASES.label("thời gian hoàn thành"), Some(LabelKind::Completes));
    /// assert_eq!(TIME_PHRASES.label("đơn vị chủ trì"), None);
    /// ```
    pub fn label(&self, folded: &str) -> Option<LabelKind> {
        let folded = folded.trim_start_matches(|c: char| !is_alphanumeric(c));
        let label = self.labels.iter().find(|label| starts_with_words(folded, &label.words))?;
        let rest = folded.get(label.words.len()..).unwrap_or_default();
        // `Mốc thời gian kiểm tra`: what is looked at, not when
        let looked_at = label.words.starts_with("mốc")
            && ["kiểm tra", "giám sát", "thanh tra"].iter().any(|w| rest.trim_start().starts_with(w));
        if looked_at {
            return None;
        }
        if label.alone && !rest.trim_start().is_empty() && !rest.trim_start().starts_with([':', '(']) {
            return None;
        }
        let completes =
            label.kind == LabelKind::Period && rest.split(':').next().is_some_and(|r| r.contains("hoàn thành"));
        Some(if completes { LabelKind::Completes } else { label.kind })
    }

    /// Do the words end in one that makes the time after them part of a name or a state?
    pub fn ends_in_name(&self, before: &str) -> bool {
        let before = before.trim_end_matches([' ', '(', '“', '"', ':', ',']);
        let ends = |words: &str| !self.compound(words) && self.names.iter().any(|name| ends_with_words(words, name));
        // `giai đoạn I từ năm …`: a number may stand between
        let numbered = before
            .rsplit_once(' ')
            .filter(|(_, last)| last.len() <= 4 && !last.starts_with(|c: char| !is_alphanumeric(c)));
        ends(before)
            || numbered.is_some_and(|(words, last)| {
                last.bytes().all(|b| b.is_ascii_digit() || b"ivx".contains(&b)) && ends(words)
            })
    }

    /// Do the words end in a state, an age, a comparison: nothing that a bound makes a limit (`có hiệu lực từ ngày`)?
    pub fn ends_in_state(&self, before: &str) -> bool {
        let before = before.trim_end();
        !self.compound(before) && self.states.iter().any(|state| ends_with_words(before, state))
    }

    /// Do the words end in a word that only ends like such a one (`học sinh`)?
    fn compound(&self, before: &str) -> bool {
        self.compounds.iter().any(|compound| ends_with_words(before, compound))
    }

    /// Do the words end in an event whose day follows?
    pub fn ends_in_event(&self, whole: &str) -> bool {
        // `ra quân đồng loạt ngày 01/6`
        let before = whole.trim_end();
        let before = ["đồng loạt", "đồng thời", "chính thức"].iter().find_map(|how| before.strip_suffix(how));
        let before = before.unwrap_or(whole).trim_end();
        self.events.iter().any(|event| ends_with_words(before, event))
    }

    /// Do the words begin with a duty verb?
    pub fn begins_with_verb(&self, after: &str) -> bool {
        self.acts.at_start(after).is_some()
    }

    /// Is it a heading of what was?
    pub fn past_heading(&self, folded: &str) -> bool {
        self.past_headings.iter().any(|h| starts_with_words(folded, h))
    }
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|w| fold(w)).collect()
}

fn starts_with_words(text: &str, words: &str) -> bool {
    begins(text, words) && !text[words.len()..].starts_with(is_alphanumeric)
}

fn ends_with_words(text: &str, words: &str) -> bool {
    ends(text, words) && !text[..text.len() - words.len()].ends_with(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_an_example_that_shows_a_word_of_it() {
        let file = read();
        for label in &file.label {
            assert_eq!(TIME_PHRASES.label(&fold(&label.example)), Some(label.kind), "{}", label.example);
        }
        for entry in [
            &file.verbs,
            &file.strong_verbs,
            &file.events,
            &file.nouns,
            &file.completion,
            &file.names,
            &file.states,
            &file.compounds,
            &file.past_headings,
            &file.past,
        ] {
            let example = fold(&entry.example);
            assert!(entry.words.iter().any(|w| example.contains(&fold(w))), "{}", entry.example);
        }
    }

    #[test]
    fn no_word_stands_twice_in_a_list() {
        let file = read();
        for entry in [
            &file.verbs,
            &file.strong_verbs,
            &file.events,
            &file.nouns,
            &file.completion,
            &file.names,
            &file.states,
            &file.compounds,
            &file.past_headings,
            &file.past,
        ] {
            let mut words = folded(&entry.words);
            words.sort();
            let all = words.len();
            words.dedup();
            assert_eq!(words.len(), all, "{words:?}");
        }
    }
}
