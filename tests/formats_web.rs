//! Text in any encoding and web pages give the record that the same plan gives as plain text.
//!
//! `fixtures/formats/make.py` makes the documents from plans of the corpus.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use kehoach::{
    ingest::{self, encoding::Encoding},
    model::Plan,
    pipeline::{Options, Pipeline},
};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats")
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn extract(name: &str) -> Plan {
    Pipeline::default().extract(&bytes(name), name.as_ref()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// What a record says, without places in the file and in the text.
fn facts(plan: &Plan) -> Value {
    let mut facts = json!({
        "document": plan.document, "sections": plan.sections, "targets": plan.targets, "deadlines": plan.deadlines,
        "assignments": plan.assignments, "citations": plan.citations, "tables": plan.tables,
        "footnotes": plan.footnotes.iter().map(|f| &f.text).collect::<Vec<_>>(),
    });
    forget_places(&mut facts);
    facts
}

fn forget_places(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("locator");
            map.remove("span");
            map.values_mut().for_each(forget_places);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_places),
        _ => {}
    }
}

fn says_the_same(name: &str, plain: &str) -> Plan {
    let plan = extract(name);
    let (found, wanted) = (facts(&plan), facts(&extract(plain)));
    for (list, value) in wanted.as_object().expect("an object") {
        assert_eq!(&found[list], value, "{name}: {list}");
    }
    plan
}

#[test]
fn each_encoding_gives_the_same_record() {
    for (form, encoding) in [
        ("windows-1258", "windows-1258"),
        ("vni", "vni"),
        ("utf-16le", "utf-16le"),
        ("utf-16be", "utf-16be"),
        ("decomposed", "utf-8"),
        ("mojibake", "utf-8"),
    ] {
        let plan = says_the_same(&format!("truong.{form}.txt"), "truong.txt");
        assert_eq!(plan.source.encoding, encoding);
        let repaired = plan.diagnostics.iter().any(|d| d.code == "encoding-repaired");
        assert_eq!(repaired, form == "mojibake", "{form}");
        assert!(!plan.diagnostics.iter().any(|d| d.code == "encoding-uncertain"), "{form}");
        let place = &plan.sections[1].locator;
        assert_eq!(place, &extract("truong.txt").sections[1].locator, "{form}");
    }
}

#[test]
fn encodings_without_all_capitals_give_the_same_sections() {
    let wanted = facts(&extract("truong.txt"));
    for form in ["tcvn3", "viscii"] {
        let plan = extract(&format!("truong.{form}.txt"));
        assert_eq!(plan.source.encoding, form);
        let found = facts(&plan);
        let small = |value: &Value| value.to_string().to_lowercase();
        for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
            assert_eq!(small(&found[list]), small(&wanted[list]), "{form}: {list}");
        }
    }
}

#[test]
fn an_encoding_can_be_given() {
    let read = |encoding| {
        let ingest = ingest::Options { encoding: Some(encoding), ..ingest::Options::default() };
        let pipeline = Pipeline::new(Options { ingest, ..Options::default() });
        pipeline.extract(&bytes("truong.vni.txt"), "plan.txt".as_ref()).expect("text")
    };
    assert_eq!(facts(&read(Encoding::Vni)), facts(&extract("truong.txt")));
    let wrong = read(Encoding::Windows1252);
    assert_eq!(wrong.source.encoding, "windows-1252");
    assert_ne!(wrong.document.title, extract("truong.txt").document.title);
}

#[test]
fn web_pages_give_the_same_record() {
    let word = says_the_same("truong.word.htm", "truong.txt");
    assert_eq!((word.source.format.as_str(), word.source.encoding.as_str()), ("html", "windows-1252"));
    let portal = says_the_same("y-te.portal.html", "y-te.txt");
    let codes: Vec<&str> = portal.diagnostics.iter().map(|d| d.code.as_str()).collect();
    assert!(codes.contains(&"web-furniture"), "{codes:?}");
    assert_eq!(portal.footnotes.len(), 1);
}

#[test]
fn places_are_selectors_of_the_elements_that_hold_the_words() {
    let plan = extract("truong.word.htm");
    let (page, _, _) = encoding_rs::WINDOWS_1252.decode(Box::leak(bytes("truong.word.htm").into_boxed_slice()));
    let page = scraper::Html::parse_document(&page);
    let record = serde_json::to_value(&plan).expect("a record is JSON");
    let mut seen = 0;
    for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
        for fact in record[list].as_array().expect("a list") {
            let selector = fact["locator"]["element"].as_str().unwrap_or_else(|| panic!("no element: {fact}"));
            let selector = scraper::Selector::parse(selector).expect("a selector");
            let element = page.select(&selector).next().unwrap_or_else(|| panic!("selects nothing: {fact}"));
            let text: String = element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
            let words = fact["marker"].as_str().or(fact["text"].as_str()).unwrap_or_default();
            let word = words.split_whitespace().next().unwrap_or_default();
            assert!(text.contains(word), "{selector:?} holds no {word}: {text}");
            seen += 1;
        }
    }
    assert!(seen > 40);
}

#[test]
fn pages_of_other_makers_are_read() {
    let read = |page: &str| Pipeline::default().extract(page.as_bytes(), "page.html".as_ref()).expect("a page");
    let text = |page: &str| read(page).text.unwrap_or_default();
    // the labels of lists, taken up again where an office program interrupted them
    assert_eq!(
        text(
            "<ol type=I><li>MỤC TIÊU<ol><li>Chung<li>Riêng</ol></ol><p>Chữ thường ở giữa.</p><ol type=I start=2>\
              <li>NHIỆM VỤ</ol><ul><li>Rà soát<ul><li>Lần đầu</ul></ul><ol type=I><ol><li>Sở Y tế</ol></ol>"
        ),
        "I. MỤC TIÊU\n1. Chung\n2. Riêng\nChữ thường ở giữa.\nII. NHIỆM VỤ\n- Rà soát\n+ Lần đầu\n1. Sở Y tế"
    );
    // a paragraph between two items ends all the lists that are open: the next number tells which of them goes on
    assert_eq!(
        text(
            "<ol type=I><li>NHIỆM VỤ<ol><li>Rừng<ol><li>Trồng<li>Giữ</ol></ol></ol><p>Xen giữa.</p><ol start=3><li>Cắm \
              mốc</ol><ol start=2><li>Nước<ol><li>Đập</ol></ol><p>Nữa.</p><ol start=2><li>Kênh</ol><ol start=7><li>Gió</ol>"
        ),
        "I. NHIỆM VỤ\n1. Rừng\n1.1. Trồng\n1.2. Giữ\nXen giữa.\n1.3. Cắm mốc\n2. Nước\n2.1. Đập\nNữa.\n2.2. Kênh\n7. Gió"
    );
    // lists nested by how far they are indented: the number after some bullets goes on, from inside the last of them
    assert_eq!(
        text(
            "<ol type=I><li>NHIỆM VỤ<ol><li>Rừng<ol><li>Trồng</ol></ol></ol><ul><li>Chọn giống.<li>Ươm cây.<ol><li>Giữ\
              </ol><ol><li>Nước<ol><li>Đập</ol></ol><li>Nạo vét.<ol><li>Kênh</ol></ul><ol start=2><li>Gió</ol>"
        ),
        "I. NHIỆM VỤ\n1. Rừng\n1.1. Trồng\n- Chọn giống.\n- Ươm cây.\n1.2. Giữ\n2. Nước\n2.1. Đập\n- Nạo vét.\n2.2. Kênh\n3. Gió"
    );
    // a list that its bullet announces is its own
    assert_eq!(
        text("<ol><li>Sở Y tế</ol><ul><li>Các bước:<ol><li>Lập hồ sơ<li>Nộp hồ sơ</ol></ul>"),
        "1. Sở Y tế\n- Các bước:\n1. Lập hồ sơ\n2. Nộp hồ sơ"
    );
    // words that are struck, hidden or printed as a symbol; breaks
    assert_eq!(
        text(
            "<p>1. Trồng <del>hai </del><ins>ba</ins> cây<span style='display:none'>bốn</span><br>- Năm&nbsp;sáu</p>\
              <p><span style='font-family:Symbol'><span style='mso-list:Ignore'>·</span></span> Bảy</p>"
        ),
        "1. Trồng ba cây\n- Năm sáu\n• Bảy"
    );
    // merged cells keep their columns
    let plan = read(
        "<table><tr><th rowspan=2>TT<th rowspan=2>Nhiệm vụ<th colspan=2>Đơn vị<tr><th>Chủ trì<th>Phối hợp\
         <tr><td>1<td>Rà soát quy hoạch<td>Sở Xây dựng<td>Sở Tài chính\
         <tr><td>2<td>Lập danh mục<td>Sở Y tế<td></table>",
    );
    let found: Vec<(&str, &str)> =
        plan.assignments.iter().map(|a| (a.value.agency.as_str(), a.place.section.as_deref().unwrap_or(""))).collect();
    assert_eq!(found.len(), 3, "{found:?}");
    // items and labels before their values are no names of columns
    for first in ["<td>- Ông: Lê Văn An<td>- Trưởng ban", "<td>Chủ đầu tư:<td>Sở Y tế"] {
        let table = &read(&format!("<table><tr>{first}<tr><td>- Bà: Trần Thị Bình<td>- Phó ban</table>")).tables[0];
        assert_eq!((table.columns.len(), table.rows.len()), (0, 2), "{first}");
    }
    // a font of an old encoding
    assert_eq!(
        text("<p><font face='.VnTimeH'>kÕ ho¹ch</font> <span style='font-family:VNI-Times'>naêm</span> 2024</p>"),
        "KẾ HOẠCH năm 2024"
    );
}

#[test]
fn hostile_pages_end_soon() {
    let pages = [
        "<div>".repeat(200_000),
        "<b><i><a>".repeat(20_000),
        "<a><p>".repeat(20_000),
        "<table><tr><td>".repeat(20_000),
        "<b><div></b>".repeat(20_000),
        "<li><section>".repeat(20_000),
        "<p><marquee>".repeat(20_000),
        "<p<".repeat(60_000),
        format!("<p {}>x", (0..40_000).map(|i| format!("a{i}=1")).collect::<Vec<_>>().join(" ")),
        "<p>x".repeat(2_000),
        "<ul><li>".repeat(20_000),
        "&lt".repeat(60_000),
        "<a href=#x name=x>1</a>".repeat(20_000),
        "<td rowspan=9999 colspan=9999>x".repeat(2_000),
        format!("<table>{}</table>", "<tr><td rowspan=9999 colspan=9999>x".repeat(2_000)),
    ];
    for page in pages {
        let start = Instant::now();
        let _ = Pipeline::default().extract(format!("<html>{page}x").as_bytes(), "page.html".as_ref());
        // generous: the time of an unoptimized build on a busy machine
        assert!(start.elapsed() < Duration::from_secs(20), "{}: {:?}", &page[..20], start.elapsed());
    }
}

/// A small generator of numbers: the same mutations in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

#[test]
fn damaged_files_give_a_record_or_an_error() {
    let rounds: usize = env::var("KEHOACH_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(30);
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for name in ["truong.word.htm", "y-te.portal.html", "truong.vni.txt", "truong.tcvn3.txt", "truong.mojibake.txt"] {
        let whole = bytes(name);
        for _ in 0..rounds {
            let mut damaged = whole.clone();
            for _ in 0..=numbers.below(20) {
                let at = numbers.below(damaged.len());
                let to = (at + numbers.below(200)).min(damaged.len());
                match numbers.below(5) {
                    0 => damaged[at] = u8::try_from(numbers.below(256)).unwrap_or(0),
                    1 => drop(damaged.drain(at..to)),
                    2 => {
                        let piece = damaged[at..to].to_vec();
                        let place = numbers.below(damaged.len());
                        damaged.splice(place..place, piece);
                    }
                    3 => damaged.truncate(damaged.len() - numbers.below(damaged.len() / 4)),
                    _ => damaged[at..to].reverse(),
                }
                if damaged.is_empty() {
                    break;
                }
            }
            let start = Instant::now();
            let _ = Pipeline::default().extract(&damaged, name.as_ref());
            assert!(start.elapsed() < Duration::from_secs(10), "{name}: {:?}", start.elapsed());
        }
    }
}
