//! A run killed at any moment and resumed ends with the bytes of an unbroken one.

use std::{
    fs,
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{assert_same, extract, outputs, plans, program};

fn start(input: &Path, out: &Path, records: bool, resume: bool) -> Child {
    let mut command = program();
    command.arg(input).args(["-q", "-j", "2"]).args(outputs(out, records));
    if resume {
        command.arg("--resume");
    }
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs")
}

/// Numbers that look random and are the same in each run of the test.
struct Moments(u64);

impl Moments {
    fn below(&mut self, bound: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros((self.0 >> 11) % u64::try_from(bound.as_micros().max(1)).expect("a short time"))
    }
}

/// Kills runs at so many moments, resuming each until it is complete.
fn killed(files: usize, kills: usize, records: bool) {
    let folder = plans(files);
    let (input, whole, broken) = (folder.path().join("in"), folder.path().join("whole"), folder.path().join("broken"));
    let begun = Instant::now();
    assert!(start(&input, &whole, records, false).wait().expect("a run").success());
    let took = begun.elapsed();
    let mut moments = Moments(files as u64);
    let mut done = 0;
    while done < kills {
        let mut resume = false;
        loop {
            let mut run = start(&input, &broken, records, resume);
            resume = true;
            if done < kills {
                // short lives, so that a run dies many times; now and then a long one, so that its end is met, too
                let life = if done % 5 == 4 { took.mul_f64(1.2) } else { took / 3 };
                thread::sleep(moments.below(life));
                run.kill().expect("killed or over");
                done += 1;
            }
            if run.wait().expect("a run").success() {
                break;
            }
        }
        assert_same(&whole, &broken, &format!("after {done} kills"));
        fs::remove_dir_all(&broken).expect("removed");
    }
}

#[test]
fn a_few_kills_with_a_folder_of_records() {
    killed(60, 6, true);
}

#[test]
fn a_few_kills_without_a_folder_of_records() {
    killed(60, 6, false);
}

/// `cargo test --test batch fifty -- --ignored`
#[test]
#[ignore = "takes minutes"]
fn fifty_kills_of_a_thousand_files_with_a_folder_of_records() {
    killed(1000, 50, true);
}

#[test]
#[ignore = "takes minutes"]
fn fifty_kills_of_a_thousand_files_without_a_folder_of_records() {
    killed(1000, 50, false);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_run_and_says_how_to_go_on() {
    let folder = plans(300);
    let (input, out, whole) = (folder.path().join("in"), folder.path().join("out"), folder.path().join("whole"));
    let mut command = program();
    command.arg(&input).arg("-o").arg(&out).args(["-j", "1"]);
    let run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let journal = out.join(".run.jsonl.unfinished/journal.jsonl");
    while fs::metadata(&journal).map_or(0, |m| m.len()) == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    let signal = std::process::Command::new("kill").args(["-INT", &run.id().to_string()]).status();
    assert!(signal.expect("a signal").success());
    let done = run.wait_with_output().expect("a run");
    let errors = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(130), "{errors}");
    assert!(errors.contains("Go on with: kehoach extract") && errors.contains("--resume"), "{errors}");
    assert!(!out.join("run.jsonl").exists());
    let (code, _, errors) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str()]);
    assert_eq!(code, Some(2));
    assert!(errors.contains("unfinished") && errors.contains("--resume"), "{errors}");
    let (code, _, errors) = extract([input.as_os_str(), "-o".as_ref(), out.as_os_str(), "--resume".as_ref()]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(errors.contains("were done in an earlier run"), "{errors}");
    extract([input.as_os_str(), "-o".as_ref(), whole.as_os_str()]);
    assert_same(&whole, &out, "interrupted and resumed");
}
