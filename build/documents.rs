//! Types of documents, laws, and words of heads and issuers.

use crate::{
    print::{
        Field::{Flag, Text, Texts, Variant},
        folded, openers, phrases, rows, slice, sorted, text as printed,
    },
    source::{self, text, texts},
    text::fold,
};

pub(crate) fn lists() -> Vec<(&'static str, String)> {
    [types(), laws(), vec![("head_words", head_words()), ("issuer_words", issuer_words())]].concat()
}

fn types() -> Vec<(&'static str, String)> {
    let file = source::read("document_types");
    let types = source::rows(&file, "type");
    let each = |n: usize| format!("&TYPES[{n}]");
    let names = types.iter().enumerate().flat_map(|(n, row)| {
        texts(row, "forms").into_iter().chain([text(row, "name")]).map(move |name| (name, each(n)))
    });
    let codes =
        types.iter().enumerate().flat_map(|(n, row)| texts(row, "codes").into_iter().map(move |code| (code, n)));
    let fields = [
        ("id", Text),
        ("name", Text),
        ("codes", Texts),
        ("forms", Texts),
        ("law", Flag),
        ("generic", Flag),
        ("ordinal", Variant("Ordinal", Some("never"))),
        ("example", Text),
    ];
    vec![
        ("document_types", rows(types.iter().copied(), "DocumentType", &fields)),
        ("document_type_names", phrases(names)),
        ("document_type_codes", sorted(codes.map(|(code, n)| (fold(code), n)))),
    ]
}

fn laws() -> Vec<(&'static str, String)> {
    let file = source::read("laws");
    let laws = source::rows(&file, "law");
    let names = laws.iter().enumerate().flat_map(|(n, law)| {
        texts(law, "short").into_iter().chain([text(law, "name")]).map(move |name| (law_key(name), n))
    });
    let words = format!(
        "LawWords {{ ends: {}, not_after: {}, not_first: {} }}",
        openers(texts(&file, "ends")),
        slice(texts(&file, "not_after").into_iter().map(printed)),
        openers(texts(&file, "not_first")),
    );
    let fields = [("id", Text), ("name", Text), ("numbers", Texts), ("short", Texts), ("example", Text)];
    vec![("laws", rows(laws.iter().copied(), "Law", &fields)), ("law_names", sorted(names)), ("law_words", words)]
}

/// The words of a law's name without commas and `và`, which officials add and leave out.
fn law_key(name: &str) -> String {
    let folded = fold(name);
    crate::lexicon::law_names::words(&folded, 0).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

fn head_words() -> String {
    let file = source::read("head_words");
    let of = |name: &str| texts(&file, name);
    let posts = || of("posts").into_iter().chain(of("deputy_posts"));
    let common = posts().map(str::to_owned).chain(of("posts").into_iter().map(|post| format!("phó {post}")));
    let alone = ["goes_on_alone", "organs"].map(|name| format!("{name}: {}", folded(of(name))));
    let sets = [
        "begins",
        "begins_not",
        "goes_on",
        "deputies",
        "ranks",
        "surnames",
        "degrees",
        "periods",
        "no_persons",
        "no_persons_inside",
    ];
    format!(
        "HeadWords {{ {}, {}, posts: {}, common_posts: {} }}",
        sets.map(|name| format!("{name}: {}", openers(of(name)))).join(", "),
        alone.join(", "),
        openers(posts()),
        slice(common.map(|post| printed(&post))),
    )
}

fn issuer_words() -> String {
    let file = source::read("issuer_words");
    let abbreviations = source::rows(&file, "abbreviation");
    let full = abbreviations.iter().map(|row| (text(row, "short"), printed(text(row, "full"))));
    let names = source::rows(&file, "name");
    let sets = [
        "ends",
        "ends_of_places",
        "places",
        "no_places",
        "tails",
        "heads",
        "fields",
        "takers",
        "inner_fields",
        "no_issuers",
        "small_issuers",
    ];
    format!(
        "IssuerWords {{ abbreviations: {}, complete: {}, {}, list: {} }}",
        phrases(full),
        phrases(names.iter().map(|row| (text(row, "name"), "()"))),
        sets.map(|name| format!("{name}: {}", openers(texts(&file, name)))).join(", "),
        rows(abbreviations.iter().copied(), "Abbreviation", &[("short", Text), ("full", Text), ("example", Text)]),
    )
}
