//! Every phrasing of `fixtures/cases/deadlines` and `fixtures/cases/value_time` says what its case says.

use std::{fs, ops::Range, path::Path};

use kehoach::{
    extract::{View, deadlines},
    model::{DeadlineRelation, SectionKind},
    sections::{Node, SectionTree, TableNode, TableRow},
    text::{Text, fold},
    value::{Figures, read_duration, read_period, read_rhythm},
};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    #[serde(default)]
    case: Vec<Case>,
    /// Sentences that hold no deadline.
    #[serde(default)]
    not: Vec<Not>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What each sentence says, in order.
    expect: Vec<Expected>,
    #[serde(flatten)]
    place: Place,
    say: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Not {
    #[serde(flatten)]
    place: Place,
    say: Vec<String>,
}

/// Where the sentences stand.
#[derive(Debug, Default, Deserialize)]
struct Place {
    /// The heading of their node.
    heading: Option<String>,
    /// The heading of the node above.
    under: Option<String>,
    /// The column of the table that holds them.
    column: Option<String>,
    title: Option<String>,
    issued: Option<i32>,
    kind: Option<SectionKind>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    relation: DeadlineRelation,
    date: Option<String>,
    recurrence: Option<String>,
    within: Option<String>,
    /// The words, when they are not the obvious ones.
    text: Option<String>,
}

/// Lays one sentence out as a document.
fn document(place: &Place, sentence: &str) -> (Text, SectionTree, Option<Range<usize>>) {
    let mut text = String::new();
    let mut put = |words: &str, end: &str| {
        let start = text.len();
        text.push_str(words);
        let range = start..text.len();
        text.push_str(end);
        range
    };
    let mut tree = SectionTree::default();
    let title = place.title.as_ref().map(|t| put(t, "\n"));
    let mut node = |parent, kind, heading, text, has_children| {
        let id = tree.nodes.len();
        let level = id + 1;
        tree.nodes.push(Node { id: id.to_string(), parent, kind, level, marker: 0..0, heading, text, has_children });
        id
    };
    let parent = place.under.as_ref().map(|h| node(None, SectionKind::Roman, Some(put(h, "\n")), Vec::new(), true));
    if let Some(column) = &place.column {
        let cells = vec![put("1", "\t"), put("Rà soát quy định", "\t"), put(sentence, "\n")];
        let row = node(parent, SectionKind::Row, None, cells[1..].to_vec(), false);
        let columns = vec!["STT".to_owned(), "Nội dung".to_owned(), column.clone()];
        let rows = vec![TableRow { cells, node: Some(row) }];
        tree.tables.push(TableNode { caption: None, columns, rows, node: None });
    } else {
        let heading = place.heading.as_ref().map(|h| put(h, ": "));
        let body = put(sentence, "\n");
        node(parent, place.kind.unwrap_or(SectionKind::Dash), heading, vec![body], false);
    }
    (Text::new(text), tree, title)
}

fn found(place: &Place, sentence: &str) -> Vec<(Expected, &'static str)> {
    let (text, tree, title) = document(place, sentence);
    let issued_year = place.issued.or(Some(2025));
    let view = View { text: &text, tree: &tree, title: title.as_ref(), issued_year, directs: false, recognized: false };
    let findings = deadlines::find(view);
    let read = findings.into_iter().map(|f| {
        let words = text.at(&f.range).to_owned();
        let v = f.value;
        let expected = Expected {
            relation: v.relation,
            date: v.date,
            recurrence: v.recurrence,
            within: v.within,
            text: Some(words),
        };
        (expected, f.rule)
    });
    read.collect()
}

fn same(expected: &Expected, got: &Expected) -> bool {
    let words = expected.text.as_ref().is_none_or(|t| Some(t) == got.text.as_ref());
    words
        && (expected.relation, &expected.date, &expected.recurrence, &expected.within)
            == (got.relation, &got.date, &got.recurrence, &got.within)
}

fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(folder);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("a folder of cases").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    files.into_iter().map(|p| (p.display().to_string(), fs::read_to_string(&p).expect("a readable file"))).collect()
}

#[test]
fn sentences_say_what_their_case_says() {
    let mut wrong = Vec::new();
    for (name, text) in files("deadlines") {
        let cases: Cases = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        for case in &cases.case {
            for sentence in &case.say {
                let got = found(&case.place, sentence);
                let right =
                    got.len() == case.expect.len() && case.expect.iter().zip(&got).all(|(e, (g, _))| same(e, g));
                if !right {
                    wrong.push(format!("{sentence}\n    expected {:?}\n    got      {got:?}", case.expect));
                }
            }
        }
        for not in &cases.not {
            for sentence in &not.say {
                let got = found(&not.place, sentence);
                if !got.is_empty() {
                    wrong.push(format!("{sentence}\n    is no deadline, got {got:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Values {
    #[serde(default)]
    period: Vec<Value>,
    #[serde(default)]
    rhythm: Vec<Value>,
    #[serde(default)]
    length: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    /// Absent for what is none.
    is: Option<String>,
    say: Vec<String>,
}

#[test]
fn values_are_read_as_printed() {
    let mut wrong = Vec::new();
    for (name, text) in files("value_time") {
        let values: Values = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let mut check = |value: &Value, read: &dyn Fn(&str) -> Option<String>| {
            for words in &value.say {
                let got = read(&fold(words));
                if got != value.is {
                    wrong.push(format!("{words}: expected {:?}, got {got:?}", value.is));
                }
            }
        };
        for value in &values.period {
            check(value, &|w| read_period(w, 0, Figures::Bare).and_then(|r| r.period.edtf()));
        }
        for value in &values.rhythm {
            check(value, &|w| read_rhythm(w, 0).map(|(r, _)| r.rrule()));
        }
        for value in &values.length {
            check(value, &|w| read_duration(w, 0).map(|(d, _)| d.iso()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn long_and_hostile_passages_are_read_in_linear_time() {
    let size = 200_000;
    for unit in [
        "1",
        "(",
        "trước ngày ",
        "từ ngày 1/1 đến ",
        "hằng năm, ",
        "thường xuyên và ",
        "tháng 1, 2, ",
        "quý I - ",
        "1/",
        "“",
        "trong thời hạn 10 ngày kể từ ",
        "từ ngày ban hành đến ",
        "ngày 1/1/2025 (thứ ",
    ] {
        let long = unit.repeat(size / unit.len());
        let _ = found(&Place { heading: Some("Thời gian thực hiện".into()), ..Place::default() }, &long);
        let _ = found(&Place::default(), &long);
    }
}
