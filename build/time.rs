//! Words around time expressions.

use std::cmp::Reverse;

use toml::Table;

use crate::{
    print::{folded, phrases, slice, variant},
    source::{self, table, text, texts},
    text::fold,
};

pub(crate) fn lists() -> Vec<(&'static str, String)> {
    let file = source::read("time_phrases");
    let words = |name: &str| texts(table(&file, name), "words");
    let plain = |name: &str| phrases(words(name).into_iter().map(|word| (word, "()")));
    let lists = ["names", "states", "compounds", "past_headings", "events"];
    let lists: Vec<String> = lists.iter().map(|name| format!("{name}: {}", folded(words(name)))).collect();

    let governing = [("strong_verbs", "Strong"), ("verbs", "Weak"), ("nouns", "Noun")];
    let governing = governing.iter().flat_map(|(name, kind)| words(name).into_iter().map(move |word| (word, kind)));
    let governors = phrases(governing.map(|(word, kind)| (word, format!("Governing::{kind}"))));

    // whatever an agency may have to do may have a time
    let duties = source::read("duty_verbs");
    let duties = source::rows(&duties, "verb");
    let duties = duties.into_iter().filter(|verbs| ["lead", "order", "verb"].contains(&text(verbs, "kind")));
    let acts = duties.flat_map(|verbs| texts(verbs, "forms")).chain(words("strong_verbs")).chain(words("verbs"));
    let acts = phrases(acts.map(|verb| (verb, "()")));

    let all = format!(
        "TimePhrases {{ labels: {}, starters: {}, governors: {governors}, completion: {}, past: {}, acts: {acts}, {} }}",
        labels(&file),
        plain("starters"),
        plain("completion"),
        plain("past"),
        lists.join(", ")
    );
    vec![("time_phrases", all)]
}

/// Labels, the longest first.
fn labels(file: &Table) -> String {
    let mut labels = Vec::new();
    for row in source::rows(file, "label") {
        let kind = variant("LabelKind", text(row, "kind"));
        let alone = row.get("alone").is_some_and(|alone| alone.as_bool() == Some(true));
        for words in texts(row, "words") {
            let words = fold(words);
            labels.push((words.len(), format!("Label {{ words: {words:?}, kind: {kind}, alone: {alone} }}")));
        }
    }
    labels.sort_by_key(|(length, _)| Reverse(*length));
    slice(labels.into_iter().map(|(_, label)| label))
}
