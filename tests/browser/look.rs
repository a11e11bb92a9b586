//! That the report can be read: on a phone, in the dark, on paper, and by who does not see it.

use super::{Report, chromium::Browser};

/// Nothing reaches over the edge of a phone, every part can be reached, and each leads to the other.
#[test]
fn a_phone_is_wide_enough() {
    let Some(mut browser) = Browser::start() else { return };
    let report = Report::of_composed();
    browser.resize((390, 844));
    let fits = "document.documentElement.scrollWidth <= innerWidth && innerWidth === 390";
    browser.open(&report.batch());
    browser.expect(fits);
    browser
        .expect("getComputedStyle(document.querySelector('td:nth-child(5)'), '::before').content.includes('Chỉ tiêu')");
    browser.follow("#documents tbody tr a");
    browser.expect("document.querySelector('main')?.dataset.view === 'facts'");
    for tab in ["t", "d", "a", "c", "m", "x", "p"] {
        browser.click(&format!("#tab-{tab}"));
        browser.expect(fits);
    }
    let parts = |shown: &str| {
        format!(
            "['section.text', 'aside', 'nav'].every((s) => document.querySelector(s).checkVisibility() === (s === '{shown}'))"
        )
    };
    browser.click("#tab-d");
    browser.click("#panel-d .card:last-of-type h3");
    browser.expect(&parts("section.text"));
    browser.expect("(() => { const r = document.querySelector('mark.here').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()");
    browser.click("mark.here");
    browser.expect(&parts("aside"));
    browser.click("#views [data-view=outline]");
    browser.expect(&parts("nav"));
    browser.click("nav.outline li:last-child a");
    browser.expect(&parts("section.text"));
    browser.expect(fits);
    browser.assert_quiet();
}

/// Text on what it stands on, light and dark: at least 4.5 to 1, as WCAG asks.
#[test]
fn each_colour_is_legible() {
    const CONTRAST: &str = "((pairs) => {
        const probe = document.body.appendChild(document.createElement('i'));
        const light = (name) => {
            probe.style.color = `var(--${name})`;
            const rgb = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255);
            const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        return pairs.map(([a, b]) => [light(a), light(b)]).map(([a, b]) => Math.max(a, b) / Math.min(a, b));
    })";
    let Some(mut browser) = Browser::start() else { return };
    let report = Report::of_composed();
    let pairs = [
        ("ink", "paper"),
        ("ink", "panel"),
        ("soft", "paper"),
        ("soft", "panel"),
        ("link", "paper"),
        ("link", "panel"),
        ("warn", "paper"),
        ("ink", "t-back"),
        ("ink", "d-back"),
        ("ink", "a-back"),
        ("ink", "c-back"),
        ("ink", "m-back"),
        ("ink", "mark"),
    ];
    for scheme in ["light", "dark"] {
        browser.look(scheme, "screen");
        browser.open(&report.batch());
        let list = serde_json::to_string(&pairs).expect("JSON");
        let found = browser.value(&format!("{CONTRAST}({list})"));
        for (pair, contrast) in pairs.iter().zip(found.as_array().expect("a list")) {
            assert!(contrast.as_f64().is_some_and(|c| c >= 4.5), "{scheme}: {pair:?} {contrast}");
        }
    }
    browser.assert_quiet();
}

#[test]
fn everything_has_a_name() {
    let Some(mut browser) = Browser::start() else { return };
    let report = Report::of_composed();
    for page in [report.batch(), report.document(0)] {
        browser.open(&page);
        browser.expect("document.documentElement.lang === 'vi' && document.title !== ''");
        // as those hear it who cannot see it
        let tree = browser.call("Accessibility.getFullAXTree", &serde_json::json!({}));
        let nodes = tree["nodes"].as_array().expect("nodes");
        let mut named = 0;
        for node in nodes.iter().filter(|n| n["ignored"] == false) {
            let role = node["role"]["value"].as_str().unwrap_or_default();
            let roles = [
                "button",
                "link",
                "textbox",
                "searchbox",
                "combobox",
                "checkbox",
                "tab",
                "tabpanel",
                "image",
                "region",
            ];
            if roles.contains(&role) {
                assert!(node["name"]["value"].as_str().is_some_and(|name| !name.trim().is_empty()), "{role}: {node}");
                named += 1;
            }
        }
        assert!(named > 20, "{named}");
        // no two things bear one id, and each picture is told in words
        browser.expect("(() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return new Set(ids).size === ids.length; })()");
        browser.expect(
            "[...document.querySelectorAll('figure')].every((f) => f.querySelector('.said li').textContent !== '')",
        );
    }
    browser.assert_quiet();
}

#[test]
fn on_paper_stand_all_facts() {
    let Some(mut browser) = Browser::start() else { return };
    let report = Report::of_composed();
    browser.resize((800, 1100));
    browser.open(&report.document(0));
    browser.look("dark", "print");
    browser.expect("[...document.querySelectorAll('.card')].every((c) => c.checkVisibility())");
    browser.expect("document.querySelector('section.text').checkVisibility()");
    for hidden in ["nav", ".tabs", "#views", "#filters", ".review", "footer", "#download"] {
        browser.expect(&format!("!document.querySelector('{hidden}').checkVisibility()"));
    }
    browser.expect("getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'");
    browser.expect("document.documentElement.scrollWidth <= innerWidth");
    browser.assert_quiet();
}
