//! Lists of agencies by value: the names once, then the ways to print them, then what is no list.

use kehoach::{
    agency::{Extent, Reader, from_capitals},
    text::fold,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    clause: Vec<Lists>,
    whole: Vec<Lists>,
    #[serde(default)]
    none: Vec<None>,
    #[serde(default)]
    capitals: Vec<Capitals>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    names: Vec<String>,
    lists: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct None {
    lists: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Capitals {
    name: String,
    printed: Vec<String>,
}

fn cases() -> Cases {
    let read = |file: &str| -> Cases {
        let file = format!("{}/fixtures/cases/agencies/{file}", env!("CARGO_MANIFEST_DIR"));
        toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape")
    };
    let (mut all, shared) = (read("lists.toml"), read("shared_heads.toml"));
    all.clause.extend(shared.clause);
    all.whole.extend(shared.whole);
    all
}

fn names(plain: &str, extent: Extent) -> Option<Vec<String>> {
    let folded = fold(plain);
    let start = plain.len() - plain.trim_start_matches(['-', ' ']).len();
    Reader::new(plain, &folded).list_at(start, extent).map(|l| l.names())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    names: Vec<String>,
}

#[test]
fn names_of_units_are_read_whole() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/agencies/units.toml");
    let units: Units = toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape");
    let mut wrong = Vec::new();
    for name in &units.names {
        for after in [" chủ trì, phối hợp với Sở Tài chính", " quan tâm chỉ đạo các đơn vị", ", các sở liên quan"]
        {
            let found = names(&format!("{name}{after}"), Extent::Clause).unwrap_or_default();
            if found.first().map(|n| fold(n)) != Some(fold(&kehoach::agency::canonical(name))) {
                wrong.push(format!("{name}{after}\n  {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(units.names.len() > 200, "{} names", units.names.len());
}

#[test]
fn lists_in_sentences_headings_and_cells() {
    let cases = cases();
    let mut wrong = Vec::new();
    for (all, extent) in [(&cases.clause, Extent::Clause), (&cases.whole, Extent::Whole)] {
        for case in all {
            for list in &case.lists {
                let found = names(list, extent).unwrap_or_default();
                // case counts for nothing in names
                let same = found.iter().map(|n| fold(n)).eq(case.names.iter().map(|n| fold(n)));
                if !same {
                    wrong.push(format!("{list}\n  {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_list() {
    for list in cases().none.iter().flat_map(|n| &n.lists) {
        assert_eq!(names(list, Extent::Clause), Option::None, "{list}");
    }
}

#[test]
fn headers_in_capitals() {
    for case in cases().capitals {
        for printed in &case.printed {
            assert_eq!(fold(&from_capitals(printed)), fold(&case.name), "{printed}");
        }
    }
}

#[test]
fn odd_input_is_harmless_and_quick() {
    let pieces = [
        "(",
        "1",
        "các ",
        "các sở, ",
        "Sở Y tế, ",
        "và ",
        "Giám đốc ",
        "thuộc ",
        "UBND ",
        "đồng chí ",
        "-",
        "tỉnh A, ",
    ];
    for piece in pieces {
        let long = piece.repeat(300_000 / piece.len());
        for extent in [Extent::Clause, Extent::Whole] {
            let _ = names(&long, extent);
        }
    }
}
