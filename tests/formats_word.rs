//! Office files give the record that the same plan gives as plain text, and none of them can harm.
//!
//! `fixtures/formats/make.py` makes the documents from plans of the corpus. What LibreOffice reads is skipped where it
//! is not installed.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Cursor, Read, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use kehoach::{
    error::Error,
    eval,
    ingest::{self, Format, Options},
    model::Plan,
    pipeline::Pipeline,
};
use serde_json::{Value, json};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats")
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn extract(name: &str) -> Plan {
    Pipeline::default().extract(&bytes(name), name.as_ref()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn has_libreoffice() -> bool {
    let there = ingest::tools(Format::Doc).iter().all(|tool| tool.path().is_some());
    if !there {
        eprintln!("skipped: soffice is not installed");
    }
    there
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

fn codes(plan: &Plan) -> Vec<&str> {
    plan.diagnostics.iter().map(|d| d.code.as_str()).collect()
}

#[test]
fn word_files_give_the_same_record() {
    let school = says_the_same("truong.docx", "truong.txt");
    assert_eq!(school.source.format, "docx");
    assert!(codes(&school).contains(&"hidden-text") && codes(&school).contains(&"tracked-changes"));
    let health = says_the_same("y-te.docx", "y-te.txt");
    assert_eq!(health.footnotes.len(), 1);
}

#[test]
fn old_fonts_give_the_same_record() {
    for (form, encoding) in [("tcvn3", "tcvn3"), ("vni", "vni")] {
        let plan = says_the_same(&format!("truong.{form}.docx"), "truong.txt");
        assert_eq!(plan.source.encoding, encoding);
        assert!(codes(&plan).contains(&"old-fonts"), "{form}");
    }
}

#[test]
fn places_are_paragraphs_and_cells() {
    let plan = extract("truong.docx");
    let section = |id: &str| plan.sections.iter().find(|s| s.id == id).unwrap_or_else(|| panic!("no section {id}"));
    assert_eq!(section("I").locator.paragraph, Some(9));
    assert_eq!(section("I.1").locator.paragraph, Some(10));
    let cells: Vec<_> = plan
        .assignments
        .iter()
        .filter_map(|a| Some((a.place.locator.table?, a.place.locator.row?, a.place.locator.cell?)))
        .collect();
    assert!(cells.contains(&(3, 2, 4)) && cells.contains(&(3, 2, 5)), "{cells:?}");
    for fact in &plan.targets {
        assert!(fact.place.locator.paragraph.is_some() || fact.place.locator.table.is_some(), "{}", fact.place.text);
    }
}

#[test]
fn libreoffice_reads_older_files() {
    if !has_libreoffice() {
        return;
    }
    for form in ["doc", "rtf", "odt"] {
        let plan = says_the_same(&format!("truong.{form}"), "truong.txt");
        assert_eq!(plan.source.format, form);
    }
}

#[test]
fn one_run_converts_many_files_and_a_bad_one_costs_the_others_nothing() {
    if !has_libreoffice() {
        return;
    }
    let (doc, rtf, odt) = (bytes("truong.doc"), bytes("truong.rtf"), bytes("truong.odt"));
    let cut = &doc[..doc.len() / 2];
    let files = [(doc.as_slice(), Format::Doc), (cut, Format::Doc), (&rtf, Format::Rtf), (&odt, Format::Odt)];
    let converted = ingest::convert(&files);
    let codes: Vec<Option<&str>> = converted.iter().map(|c| c.as_ref().err().map(Error::code)).collect();
    assert_eq!(codes, [None, Some("damaged"), None, None]);
    for (bytes, (_, format)) in converted.into_iter().zip(files) {
        let Ok(bytes) = bytes else { continue };
        let raw = ingest::read_converted(&bytes, format).expect("a Word file");
        assert_eq!(raw.lines.len(), 70, "{}", format.name());
    }
}

#[test]
fn content_decides_whatever_the_name_says() {
    let read = |bytes: &[u8], name: &str| ingest::read(bytes, name.as_ref(), &Options::default()).map(|r| r.format);
    let docx = bytes("truong.docx");
    assert_eq!(read(&docx, "plan.doc").ok(), Some(Format::Docx));
    assert_eq!(read(&docx, "plan").ok(), Some(Format::Docx));
    assert_eq!(read("KẾ HOẠCH\nTrồng cây".as_bytes(), "plan.docx").ok(), Some(Format::Text));
    let noise: Vec<u8> = (0..5000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let code = |bytes: &[u8], name: &str| read(bytes, name).err().map(|e| e.code());
    assert_eq!(code(&noise, "plan.docx"), Some("mismatch"));
    assert_eq!(code(b"", "plan.docx"), Some("empty"));
    assert_eq!(code(&docx[..docx.len() / 2], "plan.docx"), Some("damaged"));
    let doc = bytes("truong.doc");
    assert_eq!(code(&doc[..doc.len() / 2], "plan.doc"), Some("damaged"));
    assert_eq!(code(b"{\\rtf1 {cut", "plan.rtf"), Some("damaged"));
}

#[test]
fn an_archive_gives_its_documents() {
    let documents = Pipeline::default().documents(&bytes("hai-ke-hoach.zip"), "a.zip".as_ref());
    let paths: Vec<&str> = documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(paths, ["a.zip/năm 2024/truong.docx", "a.zip/y-te.txt"]);
    for (document, alone) in documents.iter().zip(["truong.docx", "y-te.txt"]) {
        let plan = document.record.as_ref().expect("a record");
        assert_eq!(plan.source.path, document.path);
        assert_eq!(facts(plan), facts(&extract(alone)));
    }
}

/// An archive of entries.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(content).expect("an entry");
    }
    writer.finish().expect("an archive").into_inner()
}

fn codes_of(entries: &[(&str, &[u8])]) -> Vec<&'static str> {
    let documents = Pipeline::default().documents(&archive(entries), "a.zip".as_ref());
    documents.iter().map(|d| d.record.as_ref().map_or_else(Error::code, |_| "record")).collect()
}

#[test]
fn archives_cannot_harm() {
    let text = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC TIÊU\n- Trồng 500 cây xanh.\n".as_bytes();
    let bomb = vec![b' '; 64 << 20];
    let inner = archive(&[("a.txt", text)]);
    for (entries, expected) in [
        (vec![("a.txt", text), ("b.txt", text)], vec!["record", "record"]),
        (vec![("../../a.txt", text), ("b.txt", text)], vec!["damaged", "record"]),
        (vec![("/etc/a.txt", text)], vec!["damaged"]),
        (vec![("bomb.txt", bomb.as_slice()), ("b.txt", text)], vec!["limit", "record"]),
        (vec![("inner.zip", inner.as_slice())], vec!["limit"]),
        (vec![("a.xlsx", b"x".as_slice()), (".hidden.txt", text), ("~$a.docx", b"x")], vec!["empty"]),
        (vec![("word/document.xml", bomb.as_slice())], vec!["limit"]),
        (vec![("word/other.xml", b"<a/>".as_slice())], vec!["damaged"]),
        (vec![("xl/workbook.xml", b"<a/>".as_slice())], vec!["unknown-format"]),
    ] {
        let names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
        let start = Instant::now();
        assert_eq!(codes_of(&entries), expected, "{names:?}");
        assert!(start.elapsed() < Duration::from_secs(20), "{names:?}");
    }
}

/// A stream of numbers that look like chance and are the same on each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % n.max(1)
    }

    /// Bytes changed, left out or doubled in a few places.
    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            let len = self.below(40).min(bytes.len() - at);
            match self.below(4) {
                0 => bytes[at] = u8::try_from(self.below(256)).unwrap_or_default(),
                1 => drop(bytes.drain(at..at + len)),
                2 => {
                    let again = bytes[at..at + len].to_vec();
                    let to = self.below(bytes.len());
                    drop(bytes.splice(to..to, again));
                }
                _ => bytes.truncate(bytes.len() - len),
            }
        }
    }
}

/// `KEHOACH_MUTATIONS=2000` for more.
fn mutations(usual: usize) -> usize {
    env::var("KEHOACH_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

#[test]
fn no_mutation_of_a_word_file_makes_the_reader_panic_or_hang() {
    let mut chance = Chance(7);
    let slowest = Duration::from_secs(10);
    for name in ["truong.docx", "y-te.docx", "truong.tcvn3.docx"] {
        let whole = bytes(name);
        let mut package = ZipArchive::new(Cursor::new(whole.as_slice())).expect("an archive");
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        for i in 0..package.len() {
            let mut part = package.by_index(i).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a part");
            parts.push((part.name().to_owned(), content));
        }
        for round in 0..mutations(120) {
            let mut file = whole.clone();
            if round % 4 == 0 {
                chance.mutate(&mut file);
            } else {
                // inside the archive the damage reaches the reader
                let mut parts = parts.clone();
                let which = chance.below(parts.len());
                chance.mutate(&mut parts[which].1);
                let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, c)| (n.as_str(), c.as_slice())).collect();
                file = archive(&parts);
            }
            let start = Instant::now();
            let _ = Pipeline::default().documents(&file, "plan.docx".as_ref());
            assert!(start.elapsed() < slowest, "{name}, round {round}");
        }
    }
}

#[test]
fn no_mutation_of_an_older_file_passes_the_checks_and_panics() {
    let mut chance = Chance(11);
    for name in ["truong.doc", "truong.rtf", "truong.odt"] {
        let whole = bytes(name);
        for _ in 0..mutations(120) {
            let mut file = whole.clone();
            chance.mutate(&mut file);
            let _ = ingest::sniff(&file, name.as_ref());
        }
    }
}

fn shared(folder: &str) -> Option<PathBuf> {
    let shared = env::var_os("KEHOACH_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = shared.join(folder);
    if !folder.is_dir() {
        eprintln!("skipped: no {} in KEHOACH_SHARED", folder.display());
        return None;
    }
    Some(folder)
}

#[test]
fn hostile_files_end_soon_in_a_record_or_an_error() {
    let Some(folder) = shared("corpus/hostile") else { return };
    let files = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path());
    for path in files.filter(|p| p.extension().is_some_and(|e| e == "docx")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("a file");
        let start = Instant::now();
        let record = Pipeline::default().extract(&bytes, &path);
        let broken =
            name.starts_with("trunc") || ["empty.docx", "garbage.docx", "unclosed.docx"].contains(&name.as_str());
        assert_eq!(record.is_err(), broken, "{name}");
        assert!(start.elapsed() < Duration::from_secs(10), "{name}: {:?}", start.elapsed());
    }
}

/// The F1 of each list.
fn scores(gold: &Value, plan: &Plan) -> BTreeMap<String, f64> {
    let record = serde_json::to_value(plan).expect("a record is JSON");
    let scores = eval::compare(&[("plan".into(), gold.clone())], &[("plan".into(), record)]);
    scores.lists.iter().map(|(name, score)| ((*name).clone(), score.f1)).collect()
}

#[test]
fn labelled_plans_score_in_office_files_as_in_plain_text() {
    let (Some(formats), Some(gold), Some(plain)) = (shared("corpus/formats"), shared("gold"), shared("corpus")) else {
        return;
    };
    for (name, labelled) in [("lao-cai", "lao-cai-09-2024"), ("quang-tri", "quang-tri-sldtbxh-2023")] {
        let read =
            |path: PathBuf| Pipeline::default().extract(&fs::read(&path).expect("a file"), &path).expect("a record");
        let gold = fs::read_to_string(gold.join(format!("{labelled}.json"))).expect("a gold");
        let gold: Value = serde_json::from_str(&gold).expect("a gold is JSON");
        let wanted = scores(&gold, &read(plain.join(format!("{labelled}.txt"))));
        let forms: &[&str] = if has_libreoffice() { &["docx", "doc", "rtf", "odt"] } else { &["docx"] };
        for form in forms {
            let found = scores(&gold, &read(formats.join(format!("{name}_plan.{form}"))));
            for list in ["sections", "targets", "deadlines", "assignments", "citations"] {
                let (found, wanted) = (found[list], wanted[list]);
                assert!(found >= wanted - 0.01, "{name}.{form}: {list} {found:.3}, in plain text {wanted:.3}");
            }
        }
    }
}
