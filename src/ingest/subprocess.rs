//! Programs that read what the crate does not, run so that no file can harm: a private folder that is removed, a limit
//! on time, memory and output, no network where the system can cut it, and an end that takes the children along.

mod system;

use std::{
    env,
    ffi::{OsStr, OsString},
    fs::{self, File},
    io::{Read, Seek},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::LazyLock,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::error::Error;

/// A program that a reader needs.
#[derive(Debug)]
pub struct Tool {
    /// The name that is looked for in the search path.
    pub program: &'static str,
    /// The Debian package that holds it.
    pub package: &'static str,
    /// The arguments that make it print its version.
    pub version: &'static [&'static str],
}

/// What a run may use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// How long it may take.
    pub(super) time: Duration,
    /// Bytes of address space of each of its processes.
    pub(super) memory: u64,
    /// Bytes that it may print, and bytes of each file that it writes.
    pub(super) output: u64,
    /// Seconds of a processor for each of its processes, when that is less than its time.
    pub(super) processor: Option<u64>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(60), memory: 4 << 30, output: 256 << 20, processor: None }
    }
}

/// What a run printed.
#[derive(Debug)]
pub(super) struct Output {
    /// Whether it says that all is well.
    pub(super) success: bool,
    pub(super) stdout: Vec<u8>,
    pub(super) stderr: String,
}

impl Output {
    /// The output of a run that succeeded; else the error with the last words of the program.
    pub(super) fn checked(self, tool: &Tool) -> Result<Self, Error> {
        if self.success {
            return Ok(self);
        }
        let last = self.stderr.lines().rfind(|line| !line.trim().is_empty());
        Err(failed(tool, last.unwrap_or("it gives no reason").trim()))
    }
}

/// A private folder in which programs run. It is removed when this value goes.
#[derive(Debug)]
pub(super) struct Workspace(TempDir);

impl Workspace {
    pub(super) fn new() -> Result<Self, Error> {
        Ok(Self(tempfile::Builder::new().prefix("kehoach-").tempdir()?))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file into the folder. `name` is of the program's making, never of a document's.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
        let path = self.path().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes)?;
        Ok(path)
    }

    /// Takes a file out of the folder, so that many pages need no more room than one.
    pub(super) fn remove(&self, name: &str) -> Result<(), Error> {
        Ok(fs::remove_file(self.path().join(name))?)
    }

    /// Runs a program in the folder and waits for its end.
    pub(super) fn run<A: AsRef<OsStr>>(
        &self,
        tool: &Tool,
        arguments: impl IntoIterator<Item = A>,
        limits: Limits,
    ) -> Result<Output, Error> {
        let program = tool.found()?;
        let mut stdout = tempfile::tempfile_in(self.path())?;
        let mut stderr = tempfile::tempfile_in(self.path())?;
        let mut command = restricted(&program, limits)?;
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))))
            .env("HOME", self.path())
            .env("TMPDIR", self.path())
            .env("LC_ALL", "C.UTF-8")
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::null())
            .stdout(stdout.try_clone()?)
            .stderr(stderr.try_clone()?);
        let child = system::spawn(&mut command).map_err(|e| failed(tool, &e.to_string()))?;
        let status = supervise(child, limits.time).map_err(|end| match end {
            End::Late => Error::Timeout { tool: tool.program, seconds: limits.time.as_secs() },
            End::Lost(error) => failed(tool, &error.to_string()),
        })?;
        let printed = content(&mut stdout, limits.output)?;
        if printed.len() as u64 >= limits.output || system::wrote_too_much(status) {
            return Err(Error::Limit { what: "the output of a program", most: limits.output });
        }
        let stderr = String::from_utf8_lossy(&content(&mut stderr, 1 << 16)?).into_owned();
        if let Some(most) = limits.processor.filter(|_| system::worked_too_long(status)) {
            return Err(Error::Limit { what: "seconds of work", most });
        }
        if status.code().is_none() {
            return Err(failed(tool, &format!("it was ended by the system ({status})")));
        }
        Ok(Output { success: status.success(), stdout: printed, stderr })
    }
}

/// Variables that programs may see; all others could change what they do, or tell them what is not theirs.
const KEPT: [&str; 6] =
    ["PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "SYSTEMROOT"];

impl Tool {
    /// Where the program is, if it is there.
    pub fn path(&self) -> Option<PathBuf> {
        let name = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
    }

    fn found(&self) -> Result<PathBuf, Error> {
        self.path().ok_or(Error::ToolMissing { tool: self.program, package: self.package })
    }

    /// The first line that it prints about its version.
    pub fn version(&self) -> Result<String, Error> {
        let limits = Limits { time: Duration::from_secs(20), ..Limits::default() };
        let output = Workspace::new()?.run(self, self.version, limits)?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &output.stderr;
        let line = printed.lines().map(str::trim).find(|line| !line.is_empty());
        line.map(str::to_owned).ok_or_else(|| failed(self, "it prints no version"))
    }
}

/// Whether programs run without a network. Not every system lets a user cut it.
pub fn network_is_cut() -> bool {
    static CUT: LazyLock<bool> = LazyLock::new(|| {
        let nothing =
            |stream: &mut Command| stream.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        nothing(Command::new("unshare").args(WITHOUT_NETWORK).arg("true")).is_ok_and(|status| status.success())
    });
    *CUT
}

const WITHOUT_NETWORK: [&str; 3] = ["--map-current-user", "--net", "--"];

/// Sets the limits before the program begins: set from here they would come late for what it starts at once.
const PRLIMIT: Tool = Tool { program: "prlimit", package: "util-linux", version: &["--version"] };

/// The command of a program with its limits, but for that on time.
fn restricted(program: &Path, limits: Limits) -> Result<Command, Error> {
    let mut words: Vec<OsString> = Vec::new();
    if cfg!(target_os = "linux") {
        words.push(PRLIMIT.found()?.into());
        words.push(format!("--as={}", limits.memory).into());
        words.push(format!("--fsize={}", limits.output).into());
        // ends what survives this program, too
        words.push(format!("--cpu={}", limits.processor.unwrap_or(limits.time.as_secs() + 1)).into());
        words.extend(["--core=0", "--"].map(OsString::from));
    }
    if network_is_cut() {
        words.push("unshare".into());
        words.extend(WITHOUT_NETWORK.map(OsString::from));
    }
    words.push(program.into());
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    Ok(command)
}

fn failed(tool: &Tool, message: &str) -> Error {
    Error::ToolFailed { tool: tool.program, message: message.to_owned() }
}

fn content(file: &mut File, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why there is no exit status.
enum End {
    Late,
    Lost(std::io::Error),
}

/// Waits for a child; ends it and its children when it takes too long, and what it left behind when it is done.
fn supervise(mut child: Child, time: Duration) -> Result<ExitStatus, End> {
    let until = Instant::now() + time;
    let mut pause = Duration::from_millis(1);
    loop {
        if system::is_done(&mut child).map_err(End::Lost)? {
            system::end_group(&mut child);
            return child.wait().map_err(End::Lost);
        }
        let now = Instant::now();
        if now >= until {
            system::end_group(&mut child);
            let _ = child.wait();
            system::wait_for_group(&child);
            return Err(End::Late);
        }
        std::thread::sleep(pause.min(until - now));
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const SHELL: Tool = Tool { program: "sh", package: "dash", version: &["-c", "echo shell 1"] };

    fn shell(script: &str, limits: Limits) -> Result<Output, Error> {
        Workspace::new()?.run(&SHELL, ["-c", script], limits)
    }

    fn short() -> Limits {
        Limits { time: Duration::from_millis(300), ..Limits::default() }
    }

    #[test]
    fn what_it_prints_comes_back_and_its_folder_goes() {
        let folder = Workspace::new().expect("a folder");
        folder.write("in/a.txt", b"words").expect("a file");
        let script = "cat in/a.txt; echo no >&2; pwd > where; exit 3";
        let output = folder.run(&SHELL, ["-c", script], Limits::default()).expect("it runs");
        assert_eq!((output.stdout.as_slice(), output.stderr.as_str(), output.success), (&b"words"[..], "no\n", false));
        let error = output.checked(&SHELL).expect_err("it failed");
        assert_eq!((error.code(), error.to_string().contains("no")), ("tool-failed", true));
        let path = folder.path().to_owned();
        assert!(path.join("where").is_file());
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn a_missing_program_names_its_package() {
        let tool = Tool { program: "kehoach-none", package: "kehoach-tools", version: &[] };
        let error = Workspace::new().and_then(|w| w.run(&tool, [""; 0], short())).expect_err("it is not there");
        assert_eq!(error.code(), "tool-missing");
        assert!(error.to_string().contains("kehoach-tools"), "{error}");
    }

    #[test]
    fn too_long_ends_it_with_its_children() {
        let folder = Workspace::new().expect("a folder");
        let script = "(sleep 1; echo late > late) & sleep 30";
        let start = Instant::now();
        let error = folder.run(&SHELL, ["-c", script], short()).expect_err("it takes too long");
        assert_eq!(error.code(), "timeout");
        assert!(start.elapsed() < Duration::from_secs(5));
        std::thread::sleep(Duration::from_millis(1200));
        assert!(!folder.path().join("late").exists(), "a child lived on");
    }

    #[test]
    fn what_it_leaves_behind_is_ended() {
        let folder = Workspace::new().expect("a folder");
        let script = "(sleep 0.4; echo late > late) & exit 0";
        assert!(folder.run(&SHELL, ["-c", script], Limits::default()).expect("it runs").success);
        std::thread::sleep(Duration::from_millis(600));
        assert!(!folder.path().join("late").exists(), "a child lived on");
    }

    #[test]
    fn memory_and_output_have_limits() {
        let memory = Limits { memory: 64 << 20, ..Limits::default() };
        let output = shell("head -c 200000000 /dev/zero | tail", memory).expect("the shell itself runs");
        assert!(output.stdout.len() < 100, "{} bytes", output.stdout.len());
        let printed = Limits { output: 1 << 16, ..Limits::default() };
        assert_eq!(shell("head -c 1000000 /dev/zero", printed).expect_err("too much").code(), "limit");
        let busy = Limits { processor: Some(1), ..Limits::default() };
        assert_eq!(shell("while :; do :; done", busy).expect_err("too long").code(), "limit");
        let written = shell("exec head -c 1000000 /dev/zero > file", printed);
        assert_eq!(written.expect_err("too much").code(), "limit");
    }

    #[test]
    fn it_sees_no_environment_but_ours() {
        // a value may hold line breaks
        let output = shell("env -0; cat", Limits::default()).expect("it runs");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        let known = ["PATH", "HOME", "TMPDIR", "LC_ALL", "OMP_THREAD_LIMIT", "PWD", "OLDPWD", "SHLVL", "_"];
        for variable in printed.split_terminator('\0') {
            let name = variable.split('=').next().unwrap_or_default();
            assert!(known.contains(&name) || KEPT.contains(&name), "{variable:?} in {printed:?}");
        }
    }

    #[test]
    fn versions_are_read() {
        assert_eq!(SHELL.version().expect("a version"), "shell 1");
    }
}
