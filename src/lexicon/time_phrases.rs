//! Words around time expressions: labels, duty verbs, nouns that a rhythm colours, names, the past.

use super::{Phrases, list};
use crate::text::{begins, ends, letters::is_alphanumeric};

/// What the value of a time label says of the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A label or column of time.
#[derive(Debug)]
struct Label {
    words: &'static str,
    kind: LabelKind,
    /// Other words after it make it no label.
    alone: bool,
}

/// The lists, ready for matching on folded text.
#[derive(Debug)]
pub struct TimePhrases {
    /// Labels and columns of time, the longest first.
    labels: &'static [Label],
    /// Words that may begin a time.
    pub starters: Phrases<()>,
    /// Duty verbs and nouns that a rhythm only colours.
    pub governors: Phrases<Governing>,
    /// Verbs of an action that ends.
    pub completion: Phrases<()>,
    /// Words of names and states.
    names: &'static [&'static str],
    states: &'static [&'static str],
    compounds: &'static [&'static str],
    past_headings: &'static [&'static str],
    events: &'static [&'static str],
    /// Words of a clause about the past.
    pub past: Phrases<()>,
    /// All verbs of duty, whether or not they govern a rhythm.
    pub acts: Phrases<()>,
}

/// The lists of `data/time_phrases.toml`.
pub static TIME_PHRASES: TimePhrases = list!("time_phrases");

impl TimePhrases {
    /// The kind of a label at the start of the words, and where the label ends.
    pub fn leading_label(&self, folded: &str) -> Option<(LabelKind, usize)> {
        let label = self.labels.iter().find(|label| starts_with_words(folded, label.words))?;
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
        let label = self.labels.iter().find(|label| starts_with_words(folded, label.words))?;
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

fn starts_with_words(text: &str, words: &str) -> bool {
    begins(text, words) && !text[words.len()..].starts_with(is_alphanumeric)
}

fn ends_with_words(text: &str, words: &str) -> bool {
    ends(text, words) && !text[..text.len() - words.len()].ends_with(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{super::written, *};
    use crate::text::fold;

    /// The words of each list, folded, with its example.
    fn lists() -> Vec<(Vec<String>, String)> {
        let file = written("time_phrases");
        let lists = file.values().filter_map(|list| list.as_table());
        let words = |list: &toml::Table| {
            list["words"].as_array().map(|w| w.iter().filter_map(|w| w.as_str()).map(fold).collect())
        };
        let of = |list: &toml::Table| Some((words(list)?, fold(list["example"].as_str()?)));
        lists.map(|list| of(list).expect("words and an example")).collect()
    }

    #[test]
    fn every_list_has_an_example_that_shows_a_word_of_it() {
        for label in written("time_phrases")["label"].as_array().expect("labels") {
            let example = label["example"].as_str().expect("an example");
            let kind = TIME_PHRASES.label(&fold(example)).map(|kind| format!("{kind:?}").to_lowercase());
            assert_eq!(kind.as_deref(), label["kind"].as_str(), "{example}");
        }
        for (words, example) in lists() {
            assert!(words.iter().any(|word| example.contains(word)), "{example}");
        }
    }

    #[test]
    fn no_word_stands_twice_in_a_list() {
        for (mut words, _) in lists() {
            words.sort();
            let all = words.len();
            words.dedup();
            assert_eq!(words.len(), all, "{words:?}");
        }
    }
}
