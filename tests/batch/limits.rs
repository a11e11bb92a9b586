//! What must not end a run, and what must end it without loss.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use kehoach::{
    batch::{self, Earlier, RunFiles, Settings, Walk},
    ingest,
    output::{Folder, Form, Summary},
    pipeline::Pipeline,
};

use super::{assert_same, entry, extract, is_ok, plans, tree};

const PLAN: &str = "KẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU\n- Đạt 95% số xã.\n";

/// A run of the library with something in the place of the pipeline.
fn run_with(folder: &Path, hook: impl Fn(&Path) + Send + Sync + 'static) -> Summary {
    let out = folder.join("out");
    let record =
        RunFiles { records: Folder::new(&out, Form::Compact), log: out.join("run.jsonl"), summary: out.join("s.json") };
    let options = batch::Options {
        settings: Settings { threads: 1, ..Settings::default() },
        max_bytes: u64::MAX,
        made_by: "a test".into(),
        keep_duplicates: false,
        fail_fast: false,
        skip_failed: false,
        record: Some(record),
        earlier: Earlier::Keep,
        ahead: Arc::default(),
    };
    let extract = Box::new(move |bytes: &[u8], path: &Path, _: &[u8; 32]| {
        hook(path);
        Pipeline::default().documents(bytes, path)
    });
    let inputs = Walk::default().find(&folder.join("in"));
    batch::run(inputs, extract, &options, &mut [], &mut |_, _| {}).expect("a run")
}

#[test]
fn a_panic_is_the_failure_of_its_file() {
    let folder = plans(6);
    let summary = run_with(folder.path(), |path| assert!(!path.ends_with("plan-2.txt"), "a bug"));
    assert_eq!((summary.counts.documents, summary.failed), (5, 1));
    let entry = entry(&folder.path().join("out/run.jsonl"), "2/plan-2.txt");
    assert_eq!(entry["code"], "panic");
    assert!(entry["message"].as_str().expect("words").contains("a bug"));
}

#[test]
fn a_file_that_vanishes_during_the_run_is_a_failure() {
    let folder = plans(4);
    let gone = folder.path().join("in/3/plan-3.txt");
    let file = gone.clone();
    // one thread: the last is not read before the first is done
    let summary = run_with(folder.path(), move |path| {
        if path.ends_with("plan-0.txt") {
            fs::remove_file(&file).expect("removed");
        }
    });
    assert_eq!((summary.counts.documents, summary.failed), (3, 1));
    assert_eq!(entry(&folder.path().join("out/run.jsonl"), "3/plan-3.txt")["code"], "not-found");
}

#[test]
fn large_and_slow_and_empty_files_fail_alone() {
    let folder = plans(2);
    let input = folder.path().join("in");
    fs::write(input.join("large.txt"), PLAN.repeat(40_000)).expect("writable");
    fs::write(input.join("empty.txt"), "").expect("writable");
    let (out, slow) = (folder.path().join("out"), folder.path().join("slow"));
    let args = [input.clone(), "-o".into(), out.clone(), "--max-bytes".into(), "1M".into()];
    assert_eq!(extract(&args).0, Some(1));
    let log = out.join("run.jsonl");
    assert_eq!(entry(&log, "large.txt")["code"], "too-large");
    assert_eq!(entry(&log, "empty.txt")["code"], "empty");
    assert!(is_ok(&entry(&log, "1/plan-1.txt")));
    let args = [input.join("large.txt"), "-o".into(), slow.clone(), "--timeout".into(), "0.05".into()];
    assert_eq!(extract(&args).0, Some(1));
    assert_eq!(entry(&slow.join("run.jsonl"), "large.txt")["code"], "timeout");
}

#[cfg(unix)]
#[test]
fn strange_files_and_names() {
    use std::os::unix::ffi::OsStrExt;
    let folder = plans(1);
    let input = folder.path().join("in");
    assert!(Command::new("mkfifo").arg(input.join("pipe.txt")).status().expect("mkfifo").success());
    let broken = std::ffi::OsStr::from_bytes(b"k\xe1 ho\xe1ch.txt");
    fs::write(input.join(broken), PLAN).expect("writable");
    let long = "kế hoạch ".repeat(18) + ".txt";
    fs::write(input.join(&long), PLAN.replace("95", "96")).expect("writable");
    let out = folder.path().join("out");
    let (code, _, errors) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str()]);
    assert_eq!(code, Some(0), "{errors}");
    let log = out.join("run.jsonl");
    assert_eq!(entry(&log, "pipe.txt")["code"], "not-a-file");
    assert!(is_ok(&entry(&log, "k%E1 ho%E1ch.txt")));
    assert!(out.join("k%E1 ho%E1ch.txt.json").exists());
    assert!(is_ok(&entry(&log, &long)));
    // a pipe that was named is read, but not for ever
    let args = [input.join("pipe.txt"), "--timeout".into(), "0.2".into()];
    let (code, _, errors) = extract(&args);
    assert_eq!(code, Some(1));
    assert!(errors.contains("pipe.txt: took longer"), "{errors}");
}

#[cfg(unix)]
#[test]
fn a_path_that_leaves_no_room_for_the_record_fails_alone() {
    let folder = plans(1);
    let mut deep = folder.path().join("in");
    while deep.as_os_str().len() < 3_900 {
        deep.push("a".repeat(100));
    }
    // the folder is made step by step, below the limit of one call
    fs::create_dir_all(&deep).expect("a deep folder");
    let name = "b".repeat(4_080_usize.saturating_sub(deep.as_os_str().len()).min(150)) + ".txt";
    fs::write(deep.join(name), PLAN).expect("writable");
    let out = folder.path().join("a-longer-name-than-in-for-the-output-of-this-run").join("x".repeat(120));
    let (code, _, errors) = extract([folder.path().join("in").as_os_str(), "-o".as_ref(), out.as_os_str()]);
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("cannot bear its name"), "{errors}");
    assert!(out.join("0/plan-0.txt.json").exists());
}

#[test]
fn ten_thousand_files_in_one_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let input = folder.path().join("in");
    fs::create_dir(&input).expect("a folder");
    for n in 0..10_000 {
        fs::write(input.join(format!("{n:04}.txt")), format!("KẾ HOẠCH\nTrồng cây {n}\n")).expect("writable");
    }
    let lines = folder.path().join("plans.jsonl");
    let (code, _, errors) = extract([input.as_os_str(), "--jsonl".as_ref(), lines.as_os_str()]);
    assert_eq!(code, Some(0), "{errors}");
    let records = fs::read_to_string(lines).expect("records");
    let mut names = records.lines().map(|line| {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        record["source"]["path"].as_str().expect("a path").to_owned()
    });
    assert!((0..10_000).all(|n| names.next() == Some(format!("{n:04}.txt"))), "each once, in order");
    assert_eq!(names.next(), None);
}

#[test]
fn an_output_that_cannot_be_is_said_at_once() {
    let folder = plans(1);
    let input = folder.path().join("in");
    let file = folder.path().join("file");
    fs::write(&file, "mine").expect("writable");
    for args in [["-o", "file/out"], ["--jsonl", "file/plans.jsonl"], ["--parquet", "file/parquet"]] {
        let (code, _, errors) = extract([input.clone(), args[0].into(), folder.path().join(args[1])]);
        assert_eq!(code, Some(2), "{errors}");
        assert!(errors.contains("file"), "{errors}");
    }
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");
}

/// A small file system of its own, where the test may mount one.
struct Mounted(PathBuf);

impl Mounted {
    fn new(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).expect("a folder");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
        if mount.is_ok_and(|m| m.status.success()) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("skipped: no file system can be mounted here");
        None
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_ends_the_run_and_loses_nothing() {
    let folder = plans(60);
    let (input, whole) = (folder.path().join("in"), folder.path().join("whole"));
    let Some(disk) = Mounted::new(&folder.path().join("disk"), "size=1m") else { return };
    let out = disk.0.join("out");
    let (code, _, errors) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str()]);
    assert_eq!(code, Some(2), "{errors}");
    assert!(errors.contains("No space left") && errors.contains("--resume"), "{errors}");
    for (name, bytes) in tree(&out).iter().filter(|(name, _)| name.ends_with(".txt.json")) {
        let whole: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
        assert!(whole.is_ok(), "{name} is half-written");
    }
    assert!(!out.join("run.jsonl").exists());
    // more room, and the run goes on
    let more = Command::new("mount").args(["-o", "remount,size=64m"]).arg(&disk.0).status();
    assert!(more.expect("a mount").success());
    let (code, _, errors) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str(), "--resume".as_ref()]);
    assert_eq!(code, Some(0), "{errors}");
    extract([input.as_os_str(), "-o".as_ref(), whole.as_os_str()]);
    assert_same(&whole, &out, "after a full disk");
}

#[test]
fn an_output_that_is_read_only_is_said() {
    let folder = plans(1);
    let Some(disk) = Mounted::new(&folder.path().join("disk"), "ro,size=1m") else { return };
    let (code, _, errors) = extract([folder.path().join("in"), "-o".into(), disk.0.join("out")]);
    assert_eq!(code, Some(2), "{errors}");
    assert!(errors.contains("Read-only"), "{errors}");
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named_and_the_rest_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let folder = plans(3);
    let closed = folder.path().join("in/1");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("closed");
    let readable = fs::read_dir(&closed).is_ok();
    if readable {
        eprintln!("skipped: this user may read everything");
    } else {
        let out = folder.path().join("out");
        assert_eq!(extract([folder.path().join("in"), "-o".into(), out.clone()]).0, Some(1));
        assert_eq!(entry(&out.join("run.jsonl"), "1")["code"], "permission-denied");
        assert!(out.join("2/plan-2.txt.json").exists());
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("opened");
}

#[test]
fn office_files_read_together_are_as_if_read_alone() {
    let rtf = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats/truong.rtf");
    if ingest::tools(ingest::Format::Rtf).iter().any(|tool| tool.path().is_none()) {
        eprintln!("skipped: soffice is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (input, out) = (folder.path().join("in"), folder.path().join("out"));
    fs::create_dir(&input).expect("a folder");
    let mut bytes = fs::read(rtf).expect("the fixture");
    let bracket = bytes.iter().position(|&b| b == b'}').expect("a bracket that closes");
    fs::write(input.join("3-broken.rtf"), &bytes[..bracket]).expect("a file");
    for n in [1, 2, 4, 5] {
        // files with the same bytes are read once
        bytes.push(b'\n');
        fs::write(input.join(format!("{n}.rtf")), &bytes).expect("a file");
    }
    let (code, _, _) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str(), "-q".as_ref()]);
    assert_eq!(code, Some(1));
    assert_eq!(entry(&out.join("run.jsonl"), "3-broken.rtf")["code"], "damaged");
    for name in ["1.rtf", "2.rtf", "4.rtf", "5.rtf"] {
        let alone = Pipeline::default().extract(&fs::read(input.join(name)).expect("a file"), name.as_ref());
        let record = fs::read_to_string(out.join(format!("{name}.json"))).expect("a record");
        let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        assert_eq!(record, serde_json::to_value(alone.expect("it reads")).expect("a record is JSON"), "{name}");
    }
}
