//! What holds for every document: the same bytes give the same record, a record's own text gives the same facts, and
//! nothing that bytes can hold stops the program.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use kehoach::{model::Plan, pipeline::Pipeline, validate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/plans")
}

/// The folder of real plans, when there is one.
fn shared() -> Option<PathBuf> {
    let folder = env::var_os("KEHOACH_SHARED").map(PathBuf::from)?.join("corpus");
    folder.is_dir().then_some(folder)
}

/// Text plans of a folder, not of those below it.
fn plans(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut plans: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("a folder of plans")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md"))
        .map(|p| {
            (p.file_name().expect("a file").to_string_lossy().into_owned(), fs::read(&p).expect("a readable plan"))
        })
        .collect();
    plans.sort();
    plans
}

fn extract(bytes: &[u8], name: &str) -> Plan {
    Pipeline::default().extract(bytes, name.as_ref()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The facts of a record, without what tells where in the file they stand.
fn facts(plan: &Plan) -> Value {
    let mut facts = json!({
        "text": plan.text, "document": plan.document, "sections": plan.sections, "targets": plan.targets,
        "deadlines": plan.deadlines, "assignments": plan.assignments, "citations": plan.citations, "tables": plan.tables,
        "footnotes": plan.footnotes,
    });
    forget_locators(&mut facts);
    facts
}

fn forget_locators(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("locator");
            map.values_mut().for_each(forget_locators);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_locators),
        _ => {}
    }
}

fn again_the_same(folder: &Path) {
    let all = plans(folder);
    assert!(!all.is_empty());
    for (name, bytes) in all {
        let first = extract(&bytes, &name);
        assert_eq!(first, extract(&bytes, &name), "{name}: two runs differ");
        let text = first.text.as_deref().expect("a text").to_owned();
        let second = extract(text.as_bytes(), "text.txt");
        let (a, b) = (facts(&first), facts(&second));
        for (list, value) in a.as_object().expect("an object") {
            assert_eq!(value, &b[list], "{name}: {list} differ when extracted from the record's own text");
        }
    }
}

#[test]
fn a_records_own_text_gives_the_same_facts() {
    again_the_same(&corpus());
}

#[test]
fn a_records_own_text_gives_the_same_facts_on_real_plans() {
    match shared() {
        Some(folder) => {
            again_the_same(&folder);
            again_the_same(&folder.join("unlabelled"));
        }
        None => eprintln!("skipped: KEHOACH_SHARED names no folder of real plans"),
    }
}

#[test]
fn line_ends_byte_order_marks_and_decomposed_letters_change_nothing() {
    use unicode_normalization::UnicodeNormalization;
    for (name, bytes) in plans(&corpus()) {
        let text = String::from_utf8(bytes)
            .expect("UTF-8")
            .trim_start_matches('\u{feff}')
            .replace("\r\n", "\n")
            .nfc()
            .collect::<String>();
        let plain = facts(&extract(text.as_bytes(), &name));
        let crlf = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let nfd: String = text.nfd().collect();
        for (form, other) in [("CRLF with a byte-order mark", crlf), ("decomposed letters", nfd)] {
            assert_eq!(plain, facts(&extract(other.as_bytes(), &name)), "{name}: {form}");
        }
    }
}

#[test]
fn one_whole_record() {
    let (name, bytes) = plans(&corpus()).into_iter().find(|(n, _)| n.starts_with("doan-thanh-nien")).expect("the plan");
    insta::assert_json_snapshot!(extract(&bytes, &name));
}

/// A record breaks no rule for records.
fn sound(plan: &Plan) -> Result<(), TestCaseError> {
    let record = serde_json::to_value(plan).expect("a record is JSON");
    let problems: Vec<String> = validate::problems(&record).iter().map(ToString::to_string).collect();
    prop_assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// Pieces that plans are made of, to be put together in any order.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "KẾ HOẠCH",
        "QUYẾT ĐỊNH",
        "Số: /KH-UBND",
        "Số: 12/KH-SNV",
        "Hà Nội, ngày tháng 5 năm 2024",
        "I. MỤC TIÊU",
        "HI. NỘI DUNG",
        "1. Sở Y tế",
        "1.1. Chủ trì, phối hợp với",
        "a) Đến năm 2025 đạt 60 - 65%",
        "- Tỷ lệ hộ nghèo giảm 1,5%/năm",
        "+ trước ngày 30/11 hằng năm",
        "i) Giao",
        "|",
        "| TT | Nhiệm vụ |",
        "TT\tNhiệm vụ\tĐơn vị chủ trì",
        "1\tRà soát\tSở Y tế",
        "|---|---|",
        "[1] Luật Đất đai số 31/2024/QH15",
        "¹",
        "**",
        "*",
        "<p>",
        "&nbsp;",
        "Nơi nhận:",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn An",
        "PHỤ LỤC I",
        "(Kèm theo Quyết định số",
        "Căn cứ Luật Giáo dục năm 2019;",
        "trước ngày trước ngày",
        "Điều 1. Ban hành",
        "Phần thứ nhất",
        "Chương II",
        "12,5%0",
        "31/02/2024",
        "Quý IV/2025",
        "3/",
        "((((",
        "uỳ uỹ oẽ",
        "Đ ả ng",
        "\u{301}",
        "\u{feff}",
        "ẞ",
        "1.000.000.000.000.000.000.000 đồng",
    ]);
    let glue = prop::sample::select(vec!["\n", "\n\n", " ", "\t", "   ", ""]);
    (words, glue).prop_map(|(w, g)| format!("{w}{g}"))
}

/// So many inputs, or as many as `PROPTEST_CASES` says.
fn cases(usual: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    if env::var_os("PROPTEST_CASES").is_some() { given } else { ProptestConfig { cases: usual, ..given } }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn no_bytes_stop_the_program(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Pipeline::default().extract(&bytes, "a.txt".as_ref());
    }

    #[test]
    fn any_unicode_gives_a_sound_record(text in "\\PC{1,300}") {
        if let Ok(plan) = Pipeline::default().extract(text.as_bytes(), "a.txt".as_ref()) {
            sound(&plan)?;
        }
    }

    #[test]
    fn any_mixture_of_pieces_gives_a_sound_record(pieces in prop::collection::vec(piece(), 1..60)) {
        if let Ok(plan) = Pipeline::default().extract(pieces.concat().as_bytes(), "a.txt".as_ref()) {
            sound(&plan)?;
        }
    }

    #[test]
    fn a_damaged_plan_gives_a_sound_record(which in 0_usize..100, cut in 0.0..1.0_f64, at in 0.0..1.0_f64, noise in "\\PC{0,4}") {
        let all = plans(&corpus());
        let (name, bytes) = &all[which % all.len()];
        let text = String::from_utf8_lossy(bytes);
        let place = |share: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let at = (share * text.len() as f64) as usize;
            kehoach::text::floor(&text, at)
        };
        let (from, to) = (place(at), place(cut));
        let damaged = format!("{}{noise}{}", &text[..from], &text[to..]);
        if let Ok(plan) = Pipeline::default().extract(damaged.as_bytes(), name.as_ref()) {
            sound(&plan)?;
        }
    }
}

/// What begins like a signature but is none must not be looked at again and again.
#[test]
fn what_only_looks_like_a_signature_ends() {
    let long = "chữ ".repeat(70);
    for first in [format!("GIÁM ĐỐC      {long}"), format!("PHỚ GIÁM ĐÓC      {long}"), "Nơi nhận: PHỤ LỤC".into()]
    {
        let text = format!("KẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU\n- Trồng cây.\n\n{first}\nNguyễn Văn An\n");
        assert!(Pipeline::default().extract(text.as_bytes(), "a.txt".as_ref()).is_ok());
    }
}

/// What stands above the first marker is not lost, whatever it is.
#[test]
fn rows_above_the_first_marker_are_kept_where_nothing_names_the_type() {
    let text = "Họ và tên\tChức vụ\tĐiện thoại\nTrần Văn Bình\tChủ tịch\t0200 000 001\n\n\
        1. Mục tiêu\nTrồng 100 cây xanh.\n2. Tổ chức thực hiện\nSở Y tế theo dõi việc thực hiện.\n";
    let plan = extract(text.as_bytes(), "danh-sach.txt");
    let kept = plan.text.expect("its text");
    for words in ["Họ và tên", "0200 000 001", "Trồng 100 cây xanh"] {
        assert!(kept.contains(words), "{words} is lost: {:?}", plan.diagnostics);
    }
}

/// A title above the mark of its annex belongs to the annex, with the facts in it.
#[test]
fn an_annex_holds_the_title_above_its_mark() {
    let title = "Danh sách các xã được hỗ trợ 100% kinh phí trồng cây";
    let signed = "I. MỤC TIÊU\n- Trồng cây.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n";
    let plan = extract(format!("{signed}\n{title}\nPHỤ LỤC I\n1. Xã A\n2. Xã B\n3. Xã C\n").as_bytes(), "a.txt");
    let annex = plan.sections.iter().find(|s| s.id == "PL1").expect("an annex");
    assert_eq!(annex.heading.as_deref(), Some(title));
    assert_eq!(plan.targets[0].place.section.as_deref(), Some("PL1"));
    sound(&plan).expect("a sound record");
}

#[test]
fn labels_behind_a_duty_are_of_that_duty_and_label_lines_of_the_task_above() {
    let plan = extract(
        "KẾ HOẠCH\nCải tiến chất lượng\nI. NHIỆM VỤ\n1. Sắp xếp nơi chờ\n\
         - Sửa chữa bảng chỉ dẫn. Phụ trách: Phòng Hành chính; hoàn thành: quý I/2027.\n\
         - B2: Bổ sung quạt. Phụ trách: Khoa Khám bệnh; hoàn thành: trước 30/4/2027.\n\
         2. Lập danh mục thuốc\n- Đơn vị chủ trì: Khoa Dược.\n- Thời gian hoàn thành: Quý II/2027.\n"
            .as_bytes(),
        "plan.txt",
    );
    let who: Vec<_> = plan.deadlines.iter().map(|d| d.value.agencies.join(", ")).collect();
    assert_eq!(who, ["Phòng Hành chính", "Khoa Khám bệnh", "Khoa Dược"]);
}

#[test]
fn long_odd_input_stays_linear() {
    let parts = [
        "(",
        "-",
        "1",
        "trước ngày ",
        "I. ",
        "a) ",
        "5% ",
        "| ",
        "\t",
        "Sở ",
        "số 1/",
        "**",
        "“",
        "quý ",
        "các ",
        "\n",
        "- x\n",
        "1. x\n",
        "Luật ",
    ];
    for part in parts {
        let long = part.repeat(200_000 / part.len());
        let text = format!("KẾ HOẠCH\nThử\nI. MỤC TIÊU\n{long}\n");
        let start = std::time::Instant::now();
        let _ = Pipeline::default().extract(text.as_bytes(), "a.txt".as_ref());
        let took = start.elapsed();
        assert!(took.as_secs() < 10, "200 KB of {part:?} took {took:?}");
    }
}
