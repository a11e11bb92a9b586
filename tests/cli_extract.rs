//! `kehoach extract` as it is used: files, folders, standard input; what fails is named and the rest goes on.

use std::{fs, path::Path};

use assert_cmd::Command;
use serde_json::Value;

const PLAN: &str = "UBND TỈNH X\nSỞ Y TẾ\nSố: 12/KH-SYT\nX, ngày 05 tháng 6 năm 2024\nKẾ HOẠCH\nTiêm chủng năm 2024\n\nI. MỤC TIÊU\n- Tỷ lệ tiêm đạt 95%.\n";

fn kehoach() -> Command {
    Command::cargo_bin("kehoach").expect("the program is built")
}

fn record(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a record")).expect("a record is JSON")
}

#[test]
fn a_folder_is_mirrored_and_paths_are_relative_to_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (input, output) = (folder.path().join("in"), folder.path().join("out"));
    fs::create_dir_all(input.join("a/b")).expect("writable");
    fs::write(input.join("a/b/plan.txt"), PLAN).expect("writable");
    fs::write(input.join("plan.md"), PLAN).expect("writable");
    fs::write(input.join("picture.png"), [0, 1, 2]).expect("writable");
    kehoach().arg("extract").arg(&input).arg("-o").arg(&output).assert().success();
    let deep = record(&output.join("a/b/plan.txt.json"));
    assert_eq!(deep["source"]["path"], "a/b/plan.txt");
    assert_eq!(deep["source"]["format"], "text");
    assert_eq!(deep["document"]["number"], "12/KH-SYT");
    assert_eq!(record(&output.join("plan.md.json"))["source"]["format"], "markdown");
    assert!(!output.join("picture.png.json").exists());
}

#[test]
fn standard_input_gives_a_json_line() {
    let run = kehoach().args(["extract", "-"]).write_stdin(PLAN).assert().success();
    let out = String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8");
    assert_eq!(out.lines().count(), 1);
    let record: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(record["targets"][0]["value"], 95.0);
}

#[test]
fn the_text_can_be_left_out_and_the_json_indented() {
    let run = kehoach().args(["extract", "--no-text", "--pretty", "-"]).write_stdin(PLAN).assert().success();
    let out = String::from_utf8(run.get_output().stdout.clone()).expect("UTF-8");
    assert!(out.starts_with("{\n"));
    let record: Value = serde_json::from_str(&out).expect("JSON");
    assert!(record.get("text").is_none());
}

#[test]
fn a_bad_file_is_named_and_the_others_go_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("writable");
    write("good.txt", PLAN.as_bytes());
    write("empty.txt", b" \n");
    write("bad.txt", &[0xc3, 0x28, 0xff, 0, 1, 2, 3, 4, 5]);
    let output = folder.path().join("out");
    let run = kehoach()
        .arg("extract")
        .arg(folder.path())
        .arg(folder.path().join("none.txt"))
        .arg("-o")
        .arg(&output)
        .assert()
        .code(1);
    let errors = String::from_utf8(run.get_output().stderr.clone()).expect("UTF-8");
    for (name, why) in [("empty.txt", "empty"), ("bad.txt", "no text"), ("none.txt", "cannot read")] {
        assert!(errors.lines().any(|l| l.contains(name) && l.contains(why)), "{name} is not named: {errors}");
    }
    assert!(output.join("good.txt.json").exists());
    assert!(
        !fs::read_dir(&output).expect("a folder").any(|e| e
            .expect("an entry")
            .path()
            .extension()
            .is_some_and(|e| e == "part"))
    );
}

#[test]
fn an_encoding_can_be_given_by_name() {
    let run = kehoach().args(["extract", "--encoding", "windows-1252", "-"]).write_stdin("S\u{e1}u").assert().success();
    let out = run.get_output().stdout.clone();
    let record: Value = serde_json::from_slice(&out).expect("JSON");
    assert_eq!((&record["source"]["encoding"], &record["text"]), (&"windows-1252".into(), &"SÃ¡u".into()));
    kehoach().args(["extract", "--encoding", "ebcdic", "-"]).assert().code(2);
}

#[test]
fn an_unknown_format_is_said_and_wrong_usage_is_two() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("plan.xyz");
    fs::write(&file, PLAN).expect("writable");
    let run = kehoach().arg("extract").arg(&file).assert().code(1);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("no reader"));
    kehoach().arg("extract").assert().code(2);
    kehoach().args(["extract", "--nonsense", "-"]).assert().code(2);
}

#[test]
fn two_files_of_one_name_do_not_overwrite_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["a", "b"] {
        fs::create_dir(folder.path().join(name)).expect("writable");
        fs::write(folder.path().join(name).join("plan.txt"), PLAN.replace("95", if name == "a" { "91" } else { "92" }))
            .expect("writable");
    }
    let output = folder.path().join("out");
    let run = kehoach()
        .arg("extract")
        .arg(folder.path().join("a/plan.txt"))
        .arg(folder.path().join("b/plan.txt"))
        .arg("-o")
        .arg(&output)
        .assert()
        .code(1);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("already been written"));
    assert_eq!(record(&output.join("plan.txt.json"))["targets"][0]["value"], 91.0);
}
