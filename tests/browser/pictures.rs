//! Pictures of the report: two for the README, and on request all looks of it for the eye that judges them.

use std::{env, fs, path::PathBuf};

use kehoach::output::report::Failure;

use super::{Report, chromium::Browser, composed, record};

/// The two pictures of the README, made anew by `just screenshots`.
#[test]
#[ignore = "writes fixtures/report"]
fn of_the_readme() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/report");
    fs::create_dir_all(&folder).expect("a folder");
    let mut browser = Browser::start().expect("chromium is installed");
    let report = Report::of_composed();
    browser.resize((1200, 720));
    browser.look("light", "screen");
    browser.open(&report.document(province()));
    browser.click("#tab-a");
    browser.press("j");
    browser.picture(&folder.join("document.png"));
    browser.look("dark", "screen");
    browser.open(&report.batch());
    browser.picture(&folder.join("batch.png"));
}

/// The place of a province's plan among the composed ones.
fn province() -> usize {
    composed().iter().position(|(name, _)| name.starts_with("tinh-")).expect("a province's plan")
}

const DESK: (u32, u32) = (1280, 800);
const PHONE: (u32, u32) = (390, 844);

/// Every look of the report in the folder that `KEHOACH_PICTURES` names.
#[test]
#[ignore = "makes pictures to look at: KEHOACH_PICTURES=folder"]
fn all_looks() {
    let folder = PathBuf::from(env::var_os("KEHOACH_PICTURES").expect("KEHOACH_PICTURES names a folder"));
    fs::create_dir_all(&folder).expect("a folder");
    let Some(mut browser) = Browser::start() else { return };
    let plans = composed().into_iter().map(|(name, text)| record(&name, &text));
    let failure = |path: &str, code: &str, message: &str| Failure {
        path: path.into(),
        code: code.into(),
        message: message.into(),
    };
    let failures = [
        failure("quét/a.pdf", "password", "encrypted with a password"),
        failure("quét/b.pdf", "password", "encrypted with a password"),
        failure("trống.txt", "empty", "the file is empty"),
    ];
    let report = Report::of(plans, failures);
    let plan = province();
    for (size, scheme) in [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")] {
        browser.resize(size);
        browser.look(scheme, "screen");
        let name = format!("{}-{scheme}", size.0);
        browser.open(&report.batch());
        browser.picture(&folder.join(format!("{name}-batch.png")));
        browser.value("document.querySelector('#pictures').scrollIntoView()");
        browser.picture(&folder.join(format!("{name}-batch-pictures.png")));
        browser.value("scrollBy(0, 700)");
        browser.picture(&folder.join(format!("{name}-batch-pictures-more.png")));
        browser.open(&report.document(plan));
        browser.picture(&folder.join(format!("{name}-document.png")));
        for tab in ["t", "d", "a", "c", "m", "x", "p"] {
            browser.click(&format!("#tab-{tab}"));
            browser.picture(&folder.join(format!("{name}-tab-{tab}.png")));
        }
        browser.click("#tab-t");
        browser.click("#f-t2 [data-do=wrong]");
        browser.click("#f-t1 [data-do=edit]");
        browser.picture(&folder.join(format!("{name}-edit.png")));
        browser.value("document.querySelector('#views [data-view=text]').click()");
        browser.value("(() => { const node = document.querySelector('p.plain').firstChild; const s = getSelection(); s.selectAllChildren(node.parentElement); })()");
        browser.picture(&folder.join(format!("{name}-add.png")));
        browser.value("document.querySelector('#views [data-view=facts]').click()");
        browser.value("(unsaved = false, tabs[6].click())");
        for (n, figure) in ["timeline", "horizons", "matrix"].iter().enumerate() {
            browser.value(&format!("document.querySelectorAll('#panel-p figure')[{n}]?.scrollIntoView()"));
            browser.picture(&folder.join(format!("{name}-{figure}.png")));
        }
    }
}
