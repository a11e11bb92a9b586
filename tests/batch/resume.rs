//! What a resumed run does again and what it leaves, duplicates, and outputs that are there already.

use std::fs;

use super::{assert_same, entries, entry, extract, is_ok, json, plans, tree};

#[test]
fn a_resumed_run_does_what_changed_or_failed_and_nothing_else() {
    let folder = plans(12);
    let (input, out) = (folder.path().join("in"), folder.path().join("out"));
    fs::write(input.join("bad.txt"), "").expect("writable");
    let (input, out) = (input.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let log = folder.path().join("out/run.jsonl");
    let summary = |key: &str| json(&folder.path().join("out/summary.json"))[key].clone();
    assert_eq!(extract([input, "-o", out]).0, Some(1));
    assert_eq!(
        (summary("counts")["documents"].clone(), summary("failed"), summary("resumed")),
        (12.into(), 1.into(), 0.into())
    );
    assert!(entry(&log, "bad.txt")["code"].is_string());
    // nothing changed
    let before = tree(folder.path());
    assert_eq!(extract([input, "-o", out, "--resume"]).0, Some(1));
    assert_eq!(summary("resumed"), 12);
    assert!(tree(folder.path()) == before);
    assert_eq!(extract([input, "-o", out, "--resume", "--skip-failed"]).0, Some(1));
    assert_eq!(summary("resumed"), 13);
    // one mended, one changed, one record lost, one emptied
    let file = |name: &str| folder.path().join("in").join(name);
    let record = |name: &str| folder.path().join("out").join(format!("{name}.json"));
    fs::write(file("bad.txt"), "KẾ HOẠCH\nMới\n\nI. MỤC TIÊU\n- Đạt 95% số xã.\n").expect("writable");
    fs::write(file("0/plan-0.txt"), "KẾ HOẠCH\nĐổi\n\nI. MỤC TIÊU\n- Đạt 96% số xã.\n").expect("writable");
    fs::remove_file(record("1/plan-1.txt")).expect("removed");
    fs::write(file("2/plan-2.txt"), " ").expect("writable");
    assert_eq!(extract([input, "-o", out, "--resume"]).0, Some(1));
    assert_eq!((summary("resumed"), summary("failed")), (9.into(), 1.into()));
    assert_eq!(json(&record("0/plan-0.txt"))["targets"][0]["value"], 96.0);
    assert!(record("bad.txt").exists() && record("1/plan-1.txt").exists());
    assert!(!record("2/plan-2.txt").exists(), "the record of what the file was");
    // other options make other records
    assert_eq!(extract([input, "-o", out, "--resume", "--no-text"]).0, Some(1));
    assert_eq!(summary("resumed"), 0);
    assert!(json(&record("0/plan-0.txt")).get("text").is_none());
    // and the whole is what a new run gives
    let new = folder.path().join("new");
    extract([input, "-o", new.to_str().expect("UTF-8"), "--no-text"]);
    assert_same(&new, &folder.path().join("out"), "resumed and new");
}

#[test]
fn a_file_with_the_same_bytes_is_a_duplicate_of_the_first_that_gave_a_record() {
    let folder = plans(2);
    let input = folder.path().join("in");
    fs::copy(input.join("0/plan-0.txt"), input.join("0/plan-0 (1).txt")).expect("copied");
    fs::copy(input.join("0/plan-0.txt"), input.join("z.md")).expect("copied");
    fs::copy(input.join("0/plan-0.txt"), folder.path().join("a.xyz")).expect("copied");
    let out = folder.path().join("out");
    // the first argument has the same bytes, but gives no record
    let args = [folder.path().join("a.xyz"), input.clone(), "-o".into(), out.clone(), "-j4".into()];
    assert_eq!(extract(&args).0, Some(1));
    let log = out.join("run.jsonl");
    assert_eq!(entry(&log, "a.xyz")["code"], "unknown-format");
    let first = "0/plan-0 (1).txt";
    assert!(is_ok(&entry(&log, first)));
    for name in ["0/plan-0.txt", "z.md"] {
        let entry = entry(&log, name);
        assert_eq!((&entry["outcome"], &entry["code"]), (&"skipped".into(), &"duplicate".into()));
        assert_eq!(entry["duplicate_of"], first);
        assert!(!out.join(format!("{name}.json")).exists());
    }
    let kept = folder.path().join("kept");
    let args = [input, "-o".into(), kept.clone(), "--keep-duplicates".into()];
    assert_eq!(extract(&args).0, Some(0));
    assert!(entries(&kept.join("run.jsonl")).iter().all(|e| e["duplicate_of"].is_null()));
    assert!(kept.join("z.md.json").exists());
}

#[test]
fn what_is_there_is_not_overwritten_unasked() {
    let folder = plans(3);
    let (input, out) = (folder.path().join("in"), folder.path().join("plans.jsonl"));
    let (input, out) = (input.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    fs::write(out, "mine").expect("writable");
    let (code, _, errors) = extract([input, "--jsonl", out]);
    assert_eq!(code, Some(2));
    assert!(errors.contains("plans.jsonl exists") && errors.contains("--overwrite"), "{errors}");
    assert_eq!(fs::read_to_string(out).expect("there"), "mine");
    assert_eq!(extract([input, "--jsonl", out, "--overwrite"]).0, Some(0));
    assert_eq!(fs::read_to_string(out).expect("there").lines().count(), 3);
    assert!(folder.path().join("plans.jsonl.run.jsonl").exists());
    assert!(folder.path().join("plans.jsonl.summary.json").exists());
}

#[test]
fn fail_fast_ends_at_the_first_failure_and_can_be_resumed() {
    let folder = plans(20);
    let (input, out) = (folder.path().join("in"), folder.path().join("out"));
    fs::write(input.join("3/a.txt"), "").expect("writable");
    let (input, out) = (input.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let (code, _, errors) = extract([input, "-o", out, "--fail-fast"]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("3/a.txt") && errors.contains("--resume"), "{errors}");
    assert!(!folder.path().join("out/6/plan-6.txt.json").exists());
    assert_eq!(extract([input, "-o", out, "--resume", "--skip-failed"]).0, Some(1));
    assert!(folder.path().join("out/6/plan-6.txt.json").exists());
}

#[test]
fn files_are_chosen_by_globs_and_lists_and_the_output_is_no_input() {
    let folder = plans(8);
    let input = folder.path().join("in");
    let paths = |args: &[&str]| {
        let (code, out, errors) = extract([input.to_str().expect("UTF-8")].iter().chain(args));
        assert_eq!(code, Some(0), "{errors}");
        let lines = String::from_utf8(out).expect("UTF-8");
        lines
            .lines()
            .map(|l| serde_json::from_str::<serde_json::Value>(l).expect("JSON")["source"]["path"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(&["--include", "plan-[01].txt"]), ["\"0/plan-0.txt\"", "\"1/plan-1.txt\""]);
    assert_eq!(paths(&["--include", "0/*", "--exclude", "plan-7.*"]), ["\"0/plan-0.txt\""]);
    let list = folder.path().join("list");
    fs::write(&list, format!("{}\n{0}x\n", input.join("2/plan-2.txt").display())).expect("writable");
    let out = folder.path().join("in/out");
    let out = out.to_str().expect("UTF-8");
    let (code, _, errors) = extract(["--files-from", list.to_str().expect("UTF-8"), "-o", out]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("2/plan-2.txtx"), "{errors}");
    let listed = input.join("2/plan-2.txt");
    let name = listed.strip_prefix("/").expect("absolute").to_string_lossy().into_owned();
    assert!(is_ok(&entry(&folder.path().join("in/out/run.jsonl"), &name)));
    assert_eq!(paths(&["--no-text"]).len(), 8);
    assert_eq!(extract([input.to_str().expect("UTF-8"), "-o", out]).0, Some(0));
    assert_eq!(entries(&folder.path().join("in/out/run.jsonl")).len(), 8);
}
