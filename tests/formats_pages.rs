//! PDF files, scans and images give the record that their plan gives as plain text.
//!
//! These tests need poppler and tesseract. Without them they say that they skip, but not where `CI` is set.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use kehoach::{
    error::Error,
    ingest::{self, Ocr},
    model::Plan,
    pipeline::{Options, Pipeline},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn fixture(name: &str) -> PathBuf {
    root().join("fixtures/formats").join(name)
}

/// Are the programs here? Where the tests must run, they are missed loudly.
fn have(programs: &[&str]) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = |program: &&&str| env::split_paths(&path).any(|folder| folder.join(program).is_file());
    let missing: Vec<_> = programs.iter().filter(|p| !found(p)).collect();
    if missing.is_empty() {
        return true;
    }
    assert!(env::var_os("CI").is_none(), "{missing:?} must be installed for these tests");
    eprintln!("skipped: {missing:?} is not installed (Debian: poppler-utils tesseract-ocr tesseract-ocr-vie)");
    false
}

const POPPLER: [&str; 4] = ["pdftotext", "pdftocairo", "pdftoppm", "pdfimages"];
const ALL: [&str; 5] = ["pdftotext", "pdftocairo", "pdftoppm", "pdfimages", "tesseract"];

fn extract(path: &Path, ocr: Ocr) -> Result<Plan, Error> {
    let options = Options { ingest: ingest::Options { ocr, ..ingest::Options::default() }, ..Options::default() };
    Pipeline::new(options).extract(&fs::read(path).expect("the fixture is there"), path)
}

fn text_plan() -> Plan {
    extract(&root().join("corpus/plans/truong-thcs-nam-hoc-2024-2025.txt"), Ocr::Auto).expect("text reads")
}

/// What a record says, one line a section or fact.
fn said(plan: &Plan) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    for s in &plan.sections {
        said.push(("section", format!("{} {:?} {}", s.id, s.heading, s.text)));
    }
    for t in &plan.targets {
        said.push(("target", format!("{:?} {} {:?}", t.place.section, t.place.text, t.value.indicator)));
    }
    for d in &plan.deadlines {
        said.push(("deadline", format!("{:?} {} {:?}", d.place.section, d.place.text, d.value.date)));
    }
    for a in &plan.assignments {
        said.push(("assignment", format!("{:?} {} {:?}", a.place.section, a.value.agency, a.value.partners)));
    }
    for c in &plan.citations {
        said.push(("citation", format!("{:?} {:?} {:?}", c.value.kind, c.value.number, c.value.date)));
    }
    said
}

/// The share of both lists that is in both, for each kind.
fn agreement(a: &Plan, b: &Plan) -> Vec<(&'static str, f64)> {
    let (a, b) = (said(a), said(b));
    let kinds = ["section", "target", "deadline", "assignment", "citation"];
    let of =
        |list: &[(&'static str, String)], kind| list.iter().filter(|(k, _)| *k == kind).cloned().collect::<Vec<_>>();
    let share = |kind| {
        let (a, mut b) = (of(&a, kind), of(&b, kind));
        let all = a.len() + b.len();
        assert!(!a.is_empty(), "the plan has a {kind}");
        let mut same = 0_u32;
        for item in &a {
            if let Some(i) = b.iter().position(|other| other == item) {
                b.swap_remove(i);
                same += 1;
            }
        }
        2.0 * f64::from(same) / f64::from(u32::try_from(all).expect("a short list"))
    };
    kinds.into_iter().map(|kind| (kind, share(kind))).collect()
}

#[test]
fn a_pdf_says_what_its_text_says() {
    if !have(&POPPLER) {
        return;
    }
    let (text, pdf) = (text_plan(), extract(&fixture("truong.pdf"), Ocr::Never).expect("it reads"));
    for (kind, share) in agreement(&text, &pdf) {
        assert!(share >= 0.97, "{kind}: {share}\n{:#?}\n{:#?}", said(&text), said(&pdf));
    }
    assert_eq!(pdf.document.number, text.document.number);
    assert_eq!(pdf.document.issued_on, text.document.issued_on);
    assert_eq!(pdf.document.issuer, text.document.issuer);
    assert_eq!(pdf.document.title, text.document.title);
    assert_eq!(pdf.tables.len(), 1);
    // the header of the page, its number and the footer are no words of the plan
    assert!(!pdf.text.as_deref().unwrap_or_default().contains("Văn bản mẫu"));
    assert_eq!(pdf.source.pages, Some(4));
}

#[test]
fn every_section_and_fact_of_a_pdf_has_its_page_and_box() {
    if !have(&POPPLER) {
        return;
    }
    let plan = extract(&fixture("truong.pdf"), Ocr::Auto).expect("it reads");
    let sections = plan.sections.iter().map(|s| (&s.id, &s.locator));
    let facts = plan.targets.iter().map(|f| &f.place).chain(plan.deadlines.iter().map(|f| &f.place));
    let facts = facts.chain(plan.assignments.iter().map(|f| &f.place)).chain(plan.citations.iter().map(|f| &f.place));
    let mut last = 0;
    for (id, locator) in sections {
        let page = locator.page.unwrap_or_else(|| panic!("{id} has no page"));
        assert!(page >= last && page <= 4, "{id} on page {page} after {last}");
        last = page;
        let [x0, y0, x1, y1] = locator.bbox.unwrap_or_else(|| panic!("{id} has no box"));
        assert!(0.0 <= x0 && x0 < x1 && x1 <= 596.0 && 0.0 <= y0 && y0 < y1 && y1 <= 843.0, "{id} {x0} {y0} {x1} {y1}");
    }
    for place in facts {
        assert!(place.locator.page.is_some() && place.locator.bbox.is_some(), "{}", place.id);
        assert_eq!(place.confidence, None, "{}: nothing was recognized", place.id);
    }
    let row = plan.assignments.iter().find(|a| a.place.rule == "assignments.row").expect("a row");
    assert_eq!((row.place.locator.page, row.place.locator.cell), (Some(3), Some(4)));
}

#[test]
fn a_scan_says_nearly_what_its_text_says() {
    if !have(&ALL) {
        return;
    }
    let (text, scan) = (text_plan(), extract(&fixture("truong.scan.pdf"), Ocr::Auto).expect("it reads"));
    // the table of the annex has no rulings that could be found in the image, and a marker may be misread (`II.` for
    // `III.`): what is compared is what the body says, wherever it stands
    let body = |section: &Option<String>| section.as_deref().is_some_and(|id| !id.starts_with("PL"));
    let figures = |plan: &Plan| -> Vec<String> {
        let targets = plan.targets.iter().filter(|t| body(&t.place.section));
        targets.map(|t| format!("{} {:?}", t.place.text, t.value.by)).collect()
    };
    let times = |plan: &Plan| -> Vec<String> {
        let deadlines = plan.deadlines.iter().filter(|d| body(&d.place.section));
        deadlines.map(|d| format!("{} {:?}", d.place.text, d.value.date)).collect()
    };
    let cited = |plan: &Plan| -> Vec<String> {
        plan.citations.iter().map(|c| format!("{:?} {:?}", c.value.number, c.value.date)).collect()
    };
    for (kind, printed, read) in [
        ("targets", figures(&text), figures(&scan)),
        ("deadlines", times(&text), times(&scan)),
        ("citations", cited(&text), cited(&scan)),
    ] {
        let same = printed.iter().filter(|fact| read.contains(fact)).count();
        assert!(same * 10 >= printed.len() * 8, "{kind}: {same} of {}\n{printed:#?}\n{read:#?}", printed.len());
        assert!(read.len() <= printed.len() + 2, "{kind}: {read:#?}");
    }
    assert!(scan.diagnostics.iter().any(|d| d.code == "recognized"));
    for target in &scan.targets {
        assert!(target.place.confidence.is_some(), "{} has no confidence", target.place.id);
    }
    let refused = extract(&fixture("truong.scan.pdf"), Ocr::Never).expect_err("there is no text");
    assert_eq!(refused.code(), "no-text");
}

#[test]
fn pages_with_and_without_text_are_read_each_as_it_is() {
    if !have(&ALL) {
        return;
    }
    let plan = extract(&fixture("truong.mixed.pdf"), Ocr::Auto).expect("it reads");
    assert_eq!(plan.source.pages, Some(4));
    let recognized = |page| {
        plan.targets
            .iter()
            .filter(|t| t.place.locator.page == Some(page))
            .map(|t| t.place.confidence.is_some())
            .collect::<Vec<_>>()
    };
    assert!(!recognized(1).is_empty() && recognized(1).iter().all(|r| *r));
    assert!(!recognized(2).is_empty() && recognized(2).iter().all(|r| !r));
}

#[test]
fn an_image_is_a_page() {
    if !have(&ALL) {
        return;
    }
    let plan = extract(&fixture("truong.png"), Ocr::Auto).expect("it reads");
    assert_eq!((plan.source.format.as_str(), plan.source.pages), ("png", Some(1)));
    assert!(plan.sections.len() > 5 && plan.sections.iter().all(|s| s.locator.page == Some(1)));
    assert_eq!(extract(&fixture("truong.png"), Ocr::Never).expect_err("no text").code(), "no-text");
}

fn code_of(bytes: &[u8]) -> &'static str {
    match Pipeline::default().extract(bytes, "plan.pdf".as_ref()) {
        Ok(_) => "a record",
        Err(error) => error.code(),
    }
}

#[test]
fn what_is_no_pdf_says_why() {
    if !have(&POPPLER) {
        return;
    }
    let whole = fs::read(fixture("truong.pdf")).expect("the fixture is there");
    assert_eq!(code_of(b""), "empty");
    assert_eq!(code_of(&whole[..200]), "truncated");
    assert_eq!(code_of(b"%PDF-1.7\nkh\xc3\xb4ng\n%%EOF\n"), "damaged");
    // what it is, its content says
    assert_eq!(code_of(b"kh\xc3\xb4ng ph\xe1\xba\xa3i PDF"), "a record");
}

#[test]
fn hostile_files_end_soon() {
    let Some(shared) = env::var_os("KEHOACH_SHARED").map(PathBuf::from).filter(|_| have(&POPPLER)) else {
        eprintln!("skipped: KEHOACH_SHARED does not name the folder of hostile files");
        return;
    };
    let expected = [
        ("userpw.pdf", "password"),
        ("empty.pdf", "empty"),
        ("trunc10.pdf", "truncated"),
        ("trunc50.pdf", "truncated"),
        ("hugecount.pdf", "damaged"),
        ("circular_pages.pdf", "no-text"),
    ];
    for (name, code) in expected {
        let path = shared.join("corpus/hostile").join(name);
        let error = extract(&path, Ocr::Never).expect_err(name);
        assert_eq!(error.code(), code, "{name}: {error}");
    }
}

/// Bytes that change from run to run only with the seed.
fn mutated(whole: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits")
    };
    let mut bytes = whole.to_vec();
    for _ in 0..=(next() % 20) {
        let at = next() % bytes.len();
        match next() % 4 {
            0 => bytes[at] = u8::try_from(next() % 256).expect("a byte"),
            1 => bytes.truncate(at.max(64)),
            2 => drop(bytes.drain(at..(at + next() % 64).min(bytes.len()))),
            _ => {
                let to = next() % bytes.len();
                bytes.swap(at, to);
            }
        }
        if bytes.len() < 64 {
            break;
        }
    }
    bytes
}

/// `KEHOACH_MUTATIONS` says how many; the rest of the pipeline is tried with other formats.
#[test]
fn damaged_files_neither_panic_nor_hang() {
    if !have(&POPPLER) {
        return;
    }
    let count = env::var("KEHOACH_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(60);
    let whole = fs::read(fixture("truong.pdf")).expect("the fixture is there");
    let options = ingest::Options { ocr: Ocr::Never, ..ingest::Options::default() };
    let read =
        (0..count).filter(|&seed| ingest::read(&mutated(&whole, seed), "plan.pdf".as_ref(), &options).is_ok()).count();
    assert!(read > 0, "poppler repairs some of {count}");
}
