//! Values as Rust expressions.

use std::fmt::Display;

use toml::{Table, Value};

use crate::{lexicon::phrases::Phrases, source, text::fold};

/// What a field of a struct holds.
#[derive(Clone, Copy)]
pub(crate) enum Field {
    /// A text.
    Text,
    /// A text that may be left out.
    Maybe,
    /// Texts, none where left out.
    Texts,
    /// False where left out.
    Flag,
    /// A variant of an enum, and which it is where left out.
    Variant(&'static str, Option<&'static str>),
    /// A variant that may be left out.
    MaybeVariant(&'static str),
}

pub(crate) fn slice<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    format!("&[{}]", items.join(",\n"))
}

pub(crate) fn text(text: &str) -> String {
    format!("{text:?}")
}

pub(crate) fn texts<P: AsRef<str>>(texts: impl IntoIterator<Item = P>) -> String {
    slice(texts.into_iter().map(|t| text(t.as_ref())))
}

pub(crate) fn folded<P: AsRef<str>>(texts: impl IntoIterator<Item = P>) -> String {
    slice(texts.into_iter().map(|t| text(&fold(t.as_ref()))))
}

/// Entries of a list as structs of that name. A field that the struct does not have is a slip of the pen.
pub(crate) fn rows<'t>(
    rows: impl IntoIterator<Item = &'t Table>,
    name: &str,
    fields: &[(&'static str, Field)],
) -> String {
    slice(rows.into_iter().map(|row| {
        let unknown = row.keys().find(|key| fields.iter().all(|(field, _)| field != key));
        assert!(unknown.is_none(), "{name} has no {unknown:?}: {row:?}");
        let fields: Vec<String> =
            fields.iter().map(|(field, holds)| format!("{field}: {}", value(row, field, *holds))).collect();
        format!("{name} {{ {} }}", fields.join(", "))
    }))
}

fn value(row: &Table, field: &str, holds: Field) -> String {
    let known = row.get(field).map(|value| match (holds, value) {
        (Field::Text | Field::Maybe, Value::String(value)) => text(value),
        (Field::Flag, Value::Boolean(value)) => value.to_string(),
        (Field::Texts, Value::Array(_)) => texts(source::texts(row, field)),
        (Field::Variant(kind, _) | Field::MaybeVariant(kind), Value::String(value)) => variant(kind, value),
        _ => panic!("{field} in {row:?}"),
    });
    match (holds, known) {
        (Field::Maybe | Field::MaybeVariant(_), Some(value)) => format!("Some({value})"),
        (Field::Maybe | Field::MaybeVariant(_), None) => "None".to_owned(),
        (_, Some(value)) => value,
        (Field::Texts, None) => "&[]".to_owned(),
        (Field::Flag, None) => "false".to_owned(),
        (Field::Variant(kind, Some(otherwise)), None) => variant(kind, otherwise),
        _ => panic!("no {field} in {row:?}"),
    }
}

/// `Kind` and `government-agency` are `Kind::GovernmentAgency`.
pub(crate) fn variant(kind: &str, name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    format!("{kind}::{}", name.split('-').map(capital).collect::<String>())
}

/// A set of phrases with their values, folded and in the order in which it is searched.
pub(crate) fn phrases<P: AsRef<str>, V: Display>(phrases: impl IntoIterator<Item = (P, V)>) -> String {
    let set = Phrases::new(phrases.into_iter().map(|(phrase, value)| (phrase, value.to_string())));
    let (words, all) = set.all();
    // a long figure is printed as clippy wants it: `100_001`
    let figure = |n| if n < 100_000 { format!("{n}") } else { format!("{}_{:03}", n / 1_000, n % 1_000) };
    let all = all.map(|(places, value)| (places.map(figure).join(", "), value));
    let all = slice(all.map(|(places, value)| format!("Phrase::of(WORDS, [{places}], {value})")));
    format!(
        "{{ use crate::lexicon::phrases::{{Phrase, Phrases}}; const WORDS: &str = {words:?}; \
         Phrases::of(WORDS, const {{ {all} }}) }}"
    )
}

/// A set of phrases that stand for nothing.
pub(crate) fn openers<P: AsRef<str>>(words: impl IntoIterator<Item = P>) -> String {
    format!("Openers::of({})", phrases(words.into_iter().map(|word| (word, "()"))))
}

/// Keys with their values in the order of the keys; of equal keys the first counts.
pub(crate) fn sorted<K: AsRef<str>, V: Display>(entries: impl IntoIterator<Item = (K, V)>) -> String {
    let mut entries: Vec<(K, V)> = entries.into_iter().collect();
    entries.sort_by(|(a, _), (b, _)| a.as_ref().cmp(b.as_ref()));
    entries.dedup_by(|(again, _), (key, _)| again.as_ref() == key.as_ref());
    slice(entries.iter().map(|(key, value)| format!("({}, {value})", text(key.as_ref()))))
}
