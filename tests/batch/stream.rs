//! `kehoach extract --stream`: one answer a request, in order and at once.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use serde_json::{Value, json};

use super::{composed, program};

const PLAN: &str = "KẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU\n- Đạt 95% số xã.\n";

/// The answers to lines that are all written at once.
fn answers(lines: &str, args: &[&str]) -> Vec<Value> {
    let mut run =
        program().arg("--stream").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
    let mut stdin = run.stdin.take().expect("a pipe");
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).expect("written"));
    let done = run.wait_with_output().expect("a run");
    writer.join().expect("written");
    let out = String::from_utf8(done.stdout).expect("UTF-8");
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn requests_of_every_kind_are_answered_in_order_errors_included() {
    let path = composed().join("xa-giam-ngheo-2025.txt");
    // "KẾ HOẠCH\n" and so on, in base64
    let base64 = "S+G6viBIT+G6oENICk3hu5tpCgpJLiBN4bukQyBUScOKVQotIMSQ4bqhdCA5NSUgc+G7kSB4w6MuCg==";
    let requests = [
        json!({"id": 1, "text": PLAN}).to_string(),
        json!({"id": "b", "path": path}).to_string(),
        json!({"id": [3], "bytes_base64": base64, "name": "a/kh.md"}).to_string(),
        json!({"id": 4, "path": "/no/such/file.txt"}).to_string(),
        json!({"id": 5}).to_string(),
        json!({"id": 6, "text": 7}).to_string(),
        "no JSON".to_owned(),
        json!({"id": 8, "text": "  "}).to_string(),
        json!({"id": 9, "bytes_base64": "%"}).to_string(),
    ];
    let answers = answers(&(requests.join("\n") + "\n"), &["-j", "3"]);
    let ids: Vec<&Value> = answers.iter().map(|a| &a["id"]).collect();
    assert_eq!(json!(ids), json!([1, "b", [3], 4, 5, 6, null, 8, 9]));
    let codes: Vec<&Value> = answers.iter().map(|a| &a["errors"][0]["code"]).collect();
    let request = "request";
    assert_eq!(json!(codes), json!([null, null, null, "not-found", request, request, request, "empty", request]));
    assert_eq!(answers[0]["records"][0]["targets"][0]["value"], 95.0);
    assert_eq!(answers[1]["records"][0]["source"]["format"], "text");
    assert_eq!(answers[2]["records"][0]["source"]["path"], "a/kh.md");
    assert_eq!(answers[2]["records"][0]["source"]["format"], "markdown");
    assert!(answers[3..].iter().all(|a| a["records"] == json!([])));
}

#[test]
fn an_answer_comes_before_the_next_request() {
    let mut run = program().arg("--stream").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
    let mut stdin = run.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(run.stdout.take().expect("a pipe")).lines();
    for id in 0..3 {
        writeln!(stdin, "{}", json!({"id": id, "text": PLAN})).expect("written");
        let answer: Value = serde_json::from_str(&answers.next().expect("an answer").expect("UTF-8")).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(run.wait().expect("a run").success());
}
