//! A headless Chromium, driven over a pipe by its DevTools protocol: no driver, no port, no crate.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver},
    },
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// One browser at a time: what is measured is not disturbed, and a small machine is not drowned.
static TURN: Mutex<()> = Mutex::new(());

const PATIENCE: Duration = Duration::from_secs(60);

const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars --remote-debugging-pipe";

/// A browser with one open page.
pub(super) struct Browser {
    child: Child,
    requests: ChildStdin,
    answers: Receiver<Value>,
    /// What the page did that no request asked for: console, network, downloads.
    pub(super) events: Vec<Value>,
    session: Option<String>,
    calls: u64,
    _profile: TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// Where the program is; without it the tests skip, but not where all that they need was to be installed.
fn program() -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders).map(|folder| folder.join("chromium")).find(|path| path.is_file());
    if found.is_none() {
        assert!(env::var_os("CI").is_none(), "chromium is not installed");
        eprintln!("skipped: chromium is not installed");
    }
    found
}

impl Browser {
    /// A browser with an empty profile, when one is installed.
    pub(super) fn start() -> Option<Self> {
        let program = program()?;
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let profile = tempfile::tempdir().expect("a folder for the profile");
        // the protocol is spoken on the descriptors 3 and 4
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(format!("exec \"$0\" {FLAGS} --user-data-dir=\"$1\" about:blank 3<&0 4>&1 </dev/null >/dev/null 2>&1"))
            .args([program.as_path(), profile.path()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromium starts");
        let requests = child.stdin.take().expect("a pipe");
        let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || {
            let mut message = Vec::new();
            while output.read_until(0, &mut message).is_ok_and(|n| n > 0) {
                message.pop();
                let value = serde_json::from_slice(&message).expect("the protocol speaks JSON");
                if sender.send(value).is_err() {
                    break;
                }
                message.clear();
            }
        });
        let mut browser = Self {
            child,
            requests,
            answers,
            events: Vec::new(),
            session: None,
            calls: 0,
            _profile: profile,
            _turn: turn,
        };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }))["targetId"].take();
        let attached = browser.call("Target.attachToTarget", &json!({ "targetId": target, "flatten": true }));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        // the time that the page's thread works, whatever else the machine does
        browser.call("Performance.enable", &json!({ "timeDomain": "threadTicks" }));
        Some(browser)
    }

    /// Asks the browser for something and waits for the answer.
    pub(super) fn call(&mut self, method: &str, params: &Value) -> Value {
        self.calls += 1;
        let mut request = json!({ "id": self.calls, "method": method, "params": params });
        if let Some(session) = &self.session {
            request["sessionId"] = session.as_str().into();
        }
        let mut message = request.to_string().into_bytes();
        message.push(0);
        self.requests.write_all(&message).expect("chromium listens");
        loop {
            let mut answer = self.next(method);
            if answer["id"] == self.calls {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].take();
            }
            self.events.push(answer);
        }
    }

    /// Waits until something has happened since the event number `since`.
    pub(super) fn wait(&mut self, since: usize, event: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let mut seen = since;
        loop {
            while let Some(known) = self.events.get(seen) {
                if known["method"] == event && fits(&known["params"]) {
                    return known["params"].clone();
                }
                seen += 1;
            }
            let next = self.next(event);
            self.events.push(next);
        }
    }

    fn next(&self, waiting_for: &str) -> Value {
        self.answers.recv_timeout(PATIENCE).unwrap_or_else(|e| panic!("chromium does not answer to {waiting_for}: {e}"))
    }

    /// Opens a page from disk and waits until it is loaded.
    pub(super) fn open(&mut self, page: &Path) {
        let since = self.events.len();
        let page = page.canonicalize().expect("a page");
        let opened = self.call("Page.navigate", &json!({ "url": format!("file://{}", page.display()) }));
        assert!(opened["errorText"].is_null(), "{opened}");
        self.wait(since, "Page.loadEventFired", |_| true);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
