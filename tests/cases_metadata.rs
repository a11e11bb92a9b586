//! What documents say of themselves, by value: the fields once, then the ways to print them.

use kehoach::{model::Plan, pipeline::Pipeline};
use serde::{Deserialize, de::DeserializeOwned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases<T> {
    case: Vec<T>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(rename = "type")]
    kind: Option<String>,
    number: Option<String>,
    symbol: Option<String>,
    issued_on: Option<String>,
    place: Option<String>,
    issuer: Option<String>,
    parent: Option<String>,
    title: Option<String>,
    heads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tail {
    name: Option<String>,
    title: Option<String>,
    #[serde(default)]
    authority: Vec<String>,
    #[serde(default)]
    recipients: Vec<String>,
    tails: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Issued {
    #[serde(rename = "type")]
    kind: Option<String>,
    title: Option<String>,
    section: Option<String>,
    tails: Vec<String>,
}

fn cases<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let file = format!("{}/fixtures/cases/metadata/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let cases: Cases<T> = toml::from_str(&std::fs::read_to_string(file).expect("the case file")).expect("its shape");
    cases.case
}

fn plan(text: &str) -> Plan {
    Pipeline::default().extract(text.as_bytes(), "case.txt".as_ref()).expect("text")
}

/// As scoring compares: letter case, the place of tone marks and the kind of dash do not count.
fn alike(a: Option<&str>, b: Option<&str>) -> bool {
    let key = |s: Option<&str>| s.map(|s| kehoach::text::fold(s).replace('–', "-"));
    key(a) == key(b)
}

#[test]
fn mastheads() {
    const BODY: &str = "
Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020;
Theo đề nghị của các đơn vị liên quan.
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của cán bộ, người dân.
2. Yêu cầu
Bảo đảm thiết thực, tiết kiệm.
";
    let mut wrong = Vec::new();
    for case in cases::<Head>("mastheads") {
        for head in &case.heads {
            let document = plan(&format!("{}\n{BODY}", head.trim_matches('\n'))).document;
            let kind = document.kind.map(|k| k.name);
            for (field, expected, found) in [
                ("type", &case.kind, &kind),
                ("number", &case.number, &document.number),
                ("symbol", &case.symbol, &document.symbol),
                ("issued_on", &case.issued_on, &document.issued_on),
                ("place", &case.place, &document.place),
                ("issuer", &case.issuer, &document.issuer),
                ("parent", &case.parent, &document.parent_issuer),
                ("title", &case.title, &document.title),
            ] {
                if !alike(expected.as_deref(), found.as_deref()) {
                    wrong.push(format!("{head}  {field}: {found:?}, not {expected:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signatures() {
    const HEAD: &str = "ỦY BAN NHÂN DÂN
TỈNH TÂN BÌNH
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Bình, ngày 08 tháng 4 năm 2021

KẾ HOẠCH
Triển khai công tác khuyến học năm 2021

I. MỤC ĐÍCH

Nâng cao nhận thức của cán bộ, người dân.

II. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ chủ trì thực hiện Kế hoạch này.

Trên đây là Kế hoạch triển khai công tác khuyến học năm 2021./.
";
    let mut wrong = Vec::new();
    for case in cases::<Tail>("signatures") {
        for tail in &case.tails {
            let document = plan(&format!("{HEAD}\n{}\n", tail.trim_matches('\n'))).document;
            let signer = document.signer.as_ref();
            let name = signer.and_then(|s| s.name.as_deref());
            let title = signer.and_then(|s| s.title.as_deref());
            let authority = signer.map(|s| s.authority.clone()).unwrap_or_default();
            if !alike(name, case.name.as_deref())
                || !alike(title, case.title.as_deref())
                || authority != case.authority
                || document.recipients != case.recipients
            {
                wrong.push(format!("{tail}  {name:?} {title:?} {authority:?} {:?}", document.recipients));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn attached() {
    const HEAD: &str = "ỦY BAN NHÂN DÂN
TỈNH TÂN BÌNH
Số: 45/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Bình, ngày 08 tháng 4 năm 2021

QUYẾT ĐỊNH
Về việc phòng, chống bệnh hại cây hồ tiêu

Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống bệnh hại cây hồ tiêu.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
";
    let mut wrong = Vec::new();
    for case in cases::<Issued>("attached") {
        for tail in &case.tails {
            let document = plan(&format!("{HEAD}\n{}\n", tail.trim_matches('\n'))).document;
            let issued = document.attached.first();
            let found = [
                issued.map(|a| a.kind.name.clone()),
                issued.and_then(|a| a.title.clone()),
                issued.and_then(|a| a.section.clone()),
            ];
            if document.kind.map(|k| k.name).as_deref() != Some("Quyết định")
                || found != [&case.kind, &case.title, &case.section].map(Clone::clone)
            {
                wrong.push(format!("{tail}  {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
