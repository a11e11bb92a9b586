//! The page of one document.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};

use super::{Report, chromium::Browser, composed, record};

/// The composed plan that these tests read, its report, and a browser that shows it.
fn shown() -> Option<(Browser, Report, kehoach::model::Plan)> {
    let mut browser = Browser::start()?;
    let (name, text) = composed().into_iter().find(|(name, _)| name.starts_with("xa-giam")).expect("a commune's plan");
    let plan = record(&name, &text);
    let report = Report::of([plan.clone()], []);
    browser.resize((1280, 800));
    browser.open(&report.document(0));
    Some((browser, report, plan))
}

/// Whether something is within the window, as an expression.
fn in_view(selector: &str) -> String {
    format!(
        "(() => {{ const r = document.querySelector({selector:?})?.getBoundingClientRect(); \
         return r && r.height > 0 && r.bottom > 0 && r.top < innerHeight; }})()"
    )
}

#[test]
fn each_tab_shows_its_facts() {
    let Some((mut browser, _report, plan)) = shown() else { return };
    let counts = [
        ("t", plan.targets.len()),
        ("d", plan.deadlines.len()),
        ("a", plan.assignments.len()),
        ("c", plan.citations.len()),
        ("m", 10),
        ("x", plan.diagnostics.len()),
    ];
    for (tab, count) in counts {
        browser.click(&format!("#tab-{tab}"));
        browser.expect(&format!("document.querySelector('#tab-{tab}').ariaSelected === 'true'"));
        let cards = "[...document.querySelectorAll('.panel .card')].filter((c) => c.checkVisibility()).length";
        assert_eq!(browser.value(cards), count, "{tab}");
    }
    browser.click("#tab-p");
    browser.expect("document.querySelectorAll('#panel-p svg').length === 3");
    browser.expect(&in_view("#panel-p svg"));
    browser.press("ArrowLeft");
    browser.expect("document.activeElement.id === 'tab-x' && !document.querySelector('#panel-x').hidden");
    browser.assert_quiet();
}

#[test]
fn a_fact_leads_to_its_words_and_words_to_their_fact() {
    let Some((mut browser, _report, plan)) = shown() else { return };
    browser.click("#tab-a");
    let last = &plan.assignments.last().expect("duties").place;
    browser.click(&format!("#f-{} h3", last.id));
    browser.expect("document.querySelector('mark.here') !== null");
    browser.expect(&in_view("mark.here"));
    let words = "[...document.querySelectorAll('mark.here')].map((m) => m.textContent).join('')";
    assert_eq!(browser.text(words), last.text.replace('\n', ""));
    // words of another kind open the tab of their card
    let target = &plan.targets.last().expect("targets").place.id;
    browser.click(&format!("mark[data-f~='{target}']"));
    browser.expect(&format!("document.querySelector('.card.here').id === 'f-{target}'"));
    browser.expect(&in_view(".card.here"));
    browser.expect("document.querySelector('#tab-t').ariaSelected === 'true'");
    // a card's section, and a place in the outline
    browser.click(".card.here a");
    browser.expect(&in_view("p:target"));
    browser.click("nav.outline li:last-child a");
    browser.expect(&in_view("p:target"));
    // a mark in a picture leads to its fact
    browser.click("#tab-p");
    browser.click("#panel-p svg a text");
    browser.expect("document.querySelector('#panel-d .card.here') !== null");
    browser.assert_quiet();
}

#[test]
fn search_filter_and_keys() {
    let Some((mut browser, _report, plan)) = shown() else { return };
    let here = |id: &str| format!("document.querySelector('.card.here')?.id === 'f-{id}'");
    let ids: Vec<&str> = plan.deadlines.iter().map(|d| d.place.id.as_str()).collect();
    browser.press("2");
    browser.press("j");
    browser.expect(&here(ids[0]));
    browser.press("j");
    browser.expect(&here(ids[1]));
    browser.press("k");
    browser.expect(&here(ids[0]));
    browser.press("y");
    browser.expect("document.querySelector('.card.here').dataset.state === 'right'");
    // a search without marks finds words with marks, and the keys go over what is found
    browser.press("3");
    browser.press("/");
    browser.write("phong kinh te");
    let visible = "[...document.querySelectorAll('#panel-a .card')].filter((c) => c.checkVisibility())";
    browser.expect(&format!("{visible}.length > 0 && {visible}.every((c) => c.textContent.includes('Phòng Kinh tế'))"));
    browser.expect(&format!("{visible}.length < {}", plan.assignments.len()));
    browser.press("Escape");
    browser.press("j");
    browser.expect("document.querySelector('#panel-a .card.here').textContent.includes('Phòng Kinh tế')");
    browser.value("(() => { search.value = 'không có ở đâu'; search.dispatchEvent(new Event('input')); })()");
    browser.expect("document.querySelector('#panel-a .unfound').checkVisibility()");
    browser.value("(() => { search.value = ''; state.value = 'right'; state.dispatchEvent(new Event('change')); })()");
    browser.press("2");
    browser.expect("[...document.querySelectorAll('#panel-d .card')].filter((c) => c.checkVisibility()).length === 1");
    browser.assert_quiet();
}

/// Writes into a field of the form that is open.
fn fill(browser: &mut Browser, field: &str, words: &str) {
    browser.value(&format!("document.querySelector(\"form [name='{field}']\").select()"));
    browser.write(words);
}

#[test]
fn what_is_corrected_downloads_as_gold() {
    let Some((mut browser, _report, plan)) = shown() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let allow = json!({ "behavior": "allow", "downloadPath": folder.path(), "eventsEnabled": true });
    browser.call("Browser.setDownloadBehavior", &allow);

    // one wrong, one right
    browser.click("#f-t1 [data-do=wrong]");
    browser.click("#f-t4 [data-do=right]");
    browser.expect("document.querySelector('#reviewed').textContent.includes('2/')");
    // one mended, in the numbers and dates of the language
    browser.click("#f-t2 [data-do=edit]");
    fill(&mut browser, "value", "không");
    browser.press("Enter");
    browser.expect("document.querySelector('#f-t2 form :invalid') !== null");
    fill(&mut browser, "value", "1.234,5");
    fill(&mut browser, "by", "30/11/2027");
    browser.press("Enter");
    browser.expect("document.querySelector('#f-t2 form') === null");
    browser.expect("document.querySelector('#f-t2 h3').textContent.includes('1.234,5 % · đến 30/11/2027')");
    // the document's own fields
    browser.click("#tab-m");
    browser.click("#f-m-number [data-do=edit]");
    fill(&mut browser, "number", "99/KH-UBND");
    browser.click("form .end button");
    browser.click("#f-m-place [data-do=wrong]");
    // one added from words that are selected
    let section = plan.sections.iter().find(|s| s.text.contains("giảm nghèo")).expect("a section");
    browser.value(&format!(
        "(() => {{ const p = document.getElementById('s-{}'); const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT); \
         const node = walk.nextNode(); getSelection().setBaseAndExtent(node, 0, node, Math.min(node.length, 12)); }})()",
        section.id
    ));
    browser.expect("document.querySelector('#add').checkVisibility()");
    browser.click("#add [data-kind=d]");
    browser.expect("document.querySelector('#panel-d form') !== null");
    fill(&mut browser, "date", "12/2026");
    browser.click("form .end button");
    // one added and given up
    browser.value(
        "(() => { const node = document.querySelector('mark.c').firstChild; getSelection().setBaseAndExtent(node, 0, node, 4); })()",
    );
    browser.click("#add [data-kind=c]");
    browser.press("Escape");
    browser.expect("document.querySelector('form') === null");

    let since = browser.events.len();
    browser.click("#download");
    browser.wait(since, "Browser.downloadProgress", |p| p["state"] == "completed");
    browser.assert_quiet();
    let file = folder.path().join("xa-giam-ngheo-2025.gold.json");
    let gold: Value = serde_json::from_slice(&fs::read(&file).expect("downloaded")).expect("JSON");
    let list = |name: &str| gold[name].as_array().expect("a list").clone();
    assert_eq!(list("targets").len(), plan.targets.len() - 1);
    assert_eq!(list("targets")[1]["text"], plan.targets[2].place.text);
    assert_eq!((&list("targets")[0]["value"], &list("targets")[0]["by"]), (&json!(1234.5), &json!("2027-11-30")));
    assert_eq!(gold["document"]["number"], "99/KH-UBND");
    assert_eq!(gold["document"]["place"], Value::Null);
    assert_eq!(list("citations").len(), plan.citations.len());
    let added = list("deadlines").into_iter().find(|d| d["date"] == "2026-12").expect("the new deadline");
    let (start, end) =
        (added["span"]["start"].as_u64().expect("a start"), added["span"]["end"].as_u64().expect("an end"));
    let text: Vec<char> = plan.text.as_deref().expect("the text").chars().collect();
    let words: String =
        text[usize::try_from(start).expect("small")..usize::try_from(end).expect("small")].iter().collect();
    assert_eq!(added["text"], words);
    assert_eq!(added["section"], section.id.as_str());
    assert_scored(folder.path(), &plan);
}

/// `kehoach eval` takes what was downloaded, and counts what was corrected as missed.
fn assert_scored(gold: &Path, plan: &kehoach::model::Plan) {
    let out = gold.join("out");
    fs::create_dir_all(&out).expect("a folder");
    let record = serde_json::to_vec(plan).expect("JSON");
    fs::write(out.join("xa-giam-ngheo-2025.txt.json"), record).expect("written");
    let done = Command::new(env!("CARGO_BIN_EXE_kehoach"))
        .arg("eval")
        .args([&gold.join("xa-giam-ngheo-2025.gold.json"), &out])
        .args(["--format", "json"])
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let scores: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let deadlines = &scores["lists"]["deadlines"];
    assert_eq!(deadlines["gold"], plan.deadlines.len() + 1, "{scores}");
    assert_eq!((&deadlines["output"], &deadlines["precision"]), (&json!(plan.deadlines.len()), &json!(1.0)));
    // the target that was wrong and the one that was mended
    assert!(scores["lists"]["targets"]["precision"].as_f64().is_some_and(|p| p < 1.0), "{scores}");
}

#[test]
fn a_hostile_document_is_only_text() {
    let Some(mut browser) = Browser::start() else { return };
    let hostile = "</script></style><script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\"> \
        <a href=\"javascript:document.title='taken'\">javascript:</a> &lt; \u{202e}\u{2066} \u{0}";
    let (name, text) = composed().swap_remove(0);
    let mut plan = record(&name, &text);
    plan.text = plan.text.map(|text| format!("{hostile}\n{text}"));
    plan.document.title = Some(hostile.into());
    plan.document.issuer = Some(hostile.into());
    plan.source.path = format!("{hostile}.txt");
    for target in &mut plan.targets {
        target.value.indicator = hostile.into();
        target.value.unit = Some(hostile.into());
    }
    for (n, section) in plan.sections.iter_mut().enumerate().filter(|(_, s)| s.heading.is_some()) {
        section.heading = Some(format!("{n} {hostile}"));
    }
    for duty in &mut plan.assignments {
        duty.value.agency = hostile.into();
    }
    let failure =
        kehoach::output::report::Failure { path: hostile.into(), code: hostile.into(), message: hostile.into() };
    let report = Report::of([plan], [failure]);
    for page in [report.document(0), report.batch()] {
        browser.open(&page);
        // every tab, an editor, a search: all that writes into the page
        for tab in 0..browser.value("document.querySelectorAll('[role=tab]').length").as_u64().expect("a count") {
            browser.value(&format!("document.querySelectorAll('[role=tab]')[{tab}].click()"));
        }
        browser.value("document.querySelector('#panel-t [data-do=edit]')?.click()");
        browser.value("document.querySelector('#panel-t form .end button')?.click()");
        browser.value("(() => { search.value = '<img src=x>'; search.dispatchEvent(new Event('input')); })()");
        browser.expect("!document.title.startsWith('taken')");
        browser.expect("document.querySelectorAll('img').length === 0 && document.scripts.length === 2");
        browser.expect("[...document.links].every((a) => a.protocol === 'file:')");
        browser.expect("document.body.textContent.includes('<script>document.title')");
        browser.assert_quiet();
        // nothing to download: the page may be left
        browser.value("typeof unsaved === 'undefined' || (unsaved = false)");
    }
}

#[test]
fn half_a_megabyte_is_there_within_a_second() {
    let Some(mut browser) = Browser::start() else { return };
    let (name, text) =
        composed().into_iter().find(|(name, _)| name.starts_with("tinh-nong")).expect("a province's plan");
    // the body comes again and again, under other numbers
    let (head, body) = text.split_once("I. M").expect("a body");
    let body = body.split("Nơi nhận").next().unwrap_or_default();
    let parts = (1..).map(|n| format!("PHẦN {n}\nI. M{body}\n")).take(500_000 / body.len() + 1);
    let long: String = std::iter::once(head.to_owned()).chain(parts).collect();
    assert!(long.len() > 500_000);
    let plan = record(&name, &long);
    let facts = plan.targets.len() + plan.deadlines.len() + plan.assignments.len();
    assert!(facts > 1_000, "{facts}");
    let report = Report::of([plan], []);
    browser.resize((1280, 800));
    browser.open(&report.document(0));
    browser.expect("performance.getEntriesByName('first-contentful-paint').length === 1");
    let (script, all) = (browser.measure("ScriptDuration"), browser.measure("TaskDuration"));
    let paint = browser.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    eprintln!("{facts} facts: script {script:.2} s, all work {all:.2} s, first paint after {paint:.0} ms");
    assert!(script < 1.0, "script takes {script} s");
    // and a key goes to the next fact at once
    let before = browser.measure("TaskDuration");
    for _ in 0..10 {
        browser.press("j");
    }
    browser.expect("document.querySelector('.card.here') !== null");
    let each = (browser.measure("TaskDuration") - before) / 10.0;
    eprintln!("a step takes {:.0} ms", each * 1000.0);
    assert!(each < 0.5, "a step takes {each} s");
    browser.assert_quiet();
}
