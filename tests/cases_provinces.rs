//! The case file of provinces named inside texts.

use kehoach::{lexicon::provinces, text::fold};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// None: no province, or several.
    province: Option<String>,
    texts: Vec<String>,
}

#[test]
fn provinces_are_found_in_texts() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/provinces/find_in.toml");
    let cases: Cases = toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape");
    for case in &cases.case {
        for text in &case.texts {
            let found = provinces::find_in(&fold(text)).map(|p| p.id);
            assert_eq!(found, case.province.as_deref(), "{text}");
        }
    }
}
