//! The targets family against its case files: `fixtures/cases/targets/*.toml`.
//!
//! A case gives what is expected once, one line a figure, then phrasings that all say it:
//! `65 % gt increase per=năm by=2025 base=2020 ref`. Ordinary values are left out. `indicator` is checked when given.

use std::{fmt::Write, fs, ops::Range};

use kehoach::{
    extract::{Finding, View, targets},
    model::{Comparator, Direction, SectionKind, TargetFact, TargetRole},
    sections::{Node, SectionTree},
    text::{Text, fold},
    value::{read_number, read_number_words},
};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// One line a figure; none where nothing must match.
    expect: Vec<String>,
    /// The words for what each figure measures.
    indicator: Option<Vec<String>>,
    /// The heading above.
    under: Option<String>,
    /// The year of issue.
    issued: Option<i32>,
    /// Stands in the preamble, below no heading.
    #[serde(default)]
    preamble: bool,
    /// The words before the first colon are the heading of their item.
    #[serde(default)]
    run_in: bool,
    texts: Vec<String>,
}

#[test]
fn case_files() {
    let mut files: Vec<_> = fs::read_dir("fixtures/cases/targets").unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in files {
        let file: File =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for case in file.case {
            let usual = if case.preamble { "KẾ HOẠCH" } else { "MỤC TIÊU" };
            let under = case.under.as_deref().unwrap_or(usual);
            for text in &case.texts {
                count += 1;
                let kind = if case.preamble { SectionKind::Preamble } else { SectionKind::Dash };
                let (found, words) = read_item(under, kind, case.issued, text, case.run_in);
                // letter case is no part of text equality: one expectation serves words at the start and inside
                let same = |expected: &Vec<String>| expected.iter().map(|w| fold(w)).eq(words.iter().map(|w| fold(w)));
                let indicators = case.indicator.as_ref().is_none_or(same);
                if found != case.expect || !indicators {
                    wrong.push(format!(
                        "{text}\n    expected {:?}\n    found    {found:?}\n    words    {words:?}",
                        case.expect
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} phrasings:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 100, "{count} phrasings");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    figures: Vec<Number>,
    no_figures: Vec<NoNumber>,
    words: Vec<Number>,
    no_words: Vec<NoNumber>,
}

#[derive(Deserialize)]
struct Number {
    value: f64,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct NoNumber {
    texts: Vec<String>,
}

#[test]
fn numbers() {
    let file = fs::read_to_string("fixtures/cases/value_numbers/numbers.toml").unwrap();
    let numbers: Numbers = toml::from_str(&file).unwrap();
    let figures = |text: &str| read_number(text, 0).map(|(value, _)| value);
    let words = |text: &str| read_number_words(text, 0).map(|(value, _)| f64::from(value));
    check(&numbers.figures, &numbers.no_figures, figures);
    check(&numbers.words, &numbers.no_words, words);
}

fn check(some: &[Number], none: &[NoNumber], read: impl Fn(&str) -> Option<f64>) {
    for number in some {
        for text in &number.texts {
            let found = read(text);
            assert!(found.is_some_and(|v| (v - number.value).abs() < 1e-9), "{text}: {found:?}");
        }
    }
    for text in none.iter().flat_map(|n| &n.texts) {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn odd_input_is_read_in_linear_time() {
    for odd in [
        "9",
        "(",
        "1 %",
        "từ 1 đến ",
        "trên ",
        "1.",
        "lần lượt 1, ",
        "5 xã, ",
        "năm 2025 ",
        "đạt 5% ",
        "“",
        "1/",
        "5%1; ",
        "5% - A: ",
        "(dưới 5 kg) ",
        "5 tỷ 6 triệu ",
        "tỷ lệ a và ",
        "năm 2025: 5% ",
        "5 xã (5%) ",
        "số a: 5, ",
    ] {
        read("MỤC TIÊU", SectionKind::Dash, None, &odd.repeat(100_000 / odd.len()));
        read("KẾ HOẠCH", SectionKind::Preamble, None, &odd.repeat(50_000 / odd.len()));
    }
}

proptest! {
    /// Scraps of clauses in any order: nothing panics, and every figure points at words of its own.
    #[test]
    fn scraps_in_any_order(scraps in prop::collection::vec(prop::sample::select(SCRAPS), 0..14)) {
        read("MỤC TIÊU đến năm 2030", SectionKind::Dash, Some(2025), &scraps.concat());
        read("Kinh phí", SectionKind::Dash, None, &scraps.join(" "));
        read("KẾ HOẠCH", SectionKind::Preamble, Some(2025), &scraps.concat());
    }
}

const SCRAPS: &[&str] = &[
    "tỷ lệ ",
    "đạt ",
    "trên ",
    "từ ",
    "đến ",
    "5%",
    "12,5%o",
    "30 - 35%",
    " trở lên",
    "4/100.000 ",
    "trẻ",
    "năm 2025",
    "; ",
    ", ",
    "(",
    ")",
    " và ",
    "trong đó ",
    "so với năm 2020",
    "1.500 ha",
    "02 lớp",
    "một cơ sở",
    "ba mươi phần trăm",
    "/năm",
    "mỗi năm ",
    "giảm ",
    "nâng ",
    "“",
    "”",
    ". ",
    "≥",
    "\u{301}",
    "Ủy",
    ": ",
    "lần lượt ",
    "60, 70 và 80%",
    "2/3 số xã",
    "01 (một) ",
    "lên ",
    "xuống còn ",
    "có ",
    "cho ",
    "- ",
    "1.",
    "15/63 tỉnh",
    "quý III/2024",
    "ngày 31/12/2025",
    "tầm nhìn ",
    "8tỷđ",
    "12 tỷ 500 triệu",
    "tr. đồng",
    "5%1;",
    "(dưới 2.500 gram)",
    "(cùng kỳ 6%)",
    "5 xã (2%) ",
    " - A: 5%",
    "cả năm 2025",
    "6 tháng đầu ",
    "so dự toán ",
    "số a: ",
    "5% năm 2025 và ",
];

/// The figures of an item under a heading, rendered as in the case files, and what they measure.
fn read(under: &str, kind: SectionKind, issued_year: Option<i32>, item: &str) -> (Vec<String>, Vec<String>) {
    read_item(under, kind, issued_year, item, false)
}

/// The same, where the item may begin with a heading of its own.
fn read_item(
    under: &str,
    kind: SectionKind,
    issued_year: Option<i32>,
    item: &str,
    run_in: bool,
) -> (Vec<String>, Vec<String>) {
    let mut text = String::new();
    let mut put = |words: &str| -> Range<usize> {
        let start = text.len();
        text.push_str(words);
        let range = start..text.len();
        text.push('\n');
        range
    };
    let (heading, mut words) = (put(under), put(item));
    let label = item.find(": ").filter(|_| run_in).map(|colon| {
        let label = words.start..words.start + colon;
        words.start = label.end + ": ".len();
        label
    });
    let node = |kind, parent, heading, text| Node {
        id: String::new(),
        parent,
        kind,
        level: 1,
        marker: 0..0,
        heading,
        text,
        has_children: false,
    };
    let tree = SectionTree {
        nodes: vec![node(SectionKind::Roman, None, Some(heading), Vec::new()), node(kind, Some(0), label, vec![words])],
        ..SectionTree::default()
    };
    let text = Text::new(text);
    let found =
        targets::find(View { text: &text, tree: &tree, title: None, issued_year, directs: false, recognized: false });
    let words = found.iter().map(|f| f.value.indicator.clone()).collect();
    (found.iter().map(render).collect(), words)
}

fn render(finding: &Finding<TargetFact>) -> String {
    let fact = &finding.value;
    let mut line = fact.value.to_string();
    if let Some(max) = fact.value_max {
        let _ = write!(line, "..{max}");
    }
    let _ = write!(line, " {}", fact.unit.as_deref().unwrap_or("-"));
    line += match fact.comparator {
        Comparator::Eq => "",
        Comparator::Gt => " gt",
        Comparator::Ge => " ge",
        Comparator::Lt => " lt",
        Comparator::Le => " le",
        Comparator::Approx => " approx",
    };
    line += match fact.direction {
        None => "",
        Some(Direction::Increase) => " increase",
        Some(Direction::Decrease) => " decrease",
        Some(Direction::Maintain) => " maintain",
    };
    for (name, value) in [("per", &fact.per), ("by", &fact.by), ("base", &fact.baseline)] {
        if let Some(value) = value {
            let _ = write!(line, " {name}={value}");
        }
    }
    if fact.role == TargetRole::Reference {
        line += " ref";
    }
    line
}
