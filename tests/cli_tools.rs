//! The commands around the record: what they print and how they exit.

use std::{fs, path::PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/eval").join(name)
}

fn record() -> Value {
    serde_json::from_str(&fs::read_to_string(fixture("out/xa-an-phu.json")).expect("a fixture")).expect("JSON")
}

fn kehoach() -> Command {
    Command::cargo_bin("kehoach").expect("the program")
}

/// Exit code and standard output.
fn run(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().expect("the program runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn schema_prints_the_schema() {
    let (code, out) = run(kehoach().arg("schema"));
    assert_eq!(code, Some(0));
    assert!(out == format!("{:#}\n", kehoach::model::schema()));
}

#[test]
fn every_rule_that_is_reported_is_listed() {
    let (code, out) = run(kehoach().args(["validate", "--rules"]));
    assert_eq!(code, Some(0));
    for (rule, _) in kehoach::validate::RULES {
        assert!(out.contains(rule));
    }
}

/// `validate out/*.json` meets the summary, too.
#[test]
fn what_else_a_run_leaves_is_no_broken_record() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    fs::write(folder.path().join("a.txt"), "KẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU\n- Đạt 95% số xã.\n").expect("writable");
    assert!(kehoach().arg("extract").arg(folder.path().join("a.txt")).arg("-o").arg(&out).ok().is_ok());
    let files = ["a.txt.json", "summary.json", "run.jsonl"].map(|name| out.join(name));
    let done = kehoach().arg("validate").args(&files).output().expect("the program runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!((done.status.code(), done.stdout.is_empty()), (Some(0), true), "{said}");
    assert!(
        said.contains("summary.json: the summary of a run") && said.contains("run.jsonl: the record of a run"),
        "{said}"
    );
}

#[test]
fn validate_names_file_line_path_value_and_rule() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let good = fixture("out/xa-an-phu.json");
    assert_eq!(run(kehoach().arg("validate").arg(&good)), (Some(0), String::new()));

    let mut broken = record();
    broken["targets"][1]["text"] = "12%".into();
    let pretty = serde_json::to_string_pretty(&broken).expect("JSON");
    let file = folder.path().join("broken.json");
    fs::write(&file, &pretty).expect("a written file");
    let (code, out) = run(kehoach().arg("validate").args([&good, &file]));
    assert_eq!(code, Some(1));
    let line = 1 + pretty.lines().position(|l| l.contains("\"text\": \"12%\"")).expect("the line");
    let start = format!("{}:{line}: /targets/1/text: \"12%\": ", file.display());
    assert!(out.starts_with(&start) && out.trim_end().ends_with("[span-text]"), "{out}");
    assert_eq!(out.lines().count(), 1);

    let lines = folder.path().join("records.jsonl");
    fs::write(&lines, format!("{}\n{broken}\n", record())).expect("a written file");
    let (code, out) = run(kehoach().arg("validate").arg(&lines));
    assert_eq!(code, Some(1));
    assert!(out.starts_with(&format!("{}:2: /targets/1/text", lines.display())), "{out}");
    let (_, out) = run(kehoach().args(["validate", "--format", "json"]).arg(&lines));
    let problem: Value = serde_json::from_str(out.trim()).expect("one JSON object a line");
    assert_eq!((&problem["line"], &problem["rule"]), (&json!(2), &json!("span-text")));

    let (code, out) = run(kehoach().args(["validate", "-"]).write_stdin(record().to_string()));
    assert_eq!((code, out.as_str()), (Some(0), ""));

    // a file that cannot be read does not stop the others
    let (code, out) = run(kehoach().arg("validate").arg(folder.path().join("none.json")).arg(&file));
    assert_eq!(code, Some(2));
    assert!(out.contains("[span-text]"));
    fs::write(&file, "{").expect("a written file");
    assert_eq!(run(kehoach().arg("validate").arg(&file)).0, Some(2));
    assert_eq!(run(kehoach().arg("validate")).0, Some(2));
}

#[test]
fn eval_prints_figures_in_three_formats() {
    let eval = || {
        let mut command = kehoach();
        command.arg("eval").args([fixture("gold"), fixture("out")]);
        command
    };
    let (code, text) = run(&mut eval());
    assert_eq!(code, Some(0));
    assert!(text.starts_with("no output for khong-co\n"));
    let sections = "sections                               0.952     0.909     0.930     0.636      22      21";
    assert!(text.lines().any(|l| l == sections), "{text}");
    let (_, text) = run(eval().args(["--misses", "targets.comparator", "--by-plan"]));
    assert!(text.contains("== targets.comparator\nxa-an-phu  gold \"ge\" got \"gt\""), "{text}");
    assert!(text.lines().any(|l| l.starts_with("so-xay-dung ") && l.contains("0.571")), "{text}");
    let (_, markdown) = run(eval().args(["--format", "markdown"]));
    assert!(markdown.contains("| sections | 0.952 | 0.909 | 0.930 | 0.636 | 22 | 21 |"), "{markdown}");
    let (_, json) = run(eval().args(["--format", "json", "--misses", "all"]));
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["lists"]["sections"]["gold"], json!(22));
    assert!(json["misses"].as_array().is_some_and(|m| m.len() > 10));
    assert_eq!(run(kehoach().args(["eval", "none", "none"])).0, Some(2));
}

#[test]
fn explain_shows_words_section_and_rule() {
    let file = fixture("out/xa-an-phu.json");
    let (code, out) = run(kehoach().arg("explain").arg(&file));
    assert_eq!(code, Some(0));
    assert!(!out.contains('\u{1b}'), "no colour when piped");
    for line in [
        "  t1  I.1  line 9  targets.rate",
        "      1. Đến năm 2028, có trên «65%» thôn có tủ sách dùng chung; tăng từ 10 - 12% số bạn đọc …",
        "      more than 65 %, by 2028",
        "      10 to 12 % per năm, rising, by 2028, compared with 2025",
        "      before 15 November of every year",
        "      within 10 days of its occasion",
        "      Phòng Văn hóa - Xã hội leads",
        "      with: Trạm Y tế xã",
        "      Luật, 2019: a ground of this plan",
        "  issued_on     5 February 2026",
        "    I.2  Mở ít nhất 04 điểm đọc; ngân sách xã bảo đảm khoảng 30% kinh phí.",
    ] {
        assert!(out.lines().any(|l| l == line), "{line}\n{out}");
    }
}

#[test]
fn explain_shows_only_what_is_asked_for() {
    let file = fixture("out/xa-an-phu.json");
    let (_, out) = run(kehoach().arg("explain").arg(&file).args(["--only", "targets", "--section", "I.2"]));
    assert!(out.contains("targets (2)") && out.contains("  t3  I.2") && !out.contains("t1"), "{out}");
    assert!(!out.contains("deadlines") && !out.contains("document"), "{out}");
    let (_, out) = run(kehoach().arg("explain").arg(&file).args(["--only", "sections,citations"]));
    assert!(out.contains("citations (2)") && out.contains("closing") && !out.contains("targets ("), "{out}");
    let (_, out) = run(kehoach().arg("explain").arg(&file).args(["--section", "II"]));
    assert!(out.contains("assignments (3)") && out.contains("targets (0)"), "{out}");
    assert_eq!(run(kehoach().arg("explain").arg(&file).args(["--section", "XX"])).0, Some(2));
}

#[test]
fn doctor_names_formats_and_what_to_install() {
    let (_, out) = run(kehoach().arg("doctor"));
    for format in kehoach::ingest::Format::ALL {
        assert!(out.contains(format.name()), "{}", format.name());
    }
    let (code, out) = run(kehoach().arg("doctor").env("PATH", ""));
    assert_eq!(code, Some(1));
    assert!(out.contains("apt-get install") && out.contains("libreoffice-writer-nogui"), "{out}");
}

#[test]
fn a_missing_program_is_an_error_of_its_file() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats/truong.rtf");
    let output = kehoach().arg("extract").arg(file).env("PATH", "").output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("soffice") && said.contains("libreoffice-writer-nogui"), "{said}");
}
