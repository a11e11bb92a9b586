//! The page of a batch of thousands, and the way from a run to a site.

use std::{path::Path, process::Command};

use kehoach::{model::Plan, output::report::Failure};

use super::{Report, chromium::Browser, composed, record};

const DOCUMENTS: usize = 2_000;

/// So many plans that all differ: the composed ones, shortened, under other numbers, years and names.
fn batch() -> impl Iterator<Item = Plan> {
    let short = |text: &str| text.lines().take(70).flat_map(|line| [line, "\n"]).collect::<String>();
    let plans: Vec<Plan> = composed().iter().map(|(name, text)| record(name, &short(text))).collect();
    (0..DOCUMENTS).map(move |n| {
        let mut plan = plans[n % plans.len()].clone();
        plan.id = format!("{n:016x}");
        plan.source.path = format!("{}/{n}.txt", n % 13);
        plan.document.number = Some(format!("{}/KH-UBND", n + 1));
        plan.document.issued_on = Some(format!("{}-{:02}-15", 2010 + n % 15, n % 12 + 1));
        plan
    })
}

fn failures() -> Vec<Failure> {
    let failure = |n: usize| Failure {
        path: format!("quét/{n}.pdf"),
        code: if n < 3 { "password" } else { "empty" }.into(),
        message: "tệp không đọc được".into(),
    };
    (0..4).map(failure).collect()
}

#[test]
fn two_thousand_documents_are_sorted_and_filtered() {
    let Some(mut browser) = Browser::start() else { return };
    let report = Report::of(batch(), failures());
    let of_hoa_binh =
        batch().filter(|plan| plan.document.issuer.as_deref().is_some_and(|name| name.contains("Hòa Bình"))).count();
    browser.resize((1280, 800));
    browser.open(&report.batch());
    browser.expect("performance.getEntriesByName('first-contentful-paint').length === 1");
    let (script, all) = (browser.measure("ScriptDuration"), browser.measure("TaskDuration"));
    let paint = browser.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    eprintln!("{DOCUMENTS} rows: script {script:.2} s, all work {all:.2} s, first paint after {paint:.0} ms");
    assert!(script < 1.0, "script takes {script} s");
    browser.expect("document.querySelector('.totals').textContent.includes('2.000')");
    browser.expect("document.querySelectorAll('#documents tbody tr').length === 2000");

    // by number up and down; by the count of targets, the most first
    let first = |column: usize| format!("document.querySelector('#documents tbody tr').cells[{column}].textContent");
    browser.click("th:nth-child(2) button");
    browser.expect(&format!("{} === '1/KH-UBND'", first(1)));
    browser.click("th:nth-child(2) button");
    browser.expect(&format!("{} === '2000/KH-UBND'", first(1)));
    browser.click("th:nth-child(3) button");
    browser.expect(&format!("{}.endsWith('/2010')", first(2)));
    browser.click("th:nth-child(5) button");
    browser.expect("document.querySelector('th:nth-child(5)').ariaSort === 'descending'");
    let counts = "[...document.querySelectorAll('#documents tbody tr')].map((row) => Number(row.cells[4].textContent))";
    browser.expect(&format!("{counts}.every((n, i, all) => i === 0 || n <= all[i - 1])"));

    // search and filter, alone and together
    let visible = "[...document.querySelectorAll('#documents tbody tr')].filter((row) => !row.hidden)";
    browser.press("/");
    browser.write("hoa binh");
    browser.expect(&format!(
        "{visible}.length === {of_hoa_binh} && {visible}.every((r) => r.textContent.includes('Hòa Bình'))"
    ));
    browser.value("(() => { year.value = '2012'; year.dispatchEvent(new Event('change')); })()");
    browser
        .expect(&format!("{visible}.length > 0 && {visible}.every((r) => r.cells[2].textContent.endsWith('/2012'))"));
    browser.expect("/^Đang hiện \\d+\\/2\\.000$/.test(document.querySelector('#shown').textContent)");
    browser.value("(() => { search.value = 'không có'; search.dispatchEvent(new Event('input')); })()");
    browser.expect("document.querySelector('#unfound').checkVisibility()");
    browser.value("(() => { search.value = year.value = ''; search.dispatchEvent(new Event('input')); })()");
    browser.click("#warned");
    browser.expect(&format!("{visible}.every((r) => Number(r.cells[8].textContent) > 0)"));
    browser.click("#warned");

    // what failed stands before the table, the most frequent first
    browser.expect("document.querySelector('.failures summary').textContent.startsWith('3 · Tệp có mật khẩu')");
    browser.click(".failures summary");
    browser.expect("document.querySelector('.failures li').checkVisibility()");

    // a row leads to its document, and that back
    browser.follow("#documents tbody tr a");
    browser.expect("document.body.classList.contains('document')");
    browser.follow("header a");
    browser.expect("document.body.classList.contains('batch')");
    browser.assert_quiet();
}

#[test]
fn a_run_becomes_a_site_by_the_command() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, site) = (folder.path().join("out"), folder.path().join("site"));
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let empty = folder.path().join("trống.txt");
    std::fs::write(&empty, "").expect("writable");
    let program = |args: &[&Path]| Command::new(env!("CARGO_BIN_EXE_kehoach")).args(args).output().expect("it runs");
    program(&["extract".as_ref(), &plans, &empty, "-o".as_ref(), &out]);
    let done = program(&["report".as_ref(), &out, "-o".as_ref(), &site, "--lang".as_ref(), "en".as_ref()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    browser.open(&site.join("index.html"));
    browser.expect("document.documentElement.lang === 'en'");
    browser.expect(&format!("document.querySelectorAll('#documents tbody tr').length === {}", composed().len()));
    browser.expect("document.querySelector('.failures').textContent.includes('trống.txt')");
    browser.follow("#documents tbody tr a");
    browser.expect("document.querySelectorAll('#panel-t .card').length > 0");
    browser.assert_quiet();
}
