//! Assignments by value: what a leaf gives once, then the ways to write it, then what gives none; rows of tables.

use std::ops::Range;

use kehoach::{
    extract::{self, View},
    model::{Role, SectionKind},
    sections::{Node, SectionTree, TableNode, TableRow},
    text::Text,
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
    heading: Option<String>,
    /// The part is not about organisation.
    #[serde(default)]
    plain_part: bool,
    /// The document is a directive.
    #[serde(default)]
    directive: bool,
    /// The words were read from an image.
    #[serde(default)]
    recognized: bool,
    /// Headings beside the leaf's own.
    #[serde(default)]
    beside: Vec<String>,
    found: Vec<String>,
    texts: Vec<String>,
}

#[derive(Default)]
struct Draft {
    text: String,
    tree: SectionTree,
    directs: bool,
    recognized: bool,
}

impl Draft {
    fn put(&mut self, words: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(words);
        let range = start..self.text.len();
        self.text.push('\n');
        range
    }

    fn node(
        &mut self,
        id: &str,
        parent: Option<usize>,
        kind: SectionKind,
        heading: Option<&str>,
        text: Option<&str>,
    ) -> usize {
        let heading = heading.map(|h| self.put(h));
        let text = text.map(|t| self.put(t)).into_iter().collect();
        if let Some(parent) = parent {
            self.tree.nodes[parent].has_children = true;
        }
        let level = parent.map_or(1, |p| self.tree.nodes[p].level + 1);
        let node = Node { id: id.into(), parent, kind, level, marker: 0..0, heading, text, has_children: false };
        self.tree.nodes.push(node);
        self.tree.nodes.len() - 1
    }

    fn found(self) -> Vec<String> {
        let text = Text::new(self.text);
        let view = View {
            text: &text,
            tree: &self.tree,
            title: None,
            issued_year: None,
            directs: self.directs,
            recognized: self.recognized,
        };
        let role = |r: Role| match r {
            Role::Lead => "lead",
            Role::Coordinate => "coordinate",
            Role::Responsible => "responsible",
        };
        extract::find(view)
            .assignments
            .into_iter()
            .map(|f| format!("{} | {} | {}", f.value.agency, role(f.value.role), f.value.partners.join("; ")))
            .collect()
    }
}

#[test]
fn leaves() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/assignments");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the folder").map(|f| f.expect("a file").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("the case file");
    let files: Vec<Cases> = paths.iter().map(|path| toml::from_str(&read(path)).expect("its shape")).collect();
    assert!(!files.is_empty(), "no cases");
    let mut wrong = Vec::new();
    for case in files.iter().flat_map(|f| &f.case) {
        for text in &case.texts {
            let mut draft = Draft { directs: case.directive, recognized: case.recognized, ..Draft::default() };
            let part = if case.plain_part { "NỘI DUNG" } else { "TỔ CHỨC THỰC HIỆN" };
            draft.node("0", None, SectionKind::Preamble, None, Some("Thời gian qua, Sở Y tế đã kiểm tra các chợ."));
            let mut parent = draft.node("I", None, SectionKind::Roman, Some(part), None);
            for (number, heading) in case.beside.iter().enumerate() {
                draft.node(&format!("I.{}", number + 2), Some(parent), SectionKind::Arabic, Some(heading), None);
            }
            if let Some(heading) = &case.heading {
                parent = draft.node("I.1", Some(parent), SectionKind::Arabic, Some(heading), None);
            }
            draft.node("I.1.-1", Some(parent), SectionKind::Dash, None, Some(text));
            let found = draft.found();
            if found != case.found {
                wrong.push(format!("{text}\n  {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn row(columns: &[&str], cells: &[&str]) -> Vec<String> {
    table(columns, &[cells])
}

/// The assignments of a table.
fn table(columns: &[&str], rows: &[&[&str]]) -> Vec<String> {
    let mut draft = Draft::default();
    let annex = draft.node("PL1", None, SectionKind::Annex, Some("PHÂN CÔNG NHIỆM VỤ"), None);
    let rows: Vec<TableRow> = (1..)
        .zip(rows)
        .map(|(number, cells)| {
            let node = draft.node(&format!("PL1.{number}"), Some(annex), SectionKind::Row, None, None);
            TableRow { cells: cells.iter().map(|c| draft.put(c)).collect(), node: Some(node) }
        })
        .collect();
    let columns = columns.iter().map(|c| (*c).to_owned()).collect();
    draft.tree.tables.push(TableNode { caption: None, columns, rows, node: Some(annex) });
    draft.found()
}

#[test]
fn rows_of_tables() {
    let both = ["Sở Nội vụ | lead | ", "Sở Tài chính | coordinate | ", "Các địa phương | coordinate | "];
    for (lead, along) in [
        ("Đơn vị chủ trì", "Đơn vị phối hợp"),
        ("Cơ quan chủ trì thực hiện", "Cơ quan phối hợp thực hiện"),
        ("Chủ trì", "Phối hợp"),
        ("ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP"),
        ("Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp"),
    ] {
        let found = row(
            &["TT", "Nhiệm vụ", lead, along],
            &["1", "Rà soát vị trí việc làm", "Sở Nội vụ", "Sở Tài chính; các địa phương"],
        );
        assert_eq!(found, both, "{lead}");
    }
    let found = row(
        &["TT", "Nội dung", "Chủ trì/Phối hợp"],
        &["1", "Rà soát", "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, các địa phương"],
    );
    assert_eq!(found, both);
    let cell = "- Chủ trì: Sở Nội vụ. - Phối hợp: Sở Tài chính, các địa phương";
    assert_eq!(row(&["TT", "Nội dung", "Phân công"], &["1", "Rà soát", cell]), both);
    for column in [
        "Đơn vị thực hiện",
        "Phân công",
        "Cơ quan thực hiện",
        "Người phụ trách",
        "Lãnh đạo phụ trách",
        "Đơn vị thực hiện nhiệm vụ",
        "Phân công trách nhiệm",
        "Đơn vị/cá nhân thực hiện",
    ] {
        let found = row(&["TT", "Nội dung", column], &["1", "Rà soát", "Phòng Kinh tế"]);
        assert_eq!(found, ["Phòng Kinh tế | responsible | "], "{column}");
    }
    // what an institution is for is a part of its name; places behind a colon have a body each
    let columns = ["TT", "Nhiệm vụ", "Đơn vị chủ trì"];
    for (cell, names) in [
        (
            "Viện Chính sách và Chiến lược phát triển đô thị ven biển",
            &["Viện Chính sách và Chiến lược phát triển đô thị ven biển"][..],
        ),
        ("Ban Quản lý dự án xây dựng cảng cá", &["Ban Quản lý dự án xây dựng cảng cá"]),
        (
            "Trung tâm Khuyến nông, Trung tâm Tư vấn và Hỗ trợ phát triển du lịch",
            &["Trung tâm Khuyến nông", "Trung tâm Tư vấn và Hỗ trợ phát triển du lịch"],
        ),
        (
            "UBND các huyện: Tân Lập, Bình An và Hòa Sơn",
            &["Ủy ban nhân dân huyện Tân Lập", "Ủy ban nhân dân huyện Bình An", "Ủy ban nhân dân huyện Hòa Sơn"],
        ),
        (
            "UBND các xã: Tân Lập, Bình An; UBND phường Hòa Sơn",
            &["Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã Bình An", "Ủy ban nhân dân phường Hòa Sơn"],
        ),
        ("UBND các huyện Tân Lập, Bình An", &["Ủy ban nhân dân các huyện Tân Lập, Bình An"]),
        ("Hội LHPN 06 huyện làm mô hình điểm", &["Hội Liên hiệp Phụ nữ 06 huyện làm mô hình điểm"]),
        ("UBND các xã nơi có dự án", &["Ủy ban nhân dân các xã nơi có dự án"]),
        ("Các hợp tác xã tham gia mô hình", &["Các hợp tác xã tham gia mô hình"]),
    ] {
        let leads: Vec<String> = names.iter().map(|name| format!("{name} | lead | ")).collect();
        assert_eq!(row(&columns, &["1", "Rà soát", cell]), leads, "{cell}");
    }
    let task = "Mở lớp; phối hợp với các trường đại học đào tạo nhân lực";
    let found = row(&["TT", "Nhiệm vụ", "Đơn vị chủ trì"], &["1", task, "Sở Nội vụ"]);
    assert_eq!(found, ["Sở Nội vụ | lead | Các trường đại học"]);
    // nothing is read across words that the page has lost
    let columns = ["TT", "Nhiệm vụ", "Đơn vị phối hợp"];
    let cut = "UBND các xã, […] trấn; Trung tâm Khuyến […]; Sở Tài chính; Hội Nông dân, các […] đoàn thể";
    assert_eq!(row(&columns, &["1", "Rà soát", cut]), ["Sở Tài chính | coordinate | "]);
    assert!(row(&columns, &["1", "Rà soát", "Sở Giáo dục […] tạo"]).is_empty());
    // but what stands whole in another row
    let rows: [&[&str]; 2] =
        [&["1", "Rà soát", "UBND các xã, thị trấn; Sở Nội vụ; Sở Nông nghiệp"], &["2", "Lập sổ", cut]];
    assert_eq!(
        table(&columns, &rows)[3..],
        ["Ủy ban nhân dân các xã, thị trấn | coordinate | ", "Sở Tài chính | coordinate | "]
    );
    // no more than a head, or two that fit
    for cell in ["Sở […]", "Hội Chữ thập […]"] {
        let whole = "Sở Nội vụ; Hội Chữ thập đỏ tỉnh; Hội Chữ thập đỏ cấp xã";
        assert_eq!(table(&columns, &[&["1", "Rà soát", whole], &["2", "Lập sổ", cell]]).len(), 3, "{cell}");
    }
}

#[test]
fn rows_that_give_none() {
    let columns = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp"];
    for cells in
        [&["1", "Rà soát", "", ""][..], &["1", "Rà soát", "Sở Nội vụ"], &["1", "Rà soát", "106,88%", "Sở Nội vụ"]]
    {
        assert!(row(&columns, cells).is_empty(), "{cells:?}");
    }
    let times = ["TT", "Nhiệm vụ", "Thời gian thực hiện", "Kinh phí thực hiện", "Sản phẩm"];
    assert!(row(&times, &["1", "Rà soát", "Năm 2025", "Sở Tài chính bố trí", "Báo cáo"]).is_empty());
}

#[test]
fn odd_input_is_harmless_and_quick() {
    for piece in [
        "(",
        "1",
        "trước ngày ",
        "chỉ đạo ",
        "giao các sở, ",
        "phối hợp với ",
        "Sở Y tế chủ trì, ",
        "Căn cứ, ",
        "đơn vị chủ trì: ",
        "; ",
    ] {
        let mut draft = Draft::default();
        let part = draft.node("I", None, SectionKind::Roman, Some("TỔ CHỨC THỰC HIỆN"), None);
        draft.node("I.1", Some(part), SectionKind::Arabic, Some("Sở Y tế"), Some(&piece.repeat(100_000 / piece.len())));
        draft.node("I.2", Some(part), SectionKind::Arabic, None, Some(&piece.repeat(100_000 / piece.len())));
        let start = std::time::Instant::now();
        let _ = draft.found();
        assert!(start.elapsed().as_secs() < 20, "{piece}: {:?}", start.elapsed());
    }
}
