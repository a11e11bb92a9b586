//! Structure by value: the nodes once, then the ways to print them.

use kehoach::pipeline::Pipeline;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    nodes: Vec<String>,
    texts: Vec<String>,
}

#[test]
fn outlines() {
    const HEAD: &str = "ỦY BAN NHÂN DÂN\nTỈNH TÂN BÌNH\nSố: 45/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
        Độc lập - Tự do - Hạnh phúc\nTân Bình, ngày 08 tháng 4 năm 2021\nKẾ HOẠCH\nTriển khai công tác khuyến học\n";
    let cases = ["outlines", "wraps_and_tables"].into_iter().flat_map(|name| {
        let file = format!("{}/fixtures/cases/structure/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let cases: Cases = toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape");
        cases.case
    });
    let mut wrong = Vec::new();
    for case in cases {
        for text in &case.texts {
            let whole = format!("{HEAD}{}\n", text.trim_matches('\n'));
            let plan = Pipeline::default().extract(whole.as_bytes(), "case.txt".as_ref()).expect("text");
            let node = |s: &kehoach::model::Section| {
                format!("{} | {} | {}", s.id, s.heading.as_deref().unwrap_or_default(), s.text)
            };
            let found: Vec<String> = plan.sections.iter().map(node).collect();
            if found != case.nodes {
                wrong.push(format!("{text}{found:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
