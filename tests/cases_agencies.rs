//! The case file of printed agency names: each name gives the agency, the province and the organ that it should.

use kehoach::lexicon::{
    agencies::{Setting, identify},
    provinces,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// None: no agency is certain.
    agency: Option<String>,
    province: Option<String>,
    /// The names differ in their provinces.
    #[serde(default)]
    province_any: bool,
    organ: Option<String>,
    #[serde(default)]
    many: bool,
    home: Option<String>,
    on: Option<String>,
    names: Vec<String>,
}

#[test]
fn names_are_traced_to_their_agencies() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/agencies/identify.toml");
    let cases: Cases = toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape");
    let mut wrong = Vec::new();
    for case in &cases.case {
        let setting = Setting { home: case.home.as_deref().and_then(provinces::by_id), on: case.on.as_deref() };
        for name in &case.names {
            let found = identify(name, &setting);
            let province = found.and_then(|f| f.province).map(|p| p.id);
            let right = found.map(|f| f.agency.id) == case.agency.as_deref()
                && (case.province_any || province == case.province.as_deref())
                && found.and_then(|f| f.organ) == case.organ.as_deref()
                && found.is_some_and(|f| f.many) == case.many;
            if !right {
                wrong.push(format!("{name}: {:?} in {province:?}", found.map(|f| (f.agency.id, f.organ, f.many))));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn odd_input_is_harmless() {
    for odd in
        ["(", ")(", "Sở (", "ủy\u{301}", "thành thành phố phố", "cấp", "các", "các các", "tỉnh tỉnh tỉnh", "İẞ ǅ"]
    {
        let _ = identify(odd, &Setting::default());
    }
    for piece in ["(", "1", "tỉnh ", "các huyện ", "Sở Y tế ", "UBND xã A ", "thành phố "] {
        let long = piece.repeat(1_000_000 / piece.len());
        let _ = identify(&long, &Setting::default());
        let _ = provinces::find_in(&kehoach::text::fold(&long));
    }
}
