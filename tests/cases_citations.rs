//! Case files of the citations family: the expected documents once, then every way to cite them, then what is none.

use std::{fs, path::Path};

use kehoach::{
    extract::{View, citations},
    model::{CitationFact, CitationRelation, SectionKind},
    resolve,
    sections::{Node, SectionTree},
    text::Text,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    case: Vec<Case>,
    #[serde(default)]
    not: Vec<Not>,
}

/// Each text cites exactly these documents, in this order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    documents: Vec<Document>,
    /// `body` (the default), `preamble` or `title`.
    #[serde(default)]
    place: String,
    texts: Vec<String>,
}

/// No text of these cites a document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Not {
    because: String,
    texts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    r#type: String,
    number: Option<String>,
    date: Option<String>,
    issuer: Option<String>,
    /// Compared when given.
    title: Option<String>,
    /// Compared when given.
    relation: Option<CitationRelation>,
}

fn read(text: &str, place: &str) -> Vec<CitationFact> {
    let mut tree = SectionTree::default();
    let whole = 0..text.len();
    let title = (place == "title").then(|| whole.clone());
    if title.is_none() {
        let kind = if place == "preamble" { SectionKind::Preamble } else { SectionKind::Dash };
        tree.nodes.push(Node {
            id: "1".into(),
            parent: None,
            kind,
            level: 1,
            marker: 0..0,
            heading: None,
            text: vec![whole],
            has_children: false,
        });
    }
    let text = Text::new(text.to_owned());
    let view =
        View { text: &text, tree: &tree, title: title.as_ref(), issued_year: None, directs: false, recognized: false };
    resolve::citations::merge(view, citations::find(view)).into_iter().map(|f| f.value).collect()
}

fn differs(expected: &Document, found: &CitationFact) -> bool {
    expected.r#type != found.kind
        || expected.number != found.number
        || expected.date != found.date
        || expected.issuer != found.issuer
        || (expected.title.is_some() && expected.title != found.title)
        || expected.relation.is_some_and(|r| r != found.relation)
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/citations");
    let mut wrong = Vec::new();
    let mut count = 0;
    let mut files: Vec<_> = fs::read_dir(folder).expect("case files").map(|f| f.expect("a file").path()).collect();
    files.sort();
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let file: File =
            toml::from_str(&fs::read_to_string(&path).expect("readable")).unwrap_or_else(|e| panic!("{name}: {e}"));
        for case in &file.case {
            for text in &case.texts {
                count += 1;
                let found = read(text, &case.place);
                if found.len() != case.documents.len() || case.documents.iter().zip(&found).any(|(e, f)| differs(e, f))
                {
                    wrong.push(format!(
                        "{name}: {text}\n    {}",
                        found.iter().map(|f| format!("{f:?}")).collect::<Vec<_>>().join("\n    ")
                    ));
                }
            }
        }
        for not in &file.not {
            for text in &not.texts {
                count += 1;
                let found = read(text, "body");
                if !found.is_empty() {
                    wrong.push(format!("{name}: {text} ({})\n    {found:?}", not.because));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 150, "{count} cases");
}

#[test]
fn no_input_hurts() {
    let pieces = [
        "1/",
        "9",
        "(",
        "số ",
        "Luật ",
        "Luật sửa đổi, bổ sung một số điều của Luật ",
        "Quyết định số 1/QĐ-",
        "của Chính phủ về ",
        "các Quyết định của UBND tỉnh: số 1/QĐ-UBND, ",
        "ngày 1/1/2020 ",
        "Nghị quyết số 1-NQ/TU về “",
        "ngày …",
        "Đề án 06 ",
        "Luật Đất đai, ",
        "Pháp lệnh sửa đổi ",
        "tại Công văn số 1/A-B ",
        "1/2020/NQ-",
        "ủy ",
        "Bộ luật",
        "Hiến pháp ( ",
        "của Ban Chỉ đạo về ",
    ];
    for piece in pieces {
        let long = piece.repeat(100_000 / piece.len());
        for place in ["body", "preamble", "title"] {
            read(&long, place);
        }
        for cut in 0..piece.chars().count() {
            let text: String = piece.chars().skip(cut).collect();
            read(&text, "body");
            read(&format!("Nghị định số 1/2020/NĐ-CP {text}"), "preamble");
        }
    }
}
