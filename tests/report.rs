//! The review report: what it shows, and that no text of a plan can do harm in it.

use std::{collections::BTreeSet, fs, path::Path};

use kehoach::{
    model::Plan,
    output::report::{Failure, Language, Site},
    pipeline::Pipeline,
};
use tempfile::TempDir;

fn record(text: &str, name: &str) -> Plan {
    Pipeline::default().extract(text.as_bytes(), name.as_ref()).expect("a record")
}

/// The page of one document, and that of the batch.
fn pages(plan: &Plan, failures: Vec<Failure>, language: Language) -> (String, String) {
    let folder = TempDir::new().expect("a folder");
    let mut site = Site::new(folder.path(), language).expect("a site");
    site.add(plan).expect("a page");
    for failure in failures {
        site.failed(failure);
    }
    assert_eq!(site.finish().expect("the batch page"), 1);
    let document =
        fs::read_dir(folder.path().join("documents")).expect("pages").next().expect("a page").expect("a page");
    let read = |path: &Path| fs::read_to_string(path).expect("a readable page");
    (read(&document.path()), read(&folder.path().join("index.html")))
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!("{attribute}=\"");
    page.match_indices(&open).map(|(i, _)| page[i + open.len()..].split('"').next().unwrap_or_default()).collect()
}

const PLAN: &str = "KẾ HOẠCH\nTrồng cây năm 2025\n\nCăn cứ Quyết định số 99/QĐ-UBND ngày 05/01/2024 của UBND tỉnh.\n\n\
    I. MỤC TIÊU\n- Đến năm 2025, ít nhất 65% số xã trồng cây phân tán.\n\nII. TỔ CHỨC THỰC HIỆN\n\
    1. Sở Nội vụ\n- Chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 30/11/2025.\n";

#[test]
fn each_fact_has_a_card_and_a_mark() {
    let plan = record(PLAN, "trong-cay.txt");
    let (page, _) = pages(&plan, Vec::new(), Language::Vi);
    let ids = plan.targets.iter().map(|f| &f.place.id).chain(plan.deadlines.iter().map(|f| &f.place.id));
    let ids = ids.chain(plan.assignments.iter().map(|f| &f.place.id)).chain(plan.citations.iter().map(|f| &f.place.id));
    let marked: BTreeSet<&str> = values(&page, "data-f").into_iter().flat_map(|v| v.split(' ')).collect();
    let mut facts = 0;
    for id in ids {
        assert!(page.contains(&format!("id=\"f-{id}\"")), "{id} has no card");
        assert!(marked.contains(id.as_str()), "{id} has no mark");
        facts += 1;
    }
    assert_eq!(facts, 4);
    assert!(page.contains("ít nhất 65 % · đến năm 2025"));
    assert!(page.contains("trước 30/11/2025"));
    let (page, _) = pages(&plan, Vec::new(), Language::En);
    assert!(page.contains("at least 65 % · by 2025"));
}

#[test]
fn the_text_is_whole() {
    let plan = record(PLAN, "trong-cay.txt");
    let (page, _) = pages(&plan, Vec::new(), Language::Vi);
    let from = page.find("id=\"text\"").expect("the text");
    let end = from + page[from..].find("<aside").expect("the facts");
    let mut shown = String::new();
    let mut tag = false;
    for c in page[from..end].replace("</p>", "\n").chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => shown.push(c),
            _ => {}
        }
    }
    let shown = shown.split_once("\"Văn bản\"").map_or(shown.as_str(), |(_, rest)| rest);
    let text = plan.text.as_deref().expect("the text");
    assert_eq!(
        shown.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>(),
        text.lines().collect::<Vec<_>>()
    );
}

/// A page's parser takes an open shape for the parent of all that follows, which then does not show.
#[test]
fn every_shape_of_a_picture_is_closed() {
    let (document, batch) = pages(&record(PLAN, "trong-cay.txt"), Vec::new(), Language::Vi);
    for shape in ["rect", "circle", "line", "path", "text", "g", "svg"] {
        for page in [&document, &batch] {
            let opened = page.matches(&format!("<{shape} ")).count() + page.matches(&format!("<{shape}>")).count();
            assert_eq!(opened, page.matches(&format!("</{shape}>")).count(), "{shape}");
        }
    }
    assert!(document.contains("<circle") && document.contains("<rect"));
}

#[test]
fn no_text_of_a_plan_runs() {
    let mut plan = record(PLAN, "trong-cay.txt");
    let hostile = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) \u{202e}";
    plan.document.title = Some(hostile.into());
    plan.document.issuer = Some(hostile.into());
    plan.source.path = hostile.into();
    plan.targets[0].value.indicator = hostile.into();
    plan.text = Some(format!("{hostile}\n{}", plan.text.unwrap_or_default()));
    let failure = Failure { path: hostile.into(), code: hostile.into(), message: hostile.into() };
    let (document, batch) = pages(&plan, vec![failure], Language::Vi);
    for page in [&document, &batch] {
        assert_eq!(page.matches("<script").count(), 2, "the data and the page's own script");
        assert_eq!(page.matches("</style>").count(), 1);
        assert!(!page.contains("<img"));
        assert!(values(page, "href").iter().all(|link| !link.contains(':')), "a link leaves the page");
        let policy = values(page, "content").into_iter().find(|c| c.starts_with("default-src")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"));
    }
}

#[test]
fn the_batch_shows_documents_totals_and_failures() {
    let plan = record(PLAN, "trong-cay.txt");
    let failure =
        Failure { path: "a/hỏng.pdf".into(), code: "password".into(), message: "cần mật khẩu".into() };
    let (_, batch) = pages(&plan, vec![failure], Language::Vi);
    for shown in
        ["Trồng cây năm 2025", "</b> · Tệp có mật khẩu (password)", "a/hỏng.pdf", "cần mật khẩu", "<svg role=\"img\""]
    {
        assert!(batch.contains(shown), "{shown}");
    }
    let links: Vec<&str> = values(&batch, "href");
    assert_eq!(links, [format!("documents/00001-{}.html", plan.id)]);
}
